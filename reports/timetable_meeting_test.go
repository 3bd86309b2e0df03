package reports

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// meetings is a programme whose board meets daily and whose working group monthly,
// with the holidays of the tests.
func meetings(zone string) *release.Programme {
	return &release.Programme{
		Zone: zone, Calendar: "ew", Calendars: []release.Calendar{release.NewCalendar("ew", "England and Wales",
			release.Holiday{Date: "2026-12-25", Name: "Christmas Day"}, release.Holiday{Date: "2026-12-28", Name: "Boxing Day"}, release.Holiday{Date: "2027-01-01", Name: "New Year"},
			release.Holiday{Date: "2027-03-26", Name: "Good Friday"}, release.Holiday{Date: "2027-03-29", Name: "Easter Monday"}, release.Holiday{Date: "2027-06-01", Name: "Made up"})},
		Meetings: []release.MeetingRule{
			{Kind: release.BoardMeeting, Weekdays: []time.Weekday{1, 2, 3, 4, 5}, At: "10:00"}, {Kind: release.EnvironmentTalk, FirstTuesday: true, At: "14:00"},
		},
	}
}

// What counts back from meetings is due on working days of the programme's calendar:
// over weekends and holidays, where the first Tuesday is itself a holiday and moves,
// in the weeks in which the clocks change, and after outages (R65, T15 to T18).
func TestDaysAheadDue(t *testing.T) {
	for name, c := range map[string]struct {
		spec, after, now string
		want             string // the instant and the period; empty is nothing due
		late             bool
	}{
		"three working days before a first Tuesday": {"before-first-tuesday 3d 09:00", "2026-11-01T00:00:00Z", "2026-11-27T00:00:00Z", "2026-11-26T09:00:00Z 2026-W48", true},
		"not before it":                             {"before-first-tuesday 3d 09:00", "2026-11-01T00:00:00Z", "2026-11-26T08:59:59Z", "", false},
		"on the dot":                                {"before-first-tuesday 3d 09:00", "2026-11-01T00:00:00Z", "2026-11-26T09:00:00Z", "2026-11-26T09:00:00Z 2026-W48", false},
		"over Christmas and New Year":               {"before-first-tuesday 3d 09:00", "2026-12-02T00:00:00Z", "2027-01-04T00:00:00Z", "2026-12-30T09:00:00Z 2026-W53", true},
		"a first Tuesday that is a holiday moves":   {"before-first-tuesday 1d 09:00", "2027-05-10T00:00:00Z", "2027-05-31T08:30:00Z", "2027-05-31T08:00:00Z 2027-W22", false},
		"on the moved day itself":                   {"before-first-tuesday 0d 07:30", "2027-05-10T00:00:00Z", "2027-06-02T06:30:00Z", "2027-06-02T06:30:00Z 2027-W22", false},
		"by the programme's own rule":               {"before-ewg 3d 09:00", "2026-11-01T00:00:00Z", "2026-11-26T09:30:00Z", "2026-11-26T09:00:00Z 2026-W48", false},
		"the day before the board":                  {"before-rcb 1d 16:00", "2026-11-16T16:00:00Z", "2026-11-17T16:10:00Z", "2026-11-17T16:00:00Z 2026-11-17", false},
		"Monday's board on Friday":                  {"before-rcb 1d 16:00", "2026-11-19T16:00:00Z", "2026-11-22T12:00:00Z", "2026-11-20T16:00:00Z 2026-11-20", true},
		"nothing more over the weekend":             {"before-rcb 1d 16:00", "2026-11-20T16:00:00Z", "2026-11-22T23:00:00Z", "", false},
		"before a holiday":                          {"before-rcb 1d 16:00", "2026-12-23T16:00:00Z", "2026-12-27T16:00:00Z", "2026-12-24T16:00:00Z 2026-12-24", true},
		"once where several boards move to one day": {"before-rcb 1d 16:00", "2026-12-24T16:00:00Z", "2026-12-29T15:59:00Z", "", false},
		"the morning of the board":                  {"before-rcb 0d 08:00", "2026-11-16T08:00:00Z", "2026-11-17T08:00:00Z", "2026-11-17T08:00:00Z 2026-11-17", false},
		"outage of a week, the last one only":       {"before-rcb 1d 16:00", "2026-11-09T16:00:00Z", "2026-11-17T17:30:00Z", "2026-11-17T16:00:00Z 2026-11-17", true},
		"outage of three months":                    {"before-first-tuesday 3d 09:00", "2026-08-27T08:00:00Z", "2026-11-20T00:00:00Z", "2026-10-29T09:00:00Z 2026-W44", true},
		"the clocks go back before it":              {"before-first-tuesday 3d 09:00", "2026-10-10T00:00:00Z", "2026-10-29T09:05:00Z", "2026-10-29T09:00:00Z 2026-W44", false},
		"summer time":                               {"before-first-tuesday 3d 09:00", "2026-09-10T00:00:00Z", "2026-10-01T08:00:00Z", "2026-10-01T08:00:00Z 2026-W40", false},
		"left out by the spring change of Easter":   {"before-rcb 1d 01:30", "2027-03-25T02:00:00Z", "2027-03-29T12:00:00Z", "", false},
		"first working day of a month":              {"first-working-day 09:30", "2026-12-02T00:00:00Z", "2027-01-04T10:00:00Z", "2027-01-04T09:30:00Z 2027-W01", false},
		"a first working day in the autumn":         {"first-working-day 09:30", "2026-10-02T00:00:00Z", "2026-11-02T10:00:00Z", "2026-11-02T09:30:00Z 2026-W45", false},
		"a first working day that was never sent":   {"first-working-day 09:30", "0001-01-01T00:00:00Z", "2026-11-20T10:00:00Z", "2026-11-02T09:30:00Z 2026-W45", true},
		"a first working day that was sent before":  {"first-working-day 09:30", "2026-11-02T09:30:00Z", "2026-11-20T10:00:00Z", "", false},
		"a cron line, as ever":                      {"0 9 * * MON", "2026-11-09T09:00:00Z", "2026-11-16T09:00:00Z", "2026-11-16T09:00:00Z 2026-W47", false},
	} {
		table, err := TimetableOf(c.spec, meetings("Europe/London"))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		turn, ok := table.Due(instant(t, c.after), instant(t, c.now))
		got := ""
		if ok {
			got = turn.At.Format(time.RFC3339) + " " + turn.Period
		}
		if got != c.want || turn.Late != c.late {
			t.Errorf("%s: got %q, late %v; want %q, late %v", name, got, turn.Late, c.want, c.late)
		}
	}
}

