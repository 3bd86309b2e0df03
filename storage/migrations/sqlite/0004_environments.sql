-- Environments: what is installed, how systems do, baselines, bookings. Facts are append-only.

-- One row an environment; whoever changes anything in it holds the row's lock.
CREATE TABLE environments (
    environment text PRIMARY KEY,
    changes     integer NOT NULL
);

-- Which systems were ever told of in which environment, so that the newest fact
-- of each is found by an index however long its history is.
CREATE TABLE environment_systems (
    environment text NOT NULL,
    system      text NOT NULL,
    PRIMARY KEY (environment, system)
);

CREATE TABLE installations (
    id          integer PRIMARY KEY AUTOINCREMENT,
    environment text NOT NULL,
    system      text NOT NULL,
    version     text NOT NULL,
    build       text NOT NULL,
    release     integer NOT NULL,
    at          text NOT NULL,
    recorded_at text NOT NULL,
    by_person   text NOT NULL,
    note        text NOT NULL
);
CREATE INDEX installations_newest ON installations (environment, system, at, id);
CREATE INDEX installations_environment ON installations (environment, at, id);
CREATE INDEX installations_version ON installations (system, version);

CREATE TABLE system_statuses (
    id          integer PRIMARY KEY AUTOINCREMENT,
    environment text NOT NULL,
    system      text NOT NULL,
    status      text NOT NULL,
    reason      text NOT NULL,
    at          text NOT NULL,
    by_person   text NOT NULL
);
CREATE INDEX system_statuses_newest ON system_statuses (environment, system, at, id);
CREATE INDEX system_statuses_environment ON system_statuses (environment, at, id);

CREATE TABLE baselines (
    id          integer PRIMARY KEY AUTOINCREMENT,
    environment text NOT NULL,
    versions    text NOT NULL,
    items       text NOT NULL,
    note        text NOT NULL,
    digest      text NOT NULL,
    at          text NOT NULL,
    by_person   text NOT NULL
);
CREATE INDEX baselines_newest ON baselines (environment, at, id);

CREATE TABLE bookings (
    id            integer PRIMARY KEY AUTOINCREMENT,
    environment   text NOT NULL,
    kind          text NOT NULL,
    phase         text NOT NULL,
    from_at       text NOT NULL,
    to_at         text NOT NULL,
    zone          text NOT NULL,
    why           text NOT NULL,
    by_person     text NOT NULL,
    at            text NOT NULL,
    cancelled_at  text,
    cancelled_by  text NOT NULL,
    cancelled_why text NOT NULL
);
CREATE INDEX bookings_environment ON bookings (environment, to_at);
CREATE INDEX bookings_end ON bookings (to_at);
