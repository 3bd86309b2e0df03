-- Post-implementation reviews, every answer to them, what was learned, and what
-- became of it in later RFCs; never deleted (R38, R124, M19).

CREATE TABLE reviews (
    id           bigserial PRIMARY KEY,
    release      integer NOT NULL REFERENCES releases (number),
    rfc          integer NOT NULL,
    system       text NOT NULL,
    type         text NOT NULL,
    version      text NOT NULL,
    environments json NOT NULL,
    rolled_back  boolean NOT NULL,
    defect       boolean NOT NULL,
    reason       text NOT NULL,
    deviations   json NOT NULL,
    asked        json NOT NULL,
    opened_at    timestamptz NOT NULL,
    due          timestamptz NOT NULL,
    closed_at    timestamptz,
    closed_by    text NOT NULL,
    statement    text NOT NULL,
    summary      text NOT NULL,
    digest       text NOT NULL
);
CREATE INDEX reviews_release ON reviews (release);
CREATE INDEX reviews_open ON reviews (id) WHERE closed_at IS NULL;

CREATE TABLE review_answers (
    id     bigserial PRIMARY KEY,
    review bigint NOT NULL REFERENCES reviews (id),
    person text NOT NULL,
    at     timestamptz NOT NULL,
    late   boolean NOT NULL,
    road   text NOT NULL,
    answer json NOT NULL
);
CREATE INDEX review_answers_review ON review_answers (review);

CREATE TABLE lessons (
    id          bigserial PRIMARY KEY,
    review      bigint NOT NULL REFERENCES reviews (id),
    release     integer NOT NULL,
    system      text NOT NULL,
    environment text NOT NULL,
    cause       text NOT NULL,
    type        text NOT NULL,
    words       text NOT NULL,
    action      text NOT NULL,
    by_person   text NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX lessons_system ON lessons (system);
CREATE INDEX lessons_environment ON lessons (environment) WHERE environment <> '';
CREATE INDEX lessons_review ON lessons (review);

CREATE TABLE lesson_decisions (
    id        bigserial PRIMARY KEY,
    rfc       integer NOT NULL,
    lesson    bigint NOT NULL REFERENCES lessons (id),
    accepted  boolean NOT NULL,
    reason    text NOT NULL,
    by_person text NOT NULL,
    at        timestamptz NOT NULL,
    UNIQUE (rfc, lesson)
);
