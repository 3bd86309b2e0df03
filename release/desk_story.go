package release

import (
	"context"
	"errors"
	"fmt"
)

// Life is a release with everything that happened to it.
type Life struct {
	Standing Standing
	Builds   []Build         // the newest first
	Notes    []SubmittedNote // the newest first
	Runs     []Rollout       // its deployments, the newest first; rehearsals are nobody else's (M8)
	Reviews  []ReviewView    // the newest first
	Debts    []Debt          // it left, or must settle
	Support  *Support        // nil before its deployment
	Issues   []SupportIssue
}

// ReadLife returns everything about one release.
func (d *Desk) ReadLife(ctx context.Context, number int) (Life, error) {
	var l Life
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		r, err := tx.Release(number, NoLock)
		if errors.Is(err, ErrNotFound) {
			return noSuchRelease(ReleaseName(number))
		}
		if err != nil {
			return fmt.Errorf("load %s: %w", ReleaseName(number), err)
		}
		if l.Standing, err = standingOf(tx, p, r, d.instant()); err != nil {
			return err
		}
		return l.load(tx)
	})
	return l, err
}

// load reads what the gates do not look at.
func (l *Life) load(tx Tx) error {
	number := l.Standing.Release.Number
	var err error
	load := func(what string, read func() error) {
		if err == nil {
			if err = read(); err != nil {
				err = fmt.Errorf("load %s of %s: %w", what, ReleaseName(number), err)
			}
		}
	}
	load("the builds", func() (err error) { l.Builds, err = tx.BuildsOf(number); return err })
	load("the notes", func() (err error) { l.Notes, err = tx.NotesOf(number); return err })
	load("the deployments", func() (err error) {
		l.Runs, err = tx.FindRollouts(RolloutFilter{Release: number, Mode: LiveRollout})
		return err
	})
	load("the debts", func() (err error) {
		if l.Debts, err = tx.FindDebts(DebtFilter{Release: number}); err != nil {
			return err
		}
		owed, err := tx.FindDebts(DebtFilter{Target: number})
		l.Debts = append(l.Debts, owed...)
		return err
	})
	load("the support", func() error {
		s, err := tx.Support(number, NoLock)
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		if l.Support = &s; err != nil {
			return err
		}
		l.Issues, err = tx.SupportIssues(number)
		return err
	})
	load("the reviews", func() error { return l.loadReviews(tx) })
	return err
}

func (l *Life) loadReviews(tx Tx) error {
	s := l.Standing
	found, err := tx.FindReviews(ReviewFilter{Release: s.Release.Number})
	if err != nil {
		return err
	}
	for _, r := range found {
		v, err := reviewView(tx, s.Programme, r, s.Now)
		if err != nil {
			return err
		}
		l.Reviews = append(l.Reviews, v)
	}
	return nil
}

// Subjects are the names of everything of the release that the ledger tells of.
func (l *Life) Subjects() []string {
	s := l.Standing
	all := []string{s.Release.Subject()}
	if s.RFC.Number != 0 {
		all = append(all, s.RFC.Subject())
	}
	for _, b := range s.Ballots {
		all = append(all, b.Subject())
	}
	for _, r := range l.Runs {
		all = append(all, r.Subject())
	}
	for _, v := range l.Reviews {
		all = append(all, v.Review.Subject())
	}
	for _, x := range s.Actions {
		all = append(all, x.Subject())
	}
	for _, d := range l.Debts {
		all = append(all, d.Subject())
	}
	for _, x := range l.Issues {
		all = append(all, x.Subject())
	}
	return all
}
