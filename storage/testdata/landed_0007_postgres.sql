




CREATE TYPE public.river_job_state AS ENUM (
    'available',
    'cancelled',
    'completed',
    'discarded',
    'pending',
    'retryable',
    'running',
    'scheduled'
);



CREATE FUNCTION public.river_job_state_in_bitmask(bitmask bit, state public.river_job_state) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE state
        WHEN 'available' THEN get_bit(bitmask, 7)
        WHEN 'cancelled' THEN get_bit(bitmask, 6)
        WHEN 'completed' THEN get_bit(bitmask, 5)
        WHEN 'discarded' THEN get_bit(bitmask, 4)
        WHEN 'pending'   THEN get_bit(bitmask, 3)
        WHEN 'retryable' THEN get_bit(bitmask, 2)
        WHEN 'running'   THEN get_bit(bitmask, 1)
        WHEN 'scheduled' THEN get_bit(bitmask, 0)
        ELSE 0
    END = 1;
$$;





CREATE TABLE public.ballots (
    id bigint NOT NULL,
    rfc integer NOT NULL,
    purpose text NOT NULL,
    digest text NOT NULL,
    seats json NOT NULL,
    raiser text NOT NULL,
    opened_by text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    minimum_until timestamp with time zone,
    deadline timestamp with time zone,
    reminders json NOT NULL,
    override boolean NOT NULL,
    state text NOT NULL,
    closed_at timestamp with time zone,
    closed_by text NOT NULL,
    outcome text NOT NULL,
    override_reason text NOT NULL,
    void_reason text NOT NULL,
    next_due timestamp with time zone,
    dossier json DEFAULT 'null'::json NOT NULL,
    before json DEFAULT '[]'::json NOT NULL,
    involved json DEFAULT '[]'::json NOT NULL,
    quorum integer DEFAULT 0 NOT NULL
);



CREATE SEQUENCE public.ballots_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.ballots_id_seq OWNED BY public.ballots.id;



CREATE TABLE public.baselines (
    id bigint NOT NULL,
    environment text NOT NULL,
    versions json NOT NULL,
    items json NOT NULL,
    note text NOT NULL,
    digest text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_person text NOT NULL
);



CREATE SEQUENCE public.baselines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.baselines_id_seq OWNED BY public.baselines.id;



CREATE TABLE public.bookings (
    id bigint NOT NULL,
    environment text NOT NULL,
    kind text NOT NULL,
    phase text NOT NULL,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone NOT NULL,
    zone text NOT NULL,
    why text NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_by text NOT NULL,
    cancelled_why text NOT NULL
);



CREATE SEQUENCE public.bookings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.bookings_id_seq OWNED BY public.bookings.id;



CREATE TABLE public.builds (
    id bigint NOT NULL,
    release integer NOT NULL,
    name text NOT NULL,
    repository text NOT NULL,
    tag text NOT NULL,
    commit_id text NOT NULL,
    digest text NOT NULL,
    bom json NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL
);



CREATE SEQUENCE public.builds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.builds_id_seq OWNED BY public.builds.id;



CREATE TABLE public.cadences (
    person text NOT NULL,
    cadence text NOT NULL
);



CREATE TABLE public.cards (
    subject text NOT NULL,
    channel text DEFAULT ''::text NOT NULL,
    ts text DEFAULT ''::text NOT NULL,
    wanted bigint NOT NULL,
    shown bigint DEFAULT 0 NOT NULL,
    lease_by text DEFAULT ''::text NOT NULL,
    lease_until timestamp with time zone
);



CREATE TABLE public.conditions (
    id bigint NOT NULL,
    rfc integer NOT NULL,
    ballot bigint NOT NULL,
    seat text NOT NULL,
    words text NOT NULL,
    asked_by text NOT NULL,
    owner text NOT NULL,
    at timestamp with time zone NOT NULL,
    met_at timestamp with time zone,
    met_by text NOT NULL,
    evidence text NOT NULL
);



CREATE SEQUENCE public.conditions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.conditions_id_seq OWNED BY public.conditions.id;



CREATE TABLE public.counters (
    name text NOT NULL,
    value bigint NOT NULL
);



CREATE TABLE public.debts (
    id bigint NOT NULL,
    emergency integer NOT NULL,
    system text NOT NULL,
    party text NOT NULL,
    kind text NOT NULL,
    target integer NOT NULL,
    defects json NOT NULL,
    owner text NOT NULL,
    due timestamp with time zone NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    settled_by text NOT NULL,
    settled_in integer NOT NULL,
    how text NOT NULL,
    evidence text NOT NULL
);



CREATE SEQUENCE public.debts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.debts_id_seq OWNED BY public.debts.id;



CREATE TABLE public.delegations (
    id bigint NOT NULL,
    absent text NOT NULL,
    delegate text NOT NULL,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone NOT NULL,
    zone text NOT NULL,
    why text NOT NULL,
    recorded_by text NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by text NOT NULL
);



CREATE SEQUENCE public.delegations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.delegations_id_seq OWNED BY public.delegations.id;



CREATE TABLE public.environment_systems (
    environment text NOT NULL,
    system text NOT NULL
);



CREATE TABLE public.environments (
    environment text NOT NULL,
    changes bigint NOT NULL
);



CREATE TABLE public.evidence (
    id bigint NOT NULL,
    release integer NOT NULL,
    shows text NOT NULL,
    waiver boolean NOT NULL,
    ref text NOT NULL,
    note text NOT NULL,
    build bigint NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL,
    until timestamp with time zone,
    taken_at timestamp with time zone,
    taken_by text NOT NULL,
    taken_why text NOT NULL
);



CREATE SEQUENCE public.evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.evidence_id_seq OWNED BY public.evidence.id;



CREATE TABLE public.installations (
    id bigint NOT NULL,
    environment text NOT NULL,
    system text NOT NULL,
    version text NOT NULL,
    build text NOT NULL,
    release integer NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    by_person text NOT NULL,
    note text NOT NULL
);



CREATE SEQUENCE public.installations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.installations_id_seq OWNED BY public.installations.id;



CREATE TABLE public.ledger_entries (
    id bigint NOT NULL,
    intent text,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    rfc integer NOT NULL,
    by_person text NOT NULL,
    data json NOT NULL,
    sealed_index bigint,
    release integer DEFAULT 0 NOT NULL
);



CREATE SEQUENCE public.ledger_entries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.ledger_entries_id_seq OWNED BY public.ledger_entries.id;



CREATE TABLE public.ledger_hashes (
    id bigint NOT NULL,
    hash bytea NOT NULL
);



CREATE TABLE public.ledger_head (
    id integer NOT NULL,
    signer text NOT NULL,
    verifier text NOT NULL,
    size bigint NOT NULL,
    checkpoint text NOT NULL,
    CONSTRAINT ledger_head_id_check CHECK ((id = 1))
);



CREATE TABLE public.meeting_amendments (
    id bigint NOT NULL,
    meeting bigint NOT NULL,
    line integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by_person text NOT NULL,
    words text NOT NULL
);



CREATE SEQUENCE public.meeting_amendments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.meeting_amendments_id_seq OWNED BY public.meeting_amendments.id;



CREATE TABLE public.meetings (
    id bigint NOT NULL,
    kind text NOT NULL,
    release integer NOT NULL,
    attendees json NOT NULL,
    started_at timestamp with time zone NOT NULL,
    started_by text NOT NULL,
    after_entry bigint NOT NULL,
    agenda json NOT NULL,
    ended_at timestamp with time zone,
    ended_by text NOT NULL,
    minutes json NOT NULL,
    corrections_until timestamp with time zone,
    ratified_at timestamp with time zone
);



CREATE SEQUENCE public.meetings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.meetings_id_seq OWNED BY public.meetings.id;



CREATE TABLE public.notices (
    id bigint NOT NULL,
    key text NOT NULL,
    road text NOT NULL,
    to_person text NOT NULL,
    duty text NOT NULL,
    event json NOT NULL,
    rfc integer NOT NULL,
    hold text NOT NULL,
    at timestamp with time zone NOT NULL,
    body bytea,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    last_error text DEFAULT ''::text NOT NULL,
    claimed_until timestamp with time zone,
    sent_at timestamp with time zone,
    receipt text DEFAULT ''::text NOT NULL,
    release integer DEFAULT 0 NOT NULL
);



CREATE SEQUENCE public.notices_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.notices_id_seq OWNED BY public.notices.id;



CREATE TABLE public.programmes (
    version integer NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    applied_by text NOT NULL,
    document json NOT NULL
);



CREATE TABLE public.release_revisions (
    number integer NOT NULL,
    revision integer NOT NULL,
    system text NOT NULL,
    version text NOT NULL,
    stage text NOT NULL,
    owner text NOT NULL,
    rfc integer NOT NULL,
    build bigint NOT NULL,
    content json NOT NULL,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    programme integer NOT NULL,
    asked boolean NOT NULL,
    ended text NOT NULL
);



CREATE TABLE public.release_versions (
    system text NOT NULL,
    major integer NOT NULL,
    minor integer NOT NULL,
    patch integer NOT NULL,
    emergency integer NOT NULL,
    release integer NOT NULL
);



CREATE TABLE public.releases (
    number integer NOT NULL,
    revision integer NOT NULL,
    system text NOT NULL,
    version text NOT NULL,
    stage text NOT NULL,
    owner text NOT NULL,
    rfc integer NOT NULL,
    build bigint NOT NULL,
    content json NOT NULL,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    programme integer NOT NULL,
    asked boolean NOT NULL,
    ended text NOT NULL
);



CREATE TABLE public.rfc_revisions (
    number integer NOT NULL,
    revision integer NOT NULL,
    state text NOT NULL,
    release text NOT NULL,
    content json NOT NULL,
    raised_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    raised_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL,
    programme integer NOT NULL,
    ended text NOT NULL
);



CREATE TABLE public.rfcs (
    number integer NOT NULL,
    revision integer NOT NULL,
    state text NOT NULL,
    release text NOT NULL,
    content json NOT NULL,
    raised_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    raised_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL,
    programme integer NOT NULL,
    ended text NOT NULL
);



CREATE UNLOGGED TABLE public.river_client (
    id text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    paused_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT name_length CHECK (((char_length(id) > 0) AND (char_length(id) < 128)))
);



