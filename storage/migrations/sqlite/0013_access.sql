-- Who may come in: one-time passes and sessions, of which only digests are kept,
-- and by which road a vote came (M17, M18).

CREATE TABLE passes (
    id      integer PRIMARY KEY AUTOINCREMENT,
    person  text NOT NULL,
    purpose text NOT NULL,
    ballot  integer NOT NULL,
    next    text NOT NULL,
    digest  text NOT NULL,
    made_at text NOT NULL,
    ends_at text NOT NULL,
    used_at text,
    tries   integer NOT NULL
);
CREATE UNIQUE INDEX passes_digest ON passes (digest) WHERE digest <> '';
CREATE INDEX passes_person ON passes (person, purpose, ballot, made_at);
CREATE INDEX passes_ends ON passes (ends_at);

CREATE TABLE sessions (
    id       integer PRIMARY KEY AUTOINCREMENT,
    person   text NOT NULL,
    digest   text NOT NULL UNIQUE,
    road     text NOT NULL,
    agent    text NOT NULL,
    began_at text NOT NULL,
    seen_at  text NOT NULL,
    ends_at  text NOT NULL,
    ended_at text
);
CREATE INDEX sessions_person ON sessions (person, ends_at);
CREATE INDEX sessions_ends ON sessions (ends_at);

ALTER TABLE votes ADD COLUMN road text NOT NULL DEFAULT 'slack';
