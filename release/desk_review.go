package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// openReview opens the review of a deployment that ended, as deployed or rolled
// back, and sends its questionnaire to everybody involved (R38, R122, R128).
func (a *act) openReview(r Release, rfc RFC, m Move, reason string) error {
	run, err := a.carriedOut(r.Number)
	if err != nil {
		return err
	}
	if run == nil {
		run = &Rollout{}
	}
	review := Review{
		Release: r.Number, RFC: rfc.Number, System: r.Content.System, Type: r.Content.Type, Version: r.Version,
		Environments: rfc.Content.Environments, RolledBack: m.Back, Defect: m.Back && m.To == Building, Deviations: run.Deviations(),
		Asked: a.programme.Involved(r, rfc, run.Pressed()), OpenedAt: a.now, Due: a.programme.ReviewDue(a.now),
	}
	if m.Back {
		review.Reason = reason
	}
	if err := a.AddReview(&review); err != nil {
		return fmt.Errorf("add a review of %s: %w", r.Name(), err)
	}
	err = a.recordReview(ReviewOpened, review, map[string]any{
		"review": review.ID, "rfc": review.RFC, "asked": review.Asked, "due": review.Due, "outcome": review.Outcome(), "why": review.Reason,
		"deviations": review.Deviations, "version": review.Version,
	})
	if err != nil {
		return err
	}
	e := a.releaseEvent(NoticeReview, r)
	e.Review = &review
	return a.askInReview(review, e)
}

// askInReview sends the questionnaire: a mail with the link to everybody, and a
// message with the button to who is in Slack.
func (a *act) askInReview(r Review, e Event) error {
	key := r.Subject() + "/opened"
	if err := a.promise(inThread(key, e)); err != nil {
		return err
	}
	for _, asked := range r.Asked {
		x, ok := a.programme.Person(asked.Person)
		if !ok || x.Retired {
			continue
		}
		notices := noticesFor(key, e, []Recipient{{Person: x.ID, Duty: DutyAct}}, nil)
		if len(x.Slack) > 0 {
			notices = append(notices, direct(key, e, x.ID))
		}
		if err := a.promise(notices...); err != nil {
			return err
		}
	}
	return nil
}

func (a *act) recordReview(kind EntryKind, r Review, data map[string]any) error {
	return a.enter(Entry{Kind: kind, Subject: r.Subject(), RFC: r.RFC, Release: r.Release, Data: data})
}

// ReviewView is a review with everything that is known of it.
type ReviewView struct {
	Programme *Programme
	Release   Release
	Review    Review
	Answers   []ReviewAnswer // every one, in the order in which they came
	Summary   ReviewSummary  // as it stands now; of a closed review as it was closed
	Now       time.Time
}

// Mine returns the answer of a person that counts, if they gave one.
func (v ReviewView) Mine(id PersonID) (Answer, bool) {
	last, ok := find(v.Review.Counting(v.Answers), func(a ReviewAnswer) bool { return a.Person == id })
	return last.Answer, ok
}

// MayClose tells whether a person may close reviews: a release manager of the
// programme who is accountable for them (R122).
func (p *Programme) MayClose(x Person) bool {
	return !x.Retired && slices.Contains(p.ColumnsOf(x), ColumnRM) && p.Letters(x, ConductPIR).Has("A")
}

func reviewView(tx Tx, p *Programme, r Review, now time.Time) (ReviewView, error) {
	v := ReviewView{Programme: p, Review: r, Now: now}
	var err error
	if v.Release, err = tx.Release(r.Release, NoLock); err != nil {
		return v, fmt.Errorf("load %s: %w", ReleaseName(r.Release), err)
	}
	if v.Answers, err = tx.AnswersTo(r.ID); err != nil {
		return v, fmt.Errorf("load the answers to review %d: %w", r.ID, err)
	}
	if !r.Open() {
		v.Summary, err = r.Frozen()
		return v, err
	}
	regression, err := regressionOf(tx, r, now)
	v.Summary = r.Summarise(v.Answers, regression)
	return v, err
}

