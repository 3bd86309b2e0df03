package storage_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// bookForgeries are changes behind gonogo's back to the tables that the ledger
// tells of, and what the verification says of each.
var bookForgeries = map[string]struct{ statement, why string }{
	"vote's choice":    {`UPDATE votes SET choice = 'go' WHERE id = 2`, "vote 2 of ballot 2 says go, the ledger says no-go"},
	"vote's words":     {`UPDATE votes SET words = 'Fine.' WHERE id = 2`, "vote 2 of ballot 2 gives the reason Fine., the ledger says The backout plan"},
	"vote's road":      {`UPDATE votes SET road = 'link' WHERE id = 2`, "vote 2 of ballot 2 came by link, the ledger says slack"},
	"vote's person":    {`UPDATE votes SET person = 'tess' WHERE id = 1`, "vote 1 of ballot 1 is not in the ledger"},
	"vote's ballot":    {`UPDATE votes SET ballot = 2 WHERE id = 1`, "a vote of release-manager/si by ann on ballot 1 is in the ledger"},
	"vote's instant":   {`UPDATE votes SET at = '2026-11-23T12:00:00.000000Z' WHERE id = 1`, "vote 1 of ballot 1 is not in the ledger"},
	"vote added":       {`INSERT INTO votes (ballot, seat, person, choice, words, at) SELECT ballot, seat, person, 'go', '', at FROM votes WHERE id = 2`, "of ballot 2 is not in the ledger"},
	"vote removed":     {`DELETE FROM votes WHERE id = 2`, "a vote of release-manager/si by ann on ballot 2 is in the ledger, and its row is missing"},
	"ballot's outcome": {`UPDATE ballots SET outcome = 'no-go' WHERE id = 2`, "ballot 2 decided no-go, the ledger says go"},
	"ballot's state":   {`UPDATE ballots SET state = 'open' WHERE id = 1`, "ballot 1 stands as open, the ledger says void"},
	"ballot's seats": {
		`UPDATE ballots SET seats = CAST(replace(CAST(seats AS text), 'tess', 'ann') AS %JSON%) WHERE id = 2`, "ballot 2 has the seats with the digest",
	},
	"ballot's override":  {`UPDATE ballots SET override_reason = 'Trust me.' WHERE id = 3`, "ballot 3 was overridden for Trust me., the ledger says nothing"},
	"ballot's quorum":    {`UPDATE ballots SET quorum = 1 WHERE id = 5`, "ballot 5 has the quorum 1, the ledger says 0"},
	"ballot's people":    {`UPDATE ballots SET involved = '[]' WHERE id = 5`, "ballot 5 counts as involved nothing, the ledger says ray"},
	"ballot's rule":      {`UPDATE ballots SET override = %TRUE% WHERE id = 5`, "ballot 5 lets the chair override: true, the ledger says false"},
	"ballot's digest":    {`UPDATE ballots SET digest = 'aa' WHERE id = 3`, "ballot 3 is on the digest aa, the ledger says"},
	"ballot removed":     {`DELETE FROM ballots WHERE id = 4`, "ballot 4 is in the ledger, and its row is missing"},
	"condition met":      {`UPDATE conditions SET met_at = at, met_by = 'ray', evidence = 'Trust me.' WHERE met_at IS NULL`, "condition 2 is not in the ledger"},
	"condition's proof":  {`UPDATE conditions SET evidence = 'All red.' WHERE id = 1`, "condition 1 is met by All red., the ledger says Report SP-12: all green."},
	"condition's words":  {`UPDATE conditions SET words = 'None.' WHERE id = 2`, "condition 2 is not what a vote asked for"},
	"condition removed":  {`DELETE FROM conditions WHERE id = 2`, "vote 5 asks for a condition, and its row is missing"},
	"condition unproven": {`UPDATE conditions SET met_at = NULL WHERE id = 1`, "condition 1 is in the ledger, and its row is missing"},
	"RFC's content": {
		`UPDATE rfc_revisions SET content = CAST(replace(CAST(content AS text), 'patch 7', 'patch 6') AS %JSON%) WHERE number = 1 AND revision = 2`,
		"revision 2 of RFC-1 has the content with the digest",
	},
	"RFC's later content": {
		`UPDATE rfc_revisions SET content = CAST(replace(CAST(content AS text), 'server-down', 'none') AS %JSON%) WHERE number = 1 AND state = 'go'`,
		"and the ledger knows of no change",
	},
	"RFC's state":           {`UPDATE rfcs SET state = 'go' WHERE number = 4`, "RFC-4 stands otherwise than its newest revision"},
	"RFC's revision":        {`DELETE FROM rfc_revisions WHERE number = 1 AND revision = 3`, "revision 3 of RFC-1 is missing"},
	"RFC's decision":        {`UPDATE rfc_revisions SET state = 'approved' WHERE number = 1 AND state = 'go'`, "the revision in which RFC-1 came to be “go” is in the ledger"},
	"RFC removed":           {`DELETE FROM rfcs WHERE number = 2`, "RFC-2 stands otherwise"},
	"release's content":     {`UPDATE release_revisions SET content = CAST(replace(CAST(content AS text), 'DEF-1187', 'DEF-1') AS %JSON%) WHERE number = 1 AND revision = 1`, "revision 1 of REL-1 has the content with the digest"},
	"release's version":     {`UPDATE release_revisions SET version = '1.0.9.0' WHERE number = 1`, "revision 2 of REL-1 has the version 1.0.9.0, the ledger says 1.0.1.0"},
	"release's stage":       {`UPDATE releases SET stage = 'closed' WHERE number = 1`, "REL-1 stands otherwise than its newest revision"},
	"release's move":        {`UPDATE release_revisions SET stage = 'planning' WHERE number = 1 AND stage = 'build'`, "the revision in which REL-1 came to be “build”"},
	"release's revision":    {`DELETE FROM release_revisions WHERE number = 1 AND revision = 2`, "revision 2 of REL-1 is missing"},
	"release added":         {`INSERT INTO release_revisions SELECT 9, 1, system, version, stage, owner, rfc, build, content, created_by, created_at, updated_by, updated_at, programme, asked, ended, confided FROM releases WHERE number = 1`, "revision 1 of REL-9 is not in the ledger"},
	"version removed":       {`DELETE FROM release_versions WHERE release = 1`, "version helix 1.0.1.0 of REL-1 is not kept as given"},
	"version added":         {`INSERT INTO release_versions VALUES ('helix', 7, 0, 0, 0, 1)`, "version helix 7.0.0.0 is given to REL-1, its revisions give it to nothing"},
	"build's tag":           {`UPDATE builds SET tag = 'v9' WHERE id = 1`, "build 1 has the tag v9, the ledger says v1"},
	"build's materials":     {`UPDATE builds SET bom = '[]' WHERE id = 2`, "build 2 has the bill of materials"},
	"build added":           {`INSERT INTO builds (release, name, repository, tag, commit_id, digest, bom, by_person, at) SELECT release, 'x', repository, tag, commit_id, digest, bom, by_person, at FROM builds WHERE id = 1`, "build 3 is not in the ledger"},
	"build removed":         {`DELETE FROM builds WHERE id = 1`, "build 1 is in the ledger, and its row is missing"},
	"evidence's link":       {`UPDATE evidence SET ref = 'https://elsewhere.example' WHERE id = 1`, "evidence 1 points to https://elsewhere.example, the ledger says https://docs.example/issues"},
	"waiver's end":          {`UPDATE evidence SET until = '2027-11-23T12:00:00.000000Z' WHERE waiver = %TRUE%`, "ends at 2027-11-23T12:00:00.000000Z, the ledger says"},
	"evidence brought back": {`UPDATE evidence SET taken_at = NULL, taken_by = '', taken_why = '' WHERE taken_at IS NOT NULL`, "was taken away at nothing, the ledger says"},
	"evidence removed":      {`DELETE FROM evidence WHERE id = 1`, "evidence 1 is in the ledger, and its row is missing"},
}

