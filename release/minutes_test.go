package release_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// M12: what attendees correct stands beside the line, which stays as it was; the
// ledger has both. When the time is over the minutes are ratified, once, and
// everybody is told with how many corrections.
func TestCorrectAndRatify(t *testing.T) {
	b := gathered(t)
	b.raise(content())
	m := b.started()
	b.everybody(b.poll(1).ID, release.VoteGo)
	b.pass(30 * time.Minute)
	m = b.ended(m.ID)
	if want := monday.Add(48*time.Hour + 30*time.Minute); !m.CorrectionsUntil.Equal(want) {
		t.Errorf("corrections until %s; want %s", m.CorrectionsUntil, want)
	}
	before := b.store.snapshot()
	_, err := b.desk.CorrectMinutes(b.Context(), b.as("test"), m.ID, 1, "The smoke test comes first.")
	b.must(err)
	corrected, err := b.desk.CorrectMinutes(b.Context(), b.as("env"), m.ID, 0, "We also spoke of the freeze.")
	b.must(err)
	if diff := cmp.Diff(m.Minutes, corrected.Minutes); diff != "" {
		t.Errorf("a correction overwrote a line:\n%s", diff)
	}
	if got := corrected.AmendmentsOf(1); len(got) != 1 || got[0].By != "test" || len(corrected.AmendmentsOf(0)) != 1 {
		t.Errorf("corrections %+v", corrected.Amendments)
	}
	if diff := cmp.Diff([]release.EntryKind{release.MinutesCorrected, release.MinutesCorrected}, b.kinds(before)); diff != "" {
		t.Errorf("ledger (-want +got):\n%s", diff)
	}
	ratify := func(after time.Duration, want int) {
		b.clock = m.CorrectionsUntil.Add(after)
		due, err := b.desk.Ratify(b.Context())
		b.must(err)
		if due != want {
			t.Errorf("%s after the end of corrections %d minutes were due; want %d", after, due, want)
		}
	}
	ratify(-time.Microsecond, 0)
	ratify(0, 1)
	ratify(time.Hour, 0)
	if got := b.meeting(m.ID); got.State() != release.MeetingRatified || len(got.Amendments) != 2 || !got.RatifiedAt.Equal(m.CorrectionsUntil) {
		t.Errorf("after the time: %+v", got)
	}
	if told := b.told(release.NoticeRatified, release.ByMail); len(told) != 10 {
		t.Errorf("%d people were told of the ratified minutes: %v", len(told), told)
	}
	_, err = b.desk.CorrectMinutes(b.Context(), b.as("test"), m.ID, 1, "Once more.")
	refused(t, err, release.CodeState)
}

// Only attendees correct, only lines that exist, only with words, only in time.
func TestCorrectRefused(t *testing.T) {
	b := gathered(t)
	b.raise(content())
	m := b.started()
	_, err := b.desk.CorrectMinutes(b.Context(), b.as("test"), m.ID, 0, "Too soon.")
	refused(t, err, release.CodeState)
	b.raise(content())
	m = b.ended(m.ID)
	for _, c := range []struct {
		name string
		by   release.PersonID
		id   int64
		line int
		text string
		code release.Code
	}{
		{"a stranger to it", "sup-rep", 1, 1, "No.", release.CodeForbidden},
		{"a line that is not there", "test", 1, 2, "No.", release.CodeInvalid},
		{"a line before the first", "test", 1, -1, "No.", release.CodeInvalid},
		{"no words", "test", 1, 1, " \n", release.CodeInvalid},
		{"too many words", "test", 1, 1, strings.Repeat("no ", release.MaxText), release.CodeInvalid},
		{"no meeting", "test", 2, 1, "No.", release.CodeNotFound},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := b.store.snapshot()
			_, err := b.desk.CorrectMinutes(b.Context(), b.as(c.by), c.id, c.line, c.text)
			refused(t, err, c.code)
			if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
				t.Errorf("something was changed:\n%s", diff)
			}
		})
	}
	b.clock = m.CorrectionsUntil // nobody ratified yet, and still it is too late
	_, err = b.desk.CorrectMinutes(b.Context(), b.as("test"), m.ID, 1, "Too late.")
	refused(t, err, release.CodeState)
}

