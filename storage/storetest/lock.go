package storetest

import (
	"errors"
	"testing"

	"gonogo.dev/release"
)

// testLock shows that voters never wait for each other, and that a voter and
// whoever closes exclude each other (T23).
func testLock(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	_, b := d.opened()
	if d.onPostgres() {
		testVotersPass(t, d, b)
		testWaits(t, d, b, release.SharedLock, release.ExclusiveLock)
		testWaits(t, d, b, release.ExclusiveLock, release.SharedLock)
		return
	}
	testAlone(t, d, b)
}

// testVotersPass casts a vote from beginning to end while another voter of the
// same seat holds the ballot with everything written and nothing committed.
func testVotersPass(t *testing.T, d *desk, b release.Ballot) {
	t.Helper()
	cast := func(intent string, then func()) {
		d.do(func(tx release.Tx) error {
			if _, err := tx.Ballot(b.ID, release.SharedLock); err != nil {
				return err
			}
			v := vote(b.ID, release.VoteGo)
			if err := tx.AddVote(&v); err != nil {
				return err
			}
			if err := tx.Append(entry(intent, b.ID, b.RFC)); err != nil {
				return err
			}
			then()
			return nil
		})
	}
	cast("outer", func() { cast("inner", func() {}) })
	if n := d.number(`SELECT count(*) FROM votes`); n != 2 {
		t.Errorf("%d votes of 2", n)
	}
}

// testWaits shows that the second lock is got only when the first is over, and
// that its holder then sees what the first did.
func testWaits(t *testing.T, d *desk, b release.Ballot, first, second release.Lock) {
	t.Helper()
	held, done := make(chan struct{}), make(chan error)
	over := make(chan struct{})
	go func() {
		done <- d.Within(t.Context(), func(tx release.Tx) error {
			if _, err := tx.Ballot(b.ID, first); err != nil {
				return err
			}
			v := vote(b.ID, release.VoteGo)
			if err := tx.AddVote(&v); err != nil {
				return err
			}
			if first == release.ExclusiveLock {
				b.VoidReason = "seen by the second"
				if err := tx.SaveBallot(b, noon); err != nil {
					return err
				}
			}
			close(held)
			<-over
			return nil
		})
	}()
	<-held
	got := make(chan release.Ballot, 1)
	go func() {
		done <- d.Within(t.Context(), func(tx release.Tx) error {
			b, err := tx.Ballot(b.ID, second)
			got <- b
			return err
		})
	}()
	until(t, "the second waits", func() bool {
		return d.number(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) > 0
	})
	select {
	case <-got:
		t.Errorf("lock %d was got while lock %d was held", second, first)
	default:
	}
	close(over)
	if err := errors.Join(<-done, <-done); err != nil {
		t.Error(err)
	}
	after := <-got
	last := d.number(`SELECT max(id) FROM votes`)
	if second == release.ExclusiveLock && (len(after.Votes) != 1 || after.Votes[0].ID != last) {
		t.Errorf("whoever closes sees %v, not the last vote, %d", after.Votes, last)
	}
	if second == release.SharedLock && after.VoidReason == "" {
		t.Error("a voter who waited sees the ballot as it was before the close")
	}
}

// testAlone shows that a database without row locks runs one transaction at a
// time, also against another process.
func testAlone(t *testing.T, d *desk, b release.Ballot) {
	t.Helper()
	raw := d.raw()
	conn, err := raw.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(t.Context(), `PRAGMA busy_timeout = 0`); err != nil {
		t.Fatal(err)
	}
	d.do(func(tx release.Tx) error {
		if _, err := tx.Ballot(b.ID, release.SharedLock); err != nil {
			return err
		}
		if _, err := conn.ExecContext(t.Context(), `BEGIN IMMEDIATE`); err == nil {
			t.Error("two transactions write at once")
		}
		return nil
	})
	if _, err := conn.ExecContext(t.Context(), `BEGIN IMMEDIATE; ROLLBACK`); err != nil {
		t.Errorf("nobody is at work, yet: %v", err)
	}
}
