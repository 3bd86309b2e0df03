package release_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

func (t failingTx) Meeting(id int64, lock release.Lock) (release.Meeting, error) {
	return try(t, func() (release.Meeting, error) { return t.Tx.Meeting(id, lock) })
}

func (t failingTx) FindMeetings(f release.MeetingFilter) ([]release.Meeting, error) {
	return try(t, func() ([]release.Meeting, error) { return t.Tx.FindMeetings(f) })
}

func (t failingTx) DueMeetings(now time.Time) ([]int64, error) {
	return try(t, func() ([]int64, error) { return t.Tx.DueMeetings(now) })
}

func (t failingTx) AddMeeting(m *release.Meeting) error {
	return t.do(func() error { return t.Tx.AddMeeting(m) })
}

func (t failingTx) SaveMeeting(m release.Meeting) error {
	return t.do(func() error { return t.Tx.SaveMeeting(m) })
}

func (t failingTx) AddAmendment(meeting int64, a release.Amendment) error {
	return t.do(func() error { return t.Tx.AddAmendment(meeting, a) })
}

func (t failingTx) LastEntry() (int64, error) { return try(t, t.Tx.LastEntry) }

func (t failingTx) EntriesAfter(id int64, kinds []release.EntryKind) ([]release.LedgerLine, error) {
	return try(t, func() ([]release.LedgerLine, error) { return t.Tx.EntriesAfter(id, kinds) })
}

// meetingActs are the acts on meetings, each of which rm may do: meeting 1 is
// over and open for corrections, meeting 2 runs and env leads it.
func meetingActs() []verb {
	return []verb{
		{"start", func(b *board, in release.Intent) error {
			return second(b.desk.StartMeeting(b.Context(), in, release.BoardMeeting, 0))
		}},
		{"join", func(b *board, in release.Intent) error { return second(b.desk.JoinMeeting(b.Context(), in, 2)) }},
		{"end", func(b *board, in release.Intent) error { return second(b.desk.EndMeeting(b.Context(), in, 3)) }},
		{"correct", func(b *board, in release.Intent) error {
			return second(b.desk.CorrectMinutes(b.Context(), in, 1, 1, "Not so."))
		}},
		{"ratify", func(b *board, _ release.Intent) error { return second(b.desk.Ratify(b.Context())) }},
		{"agenda", func(b *board, _ release.Intent) error { return second(b.desk.Agenda(b.Context())) }},
		{"minutes", func(b *board, _ release.Intent) error { return second(b.desk.MeetingStory(b.Context(), 0)) }},
		{"a meeting", func(b *board, _ release.Intent) error { return second(b.desk.MeetingStory(b.Context(), 1)) }},
	}
}

// assembled is a board with a meeting for every act.
func assembled(t tester, act string) *board {
	t.Helper()
	b := gathered(t)
	b.started()
	b.everybody(b.poll(b.raise(content()).Number).ID, release.VoteGo)
	b.pass(30 * time.Minute)
	b.ended(1)
	b.must(second(b.desk.StartMeeting(b.Context(), b.as("env"), release.EnvironmentTalk, 0)))
	b.raise(content())
	switch act {
	case "end":
		b.started()
		b.everybody(b.poll(2).ID, release.VoteGo)
		b.pass(30 * time.Minute)
	case "ratify":
		b.clock = b.clock.Add(72 * time.Hour)
	}
	return b
}

// T31, T23, T30: a replay of an act on a meeting changes nothing, nor does an
// act of which any part fails.
func TestMeetingActs(t *testing.T) {
	for _, v := range meetingActs() {
		t.Run(v.name, func(t *testing.T) {
			b := assembled(t, v.name)
			plain := b.desk
			before := b.store.snapshot()
			in := b.as("rm")
			for calls := 0; ; calls++ {
				b.desk = release.NewDesk(&failing{memory: b.store, calls: calls}, func() time.Time { return b.clock })
				err := v.do(b, in)
				if err == nil {
					break
				}
				if _, refusal := release.AsRefusal(err); refusal || !errors.Is(err, errFire) {
					t.Fatalf("with %d calls that succeed: %v", calls, err)
				}
				if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
					t.Fatalf("with %d calls that succeed something was kept:\n%s", calls, diff)
				}
			}
			b.desk = plain
			after := b.store.snapshot()
			if err := v.do(b, in); err != nil {
				if _, refusal := release.AsRefusal(err); !refusal {
					t.Errorf("the replay: %v", err)
				}
			}
			if diff := cmp.Diff(after, b.store.snapshot()); diff != "" {
				t.Errorf("the replay changed something:\n%s", diff)
			}
		})
	}
}

// T31: strangers and the retired act on no meeting.
func TestMeetingActsOfStrangers(t *testing.T) {
	for _, v := range meetingActs()[:4] {
		b := assembled(t, v.name)
		before := b.store.snapshot()
		for _, who := range []release.PersonID{"stranger", "gone", release.Clockwork, release.Operator} {
			refused(t, v.do(b, b.as(who)), release.CodeUnknownPerson)
		}
		if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
			t.Errorf("%s: something was changed:\n%s", v.name, diff)
		}
	}
}