// M12: how long minutes may be corrected: whole days are working days, over
// weekends and holidays; the rest passes on the clock.
func TestCorrectionsUntil(t *testing.T) {
	p := daily("2026-12-25", "2026-12-28")
	p.Meetings[1].Corrections = 24*time.Hour + 90*time.Minute
	for _, c := range []struct {
		kind release.MeetingKind
		end  string
		want string
	}{
		{release.BoardMeeting, "2026-11-23T10:45:00Z", "2026-11-25T10:45:00Z"},
		{release.BoardMeeting, "2026-11-26T10:45:00Z", "2026-11-30T10:45:00Z"},
		{release.BoardMeeting, "2026-12-23T10:45:00Z", "2026-12-29T10:45:00Z"},
		{release.KickOff, "2024-03-28T10:00:00Z", "2024-04-01T09:00:00Z"}, // the clocks go forward in between
		{release.EnvironmentTalk, "2026-12-01T15:00:00Z", "2026-12-02T16:30:00Z"},
	} {
		end, err := time.Parse(time.RFC3339, c.end)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.CorrectionsUntil(c.kind, end).Format(time.RFC3339); got != c.want {
			t.Errorf("%s that ends %s: until %s; want %s", c.kind, c.end, got, c.want)
		}
	}
}

// R61, R62: a release waits for the meetings that its policy asks for, and is
// told who opens them.
func TestMeetingBlockers(t *testing.T) {
	p := programme()
	required := []release.MeetingKind{release.KickOff, release.PlanReview}
	over := release.Meeting{ID: 1, Kind: release.KickOff, Release: 7, EndedAt: monday}
	runs := release.Meeting{ID: 2, Kind: release.PlanReview, Release: 7}
	other := release.Meeting{ID: 3, Kind: release.KickOff, Release: 8, EndedAt: monday}
	for _, c := range []struct {
		name string
		held []release.Meeting
		want []string
	}{
		{"nothing held", nil, []string{"/rcb start kick-off REL-7", "/rcb start plan-review REL-7"}},
		{"of another release", []release.Meeting{other}, []string{"/rcb start kick-off REL-7", "/rcb start plan-review REL-7"}},
		{"one over, one runs", []release.Meeting{runs, over}, []string{"/rcb end 2"}},
	} {
		var acts []string
		for _, x := range release.MeetingBlockers(required, c.held, 7, &p) {
			acts = append(acts, x.Act)
			if x.Role != release.ReleaseManager || !cmp.Equal(x.People, []release.PersonID{"rm"}) || x.What == "" || x.Label == "" {
				t.Errorf("%s: %+v", c.name, x)
			}
		}
		if diff := cmp.Diff(c.want, acts); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// The minutes name who said No-Go and who asked for what, and an override with
// its reason; what they are not told of leaves no trace.
func TestMinutesOfVotes(t *testing.T) {
	p := programme()
	seats := []release.Seat{{Key: "t", Function: release.TestManager, Party: "si"}, {Key: "e", Function: release.EnvironmentManager, Party: "si"}}
	facts := release.MinuteFacts{
		RFCs: map[int]release.RFC{1: {Number: 1, Content: content()}},
		Ballots: map[int64]release.Ballot{5: {ID: 5, RFC: 1, Purpose: release.Deployment, Seats: seats, Votes: []release.Vote{
			{Seat: "t", Person: "test", Choice: release.VoteNoGo, Words: "Two tests\nare red"},
			{Seat: "e", Person: "env", Choice: release.VoteConditional, Words: "Back it up!"},
		}}},
	}
	line := func(kind release.EntryKind, rfc int, data string) release.LedgerLine {
		return release.LedgerLine{ID: 1, Kind: kind, Subject: "ballot/5", RFC: rfc, Data: []byte(data)}
	}
	lines := []release.LedgerLine{
		line(release.BallotOpened, 1, `{"purpose": "deployment", "deadline": "2026-11-23T16:00:00Z"}`),
		line(release.BallotOpened, 1, `{"purpose": "approval"}`),
		line(release.BallotDecided, 1, `{"outcome": "go", "why": "The chair overrode a No-Go.", "override": "Known since May"}`),
		line(release.ConditionMet, 1, `{"evidence": "Backup 4711"}`),
		line(release.RFCEdited, 1, `{}`),
		line(release.RFCRaised, 2, `{}`),
		line(release.VoteCast, 1, `{}`),
	}
	minutes, err := release.WriteMinutes(&p, lines, facts)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range minutes {
		got = append(got, l.Text)
	}
	want := []string{
		"The Deployment Go/No-Go on RFC-1 “Helix patch 7” was opened, until Mon 23 Nov 2026 16:00 GMT.",
		"RFC-1 “Helix patch 7”, Deployment Go/No-Go: Go. The chair overrode a No-Go. The reason of the override: Known since May. " +
			"Test Manager, Integrator (Name of test) said No-Go: Two tests are red. Environment Manager, Integrator (Name of env) said Go with conditions: Back it up!",
		"A condition on RFC-1 “Helix patch 7” was shown met: Backup 4711.",
		"RFC-1 “Helix patch 7” was changed; what was decided on it before no longer counts, and the board votes again.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("minutes (-want +got):\n%s", diff)
	}
	if _, err := release.WriteMinutes(&p, []release.LedgerLine{line(release.RFCRaised, 1, `{`)}, facts); err == nil {
		t.Error("an entry that cannot be read was passed over")
	}
}
