-- Calendars that people subscribe to, of whose addresses only digests are kept, and
-- what was last sent to people's own calendars, so that a change reaches them once
-- (R102, R138).

CREATE TABLE feeds (
    id         bigserial PRIMARY KEY,
    owner      text NOT NULL,
    kind       text NOT NULL,
    whose      text NOT NULL,
    digest     text NOT NULL UNIQUE,
    made_at    timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_by text NOT NULL
);
CREATE INDEX feeds_owner ON feeds (owner, id);

CREATE TABLE invitations (
    subject  text PRIMARY KEY,
    sequence integer NOT NULL,
    title    text NOT NULL,
    place    text NOT NULL,
    from_at  timestamptz NOT NULL,
    to_at    timestamptz NOT NULL,
    zone     text NOT NULL,
    people   json NOT NULL,
    sent_at  timestamptz NOT NULL,
    over     boolean NOT NULL
);
CREATE INDEX invitations_to ON invitations (to_at);

-- How often a work-off action was changed, for calendars.
CREATE INDEX ledger_entries_action_changed ON ledger_entries (subject) WHERE kind = 'action-changed';
