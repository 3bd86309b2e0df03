package release_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

func fiveDays() release.LeadTime {
	return release.LeadTime{Days: 5, Working: true, At: "17:00", Calendars: release.LeadOfProgramme}
}

// TestLatest is T14 and R92: five working days before the board, the board's own
// day not counted.
func TestLatest(t *testing.T) {
	loc := london(t)
	for _, x := range []struct {
		board             string
		england, scotland string
	}{
		{"2024-09-02 10:00", "2024-08-23 17:00 BST", "2024-08-26 17:00 BST"},
		{"2025-01-06 10:00", "2024-12-27 17:00 GMT", "2024-12-24 17:00 GMT"},
		{"2024-04-08 10:00", "2024-03-28 17:00 GMT", "2024-04-01 17:00 BST"},
		{"2025-01-20 10:00", "2025-01-13 17:00 GMT", "2025-01-13 17:00 GMT"},
		// Release 1 was decided on the Monday after the clocks went back (T17).
		{"2023-10-30 10:00", "2023-10-23 17:00 BST", "2023-10-23 17:00 BST"},
		// A board on a Sunday, and one half an hour after midnight in London.
		{"2024-09-01 10:00", "2024-08-23 17:00 BST", "2024-08-26 17:00 BST"},
		{"2024-09-02 00:30", "2024-08-23 17:00 BST", "2024-08-26 17:00 BST"},
	} {
		board, err := time.ParseInLocation("2006-01-02 15:04", x.board, loc)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			calendar release.Calendar
			want     string
		}{{england(), x.england}, {scotland(), x.scotland}} {
			got := fiveDays().Latest(board.UTC(), loc, c.calendar).In(loc).Format("2006-01-02 15:04 MST")
			if got != c.want {
				t.Errorf("board %s in %s: latest %s, want %s", x.board, c.calendar.ID, got, c.want)
			}
		}
	}
}

// TestLatestByUnit is T4: one day before a Monday is a Sunday unless it is said
// to be a working day; no days are the opening of the vote (DESIGN rule 3).
func TestLatestByUnit(t *testing.T) {
	loc := london(t)
	board := time.Date(2024, 8, 12, 10, 0, 0, 0, loc)
	for _, x := range []struct {
		lead release.LeadTime
		want time.Time
		says string
	}{
		{
			release.LeadTime{Days: 1, Working: true, At: "17:00"}, time.Date(2024, 8, 9, 17, 0, 0, 0, loc),
			"1 working day before, by 17:00",
		},
		{release.LeadTime{Days: 1, At: "17:00"}, time.Date(2024, 8, 11, 17, 0, 0, 0, loc), "1 day before, by 17:00"},
		{release.LeadTime{Days: 5, Working: true, At: "09:30"}, time.Date(2024, 8, 5, 9, 30, 0, 0, loc), "5 working days before, by 09:30"},
		{release.LeadTime{Working: true, At: "17:00"}, board, "before the vote opens"},
		{release.LeadTime{Days: 1, At: "five"}, time.Date(2024, 8, 11, 0, 0, 0, 0, loc), "1 day before, by five"}, // the earliest
	} {
		if got := x.lead.Latest(board, loc, england()); !got.Equal(x.want) || got.Location() != time.UTC {
			t.Errorf("%s: latest %s, want %s in UTC", x.lead, got, x.want)
		}
		if x.lead.String() != x.says {
			t.Errorf("%+v says %q, want %q", x.lead, x.lead, x.says)
		}
	}
}

// TestLatestWhereClocksChange is T17: 01:30 comes twice on 29 October 2023 and
// not at all on 31 March 2024.
func TestLatestWhereClocksChange(t *testing.T) {
	loc := london(t)
	night := release.LeadTime{Days: 1, At: "01:30"}
	for _, x := range []struct{ board, want time.Time }{
		{time.Date(2023, 10, 30, 10, 0, 0, 0, loc), time.Date(2023, 10, 29, 0, 30, 0, 0, time.UTC)}, // the first of the two
		{time.Date(2024, 4, 1, 10, 0, 0, 0, loc), time.Date(2024, 3, 31, 1, 0, 0, 0, time.UTC)},     // the instant of the change
	} {
		if got := night.Latest(x.board, loc, england()); got != x.want {
			t.Errorf("01:30 before %s is %s, want %s", x.board, got, x.want)
		}
	}
}