// TestBooks shows that whatever is changed, added or removed behind gonogo's
// back in what the ledger tells of is named, on both databases, and that a
// history which gonogo made itself fits.
func TestBooks(t *testing.T) {
	t.Parallel()
	for dialect, address := range map[string]string{
		"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), "books.db"),
	} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			s := openScene(t, address)
			s.play()
			s.verify()
			f := newForger(t, address)
			for name, one := range bookForgeries {
				f.exec(one.statement)
				v, err := s.VerifyLedger(t.Context())
				s.must(err)
				if !slices.ContainsFunc(v.Faults, func(x storage.LedgerFault) bool { return strings.Contains(x.String(), one.why) }) {
					t.Errorf("%s: want “%s”, got %v", name, one.why, v.Faults)
				}
				f.restore()
			}
			s.verify()
		})
	}
}

// ship takes a release through what its tables keep: an edit, a new type, builds,
// evidence and a waiver, some of it taken away.
func (s *scene) ship() {
	s.t.Helper()
	ctx := s.t.Context()
	p := programme()
	p.Systems[0].Repository = "https://git.example/helix.git"
	p.RACI[release.RolloutPlans] = map[release.Column]release.Letters{release.ColumnRM: "R,A"}
	p.People = append(p.People, release.Person{
		ID: "eve", Name: "Eve", Mail: "eve@gonogo.example", Roles: []release.Holding{{Role: release.EnvironmentManager, Party: "si"}},
	})
	_, err := s.desk.ApplyProgramme(ctx, p, release.Operator)
	s.must(err)
	s.desk.WithSources(tags{})
	c := release.ReleaseContent{
		System: "helix", Type: release.Patch, Purpose: "Settlement runs again.", Owner: "ray", Base: release.Version{Major: 1},
		Items:   []release.Item{{Kind: release.ItemDefectFix, ID: "DEF-1187", Title: "Settlement stops", Severity: release.High}},
		Targets: []release.Target{{Environment: "sit-a", Window: patch("").Window}}, Board: noon.Add(48 * time.Hour),
	}
	r, err := s.desk.NewRelease(ctx, s.as("ray"), c)
	s.must(err)
	r.Content.Purpose = "Settlement runs again, “résumé” & all."
	r, err = s.desk.EditRelease(ctx, s.as("ray"), r.Number, r.Revision, r.Content)
	s.must(err)
	s.clock = s.clock.Add(time.Minute)
	_, err = s.desk.Advance(ctx, s.as("ray"), r.Number)
	s.must(err)
	for i := range 2 {
		s.clock = s.clock.Add(time.Minute)
		_, err = s.desk.RegisterBuild(ctx, s.as("ray"), r.Number, release.Build{
			Name: fmt.Sprintf("2026.11.%d", i), Tag: fmt.Sprintf("v%d", i+1), Digest: strings.Repeat("ab", 32),
			BOM: []release.BOMLine{{File: "settle.jar", Version: "1.2", Date: "2026-11-20", Digest: "sha256:" + strings.Repeat("cd", 32)}},
		})
		s.must(err)
	}
	s.show(r.Number)
	s.renumber(c)
}

