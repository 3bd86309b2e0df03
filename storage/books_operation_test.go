package storage_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// operationForgeries are changes behind gonogo's back to operations and
// configuration issues.
var operationForgeries = map[string]struct{ statement, why string }{
	"never failed": {`UPDATE operations SET state = 'done' WHERE id = 1`, "operation 1 stands as done, the ledger says failed"},
	"other words":  {`UPDATE operations SET words = 'All well.' WHERE id = 1`, "operation 1 ended with All well., the ledger says The medium was full."},
	"other hands":  {`UPDATE operations SET started_by = 'eve' WHERE id = 1`, "operation 1 was started by eve, the ledger says ray"},
	"without RFC":  {`UPDATE operations SET rfc = 7 WHERE id = 1`, "operation 1 is governed by 7, the ledger says 0"},
	"no outage":    {`UPDATE operations SET content = '{"kind":"backup"}' WHERE id = 2`, "operation 2 has the content with the digest"},
	"removed":      {`DELETE FROM operations WHERE id = 2`, "operation 2 is in the ledger, and its row is missing"},
	"made up":      {`INSERT INTO operations SELECT 9, environment, rfc, state, content, by_person, at, started_at, started_by, ended_at, ended_by, words, versions FROM operations WHERE id = 1`, "operation 9 is not in the ledger"},
	"resolved":     {`UPDATE configuration_issues SET resolved_at = at, resolved_by = 'ray', truth = '9.0.0.0' WHERE id = 1`, "configuration-issue 1 found true 9.0.0.0, the ledger says nothing"},
	"other told":   {`UPDATE configuration_issues SET told = '3.0.0.0' WHERE id = 1`, "configuration-issue 1 was told 3.0.0.0, the ledger says"},
	"forgotten":    {`DELETE FROM configuration_issues WHERE id = 1`, "configuration-issue 1 is in the ledger, and its row is missing"},
	"invented":     {`INSERT INTO configuration_issues SELECT 9, environment, system, doubt, expected, expected_build, expected_from, told, told_build, 'elsewhere', teller, at, owner, due, resolved_at, resolved_by, truth, resolution FROM configuration_issues WHERE id = 1`, "configuration-issue 9 is not in the ledger"},
	"reopened":     {`UPDATE configuration_issues SET resolved_at = NULL, resolved_by = '' WHERE id = 2`, "configuration-issue 2 was resolved by nothing, the ledger says eve"},
}

// TestOperationBooks shows that the ledger names every operation and every
// configuration issue that was changed, added or removed behind gonogo's back, on
// both databases (R45, M9, T36).
func TestOperationBooks(t *testing.T) {
	t.Parallel()
	for dialect, address := range map[string]string{
		"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), "operations.db"),
	} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			s := openScene(t, address)
			s.play()
			s.operate()
			s.verify()
			f := newForger(t, address)
			for name, one := range operationForgeries {
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

// operate plans two backups, of which one fails, and raises two issues, of which
// one is resolved.
func (s *scene) operate() {
	s.t.Helper()
	backup := release.OperationContent{
		Kind: release.Backup, Environment: "sit-a", Systems: []release.SystemID{"helix"}, Process: "As always.", Mechanism: "A script.",
		Window: release.Window{From: s.clock.Add(-time.Hour), To: s.clock.Add(time.Hour), Zone: "Europe/London"}, Disruption: release.NoDisruption, Contact: "ray",
	}
	for range 2 {
		_, err := s.desk.PlanOperation(s.t.Context(), s.as("ray"), backup)
		s.must(err)
	}
	_, err := s.desk.StartOperation(s.t.Context(), s.as("ray"), 1)
	s.must(err)
	_, err = s.desk.EndOperation(s.t.Context(), s.as("ray"), 1, release.OperationEnd{Failed: true, Words: "The medium was full."})
	s.must(err)
	for _, minor := range []int{90, 91} { // no release has such a version
		_, err = s.desk.RecordInstallation(s.t.Context(), s.as("ray"), release.InstallationReport{
			Environment: "sit-a", System: "helix", Version: release.Version{Major: 1, Minor: minor},
		})
		s.must(err)
	}
	_, err = s.desk.FixBaseline(s.t.Context(), s.as("eve"), "sit-a", nil, "As it was found.", 0) // without any item
	s.must(err)
	_, err = s.desk.ResolveIssue(s.t.Context(), s.as("eve"), 2, release.Version{Major: 1, Minor: 91}, "Seen with my own eyes.")
	s.must(err)
}
