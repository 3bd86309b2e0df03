package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

func testBallot(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	d.do(func(tx release.Tx) error {
		for _, lock := range []release.Lock{release.NoLock, release.SharedLock, release.ExclusiveLock} {
			if _, err := tx.Ballot(1, lock); !errors.Is(err, release.ErrNotFound) {
				t.Errorf("a ballot that does not exist: %v", err)
			}
		}
		if err := tx.SaveBallot(release.Ballot{ID: 1}, noon); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a ballot that does not exist: %v", err)
		}
		return nil
	})
	_, b := d.opened()
	testVotes(t, d, &b)
	testZeroBallot(t, d, b)
	testDue(t, h.open(t))
}

// testVotes shows that votes are kept in order, that the last one stands for
// its seat, and that voters are spared them.
func testVotes(t *testing.T, d *desk, b *release.Ballot) {
	t.Helper()
	for i, text := range hostile {
		v := vote(b.ID, release.VoteNoGo)
		v.Words, v.At = text, noon.Add(-time.Duration(i)*time.Second) // the order is that of casting
		d.do(func(tx release.Tx) error {
			if err := tx.AddVote(&v); err != nil || i%2 == 0 {
				return err
			}
			got, err := tx.Ballot(b.ID, release.NoLock) // its own transaction sees it
			if len(got.Votes) != 1 || got.Votes[0].Words != v.Words {
				t.Errorf("after %d votes %v stand", i+1, got.Votes)
			}
			return err
		})
		if v.ID == 0 {
			t.Error("a vote has no id")
		}
		b.Votes = append(b.Votes, v)
	}
	d.do(func(tx release.Tx) error {
		for _, lock := range []release.Lock{release.NoLock, release.ExclusiveLock} {
			got, err := tx.Ballot(b.ID, lock)
			if err != nil {
				return err
			}
			same(t, "ballot", standing(*b), got)
		}
		got, err := tx.Ballot(b.ID, release.SharedLock)
		bare := *b
		bare.Votes, bare.Dossier, bare.Before = nil, nil, nil
		same(t, "a voter's ballot", bare, got)
		return err
	})
	d.do(func(tx release.Tx) error {
		all, err := tx.BallotsOf(b.RFC)
		same(t, "an RFC's ballots", []release.Ballot{standing(*b)}, all)
		none, errNone := tx.BallotsOf(99)
		if len(none) != 0 {
			t.Errorf("ballots of no RFC: %v", none)
		}
		return errors.Join(err, errNone)
	})
	unknown := vote(99, release.VoteGo)
	if err := d.Within(t.Context(), func(tx release.Tx) error { return tx.AddVote(&unknown) }); err == nil {
		t.Error("a vote on no ballot was kept")
	}
	err := d.Within(t.Context(), func(tx release.Tx) error { // nothing that follows hides it
		err := tx.AddVote(&unknown)
		_, after := tx.RFC(b.RFC, release.NoLock)
		return errors.Join(err, after)
	})
	if err == nil {
		t.Error("a vote on no ballot was forgotten")
	}
}

// standing returns a ballot of one seat with its last vote only.
func standing(b release.Ballot) release.Ballot {
	b.Votes = b.Votes[len(b.Votes)-1:]
	return b
}

// testZeroBallot shows that a ballot may lose everything but its votes (T35).
func testZeroBallot(t *testing.T, d *desk, b release.Ballot) {
	t.Helper()
	closed := standing(b)
	closed.State, closed.ClosedAt, closed.ClosedBy, closed.Outcome = release.BallotClosed, noon.Add(time.Hour), "ann", release.OutcomeGo
	closed.OverrideReason, closed.VoidReason, closed.Reminders = "risk taken", "void", nil
	bare := release.Ballot{ID: b.ID, RFC: b.RFC, OpenedAt: noon} // no seat, and so no vote that stands
	for _, want := range []release.Ballot{closed, bare} {
		d.do(func(tx release.Tx) error { return tx.SaveBallot(want, time.Time{}) })
		d.do(func(tx release.Tx) error {
			got, err := tx.Ballot(b.ID, release.NoLock)
			same(t, "saved ballot", want, got)
			return err
		})
	}
	if n := d.number(`SELECT count(*) FROM ballots WHERE CAST(seats AS text) = '[]' AND CAST(reminders AS text) = '[]'
		AND deadline IS NULL AND closed_at IS NULL AND next_due IS NULL`); n != 1 {
		t.Error("a nil slice is JSON null, or a zero time is not NULL")
	}
}

// testDue shows which ballots the clockwork looks at, to the microsecond.
func testDue(t *testing.T, d *desk) {
	t.Helper()
	var ids []int64
	for i, due := range []time.Time{noon.Add(time.Microsecond), noon, {}, noon.Add(-time.Hour)} {
		r, b := rfc(), release.Ballot{}
		d.do(func(tx release.Tx) error {
			if err := tx.AddRFC(&r); err != nil {
				return err
			}
			b = ballot(r.Number)
			b.Deadline = noon.Add(time.Duration(10-i) * time.Hour)
			return tx.AddBallot(&b, due)
		})
		ids = append(ids, b.ID)
	}
	check := func(now time.Time, want ...int64) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			got, err := tx.DueBallots(now)
			same(t, "due ballots", want, got)
			return err
		})
	}
	check(noon, ids[3], ids[1])
	check(noon.Add(time.Microsecond).In(time.FixedZone("X", 7200)), ids[3], ids[1], ids[0])
	d.do(func(tx release.Tx) error {
		b, err := tx.Ballot(ids[3], release.ExclusiveLock)
		if err != nil {
			return err
		}
		b.State = release.BallotVoid
		return tx.SaveBallot(b, noon.Add(-time.Hour)) // not open: never due
	})
	check(noon, ids[1])
	d.do(func(tx release.Tx) error {
		open, err := tx.OpenBallots()
		var got []int64
		for _, b := range open {
			got = append(got, b.ID)
		}
		same(t, "open ballots by deadline", []int64{ids[2], ids[1], ids[0]}, got)
		return err
	})
}
