-- Post-implementation reviews, every answer to them, what was learned, and what
-- became of it in later RFCs; never deleted (R38, R124, M19).

CREATE TABLE reviews (
    id           integer PRIMARY KEY AUTOINCREMENT,
    release      integer NOT NULL REFERENCES releases (number),
    rfc          integer NOT NULL,
    system       text NOT NULL,
    type         text NOT NULL,
    version      text NOT NULL,
    environments text NOT NULL,
    rolled_back  integer NOT NULL,
    defect       integer NOT NULL,
    reason       text NOT NULL,
    deviations   text NOT NULL,
    asked        text NOT NULL,
    opened_at    text NOT NULL,
    due          text NOT NULL,
    closed_at    text,
    closed_by    text NOT NULL,
    statement    text NOT NULL,
    summary      text NOT NULL,
    digest       text NOT NULL
);
CREATE INDEX reviews_release ON reviews (release);
CREATE INDEX reviews_open ON reviews (id) WHERE closed_at IS NULL;

CREATE TABLE review_answers (
    id     integer PRIMARY KEY AUTOINCREMENT,
    review integer NOT NULL REFERENCES reviews (id),
    person text NOT NULL,
    at     text NOT NULL,
    late   integer NOT NULL,
    road   text NOT NULL,
    answer text NOT NULL
);
CREATE INDEX review_answers_review ON review_answers (review);

CREATE TABLE lessons (
    id          integer PRIMARY KEY AUTOINCREMENT,
    review      integer NOT NULL REFERENCES reviews (id),
    release     integer NOT NULL,
    system      text NOT NULL,
    environment text NOT NULL,
    cause       text NOT NULL,
    type        text NOT NULL,
    words       text NOT NULL,
    action      text NOT NULL,
    by_person   text NOT NULL,
    at          text NOT NULL
);
CREATE INDEX lessons_system ON lessons (system);
CREATE INDEX lessons_environment ON lessons (environment) WHERE environment <> '';
CREATE INDEX lessons_review ON lessons (review);

CREATE TABLE lesson_decisions (
    id        integer PRIMARY KEY AUTOINCREMENT,
    rfc       integer NOT NULL,
    lesson    integer NOT NULL REFERENCES lessons (id),
    accepted  integer NOT NULL,
    reason    text NOT NULL,
    by_person text NOT NULL,
    at        text NOT NULL,
    UNIQUE (rfc, lesson)
);
