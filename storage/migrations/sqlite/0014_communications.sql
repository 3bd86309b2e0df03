-- The communication plan of each release, whom its lines were sent to, and who
-- confirmed them; never deleted (R44, R107, M11).

CREATE TABLE communications (
    id         integer PRIMARY KEY AUTOINCREMENT,
    release    integer NOT NULL REFERENCES releases (number),
    revision   integer NOT NULL,
    kind       text NOT NULL,
    addressees text NOT NULL,
    occasion   text NOT NULL,
    days       integer NOT NULL,
    hour       text NOT NULL,
    road       text NOT NULL,
    subject    text NOT NULL,
    words      text NOT NULL,
    confirm    integer NOT NULL,
    policy     integer NOT NULL,
    by_person  text NOT NULL,
    at         text NOT NULL,
    due        text,
    sent_at    text,
    late       integer NOT NULL,
    told       text NOT NULL,
    corrects   text NOT NULL,
    dropped_at text,
    dropped_by text NOT NULL,
    dropped    text NOT NULL
);
CREATE INDEX communications_release ON communications (release);
CREATE INDEX communications_due ON communications (due) WHERE sent_at IS NULL AND dropped_at IS NULL;

CREATE TABLE hearings (
    communication integer NOT NULL REFERENCES communications (id),
    person        text NOT NULL,
    release       integer NOT NULL,
    party         text NOT NULL,
    road          text NOT NULL,
    notice        text NOT NULL,
    at            text NOT NULL,
    confirmed_at  text,
    how           text NOT NULL,
    PRIMARY KEY (communication, person)
);
CREATE INDEX hearings_release ON hearings (release);
