package bot

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// story is an RFC with a vote, as far as the test needs it.
func story(state release.RFCState, ballots ...release.Ballot) release.Story {
	return release.Story{
		Programme: programme(), Ballots: ballots,
		RFC: release.RFC{
			Number: 12, Revision: 1, State: state, Content: content(), RaisedBy: "elle", CreatedAt: start, RaisedAt: start, UpdatedAt: start, UpdatedBy: "elle",
		},
	}
}

func ballotOf12(id int64, purpose release.Purpose, votes ...release.Vote) release.Ballot {
	seat := func(f release.Role, party release.PartyID, mandatory, chair bool, who ...release.PersonID) release.Seat {
		return release.Seat{Key: string(f) + "/" + string(party), Function: f, Party: party, Mandatory: mandatory, Chair: chair, Holders: who}
	}
	return release.Ballot{
		ID: id, RFC: 12, Purpose: purpose, Raiser: "elle", OpenedBy: "elle", OpenedAt: start, MinimumUntil: start.Add(30 * time.Minute),
		Deadline: start.Add(48 * time.Hour), Override: true, State: release.BallotOpen, Votes: votes,
		Seats: []release.Seat{
			seat(release.ReleaseManager, "si", true, true, "rachel"), seat(release.TestManager, "si", true, false, "tom"),
			seat(release.EnvironmentManager, "si", true, false, "eve", "pmo"), seat(release.DevOps, "elexon", false, false, "ben"),
		},
	}
}

func vote(seat string, by release.PersonID, c release.Choice, words string) release.Vote {
	return release.Vote{Seat: seat, Person: by, Choice: c, Words: words, At: start}
}

func closed(b release.Ballot, by release.PersonID, o release.Outcome) release.Ballot {
	b.State, b.ClosedAt, b.ClosedBy, b.Outcome = release.BallotClosed, start.Add(3*time.Hour), by, o
	return b
}

func TestCardGolden(t *testing.T) {
	some := []release.Vote{
		vote("test-manager/si", "tom", release.VoteGo, ""),
		vote("devops/elexon", "ben", release.VoteNoGo, "The <!channel> data load & its *checks* are not done: <https://evil.example|see here>"),
		vote("release-manager/si", "rachel", release.VoteConditional, "Only after 22:00"),
		vote("environment-manager/si", "eve", release.VoteAbstain, ""),
	}
	yes := []release.Vote{some[0], some[2], some[3]}
	void := ballotOf12(5, release.Approval, some[0])
	void.State, void.ClosedAt, void.VoidReason = release.BallotVoid, start.Add(time.Hour), "The RFC was changed by Elle Ford."
	overridden := closed(ballotOf12(8, release.Deployment, some...), "rachel", release.OutcomeGo)
	overridden.OverrideReason = "The objection was settled by phone."
	withdrawn := story(release.Withdrawn, void)
	withdrawn.RFC.Ended = "The window clashes with the data load."
	conditional := story(release.Approved, closed(ballotOf12(7, release.Approval, yes...), "rachel", release.OutcomeGo))
	conditional.Conditions = []release.Condition{
		{ID: 1, RFC: 12, Words: "Only after 22:00", By: "rachel", Owner: "elle", At: start},
		{ID: 2, RFC: 12, Words: "Tell the service desk", By: "tom", Owner: "elle", At: start, MetAt: start.Add(time.Hour), MetBy: "elle", Evidence: "SD-19 <@U0EVE>"},
	}
	remembered := story(release.InGoNoGo, ballotOf12(8, release.Deployment))
	remembered.Memories = []release.DissentMemory{
		{Function: release.ReleaseManager, Judged: 1, Refuted: 1}, {Function: release.TestManager, Judged: 4, Confirmed: 3, Unknown: 1},
	}
	cases := map[string]release.Story{
		"card_remembered": remembered,
		"card_raised":     story(release.Raised, ballotOf12(7, release.Approval)),
		"card_voting":     story(release.Raised, ballotOf12(7, release.Approval, some[:3]...), void),
		"card_approved":   conditional,
		"card_rejected":   story(release.Rejected, closed(ballotOf12(7, release.Approval, some...), "rachel", release.OutcomeNoGo)),
		"card_undecided":  story(release.Undecided, closed(ballotOf12(7, release.Approval, some[0]), release.Clockwork, release.OutcomeNone)),
		"card_gonogo":     story(release.InGoNoGo, ballotOf12(8, release.Deployment), closed(ballotOf12(7, release.Approval, yes...), "rachel", release.OutcomeGo)),
		"card_go":         story(release.Go, overridden, closed(ballotOf12(7, release.Approval, yes...), "rachel", release.OutcomeGo), void),
		"card_no_go":      story(release.NoGo, closed(ballotOf12(8, release.Deployment, some...), "rachel", release.OutcomeNoGo)),
		"card_withdrawn":  withdrawn,
	}
	for name, s := range cases {
		t.Run(name, func(t *testing.T) { goldenPage(t, name, card(s, start.Add(90*time.Minute), "REHEARSAL")) })
	}
	t.Run("details", func(t *testing.T) { goldenPage(t, "details", detailsPage(conditional, start.Add(90*time.Minute), "")) })
}

