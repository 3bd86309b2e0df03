package release_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// R65: the working group is called on the working day before it, once, over
// weekends and holidays; those who belong into it are invited.
func TestCall(t *testing.T) {
	b := newBoard(t)
	p := daily("2026-11-30")
	p.People = append(p.People, person("sup-env", release.EnvironmentManager, "supplier"))
	b.apply(p)
	called := func(at time.Time, want int) {
		t.Helper()
		b.clock = at
		due, err := b.desk.Call(t.Context())
		b.must(err)
		if got := len(b.told(release.NoticeCalled, release.ByMail)); due != min(want, 1) || got != want {
			t.Errorf("%s: %d due, %d mails; want %d", at, due, got, want)
		}
	}
	friday := time.Date(2026, 11, 27, 14, 0, 0, 0, time.UTC) // Monday is a holiday, the group meets on Tuesday
	called(friday.Add(-time.Second), 0)
	called(friday, 7)
	called(friday.Add(time.Hour), 7)
	want := []release.PersonID{"dcc-rm", "dno-rep", "env", "ex-rm", "pmo", "sup-env", "sup-rep"}
	if diff := cmp.Diff(want, b.told(release.NoticeCalled, release.ByMail)); diff != "" {
		t.Errorf("invited (-want +got):\n%s", diff)
	}
	n := b.store.snapshot().Notices
	if m := n[len(n)-1].Event.Meeting; m == nil || !m.StartedAt.Equal(friday.Add(4*24*time.Hour)) {
		t.Errorf("called for %+v", m)
	}
}

// A weekly board is called with its agenda, a daily one is not.
func TestCallOfTheBoard(t *testing.T) {
	b := newBoard(t)
	p := daily()
	b.apply(p)
	b.raise(content())
	if _, due := p.CallDue(release.BoardMeeting, monday); due {
		t.Error("a daily board is called")
	}
	p.Meetings = []release.MeetingRule{{Kind: release.BoardMeeting, At: "10:00", Weekdays: []time.Weekday{time.Tuesday}}}
	b.apply(p)
	b.clock = monday.Add(time.Hour)
	b.must(second(b.desk.Call(t.Context())))
	n := b.store.snapshot().Notices
	if m := n[len(n)-1].Event.Meeting; m == nil || len(m.Agenda) != 1 || !m.Attended("ex-dev") {
		t.Errorf("called with %+v", m)
	}
}
