-- Who speaks for whom while they are away; never deleted (T22).

CREATE TABLE delegations (
    id          bigserial PRIMARY KEY,
    absent      text NOT NULL,
    delegate    text NOT NULL,
    from_at     timestamptz NOT NULL,
    to_at       timestamptz NOT NULL,
    zone        text NOT NULL,
    why         text NOT NULL,
    recorded_by text NOT NULL,
    at          timestamptz NOT NULL,
    ended_at    timestamptz,
    ended_by    text NOT NULL
);
