package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// gathered is a board whose programme has meetings: RCB at ten on working days.
func gathered(t tester) *board {
	b := newBoard(t)
	b.apply(daily())
	return b
}

// started opens the board's meeting.
func (b *board) started() release.Meeting {
	b.Helper()
	m, err := b.desk.StartMeeting(b.Context(), b.as("rm"), release.BoardMeeting, 0)
	b.must(err)
	return m
}

// ended ends a meeting.
func (b *board) ended(id int64) release.Meeting {
	b.Helper()
	m, err := b.desk.EndMeeting(b.Context(), b.as("rm"), id)
	b.must(err)
	return m
}

func (b *board) meeting(id int64) release.Meeting {
	b.Helper()
	s, err := b.desk.MeetingStory(b.Context(), id)
	b.must(err)
	return s.Meeting
}

// R57, R58, R60: the release manager opens the board's meeting; its agenda is
// frozen as it was, its attendees are the roles of the board with the providers
// of what is on the agenda, and it is posted in the board's channel.
func TestStartMeeting(t *testing.T) {
	b := gathered(t)
	r := b.raise(content())
	m := b.started()
	want := []release.PersonID{"rm", "env", "ex-dev", "ex-dev2", "test", "defect"}
	if diff := cmp.Diff(want, m.Attendees); diff != "" {
		t.Errorf("attendees (-want +got):\n%s", diff)
	}
	if len(m.Agenda) != 1 || m.Agenda[0].RFC != r.Number || m.State() != release.MeetingRunning {
		t.Errorf("the meeting began with %+v", m)
	}
	_, err := b.desk.WithdrawRFC(b.Context(), b.as("ex-rm"), r.Number, "Not needed any more.")
	b.must(err)
	if kept := b.meeting(m.ID); len(kept.Agenda) != 1 {
		t.Errorf("the frozen agenda changed: %+v", kept.Agenda)
	}
	view, err := b.desk.Agenda(b.Context())
	b.must(err)
	if len(view.Coming) != 1 || view.Coming[0].Kind != release.EnvironmentTalk {
		t.Errorf("coming: %+v", view.Coming)
	}
	if len(view.Items) != 0 || len(view.Running) != 1 || !view.Next.Equal(monday.Add(time.Hour)) {
		t.Errorf("the next agenda: %+v", view)
	}
	if posts := b.told(release.NoticeMeeting, release.ByChannel); len(posts) != 1 {
		t.Errorf("%d posts in the board's channel", len(posts))
	}
}

// R60, R61, R65: who leads which meeting, and which are about a release.
func TestStartMeetingRefused(t *testing.T) {
	b := gathered(t)
	for _, c := range []struct {
		by      release.PersonID
		kind    release.MeetingKind
		release int
		code    release.Code
	}{
		{"ex-rm", release.BoardMeeting, 0, release.CodeForbidden},
		{"env", release.BoardMeeting, 0, release.CodeForbidden},
		{"rm", release.EnvironmentTalk, 0, release.CodeForbidden},
		{"rm", release.KickOff, 0, release.CodeInvalid},
		{"rm", release.BoardMeeting, 7, release.CodeInvalid},
	} {
		before := b.store.snapshot()
		_, err := b.desk.StartMeeting(b.Context(), b.as(c.by), c.kind, c.release)
		refused(t, err, c.code)
		if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
			t.Errorf("%s by %s changed something:\n%s", c.kind, c.by, diff)
		}
	}
	if _, err := b.desk.StartMeeting(b.Context(), b.as("env"), release.EnvironmentTalk, 0); err != nil {
		t.Errorf("the Environment Manager opens the working group: %v", err)
	}
}

// Of two chairs who open one meeting at once, one wins and the other is told of
// them; another kind may run beside it.
func TestOneMeetingRuns(t *testing.T) {
	b := gathered(t)
	errs := make(chan error)
	for range 2 {
		in := b.as("rm")
		go func() {
			_, err := b.desk.StartMeeting(b.Context(), in, release.BoardMeeting, 0)
			errs <- err
		}()
	}
	first, second := <-errs, <-errs
	if first == nil {
		first, second = second, first
	}
	r := refused(t, first, release.CodeState)
	if second != nil || !strings.Contains(r.Why, "Name of rm") || !strings.Contains(r.Next, "/rcb join 1") {
		t.Errorf("one: %v, the other: %v", first, second)
	}
	_, err := b.desk.StartMeeting(b.Context(), b.as("env"), release.EnvironmentTalk, 0)
	b.must(err)
	b.ended(1)
	if m := b.started(); m.ID != 3 {
		t.Errorf("the next board is meeting %d", m.ID)
	}
}