CREATE UNLOGGED TABLE public.river_client_queue (
    river_client_id text NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    max_workers bigint DEFAULT 0 NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    num_jobs_completed bigint DEFAULT 0 NOT NULL,
    num_jobs_running bigint DEFAULT 0 NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT name_length CHECK (((char_length(name) > 0) AND (char_length(name) < 128))),
    CONSTRAINT num_jobs_completed_zero_or_positive CHECK ((num_jobs_completed >= 0)),
    CONSTRAINT num_jobs_running_zero_or_positive CHECK ((num_jobs_running >= 0))
);



CREATE TABLE public.river_job (
    id bigint NOT NULL,
    state public.river_job_state DEFAULT 'available'::public.river_job_state NOT NULL,
    attempt smallint DEFAULT 0 NOT NULL,
    max_attempts smallint NOT NULL,
    attempted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finalized_at timestamp with time zone,
    scheduled_at timestamp with time zone DEFAULT now() NOT NULL,
    priority smallint DEFAULT 1 NOT NULL,
    args jsonb NOT NULL,
    attempted_by text[],
    errors jsonb[],
    kind text NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    tags character varying(255)[] DEFAULT '{}'::character varying[] NOT NULL,
    unique_key bytea,
    unique_states bit(8),
    CONSTRAINT finalized_or_finalized_at_null CHECK ((((finalized_at IS NULL) AND (state <> ALL (ARRAY['cancelled'::public.river_job_state, 'completed'::public.river_job_state, 'discarded'::public.river_job_state]))) OR ((finalized_at IS NOT NULL) AND (state = ANY (ARRAY['cancelled'::public.river_job_state, 'completed'::public.river_job_state, 'discarded'::public.river_job_state]))))),
    CONSTRAINT kind_length CHECK (((char_length(kind) > 0) AND (char_length(kind) < 128))),
    CONSTRAINT max_attempts_is_positive CHECK ((max_attempts > 0)),
    CONSTRAINT priority_in_range CHECK (((priority >= 1) AND (priority <= 4))),
    CONSTRAINT queue_length CHECK (((char_length(queue) > 0) AND (char_length(queue) < 128)))
);



CREATE SEQUENCE public.river_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.river_job_id_seq OWNED BY public.river_job.id;



CREATE UNLOGGED TABLE public.river_leader (
    elected_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    leader_id text NOT NULL,
    name text DEFAULT 'default'::text NOT NULL,
    CONSTRAINT leader_id_length CHECK (((char_length(leader_id) > 0) AND (char_length(leader_id) < 128))),
    CONSTRAINT name_length CHECK ((name = 'default'::text))
);



CREATE TABLE public.river_migration (
    line text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT line_length CHECK (((char_length(line) > 0) AND (char_length(line) < 128))),
    CONSTRAINT version_gte_1 CHECK ((version >= 1))
);



CREATE TABLE public.river_queue (
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    paused_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL
);



CREATE TABLE public.runs (
    report text NOT NULL,
    period text NOT NULL,
    due timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    late boolean NOT NULL
);



CREATE TABLE public.schema_migrations (
    version integer NOT NULL,
    name text NOT NULL,
    applied_at text NOT NULL
);



CREATE TABLE public.system_statuses (
    id bigint NOT NULL,
    environment text NOT NULL,
    system text NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_person text NOT NULL
);



CREATE SEQUENCE public.system_statuses_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.system_statuses_id_seq OWNED BY public.system_statuses.id;



CREATE TABLE public.tellings (
    thing text NOT NULL,
    level integer NOT NULL,
    person text NOT NULL,
    at timestamp with time zone NOT NULL
);



CREATE TABLE public.votes (
    id bigint NOT NULL,
    ballot bigint NOT NULL,
    seat text NOT NULL,
    person text NOT NULL,
    choice text NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL
);



CREATE SEQUENCE public.votes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.votes_id_seq OWNED BY public.votes.id;



ALTER TABLE ONLY public.ballots ALTER COLUMN id SET DEFAULT nextval('public.ballots_id_seq'::regclass);



ALTER TABLE ONLY public.baselines ALTER COLUMN id SET DEFAULT nextval('public.baselines_id_seq'::regclass);



ALTER TABLE ONLY public.bookings ALTER COLUMN id SET DEFAULT nextval('public.bookings_id_seq'::regclass);



ALTER TABLE ONLY public.builds ALTER COLUMN id SET DEFAULT nextval('public.builds_id_seq'::regclass);



ALTER TABLE ONLY public.conditions ALTER COLUMN id SET DEFAULT nextval('public.conditions_id_seq'::regclass);



ALTER TABLE ONLY public.debts ALTER COLUMN id SET DEFAULT nextval('public.debts_id_seq'::regclass);



ALTER TABLE ONLY public.delegations ALTER COLUMN id SET DEFAULT nextval('public.delegations_id_seq'::regclass);



ALTER TABLE ONLY public.evidence ALTER COLUMN id SET DEFAULT nextval('public.evidence_id_seq'::regclass);



ALTER TABLE ONLY public.installations ALTER COLUMN id SET DEFAULT nextval('public.installations_id_seq'::regclass);



ALTER TABLE ONLY public.ledger_entries ALTER COLUMN id SET DEFAULT nextval('public.ledger_entries_id_seq'::regclass);



ALTER TABLE ONLY public.meeting_amendments ALTER COLUMN id SET DEFAULT nextval('public.meeting_amendments_id_seq'::regclass);



ALTER TABLE ONLY public.meetings ALTER COLUMN id SET DEFAULT nextval('public.meetings_id_seq'::regclass);



ALTER TABLE ONLY public.notices ALTER COLUMN id SET DEFAULT nextval('public.notices_id_seq'::regclass);



ALTER TABLE ONLY public.river_job ALTER COLUMN id SET DEFAULT nextval('public.river_job_id_seq'::regclass);



ALTER TABLE ONLY public.system_statuses ALTER COLUMN id SET DEFAULT nextval('public.system_statuses_id_seq'::regclass);



ALTER TABLE ONLY public.votes ALTER COLUMN id SET DEFAULT nextval('public.votes_id_seq'::regclass);



INSERT INTO public.ballots VALUES (1, 1, 'approval', '9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ray', '2026-11-23 12:00:00+00', '2026-11-23 12:30:00+00', '2026-11-25 12:00:00+00', '["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"]', false, 'void', '2026-11-23 12:01:00.123456+00', 'ray', '', '', 'The RFC was changed by Ray.', NULL, '{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}}', '[]', '["ray"]', 0);
INSERT INTO public.ballots VALUES (2, 1, 'approval', 'b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ray', '2026-11-23 12:01:00.123456+00', '2026-11-23 12:31:00.123456+00', '2026-11-25 12:01:00.123456+00', '["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"]', false, 'closed', '2026-11-23 13:04:00.493824+00', 'ann', 'go', '', '', NULL, '{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}}', '[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Seat":"release-manager/si","Words":""}]', '["ray"]', 0);
INSERT INTO public.ballots VALUES (3, 1, 'deployment', 'b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ann', '2026-11-23 14:04:00.493824+00', '2026-11-23 14:34:00.493824+00', '2026-11-25 14:04:00.493824+00', '["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"]', false, 'closed', '2026-11-23 15:06:00.740736+00', '', 'go', '', '', NULL, '{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}}', '[]', '["ray"]', 0);
INSERT INTO public.ballots VALUES (4, 2, 'approval', '9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ann', 'ann', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:36:00.740736+00', '2026-11-25 15:06:00.740736+00', '["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"]', false, 'void', '2026-11-23 15:06:00.740736+00', 'ann', '', '', 'The RFC was withdrawn by Ann.', NULL, '{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}}', '[]', '["ann"]', 0);
INSERT INTO public.ballots VALUES (5, 4, 'approval', '9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ray', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:36:00.740736+00', '2026-11-25 15:06:00.740736+00', '["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"]', false, 'open', NULL, '', '', '', '', '2026-11-23 15:36:00.740736+00', '{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}}', '[]', '["ray"]', 0);









INSERT INTO public.builds VALUES (1, 1, '2026.11.0', 'https://git.example/helix.git', 'v1', '0000000000000000000000000000000000007631', 'abababababababababababababababababababababababababababababababab', '[{"date":"2026-11-20","digest":"sha256:cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","file":"settle.jar","version":"1.2"}]', 'ray', '2026-11-23 16:09:00.864192+00');
INSERT INTO public.builds VALUES (2, 1, '2026.11.1', 'https://git.example/helix.git', 'v2', '0000000000000000000000000000000000007632', 'abababababababababababababababababababababababababababababababab', '[{"date":"2026-11-20","digest":"sha256:cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","file":"settle.jar","version":"1.2"}]', 'ray', '2026-11-23 16:10:00.864192+00');



INSERT INTO public.cadences VALUES ('pia', 'weekly');



INSERT INTO public.cards VALUES ('rfc/1', '', '', 43, 0, '', NULL);
INSERT INTO public.cards VALUES ('rfc/2', '', '', 43, 0, '', NULL);
INSERT INTO public.cards VALUES ('rfc/4', '', '', 43, 0, '', NULL);
INSERT INTO public.cards VALUES ('release/1', '', '', 43, 0, '', NULL);
INSERT INTO public.cards VALUES ('release/2', '', '', 43, 0, '', NULL);



INSERT INTO public.conditions VALUES (1, 1, 2, 'test-manager/si', 'Run the settlement pack again first.', 'tess', 'ray', '2026-11-23 13:04:00.493824+00', '2026-11-23 13:04:00.493824+00', 'ray', 'Report SP-12: all green.');
INSERT INTO public.conditions VALUES (2, 1, 3, 'test-manager/si', 'Tell the suppliers an hour before.', 'tess', 'ray', '2026-11-23 15:06:00.740736+00', NULL, '', '');



INSERT INTO public.counters VALUES ('rfc', 4);
INSERT INTO public.counters VALUES ('release', 2);
INSERT INTO public.counters VALUES ('version/helix', 3);















INSERT INTO public.evidence VALUES (1, 1, 'known-issues-agreed', false, 'https://docs.example/issues', 'agreed', 0, 'ann', '2026-11-23 16:11:00.864192+00', NULL, '2026-11-23 16:12:00.864192+00', 'ann', 'Replaced.');
INSERT INTO public.evidence VALUES (2, 1, 'known-issues-agreed', false, 'https://docs.example/issues', 'agreed', 0, 'ann', '2026-11-23 16:12:00.864192+00', NULL, '2026-11-23 16:12:00.864192+00', 'ann', 'A new one turned up.');
INSERT INTO public.evidence VALUES (3, 1, 'environment-baseline', true, '', 'The rack comes on Friday.', 0, 'ann', '2026-11-23 16:12:00.864192+00', '2026-11-25 18:12:00.864192+00', '2026-11-23 16:12:00.864192+00', 'eve', 'Replaced.');
INSERT INTO public.evidence VALUES (4, 1, 'environment-baseline', false, 'https://docs.example/baseline', '', 0, 'eve', '2026-11-23 16:12:00.864192+00', NULL, NULL, '', '');






