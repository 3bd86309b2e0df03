-- What is done to environments beside releases, and what was told of their
-- configuration against what was known; never deleted (R45, R106, M9).

CREATE TABLE operations (
    id          bigserial PRIMARY KEY,
    environment text NOT NULL,
    rfc         integer NOT NULL,
    state       text NOT NULL,
    content     json NOT NULL,
    by_person   text NOT NULL,
    at          timestamptz NOT NULL,
    started_at  timestamptz,
    started_by  text NOT NULL,
    ended_at    timestamptz,
    ended_by    text NOT NULL,
    words       text NOT NULL,
    versions    json NOT NULL
);
CREATE INDEX operations_environment ON operations (environment);
CREATE INDEX operations_rfc ON operations (rfc) WHERE rfc <> 0;

CREATE TABLE configuration_issues (
    id             bigserial PRIMARY KEY,
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
    at             timestamptz NOT NULL,
    owner          text NOT NULL,
    due            timestamptz NOT NULL,
    resolved_at    timestamptz,
    resolved_by    text NOT NULL,
    truth          text NOT NULL,
    resolution     text NOT NULL,
    UNIQUE (environment, system, told, source)
);
CREATE INDEX configuration_issues_open ON configuration_issues (environment, system) WHERE resolved_at IS NULL;
