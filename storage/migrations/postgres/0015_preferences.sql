-- What people who are only informed do not want to be mailed; what they must act on is in no row.

CREATE TABLE unwanted_mail (
    person text NOT NULL,
    stream text NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (person, stream)
);
