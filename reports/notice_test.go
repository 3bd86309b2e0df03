package reports

import (
	"bytes"
	"errors"
	"testing"

	"gonogo.dev/release"
)

// scene is a notice to one reader.
type scene struct {
	name  string
	to    release.PersonID
	duty  release.Duty
	event release.Event
}

// scenes are a mail of each kind, to readers with different parts in it.
func scenes() []scene {
	title := "Stop rounding unmetered half-hourly profiles twice"
	raised := change(12, release.Raised, title, in(85))
	approval := vote(7, 12, release.Approval, in(0))
	opened := change(12, release.InGoNoGo, title, in(85))
	gonogo := vote(9, 12, release.Deployment, in(60))
	event := func(kind release.NoticeKind, at float64, by release.PersonID, r release.RFC, b release.Ballot) release.Event {
		return release.Event{Kind: kind, At: in(at), By: by, RFC: r, Ballot: &b}
	}
	edited := event(release.NoticeEdited, 5, "siobhan", raised, approval)
	before := raised.Content
	before.Window.From, before.Window.To = in(61), in(63)
	before.Disruption, before.Impact = release.NoDisruption, "None.\nReally none."
	edited.Changes, edited.Again = before.Changes(raised.Content), true

	withdrawn := change(12, release.Withdrawn, title, in(85))
	void := approval
	void.State, void.ClosedAt, void.ClosedBy = release.BallotVoid, in(6), "siobhan"
	gone := event(release.NoticeWithdrawn, 6, "siobhan", withdrawn, void)
	gone.Reason = "The data load of UIT moved to the same night.\nWe come back with a window in December."

	approved := change(12, release.Approved, title, in(85))
	yes := approval
	for _, x := range []release.PersonID{"amara", "tomasz", "arjun", "siobhan"} {
		yes = said(yes, x, release.VoteGo, "")
	}
	yes = said(yes, "priya", release.VoteConditional, "Run the regression pack on SIT Staging again with the restated totals, and attach the report.")
	yes = closed(said(yes, "declan", release.VoteAbstain, ""), in(3), "amara")

	rejected := change(12, release.Rejected, title, in(85))
	no := said(said(approval, "amara", release.VoteGo, "Fine by me."), "tomasz", release.VoteNoGo, "UIT is frozen for qualification that night.")
	no = closed(no, in(48), release.Clockwork)

	overridden := said(said(gonogo, "priya", release.VoteNoGo, "Two of 212 tests are still red."), "amara", release.VoteGo, "")
	for _, x := range []release.PersonID{"tomasz", "arjun", "siobhan"} {
		overridden = said(overridden, x, release.VoteGo, "")
	}
	overridden = closed(overridden, in(64), "amara")
	overridden.Outcome, overridden.OverrideReason = release.OutcomeGo, "Both red tests fail on the old version too: DEF-1201, agreed with Priya on the phone."

	words := event(release.NoticeEdited, 5, "siobhan", raised, approval)
	reworded := raised.Content
	reworded.Title = "Rounding, once"
	words.Changes = reworded.Changes(raised.Content)
	prepared := change(12, release.InPreparation, title, in(85))
	governed := release.Release{Number: 7, Version: release.Version{Major: 1, Minor: 2}, Content: release.ReleaseContent{System: raised.Content.System}}
	early := release.Event{Kind: release.NoticeRaised, At: in(0), By: "siobhan", RFC: prepared, Release: &governed}
	back := release.Event{
		Kind: release.NoticeReleaseBack, At: in(50), By: "declan", RFC: prepared, Ballot: &approval, Release: &governed,
		Reason: "Declan Byrne took evidence away: Known issues and workarounds agreed. The list was for another build.",
	}
	gate := vote(8, 12, release.ProgrammeGate, in(60))
	let := closed(said(gate, "amara", release.VoteGo, ""), in(84), "amara")

	remembering := event(release.NoticeOpened, 60, "amara", opened, gonogo)
	remembering.Memories = []release.DissentMemory{
		{Function: release.TestManager, Judged: 4, Confirmed: 3, Refuted: 1}, {Function: release.TestDefectManager, Judged: 1, Refuted: 1},
		{Function: release.EnvironmentManager, Judged: 3, Confirmed: 1, Unknown: 2},
	}
	silent := closed(said(gonogo, "amara", release.VoteGo, ""), in(84), release.Clockwork)
	return []scene{
		{"raised-seat", "priya", release.DutyAct, event(release.NoticeRaised, 0, "siobhan", raised, approval)},
		{"raised-consulted", "nia", release.DutyAct, event(release.NoticeRaised, 0, "siobhan", raised, approval)},
		{"edited-seat", "tomasz", release.DutyAct, edited},
		{"withdrawn-told", "olivia", release.DutyTold, gone},
		{"approved-requester", "siobhan", release.DutyAct, event(release.NoticeDecided, 3, "amara", approved, yes)},
		{"rejected-told", "farah", release.DutyTold, event(release.NoticeDecided, 48, release.Clockwork, rejected, no)},
		{"opened-seat", "declan", release.DutyAct, event(release.NoticeOpened, 60, "amara", opened, gonogo)},
		{"opened-told", "olivia", release.DutyTold, event(release.NoticeOpened, 60, "amara", opened, gonogo)},
		{"go-override", "olivia", release.DutyTold, event(release.NoticeOutcome, 64, "amara", change(12, release.Go, title, in(85)), overridden)},
		{"reworded-seat", "tomasz", release.DutyAct, words},
		{"raised-for-release", "priya", release.DutyAct, early},
		{"pulled-back-seat", "priya", release.DutyAct, back},
		{"programme-opened-seat", "priya", release.DutyAct, event(release.NoticeOpened, 60, "amara", prepared, gate)},
		{"programme-undecided-requester", "siobhan", release.DutyAct, event(release.NoticeOutcome, 84, "amara", prepared, let)},
		{"undecided-requester", "siobhan", release.DutyAct, event(release.NoticeOutcome, 84, release.Clockwork, approved, silent)},
		{"opened-remembered", "declan", release.DutyAct, remembering},
		{"reminder-seat", "declan", release.DutyAct, event(release.NoticeReminder, 80, release.Clockwork, opened, said(gonogo, "amara", release.VoteGo, ""))},
	}
}

