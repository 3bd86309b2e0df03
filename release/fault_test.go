package release_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

var errFire = errors.New("the disk is on fire")

// failing is a store whose calls fail from a given one on.
type failing struct {
	*memory
	calls int // that still succeed
}

type failingTx struct {
	release.Tx
	store *failing
}

func (s *failing) Within(ctx context.Context, fn func(release.Tx) error) error {
	return s.memory.Within(ctx, func(tx release.Tx) error { return fn(failingTx{Tx: tx, store: s}) })
}

// try counts a call down and fails when none is left.
func try[T any](t failingTx, call func() (T, error)) (T, error) {
	if t.store.calls--; t.store.calls < 0 {
		var none T
		return none, errFire
	}
	return call()
}

func (t failingTx) do(call func() error) error {
	_, err := try(t, func() (struct{}, error) { return struct{}{}, call() })
	return err
}

func (t failingTx) Programme() (*release.Programme, error) { return try(t, t.Tx.Programme) }

func (t failingTx) ProgrammeAt(version int) (*release.Programme, error) {
	return try(t, func() (*release.Programme, error) { return t.Tx.ProgrammeAt(version) })
}

func (t failingTx) ProgrammeApplied(version int) (time.Time, error) {
	return try(t, func() (time.Time, error) { return t.Tx.ProgrammeApplied(version) })
}

func (t failingTx) AddProgramme(p *release.Programme, by release.PersonID, at time.Time) error {
	return t.do(func() error { return t.Tx.AddProgramme(p, by, at) })
}

func (t failingTx) Cadences() (map[release.PersonID]release.Cadence, error) {
	return try(t, t.Tx.Cadences)
}

func (t failingTx) SetCadence(id release.PersonID, c release.Cadence) error {
	return t.do(func() error { return t.Tx.SetCadence(id, c) })
}

func (t failingTx) Unwanted() (map[release.PersonID][]release.Stream, error) {
	return try(t, t.Tx.Unwanted)
}

func (t failingTx) SetWanted(id release.PersonID, s release.Stream, wanted bool, at time.Time) error {
	return t.do(func() error { return t.Tx.SetWanted(id, s, wanted, at) })
}

func (t failingTx) RFC(number int, lock release.Lock) (release.RFC, error) {
	return try(t, func() (release.RFC, error) { return t.Tx.RFC(number, lock) })
}

func (t failingTx) FindRFCs(f release.RFCFilter) ([]release.RFC, error) {
	return try(t, func() ([]release.RFC, error) { return t.Tx.FindRFCs(f) })
}

func (t failingTx) AddRFC(r *release.RFC) error {
	return t.do(func() error { return t.Tx.AddRFC(r) })
}

func (t failingTx) SaveRFC(r *release.RFC) error {
	return t.do(func() error { return t.Tx.SaveRFC(r) })
}

func (t failingTx) Ballot(id int64, lock release.Lock) (release.Ballot, error) {
	return try(t, func() (release.Ballot, error) { return t.Tx.Ballot(id, lock) })
}

func (t failingTx) BallotsOf(rfc int) ([]release.Ballot, error) {
	return try(t, func() ([]release.Ballot, error) { return t.Tx.BallotsOf(rfc) })
}

func (t failingTx) OpenBallots() ([]release.Ballot, error) { return try(t, t.Tx.OpenBallots) }

func (t failingTx) DueBallots(now time.Time) ([]int64, error) {
	return try(t, func() ([]int64, error) { return t.Tx.DueBallots(now) })
}

func (t failingTx) AddBallot(b *release.Ballot, due time.Time) error {
	return t.do(func() error { return t.Tx.AddBallot(b, due) })
}

func (t failingTx) SaveBallot(b release.Ballot, due time.Time) error {
	return t.do(func() error { return t.Tx.SaveBallot(b, due) })
}

func (t failingTx) AddVote(v *release.Vote) error {
	return t.do(func() error { return t.Tx.AddVote(v) })
}

func (t failingTx) Condition(id int64, lock release.Lock) (release.Condition, error) {
	return try(t, func() (release.Condition, error) { return t.Tx.Condition(id, lock) })
}

