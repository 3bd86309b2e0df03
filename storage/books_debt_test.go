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

// debtForgeries are changes behind gonogo's back to what emergencies left behind.
var debtForgeries = map[string]struct{ statement, why string }{
	"settled":  {`UPDATE debts SET settled_at = opened_at, settled_by = 'ray', evidence = 'Trust me.' WHERE id = 1`, "debt 1 is shown by Trust me., the ledger says nothing"},
	"later":    {`UPDATE debts SET due = '2027-11-23T12:00:00.000000Z' WHERE id = 1`, "debt 1 is due at 2027-11-23T12:00:00.000000Z, the ledger says"},
	"lighter":  {`UPDATE debts SET defects = '[]' WHERE id = 2`, "debt 2 mends the defects with the digest"},
	"proof":    {`UPDATE debts SET evidence = 'https://elsewhere.example' WHERE id = 2`, "debt 2 is shown by https://elsewhere.example, the ledger says https://docs.example/retro"},
	"removed":  {`DELETE FROM debts WHERE id = 1`, "debt 1 is in the ledger, and its row is missing"},
	"made up":  {`INSERT INTO debts SELECT 9, emergency, system, party, kind, target, defects, owner, due, opened_at, settled_at, settled_by, settled_in, how, evidence FROM debts WHERE id = 1`, "debt 9 is not in the ledger"},
	"reopened": {`UPDATE debts SET settled_at = NULL, settled_by = '', evidence = '' WHERE id = 2`, "debt 2 was settled by nothing, the ledger says ray"},
}

// TestDebtBooks shows that the ledger names every debt that was changed, added or
// removed behind gonogo's back, on both databases (M6, T36).
func TestDebtBooks(t *testing.T) {
	t.Parallel()
	for dialect, address := range map[string]string{
		"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), "debts.db"),
	} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			s := openScene(t, address)
			s.play()
			s.owe()
			s.verify()
			f := newForger(t, address)
			for name, one := range debtForgeries {
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

// owe keeps two debts of a release, as its deployment would, and settles one.
func (s *scene) owe() {
	s.t.Helper()
	s.must(s.Within(s.t.Context(), func(tx release.Tx) error {
		for range 2 {
			d := release.Debt{
				Release: 1, System: "helix", Party: "elexon", Kind: release.Retrospective, Defects: []string{"DEF-1187"}, Owner: "ray",
				Due: s.clock.Add(72 * time.Hour), OpenedAt: s.clock,
			}
			if err := tx.AddDebt(&d); err != nil {
				return err
			}
			err := tx.Append(release.Entry{At: s.clock, Kind: release.DebtOpened, Subject: d.Subject(), By: "ray", Release: 1, Data: map[string]any{
				"debt": d.ID, "kind": d.Kind, "emergency": d.Release, "target": d.Target, "defects": d.Defects, "owner": d.Owner, "due": d.Due,
			}})
			if err != nil {
				return err
			}
		}
		return nil
	}))
	_, err := s.desk.SettleDebt(s.t.Context(), s.as("ray"), 2, "https://docs.example/retro")
	s.must(err)
}
