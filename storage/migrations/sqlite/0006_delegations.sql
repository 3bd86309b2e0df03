-- Who speaks for whom while they are away; never deleted (T22).

CREATE TABLE delegations (
    id          integer PRIMARY KEY AUTOINCREMENT,
    absent      text NOT NULL,
    delegate    text NOT NULL,
    from_at     text NOT NULL,
    to_at       text NOT NULL,
    zone        text NOT NULL,
    why         text NOT NULL,
    recorded_by text NOT NULL,
    at          text NOT NULL,
    ended_at    text,
    ended_by    text NOT NULL
);