INSERT INTO public.ledger_entries VALUES (1, NULL, '2026-11-23 12:00:00+00', 'programme-applied', 'programme/1', 0, 'operator', '{"changes":[{"Name":"si","Noun":"party","Verb":"add"},{"Name":"elexon","Noun":"party","Verb":"add"},{"Name":"supplier","Noun":"party","Verb":"add"},{"Name":"ann","Noun":"person","Verb":"add"},{"Name":"tess","Noun":"person","Verb":"add"},{"Name":"ray","Noun":"person","Verb":"add"},{"Name":"helix","Noun":"system","Verb":"add"},{"Name":"sit-a","Noun":"environment","Verb":"add"},{"Name":"","Noun":"name and places","Verb":"change"},{"Name":"","Noun":"policy","Verb":"change"},{"Name":"","Noun":"RACI table","Verb":"change"}],"programme":{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"","Retired":false}],"Version":1,"Zone":"Europe/London"}}', 0, 0);
INSERT INTO public.ledger_entries VALUES (2, NULL, '2026-11-23 12:00:00+00', 'programme-applied', 'programme/2', 0, 'operator', '{"changes":[{"Name":"pia","Noun":"person","Verb":"add"}],"programme":{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"","Retired":false}],"Version":2,"Zone":"Europe/London"}}', 1, 0);
INSERT INTO public.ledger_entries VALUES (3, 'landed-1', '2026-11-23 12:00:00+00', 'rfc-raised', 'rfc/1', 1, 'ray', '{"content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"d585ac85a0e7250208e0787329424b5a16589972ce8c4d4463e3d7bf5dbdb3ad","programme":2,"revision":2}', 2, 0);
INSERT INTO public.ledger_entries VALUES (4, NULL, '2026-11-23 12:00:00+00', 'ballot-opened', 'ballot/1', 1, 'ray', '{"deadline":"2026-11-25T12:00:00Z","digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","involved":["ray"],"may-override":false,"minimum":"2026-11-23T12:30:00Z","purpose":"approval","quorum":0,"rfc":1,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 3, 0);
INSERT INTO public.ledger_entries VALUES (5, 'landed-2', '2026-11-23 12:00:00+00', 'cadence-chosen', 'person/pia', 0, 'pia', '{"cadence":"weekly"}', 4, 0);
INSERT INTO public.ledger_entries VALUES (6, 'landed-3', '2026-11-23 12:01:00.123456+00', 'vote-cast', 'ballot/1', 1, 'ann', '{"choice":"go","digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","seat":"release-manager/si","words":""}', 5, 0);
INSERT INTO public.ledger_entries VALUES (7, 'landed-4', '2026-11-23 12:01:00.123456+00', 'ballot-void', 'ballot/1', 1, 'ray', '{"votes":1,"why":"The RFC was changed by Ray."}', 6, 0);
INSERT INTO public.ledger_entries VALUES (8, NULL, '2026-11-23 12:01:00.123456+00', 'rfc-edited', 'rfc/1', 1, 'ray', '{"content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","material":true,"programme":2,"revision":3}', 7, 0);
INSERT INTO public.ledger_entries VALUES (9, NULL, '2026-11-23 12:01:00.123456+00', 'ballot-opened', 'ballot/2', 1, 'ray', '{"deadline":"2026-11-25T12:01:00.123456Z","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","involved":["ray"],"may-override":false,"minimum":"2026-11-23T12:31:00.123456Z","purpose":"approval","quorum":0,"rfc":1,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 8, 0);
INSERT INTO public.ledger_entries VALUES (10, 'landed-5', '2026-11-23 12:02:00.246912+00', 'vote-cast', 'ballot/2', 1, 'ann', '{"choice":"no-go","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","seat":"release-manager/si","words":"The backout plan\nis missing; it''s \"needed\"."}', 9, 0);
INSERT INTO public.ledger_entries VALUES (11, 'landed-6', '2026-11-23 12:03:00.370368+00', 'vote-cast', 'ballot/2', 1, 'tess', '{"choice":"go-with-conditions","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","seat":"test-manager/si","words":"Run the settlement pack again first."}', 10, 0);
INSERT INTO public.ledger_entries VALUES (12, 'landed-7', '2026-11-23 12:04:00.493824+00', 'vote-cast', 'ballot/2', 1, 'ann', '{"choice":"go","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","seat":"release-manager/si","words":""}', 11, 0);
INSERT INTO public.ledger_entries VALUES (13, 'landed-8', '2026-11-23 13:04:00.493824+00', 'ballot-closed', 'ballot/2', 1, 'ann', '{"digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","outcome":"go","override":"","rfc-state":"approved","why":"Every mandatory seat was heard, at least one said Go and no No-Go stands."}', 12, 0);
INSERT INTO public.ledger_entries VALUES (14, 'landed-9', '2026-11-23 13:04:00.493824+00', 'condition-met', 'rfc/1', 1, 'ray', '{"condition":1,"evidence":"Report SP-12: all green."}', 13, 0);
INSERT INTO public.ledger_entries VALUES (15, NULL, '2026-11-23 13:04:00.493824+00', 'report-sent', 'report/digest-weekly/2026-W47', 0, '', '{"due":"2026-11-23T12:30:00Z","late":true,"merged":1,"notices":1}', 14, 0);
INSERT INTO public.ledger_entries VALUES (16, 'landed-10', '2026-11-23 14:04:00.493824+00', 'ballot-opened', 'ballot/3', 1, 'ann', '{"deadline":"2026-11-25T14:04:00.493824Z","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","involved":["ray"],"may-override":false,"minimum":"2026-11-23T14:34:00.493824Z","purpose":"deployment","quorum":0,"rfc":1,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 15, 0);
INSERT INTO public.ledger_entries VALUES (17, 'landed-11', '2026-11-23 14:05:00.61728+00', 'vote-cast', 'ballot/3', 1, 'tess', '{"choice":"go-with-conditions","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","seat":"test-manager/si","words":"Tell the suppliers an hour before."}', 16, 0);
INSERT INTO public.ledger_entries VALUES (18, 'landed-12', '2026-11-23 14:06:00.740736+00', 'vote-cast', 'ballot/3', 1, 'ann', '{"choice":"go","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","seat":"release-manager/si","words":""}', 17, 0);
INSERT INTO public.ledger_entries VALUES (19, NULL, '2026-11-23 15:06:00.740736+00', 'ballot-closed', 'ballot/3', 1, '', '{"digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","outcome":"go","override":"","rfc-state":"go","why":"Every mandatory seat was heard, at least one said Go and no No-Go stands."}', 18, 0);
INSERT INTO public.ledger_entries VALUES (20, 'landed-13', '2026-11-23 15:06:00.740736+00', 'rfc-raised', 'rfc/2', 2, 'ann', '{"content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51","programme":2,"revision":2}', 19, 0);
INSERT INTO public.ledger_entries VALUES (21, NULL, '2026-11-23 15:06:00.740736+00', 'ballot-opened', 'ballot/4', 2, 'ann', '{"deadline":"2026-11-25T15:06:00.740736Z","digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","involved":["ann"],"may-override":false,"minimum":"2026-11-23T15:36:00.740736Z","purpose":"approval","quorum":0,"rfc":2,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 20, 0);
INSERT INTO public.ledger_entries VALUES (22, 'landed-14', '2026-11-23 15:06:00.740736+00', 'ballot-void', 'ballot/4', 2, 'ann', '{"votes":0,"why":"The RFC was withdrawn by Ann."}', 21, 0);
INSERT INTO public.ledger_entries VALUES (23, NULL, '2026-11-23 15:06:00.740736+00', 'rfc-withdrawn', 'rfc/2', 2, 'ann', '{"reason":"Its window clashes with the data load."}', 22, 0);
INSERT INTO public.ledger_entries VALUES (24, 'landed-15', '2026-11-23 15:06:00.740736+00', 'rfc-drafted', 'rfc/3', 0, 'ray', '{"revision":1}', 23, 0);
INSERT INTO public.ledger_entries VALUES (25, 'landed-16', '2026-11-23 15:06:00.740736+00', 'rfc-raised', 'rfc/4', 4, 'ray', '{"content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"8a3b2897d23e826e54eafa3cd7200fa45d1fdaf47c33ad200cba56e14c2a1287","programme":2,"revision":2}', 24, 0);
INSERT INTO public.ledger_entries VALUES (26, NULL, '2026-11-23 15:06:00.740736+00', 'ballot-opened', 'ballot/5', 4, 'ray', '{"deadline":"2026-11-25T15:06:00.740736Z","digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","involved":["ray"],"may-override":false,"minimum":"2026-11-23T15:36:00.740736Z","purpose":"approval","quorum":0,"rfc":4,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 25, 0);
INSERT INTO public.ledger_entries VALUES (27, 'landed-17', '2026-11-23 15:07:00.864192+00', 'vote-cast', 'ballot/5', 4, 'ann', '{"choice":"go","digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","seat":"release-manager/si","words":""}', 26, 0);
INSERT INTO public.ledger_entries VALUES (28, NULL, '2026-11-23 16:07:00.864192+00', 'programme-applied', 'programme/3', 0, 'operator', '{"changes":[{"Name":"eve","Noun":"person","Verb":"add"},{"Name":"helix","Noun":"system","Verb":"change"},{"Name":"","Noun":"RACI table","Verb":"change"}],"programme":{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]},{"ID":"eve","Mail":"eve@gonogo.example","Name":"Eve","Retired":false,"Roles":[{"Party":"si","Role":"environment-manager"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"},"rollout-plans":{"rm":"R,A"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"https://git.example/helix.git","Retired":false}],"Version":3,"Zone":"Europe/London"}}', 27, 0);
INSERT INTO public.ledger_entries VALUES (29, 'landed-18', '2026-11-23 16:07:00.864192+00', 'release-created', 'release/1', 0, 'ray', '{"content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"programme":3,"revision":1,"stage":"planning","version":"1.0.1.0"}', 28, 1);
INSERT INTO public.ledger_entries VALUES (30, 'landed-19', '2026-11-23 16:07:00.864192+00', 'release-edited', 'release/1', 0, 'ray', '{"changes":[{"After":"Settlement runs again, “résumé” & all.","Before":"Settlement runs again.","Field":"Purpose"}],"content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"programme":3,"revision":2,"stage":"planning","version":"1.0.1.0"}', 29, 1);
INSERT INTO public.ledger_entries VALUES (31, 'landed-20', '2026-11-23 16:08:00.864192+00', 'release-moved', 'release/1', 0, 'ray', '{"from":"planning","gate":["planned","meetings"],"move":"plan agreed","reason":"","to":"build","version":"1.0.1.0"}', 30, 1);
INSERT INTO public.ledger_entries VALUES (32, 'landed-21', '2026-11-23 16:09:00.864192+00', 'build-registered', 'release/1', 0, 'ray', '{"bom":"sha256:8f618fe99f114a8fda1cf11c767b484833d49c165b0e18f07bb9edd3252c0392","build":1,"commit":"0000000000000000000000000000000000007631","files":1,"name":"2026.11.0","package":"abababababababababababababababababababababababababababababababab","repository":"https://git.example/helix.git","tag":"v1"}', 31, 1);
INSERT INTO public.ledger_entries VALUES (33, 'landed-22', '2026-11-23 16:10:00.864192+00', 'build-registered', 'release/1', 0, 'ray', '{"bom":"sha256:8f618fe99f114a8fda1cf11c767b484833d49c165b0e18f07bb9edd3252c0392","build":2,"commit":"0000000000000000000000000000000000007632","files":1,"name":"2026.11.1","package":"abababababababababababababababababababababababababababababababab","repository":"https://git.example/helix.git","tag":"v2"}', 32, 1);
INSERT INTO public.ledger_entries VALUES (34, 'landed-23', '2026-11-23 16:11:00.864192+00', 'evidence-given', 'release/1', 0, 'ann', '{"build":0,"check":"known-issues-agreed","evidence":1,"note":"agreed","ref":"https://docs.example/issues","until":"0001-01-01T00:00:00Z","waiver":false}', 33, 1);
INSERT INTO public.ledger_entries VALUES (35, 'landed-24', '2026-11-23 16:12:00.864192+00', 'evidence-taken', 'release/1', 0, 'ann', '{"check":"known-issues-agreed","evidence":1,"why":"Replaced."}', 34, 1);
INSERT INTO public.ledger_entries VALUES (36, NULL, '2026-11-23 16:12:00.864192+00', 'evidence-given', 'release/1', 0, 'ann', '{"build":0,"check":"known-issues-agreed","evidence":2,"note":"agreed","ref":"https://docs.example/issues","until":"0001-01-01T00:00:00Z","waiver":false}', 35, 1);
INSERT INTO public.ledger_entries VALUES (37, 'landed-25', '2026-11-23 16:12:00.864192+00', 'evidence-given', 'release/1', 0, 'ann', '{"build":0,"check":"environment-baseline","evidence":3,"note":"The rack comes on Friday.","ref":"","until":"2026-11-25T18:12:00.864192Z","waiver":true}', 36, 1);
INSERT INTO public.ledger_entries VALUES (38, 'landed-26', '2026-11-23 16:12:00.864192+00', 'evidence-taken', 'release/1', 0, 'ann', '{"check":"known-issues-agreed","evidence":2,"why":"A new one turned up."}', 37, 1);
INSERT INTO public.ledger_entries VALUES (39, 'landed-27', '2026-11-23 16:12:00.864192+00', 'evidence-taken', 'release/1', 0, 'eve', '{"check":"environment-baseline","evidence":3,"why":"Replaced."}', 38, 1);
INSERT INTO public.ledger_entries VALUES (40, NULL, '2026-11-23 16:12:00.864192+00', 'evidence-given', 'release/1', 0, 'eve', '{"build":0,"check":"environment-baseline","evidence":4,"note":"","ref":"https://docs.example/baseline","until":"0001-01-01T00:00:00Z","waiver":false}', 39, 1);
INSERT INTO public.ledger_entries VALUES (41, 'landed-28', '2026-11-23 16:12:00.864192+00', 'release-created', 'release/2', 0, 'ray', '{"content":{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"programme":3,"revision":1,"stage":"planning","version":"1.0.2.0"}', 40, 2);
INSERT INTO public.ledger_entries VALUES (42, 'landed-29', '2026-11-23 16:12:00.864192+00', 'release-reclassified', 'release/2', 0, 'ray', '{"before":"1.0.2.0","content":{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"minor"},"programme":3,"revision":2,"stage":"planning","version":"1.1.0.0"}', 41, 2);
INSERT INTO public.ledger_entries VALUES (43, 'landed-30', '2026-11-23 16:12:00.864192+00', 'release-abandoned', 'release/2', 0, 'ray', '{"reason":"Its content goes with the next.","version":"1.1.0.0"}', 42, 2);



INSERT INTO public.ledger_hashes VALUES (0, '\xaa186861693bb23417956137051dbeef903898c58f5baa4fc324f9b184b91be9');
INSERT INTO public.ledger_hashes VALUES (1, '\xc8132c837799e20836e673debc73ba09e8ef731d48b09aaa2f3bed373af67819');
INSERT INTO public.ledger_hashes VALUES (2, '\x16a4e3fb8375a1651a10ee377dd4e4535c7ef601b53035fbfbbe323695502ab9');
INSERT INTO public.ledger_hashes VALUES (3, '\x450ede06273202d98220f7a8d0a8b7bd6461ef7a02be4304274d5dd2c9e3e4b5');
INSERT INTO public.ledger_hashes VALUES (4, '\xd969456713d4b03850ea896cae848dbc9293054e3480c2fa14bb6fb283fc7321');
INSERT INTO public.ledger_hashes VALUES (5, '\x49c1a502dafeade936e4952a840fdb2a240213c61347dd887f262a27f7134a92');
INSERT INTO public.ledger_hashes VALUES (6, '\xf175328dbc459f60d73bff32b37e1d74febd98ac0753b88e1c61295a628aea7e');
INSERT INTO public.ledger_hashes VALUES (7, '\xc7df0a57c10b43fc88044de8fbc7b9ae2a3c757ce72202f601be31dae0391fcb');
INSERT INTO public.ledger_hashes VALUES (8, '\xdd61f993dab8d7a997fa72e91e9618f36675ab9638d50ccbd67e14fc13e893c3');
INSERT INTO public.ledger_hashes VALUES (9, '\xaebad2b9f9f7f4d9ed41fad655ef6f175d403203e91e4fab997f7a36f3b07d07');
INSERT INTO public.ledger_hashes VALUES (10, '\x6ececb7b5bc6492d5ae5b5d5bdf62f7dc014ad86594b5a3235e7ea6a21d83981');
INSERT INTO public.ledger_hashes VALUES (11, '\x0217c3790ba30daa5504302afd58f7b18bbd4723b77327c60e0c89cf202a4f28');
INSERT INTO public.ledger_hashes VALUES (12, '\xaddc6b7f75904e72eb592a52ea22c09b4b2aece590a767fe6a4eada5982ff3d7');
INSERT INTO public.ledger_hashes VALUES (13, '\xf1d95d8e4cf5adbeb5ffb867b4efae3a1700cd4a4cfb4523feebcec9efeacd35');
INSERT INTO public.ledger_hashes VALUES (14, '\x9e76da006d51862e64c1c6d02a22810af20c09009dc8272c3cf4d004fc166db9');
INSERT INTO public.ledger_hashes VALUES (15, '\xe4b7d6482357de4ff57cbbb163c2c1ce9ae3d46efe02e5b789e75d5f3aa49243');
INSERT INTO public.ledger_hashes VALUES (16, '\xa6428cf6a764fae25ed64e08a036c1c5fa816521a2007308261306e4d62a4ad4');
INSERT INTO public.ledger_hashes VALUES (17, '\x5bdda8ce7b82f69ae9b342ad8c23bd648836d1503cdef6d454d9d3dabdd94f1d');
INSERT INTO public.ledger_hashes VALUES (18, '\x7f86e09af32877842a723ff863ece7941ec2aca81defb7c7c96f44d4072234e5');
INSERT INTO public.ledger_hashes VALUES (19, '\x8180d5543240ecb790c0d5e5e0a83ba7b86beb16743c5905f7bc143a8487f81a');
INSERT INTO public.ledger_hashes VALUES (20, '\x654314df042bee52f32e89da24dec25bb733527525369752cceaa2c1833f8279');
INSERT INTO public.ledger_hashes VALUES (21, '\xeae45cc65d10240c58fd9e9daff7c44c10d802e862f91320e3eebca9538bbcb9');
INSERT INTO public.ledger_hashes VALUES (22, '\x91281b693fab97636fa1400e88dd76765b43c8c92bd79fe7a0d28e6913e2c8d0');
INSERT INTO public.ledger_hashes VALUES (23, '\x4ab6381bc06ccb862d7d61d5c7ab06a403b192cd093f8235025001ce26030ef4');
INSERT INTO public.ledger_hashes VALUES (24, '\x8267309d2c03cf693dc4759a21b51f31ed33b7262eddbafef69578c0db3f4807');
INSERT INTO public.ledger_hashes VALUES (25, '\x63db5dd05e3779abd780233fa67d9a40a9738688717f9a92e1c1e5b49acef840');
INSERT INTO public.ledger_hashes VALUES (26, '\x6a8bc9c5fea093d49d0601ea5aa71085e2e2bbad09c39650749bb4b72589be5d');
INSERT INTO public.ledger_hashes VALUES (27, '\xf8748d5286bd00505ff07cc28954efe08d2fa6bea4afccecef8c5077a436fbb9');
INSERT INTO public.ledger_hashes VALUES (28, '\x61d07e655e5687d658d9e475f6f9de8dbaa1f4c4c4abb9e86876cdd2a5026da8');
INSERT INTO public.ledger_hashes VALUES (29, '\x92f31f0ed5181f6d23bcbd391f35abe9398dfd4e64c2b84ca57db479e8d2f61b');
INSERT INTO public.ledger_hashes VALUES (30, '\x4f8c9b1fbde5fcdce3ac41ce15449d8a719cbb22cb4d4c44fa59f20c803205f9');
INSERT INTO public.ledger_hashes VALUES (31, '\x05b2d69533507bff6efda896408666e222bbd3c697ed4c0b83acce017e5f4985');
INSERT INTO public.ledger_hashes VALUES (32, '\x06744d0680f030e543e064e3f8661ef387310fe7611e7fb7bec46d7e5b756eca');
INSERT INTO public.ledger_hashes VALUES (33, '\x9c78a3371ebb30d504228302a4ffd8300f6b6592f5983430ec26a5e857dd5d4c');
INSERT INTO public.ledger_hashes VALUES (34, '\x6d07401859ec20a8eeb840f8468dcae15745e69f4a33e80c6f9ab334bfcbc3dc');
INSERT INTO public.ledger_hashes VALUES (35, '\x707c982ac87226b706bd092c9848b9f3f4ca3cd18d6ff63cc53b4e4163558104');
INSERT INTO public.ledger_hashes VALUES (36, '\xeeebf6e9ac6f9746ceb8abdabfb13c32b0e68f361e167077cee0e7e6a025590d');
INSERT INTO public.ledger_hashes VALUES (37, '\xa60656fc81842894511a1e6b121ee64c6e43ef7999fef934e4327b6dcc7fb4eb');
INSERT INTO public.ledger_hashes VALUES (38, '\xa093db1c3278f3b219e77b13d6a2cbbb655dbe44f197afd7fbd5abf6bf90929c');
INSERT INTO public.ledger_hashes VALUES (39, '\x8e31d0e54cfa2226860584c7ff926c75e1904309901558096b0a53cc681a7522');
INSERT INTO public.ledger_hashes VALUES (40, '\x9b40b38a9ee26311981b9e99bd797776d60861aeba3495fc8e47a60d86050d2d');
INSERT INTO public.ledger_hashes VALUES (41, '\x7502dcb138963b881e08cbf1a805f60cf49fa66c28c01828e525353f1f65ec11');
INSERT INTO public.ledger_hashes VALUES (42, '\xb3c0baace7dfd2e7fe109de6e582872f0719ff3e419ca71bed59dbc1a70e9790');
INSERT INTO public.ledger_hashes VALUES (43, '\xb7169c6766944a155b25d3c46e87c762491109e27c07c65b58f575600669631e');
INSERT INTO public.ledger_hashes VALUES (44, '\x8b72347d8ba0bbbc58ae98784b069abefa80f4702b479954fbb0fc2fa2ca33cc');
INSERT INTO public.ledger_hashes VALUES (45, '\x7abce56e48eba0a09e86f17c5e78952ffd2d3e0ba495c731021bd93f2d8bf750');
INSERT INTO public.ledger_hashes VALUES (46, '\x7e5b30f48d9aa804acbe10b61907c7819454d6a7c5c659d8d080a43c511af0e3');
INSERT INTO public.ledger_hashes VALUES (47, '\xbf6dc1f42973804a2fd385fdae8b05235ada93038154746f9754147a22cba235');
INSERT INTO public.ledger_hashes VALUES (48, '\x0d979fb1385f1986af710c63c945f1b1b4aba1529315e68789f6c795ea047c90');
INSERT INTO public.ledger_hashes VALUES (49, '\x8b765e8da9489a1f6fb68e1775c9973d999e6604d7b73f0947010a8d502890fb');
INSERT INTO public.ledger_hashes VALUES (50, '\x82dadd737133450a9f465069b1d79826e00c6b628b270963f05a16ad10754506');
INSERT INTO public.ledger_hashes VALUES (51, '\xda6420761f2ee23c8543de099773716fe1e515e4d7c6b5b1f8ab0f0481b99cce');
INSERT INTO public.ledger_hashes VALUES (52, '\x4b1fc484499078937ed6c14d7ac46e2201e595c63346c9156aae0aceb5f7e862');
INSERT INTO public.ledger_hashes VALUES (53, '\x33050e9bd32d324e282a014796a4f98fcd8dd5d722e97571edf32e3336c7cc78');
INSERT INTO public.ledger_hashes VALUES (54, '\x94d832751e99b1b93932a6ba2f379d8b167b68bd4364bfc0ab685a98e5323963');
INSERT INTO public.ledger_hashes VALUES (55, '\xe3999249b0c9c88c6d8e0d129069a10b71f7c07300599111e2997b431be96858');
INSERT INTO public.ledger_hashes VALUES (56, '\xb52da339f41648fd23d59ba40372374f25ba56762d7e24f772274dd42a61580c');
INSERT INTO public.ledger_hashes VALUES (57, '\x2e63ffba72b618e9be5d8654ad5379021131d369cc8395262a436812b150135d');
INSERT INTO public.ledger_hashes VALUES (58, '\x81a9d2b0b47c879506a52fb2781389cc1d08189214dc5832f21af1fdb00c25ed');
INSERT INTO public.ledger_hashes VALUES (59, '\x2e72374d810c9b9b847317b0a6df356f193f82ee436da985ae375b5783caabcb');
INSERT INTO public.ledger_hashes VALUES (60, '\x43b325531d6de1f48df2cfb2321ab8a2bccacf9a9ccba33239d562c85144c0d3');
INSERT INTO public.ledger_hashes VALUES (61, '\x3b2bd5f3193fabbbe568092aa8efdb887d90915135a4c71334e0129158427be0');
INSERT INTO public.ledger_hashes VALUES (62, '\x991bcbeb4f483fc7b28c81e1609f7bbaed1e9ff3dacc6e891fec3dcf838dac65');
INSERT INTO public.ledger_hashes VALUES (63, '\x0a1c3acc7ebcafa41a9d2af07ec8b815fe50eb438603ac80ba9d3e25a4a13008');
INSERT INTO public.ledger_hashes VALUES (64, '\x64e23be8938336d30e380dcd82b3aa67de27966e61afb207fcfebcc89e11851c');
INSERT INTO public.ledger_hashes VALUES (65, '\x515433547e5369134366d51f772c606725c33315b591ab61c57ce9ce42f7e485');
INSERT INTO public.ledger_hashes VALUES (66, '\x77f090c69250797199a0ddfb655048a1cf35c0329f8d8e1ac9d1f35386992ad5');
INSERT INTO public.ledger_hashes VALUES (67, '\x1a4382deb9d17b1571b4f7fef5c6bcebed22f9a7b3af4453785a85243830ab29');
INSERT INTO public.ledger_hashes VALUES (68, '\x73110c7be6165a5f985f9cb5eb2e33edfc41218e8b92c51ff1a7c2f6432a0384');
INSERT INTO public.ledger_hashes VALUES (69, '\xb8990cc92f48f02ee74ca803c1dd30d85e93d93b5c760c871d6917a8190322a5');
INSERT INTO public.ledger_hashes VALUES (70, '\x9ba6f96818398f557991edf3da23821bfe4aaf905001599b9d3230cad1615c1e');
INSERT INTO public.ledger_hashes VALUES (71, '\x3a738872662aaac72daa78d9c763a89359bca312c31334db2e2b606e0fc63c28');
INSERT INTO public.ledger_hashes VALUES (72, '\xfb35fe48a984ce927ec38941aa822159bb9c7115f357e1b98e7380182df10976');
INSERT INTO public.ledger_hashes VALUES (73, '\x809a663f5b1f683188eb9c7cc141ee34eca2663a7aed46d4cf01cbbd8ca4a192');
INSERT INTO public.ledger_hashes VALUES (74, '\xea8307bc07372071feeb2546b842877855e1872ec23e8c44af5b4abf0a24f7ee');
INSERT INTO public.ledger_hashes VALUES (75, '\x56705f87a843dc182013e8fb5b2925678a1d19c24566d888e53e15f8d15f7295');
INSERT INTO public.ledger_hashes VALUES (76, '\x33cff1f6c43c9f69e06538588b6b02c84cf42b6cc1b117ba73b1c003ed8dc479');
INSERT INTO public.ledger_hashes VALUES (77, '\x7d3584917e423620fcecebaf1a05479d0fa975ba0e5efb5b3e6f5c5cdcedaf25');
INSERT INTO public.ledger_hashes VALUES (78, '\xf31ba2bcb38e916c27b5316d85a4c099153a0860eb6dfa6bef83e9ce76059837');
INSERT INTO public.ledger_hashes VALUES (79, '\xae588da7549fce4ed74f0aa44c74da37fd16178480e653df0ccc8e4277d4f88b');
INSERT INTO public.ledger_hashes VALUES (80, '\xab6f0fb11e0b6614d6abd0ac73c81f81e76c43e7aba8ebb076d1cc5be4409c7f');
INSERT INTO public.ledger_hashes VALUES (81, '\x365c75f5fe1c91853d7603f544a7bd5a1614dc65b52d339e7f76c87e0a144cec');



INSERT INTO public.ledger_head VALUES (1, 'PRIVATE+KEY+gonogo+0710bfb7+Ad+vVdWlQXnPa62V1eIQ+tay0iuDIaofcvbB8QG6ZJNF', 'gonogo+0710bfb7+ATqGk1zBuXdalSU94rYV4CiqKKkR6bDMA3Lx1Qe2SvMp', 43, 'gonogo
43
bQbDV6rEpAAk2Jxk20kClCSmcsg3EIfeNk8E0sbkF2U=

— gonogo BxC/txFUM/IEx6SkymRHb1XmWMMCUiKCGb/DQhz4JCbHbvKQTxPqxL0JvSlGFAb1ZJTA1zko45Kvw0vttrpHUybl9As=
');









INSERT INTO public.notices VALUES (1, 'rfc/1/raised/2/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T12:00:00Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:00:00Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":1,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:30:00Z","OpenedAt":"2026-11-23T12:00:00Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T12:00:00Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:00:00+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (2, 'rfc/1/raised/2/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T12:00:00Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:00:00Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":1,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:30:00Z","OpenedAt":"2026-11-23T12:00:00Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T12:00:00Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:00:00+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (3, 'rfc/1/raised/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T12:00:00Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:00:00Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":1,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:30:00Z","OpenedAt":"2026-11-23T12:00:00Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T12:00:00Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:00:00+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (4, 'rfc/1/edited/3/mail/ann', 'mail', 'ann', 'act', '{"Again":true,"At":"2026-11-23T12:01:00.123456Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Seat":"release-manager/si","Words":""}],"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Changes":[{"After":"Helix patch 7 “with the résumé’s fix” & <more>","Before":"Helix patch 7","Field":"Title"},{"After":"server down","Before":"no disruption","Field":"Disruption"}],"Kind":"rfc-edited","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":3,"State":"raised","UpdatedAt":"2026-11-23T12:01:00.123456Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:01:00.123456+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (5, 'rfc/1/edited/3/mail/tess', 'mail', 'tess', 'act', '{"Again":true,"At":"2026-11-23T12:01:00.123456Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Seat":"release-manager/si","Words":""}],"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Changes":[{"After":"Helix patch 7 “with the résumé’s fix” & <more>","Before":"Helix patch 7","Field":"Title"},{"After":"server down","Before":"no disruption","Field":"Disruption"}],"Kind":"rfc-edited","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":3,"State":"raised","UpdatedAt":"2026-11-23T12:01:00.123456Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:01:00.123456+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (6, 'rfc/1/edited/3/thread', 'thread', '', 'told', '{"Again":true,"At":"2026-11-23T12:01:00.123456Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Seat":"release-manager/si","Words":""}],"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Changes":[{"After":"Helix patch 7 “with the résumé’s fix” & <more>","Before":"Helix patch 7","Field":"Title"},{"After":"server down","Before":"no disruption","Field":"Disruption"}],"Kind":"rfc-edited","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":3,"State":"raised","UpdatedAt":"2026-11-23T12:01:00.123456Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:01:00.123456+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (7, 'ballot/2/closed/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (8, 'ballot/2/closed/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (9, 'ballot/2/closed/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (11, 'ballot/2/closed/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (12, 'ballot/2/closed/direct/ray', 'direct', 'ray', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (13, 'condition/1/met/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","By":"ray","Kind":"condition-met","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":"Report SP-12: all green."}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (14, 'condition/1/met/direct/tess', 'direct', 'tess', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","By":"ray","Kind":"condition-met","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":"Report SP-12: all green."}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (15, 'digest-weekly/2026-W47/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","By":"","Kind":"digest","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 13:04:00.493824+00', '\x5375626a6563743a2053500d0a0d0a4f6e65206465636973696f6e2c20c3a90d0a', 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (10, 'ballot/2/closed/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'weekly', '2026-11-23 13:04:00.493824+00', NULL, 'merged', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (16, 'ballot/3/opened/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 14:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (17, 'ballot/3/opened/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 14:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (18, 'ballot/3/opened/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'weekly', '2026-11-23 14:04:00.493824+00', NULL, 'held', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (19, 'ballot/3/opened/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 14:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (20, 'ballot/3/closed/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (21, 'ballot/3/closed/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (22, 'ballot/3/closed/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (23, 'ballot/3/closed/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'weekly', '2026-11-23 15:06:00.740736+00', NULL, 'held', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (24, 'ballot/3/closed/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (25, 'ballot/3/closed/direct/ray', 'direct', 'ray', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (26, 'rfc/2/raised/2/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":""}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (27, 'rfc/2/raised/2/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":""}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (28, 'rfc/2/raised/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":""}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (29, 'rfc/2/withdrawn/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann.","Votes":[]},"By":"ann","Kind":"rfc-withdrawn","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (30, 'rfc/2/withdrawn/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann.","Votes":[]},"By":"ann","Kind":"rfc-withdrawn","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (31, 'rfc/2/withdrawn/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann.","Votes":[]},"By":"ann","Kind":"rfc-withdrawn","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'weekly', '2026-11-23 15:06:00.740736+00', NULL, 'held', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (32, 'rfc/2/withdrawn/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann.","Votes":[]},"By":"ann","Kind":"rfc-withdrawn","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (37, 'release/1/moved/3/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:08:00.864192Z","By":"ray","Kind":"release-moved","Move":"plan agreed","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":3,"Stage":"build","UpdatedAt":"2026-11-23T16:08:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"}}', 0, 'immediate', '2026-11-23 16:08:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 1);
INSERT INTO public.notices VALUES (33, 'rfc/4/raised/2/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":5,"Involved":["ray"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":4,"Raiser":"ray","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":4,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ray"},"Reason":""}', 4, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (34, 'rfc/4/raised/2/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":5,"Involved":["ray"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":4,"Raiser":"ray","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":4,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ray"},"Reason":""}', 4, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (35, 'rfc/4/raised/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":5,"Involved":["ray"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":4,"Raiser":"ray","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":4,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ray"},"Reason":""}', 4, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0);
INSERT INTO public.notices VALUES (36, 'release/1/created/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:07:00.864192Z","By":"ray","Kind":"release-moved","Move":"planned","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":1,"Stage":"planning","UpdatedAt":"2026-11-23T16:07:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"}}', 0, 'immediate', '2026-11-23 16:07:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 1);
INSERT INTO public.notices VALUES (38, 'release/2/created/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:12:00.864192Z","By":"ray","Kind":"release-moved","Move":"planned","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":2,"Programme":3,"RFC":0,"Revision":1,"Stage":"planning","UpdatedAt":"2026-11-23T16:12:00.864192Z","UpdatedBy":"ray","Version":"1.0.2.0"}}', 0, 'immediate', '2026-11-23 16:12:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 2);
INSERT INTO public.notices VALUES (39, 'release/2/reclassified/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:12:00.864192Z","By":"ray","Kind":"release-reclassified","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"1.0.2.0","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"minor"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":2,"Programme":3,"RFC":0,"Revision":2,"Stage":"planning","UpdatedAt":"2026-11-23T16:12:00.864192Z","UpdatedBy":"ray","Version":"1.1.0.0"}}', 0, 'immediate', '2026-11-23 16:12:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 2);
INSERT INTO public.notices VALUES (40, 'release/2/abandoned/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:12:00.864192Z","By":"ray","Kind":"release-abandoned","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"Its content goes with the next.","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"minor"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"Its content goes with the next.","Number":2,"Programme":3,"RFC":0,"Revision":3,"Stage":"abandoned","UpdatedAt":"2026-11-23T16:12:00.864192Z","UpdatedBy":"ray","Version":"1.1.0.0"}}', 0, 'immediate', '2026-11-23 16:12:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 2);



INSERT INTO public.programmes VALUES (1, '2026-11-23 12:00:00+00', 'operator', '{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"","Retired":false}],"Version":1,"Zone":"Europe/London"}');
INSERT INTO public.programmes VALUES (2, '2026-11-23 12:00:00+00', 'operator', '{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"","Retired":false}],"Version":2,"Zone":"Europe/London"}');
INSERT INTO public.programmes VALUES (3, '2026-11-23 16:07:00.864192+00', 'operator', '{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]},{"ID":"eve","Mail":"eve@gonogo.example","Name":"Eve","Retired":false,"Roles":[{"Party":"si","Role":"environment-manager"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"},"rollout-plans":{"rm":"R,A"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"https://git.example/helix.git","Retired":false}],"Version":3,"Zone":"Europe/London"}');



INSERT INTO public.release_revisions VALUES (1, 1, 'helix', '1.0.1.0', 'planning', 'ray', 0, 0, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:07:00.864192+00', 3, false, '');
INSERT INTO public.release_revisions VALUES (1, 2, 'helix', '1.0.1.0', 'planning', 'ray', 0, 0, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:07:00.864192+00', 3, false, '');
INSERT INTO public.release_revisions VALUES (1, 3, 'helix', '1.0.1.0', 'build', 'ray', 0, 0, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:08:00.864192+00', 3, false, '');
INSERT INTO public.release_revisions VALUES (1, 4, 'helix', '1.0.1.0', 'build', 'ray', 0, 1, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:09:00.864192+00', 3, false, '');
INSERT INTO public.release_revisions VALUES (1, 5, 'helix', '1.0.1.0', 'build', 'ray', 0, 2, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:10:00.864192+00', 3, false, '');
INSERT INTO public.release_revisions VALUES (2, 1, 'helix', '1.0.2.0', 'planning', 'ray', 0, 0, '{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:12:00.864192+00', 3, false, '');
INSERT INTO public.release_revisions VALUES (2, 2, 'helix', '1.1.0.0', 'planning', 'ray', 0, 0, '{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"minor"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:12:00.864192+00', 3, false, '');
INSERT INTO public.release_revisions VALUES (2, 3, 'helix', '1.1.0.0', 'abandoned', 'ray', 0, 0, '{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"minor"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:12:00.864192+00', 3, false, 'Its content goes with the next.');



INSERT INTO public.release_versions VALUES ('helix', 1, 0, 1, 0, 1);
INSERT INTO public.release_versions VALUES ('helix', 1, 0, 2, 0, 2);
INSERT INTO public.release_versions VALUES ('helix', 1, 1, 0, 0, 2);



INSERT INTO public.releases VALUES (1, 5, 'helix', '1.0.1.0', 'build', 'ray', 0, 2, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:10:00.864192+00', 3, false, '');
INSERT INTO public.releases VALUES (2, 3, 'helix', '1.1.0.0', 'abandoned', 'ray', 0, 0, '{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"minor"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:12:00.864192+00', 3, false, 'Its content goes with the next.');



INSERT INTO public.rfc_revisions VALUES (1, 1, 'draft', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 12:00:00+00', NULL, '2026-11-23 12:00:00+00', 'ray', 2, '');
INSERT INTO public.rfc_revisions VALUES (1, 2, 'raised', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 12:00:00+00', '2026-11-23 12:00:00+00', '2026-11-23 12:00:00+00', 'ray', 2, '');
INSERT INTO public.rfc_revisions VALUES (1, 3, 'raised', '', '{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 12:00:00+00', '2026-11-23 12:00:00+00', '2026-11-23 12:01:00.123456+00', 'ray', 2, '');
INSERT INTO public.rfc_revisions VALUES (1, 4, 'approved', '', '{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 12:00:00+00', '2026-11-23 12:00:00+00', '2026-11-23 13:04:00.493824+00', 'ann', 2, '');
INSERT INTO public.rfc_revisions VALUES (1, 5, 'go-no-go', '', '{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 12:00:00+00', '2026-11-23 12:00:00+00', '2026-11-23 14:04:00.493824+00', 'ann', 2, '');
INSERT INTO public.rfc_revisions VALUES (1, 6, 'go', '', '{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 12:00:00+00', '2026-11-23 12:00:00+00', '2026-11-23 15:06:00.740736+00', '', 2, '');
INSERT INTO public.rfc_revisions VALUES (2, 1, 'draft', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ann', '2026-11-23 15:06:00.740736+00', NULL, '2026-11-23 15:06:00.740736+00', 'ann', 2, '');
INSERT INTO public.rfc_revisions VALUES (2, 2, 'raised', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ann', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', 'ann', 2, '');
INSERT INTO public.rfc_revisions VALUES (2, 3, 'withdrawn', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ann', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', 'ann', 2, 'Its window clashes with the data load.');
INSERT INTO public.rfc_revisions VALUES (3, 1, 'draft', '', '{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"helix","title":"Helix 5","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}}', 'ray', '2026-11-23 15:06:00.740736+00', NULL, '2026-11-23 15:06:00.740736+00', 'ray', 2, '');
INSERT INTO public.rfc_revisions VALUES (4, 1, 'draft', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 15:06:00.740736+00', NULL, '2026-11-23 15:06:00.740736+00', 'ray', 2, '');
INSERT INTO public.rfc_revisions VALUES (4, 2, 'raised', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', 'ray', 2, '');



INSERT INTO public.rfcs VALUES (1, 6, 'go', '', '{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 12:00:00+00', '2026-11-23 12:00:00+00', '2026-11-23 15:06:00.740736+00', '', 2, '');
INSERT INTO public.rfcs VALUES (2, 3, 'withdrawn', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ann', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', 'ann', 2, 'Its window clashes with the data load.');
INSERT INTO public.rfcs VALUES (3, 1, 'draft', '', '{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"helix","title":"Helix 5","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}}', 'ray', '2026-11-23 15:06:00.740736+00', NULL, '2026-11-23 15:06:00.740736+00', 'ray', 2, '');
INSERT INTO public.rfcs VALUES (4, 2, 'raised', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', 'ray', 2, '');









INSERT INTO public.river_job VALUES (1, 'available', 0, 100, NULL, '2026-11-21 06:35:33.621407+00', NULL, '2026-11-21 06:35:33.621407+00', 1, '{"notice": 1}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (2, 'available', 0, 100, NULL, '2026-11-21 06:35:33.621407+00', NULL, '2026-11-21 06:35:33.621407+00', 1, '{"notice": 2}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (3, 'available', 0, 100, NULL, '2026-11-21 06:35:33.621407+00', NULL, '2026-11-21 06:35:33.621407+00', 1, '{"notice": 3}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (4, 'available', 0, 100, NULL, '2026-11-21 06:35:33.639496+00', NULL, '2026-11-21 06:35:33.639496+00', 1, '{"notice": 4}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (5, 'available', 0, 100, NULL, '2026-11-21 06:35:33.639496+00', NULL, '2026-11-21 06:35:33.639496+00', 1, '{"notice": 5}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (6, 'available', 0, 100, NULL, '2026-11-21 06:35:33.639496+00', NULL, '2026-11-21 06:35:33.639496+00', 1, '{"notice": 6}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (7, 'available', 0, 100, NULL, '2026-11-21 06:35:33.654063+00', NULL, '2026-11-21 06:35:33.654063+00', 1, '{"notice": 7}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (8, 'available', 0, 100, NULL, '2026-11-21 06:35:33.654063+00', NULL, '2026-11-21 06:35:33.654063+00', 1, '{"notice": 8}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (9, 'available', 0, 100, NULL, '2026-11-21 06:35:33.654063+00', NULL, '2026-11-21 06:35:33.654063+00', 1, '{"notice": 9}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (10, 'available', 0, 100, NULL, '2026-11-21 06:35:33.654063+00', NULL, '2026-11-21 06:35:33.654063+00', 1, '{"notice": 11}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (11, 'available', 0, 100, NULL, '2026-11-21 06:35:33.655323+00', NULL, '2026-11-21 06:35:33.655323+00', 1, '{"notice": 12}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (12, 'available', 0, 100, NULL, '2026-11-21 06:35:33.659063+00', NULL, '2026-11-21 06:35:33.659063+00', 1, '{"notice": 13}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (13, 'available', 0, 100, NULL, '2026-11-21 06:35:33.65989+00', NULL, '2026-11-21 06:35:33.65989+00', 1, '{"notice": 14}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (14, 'available', 0, 100, NULL, '2026-11-21 06:35:33.661754+00', NULL, '2026-11-21 06:35:33.661754+00', 1, '{"notice": 15}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (15, 'available', 0, 100, NULL, '2026-11-21 06:35:33.665562+00', NULL, '2026-11-21 06:35:33.665562+00', 1, '{"notice": 16}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (16, 'available', 0, 100, NULL, '2026-11-21 06:35:33.665562+00', NULL, '2026-11-21 06:35:33.665562+00', 1, '{"notice": 17}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (17, 'available', 0, 100, NULL, '2026-11-21 06:35:33.665562+00', NULL, '2026-11-21 06:35:33.665562+00', 1, '{"notice": 19}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (18, 'available', 0, 100, NULL, '2026-11-21 06:35:33.674607+00', NULL, '2026-11-21 06:35:33.674607+00', 1, '{"notice": 20}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (19, 'available', 0, 100, NULL, '2026-11-21 06:35:33.674607+00', NULL, '2026-11-21 06:35:33.674607+00', 1, '{"notice": 21}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (20, 'available', 0, 100, NULL, '2026-11-21 06:35:33.674607+00', NULL, '2026-11-21 06:35:33.674607+00', 1, '{"notice": 22}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (21, 'available', 0, 100, NULL, '2026-11-21 06:35:33.674607+00', NULL, '2026-11-21 06:35:33.674607+00', 1, '{"notice": 24}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (22, 'available', 0, 100, NULL, '2026-11-21 06:35:33.675543+00', NULL, '2026-11-21 06:35:33.675543+00', 1, '{"notice": 25}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (23, 'available', 0, 100, NULL, '2026-11-21 06:35:33.680138+00', NULL, '2026-11-21 06:35:33.680138+00', 1, '{"notice": 26}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (24, 'available', 0, 100, NULL, '2026-11-21 06:35:33.680138+00', NULL, '2026-11-21 06:35:33.680138+00', 1, '{"notice": 27}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (25, 'available', 0, 100, NULL, '2026-11-21 06:35:33.680138+00', NULL, '2026-11-21 06:35:33.680138+00', 1, '{"notice": 28}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (26, 'available', 0, 100, NULL, '2026-11-21 06:35:33.687646+00', NULL, '2026-11-21 06:35:33.687646+00', 1, '{"notice": 29}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (27, 'available', 0, 100, NULL, '2026-11-21 06:35:33.687646+00', NULL, '2026-11-21 06:35:33.687646+00', 1, '{"notice": 30}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (28, 'available', 0, 100, NULL, '2026-11-21 06:35:33.687646+00', NULL, '2026-11-21 06:35:33.687646+00', 1, '{"notice": 32}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (29, 'available', 0, 100, NULL, '2026-11-21 06:35:33.691532+00', NULL, '2026-11-21 06:35:33.691532+00', 1, '{"notice": 33}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (30, 'available', 0, 100, NULL, '2026-11-21 06:35:33.691532+00', NULL, '2026-11-21 06:35:33.691532+00', 1, '{"notice": 34}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (31, 'available', 0, 100, NULL, '2026-11-21 06:35:33.691532+00', NULL, '2026-11-21 06:35:33.691532+00', 1, '{"notice": 35}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (32, 'available', 0, 100, NULL, '2026-11-21 06:35:33.701365+00', NULL, '2026-11-21 06:35:33.701365+00', 1, '{"notice": 36}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (33, 'available', 0, 100, NULL, '2026-11-21 06:35:33.709162+00', NULL, '2026-11-21 06:35:33.709162+00', 1, '{"notice": 37}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (34, 'available', 0, 100, NULL, '2026-11-21 06:35:33.728653+00', NULL, '2026-11-21 06:35:33.728653+00', 1, '{"notice": 38}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (35, 'available', 0, 100, NULL, '2026-11-21 06:35:33.731053+00', NULL, '2026-11-21 06:35:33.731053+00', 1, '{"notice": 39}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (36, 'available', 0, 100, NULL, '2026-11-21 06:35:33.732887+00', NULL, '2026-11-21 06:35:33.732887+00', 1, '{"notice": 40}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (37, 'available', 0, 100, NULL, '2026-11-21 06:35:33.73718+00', NULL, '2026-11-21 06:35:33.73718+00', 1, '{"subject": "rfc/1"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (38, 'available', 0, 100, NULL, '2026-11-21 06:35:33.73718+00', NULL, '2026-11-21 06:35:33.73718+00', 1, '{"subject": "rfc/2"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (39, 'available', 0, 100, NULL, '2026-11-21 06:35:33.73718+00', NULL, '2026-11-21 06:35:33.73718+00', 1, '{"subject": "rfc/4"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (40, 'available', 0, 100, NULL, '2026-11-21 06:35:33.73718+00', NULL, '2026-11-21 06:35:33.73718+00', 1, '{"subject": "release/1"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (41, 'available', 0, 100, NULL, '2026-11-21 06:35:33.73718+00', NULL, '2026-11-21 06:35:33.73718+00', 1, '{"subject": "release/2"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);






INSERT INTO public.river_migration VALUES ('main', 1, '2026-11-21 06:35:33.539096+00');
INSERT INTO public.river_migration VALUES ('main', 2, '2026-11-21 06:35:33.540794+00');
INSERT INTO public.river_migration VALUES ('main', 3, '2026-11-21 06:35:33.548349+00');
INSERT INTO public.river_migration VALUES ('main', 4, '2026-11-21 06:35:33.549751+00');
INSERT INTO public.river_migration VALUES ('main', 5, '2026-11-21 06:35:33.554511+00');
INSERT INTO public.river_migration VALUES ('main', 6, '2026-11-21 06:35:33.564813+00');






INSERT INTO public.runs VALUES ('digest-weekly', '2026-W47', '2026-11-23 12:30:00+00', '2026-11-23 13:04:00.493824+00', true);



INSERT INTO public.schema_migrations VALUES (1, '0001_start', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (2, '0002_river', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (3, '0003_releases', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (4, '0004_environments', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (5, '0005_meetings', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (6, '0006_delegations', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (7, '0007_debts', '2026-11-23T12:00:00.000000Z');









INSERT INTO public.votes VALUES (1, 1, 'release-manager/si', 'ann', 'go', '', '2026-11-23 12:01:00.123456+00');
INSERT INTO public.votes VALUES (2, 2, 'release-manager/si', 'ann', 'no-go', 'The backout plan
is missing; it''s "needed".', '2026-11-23 12:02:00.246912+00');
INSERT INTO public.votes VALUES (3, 2, 'test-manager/si', 'tess', 'go-with-conditions', 'Run the settlement pack again first.', '2026-11-23 12:03:00.370368+00');
INSERT INTO public.votes VALUES (4, 2, 'release-manager/si', 'ann', 'go', '', '2026-11-23 12:04:00.493824+00');
INSERT INTO public.votes VALUES (5, 3, 'test-manager/si', 'tess', 'go-with-conditions', 'Tell the suppliers an hour before.', '2026-11-23 14:05:00.61728+00');
INSERT INTO public.votes VALUES (6, 3, 'release-manager/si', 'ann', 'go', '', '2026-11-23 14:06:00.740736+00');
INSERT INTO public.votes VALUES (7, 5, 'release-manager/si', 'ann', 'go', '', '2026-11-23 15:07:00.864192+00');



SELECT pg_catalog.setval('public.ballots_id_seq', 5, true);



SELECT pg_catalog.setval('public.baselines_id_seq', 1, false);



SELECT pg_catalog.setval('public.bookings_id_seq', 1, false);



SELECT pg_catalog.setval('public.builds_id_seq', 2, true);



SELECT pg_catalog.setval('public.conditions_id_seq', 2, true);



SELECT pg_catalog.setval('public.debts_id_seq', 1, false);



SELECT pg_catalog.setval('public.delegations_id_seq', 1, false);



SELECT pg_catalog.setval('public.evidence_id_seq', 4, true);



SELECT pg_catalog.setval('public.installations_id_seq', 1, false);



SELECT pg_catalog.setval('public.ledger_entries_id_seq', 43, true);



SELECT pg_catalog.setval('public.meeting_amendments_id_seq', 1, false);



SELECT pg_catalog.setval('public.meetings_id_seq', 1, false);



SELECT pg_catalog.setval('public.notices_id_seq', 40, true);



SELECT pg_catalog.setval('public.river_job_id_seq', 41, true);



SELECT pg_catalog.setval('public.system_statuses_id_seq', 1, false);



SELECT pg_catalog.setval('public.votes_id_seq', 7, true);



ALTER TABLE ONLY public.ballots
    ADD CONSTRAINT ballots_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.baselines
    ADD CONSTRAINT baselines_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.bookings
    ADD CONSTRAINT bookings_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.builds
    ADD CONSTRAINT builds_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.cadences
    ADD CONSTRAINT cadences_pkey PRIMARY KEY (person);



ALTER TABLE ONLY public.cards
    ADD CONSTRAINT cards_pkey PRIMARY KEY (subject);



ALTER TABLE ONLY public.conditions
    ADD CONSTRAINT conditions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (name);



ALTER TABLE ONLY public.debts
    ADD CONSTRAINT debts_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.delegations
    ADD CONSTRAINT delegations_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.environment_systems
    ADD CONSTRAINT environment_systems_pkey PRIMARY KEY (environment, system);



ALTER TABLE ONLY public.environments
    ADD CONSTRAINT environments_pkey PRIMARY KEY (environment);



ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.installations
    ADD CONSTRAINT installations_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.ledger_hashes
    ADD CONSTRAINT ledger_hashes_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.ledger_head
    ADD CONSTRAINT ledger_head_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.meeting_amendments
    ADD CONSTRAINT meeting_amendments_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_key_key UNIQUE (key);



ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes
    ADD CONSTRAINT programmes_pkey PRIMARY KEY (version);



ALTER TABLE ONLY public.release_revisions
    ADD CONSTRAINT release_revisions_pkey PRIMARY KEY (number, revision);



ALTER TABLE ONLY public.release_versions
    ADD CONSTRAINT release_versions_pkey PRIMARY KEY (system, major, minor, patch, emergency);



ALTER TABLE ONLY public.releases
    ADD CONSTRAINT releases_pkey PRIMARY KEY (number);



ALTER TABLE ONLY public.rfc_revisions
    ADD CONSTRAINT rfc_revisions_pkey PRIMARY KEY (number, revision);



ALTER TABLE ONLY public.rfcs
    ADD CONSTRAINT rfcs_pkey PRIMARY KEY (number);



ALTER TABLE ONLY public.river_client
    ADD CONSTRAINT river_client_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.river_client_queue
    ADD CONSTRAINT river_client_queue_pkey PRIMARY KEY (river_client_id, name);



ALTER TABLE ONLY public.river_job
    ADD CONSTRAINT river_job_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.river_leader
    ADD CONSTRAINT river_leader_pkey PRIMARY KEY (name);



ALTER TABLE ONLY public.river_migration
    ADD CONSTRAINT river_migration_pkey1 PRIMARY KEY (line, version);



ALTER TABLE ONLY public.river_queue
    ADD CONSTRAINT river_queue_pkey PRIMARY KEY (name);



ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (report, period);



ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);



ALTER TABLE ONLY public.system_statuses
    ADD CONSTRAINT system_statuses_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.tellings
    ADD CONSTRAINT tellings_pkey PRIMARY KEY (thing, level, person);



ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_pkey PRIMARY KEY (id);



CREATE INDEX ballots_due ON public.ballots USING btree (next_due) WHERE (state = 'open'::text);



CREATE INDEX ballots_rfc ON public.ballots USING btree (rfc);



CREATE INDEX baselines_newest ON public.baselines USING btree (environment, at, id);



CREATE INDEX bookings_end ON public.bookings USING btree (to_at);



CREATE INDEX bookings_environment ON public.bookings USING btree (environment, to_at);



CREATE INDEX builds_release ON public.builds USING btree (release);



CREATE INDEX conditions_open ON public.conditions USING btree (owner) WHERE (met_at IS NULL);



CREATE INDEX conditions_rfc ON public.conditions USING btree (rfc);



CREATE INDEX debts_open ON public.debts USING btree (system) WHERE (settled_at IS NULL);



CREATE INDEX debts_settled_in ON public.debts USING btree (settled_in) WHERE (settled_in <> 0);



CREATE INDEX debts_target ON public.debts USING btree (target) WHERE (target <> 0);



CREATE INDEX evidence_release ON public.evidence USING btree (release);



CREATE INDEX evidence_waivers ON public.evidence USING btree (until) WHERE (waiver AND (taken_at IS NULL));



CREATE INDEX installations_environment ON public.installations USING btree (environment, at, id);



CREATE INDEX installations_newest ON public.installations USING btree (environment, system, at, id);



CREATE INDEX installations_version ON public.installations USING btree (system, version);



CREATE UNIQUE INDEX ledger_entries_intent ON public.ledger_entries USING btree (intent) WHERE (intent IS NOT NULL);



CREATE UNIQUE INDEX ledger_entries_sealed ON public.ledger_entries USING btree (sealed_index) WHERE (sealed_index IS NOT NULL);



CREATE INDEX ledger_entries_unsealed ON public.ledger_entries USING btree (id) WHERE (sealed_index IS NULL);



CREATE INDEX meeting_amendments_meeting ON public.meeting_amendments USING btree (meeting);



CREATE INDEX meetings_due ON public.meetings USING btree (corrections_until) WHERE (ratified_at IS NULL);



CREATE INDEX meetings_release ON public.meetings USING btree (release);



CREATE UNIQUE INDEX meetings_running ON public.meetings USING btree (kind, release) WHERE (ended_at IS NULL);



CREATE INDEX notices_state ON public.notices USING btree (state);



CREATE INDEX notices_thread ON public.notices USING btree (rfc, release, id) WHERE ((road = 'thread'::text) AND (state = 'promised'::text));



CREATE INDEX release_versions_release ON public.release_versions USING btree (release);



CREATE INDEX releases_owner ON public.releases USING btree (owner);



CREATE INDEX releases_rfc ON public.releases USING btree (rfc) WHERE (rfc <> 0);



CREATE INDEX releases_stage ON public.releases USING btree (stage);



CREATE INDEX releases_system ON public.releases USING btree (system, version);



CREATE INDEX rfcs_raised_by ON public.rfcs USING btree (raised_by);



CREATE INDEX rfcs_state ON public.rfcs USING btree (state);



CREATE INDEX river_job_args_index ON public.river_job USING gin (args);



CREATE INDEX river_job_kind ON public.river_job USING btree (kind);



CREATE INDEX river_job_metadata_index ON public.river_job USING gin (metadata);



CREATE INDEX river_job_prioritized_fetching_index ON public.river_job USING btree (state, queue, priority, scheduled_at, id);



CREATE INDEX river_job_state_and_finalized_at_index ON public.river_job USING btree (state, finalized_at) WHERE (finalized_at IS NOT NULL);



CREATE UNIQUE INDEX river_job_unique_idx ON public.river_job USING btree (unique_key) WHERE ((unique_key IS NOT NULL) AND (unique_states IS NOT NULL) AND public.river_job_state_in_bitmask(unique_states, state));



CREATE INDEX system_statuses_environment ON public.system_statuses USING btree (environment, at, id);



CREATE INDEX system_statuses_newest ON public.system_statuses USING btree (environment, system, at, id);



CREATE INDEX tellings_at ON public.tellings USING btree (at);



CREATE INDEX votes_ballot ON public.votes USING btree (ballot, seat, id);



ALTER TABLE ONLY public.ballots
    ADD CONSTRAINT ballots_rfc_fkey FOREIGN KEY (rfc) REFERENCES public.rfcs(number);



ALTER TABLE ONLY public.builds
    ADD CONSTRAINT builds_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.conditions
    ADD CONSTRAINT conditions_rfc_fkey FOREIGN KEY (rfc) REFERENCES public.rfcs(number);



ALTER TABLE ONLY public.debts
    ADD CONSTRAINT debts_emergency_fkey FOREIGN KEY (emergency) REFERENCES public.releases(number);



ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.meeting_amendments
    ADD CONSTRAINT meeting_amendments_meeting_fkey FOREIGN KEY (meeting) REFERENCES public.meetings(id);



ALTER TABLE ONLY public.release_revisions
    ADD CONSTRAINT release_revisions_number_fkey FOREIGN KEY (number) REFERENCES public.releases(number);



ALTER TABLE ONLY public.release_versions
    ADD CONSTRAINT release_versions_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.rfc_revisions
    ADD CONSTRAINT rfc_revisions_number_fkey FOREIGN KEY (number) REFERENCES public.rfcs(number);



ALTER TABLE ONLY public.river_client_queue
    ADD CONSTRAINT river_client_queue_river_client_id_fkey FOREIGN KEY (river_client_id) REFERENCES public.river_client(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_ballot_fkey FOREIGN KEY (ballot) REFERENCES public.ballots(id);




