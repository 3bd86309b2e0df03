package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// invited returns what was promised to calendars: "who: verb sequence", in order.
func (b *board) invited() []string {
	var all []string
	for _, n := range b.store.snapshot().Notices {
		x := n.Event.Invitation
		if n.Event.Kind != release.NoticeInvited {
			continue
		}
		verb := "on"
		switch {
		case x.Cancel:
			verb = "off"
		case x.Again:
			verb = "changed"
		}
		all = append(all, string(n.To)+": "+verb+" "+string(rune('0'+x.Sequence)))
	}
	return all
}

// setState puts an RFC into a state, as whatever leads there would.
func (b *board) setState(number int, state release.RFCState, change func(*release.RFC)) {
	b.Helper()
	b.must(b.store.Within(b.Context(), func(tx release.Tx) error {
		r, err := tx.RFC(number, release.ExclusiveLock)
		if err != nil {
			return err
		}
		r.State = state
		if change != nil {
			change(&r)
		}
		return tx.SaveRFC(&r)
	}))
}

// R138: whoever deploys and manages the environments is invited to a window once its
// change is approved; each change and its end is told once, with a sequence that rises,
// however often and wherever the clock looks.
func TestInvite(t *testing.T) {
	b := newBoard(t)
	p := daily()
	p.People = append(p.People, person("ex-ops", release.DeploymentTeam, "elexon"))
	b.apply(p)
	r := b.raise(content())
	expect := func(what string, want ...string) {
		t.Helper()
		for range 3 { // twice more changes nothing
			b.must(second(b.desk.Invite(t.Context())))
		}
		if diff := cmp.Diff(want, b.invited()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
	expect("before it is approved")
	b.setState(r.Number, release.Approved, nil)
	want := []string{"env: on 0", "ex-ops: on 0"}
	expect("approved", want...)
	b.setState(r.Number, release.Go, nil)
	expect("cleared", want...)
	b.setState(r.Number, release.Raised, func(r *release.RFC) {
		r.Content.Window.From, r.Content.Window.To = r.Content.Window.From.Add(time.Hour), r.Content.Window.To.Add(time.Hour)
	})
	want = append(want, "env: changed 1", "ex-ops: changed 1")
	expect("moved", want...)
	p.People = slices.DeleteFunc(slices.Clone(p.People), func(x release.Person) bool { return x.ID == "ex-ops" })
	p.People = append(p.People, person("ex-new", release.DeploymentTeam, "elexon"), person("ex-ops", release.Representative, "elexon"))
	b.apply(p)
	want = append(want, "ex-new: on 2", "ex-ops: off 2")
	expect("another team", want...)
	b.setState(r.Number, release.Withdrawn, func(r *release.RFC) { r.Ended = "The data load moved." })
	want = append(want, "env: off 3", "ex-new: off 3")
	expect("withdrawn", want...)
	b.clock = b.clock.AddDate(0, 3, 0)
	expect("long over", want...)
	keys := map[string]bool{}
	for _, n := range b.store.snapshot().Notices {
		if keys[n.Key] || (strings.HasPrefix(n.Key, "invite/") && n.Hold != release.Immediate) {
			t.Errorf("promised twice, or held: %s", n.Key)
		}
		keys[n.Key] = true
	}
}

// A meeting that was called and whose time the programme changes is told anew; one that
// no longer takes place is called off (R58, T16).
func TestInviteToMeetings(t *testing.T) {
	b := newBoard(t)
	p := daily()
	p.Meetings = []release.MeetingRule{{Kind: release.BoardMeeting, At: "10:00", Weekdays: []time.Weekday{time.Tuesday}}}
	b.apply(p)
	b.clock = monday.Add(time.Hour)
	b.must(second(b.desk.Call(t.Context())))
	called := len(b.told(release.NoticeCalled, release.ByMail))
	b.must(second(b.desk.Invite(t.Context())))
	if got := b.invited(); called == 0 || len(got) != 0 {
		t.Fatalf("%d called, then %v", called, got)
	}
	p.Meetings = []release.MeetingRule{{Kind: release.BoardMeeting, At: "11:30", Weekdays: []time.Weekday{time.Tuesday}}}
	b.apply(p)
	b.must(second(b.desk.Invite(t.Context())))
	if got := b.invited(); len(got) != called || !strings.HasSuffix(got[0], ": changed 1") {
		t.Errorf("moved: %v", got)
	}
	p.Meetings = []release.MeetingRule{{Kind: release.BoardMeeting, At: "11:30", Weekdays: []time.Weekday{time.Thursday}}}
	b.apply(p)
	b.must(second(b.desk.Invite(t.Context())))
	b.must(second(b.desk.Invite(t.Context())))
	if got := b.invited(); len(got) != 2*called || !strings.HasSuffix(got[called], ": off 2") {
		t.Errorf("called off: %v", got)
	}
}
