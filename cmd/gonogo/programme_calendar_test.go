package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// datesOf returns a calendar's days of a year as month and day.
func datesOf(holidays []release.Holiday, year int) []string {
	var dates []string
	for _, h := range holidays {
		if rest, ok := strings.CutPrefix(h.Date, fmt.Sprintf("%d-", year)); ok {
			dates = append(dates, rest)
		}
	}
	return dates
}

// TestEnglishHolidays is T15: the bank holidays of England and Wales as they were
// proclaimed, with their substitutes and the four that came once.
func TestEnglishHolidays(t *testing.T) {
	all := englishHolidays()
	for year, want := range map[int]string{
		2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
		2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
		2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
		2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
		2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
		2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
		2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
		2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
		2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
	} {
		if diff := cmp.Diff(strings.Fields(want), datesOf(all, year)); diff != "" {
			t.Errorf("%d (-want +got):\n%s", year, diff)
		}
	}
	names := map[string]string{}
	for _, h := range all {
		names[h.Date] = h.Name
	}
	for date, want := range map[string]string{
		"2020-05-08": "VE Day", "2022-06-03": "Platinum Jubilee Bank Holiday", "2022-09-19": "State funeral of Queen Elizabeth II",
		"2023-05-08": "Coronation of King Charles III", "2022-01-03": "New Year's Day (substitute day)",
		"2022-12-26": "Boxing Day", "2022-12-27": "Christmas Day (substitute day)",
		"2027-12-27": "Christmas Day (substitute day)", "2027-12-28": "Boxing Day (substitute day)",
		"2026-12-25": "Christmas Day", "2026-12-28": "Boxing Day (substitute day)",
	} {
		if names[date] != want {
			t.Errorf("%s is %q, want %q", date, names[date], want)
		}
	}
}

// TestEnglishHolidaysToCome is T15 and M20: every year to 2060 has eight, none on
// a weekend and none twice, with Easter where the reckoning of the church has it.
func TestEnglishHolidaysToCome(t *testing.T) {
	all := englishHolidays()
	for year := 2024; year <= 2060; year++ {
		dates := datesOf(all, year)
		easter := easterOf(year)
		for _, want := range []time.Time{easter.AddDate(0, 0, -2), easter.AddDate(0, 0, 1)} {
			if !slices.Contains(dates, want.Format("01-02")) {
				t.Errorf("%d has no %s in %v", year, want.Format("2 January"), dates)
			}
		}
		if compact := slices.Compact(slices.Sorted(slices.Values(dates))); len(dates) != 8 || len(compact) != 8 {
			t.Errorf("%d has %v", year, dates)
		}
	}
	for _, h := range all {
		d, err := time.Parse(time.DateOnly, h.Date)
		if w := d.Weekday(); err != nil || w == time.Saturday || w == time.Sunday {
			t.Errorf("%s, %s, is on a %s, %v", h.Date, h.Name, w, err)
		}
	}
	if first, last := all[0].Date, all[len(all)-1].Date; first != "2020-01-01" || last != "2060-12-28" {
		t.Errorf("from %s to %s", first, last)
	}
}

// easterOf returns Easter Sunday by Gauss' reckoning for 1900 to 2099.
func easterOf(year int) time.Time {
	d := (19*(year%19) + 24) % 30
	e := (2*(year%4) + 4*(year%7) + 6*d + 5) % 7
	if (d == 29 && e == 6) || (d == 28 && e == 6 && year%19 > 10) {
		d -= 7
	}
	return time.Date(year, time.March, 22+d+e, 0, 0, 0, 0, time.UTC)
}

