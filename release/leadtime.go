package release

import (
	"slices"
	"time"
)

// LeadCalendar says whose working days a lead time counts: which calendar rules
// a board that people of several countries sit on is policy (T15).
type LeadCalendar string

// The words for it.
const (
	// LeadOfProgramme counts the programme's working days.
	LeadOfProgramme LeadCalendar = "programme"
	// LeadOfProvider counts those of the party that releases.
	LeadOfProvider LeadCalendar = "provider"
	// LeadOfImpacted counts the days on which all work: the programme, the
	// provider and every impacted party.
	LeadOfImpacted LeadCalendar = "impacted"
)

// LeadCalendars lists the words.
func LeadCalendars() []LeadCalendar {
	return []LeadCalendar{LeadOfProgramme, LeadOfProvider, LeadOfImpacted}
}

// The longest lead time in days, and the hour of one whose hour cannot be read,
// which the programme check refuses beforehand: the earliest, so that nothing is
// taken too late.
const (
	MaxLeadDays = 30
	noHour      = "00:00"
)

// LeadTime says how long before the board decides something must be handed in
// (R92). Whether days are working days is said for each, since "1 day" before a
// Monday would be a Sunday (T4).
type LeadTime struct {
	Days      int
	Working   bool
	At        string // the hour of the last day, "17:00", in the programme's zone
	Calendars LeadCalendar
}

// LeadChecks lists what a policy may set a lead time for: what is shown before
// the board decides, and what a waiver can mend when it came late.
func LeadChecks() []Check {
	var checks []Check
	for _, point := range Points() {
		move, gated := find(Lifecycle(), func(m Move) bool { return slices.Contains(m.Gate, point.Key) })
		if gated && move.From.Before(Approving) && !point.Decided && (point.Waivable || point.Key == CheckNote) {
			checks = append(checks, point.Key)
		}
	}
	return checks
}

// Latest returns the latest instant to hand something in for a board: that hour
// of the day so many days before the board's, which is not counted itself (T14).
// No days are "before the vote opens": the instant of the board. An hour that
// the clocks leave out that day is the instant at which they go forward, of one
// that comes twice the first is meant (T17).
func (l LeadTime) Latest(board time.Time, loc *time.Location, c Calendar) time.Time {
	if l.Days == 0 {
		return board.UTC()
	}
	day := civil(board.In(loc)).AddDate(0, 0, -l.Days)
	if l.Working {
		day = c.AddWorkingDays(board.In(loc), -l.Days)
	}
	return l.on(day, loc)
}

// on returns the hour of a lead time on a day.
func (l LeadTime) on(day time.Time, loc *time.Location) time.Time {
	clock, err := time.Parse("15:04", l.At)
	if err != nil {
		clock, _ = time.Parse("15:04", noHour)
	}
	for {
		at, err := LocalTime(day.Year(), day.Month(), day.Day(), clock.Hour(), clock.Minute(), loc)
		if err == nil {
			return at.UTC()
		}
		clock = clock.Add(time.Minute) // the hour is left out: on to the first that exists
	}
}

// String returns the lead time as people say it: "5 working days before, by 17:00".
func (l LeadTime) String() string {
	switch {
	case l.Days == 0:
		return "before the vote opens"
	case l.Working:
		return plural(l.Days, "working day") + " before, by " + l.At
	}
	return plural(l.Days, "day") + " before, by " + l.At
}

// Countdown tells how much time is left until a latest instant, in working days
// where they are what the lead time counts: "in 2 working days and 3 hours",
// "in 40 minutes", "2 hours late".
func (l LeadTime) Countdown(now, latest time.Time, loc *time.Location, c Calendar) string {
	if now.After(latest) {
		return Lasting(now.Sub(latest)) + " late"
	}
	days, from := 0, latest
	for l.Working {
		before := c.AddWorkingDays(from.In(loc), -1)
		last, err := LocalTime(before.Year(), before.Month(), before.Day(), latest.In(loc).Hour(), latest.In(loc).Minute(), loc)
		if err != nil || last.Before(now) {
			break
		}
		days, from = days+1, last
	}
	rest := from.Sub(now)
	switch {
	case days == 0:
		return "in " + Lasting(rest)
	case rest < time.Minute || rest >= 24*time.Hour: // a night or a weekend is no part of a working day
		return "in " + plural(days, "working day")
	}
	if days > 1 { // from afar nobody counts minutes
		rest = rest.Truncate(time.Hour)
	}
	if rest == 0 {
		return "in " + plural(days, "working day")
	}
	return "in " + plural(days, "working day") + " and " + Lasting(rest)
}

// LeadCalendar returns the working days that a lead time counts for a release of
// a provider.
func (p *Programme) LeadCalendar(l LeadTime, provider PartyID, impacted []Party) Calendar {
	switch l.Calendars {
	case LeadOfProvider:
		return p.CalendarOf(provider)
	case LeadOfImpacted:
		all := []Calendar{p.CalendarOf(provider)}
		for _, x := range impacted {
			all = append(all, p.CalendarOf(x.ID))
		}
		return p.WorkingCalendar().And(all...)
	case LeadOfProgramme:
	}
	return p.WorkingCalendar()
}
