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
		rfcs, err := d.RFCsAsOf(t.Context(), time.Time{}, one.at)
		same(t, one.name+": RFCs", one.rfcs, rfcs)
		ballots, errB := d.BallotsAsOf(t.Context(), time.Time{}, one.at)
		same(t, one.name+": ballots", one.ballots, ballots)
		conditions, errC := d.ConditionsAsOf(t.Context(), time.Time{}, one.at)
		same(t, one.name+": conditions", one.conditions, conditions)
		if err := errors.Join(err, errB, errC); err != nil {
			t.Error(err)
		}
	}
}

// testBounded shows what a report does not read: what had ended before the time
// it looks back on, however much of it there is; and that it reads what ended
// since, what is open, and what was open then (R101).
func testBounded(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	day := func(n int) time.Time { return noon.AddDate(0, 0, n) }
	add := func(raised int, ended int) int {
		r := rfc()
		r.CreatedAt, r.RaisedAt, r.UpdatedAt = day(raised), day(raised), day(raised)
		b := ballot(0)
		b.OpenedAt = day(raised)
		d.do(func(tx release.Tx) error {
			if err := tx.AddRFC(&r); err != nil {
				return err
			}
			b.RFC = r.Number
			c := release.Condition{RFC: r.Number, Words: "w", By: "ann", Owner: "bob", At: day(raised)}
			return errors.Join(tx.AddBallot(&b, time.Time{}), tx.AddCondition(&c))
		})
		if ended == 0 {
			return r.Number
		}
		d.do(func(tx release.Tx) error {
			b.State, b.ClosedAt, b.Outcome = release.BallotClosed, day(ended), release.OutcomeNoGo
			r.State, r.UpdatedAt = release.Rejected, day(ended)
			return errors.Join(tx.SaveBallot(b, time.Time{}), tx.SaveRFC(&r))
		})
		return r.Number
	}
	old, lately, open, later := add(-40, -30), add(-20, -3), add(-50, 0), add(-20, 5)
	add(2, 0) // nobody knows of it yet
	for _, one := range []struct {
		name  string
		since time.Time
		want  []int
	}{
		{"a week", day(-7), []int{lately, open, later}},
		{"everything", time.Time{}, []int{old, lately, open, later}},
	} {
		rfcs, err := d.RFCsAsOf(t.Context(), one.since, noon)
		ballots, errB := d.BallotsAsOf(t.Context(), one.since, noon)
		conditions, errC := d.ConditionsAsOf(t.Context(), one.since, noon)
		if err := errors.Join(err, errB, errC); err != nil {
			t.Fatal(err)
		}
		var read, voted, asked []int
		for _, r := range rfcs {
			read = append(read, r.Number)
			if r.Number == later && r.State != release.Raised {
				t.Errorf("%s: what was rejected later is %s", one.name, r.State)
			}
		}
		for _, b := range ballots {
			voted = append(voted, b.RFC)
		}
		for _, c := range conditions {
			asked = append(asked, c.RFC)
		}
		same(t, one.name+": RFCs", one.want, read)
		same(t, one.name+": ballots", one.want, voted)
		same(t, one.name+": conditions", one.want, asked)
	}
}
