package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// testDelegation holds what T22 asks of the database: nothing is lost, nothing is
// deleted, and two people who delegate at once do so one after the other.
func testDelegation(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	d.do(func(tx release.Tx) error {
		if _, err := tx.Delegation(1, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a delegation that does not exist: %v", err)
		}
		if err := tx.SaveDelegation(release.Delegation{ID: 1}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a delegation that does not exist: %v", err)
		}
		return nil
	})
	first := release.Delegation{
		From: "ann", To: "bob", Window: release.Window{From: noon, To: noon.Add(72 * time.Hour), Zone: "Europe/London"}, Why: hostile[1],
		By: "pmo", At: noon,
	}
	second := release.Delegation{From: "bob", To: "cid", Window: release.Window{From: noon, To: noon.Add(time.Hour)}, By: "bob", At: noon}
	d.do(func(tx release.Tx) error { return errors.Join(tx.AddDelegation(&first), tx.AddDelegation(&second)) })
	first.EndedAt, first.EndedBy = noon.Add(time.Hour), "ann"
	d.do(func(tx release.Tx) error { return tx.SaveDelegation(first) })
	d.do(func(tx release.Tx) error {
		all, err := tx.Delegations(release.ExclusiveLock)
		same(t, "delegations", []release.Delegation{second, first}, all)
		one, errOne := tx.Delegation(first.ID, release.ExclusiveLock)
		same(t, "delegation", first, one)
		return errors.Join(err, errOne)
	})
	testDelegationsInTurn(t, d)
}

// testDelegationsInTurn shows that whoever looked first has added before anybody
// else looks.
func testDelegationsInTurn(t *testing.T, d *desk) {
	t.Helper()
	add := func(ctx context.Context) error {
		return d.Within(ctx, func(tx release.Tx) error {
			all, err := tx.Delegations(release.ExclusiveLock)
			if err != nil {
				return err
			}
			next := release.Delegation{From: "dan", To: "eve", Window: release.Window{From: noon, To: noon.Add(time.Duration(len(all)) * time.Hour)}, At: noon}
			return tx.AddDelegation(&next)
		})
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	const several = 4
	done := make(chan error, several)
	for range several {
		go func() { done <- add(ctx) }()
	}
	for range several {
		if err := <-done; err != nil {
			t.Errorf("add a delegation beside others: %v", err)
		}
	}
	seen := map[time.Time]bool{}
	d.do(func(tx release.Tx) error {
		all, err := tx.Delegations(release.NoLock)
		for _, x := range all[:several] {
			if seen[x.Window.To] {
				t.Errorf("two people saw the same delegations before they added theirs: %v", x.Window)
			}
			seen[x.Window.To] = true
		}
		return err
	})
}
