package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// days makes a calendar of dates with blanks between them.
func days(id, dates string) release.Calendar {
	var holidays []release.Holiday
	for date := range strings.FieldsSeq(dates) {
		holidays = append(holidays, release.Holiday{Date: date, Name: "holiday of " + id})
	}
	return release.NewCalendar(id, id, holidays...)
}

// england and scotland are the bank holidays of 2023 to early 2025, and the days
// around which first Tuesdays fall.
func england() release.Calendar {
	return days("england-and-wales", `
		2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
		2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
		2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
		2029-01-01 2030-01-01`)
}

func scotland() release.Calendar {
	return days("scotland", `
		2023-01-02 2023-01-03 2023-04-07 2023-05-01 2023-05-08 2023-05-29 2023-08-07 2023-11-30 2023-12-25 2023-12-26
		2024-01-01 2024-01-02 2024-03-29 2024-05-06 2024-05-27 2024-08-05 2024-12-02 2024-12-25 2024-12-26
		2025-01-01 2025-01-02 2025-04-18 2025-05-05 2025-05-26 2025-08-04 2025-12-01 2025-12-25 2025-12-26
		2029-01-01 2029-01-02 2030-01-01 2030-01-02`)
}

func day(t tester, date string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, date)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return d
}

// TestWorkingDay is T15: weekends, holidays and substitutes, each calendar for
// itself and both together.
func TestWorkingDay(t *testing.T) {
	both := england().And(scotland())
	for _, x := range []struct {
		date                     string
		england, scotland, union bool
	}{
		{"2024-08-23", true, true, true},
		{"2024-08-24", false, false, false}, // Saturday
		{"2024-08-25", false, false, false}, // Sunday
		{"2024-08-26", false, true, false},  // only England and Wales
		{"2024-08-05", true, false, false},  // only Scotland
		{"2024-12-25", false, false, false},
	} {
		d := day(t, x.date)
		got := []bool{england().WorkingDay(d), scotland().WorkingDay(d), both.WorkingDay(d)}
		if diff := cmp.Diff([]bool{x.england, x.scotland, x.union}, got); diff != "" {
			t.Errorf("%s: England, Scotland, both (-want +got):\n%s", x.date, diff)
		}
	}
	if h, ok := both.HolidayOn(day(t, "2024-08-26")); !ok || h.Name != "holiday of england-and-wales" {
		t.Errorf("26 August 2024 is %v, %v", h, ok)
	}
}

// TestCalendarOfAnyOrder is T15: a calendar is the same in whatever order and
// however often its days are written.
func TestCalendarOfAnyOrder(t *testing.T) {
	want := england()
	rapid.Check(t, func(t *rapid.T) {
		shuffled := rapid.Permutation(slices.Concat(want.Holidays, want.Holidays[:9])).Draw(t, "holidays")
		if diff := cmp.Diff(want, release.NewCalendar(want.ID, want.Name, shuffled...)); diff != "" {
			t.Errorf("calendar (-want +got):\n%s", diff)
		}
	})
}

// TestCivilDays is T17: a day is the one that the zone has at that instant, and
// none is lost or counted twice where the clocks change.
func TestCivilDays(t *testing.T) {
	loc := london(t)
	for _, x := range []struct {
		at   time.Time
		n    int
		want string
	}{
		{time.Date(2024, 3, 31, 23, 30, 0, 0, time.UTC).In(loc), 1, "2024-04-02"}, // 00:30 on 1 April in London
		{time.Date(2024, 3, 31, 23, 30, 0, 0, time.UTC), 1, "2024-04-01"},         // still 31 March in UTC
		{time.Date(2024, 3, 30, 1, 30, 0, 0, loc), 1, "2024-04-01"},               // over the hour left out
		{time.Date(2023, 10, 27, 23, 59, 0, 0, loc), 1, "2023-10-30"},             // over the hour that comes twice
		{time.Date(2023, 10, 30, 0, 0, 0, 0, loc), -1, "2023-10-27"},
		{time.Date(2023, 10, 28, 12, 0, 0, 0, loc), 0, "2023-10-28"},
	} {
		got := release.Calendar{}.AddWorkingDays(x.at, x.n)
		if got != day(t, x.want) {
			t.Errorf("%d working days from %s is %s, want %s", x.n, x.at, got, x.want)
		}
	}
}

// TestOnOrAfter is T16: a day that nobody works on moves to the next that
// everybody does.
func TestOnOrAfter(t *testing.T) {
	for _, x := range []struct {
		calendar release.Calendar
		date     string
		want     string
	}{
		{england(), "2024-01-02", "2024-01-02"},
		{scotland(), "2024-01-02", "2024-01-03"},
		{scotland(), "2029-01-02", "2029-01-03"},
		{england(), "2030-01-01", "2030-01-02"},
		{scotland(), "2030-01-01", "2030-01-03"},
		{england(), "2024-03-29", "2024-04-02"}, // Good Friday to the Tuesday after Easter
	} {
		if got := x.calendar.OnOrAfter(day(t, x.date)); got != day(t, x.want) {
			t.Errorf("%s in %s moves to %s, want %s", x.date, x.calendar.ID, got, x.want)
		}
	}
}

// TestProgrammeCalendars is M5 and T15: a party works by its own calendar, else
// by the programme's, and nobody on the programme's own days.
func TestProgrammeCalendars(t *testing.T) {
	p := programme()
	p.Calendar, p.Calendars, p.Holidays = "england-and-wales", []release.Calendar{scotland(), england()}, []string{"2024-08-27"}
	for i := range p.Parties {
		if p.Parties[i].ID == "dno" {
			p.Parties[i].Calendar = "scotland"
		}
	}
	for _, x := range []struct {
		who        string
		calendar   release.Calendar
		works, not string
	}{
		{"the programme", p.WorkingCalendar(), "2024-08-05", "2024-08-26"},
		{"a party without its own", p.CalendarOf("elexon"), "2024-08-05", "2024-08-26"},
		{"a Scottish party", p.CalendarOf("dno"), "2024-08-26", "2024-08-05"},
		{"somebody unknown", p.CalendarOf("nobody"), "2024-08-05", "2024-08-26"},
	} {
		if !x.calendar.WorkingDay(day(t, x.works)) || x.calendar.WorkingDay(day(t, x.not)) || x.calendar.WorkingDay(day(t, "2024-08-27")) {
			t.Errorf("%s: works on %s, not on %s and not on 2024-08-27, was wanted of %v", x.who, x.works, x.not, x.calendar)
		}
	}
}
