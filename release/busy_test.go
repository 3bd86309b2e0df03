package release

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// busyAt is a Wednesday morning in London.
var busyAt = time.Date(2026, 12, 23, 9, 0, 0, 0, time.UTC)

func busyProgramme() *Programme {
	return &Programme{Zone: "Europe/London", Calendar: "ew", Calendars: []Calendar{NewCalendar("ew", "England and Wales",
		Holiday{Date: "2026-12-25", Name: "Christmas Day"}, Holiday{Date: "2026-12-28", Name: "Boxing Day"})}}
}

// coming is a release with a window of each time.
func coming(rfc int, from ...time.Time) Standing {
	s := Standing{Release: Release{Number: 7, Stage: Preparing, RFC: rfc}}
	for _, at := range from {
		s.Release.Content.Targets = append(s.Release.Content.Targets, Target{Window: Window{From: at, To: at.Add(4 * time.Hour)}})
	}
	return s
}

// A week is busy by the windows that open from an instant until the end of so many
// working days, holidays and weekends not counted (R101).
func TestBusyRuleCountsWindows(t *testing.T) {
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 12, day, hour, minute, 0, 0, time.UTC) }
	rfc := func(number int, state RFCState, from time.Time) RFC {
		return RFC{Number: number, State: state, Content: RFCContent{Window: Window{From: from, To: from.Add(time.Hour)}}}
	}
	for name, c := range map[string]struct {
		standings []Standing
		rfcs      []RFC
		want      int
	}{
		"nothing":                               {},
		"one now":                               {[]Standing{coming(0, busyAt)}, nil, 1},
		"one that has begun":                    {[]Standing{coming(0, busyAt.Add(-time.Microsecond))}, nil, 0},
		"the last minute, after two holidays":   {[]Standing{coming(0, at(29, 23, 59))}, nil, 1},
		"the first minute after it":             {[]Standing{coming(0, at(30, 0, 0))}, nil, 0},
		"a weekend between":                     {[]Standing{coming(0, at(26, 10, 0))}, nil, 1},
		"a release into three environments":     {[]Standing{coming(0, at(23, 18, 0), at(24, 18, 0), at(31, 18, 0))}, nil, 2},
		"two releases":                          {[]Standing{coming(0, at(23, 18, 0)), coming(0, at(24, 18, 0))}, nil, 2},
		"an RFC of no release":                  {nil, []RFC{rfc(4, Approved, at(24, 18, 0))}, 1},
		"a release and its RFC, once":           {[]Standing{coming(4, at(24, 18, 0))}, []RFC{rfc(4, Approved, at(24, 18, 0))}, 1},
		"a draft, a rejected and a closed one":  {nil, []RFC{rfc(1, Draft, at(24, 1, 0)), rfc(2, Rejected, at(24, 1, 0)), rfc(3, Closed, at(24, 1, 0))}, 0},
		"an RFC whose window is not chosen yet": {nil, []RFC{{Number: 9, State: Raised}}, 0},
	} {
		rule := BusyRule{Windows: 3, Days: 2} // Thursday and, after Christmas, Tuesday
		if got := rule.Opening(busyProgramme(), busyAt, c.standings, c.rfcs); got != c.want {
			t.Errorf("%s: %d windows, want %d", name, got, c.want)
		}
	}
}

// More windows or a longer look never make a week less busy, and whatever opens is
// counted by the day on which it does (R101).
func TestBusyRuleNeverFalls(t *testing.T) {
	p := busyProgramme()
	rapid.Check(t, func(t *rapid.T) {
		rule := BusyRule{Windows: 1, Days: rapid.IntRange(1, 20).Draw(t, "days")}
		var standings []Standing
		before := 0
		for range rapid.IntRange(1, 8).Draw(t, "releases") {
			from := busyAt.Add(time.Duration(rapid.IntRange(-3*24*60, 40*24*60).Draw(t, "minute")) * time.Minute)
			standings = append(standings, coming(0, from))
			n := rule.Opening(p, busyAt, standings, nil)
			inside := !from.Before(busyAt) && from.Before(rule.Until(p, busyAt))
			if (n == before+1) != inside || n < before {
				t.Fatalf("after a window at %s: %d, before %d", from, n, before)
			}
			before = n
		}
		wider := BusyRule{Windows: 1, Days: rule.Days + 1}
		if n := wider.Opening(p, busyAt, standings, nil); n < before {
			t.Fatalf("%d days see %d windows, %d days see %d", rule.Days, before, wider.Days, n)
		}
	})
}
