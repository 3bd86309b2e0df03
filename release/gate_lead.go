package release

import (
	"fmt"
	"strings"
	"time"
)

// Latest returns the latest instant at which something must be handed in, where
// the policy sets a lead time for it and the board's date is known (R92, M5).
func (s Standing) Latest(c Check) (time.Time, bool) {
	lead, ok := s.Rules.LeadTimes[c]
	if !ok || s.Release.Content.Board.IsZero() {
		return time.Time{}, false
	}
	return lead.Latest(s.Release.Content.Board, s.Programme.Location(), s.calendar(lead)), true
}

// calendar returns the working days that a lead time counts for the release.
func (s Standing) calendar(lead LeadTime) Calendar {
	return s.Programme.LeadCalendar(lead, s.Release.Provider(s.Programme), s.RFC.ImpactedParties(s.Programme))
}

// left tells what is left until the latest instant of something, and which
// holidays make it so early, so that none of them surprises (M5): "in 2 working
// days and 3 hours, not counting Mon 26 Aug (Summer Bank Holiday)". It is empty
// without a lead time.
func (s Standing) left(c Check) string {
	latest, ok := s.Latest(c)
	if !ok {
		return ""
	}
	lead, loc := s.Rules.LeadTimes[c], s.Programme.Location()
	calendar := s.calendar(lead)
	words := lead.Countdown(s.Now, latest, loc, calendar)
	var off []string
	for _, h := range calendar.Between(latest.In(loc), s.Release.Content.Board.In(loc)) {
		off = append(off, h.String())
	}
	if len(off) == 0 || !lead.Working {
		return words
	}
	return words + ", not counting " + strings.Join(off, ", ")
}

// lateSuffix marks the key of a blocker that is about the lead time alone.
const lateSuffix = "-late"

func (b Blocker) isLate() bool { return strings.HasSuffix(b.Key, lateSuffix) }

// late holds what came after the latest instant that its lead time leaves (R92,
// M5); a waiver mends it.
func (s Standing) late(point Point, e Evidence) []Blocker {
	latest, ok := s.Latest(point.Key)
	if !ok || e.Waiver || !e.At.After(latest) || s.waived(point.Key) {
		return nil
	}
	b := s.blocker(point, fmt.Sprintf("/release waive %s %s", s.Release.Name(), point.Key), "Waive the lead time")
	b.Key = string(point.Key) + lateSuffix
	b.What = fmt.Sprintf("Too late: %s, on %s; its latest instant was %s.", point.Name,
		Instant(e.At, s.Programme.Location()), Instant(latest, s.Programme.Location()))
	b.Left = ""
	b.Role, b.People, b.By = ReleaseManager, nil, s.Release.Content.Board // the waiver is due, not the note
	for _, x := range s.Programme.People {
		if s.Programme.MayWaive(x, waivable(point), s.Release) {
			b.People = append(b.People, x.ID)
		}
	}
	return []Blocker{b}
}
