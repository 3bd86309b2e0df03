-- Deployments and rehearsals of runbooks, never deleted (R36, M7, M8): a value each,
-- with the columns by which they are found. A release has one deployment under way.

CREATE TABLE rollouts (
    id       bigserial PRIMARY KEY,
    revision integer NOT NULL,
    release  integer NOT NULL REFERENCES releases (number),
    system   text NOT NULL,
    mode     text NOT NULL,
    state    text NOT NULL,
    value    json NOT NULL
);
CREATE INDEX rollouts_release ON rollouts (release);
CREATE INDEX rollouts_system ON rollouts (system);
CREATE UNIQUE INDEX rollouts_live ON rollouts (release) WHERE mode = 'live' AND state NOT IN ('deployed', 'rolled-back', 'ended');

-- The deployment in whose thread a notice is posted; 0 is none.
ALTER TABLE notices ADD COLUMN rollout bigint NOT NULL DEFAULT 0;
DROP INDEX notices_thread;
CREATE INDEX notices_thread ON notices (rfc, release, rollout, id) WHERE road = 'thread' AND state = 'promised';
