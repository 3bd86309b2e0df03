package release

import (
	"context"
	"fmt"
	"strings"
)

// CloseReview ends a release's oldest open review: what was answered is frozen
// with its digest, the lessons are kept, and a deployed release has what its
// control point asks for (R38, R55, R124). Where lessons are mandatory and there
// are none, the statement says why.
func (d *Desk) CloseReview(ctx context.Context, in Intent, number int, statement string) (ReviewView, error) {
	var after ReviewView
	err := d.act(ctx, in, func(a *act) error {
		r, review, err := a.oldestOpen(number)
		if err != nil {
			return err
		}
		v, err := reviewView(a.Tx, a.programme, review, a.now)
		if err != nil {
			return err
		}
		statement = strings.TrimSpace(statement)
		if err := a.mayCloseReview(v, statement); err != nil {
			return err
		}
		if err := a.closeReview(&review, v, statement); err != nil {
			return err
		}
		if err := a.afterReview(r, review, v); err != nil {
			return err
		}
		after, err = reviewView(a.Tx, a.programme, review, a.now)
		return err
	})
	return after, err
}

// afterReview keeps what a closed review leaves: its lessons, the evidence, and its page
// with everybody.
func (a *act) afterReview(r Release, closed Review, v ReviewView) error {
	if err := a.keepLessons(closed, v); err != nil {
		return err
	}
	if err := a.showLessons(r, closed); err != nil {
		return err
	}
	return a.tellClosed(r, closed)
}

// oldestOpen returns a release with its review that is to be closed first, and locks
// them with its RFC.
func (a *act) oldestOpen(number int) (Release, Review, error) {
	r, err := a.release(number)
	if err != nil {
		return r, Review{}, err
	}
	if r.RFC != 0 {
		if _, err := a.rfc(r.RFC); err != nil { // locked before anything is read
			return r, Review{}, err
		}
	}
	open, err := a.FindReviews(ReviewFilter{Release: r.Number, Open: true})
	if err != nil {
		return r, Review{}, fmt.Errorf("load the reviews of %s: %w", r.Name(), err)
	}
	if len(open) == 0 {
		return r, Review{}, refuse(CodeState, "No review was closed.", "No review of "+r.Name()+" is open.",
			"One opens when a release is deployed or rolled back.")
	}
	review, err := a.review(open[len(open)-1].ID)
	return r, review, err
}

func (a *act) mayCloseReview(v ReviewView, statement string) error {
	what := "The review of " + v.Release.Name() + " was not closed."
	why := v.Summary.Mandatory()
	switch {
	case !a.programme.MayClose(a.by):
		return refuse(CodeForbidden, what, "A release manager of the programme closes it.", "Ask "+people(a.programme.HoldersAmong(ReleaseManager, ProgrammeParty))+".")
	case !v.Review.RolledBack && v.Summary.Regression == "":
		return refuse(CodeState, what, "The regression test report is not there.",
			fmt.Sprintf("`/release evidence %s %s` shows it.", v.Release.Name(), CheckRegression))
	case !v.Review.Late(a.now) && len(v.Summary.Missing()) > 0:
		return refuse(CodeState, what, fmt.Sprintf("%d of %d have answered, and the others have until %s.", v.Summary.Answered(),
			len(v.Summary.Heard), Instant(v.Review.Due, a.programme.Location())), "It can be closed once everybody has answered, or after that.")
	case why != "" && len(v.Summary.Lessons) == 0 && statement == "":
		refusal := refuse(CodeInvalid, what, why+" So lessons must be captured, and nobody handed one in.",
			"Hand in a lesson with your own answer, or state why nothing is to be learned.")
		refusal.Fields = []FieldProblem{{Field: FieldStatement, Why: "Say why nothing is to be learned, or hand in a lesson first."}}
		return refusal
	}
	if statement == "" {
		return nil
	}
	if wrong := checkText(statement, MaxText, ""); wrong != "" {
		return unfit(what, []FieldProblem{{Field: FieldStatement, Why: wrong}})
	}
	return nil
}

func (a *act) closeReview(r *Review, v ReviewView, statement string) error {
	r.ClosedAt, r.ClosedBy, r.Statement = a.now, a.by.ID, statement
	var err error
	if r.Summary, r.Digest, err = r.Summarise(v.Answers, v.Summary.Regression).frozen(); err != nil {
		return err
	}
	if err := a.SaveReview(*r); err != nil {
		return fmt.Errorf("close review %d: %w", r.ID, err)
	}
	return a.recordReview(ReviewClosed, *r, map[string]any{
		"digest": r.Digest, "statement": statement, "answered": v.Summary.Answered(), "asked": len(v.Summary.Heard), "lessons": len(v.Summary.Lessons),
	})
}

// keepLessons keeps what was learned, so that it comes back (M19).
func (a *act) keepLessons(r Review, v ReviewView) error {
	for _, learned := range v.Summary.Lessons {
		l := Lesson{Review: r.ID, Release: r.Release, LessonDraft: learned.LessonDraft, Type: r.Type, By: learned.Person, At: a.now}
		if err := a.AddLesson(&l); err != nil {
			return fmt.Errorf("keep a lesson of review %d: %w", r.ID, err)
		}
		err := a.enter(Entry{Kind: LessonLearned, Subject: l.Subject(), Release: r.Release, Data: map[string]any{
			"review": r.ID, "lesson": l.ID, "person": l.By, "content": l.LessonDraft,
		}})
		if err != nil {
			return err
		}
	}
	return nil
}

// showLessons meets the control point with the page's digest, once no review of
// the release is open any more (R55).
func (a *act) showLessons(r Release, closed Review) error {
	open, err := a.FindReviews(ReviewFilter{Release: r.Number, Open: true})
	if err != nil {
		return fmt.Errorf("load the reviews of %s: %w", r.Name(), err)
	}
	if len(open) > 0 || r.Stage.Ended() {
		return nil
	}
	e := Evidence{Check: PointLessons, Ref: "sha256:" + closed.Digest, Note: fmt.Sprintf("Review %d of %s.", closed.ID, r.Name())}
	return a.keep(&r, &e)
}

// tellClosed sends the page to everybody who was asked, at the pace they chose.
func (a *act) tellClosed(r Release, review Review) error {
	cadences, err := a.Cadences()
	if err != nil {
		return fmt.Errorf("load how often people want mail: %w", err)
	}
	e := a.releaseEvent(NoticeReviewClosed, r)
	e.Review = &review
	var to []Recipient
	for _, asked := range review.Asked {
		if x, ok := a.programme.Person(asked.Person); ok && !x.Retired {
			to = append(to, Recipient{Person: x.ID, Duty: DutyTold})
		}
	}
	key := review.Subject() + "/closed"
	post := inThread(key, e)
	if e.RFC, err = a.RFC(review.RFC, NoLock); err != nil { // digests are by RFC
		return fmt.Errorf("load %s: %w", RFCName(review.RFC), err)
	}
	return a.promise(append(noticesFor(key, e, to, cadences), post)...)
}
