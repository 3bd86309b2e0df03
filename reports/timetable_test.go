package reports

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// What is due, under which name and whether late: after outages, in both weeks
// in which the clocks change, and at the turn of a year of 53 weeks (T17, T18).
func TestDue(t *testing.T) {
	for name, c := range map[string]struct {
		spec, zone, after, now string
		want                   string // the instant and the period; empty is nothing due
		late                   bool
	}{
		"on the dot":                {"0 9 * * MON", "Europe/London", "2026-11-09T09:00:00Z", "2026-11-16T09:00:00Z", "2026-11-16T09:00:00Z 2026-W47", false},
		"a second before":           {"0 9 * * MON", "Europe/London", "2026-11-09T09:00:00Z", "2026-11-16T08:59:59Z", "", false},
		"sent before":               {"0 9 * * MON", "Europe/London", "2026-11-16T09:00:00Z", "2026-11-22T23:00:00Z", "", false},
		"an hour is not late":       {"0 9 * * MON", "Europe/London", "2026-11-09T09:00:00Z", "2026-11-16T10:00:00Z", "2026-11-16T09:00:00Z 2026-W47", false},
		"late":                      {"0 9 * * MON", "Europe/London", "2026-11-09T09:00:00Z", "2026-11-16T10:00:01Z", "2026-11-16T09:00:00Z 2026-W47", true},
		"outage of five weeks":      {"0 9 * * MON", "Europe/London", "2026-10-05T08:00:00Z", "2026-11-12T12:00:00Z", "2026-11-09T09:00:00Z 2026-W46", true},
		"never ran":                 {"0 9 * * MON", "Europe/London", "0001-01-01T00:00:00Z", "2026-11-16T09:00:00Z", "2026-11-16T09:00:00Z 2026-W47", false},
		"summer time":               {"0 9 * * MON", "Europe/London", "2026-10-12T08:00:00Z", "2026-10-19T08:00:00Z", "2026-10-19T08:00:00Z 2026-W43", false},
		"week 53":                   {"0 9 * * FRI", "Europe/London", "2026-12-25T09:00:00Z", "2027-01-01T09:00:00Z", "2027-01-01T09:00:00Z 2026-W53", false},
		"week 1":                    {"0 9 * * MON", "Europe/London", "2026-12-28T09:00:00Z", "2027-01-04T09:00:00Z", "2027-01-04T09:00:00Z 2027-W01", false},
		"daily":                     {"0 8 * * *", "Europe/London", "2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z", "2026-11-21T08:00:00Z 2026-11-21", false},
		"working days, a Friday":    {"0 8 * * MON-FRI", "Europe/London", "2026-11-19T08:00:00Z", "2026-11-20T08:30:00Z", "2026-11-20T08:00:00Z 2026-11-20", false},
		"twice a week":              {"0 9 * * MON,THU", "Europe/London", "2026-11-16T09:00:00Z", "2026-11-19T09:30:00Z", "2026-11-19T09:00:00Z 2026-11-19", false},
		"twice a day":               {"30 9,15 * * *", "Europe/London", "2026-11-19T09:30:00Z", "2026-11-19T15:30:00Z", "2026-11-19T15:30:00Z 2026-11-19T1530", false},
		"in the gap, London":        {"30 1 * * *", "Europe/London", "2027-03-27T01:30:00Z", "2027-03-28T01:00:00Z", "2027-03-28T01:00:00Z 2027-03-28", false},
		"not before the gap":        {"30 1 * * *", "Europe/London", "2027-03-27T01:30:00Z", "2027-03-28T00:59:59Z", "", false},
		"in the gap, New York":      {"15 2 * * SUN", "America/New_York", "2027-03-07T07:15:00Z", "2027-03-14T07:00:00Z", "2027-03-14T07:00:00Z 2027-W10", false},
		"in half an hour's gap":     {"15 2 * * *", "Australia/Lord_Howe", "2026-10-02T15:45:00Z", "2026-10-03T15:30:00Z", "2026-10-03T15:30:00Z 2026-10-04", false},
		"comes twice, first":        {"30 1 * * *", "Europe/London", "2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z 2026-10-25", false},
		"comes twice, once only":    {"30 1 * * *", "Europe/London", "2026-10-25T00:30:00Z", "2026-10-25T23:59:59Z", "", false},
		"comes twice, after a stop": {"30 1 * * *", "Europe/London", "2026-10-24T00:30:00Z", "2026-10-25T01:45:00Z", "2026-10-25T00:30:00Z 2026-10-25", true},
		"a word":                    {"@weekly", "Europe/London", "2026-11-08T00:00:00Z", "2026-11-15T00:10:00Z", "2026-11-15T00:00:00Z 2026-W46", false},
		"leap day":                  {"0 9 29 2 *", "Europe/London", "0001-01-01T00:00:00Z", "2026-11-15T00:10:00Z", "2024-02-29T09:00:00Z 2024-W09", true},
	} {
		table, err := ParseTimetable(c.spec, zone(t, c.zone))
		turn, ok := table.Due(instant(t, c.after), instant(t, c.now))
		got := ""
		if ok {
			got = turn.At.Format(time.RFC3339) + " " + turn.Period
		}
		if err != nil || got != c.want || turn.Late != c.late {
			t.Errorf("%s: got %q, late %v, error %v; want %q, late %v", name, got, turn.Late, err, c.want, c.late)
		}
	}
}

