package storetest

import (
	"cmp"
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// lives are random lives of everything that a report looks back on, as they were
// written: each RFC and release in all of its revisions, everything else as it ended.
type lives struct {
	rfcs       [][]release.RFC
	releases   [][]release.Release
	ballots    []release.Ballot
	conditions []release.Condition
	actions    []release.Action
	debts      []release.Debt
	bookings   []release.Booking
	statuses   []release.StatusReport
	comments   []release.ReadinessComment
}

// span is how long the lives last, until noon, in hours.
const span = 1200

// moments are instants in the order of time.
func moments(t *rapid.T, most int) []time.Time {
	hours := rapid.SliceOfNDistinct(rapid.IntRange(0, span), 1, most, rapid.ID).Draw(t, "hours")
	slices.Sort(hours)
	all := make([]time.Time, len(hours))
	for i, h := range hours {
		all[i] = noon.Add(time.Duration(h-span) * time.Hour)
	}
	return all
}

// ended is when something that began ended; zero is never.
func ended(t *rapid.T, from time.Time) time.Time {
	hours := rapid.IntRange(-100, 400).Draw(t, "ends after")
	if hours <= 0 {
		return time.Time{}
	}
	return from.Add(time.Duration(hours) * time.Hour)
}

// drawLives draws lives; ids are those that a new database gives.
func drawLives(t *rapid.T) lives {
	var l lives
	for number := 1; number <= 25; number++ {
		r := rfc()
		r.Number = number
		var all []release.RFC
		for i, at := range moments(t, 4) {
			if i == 0 {
				r.CreatedAt, r.RaisedAt = at, at
			} else {
				r.State = rapid.SampledFrom(release.RFCStates()).Draw(t, "state")
			}
			r.Revision, r.UpdatedAt = i+1, at
			all = append(all, r)
		}
		l.rfcs = append(l.rfcs, all)
		b := ballot(number)
		b.ID, b.OpenedAt, b.Purpose = int64(number), all[0].UpdatedAt, rapid.SampledFrom([]release.Purpose{release.Approval, release.Deployment}).Draw(t, "purpose")
		v := vote(b.ID, release.VoteGo)
		v.At = b.OpenedAt.Add(time.Hour)
		b.Votes = []release.Vote{v}
		if b.ClosedAt = ended(t, v.At); !b.ClosedAt.IsZero() {
			b.State, b.ClosedBy, b.Outcome = release.BallotClosed, "ann", release.OutcomeGo
		}
		l.ballots = append(l.ballots, b)
		c := release.Condition{ID: int64(number), RFC: number, Ballot: b.ID, Seat: v.Seat, Words: "w", By: "ann", Owner: "bob", At: v.At}
		if c.MetAt = ended(t, c.At); !c.MetAt.IsZero() {
			c.MetBy, c.Evidence = "bob", "link"
		}
		l.conditions = append(l.conditions, c)
	}
	l.drawReleases(t)
	l.drawTold(t)
	return l
}

// drawReleases draws releases with what is left to do after each.
func (l *lives) drawReleases(t *rapid.T) {
	for number := 1; number <= 15; number++ {
		r := planned(release.Version{Major: 1, Minor: number})
		r.Number, r.RFC, r.Build = number, 0, 0
		var all []release.Release
		for i, at := range moments(t, 5) {
			if i == 0 {
				r.CreatedAt = at
			} else {
				r.Stage = rapid.SampledFrom([]release.Stage{release.Building, release.Testing, release.Deploying, release.Regression, release.Regression, release.Regression, release.Reviewing, release.ClosedStage, release.Abandoned}).Draw(t, "stage")
			}
			r.Revision, r.UpdatedAt = i+1, at
			all = append(all, r)
		}
		l.releases = append(l.releases, all)
		from := all[0].UpdatedAt
		a := release.Action{ID: int64(number), Release: number, What: "w", Owner: "ann", Due: from.Add(72 * time.Hour), By: "ann", At: from}
		if a.EndedAt = ended(t, from); !a.EndedAt.IsZero() {
			a.EndedBy, a.Evidence = "bob", "link"
		}
		l.actions = append(l.actions, a)
		d := release.Debt{ID: int64(number), Release: number, System: "dip", Party: "si", Kind: release.Retrospective, Defects: []string{"DEF-1"}, Owner: "ann", Due: from.Add(96 * time.Hour), OpenedAt: from}
		if d.SettledAt = ended(t, from); !d.SettledAt.IsZero() {
			d.SettledBy, d.Evidence = "bob", "link"
		}
		l.debts = append(l.debts, d)
	}
}

// drawTold draws what people told and booked.
func (l *lives) drawTold(t *rapid.T) {
	for i, at := range moments(t, 30) {
		id := int64(i + 1)
		l.statuses = append(l.statuses, release.StatusReport{
			ID: id, Environment: rapid.SampledFrom([]release.EnvironmentID{"sit-a", "uit"}).Draw(t, "environment"),
			System: rapid.SampledFrom([]release.SystemID{"dip", "helix"}).Draw(t, "system"), Status: release.SystemDown, Reason: "r", At: at, By: "ann",
		})
		l.comments = append(l.comments, release.ReadinessComment{ID: id, Week: "2026-W47", By: "ann", At: at, Words: hostile[1]})
		b := booking("uit", 0, 0)
		b.ID, b.At = id, at
		b.Window.From = at.Add(time.Duration(rapid.IntRange(-50, 300).Draw(t, "from")) * time.Hour)
		b.Window.To = b.Window.From.Add(time.Duration(rapid.IntRange(1, 200).Draw(t, "lasts")) * time.Hour)
		if b.CancelledAt = ended(t, at); !b.CancelledAt.IsZero() {
			b.CancelledBy, b.CancelledWhy = "bob", "why"
		}
		l.bookings = append(l.bookings, b)
	}
}

// keep writes the lives.
func (l *lives) keep(d *desk) {
	p := programme()
	d.do(func(tx release.Tx) error {
		all := []error{tx.AddProgramme(&p, "ann", noon.Add(-2*span*time.Hour))}
		for i, versions := range l.rfcs {
			r := versions[0]
			all = append(all, tx.AddRFC(&r))
			for _, next := range versions[1:] {
				r.State, r.UpdatedAt = next.State, next.UpdatedAt
				all = append(all, tx.SaveRFC(&r))
			}
			b, c := l.ballots[i], l.conditions[i]
			b.State, b.ClosedAt, b.ClosedBy, b.Outcome = release.BallotOpen, time.Time{}, "", ""
			c.MetAt, c.MetBy, c.Evidence = time.Time{}, "", ""
			v := b.Votes[0]
			all = append(all, tx.AddBallot(&b, time.Time{}), tx.AddVote(&v), tx.SaveBallot(l.ballots[i], time.Time{}), tx.AddCondition(&c), tx.SaveCondition(l.conditions[i]))
			l.ballots[i].Votes[0] = v
		}
		for i, versions := range l.releases {
			r := versions[0]
			all = append(all, tx.AddRelease(&r))
			for _, next := range versions[1:] {
				r.Stage, r.UpdatedAt = next.Stage, next.UpdatedAt
				all = append(all, tx.SaveRelease(&r))
			}
			a, debt := l.actions[i], l.debts[i]
			all = append(all, tx.AddAction(&a), tx.SaveAction(l.actions[i]), tx.AddDebt(&debt), tx.SaveDebt(l.debts[i]))
		}
		for i := range l.statuses {
			s, c, b := l.statuses[i], l.comments[i], l.bookings[i]
			all = append(all, tx.AddStatus(&s), tx.AddReadinessComment(&c), tx.AddBooking(&b), tx.SaveBooking(l.bookings[i]))
		}
		return errors.Join(all...)
	})
}

// testLives shows that what a report reads, bounded, is what it would read if it read
// everything there ever was and left out what had not happened yet or was over: of
// random lives, at random instants (R101).
func testLives(t *testing.T, h *house) {
	t.Helper()
	for seed := range 3 {
		d, l := h.open(t), rapid.Custom(drawLives).Example(seed)
		l.keep(d)
		for _, at := range rapid.Custom(func(t *rapid.T) []time.Time { return moments(t, 12) }).Example(seed) {
			since := at.Add(-7 * 24 * time.Hour)
			l.holdVotes(t, d, since, at)
			l.holdOwed(t, d, at)
			l.holdTold(t, d, since, at)
			l.holdReleases(t, d, since, at)
			l.holdHistory(t, d, since, at)
		}
	}
}

// kept returns what fits, in a new slice that is never nil.
func kept[T any](all []T, fits func(T) bool) []T {
	return append([]T{}, slices.DeleteFunc(slices.Clone(all), func(x T) bool { return !fits(x) })...)
}

// asOf returns the last revision not after an instant.
func asOf[T any](versions []T, at time.Time, when func(T) time.Time) (T, bool) {
	var last T
	found := false
	for _, v := range versions {
		if !when(v).After(at) {
			last, found = v, true
		}
	}
	return last, found
}

func updated(r release.RFC) time.Time { return r.UpdatedAt }

// wanted returns the RFCs that were open at an instant or had changed since another.
func (l *lives) wanted(since, at time.Time) []release.RFC {
	all := []release.RFC{}
	for _, versions := range l.rfcs {
		if r, ok := asOf(versions, at, updated); ok && (r.State.Open() || r.UpdatedAt.After(since)) {
			all = append(all, r)
		}
	}
	return all
}

// within tells whether something happened in (since, at].
func within(x, since, at time.Time) bool { return x.After(since) && !x.After(at) }

// endsAfter tells whether something that had begun had not ended by an instant.
func endsAfter(from, to, at time.Time) bool { return !from.After(at) && (to.IsZero() || to.After(at)) }

func byID[T any](id func(T) int64) func(a, b T) int {
	return func(a, b T) int { return cmp.Compare(id(a), id(b)) }
}
