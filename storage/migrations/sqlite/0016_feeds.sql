-- Calendars that people subscribe to, of whose addresses only digests are kept, and
-- what was last sent to people's own calendars, so that a change reaches them once
-- (R102, R138).

CREATE TABLE feeds (
    id         integer PRIMARY KEY AUTOINCREMENT,
    owner      text NOT NULL,
    kind       text NOT NULL,
    whose      text NOT NULL,
    digest     text NOT NULL UNIQUE,
    made_at    text NOT NULL,
    revoked_at text,
    revoked_by text NOT NULL
);
CREATE INDEX feeds_owner ON feeds (owner, id);

CREATE TABLE invitations (
    subject  text PRIMARY KEY,
    sequence integer NOT NULL,
    title    text NOT NULL,
    place    text NOT NULL,
    from_at  text NOT NULL,
    to_at    text NOT NULL,
    zone     text NOT NULL,
    people   text NOT NULL,
    sent_at  text NOT NULL,
    over     integer NOT NULL
);
CREATE INDEX invitations_to ON invitations (to_at);

-- How often a work-off action was changed, for calendars.
CREATE INDEX ledger_entries_action_changed ON ledger_entries (subject) WHERE kind = 'action-changed';
