-- What emergencies leave behind, and who was told what is overdue; never deleted (M6, T27).

CREATE TABLE debts (
    id         integer PRIMARY KEY AUTOINCREMENT,
    emergency  integer NOT NULL REFERENCES releases (number),
    system     text NOT NULL,
    party      text NOT NULL,
    kind       text NOT NULL,
    target     integer NOT NULL,
    defects    text NOT NULL,
    owner      text NOT NULL,
    due        text NOT NULL,
    opened_at  text NOT NULL,
    settled_at text,
    settled_by text NOT NULL,
    settled_in integer NOT NULL,
    how        text NOT NULL,
    evidence   text NOT NULL
);
CREATE INDEX debts_open ON debts (system) WHERE settled_at IS NULL;
CREATE INDEX debts_target ON debts (target) WHERE target <> 0;
CREATE INDEX debts_settled_in ON debts (settled_in) WHERE settled_in <> 0;

CREATE TABLE tellings (
    thing  text NOT NULL,
    level  integer NOT NULL,
    person text NOT NULL,
    at     text NOT NULL,
    PRIMARY KEY (thing, level, person)
);
CREATE INDEX tellings_at ON tellings (at);