func (s *scene) show(number int) {
	s.t.Helper()
	ctx := s.t.Context()
	for range 2 { // the second replaces the first
		s.clock = s.clock.Add(time.Minute)
		_, err := s.desk.GiveEvidence(ctx, s.as("ann"), number, release.PointKnownIssues, "https://docs.example/issues", "agreed")
		s.must(err)
	}
	_, err := s.desk.Waive(ctx, s.as("ann"), number, release.PointBaseline, "The rack comes on Friday.", s.clock.Add(50*time.Hour))
	s.must(err)
	_, err = s.desk.TakeEvidence(ctx, s.as("ann"), number, release.PointKnownIssues, "A new one turned up.")
	s.must(err)
	_, err = s.desk.GiveEvidence(ctx, s.as("eve"), number, release.PointBaseline, "https://docs.example/baseline", "")
	s.must(err)
}

// renumber plans a release, makes it another type and gives it up.
func (s *scene) renumber(c release.ReleaseContent) {
	s.t.Helper()
	ctx := s.t.Context()
	c.Base = release.Version{} // the newest
	r, err := s.desk.NewRelease(ctx, s.as("ray"), c)
	s.must(err)
	_, err = s.desk.Reclassify(ctx, s.as("ray"), r.Number, release.Minor)
	s.must(err)
	_, err = s.desk.AbandonRelease(ctx, s.as("ray"), r.Number, "Its content goes with the next.")
	s.must(err)
}

// tags is source control in which every tag exists.
type tags struct{}

// Tag returns a commit made of the tag.
func (tags) Tag(_ context.Context, _, tag string) (string, error) {
	return fmt.Sprintf("%040x", []byte(tag)), nil
}

// forger changes a database behind storage's back, with the referential checks
// off, and puts it back.
type forger struct {
	t    *testing.T
	conn *sql.Conn
	json string
}

var bookTables = []string{
	"operations", "configuration_issues", "communications", "hearings",
	"votes", "conditions", "ballots", "rfc_revisions", "rfcs", "release_revisions", "release_versions", "builds", "evidence", "debts", "releases",
	"note_drafts", "notes", "rollouts",
	"installations", "system_statuses", "baselines", "bookings", "meeting_amendments", "meetings", "actions", "outcomes", "supports", "support_issues",
	"reviews", "review_answers", "lessons", "lesson_decisions", "readiness_comments",
}

func newForger(t *testing.T, address string) forger {
	t.Helper()
	driver, source := "pgx", address
	f := forger{t: t, json: "json"}
	if path, ok := strings.CutPrefix(address, "sqlite:"); ok {
		driver, source, f.json = "sqlite", path, "text"
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if f.conn, err = db.Conn(t.Context()); err != nil {
		t.Fatal(err)
	}
	if driver == "pgx" {
		f.exec(`SET session_replication_role = replica`)
	}
	for _, table := range bookTables {
		//nolint:unqueryvet // a copy of the whole
		f.exec(`CREATE TABLE kept_` + table + ` AS SELECT * FROM ` + table)
	}
	return f
}

func (f forger) exec(statement string) {
	f.t.Helper()
	statement = strings.NewReplacer("%JSON%", f.json, "%TRUE%", "(1 = 1)").Replace(statement)
	if _, err := f.conn.ExecContext(f.t.Context(), statement); err != nil {
		f.t.Fatalf("%s: %v", statement, err)
	}
}

func (f forger) restore() {
	f.t.Helper()
	for _, table := range bookTables {
		f.exec(`DELETE FROM ` + table)
		//nolint:unqueryvet // a copy of the whole
		f.exec(`INSERT INTO ` + table + ` SELECT * FROM kept_` + table)
	}
}
