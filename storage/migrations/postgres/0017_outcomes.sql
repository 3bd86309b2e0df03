-- Whether what a No-Go feared came true (M14): one row per seat of a ballot, the newest
-- word of it; every word is in the ledger.
CREATE TABLE outcomes (
    ballot    bigint NOT NULL REFERENCES ballots (id),
    seat      text NOT NULL,
    function  text NOT NULL,
    release   integer NOT NULL REFERENCES releases (number),
    happened  text NOT NULL,
    words     text NOT NULL,
    by_person text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (ballot, seat)
);
CREATE INDEX outcomes_function ON outcomes (function, ballot);
CREATE INDEX outcomes_release ON outcomes (release);
CREATE INDEX outcomes_at ON outcomes (at);

-- What the ledger tells of one release or RFC, and the checkpoints that were mailed,
-- are found without reading the rest (M13). Votes are on an RFC: one index is enough for them.
CREATE INDEX ledger_entries_release ON ledger_entries (release) WHERE release <> 0;
CREATE INDEX ledger_entries_rfc ON ledger_entries (rfc) WHERE rfc <> 0;
CREATE INDEX ledger_entries_subject ON ledger_entries (subject) WHERE rfc = 0 AND release = 0;

-- The checkpoint that a run's mails carry; empty where they carry none.
ALTER TABLE runs ADD COLUMN checkpoint text NOT NULL DEFAULT '';
CREATE INDEX runs_checkpoint ON runs (at) WHERE checkpoint <> '';
