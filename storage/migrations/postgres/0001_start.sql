-- The start: programme, RFCs, ballots, conditions, ledger, notices, cards, runs.

CREATE TABLE programmes (
    version    integer PRIMARY KEY,
    applied_at timestamptz NOT NULL,
    applied_by text NOT NULL,
    document   json NOT NULL
);

CREATE TABLE cadences (
    person  text PRIMARY KEY,
    cadence text NOT NULL
);

-- One row a kind of number; the row's lock makes the numbers follow each other without a gap.
CREATE TABLE counters (
    name  text PRIMARY KEY,
    value bigint NOT NULL
);
INSERT INTO counters (name, value) VALUES ('rfc', 0);

CREATE TABLE rfcs (
    number     integer PRIMARY KEY,
    revision   integer NOT NULL,
    state      text NOT NULL,
    release    text NOT NULL,
    content    json NOT NULL,
    raised_by  text NOT NULL,
    created_at timestamptz NOT NULL,
    raised_at  timestamptz,
    updated_at timestamptz NOT NULL,
    updated_by text NOT NULL,
    programme  integer NOT NULL,
    ended      text NOT NULL
);
CREATE INDEX rfcs_state ON rfcs (state);
CREATE INDEX rfcs_raised_by ON rfcs (raised_by);

-- Every revision of every RFC, for ever.
CREATE TABLE rfc_revisions (
    number     integer NOT NULL REFERENCES rfcs (number),
    revision   integer NOT NULL,
    state      text NOT NULL,
    release    text NOT NULL,
    content    json NOT NULL,
    raised_by  text NOT NULL,
    created_at timestamptz NOT NULL,
    raised_at  timestamptz,
    updated_at timestamptz NOT NULL,
    updated_by text NOT NULL,
    programme  integer NOT NULL,
    ended      text NOT NULL,
    PRIMARY KEY (number, revision)
);

CREATE TABLE ballots (
    id              bigserial PRIMARY KEY,
    rfc             integer NOT NULL REFERENCES rfcs (number),
    purpose         text NOT NULL,
    digest          text NOT NULL,
    seats           json NOT NULL,
    raiser          text NOT NULL,
    opened_by       text NOT NULL,
    opened_at       timestamptz NOT NULL,
    minimum_until   timestamptz,
    deadline        timestamptz,
    reminders       json NOT NULL,
    override        boolean NOT NULL,
    state           text NOT NULL,
    closed_at       timestamptz,
    closed_by       text NOT NULL,
    outcome         text NOT NULL,
    override_reason text NOT NULL,
    void_reason     text NOT NULL,
    next_due        timestamptz
);
CREATE INDEX ballots_rfc ON ballots (rfc);
CREATE INDEX ballots_due ON ballots (next_due) WHERE state = 'open';

-- Append-only; a seat's last vote counts.
CREATE TABLE votes (
    id     bigserial PRIMARY KEY,
    ballot bigint NOT NULL REFERENCES ballots (id),
    seat   text NOT NULL,
    person text NOT NULL,
    choice text NOT NULL,
    words  text NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX votes_ballot ON votes (ballot, seat, id);

CREATE TABLE conditions (
    id       bigserial PRIMARY KEY,
    rfc      integer NOT NULL REFERENCES rfcs (number),
    ballot   bigint NOT NULL,
    seat     text NOT NULL,
    words    text NOT NULL,
    asked_by text NOT NULL,
    owner    text NOT NULL,
    at       timestamptz NOT NULL,
    met_at   timestamptz,
    met_by   text NOT NULL,
    evidence text NOT NULL
);
CREATE INDEX conditions_rfc ON conditions (rfc);
CREATE INDEX conditions_open ON conditions (owner) WHERE met_at IS NULL;

-- Append-only but for sealed_index, the entry's place in the transparency log.
CREATE TABLE ledger_entries (
    id           bigserial PRIMARY KEY,
    intent       text,
    at           timestamptz NOT NULL,
    kind         text NOT NULL,
    subject      text NOT NULL,
    rfc          integer NOT NULL,
    by_person    text NOT NULL,
    data         json NOT NULL,
    sealed_index bigint
);
CREATE UNIQUE INDEX ledger_entries_intent ON ledger_entries (intent) WHERE intent IS NOT NULL;
CREATE UNIQUE INDEX ledger_entries_sealed ON ledger_entries (sealed_index) WHERE sealed_index IS NOT NULL;
CREATE INDEX ledger_entries_unsealed ON ledger_entries (id) WHERE sealed_index IS NULL;

-- The hashes of the transparency log, in the order of golang.org/x/mod/sumdb/tlog.
CREATE TABLE ledger_hashes (
    id   bigint PRIMARY KEY,
    hash bytea NOT NULL
);

-- One row: the log's key and its newest signed checkpoint. Whoever holds its lock seals.
CREATE TABLE ledger_head (
    id         integer PRIMARY KEY CHECK (id = 1),
    signer     text NOT NULL,
    verifier   text NOT NULL,
    size       bigint NOT NULL,
    checkpoint text NOT NULL
);

CREATE TABLE notices (
    id            bigserial PRIMARY KEY,
    key           text NOT NULL UNIQUE,
    road          text NOT NULL,
    to_person     text NOT NULL,
    duty          text NOT NULL,
    event         json NOT NULL,
    rfc           integer NOT NULL,
    hold          text NOT NULL,
    at            timestamptz NOT NULL,
    body          bytea,
    state         text NOT NULL,
    attempts      integer NOT NULL DEFAULT 0,
    last_error    text NOT NULL DEFAULT '',
    claimed_until timestamptz,
    sent_at       timestamptz,
    receipt       text NOT NULL DEFAULT ''
);
CREATE INDEX notices_state ON notices (state);
CREATE INDEX notices_thread ON notices (rfc, id) WHERE road = 'thread' AND state = 'promised';

CREATE TABLE cards (
    rfc         integer PRIMARY KEY,
    channel     text NOT NULL DEFAULT '',
    ts          text NOT NULL DEFAULT '',
    wanted      bigint NOT NULL,
    shown       bigint NOT NULL DEFAULT 0,
    lease_by    text NOT NULL DEFAULT '',
    lease_until timestamptz
);

CREATE TABLE runs (
    report text NOT NULL,
    period text NOT NULL,
    due    timestamptz NOT NULL,
    at     timestamptz NOT NULL,
    late   boolean NOT NULL,
    PRIMARY KEY (report, period)
);
