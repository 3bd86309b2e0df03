




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
    next_due timestamp with time zone
);



CREATE SEQUENCE public.ballots_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.ballots_id_seq OWNED BY public.ballots.id;



CREATE TABLE public.cadences (
    person text NOT NULL,
    cadence text NOT NULL
);



CREATE TABLE public.cards (
    rfc integer NOT NULL,
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



CREATE TABLE public.ledger_entries (
    id bigint NOT NULL,
    intent text,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    rfc integer NOT NULL,
    by_person text NOT NULL,
    data json NOT NULL,
    sealed_index bigint
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
    receipt text DEFAULT ''::text NOT NULL
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



ALTER TABLE ONLY public.conditions ALTER COLUMN id SET DEFAULT nextval('public.conditions_id_seq'::regclass);



ALTER TABLE ONLY public.ledger_entries ALTER COLUMN id SET DEFAULT nextval('public.ledger_entries_id_seq'::regclass);



ALTER TABLE ONLY public.notices ALTER COLUMN id SET DEFAULT nextval('public.notices_id_seq'::regclass);



ALTER TABLE ONLY public.river_job ALTER COLUMN id SET DEFAULT nextval('public.river_job_id_seq'::regclass);



ALTER TABLE ONLY public.votes ALTER COLUMN id SET DEFAULT nextval('public.votes_id_seq'::regclass);



INSERT INTO public.ballots VALUES (1, 1, 'approval', 'd585ac85a0e7250208e0787329424b5a16589972ce8c4d4463e3d7bf5dbdb3ad', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ray', '2026-11-23 12:00:00+00', '2026-11-23 12:30:00+00', '2026-11-25 12:00:00+00', '["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"]', false, 'void', '2026-11-23 12:01:00.123456+00', 'ray', '', '', 'The RFC was changed by Ray.', NULL);
INSERT INTO public.ballots VALUES (2, 1, 'approval', 'd1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ray', '2026-11-23 12:01:00.123456+00', '2026-11-23 12:31:00.123456+00', '2026-11-25 12:01:00.123456+00', '["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"]', false, 'closed', '2026-11-23 13:04:00.493824+00', 'ann', 'go', '', '', NULL);
INSERT INTO public.ballots VALUES (3, 1, 'deployment', 'd1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ann', '2026-11-23 14:04:00.493824+00', '2026-11-23 14:34:00.493824+00', '2026-11-25 14:04:00.493824+00', '["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"]', false, 'closed', '2026-11-23 15:06:00.740736+00', '', 'go', '', '', NULL);
INSERT INTO public.ballots VALUES (4, 2, 'approval', 'a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ann', 'ann', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:36:00.740736+00', '2026-11-25 15:06:00.740736+00', '["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"]', false, 'void', '2026-11-23 15:06:00.740736+00', 'ann', '', '', 'The RFC was withdrawn by Ann.', NULL);
INSERT INTO public.ballots VALUES (5, 4, 'approval', '8a3b2897d23e826e54eafa3cd7200fa45d1fdaf47c33ad200cba56e14c2a1287', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ray', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:36:00.740736+00', '2026-11-25 15:06:00.740736+00', '["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"]', false, 'open', NULL, '', '', '', '', '2026-11-23 15:36:00.740736+00');



INSERT INTO public.cadences VALUES ('pia', 'weekly');



INSERT INTO public.cards VALUES (1, '', '', 27, 0, '', NULL);
INSERT INTO public.cards VALUES (2, '', '', 27, 0, '', NULL);
INSERT INTO public.cards VALUES (4, '', '', 27, 0, '', NULL);



INSERT INTO public.conditions VALUES (1, 1, 2, 'test-manager/si', 'Run the settlement pack again first.', 'tess', 'ray', '2026-11-23 13:04:00.493824+00', '2026-11-23 13:04:00.493824+00', 'ray', 'Report SP-12: all green.');
INSERT INTO public.conditions VALUES (2, 1, 3, 'test-manager/si', 'Tell the suppliers an hour before.', 'tess', 'ray', '2026-11-23 15:06:00.740736+00', NULL, '', '');



INSERT INTO public.counters VALUES ('rfc', 4);



INSERT INTO public.ledger_entries VALUES (5, 'landed-2', '2026-11-23 12:00:00+00', 'cadence-chosen', 'person/pia', 0, 'pia', '{"cadence":"weekly"}', 4);
INSERT INTO public.ledger_entries VALUES (6, 'landed-3', '2026-11-23 12:01:00.123456+00', 'vote-cast', 'ballot/1', 1, 'ann', '{"choice":"go","digest":"d585ac85a0e7250208e0787329424b5a16589972ce8c4d4463e3d7bf5dbdb3ad","seat":"release-manager/si","words":""}', 5);
INSERT INTO public.ledger_entries VALUES (1, NULL, '2026-11-23 12:00:00+00', 'programme-applied', 'programme/1', 0, 'operator', '{"changes":[{"Name":"si","Noun":"party","Verb":"add"},{"Name":"elexon","Noun":"party","Verb":"add"},{"Name":"supplier","Noun":"party","Verb":"add"},{"Name":"ann","Noun":"person","Verb":"add"},{"Name":"tess","Noun":"person","Verb":"add"},{"Name":"ray","Noun":"person","Verb":"add"},{"Name":"helix","Noun":"system","Verb":"add"},{"Name":"sit-a","Noun":"environment","Verb":"add"},{"Name":"","Noun":"name and places","Verb":"change"},{"Name":"","Noun":"policy","Verb":"change"},{"Name":"","Noun":"RACI table","Verb":"change"}],"programme":{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]}],"Policy":{"Escalation":"","Raisers":["release-manager"],"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]}}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Retired":false}],"Version":1,"Zone":"Europe/London"}}', 0);
INSERT INTO public.ledger_entries VALUES (2, NULL, '2026-11-23 12:00:00+00', 'programme-applied', 'programme/2', 0, 'operator', '{"changes":[{"Name":"pia","Noun":"person","Verb":"add"}],"programme":{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]}],"Policy":{"Escalation":"","Raisers":["release-manager"],"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]}}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Retired":false}],"Version":2,"Zone":"Europe/London"}}', 1);
INSERT INTO public.ledger_entries VALUES (3, 'landed-1', '2026-11-23 12:00:00+00', 'rfc-raised', 'rfc/1', 1, 'ray', '{"content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"d585ac85a0e7250208e0787329424b5a16589972ce8c4d4463e3d7bf5dbdb3ad","programme":2,"revision":2}', 2);
INSERT INTO public.ledger_entries VALUES (4, NULL, '2026-11-23 12:00:00+00', 'ballot-opened', 'ballot/1', 1, 'ray', '{"deadline":"2026-11-25T12:00:00Z","digest":"d585ac85a0e7250208e0787329424b5a16589972ce8c4d4463e3d7bf5dbdb3ad","minimum":"2026-11-23T12:30:00Z","purpose":"approval","rfc":1,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 3);
INSERT INTO public.ledger_entries VALUES (7, 'landed-4', '2026-11-23 12:01:00.123456+00', 'ballot-void', 'ballot/1', 1, 'ray', '{"votes":1,"why":"The RFC was changed by Ray."}', 6);
INSERT INTO public.ledger_entries VALUES (8, NULL, '2026-11-23 12:01:00.123456+00', 'rfc-edited', 'rfc/1', 1, 'ray', '{"content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","programme":2,"revision":3}', 7);
INSERT INTO public.ledger_entries VALUES (9, NULL, '2026-11-23 12:01:00.123456+00', 'ballot-opened', 'ballot/2', 1, 'ray', '{"deadline":"2026-11-25T12:01:00.123456Z","digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","minimum":"2026-11-23T12:31:00.123456Z","purpose":"approval","rfc":1,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 8);
INSERT INTO public.ledger_entries VALUES (10, 'landed-5', '2026-11-23 12:02:00.246912+00', 'vote-cast', 'ballot/2', 1, 'ann', '{"choice":"no-go","digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","seat":"release-manager/si","words":"The backout plan\nis missing; it''s \"needed\"."}', 9);
INSERT INTO public.ledger_entries VALUES (11, 'landed-6', '2026-11-23 12:03:00.370368+00', 'vote-cast', 'ballot/2', 1, 'tess', '{"choice":"go-with-conditions","digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","seat":"test-manager/si","words":"Run the settlement pack again first."}', 10);
INSERT INTO public.ledger_entries VALUES (12, 'landed-7', '2026-11-23 12:04:00.493824+00', 'vote-cast', 'ballot/2', 1, 'ann', '{"choice":"go","digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","seat":"release-manager/si","words":""}', 11);
INSERT INTO public.ledger_entries VALUES (13, 'landed-8', '2026-11-23 13:04:00.493824+00', 'ballot-closed', 'ballot/2', 1, 'ann', '{"digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","outcome":"go","override":"","rfc-state":"approved","why":"Every mandatory seat was heard, at least one said Go and no No-Go stands."}', 12);
INSERT INTO public.ledger_entries VALUES (14, 'landed-9', '2026-11-23 13:04:00.493824+00', 'condition-met', 'rfc/1', 1, 'ray', '{"condition":1,"evidence":"Report SP-12: all green."}', 13);
INSERT INTO public.ledger_entries VALUES (15, NULL, '2026-11-23 13:04:00.493824+00', 'report-sent', 'report/digest-weekly/2026-W47', 0, '', '{"due":"2026-11-23T12:30:00Z","late":true,"merged":1,"notices":1}', 14);
INSERT INTO public.ledger_entries VALUES (16, 'landed-10', '2026-11-23 14:04:00.493824+00', 'ballot-opened', 'ballot/3', 1, 'ann', '{"deadline":"2026-11-25T14:04:00.493824Z","digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","minimum":"2026-11-23T14:34:00.493824Z","purpose":"deployment","rfc":1,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 15);
INSERT INTO public.ledger_entries VALUES (17, 'landed-11', '2026-11-23 14:05:00.61728+00', 'vote-cast', 'ballot/3', 1, 'tess', '{"choice":"go-with-conditions","digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","seat":"test-manager/si","words":"Tell the suppliers an hour before."}', 16);
INSERT INTO public.ledger_entries VALUES (18, 'landed-12', '2026-11-23 14:06:00.740736+00', 'vote-cast', 'ballot/3', 1, 'ann', '{"choice":"go","digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","seat":"release-manager/si","words":""}', 17);
INSERT INTO public.ledger_entries VALUES (19, NULL, '2026-11-23 15:06:00.740736+00', 'ballot-closed', 'ballot/3', 1, '', '{"digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","outcome":"go","override":"","rfc-state":"go","why":"Every mandatory seat was heard, at least one said Go and no No-Go stands."}', 18);
INSERT INTO public.ledger_entries VALUES (20, 'landed-13', '2026-11-23 15:06:00.740736+00', 'rfc-raised', 'rfc/2', 2, 'ann', '{"content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51","programme":2,"revision":2}', 19);
INSERT INTO public.ledger_entries VALUES (21, NULL, '2026-11-23 15:06:00.740736+00', 'ballot-opened', 'ballot/4', 2, 'ann', '{"deadline":"2026-11-25T15:06:00.740736Z","digest":"a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51","minimum":"2026-11-23T15:36:00.740736Z","purpose":"approval","rfc":2,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 20);
INSERT INTO public.ledger_entries VALUES (22, 'landed-14', '2026-11-23 15:06:00.740736+00', 'ballot-void', 'ballot/4', 2, 'ann', '{"votes":0,"why":"The RFC was withdrawn by Ann."}', 21);
INSERT INTO public.ledger_entries VALUES (23, NULL, '2026-11-23 15:06:00.740736+00', 'rfc-withdrawn', 'rfc/2', 2, 'ann', '{"reason":"Its window clashes with the data load."}', 22);
INSERT INTO public.ledger_entries VALUES (24, 'landed-15', '2026-11-23 15:06:00.740736+00', 'rfc-drafted', 'rfc/3', 0, 'ray', '{"revision":1}', 23);
INSERT INTO public.ledger_entries VALUES (25, 'landed-16', '2026-11-23 15:06:00.740736+00', 'rfc-raised', 'rfc/4', 4, 'ray', '{"content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"8a3b2897d23e826e54eafa3cd7200fa45d1fdaf47c33ad200cba56e14c2a1287","programme":2,"revision":2}', 24);
INSERT INTO public.ledger_entries VALUES (26, NULL, '2026-11-23 15:06:00.740736+00', 'ballot-opened', 'ballot/5', 4, 'ray', '{"deadline":"2026-11-25T15:06:00.740736Z","digest":"8a3b2897d23e826e54eafa3cd7200fa45d1fdaf47c33ad200cba56e14c2a1287","minimum":"2026-11-23T15:36:00.740736Z","purpose":"approval","rfc":4,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 25);
INSERT INTO public.ledger_entries VALUES (27, 'landed-17', '2026-11-23 15:07:00.864192+00', 'vote-cast', 'ballot/5', 4, 'ann', '{"choice":"go","digest":"8a3b2897d23e826e54eafa3cd7200fa45d1fdaf47c33ad200cba56e14c2a1287","seat":"release-manager/si","words":""}', 26);



INSERT INTO public.ledger_hashes VALUES (0, '\x5ec4ea4de146f63581471ff936b594d73210012baafccb89ab9f7b9efe31123a');
INSERT INTO public.ledger_hashes VALUES (1, '\x24ed3c32183405008920a433b47ce646dc4f80a78d2caa271ca510056a087421');
INSERT INTO public.ledger_hashes VALUES (2, '\x2f3da4d5c9b8919efb5c881b7954dc14e714042fbdd84e1012e1b3b75278e519');
INSERT INTO public.ledger_hashes VALUES (3, '\x450ede06273202d98220f7a8d0a8b7bd6461ef7a02be4304274d5dd2c9e3e4b5');
INSERT INTO public.ledger_hashes VALUES (4, '\x080174201fdb796b7b36aab9a25b750f92cf57620959b93dca8e7a5bc249e66a');
INSERT INTO public.ledger_hashes VALUES (5, '\x8e16e7f585b1e08b566abe71b0429aef5d5a6d7230b677585bab28b66e6a12dc');
INSERT INTO public.ledger_hashes VALUES (6, '\x53c6499b4709c3054454347970b620d629915986bb503dcb4637cafc77ab7da9');
INSERT INTO public.ledger_hashes VALUES (7, '\xc7df0a57c10b43fc88044de8fbc7b9ae2a3c757ce72202f601be31dae0391fcb');
INSERT INTO public.ledger_hashes VALUES (8, '\x35a90428c5b6e49faa578892ecb8585889964bbd7ffc94a2035279e7f2e069e3');
INSERT INTO public.ledger_hashes VALUES (9, '\xc10b4101a8d13841552c0ad5162cd9d34b01c375efee83b07c0dfa9eb23d88ed');
INSERT INTO public.ledger_hashes VALUES (10, '\x6ececb7b5bc6492d5ae5b5d5bdf62f7dc014ad86594b5a3235e7ea6a21d83981');
INSERT INTO public.ledger_hashes VALUES (11, '\xa2e03e295b4c14a17c33ce5a5725f3713a4687386848cafb568c6f28b25c5fc1');
INSERT INTO public.ledger_hashes VALUES (12, '\x799255b1523d8ecb84193dca2b6248a12b159671c9df47cb3546bae75bb06d62');
INSERT INTO public.ledger_hashes VALUES (13, '\x424c056804190b0822e7445eaf3301ea79ab5f1b44f45d69249f9993fdcad7c9');
INSERT INTO public.ledger_hashes VALUES (14, '\x0247ef61f215564d6709b7547a6c0f9eab0075b3c8647e4d0d8e78548237eeb5');
INSERT INTO public.ledger_hashes VALUES (15, '\x4875ceb539a8ddb6dba5bb26997f640b0084448d51bd78f797f0eedeba89340a');
INSERT INTO public.ledger_hashes VALUES (16, '\xea65ea102f660ecc25c19b75caaaac02a10cb7f7b42550e849b9a44d097d730a');
INSERT INTO public.ledger_hashes VALUES (17, '\xae478c173af4ff794e3798858947d2e55500c6c5345eef336e5d6bfcb59abf48');
INSERT INTO public.ledger_hashes VALUES (18, '\xb3744f09ec8da41892aacc4c885e8b24db44011adb4cd3d24835c8c6049bbac6');
INSERT INTO public.ledger_hashes VALUES (19, '\x4e089a91ac4bba55fea3edd0ec307ee0babde80de98d3d49e804cc218fd70145');
INSERT INTO public.ledger_hashes VALUES (20, '\x87d9fb9d63a024bf7bbb69024e24d24cc480a552d1ebba77fb5a4520b3b6b841');
INSERT INTO public.ledger_hashes VALUES (21, '\x7f865a1f32a06a754a50ffc135a0f384f1430f865b60f1645ebb687cfc4d32a5');
INSERT INTO public.ledger_hashes VALUES (22, '\xdc77b196dbcba4eb92ed0863eeea79fb207013dfc319cfb92815261ff4704269');
INSERT INTO public.ledger_hashes VALUES (23, '\x4ab6381bc06ccb862d7d61d5c7ab06a403b192cd093f8235025001ce26030ef4');
INSERT INTO public.ledger_hashes VALUES (24, '\x972cd5eb3df92cf7fcbb00cb10c7f195cfe1f7d5ecb73c887030ddf2f3cb21a4');
INSERT INTO public.ledger_hashes VALUES (25, '\x63db5dd05e3779abd780233fa67d9a40a9738688717f9a92e1c1e5b49acef840');
INSERT INTO public.ledger_hashes VALUES (26, '\x44338dacddac67bb48570085fafe2f8130c46e895f923a5a18ef06218b8406e0');
INSERT INTO public.ledger_hashes VALUES (27, '\x2f35c5f25ec98804f14272c768e8b137ae15f4c10c9f9695eb58b4afcd1cb894');
INSERT INTO public.ledger_hashes VALUES (28, '\x1f104dd6bd7fdbe0f17b95776281921495bbf4e303e650dfb0e39db6dc920122');
INSERT INTO public.ledger_hashes VALUES (29, '\xe3cd1473ae68e37f6e5a60e92fd37ce9249776b1fb69061fa69877b3c9e0f2ba');
INSERT INTO public.ledger_hashes VALUES (30, '\x684767b343230f1deef6fce335e3af45dffdd88a2f0509e65ccee9d8150fec90');
INSERT INTO public.ledger_hashes VALUES (31, '\xd246a639b01767ba5b7dc51499091cec1a6b373d00c16aa83985575a9cb666a8');
INSERT INTO public.ledger_hashes VALUES (32, '\x8c6137678b283397135aad6393968a085de0288603a256312ccca9df062d7d15');
INSERT INTO public.ledger_hashes VALUES (33, '\xcb409d951526e2dec6e35a1b1a02750bf28d9618ef4bd28198905ebd78df0cd6');
INSERT INTO public.ledger_hashes VALUES (34, '\x0b1adb12b0216f4229fb67709942e029bcc65654a0e41dbebd4d025d34d704cb');
INSERT INTO public.ledger_hashes VALUES (35, '\x707c982ac87226b706bd092c9848b9f3f4ca3cd18d6ff63cc53b4e4163558104');
INSERT INTO public.ledger_hashes VALUES (36, '\x56616128f23d505f0842bb08a4778c28dbd01d9014ed3e4e71fc2fe88aa03fc2');
INSERT INTO public.ledger_hashes VALUES (37, '\x6deb0f9e2c583ba9474beba98cb72cf429227d2ee75cbca407a6349266a24f0e');
INSERT INTO public.ledger_hashes VALUES (38, '\x162f7568e203a76023d6c9dfdc57412e56e72d8411039eb5c2d75c42f740e433');
INSERT INTO public.ledger_hashes VALUES (39, '\x8e31d0e54cfa2226860584c7ff926c75e1904309901558096b0a53cc681a7522');
INSERT INTO public.ledger_hashes VALUES (40, '\xb70393782892f4ab16d38d2e6f3b69b097a7d77c6b5198badd40e0230417932e');
INSERT INTO public.ledger_hashes VALUES (41, '\x7502dcb138963b881e08cbf1a805f60cf49fa66c28c01828e525353f1f65ec11');
INSERT INTO public.ledger_hashes VALUES (42, '\xb3c0baace7dfd2e7fe109de6e582872f0719ff3e419ca71bed59dbc1a70e9790');
INSERT INTO public.ledger_hashes VALUES (43, '\xb7169c6766944a155b25d3c46e87c762491109e27c07c65b58f575600669631e');
INSERT INTO public.ledger_hashes VALUES (44, '\x4530c1390e192834fcba1104bdfbab5ea42ba59abc49004a8a3ba108f66a74fc');
INSERT INTO public.ledger_hashes VALUES (45, '\xa6ef86d449fae30fad5f8773284edabd617e8e8ad154e9950c7e429c6efab0ed');
INSERT INTO public.ledger_hashes VALUES (46, '\x7e5b30f48d9aa804acbe10b61907c7819454d6a7c5c659d8d080a43c511af0e3');
INSERT INTO public.ledger_hashes VALUES (47, '\x553af868fa50521fac7da49b9534513a6adf5e08d0c48ed0d19a946769ac11d7');
INSERT INTO public.ledger_hashes VALUES (48, '\x4c31b7f739f9e53531c07e0cbb8ad3f36568d48a06c7aa3d805e2fd7c8d9d854');
INSERT INTO public.ledger_hashes VALUES (49, '\x9dc9f100ed22e4fa429292cf1853b74c5411afcf6346213d2c421b27008dfa2e');



INSERT INTO public.ledger_head VALUES (1, 'PRIVATE+KEY+gonogo+bbfcc667+AYvDhXV7qNpCmbrT0T31/T/9toLQqk8Pnh9HFXxRTCG/', 'gonogo+bbfcc667+AefKGV6JhOlhSgHSsrbri0JfeJAp+jHCd0DoTyxKn4oY', 27, 'gonogo
27
BXlGfmC/8fTSY6wHyrT9s6RKCyZcbRxvDYETS5w1F6A=

— gonogo u/zGZ50je3qCQE5mV41cBYcId86jc2QXSas1tftsC2Eivp5ypTnWjQQVUROvUPdWDllzCjBoQKBf+NrS+OrH6GGS5Q8=
');



INSERT INTO public.notices VALUES (1, 'rfc/1/raised/2/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T12:00:00Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:00:00Z","Digest":"d585ac85a0e7250208e0787329424b5a16589972ce8c4d4463e3d7bf5dbdb3ad","ID":1,"MinimumUntil":"2026-11-23T12:30:00Z","OpenedAt":"2026-11-23T12:00:00Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T12:00:00Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:00:00+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (2, 'rfc/1/raised/2/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T12:00:00Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:00:00Z","Digest":"d585ac85a0e7250208e0787329424b5a16589972ce8c4d4463e3d7bf5dbdb3ad","ID":1,"MinimumUntil":"2026-11-23T12:30:00Z","OpenedAt":"2026-11-23T12:00:00Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T12:00:00Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:00:00+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (3, 'rfc/1/raised/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T12:00:00Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:00:00Z","Digest":"d585ac85a0e7250208e0787329424b5a16589972ce8c4d4463e3d7bf5dbdb3ad","ID":1,"MinimumUntil":"2026-11-23T12:30:00Z","OpenedAt":"2026-11-23T12:00:00Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T12:00:00Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:00:00+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (4, 'rfc/1/edited/3/mail/ann', 'mail', 'ann', 'act', '{"Again":true,"At":"2026-11-23T12:01:00.123456Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":2,"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Changes":[{"After":"Helix patch 7 “with the résumé’s fix” & <more>","Before":"Helix patch 7","Field":"Title"},{"After":"server down","Before":"no disruption","Field":"Disruption"}],"Kind":"rfc-edited","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":3,"State":"raised","UpdatedAt":"2026-11-23T12:01:00.123456Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:01:00.123456+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (13, 'condition/1/met/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","By":"ray","Kind":"condition-met","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":"Report SP-12: all green."}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (5, 'rfc/1/edited/3/mail/tess', 'mail', 'tess', 'act', '{"Again":true,"At":"2026-11-23T12:01:00.123456Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":2,"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Changes":[{"After":"Helix patch 7 “with the résumé’s fix” & <more>","Before":"Helix patch 7","Field":"Title"},{"After":"server down","Before":"no disruption","Field":"Disruption"}],"Kind":"rfc-edited","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":3,"State":"raised","UpdatedAt":"2026-11-23T12:01:00.123456Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:01:00.123456+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (6, 'rfc/1/edited/3/thread', 'thread', '', 'told', '{"Again":true,"At":"2026-11-23T12:01:00.123456Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":2,"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Changes":[{"After":"Helix patch 7 “with the résumé’s fix” & <more>","Before":"Helix patch 7","Field":"Title"},{"After":"server down","Before":"no disruption","Field":"Disruption"}],"Kind":"rfc-edited","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":3,"State":"raised","UpdatedAt":"2026-11-23T12:01:00.123456Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:01:00.123456+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (7, 'ballot/2/closed/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":2,"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (8, 'ballot/2/closed/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":2,"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (9, 'ballot/2/closed/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":2,"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (11, 'ballot/2/closed/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":2,"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (12, 'ballot/2/closed/direct/ray', 'direct', 'ray', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":2,"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (14, 'condition/1/met/direct/tess', 'direct', 'tess', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","By":"ray","Kind":"condition-met","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":"Report SP-12: all green."}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (15, 'digest-weekly/2026-W47/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","By":"","Kind":"digest","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 13:04:00.493824+00', '\x5375626a6563743a2053500d0a0d0a4f6e65206465636973696f6e2c20c3a90d0a', 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (10, 'ballot/2/closed/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":2,"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'weekly', '2026-11-23 13:04:00.493824+00', NULL, 'merged', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (16, 'ballot/3/opened/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":3,"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 14:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (17, 'ballot/3/opened/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":3,"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 14:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (18, 'ballot/3/opened/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":3,"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'weekly', '2026-11-23 14:04:00.493824+00', NULL, 'held', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (19, 'ballot/3/opened/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":3,"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 14:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (20, 'ballot/3/closed/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":3,"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (21, 'ballot/3/closed/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":3,"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (22, 'ballot/3/closed/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":3,"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (23, 'ballot/3/closed/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":3,"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'weekly', '2026-11-23 15:06:00.740736+00', NULL, 'held', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (24, 'ballot/3/closed/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":3,"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (25, 'ballot/3/closed/direct/ray', 'direct', 'ray', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","ID":3,"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (26, 'rfc/2/raised/2/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51","ID":4,"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"rfc-raised","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":""}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (27, 'rfc/2/raised/2/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51","ID":4,"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"rfc-raised","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":""}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (28, 'rfc/2/raised/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51","ID":4,"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"rfc-raised","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":""}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (29, 'rfc/2/withdrawn/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51","ID":4,"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann.","Votes":[]},"By":"ann","Kind":"rfc-withdrawn","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (30, 'rfc/2/withdrawn/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51","ID":4,"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann.","Votes":[]},"By":"ann","Kind":"rfc-withdrawn","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (31, 'rfc/2/withdrawn/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51","ID":4,"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann.","Votes":[]},"By":"ann","Kind":"rfc-withdrawn","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'weekly', '2026-11-23 15:06:00.740736+00', NULL, 'held', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (32, 'rfc/2/withdrawn/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51","ID":4,"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann.","Votes":[]},"By":"ann","Kind":"rfc-withdrawn","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (33, 'rfc/4/raised/2/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"8a3b2897d23e826e54eafa3cd7200fa45d1fdaf47c33ad200cba56e14c2a1287","ID":5,"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":4,"Raiser":"ray","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":4,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ray"},"Reason":""}', 4, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (34, 'rfc/4/raised/2/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"8a3b2897d23e826e54eafa3cd7200fa45d1fdaf47c33ad200cba56e14c2a1287","ID":5,"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":4,"Raiser":"ray","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":4,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ray"},"Reason":""}', 4, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');
INSERT INTO public.notices VALUES (35, 'rfc/4/raised/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"8a3b2897d23e826e54eafa3cd7200fa45d1fdaf47c33ad200cba56e14c2a1287","ID":5,"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","RFC":4,"Raiser":"ray","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":4,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ray"},"Reason":""}', 4, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '');



INSERT INTO public.programmes VALUES (1, '2026-11-23 12:00:00+00', 'operator', '{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]}],"Policy":{"Escalation":"","Raisers":["release-manager"],"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]}}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Retired":false}],"Version":1,"Zone":"Europe/London"}');
INSERT INTO public.programmes VALUES (2, '2026-11-23 12:00:00+00', 'operator', '{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]}],"Policy":{"Escalation":"","Raisers":["release-manager"],"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]}}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Retired":false}],"Version":2,"Zone":"Europe/London"}');



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









INSERT INTO public.river_job VALUES (1, 'available', 0, 100, NULL, '2026-11-21 03:28:03.959953+00', NULL, '2026-11-21 03:28:03.959953+00', 1, '{"notice": 1}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (2, 'available', 0, 100, NULL, '2026-11-21 03:28:03.959953+00', NULL, '2026-11-21 03:28:03.959953+00', 1, '{"notice": 2}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (3, 'available', 0, 100, NULL, '2026-11-21 03:28:03.959953+00', NULL, '2026-11-21 03:28:03.959953+00', 1, '{"notice": 3}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (4, 'available', 0, 100, NULL, '2026-11-21 03:28:03.971889+00', NULL, '2026-11-21 03:28:03.971889+00', 1, '{"notice": 4}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (5, 'available', 0, 100, NULL, '2026-11-21 03:28:03.971889+00', NULL, '2026-11-21 03:28:03.971889+00', 1, '{"notice": 5}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (6, 'available', 0, 100, NULL, '2026-11-21 03:28:03.971889+00', NULL, '2026-11-21 03:28:03.971889+00', 1, '{"notice": 6}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (7, 'available', 0, 100, NULL, '2026-11-21 03:28:03.983606+00', NULL, '2026-11-21 03:28:03.983606+00', 1, '{"notice": 7}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (8, 'available', 0, 100, NULL, '2026-11-21 03:28:03.983606+00', NULL, '2026-11-21 03:28:03.983606+00', 1, '{"notice": 8}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (9, 'available', 0, 100, NULL, '2026-11-21 03:28:03.983606+00', NULL, '2026-11-21 03:28:03.983606+00', 1, '{"notice": 9}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (10, 'available', 0, 100, NULL, '2026-11-21 03:28:03.983606+00', NULL, '2026-11-21 03:28:03.983606+00', 1, '{"notice": 11}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (11, 'available', 0, 100, NULL, '2026-11-21 03:28:03.985369+00', NULL, '2026-11-21 03:28:03.985369+00', 1, '{"notice": 12}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (12, 'available', 0, 100, NULL, '2026-11-21 03:28:03.988476+00', NULL, '2026-11-21 03:28:03.988476+00', 1, '{"notice": 13}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (13, 'available', 0, 100, NULL, '2026-11-21 03:28:03.989303+00', NULL, '2026-11-21 03:28:03.989303+00', 1, '{"notice": 14}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (14, 'available', 0, 100, NULL, '2026-11-21 03:28:03.991556+00', NULL, '2026-11-21 03:28:03.991556+00', 1, '{"notice": 15}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (15, 'available', 0, 100, NULL, '2026-11-21 03:28:03.995254+00', NULL, '2026-11-21 03:28:03.995254+00', 1, '{"notice": 16}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (16, 'available', 0, 100, NULL, '2026-11-21 03:28:03.995254+00', NULL, '2026-11-21 03:28:03.995254+00', 1, '{"notice": 17}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (17, 'available', 0, 100, NULL, '2026-11-21 03:28:03.995254+00', NULL, '2026-11-21 03:28:03.995254+00', 1, '{"notice": 19}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (18, 'available', 0, 100, NULL, '2026-11-21 03:28:04.005087+00', NULL, '2026-11-21 03:28:04.005087+00', 1, '{"notice": 20}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (19, 'available', 0, 100, NULL, '2026-11-21 03:28:04.005087+00', NULL, '2026-11-21 03:28:04.005087+00', 1, '{"notice": 21}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (20, 'available', 0, 100, NULL, '2026-11-21 03:28:04.005087+00', NULL, '2026-11-21 03:28:04.005087+00', 1, '{"notice": 22}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (21, 'available', 0, 100, NULL, '2026-11-21 03:28:04.005087+00', NULL, '2026-11-21 03:28:04.005087+00', 1, '{"notice": 24}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (22, 'available', 0, 100, NULL, '2026-11-21 03:28:04.006135+00', NULL, '2026-11-21 03:28:04.006135+00', 1, '{"notice": 25}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (23, 'available', 0, 100, NULL, '2026-11-21 03:28:04.010355+00', NULL, '2026-11-21 03:28:04.010355+00', 1, '{"notice": 26}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (24, 'available', 0, 100, NULL, '2026-11-21 03:28:04.010355+00', NULL, '2026-11-21 03:28:04.010355+00', 1, '{"notice": 27}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (25, 'available', 0, 100, NULL, '2026-11-21 03:28:04.010355+00', NULL, '2026-11-21 03:28:04.010355+00', 1, '{"notice": 28}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (26, 'available', 0, 100, NULL, '2026-11-21 03:28:04.014442+00', NULL, '2026-11-21 03:28:04.014442+00', 1, '{"notice": 29}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (27, 'available', 0, 100, NULL, '2026-11-21 03:28:04.014442+00', NULL, '2026-11-21 03:28:04.014442+00', 1, '{"notice": 30}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (28, 'available', 0, 100, NULL, '2026-11-21 03:28:04.014442+00', NULL, '2026-11-21 03:28:04.014442+00', 1, '{"notice": 32}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (29, 'available', 0, 100, NULL, '2026-11-21 03:28:04.018766+00', NULL, '2026-11-21 03:28:04.018766+00', 1, '{"notice": 33}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (30, 'available', 0, 100, NULL, '2026-11-21 03:28:04.018766+00', NULL, '2026-11-21 03:28:04.018766+00', 1, '{"notice": 34}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (31, 'available', 0, 100, NULL, '2026-11-21 03:28:04.018766+00', NULL, '2026-11-21 03:28:04.018766+00', 1, '{"notice": 35}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (32, 'available', 0, 100, NULL, '2026-11-21 03:28:04.024406+00', NULL, '2026-11-21 03:28:04.024406+00', 1, '{"rfc": 1}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (33, 'available', 0, 100, NULL, '2026-11-21 03:28:04.024406+00', NULL, '2026-11-21 03:28:04.024406+00', 1, '{"rfc": 2}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (34, 'available', 0, 100, NULL, '2026-11-21 03:28:04.024406+00', NULL, '2026-11-21 03:28:04.024406+00', 1, '{"rfc": 4}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);






INSERT INTO public.river_migration VALUES ('main', 1, '2026-11-21 03:28:03.911376+00');
INSERT INTO public.river_migration VALUES ('main', 2, '2026-11-21 03:28:03.91486+00');
INSERT INTO public.river_migration VALUES ('main', 3, '2026-11-21 03:28:03.926957+00');
INSERT INTO public.river_migration VALUES ('main', 4, '2026-11-21 03:28:03.92809+00');
INSERT INTO public.river_migration VALUES ('main', 5, '2026-11-21 03:28:03.932264+00');
INSERT INTO public.river_migration VALUES ('main', 6, '2026-11-21 03:28:03.944924+00');






INSERT INTO public.runs VALUES ('digest-weekly', '2026-W47', '2026-11-23 12:30:00+00', '2026-11-23 13:04:00.493824+00', true);



INSERT INTO public.schema_migrations VALUES (1, '0001_start', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (2, '0002_river', '2026-11-23T12:00:00.000000Z');



INSERT INTO public.votes VALUES (1, 1, 'release-manager/si', 'ann', 'go', '', '2026-11-23 12:01:00.123456+00');
INSERT INTO public.votes VALUES (2, 2, 'release-manager/si', 'ann', 'no-go', 'The backout plan
is missing; it''s "needed".', '2026-11-23 12:02:00.246912+00');
INSERT INTO public.votes VALUES (3, 2, 'test-manager/si', 'tess', 'go-with-conditions', 'Run the settlement pack again first.', '2026-11-23 12:03:00.370368+00');
INSERT INTO public.votes VALUES (4, 2, 'release-manager/si', 'ann', 'go', '', '2026-11-23 12:04:00.493824+00');
INSERT INTO public.votes VALUES (5, 3, 'test-manager/si', 'tess', 'go-with-conditions', 'Tell the suppliers an hour before.', '2026-11-23 14:05:00.61728+00');
INSERT INTO public.votes VALUES (6, 3, 'release-manager/si', 'ann', 'go', '', '2026-11-23 14:06:00.740736+00');
INSERT INTO public.votes VALUES (7, 5, 'release-manager/si', 'ann', 'go', '', '2026-11-23 15:07:00.864192+00');



SELECT pg_catalog.setval('public.ballots_id_seq', 5, true);



SELECT pg_catalog.setval('public.conditions_id_seq', 2, true);



SELECT pg_catalog.setval('public.ledger_entries_id_seq', 27, true);



SELECT pg_catalog.setval('public.notices_id_seq', 35, true);



SELECT pg_catalog.setval('public.river_job_id_seq', 34, true);



SELECT pg_catalog.setval('public.votes_id_seq', 7, true);



ALTER TABLE ONLY public.ballots
    ADD CONSTRAINT ballots_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.cadences
    ADD CONSTRAINT cadences_pkey PRIMARY KEY (person);



ALTER TABLE ONLY public.cards
    ADD CONSTRAINT cards_pkey PRIMARY KEY (rfc);



ALTER TABLE ONLY public.conditions
    ADD CONSTRAINT conditions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (name);



ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.ledger_hashes
    ADD CONSTRAINT ledger_hashes_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.ledger_head
    ADD CONSTRAINT ledger_head_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_key_key UNIQUE (key);



ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes
    ADD CONSTRAINT programmes_pkey PRIMARY KEY (version);



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



ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_pkey PRIMARY KEY (id);



CREATE INDEX ballots_due ON public.ballots USING btree (next_due) WHERE (state = 'open'::text);



CREATE INDEX ballots_rfc ON public.ballots USING btree (rfc);



CREATE INDEX conditions_open ON public.conditions USING btree (owner) WHERE (met_at IS NULL);



CREATE INDEX conditions_rfc ON public.conditions USING btree (rfc);



CREATE UNIQUE INDEX ledger_entries_intent ON public.ledger_entries USING btree (intent) WHERE (intent IS NOT NULL);



CREATE UNIQUE INDEX ledger_entries_sealed ON public.ledger_entries USING btree (sealed_index) WHERE (sealed_index IS NOT NULL);



CREATE INDEX ledger_entries_unsealed ON public.ledger_entries USING btree (id) WHERE (sealed_index IS NULL);



CREATE INDEX notices_state ON public.notices USING btree (state);



CREATE INDEX notices_thread ON public.notices USING btree (rfc, id) WHERE ((road = 'thread'::text) AND (state = 'promised'::text));



CREATE INDEX rfcs_raised_by ON public.rfcs USING btree (raised_by);



CREATE INDEX rfcs_state ON public.rfcs USING btree (state);



CREATE INDEX river_job_args_index ON public.river_job USING gin (args);



CREATE INDEX river_job_kind ON public.river_job USING btree (kind);



CREATE INDEX river_job_metadata_index ON public.river_job USING gin (metadata);



CREATE INDEX river_job_prioritized_fetching_index ON public.river_job USING btree (state, queue, priority, scheduled_at, id);



CREATE INDEX river_job_state_and_finalized_at_index ON public.river_job USING btree (state, finalized_at) WHERE (finalized_at IS NOT NULL);



CREATE UNIQUE INDEX river_job_unique_idx ON public.river_job USING btree (unique_key) WHERE ((unique_key IS NOT NULL) AND (unique_states IS NOT NULL) AND public.river_job_state_in_bitmask(unique_states, state));



CREATE INDEX votes_ballot ON public.votes USING btree (ballot, seat, id);



ALTER TABLE ONLY public.ballots
    ADD CONSTRAINT ballots_rfc_fkey FOREIGN KEY (rfc) REFERENCES public.rfcs(number);



ALTER TABLE ONLY public.conditions
    ADD CONSTRAINT conditions_rfc_fkey FOREIGN KEY (rfc) REFERENCES public.rfcs(number);



ALTER TABLE ONLY public.rfc_revisions
    ADD CONSTRAINT rfc_revisions_number_fkey FOREIGN KEY (number) REFERENCES public.rfcs(number);



ALTER TABLE ONLY public.river_client_queue
    ADD CONSTRAINT river_client_queue_river_client_id_fkey FOREIGN KEY (river_client_id) REFERENCES public.river_client(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_ballot_fkey FOREIGN KEY (ballot) REFERENCES public.ballots(id);




