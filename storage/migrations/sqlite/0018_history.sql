-- Reads that stay as short as they are on the first day: what is open, and what
-- changed in a bounded time, each by an index, however long the history is.
CREATE INDEX rfcs_updated ON rfcs (updated_at);
CREATE INDEX rfcs_release ON rfcs (release) WHERE release <> '';
CREATE INDEX rfc_revisions_updated ON rfc_revisions (updated_at);
CREATE INDEX releases_updated ON releases (updated_at);
CREATE INDEX releases_created ON releases (created_at);
CREATE INDEX release_revisions_updated ON release_revisions (updated_at);
CREATE INDEX ballots_open ON ballots (id) WHERE state = 'open';
CREATE INDEX ballots_closed ON ballots (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX debts_emergency ON debts (emergency);
CREATE INDEX debts_settled ON debts (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX actions_ended ON actions (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX actions_issue ON actions (issue) WHERE issue <> 0;
CREATE INDEX configuration_issues_resolved ON configuration_issues (resolved_at) WHERE resolved_at IS NOT NULL;
CREATE INDEX rollouts_under ON rollouts (id) WHERE state NOT IN ('deployed', 'rolled-back', 'ended');
CREATE INDEX ledger_entries_about ON ledger_entries (subject, sealed_index);
CREATE INDEX runs_due ON runs (report, due);
CREATE INDEX installations_at ON installations (at, id);
CREATE INDEX bookings_start ON bookings (from_at);
CREATE INDEX rfcs_window ON rfcs ((content -> 'window' ->> 'from'));
CREATE INDEX operations_window ON operations ((content -> 'window' ->> 'from'));

-- What somebody says in a week's readiness report beside what it works out itself; append-only (R101).
CREATE TABLE readiness_comments (
    id        integer PRIMARY KEY AUTOINCREMENT,
    week      text NOT NULL,
    by_person text NOT NULL,
    at        text NOT NULL,
    words     text NOT NULL
);
CREATE INDEX readiness_comments_at ON readiness_comments (at);
