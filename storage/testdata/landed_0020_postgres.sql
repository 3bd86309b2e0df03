




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





CREATE TABLE public.actions (
    id bigint NOT NULL,
    release integer NOT NULL,
    what text NOT NULL,
    owner text NOT NULL,
    due timestamp with time zone NOT NULL,
    origin text NOT NULL,
    issue bigint NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by text NOT NULL,
    evidence text NOT NULL,
    cancelled text NOT NULL
);



CREATE SEQUENCE public.actions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.actions_id_seq OWNED BY public.actions.id;



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



CREATE TABLE public.communications (
    id bigint NOT NULL,
    release integer NOT NULL,
    revision integer NOT NULL,
    kind text NOT NULL,
    addressees json NOT NULL,
    occasion text NOT NULL,
    days integer NOT NULL,
    hour text NOT NULL,
    road text NOT NULL,
    subject text NOT NULL,
    words text NOT NULL,
    confirm boolean NOT NULL,
    policy boolean NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL,
    due timestamp with time zone,
    sent_at timestamp with time zone,
    late boolean NOT NULL,
    told json NOT NULL,
    corrects json NOT NULL,
    dropped_at timestamp with time zone,
    dropped_by text NOT NULL,
    dropped text NOT NULL
);



CREATE SEQUENCE public.communications_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.communications_id_seq OWNED BY public.communications.id;



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



CREATE TABLE public.configuration_issues (
    id bigint NOT NULL,
    environment text NOT NULL,
    system text NOT NULL,
    doubt text NOT NULL,
    expected text NOT NULL,
    expected_build text NOT NULL,
    expected_from integer NOT NULL,
    told text NOT NULL,
    told_build text NOT NULL,
    source text NOT NULL,
    teller text NOT NULL,
    at timestamp with time zone NOT NULL,
    owner text NOT NULL,
    due timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    resolved_by text NOT NULL,
    truth text NOT NULL,
    resolution text NOT NULL
);



CREATE SEQUENCE public.configuration_issues_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.configuration_issues_id_seq OWNED BY public.configuration_issues.id;



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



CREATE TABLE public.feeds (
    id bigint NOT NULL,
    owner text NOT NULL,
    kind text NOT NULL,
    whose text NOT NULL,
    digest text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by text NOT NULL
);



CREATE SEQUENCE public.feeds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.feeds_id_seq OWNED BY public.feeds.id;



CREATE TABLE public.hearings (
    communication bigint NOT NULL,
    person text NOT NULL,
    release integer NOT NULL,
    party text NOT NULL,
    road text NOT NULL,
    notice text NOT NULL,
    at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    how text NOT NULL
);



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



CREATE TABLE public.invitations (
    subject text NOT NULL,
    sequence integer NOT NULL,
    title text NOT NULL,
    place text NOT NULL,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone NOT NULL,
    zone text NOT NULL,
    people json NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    over boolean NOT NULL
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



CREATE TABLE public.lesson_decisions (
    id bigint NOT NULL,
    rfc integer NOT NULL,
    lesson bigint NOT NULL,
    accepted boolean NOT NULL,
    reason text NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL
);



CREATE SEQUENCE public.lesson_decisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.lesson_decisions_id_seq OWNED BY public.lesson_decisions.id;



CREATE TABLE public.lessons (
    id bigint NOT NULL,
    review bigint NOT NULL,
    release integer NOT NULL,
    system text NOT NULL,
    environment text NOT NULL,
    cause text NOT NULL,
    type text NOT NULL,
    words text NOT NULL,
    action text NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL
);



CREATE SEQUENCE public.lessons_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.lessons_id_seq OWNED BY public.lessons.id;



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



CREATE TABLE public.note_drafts (
    release integer NOT NULL,
    revision integer NOT NULL,
    note json NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL
);



CREATE TABLE public.notes (
    release integer NOT NULL,
    version integer NOT NULL,
    note json NOT NULL,
    digest text NOT NULL,
    build bigint NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL
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
    receipt text DEFAULT ''::text NOT NULL,
    release integer DEFAULT 0 NOT NULL,
    rollout bigint DEFAULT 0 NOT NULL
);



CREATE SEQUENCE public.notices_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.notices_id_seq OWNED BY public.notices.id;



CREATE TABLE public.operations (
    id bigint NOT NULL,
    environment text NOT NULL,
    rfc integer NOT NULL,
    state text NOT NULL,
    content json NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    started_by text NOT NULL,
    ended_at timestamp with time zone,
    ended_by text NOT NULL,
    words text NOT NULL,
    versions json NOT NULL
);



CREATE SEQUENCE public.operations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.operations_id_seq OWNED BY public.operations.id;



CREATE TABLE public.outcomes (
    ballot bigint NOT NULL,
    seat text NOT NULL,
    function text NOT NULL,
    release integer NOT NULL,
    happened text NOT NULL,
    words text NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL
);



CREATE TABLE public.passes (
    id bigint NOT NULL,
    person text NOT NULL,
    purpose text NOT NULL,
    ballot bigint NOT NULL,
    next text NOT NULL,
    digest text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    tries integer NOT NULL
);



CREATE SEQUENCE public.passes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.passes_id_seq OWNED BY public.passes.id;



CREATE TABLE public.programmes (
    version integer NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    applied_by text NOT NULL,
    document json NOT NULL
);



CREATE TABLE public.readiness_comments (
    id bigint NOT NULL,
    week text NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL,
    words text NOT NULL
);



CREATE SEQUENCE public.readiness_comments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.readiness_comments_id_seq OWNED BY public.readiness_comments.id;



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
    ended text NOT NULL,
    confided text DEFAULT ''::text NOT NULL
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
    ended text NOT NULL,
    confided text DEFAULT ''::text NOT NULL
);



CREATE TABLE public.review_answers (
    id bigint NOT NULL,
    review bigint NOT NULL,
    person text NOT NULL,
    at timestamp with time zone NOT NULL,
    late boolean NOT NULL,
    road text NOT NULL,
    answer json NOT NULL
);



CREATE SEQUENCE public.review_answers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.review_answers_id_seq OWNED BY public.review_answers.id;



CREATE TABLE public.reviews (
    id bigint NOT NULL,
    release integer NOT NULL,
    rfc integer NOT NULL,
    system text NOT NULL,
    type text NOT NULL,
    version text NOT NULL,
    environments json NOT NULL,
    rolled_back boolean NOT NULL,
    defect boolean NOT NULL,
    reason text NOT NULL,
    deviations json NOT NULL,
    asked json NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_by text NOT NULL,
    statement text NOT NULL,
    summary text NOT NULL,
    digest text NOT NULL
);



CREATE SEQUENCE public.reviews_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.reviews_id_seq OWNED BY public.reviews.id;



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



CREATE TABLE public.rollouts (
    id bigint NOT NULL,
    revision integer NOT NULL,
    release integer NOT NULL,
    system text NOT NULL,
    mode text NOT NULL,
    state text NOT NULL,
    value json NOT NULL
);



CREATE SEQUENCE public.rollouts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.rollouts_id_seq OWNED BY public.rollouts.id;



CREATE TABLE public.runs (
    report text NOT NULL,
    period text NOT NULL,
    due timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    late boolean NOT NULL,
    checkpoint text DEFAULT ''::text NOT NULL
);



CREATE TABLE public.schema_migrations (
    version integer NOT NULL,
    name text NOT NULL,
    applied_at text NOT NULL
);



CREATE TABLE public.sessions (
    id bigint NOT NULL,
    person text NOT NULL,
    digest text NOT NULL,
    road text NOT NULL,
    agent text NOT NULL,
    began_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);



CREATE SEQUENCE public.sessions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.sessions_id_seq OWNED BY public.sessions.id;



CREATE TABLE public.support_issues (
    id bigint NOT NULL,
    release integer NOT NULL,
    system text NOT NULL,
    environment text NOT NULL,
    title text NOT NULL,
    severity text NOT NULL,
    ref text NOT NULL,
    by_person text NOT NULL,
    at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    resolved_by text NOT NULL,
    resolution text NOT NULL
);



CREATE SEQUENCE public.support_issues_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.support_issues_id_seq OWNED BY public.support_issues.id;



