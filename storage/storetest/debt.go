package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// testDebt holds what M6 asks of the database: no debt is lost or deleted, and
// what is open is found by whom and what it holds.
func testDebt(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	numbers := []int{0, 0, 0}
	d.do(func(tx release.Tx) error {
		if _, err := tx.Debt(1, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a debt that does not exist: %v", err)
		}
		if err := tx.SaveDebt(release.Debt{ID: 1}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a debt that does not exist: %v", err)
		}
		for i := range numbers {
			r := release.Release{Version: release.Version{Major: 1, Emergency: i}, Content: release.ReleaseContent{System: "dip"}, CreatedAt: noon, UpdatedAt: noon}
			if err := tx.AddRelease(&r); err != nil {
				return err
			}
			numbers[i] = r.Number
		}
		return nil
	})
	next := release.Debt{
		Release: numbers[0], System: "dip", Party: "ex", Kind: release.MergeNext, Defects: []string{"DEF-1", hostile[1]}, Owner: "ann",
		Due: noon.Add(48 * time.Hour), OpenedAt: noon,
	}
	flight, retro := next, next
	flight.Kind, flight.Target, flight.Due, flight.Owner = release.MergeInFlight, numbers[1], noon.Add(24*time.Hour), "bob"
	retro.Kind, retro.System, retro.Release = release.Retrospective, "other", numbers[2]
	d.do(func(tx release.Tx) error {
		return errors.Join(tx.AddDebt(&next), tx.AddDebt(&flight), tx.AddDebt(&retro))
	})
	find := func(what string, f release.DebtFilter, want ...release.Debt) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			found, err := tx.FindDebts(f)
			if len(want)+len(found) > 0 {
				same(t, what, want, found)
			}
			return err
		})
	}
	find("all debts by their day", release.DebtFilter{}, flight, next, retro)
	find("a system's debts", release.DebtFilter{System: "dip", Open: true}, flight, next)
	find("an emergency's debts", release.DebtFilter{Release: numbers[2]}, retro)
	find("a target's debts", release.DebtFilter{Target: numbers[1]}, flight)
	find("an owner's debts", release.DebtFilter{Owner: "ann"}, next, retro)
	next.SettledAt, next.SettledBy, next.SettledIn, next.How, next.Evidence = noon.Add(time.Hour), "cid", numbers[1], release.ByBOM, hostile[1]
	d.do(func(tx release.Tx) error { return tx.SaveDebt(next) })
	find("open debts", release.DebtFilter{Open: true}, flight, retro)
	find("what a release settled", release.DebtFilter{Target: numbers[1]}, flight, next)
	find("nobody's debts", release.DebtFilter{Owner: "eve"})
	d.do(func(tx release.Tx) error {
		one, err := tx.Debt(next.ID, release.ExclusiveLock)
		same(t, "a settled debt", next, one)
		return err
	})
}

// testTelling shows that several replicas tell a thing once: whoever looked first
// has told before anybody else looks.
func testTelling(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	tell := func(ctx context.Context) error {
		return d.Within(ctx, func(tx release.Tx) error {
			told, err := tx.Tellings([]string{"debt/1"}, noon)
			if err != nil || len(told) > 0 {
				return err
			}
			return tx.AddTelling(release.Telling{Thing: "debt/1", Level: 1, Person: "ann", At: noon.Add(-time.Hour)})
		})
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	const several = 4
	done := make(chan error, several)
	for range several {
		go func() { done <- tell(ctx) }()
	}
	for range several {
		if err := <-done; err != nil {
			t.Errorf("tell beside others: %v", err)
		}
	}
	recent := release.Telling{Thing: hostile[1], Level: 0, Person: "bob", At: noon}
	d.do(func(tx release.Tx) error { return tx.AddTelling(recent) })
	d.do(func(tx release.Tx) error {
		told, err := tx.Tellings([]string{"debt/1"}, noon)
		same(t, "tellings", []release.Telling{{Thing: "debt/1", Level: 1, Person: "ann", At: noon.Add(-time.Hour)}, recent}, told)
		none, errNone := tx.Tellings(nil, noon.Add(time.Second))
		if len(none) != 0 {
			t.Errorf("tellings of nothing: %v", none)
		}
		return errors.Join(err, errNone)
	})
	err := d.Within(ctx, func(tx release.Tx) error { return tx.AddTelling(recent) })
	if err == nil {
		t.Error("the same was told the same person twice")
	}
}
