package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// newReleases keeps some releases of a system and returns their numbers.
func newReleases(t *testing.T, d *desk, n int) []int {
	t.Helper()
	numbers := make([]int, n)
	d.do(func(tx release.Tx) error {
		for i := range numbers {
			r := release.Release{Version: release.Version{Major: 1, Minor: i}, Content: release.ReleaseContent{System: "dip"}, CreatedAt: noon, UpdatedAt: noon}
			if err := tx.AddRelease(&r); err != nil {
				return err
			}
			numbers[i] = r.Number
		}
		return nil
	})
	return numbers
}

// testAction holds what R40 asks of the database: no work-off action is lost, and
// what is open is found by whose it is and what it is of.
func testAction(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	numbers := newReleases(t, d, 2)
	d.do(func(tx release.Tx) error {
		if _, err := tx.Action(1, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("an action that does not exist: %v", err)
		}
		if err := tx.SaveAction(release.Action{ID: 1}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save an action that does not exist: %v", err)
		}
		return nil
	})
	first := release.Action{
		Release: numbers[0], What: hostile[1], Owner: "ann", Due: noon.Add(48 * time.Hour), From: release.FromReview, By: "bob", At: noon,
	}
	second, other := first, first
	second.Due, second.Owner, second.Issue, second.From = noon.Add(24*time.Hour), "bob", 3, release.FromSupport
	other.Release = numbers[1]
	d.do(func(tx release.Tx) error {
		return errors.Join(tx.AddAction(&first), tx.AddAction(&second), tx.AddAction(&other))
	})
	find := func(what string, f release.ActionFilter, want ...release.Action) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			found, err := tx.FindActions(f)
			if len(want)+len(found) > 0 {
				same(t, what, want, found)
			}
			return err
		})
	}
	find("all actions by their day", release.ActionFilter{}, second, first, other)
	find("a release's actions", release.ActionFilter{Release: numbers[0]}, second, first)
	find("an owner's actions", release.ActionFilter{Owner: "ann"}, first, other)
	find("an issue's actions", release.ActionFilter{Issue: 3}, second)
	first.EndedAt, first.EndedBy, first.Evidence = noon.Add(time.Hour), "cid", hostile[1]
	other.EndedAt, other.EndedBy, other.Cancelled = noon.Add(time.Hour), "cid", hostile[1]
	d.do(func(tx release.Tx) error { return errors.Join(tx.SaveAction(first), tx.SaveAction(other)) })
	find("open actions", release.ActionFilter{Open: true}, second)
	for _, then := range []struct {
		at   time.Time
		want int
	}{{noon.Add(-time.Microsecond), 0}, {noon, 3}, {noon.Add(time.Hour), 1}} {
		if got, err := d.ActionsAsOf(t.Context(), then.at); err != nil || len(got) != then.want {
			t.Errorf("open at %s: %v, %v", then.at, got, err)
		}
	}
	find("nobody's actions", release.ActionFilter{Owner: "eve"})
	d.do(func(tx release.Tx) error {
		one, err := tx.Action(first.ID, release.ExclusiveLock)
		same(t, "a done action", first, one)
		return err
	})
}

// testSupport holds that a release has one early life support, that what ended is
// found until it is summed up, and that no issue is lost (S1).
func testSupport(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	numbers := newReleases(t, d, 2)
	long := release.Support{
		Release: numbers[0], System: "dip", Environments: []release.EnvironmentID{"uit", "sit-a"}, From: noon, Until: noon.Add(48 * time.Hour),
	}
	short := long
	short.Release, short.Until, short.System = numbers[1], noon.Add(24*time.Hour), "other"
	d.do(func(tx release.Tx) error {
		if _, err := tx.Support(numbers[0], release.NoLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a support that does not exist: %v", err)
		}
		if err := tx.SaveSupport(long); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a support that does not exist: %v", err)
		}
		return errors.Join(tx.AddSupport(long), tx.AddSupport(short))
	})
	if err := d.Within(t.Context(), func(tx release.Tx) error { return tx.AddSupport(long) }); err == nil {
		t.Error("a release has two supports")
	}
	find := func(what string, f release.SupportFilter, want ...release.Support) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			found, err := tx.FindSupports(f)
			if len(want)+len(found) > 0 {
				same(t, what, want, found)
			}
			return err
		})
	}
	find("all supports by their end", release.SupportFilter{}, short, long)
	find("a system's support", release.SupportFilter{System: "dip"}, long)
	find("what runs at its beginning", release.SupportFilter{At: noon}, short, long)
	find("what runs at the end of one", release.SupportFilter{At: short.Until}, long)
	find("what is due before anything ended", release.SupportFilter{Due: short.Until.Add(-time.Microsecond)})
	find("what is due", release.SupportFilter{Due: short.Until}, short)
	short.SummedAt, short.Digest = short.Until, "abc"
	d.do(func(tx release.Tx) error { return tx.SaveSupport(short) })
	find("what was summed up is due no more", release.SupportFilter{Due: long.Until}, long)
	d.do(func(tx release.Tx) error {
		one, err := tx.Support(short.Release, release.ExclusiveLock)
		same(t, "a summed up support", short, one)
		return err
	})
	testSupportIssues(t, d, numbers)
}

func testSupportIssues(t *testing.T, d *desk, numbers []int) {
	t.Helper()
	first := release.SupportIssue{
		Release: numbers[0], System: "dip", Environment: "uit", Title: hostile[1], Severity: release.High, Ref: "DEF-9", By: "ann", At: noon,
	}
	second, other := first, first
	second.At, second.Severity = noon.Add(time.Hour), release.Blocking
	other.Release = numbers[1]
	d.do(func(tx release.Tx) error {
		if _, err := tx.SupportIssue(1, release.NoLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("an issue that does not exist: %v", err)
		}
		if err := tx.SaveSupportIssue(release.SupportIssue{ID: 1}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save an issue that does not exist: %v", err)
		}
		return errors.Join(tx.AddSupportIssue(&first), tx.AddSupportIssue(&second), tx.AddSupportIssue(&other))
	})
	first.ResolvedAt, first.ResolvedBy, first.Resolution = noon.Add(2*time.Hour), "bob", hostile[1]
	d.do(func(tx release.Tx) error { return tx.SaveSupportIssue(first) })
	d.do(func(tx release.Tx) error {
		found, err := tx.SupportIssues(numbers[0])
		same(t, "a release's issues", []release.SupportIssue{first, second}, found)
		one, errOne := tx.SupportIssue(other.ID, release.ExclusiveLock)
		same(t, "an issue", other, one)
		return errors.Join(err, errOne)
	})
}
