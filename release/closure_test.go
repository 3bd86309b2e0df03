package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// close has the seats of the closure close a release.
func (b *board) close(number int) release.Standing {
	b.Helper()
	b.agreeTo(b.askToClose(number))
	return b.standing(number)
}

func (b *board) askToClose(number int) release.Ballot {
	b.Helper()
	opened, err := b.desk.OpenClosure(b.Context(), b.as("rm"), number, time.Time{})
	b.must(err)
	return opened
}

// agreeTo has one person of every seat say Go, and waits for the end of the vote.
func (b *board) agreeTo(ballot release.Ballot) {
	b.Helper()
	for _, seat := range ballot.Seats {
		b.vote(ballot.ID, seat.Holders[0], release.VoteGo, "")
	}
	b.pass(31 * time.Minute)
}

// underReview brings a patch to the end of its review, with everything shown.
func (b *board) underReview() release.Release {
	b.Helper()
	r := b.deployed(planned(release.Patch))
	b.show(r.Number, "test", release.CheckRegression)
	b.next(r.Number, "rm")
	b.show(r.Number, "rm", release.PointLessons)
	return b.standing(r.Number).Release
}

// R40, R54, R125: a release is closed by its seats and by nothing else: not before
// its gate is met, not by a link or a waiver, not by who closes nothing. A No-Go
// leaves it under review; a Go closes it and its RFC by itself.
func TestAReleaseIsClosedByItsSeats(t *testing.T) {
	b := newGoverned(t)
	r := b.deployed(planned(release.Patch))
	closing := func(by release.PersonID) error {
		return second(b.desk.OpenClosure(t.Context(), b.as(by), r.Number, time.Time{}))
	}
	refused(t, closing("rm"), release.CodeState) // not reviewed yet
	b.show(r.Number, "test", release.CheckRegression)
	b.next(r.Number, "rm")
	if got := refused(t, closing("rm"), release.CodeState); !slices.Equal(keys(got.Blockers), []string{"lessons-captured"}) {
		t.Fatalf("blocked by %v", keys(got.Blockers))
	}
	b.show(r.Number, "rm", release.PointLessons)
	refused(t, closing("sup-rep"), release.CodeForbidden)
	refused(t, second(b.desk.GiveEvidence(t.Context(), b.as("rm"), r.Number, release.PointClosure, "https://docs.example/x", "")), release.CodeState)
	refused(t, b.waive(r.Number, "tmag", release.PointClosure, b.clock.Add(time.Hour)), release.CodeState)
	refused(t, second(b.desk.OpenClosure(t.Context(), b.as("rm"), r.Number, b.clock.Add(time.Minute))), release.CodeInvalid)
	no := b.askToClose(r.Number)
	refused(t, closing("rm"), release.CodeState) // it is open
	b.vote(no.ID, "rm", release.VoteNoGo, "The night run is missing.")
	b.vote(no.ID, "ex-rm", release.VoteGo, "")
	b.pass(31 * time.Minute)
	if s := b.standing(r.Number); s.Release.Stage != release.Reviewing || s.RFC.State != release.Deployed {
		t.Fatalf("after a No-Go: %s, %s", s.Release.Stage, s.RFC.State)
	}
	if told := b.told(release.NoticeClosed, release.ByMail); len(told) != 0 {
		t.Fatalf("told of a closure that was refused: %v", told)
	}
	again := b.askToClose(r.Number)
	if v, ok := again.SeatOf("rm"); !ok || len(again.Before) != 2 || !v.Chair {
		t.Fatalf("asked again: %+v before %v", again.Seats, again.Before)
	}
	b.agreeTo(again)
	if s := b.standing(r.Number); s.Release.Stage != release.ClosedStage || s.RFC.State != release.Closed || len(s.Unmet([]release.Check{release.PointClosure})) != 0 {
		t.Fatalf("after a Go: %s, %s", s.Release.Stage, s.RFC.State)
	}
	refused(t, closing("rm"), release.CodeState)
	told := b.told(release.NoticeClosed, release.ByMail)
	for _, want := range []release.PersonID{"ex-rm", "rm", "env", "test", "ex-dev", "defect", "sup-rep"} {
		if !slices.Contains(told, want) {
			t.Errorf("%s was told of the release and not of its closure: %v", want, told)
		}
	}
	if posts := b.told(release.NoticeClosed, release.ByThread); len(posts) != 1 {
		t.Errorf("%d posts in the thread", len(posts))
	}
}

