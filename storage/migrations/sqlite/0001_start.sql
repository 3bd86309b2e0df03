-- The start: programme, RFCs, ballots, conditions, ledger, notices, cards, runs.
-- Instants are text in UTC with six digits behind the second, so that they sort as instants do.

CREATE TABLE programmes (
    version    integer PRIMARY KEY,
    applied_at text NOT NULL,
    applied_by text NOT NULL,
    document   text NOT NULL
);

CREATE TABLE cadences (
    person  text PRIMARY KEY,
    cadence text NOT NULL
);

-- One row a kind of number; the row's lock makes the numbers follow each other without a gap.
CREATE TABLE counters (
    name  text PRIMARY KEY,
    value integer NOT NULL
);
INSERT INTO counters (name, value) VALUES ('rfc', 0);

CREATE TABLE rfcs (
    number     integer PRIMARY KEY,
    revision   integer NOT NULL,
    state      text NOT NULL,
    release    text NOT NULL,
    content    text NOT NULL,
    raised_by  text NOT NULL,
    created_at text NOT NULL,
    raised_at  text,
    updated_at text NOT NULL,
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
    content    text NOT NULL,
    raised_by  text NOT NULL,
    created_at text NOT NULL,
    raised_at  text,
    updated_at text NOT NULL,
    updated_by text NOT NULL,
    programme  integer NOT NULL,
    ended      text NOT NULL,
    PRIMARY KEY (number, revision)
);

CREATE TABLE ballots (
    id              integer PRIMARY KEY AUTOINCREMENT,
    rfc             integer NOT NULL REFERENCES rfcs (number),
    purpose         text NOT NULL,
    digest          text NOT NULL,
    seats           text NOT NULL,
    raiser          text NOT NULL,
    opened_by       text NOT NULL,
    opened_at       text NOT NULL,
    minimum_until   text,
    deadline        text,
    reminders       text NOT NULL,
    override        integer NOT NULL,
    state           text NOT NULL,
    closed_at       text,
    closed_by       text NOT NULL,
    outcome         text NOT NULL,
    override_reason text NOT NULL,
    void_reason     text NOT NULL,
    next_due        text
);
CREATE INDEX ballots_rfc ON ballots (rfc);
CREATE INDEX ballots_due ON ballots (next_due) WHERE state = 'open';

-- Append-only; a seat's last vote counts.
CREATE TABLE votes (
    id     integer PRIMARY KEY AUTOINCREMENT,
    ballot integer NOT NULL REFERENCES ballots (id),
    seat   text NOT NULL,
    person text NOT NULL,
    choice text NOT NULL,
    words  text NOT NULL,
    at     text NOT NULL
);
CREATE INDEX votes_ballot ON votes (ballot, seat, id);

CREATE TABLE conditions (
    id       integer PRIMARY KEY AUTOINCREMENT,
    rfc      integer NOT NULL REFERENCES rfcs (number),
    ballot   integer NOT NULL,
    seat     text NOT NULL,
    words    text NOT NULL,
    asked_by text NOT NULL,
    owner    text NOT NULL,
    at       text NOT NULL,
    met_at   text,
    met_by   text NOT NULL,
    evidence text NOT NULL
);
CREATE INDEX conditions_rfc ON conditions (rfc);
CREATE INDEX conditions_open ON conditions (owner) WHERE met_at IS NULL;

-- Append-only but for sealed_index, the entry's place in the transparency log.
CREATE TABLE ledger_entries (
    id           integer PRIMARY KEY AUTOINCREMENT,
    intent       text,
    at           text NOT NULL,
    kind         text NOT NULL,
    subject      text NOT NULL,
    rfc          integer NOT NULL,
    by_person    text NOT NULL,
    data         text NOT NULL,
    sealed_index integer
);
CREATE UNIQUE INDEX ledger_entries_intent ON ledger_entries (intent) WHERE intent IS NOT NULL;
CREATE UNIQUE INDEX ledger_entries_sealed ON ledger_entries (sealed_index) WHERE sealed_index IS NOT NULL;
CREATE INDEX ledger_entries_unsealed ON ledger_entries (id) WHERE sealed_index IS NULL;

-- The hashes of the transparency log, in the order of golang.org/x/mod/sumdb/tlog.
CREATE TABLE ledger_hashes (
    id   integer PRIMARY KEY,
    hash blob NOT NULL
);

-- One row: the log's key and its newest signed checkpoint. Whoever holds its lock seals.
CREATE TABLE ledger_head (
    id         integer PRIMARY KEY CHECK (id = 1),
    signer     text NOT NULL,
    verifier   text NOT NULL,
    size       integer NOT NULL,
    checkpoint text NOT NULL
);

CREATE TABLE notices (
    id            integer PRIMARY KEY AUTOINCREMENT,
    key           text NOT NULL UNIQUE,
    road          text NOT NULL,
    to_person     text NOT NULL,
    duty          text NOT NULL,
    event         text NOT NULL,
    rfc           integer NOT NULL,
    hold          text NOT NULL,
    at            text NOT NULL,
    body          blob,
    state         text NOT NULL,
    attempts      integer NOT NULL DEFAULT 0,
    last_error    text NOT NULL DEFAULT '',
    claimed_until text,
    sent_at       text,
    receipt       text NOT NULL DEFAULT ''
);
CREATE INDEX notices_state ON notices (state);
CREATE INDEX notices_thread ON notices (rfc, id) WHERE road = 'thread' AND state = 'promised';

CREATE TABLE cards (
    rfc         integer PRIMARY KEY,
    channel     text NOT NULL DEFAULT '',
    ts          text NOT NULL DEFAULT '',
    wanted      integer NOT NULL,
    shown       integer NOT NULL DEFAULT 0,
    lease_by    text NOT NULL DEFAULT '',
    lease_until text
);

CREATE TABLE runs (
    report text NOT NULL,
    period text NOT NULL,
    due    text NOT NULL,
    at     text NOT NULL,
    late   integer NOT NULL,
    PRIMARY KEY (report, period)
);