// What cannot be a schedule says why, in the words of whoever writes the file.
func TestTimetableOfRefuses(t *testing.T) {
	for spec, want := range map[string]string{
		"before-rcb":                    "write working days and a time",
		"before-rcb 1d":                 "write working days and a time",
		"before-rcb 1 09:00":            "write working days and a time",
		"before-rcb -1d 09:00":          "write working days and a time",
		"before-rcb 1d 9:00":            "ends with a time",
		"before-rcb 1d 24:00":           "ends with a time",
		"before-rcb 1d 09:00 sharp":     "write working days and a time",
		"before-rcb 21d 09:00":          "too many",
		"before-rcb 0d 10:00":           "choose an earlier time",
		"before-kick-off 1d 09:00":      "no meeting with a timetable",
		"before- 1d 09:00":              "no meeting with a timetable",
		"before-gossip 1d 09:00":        "no meeting with a timetable",
		"first-working-day":             "ends with a time",
		"first-working-day 3d 09:00":    "ends with a time",
		"before-first-tuesday 3d 09:60": "ends with a time",
	} {
		if _, err := TimetableOf(spec, meetings("Europe/London")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one that says %q", spec, err, want)
		}
	}
	if _, err := TimetableOf("before-ewg 3d 09:00", &release.Programme{Zone: "UTC"}); err == nil || !strings.Contains(err.Error(), "do not say when") {
		t.Errorf("a programme without meetings: %v", err)
	}
}

// Whatever the words, the zone and the season: turns come in order, none twice, on
// working days, and each lies before the meeting it prepares.
func TestDaysAheadComeInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := meetings(rapid.SampledFrom([]string{"Europe/London", "America/New_York", "Australia/Lord_Howe", "UTC"}).Draw(t, "zone"))
		spec := rapid.SampledFrom([]string{"before-rcb 1d 16:00", "before-rcb 0d 01:30", "before-ewg 3d 09:00", "before-first-tuesday 20d 23:59", "first-working-day 00:00"}).Draw(t, "spec")
		table, err := TimetableOf(spec, p)
		if err != nil {
			t.Fatal(err)
		}
		at := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 300*24*60).Draw(t, "minute")) * time.Minute)
		seen := map[string]bool{}
		for range 12 {
			next := table.Next(at)
			turn, ok := table.Due(at, next)
			if !next.After(at) || !ok || !turn.At.Equal(next) || seen[turn.Period] {
				t.Fatalf("%s after %s is %s, due %+v %v", spec, at, next, turn, ok)
			}
			if !p.WorkingCalendar().WorkingDay(next.In(p.Location())) {
				t.Fatalf("%s is due on %s, when nobody works", spec, next)
			}
			if meets, ok := p.NextBoard(next); strings.HasPrefix(spec, "before-rcb") && (!ok || meets.Sub(next) > 6*24*time.Hour) {
				t.Fatalf("no board soon after %s", next)
			}
			seen[turn.Period], at = true, next
		}
	})
}

func FuzzTimetableOf(f *testing.F) {
	for _, spec := range []string{"before-rcb 1d 16:00", "before-ewg 3d 09:00", "before-first-tuesday 3d 09:00", "first-working-day 09:30", "before-", "before-rcb 99d 99:99", "first-working-day", "before-rcb\t1d\n09:00"} {
		f.Add(spec)
	}
	p := meetings("Europe/London")
	f.Fuzz(func(t *testing.T, spec string) {
		table, err := TimetableOf(spec, p)
		if err != nil || !IsDaysAhead(spec) {
			return
		}
		if at := table.Next(monday); !at.IsZero() && !at.After(monday) {
			t.Errorf("%q: next after %s is %s", spec, monday, at)
		}
	})
}