// R123, R125: without a policy the release managers close; the policy's seats go
// before them; whoever raised the RFC is never the only one (T25).
func TestTheSeatsOfTheClosure(t *testing.T) {
	b := newGoverned(t)
	opened := b.askToClose(b.underReview().Number)
	var labels []string
	for _, s := range opened.Seats {
		labels = append(labels, s.Key)
	}
	if want := []string{"release-manager/si", "release-manager/elexon"}; !slices.Equal(labels, want) {
		t.Fatalf("the seats %v; want %v", labels, want)
	}
	if !opened.IsInvolved("ex-rm") || opened.IsInvolved("rm") {
		t.Errorf("involved: %v", opened.Involved)
	}
	b.vote(opened.ID, "ex-rm", release.VoteGo, "")
	b.vote(opened.ID, "rm", release.VoteAbstain, "")
	b.pass(31 * time.Minute)
	if s := b.standing(1); s.Ballots[0].Outcome != release.OutcomeNone || s.Release.Stage != release.Reviewing {
		t.Errorf("only the requester said Go: %s, %s", s.Ballots[0].Outcome, s.Release.Stage)
	}
	p := governed()
	rules := p.Policy.Types[release.Patch]
	rules.Closure = release.BallotPolicy{
		Seats:    []release.SeatRule{{Function: release.TMAGChair, Of: "sro", Mandatory: true, Chair: true}},
		Deadline: time.Hour,
	}
	p.Policy.Types[release.Patch] = rules
	if got := p.Voting(release.Patch, release.Closure); len(got.Seats) != 1 || got.Deadline != time.Hour {
		t.Errorf("the policy's vote: %+v", got)
	}
}

// M3: a closure binds to what was found and to what is left to be done: another
// action voids the vote, one that is done does not.
func TestAClosureBindsToWhatIsLeft(t *testing.T) {
	b := newGoverned(t)
	r := b.underReview()
	x := b.agreed(r.Number, "Archive the logs.")
	b.askToClose(r.Number)
	_, err := b.desk.FinishAction(t.Context(), b.as("ex-rm"), x.ID, "https://tickets.example/1")
	b.must(err)
	if s := b.standing(r.Number); s.Ballots[0].State != release.BallotOpen {
		t.Fatalf("an action was done: the vote is %s", s.Ballots[0].State)
	}
	b.agreed(r.Number, "Compress them too.")
	if s := b.standing(r.Number); s.Ballots[0].State != release.BallotVoid || !strings.Contains(s.Ballots[0].VoidReason, "action") {
		t.Fatalf("another action: the vote is %s, %q", s.Ballots[0].State, s.Ballots[0].VoidReason)
	}
	if told := b.told(release.NoticeClosureVoid, release.ByDirect); !slices.Equal(told, []release.PersonID{"ex-rm", "rm"}) {
		t.Errorf("told that the vote is void: %v", told)
	}
	opened := b.askToClose(r.Number)
	_, err = b.desk.TakeEvidence(t.Context(), b.as("test"), r.Number, release.CheckRegression, "The night run is missing.")
	b.must(err)
	if s := b.standing(r.Number); s.Ballots[0].State != release.BallotVoid {
		t.Fatalf("without the regression report the vote is %s", s.Ballots[0].State)
	}
	changes := opened.Dossier.Changes(b.standing(r.Number).Dossier().For(release.Closure))
	if len(changes) != 1 || changes[0].Field != "Regression test report" || changes[0].After != "" {
		t.Errorf("what changed: %+v", changes)
	}
}