// ballot is the event's, or one that nobody sees.
func (s scene) ballot() *release.Ballot {
	if s.event.Ballot == nil {
		return &release.Ballot{}
	}
	return s.event.Ballot
}

func (s scene) notice() release.Notice {
	return release.Notice{
		Key: "scene/" + s.name + "/mail/" + string(s.to), Road: release.ByMail, To: s.to, Duty: s.duty, Event: s.event,
		Hold: release.Immediate, At: s.event.At,
	}
}

// Every kind of mail, with its header, is what it was when somebody last looked
// at it; rendering twice gives the same bytes (style 19).
func TestMailGolden(t *testing.T) {
	post := NewPost(letterhead(t), registry{board()}, nil)
	for _, s := range scenes() {
		t.Run(s.name, func(t *testing.T) {
			body, err := post.Render(t.Context(), s.notice())
			if err != nil {
				t.Fatal(err)
			}
			again, err := post.Render(t.Context(), s.notice())
			if err != nil || !bytes.Equal(again, body) {
				t.Errorf("rendered again: %v, or other bytes", err)
			}
			goldenMail(t, "notice-"+s.name, body)
		})
	}
}

// Who cannot be reached by mail, and what mail does not tell, is given up, not
// tried for ever.
func TestRenderGivesUp(t *testing.T) {
	post := NewPost(letterhead(t), registry{board()}, nil)
	for _, to := range []release.PersonID{"gone", "mute", "odd", "nobody"} {
		n := scenes()[0].notice()
		n.To = to
		if _, err := post.Render(t.Context(), n); !errors.Is(err, release.ErrGivenUp) {
			t.Errorf("to %s: %v, want it given up", to, err)
		}
	}
	n := scenes()[0].notice()
	n.Event.Kind = release.NoticeCondition
	if _, err := post.Render(t.Context(), n); !errors.Is(err, release.ErrGivenUp) {
		t.Errorf("a met condition by mail: %v, want it given up", err)
	}
}
