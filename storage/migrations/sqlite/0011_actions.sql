-- Work-off actions, and early life support with its issues; never deleted (R40, S1).

CREATE TABLE actions (
    id        integer PRIMARY KEY AUTOINCREMENT,
    release   integer NOT NULL REFERENCES releases (number),
    what      text NOT NULL,
    owner     text NOT NULL,
    due       text NOT NULL,
    origin    text NOT NULL,
    issue     integer NOT NULL,
    by_person text NOT NULL,
    at        text NOT NULL,
    ended_at  text,
    ended_by  text NOT NULL,
    evidence  text NOT NULL,
    cancelled text NOT NULL
);
CREATE INDEX actions_release ON actions (release);
CREATE INDEX actions_open ON actions (owner) WHERE ended_at IS NULL;

CREATE TABLE supports (
    release      integer PRIMARY KEY REFERENCES releases (number),
    system       text NOT NULL,
    environments text NOT NULL,
    begins       text NOT NULL,
    ends         text NOT NULL,
    summed_at    text,
    digest       text NOT NULL
);
CREATE INDEX supports_due ON supports (ends) WHERE summed_at IS NULL;

CREATE TABLE support_issues (
    id          integer PRIMARY KEY AUTOINCREMENT,
    release     integer NOT NULL REFERENCES supports (release),
    system      text NOT NULL,
    environment text NOT NULL,
    title       text NOT NULL,
    severity    text NOT NULL,
    ref         text NOT NULL,
    by_person   text NOT NULL,
    at          text NOT NULL,
    resolved_at text,
    resolved_by text NOT NULL,
    resolution  text NOT NULL
);
CREATE INDEX support_issues_release ON support_issues (release);