// R40: a Go with conditions closes the release, and each condition is a work-off
// action of its owner.
func TestConditionsOfAClosureAreWorkedOff(t *testing.T) {
	b := newGoverned(t)
	r := b.underReview()
	opened := b.askToClose(r.Number)
	b.vote(opened.ID, "rm", release.VoteConditional, "Archive the logs.")
	b.vote(opened.ID, "ex-rm", release.VoteGo, "")
	b.pass(31 * time.Minute)
	s := b.standing(r.Number)
	if s.Release.Stage != release.ClosedStage || len(s.Conditions) != 0 || len(s.Actions) != 1 {
		t.Fatalf("%s with conditions %v and actions %v", s.Release.Stage, s.Conditions, s.Actions)
	}
	x := s.Actions[0]
	if x.What != "Archive the logs." || x.Owner != "ex-rm" || x.From != release.FromClosure || !x.Due.After(b.clock) {
		t.Errorf("the action: %+v", x)
	}
	notices := b.store.snapshot().Notices
	i := slices.IndexFunc(notices, func(n release.Notice) bool { return n.Event.Kind == release.NoticeClosed })
	if c := notices[i].Event.Closing; c == nil || len(c.Actions) != 1 || c.Lessons == 0 || c.Support == nil || c.RolledBack {
		t.Errorf("told of the closure: %+v", c)
	}
}

// R40: what was rolled back and is not tried again is closed too. While that is
// voted on it goes nowhere else; a new window for its RFC ends the vote.
func TestARollbackIsClosed(t *testing.T) {
	for _, defect := range []bool{true, false} {
		b := newGoverned(t)
		run := b.begun(planned(release.Patch))
		s := b.rolledBack(run.Release, defect, "The balances differ.")
		if got := refused(t, second(b.desk.OpenClosure(t.Context(), b.as("rm"), run.Release, time.Time{})), release.CodeState); !slices.Equal(keys(got.Blockers), []string{"lessons-captured"}) {
			t.Fatalf("blocked by %v", keys(got.Blockers))
		}
		b.show(run.Release, "rm", release.PointLessons)
		b.askToClose(run.Release)
		if defect {
			b.built(run.Release, "2026.11.9", "1.9") // another build is another thing to be closed
			if s := b.standing(run.Release); s.Ballots[0].State != release.BallotVoid {
				t.Fatalf("the vote is %s", s.Ballots[0].State)
			}
			b.askToClose(run.Release)
		}
		refused(t, second(b.desk.Advance(t.Context(), b.as("rm"), run.Release)), release.CodeState)
		c := s.RFC.Content
		c.Window.From, c.Window.To = b.clock.Add(72*time.Hour), b.clock.Add(75*time.Hour)
		b.must(b.edit(s.RFC.Number, c))
		if s := b.standing(run.Release); s.Ballots[0].State != release.BallotVoid || s.Closable() {
			t.Fatalf("tried again: the vote is %s", s.Ballots[0].State)
		}
		refused(t, second(b.desk.OpenClosure(t.Context(), b.as("rm"), run.Release, time.Time{})), release.CodeState)

		b = newGoverned(t)
		run = b.begun(planned(release.Patch))
		b.rolledBack(run.Release, defect, "The balances differ.")
		b.show(run.Release, "rm", release.PointLessons)
		s = b.close(run.Release)
		if s.Release.Stage != release.ClosedStage || s.RFC.State != release.Closed {
			t.Fatalf("closed: %s, %s", s.Release.Stage, s.RFC.State)
		}
		notices := b.store.snapshot().Notices
		i := slices.IndexFunc(notices, func(n release.Notice) bool { return n.Event.Kind == release.NoticeClosed })
		if e := notices[i].Event; !e.Closing.RolledBack || e.Closing.Support != nil {
			t.Errorf("told: %+v", e.Closing)
		}
	}
}