// regressionOf returns what shows the regression test of a review's deployment;
// nothing of one that was rolled back (R37).
func regressionOf(tx Tx, r Review, now time.Time) (string, error) {
	if r.RolledBack {
		return "", nil
	}
	evidence, err := tx.EvidenceOf(r.Release)
	if err != nil {
		return "", fmt.Errorf("load the evidence of %s: %w", ReleaseName(r.Release), err)
	}
	e, ok := standing(evidence, CheckRegression, now)
	switch {
	case !ok || e.At.Before(r.OpenedAt):
		return "", nil
	case e.Waiver:
		return "waived: " + e.Note, nil
	}
	return e.Ref, nil
}

// ReadReviews returns a release's reviews, the newest first.
func (d *Desk) ReadReviews(ctx context.Context, number int) ([]ReviewView, error) {
	var views []ReviewView
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		if _, err := tx.Release(number, NoLock); errors.Is(err, ErrNotFound) {
			return noSuchRelease(ReleaseName(number))
		}
		found, err := tx.FindReviews(ReviewFilter{Release: number})
		if err != nil {
			return fmt.Errorf("load the reviews of %s: %w", ReleaseName(number), err)
		}
		for _, r := range found {
			v, err := reviewView(tx, p, r, d.instant())
			if err != nil {
				return err
			}
			views = append(views, v)
		}
		return nil
	})
	return views, err
}

// ReadReview returns one review.
func (d *Desk) ReadReview(ctx context.Context, id int64) (ReviewView, error) {
	var v ReviewView
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		r, err := tx.Review(id, NoLock)
		if errors.Is(err, ErrNotFound) {
			return noSuchReview(id)
		}
		if err != nil {
			return fmt.Errorf("load review %d: %w", id, err)
		}
		v, err = reviewView(tx, p, r, d.instant())
		return err
	})
	return v, err
}

func noSuchReview(id int64) error {
	return refuse(CodeNotFound, fmt.Sprintf("There is no review %d.", id), "A review opens when a release is deployed or rolled back.",
		"`/release review REL-7` shows the review of a release.")
}

// overdueReview is what an open review asks for: two working days before its day
// and on its day the answers of who is silent, after it the closing.
func overdueReview(r Review, answers []ReviewAnswer, p *Programme, now time.Time) []Overdue {
	missing := r.Summarise(answers, "").Missing()
	o := Overdue{
		Release: r.Release, Environments: r.Environments, Act: "/release review " + ReleaseName(r.Release), Label: "Answer", Owners: missing, Review: r.ID, LinkUntil: r.LinkFor("").Expires,
	}
	today := r.Due.In(p.Location())
	morning := time.Date(today.Year(), today.Month(), today.Day(), workFrom, 0, 0, 0, p.Location())
	var things []Overdue
	switch {
	case len(missing) == 0:
	case now.Before(morning):
		o.Thing, o.Due, o.Ahead = r.Subject()+"/soon", r.Due, true
		o.What = "The review of " + ReleaseName(r.Release) + " waits for an answer."
		things = append(things, o)
	default:
		o.Thing, o.Due = r.Subject()+"/due", morning.UTC()
		o.What = "The review of " + ReleaseName(r.Release) + " ends today at " + today.Format("15:04 MST") + " and waits for an answer."
		if r.Late(now) {
			o.What = "The review of " + ReleaseName(r.Release) + " still waits for an answer; late ones count until it is closed."
		}
		things = append(things, o)
	}
	if r.Late(now) {
		things = append(things, Overdue{
			Thing: r.Subject() + "/close", What: "The review of " + ReleaseName(r.Release) + " can be closed: its deadline passed.", Due: r.Due,
			Owners: ids(p.HoldersAmong(ReleaseManager, ProgrammeParty)), Release: r.Release, Environments: r.Environments,
			Act: "/release review " + ReleaseName(r.Release) + " close", Label: "Close it",
		})
	}
	return things
}

// overdueReviews collects what open reviews ask for.
func overdueReviews(tx Tx, p *Programme, now time.Time) ([]Overdue, error) {
	open, err := tx.FindReviews(ReviewFilter{Open: true})
	if err != nil {
		return nil, fmt.Errorf("load the open reviews: %w", err)
	}
	var things []Overdue
	for _, r := range open {
		answers, err := tx.AnswersTo(r.ID)
		if err != nil {
			return nil, fmt.Errorf("load the answers to review %d: %w", r.ID, err)
		}
		things = append(things, overdueReview(r, answers, p, now)...)
	}
	return things, nil
}
