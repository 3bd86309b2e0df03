package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/gb"

	"gonogo.dev/release"
)

// calendarFile is a calendar of the programme file: a base, a list of days and
// an iCalendar file, or any of them.
type calendarFile struct {
	ID   calendarName `yaml:"id" jsonschema_description:"The calendar's stable key."`
	Name string       `yaml:"name" jsonschema:"maxLength=60" jsonschema_description:"The name people read."`
	Base calendarBase `yaml:"base,omitempty" jsonschema_description:"The calendar whose days it has besides its own."`
	Days []dayText    `yaml:"days,omitempty" jsonschema_description:"The days on which nobody works, each with its name behind it."`
	ICS  string       `yaml:"ics,omitempty" jsonschema:"maxLength=200,example=scotland.ics" jsonschema_description:"An iCalendar file beside the programme file, whose whole-day events are days on which nobody works. It is read when the programme file is, and never again."`
}

type (
	calendarName string // the id of a calendar, or one of those that need not be declared
	calendarBase string
	dayText      string // 2026-01-02 2nd January
)

// The calendars that need not be declared.
const (
	englandAndWales = "england-and-wales"
	noCalendar      = "none"
)

// The years whose bank holidays are written into the programme when its file is
// read, so that they are the same ever after (M20).
const (
	firstYear = 2020
	lastYear  = 2060
)

// The most days that a calendar may have, and the most calendars.
const (
	mostHolidays  = 1000
	mostCalendars = 20
)

// date returns the day and its name.
func (d dayText) date() (dateText, string) {
	date, name, _ := strings.Cut(string(d), " ")
	return dateText(date), strings.TrimSpace(name)
}

// checkCalendars checks the calendars and works out all their days.
func (c *checker) checkCalendars() {
	unique(c, "calendars", "id", func(x calendarFile) string { return string(x.ID) }, c.file.Calendars)
	unique(c, "calendars", "name", func(x calendarFile) string { return x.Name }, c.file.Calendars)
	if n := len(c.file.Calendars); n > mostCalendars {
		c.sayf("calendars", "has %d entries; %d at most", n, mostCalendars)
		return
	}
	known := []calendarName{englandAndWales, noCalendar}
	used := []calendarName{c.file.Calendar}
	for i, x := range c.file.Calendars {
		path := fmt.Sprintf("calendars[%d]", i)
		if x.ID == englandAndWales || x.ID == noCalendar {
			c.sayf(path+".id", "“%s” is known without being declared; choose another id", string(x.ID))
		}
		known = append(known, x.ID)
		c.calendars = append(c.calendars, c.expand(path, x))
	}
	refer(c, "calendar", "a calendar", c.file.Calendar, known)
	for i, p := range c.file.Parties {
		if p.Calendar != "" {
			refer(c, fmt.Sprintf("parties[%d].calendar", i), "a calendar", p.Calendar, known)
			used = append(used, p.Calendar)
		}
	}
	if slices.Contains(used, englandAndWales) {
		c.calendars = append(c.calendars, release.NewCalendar(englandAndWales, "England and Wales", englishHolidays()...))
	}
}

// expand returns a calendar with all its days.
func (c *checker) expand(path string, x calendarFile) release.Calendar {
	var holidays []release.Holiday
	seen := map[dateText]int{}
	for i, d := range x.Days {
		at := fmt.Sprintf("%s.days[%d]", path, i)
		date, name := d.date()
		c.checkDay(at, date)
		if first, twice := seen[date]; twice && date != "" {
			c.sayf(at, "“%s” is listed before, as days[%d]; keep one", date, first)
			continue
		}
		seen[date] = i
		if strings.ContainsFunc(name, hidden) {
			c.sayf(at, "has characters that do not show; write plain text")
		}
		holidays = append(holidays, release.Holiday{Date: string(date), Name: cmp.Or(name, x.Name)})
	}
	if x.ICS != "" {
		read, why := readICS(c.beside, x.ICS)
		if why != "" {
			c.sayf(path+".ics", "“%s” %s", plain(x.ICS, 60), why)
		}
		holidays = append(holidays, read...)
	}
	if x.Base == englandAndWales {
		holidays = append(holidays, englishHolidays()...)
	}
	switch n := len(holidays); {
	case n == 0 && !c.faulty(path):
		c.sayf(path, "has no days; write days, ics or base")
	case n > mostHolidays:
		c.sayf(path, "has %d days; %d at most", n, mostHolidays)
	}
	return release.NewCalendar(string(x.ID), x.Name, holidays...)
}

// soon is how long before the end of a calendar's days one is told.
const soon = 180 * 24 * time.Hour

// calendarsKnown tells until when the days of the calendars are known by which
// somebody works: after that day every bank holiday would be taken for a working
// day (M5, T15).
func calendarsKnown(p *release.Programme, now time.Time) (string, error) {
	used := []string{p.Calendar}
	for _, party := range p.Parties {
		if party.Calendar != "" && !party.Retired {
			used = append(used, party.Calendar)
		}
	}
	slices.Sort(used)
	var known []string
	for _, id := range slices.Compact(used) {
		i := slices.IndexFunc(p.Calendars, func(c release.Calendar) bool { return c.ID == id })
		switch {
		case id == noCalendar:
			continue
		case i < 0 || len(p.Calendars[i].Holidays) == 0:
			return "", fmt.Errorf("no day of %s is known, so that every bank holiday counts as a working day: apply the programme file again", id)
		}
		last := p.Calendars[i].Holidays[len(p.Calendars[i].Holidays)-1].Date
		words := id + " to " + last
		if last < now.Add(soon).Format(time.DateOnly) {
			words += " (add the next years' days to the programme file)"
		}
		known = append(known, words)
	}
	if known == nil {
		return "none, only weekends and the days under holidays", nil
	}
	return strings.Join(known, ", "), nil
}

// englishHolidays returns the bank holidays of England and Wales as they are
// observed (T15): a substitute instead of one that falls on a weekend, and the
// one-off days that were proclaimed.
func englishHolidays() []release.Holiday {
	rules := append(slices.Clone(gb.Holidays), &cal.Holiday{
		Name: "State funeral of Queen Elizabeth II", Month: time.September, Day: 19,
		StartYear: 2022, EndYear: 2022, Func: cal.CalcDayOfMonth,
	})
	var all []release.Holiday
	for year := firstYear; year <= lastYear; year++ {
		all = append(all, observed(rules, year)...)
	}
	return all
}

// observed returns the days of a year with their names: that of the holiday
// itself where it falls on a working day, and of the one they stand in for
// otherwise.
func observed(rules []*cal.Holiday, year int) []release.Holiday {
	names := map[string]string{}
	var moved []*cal.Holiday
	var dates []string
	for _, rule := range rules {
		itself, day := rule.Calc(year)
		if itself.IsZero() {
			continue
		}
		dates = append(dates, day.Format(time.DateOnly))
		if w := itself.Weekday(); w == time.Saturday || w == time.Sunday {
			moved = append(moved, rule)
			continue
		}
		names[itself.Format(time.DateOnly)] = rule.Name
	}
	slices.Sort(dates)
	var all []release.Holiday
	for _, date := range dates {
		name, itself := names[date]
		if !itself {
			name, moved = moved[0].Name+" (substitute day)", moved[1:]
		}
		all = append(all, release.Holiday{Date: date, Name: name})
	}
	return all
}
