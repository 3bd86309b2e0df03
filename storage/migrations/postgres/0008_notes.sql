-- Release notes: one draft per release while it is written, and what was handed in, frozen for ever (R68 to R92).

CREATE TABLE note_drafts (
    release   integer PRIMARY KEY REFERENCES releases (number),
    revision  integer NOT NULL,
    note      json NOT NULL,
    by_person text NOT NULL,
    at        timestamptz NOT NULL
);

CREATE TABLE notes (
    release   integer NOT NULL REFERENCES releases (number),
    version   integer NOT NULL,
    note      json NOT NULL,
    digest    text NOT NULL,
    build     bigint NOT NULL REFERENCES builds (id),
    by_person text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (release, version)
);
