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

// environmentForgeries are changes behind gonogo's back to what is known of the
// environments, and what the verification says of each.
var environmentForgeries = map[string]struct{ statement, why string }{
	"version":            {`UPDATE installations SET version = '1.9.0.0' WHERE id = 1`, "installation 1 has the version 1.9.0.0, the ledger says 1.0.0.0"},
	"instant":            {`UPDATE installations SET at = '2026-11-20T12:00:00.000000Z' WHERE id = 2`, "installation 2 holds since 2026-11-20T12:00:00.000000Z, the ledger says"},
	"installation gone":  {`DELETE FROM installations WHERE id = 2`, "installation 2 is in the ledger, and its row is missing"},
	"installation added": {`INSERT INTO installations (environment, system, version, build, release, at, recorded_at, by_person, note) SELECT environment, system, '2.0.0.0', build, release, at, recorded_at, by_person, note FROM installations WHERE id = 1`, "installation 3 is not in the ledger"},
	"status":             {`UPDATE system_statuses SET status = 'available' WHERE id = 1`, "status 1 is available, the ledger says down"},
	"baseline":           {`UPDATE baselines SET items = CAST(replace(CAST(items AS text), '14', '15') AS %JSON%) WHERE id = 1`, "baseline 1 fixes the digest"},
	"booking":            {`UPDATE bookings SET kind = 'maintenance' WHERE id = 1`, "booking 1 is a maintenance, the ledger says freeze"},
	"freeze lifted":      {`UPDATE bookings SET cancelled_at = NULL WHERE id = 1`, "booking 1 was cancelled at nothing, the ledger says"},
}

// TestEnvironmentBooks shows that nobody changes what was where behind gonogo's
// back without being found out (M9).
func TestEnvironmentBooks(t *testing.T) {
	t.Parallel()
	for dialect, address := range map[string]string{
		"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), "books.db"),
	} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			s := openScene(t, address)
			s.play()
			s.occupy()
			s.verify()
			f := newForger(t, address)
			for name, one := range environmentForgeries {
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

// occupy tells of an environment what can be told of one.
func (s *scene) occupy() {
	s.t.Helper()
	ctx := s.t.Context()
	p := programme()
	p.People = append(p.People, release.Person{
		ID: "eve", Name: "Eve", Mail: "eve@gonogo.example", Roles: []release.Holding{{Role: release.EnvironmentManager, Party: "si"}},
	})
	_, err := s.desk.ApplyProgramme(ctx, p, release.Operator)
	s.must(err)
	environment, system := p.Environments[0].ID, p.Systems[0].ID
	for i, at := range []time.Time{s.clock.Add(-time.Hour), {}} {
		_, err = s.desk.RecordInstallation(ctx, s.as("eve"), release.InstallationReport{
			Environment: environment, System: system, Version: release.Version{Major: i + 1}, Build: "2026.11", At: at, Note: "By <hand> & “so”.",
		})
		s.must(err)
	}
	_, err = s.desk.SetStatus(ctx, s.as("eve"), environment, system, release.SystemDown, "The disk is full.")
	s.must(err)
	_, err = s.desk.FixBaseline(ctx, s.as("eve"), environment, []release.ConfigurationItem{{Name: "schema", Value: "14"}}, "Entry to CIT", 0)
	s.must(err)
	b, err := s.desk.Book(ctx, s.as("eve"), release.Booking{
		Environment: environment, Kind: release.BookFreeze, Why: "Audit.",
		Window: release.Window{From: s.clock.Add(time.Hour), To: s.clock.Add(3 * time.Hour), Zone: "Europe/London"},
	})
	s.must(err)
	_, err = s.desk.CancelBooking(ctx, s.as("eve"), b.ID, "The audit is over.")
	s.must(err)
}
