-- Work-off actions, and early life support with its issues; never deleted (R40, S1).

CREATE TABLE actions (
    id        bigserial PRIMARY KEY,
    release   integer NOT NULL REFERENCES releases (number),
    what      text NOT NULL,
    owner     text NOT NULL,
    due       timestamptz NOT NULL,
    origin    text NOT NULL,
    issue     bigint NOT NULL,
    by_person text NOT NULL,
    at        timestamptz NOT NULL,
    ended_at  timestamptz,
    ended_by  text NOT NULL,
    evidence  text NOT NULL,
    cancelled text NOT NULL
);
CREATE INDEX actions_release ON actions (release);
CREATE INDEX actions_open ON actions (owner) WHERE ended_at IS NULL;

CREATE TABLE supports (
    release      integer PRIMARY KEY REFERENCES releases (number),
    system       text NOT NULL,
    environments json NOT NULL,
    begins       timestamptz NOT NULL,
    ends         timestamptz NOT NULL,
    summed_at    timestamptz,
    digest       text NOT NULL
);
CREATE INDEX supports_due ON supports (ends) WHERE summed_at IS NULL;

CREATE TABLE support_issues (
    id          bigserial PRIMARY KEY,
    release     integer NOT NULL REFERENCES supports (release),
    system      text NOT NULL,
    environment text NOT NULL,
    title       text NOT NULL,
    severity    text NOT NULL,
    ref         text NOT NULL,
    by_person   text NOT NULL,
    at          timestamptz NOT NULL,
    resolved_at timestamptz,
    resolved_by text NOT NULL,
    resolution  text NOT NULL
);
CREATE INDEX support_issues_release ON support_issues (release);