// Whatever the line, the zone and the season: turns come in order, none twice,
// each on its wall clock unless that is left out, and Due finds the last one.
func TestTurnsComeInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		loc, err := time.LoadLocation(rapid.SampledFrom([]string{"Europe/London", "America/New_York", "Australia/Lord_Howe", "UTC", "Asia/Kolkata"}).Draw(t, "zone"))
		if err != nil {
			t.Fatal(err)
		}
		spec := rapid.SampledFrom([]string{"0 9 * * MON", "30 1 * * *", "0 0 * * *", "15 2 * * SUN", "0 * * * *", "59 23 28-31 * *"}).Draw(t, "spec")
		table, err := ParseTimetable(spec, loc)
		if err != nil {
			t.Fatal(err)
		}
		start := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 380*24*60).Draw(t, "minute")) * time.Minute)
		at, seen := start, map[string]bool{}
		for range 40 {
			next := table.Next(at)
			if !next.After(at) {
				t.Fatalf("%s after %s is %s", spec, at, next)
			}
			turn, ok := table.Due(start, next)
			if !ok || !turn.At.Equal(next) || turn.Late {
				t.Fatalf("due at %s: %+v, %v", next, turn, ok)
			}
			if seen[turn.Period] {
				t.Fatalf("%s: period %s comes twice", spec, turn.Period)
			}
			seen[turn.Period], at = true, next
		}
	})
}

func TestParseTimetableRefuses(t *testing.T) {
	for spec, want := range map[string]string{
		"":                          "empty",
		"0 9 * *":                   "expected exactly 5 fields",
		"0 25 * * *":                "above maximum",
		"@every 1h":                 "write minute, hour",
		"TZ=Asia/Tokyo 0 9 * * MON": "programme's zone",
		"0 9 30 2 *":                "never comes",
		"soon":                      "expected exactly 5 fields",
	} {
		if _, err := ParseTimetable(spec, time.UTC); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one that says %q", spec, err, want)
		}
	}
}

func FuzzParseTimetable(f *testing.F) {
	for _, spec := range []string{"0 9 * * MON", "*/5 1-7 * * 2", "@weekly", "@every 1s", "CRON_TZ=UTC 0 9 * * 1", "0 9 31 2 *", "59 23 31 12 0-7"} {
		f.Add(spec)
	}
	f.Fuzz(func(t *testing.T, spec string) {
		table, err := ParseTimetable(spec, time.UTC)
		if err != nil {
			return
		}
		if at := table.Next(monday); !at.IsZero() && !at.After(monday) {
			t.Errorf("%q: next after %s is %s", spec, monday, at)
		}
	})
}
