package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// testAsOf replays a day and asks at each hour what was true then.
func testAsOf(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	hour := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Hour) }
	r, b := d.opened() // noon: raised, ballot open
	raised, open := r, b
	v := vote(b.ID, release.VoteConditional)
	v.At = hour(1)
	c := release.Condition{RFC: r.Number, Ballot: b.ID, Seat: v.Seat, Words: "w", By: "ann", Owner: "bob", At: hour(2)}
	closed := b
	closed.State, closed.ClosedAt, closed.ClosedBy = release.BallotClosed, hour(2), "ann"
	closed.Outcome, closed.OverrideReason = release.OutcomeGo, "why"
	d.do(func(tx release.Tx) error { return tx.AddVote(&v) })
	d.do(func(tx release.Tx) error {
		r.State, r.UpdatedAt = release.Go, hour(2)
		return errors.Join(tx.SaveBallot(closed, time.Time{}), tx.SaveRFC(&r), tx.AddCondition(&c))
	})
	decided := r
	met := c
	met.MetAt, met.MetBy, met.Evidence = hour(3), "bob", "link"
	d.do(func(tx release.Tx) error {
		r.State, r.UpdatedAt = release.Withdrawn, hour(3)
		return errors.Join(tx.SaveCondition(met), tx.SaveRFC(&r))
	})
	open.Votes, closed.Votes = []release.Vote{v}, []release.Vote{v}
	unvoted := open
	unvoted.Votes = nil
	for _, one := range []struct {
		name       string
		at         time.Time
		rfcs       []release.RFC
		ballots    []release.Ballot
		conditions []release.Condition
	}{
		{"before", noon.Add(-time.Microsecond), []release.RFC{}, []release.Ballot{}, []release.Condition{}},
		{"raised", noon, []release.RFC{raised}, []release.Ballot{unvoted}, []release.Condition{}},
		{"voted", hour(1), []release.RFC{raised}, []release.Ballot{open}, []release.Condition{}},
		{"decided", hour(2), []release.RFC{decided}, []release.Ballot{closed}, []release.Condition{c}},
		{"just before the end", hour(3).Add(-time.Microsecond), []release.RFC{decided}, []release.Ballot{closed}, []release.Condition{c}},
		{"the end", hour(3), []release.RFC{r}, []release.Ballot{closed}, []release.Condition{met}},
	} {
		rfcs, err := d.RFCsAsOf(t.Context(), one.at)
		same(t, one.name+": RFCs", one.rfcs, rfcs)
		ballots, errB := d.BallotsAsOf(t.Context(), one.at)
		same(t, one.name+": ballots", one.ballots, ballots)
		conditions, errC := d.ConditionsAsOf(t.Context(), one.at)
		same(t, one.name+": conditions", one.conditions, conditions)
		if err := errors.Join(err, errB, errC); err != nil {
			t.Error(err)
		}
	}
}
