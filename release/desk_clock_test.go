package release_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// T25: silent seats are reminded by direct message, each reminder once.
func TestReminders(t *testing.T) {
	b := newBoard(t)
	poll := b.poll(b.raise(content()).Number)
	b.vote(poll.ID, "rm", release.VoteGo, "")
	b.vote(poll.ID, "ex-dev2", release.VoteGo, "") // speaks for ex-dev too
	b.pass(24*time.Hour - 1)
	if got := b.told(release.NoticeReminder, release.ByDirect); len(got) != 0 {
		t.Fatalf("reminded %v too early", got)
	}
	b.pass(1)
	silentOnes := []release.PersonID{"defect", "env", "test"}
	if got := b.told(release.NoticeReminder, release.ByDirect); !slices.Equal(got, silentOnes) {
		t.Fatalf("reminded %v; want %v", got, silentOnes)
	}
	b.pass(time.Hour)
	if got := b.told(release.NoticeReminder, release.ByDirect); len(got) != 3 {
		t.Fatalf("reminded twice: %v", got)
	}
	b.vote(poll.ID, "env", release.VoteGo, "")
	b.pass(21 * time.Hour)
	if got := b.told(release.NoticeReminder, release.ByDirect); !slices.Equal(got, []release.PersonID{"defect", "defect", "env", "test", "test"}) {
		t.Fatalf("reminded %v; want the two who are still silent once more", got)
	}
	if got := b.told(release.NoticeReminder, release.ByMail); len(got) != 0 {
		t.Errorf("mailed %v", got)
	}
}

// T18: reminders that were missed in an outage are one.
func TestMissedRemindersAreOne(t *testing.T) {
	b := newBoard(t)
	b.raise(content())
	b.pass(47 * time.Hour)
	if got := b.told(release.NoticeReminder, release.ByDirect); len(got) != 6 {
		t.Errorf("reminded %v; want each of the six once", got)
	}
	b.pass(time.Minute)
	if got := b.told(release.NoticeReminder, release.ByDirect); len(got) != 6 {
		t.Errorf("reminded again: %v", got)
	}
}

// A retired person is told nothing, though their seat was frozen with them.
func TestTheRetiredAreNotReminded(t *testing.T) {
	b := newBoard(t)
	poll := b.poll(b.raise(content()).Number)
	b.everybody(poll.ID, release.VoteGo)
	b.vote(poll.ID, "env", release.VoteConditional, "A backup.")
	b.pass(30 * time.Minute)
	_, err := b.desk.OpenGoNoGo(t.Context(), b.as("rm"), 1, time.Time{})
	b.must(err)
	p := programme()
	retire(&p, "env")
	retire(&p, "ex-rm")
	b.apply(p)
	b.must(second(b.desk.MeetCondition(t.Context(), b.as("rm"), 1, "Backup 4711")))
	before := len(b.store.snapshot().Notices)
	b.pass(20 * time.Hour)
	b.pass(4 * time.Hour)
	for _, n := range b.store.snapshot().Notices[before:] {
		if n.To == "env" || n.To == "ex-rm" {
			t.Errorf("%s is told by %s of %s although retired", n.To, n.Road, n.Event.Kind)
		}
	}
	if got := b.told(release.NoticeCondition, release.ByDirect); len(got) != 0 {
		t.Errorf("told %v of a condition", got)
	}
}

// The clockwork may run as often as one likes, in every replica.
func TestTickIsIdempotent(t *testing.T) {
	b := newBoard(t)
	b.raise(content())
	b.raise(content())
	b.everybody(b.poll(2).ID, release.VoteGo)
	for _, step := range []time.Duration{30 * time.Minute, 24 * time.Hour, 25 * time.Hour} {
		b.pass(step)
		before := b.store.snapshot()
		for range 3 {
			if due, err := b.desk.Tick(t.Context()); err != nil || due != 0 {
				t.Fatalf("%d votes are due once more, %v", due, err)
			}
		}
		if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
			t.Errorf("another tick changed something:\n%s", diff)
		}
	}
	b.in(1, release.Undecided)
	b.in(2, release.Approved)
	b.must(b.desk.Settle(t.Context(), 1)) // a vote that ended long ago
	if err := b.desk.Settle(t.Context(), 99); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("settle a vote that does not exist: %v", err)
	}
}

// A vote is settled as soon as the last seat has spoken, when the minimum time
// is over by then (T24).
func TestSettleAfterTheLastVote(t *testing.T) {
	b := newBoard(t)
	poll := b.poll(b.raise(content()).Number)
	b.pass(time.Hour)
	b.everybody(poll.ID, release.VoteGo)
	b.must(b.desk.Settle(t.Context(), poll.ID))
	b.in(1, release.Approved)
}

// broken is a store in which one ballot cannot be read.
type broken struct {
	*memory
	ballot int64
}

type brokenTx struct {
	release.Tx
	ballot int64
}

func (s broken) Within(ctx context.Context, fn func(release.Tx) error) error {
	return s.memory.Within(ctx, func(tx release.Tx) error { return fn(brokenTx{Tx: tx, ballot: s.ballot}) })
}

func (t brokenTx) Ballot(id int64, lock release.Lock) (release.Ballot, error) {
	if id == t.ballot {
		return release.Ballot{}, errFire
	}
	return t.Tx.Ballot(id, lock)
}

// A vote that cannot be settled is a fault, and holds up no other.
func TestOneBrokenBallotHoldsUpNoOther(t *testing.T) {
	b := newBoard(t)
	b.raise(content())
	b.raise(content())
	b.clock = b.clock.Add(48 * time.Hour)
	desk := release.NewDesk(broken{memory: b.store, ballot: 1}, func() time.Time { return b.clock })
	due, err := desk.Tick(t.Context())
	if due != 2 || !errors.Is(err, errFire) {
		t.Errorf("%d due, %v; want 2 and the fault", due, err)
	}
	if _, ok := release.AsRefusal(err); ok {
		t.Error("a fault is taken for a refusal")
	}
	b.in(1, release.Raised)
	b.in(2, release.Undecided)
}
