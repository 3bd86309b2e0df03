package release

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// OpenClosure asks the seats of the closure to close a release: one that was
// deployed and reviewed, or one that was rolled back and is not tried again
// (R40, R54, R125). Without a deadline it ends with the policy's time.
func (d *Desk) OpenClosure(ctx context.Context, in Intent, number int, deadline time.Time) (Ballot, error) {
	var opened Ballot
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.release(number)
		if err != nil {
			return err
		}
		if r.RFC != 0 {
			if _, err := a.rfc(r.RFC); err != nil { // locked before anything is read
				return err
			}
		}
		s, err := standingOf(a.Tx, a.programme, r, a.now)
		if err != nil {
			return err
		}
		if err := a.mayOpenClosure(s); err != nil {
			return err
		}
		if opened, err = a.openVote(s.RFC, Closure, deadline); err != nil {
			return err
		}
		e := a.event(NoticeOpened, s.RFC, &opened)
		e.Release, e.Closing = &r, nil
		if e.Closing, err = a.closingOf(s); err != nil {
			return err
		}
		return a.announce(fmt.Sprintf("ballot/%d/opened", opened.ID), e)
	})
	return opened, err
}

// mayOpenClosure refuses whoever does not close releases, and a release that is
// not there yet: everything else of its gate comes first.
func (a *act) mayOpenClosure(s Standing) error {
	r := s.Release
	what := "The vote on the closure of " + r.Name() + " was not opened."
	move, ok := s.closing()
	open, voting := find(s.Ballots, func(b Ballot) bool { return b.State == BallotOpen })
	switch {
	case r.Stage.Ended():
		return refuse(CodeState, what, "It is "+string(r.Stage)+".", "Nothing is left to do here.")
	case !a.programme.MayMove(a.by, r, Move{From: Reviewing, By: CloseRFC}):
		return refuse(CodeForbidden, what, "A release is closed by those who are responsible or accountable for it: the release managers.",
			"Ask a release manager of the programme.")
	case !ok:
		return refuse(CodeState, what, "It is in “"+r.Stage.String()+"”; a release is closed after its review, or after a rollback when it is not tried again.",
			"`/release why "+r.Name()+"` lists what comes before it.")
	case voting:
		return refuse(CodeState, what, "The "+open.Purpose.String()+" is open.", "Wait for its end.")
	}
	if unmet := s.Unmet(move.beforeClosure()); len(unmet) > 0 {
		return blocked(what, unmet, "`/release why "+r.Name()+"` lists what is unmet, whose it is and the buttons that settle it.")
	}
	if len(s.Unmet([]Check{PointClosure})) == 0 {
		return refuse(CodeState, what, "Its closure is approved.", "`/release next "+r.Name()+"` closes it.")
	}
	return nil
}

// closingOf gathers what is told of a closure.
func (a *act) closingOf(s Standing) (*Closing, error) {
	c := Closing{RolledBack: s.rolledBack(), Actions: openActions(s.Actions)}
	if e, ok := standing(s.Evidence, PointDeployed, s.Now); ok {
		c.Record = e.mark()
	}
	support, err := a.Support(s.Release.Number, NoLock)
	switch {
	case errors.Is(err, ErrNotFound):
	case err != nil:
		return nil, fmt.Errorf("load the support of %s: %w", s.Release.Name(), err)
	default:
		c.Support, c.Deployed = &support, support.From
	}
	issues, err := a.SupportIssues(s.Release.Number)
	if err != nil {
		return nil, fmt.Errorf("load the support issues of %s: %w", s.Release.Name(), err)
	}
	for _, x := range issues {
		if x.Open() {
			c.Issues++
		}
	}
	c.Lessons, err = a.lessonsOf(s.Release)
	return &c, err
}

// lessonsOf counts what was learned from a release.
func (a *act) lessonsOf(r Release) (int, error) {
	reviews, err := a.FindReviews(ReviewFilter{Release: r.Number})
	if err != nil {
		return 0, fmt.Errorf("load the reviews of %s: %w", r.Name(), err)
	}
	n := 0
	for _, review := range reviews {
		lessons, err := a.FindLessons(LessonFilter{Review: review.ID})
		if err != nil {
			return 0, fmt.Errorf("load the lessons of %s: %w", r.Name(), err)
		}
		n += len(lessons)
	}
	return n, nil
}

// afterClosure carries a decision on a closure out: its Go closes the release and
// its RFC, turns conditions into work-off actions, and tells everybody who was
// told of the release (R40). Anything else leaves the release under review.
func (a *act) afterClosure(rfc RFC, b Ballot) error {
	n, ok := rfc.Content.ReleaseNumber()
	if !ok {
		return fmt.Errorf("ballot %d closes %s, which is of no release", b.ID, rfc.Name())
	}
	r, err := a.release(n)
	if err != nil {
		return err
	}
	said := map[string]any{"move": b.Purpose.String() + ": " + b.Outcome.String(), "to": r.Stage}
	if err := a.recordRelease(ReleaseMoved, r, said); err != nil {
		return err
	}
	s, err := standingOf(a.Tx, a.programme, r, a.now)
	if err != nil {
		return err
	}
	move, ok := s.closing()
	if b.Outcome != OutcomeGo || !ok || len(s.Unmet(move.Gate)) > 0 {
		return a.tellOutcome(rfc, b)
	}
	return a.closeRelease(r, s, move, b)
}

// closeRelease makes the closing move and tells of it.
func (a *act) closeRelease(r Release, s Standing, move Move, b Ballot) error {
	back := s.rolledBack()
	if err := a.move(&r, s, move, ""); err != nil {
		return err
	}
	if err := a.actionsOf(r, b); err != nil {
		return err
	}
	if back {
		if err := a.endDebts(r, r.Name()+" was closed without being deployed."); err != nil {
			return err
		}
	}
	before := s
	s, err := standingOf(a.Tx, a.programme, r, a.now)
	if err != nil {
		return err
	}
	e := a.event(NoticeClosed, s.RFC, &b)
	e.Release = &r
	if e.Closing, err = a.closingOf(s); err != nil {
		return err
	}
	e.Closing.RolledBack = before.rolledBack()
	return a.tellAll(r.Subject()+"/closed", e, s)
}

// tellAll mails an event to everybody who was told of a release, and posts it in
// the thread of its RFC.
func (a *act) tellAll(key string, e Event, s Standing) error {
	cadences, err := a.Cadences()
	if err != nil {
		return fmt.Errorf("load how often people want mail: %w", err)
	}
	notices := noticesFor(key, e, Everybody(s), cadences)
	return a.promise(append(notices, inThread(key, e))...)
}

// tellVoid tells the seats of a vote on a closure that it ended without an outcome,
// because what they decide on changed.
func (a *act) tellVoid(s Standing, b Ballot, why string) error {
	e := a.event(NoticeClosureVoid, s.RFC, nil)
	e.Release, e.Reason = &s.Release, why
	key := b.Subject() + "/void"
	if err := a.promise(inThread(key, e)); err != nil {
		return err
	}
	for _, seat := range b.Seats {
		if err := a.tell(key, e, seat.Holders...); err != nil {
			return err
		}
	}
	return nil
}
