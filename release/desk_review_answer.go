package release

import (
	"context"
	"errors"
	"fmt"
	"reflect"
)

// AnswerReview keeps what a person says in a review that asks them (R38). They
// may say it anew until the review is closed; late answers are taken and marked.
// The same answer again adds nothing.
func (d *Desk) AnswerReview(ctx context.Context, in Intent, id int64, road AnswerRoad, answer Answer) (ReviewView, error) {
	var after ReviewView
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.review(id)
		if err != nil {
			return err
		}
		if err := a.mayAnswer(r, answer); err != nil {
			return err
		}
		answer = answer.Normal()
		before, err := reviewView(a.Tx, a.programme, r, a.now)
		if err != nil {
			return err
		}
		if mine, ok := before.Mine(a.by.ID); ok && reflect.DeepEqual(mine.Normal(), answer) {
			after = before
			return nil
		}
		kept := ReviewAnswer{Review: r.ID, Person: a.by.ID, At: a.now, Late: r.Late(a.now), Road: road, Answer: answer}
		if err := a.AddAnswer(&kept); err != nil {
			return fmt.Errorf("keep the answer of %s to review %d: %w", a.by.ID, r.ID, err)
		}
		err = a.recordReview(ReviewAnswered, r, map[string]any{
			"answer": kept.ID, "late": kept.Late, "road": kept.Road, "says": answer,
		})
		if err != nil {
			return err
		}
		after, err = reviewView(a.Tx, a.programme, r, a.now)
		return err
	})
	return after, err
}

// review loads a review and locks it, its release before it.
func (a *act) review(id int64) (Review, error) {
	r, err := a.Review(id, NoLock)
	if errors.Is(err, ErrNotFound) {
		return r, noSuchReview(id)
	}
	if err != nil {
		return r, fmt.Errorf("load review %d: %w", id, err)
	}
	if _, err := a.release(r.Release); err != nil {
		return r, err
	}
	if r, err = a.Review(id, ExclusiveLock); err != nil {
		return r, fmt.Errorf("lock review %d: %w", id, err)
	}
	return r, nil
}

func (a *act) mayAnswer(r Review, answer Answer) error {
	const what = "Your answer was not kept."
	_, asked := r.Asks(a.by.ID)
	switch {
	case !asked:
		return refuse(CodeForbidden, what, "This review asks those who were involved in the deployment when it ended.",
			"Tell a release manager of the programme what you have to say.")
	case !r.Open():
		return reviewClosed(what, r, a.programme)
	}
	if problems := answer.Check(a.programme); len(problems) > 0 {
		return unfit(what, problems)
	}
	return nil
}

func reviewClosed(what string, r Review, p *Programme) error {
	return refuse(CodeState, what,
		fmt.Sprintf("The review of %s was closed by %s, %s.", ReleaseName(r.Release), p.NameOf(r.ClosedBy), Instant(r.ClosedAt, p.Location())),
		fmt.Sprintf("Its summary is final: `/release review %s` shows it. Tell a release manager what is missing.", ReleaseName(r.Release)))
}