CREATE TABLE public.supports (
    release integer NOT NULL,
    system text NOT NULL,
    environments json NOT NULL,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    summed_at timestamp with time zone,
    digest text NOT NULL
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



CREATE TABLE public.unwanted_mail (
    person text NOT NULL,
    stream text NOT NULL,
    at timestamp with time zone NOT NULL
);



CREATE TABLE public.votes (
    id bigint NOT NULL,
    ballot bigint NOT NULL,
    seat text NOT NULL,
    person text NOT NULL,
    choice text NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    road text DEFAULT 'slack'::text NOT NULL
);



CREATE SEQUENCE public.votes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.votes_id_seq OWNED BY public.votes.id;



ALTER TABLE ONLY public.actions ALTER COLUMN id SET DEFAULT nextval('public.actions_id_seq'::regclass);



ALTER TABLE ONLY public.ballots ALTER COLUMN id SET DEFAULT nextval('public.ballots_id_seq'::regclass);



ALTER TABLE ONLY public.baselines ALTER COLUMN id SET DEFAULT nextval('public.baselines_id_seq'::regclass);



ALTER TABLE ONLY public.bookings ALTER COLUMN id SET DEFAULT nextval('public.bookings_id_seq'::regclass);



ALTER TABLE ONLY public.builds ALTER COLUMN id SET DEFAULT nextval('public.builds_id_seq'::regclass);



ALTER TABLE ONLY public.communications ALTER COLUMN id SET DEFAULT nextval('public.communications_id_seq'::regclass);



ALTER TABLE ONLY public.conditions ALTER COLUMN id SET DEFAULT nextval('public.conditions_id_seq'::regclass);



ALTER TABLE ONLY public.configuration_issues ALTER COLUMN id SET DEFAULT nextval('public.configuration_issues_id_seq'::regclass);



ALTER TABLE ONLY public.debts ALTER COLUMN id SET DEFAULT nextval('public.debts_id_seq'::regclass);



ALTER TABLE ONLY public.delegations ALTER COLUMN id SET DEFAULT nextval('public.delegations_id_seq'::regclass);



ALTER TABLE ONLY public.evidence ALTER COLUMN id SET DEFAULT nextval('public.evidence_id_seq'::regclass);



ALTER TABLE ONLY public.feeds ALTER COLUMN id SET DEFAULT nextval('public.feeds_id_seq'::regclass);



ALTER TABLE ONLY public.installations ALTER COLUMN id SET DEFAULT nextval('public.installations_id_seq'::regclass);



ALTER TABLE ONLY public.ledger_entries ALTER COLUMN id SET DEFAULT nextval('public.ledger_entries_id_seq'::regclass);



ALTER TABLE ONLY public.lesson_decisions ALTER COLUMN id SET DEFAULT nextval('public.lesson_decisions_id_seq'::regclass);



ALTER TABLE ONLY public.lessons ALTER COLUMN id SET DEFAULT nextval('public.lessons_id_seq'::regclass);



ALTER TABLE ONLY public.meeting_amendments ALTER COLUMN id SET DEFAULT nextval('public.meeting_amendments_id_seq'::regclass);



ALTER TABLE ONLY public.meetings ALTER COLUMN id SET DEFAULT nextval('public.meetings_id_seq'::regclass);



ALTER TABLE ONLY public.notices ALTER COLUMN id SET DEFAULT nextval('public.notices_id_seq'::regclass);



ALTER TABLE ONLY public.operations ALTER COLUMN id SET DEFAULT nextval('public.operations_id_seq'::regclass);



ALTER TABLE ONLY public.passes ALTER COLUMN id SET DEFAULT nextval('public.passes_id_seq'::regclass);



ALTER TABLE ONLY public.readiness_comments ALTER COLUMN id SET DEFAULT nextval('public.readiness_comments_id_seq'::regclass);



ALTER TABLE ONLY public.review_answers ALTER COLUMN id SET DEFAULT nextval('public.review_answers_id_seq'::regclass);



ALTER TABLE ONLY public.reviews ALTER COLUMN id SET DEFAULT nextval('public.reviews_id_seq'::regclass);



ALTER TABLE ONLY public.river_job ALTER COLUMN id SET DEFAULT nextval('public.river_job_id_seq'::regclass);



ALTER TABLE ONLY public.rollouts ALTER COLUMN id SET DEFAULT nextval('public.rollouts_id_seq'::regclass);



ALTER TABLE ONLY public.sessions ALTER COLUMN id SET DEFAULT nextval('public.sessions_id_seq'::regclass);



ALTER TABLE ONLY public.support_issues ALTER COLUMN id SET DEFAULT nextval('public.support_issues_id_seq'::regclass);



ALTER TABLE ONLY public.system_statuses ALTER COLUMN id SET DEFAULT nextval('public.system_statuses_id_seq'::regclass);



ALTER TABLE ONLY public.votes ALTER COLUMN id SET DEFAULT nextval('public.votes_id_seq'::regclass);



INSERT INTO public.actions VALUES (1, 1, 'Archive the logs.', 'ray', '2026-11-26 16:27:00.864192+00', 'review', 0, 'ray', '2026-11-23 16:27:00.864192+00', NULL, '', '', '');
INSERT INTO public.actions VALUES (2, 1, 'Archive the logs.', 'ray', '2026-11-26 16:27:00.864192+00', 'review', 0, 'ray', '2026-11-23 16:27:00.864192+00', '2026-11-23 16:27:00.864192+00', 'ray', 'Ticket 7.', '');



INSERT INTO public.ballots VALUES (1, 1, 'approval', '9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ray', '2026-11-23 12:00:00+00', '2026-11-23 12:30:00+00', '2026-11-25 12:00:00+00', '["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"]', false, 'void', '2026-11-23 12:01:00.123456+00', 'ray', '', '', 'The RFC was changed by Ray.', NULL, '{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}}', '[]', '["ray"]', 0);
INSERT INTO public.ballots VALUES (2, 1, 'approval', 'b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ray', '2026-11-23 12:01:00.123456+00', '2026-11-23 12:31:00.123456+00', '2026-11-25 12:01:00.123456+00', '["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"]', false, 'closed', '2026-11-23 13:04:00.493824+00', 'ann', 'go', '', '', NULL, '{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}}', '[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]', '["ray"]', 0);
INSERT INTO public.ballots VALUES (3, 1, 'deployment', 'b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ann', '2026-11-23 14:04:00.493824+00', '2026-11-23 14:34:00.493824+00', '2026-11-25 14:04:00.493824+00', '["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"]', false, 'closed', '2026-11-23 15:06:00.740736+00', '', 'go', '', '', NULL, '{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}}', '[]', '["ray"]', 0);
INSERT INTO public.ballots VALUES (4, 2, 'approval', '9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ann', 'ann', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:36:00.740736+00', '2026-11-25 15:06:00.740736+00', '["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"]', false, 'void', '2026-11-23 15:06:00.740736+00', 'ann', '', '', 'The RFC was withdrawn by Ann.', NULL, '{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}}', '[]', '["ann"]', 0);
INSERT INTO public.ballots VALUES (5, 4, 'approval', '9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ray', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:36:00.740736+00', '2026-11-25 15:06:00.740736+00', '["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"]', false, 'open', NULL, '', '', '', '', '2026-11-23 15:36:00.740736+00', '{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}}', '[]', '["ray"]', 0);
INSERT INTO public.ballots VALUES (6, 6, 'approval', '1f263b8da2d3be2b2e02ff155415b5ef7d643bcb69b0aa20e5f1436a6b3944bb', '[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]', 'ray', 'ray', '2026-11-23 16:27:00.864192+00', '2026-11-23 16:57:00.864192+00', '2026-11-25 16:27:00.864192+00', '["2026-11-24T16:27:00.864192Z","2026-11-25T14:27:00.864192Z"]', false, 'open', NULL, '', '', '', '', '2026-11-23 16:57:00.864192+00', '{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-25T16:27:00.864192Z","to":"2026-11-25T18:27:00.864192Z","zone":"Europe/London"}}}', '[]', '["ray"]', 0);



INSERT INTO public.baselines VALUES (1, 'sit-a', '[{"system":"helix","version":"1.91.0.0"}]', '[]', 'As it was found.', '8f5b623a812d35b65243dce33653ecc607e63f525ff5a35086d968c59c04877e', '2026-11-23 16:27:00.864192+00', 'eve');






INSERT INTO public.builds VALUES (1, 1, '2026.11.0', 'https://git.example/helix.git', 'v1', '0000000000000000000000000000000000007631', 'abababababababababababababababababababababababababababababababab', '[{"date":"2026-11-20","digest":"sha256:cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","file":"settle.jar","version":"1.2"}]', 'ray', '2026-11-23 16:09:00.864192+00');
INSERT INTO public.builds VALUES (2, 1, '2026.11.1', 'https://git.example/helix.git', 'v2', '0000000000000000000000000000000000007632', 'abababababababababababababababababababababababababababababababab', '[{"date":"2026-11-20","digest":"sha256:cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","file":"settle.jar","version":"1.2"}]', 'ray', '2026-11-23 16:10:00.864192+00');
INSERT INTO public.builds VALUES (3, 3, '2026.11.1', 'https://git.example/helix.git', 'v1', '0000000000000000000000000000000000007631', 'abababababababababababababababababababababababababababababababab', '[{"date":"2026-11-20","digest":"sha256:cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","file":"settle.jar","version":"1.2"}]', 'bill', '2026-11-23 16:13:00.864192+00');



INSERT INTO public.cadences VALUES ('pia', 'weekly');



INSERT INTO public.cards VALUES ('rfc/2', '', '', 43, 0, '', NULL);
INSERT INTO public.cards VALUES ('rfc/4', '', '', 43, 0, '', NULL);
INSERT INTO public.cards VALUES ('release/2', '', '', 43, 0, '', NULL);
INSERT INTO public.cards VALUES ('release/3', '', '', 93, 0, '', NULL);
INSERT INTO public.cards VALUES ('rfc/5', '', '', 93, 0, '', NULL);
INSERT INTO public.cards VALUES ('operation/1', '', '', 93, 0, '', NULL);
INSERT INTO public.cards VALUES ('operation/2', '', '', 93, 0, '', NULL);
INSERT INTO public.cards VALUES ('rfc/1', '', '', 93, 0, '', NULL);
INSERT INTO public.cards VALUES ('rfc/6', '', '', 93, 0, '', NULL);
INSERT INTO public.cards VALUES ('release/1', '', '', 100, 0, '', NULL);



INSERT INTO public.communications VALUES (1, 1, 2, 'impact-and-downtime', '["role:test-manager"]', 'window-begin', -2, '10:00', 'mail', '', '“Bring” your <own> data.', true, false, 'ray', '2026-11-24 16:27:00.864192+00', '2026-11-25 10:00:00+00', NULL, false, '{}', '[]', '2026-11-24 16:27:00.864192+00', 'ray', 'The window is not agreed yet.');



INSERT INTO public.conditions VALUES (1, 1, 2, 'test-manager/si', 'Run the settlement pack again first.', 'tess', 'ray', '2026-11-23 13:04:00.493824+00', '2026-11-23 13:04:00.493824+00', 'ray', 'Report SP-12: all green.');
INSERT INTO public.conditions VALUES (2, 1, 3, 'test-manager/si', 'Tell the suppliers an hour before.', 'tess', 'ray', '2026-11-23 15:06:00.740736+00', NULL, '', '');



INSERT INTO public.configuration_issues VALUES (1, 'sit-a', 'helix', 'never-allocated', '', '', 0, '1.90.0.0', '', 'installation/1', 'ray', '2026-11-23 16:27:00.864192+00', 'eve', '2026-11-24 17:00:00+00', NULL, '', '', '');
INSERT INTO public.configuration_issues VALUES (2, 'sit-a', 'helix', 'never-allocated', '1.90.0.0', '', 0, '1.91.0.0', '', 'installation/2', 'ray', '2026-11-23 16:27:00.864192+00', 'eve', '2026-11-24 17:00:00+00', '2026-11-23 16:27:00.864192+00', 'eve', '1.91.0.0', 'Seen with my own eyes.');



INSERT INTO public.counters VALUES ('release', 3);
INSERT INTO public.counters VALUES ('version/helix', 6);
INSERT INTO public.counters VALUES ('rfc', 6);









INSERT INTO public.environment_systems VALUES ('sit-a', 'helix');



INSERT INTO public.environments VALUES ('sit-a', 5);



INSERT INTO public.evidence VALUES (1, 1, 'known-issues-agreed', false, 'https://docs.example/issues', 'agreed', 0, 'ann', '2026-11-23 16:11:00.864192+00', NULL, '2026-11-23 16:12:00.864192+00', 'ann', 'Replaced.');
INSERT INTO public.evidence VALUES (2, 1, 'known-issues-agreed', false, 'https://docs.example/issues', 'agreed', 0, 'ann', '2026-11-23 16:12:00.864192+00', NULL, '2026-11-23 16:12:00.864192+00', 'ann', 'A new one turned up.');
INSERT INTO public.evidence VALUES (3, 1, 'environment-baseline', true, '', 'The rack comes on Friday.', 0, 'ann', '2026-11-23 16:12:00.864192+00', '2026-11-25 18:12:00.864192+00', '2026-11-23 16:12:00.864192+00', 'eve', 'Replaced.');
INSERT INTO public.evidence VALUES (4, 1, 'environment-baseline', false, 'https://docs.example/baseline', '', 0, 'eve', '2026-11-23 16:12:00.864192+00', NULL, NULL, '', '');
INSERT INTO public.evidence VALUES (5, 3, 'pit-assurance', false, 'https://docs.example/pit-assurance/161500', '', 3, 'tess', '2026-11-23 16:15:00.864192+00', NULL, NULL, '', '');
INSERT INTO public.evidence VALUES (6, 3, 'environment-baseline', false, 'https://docs.example/environment-baseline/161700', '', 0, 'eve', '2026-11-23 16:17:00.864192+00', NULL, NULL, '', '');
INSERT INTO public.evidence VALUES (7, 3, 'package-approved', false, 'https://docs.example/package-approved/161800', '', 3, 'bill', '2026-11-23 16:18:00.864192+00', NULL, NULL, '', '');
INSERT INTO public.evidence VALUES (8, 3, 'known-issues-agreed', false, 'https://docs.example/known-issues-agreed/161900', '', 0, 'ann', '2026-11-23 16:19:00.864192+00', NULL, NULL, '', '');
INSERT INTO public.evidence VALUES (9, 3, 'plans-approved', false, 'https://docs.example/plans-approved/162000', '', 0, 'ann', '2026-11-23 16:20:00.864192+00', NULL, NULL, '', '');
INSERT INTO public.evidence VALUES (10, 3, 'release-note', false, 'sha256:51424e4ad5d6f8389df32bb4442c20a1eaceed155ef77e99be1d7d1d274fa018', 'Release note 1 of REL-3', 3, 'ray', '2026-11-23 16:21:00.864192+00', NULL, NULL, '', '');



INSERT INTO public.feeds VALUES (1, 'pia', 'environment', 'sit-a', '5b4f8c3acbd0aaacbf4798c8158d2248ee640b73ae204ba245577e30f5f843da', '2026-11-24 16:27:00.864192+00', '2026-11-24 16:27:00.864192+00', 'pia');
INSERT INTO public.feeds VALUES (2, 'pia', 'person', 'pia', 'b0eac27dd49b5200d043c7aa7efc69365595003d8564a4eb395f1c508476f636', '2026-11-24 16:27:00.864192+00', NULL, '');






INSERT INTO public.installations VALUES (1, 'sit-a', 'helix', '1.90.0.0', '', 0, '2026-11-23 16:27:00.864192+00', '2026-11-23 16:27:00.864192+00', 'ray', '');
INSERT INTO public.installations VALUES (2, 'sit-a', 'helix', '1.91.0.0', '', 0, '2026-11-23 16:27:00.864192+00', '2026-11-23 16:27:00.864192+00', 'ray', '');






INSERT INTO public.ledger_entries VALUES (5, 'landed-2', '2026-11-23 12:00:00+00', 'cadence-chosen', 'person/pia', 0, 'pia', '{"cadence":"weekly"}', 4, 0);
INSERT INTO public.ledger_entries VALUES (1, NULL, '2026-11-23 12:00:00+00', 'programme-applied', 'programme/1', 0, 'operator', '{"changes":[{"Name":"si","Noun":"party","Verb":"add"},{"Name":"elexon","Noun":"party","Verb":"add"},{"Name":"supplier","Noun":"party","Verb":"add"},{"Name":"ann","Noun":"person","Verb":"add"},{"Name":"tess","Noun":"person","Verb":"add"},{"Name":"ray","Noun":"person","Verb":"add"},{"Name":"helix","Noun":"system","Verb":"add"},{"Name":"sit-a","Noun":"environment","Verb":"add"},{"Name":"","Noun":"name and places","Verb":"change"},{"Name":"","Noun":"policy","Verb":"change"},{"Name":"","Noun":"RACI table","Verb":"change"}],"programme":{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Closure":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0,"SupportDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"","Retired":false}],"Version":1,"Zone":"Europe/London"}}', 0, 0);
INSERT INTO public.ledger_entries VALUES (2, NULL, '2026-11-23 12:00:00+00', 'programme-applied', 'programme/2', 0, 'operator', '{"changes":[{"Name":"pia","Noun":"person","Verb":"add"}],"programme":{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Closure":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0,"SupportDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"","Retired":false}],"Version":2,"Zone":"Europe/London"}}', 1, 0);
INSERT INTO public.ledger_entries VALUES (3, 'landed-1', '2026-11-23 12:00:00+00', 'rfc-raised', 'rfc/1', 1, 'ray', '{"content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"d585ac85a0e7250208e0787329424b5a16589972ce8c4d4463e3d7bf5dbdb3ad","programme":2,"revision":2}', 2, 0);
INSERT INTO public.ledger_entries VALUES (4, NULL, '2026-11-23 12:00:00+00', 'ballot-opened', 'ballot/1', 1, 'ray', '{"deadline":"2026-11-25T12:00:00Z","digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","involved":["ray"],"may-override":false,"minimum":"2026-11-23T12:30:00Z","purpose":"approval","quorum":0,"rfc":1,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 3, 0);
INSERT INTO public.ledger_entries VALUES (6, 'landed-3', '2026-11-23 12:01:00.123456+00', 'vote-cast', 'ballot/1', 1, 'ann', '{"choice":"go","digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","road":"slack","seat":"release-manager/si","words":""}', 5, 0);
INSERT INTO public.ledger_entries VALUES (7, 'landed-4', '2026-11-23 12:01:00.123456+00', 'ballot-void', 'ballot/1', 1, 'ray', '{"votes":1,"why":"The RFC was changed by Ray."}', 6, 0);
INSERT INTO public.ledger_entries VALUES (8, NULL, '2026-11-23 12:01:00.123456+00', 'rfc-edited', 'rfc/1', 1, 'ray', '{"content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"d1960767d6e910622101b93dc1b12e26424798b402b4712c9fbf79a252e43e6f","material":true,"programme":2,"revision":3}', 7, 0);
INSERT INTO public.ledger_entries VALUES (9, NULL, '2026-11-23 12:01:00.123456+00', 'ballot-opened', 'ballot/2', 1, 'ray', '{"deadline":"2026-11-25T12:01:00.123456Z","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","involved":["ray"],"may-override":false,"minimum":"2026-11-23T12:31:00.123456Z","purpose":"approval","quorum":0,"rfc":1,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 8, 0);
INSERT INTO public.ledger_entries VALUES (10, 'landed-5', '2026-11-23 12:02:00.246912+00', 'vote-cast', 'ballot/2', 1, 'ann', '{"choice":"no-go","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","road":"slack","seat":"release-manager/si","words":"The backout plan\nis missing; it''s \"needed\"."}', 9, 0);
INSERT INTO public.ledger_entries VALUES (11, 'landed-6', '2026-11-23 12:03:00.370368+00', 'vote-cast', 'ballot/2', 1, 'tess', '{"choice":"go-with-conditions","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","road":"slack","seat":"test-manager/si","words":"Run the settlement pack again first."}', 10, 0);
INSERT INTO public.ledger_entries VALUES (12, 'landed-7', '2026-11-23 12:04:00.493824+00', 'vote-cast', 'ballot/2', 1, 'ann', '{"choice":"go","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","road":"slack","seat":"release-manager/si","words":""}', 11, 0);
INSERT INTO public.ledger_entries VALUES (13, 'landed-8', '2026-11-23 13:04:00.493824+00', 'ballot-closed', 'ballot/2', 1, 'ann', '{"digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","outcome":"go","override":"","rfc-state":"approved","why":"Every mandatory seat was heard, at least one said Go and no No-Go stands."}', 12, 0);
INSERT INTO public.ledger_entries VALUES (14, 'landed-9', '2026-11-23 13:04:00.493824+00', 'condition-met', 'rfc/1', 1, 'ray', '{"condition":1,"evidence":"Report SP-12: all green."}', 13, 0);
INSERT INTO public.ledger_entries VALUES (15, NULL, '2026-11-23 13:04:00.493824+00', 'report-sent', 'report/digest-weekly/2026-W47', 0, '', '{"due":"2026-11-23T12:30:00Z","late":true,"merged":1,"notices":1}', 14, 0);
INSERT INTO public.ledger_entries VALUES (16, 'landed-10', '2026-11-23 14:04:00.493824+00', 'ballot-opened', 'ballot/3', 1, 'ann', '{"deadline":"2026-11-25T14:04:00.493824Z","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","involved":["ray"],"may-override":false,"minimum":"2026-11-23T14:34:00.493824Z","purpose":"deployment","quorum":0,"rfc":1,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 15, 0);
INSERT INTO public.ledger_entries VALUES (17, 'landed-11', '2026-11-23 14:05:00.61728+00', 'vote-cast', 'ballot/3', 1, 'tess', '{"choice":"go-with-conditions","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","road":"slack","seat":"test-manager/si","words":"Tell the suppliers an hour before."}', 16, 0);
INSERT INTO public.ledger_entries VALUES (18, 'landed-12', '2026-11-23 14:06:00.740736+00', 'vote-cast', 'ballot/3', 1, 'ann', '{"choice":"go","digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","road":"slack","seat":"release-manager/si","words":""}', 17, 0);
INSERT INTO public.ledger_entries VALUES (19, NULL, '2026-11-23 15:06:00.740736+00', 'ballot-closed', 'ballot/3', 1, '', '{"digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","outcome":"go","override":"","rfc-state":"go","why":"Every mandatory seat was heard, at least one said Go and no No-Go stands."}', 18, 0);
INSERT INTO public.ledger_entries VALUES (20, 'landed-13', '2026-11-23 15:06:00.740736+00', 'rfc-raised', 'rfc/2', 2, 'ann', '{"content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"a37ca8b1d43b9d4af4e2546755307f2fee5a67c281adb970c69f607f064c1d51","programme":2,"revision":2}', 19, 0);
INSERT INTO public.ledger_entries VALUES (21, NULL, '2026-11-23 15:06:00.740736+00', 'ballot-opened', 'ballot/4', 2, 'ann', '{"deadline":"2026-11-25T15:06:00.740736Z","digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","involved":["ann"],"may-override":false,"minimum":"2026-11-23T15:36:00.740736Z","purpose":"approval","quorum":0,"rfc":2,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 20, 0);
INSERT INTO public.ledger_entries VALUES (22, 'landed-14', '2026-11-23 15:06:00.740736+00', 'ballot-void', 'ballot/4', 2, 'ann', '{"votes":0,"why":"The RFC was withdrawn by Ann."}', 21, 0);
INSERT INTO public.ledger_entries VALUES (23, NULL, '2026-11-23 15:06:00.740736+00', 'rfc-withdrawn', 'rfc/2', 2, 'ann', '{"reason":"Its window clashes with the data load."}', 22, 0);
INSERT INTO public.ledger_entries VALUES (24, 'landed-15', '2026-11-23 15:06:00.740736+00', 'rfc-drafted', 'rfc/3', 0, 'ray', '{"revision":1}', 23, 0);
INSERT INTO public.ledger_entries VALUES (25, 'landed-16', '2026-11-23 15:06:00.740736+00', 'rfc-raised', 'rfc/4', 4, 'ray', '{"content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"8a3b2897d23e826e54eafa3cd7200fa45d1fdaf47c33ad200cba56e14c2a1287","programme":2,"revision":2}', 24, 0);
INSERT INTO public.ledger_entries VALUES (26, NULL, '2026-11-23 15:06:00.740736+00', 'ballot-opened', 'ballot/5', 4, 'ray', '{"deadline":"2026-11-25T15:06:00.740736Z","digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","involved":["ray"],"may-override":false,"minimum":"2026-11-23T15:36:00.740736Z","purpose":"approval","quorum":0,"rfc":4,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 25, 0);
INSERT INTO public.ledger_entries VALUES (27, 'landed-17', '2026-11-23 15:07:00.864192+00', 'vote-cast', 'ballot/5', 4, 'ann', '{"choice":"go","digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","road":"slack","seat":"release-manager/si","words":""}', 26, 0);
INSERT INTO public.ledger_entries VALUES (28, NULL, '2026-11-23 16:07:00.864192+00', 'programme-applied', 'programme/3', 0, 'operator', '{"changes":[{"Name":"eve","Noun":"person","Verb":"add"},{"Name":"helix","Noun":"system","Verb":"change"},{"Name":"","Noun":"RACI table","Verb":"change"}],"programme":{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]},{"ID":"eve","Mail":"eve@gonogo.example","Name":"Eve","Retired":false,"Roles":[{"Party":"si","Role":"environment-manager"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Closure":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0,"SupportDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"},"rollout-plans":{"rm":"R,A"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"https://git.example/helix.git","Retired":false}],"Version":3,"Zone":"Europe/London"}}', 27, 0);
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
INSERT INTO public.ledger_entries VALUES (54, 'landed-39', '2026-11-23 16:18:00.864192+00', 'evidence-given', 'release/3', 5, 'bill', '{"build":3,"check":"package-approved","evidence":7,"note":"","ref":"https://docs.example/package-approved/161800","until":"0001-01-01T00:00:00Z","waiver":false}', 53, 3);
INSERT INTO public.ledger_entries VALUES (44, NULL, '2026-11-23 16:12:00.864192+00', 'programme-applied', 'programme/4', 0, 'operator', '{"changes":[{"Name":"bill","Noun":"person","Verb":"add"},{"Name":"","Noun":"RACI table","Verb":"change"}],"programme":{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]},{"ID":"eve","Mail":"eve@gonogo.example","Name":"Eve","Retired":false,"Roles":[{"Party":"si","Role":"environment-manager"}]},{"ID":"bill","Mail":"bill@gonogo.example","Name":"Bill","Retired":false,"Roles":[{"Party":"elexon","Role":"build-manager"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Closure":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0,"SupportDays":0}}},"RACI":{"communications":{"rm":"R,A","test":"C"},"deployment-gonogo":{"rm":"R,A","test":"C"},"execute-rollout":{"rm":"R,A","test":"C"},"issue-log":{"rm":"R,A","test":"C"},"lessons-learned":{"rm":"R,A","test":"C"},"pir":{"rm":"R,A","test":"C"},"remediation":{"rm":"R,A","test":"C"},"rfc-approval":{"rm":"R,A","test":"C"},"rfc-closure":{"rm":"R,A","test":"C"},"rollback":{"rm":"R,A","test":"C"},"rollout-closure":{"rm":"R,A","test":"C"},"rollout-plans":{"rm":"R,A","test":"C"},"verification":{"rm":"R,A","test":"C"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"https://git.example/helix.git","Retired":false}],"Version":4,"Zone":"Europe/London"}}', 43, 0);
INSERT INTO public.ledger_entries VALUES (45, 'landed-31', '2026-11-23 16:12:00.864192+00', 'release-created', 'release/3', 0, 'ray', '{"content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"programme":4,"revision":1,"stage":"planning","version":"1.0.3.0"}', 44, 3);
INSERT INTO public.ledger_entries VALUES (46, 'landed-32', '2026-11-23 16:13:00.864192+00', 'release-moved', 'release/3', 0, 'ray', '{"from":"planning","gate":["planned","meetings"],"move":"plan agreed","reason":"","to":"build","version":"1.0.3.0"}', 45, 3);
INSERT INTO public.ledger_entries VALUES (47, 'landed-33', '2026-11-23 16:13:00.864192+00', 'build-registered', 'release/3', 0, 'bill', '{"bom":"sha256:8f618fe99f114a8fda1cf11c767b484833d49c165b0e18f07bb9edd3252c0392","build":3,"commit":"0000000000000000000000000000000000007631","files":1,"name":"2026.11.1","package":"abababababababababababababababababababababababababababababababab","repository":"https://git.example/helix.git","tag":"v1"}', 46, 3);
INSERT INTO public.ledger_entries VALUES (48, 'landed-34', '2026-11-23 16:14:00.864192+00', 'release-moved', 'release/3', 0, 'ray', '{"from":"build","gate":["build"],"move":"build packaged","reason":"","to":"test","version":"1.0.3.0"}', 47, 3);
INSERT INTO public.ledger_entries VALUES (49, 'landed-35', '2026-11-23 16:15:00.864192+00', 'evidence-given', 'release/3', 0, 'tess', '{"build":3,"check":"pit-assurance","evidence":5,"note":"","ref":"https://docs.example/pit-assurance/161500","until":"0001-01-01T00:00:00Z","waiver":false}', 48, 3);
INSERT INTO public.ledger_entries VALUES (50, 'landed-36', '2026-11-23 16:16:00.864192+00', 'release-moved', 'release/3', 0, 'ray', '{"from":"test","gate":["pit-assurance"],"move":"PIT assured","reason":"","to":"prepare","version":"1.0.3.0"}', 49, 3);
INSERT INTO public.ledger_entries VALUES (51, 'landed-37', '2026-11-23 16:16:00.864192+00', 'rfc-raised', 'rfc/5', 5, 'ray', '{"content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"REL-3","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix 1.0.1.0","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"digest":"deeb35b5a4ce5846e4235a99ca58903fa19e158f47aad0269b5019f9cad65e36","programme":4,"revision":2}', 50, 0);
INSERT INTO public.ledger_entries VALUES (52, NULL, '2026-11-23 16:16:00.864192+00', 'release-moved', 'release/3', 5, 'ray', '{"move":"RFC raised","rfc":5,"to":"prepare"}', 51, 3);
INSERT INTO public.ledger_entries VALUES (53, 'landed-38', '2026-11-23 16:17:00.864192+00', 'evidence-given', 'release/3', 5, 'eve', '{"build":0,"check":"environment-baseline","evidence":6,"note":"","ref":"https://docs.example/environment-baseline/161700","until":"0001-01-01T00:00:00Z","waiver":false}', 52, 3);
INSERT INTO public.ledger_entries VALUES (55, 'landed-40', '2026-11-23 16:19:00.864192+00', 'evidence-given', 'release/3', 5, 'ann', '{"build":0,"check":"known-issues-agreed","evidence":8,"note":"","ref":"https://docs.example/known-issues-agreed/161900","until":"0001-01-01T00:00:00Z","waiver":false}', 54, 3);
INSERT INTO public.ledger_entries VALUES (56, 'landed-41', '2026-11-23 16:20:00.864192+00', 'evidence-given', 'release/3', 5, 'ann', '{"build":0,"check":"plans-approved","evidence":9,"note":"","ref":"https://docs.example/plans-approved/162000","until":"0001-01-01T00:00:00Z","waiver":false}', 55, 3);
INSERT INTO public.ledger_entries VALUES (57, 'landed-42', '2026-11-23 16:21:00.864192+00', 'note-submitted', 'release/3', 5, 'ray', '{"build":3,"digest":"51424e4ad5d6f8389df32bb4442c20a1eaceed155ef77e99be1d7d1d274fa018","note-version":1}', 56, 3);
INSERT INTO public.ledger_entries VALUES (58, NULL, '2026-11-23 16:21:00.864192+00', 'evidence-given', 'release/3', 5, 'ray', '{"build":3,"check":"release-note","evidence":10,"note":"Release note 1 of REL-3","ref":"sha256:51424e4ad5d6f8389df32bb4442c20a1eaceed155ef77e99be1d7d1d274fa018","until":"0001-01-01T00:00:00Z","waiver":false}', 57, 3);
INSERT INTO public.ledger_entries VALUES (59, 'landed-43', '2026-11-23 16:21:00.864192+00', 'rollout-started', 'rehearsal/1', 0, 'ann', '{"build":3,"digest":"c19038d8d90e0eb4582d7a0ee954504d9050d710deb42261915bb96251276377","mode":"paper","note":1,"note-digest":"51424e4ad5d6f8389df32bb4442c20a1eaceed155ef77e99be1d7d1d274fa018","release":3,"revision":1,"rollout":1,"runbook":"f80cda141685b03dab7aa27b43235131418eb0ec07974e7fb435dd0104abbc6a","state":"running","version":"1.0.3.0","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}}', 58, 0);
INSERT INTO public.ledger_entries VALUES (60, 'landed-44', '2026-11-23 16:22:00.864192+00', 'step-ended', 'rehearsal/1', 0, 'ann', '{"digest":"30e12c243070a7cd5a1bf4ec9d95fc721d23e442b494ef56393d880ab158fcf6","minutes":0,"number":1,"release":3,"result":"done","revision":2,"rollout":1,"section":"prerequisites","state":"running"}', 59, 0);
INSERT INTO public.ledger_entries VALUES (61, 'landed-45', '2026-11-23 16:23:00.864192+00', 'step-ended', 'rehearsal/1', 0, 'ann', '{"digest":"8cbe64e1af4a0ad2a59cbf69a0b94991bc98e205f8ecf0a986991c0abee99faa","minutes":0,"number":2,"release":3,"result":"done","revision":3,"rollout":1,"section":"prerequisites","state":"running"}', 60, 0);
INSERT INTO public.ledger_entries VALUES (62, 'landed-46', '2026-11-23 16:24:00.864192+00', 'step-ended', 'rehearsal/1', 0, 'ann', '{"digest":"3ad29f342878640fd731ed5bb670c487117d425fc0eb5b87895c6396337eae69","minutes":0,"number":3,"release":3,"result":"done","revision":4,"rollout":1,"section":"prerequisites","state":"running"}', 61, 0);
INSERT INTO public.ledger_entries VALUES (63, 'landed-47', '2026-11-23 16:25:00.864192+00', 'step-ended', 'rehearsal/1', 0, 'ann', '{"digest":"da09e077036724f0d54692a625f80b320d21c7cde0372f70e3e04aab996f706e","minutes":0,"number":4,"release":3,"result":"done","revision":5,"rollout":1,"section":"prerequisites","state":"running"}', 62, 0);
INSERT INTO public.ledger_entries VALUES (64, 'landed-48', '2026-11-23 16:26:00.864192+00', 'step-ended', 'rehearsal/1', 0, 'ann', '{"digest":"ca525d51216455aa9011121582ecdc5d6c2179c2e3a25aba2d65a1942e0ad36e","minutes":0,"number":1,"release":3,"result":"done","revision":6,"rollout":1,"section":"instructions","state":"running"}', 63, 0);
INSERT INTO public.ledger_entries VALUES (65, 'landed-49', '2026-11-23 16:27:00.864192+00', 'step-ended', 'rehearsal/1', 0, 'ann', '{"digest":"4a44ba5574b0248e6c7e8bec790494f1a4012512be448a7be9e67b5c2cc580bb","minutes":0,"number":1,"release":3,"result":"done","revision":7,"rollout":1,"section":"checks","state":"signing"}', 64, 0);
INSERT INTO public.ledger_entries VALUES (66, 'landed-50', '2026-11-23 16:27:00.864192+00', 'rollout-ended', 'rehearsal/1', 0, 'ann', '{"digest":"63bc7d9133b5ed4708d33f25fc254caf2cdd020de40a14229374231271333a6e","release":3,"revision":8,"rollout":1,"state":"ended","words":"Good."}', 65, 0);
INSERT INTO public.ledger_entries VALUES (67, 'landed-51', '2026-11-23 16:27:00.864192+00', 'operation-planned', 'operation/1', 0, 'ray', '{"content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"rfc":0}', 66, 0);
INSERT INTO public.ledger_entries VALUES (68, 'landed-52', '2026-11-23 16:27:00.864192+00', 'operation-planned', 'operation/2', 0, 'ray', '{"content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"rfc":0}', 67, 0);
INSERT INTO public.ledger_entries VALUES (69, 'landed-53', '2026-11-23 16:27:00.864192+00', 'operation-started', 'operation/1', 0, 'ray', '{}', 68, 0);
INSERT INTO public.ledger_entries VALUES (70, 'landed-54', '2026-11-23 16:27:00.864192+00', 'operation-ended', 'operation/1', 0, 'ray', '{"state":"failed","words":"The medium was full."}', 69, 0);
INSERT INTO public.ledger_entries VALUES (71, 'landed-55', '2026-11-23 16:27:00.864192+00', 'system-installed', 'environment/sit-a', 0, 'ray', '{"at":"2026-11-23T16:27:00.864192Z","build":"","installation":1,"note":"","release":0,"system":"helix","version":"1.90.0.0"}', 70, 0);
INSERT INTO public.ledger_entries VALUES (72, NULL, '2026-11-23 16:27:00.864192+00', 'configuration-issue-raised', 'configuration-issue/1', 0, 'ray', '{"doubt":"never-allocated","due":"2026-11-24T17:00:00Z","environment":"sit-a","expected":"","expected-build":"","owner":"eve","release":0,"source":"installation/1","system":"helix","teller":"ray","told":"1.90.0.0","told-build":""}', 71, 0);
INSERT INTO public.ledger_entries VALUES (73, 'landed-56', '2026-11-23 16:27:00.864192+00', 'system-installed', 'environment/sit-a', 0, 'ray', '{"at":"2026-11-23T16:27:00.864192Z","build":"","installation":2,"note":"","release":0,"system":"helix","version":"1.91.0.0"}', 72, 0);
INSERT INTO public.ledger_entries VALUES (74, NULL, '2026-11-23 16:27:00.864192+00', 'configuration-issue-raised', 'configuration-issue/2', 0, 'ray', '{"doubt":"never-allocated","due":"2026-11-24T17:00:00Z","environment":"sit-a","expected":"1.90.0.0","expected-build":"","owner":"eve","release":0,"source":"installation/2","system":"helix","teller":"ray","told":"1.91.0.0","told-build":""}', 73, 0);
INSERT INTO public.ledger_entries VALUES (75, 'landed-57', '2026-11-23 16:27:00.864192+00', 'baseline-fixed', 'environment/sit-a', 0, 'eve', '{"baseline":1,"digest":"8f5b623a812d35b65243dce33653ecc607e63f525ff5a35086d968c59c04877e","items":[],"note":"As it was found.","versions":[{"system":"helix","version":"1.91.0.0"}]}', 74, 0);
INSERT INTO public.ledger_entries VALUES (76, 'landed-58', '2026-11-23 16:27:00.864192+00', 'configuration-issue-resolved', 'configuration-issue/2', 0, 'eve', '{"truth":"1.91.0.0","words":"Seen with my own eyes."}', 75, 0);
INSERT INTO public.ledger_entries VALUES (77, NULL, '2026-11-23 16:27:00.864192+00', 'review-opened', 'review/1', 1, 'ray', '{"asked":[{"as":"provider","person":"ray"},{"as":"release-management","person":"ann"}],"deviations":["Step 4 failed."],"due":"2026-11-26T16:27:00.864192Z","outcome":"rolled back","review":1,"rfc":1,"version":"1.0.0.0","why":"The disk was full."}', 76, 1);
INSERT INTO public.ledger_entries VALUES (78, NULL, '2026-11-23 16:27:00.864192+00', 'review-opened', 'review/2', 1, 'ray', '{"asked":[{"as":"provider","person":"ray"},{"as":"release-management","person":"ann"}],"deviations":["Step 4 failed."],"due":"2026-11-26T16:27:00.864192Z","outcome":"rolled back","review":2,"rfc":1,"version":"1.0.0.0","why":"The disk was full."}', 77, 1);
INSERT INTO public.ledger_entries VALUES (79, 'landed-59', '2026-11-23 16:27:00.864192+00', 'review-answered', 'review/1', 1, 'ray', '{"answer":1,"late":false,"road":"link","says":{"inTime":"yes","issues":"The disk was full.","lessons":[{"action":"","cause":"environment","environment":"sit-a","system":"helix","words":"Watch the disk."}],"objectives":"no","signedOff":false,"well":""}}', 78, 1);
INSERT INTO public.ledger_entries VALUES (80, 'landed-60', '2026-11-23 16:27:00.864192+00', 'review-answered', 'review/1', 1, 'ann', '{"answer":2,"late":false,"road":"slack","says":{"inTime":"yes","issues":"The disk was full.","lessons":[],"objectives":"no","signedOff":false,"well":""}}', 79, 1);
INSERT INTO public.ledger_entries VALUES (81, 'landed-61', '2026-11-23 16:27:00.864192+00', 'review-closed', 'review/1', 1, 'ann', '{"answered":2,"asked":2,"digest":"b24e4fa9520c9d06db91e73ce50ff25242f87ddcb72c617f53384e1cd3f59f6f","lessons":1,"statement":""}', 80, 1);
INSERT INTO public.ledger_entries VALUES (82, NULL, '2026-11-23 16:27:00.864192+00', 'lesson-learned', 'lesson/1', 0, 'ann', '{"content":{"action":"","cause":"environment","environment":"sit-a","system":"helix","words":"Watch the disk."},"lesson":1,"person":"ray","review":1}', 81, 1);
INSERT INTO public.ledger_entries VALUES (83, 'landed-62', '2026-11-23 16:27:00.864192+00', 'rfc-raised', 'rfc/6', 6, 'ray', '{"content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"The next","type":"patch","window":{"from":"2026-11-25T16:27:00.864192Z","to":"2026-11-25T18:27:00.864192Z","zone":"Europe/London"}},"digest":"994511dbcd38ca2dd1d9664981543a9b1e8670dc7c3a0fd201331372b09c1f7b","programme":4,"revision":2}', 82, 0);
INSERT INTO public.ledger_entries VALUES (84, NULL, '2026-11-23 16:27:00.864192+00', 'lesson-decided', 'rfc/6', 6, 'ray', '{"accepted":false,"decision":1,"lesson":1,"reason":"The disk is watched."}', 83, 0);
INSERT INTO public.ledger_entries VALUES (85, NULL, '2026-11-23 16:27:00.864192+00', 'ballot-opened', 'ballot/6', 6, 'ray', '{"deadline":"2026-11-25T16:27:00.864192Z","digest":"1f263b8da2d3be2b2e02ff155415b5ef7d643bcb69b0aa20e5f1436a6b3944bb","involved":["ray"],"may-override":false,"minimum":"2026-11-23T16:57:00.864192Z","purpose":"approval","quorum":0,"rfc":6,"seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}]}', 84, 0);
INSERT INTO public.ledger_entries VALUES (86, NULL, '2026-11-23 16:27:00.864192+00', 'action-agreed', 'action/1', 0, 'ray', '{"action":1,"due":"2026-11-26T16:27:00.864192Z","issue":0,"origin":"review","owner":"ray","release":1,"what":"Archive the logs."}', 85, 1);
INSERT INTO public.ledger_entries VALUES (87, NULL, '2026-11-23 16:27:00.864192+00', 'action-agreed', 'action/2', 0, 'ray', '{"action":2,"due":"2026-11-26T16:27:00.864192Z","issue":0,"origin":"review","owner":"ray","release":1,"what":"Archive the logs."}', 86, 1);
INSERT INTO public.ledger_entries VALUES (88, NULL, '2026-11-23 16:27:00.864192+00', 'action-done', 'action/2', 0, 'ray', '{"action":2,"ref":"Ticket 7."}', 87, 1);
INSERT INTO public.ledger_entries VALUES (89, NULL, '2026-11-23 16:27:00.864192+00', 'support-begun', 'release/1', 0, 'ray', '{"begins":"2026-11-23T16:27:00.864192Z","ends":"2026-11-24T16:27:00.864192Z","environments":["sit-a"],"system":"helix"}', 88, 1);
INSERT INTO public.ledger_entries VALUES (90, 'landed-63', '2026-11-23 16:27:00.864192+00', 'support-issue-logged', 'support-issue/1', 0, 'ray', '{"environment":"sit-a","issue":1,"ref":"DEF-9","release":1,"severity":"high","title":"Settlement is slow."}', 89, 1);
INSERT INTO public.ledger_entries VALUES (91, 'landed-64', '2026-11-23 16:27:00.864192+00', 'support-issue-logged', 'support-issue/2', 0, 'ray', '{"environment":"sit-a","issue":2,"ref":"DEF-9","release":1,"severity":"high","title":"Settlement is slow."}', 90, 1);
INSERT INTO public.ledger_entries VALUES (92, 'landed-65', '2026-11-23 16:27:00.864192+00', 'support-issue-resolved', 'support-issue/1', 0, 'ray', '{"issue":1,"resolution":"An index was missing."}', 91, 1);
INSERT INTO public.ledger_entries VALUES (93, NULL, '2026-11-24 16:27:00.864192+00', 'support-summed', 'release/1', 0, '', '{"digest":"9eb3949d1bc4af989fe016ab931bb62617824fbcbcb88211f3727e564bdd661e","issues":2,"open":1,"resolved":1}', 92, 1);
INSERT INTO public.ledger_entries VALUES (94, 'landed-66', '2026-11-24 16:27:00.864192+00', 'communication-planned', 'communication/1', 0, 'ray', '{"communication":1,"confirm":true,"release":1,"road":"mail","subject":"","to":["role:test-manager"],"what":"impact-and-downtime","when":"2 working days before window-begin at 10:00","words":"“Bring” your <own> data."}', 93, 1);
INSERT INTO public.ledger_entries VALUES (95, 'landed-67', '2026-11-24 16:27:00.864192+00', 'communication-dropped', 'communication/1', 0, 'ray', '{"communication":1,"why":"The window is not agreed yet."}', 94, 1);
INSERT INTO public.ledger_entries VALUES (96, 'landed-68', '2026-11-24 16:27:00.864192+00', 'readiness-commented', 'comment/1', 0, 'eve', '{"week":"2026-W48","words":"SIT A waits for the new certificates."}', 95, 0);
INSERT INTO public.ledger_entries VALUES (97, 'landed-69', '2026-11-24 16:27:00.864192+00', 'mail-chosen', 'person/pia', 0, 'pia', '{"stream":"roadmap","wanted":false}', 96, 0);
INSERT INTO public.ledger_entries VALUES (98, 'landed-70', '2026-11-24 16:27:00.864192+00', 'feed-made', 'feed/1', 0, 'pia', '{"kind":"environment","whose":"sit-a"}', 97, 0);
INSERT INTO public.ledger_entries VALUES (99, 'landed-71', '2026-11-24 16:27:00.864192+00', 'feed-revoked', 'feed/1', 0, 'pia', '{"kind":"environment","owner":"pia","whose":"sit-a"}', 98, 0);
INSERT INTO public.ledger_entries VALUES (100, 'landed-72', '2026-11-24 16:27:00.864192+00', 'feed-made', 'feed/2', 0, 'pia', '{"kind":"person","whose":"pia"}', 99, 0);



INSERT INTO public.ledger_hashes VALUES (0, '\x23dfd02e43418f42896307ab05a21748dceaf9b33d8ffda0c20d69ad109156d1');
INSERT INTO public.ledger_hashes VALUES (1, '\x081fdadb6e1da9dbd186fd47e1c3e67a914f20236fa917d6af3b9db8c0f9c463');
INSERT INTO public.ledger_hashes VALUES (2, '\xd954cdbd80d223050141d755cae5d44dfff4ad6195c3907f4c575f9e10dc8236');
INSERT INTO public.ledger_hashes VALUES (3, '\x450ede06273202d98220f7a8d0a8b7bd6461ef7a02be4304274d5dd2c9e3e4b5');
INSERT INTO public.ledger_hashes VALUES (4, '\xd969456713d4b03850ea896cae848dbc9293054e3480c2fa14bb6fb283fc7321');
INSERT INTO public.ledger_hashes VALUES (5, '\x49c1a502dafeade936e4952a840fdb2a240213c61347dd887f262a27f7134a92');
INSERT INTO public.ledger_hashes VALUES (6, '\x9b14740382b527f0f34056f8dd1513afbe524784c14f99c3bd1ba11cbaa54686');
INSERT INTO public.ledger_hashes VALUES (7, '\xc7df0a57c10b43fc88044de8fbc7b9ae2a3c757ce72202f601be31dae0391fcb');
INSERT INTO public.ledger_hashes VALUES (8, '\x58e25de6bde9d362ae581bb04186689d08c7dec875a65b3c0e56e377b475f655');
INSERT INTO public.ledger_hashes VALUES (9, '\x90aa626c7f70026f03ab40c41fec057df36dc7d37c89b33bc5d520398836f4a8');
INSERT INTO public.ledger_hashes VALUES (10, '\x6ececb7b5bc6492d5ae5b5d5bdf62f7dc014ad86594b5a3235e7ea6a21d83981');
INSERT INTO public.ledger_hashes VALUES (11, '\x0217c3790ba30daa5504302afd58f7b18bbd4723b77327c60e0c89cf202a4f28');
INSERT INTO public.ledger_hashes VALUES (12, '\xaddc6b7f75904e72eb592a52ea22c09b4b2aece590a767fe6a4eada5982ff3d7');
INSERT INTO public.ledger_hashes VALUES (13, '\x936d9e26cd15519029a9cea81ced26d37fb55efa96a3948ff7dfeebd2af44aae');
INSERT INTO public.ledger_hashes VALUES (14, '\x28f952c84d4edc88365101aacb5d0bee11305779c150252b12f620bb43490408');
INSERT INTO public.ledger_hashes VALUES (15, '\xe4b7d6482357de4ff57cbbb163c2c1ce9ae3d46efe02e5b789e75d5f3aa49243');
INSERT INTO public.ledger_hashes VALUES (16, '\x40f9ad549ea125732c0c6189ba04050a3341ac5e9a39b504fcb2a2258f0c5aa0');
INSERT INTO public.ledger_hashes VALUES (17, '\xbff080b7c51ed1da985571be2c292cb75bc8fe637b1ddb1caa4db0465962a145');
INSERT INTO public.ledger_hashes VALUES (18, '\xf5791a94ed81729101ee1d56f0ded9b1152e555f6e229fe2c60510a5e64e8dcc');
INSERT INTO public.ledger_hashes VALUES (19, '\x0897d47d3715092911076289d70bf293225461b7caef77290928e0bec87874f7');
INSERT INTO public.ledger_hashes VALUES (20, '\xe84dd6e1e53984770d0a23b3902e5f04855cca4ef109a772dc5e87bc131ef776');
INSERT INTO public.ledger_hashes VALUES (21, '\x6416ab78fe54f1539b5e7c072a1e520b5d438a47b3441f3aa86652aa14de1ca8');
INSERT INTO public.ledger_hashes VALUES (22, '\x91281b693fab97636fa1400e88dd76765b43c8c92bd79fe7a0d28e6913e2c8d0');
INSERT INTO public.ledger_hashes VALUES (23, '\x4ab6381bc06ccb862d7d61d5c7ab06a403b192cd093f8235025001ce26030ef4');
INSERT INTO public.ledger_hashes VALUES (24, '\x8267309d2c03cf693dc4759a21b51f31ed33b7262eddbafef69578c0db3f4807');
INSERT INTO public.ledger_hashes VALUES (25, '\x63db5dd05e3779abd780233fa67d9a40a9738688717f9a92e1c1e5b49acef840');
INSERT INTO public.ledger_hashes VALUES (26, '\x6a8bc9c5fea093d49d0601ea5aa71085e2e2bbad09c39650749bb4b72589be5d');
INSERT INTO public.ledger_hashes VALUES (27, '\xf8748d5286bd00505ff07cc28954efe08d2fa6bea4afccecef8c5077a436fbb9');
INSERT INTO public.ledger_hashes VALUES (28, '\x61d07e655e5687d658d9e475f6f9de8dbaa1f4c4c4abb9e86876cdd2a5026da8');
INSERT INTO public.ledger_hashes VALUES (29, '\xdecd5705eaba007f4d835378582bc3cbd1e7b7f258b681f1b69406e1acdb15bb');
INSERT INTO public.ledger_hashes VALUES (30, '\x6cb55f6ee20e8da6a87b881711699d4c4f6ae3a965002240bb4291e5db71d7b0');
INSERT INTO public.ledger_hashes VALUES (31, '\x0abf0bb20c0b210033c69cdd300735f577af28873f4ad4882b2909f1425bd73e');
INSERT INTO public.ledger_hashes VALUES (32, '\xd9f67ca7caa7a7568fe50d420005bac3160d365663d00afb453295d48d36d912');
INSERT INTO public.ledger_hashes VALUES (33, '\x0c4f580aa1f796ec0ab369ea8d18e1a7245ded9155f1b475df216be2650c310e');
INSERT INTO public.ledger_hashes VALUES (34, '\x6d07401859ec20a8eeb840f8468dcae15745e69f4a33e80c6f9ab334bfcbc3dc');
INSERT INTO public.ledger_hashes VALUES (35, '\x707c982ac87226b706bd092c9848b9f3f4ca3cd18d6ff63cc53b4e4163558104');
INSERT INTO public.ledger_hashes VALUES (36, '\xeeebf6e9ac6f9746ceb8abdabfb13c32b0e68f361e167077cee0e7e6a025590d');
INSERT INTO public.ledger_hashes VALUES (37, '\xdf342d39cfddf869607b9f4c65914a304a43fdfd9a0548099ab659016660a6b8');
INSERT INTO public.ledger_hashes VALUES (38, '\xa093db1c3278f3b219e77b13d6a2cbbb655dbe44f197afd7fbd5abf6bf90929c');
INSERT INTO public.ledger_hashes VALUES (39, '\x8e31d0e54cfa2226860584c7ff926c75e1904309901558096b0a53cc681a7522');
INSERT INTO public.ledger_hashes VALUES (40, '\x9b40b38a9ee26311981b9e99bd797776d60861aeba3495fc8e47a60d86050d2d');
INSERT INTO public.ledger_hashes VALUES (41, '\x7502dcb138963b881e08cbf1a805f60cf49fa66c28c01828e525353f1f65ec11');
INSERT INTO public.ledger_hashes VALUES (42, '\xb3c0baace7dfd2e7fe109de6e582872f0719ff3e419ca71bed59dbc1a70e9790');
INSERT INTO public.ledger_hashes VALUES (43, '\xb7169c6766944a155b25d3c46e87c762491109e27c07c65b58f575600669631e');
INSERT INTO public.ledger_hashes VALUES (44, '\x8b72347d8ba0bbbc58ae98784b069abefa80f4702b479954fbb0fc2fa2ca33cc');
INSERT INTO public.ledger_hashes VALUES (45, '\xebadfea4f1c190ade8810686a3b8e25ab221c997741c16c6b315cd4712bb4bb6');
INSERT INTO public.ledger_hashes VALUES (46, '\x7e5b30f48d9aa804acbe10b61907c7819454d6a7c5c659d8d080a43c511af0e3');
INSERT INTO public.ledger_hashes VALUES (47, '\xbf6dc1f42973804a2fd385fdae8b05235ada93038154746f9754147a22cba235');
INSERT INTO public.ledger_hashes VALUES (48, '\x0d979fb1385f1986af710c63c945f1b1b4aba1529315e68789f6c795ea047c90');
INSERT INTO public.ledger_hashes VALUES (49, '\x8507e5c08f7b71a8926539348d4a66edd33a755cbffd3ef76e6dc89a86e77ecf');
INSERT INTO public.ledger_hashes VALUES (50, '\xdd24e4af16bf24c10bd5dcb8025aab2367c03f61b508a20c3fb8b612e7ddff03');
INSERT INTO public.ledger_hashes VALUES (51, '\x491cca74e875a17357cdc610c60b6f00eb6aa0916c726579297cc0546d7a0e16');
INSERT INTO public.ledger_hashes VALUES (52, '\x18944bcd956ce7ab47a45735db061c8a8ef9ca421e2e1a69f39436bcedbeec4a');
INSERT INTO public.ledger_hashes VALUES (53, '\x33050e9bd32d324e282a014796a4f98fcd8dd5d722e97571edf32e3336c7cc78');
INSERT INTO public.ledger_hashes VALUES (54, '\x94d832751e99b1b93932a6ba2f379d8b167b68bd4364bfc0ab685a98e5323963');
INSERT INTO public.ledger_hashes VALUES (55, '\xe3999249b0c9c88c6d8e0d129069a10b71f7c07300599111e2997b431be96858');
INSERT INTO public.ledger_hashes VALUES (56, '\xb52da339f41648fd23d59ba40372374f25ba56762d7e24f772274dd42a61580c');
INSERT INTO public.ledger_hashes VALUES (57, '\x2e63ffba72b618e9be5d8654ad5379021131d369cc8395262a436812b150135d');
INSERT INTO public.ledger_hashes VALUES (58, '\x81a9d2b0b47c879506a52fb2781389cc1d08189214dc5832f21af1fdb00c25ed');
INSERT INTO public.ledger_hashes VALUES (59, '\x2e72374d810c9b9b847317b0a6df356f193f82ee436da985ae375b5783caabcb');
INSERT INTO public.ledger_hashes VALUES (60, '\x5e206c0f150674028d8d3b9fa8a75a9aeb65e9e026c1a008b677925f97c89cd7');
INSERT INTO public.ledger_hashes VALUES (61, '\x8b2365b5439e366ab5710a989edf63412c1264468ccf2c7fdbcf8c27768e638f');
INSERT INTO public.ledger_hashes VALUES (62, '\xae025b4af048a200bf9f49aee99c6195fcb1d3697949663ebd3a7b657cc9c2e0');
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
INSERT INTO public.ledger_hashes VALUES (82, '\xc8eb4e0cf5f9c0b70e059be5db4a01bdea9b5d9873a733f1cbebd339bc78a142');
INSERT INTO public.ledger_hashes VALUES (83, '\xc1a13fbcdb9381fa7bec47dda6ea7125942225d402b08a26867ae58ba4efd605');
INSERT INTO public.ledger_hashes VALUES (84, '\x2aeedc842637318a3b4a2f60d244beef9697cb3e65fd659dc963466f724bc849');
INSERT INTO public.ledger_hashes VALUES (85, '\xe35ba3f0131e8536b0e6ed63ca6a373112e22eb216c7e2aa3a4426b58e7fc6da');
INSERT INTO public.ledger_hashes VALUES (86, '\x6dd2f71da668d1fbe2719163d4827d82f8cfc6167551a3b22aa69d1f9c36ced5');
INSERT INTO public.ledger_hashes VALUES (87, '\xf3174dc07e221a5191094b799e302b1bacc53f8a087ac0a25e9b067ad10c407f');
INSERT INTO public.ledger_hashes VALUES (88, '\x209349adf2e948dbb971a1c20e68dd80c9fa5861d4427c85c7d0e567f089cdfa');
INSERT INTO public.ledger_hashes VALUES (89, '\x3a500e11c597cfbabb20d52e82ac1663b778af34fd3f246df3c7233defb29527');
INSERT INTO public.ledger_hashes VALUES (90, '\x8f31af2993030fd043a06d4d8f946d4262fc197db0875cab1cd63a4c90b3bfc5');
INSERT INTO public.ledger_hashes VALUES (91, '\xee8422f42e6a5f80a42928c54beb4f9b0c210b705c9d0e365fbd3999cdaf2597');
INSERT INTO public.ledger_hashes VALUES (92, '\xaeeaf4223196763d442ff6858051f6897c1e0bf145bfb27e09901f75656b4644');
INSERT INTO public.ledger_hashes VALUES (93, '\x57d66e8531a7fe45b4f68a9259e8ab92769279efb86b4f6be187dda230bc173e');
INSERT INTO public.ledger_hashes VALUES (94, '\x4d95e8a195980b80794f8421aef0b13b52de5e1c09e8d00ff4adc6426ed313a4');
INSERT INTO public.ledger_hashes VALUES (95, '\xfe1f8c2dcfab947bed3709d813a64c014f712aa5af5e172ea5cd073cd74d844f');
INSERT INTO public.ledger_hashes VALUES (96, '\x832aa47fb9a75dbd75c4b70c7f9b401995b54a862bffb8828ddb6106d0989f66');
INSERT INTO public.ledger_hashes VALUES (97, '\xf9bfe8a7ac94c05a52ffd16fd8ec85a48cb7bbb6456cfc969ea66a438ed17ced');
INSERT INTO public.ledger_hashes VALUES (98, '\xa49db0d9846bb2a37ca4eeb8061bd5b61b832258db64bfde5f0ea06d301d98d2');
INSERT INTO public.ledger_hashes VALUES (99, '\xc403a64b260626ce89089832e3c9db8a5d59c7f308c8f730700e44c73135d02e');
INSERT INTO public.ledger_hashes VALUES (100, '\x35b41aa34be52bc9a45136c148c42ccdc6a05ba62ba64a6c5c6a62bf0e6fe4e1');
INSERT INTO public.ledger_hashes VALUES (101, '\x997f2b44ab46b0b5cff616c1398461297617c1d12b6244862218cd5b5a799fd2');
INSERT INTO public.ledger_hashes VALUES (102, '\xc8e71e6334035588e133afcf6a115f99fe15526b48989778ed6ecf36bd26cf65');
INSERT INTO public.ledger_hashes VALUES (103, '\x7d267925763f64df79c2ea331cb3bc039c914253f94d721e1c853267e799f7df');
INSERT INTO public.ledger_hashes VALUES (104, '\x49941c3761cc4609bc46e28c4d775f341112cd637615db750a356425dc2ac5a3');
INSERT INTO public.ledger_hashes VALUES (105, '\x85be5979c377396708f3efda6fe78935424d0d3f611ac8025140a5645c8ef4a2');
INSERT INTO public.ledger_hashes VALUES (106, '\xa8a2e9abb4f23d5fb9e8f695a1baf6065f3beef8ad3d1feba6eb2013aa2a803c');
INSERT INTO public.ledger_hashes VALUES (107, '\xb8ab696aeaa28037db13678a87ec1dd5c62700eb1729905d1b86a995f92e1e99');
INSERT INTO public.ledger_hashes VALUES (108, '\x8ca934e3b8b101f57973d8c456f43e978b21ab09948a81bd094bd0b84665a573');
INSERT INTO public.ledger_hashes VALUES (109, '\x88382b345739ed079d878bc8d52139eff7fe990bdf396e61d5bca72933771c4c');
INSERT INTO public.ledger_hashes VALUES (110, '\xd43640a12512e62bfebbebbb59aa4140174496f2ce3232595001faaeeea52d91');
INSERT INTO public.ledger_hashes VALUES (111, '\x911b0e4aa54221c1cfd23b382bea4a3c69d1dc03ceea69602007e82b7e78774c');
INSERT INTO public.ledger_hashes VALUES (112, '\xa92284d03700b0b7d2b5df76e538cffe02e1adff5b463936a1d51665b6acc0e9');
INSERT INTO public.ledger_hashes VALUES (113, '\xf86dae2a48db881bb558b067e0bab4d9c3f2a805f665fa34692561051b89eb82');
INSERT INTO public.ledger_hashes VALUES (114, '\x39ea3b0426aa83cbac9275741c8f0d9276afdd020eb9d04abbf4014f39ad7ae8');
INSERT INTO public.ledger_hashes VALUES (115, '\x68a39d1c5c423fd8322004868d6adfcfb770bc0be818fe228574edf351b53a45');
INSERT INTO public.ledger_hashes VALUES (116, '\x9860d184e53aa3fb52d032f43cd49bd590893e5bb365672b5234080779899840');
INSERT INTO public.ledger_hashes VALUES (117, '\x846a36002913e86da970ca610fb29e07e85bdc962ffe375d9bb387f0ba5ae85e');
INSERT INTO public.ledger_hashes VALUES (118, '\xf5e0d842127f0bb4465e2e5cd02657f33b6468b608eb5eafe48bcd85b66967f1');
INSERT INTO public.ledger_hashes VALUES (119, '\xc546ff25348d2d5dcc4c09fe1498caba17c96dd7ad40caa939c05ab8088c4769');
INSERT INTO public.ledger_hashes VALUES (120, '\x58d1c4bfbd680a0abaa2afa97b99757efaf3178420211bf1de01751395b2cfe5');
INSERT INTO public.ledger_hashes VALUES (121, '\x762f4ea5506a346954735f65cc0b1d8b613469dc424e0dfb3dc08fe5904c99f7');
INSERT INTO public.ledger_hashes VALUES (122, '\xc795bfe6ce053b7e27ae4b75be392594c9165c6ce1e4e1be01e641bbafbd7d20');
INSERT INTO public.ledger_hashes VALUES (123, '\x46d944946a20ae527892c9921469b5004cb02f65e0279ae74159fbd91860ef1e');
INSERT INTO public.ledger_hashes VALUES (124, '\xfdeeb16373e42a44c456152d21fa75aaf6b7ad01d3f732cc9ce5bb0654f982dc');
INSERT INTO public.ledger_hashes VALUES (125, '\xb93a7db357ed0805e355583f1c9357c875c5588710f2b8216b8ec599096dbbd8');
INSERT INTO public.ledger_hashes VALUES (126, '\xf11f0f2ceb42f89dd609c45b39f9c9fea32e9940f272b87caca02354583da29c');
INSERT INTO public.ledger_hashes VALUES (127, '\xe3390780e2907d5e6f767f3c1586e65f758defda390a6d109e24b737625245fe');
INSERT INTO public.ledger_hashes VALUES (128, '\x867298ee54573388c0e00b86f4175302feb730a39122176dd59eeb92f71ff08a');
INSERT INTO public.ledger_hashes VALUES (129, '\xd03da8bc6f59af1d452cc2f843f845ddfd86753e7ee78e0413145e1e5fd3c657');
INSERT INTO public.ledger_hashes VALUES (130, '\x100b2df13dec5912ea2d0d6ed264e3d6c88cb7382937a4ad9a54df0733c5ae0e');
INSERT INTO public.ledger_hashes VALUES (131, '\x3c45189a13a4db79b44b0d47b0d9707c7cc235a16556590676277aa333019bd4');
INSERT INTO public.ledger_hashes VALUES (132, '\x65d336e77713cf4c5482d4d474cc11b4af12e032cbb7e2286faf0ac80df9b497');
INSERT INTO public.ledger_hashes VALUES (133, '\x6d64cc0292499842c4ea42109dab1b6f1e985d62704d75e2fe3092528a89f89a');
INSERT INTO public.ledger_hashes VALUES (134, '\x16140b320339793732951c791eafc593eed2d4087bc1dddd0374d77477f1b9e1');
INSERT INTO public.ledger_hashes VALUES (135, '\x5a264dc2a55d0fee5c9c4d79c956e40cd49278468c0b2007d70a7dbceb77125e');
INSERT INTO public.ledger_hashes VALUES (136, '\x94b1c217f1684f45518b84da348bff8658e2ed51ffb70769fdcfa9ce76ffd1bd');
INSERT INTO public.ledger_hashes VALUES (137, '\x08ca618c100e1a57e10b11caa9486cc69364860af95e1c6afa93ba2c2706a7b4');
INSERT INTO public.ledger_hashes VALUES (138, '\x6939f8d3462ed1604e5b6dfcfa8a1a3dad3bf89054464d16c0d0d1ff59ee1976');
INSERT INTO public.ledger_hashes VALUES (139, '\x3faf21bb45710aee0914599bbf12c5f918a6b23c2030dbc4ed5dcce425cef22f');
INSERT INTO public.ledger_hashes VALUES (140, '\x9bfbe710d8c258da572e4eba0485522e69f0385bf0353e6a3fee4fbd0c89524b');
INSERT INTO public.ledger_hashes VALUES (141, '\xb43382303875cfdf05ceb96489c03a68fb0d4fa0a9b104f1ef265dec68332176');
INSERT INTO public.ledger_hashes VALUES (142, '\x7bdffd97f11b8a47594f0d1ae6bb6810aa3ca02439d5a03badf744ee4e378e5d');
INSERT INTO public.ledger_hashes VALUES (143, '\xa23b73534cdb1384c088e3b1fc7f686dacc32492b924655edd77fd175394e133');
INSERT INTO public.ledger_hashes VALUES (144, '\xe1a6a4afa8512260a8de958a22b40e0e1e9038e7e231e94c634abb850e41fe04');
INSERT INTO public.ledger_hashes VALUES (145, '\xd98beac33e7da60506725b14784847e8b7e7c15758987703224ec64fe903c91e');
INSERT INTO public.ledger_hashes VALUES (146, '\x7db0fabb62077c3caeb002cd872850a9f3470fe43a8c45030765340eaa38a65c');
INSERT INTO public.ledger_hashes VALUES (147, '\x41657a3e8d8e2c1785a84328bbbec72f4f1e77f936b7f38ed269cacaa2ff3fd8');
INSERT INTO public.ledger_hashes VALUES (148, '\x484f64e73bf0fd52cd546024708a34b3ec317b0b12c32bb7066fbf339b376069');
INSERT INTO public.ledger_hashes VALUES (149, '\x3c3285e56ebda72c5bed1db05d60b4b91986af665d233f8b3b310f3449850893');
INSERT INTO public.ledger_hashes VALUES (150, '\x43fa937d3a71f670b7c55698ae3f8892d8ff1db7fa3f7eb81004433f53bb426d');
INSERT INTO public.ledger_hashes VALUES (151, '\x084cbdd03ec3e50b6dee894835951931eb90b6940db1f37a30c61a91239095d7');
INSERT INTO public.ledger_hashes VALUES (152, '\x0e73d76333d57b4183df5d33508cbe9777df9f30b57cf6aa6d5ce3e557d72f7b');
INSERT INTO public.ledger_hashes VALUES (153, '\x8e565422d7eecfe805fe5c4fa2686d3baa2a0ebc82e691453218023e0e712276');
INSERT INTO public.ledger_hashes VALUES (154, '\xb4205835bbd8bd84033f9ccda84479e2cfa421f1eced55d30c51c0d1c23b4094');
INSERT INTO public.ledger_hashes VALUES (155, '\x848b31bdac99f713be492201f46d588caeb2c4f9662b6729b85b887a831ac84e');
INSERT INTO public.ledger_hashes VALUES (156, '\x8523931fb2629d5df98541c8650eb9d72abb506a7b6320de30fa870a98448199');
INSERT INTO public.ledger_hashes VALUES (157, '\xca7f599d22972aaaa9b7a00a025f6fb3efe09297af5ce35e01171696f3caeaa8');
INSERT INTO public.ledger_hashes VALUES (158, '\xe88c1680ea220b0cd1f6d02aaeb9933368def9652edcebc91f062b99b0a0ce64');
INSERT INTO public.ledger_hashes VALUES (159, '\x41fd45cf0ca01fe2257eea1a2d994398c6bb79344e8d70fabcdf3b5450cc9e86');
INSERT INTO public.ledger_hashes VALUES (160, '\x7b8a18dadcd8d732eb175737f4899c1c6101e967074f1a8ce7808b31aa5e182d');
INSERT INTO public.ledger_hashes VALUES (161, '\x28f56c8ff7396d5e4be3fe8e1d38ee1da3dacb690be12ead19daacd0fe0991b5');
INSERT INTO public.ledger_hashes VALUES (162, '\x05c83a25847876e858ce375d7f2326a1437bbd88d4e4faf2ddb6e76e0357772b');
INSERT INTO public.ledger_hashes VALUES (163, '\xde4e4c38ff9a95fcb4e2f80de9b1882d3936ff759f6164c4d8e1bc78071bf011');
INSERT INTO public.ledger_hashes VALUES (164, '\xb353ccb0a6a1279e60cc12cb8839bc2a24a5d844bd156935f876c76cbd07feb4');
INSERT INTO public.ledger_hashes VALUES (165, '\xbb326f41e660f72d39be1a4d650cea15a380949160079704782b39882409ee7c');
INSERT INTO public.ledger_hashes VALUES (166, '\xb9740634536a532e4841257a962f7f09fa5db58f1692dcacabd1d2601e4aa175');
INSERT INTO public.ledger_hashes VALUES (167, '\x94ac7e5c9ce31497a1a8e28e783142772ea537eb84bccbe2572fab6f53ae9172');
INSERT INTO public.ledger_hashes VALUES (168, '\x9b3cc40de05a44770991498b1e61c4c7b0b4c137eb39c7218d305d312a7d29bf');
INSERT INTO public.ledger_hashes VALUES (169, '\x01d2e75db37526219b0785692778c64802c4f8a2c9bfa69412b831f72db5c2ba');
INSERT INTO public.ledger_hashes VALUES (170, '\x84d78261d2ccf69637a46f7c037d07e8ed429ff74981bd4df7959c123a8ae89a');
INSERT INTO public.ledger_hashes VALUES (171, '\x03e4859e99bc67d7c41a29504d568cf520cfd099b4a0b70f895b81724b2633a2');
INSERT INTO public.ledger_hashes VALUES (172, '\x8cb1b6c665c2eb404a506b356434f5739ba16eb233ba26018165747922916051');
INSERT INTO public.ledger_hashes VALUES (173, '\x2de5b6690a526fd71fcaa0862b24a783bd6b35c3b6306eb3f54930fb2d58de09');
INSERT INTO public.ledger_hashes VALUES (174, '\x013114bc307f1f631763f2318ceacc4d97b48a388b2b8dfb57623411975c8e19');
INSERT INTO public.ledger_hashes VALUES (175, '\xca2a564b18540a43cee0170f7e2289b6417325cb3b9214c8f3ffe14fd849588f');
INSERT INTO public.ledger_hashes VALUES (176, '\xa3d92ff8d857cd6b1c1695438c43abb059387a8f581094576a3b4dfef9517a6f');
INSERT INTO public.ledger_hashes VALUES (177, '\xab670028c10879c31b634ecd9bb82a0e2ea012f93537ba8ed6754867b51de463');
INSERT INTO public.ledger_hashes VALUES (178, '\x8738b1defe2018e351072cbf82be20ed1ad01a21b681cbb9d1580c8153b7af81');
INSERT INTO public.ledger_hashes VALUES (179, '\xc69867f4dd29c4a86530f5bc9f1b913ad3222fb8140ce23cd4dbcb737225971e');
INSERT INTO public.ledger_hashes VALUES (180, '\x3eb112a044ba3fc41f77e2b223cfd534acc3673997347e2f5ecb3799a5e5cf31');
INSERT INTO public.ledger_hashes VALUES (181, '\x8fdd09fe608b6e193daeb83e4cb945c83d39997a899959325cd75ef0b4c0ee96');
INSERT INTO public.ledger_hashes VALUES (182, '\xdbd777c3650275a98757bc9caee9809874bfaea568f79d1d085d18c603383681');
INSERT INTO public.ledger_hashes VALUES (183, '\x3106ea730fbd32318cd69c9082c1e68243de78fb0b6f9a0556cab0ff408d8b9d');
INSERT INTO public.ledger_hashes VALUES (184, '\x7a3aef938f254e3f658cd8e5ae16def39f93877eed0cf0f1b99c17d4eec572e3');
INSERT INTO public.ledger_hashes VALUES (185, '\xd1a316b30df645705eb618d5f02a2c6a917c041c2517b840c93de8a43b30d97a');
INSERT INTO public.ledger_hashes VALUES (186, '\x06e9a855c77e9b8acaaabc1f0590c37ac32c815d398e2816af3f438cdf3bca9e');
INSERT INTO public.ledger_hashes VALUES (187, '\x29643e840efb6515fedba544d595c579555d01555eb7147a98f13a2d6cec3f2b');
INSERT INTO public.ledger_hashes VALUES (188, '\x1bd4ca80b65b0d1edb1dc66da089fe3892e19aa1b00e2a364ea295df2118079c');
INSERT INTO public.ledger_hashes VALUES (189, '\x24e90a3f81b13b3bfeea393a0dd493a705a523cba9bcdcb0e781f5e071da6d63');
INSERT INTO public.ledger_hashes VALUES (190, '\xa9b2b37caa53c3419f32052c1b2047695ad497b77bce08240eec03ca2dea7fed');
INSERT INTO public.ledger_hashes VALUES (191, '\x9dbe48cd4faaa2398b9f0959dda1ad514b55fd922de5fc0a558692c6658dd3c8');
INSERT INTO public.ledger_hashes VALUES (192, '\x44e2975790e90b171b33b4d8a3774f8dfdbfc3bd1039f9da794dcc790c392c15');
INSERT INTO public.ledger_hashes VALUES (193, '\x37f55135a5f45878876e89ecc6f6b7447c1fee3f48c7ae4056bd643c9555e67d');
INSERT INTO public.ledger_hashes VALUES (194, '\xa79bbd9bf70ec55aeb155710631d830e1536eaacd1e940b28f9e19a9880cbfa0');
INSERT INTO public.ledger_hashes VALUES (195, '\xdefb6342a532ae60f14f28732cd67b8f9b88bfd3b12f7e8d201934ec1d981638');
INSERT INTO public.ledger_hashes VALUES (196, '\x5889de5377252da2c751062b01fbda7d9c5e42b1925cd7bcf118d379fa797048');



INSERT INTO public.ledger_head VALUES (1, 'PRIVATE+KEY+gonogo+e5daa604+AVHcb/itsFvUpiZTIy/PtsrJdLC+NNB6wG9SUZ2w0YBY', 'gonogo+e5daa604+ASv18O3uR79GjSvI5ceStWugGIeS4KJ54AkhRmpDYfvl', 100, 'gonogo
100
O5gGH2+6MRso0LGB+cBZts8vg9rXcxCrrIvBNGfn6Sc=

— gonogo 5dqmBIERq7ZSWmYgoJ9QSgqyHyjv/zjgknr3F4IqB7QRrBnFqjdTR97Dx3s3O35Len9a8xtQ6y/NIn6ReXraPHSOcgQ=
');



INSERT INTO public.lesson_decisions VALUES (1, 6, 1, false, 'The disk is watched.', 'ray', '2026-11-23 16:27:00.864192+00');



INSERT INTO public.lessons VALUES (1, 1, 1, 'helix', 'sit-a', 'environment', 'patch', 'Watch the disk.', '', 'ray', '2026-11-23 16:27:00.864192+00');












INSERT INTO public.notes VALUES (3, 1, '{"approvals":[{"by":"Release Control Board","what":"The change"}],"bom":[{"date":"2026-11-20","digest":"sha256:cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","file":"settle.jar","version":"1.2"}],"contents":[{"item":"settle.jar","says":"The settlement engine."}],"date":"2026-11-27","disruption":"none","fixed":[{"id":"DEF-1187","severity":"high","summary":"Settlement stops"}],"issuer":{"name":"Ray","title":"Release Manager"},"programme":"Sample <programme> & more","reason":"Settlement runs again, as of 2026-11-23T16:20:00Z.","releasedTo":{"name":"Ann","title":"Release Manager"},"resources":["A bridge line"],"rfc":"RFC-5","runbook":{"backout":[{"from":1,"steps":[{"do":"Copy it back.","expect":"It says OK.","minutes":5,"number":1,"who":"Ann"}],"to":1}],"checks":{"steps":[{"do":"Run a settlement.","expect":"It says OK.","minutes":5,"number":1,"who":"Ann"}]},"instructions":{"steps":[{"do":"Copy settle.jar.","expect":"It says OK.","files":["settle.jar"],"minutes":5,"number":1,"who":"Ann"}]},"prerequisites":{"steps":[{"covers":"rights","do":"See to it.","expect":"It says OK.","minutes":5,"number":1,"who":"Ann"},{"covers":"software","do":"See to it.","expect":"It says OK.","minutes":5,"number":2,"who":"Ann"},{"covers":"backups","do":"See to it.","expect":"It says OK.","minutes":5,"number":3,"who":"Ann"},{"covers":"inventory","do":"See to it.","expect":"It says OK.","minutes":5,"number":4,"who":"Ann"}]}},"stakeholders":["DCC"],"tag":"v1","title":"Helix","version":"1.0.3.0"}', '51424e4ad5d6f8389df32bb4442c20a1eaceed155ef77e99be1d7d1d274fa018', 3, 'ray', '2026-11-23 16:21:00.864192+00');



INSERT INTO public.notices VALUES (1, 'rfc/1/raised/2/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T12:00:00Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:00:00Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":1,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:30:00Z","OpenedAt":"2026-11-23T12:00:00Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T12:00:00Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:00:00+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (2, 'rfc/1/raised/2/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T12:00:00Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:00:00Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":1,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:30:00Z","OpenedAt":"2026-11-23T12:00:00Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T12:00:00Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:00:00+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (3, 'rfc/1/raised/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T12:00:00Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:00:00Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":1,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:30:00Z","OpenedAt":"2026-11-23T12:00:00Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:00:00Z","2026-11-25T10:00:00Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T12:00:00Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:00:00+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (4, 'rfc/1/edited/3/mail/ann', 'mail', 'ann', 'act', '{"Again":true,"At":"2026-11-23T12:01:00.123456Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}],"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Changes":[{"After":"Helix patch 7 “with the résumé’s fix” & <more>","Before":"Helix patch 7","Field":"Title"},{"After":"server down","Before":"no disruption","Field":"Disruption"}],"Kind":"rfc-edited","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":3,"State":"raised","UpdatedAt":"2026-11-23T12:01:00.123456Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:01:00.123456+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (5, 'rfc/1/edited/3/mail/tess', 'mail', 'tess', 'act', '{"Again":true,"At":"2026-11-23T12:01:00.123456Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}],"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Changes":[{"After":"Helix patch 7 “with the résumé’s fix” & <more>","Before":"Helix patch 7","Field":"Title"},{"After":"server down","Before":"no disruption","Field":"Disruption"}],"Kind":"rfc-edited","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":3,"State":"raised","UpdatedAt":"2026-11-23T12:01:00.123456Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:01:00.123456+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (6, 'rfc/1/edited/3/thread', 'thread', '', 'told', '{"Again":true,"At":"2026-11-23T12:01:00.123456Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}],"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Changes":[{"After":"Helix patch 7 “with the résumé’s fix” & <more>","Before":"Helix patch 7","Field":"Title"},{"After":"server down","Before":"no disruption","Field":"Disruption"}],"Kind":"rfc-edited","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":3,"State":"raised","UpdatedAt":"2026-11-23T12:01:00.123456Z","UpdatedBy":"ray"},"Reason":""}', 1, 'immediate', '2026-11-23 12:01:00.123456+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (7, 'ballot/2/closed/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (8, 'ballot/2/closed/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (9, 'ballot/2/closed/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (16, 'ballot/3/opened/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 14:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (11, 'ballot/2/closed/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (12, 'ballot/2/closed/direct/ray', 'direct', 'ray', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (13, 'condition/1/met/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","By":"ray","Kind":"condition-met","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":"Report SP-12: all green."}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (14, 'condition/1/met/direct/tess', 'direct', 'tess', 'act', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","By":"ray","Kind":"condition-met","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":"Report SP-12: all green."}', 1, 'immediate', '2026-11-23 13:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (15, 'digest-weekly/2026-W47/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","By":"","Kind":"digest","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 13:04:00.493824+00', '\x5375626a6563743a2053500d0a0d0a4f6e65206465636973696f6e2c20c3a90d0a', 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (10, 'ballot/2/closed/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T13:04:00.493824Z","Ballot":{"Before":[{"At":"2026-11-23T12:01:00.123456Z","Ballot":1,"Choice":"go","ID":1,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}],"ClosedAt":"2026-11-23T13:04:00.493824Z","ClosedBy":"ann","Deadline":"2026-11-25T12:01:00.123456Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":2,"Involved":["ray"],"MinimumUntil":"2026-11-23T12:31:00.123456Z","OpenedAt":"2026-11-23T12:01:00.123456Z","OpenedBy":"ray","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T12:01:00.123456Z","2026-11-25T10:01:00.123456Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T12:03:00.370368Z","Ballot":2,"Choice":"go-with-conditions","ID":3,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Run the settlement pack again first."},{"At":"2026-11-23T12:04:00.493824Z","Ballot":2,"Choice":"go","ID":4,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"ann","Kind":"rfc-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":4,"State":"approved","UpdatedAt":"2026-11-23T13:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'weekly', '2026-11-23 13:04:00.493824+00', NULL, 'merged', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (17, 'ballot/3/opened/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 14:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (18, 'ballot/3/opened/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'weekly', '2026-11-23 14:04:00.493824+00', NULL, 'held', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (19, 'ballot/3/opened/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T14:04:00.493824Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"gonogo-opened","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":5,"State":"go-no-go","UpdatedAt":"2026-11-23T14:04:00.493824Z","UpdatedBy":"ann"},"Reason":""}', 1, 'immediate', '2026-11-23 14:04:00.493824+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (20, 'ballot/3/closed/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (21, 'ballot/3/closed/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (22, 'ballot/3/closed/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (23, 'ballot/3/closed/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'weekly', '2026-11-23 15:06:00.740736+00', NULL, 'held', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (24, 'ballot/3/closed/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (25, 'ballot/3/closed/direct/ray', 'direct', 'ray', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"","Deadline":"2026-11-25T14:04:00.493824Z","Digest":"b4d6bcbb810807eb5e466499a461b7d8fc4d3c327b6571c9eed5721d19f3eba1","Dossier":{"rfc":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":3,"Involved":["ray"],"MinimumUntil":"2026-11-23T14:34:00.493824Z","OpenedAt":"2026-11-23T14:04:00.493824Z","OpenedBy":"ann","Outcome":"go","Override":false,"OverrideReason":"","Purpose":"deployment","Quorum":0,"RFC":1,"Raiser":"ray","Reminders":["2026-11-24T14:04:00.493824Z","2026-11-25T12:04:00.493824Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"closed","VoidReason":"","Votes":[{"At":"2026-11-23T14:05:00.61728Z","Ballot":3,"Choice":"go-with-conditions","ID":5,"Person":"tess","Road":"slack","Seat":"test-manager/si","Words":"Tell the suppliers an hour before."},{"At":"2026-11-23T14:06:00.740736Z","Ballot":3,"Choice":"go","ID":6,"Person":"ann","Road":"slack","Seat":"release-manager/si","Words":""}]},"By":"","Kind":"gonogo-decided","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":""}', 1, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (26, 'rfc/2/raised/2/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":""}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (27, 'rfc/2/raised/2/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":""}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (34, 'rfc/4/raised/2/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":5,"Involved":["ray"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":4,"Raiser":"ray","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":4,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ray"},"Reason":""}', 4, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (28, 'rfc/2/raised/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ann","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":""}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (29, 'rfc/2/withdrawn/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann."},"By":"ann","Kind":"rfc-withdrawn","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (30, 'rfc/2/withdrawn/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann."},"By":"ann","Kind":"rfc-withdrawn","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (31, 'rfc/2/withdrawn/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann."},"By":"ann","Kind":"rfc-withdrawn","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'weekly', '2026-11-23 15:06:00.740736+00', NULL, 'held', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (32, 'rfc/2/withdrawn/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"2026-11-23T15:06:00.740736Z","ClosedBy":"ann","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":4,"Involved":["ann"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ann","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":2,"Raiser":"ann","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"void","VoidReason":"The RFC was withdrawn by Ann."},"By":"ann","Kind":"rfc-withdrawn","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"Its window clashes with the data load.","Number":2,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ann","Revision":3,"State":"withdrawn","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ann"},"Reason":"Its window clashes with the data load."}', 2, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (33, 'rfc/4/raised/2/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":5,"Involved":["ray"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":4,"Raiser":"ray","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":4,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ray"},"Reason":""}', 4, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (35, 'rfc/4/raised/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T15:06:00.740736Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T15:06:00.740736Z","Digest":"9765dc2645c5f58066937ac5e668d40673c12b5d9da558e80c277e7b0ec19119","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}},"ID":5,"Involved":["ray"],"MinimumUntil":"2026-11-23T15:36:00.740736Z","OpenedAt":"2026-11-23T15:06:00.740736Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":4,"Raiser":"ray","Reminders":["2026-11-24T15:06:00.740736Z","2026-11-25T13:06:00.740736Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T15:06:00.740736Z","Ended":"","Number":4,"Programme":2,"RaisedAt":"2026-11-23T15:06:00.740736Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":"ray"},"Reason":""}', 4, 'immediate', '2026-11-23 15:06:00.740736+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (36, 'release/1/created/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:07:00.864192Z","By":"ray","Kind":"release-moved","Move":"planned","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":1,"Stage":"planning","UpdatedAt":"2026-11-23T16:07:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"}}', 0, 'immediate', '2026-11-23 16:07:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 1, 0);
INSERT INTO public.notices VALUES (37, 'release/1/moved/3/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:08:00.864192Z","By":"ray","Kind":"release-moved","Move":"plan agreed","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":3,"Stage":"build","UpdatedAt":"2026-11-23T16:08:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"}}', 0, 'immediate', '2026-11-23 16:08:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 1, 0);
INSERT INTO public.notices VALUES (38, 'release/2/created/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:12:00.864192Z","By":"ray","Kind":"release-moved","Move":"planned","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":2,"Programme":3,"RFC":0,"Revision":1,"Stage":"planning","UpdatedAt":"2026-11-23T16:12:00.864192Z","UpdatedBy":"ray","Version":"1.0.2.0"}}', 0, 'immediate', '2026-11-23 16:12:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 2, 0);
INSERT INTO public.notices VALUES (39, 'release/2/reclassified/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:12:00.864192Z","By":"ray","Kind":"release-reclassified","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"1.0.2.0","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"minor"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":2,"Programme":3,"RFC":0,"Revision":2,"Stage":"planning","UpdatedAt":"2026-11-23T16:12:00.864192Z","UpdatedBy":"ray","Version":"1.1.0.0"}}', 0, 'immediate', '2026-11-23 16:12:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 2, 0);
INSERT INTO public.notices VALUES (40, 'release/2/abandoned/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:12:00.864192Z","By":"ray","Kind":"release-abandoned","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"Its content goes with the next.","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"minor"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"Its content goes with the next.","Number":2,"Programme":3,"RFC":0,"Revision":3,"Stage":"abandoned","UpdatedAt":"2026-11-23T16:12:00.864192Z","UpdatedBy":"ray","Version":"1.1.0.0"}}', 0, 'immediate', '2026-11-23 16:12:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 2, 0);
INSERT INTO public.notices VALUES (41, 'release/3/created/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:12:00.864192Z","By":"ray","Kind":"release-moved","Move":"planned","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":3,"Programme":4,"RFC":0,"Revision":1,"Stage":"planning","UpdatedAt":"2026-11-23T16:12:00.864192Z","UpdatedBy":"ray","Version":"1.0.3.0"}}', 0, 'immediate', '2026-11-23 16:12:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 3, 0);
INSERT INTO public.notices VALUES (42, 'release/3/moved/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:13:00.864192Z","By":"ray","Kind":"release-moved","Move":"plan agreed","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":0,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":3,"Programme":4,"RFC":0,"Revision":2,"Stage":"build","UpdatedAt":"2026-11-23T16:13:00.864192Z","UpdatedBy":"ray","Version":"1.0.3.0"}}', 0, 'immediate', '2026-11-23 16:13:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 3, 0);
INSERT INTO public.notices VALUES (43, 'release/3/moved/4/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:14:00.864192Z","By":"ray","Kind":"release-moved","Move":"build packaged","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":3,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":3,"Programme":4,"RFC":0,"Revision":4,"Stage":"test","UpdatedAt":"2026-11-23T16:14:00.864192Z","UpdatedBy":"ray","Version":"1.0.3.0"}}', 0, 'immediate', '2026-11-23 16:14:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 3, 0);
INSERT INTO public.notices VALUES (44, 'release/3/moved/5/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:16:00.864192Z","By":"ray","Kind":"release-moved","Move":"PIT assured","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":3,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":3,"Programme":4,"RFC":0,"Revision":5,"Stage":"prepare","UpdatedAt":"2026-11-23T16:16:00.864192Z","UpdatedBy":"ray","Version":"1.0.3.0"}}', 0, 'immediate', '2026-11-23 16:16:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 3, 0);
INSERT INTO public.notices VALUES (45, 'rfc/5/raised/2/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T16:16:00.864192Z","By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"REL-3","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix 1.0.1.0","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T16:16:00.864192Z","Ended":"","Number":5,"Programme":4,"RaisedAt":"2026-11-23T16:16:00.864192Z","RaisedBy":"ray","Revision":2,"State":"in-preparation","UpdatedAt":"2026-11-23T16:16:00.864192Z","UpdatedBy":"ray"},"Reason":"","Release":{"Asked":false,"Build":3,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":3,"Programme":4,"RFC":5,"Revision":6,"Stage":"prepare","UpdatedAt":"2026-11-23T16:16:00.864192Z","UpdatedBy":"ray","Version":"1.0.3.0"}}', 5, 'immediate', '2026-11-23 16:16:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (46, 'rfc/5/raised/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:16:00.864192Z","By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"REL-3","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix 1.0.1.0","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T16:16:00.864192Z","Ended":"","Number":5,"Programme":4,"RaisedAt":"2026-11-23T16:16:00.864192Z","RaisedBy":"ray","Revision":2,"State":"in-preparation","UpdatedAt":"2026-11-23T16:16:00.864192Z","UpdatedBy":"ray"},"Reason":"","Release":{"Asked":false,"Build":3,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":3,"Programme":4,"RFC":5,"Revision":6,"Stage":"prepare","UpdatedAt":"2026-11-23T16:16:00.864192Z","UpdatedBy":"ray","Version":"1.0.3.0"}}', 5, 'immediate', '2026-11-23 16:16:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (47, 'release/3/note/1/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T16:21:00.864192Z","By":"ray","Kind":"note-submitted","Move":"","Note":{"At":"2026-11-23T16:21:00.864192Z","Build":3,"By":"ray","Digest":"51424e4ad5d6f8389df32bb4442c20a1eaceed155ef77e99be1d7d1d274fa018","Note":{"approvals":[{"by":"Release Control Board","what":"The change"}],"date":"2026-11-27","disruption":"none","fixed":[{"id":"DEF-1187","severity":"high","summary":"Settlement stops"}],"issuer":{"name":"Ray","title":"Release Manager"},"programme":"Sample <programme> & more","reason":"Settlement runs again, as of 2026-11-23T16:20:00Z.","releasedTo":{"name":"Ann","title":"Release Manager"},"resources":["A bridge line"],"rfc":"RFC-5","runbook":{"checks":{},"instructions":{},"prerequisites":{}},"stakeholders":["DCC"],"tag":"v1","title":"Helix","version":"1.0.3.0"},"Release":3,"Version":1},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":3,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":3,"Programme":4,"RFC":5,"Revision":6,"Stage":"prepare","UpdatedAt":"2026-11-23T16:16:00.864192Z","UpdatedBy":"ray","Version":"1.0.3.0"}}', 0, 'immediate', '2026-11-23 16:21:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 3, 0);
INSERT INTO public.notices VALUES (48, 'release/3/note/1/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:21:00.864192Z","By":"ray","Kind":"note-submitted","Move":"","Note":{"At":"2026-11-23T16:21:00.864192Z","Build":3,"By":"ray","Digest":"51424e4ad5d6f8389df32bb4442c20a1eaceed155ef77e99be1d7d1d274fa018","Note":{"approvals":[{"by":"Release Control Board","what":"The change"}],"date":"2026-11-27","disruption":"none","fixed":[{"id":"DEF-1187","severity":"high","summary":"Settlement stops"}],"issuer":{"name":"Ray","title":"Release Manager"},"programme":"Sample <programme> & more","reason":"Settlement runs again, as of 2026-11-23T16:20:00Z.","releasedTo":{"name":"Ann","title":"Release Manager"},"resources":["A bridge line"],"rfc":"RFC-5","runbook":{"checks":{},"instructions":{},"prerequisites":{}},"stakeholders":["DCC"],"tag":"v1","title":"Helix","version":"1.0.3.0"},"Release":3,"Version":1},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":3,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:12:00.864192Z","CreatedBy":"ray","Ended":"","Number":3,"Programme":4,"RFC":5,"Revision":6,"Stage":"prepare","UpdatedAt":"2026-11-23T16:16:00.864192Z","UpdatedBy":"ray","Version":"1.0.3.0"}}', 0, 'immediate', '2026-11-23 16:21:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 3, 0);
INSERT INTO public.notices VALUES (49, 'operation/1/planned/1795451220864192/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-planned","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"0001-01-01T00:00:00Z","EndedBy":"","ID":1,"RFC":0,"StartedAt":"0001-01-01T00:00:00Z","StartedBy":"","State":"planned","Words":""},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (50, 'operation/1/planned/1795451220864192/mail/eve', 'mail', 'eve', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-planned","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"0001-01-01T00:00:00Z","EndedBy":"","ID":1,"RFC":0,"StartedAt":"0001-01-01T00:00:00Z","StartedBy":"","State":"planned","Words":""},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (51, 'operation/1/planned/1795451220864192/mail/ann', 'mail', 'ann', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-planned","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"0001-01-01T00:00:00Z","EndedBy":"","ID":1,"RFC":0,"StartedAt":"0001-01-01T00:00:00Z","StartedBy":"","State":"planned","Words":""},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (52, 'operation/1/planned/1795451220864192/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-planned","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"0001-01-01T00:00:00Z","EndedBy":"","ID":1,"RFC":0,"StartedAt":"0001-01-01T00:00:00Z","StartedBy":"","State":"planned","Words":""},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'weekly', '2026-11-23 16:27:00.864192+00', NULL, 'held', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (53, 'operation/2/planned/1795451220864192/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-planned","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"0001-01-01T00:00:00Z","EndedBy":"","ID":2,"RFC":0,"StartedAt":"0001-01-01T00:00:00Z","StartedBy":"","State":"planned","Words":""},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (54, 'operation/2/planned/1795451220864192/mail/eve', 'mail', 'eve', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-planned","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"0001-01-01T00:00:00Z","EndedBy":"","ID":2,"RFC":0,"StartedAt":"0001-01-01T00:00:00Z","StartedBy":"","State":"planned","Words":""},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (55, 'operation/2/planned/1795451220864192/mail/ann', 'mail', 'ann', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-planned","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"0001-01-01T00:00:00Z","EndedBy":"","ID":2,"RFC":0,"StartedAt":"0001-01-01T00:00:00Z","StartedBy":"","State":"planned","Words":""},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (56, 'operation/2/planned/1795451220864192/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-planned","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"0001-01-01T00:00:00Z","EndedBy":"","ID":2,"RFC":0,"StartedAt":"0001-01-01T00:00:00Z","StartedBy":"","State":"planned","Words":""},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'weekly', '2026-11-23 16:27:00.864192+00', NULL, 'held', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (57, 'operation/1/started/1795451220864192/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-started","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"0001-01-01T00:00:00Z","EndedBy":"","ID":1,"RFC":0,"StartedAt":"2026-11-23T16:27:00.864192Z","StartedBy":"ray","State":"running","Versions":[],"Words":""},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (58, 'operation/1/ended/1795451220864192/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-ended","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"2026-11-23T16:27:00.864192Z","EndedBy":"ray","ID":1,"RFC":0,"StartedAt":"2026-11-23T16:27:00.864192Z","StartedBy":"ray","State":"failed","Words":"The medium was full."},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (59, 'operation/1/ended/1795451220864192/mail/eve', 'mail', 'eve', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-ended","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"2026-11-23T16:27:00.864192Z","EndedBy":"ray","ID":1,"RFC":0,"StartedAt":"2026-11-23T16:27:00.864192Z","StartedBy":"ray","State":"failed","Words":"The medium was full."},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (60, 'operation/1/ended/1795451220864192/mail/ann', 'mail', 'ann', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-ended","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"2026-11-23T16:27:00.864192Z","EndedBy":"ray","ID":1,"RFC":0,"StartedAt":"2026-11-23T16:27:00.864192Z","StartedBy":"ray","State":"failed","Words":"The medium was full."},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (61, 'operation/1/ended/1795451220864192/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-ended","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"2026-11-23T16:27:00.864192Z","EndedBy":"ray","ID":1,"RFC":0,"StartedAt":"2026-11-23T16:27:00.864192Z","StartedBy":"ray","State":"failed","Words":"The medium was full."},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'weekly', '2026-11-23 16:27:00.864192+00', NULL, 'held', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (62, 'operation/1/ended/1795451220864192/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"operation-ended","Move":"","Operation":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Content":{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}},"EndedAt":"2026-11-23T16:27:00.864192Z","EndedBy":"ray","ID":1,"RFC":0,"StartedAt":"2026-11-23T16:27:00.864192Z","StartedBy":"ray","State":"failed","Words":"The medium was full."},"RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (63, 'configuration-issue/1/raised/mail/eve', 'mail', 'eve', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Doubt":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Doubt":"never-allocated","Due":"2026-11-24T17:00:00Z","Environment":"sit-a","Expected":"","ExpectedBuild":"","ExpectedFrom":0,"ID":1,"Owner":"eve","Resolution":"","ResolvedAt":"0001-01-01T00:00:00Z","ResolvedBy":"","Source":"installation/1","System":"helix","Told":"1.90.0.0","ToldBuild":"","Truth":""},"Kind":"configuration-issue","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (64, 'configuration-issue/1/raised/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Doubt":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Doubt":"never-allocated","Due":"2026-11-24T17:00:00Z","Environment":"sit-a","Expected":"","ExpectedBuild":"","ExpectedFrom":0,"ID":1,"Owner":"eve","Resolution":"","ResolvedAt":"0001-01-01T00:00:00Z","ResolvedBy":"","Source":"installation/1","System":"helix","Told":"1.90.0.0","ToldBuild":"","Truth":""},"Kind":"configuration-issue","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (65, 'configuration-issue/2/raised/mail/eve', 'mail', 'eve', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Doubt":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Doubt":"never-allocated","Due":"2026-11-24T17:00:00Z","Environment":"sit-a","Expected":"1.90.0.0","ExpectedBuild":"","ExpectedFrom":0,"ID":2,"Owner":"eve","Resolution":"","ResolvedAt":"0001-01-01T00:00:00Z","ResolvedBy":"","Source":"installation/2","System":"helix","Told":"1.91.0.0","ToldBuild":"","Truth":""},"Kind":"configuration-issue","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (66, 'configuration-issue/2/raised/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Doubt":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Doubt":"never-allocated","Due":"2026-11-24T17:00:00Z","Environment":"sit-a","Expected":"1.90.0.0","ExpectedBuild":"","ExpectedFrom":0,"ID":2,"Owner":"eve","Resolution":"","ResolvedAt":"0001-01-01T00:00:00Z","ResolvedBy":"","Source":"installation/2","System":"helix","Told":"1.91.0.0","ToldBuild":"","Truth":""},"Kind":"configuration-issue","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (67, 'configuration-issue/2/resolved/mail/eve', 'mail', 'eve', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"eve","Doubt":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Doubt":"never-allocated","Due":"2026-11-24T17:00:00Z","Environment":"sit-a","Expected":"1.90.0.0","ExpectedBuild":"","ExpectedFrom":0,"ID":2,"Owner":"eve","Resolution":"Seen with my own eyes.","ResolvedAt":"2026-11-23T16:27:00.864192Z","ResolvedBy":"eve","Source":"installation/2","System":"helix","Told":"1.91.0.0","ToldBuild":"","Truth":"1.91.0.0"},"Kind":"configuration-issue-resolved","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (68, 'configuration-issue/2/resolved/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"eve","Doubt":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Doubt":"never-allocated","Due":"2026-11-24T17:00:00Z","Environment":"sit-a","Expected":"1.90.0.0","ExpectedBuild":"","ExpectedFrom":0,"ID":2,"Owner":"eve","Resolution":"Seen with my own eyes.","ResolvedAt":"2026-11-23T16:27:00.864192Z","ResolvedBy":"eve","Source":"installation/2","System":"helix","Told":"1.91.0.0","ToldBuild":"","Truth":"1.91.0.0"},"Kind":"configuration-issue-resolved","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (69, 'configuration-issue/2/resolved/direct/ray', 'direct', 'ray', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"eve","Doubt":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Doubt":"never-allocated","Due":"2026-11-24T17:00:00Z","Environment":"sit-a","Expected":"1.90.0.0","ExpectedBuild":"","ExpectedFrom":0,"ID":2,"Owner":"eve","Resolution":"Seen with my own eyes.","ResolvedAt":"2026-11-23T16:27:00.864192Z","ResolvedBy":"eve","Source":"installation/2","System":"helix","Told":"1.91.0.0","ToldBuild":"","Truth":"1.91.0.0"},"Kind":"configuration-issue-resolved","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":""}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (75, 'rfc/6/raised/2/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T16:27:00.864192Z","Digest":"1f263b8da2d3be2b2e02ff155415b5ef7d643bcb69b0aa20e5f1436a6b3944bb","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-25T16:27:00.864192Z","to":"2026-11-25T18:27:00.864192Z","zone":"Europe/London"}}},"ID":6,"Involved":["ray"],"MinimumUntil":"2026-11-23T16:57:00.864192Z","OpenedAt":"2026-11-23T16:27:00.864192Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":6,"Raiser":"ray","Reminders":["2026-11-24T16:27:00.864192Z","2026-11-25T14:27:00.864192Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"The next","type":"patch","window":{"from":"2026-11-25T16:27:00.864192Z","to":"2026-11-25T18:27:00.864192Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T16:27:00.864192Z","Ended":"","Number":6,"Programme":4,"RaisedAt":"2026-11-23T16:27:00.864192Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T16:27:00.864192Z","UpdatedBy":"ray"},"Reason":""}', 6, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (70, 'review/1/closed/mail/ray', 'mail', 'ray', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ann","Kind":"review-closed","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":2,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":5,"Stage":"build","UpdatedAt":"2026-11-23T16:10:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"},"Review":{"Asked":[{"as":"provider","person":"ray"},{"as":"release-management","person":"ann"}],"ClosedAt":"2026-11-23T16:27:00.864192Z","ClosedBy":"ann","Defect":false,"Deviations":["Step 4 failed."],"Digest":"b24e4fa9520c9d06db91e73ce50ff25242f87ddcb72c617f53384e1cd3f59f6f","Due":"2026-11-26T16:27:00.864192Z","Environments":["sit-a"],"ID":1,"OpenedAt":"2026-11-23T16:27:00.864192Z","RFC":1,"Reason":"The disk was full.","Release":1,"RolledBack":true,"Statement":"","Summary":"{\"review\":1,\"release\":\"REL-1\",\"rfc\":\"RFC-1\",\"version\":\"1.0.0.0\",\"outcome\":\"rolled back\",\"reason\":\"The disk was full.\",\"deviations\":[\"Step 4 failed.\"],\"openedAt\":\"2026-11-23T16:27:00.864192Z\",\"due\":\"2026-11-26T16:27:00.864192Z\",\"closedAt\":\"2026-11-23T16:27:00.864192Z\",\"closedBy\":\"ann\",\"heard\":[{\"person\":\"ray\",\"as\":\"provider\",\"at\":\"2026-11-23T16:27:00.864192Z\",\"road\":\"link\",\"met\":\"no\"},{\"person\":\"ann\",\"as\":\"release-management\",\"at\":\"2026-11-23T16:27:00.864192Z\",\"road\":\"slack\",\"met\":\"no\"}],\"objectives\":{\"no\":2},\"inTime\":2,\"tooLate\":0,\"signedOff\":0,\"issues\":[{\"person\":\"ray\",\"text\":\"The disk was full.\"},{\"person\":\"ann\",\"text\":\"The disk was full.\"}],\"well\":[],\"lessons\":[{\"words\":\"Watch the disk.\",\"system\":\"helix\",\"environment\":\"sit-a\",\"cause\":\"environment\",\"action\":\"\",\"person\":\"ray\"}]}","System":"helix","Type":"patch","Version":"1.0.0.0"}}', 1, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (71, 'review/1/closed/mail/ann', 'mail', 'ann', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ann","Kind":"review-closed","Move":"","RFC":{"Content":{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T12:00:00Z","Ended":"","Number":1,"Programme":2,"RaisedAt":"2026-11-23T12:00:00Z","RaisedBy":"ray","Revision":6,"State":"go","UpdatedAt":"2026-11-23T15:06:00.740736Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":2,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":5,"Stage":"build","UpdatedAt":"2026-11-23T16:10:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"},"Review":{"Asked":[{"as":"provider","person":"ray"},{"as":"release-management","person":"ann"}],"ClosedAt":"2026-11-23T16:27:00.864192Z","ClosedBy":"ann","Defect":false,"Deviations":["Step 4 failed."],"Digest":"b24e4fa9520c9d06db91e73ce50ff25242f87ddcb72c617f53384e1cd3f59f6f","Due":"2026-11-26T16:27:00.864192Z","Environments":["sit-a"],"ID":1,"OpenedAt":"2026-11-23T16:27:00.864192Z","RFC":1,"Reason":"The disk was full.","Release":1,"RolledBack":true,"Statement":"","Summary":"{\"review\":1,\"release\":\"REL-1\",\"rfc\":\"RFC-1\",\"version\":\"1.0.0.0\",\"outcome\":\"rolled back\",\"reason\":\"The disk was full.\",\"deviations\":[\"Step 4 failed.\"],\"openedAt\":\"2026-11-23T16:27:00.864192Z\",\"due\":\"2026-11-26T16:27:00.864192Z\",\"closedAt\":\"2026-11-23T16:27:00.864192Z\",\"closedBy\":\"ann\",\"heard\":[{\"person\":\"ray\",\"as\":\"provider\",\"at\":\"2026-11-23T16:27:00.864192Z\",\"road\":\"link\",\"met\":\"no\"},{\"person\":\"ann\",\"as\":\"release-management\",\"at\":\"2026-11-23T16:27:00.864192Z\",\"road\":\"slack\",\"met\":\"no\"}],\"objectives\":{\"no\":2},\"inTime\":2,\"tooLate\":0,\"signedOff\":0,\"issues\":[{\"person\":\"ray\",\"text\":\"The disk was full.\"},{\"person\":\"ann\",\"text\":\"The disk was full.\"}],\"well\":[],\"lessons\":[{\"words\":\"Watch the disk.\",\"system\":\"helix\",\"environment\":\"sit-a\",\"cause\":\"environment\",\"action\":\"\",\"person\":\"ray\"}]}","System":"helix","Type":"patch","Version":"1.0.0.0"}}', 1, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (72, 'review/1/closed/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ann","Kind":"review-closed","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":2,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":5,"Stage":"build","UpdatedAt":"2026-11-23T16:10:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"},"Review":{"Asked":[{"as":"provider","person":"ray"},{"as":"release-management","person":"ann"}],"ClosedAt":"2026-11-23T16:27:00.864192Z","ClosedBy":"ann","Defect":false,"Deviations":["Step 4 failed."],"Digest":"b24e4fa9520c9d06db91e73ce50ff25242f87ddcb72c617f53384e1cd3f59f6f","Due":"2026-11-26T16:27:00.864192Z","Environments":["sit-a"],"ID":1,"OpenedAt":"2026-11-23T16:27:00.864192Z","RFC":1,"Reason":"The disk was full.","Release":1,"RolledBack":true,"Statement":"","Summary":"{\"review\":1,\"release\":\"REL-1\",\"rfc\":\"RFC-1\",\"version\":\"1.0.0.0\",\"outcome\":\"rolled back\",\"reason\":\"The disk was full.\",\"deviations\":[\"Step 4 failed.\"],\"openedAt\":\"2026-11-23T16:27:00.864192Z\",\"due\":\"2026-11-26T16:27:00.864192Z\",\"closedAt\":\"2026-11-23T16:27:00.864192Z\",\"closedBy\":\"ann\",\"heard\":[{\"person\":\"ray\",\"as\":\"provider\",\"at\":\"2026-11-23T16:27:00.864192Z\",\"road\":\"link\",\"met\":\"no\"},{\"person\":\"ann\",\"as\":\"release-management\",\"at\":\"2026-11-23T16:27:00.864192Z\",\"road\":\"slack\",\"met\":\"no\"}],\"objectives\":{\"no\":2},\"inTime\":2,\"tooLate\":0,\"signedOff\":0,\"issues\":[{\"person\":\"ray\",\"text\":\"The disk was full.\"},{\"person\":\"ann\",\"text\":\"The disk was full.\"}],\"well\":[],\"lessons\":[{\"words\":\"Watch the disk.\",\"system\":\"helix\",\"environment\":\"sit-a\",\"cause\":\"environment\",\"action\":\"\",\"person\":\"ray\"}]}","System":"helix","Type":"patch","Version":"1.0.0.0"}}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 1, 0);
INSERT INTO public.notices VALUES (73, 'rfc/6/raised/2/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T16:27:00.864192Z","Digest":"1f263b8da2d3be2b2e02ff155415b5ef7d643bcb69b0aa20e5f1436a6b3944bb","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-25T16:27:00.864192Z","to":"2026-11-25T18:27:00.864192Z","zone":"Europe/London"}}},"ID":6,"Involved":["ray"],"MinimumUntil":"2026-11-23T16:57:00.864192Z","OpenedAt":"2026-11-23T16:27:00.864192Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":6,"Raiser":"ray","Reminders":["2026-11-24T16:27:00.864192Z","2026-11-25T14:27:00.864192Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"The next","type":"patch","window":{"from":"2026-11-25T16:27:00.864192Z","to":"2026-11-25T18:27:00.864192Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T16:27:00.864192Z","Ended":"","Number":6,"Programme":4,"RaisedAt":"2026-11-23T16:27:00.864192Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T16:27:00.864192Z","UpdatedBy":"ray"},"Reason":""}', 6, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (74, 'rfc/6/raised/2/mail/tess', 'mail', 'tess', 'act', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","Ballot":{"ClosedAt":"0001-01-01T00:00:00Z","ClosedBy":"","Deadline":"2026-11-25T16:27:00.864192Z","Digest":"1f263b8da2d3be2b2e02ff155415b5ef7d643bcb69b0aa20e5f1436a6b3944bb","Dossier":{"rfc":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":""},"system":"helix","title":"","type":"patch","window":{"from":"2026-11-25T16:27:00.864192Z","to":"2026-11-25T18:27:00.864192Z","zone":"Europe/London"}}},"ID":6,"Involved":["ray"],"MinimumUntil":"2026-11-23T16:57:00.864192Z","OpenedAt":"2026-11-23T16:27:00.864192Z","OpenedBy":"ray","Outcome":"","Override":false,"OverrideReason":"","Purpose":"approval","Quorum":0,"RFC":6,"Raiser":"ray","Reminders":["2026-11-24T16:27:00.864192Z","2026-11-25T14:27:00.864192Z"],"Seats":[{"Chair":true,"Escalated":false,"Function":"release-manager","Holders":["ann"],"Key":"release-manager/si","Mandatory":true,"Party":"si"},{"Chair":false,"Escalated":false,"Function":"test-manager","Holders":["tess"],"Key":"test-manager/si","Mandatory":true,"Party":"si"}],"State":"open","VoidReason":""},"By":"ray","Kind":"rfc-raised","Move":"","RFC":{"Content":{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"The next","type":"patch","window":{"from":"2026-11-25T16:27:00.864192Z","to":"2026-11-25T18:27:00.864192Z","zone":"Europe/London"}},"CreatedAt":"2026-11-23T16:27:00.864192Z","Ended":"","Number":6,"Programme":4,"RaisedAt":"2026-11-23T16:27:00.864192Z","RaisedBy":"ray","Revision":2,"State":"raised","UpdatedAt":"2026-11-23T16:27:00.864192Z","UpdatedBy":"ray"},"Reason":""}', 6, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 0, 0);
INSERT INTO public.notices VALUES (76, 'support-issue/1/logged/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"support-issue","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":2,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":5,"Stage":"build","UpdatedAt":"2026-11-23T16:10:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"},"Trouble":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Environment":"sit-a","ID":1,"Ref":"DEF-9","Release":1,"Resolution":"","ResolvedAt":"0001-01-01T00:00:00Z","ResolvedBy":"","Severity":"high","System":"helix","Title":"Settlement is slow."}}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 1, 0);
INSERT INTO public.notices VALUES (77, 'support-issue/2/logged/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"support-issue","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":2,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":5,"Stage":"build","UpdatedAt":"2026-11-23T16:10:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"},"Trouble":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Environment":"sit-a","ID":2,"Ref":"DEF-9","Release":1,"Resolution":"","ResolvedAt":"0001-01-01T00:00:00Z","ResolvedBy":"","Severity":"high","System":"helix","Title":"Settlement is slow."}}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 1, 0);
INSERT INTO public.notices VALUES (78, 'support-issue/1/resolved/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-23T16:27:00.864192Z","By":"ray","Kind":"support-issue","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":2,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":5,"Stage":"build","UpdatedAt":"2026-11-23T16:10:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"},"Trouble":{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Environment":"sit-a","ID":1,"Ref":"DEF-9","Release":1,"Resolution":"An index was missing.","ResolvedAt":"2026-11-23T16:27:00.864192Z","ResolvedBy":"ray","Severity":"high","System":"helix","Title":"Settlement is slow."}}', 0, 'immediate', '2026-11-23 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 1, 0);
INSERT INTO public.notices VALUES (79, 'release/1/support/mail/ray', 'mail', 'ray', 'act', '{"Again":false,"At":"2026-11-24T16:27:00.864192Z","By":"","Kind":"support-summed","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":2,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":5,"Stage":"build","UpdatedAt":"2026-11-23T16:10:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"},"Support":{"environments":["sit-a"],"from":"2026-11-23T16:27:00.864192Z","median":0,"open":[{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Environment":"sit-a","ID":2,"Ref":"DEF-9","Release":1,"Resolution":"","ResolvedAt":"0001-01-01T00:00:00Z","ResolvedBy":"","Severity":"high","System":"helix","Title":"Settlement is slow."}],"release":1,"resolved":1,"severities":[{"count":2,"severity":"high"}],"system":"helix","until":"2026-11-24T16:27:00.864192Z","version":"1.0.1.0"}}', 0, 'immediate', '2026-11-24 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 1, 0);
INSERT INTO public.notices VALUES (80, 'release/1/support/mail/ann', 'mail', 'ann', 'act', '{"Again":false,"At":"2026-11-24T16:27:00.864192Z","By":"","Kind":"support-summed","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":2,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":5,"Stage":"build","UpdatedAt":"2026-11-23T16:10:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"},"Support":{"environments":["sit-a"],"from":"2026-11-23T16:27:00.864192Z","median":0,"open":[{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Environment":"sit-a","ID":2,"Ref":"DEF-9","Release":1,"Resolution":"","ResolvedAt":"0001-01-01T00:00:00Z","ResolvedBy":"","Severity":"high","System":"helix","Title":"Settlement is slow."}],"release":1,"resolved":1,"severities":[{"count":2,"severity":"high"}],"system":"helix","until":"2026-11-24T16:27:00.864192Z","version":"1.0.1.0"}}', 0, 'immediate', '2026-11-24 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 1, 0);
INSERT INTO public.notices VALUES (81, 'release/1/support/mail/pia', 'mail', 'pia', 'told', '{"Again":false,"At":"2026-11-24T16:27:00.864192Z","By":"","Kind":"support-summed","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":2,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":5,"Stage":"build","UpdatedAt":"2026-11-23T16:10:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"},"Support":{"environments":["sit-a"],"from":"2026-11-23T16:27:00.864192Z","median":0,"open":[{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Environment":"sit-a","ID":2,"Ref":"DEF-9","Release":1,"Resolution":"","ResolvedAt":"0001-01-01T00:00:00Z","ResolvedBy":"","Severity":"high","System":"helix","Title":"Settlement is slow."}],"release":1,"resolved":1,"severities":[{"count":2,"severity":"high"}],"system":"helix","until":"2026-11-24T16:27:00.864192Z","version":"1.0.1.0"}}', 0, 'weekly', '2026-11-24 16:27:00.864192+00', NULL, 'held', 0, '', NULL, NULL, '', 1, 0);
INSERT INTO public.notices VALUES (82, 'release/1/support/thread', 'thread', '', 'told', '{"Again":false,"At":"2026-11-24T16:27:00.864192Z","By":"","Kind":"support-summed","Move":"","RFC":{"Content":{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"","title":"","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}},"CreatedAt":"0001-01-01T00:00:00Z","Ended":"","Number":0,"Programme":0,"RaisedAt":"0001-01-01T00:00:00Z","RaisedBy":"","Revision":0,"State":"","UpdatedAt":"0001-01-01T00:00:00Z","UpdatedBy":""},"Reason":"","Release":{"Asked":false,"Build":2,"Content":{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"},"CreatedAt":"2026-11-23T16:07:00.864192Z","CreatedBy":"ray","Ended":"","Number":1,"Programme":3,"RFC":0,"Revision":5,"Stage":"build","UpdatedAt":"2026-11-23T16:10:00.864192Z","UpdatedBy":"ray","Version":"1.0.1.0"},"Support":{"environments":["sit-a"],"from":"2026-11-23T16:27:00.864192Z","median":0,"open":[{"At":"2026-11-23T16:27:00.864192Z","By":"ray","Environment":"sit-a","ID":2,"Ref":"DEF-9","Release":1,"Resolution":"","ResolvedAt":"0001-01-01T00:00:00Z","ResolvedBy":"","Severity":"high","System":"helix","Title":"Settlement is slow."}],"release":1,"resolved":1,"severities":[{"count":2,"severity":"high"}],"system":"helix","until":"2026-11-24T16:27:00.864192Z","version":"1.0.1.0"}}', 0, 'immediate', '2026-11-24 16:27:00.864192+00', NULL, 'promised', 0, '', NULL, NULL, '', 1, 0);



INSERT INTO public.operations VALUES (2, 'sit-a', 0, 'planned', '{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}}', 'ray', '2026-11-23 16:27:00.864192+00', NULL, '', NULL, '', '', '[]');
INSERT INTO public.operations VALUES (1, 'sit-a', 0, 'failed', '{"contact":"ray","disruption":"none","environment":"sit-a","kind":"backup","mechanism":"A script.","outage":false,"process":"As always.","systems":["helix"],"window":{"from":"2026-11-23T15:27:00.864192Z","to":"2026-11-23T17:27:00.864192Z","zone":"Europe/London"}}', 'ray', '2026-11-23 16:27:00.864192+00', '2026-11-23 16:27:00.864192+00', 'ray', '2026-11-23 16:27:00.864192+00', 'ray', 'The medium was full.', '[]');






INSERT INTO public.passes VALUES (1, 'pia', 'board', 0, '/matrix', '15a0621f82acf3c699fb2c5d20ae429093eb6c8f041c510371ca73dde1d61a1e', '2026-11-24 16:27:00.864192+00', '2026-11-24 16:42:00.864192+00', '2026-11-24 16:27:00.864192+00', 0);



INSERT INTO public.programmes VALUES (1, '2026-11-23 12:00:00+00', 'operator', '{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Closure":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0,"SupportDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"","Retired":false}],"Version":1,"Zone":"Europe/London"}');
INSERT INTO public.programmes VALUES (2, '2026-11-23 12:00:00+00', 'operator', '{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Closure":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0,"SupportDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"","Retired":false}],"Version":2,"Zone":"Europe/London"}');
INSERT INTO public.programmes VALUES (3, '2026-11-23 16:07:00.864192+00', 'operator', '{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]},{"ID":"eve","Mail":"eve@gonogo.example","Name":"Eve","Retired":false,"Roles":[{"Party":"si","Role":"environment-manager"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Closure":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0,"SupportDays":0}}},"RACI":{"deployment-gonogo":{"rm":"R,A","test":"C","tp":"I"},"rfc-approval":{"rm":"R,A","test":"C","tp":"I"},"rollout-plans":{"rm":"R,A"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"https://git.example/helix.git","Retired":false}],"Version":3,"Zone":"Europe/London"}');
INSERT INTO public.programmes VALUES (4, '2026-11-23 16:12:00.864192+00', 'operator', '{"Calendar":"","Environments":[{"ID":"sit-a","Name":"SIT A","Purpose":"","Retired":false}],"Holidays":["2026-12-25"],"Name":"Sample <programme> & more","Parties":[{"Calendar":"","Group":"","ID":"si","Kind":"programme","Name":"Integrator","Retired":false},{"Calendar":"","Group":"","ID":"elexon","Kind":"core-provider","Name":"Elexon","Retired":false},{"Calendar":"","Group":"","ID":"supplier","Kind":"participant","Name":"Supplier One","Retired":false}],"People":[{"ID":"ann","Mail":"ann@gonogo.example","Name":"Ann","Retired":false,"Roles":[{"Party":"si","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ann"}]},{"ID":"tess","Mail":"tess@gonogo.example","Name":"Tess O''Neil","Retired":false,"Roles":[{"Party":"si","Role":"test-manager"}],"Slack":[{"Team":"T1","User":"U-tess"}]},{"ID":"ray","Mail":"ray@gonogo.example","Name":"Ray","Retired":false,"Roles":[{"Party":"elexon","Role":"release-manager"}],"Slack":[{"Team":"T1","User":"U-ray"}]},{"ID":"pia","Mail":"pia@gonogo.example","Name":"Pía","Retired":false,"Roles":[{"Party":"supplier","Role":"representative"}],"Slack":[{"Team":"T1","User":"U-pia"}]},{"ID":"eve","Mail":"eve@gonogo.example","Name":"Eve","Retired":false,"Roles":[{"Party":"si","Role":"environment-manager"}]},{"ID":"bill","Mail":"bill@gonogo.example","Name":"Bill","Retired":false,"Roles":[{"Party":"elexon","Role":"build-manager"}]}],"Policy":{"DelegationDays":0,"Escalation":"","Raisers":["release-manager"],"ReleasesOnly":false,"Types":{"patch":{"Approval":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Closure":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"Deployment":{"Deadline":172800000000000,"MinimumOpen":1800000000000,"Override":false,"Quorum":0,"RemindBefore":[86400000000000,7200000000000],"Seats":[{"Chair":true,"Function":"release-manager","Mandatory":true,"Of":"si"},{"Chair":false,"Function":"test-manager","Mandatory":true,"Of":"si"}]},"Programme":{"Deadline":0,"MinimumOpen":0,"Override":false,"Quorum":0},"RetrospectiveDays":0,"SupportDays":0}}},"RACI":{"communications":{"rm":"R,A","test":"C"},"deployment-gonogo":{"rm":"R,A","test":"C"},"execute-rollout":{"rm":"R,A","test":"C"},"issue-log":{"rm":"R,A","test":"C"},"lessons-learned":{"rm":"R,A","test":"C"},"pir":{"rm":"R,A","test":"C"},"remediation":{"rm":"R,A","test":"C"},"rfc-approval":{"rm":"R,A","test":"C"},"rfc-closure":{"rm":"R,A","test":"C"},"rollback":{"rm":"R,A","test":"C"},"rollout-closure":{"rm":"R,A","test":"C"},"rollout-plans":{"rm":"R,A","test":"C"},"verification":{"rm":"R,A","test":"C"}},"Short":"SP","Slack":{"RCB":"C1","Team":"T1"},"Systems":[{"ID":"helix","Name":"Helix","Party":"elexon","Repository":"https://git.example/helix.git","Retired":false}],"Version":4,"Zone":"Europe/London"}');



INSERT INTO public.readiness_comments VALUES (1, '2026-W48', 'eve', '2026-11-24 16:27:00.864192+00', 'SIT A waits for the new certificates.');



INSERT INTO public.release_revisions VALUES (1, 1, 'helix', '1.0.1.0', 'planning', 'ray', 0, 0, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:07:00.864192+00', 3, false, '', '');
INSERT INTO public.release_revisions VALUES (1, 2, 'helix', '1.0.1.0', 'planning', 'ray', 0, 0, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:07:00.864192+00', 3, false, '', '');
INSERT INTO public.release_revisions VALUES (1, 3, 'helix', '1.0.1.0', 'build', 'ray', 0, 0, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:08:00.864192+00', 3, false, '', '');
INSERT INTO public.release_revisions VALUES (1, 4, 'helix', '1.0.1.0', 'build', 'ray', 0, 1, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:09:00.864192+00', 3, false, '', '');
INSERT INTO public.release_revisions VALUES (1, 5, 'helix', '1.0.1.0', 'build', 'ray', 0, 2, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:10:00.864192+00', 3, false, '', '');
INSERT INTO public.release_revisions VALUES (2, 1, 'helix', '1.0.2.0', 'planning', 'ray', 0, 0, '{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:12:00.864192+00', 3, false, '', '');
INSERT INTO public.release_revisions VALUES (2, 2, 'helix', '1.1.0.0', 'planning', 'ray', 0, 0, '{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"minor"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:12:00.864192+00', 3, false, '', '');
INSERT INTO public.release_revisions VALUES (2, 3, 'helix', '1.1.0.0', 'abandoned', 'ray', 0, 0, '{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"minor"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:12:00.864192+00', 3, false, 'Its content goes with the next.', '');
INSERT INTO public.release_revisions VALUES (3, 1, 'helix', '1.0.3.0', 'planning', 'ray', 0, 0, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:12:00.864192+00', 4, false, '', '');
INSERT INTO public.release_revisions VALUES (3, 2, 'helix', '1.0.3.0', 'build', 'ray', 0, 0, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:13:00.864192+00', 4, false, '', '');
INSERT INTO public.release_revisions VALUES (3, 3, 'helix', '1.0.3.0', 'build', 'ray', 0, 3, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:12:00.864192+00', 'bill', '2026-11-23 16:13:00.864192+00', 4, false, '', '');
INSERT INTO public.release_revisions VALUES (3, 4, 'helix', '1.0.3.0', 'test', 'ray', 0, 3, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:14:00.864192+00', 4, false, '', '');
INSERT INTO public.release_revisions VALUES (3, 5, 'helix', '1.0.3.0', 'prepare', 'ray', 0, 3, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:16:00.864192+00', 4, false, '', '');
INSERT INTO public.release_revisions VALUES (3, 6, 'helix', '1.0.3.0', 'prepare', 'ray', 5, 3, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:16:00.864192+00', 4, false, '', '');



INSERT INTO public.release_versions VALUES ('helix', 1, 0, 1, 0, 1);
INSERT INTO public.release_versions VALUES ('helix', 1, 0, 2, 0, 2);
INSERT INTO public.release_versions VALUES ('helix', 1, 1, 0, 0, 2);
INSERT INTO public.release_versions VALUES ('helix', 1, 0, 3, 0, 3);



INSERT INTO public.releases VALUES (1, 5, 'helix', '1.0.1.0', 'build', 'ray', 0, 2, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again, “résumé” & all.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:07:00.864192+00', 'ray', '2026-11-23 16:10:00.864192+00', 3, false, '', '');
INSERT INTO public.releases VALUES (2, 3, 'helix', '1.1.0.0', 'abandoned', 'ray', 0, 0, '{"base":"1.0.1.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"minor"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:12:00.864192+00', 3, false, 'Its content goes with the next.', '');
INSERT INTO public.releases VALUES (3, 6, 'helix', '1.0.3.0', 'prepare', 'ray', 5, 3, '{"base":"1.0.0.0","board":"2026-11-25T12:00:00Z","items":[{"id":"DEF-1187","kind":"defect-fix","severity":"high","title":"Settlement stops"}],"owner":"ray","purpose":"Settlement runs again.","system":"helix","targets":[{"environment":"sit-a","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}],"type":"patch"}', 'ray', '2026-11-23 16:12:00.864192+00', 'ray', '2026-11-23 16:16:00.864192+00', 4, false, '', '');



INSERT INTO public.review_answers VALUES (1, 1, 'ray', '2026-11-23 16:27:00.864192+00', false, 'link', '{"inTime":"yes","issues":"The disk was full.","lessons":[{"action":"","cause":"environment","environment":"sit-a","system":"helix","words":"Watch the disk."}],"objectives":"no","signedOff":false,"well":""}');
INSERT INTO public.review_answers VALUES (2, 1, 'ann', '2026-11-23 16:27:00.864192+00', false, 'slack', '{"inTime":"yes","issues":"The disk was full.","lessons":[],"objectives":"no","signedOff":false,"well":""}');



INSERT INTO public.reviews VALUES (2, 1, 1, 'helix', 'patch', '1.0.0.0', '["sit-a"]', true, false, 'The disk was full.', '["Step 4 failed."]', '[{"as":"provider","person":"ray"},{"as":"release-management","person":"ann"}]', '2026-11-23 16:27:00.864192+00', '2026-11-26 16:27:00.864192+00', NULL, '', '', '', '');
INSERT INTO public.reviews VALUES (1, 1, 1, 'helix', 'patch', '1.0.0.0', '["sit-a"]', true, false, 'The disk was full.', '["Step 4 failed."]', '[{"as":"provider","person":"ray"},{"as":"release-management","person":"ann"}]', '2026-11-23 16:27:00.864192+00', '2026-11-26 16:27:00.864192+00', '2026-11-23 16:27:00.864192+00', 'ann', '', '{"review":1,"release":"REL-1","rfc":"RFC-1","version":"1.0.0.0","outcome":"rolled back","reason":"The disk was full.","deviations":["Step 4 failed."],"openedAt":"2026-11-23T16:27:00.864192Z","due":"2026-11-26T16:27:00.864192Z","closedAt":"2026-11-23T16:27:00.864192Z","closedBy":"ann","heard":[{"person":"ray","as":"provider","at":"2026-11-23T16:27:00.864192Z","road":"link","met":"no"},{"person":"ann","as":"release-management","at":"2026-11-23T16:27:00.864192Z","road":"slack","met":"no"}],"objectives":{"no":2},"inTime":2,"tooLate":0,"signedOff":0,"issues":[{"person":"ray","text":"The disk was full."},{"person":"ann","text":"The disk was full."}],"well":[],"lessons":[{"words":"Watch the disk.","system":"helix","environment":"sit-a","cause":"environment","action":"","person":"ray"}]}', 'b24e4fa9520c9d06db91e73ce50ff25242f87ddcb72c617f53384e1cd3f59f6f');



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
INSERT INTO public.rfc_revisions VALUES (5, 1, 'draft', 'REL-3', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"REL-3","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix 1.0.1.0","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 16:16:00.864192+00', NULL, '2026-11-23 16:16:00.864192+00', 'ray', 4, '');
INSERT INTO public.rfc_revisions VALUES (5, 2, 'in-preparation', 'REL-3', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"REL-3","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix 1.0.1.0","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 16:16:00.864192+00', '2026-11-23 16:16:00.864192+00', '2026-11-23 16:16:00.864192+00', 'ray', 4, '');
INSERT INTO public.rfc_revisions VALUES (6, 1, 'draft', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"The next","type":"patch","window":{"from":"2026-11-25T16:27:00.864192Z","to":"2026-11-25T18:27:00.864192Z","zone":"Europe/London"}}', 'ray', '2026-11-23 16:27:00.864192+00', NULL, '2026-11-23 16:27:00.864192+00', 'ray', 4, '');
INSERT INTO public.rfc_revisions VALUES (6, 2, 'raised', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"The next","type":"patch","window":{"from":"2026-11-25T16:27:00.864192Z","to":"2026-11-25T18:27:00.864192Z","zone":"Europe/London"}}', 'ray', '2026-11-23 16:27:00.864192+00', '2026-11-23 16:27:00.864192+00', '2026-11-23 16:27:00.864192+00', 'ray', 4, '');



INSERT INTO public.rfcs VALUES (1, 6, 'go', '', '{"disruption":"server-down","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 7 “with the résumé’s fix” & <more>","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 12:00:00+00', '2026-11-23 12:00:00+00', '2026-11-23 15:06:00.740736+00', '', 2, '');
INSERT INTO public.rfcs VALUES (2, 3, 'withdrawn', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 8","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ann', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', 'ann', 2, 'Its window clashes with the data load.');
INSERT INTO public.rfcs VALUES (3, 1, 'draft', '', '{"disruption":"","impact":"","kind":"","reason":"","release":"","risk":{"consequence":0,"likelihood":0,"sentence":""},"system":"helix","title":"Helix 5","type":"","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}}', 'ray', '2026-11-23 15:06:00.740736+00', NULL, '2026-11-23 15:06:00.740736+00', 'ray', 2, '');
INSERT INTO public.rfcs VALUES (4, 2, 'raised', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix patch 9","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', '2026-11-23 15:06:00.740736+00', 'ray', 2, '');
INSERT INTO public.rfcs VALUES (5, 2, 'in-preparation', 'REL-3', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"REL-3","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"Helix 1.0.1.0","type":"patch","window":{"from":"2026-11-27T12:00:00Z","to":"2026-11-27T14:00:00Z","zone":"Europe/London"}}', 'ray', '2026-11-23 16:16:00.864192+00', '2026-11-23 16:16:00.864192+00', '2026-11-23 16:16:00.864192+00', 'ray', 4, '');
INSERT INTO public.rfcs VALUES (6, 2, 'raised', '', '{"disruption":"none","environments":["sit-a"],"impact":"Nothing for the others.","kind":"defect-fix","reason":"Settlement runs stop.","references":["DEF-1187"],"release":"","risk":{"consequence":3,"likelihood":2,"sentence":"The fix is small."},"system":"helix","title":"The next","type":"patch","window":{"from":"2026-11-25T16:27:00.864192Z","to":"2026-11-25T18:27:00.864192Z","zone":"Europe/London"}}', 'ray', '2026-11-23 16:27:00.864192+00', '2026-11-23 16:27:00.864192+00', '2026-11-23 16:27:00.864192+00', 'ray', 4, '');









INSERT INTO public.river_job VALUES (1, 'available', 0, 100, NULL, '2026-11-21 16:21:19.755231+00', NULL, '2026-11-21 16:21:19.755231+00', 1, '{"notice": 1}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (2, 'available', 0, 100, NULL, '2026-11-21 16:21:19.755231+00', NULL, '2026-11-21 16:21:19.755231+00', 1, '{"notice": 2}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (3, 'available', 0, 100, NULL, '2026-11-21 16:21:19.755231+00', NULL, '2026-11-21 16:21:19.755231+00', 1, '{"notice": 3}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (4, 'available', 0, 100, NULL, '2026-11-21 16:21:19.785789+00', NULL, '2026-11-21 16:21:19.785789+00', 1, '{"notice": 4}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (5, 'available', 0, 100, NULL, '2026-11-21 16:21:19.785789+00', NULL, '2026-11-21 16:21:19.785789+00', 1, '{"notice": 5}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (6, 'available', 0, 100, NULL, '2026-11-21 16:21:19.785789+00', NULL, '2026-11-21 16:21:19.785789+00', 1, '{"notice": 6}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (7, 'available', 0, 100, NULL, '2026-11-21 16:21:19.811663+00', NULL, '2026-11-21 16:21:19.811663+00', 1, '{"notice": 7}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (8, 'available', 0, 100, NULL, '2026-11-21 16:21:19.811663+00', NULL, '2026-11-21 16:21:19.811663+00', 1, '{"notice": 8}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (9, 'available', 0, 100, NULL, '2026-11-21 16:21:19.811663+00', NULL, '2026-11-21 16:21:19.811663+00', 1, '{"notice": 9}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (10, 'available', 0, 100, NULL, '2026-11-21 16:21:19.811663+00', NULL, '2026-11-21 16:21:19.811663+00', 1, '{"notice": 11}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (11, 'available', 0, 100, NULL, '2026-11-21 16:21:19.815457+00', NULL, '2026-11-21 16:21:19.815457+00', 1, '{"notice": 12}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (12, 'available', 0, 100, NULL, '2026-11-21 16:21:19.821145+00', NULL, '2026-11-21 16:21:19.821145+00', 1, '{"notice": 13}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (13, 'available', 0, 100, NULL, '2026-11-21 16:21:19.822568+00', NULL, '2026-11-21 16:21:19.822568+00', 1, '{"notice": 14}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (14, 'available', 0, 100, NULL, '2026-11-21 16:21:19.826252+00', NULL, '2026-11-21 16:21:19.826252+00', 1, '{"notice": 15}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (15, 'available', 0, 100, NULL, '2026-11-21 16:21:19.835733+00', NULL, '2026-11-21 16:21:19.835733+00', 1, '{"notice": 16}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (16, 'available', 0, 100, NULL, '2026-11-21 16:21:19.835733+00', NULL, '2026-11-21 16:21:19.835733+00', 1, '{"notice": 17}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (17, 'available', 0, 100, NULL, '2026-11-21 16:21:19.835733+00', NULL, '2026-11-21 16:21:19.835733+00', 1, '{"notice": 19}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (18, 'available', 0, 100, NULL, '2026-11-21 16:21:19.857766+00', NULL, '2026-11-21 16:21:19.857766+00', 1, '{"notice": 20}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (19, 'available', 0, 100, NULL, '2026-11-21 16:21:19.857766+00', NULL, '2026-11-21 16:21:19.857766+00', 1, '{"notice": 21}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (20, 'available', 0, 100, NULL, '2026-11-21 16:21:19.857766+00', NULL, '2026-11-21 16:21:19.857766+00', 1, '{"notice": 22}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (21, 'available', 0, 100, NULL, '2026-11-21 16:21:19.857766+00', NULL, '2026-11-21 16:21:19.857766+00', 1, '{"notice": 24}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (22, 'available', 0, 100, NULL, '2026-11-21 16:21:19.859771+00', NULL, '2026-11-21 16:21:19.859771+00', 1, '{"notice": 25}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (23, 'available', 0, 100, NULL, '2026-11-21 16:21:19.866679+00', NULL, '2026-11-21 16:21:19.866679+00', 1, '{"notice": 26}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (24, 'available', 0, 100, NULL, '2026-11-21 16:21:19.866679+00', NULL, '2026-11-21 16:21:19.866679+00', 1, '{"notice": 27}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (25, 'available', 0, 100, NULL, '2026-11-21 16:21:19.866679+00', NULL, '2026-11-21 16:21:19.866679+00', 1, '{"notice": 28}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (26, 'available', 0, 100, NULL, '2026-11-21 16:21:19.874791+00', NULL, '2026-11-21 16:21:19.874791+00', 1, '{"notice": 29}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (27, 'available', 0, 100, NULL, '2026-11-21 16:21:19.874791+00', NULL, '2026-11-21 16:21:19.874791+00', 1, '{"notice": 30}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (28, 'available', 0, 100, NULL, '2026-11-21 16:21:19.874791+00', NULL, '2026-11-21 16:21:19.874791+00', 1, '{"notice": 32}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (29, 'available', 0, 100, NULL, '2026-11-21 16:21:19.884985+00', NULL, '2026-11-21 16:21:19.884985+00', 1, '{"notice": 33}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (30, 'available', 0, 100, NULL, '2026-11-21 16:21:19.884985+00', NULL, '2026-11-21 16:21:19.884985+00', 1, '{"notice": 34}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (31, 'available', 0, 100, NULL, '2026-11-21 16:21:19.884985+00', NULL, '2026-11-21 16:21:19.884985+00', 1, '{"notice": 35}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (32, 'available', 0, 100, NULL, '2026-11-21 16:21:19.897206+00', NULL, '2026-11-21 16:21:19.897206+00', 1, '{"notice": 36}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (33, 'available', 0, 100, NULL, '2026-11-21 16:21:19.915662+00', NULL, '2026-11-21 16:21:19.915662+00', 1, '{"notice": 37}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (34, 'available', 0, 100, NULL, '2026-11-21 16:21:19.95415+00', NULL, '2026-11-21 16:21:19.95415+00', 1, '{"notice": 38}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (35, 'available', 0, 100, NULL, '2026-11-21 16:21:19.959659+00', NULL, '2026-11-21 16:21:19.959659+00', 1, '{"notice": 39}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (36, 'available', 0, 100, NULL, '2026-11-21 16:21:19.964471+00', NULL, '2026-11-21 16:21:19.964471+00', 1, '{"notice": 40}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (37, 'available', 0, 100, NULL, '2026-11-21 16:21:19.972858+00', NULL, '2026-11-21 16:21:19.972858+00', 1, '{"subject": "rfc/1"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (38, 'available', 0, 100, NULL, '2026-11-21 16:21:19.972858+00', NULL, '2026-11-21 16:21:19.972858+00', 1, '{"subject": "rfc/2"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (39, 'available', 0, 100, NULL, '2026-11-21 16:21:19.972858+00', NULL, '2026-11-21 16:21:19.972858+00', 1, '{"subject": "rfc/4"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (40, 'available', 0, 100, NULL, '2026-11-21 16:21:19.972858+00', NULL, '2026-11-21 16:21:19.972858+00', 1, '{"subject": "release/1"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (41, 'available', 0, 100, NULL, '2026-11-21 16:21:19.972858+00', NULL, '2026-11-21 16:21:19.972858+00', 1, '{"subject": "release/2"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (42, 'available', 0, 100, NULL, '2026-11-21 16:21:19.979624+00', NULL, '2026-11-21 16:21:19.979624+00', 1, '{"notice": 41}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (43, 'available', 0, 100, NULL, '2026-11-21 16:21:19.984437+00', NULL, '2026-11-21 16:21:19.984437+00', 1, '{"notice": 42}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (44, 'available', 0, 100, NULL, '2026-11-21 16:21:19.998114+00', NULL, '2026-11-21 16:21:19.998114+00', 1, '{"notice": 43}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (45, 'available', 0, 100, NULL, '2026-11-21 16:21:20.005139+00', NULL, '2026-11-21 16:21:20.005139+00', 1, '{"notice": 44}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (46, 'available', 0, 100, NULL, '2026-11-21 16:21:20.013588+00', NULL, '2026-11-21 16:21:20.013588+00', 1, '{"notice": 45}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (47, 'available', 0, 100, NULL, '2026-11-21 16:21:20.013588+00', NULL, '2026-11-21 16:21:20.013588+00', 1, '{"notice": 46}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (48, 'available', 0, 100, NULL, '2026-11-21 16:21:20.042161+00', NULL, '2026-11-21 16:21:20.042161+00', 1, '{"notice": 47}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (49, 'available', 0, 100, NULL, '2026-11-21 16:21:20.042161+00', NULL, '2026-11-21 16:21:20.042161+00', 1, '{"notice": 48}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (50, 'available', 0, 100, NULL, '2026-11-21 16:21:20.066373+00', NULL, '2026-11-21 16:21:20.066373+00', 1, '{"notice": 49}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (51, 'available', 0, 100, NULL, '2026-11-21 16:21:20.066373+00', NULL, '2026-11-21 16:21:20.066373+00', 1, '{"notice": 50}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (52, 'available', 0, 100, NULL, '2026-11-21 16:21:20.066373+00', NULL, '2026-11-21 16:21:20.066373+00', 1, '{"notice": 51}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (53, 'available', 0, 100, NULL, '2026-11-21 16:21:20.069678+00', NULL, '2026-11-21 16:21:20.069678+00', 1, '{"notice": 53}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (54, 'available', 0, 100, NULL, '2026-11-21 16:21:20.069678+00', NULL, '2026-11-21 16:21:20.069678+00', 1, '{"notice": 54}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (55, 'available', 0, 100, NULL, '2026-11-21 16:21:20.069678+00', NULL, '2026-11-21 16:21:20.069678+00', 1, '{"notice": 55}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (56, 'available', 0, 100, NULL, '2026-11-21 16:21:20.075091+00', NULL, '2026-11-21 16:21:20.075091+00', 1, '{"notice": 57}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (57, 'available', 0, 100, NULL, '2026-11-21 16:21:20.079753+00', NULL, '2026-11-21 16:21:20.079753+00', 1, '{"notice": 58}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (58, 'available', 0, 100, NULL, '2026-11-21 16:21:20.079753+00', NULL, '2026-11-21 16:21:20.079753+00', 1, '{"notice": 59}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (59, 'available', 0, 100, NULL, '2026-11-21 16:21:20.079753+00', NULL, '2026-11-21 16:21:20.079753+00', 1, '{"notice": 60}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (60, 'available', 0, 100, NULL, '2026-11-21 16:21:20.079753+00', NULL, '2026-11-21 16:21:20.079753+00', 1, '{"notice": 62}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (61, 'available', 0, 100, NULL, '2026-11-21 16:21:20.08609+00', NULL, '2026-11-21 16:21:20.08609+00', 1, '{"notice": 63}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (62, 'available', 0, 100, NULL, '2026-11-21 16:21:20.08609+00', NULL, '2026-11-21 16:21:20.08609+00', 1, '{"notice": 64}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (63, 'available', 0, 100, NULL, '2026-11-21 16:21:20.093628+00', NULL, '2026-11-21 16:21:20.093628+00', 1, '{"notice": 65}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (64, 'available', 0, 100, NULL, '2026-11-21 16:21:20.093628+00', NULL, '2026-11-21 16:21:20.093628+00', 1, '{"notice": 66}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (65, 'available', 0, 100, NULL, '2026-11-21 16:21:20.101255+00', NULL, '2026-11-21 16:21:20.101255+00', 1, '{"notice": 67}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (66, 'available', 0, 100, NULL, '2026-11-21 16:21:20.101255+00', NULL, '2026-11-21 16:21:20.101255+00', 1, '{"notice": 68}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (67, 'available', 0, 100, NULL, '2026-11-21 16:21:20.102756+00', NULL, '2026-11-21 16:21:20.102756+00', 1, '{"notice": 69}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (68, 'available', 0, 100, NULL, '2026-11-21 16:21:20.121344+00', NULL, '2026-11-21 16:21:20.121344+00', 1, '{"notice": 70}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (69, 'available', 0, 100, NULL, '2026-11-21 16:21:20.121344+00', NULL, '2026-11-21 16:21:20.121344+00', 1, '{"notice": 71}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (70, 'available', 0, 100, NULL, '2026-11-21 16:21:20.121344+00', NULL, '2026-11-21 16:21:20.121344+00', 1, '{"notice": 72}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (71, 'available', 0, 100, NULL, '2026-11-21 16:21:20.132503+00', NULL, '2026-11-21 16:21:20.132503+00', 1, '{"notice": 73}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (72, 'available', 0, 100, NULL, '2026-11-21 16:21:20.132503+00', NULL, '2026-11-21 16:21:20.132503+00', 1, '{"notice": 74}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (73, 'available', 0, 100, NULL, '2026-11-21 16:21:20.132503+00', NULL, '2026-11-21 16:21:20.132503+00', 1, '{"notice": 75}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (74, 'available', 0, 100, NULL, '2026-11-21 16:21:20.142942+00', NULL, '2026-11-21 16:21:20.142942+00', 1, '{"notice": 76}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (75, 'available', 0, 100, NULL, '2026-11-21 16:21:20.146096+00', NULL, '2026-11-21 16:21:20.146096+00', 1, '{"notice": 77}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (76, 'available', 0, 100, NULL, '2026-11-21 16:21:20.149453+00', NULL, '2026-11-21 16:21:20.149453+00', 1, '{"notice": 78}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (77, 'available', 0, 100, NULL, '2026-11-21 16:21:20.157329+00', NULL, '2026-11-21 16:21:20.157329+00', 1, '{"notice": 79}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (78, 'available', 0, 100, NULL, '2026-11-21 16:21:20.157329+00', NULL, '2026-11-21 16:21:20.157329+00', 1, '{"notice": 80}', NULL, NULL, 'deliver', '{}', 'mail', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (79, 'available', 0, 100, NULL, '2026-11-21 16:21:20.157329+00', NULL, '2026-11-21 16:21:20.157329+00', 1, '{"notice": 82}', NULL, NULL, 'deliver', '{}', 'slack', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (80, 'available', 0, 100, NULL, '2026-11-21 16:21:20.165728+00', NULL, '2026-11-21 16:21:20.165728+00', 1, '{"subject": "release/3"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (81, 'available', 0, 100, NULL, '2026-11-21 16:21:20.165728+00', NULL, '2026-11-21 16:21:20.165728+00', 1, '{"subject": "rfc/5"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (82, 'available', 0, 100, NULL, '2026-11-21 16:21:20.165728+00', NULL, '2026-11-21 16:21:20.165728+00', 1, '{"subject": "operation/1"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (83, 'available', 0, 100, NULL, '2026-11-21 16:21:20.165728+00', NULL, '2026-11-21 16:21:20.165728+00', 1, '{"subject": "operation/2"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (84, 'available', 0, 100, NULL, '2026-11-21 16:21:20.165728+00', NULL, '2026-11-21 16:21:20.165728+00', 1, '{"subject": "rfc/1"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (85, 'available', 0, 100, NULL, '2026-11-21 16:21:20.165728+00', NULL, '2026-11-21 16:21:20.165728+00', 1, '{"subject": "release/1"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (86, 'available', 0, 100, NULL, '2026-11-21 16:21:20.165728+00', NULL, '2026-11-21 16:21:20.165728+00', 1, '{"subject": "rfc/6"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);
INSERT INTO public.river_job VALUES (87, 'available', 0, 100, NULL, '2026-11-21 16:21:20.189976+00', NULL, '2026-11-21 16:21:20.189976+00', 1, '{"subject": "release/1"}', NULL, NULL, 'show_card', '{}', 'cards', '{}', NULL, NULL);






INSERT INTO public.river_migration VALUES ('main', 1, '2026-11-21 16:21:19.572892+00');
INSERT INTO public.river_migration VALUES ('main', 2, '2026-11-21 16:21:19.575929+00');
INSERT INTO public.river_migration VALUES ('main', 3, '2026-11-21 16:21:19.586298+00');
INSERT INTO public.river_migration VALUES ('main', 4, '2026-11-21 16:21:19.587905+00');
INSERT INTO public.river_migration VALUES ('main', 5, '2026-11-21 16:21:19.59242+00');
INSERT INTO public.river_migration VALUES ('main', 6, '2026-11-21 16:21:19.602517+00');






INSERT INTO public.rollouts VALUES (1, 8, 3, 'helix', 'paper', 'ended', '{"build":3,"endedAt":"2026-11-23T16:27:00.864192Z","id":1,"mode":"paper","note":1,"noteDigest":"51424e4ad5d6f8389df32bb4442c20a1eaceed155ef77e99be1d7d1d274fa018","reason":"Good.","release":3,"revision":8,"rfc":5,"runbook":{"backout":[{"from":1,"steps":[{"do":"Copy it back.","expect":"It says OK.","minutes":5,"number":1,"who":"Ann"}],"to":1}],"checks":{"steps":[{"do":"Run a settlement.","expect":"It says OK.","minutes":5,"number":1,"who":"Ann"}]},"instructions":{"steps":[{"do":"Copy settle.jar.","expect":"It says OK.","files":["settle.jar"],"minutes":5,"number":1,"who":"Ann"}]},"prerequisites":{"steps":[{"covers":"rights","do":"See to it.","expect":"It says OK.","minutes":5,"number":1,"who":"Ann"},{"covers":"software","do":"See to it.","expect":"It says OK.","minutes":5,"number":2,"who":"Ann"},{"covers":"backups","do":"See to it.","expect":"It says OK.","minutes":5,"number":3,"who":"Ann"},{"covers":"inventory","do":"See to it.","expect":"It says OK.","minutes":5,"number":4,"who":"Ann"}]}},"set":-1,"signedBy":"ann","startedAt":"2026-11-23T16:21:00.864192Z","startedBy":"ann","state":"ended","steps":[{"began":"2026-11-23T16:21:00.864192Z","by":"ann","ended":"2026-11-23T16:22:00.864192Z","number":1,"result":"done","section":"prerequisites"},{"began":"2026-11-23T16:22:00.864192Z","by":"ann","ended":"2026-11-23T16:23:00.864192Z","number":2,"result":"done","section":"prerequisites"},{"began":"2026-11-23T16:23:00.864192Z","by":"ann","ended":"2026-11-23T16:24:00.864192Z","number":3,"result":"done","section":"prerequisites"},{"began":"2026-11-23T16:24:00.864192Z","by":"ann","ended":"2026-11-23T16:25:00.864192Z","number":4,"result":"done","section":"prerequisites"},{"began":"2026-11-23T16:25:00.864192Z","by":"ann","ended":"2026-11-23T16:26:00.864192Z","number":1,"result":"done","section":"instructions"},{"began":"2026-11-23T16:26:00.864192Z","by":"ann","ended":"2026-11-23T16:27:00.864192Z","number":1,"result":"done","section":"checks"}],"system":"helix","type":"patch","version":"1.0.3.0","window":{"from":"0001-01-01T00:00:00Z","to":"0001-01-01T00:00:00Z","zone":""}}');



INSERT INTO public.runs VALUES ('digest-weekly', '2026-W47', '2026-11-23 12:30:00+00', '2026-11-23 13:04:00.493824+00', true, '');



INSERT INTO public.schema_migrations VALUES (1, '0001_start', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (2, '0002_river', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (3, '0003_releases', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (4, '0004_environments', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (5, '0005_meetings', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (6, '0006_delegations', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (7, '0007_debts', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (8, '0008_notes', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (9, '0009_rollouts', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (10, '0010_reviews', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (11, '0011_actions', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (12, '0012_operations', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (13, '0013_access', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (14, '0014_communications', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (15, '0015_preferences', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (16, '0016_feeds', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (17, '0017_outcomes', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (18, '0018_history', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (19, '0019_items', '2026-11-23T12:00:00.000000Z');
INSERT INTO public.schema_migrations VALUES (20, '0020_reach', '2026-11-23T12:00:00.000000Z');



INSERT INTO public.sessions VALUES (1, 'pia', '2e9029ffb9df99de4cc8f6be6ad98213b6bdb91e8b7c41f80965bfee668b2b00', 'link', 'a browser', '2026-11-24 16:27:00.864192+00', '2026-11-24 16:27:00.864192+00', '2026-11-25 04:27:00.864192+00', NULL);



INSERT INTO public.support_issues VALUES (2, 1, 'helix', 'sit-a', 'Settlement is slow.', 'high', 'DEF-9', 'ray', '2026-11-23 16:27:00.864192+00', NULL, '', '');
INSERT INTO public.support_issues VALUES (1, 1, 'helix', 'sit-a', 'Settlement is slow.', 'high', 'DEF-9', 'ray', '2026-11-23 16:27:00.864192+00', '2026-11-23 16:27:00.864192+00', 'ray', 'An index was missing.');



INSERT INTO public.supports VALUES (1, 'helix', '["sit-a"]', '2026-11-23 16:27:00.864192+00', '2026-11-24 16:27:00.864192+00', '2026-11-24 16:27:00.864192+00', '9eb3949d1bc4af989fe016ab931bb62617824fbcbcb88211f3727e564bdd661e');









INSERT INTO public.unwanted_mail VALUES ('pia', 'roadmap', '2026-11-24 16:27:00.864192+00');



INSERT INTO public.votes VALUES (1, 1, 'release-manager/si', 'ann', 'go', '', '2026-11-23 12:01:00.123456+00', 'slack');
INSERT INTO public.votes VALUES (2, 2, 'release-manager/si', 'ann', 'no-go', 'The backout plan
is missing; it''s "needed".', '2026-11-23 12:02:00.246912+00', 'slack');
INSERT INTO public.votes VALUES (3, 2, 'test-manager/si', 'tess', 'go-with-conditions', 'Run the settlement pack again first.', '2026-11-23 12:03:00.370368+00', 'slack');
INSERT INTO public.votes VALUES (4, 2, 'release-manager/si', 'ann', 'go', '', '2026-11-23 12:04:00.493824+00', 'slack');
INSERT INTO public.votes VALUES (5, 3, 'test-manager/si', 'tess', 'go-with-conditions', 'Tell the suppliers an hour before.', '2026-11-23 14:05:00.61728+00', 'slack');
INSERT INTO public.votes VALUES (6, 3, 'release-manager/si', 'ann', 'go', '', '2026-11-23 14:06:00.740736+00', 'slack');
INSERT INTO public.votes VALUES (7, 5, 'release-manager/si', 'ann', 'go', '', '2026-11-23 15:07:00.864192+00', 'slack');



SELECT pg_catalog.setval('public.actions_id_seq', 2, true);



SELECT pg_catalog.setval('public.ballots_id_seq', 6, true);



SELECT pg_catalog.setval('public.baselines_id_seq', 1, true);



SELECT pg_catalog.setval('public.bookings_id_seq', 1, false);



SELECT pg_catalog.setval('public.builds_id_seq', 3, true);



SELECT pg_catalog.setval('public.communications_id_seq', 1, true);



SELECT pg_catalog.setval('public.conditions_id_seq', 2, true);



SELECT pg_catalog.setval('public.configuration_issues_id_seq', 2, true);



SELECT pg_catalog.setval('public.debts_id_seq', 1, false);



SELECT pg_catalog.setval('public.delegations_id_seq', 1, false);



SELECT pg_catalog.setval('public.evidence_id_seq', 10, true);



SELECT pg_catalog.setval('public.feeds_id_seq', 2, true);



SELECT pg_catalog.setval('public.installations_id_seq', 2, true);



SELECT pg_catalog.setval('public.ledger_entries_id_seq', 100, true);



SELECT pg_catalog.setval('public.lesson_decisions_id_seq', 1, true);



SELECT pg_catalog.setval('public.lessons_id_seq', 1, true);



SELECT pg_catalog.setval('public.meeting_amendments_id_seq', 1, false);



SELECT pg_catalog.setval('public.meetings_id_seq', 1, false);



SELECT pg_catalog.setval('public.notices_id_seq', 82, true);



SELECT pg_catalog.setval('public.operations_id_seq', 2, true);



SELECT pg_catalog.setval('public.passes_id_seq', 1, true);



SELECT pg_catalog.setval('public.readiness_comments_id_seq', 1, true);



SELECT pg_catalog.setval('public.review_answers_id_seq', 2, true);



SELECT pg_catalog.setval('public.reviews_id_seq', 2, true);



SELECT pg_catalog.setval('public.river_job_id_seq', 87, true);



SELECT pg_catalog.setval('public.rollouts_id_seq', 1, true);



SELECT pg_catalog.setval('public.sessions_id_seq', 1, true);



SELECT pg_catalog.setval('public.support_issues_id_seq', 2, true);



SELECT pg_catalog.setval('public.system_statuses_id_seq', 1, false);



SELECT pg_catalog.setval('public.votes_id_seq', 7, true);



ALTER TABLE ONLY public.actions
    ADD CONSTRAINT actions_pkey PRIMARY KEY (id);



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



ALTER TABLE ONLY public.communications
    ADD CONSTRAINT communications_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.conditions
    ADD CONSTRAINT conditions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.configuration_issues
    ADD CONSTRAINT configuration_issues_environment_system_told_source_key UNIQUE (environment, system, told, source);



ALTER TABLE ONLY public.configuration_issues
    ADD CONSTRAINT configuration_issues_pkey PRIMARY KEY (id);



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



ALTER TABLE ONLY public.feeds
    ADD CONSTRAINT feeds_digest_key UNIQUE (digest);



ALTER TABLE ONLY public.feeds
    ADD CONSTRAINT feeds_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.hearings
    ADD CONSTRAINT hearings_pkey PRIMARY KEY (communication, person);



ALTER TABLE ONLY public.installations
    ADD CONSTRAINT installations_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (subject);



ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.ledger_hashes
    ADD CONSTRAINT ledger_hashes_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.ledger_head
    ADD CONSTRAINT ledger_head_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lesson_decisions
    ADD CONSTRAINT lesson_decisions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lesson_decisions
    ADD CONSTRAINT lesson_decisions_rfc_lesson_key UNIQUE (rfc, lesson);



ALTER TABLE ONLY public.lessons
    ADD CONSTRAINT lessons_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.meeting_amendments
    ADD CONSTRAINT meeting_amendments_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.note_drafts
    ADD CONSTRAINT note_drafts_pkey PRIMARY KEY (release);



ALTER TABLE ONLY public.notes
    ADD CONSTRAINT notes_pkey PRIMARY KEY (release, version);



ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_key_key UNIQUE (key);



ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.operations
    ADD CONSTRAINT operations_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.outcomes
    ADD CONSTRAINT outcomes_pkey PRIMARY KEY (ballot, seat);



ALTER TABLE ONLY public.passes
    ADD CONSTRAINT passes_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes
    ADD CONSTRAINT programmes_pkey PRIMARY KEY (version);



ALTER TABLE ONLY public.readiness_comments
    ADD CONSTRAINT readiness_comments_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.release_revisions
    ADD CONSTRAINT release_revisions_pkey PRIMARY KEY (number, revision);



ALTER TABLE ONLY public.release_versions
    ADD CONSTRAINT release_versions_pkey PRIMARY KEY (system, major, minor, patch, emergency);



ALTER TABLE ONLY public.releases
    ADD CONSTRAINT releases_pkey PRIMARY KEY (number);



ALTER TABLE ONLY public.review_answers
    ADD CONSTRAINT review_answers_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_pkey PRIMARY KEY (id);



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



ALTER TABLE ONLY public.rollouts
    ADD CONSTRAINT rollouts_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (report, period);



ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);



ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_digest_key UNIQUE (digest);



ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.support_issues
    ADD CONSTRAINT support_issues_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.supports
    ADD CONSTRAINT supports_pkey PRIMARY KEY (release);



ALTER TABLE ONLY public.system_statuses
    ADD CONSTRAINT system_statuses_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.tellings
    ADD CONSTRAINT tellings_pkey PRIMARY KEY (thing, level, person);



ALTER TABLE ONLY public.unwanted_mail
    ADD CONSTRAINT unwanted_mail_pkey PRIMARY KEY (person, stream);



ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_pkey PRIMARY KEY (id);



CREATE INDEX actions_ended ON public.actions USING btree (ended_at) WHERE (ended_at IS NOT NULL);



CREATE INDEX actions_issue ON public.actions USING btree (issue) WHERE (issue <> 0);



CREATE INDEX actions_open ON public.actions USING btree (owner) WHERE (ended_at IS NULL);



CREATE INDEX actions_release ON public.actions USING btree (release);



CREATE INDEX ballots_closed ON public.ballots USING btree (closed_at) WHERE (closed_at IS NOT NULL);



CREATE INDEX ballots_due ON public.ballots USING btree (next_due) WHERE (state = 'open'::text);



CREATE INDEX ballots_open ON public.ballots USING btree (id) WHERE (state = 'open'::text);



CREATE INDEX ballots_rfc ON public.ballots USING btree (rfc);



CREATE INDEX baselines_newest ON public.baselines USING btree (environment, at, id);



CREATE INDEX bookings_end ON public.bookings USING btree (to_at);



CREATE INDEX bookings_environment ON public.bookings USING btree (environment, to_at);



CREATE INDEX bookings_start ON public.bookings USING btree (from_at);



CREATE INDEX builds_release ON public.builds USING btree (release);



CREATE INDEX communications_due ON public.communications USING btree (due) WHERE ((sent_at IS NULL) AND (dropped_at IS NULL));



CREATE INDEX communications_release ON public.communications USING btree (release);



CREATE INDEX conditions_open ON public.conditions USING btree (owner) WHERE (met_at IS NULL);



CREATE INDEX conditions_rfc ON public.conditions USING btree (rfc);



CREATE INDEX conditions_unmet ON public.conditions USING btree (rfc) WHERE (met_at IS NULL);



CREATE INDEX configuration_issues_open ON public.configuration_issues USING btree (environment, system) WHERE (resolved_at IS NULL);



CREATE INDEX configuration_issues_resolved ON public.configuration_issues USING btree (resolved_at) WHERE (resolved_at IS NOT NULL);



CREATE INDEX debts_emergency ON public.debts USING btree (emergency);



CREATE INDEX debts_open ON public.debts USING btree (system) WHERE (settled_at IS NULL);



CREATE INDEX debts_settled ON public.debts USING btree (settled_at) WHERE (settled_at IS NOT NULL);



CREATE INDEX debts_settled_in ON public.debts USING btree (settled_in) WHERE (settled_in <> 0);



CREATE INDEX debts_target ON public.debts USING btree (target) WHERE (target <> 0);



CREATE INDEX evidence_release ON public.evidence USING btree (release);



CREATE INDEX evidence_waivers ON public.evidence USING btree (until) WHERE (waiver AND (taken_at IS NULL));



CREATE INDEX feeds_owner ON public.feeds USING btree (owner, id);



CREATE INDEX hearings_release ON public.hearings USING btree (release);



CREATE INDEX installations_at ON public.installations USING btree (at, id);



CREATE INDEX installations_environment ON public.installations USING btree (environment, at, id);



CREATE INDEX installations_newest ON public.installations USING btree (environment, system, at, id);



CREATE INDEX installations_version ON public.installations USING btree (system, version);



CREATE INDEX invitations_to ON public.invitations USING btree (to_at);



CREATE INDEX ledger_entries_about ON public.ledger_entries USING btree (subject, sealed_index);



CREATE INDEX ledger_entries_action_changed ON public.ledger_entries USING btree (subject) WHERE (kind = 'action-changed'::text);



CREATE UNIQUE INDEX ledger_entries_intent ON public.ledger_entries USING btree (intent) WHERE (intent IS NOT NULL);



CREATE INDEX ledger_entries_release ON public.ledger_entries USING btree (release) WHERE (release <> 0);



CREATE INDEX ledger_entries_rfc ON public.ledger_entries USING btree (rfc) WHERE (rfc <> 0);



CREATE UNIQUE INDEX ledger_entries_sealed ON public.ledger_entries USING btree (sealed_index) WHERE (sealed_index IS NOT NULL);



CREATE INDEX ledger_entries_subject ON public.ledger_entries USING btree (subject) WHERE ((rfc = 0) AND (release = 0));



CREATE INDEX ledger_entries_unsealed ON public.ledger_entries USING btree (id) WHERE (sealed_index IS NULL);



CREATE INDEX lessons_environment ON public.lessons USING btree (environment) WHERE (environment <> ''::text);



CREATE INDEX lessons_review ON public.lessons USING btree (review);



CREATE INDEX lessons_system ON public.lessons USING btree (system);



CREATE INDEX meeting_amendments_meeting ON public.meeting_amendments USING btree (meeting);



CREATE INDEX meetings_due ON public.meetings USING btree (corrections_until) WHERE (ratified_at IS NULL);



CREATE INDEX meetings_release ON public.meetings USING btree (release);



CREATE UNIQUE INDEX meetings_running ON public.meetings USING btree (kind, release) WHERE (ended_at IS NULL);



CREATE INDEX notices_state ON public.notices USING btree (state);



CREATE INDEX notices_thread ON public.notices USING btree (rfc, release, rollout, id) WHERE ((road = 'thread'::text) AND (state = 'promised'::text));



CREATE INDEX operations_environment ON public.operations USING btree (environment);



CREATE INDEX operations_rfc ON public.operations USING btree (rfc) WHERE (rfc <> 0);



CREATE INDEX operations_window ON public.operations USING btree ((((content -> 'window'::text) ->> 'from'::text)));



CREATE INDEX outcomes_at ON public.outcomes USING btree (at);



CREATE INDEX outcomes_function ON public.outcomes USING btree (function, ballot);



CREATE INDEX outcomes_release ON public.outcomes USING btree (release);



CREATE UNIQUE INDEX passes_digest ON public.passes USING btree (digest) WHERE (digest <> ''::text);



CREATE INDEX passes_ends ON public.passes USING btree (ends_at);



CREATE INDEX passes_person ON public.passes USING btree (person, purpose, ballot, made_at);



CREATE INDEX readiness_comments_at ON public.readiness_comments USING btree (at);



CREATE INDEX release_revisions_updated ON public.release_revisions USING btree (updated_at);



CREATE INDEX release_versions_release ON public.release_versions USING btree (release);



CREATE INDEX releases_created ON public.releases USING btree (created_at);



CREATE INDEX releases_owner ON public.releases USING btree (owner);



CREATE INDEX releases_rfc ON public.releases USING btree (rfc) WHERE (rfc <> 0);



CREATE INDEX releases_stage ON public.releases USING btree (stage);



CREATE INDEX releases_system ON public.releases USING btree (system, version);



CREATE INDEX releases_system_number ON public.releases USING btree (system, number);



CREATE INDEX releases_updated ON public.releases USING btree (updated_at);



CREATE INDEX review_answers_review ON public.review_answers USING btree (review);



CREATE INDEX reviews_open ON public.reviews USING btree (id) WHERE (closed_at IS NULL);



CREATE INDEX reviews_release ON public.reviews USING btree (release);



CREATE INDEX rfc_revisions_updated ON public.rfc_revisions USING btree (updated_at);



CREATE INDEX rfcs_raised_by ON public.rfcs USING btree (raised_by);



CREATE INDEX rfcs_release ON public.rfcs USING btree (release) WHERE (release <> ''::text);



CREATE INDEX rfcs_state ON public.rfcs USING btree (state);



CREATE INDEX rfcs_updated ON public.rfcs USING btree (updated_at);



CREATE INDEX rfcs_window ON public.rfcs USING btree ((((content -> 'window'::text) ->> 'from'::text)));



CREATE INDEX river_job_args_index ON public.river_job USING gin (args);



CREATE INDEX river_job_kind ON public.river_job USING btree (kind);



CREATE INDEX river_job_metadata_index ON public.river_job USING gin (metadata);



CREATE INDEX river_job_prioritized_fetching_index ON public.river_job USING btree (state, queue, priority, scheduled_at, id);



CREATE INDEX river_job_state_and_finalized_at_index ON public.river_job USING btree (state, finalized_at) WHERE (finalized_at IS NOT NULL);



CREATE UNIQUE INDEX river_job_unique_idx ON public.river_job USING btree (unique_key) WHERE ((unique_key IS NOT NULL) AND (unique_states IS NOT NULL) AND public.river_job_state_in_bitmask(unique_states, state));



CREATE UNIQUE INDEX rollouts_live ON public.rollouts USING btree (release) WHERE ((mode = 'live'::text) AND (state <> ALL (ARRAY['deployed'::text, 'rolled-back'::text, 'ended'::text])));



CREATE INDEX rollouts_release ON public.rollouts USING btree (release);



CREATE INDEX rollouts_system ON public.rollouts USING btree (system);



CREATE INDEX rollouts_under ON public.rollouts USING btree (id) WHERE (state <> ALL (ARRAY['deployed'::text, 'rolled-back'::text, 'ended'::text]));



CREATE INDEX runs_checkpoint ON public.runs USING btree (at) WHERE (checkpoint <> ''::text);



CREATE INDEX runs_due ON public.runs USING btree (report, due);



CREATE INDEX sessions_ends ON public.sessions USING btree (ends_at);



CREATE INDEX sessions_person ON public.sessions USING btree (person, ends_at);



CREATE INDEX support_issues_release ON public.support_issues USING btree (release);



CREATE INDEX supports_due ON public.supports USING btree (ends) WHERE (summed_at IS NULL);



CREATE INDEX system_statuses_environment ON public.system_statuses USING btree (environment, at, id);



CREATE INDEX system_statuses_newest ON public.system_statuses USING btree (environment, system, at, id);



CREATE INDEX tellings_at ON public.tellings USING btree (at);



CREATE INDEX votes_ballot ON public.votes USING btree (ballot, seat, id);



ALTER TABLE ONLY public.actions
    ADD CONSTRAINT actions_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.ballots
    ADD CONSTRAINT ballots_rfc_fkey FOREIGN KEY (rfc) REFERENCES public.rfcs(number);



ALTER TABLE ONLY public.builds
    ADD CONSTRAINT builds_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.communications
    ADD CONSTRAINT communications_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.conditions
    ADD CONSTRAINT conditions_rfc_fkey FOREIGN KEY (rfc) REFERENCES public.rfcs(number);



ALTER TABLE ONLY public.debts
    ADD CONSTRAINT debts_emergency_fkey FOREIGN KEY (emergency) REFERENCES public.releases(number);



ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.hearings
    ADD CONSTRAINT hearings_communication_fkey FOREIGN KEY (communication) REFERENCES public.communications(id);



ALTER TABLE ONLY public.lesson_decisions
    ADD CONSTRAINT lesson_decisions_lesson_fkey FOREIGN KEY (lesson) REFERENCES public.lessons(id);



ALTER TABLE ONLY public.lessons
    ADD CONSTRAINT lessons_review_fkey FOREIGN KEY (review) REFERENCES public.reviews(id);



ALTER TABLE ONLY public.meeting_amendments
    ADD CONSTRAINT meeting_amendments_meeting_fkey FOREIGN KEY (meeting) REFERENCES public.meetings(id);



ALTER TABLE ONLY public.note_drafts
    ADD CONSTRAINT note_drafts_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.notes
    ADD CONSTRAINT notes_build_fkey FOREIGN KEY (build) REFERENCES public.builds(id);



ALTER TABLE ONLY public.notes
    ADD CONSTRAINT notes_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.outcomes
    ADD CONSTRAINT outcomes_ballot_fkey FOREIGN KEY (ballot) REFERENCES public.ballots(id);



ALTER TABLE ONLY public.outcomes
    ADD CONSTRAINT outcomes_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.release_revisions
    ADD CONSTRAINT release_revisions_number_fkey FOREIGN KEY (number) REFERENCES public.releases(number);



ALTER TABLE ONLY public.release_versions
    ADD CONSTRAINT release_versions_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.review_answers
    ADD CONSTRAINT review_answers_review_fkey FOREIGN KEY (review) REFERENCES public.reviews(id);



ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.rfc_revisions
    ADD CONSTRAINT rfc_revisions_number_fkey FOREIGN KEY (number) REFERENCES public.rfcs(number);



ALTER TABLE ONLY public.river_client_queue
    ADD CONSTRAINT river_client_queue_river_client_id_fkey FOREIGN KEY (river_client_id) REFERENCES public.river_client(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.rollouts
    ADD CONSTRAINT rollouts_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.support_issues
    ADD CONSTRAINT support_issues_release_fkey FOREIGN KEY (release) REFERENCES public.supports(release);



ALTER TABLE ONLY public.supports
    ADD CONSTRAINT supports_release_fkey FOREIGN KEY (release) REFERENCES public.releases(number);



ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_ballot_fkey FOREIGN KEY (ballot) REFERENCES public.ballots(id);




