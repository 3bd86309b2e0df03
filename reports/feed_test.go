package reports

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// nasty is what people may type where a calendar or a table shows it.
const nasty = "=cmd|' /C calc'!A0\r\nEND:VEVENT\r\nATTENDEE:mailto:x@y.example;,:\\n \u202egnp.exe\x00\t\"<b>\" Zieliński 🚀"

// feedView is a week of one environment as somebody's calendar shows it.
func feedView(kind release.FeedKind, whose string) release.FeedView {
	p := board()
	p.Meetings = []release.MeetingRule{
		{Kind: release.BoardMeeting, Weekdays: []time.Weekday{time.Tuesday}, At: "10:00"}, {Kind: release.EnvironmentTalk, FirstTuesday: true, At: "14:00"},
	}
	owner, _ := p.Person("amara")
	night := in(85)
	cleared, off := change(12, release.Go, "Stop rounding <unmetered> profiles twice", night), change(13, release.Withdrawn, nasty, night.Add(24*time.Hour))
	off.Ended = "The data load moved.\nIt comes again."
	foreign := change(14, release.Raised, "Of another environment", night)
	foreign.Content.Environments, foreign.Content.System, foreign.Content.Parties = []release.EnvironmentID{"uit"}, "smrs", []release.PartyID{"stclements"}
	foreign.RaisedBy = "nia"
	window := func(from time.Time, hours int) release.Window {
		return release.Window{From: from, To: from.Add(time.Duration(hours) * time.Hour), Zone: "Europe/London"}
	}
	v := release.FeedView{
		Applied: in(-150),
		Feed:    release.Feed{ID: 3, Owner: "amara", Kind: kind, Whose: whose, MadeAt: in(-200)},
		Owner:   owner, Programme: p, Now: monday, Over: release.Window{From: in(-90 * 24), To: in(400 * 24)},
		RFCs: []release.RFC{foreign, off, cleared},
		Releases: []release.Release{{
			Number: 7, Revision: 4, Version: release.Version{Major: 1, Minor: 2}, Stage: release.Testing, CreatedAt: in(-300), UpdatedAt: in(-20),
			Content: release.ReleaseContent{System: "dip", Type: release.Minor, Purpose: "Carries the new interface.", Owner: "seun", Targets: []release.Target{
				{Environment: "sit-a", Window: window(in(200), 4)}, {Environment: "uit"},
			}},
		}},
		Bookings: []release.Booking{
			{ID: 1, Environment: "sit-a", Kind: release.BookFreeze, Window: window(in(60), 48), Why: "Audit", By: "tomasz", At: in(-30)},
			{ID: 2, Environment: "sit-a", Kind: release.BookPhase, Phase: "SIT Migration", Window: window(in(120), 240), Why: nasty, By: "tomasz", At: in(-40), CancelledAt: in(-2), CancelledWhy: "Moved"},
			{ID: 3, Environment: "sit-b", Kind: release.BookMaintenance, Window: window(in(10), 2), Why: "Disks", By: "tomasz", At: in(-40)},
		},
		Operations: []release.Operation{{ID: 9, State: release.OperationDone, By: "tomasz", At: in(-60), StartedAt: in(-6), EndedAt: in(-5), Content: release.OperationContent{
			Kind: release.Backup, Environment: "sit-a", Systems: []release.SystemID{"dip"}, Window: window(in(-6), 3), Contact: "tomasz",
		}}},
		Ballots: []release.Ballot{said(vote(4, 12, release.Deployment, in(-1)), "amara", release.VoteGo, "")},
		Actions: []release.Action{{ID: 5, Release: 7, What: "Update the runbook", Owner: "amara", Due: in(100), From: release.FromReview, At: in(-70)}},
		Changes: map[int64]release.ChangesTold{5: {Count: 2, Last: in(-3)}},
	}
	v.Meets = p.Meets(release.Window{From: in(-24), To: in(20 * 24)})
	return v
}

// R102, R112, R138: the calendars of a person, a party and an environment are what they
// were when somebody last looked at them, byte for byte.
func TestFeedGolden(t *testing.T) {
	for kind, whose := range map[release.FeedKind]string{
		release.FeedOfPerson: "amara", release.FeedOfParty: "elexon", release.FeedOfEnvironment: "sit-a",
	} {
		t.Run(string(kind), func(t *testing.T) {
			l := letterhead(t)
			l.Links = release.NewLinks("https://gonogo.mhhs.example", bytes.Repeat([]byte("k"), 32))
			f, err := l.Feed(feedView(kind, whose))
			if err != nil {
				t.Fatal(err)
			}
			checkCalendar(t, f.Body)
			golden(t, "feed-"+string(kind)+".ics", f.Body)
			again, err := l.Feed(feedView(kind, whose))
			if err != nil || again.Tag != f.Tag || !again.Changed.Equal(f.Changed) {
				t.Errorf("made again: %v, tag %s, then %s", err, f.Tag, again.Tag)
			}
		})
	}
}

