package reports

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// closing is a closure with what remains of it.
func closing() (release.Event, release.Release) {
	rfc := change(12, release.Closed, "Stop rounding unmetered half-hourly profiles twice", in(85))
	r := release.Release{
		Number: 7, Version: release.Version{Major: 1, Minor: 2}, Stage: release.ClosedStage, RFC: 12,
		Content: release.ReleaseContent{System: rfc.Content.System, Type: rfc.Content.Type, Owner: "siobhan"},
	}
	rfc.Content.Release = r.Name()
	b := vote(11, 12, release.Closure, in(120))
	for i, seat := range b.Seats {
		choice, words := release.VoteGo, ""
		if i == 1 {
			choice, words = release.VoteConditional, "Archive the logs of the load, <all> of them."
		}
		b = said(b, seat.Holders[0], choice, words)
	}
	b = closed(b, in(130), release.Clockwork)
	actions := []release.Action{
		{ID: 3, Release: 7, What: "Add the missing index to the runbook & the note.", Owner: "tomasz", Due: in(100), From: release.FromReview, At: in(90)},
		{ID: 4, Release: 7, What: "Archive the logs of the load, <all> of them.", Owner: "siobhan", Due: in(400), From: release.FromClosure, At: in(130)},
	}
	support := release.Support{
		Release: 7, System: rfc.Content.System, Environments: rfc.Content.Environments, From: in(87), Until: in(87 + 7*24),
	}
	e := release.Event{
		Kind: release.NoticeClosed, At: in(130), By: release.Clockwork, RFC: rfc, Release: &r, Ballot: &b,
		Closing: &release.Closing{Deployed: in(87), Record: "sha256:ab", Actions: actions, Lessons: 3, Support: &support, Issues: 1},
	}
	return e, r
}

// closureScenes are the mails of a closure and of the end of early life support: to
// who owns what remains, and to who is only told.
func closureScenes() []scene {
	e, r := closing()
	back := e
	back.Closing = &release.Closing{RolledBack: true, Lessons: 1}
	opened := e
	asked := vote(11, 12, release.Closure, in(120))
	opened.Kind, opened.At, opened.By, opened.Ballot = release.NoticeOpened, in(120), "amara", &asked
	opened.RFC.State = release.Deployed
	refused := opened
	no := closed(said(vote(11, 12, release.Closure, in(120)), "amara", release.VoteNoGo, "The regression report lacks the night run."), in(125), release.Clockwork)
	refused.Kind, refused.Ballot, refused.Closing = release.NoticeOutcome, &no, nil
	issue := release.SupportIssue{
		ID: 2, Release: 7, System: r.Content.System, Environment: e.RFC.Content.Environments[0], Title: "Settlement <b>stops</b> at midnight.",
		Severity: release.Blocking, Ref: "DEF-1301", By: "tomasz", At: in(140),
	}
	resolved, slow := issue, issue
	resolved.ID, resolved.Severity, resolved.ResolvedAt, resolved.Resolution = 1, release.Low, in(144), "An index was missing."
	slow.ID, slow.Severity, slow.ResolvedAt = 3, release.Low, in(150)
	sum := release.SumUp(*e.Closing.Support, r.Version, []release.SupportIssue{issue, resolved, slow})
	over := release.Event{Kind: release.NoticeSupport, At: e.Closing.Support.Until, By: release.Clockwork, RFC: e.RFC, Release: &r, Support: &sum}
	quiet := over
	none := release.SumUp(*e.Closing.Support, r.Version, nil)
	quiet.Support = &none
	return []scene{
		{"closed-owner", "siobhan", release.DutyAct, e}, {"closed-told", "olivia", release.DutyTold, e},
		{"closed-rolled-back", "olivia", release.DutyTold, back}, {"closure-opened-seat", "amara", release.DutyAct, opened},
		{"closure-refused-requester", "siobhan", release.DutyAct, refused},
		{"support-over", "olivia", release.DutyTold, over}, {"support-quiet", "olivia", release.DutyTold, quiet},
	}
}

// R40, S1: what a closure and the end of early life support tell is what it was when
// somebody last looked at it.
func TestClosureGolden(t *testing.T) {
	post := NewPost(letterhead(t), registry{board()}, nil)
	for _, s := range closureScenes() {
		body, err := post.Render(t.Context(), s.notice())
		if err != nil {
			t.Fatal(err)
		}
		goldenMail(t, "notice-"+s.name, body)
	}
	all := closureScenes()
	over := all[slices.IndexFunc(all, func(s scene) bool { return s.name == "support-over" })]
	if got := over.event.Support.Median; got != 7*time.Hour {
		t.Errorf("the middle of 4 and 10 hours is %s", got)
	}
}
