-- Meetings: the agenda is frozen when one begins, the minutes when it ends.

CREATE TABLE meetings (
    id                integer PRIMARY KEY AUTOINCREMENT,
    kind              text NOT NULL,
    release           integer NOT NULL,
    attendees         text NOT NULL,
    started_at        text NOT NULL,
    started_by        text NOT NULL,
    after_entry       integer NOT NULL,
    agenda            text NOT NULL,
    ended_at          text,
    ended_by          text NOT NULL,
    minutes           text NOT NULL,
    corrections_until text,
    ratified_at       text
);
-- Of one kind and release one runs at a time.
CREATE UNIQUE INDEX meetings_running ON meetings (kind, release) WHERE ended_at IS NULL;
CREATE INDEX meetings_release ON meetings (release);
CREATE INDEX meetings_due ON meetings (corrections_until) WHERE ratified_at IS NULL;

-- Append-only; what attendees say of a line of the minutes stands beside it.
CREATE TABLE meeting_amendments (
    id        integer PRIMARY KEY AUTOINCREMENT,
    meeting   integer NOT NULL REFERENCES meetings (id),
    line      integer NOT NULL,
    at        text NOT NULL,
    by_person text NOT NULL,
    words     text NOT NULL
);
CREATE INDEX meeting_amendments_meeting ON meeting_amendments (meeting);