func TestNoticeGolden(t *testing.T) {
	b := ballotOf12(7, release.Approval, vote("test-manager/si", "tom", release.VoteNoGo, "Not <tested> yet"))
	done := closed(b, release.Clockwork, release.OutcomeNoGo)
	done.ClosedAt = done.Deadline
	r := story(release.Raised).RFC
	event := func(kind release.NoticeKind, x *release.Ballot) release.Event {
		return release.Event{Kind: kind, At: start, By: "elle", RFC: r, Ballot: x}
	}
	edited := event(release.NoticeEdited, &b)
	edited.Changes = []release.Change{{Field: "Title", Before: "Raise the timeout", After: r.Content.Title}, {Field: "Release", Before: "", After: "R2"}}
	inWords := edited
	edited.Again = true
	withdrawn := event(release.NoticeWithdrawn, nil)
	withdrawn.Reason = "The window clashes."
	met := event(release.NoticeCondition, nil)
	met.Reason = "Report TR-7 <!here>"
	yes := closed(ballotOf12(7, release.Approval,
		vote("test-manager/si", "tom", release.VoteGo, ""), vote("release-manager/si", "rachel", release.VoteConditional, "Only after 22:00"),
		vote("environment-manager/si", "eve", release.VoteGo, ""), vote("devops/elexon", "ben", release.VoteGo, ""),
	), release.Clockwork, release.OutcomeGo)
	approved := event(release.NoticeDecided, &yes)
	approved.RFC.State = release.Approved
	again := event(release.NoticeRaised, &b)
	again.Again = true
	for name, n := range map[string]release.Notice{
		"notice_raised":    {Road: release.ByThread, Event: event(release.NoticeRaised, &b)},
		"notice_again":     {Road: release.ByThread, Event: again},
		"notice_opened":    {Road: release.ByThread, Event: event(release.NoticeOpened, &b)},
		"notice_edited":    {Road: release.ByThread, Event: edited},
		"notice_in_words":  {Road: release.ByThread, Event: inWords},
		"notice_withdrawn": {Road: release.ByThread, Event: withdrawn},
		"notice_decided":   {Road: release.ByThread, Event: event(release.NoticeDecided, &done)},
		"notice_requester": {Road: release.ByDirect, Event: event(release.NoticeOutcome, &done)},
		"notice_approved":  {Road: release.ByDirect, Event: approved},
		"notice_reminder":  {Road: release.ByDirect, Event: event(release.NoticeReminder, &b)},
		"notice_condition": {Road: release.ByThread, Event: met},
	} {
		t.Run(name, func(t *testing.T) { goldenPage(t, name, noticePage(n, programme(), "REHEARSAL")) })
	}
}

// A card says when its vote ends in the words of where it stands: whoever was
// heard is not told to act (T24).
func TestWaitLine(t *testing.T) {
	yes := []release.Vote{
		vote("test-manager/si", "tom", release.VoteGo, ""), vote("release-manager/si", "rachel", release.VoteGo, ""),
		vote("environment-manager/si", "eve", release.VoteAbstain, ""), vote("devops/elexon", "ben", release.VoteGo, ""),
	}
	no := slices.Concat(yes[:3], []release.Vote{vote("devops/elexon", "ben", release.VoteNoGo, "Not yet")})
	for name, c := range map[string]struct {
		votes []release.Vote
		after time.Duration
		want  string
	}{
		"some are silent":          {yes[:2], time.Minute, "; ends Sun 22 Nov 09:00 GMT"},
		"on the last day":          {yes[:2], 40 * time.Hour, "; ends 09:00 GMT"},
		"all heard, too early":     {yes, time.Minute, ". All 4 seats are heard; it closes at 09:30 GMT at the earliest"},
		"all heard, may close":     {yes, time.Hour, ". All 4 seats are heard; it closes in a moment"},
		"a No-Go may be overruled": {no, time.Hour, ". All 4 seats are heard; the chair decides on the No-Go; ends Sun 22 Nov 09:00 GMT"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := waitLine(ballotOf12(7, release.Approval, c.votes...), programme(), start.Add(c.after)).text(); got != c.want {
				t.Errorf("%q instead of %q", got, c.want)
			}
		})
	}
}

// Right after a vote of a day was opened, a day is left.
func TestLeft(t *testing.T) {
	for after, want := range map[time.Duration]string{
		time.Second: "1 day left", time.Minute: "23 hours 59 minutes left", 24*time.Hour - time.Second: "1 minute left", 24 * time.Hour: "time is up",
	} {
		if got := left(start.Add(after), start.Add(24*time.Hour)); got != want {
			t.Errorf("%s after the opening: %q instead of %q", after, got, want)
		}
	}
}

// The form offers the releases still to come, and the one already chosen.
func TestPlannedReleases(t *testing.T) {
	o := open(t)
	c := Call{By: programme().People[3], Programme: programme(), now: start}
	fresh := indented(t, o.bot.rfcForm(c, rfcForm{verb: "raise", content: firstContent(c)}))
	if strings.Contains(fresh, "R1, major") || !strings.Contains(fresh, "R2, major, 7 Dec 2026") {
		t.Error("a new form offers what is past, or not what is to come")
	}
	old := content()
	old.Release = "R1"
	wants(t, indented(t, o.bot.rfcForm(c, rfcForm{verb: "edit", content: old})), "R1, major, 1 Sep 2026")
}
