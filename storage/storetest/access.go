package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// testAccess holds that passes and sessions are found by their digests alone, that
// no two have the same, and that what ended long ago is forgotten and nothing else
// (M17).
func testAccess(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	pass := release.Pass{Person: "ann", Purpose: release.PassVote, Ballot: 7, Next: "/releases/7?a=" + hostile[1], MadeAt: noon, EndsAt: noon.Add(time.Hour)}
	later, armed := pass, pass
	later.MadeAt = noon.Add(time.Minute)
	armed.Person, armed.Digest, armed.EndsAt = "bob", "abc", noon.Add(2*time.Hour)
	d.do(func(tx release.Tx) error {
		if err := errors.Join(tx.AddPass(&pass), tx.AddPass(&later), tx.AddPass(&armed)); err != nil {
			return err
		}
		if _, err := tx.PassBy("", release.NoLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a pass that nothing opens was opened by nothing: %v", err)
		}
		found, err := tx.PassesOf("ann", release.PassVote, 7, noon.Add(-time.Microsecond))
		same(t, "a person's passes, the newest first", []release.Pass{later, pass}, found)
		if others, err := tx.PassesOf("ann", release.PassVote, 7, noon); err != nil || len(others) != 1 {
			t.Errorf("made after noon: %v, %v", others, err)
		}
		for _, none := range []release.Pass{{Person: "bob", Purpose: release.PassVote, Ballot: 8}, {Person: "ann", Purpose: release.PassBoard, Ballot: 7}} {
			if all, err := tx.PassesOf(none.Person, none.Purpose, none.Ballot, time.Time{}); err != nil || len(all) != 0 {
				t.Errorf("passes of %+v: %v, %v", none, all, err)
			}
		}
		return err
	})
	armed.UsedAt, armed.Tries = noon.Add(time.Second), 3
	d.do(func(tx release.Tx) error {
		if err := tx.SavePass(release.Pass{ID: 99}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a pass that does not exist: %v", err)
		}
		return tx.SavePass(armed)
	})
	d.do(func(tx release.Tx) error {
		got, err := tx.PassBy("abc", release.ExclusiveLock)
		same(t, "a used pass", armed, got)
		byID, err2 := tx.Pass(pass.ID, release.ExclusiveLock)
		same(t, "a pass by its id", pass, byID)
		return errors.Join(err, err2)
	})
	twin := armed
	if err := d.Within(t.Context(), func(tx release.Tx) error { return tx.AddPass(&twin) }); err == nil {
		t.Error("two passes have one digest")
	}
	testSessions(t, d)
	d.do(func(tx release.Tx) error { return tx.ForgetAccess(noon.Add(2 * time.Hour)) })
	d.do(func(tx release.Tx) error {
		_, gone := tx.Pass(pass.ID, release.NoLock)
		_, kept := tx.Pass(armed.ID, release.NoLock)
		_, out := tx.SessionBy("one", release.NoLock)
		_, in := tx.SessionBy("two", release.NoLock)
		if !errors.Is(gone, release.ErrNotFound) || !errors.Is(out, release.ErrNotFound) {
			t.Errorf("what ended is still there: %v, %v", gone, out)
		}
		return errors.Join(kept, in)
	})
}

func testSessions(t *testing.T, d *desk) {
	t.Helper()
	one := release.Session{
		Person: "ann", Digest: "one", Road: release.InByLink, Agent: hostile[1], BeganAt: noon, SeenAt: noon, EndsAt: noon.Add(time.Hour),
	}
	two := one
	two.Digest, two.Road, two.BeganAt, two.EndsAt = "two", release.InByAccount, noon.Add(time.Minute), noon.Add(12*time.Hour)
	d.do(func(tx release.Tx) error {
		if err := errors.Join(tx.AddSession(&one), tx.AddSession(&two)); err != nil {
			return err
		}
		if _, err := tx.SessionBy("three", release.NoLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a session that does not exist: %v", err)
		}
		if err := tx.SaveSession(release.Session{ID: 99}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a session that does not exist: %v", err)
		}
		found, err := tx.SessionsOf("ann", noon)
		same(t, "a person's sessions, the newest first", []release.Session{two, one}, found)
		return err
	})
	one.SeenAt, one.EndedAt = noon.Add(time.Second), noon.Add(time.Second)
	d.do(func(tx release.Tx) error { return tx.SaveSession(one) })
	d.do(func(tx release.Tx) error {
		got, err := tx.SessionBy("one", release.ExclusiveLock)
		same(t, "an ended session", one, got)
		found, err2 := tx.SessionsOf("ann", noon)
		same(t, "sessions that go on", []release.Session{two}, found)
		if late, err := tx.SessionsOf("ann", two.EndsAt); err != nil || len(late) != 0 {
			t.Errorf("sessions that end later: %v, %v", late, err)
		}
		return errors.Join(err, err2)
	})
	twin := two
	if err := d.Within(t.Context(), func(tx release.Tx) error { return tx.AddSession(&twin) }); err == nil {
		t.Error("two sessions have one digest")
	}
}
