-- Meetings: the agenda is frozen when one begins, the minutes when it ends.

CREATE TABLE meetings (
    id                bigserial PRIMARY KEY,
    kind              text NOT NULL,
    release           integer NOT NULL,
    attendees         json NOT NULL,
    started_at        timestamptz NOT NULL,
    started_by        text NOT NULL,
    after_entry       bigint NOT NULL,
    agenda            json NOT NULL,
    ended_at          timestamptz,
    ended_by          text NOT NULL,
    minutes           json NOT NULL,
    corrections_until timestamptz,
    ratified_at       timestamptz
);
-- Of one kind and release one runs at a time.
CREATE UNIQUE INDEX meetings_running ON meetings (kind, release) WHERE ended_at IS NULL;
CREATE INDEX meetings_release ON meetings (release);
CREATE INDEX meetings_due ON meetings (corrections_until) WHERE ratified_at IS NULL;

-- Append-only; what attendees say of a line of the minutes stands beside it.
CREATE TABLE meeting_amendments (
    id        bigserial PRIMARY KEY,
    meeting   bigint NOT NULL REFERENCES meetings (id),
    line      integer NOT NULL,
    at        timestamptz NOT NULL,
    by_person text NOT NULL,
    words     text NOT NULL
);
CREATE INDEX meeting_amendments_meeting ON meeting_amendments (meeting);
