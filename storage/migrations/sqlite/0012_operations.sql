-- What is done to environments beside releases, and what was told of their
-- configuration against what was known; never deleted (R45, R106, M9).

CREATE TABLE operations (
    id          integer PRIMARY KEY AUTOINCREMENT,
    environment text NOT NULL,
    rfc         integer NOT NULL,
    state       text NOT NULL,
    content     text NOT NULL,
    by_person   text NOT NULL,
    at          text NOT NULL,
    started_at  text,
    started_by  text NOT NULL,
    ended_at    text,
    ended_by    text NOT NULL,
    words       text NOT NULL,
    versions    text NOT NULL
);
CREATE INDEX operations_environment ON operations (environment);
CREATE INDEX operations_rfc ON operations (rfc) WHERE rfc <> 0;

CREATE TABLE configuration_issues (
    id             integer PRIMARY KEY AUTOINCREMENT,
    environment    text NOT NULL,
    system         text NOT NULL,
    doubt          text NOT NULL,
    expected       text NOT NULL,
    expected_build text NOT NULL,
    expected_from  integer NOT NULL,
    told           text NOT NULL,
    told_build     text NOT NULL,
    source         text NOT NULL,
    teller         text NOT NULL,
    at             text NOT NULL,
    owner          text NOT NULL,
    due            text NOT NULL,
    resolved_at    text,
    resolved_by    text NOT NULL,
    truth          text NOT NULL,
    resolution     text NOT NULL,
    UNIQUE (environment, system, told, source)
);
CREATE INDEX configuration_issues_open ON configuration_issues (environment, system) WHERE resolved_at IS NULL;
