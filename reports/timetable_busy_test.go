package reports

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// busyOn is weekly on Monday, and in busy weeks on a second line besides.
func busyOn(often string) release.Schedule {
	return release.Schedule{Report: ReportReadiness, Cron: "0 9 * * MON", Busy: release.BusyRule{Windows: 3, Days: 5, Cron: often}}
}

func always(time.Time) (bool, error) { return true, nil }

// In a busy week the report comes at its own times and at those of busy weeks, each
// once; after an outage the newest alone goes out, marked late, and what a busy week
// asked for is let go once that week is calm (R101, T18).
func TestRhythmDue(t *testing.T) {
	calm := func(time.Time) (bool, error) { return false, nil }
	unknown := func(time.Time) (bool, error) { return false, errors.New("the database is away") }
	for name, c := range map[string]struct {
		often, after, now string
		busy              func(time.Time) (bool, error)
		want              string // the instant and the period; empty is nothing due
		late              bool
	}{
		"its own turn":                    {"0 9 * * WED", "2026-11-09T09:00:00Z", "2026-11-16T09:00:00Z", calm, "2026-11-16T09:00:00Z 2026-W47", false},
		"its own turn in a busy week":     {"0 9 * * MON,WED", "2026-11-09T09:00:00Z", "2026-11-16T09:00:00Z", always, "2026-11-16T09:00:00Z 2026-W47", false},
		"busy":                            {"0 9 * * MON,WED", "2026-11-16T09:00:00Z", "2026-11-18T09:00:00Z", always, "2026-11-18T09:00:00Z 2026-11-18T0900", false},
		"calm":                            {"0 9 * * MON,WED", "2026-11-16T09:00:00Z", "2026-11-18T09:00:00Z", calm, "", false},
		"not before":                      {"0 9 * * MON,WED", "2026-11-16T09:00:00Z", "2026-11-18T08:59:59Z", unknown, "", false},
		"a name of its own on one day":    {"0 15 * * MON", "2026-11-16T09:00:00Z", "2026-11-16T15:00:00Z", always, "2026-11-16T15:00:00Z 2026-11-16T1500", false},
		"outage over both, busy":          {"0 9 * * WED", "2026-11-09T09:00:00Z", "2026-11-19T12:00:00Z", always, "2026-11-18T09:00:00Z 2026-11-18T0900", true},
		"outage over both, calm":          {"0 9 * * WED", "2026-11-09T09:00:00Z", "2026-11-19T12:00:00Z", calm, "2026-11-16T09:00:00Z 2026-W47", true},
		"outage of weeks":                 {"0 9 * * WED", "2026-10-05T08:00:00Z", "2026-11-19T12:00:00Z", always, "2026-11-18T09:00:00Z 2026-11-18T0900", true},
		"outage, the own turn is newest":  {"0 9 * * WED", "2026-11-09T09:00:00Z", "2026-11-16T10:30:00Z", unknown, "2026-11-16T09:00:00Z 2026-W47", true},
		"left out by the spring change":   {"30 1 * * SUN", "2027-03-22T09:00:00Z", "2027-03-28T01:00:00Z", always, "2027-03-28T01:00:00Z 2027-03-28T0200", false},
		"counted back from a meeting too": {"before-rcb 1d 16:00", "2026-11-16T16:00:00Z", "2026-11-17T16:00:00Z", always, "2026-11-17T16:00:00Z 2026-11-17T1600", false},
	} {
		rhythm, err := RhythmOf(busyOn(c.often), meetings("Europe/London"))
		if err != nil {
			t.Fatal(err)
		}
		turn, due, err := rhythm.Due(instant(t, c.after), instant(t, c.now), c.busy)
		got := ""
		if due {
			got = turn.At.Format(time.RFC3339) + " " + turn.Period
		}
		if err != nil || got != c.want || turn.Late != c.late {
			t.Errorf("%s: got %q, late %v, error %v; want %q, late %v", name, got, turn.Late, err, c.want, c.late)
		}
	}
	rhythm, err := RhythmOf(busyOn("0 9 * * WED"), meetings("Europe/London"))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := rhythm.Due(instant(t, "2026-11-16T09:00:00Z"), instant(t, "2026-11-18T09:00:00Z"), unknown); err == nil {
		t.Error("what cannot be read is taken for calm")
	}
	if _, err := RhythmOf(busyOn("0 9 30 2 *"), meetings("Europe/London")); err == nil {
		t.Error("a line that never comes is taken")
	}
}

// However often the clock is looked at and whichever weeks are busy: every turn of its
// own goes out, none twice, none under another's name, and between them exactly those
// of busy weeks (R101, T18).
func TestRhythmNeverFallsBelowTheWeekly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := busyOn(rapid.SampledFrom([]string{"0 9 * * MON,WED,FRI", "0 9 * * *", "30 1 * * *", "0 */6 * * *", "0 9 * * MON", "0 17 * * TUE"}).Draw(t, "often"))
		p := meetings(rapid.SampledFrom([]string{"Europe/London", "America/New_York", "Australia/Lord_Howe"}).Draw(t, "zone"))
		rhythm, err := RhythmOf(s, p)
		if err != nil {
			t.Fatal(err)
		}
		every, mask := rapid.IntRange(1, 40).Draw(t, "days"), rapid.Uint64().Draw(t, "busy")
		busy := func(at time.Time) (bool, error) { return mask>>(uint(at.Unix()/86400)%64)&1 == 1, nil }
		begin := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 300).Draw(t, "begin"))
		end := begin.AddDate(0, 0, every)
		var sent []time.Time
		names := map[string]bool{}
		after := begin
		for now := begin; now.Before(end); now = now.Add(time.Duration(rapid.IntRange(1, 85).Draw(t, "beat")) * time.Minute) {
			turn, due, err := rhythm.Due(after, now, busy)
			if err != nil {
				t.Fatal(err)
			}
			if after = now; !due {
				continue
			}
			if names[turn.Period] {
				t.Fatalf("%s is sent twice", turn.Period)
			}
			names[turn.Period], sent, after = true, append(sent, turn.At), turn.At
		}
		var want []time.Time
		for at := rhythm.Next(begin, true); !at.After(after); at = rhythm.Next(at, true) {
			own := rhythm.timetable.Next(at.Add(-time.Microsecond)).Equal(at)
			if is, _ := busy(at); own || is {
				want = append(want, at)
			}
		}
		if !slices.EqualFunc(want, sent, time.Time.Equal) {
			t.Fatalf("sent %v, want %v", sent, want)
		}
	})
}