func (t failingTx) ConditionsOf(rfc int) ([]release.Condition, error) {
	return try(t, func() ([]release.Condition, error) { return t.Tx.ConditionsOf(rfc) })
}

func (t failingTx) OpenConditions(owner release.PersonID) ([]release.Condition, error) {
	return try(t, func() ([]release.Condition, error) { return t.Tx.OpenConditions(owner) })
}

func (t failingTx) AddCondition(c *release.Condition) error {
	return t.do(func() error { return t.Tx.AddCondition(c) })
}

func (t failingTx) SaveCondition(c release.Condition) error {
	return t.do(func() error { return t.Tx.SaveCondition(c) })
}

func (t failingTx) Append(e release.Entry) error {
	return t.do(func() error { return t.Tx.Append(e) })
}

func (t failingTx) Promise(notices ...release.Notice) error {
	return t.do(func() error { return t.Tx.Promise(notices...) })
}

// others are what the Desk does besides the acts of people.
func others() []verb {
	return []verb{
		{"tick", func(b *board, _ release.Intent) error { return second(b.desk.Tick(b.Context())) }},
		{"apply", func(b *board, _ release.Intent) error {
			p := programme()
			retire(&p, "dcc-dev")
			return second(b.desk.ApplyProgramme(b.Context(), p, release.Operator))
		}},
		{"plan", func(b *board, _ release.Intent) error {
			return second(b.desk.PlanProgramme(b.Context(), programme()))
		}},
		{"read", func(b *board, in release.Intent) error { return second(b.desk.Read(b.Context(), in.By, 1)) }},
		{"list", func(b *board, in release.Intent) error {
			return second(b.desk.List(b.Context(), in.By, release.RFCFilter{}))
		}},
		{"waiting", func(b *board, in release.Intent) error { return second(b.desk.Waiting(b.Context(), in.By)) }},
		{"open votes", func(b *board, _ release.Intent) error { return second(b.desk.OpenVotes(b.Context())) }},
		{"who", func(b *board, _ release.Intent) error {
			_, _, err := b.desk.Who(b.Context(), release.SlackID{Team: "T1", User: "U-rm"})
			return err
		}},
	}
}

// Whichever call of the store fails, the act fails with that fault, which is
// no refusal, and nothing is kept of it: business change, ledger and notices
// are one transaction.
func TestAFaultAnywhereKeepsNothing(t *testing.T) {
	for _, v := range append(verbs(), others()...) {
		t.Run(v.name, func(t *testing.T) {
			b := newBoard(t)
			ready(b, v.name)
			plain := b.desk
			before := b.store.snapshot()
			for calls := 0; ; calls++ {
				b.desk = release.NewDesk(&failing{memory: b.store, calls: calls}, func() time.Time { return b.clock })
				in := b.as("rm")
				if v.name == "waiting" {
					in.By = "ex-rm"
				}
				err := v.do(b, in)
				if err == nil {
					break
				}
				if _, refusal := release.AsRefusal(err); refusal || !errors.Is(err, errFire) {
					t.Fatalf("with %d calls that succeed: %v", calls, err)
				}
				if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
					t.Fatalf("with %d calls that succeed something was kept:\n%s", calls, diff)
				}
			}
			b.desk = plain
		})
	}
}

// ready makes an act possible: RFC 1, its vote 1, a condition 1 where it needs one.
func ready(b *board, act string) {
	b.Helper()
	poll := b.poll(b.raise(content()).Number)
	switch act {
	case "ask again":
		b.pass(48 * time.Hour)
	case "open the Go/No-Go":
		b.everybody(poll.ID, release.VoteGo)
		b.pass(30 * time.Minute)
		p := programme()
		retire(&p, "dno-rep") // the policy of the older version is to be read
		b.apply(p)
	case "close":
		b.everybody(poll.ID, release.VoteConditional, "A backup.")
		b.clock = b.clock.Add(30 * time.Minute)
	case "tick":
		b.clock = b.clock.Add(24 * time.Hour)
	case "meet a condition", "waiting":
		b.everybody(poll.ID, release.VoteConditional, "A backup.")
		b.pass(30 * time.Minute)
		b.raise(content())
	}
}