// R66: whoever takes part besides joins the list of attendees, while it runs.
func TestJoinMeeting(t *testing.T) {
	b := gathered(t)
	m := b.started()
	joined, err := b.desk.JoinMeeting(b.Context(), b.as("sup-rep"), m.ID)
	b.must(err)
	if !joined.Attended("sup-rep") || !slices.Equal(b.meeting(m.ID).Attendees, joined.Attendees) {
		t.Errorf("attendees %v", joined.Attendees)
	}
	_, err = b.desk.JoinMeeting(b.Context(), b.as("sup-rep"), m.ID)
	refused(t, err, release.CodeState)
	_, err = b.desk.JoinMeeting(b.Context(), b.as("sup-rep"), 9)
	refused(t, err, release.CodeNotFound)
	b.ended(m.ID)
	_, err = b.desk.JoinMeeting(b.Context(), b.as("dno-rep"), m.ID)
	refused(t, err, release.CodeState)
}

// R57, R64, M12: the minutes are what was decided while the meeting ran, each
// line with its entry of the ledger; they go to everybody who attended and to
// the representatives of providers and participants, each once.
func TestMinutesTellWhatWasDecided(t *testing.T) {
	b := gathered(t)
	b.raise(content()) // before it
	m := b.started()
	b.everybody(b.poll(1).ID, release.VoteGo)
	other := b.raise(content())
	b.vote(b.poll(other.Number).ID, "test", release.VoteNoGo, "The data load is not done")
	b.pass(30 * time.Minute)
	_, err := b.desk.WithdrawRFC(b.Context(), b.as("ex-rm"), other.Number, "It clashes")
	b.must(err)
	b.must(second(b.desk.SaveDraft(b.Context(), b.as("ex-rm"), 0, 0, content())))
	m = b.ended(m.ID)
	b.raise(content()) // after it
	var got []string
	entries := b.store.snapshot().Entries
	for _, l := range m.Minutes {
		got = append(got, l.Text)
		if e := entries[l.Entry-1]; e.Subject != l.Subject || !e.At.Equal(l.At) || e.By != l.By {
			t.Errorf("line %q names entry %d, which is %+v", l.Text, l.Entry, e)
		}
	}
	want := []string{
		"RFC-2 “Helix patch 7” was raised; its approval vote is open.",
		"RFC-1 “Helix patch 7”, RFC approval: Go. Every mandatory seat was heard, at least one said Go and no No-Go stands.",
		"RFC-2 “Helix patch 7” was withdrawn: It clashes.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("minutes (-want +got):\n%s", diff)
	}
	readers := []release.PersonID{"dcc-rep", "defect", "dno-rep", "env", "ex-dev", "ex-dev2", "ex-rep", "rm", "sup-rep", "test"}
	if diff := cmp.Diff(readers, b.told(release.NoticeMinutes, release.ByMail)); diff != "" {
		t.Errorf("the minutes went to (-want +got):\n%s", diff)
	}
	if posts := b.told(release.NoticeMinutes, release.ByChannel); len(posts) != 1 {
		t.Errorf("%d posts in the board's channel", len(posts))
	}
	_, err = b.desk.EndMeeting(b.Context(), b.as("rm"), m.ID)
	refused(t, err, release.CodeState)
}

// Only the chair ends a meeting.
func TestEndMeetingForbidden(t *testing.T) {
	b := gathered(t)
	m := b.started()
	_, err := b.desk.EndMeeting(b.Context(), b.as("env"), m.ID)
	refused(t, err, release.CodeForbidden)
	_, err = b.desk.EndMeeting(b.Context(), b.as("rm"), 7)
	refused(t, err, release.CodeNotFound)
}