// TestLatestAgainstCounting is M5 and T14: over thirty years, with any holidays,
// Latest is what counting on one's fingers finds, in any zone.
func TestLatestAgainstCounting(t *testing.T) {
	type page struct {
		date    string
		weekday int // Monday is 0
	}
	var wall []page // a wall calendar from Monday 31 December 2018 on
	for i := range 33 * 366 {
		wall = append(wall, page{time.Date(2018, 12, 31+i, 12, 0, 0, 0, time.UTC).Format(time.DateOnly), i % 7})
	}
	zones := []*time.Location{time.UTC, london(t), time.FixedZone("far east", 14*3600), time.FixedZone("far west", -12*3600)}
	rapid.Check(t, func(t *rapid.T) {
		loc := rapid.SampledFrom(zones).Draw(t, "zone")
		at := rapid.IntRange(365, 31*365).Draw(t, "day")
		board, err := time.ParseInLocation("2006-01-02 15:04", fmt.Sprintf("%s %02d:%02d", wall[at].date,
			rapid.IntRange(3, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute")), loc)
		if err != nil {
			t.Fatal(err)
		}
		off := rapid.SliceOfN(rapid.IntRange(1, 70), 0, 40).Draw(t, "holidays before")
		var holidays []release.Holiday
		for _, before := range off {
			holidays = append(holidays, release.Holiday{Date: wall[at-before].date})
		}
		lead := release.LeadTime{Days: rapid.IntRange(1, release.MaxLeadDays).Draw(t, "days"), Working: rapid.Bool().Draw(t, "working"), At: "17:00"}

		finger := at
		for left := lead.Days; left > 0; {
			finger--
			works := wall[finger].weekday < 5 && !slices.Contains(off, at-finger)
			if works || !lead.Working {
				left--
			}
		}
		want := wall[finger].date + " 17:00"
		got := lead.Latest(board.UTC(), loc, release.NewCalendar("x", "x", holidays...)).In(loc).Format("2006-01-02 15:04")
		if got != want {
			t.Errorf("%s before %s: %s, want %s", lead, board, got, want)
		}
	})
}

// TestCountdown is M5: what is left is said in working days where they count.
func TestCountdown(t *testing.T) {
	loc := london(t)
	latest := time.Date(2024, 8, 27, 17, 0, 0, 0, loc) // the Tuesday after the bank holiday
	at := func(day, hour, minute int) time.Time { return time.Date(2024, 8, day, hour, minute, 0, 0, loc) }
	for _, x := range []struct {
		now     time.Time
		working bool
		want    string
	}{
		{at(27, 16, 20), true, "in 40 minutes"},
		{at(27, 17, 0), true, "in less than a minute"},
		{at(27, 19, 0), true, "2 hours late"},
		{at(29, 18, 0), true, "2 days 1 hour late"},
		{at(27, 9, 0), true, "in 8 hours"},
		{at(23, 14, 0), true, "in 1 working day and 3 hours"}, // a Friday: Saturday to Monday count for nothing
		{at(22, 14, 0), true, "in 2 working days and 3 hours"},
		{at(22, 17, 0), true, "in 2 working days"},
		{at(24, 12, 0), true, "in 3 days 5 hours"}, // Saturday: no whole working day is left
		{at(17, 12, 0), true, "in 5 working days"}, // the Saturday before
		{at(23, 14, 0), false, "in 4 days 3 hours"},
	} {
		lead := release.LeadTime{Days: 5, Working: x.working, At: "17:00"}
		if got := lead.Countdown(x.now, latest, loc, england()); got != x.want {
			t.Errorf("at %s: %q, want %q", x.now, got, x.want)
		}
	}
}

// TestLeadCalendar is T15: whose calendar rules a board across borders is policy.
func TestLeadCalendar(t *testing.T) {
	p := programme()
	p.Calendar, p.Calendars = "england-and-wales", []release.Calendar{england(), scotland()}
	for i := range p.Parties {
		if p.Parties[i].ID == "dcc" {
			p.Parties[i].Calendar = "scotland"
		}
	}
	supplier, _ := p.Party("supplier")
	dcc, _ := p.Party("dcc")
	board := time.Date(2024, 8, 28, 10, 0, 0, 0, london(t))
	for _, x := range []struct {
		whose    release.LeadCalendar
		provider release.PartyID
		impacted []release.Party
		days     int
		want     string
	}{
		{release.LeadOfProgramme, "dcc", []release.Party{dcc}, 2, "2024-08-23"},
		{release.LeadOfProvider, "dcc", []release.Party{supplier}, 2, "2024-08-26"},
		{release.LeadOfProvider, "elexon", []release.Party{dcc}, 2, "2024-08-23"},
		{release.LeadOfImpacted, "elexon", []release.Party{supplier}, 18, "2024-08-01"},
		{release.LeadOfImpacted, "elexon", []release.Party{supplier, dcc}, 18, "2024-07-31"}, // Scotland's 5 August too
		{release.LeadOfImpacted, "dcc", nil, 18, "2024-07-31"},
	} {
		lead := release.LeadTime{Days: x.days, Working: true, At: "17:00", Calendars: x.whose}
		got := lead.Latest(board, london(t), p.LeadCalendar(lead, x.provider, x.impacted)).Format(time.DateOnly)
		if got != x.want {
			t.Errorf("%s of %s with %d impacted: %s, want %s", x.whose, x.provider, len(x.impacted), got, x.want)
		}
	}
}
