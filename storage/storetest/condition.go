package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

func testCondition(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	r, b := d.opened()
	d.do(func(tx release.Tx) error {
		if _, err := tx.Condition(1, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a condition that does not exist: %v", err)
		}
		if err := tx.SaveCondition(release.Condition{ID: 1}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a condition that does not exist: %v", err)
		}
		return nil
	})
	first := release.Condition{
		RFC: r.Number, Ballot: b.ID, Seat: "test-manager/si", Words: "Run the smoke test.", By: "bob", Owner: "ann", At: noon,
	}
	second := first
	second.Owner, second.Words = "cid", hostile[1]
	d.do(func(tx release.Tx) error { return errors.Join(tx.AddCondition(&first), tx.AddCondition(&second)) })
	open := func(owner release.PersonID, want ...release.Condition) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			got, err := tx.OpenConditions(owner)
			same(t, "open conditions", append([]release.Condition{}, want...), got)
			return err
		})
	}
	open("ann", first)
	open("", first, second)
	open("nobody")
	first.MetAt, first.MetBy, first.Evidence = noon.Add(time.Hour), "ann", "https://example.org/report"
	d.do(func(tx release.Tx) error { return tx.SaveCondition(first) })
	open("", second)
	d.do(func(tx release.Tx) error {
		got, err := tx.ConditionsOf(r.Number)
		same(t, "conditions of the RFC", []release.Condition{first, second}, got)
		one, errOne := tx.Condition(first.ID, release.ExclusiveLock)
		same(t, "condition", first, one)
		return errors.Join(err, errOne)
	})
	first.MetAt, first.MetBy, first.Evidence = time.Time{}, "", "" // evidence may be taken away (T28, T35)
	d.do(func(tx release.Tx) error { return tx.SaveCondition(first) })
	open("", first, second)
}
