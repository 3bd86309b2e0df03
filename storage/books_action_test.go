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

// actionForgeries are changes behind gonogo's back to what a release leaves to be
// done and to its early life support.
var actionForgeries = map[string]struct{ statement, why string }{
	"done":        {`UPDATE actions SET ended_at = at, ended_by = 'ray', evidence = 'Trust me.' WHERE id = 1`, "action 1 is shown by Trust me., the ledger says nothing"},
	"later":       {`UPDATE actions SET due = '2027-11-23T12:00:00.000000Z' WHERE id = 1`, "action 1 is due at 2027-11-23T12:00:00.000000Z, the ledger says"},
	"other owner": {`UPDATE actions SET owner = 'tess' WHERE id = 1`, "action 1 is owned by tess, the ledger says ray"},
	"other words": {`UPDATE actions SET what = 'Nothing.' WHERE id = 1`, "action 1 asks for Nothing., the ledger says Archive"},
	"excused":     {`UPDATE actions SET cancelled = 'Not needed.' WHERE id = 2`, "action 2 was cancelled for Not needed., the ledger says nothing"},
	"removed":     {`DELETE FROM actions WHERE id = 1`, "action 1 is in the ledger, and its row is missing"},
	"made up": {
		`INSERT INTO actions SELECT 9, release, what, owner, due, origin, issue, by_person, at, ended_at, ended_by, evidence, cancelled FROM actions WHERE id = 1`,
		"action 9 is not in the ledger",
	},
	"longer support":    {`UPDATE supports SET ends = '2027-11-23T12:00:00.000000Z' WHERE release = 1`, "the support of REL-1 ends at 2027-11-23T12:00:00.000000Z, the ledger says"},
	"other summary":     {`UPDATE supports SET digest = 'aa' WHERE release = 1`, "the support of REL-1 has the summary aa, the ledger says"},
	"milder issue":      {`UPDATE support_issues SET severity = 'low' WHERE id = 1`, "support-issue 1 is of the severity low, the ledger says high"},
	"resolved issue":    {`UPDATE support_issues SET resolved_at = at, resolved_by = 'ray', resolution = 'Trust me.' WHERE id = 2`, "support-issue 2 was resolved so: Trust me., the ledger says nothing"},
	"forgotten issue":   {`DELETE FROM support_issues WHERE id = 2`, "support-issue 2 is in the ledger, and its row is missing"},
	"issue's release":   {`UPDATE support_issues SET environment = 'uit' WHERE id = 1`, "support-issue 1 is in uit, the ledger says sit-a"},
	"support is gone":   {`DELETE FROM support_issues`, "support-issue 1 is in the ledger, and its row is missing"},
	"forgotten summary": {`UPDATE supports SET summed_at = NULL, digest = ''`, "the support of REL-1 was summed up at nothing, the ledger says"},
}

// TestActionBooks shows that the ledger names every work-off action and every part
// of an early life support that was changed, added or removed behind gonogo's
// back, on both databases (R40, S1, T36).
func TestActionBooks(t *testing.T) {
	t.Parallel()
	for dialect, address := range map[string]string{
		"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), "actions.db"),
	} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			s := openScene(t, address)
			s.play()
			s.workOff()
			s.verify()
			f := newForger(t, address)
			for name, one := range actionForgeries {
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

// workOff keeps two actions and a support with two issues of a release, as its
// deployment would; one of each is done, and the support is summed up.
func (s *scene) workOff() {
	s.t.Helper()
	support := release.Support{
		Release: 1, System: "helix", Environments: []release.EnvironmentID{"sit-a"}, From: s.clock, Until: s.clock.Add(24 * time.Hour),
	}
	record := func(tx release.Tx, kind release.EntryKind, subject string, data map[string]any) error {
		return tx.Append(release.Entry{At: s.clock, Kind: kind, Subject: subject, By: "ray", Release: 1, Data: data})
	}
	s.must(s.Within(s.t.Context(), func(tx release.Tx) error {
		for range 2 {
			x := release.Action{Release: 1, What: "Archive the logs.", Owner: "ray", Due: s.clock.Add(72 * time.Hour), From: release.FromReview, By: "ray", At: s.clock}
			if err := tx.AddAction(&x); err != nil {
				return err
			}
			err := record(tx, release.ActionAgreed, x.Subject(), map[string]any{
				"action": x.ID, "release": 1, "what": x.What, "owner": x.Owner, "due": x.Due, "origin": x.From, "issue": 0,
			})
			if err != nil {
				return err
			}
			if x.ID == 2 {
				x.EndedAt, x.EndedBy, x.Evidence = s.clock, "ray", "Ticket 7."
				if err := tx.SaveAction(x); err != nil {
					return err
				}
				if err := record(tx, release.ActionDone, x.Subject(), map[string]any{"action": 2, "ref": x.Evidence}); err != nil {
					return err
				}
			}
		}
		if err := tx.AddSupport(support); err != nil {
			return err
		}
		return record(tx, release.SupportBegun, "release/1", map[string]any{
			"system": "helix", "environments": support.Environments, "begins": support.From, "ends": support.Until,
		})
	}))
	for range 2 {
		_, err := s.desk.LogSupportIssue(s.t.Context(), s.as("ray"), release.SupportIssue{
			Release: 1, Environment: "sit-a", Title: "Settlement is slow.", Severity: release.High, Ref: "DEF-9",
		})
		s.must(err)
	}
	_, err := s.desk.ResolveSupportIssue(s.t.Context(), s.as("ray"), 1, "An index was missing.")
	s.must(err)
	s.clock = support.Until
	if n, err := s.desk.EndSupports(s.t.Context()); err != nil || n != 1 {
		s.t.Fatalf("summed up %d: %v", n, err)
	}
}
