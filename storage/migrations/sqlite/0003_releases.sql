-- Releases with their versions, builds and evidence; what ballots bind to;
-- cards and threads of releases.

INSERT INTO counters (name, value) VALUES ('release', 0);

CREATE TABLE releases (
    number     integer PRIMARY KEY,
    revision   integer NOT NULL,
    system     text NOT NULL,
    version    text NOT NULL,
    stage      text NOT NULL,
    owner      text NOT NULL,
    rfc        integer NOT NULL,
    build      integer NOT NULL,
    content    text NOT NULL,
    created_by text NOT NULL,
    created_at text NOT NULL,
    updated_by text NOT NULL,
    updated_at text NOT NULL,
    programme  integer NOT NULL,
    asked      integer NOT NULL,
    ended      text NOT NULL
);
CREATE INDEX releases_stage ON releases (stage);
CREATE INDEX releases_system ON releases (system, version);
CREATE INDEX releases_owner ON releases (owner);
CREATE INDEX releases_rfc ON releases (rfc) WHERE rfc <> 0;

-- Every revision of every release, for ever.
CREATE TABLE release_revisions (
    number     integer NOT NULL REFERENCES releases (number),
    revision   integer NOT NULL,
    system     text NOT NULL,
    version    text NOT NULL,
    stage      text NOT NULL,
    owner      text NOT NULL,
    rfc        integer NOT NULL,
    build      integer NOT NULL,
    content    text NOT NULL,
    created_by text NOT NULL,
    created_at text NOT NULL,
    updated_by text NOT NULL,
    updated_at text NOT NULL,
    programme  integer NOT NULL,
    asked      integer NOT NULL,
    ended      text NOT NULL,
    PRIMARY KEY (number, revision)
);

-- Every version ever allocated, for ever: none is given twice. A system's row in
-- counters, "version/dip", is held by whoever takes its next one.
CREATE TABLE release_versions (
    system    text NOT NULL,
    major     integer NOT NULL,
    minor     integer NOT NULL,
    patch     integer NOT NULL,
    emergency integer NOT NULL,
    release   integer NOT NULL REFERENCES releases (number),
    PRIMARY KEY (system, major, minor, patch, emergency)
);
CREATE INDEX release_versions_release ON release_versions (release);

-- Append-only; nothing changes a build.
CREATE TABLE builds (
    id         integer PRIMARY KEY AUTOINCREMENT,
    release    integer NOT NULL REFERENCES releases (number),
    name       text NOT NULL,
    repository text NOT NULL,
    tag        text NOT NULL,
    commit_id  text NOT NULL,
    digest     text NOT NULL,
    bom        text NOT NULL,
    by_person  text NOT NULL,
    at         text NOT NULL
);
CREATE INDEX builds_release ON builds (release);

-- Append-only but for its end: what is taken away stays.
CREATE TABLE evidence (
    id        integer PRIMARY KEY AUTOINCREMENT,
    release   integer NOT NULL REFERENCES releases (number),
    shows     text NOT NULL,
    waiver    integer NOT NULL,
    ref       text NOT NULL,
    note      text NOT NULL,
    build     integer NOT NULL,
    by_person text NOT NULL,
    at        text NOT NULL,
    until     text,
    taken_at  text,
    taken_by  text NOT NULL,
    taken_why text NOT NULL
);
CREATE INDEX evidence_release ON evidence (release);
CREATE INDEX evidence_waivers ON evidence (until) WHERE waiver = 1 AND taken_at IS NULL;

-- What a ballot decides on and the votes it asks to be repeated (M3), who has a
-- part in the change (T25), and how many per cent of its seats must be heard (T21).
ALTER TABLE ballots ADD COLUMN dossier text NOT NULL DEFAULT 'null';
ALTER TABLE ballots ADD COLUMN before text NOT NULL DEFAULT '[]';
ALTER TABLE ballots ADD COLUMN involved text NOT NULL DEFAULT '[]';
ALTER TABLE ballots ADD COLUMN quorum integer NOT NULL DEFAULT 0;

-- The release whose card shows the entry; 0 is none, and no part of what is sealed.
ALTER TABLE ledger_entries ADD COLUMN release integer NOT NULL DEFAULT 0;

-- The release in whose thread a notice is posted that no RFC's thread tells.
ALTER TABLE notices ADD COLUMN release integer NOT NULL DEFAULT 0;
DROP INDEX notices_thread;
CREATE INDEX notices_thread ON notices (rfc, release, id) WHERE road = 'thread' AND state = 'promised';

-- A card is of an RFC, "rfc/12", or of a release, "release/7".
ALTER TABLE cards RENAME TO cards_before;
CREATE TABLE cards (
    subject     text PRIMARY KEY,
    channel     text NOT NULL DEFAULT '',
    ts          text NOT NULL DEFAULT '',
    wanted      integer NOT NULL,
    shown       integer NOT NULL DEFAULT 0,
    lease_by    text NOT NULL DEFAULT '',
    lease_until text
);
INSERT INTO cards (subject, channel, ts, wanted, shown, lease_by, lease_until)
    SELECT 'rfc/' || rfc, channel, ts, wanted, shown, lease_by, lease_until FROM cards_before;
DROP TABLE cards_before;
