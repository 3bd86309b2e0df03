package release

import (
	"slices"
	"strings"
	"time"
)

// Holiday is a day on which nobody of a calendar works.
type Holiday struct {
	Date string // YYYY-MM-DD
	Name string
}

// String shows the holiday as people say it: "Mon 26 Aug (Summer Bank Holiday)".
func (h Holiday) String() string {
	day, err := time.Parse(time.DateOnly, h.Date)
	if err != nil {
		return h.Date
	}
	return day.Format("Mon 2 Jan") + " (" + h.Name + ")"
}

// Calendar says on which days its people work: Monday to Friday but for its
// holidays. They are kept day by day, never as a rule, so that what was counted
// with a version of the programme can be counted again for ever (M20, T15).
//
// A day is a civil day, whatever hours it has (T17). It is handed in as any
// instant of it, in the zone in which that day is meant, and given back as its
// midnight in UTC; LocalTime makes an instant of it again.
type Calendar struct {
	ID       string
	Name     string
	Holidays []Holiday // in the order of their dates, each date once
}

// NewCalendar returns a calendar with its holidays in order; of two on one day
// the first is kept.
func NewCalendar(id, name string, holidays ...Holiday) Calendar {
	sorted := slices.Clone(holidays)
	slices.SortStableFunc(sorted, func(a, b Holiday) int { return strings.Compare(a.Date, b.Date) })
	sorted = slices.CompactFunc(sorted, func(a, b Holiday) bool { return a.Date == b.Date })
	return Calendar{ID: id, Name: name, Holidays: sorted}
}

// And returns the calendar of people who all must work on a day: a holiday of
// one of the others is a holiday of it (T15).
func (c Calendar) And(others ...Calendar) Calendar {
	holidays := slices.Clone(c.Holidays)
	for _, o := range others {
		holidays = append(holidays, o.Holidays...)
	}
	return NewCalendar(c.ID, c.Name, holidays...)
}

// HolidayOn returns the holiday that a day is, if it is one.
func (c Calendar) HolidayOn(day time.Time) (Holiday, bool) {
	i, found := slices.BinarySearchFunc(c.Holidays, day.Format(time.DateOnly), func(h Holiday, date string) int {
		return strings.Compare(h.Date, date)
	})
	if !found {
		return Holiday{}, false
	}
	return c.Holidays[i], true
}

// WorkingDay tells whether a day is neither on a weekend nor a holiday.
func (c Calendar) WorkingDay(day time.Time) bool {
	_, holiday := c.HolidayOn(day)
	return !weekend(day) && !holiday
}

// OnOrAfter returns a day if it is a working day, else the next one: where a
// meeting moves whose day is a holiday (T16).
func (c Calendar) OnOrAfter(day time.Time) time.Time {
	day = civil(day)
	for !c.WorkingDay(day) {
		day = day.AddDate(0, 0, 1)
	}
	return day
}

// AddWorkingDays returns the nth working day after a day, which itself is not
// counted whether it is one or not; before it where n is negative, and the day
// itself where n is 0.
func (c Calendar) AddWorkingDays(day time.Time, n int) time.Time {
	day = civil(day)
	step := 1
	if n < 0 {
		n, step = -n, -1
	}
	for n > 0 {
		day = day.AddDate(0, 0, step)
		if c.WorkingDay(day) {
			n--
		}
	}
	return day
}

// Between returns the holidays after one day and before another that take a
// working day away.
func (c Calendar) Between(after, before time.Time) []Holiday {
	var off []Holiday
	for day := civil(after).AddDate(0, 0, 1); day.Before(civil(before)); day = day.AddDate(0, 0, 1) {
		if h, ok := c.HolidayOn(day); ok && !weekend(day) {
			off = append(off, h)
		}
	}
	return off
}

// civil returns the midnight in UTC of the day that an instant has in its zone:
// days without clocks, which can be counted.
func civil(day time.Time) time.Time {
	y, m, d := day.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func weekend(day time.Time) bool {
	return day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
}

// calendar returns the calendar with an id; one that the programme has not has
// weekends only, which the programme check refuses beforehand.
func (p *Programme) calendar(id string) Calendar {
	c, _ := find(p.Calendars, func(c Calendar) bool { return c.ID == id })
	return c
}

// WorkingCalendar returns on which days the programme works: its calendar, and
// the days of its own besides.
func (p *Programme) WorkingCalendar() Calendar { return p.withOwnDays(p.calendar(p.Calendar)) }

// CalendarOf returns on which days a party works: its own calendar, else the
// programme's. The programme's own days are everybody's.
func (p *Programme) CalendarOf(id PartyID) Calendar {
	if party, ok := p.Party(id); ok && party.Calendar != "" {
		return p.withOwnDays(p.calendar(party.Calendar))
	}
	return p.WorkingCalendar()
}

func (p *Programme) withOwnDays(c Calendar) Calendar {
	days := Calendar{}
	for _, date := range p.Holidays {
		days.Holidays = append(days.Holidays, Holiday{Date: date, Name: "no working day of the programme"})
	}
	return c.And(days)
}
