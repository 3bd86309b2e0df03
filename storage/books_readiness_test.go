package storage_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// commentForgeries are changes behind gonogo's back to what somebody said in a week's
// readiness report.
var commentForgeries = map[string]struct{ statement, why string }{
	"words":      {`UPDATE readiness_comments SET words = 'All is well.'`, "says All is well., the ledger says UIT is down until Wednesday."},
	"week":       {`UPDATE readiness_comments SET week = '2026-W46'`, "is of the week 2026-W46, the ledger says 2026-W47"},
	"by another": {`UPDATE readiness_comments SET by_person = 'tess'`, "was written by tess, the ledger says ray"},
	"removed":    {`DELETE FROM readiness_comments`, "is in the ledger, and its row is missing"},
	"made up":    {`INSERT INTO readiness_comments (week, by_person, at, words) SELECT week, by_person, at, 'More.' FROM readiness_comments`, "is not in the ledger"},
}

// TestReadinessBooks shows that the ledger names every comment of a readiness report
// that was changed, added or removed behind gonogo's back, on both databases (R101, T36).
func TestReadinessBooks(t *testing.T) {
	t.Parallel()
	onBoth(t, "readiness.db", func(t *testing.T, address string) {
		t.Helper()
		s := openScene(t, address)
		s.play()
		s.must(s.Within(t.Context(), func(tx release.Tx) error {
			c := release.ReadinessComment{Week: "2026-W47", By: "ray", At: s.clock, Words: "UIT is down until Wednesday."}
			if err := tx.AddReadinessComment(&c); err != nil {
				return err
			}
			return tx.Append(release.Entry{At: c.At, Kind: release.ReadinessCommented, Subject: c.Subject(), By: c.By, Data: map[string]any{"week": c.Week, "words": c.Words}})
		}))
		s.verify()
		said, err := s.CommentsBetween(t.Context(), s.clock.Add(-time.Microsecond), s.clock)
		if err != nil || len(said) != 1 || said[0].Words != "UIT is down until Wednesday." {
			t.Errorf("read %+v: %v", said, err)
		}
		f := newForger(t, address)
		for name, one := range commentForgeries {
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