// checkCalendar holds what every program relies on: CRLF, lines of at most 75 octets, and
// that the library reads it back.
func checkCalendar(t tester, body []byte) *ics.Calendar {
	t.Helper()
	for i, line := range strings.Split(strings.TrimSuffix(string(body), "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n\x00") {
			t.Errorf("line %d has %d octets: %q", i+1, len(line), line)
		}
	}
	cal, err := ics.ParseCalendar(bytes.NewReader(body))
	if err != nil {
		t.Fatalf("read back: %v", err)
	}
	return cal
}

type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

func uids(cal *ics.Calendar) []string {
	var all []string
	for _, e := range cal.Events() {
		all = append(all, e.Id())
	}
	slices.Sort(all)
	return all
}

// What is in each calendar, and what is not; what was called off stays, marked.
func TestFeedHolds(t *testing.T) {
	for _, test := range []struct {
		kind  release.FeedKind
		whose string
		want  []string
	}{
		{release.FeedOfEnvironment, "sit-a", []string{"booking-1", "booking-2", "call-ewg-2026-12-01", "operation-9", "release-7-1-sit-a", "rfc-12", "rfc-13"}},
		{release.FeedOfEnvironment, "sit-b", []string{"booking-3", "call-ewg-2026-12-01"}},
		{release.FeedOfParty, "northmere", []string{"booking-1", "booking-2", "booking-3", "operation-9", "release-7-1-sit-a", "rfc-12", "rfc-13"}},
		{release.FeedOfPerson, "amara", []string{"action-5", "ballot-4", "call-rcb-2026-11-17", "call-rcb-2026-11-24", "call-rcb-2026-12-01"}},
	} {
		f, err := letterhead(t).Feed(feedView(test.kind, test.whose))
		if err != nil {
			t.Fatal(err)
		}
		for i := range test.want {
			test.want[i] += "@mhhs.example"
		}
		got := uids(checkCalendar(t, f.Body))
		if test.kind == release.FeedOfPerson || test.kind == release.FeedOfParty {
			got = slices.DeleteFunc(got, func(id string) bool { return strings.HasPrefix(id, "call-ewg") })
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s %s (-want +got):\n%s", test.kind, test.whose, diff)
		}
	}
}

