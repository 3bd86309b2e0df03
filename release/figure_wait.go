package release

import (
	"cmp"
	"slices"
	"time"
)

// The hours of a working day, in the programme's zone.
const (
	workBegins = 9
	workEnds   = 17
)

// WorkingTime returns how much of a span falls into the hours of work: 09:00 to
// 17:00 in the programme's zone on its working days.
func (p *Programme) WorkingTime(from, to time.Time) time.Duration {
	loc, calendar := p.Location(), p.WorkingCalendar()
	var sum time.Duration
	from, to = from.In(loc), to.In(loc)
	for day := time.Date(from.Year(), from.Month(), from.Day(), 0, 0, 0, 0, loc); day.Before(to); day = day.AddDate(0, 0, 1) {
		if !calendar.WorkingDay(day) {
			continue
		}
		begin := time.Date(day.Year(), day.Month(), day.Day(), workBegins, 0, 0, 0, loc)
		end := time.Date(day.Year(), day.Month(), day.Day(), workEnds, 0, 0, 0, loc)
		if first, last := latest(begin, from), earliest(end, to); first.Before(last) {
			sum += last.Sub(first)
		}
	}
	return sum
}

// waits returns how long control points and parties were waited for. A vote is
// waited for from its opening to its close, and a party until its seat first spoke,
// or to the close; evidence from the release's arrival at the stage whose gate asks
// for it, and not at all where it was there before.
func (l FigureLog) waits() (points, parties []WaitFigure) {
	byPoint, byParty := waited{}, waited{}
	add := func(point string, party PartyID, from, to time.Time) {
		clock, working := to.Sub(from), l.Programme.WorkingTime(from, to)
		if point != "" {
			byPoint.add(WaitFigure{Point: point}, clock, working)
		}
		if party != "" {
			byParty.add(WaitFigure{Party: party}, clock, working)
		}
	}
	for _, x := range l.Lives {
		for _, b := range x.Ballots {
			if b.State != BallotClosed || !l.within(b.ClosedAt) {
				continue
			}
			add(b.Purpose.String(), "", b.OpenedAt, b.ClosedAt)
			for _, s := range b.Seats {
				add("", s.Party, b.OpenedAt, b.heard(s.Key))
			}
		}
		for _, p := range Points() {
			if !p.Decided && p.Key != PointDeployed { // that one is made by the act itself
				l.waitsFor(x, p, add)
			}
		}
	}
	return byPoint.figures(), byParty.figures()
}

// heard is when a seat first spoke, or the close.
func (b BallotLife) heard(seat string) time.Time {
	at := b.ClosedAt
	for _, v := range b.Every {
		if v.Seat == seat {
			at = earliest(at, v.At)
		}
	}
	return at
}

// waitsFor adds the waits for the evidence of a point: one for each time the release
// came to the stage whose gate asks for it.
func (l FigureLog) waitsFor(x ReleaseLife, point Point, add func(string, PartyID, time.Time, time.Time)) {
	move, ok := find(Lifecycle(), func(m Move) bool { return slices.Contains(m.Gate, point.Key) })
	if !ok || !point.Applies(x.Release.Content.Type) {
		return
	}
	for _, stay := range x.stays(move.From) {
		shown, ok := x.shownIn(stay, point.Key)
		if !ok {
			continue
		}
		if at := latest(shown.At, stay.From); l.within(at) {
			add(point.Name, l.partyOf(shown.By), stay.From, at)
		}
	}
}

// shownIn is the first evidence of a check that stood in a stay: given before its
// end, and not taken away before its begin.
func (x ReleaseLife) shownIn(stay Window, check Check) (shown Evidence, ok bool) {
	for _, e := range x.Evidence {
		gone := !e.TakenAt.IsZero() && !e.TakenAt.After(stay.From)
		if e.Check != check || gone || (!stay.To.IsZero() && !e.At.Before(stay.To)) {
			continue
		}
		if !ok || e.At.Before(shown.At) || (e.At.Equal(shown.At) && e.ID < shown.ID) {
			shown, ok = e, true
		}
	}
	return shown, ok
}

// stays returns the spans in which a release was at a stage; the last may be open.
func (x ReleaseLife) stays(stage Stage) []Window {
	steps := slices.SortedFunc(slices.Values(x.Stages), func(a, b StageSince) int { return cmp.Compare(a.Revision, b.Revision) })
	var stays []Window
	at := Stage("")
	for _, s := range steps {
		switch {
		case s.Stage == at:
			continue
		case s.Stage == stage:
			stays = append(stays, Window{From: s.At})
		case at == stage:
			stays[len(stays)-1].To = s.At
		}
		at = s.Stage
	}
	return stays
}

// partyOf is the party a person speaks for first.
func (l FigureLog) partyOf(id PersonID) PartyID {
	if x, ok := l.Programme.Person(id); ok && len(x.Roles) > 0 {
		return x.Roles[0].Party
	}
	return ""
}
