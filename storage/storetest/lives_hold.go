package storetest

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// got fails a test where a read did, and returns what it read.
func got[T any](t *testing.T) func([]T, error) []T {
	t.Helper()
	return func(all []T, err error) []T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return append([]T{}, all...)
	}
}

// holdVotes holds RFCs, ballots and conditions. What ended before may be among the
// RFCs; nothing that was wanted may be missing.
func (l *lives) holdVotes(t *testing.T, d *desk, since, at time.Time) {
	t.Helper()
	want := l.wanted(since, at)
	asked := map[int]bool{}
	for _, r := range want {
		asked[r.Number] = true
	}
	read := got[release.RFC](t)(d.RFCsAsOf(t.Context(), since, at))
	same(t, "RFCs", want, kept(read, func(r release.RFC) bool { return asked[r.Number] }))
	for _, r := range read {
		was, ok := asOf(l.rfcs[r.Number-1], at, updated)
		if !ok {
			t.Errorf("%s is read at %s, before it was raised", r.Name(), at)
		}
		same(t, "an RFC that is read besides", was, r)
	}
	var ballots []release.Ballot
	for _, b := range l.ballots {
		if b.OpenedAt.After(at) || !b.ClosedAt.IsZero() && !b.ClosedAt.After(since) {
			continue
		}
		if b.ClosedAt.After(at) {
			b.State, b.ClosedAt, b.ClosedBy, b.Outcome = release.BallotOpen, time.Time{}, "", ""
		}
		if b.Votes[0].At.After(at) {
			b.Votes = nil
		}
		ballots = append(ballots, b)
	}
	same(t, "ballots", append([]release.Ballot{}, ballots...), got[release.Ballot](t)(d.BallotsAsOf(t.Context(), since, at)))
	conditions := kept(l.conditions, func(c release.Condition) bool { return asked[c.RFC] && !c.At.After(at) })
	for i := range conditions {
		if c := &conditions[i]; c.MetAt.After(at) {
			c.MetAt, c.MetBy, c.Evidence = time.Time{}, "", ""
		}
	}
	same(t, "conditions", conditions, kept(got[release.Condition](t)(d.ConditionsAsOf(t.Context(), since, at)), func(c release.Condition) bool { return asked[c.RFC] }))
}

// holdOwed holds work-off actions and debts.
func (l *lives) holdOwed(t *testing.T, d *desk, at time.Time) {
	t.Helper()
	actions := kept(l.actions, func(a release.Action) bool { return endsAfter(a.At, a.EndedAt, at) })
	for i := range actions {
		a := &actions[i]
		a.EndedAt, a.EndedBy, a.Evidence = time.Time{}, "", ""
	}
	read := got[release.Action](t)(d.ActionsAsOf(t.Context(), at))
	slices.SortFunc(read, byID(func(a release.Action) int64 { return a.ID }))
	same(t, "actions", actions, read)
	debts := kept(l.debts, func(d release.Debt) bool { return endsAfter(d.OpenedAt, d.SettledAt, at) })
	for i := range debts {
		d := &debts[i]
		d.SettledAt, d.SettledBy, d.Evidence = time.Time{}, "", ""
	}
	owed := got[release.Debt](t)(d.DebtsAsOf(t.Context(), at))
	slices.SortFunc(owed, byID(func(d release.Debt) int64 { return d.ID }))
	same(t, "debts", debts, owed)
}

// holdTold holds statuses, comments and bookings.
func (l *lives) holdTold(t *testing.T, d *desk, since, at time.Time) {
	t.Helper()
	newest := map[string]release.StatusReport{}
	want := []release.StatusReport{}
	for _, s := range l.statuses { // by time
		switch {
		case !s.At.After(since):
			newest[string(s.Environment)+"/"+string(s.System)] = s
		case !s.At.After(at):
			want = append(want, s)
		}
	}
	for _, s := range newest {
		want = append(want, s)
	}
	slices.SortFunc(want, byID(func(s release.StatusReport) int64 { return s.ID }))
	read := got[release.StatusReport](t)(d.StatusesBetween(t.Context(), since, at))
	slices.SortFunc(read, byID(func(s release.StatusReport) int64 { return s.ID }))
	same(t, "statuses", want, read)
	same(t, "comments", kept(l.comments, func(c release.ReadinessComment) bool { return within(c.At, since, at) }), got[release.ReadinessComment](t)(d.CommentsBetween(t.Context(), since, at)))
	until := at.Add(14 * 24 * time.Hour)
	bookings := kept(l.bookings, func(b release.Booking) bool {
		return endsAfter(b.At, b.CancelledAt, at) && b.Window.From.Before(until) && b.Window.To.After(at)
	})
	for i := range bookings {
		b := &bookings[i]
		b.CancelledAt, b.CancelledBy, b.CancelledWhy = time.Time{}, "", ""
	}
	stood := got[release.Booking](t)(d.BookingsAsOf(t.Context(), at, until))
	slices.SortFunc(stood, byID(func(b release.Booking) int64 { return b.ID }))
	same(t, "bookings", bookings, stood)
}