// TestSampleCalendars is M5, M20 and T15: every day is in the programme itself,
// and the participant from Scotland works by its own.
func TestSampleCalendars(t *testing.T) {
	p := sample(t)
	day := func(date string) time.Time {
		d, err := time.Parse(time.DateOnly, date)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	ours, theirs := p.WorkingCalendar(), p.CalendarOf("skerrow")
	for date, want := range map[string][2]bool{
		"2026-11-30": {true, false}, // St Andrew's Day
		"2026-08-31": {false, true}, // the summer bank holiday
		"2026-12-28": {false, false},
		"2026-11-24": {true, true},
		"2060-12-27": {false, true}, // beyond the list of Scotland's days
	} {
		if got := [2]bool{ours.WorkingDay(day(date)), theirs.WorkingDay(day(date))}; got != want {
			t.Errorf("%s: works here and there %v, want %v", date, got, want)
		}
	}
	if h, _ := theirs.HolidayOn(day("2027-01-04")); h.Name != "2nd January (substitute day)" {
		t.Errorf("4 January 2027 is %q in Scotland", h.Name)
	}
}

// TestSampleLeadTimes is R92 and T4: five working days for majors, one for the
// others, and before the vote opens for emergencies.
func TestSampleLeadTimes(t *testing.T) {
	p := sample(t)
	board := time.Date(2027, 1, 4, 10, 0, 0, 0, time.UTC) // the Monday after New Year
	for kind, want := range map[release.ReleaseType]time.Time{
		release.Major:     time.Date(2026, 12, 23, 17, 0, 0, 0, time.UTC), // 31, 30, 29, 24, 23
		release.Minor:     time.Date(2026, 12, 31, 17, 0, 0, 0, time.UTC),
		release.Patch:     time.Date(2026, 12, 31, 17, 0, 0, 0, time.UTC),
		release.Emergency: board,
	} {
		lead, ok := p.Policy.Types[kind].LeadTimes[release.CheckNote]
		if got := lead.Latest(board, p.Location(), p.LeadCalendar(lead, "dip", nil)); !ok || got != want {
			t.Errorf("%s: %s is %s, %v; want %s", kind, lead, got, ok, want)
		}
	}
}

// TestCalendarsKnown is M5 and T15: a calendar without days, as in a programme
// applied before calendars were kept, and one that ends soon are told.
func TestCalendarsKnown(t *testing.T) {
	p := sample(t)
	before := p
	before.Calendars = nil
	none := before
	none.Calendar, none.Parties = "none", nil
	for _, x := range []struct {
		name string
		p    release.Programme
		now  string
		want string
	}{
		{"all is well", p, "2026-11-23", "england-and-wales to 2060-12-28, scotland to 2028-12-26"},
		{"one ends soon", p, "2028-07-01", "england-and-wales to 2060-12-28, scotland to 2028-12-26 (add the next years' days to the programme file)"},
		{"applied before", before, "2026-11-23", "no day of england-and-wales is known"},
		{"nobody works by one", none, "2026-11-23", "none, only weekends"},
	} {
		now, err := time.Parse(time.DateOnly, x.now)
		if err != nil {
			t.Fatal(err)
		}
		got, err := calendarsKnown(&x.p, now)
		if err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(got, x.want) || (err != nil) != (x.name == "applied before") {
			t.Errorf("%s: %q, %v; want %q", x.name, got, err, x.want)
		}
	}
}

// TestCalendarsNobodyUses: england-and-wales is kept where somebody works by it,
// and not otherwise.
func TestCalendarsNobodyUses(t *testing.T) {
	for calendar, want := range map[string][]string{
		"england-and-wales": {"scotland", "england-and-wales"}, "scotland": {"scotland"}, "none": {"scotland"},
	} {
		text := strings.Replace(small(t), "calendar: england-and-wales", "calendar: "+calendar, 1)
		p, mistakes := ParseProgramme([]byte(text))
		got := each(p.Calendars, func(c release.Calendar) string { return c.ID })
		if diff := cmp.Diff(want, got); len(mistakes) > 0 || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", calendar, mistakes, diff)
		}
		christmas := time.Date(2030, 12, 25, 0, 0, 0, 0, time.UTC) // a Wednesday
		if works := p.WorkingCalendar().WorkingDay(christmas); works == (calendar == "england-and-wales") {
			t.Errorf("%s: works on 25 December 2030: %v", calendar, works)
		}
	}
}
