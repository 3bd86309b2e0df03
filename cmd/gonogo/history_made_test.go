package main

import (
	"encoding/json"
	"log/slog"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"gonogo.dev/deploy"
	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// historyNow is the Monday on which a made history is looked at.
var historyNow = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// The sample's history: what twelve weeks of a busy programme leave behind. A
// longer history is more such weeks, not busier ones.
const (
	historyReleases = 50
	historyRFCs     = 500
	historyEntries  = 10_000
)

// makeHistory fills an empty PostgreSQL database with so many times the sample's
// history, in bulk: releases and RFCs that ended, with their revisions, votes,
// evidence, actions, debts and ledger entries; and the same work under way in each.
// Every row is one that gonogo reads as its own.
func makeHistory(t testing.TB, url string, times int) {
	t.Helper()
	ctx := t.Context()
	p, mistakes := ParseProgramme(deploy.Programme)
	if len(mistakes) > 0 {
		t.Fatal(mistakes)
	}
	log := slog.New(slog.DiscardHandler)
	now := func() time.Time { return historyNow }
	if err := prepareDatabase(ctx, config{DatabaseURL: url}, p, now, log); err != nil {
		t.Fatal(err)
	}
	db, err := storage.Open(ctx, url, storage.Options{Now: now, Log: log})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Seal(ctx); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	c, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(ctx)
	with := historyValues(&p, times)
	for _, step := range historySteps {
		if _, err := c.Exec(ctx, step, with); err != nil {
			t.Fatalf("%s: %v", step, err)
		}
	}
	for _, table := range []string{"rfcs", "releases", "rfc_revisions", "release_revisions", "ballots", "votes", "conditions", "evidence", "actions", "debts", "ledger_entries", "system_statuses", "installations"} {
		if _, err := c.Exec(ctx, "VACUUM ANALYZE "+table); err != nil {
			t.Fatal(err)
		}
	}
}

// document is a value as a JSON column keeps it.
func document(v any) string {
	body, err := json.Marshal(v)
	if err != nil {
		panic(err) // a value of the domain
	}
	return string(body)
}

// historyValues are what the statements of a history are filled with.
func historyValues(p *release.Programme, times int) pgx.NamedArgs {
	system, environment := p.Systems[0], p.Environments[0].ID
	owner := p.Holders(release.ReleaseManager, system.Party)[0].ID
	window := func(from time.Time) release.Window {
		return release.Window{From: from, To: from.Add(4 * time.Hour), Zone: p.Zone}
	}
	rfc := func(from time.Time) string {
		return document(release.RFCContent{
			Title: "Mend what was found", System: system.ID, Type: release.Patch, Environments: []release.EnvironmentID{environment}, Kind: release.DefectFix,
			Reason: "It was found.", Impact: "None.", Window: window(from),
		})
	}
	planned := func(from time.Time) string {
		return document(release.ReleaseContent{
			System: system.ID, Type: release.Patch, Purpose: "It is mended.", Owner: owner, Board: from.Add(-48 * time.Hour),
			Items:   []release.Item{{Kind: release.ItemDefectFix, ID: "DEF-1", Title: "It", Severity: release.High}},
			Targets: []release.Target{{Environment: environment, Window: window(from)}},
		})
	}
	systems := make([]string, len(p.Systems)-1) // one was never released
	for i := range systems {
		systems[i] = string(p.Systems[i].ID)
	}
	gone, ahead, span := historyNow.AddDate(0, -6, 0), historyNow.AddDate(0, 0, 6), 12*7*24*time.Hour
	return pgx.NamedArgs{
		"now": historyNow, "rfcs": historyRFCs * times, "releases": historyReleases * times, "entries": historyEntries * times,
		"every": span / historyRFCs, "between": span / historyReleases, "owner": string(owner), "system": string(system.ID), "systems": systems, "party": string(system.Party),
		"environment": string(environment), "goneRFC": rfc(gone), "openRFC": rfc(ahead), "goneRelease": planned(gone), "openRelease": planned(ahead),
		"seats": document([]release.Seat{{Key: "rm", Function: release.ReleaseManager, Party: system.Party, Mandatory: true, Holders: []release.PersonID{owner}}}),
	}
}

// historySteps are the statements, in their order. What is under way is the same
// however long the history: 40 RFCs and 20 releases.
var historySteps = []string{
	`INSERT INTO rfcs SELECT n, 4, CASE WHEN n % 7 = 0 THEN 'withdrawn' ELSE 'closed' END, '', @goneRFC::json, @owner,
		at - interval '9 days', at - interval '9 days', at, @owner, 1, ''
		FROM (SELECT n, @now::timestamptz - interval '1 hour' - (@rfcs::int - n) * @every::interval AS at FROM generate_series(1, @rfcs::int) n) x`,
	`INSERT INTO rfcs SELECT @rfcs::int + n, 2, 'approved', '', @openRFC::json, @owner, @now::timestamptz - interval '5 days',
		@now::timestamptz - interval '5 days', @now::timestamptz - interval '3 days', @owner, 1, '' FROM generate_series(1, 40) n`,
	`INSERT INTO rfc_revisions SELECT number, revision, state, release, content, raised_by, created_at, raised_at, updated_at, updated_by, 1, '' FROM rfcs`,
	`INSERT INTO rfc_revisions SELECT number, v, (ARRAY['raised','approved','go'])[v], release, content, raised_by, created_at, raised_at,
		created_at + (v - 1) * interval '2 days', updated_by, 1, '' FROM rfcs, generate_series(1, 3) v WHERE v < revision`,
	`INSERT INTO ballots (rfc, purpose, digest, seats, raiser, opened_by, opened_at, deadline, reminders, override, state, closed_at, closed_by, outcome, override_reason, void_reason)
		SELECT number, 'approval', 'd', @seats::json, raised_by AS raiser, raised_by AS opened_by, created_at, created_at + interval '2 days', '[]', false, 'closed',
		created_at + interval '2 days', raised_by, 'go', '', '' FROM rfcs`,
	`INSERT INTO votes (ballot, seat, person, choice, words, at, road) SELECT id, 'rm', raiser, 'go', '', opened_at, 'slack' FROM ballots`,
	`INSERT INTO conditions (rfc, ballot, seat, words, asked_by, owner, at, met_at, met_by, evidence)
		SELECT rfc, id, 'rm', 'Show it.', raiser AS asked_by, raiser AS owner, closed_at, CASE WHEN id % 5 = 0 THEN NULL ELSE closed_at + interval '1 day' END, '', '' FROM ballots`,
	`INSERT INTO releases SELECT n, 5, s, '1.' || n || '.0.0', 'closed', @owner, 0, 0, replace(@goneRelease, '"' || @system || '"', '"' || s || '"')::json, @owner, at - interval '40 days', @owner, at, 1, false, ''
		FROM (SELECT n, (@systems::text[])[1 + n % cardinality(@systems::text[])] AS s, @now::timestamptz - interval '2 hours' - (@releases::int - n) * @between::interval AS at
		FROM generate_series(1, @releases::int) n) x`,
	`INSERT INTO releases SELECT @releases::int + n, 3, @system, '2.' || n || '.0.0', (ARRAY['test','prepare'])[1 + n % 2], @owner, 0, 0, @openRelease::json, @owner,
		@now::timestamptz - interval '40 days', @owner, @now::timestamptz - interval '2 days', 1, false, '' FROM generate_series(1, 20) n`,
	`INSERT INTO release_revisions SELECT number, revision, system, version, stage, owner, rfc, build, content, created_by, created_at, updated_by, updated_at, 1, false, '' FROM releases`,
	`INSERT INTO release_revisions SELECT number, v, system, version, (ARRAY['planning','build','test','regression'])[v], owner, rfc, build, content, created_by, created_at,
		updated_by, created_at + (v - 1) * interval '9 days', 1, false, '' FROM releases, generate_series(1, 4) v WHERE v < revision`,
	`INSERT INTO evidence (release, shows, waiver, ref, note, build, by_person, at, taken_by, taken_why)
		SELECT number, 'pit-assurance', false, 'https://docs.example/pit', '', 0, owner, created_at + interval '10 days', '', '' FROM releases, generate_series(1, 6)`,
	`INSERT INTO actions (release, what, owner, due, origin, issue, by_person, at, ended_at, ended_by, evidence, cancelled)
		SELECT number, 'Do it.', owner, updated_at + interval '5 days', 'closure', 0, owner, updated_at,
		CASE WHEN updated_at > @now::timestamptz - interval '4 weeks' THEN NULL ELSE updated_at + interval '6 days' END, '', '', '' FROM releases WHERE stage = 'closed'`,
	`INSERT INTO debts (emergency, system, party, kind, target, defects, owner, due, opened_at, settled_at, settled_by, settled_in, how, evidence)
		SELECT number, system, @party, 'retrospective', 0, '["DEF-1"]', owner, updated_at + interval '5 days', updated_at,
		CASE WHEN updated_at > @now::timestamptz - interval '2 weeks' THEN NULL ELSE updated_at + interval '6 days' END, '', 0, '', '' FROM releases WHERE stage = 'closed' AND number % 5 = 0`,
	`INSERT INTO environment_systems SELECT @environment, unnest(@systems::text[]) ON CONFLICT DO NOTHING`,
	`INSERT INTO system_statuses (environment, system, status, reason, at, by_person)
		SELECT @environment, system, (ARRAY['down','available'])[1 + n], '', updated_at + n * interval '1 hour', owner FROM releases, generate_series(0, 1) n WHERE stage = 'closed'`,
	`INSERT INTO installations (environment, system, version, build, release, at, recorded_at, by_person, note)
		SELECT @environment, system, version, '', number, updated_at AS at, updated_at AS recorded_at, owner, '' FROM releases WHERE stage = 'closed'`,
	`INSERT INTO ledger_entries (at, kind, subject, rfc, by_person, data, sealed_index)
		SELECT @now::timestamptz - interval '1 hour' - n * interval '12 minutes', 'vote-cast', 'ballot/' || (1 + n / 20), 1 + n / 20, @owner, '{"choice":"go","seat":"rm"}', 100000000 + n
		FROM generate_series(0, @entries::int - 1) n`,
	`UPDATE counters SET value = (SELECT max(number) FROM rfcs) WHERE name = 'rfc'`,
	`UPDATE counters SET value = (SELECT max(number) FROM releases) WHERE name = 'release'`,
}