// holdReleases holds the releases under way and those that were deployed.
func (l *lives) holdReleases(t *testing.T, d *desk, since, at time.Time) {
	t.Helper()
	under, signed := []release.Release{}, map[int]time.Time{}
	for _, versions := range l.releases {
		when := func(r release.Release) time.Time { return r.UpdatedAt }
		if r, ok := asOf(versions, at, when); ok && slices.Contains(release.InFlightStages(), r.Stage) {
			under = append(under, r)
		}
		for i, r := range versions {
			entered := r.Stage == release.Regression && (i == 0 || versions[i-1].Stage != release.Regression)
			if entered && within(r.UpdatedAt, since, at) {
				signed[r.Number] = r.UpdatedAt
			}
		}
	}
	slices.Reverse(under)
	standings, err := d.StandingsAsOf(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	read := []release.Release{}
	for _, s := range standings {
		read = append(read, s.Release)
	}
	same(t, "releases under way", under, read)
	delivered := map[int]time.Time{}
	for _, x := range got[release.Delivery](t)(d.DeliveredBetween(t.Context(), since, at)) {
		delivered[x.Release.Number] = x.At
	}
	same(t, "deployments", signed, delivered)
}

// holdHistory holds what trends are drawn from.
func (l *lives) holdHistory(t *testing.T, d *desk, since, at time.Time) {
	t.Helper()
	h, err := d.HistoryBetween(t.Context(), since, at)
	if err != nil {
		t.Fatal(err)
	}
	asked := map[int]bool{}
	steps := []release.RFCStep{}
	for i, versions := range l.rfcs {
		began, known := asOf(versions, since, updated)
		asked[i+1] = known && began.State.Open()
		for _, r := range versions {
			asked[i+1] = asked[i+1] || within(r.UpdatedAt, since, at)
		}
		for _, r := range versions {
			if asked[i+1] && !r.UpdatedAt.After(at) {
				steps = append(steps, release.RFCStep{Number: r.Number, State: r.State, At: r.UpdatedAt})
			}
		}
	}
	slices.SortStableFunc(steps, func(a, b release.RFCStep) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Number, b.Number)) })
	same(t, "steps", steps, kept(h.Steps, func(s release.RFCStep) bool { return asked[s.Number] }))
	rulings := []release.Ruling{}
	for _, b := range l.ballots {
		if within(b.ClosedAt, since, at) {
			rulings = append(rulings, release.Ruling{Purpose: b.Purpose, Outcome: b.Outcome, At: b.ClosedAt})
		}
	}
	slices.SortStableFunc(rulings, func(a, b release.Ruling) int { return a.At.Compare(b.At) })
	same(t, "rulings", rulings, append([]release.Ruling{}, h.Rulings...))
	owed := []release.Obligation{}
	add := func(x release.Obligation) {
		if !x.From.After(at) && (x.Until.IsZero() || x.Until.After(since)) {
			owed = append(owed, x)
		}
	}
	for i, a := range l.actions {
		add(release.Obligation{From: a.At, Due: a.Due, Until: a.EndedAt})
		add(release.Obligation{From: l.debts[i].OpenedAt, Due: l.debts[i].Due, Until: l.debts[i].SettledAt})
	}
	order := func(a, b release.Obligation) int {
		return cmp.Or(a.From.Compare(b.From), a.Due.Compare(b.Due), a.Until.Compare(b.Until))
	}
	slices.SortFunc(owed, order)
	read := append([]release.Obligation{}, h.Obligations...)
	slices.SortFunc(read, order)
	same(t, "obligations", owed, read)
}
