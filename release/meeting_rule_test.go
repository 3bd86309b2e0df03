package release_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// daily is a programme whose board meets at ten on working days, and whose
// Environment Working Group meets on the first Tuesday of the month.
func daily(holidays ...string) release.Programme {
	p := programme()
	p.Holidays = holidays
	p.Meetings = []release.MeetingRule{
		{Kind: release.BoardMeeting, At: "10:00", Weekdays: []time.Weekday{
			time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday,
		}},
		{Kind: release.EnvironmentTalk, At: "14:00", FirstTuesday: true},
	}
	return p
}

// R58, R65, T16: when the board and the working group meet next, over weekends,
// holidays, changes of the clocks and the first Tuesdays that are holidays.
func TestNextMeeting(t *testing.T) {
	for _, c := range []struct {
		name     string
		kind     release.MeetingKind
		holidays []string
		after    string
		want     string
	}{
		{"later today", release.BoardMeeting, nil, "2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z"},
		{"not the one that just began", release.BoardMeeting, nil, "2026-11-23T10:00:00Z", "2026-11-24T10:00:00Z"},
		{"over the weekend", release.BoardMeeting, nil, "2026-11-27T10:30:00Z", "2026-11-30T10:00:00Z"},
		{"not on a holiday", release.BoardMeeting, []string{"2026-12-25", "2026-12-28"}, "2026-12-24T12:00:00Z", "2026-12-29T10:00:00Z"},
		{"summer time", release.BoardMeeting, nil, "2024-03-29T12:00:00Z", "2024-04-01T09:00:00Z"},
		{"winter time", release.BoardMeeting, nil, "2023-10-27T12:00:00Z", "2023-10-30T10:00:00Z"},
		{"first Tuesday", release.EnvironmentTalk, nil, "2026-11-23T09:00:00Z", "2026-12-01T14:00:00Z"},
		{"a holiday in Scotland only", release.EnvironmentTalk, nil, "2023-12-20T09:00:00Z", "2024-01-02T14:00:00Z"},
		{"moved from a holiday", release.EnvironmentTalk, []string{"2024-01-02"}, "2023-12-20T09:00:00Z", "2024-01-03T14:00:00Z"},
		{"moved from New Year", release.EnvironmentTalk, []string{"2030-01-01"}, "2029-12-20T09:00:00Z", "2030-01-02T14:00:00Z"},
		{"asked on the day it moved from", release.EnvironmentTalk, []string{"2030-01-01"}, "2030-01-01T18:00:00Z", "2030-01-02T14:00:00Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := daily(c.holidays...)
			after, err := time.Parse(time.RFC3339, c.after)
			if err != nil {
				t.Fatal(err)
			}
			got, ok := p.NextMeeting(c.kind, after)
			if !ok || got.Format(time.RFC3339) != c.want {
				t.Errorf("after %s: %s, %v; want %s", c.after, got.Format(time.RFC3339), ok, c.want)
			}
		})
	}
}

// Without a rule, or with one that cannot be read, nobody is told a time.
func TestNextMeetingUnknown(t *testing.T) {
	p := programme()
	if at, ok := p.NextBoard(monday); ok {
		t.Errorf("a board at %s that nobody planned", at)
	}
	p.Meetings = []release.MeetingRule{{Kind: release.BoardMeeting, At: "25:00", Weekdays: []time.Weekday{time.Monday}}}
	if at, ok := p.NextBoard(monday); ok {
		t.Errorf("a board at %s, from 25:00", at)
	}
	p.Meetings = []release.MeetingRule{{Kind: release.BoardMeeting, At: "10:00"}}
	if at, ok := p.NextBoard(monday); ok {
		t.Errorf("a board at %s, on no day", at)
	}
}

// T16: the first Tuesday is the first, whatever the month, and a year has twelve.
func TestFirstTuesdayProperty(t *testing.T) {
	p := daily()
	rapid.Check(t, func(t *rapid.T) {
		after := time.Date(2020, 1, rapid.IntRange(1, 11_000).Draw(t, "day"), rapid.IntRange(0, 23).Draw(t, "hour"), 0, 0, 0, time.UTC)
		at, ok := p.NextMeeting(release.EnvironmentTalk, after)
		local := at.In(p.Location())
		if !ok || !at.After(after) || local.Weekday() != time.Tuesday || local.Day() > 7 || local.Hour() != 14 {
			t.Fatalf("after %s the group meets %s", after, local)
		}
		if at.Sub(after) > 36*24*time.Hour {
			t.Fatalf("after %s the group meets only on %s", after, local)
		}
	})
}