// A calendar shows exactly what is in its time: everything that shares an instant with
// it, and nothing else; and a change raises SEQUENCE and LAST-MODIFIED, never the UID.
func TestFeedIsWhatHappensInItsTime(t *testing.T) {
	l := letterhead(t)
	rapid.Check(t, func(t *rapid.T) {
		v := feedView(release.FeedOfEnvironment, "sit-a")
		v.RFCs, v.Releases, v.Operations, v.Meets, v.Bookings = nil, nil, nil, nil, nil
		var want []string
		for i := range rapid.IntRange(0, 30).Draw(t, "bookings") {
			from := in(float64(rapid.IntRange(-120*24, 450*24).Draw(t, "from")))
			b := release.Booking{ID: int64(i + 1), Environment: "sit-a", Kind: release.BookFreeze, At: in(-3000), Why: rapid.String().Draw(t, "why"), Window: release.Window{
				From: from, To: from.Add(time.Duration(rapid.IntRange(1, 1000).Draw(t, "hours")) * time.Hour), Zone: "Europe/London",
			}}
			if rapid.Bool().Draw(t, "elsewhere") {
				b.Environment = "sit-b"
			} else if b.Window.Overlaps(v.Over) {
				want = append(want, fmt.Sprintf("booking-%d@mhhs.example", b.ID))
			}
			v.Bookings = append(v.Bookings, b)
		}
		slices.Sort(want)
		f, err := l.Feed(v)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, uids(checkCalendar(t, f.Body))); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}

func TestFeedFollows(t *testing.T) {
	l, v := letterhead(t), feedView(release.FeedOfEnvironment, "sit-a")
	before, err := l.Feed(v)
	if err != nil {
		t.Fatal(err)
	}
	moved := &v.RFCs[2]
	moved.Revision++
	moved.UpdatedAt = in(2)
	moved.Content.Window.From = moved.Content.Window.From.Add(time.Hour)
	after, err := l.Feed(v)
	if err != nil {
		t.Fatal(err)
	}
	if before.Tag == after.Tag || !after.Changed.Equal(in(2)) {
		t.Errorf("tags %s and %s, changed %s", before.Tag, after.Tag, after.Changed)
	}
	for _, x := range []struct {
		body           []byte
		sequence, from string
	}{{before.Body, "2", "20261119T220000Z"}, {after.Body, "3", "20261119T230000Z"}} {
		for _, e := range checkCalendar(t, x.body).Events() {
			if e.Id() != "rfc-12@mhhs.example" {
				continue
			}
			if s, from := e.GetProperty(ics.ComponentPropertySequence).Value, e.GetProperty(ics.ComponentPropertyDtStart).Value; s != x.sequence || from != x.from {
				t.Errorf("sequence %s from %s, want %s from %s", s, from, x.sequence, x.from)
			}
		}
	}
}

// T17: on the nights when the clocks change a window keeps its instants and its length;
// a weekly meeting keeps its hour on the wall.
func TestFeedOnTheNightsWhenClocksChange(t *testing.T) {
	p := board()
	p.Meetings = []release.MeetingRule{{Kind: release.BoardMeeting, Weekdays: []time.Weekday{time.Monday}, At: "10:00"}}
	london := p.Location()
	for _, test := range []struct {
		night time.Time
		hours float64
		want  string
	}{
		{time.Date(2026, 10, 24, 22, 0, 0, 0, london), 9, "20261024T210000Z-20261025T060000Z"}, // 22:00 BST to 06:00 GMT
		{time.Date(2027, 3, 27, 22, 0, 0, 0, london), 7, "20270327T220000Z-20270328T050000Z"},  // 22:00 GMT to 06:00 BST
	} {
		until := time.Date(test.night.Year(), test.night.Month(), test.night.Day()+1, 6, 0, 0, 0, london)
		v := release.FeedView{
			Feed: release.Feed{Kind: release.FeedOfEnvironment, Whose: "sit-a"}, Programme: p, Now: test.night, Over: release.Window{From: test.night.AddDate(0, 0, -9), To: test.night.AddDate(0, 0, 9)},
			Bookings: []release.Booking{{ID: 1, Environment: "sit-a", Kind: release.BookFreeze, Window: release.Window{From: test.night.UTC(), To: until.UTC(), Zone: "Europe/London"}}},
		}
		f, err := letterhead(t).Feed(v)
		if err != nil {
			t.Fatal(err)
		}
		e := checkCalendar(t, f.Body).Events()[0]
		got := e.GetProperty(ics.ComponentPropertyDtStart).Value + "-" + e.GetProperty(ics.ComponentPropertyDtEnd).Value
		if got != test.want || until.Sub(test.night).Hours() != test.hours {
			t.Errorf("%s: %s, %.0f hours", test.night, got, until.Sub(test.night).Hours())
		}
	}
	for _, m := range p.Meets(release.Window{From: time.Date(2026, 10, 18, 0, 0, 0, 0, london), To: time.Date(2026, 11, 1, 0, 0, 0, 0, london)}) {
		if at := m.At.In(london); at.Hour() != 10 || at.Weekday() != time.Monday {
			t.Errorf("a meeting at %s", at)
		}
	}
}

// FuzzCalendar holds that whatever people type comes back as one line of it, adds no
// event and no property, and breaks no line (T32).
func FuzzCalendar(f *testing.F) {
	f.Add("RFC-1", "words", "SIT A", "Ann")
	f.Add(nasty, nasty, nasty, nasty)
	f.Add(strings.Repeat("ü", 300), strings.Repeat("word ", 700), "\\n\\;\\,", `"A": B;C,D`)
	f.Add("\u2028x\u2029", "a\rb\nc\r\nd", "\u0085", "^n^'")
	f.Fuzz(func(t *testing.T, title, words, place, name string) {
		h := happening{
			uid: "x@y", title: title, words: words, place: place, from: monday, to: in(1), status: ics.ObjectStatusConfirmed, made: monday, changed: monday,
			organizer: calendarUser{name, "desk@gonogo.example"}, attendee: calendarUser{name, "ann@x.example"},
		}
		body, err := almanac{method: icsRequest, name: title, about: words, zone: "Europe/London", events: []happening{h}}.encode()
		if err != nil {
			t.Fatal(err)
		}
		events := checkCalendar(t, body).Events()
		if len(events) != 1 {
			t.Fatalf("%d events", len(events))
		}
		for property, want := range map[ics.ComponentProperty]string{
			ics.ComponentPropertySummary: clipLine(title, longTitle), ics.ComponentPropertyDescription: calendarText(words, longWords),
			ics.ComponentPropertyLocation: clipLine(place, longPlace), ics.ComponentPropertyUniqueId: "x@y",
		} {
			got := ""
			if p := events[0].GetProperty(property); p != nil {
				got = p.Value
			}
			if got != want {
				t.Errorf("%s came back as %q, want %q", property, got, want)
			}
		}
		if n := len(events[0].Attendees()); n != 1 || events[0].Attendees()[0].Email() != "ann@x.example" {
			t.Errorf("%d attendees: %v", n, events[0].Attendees())
		}
	})
}
