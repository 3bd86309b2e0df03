package release

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// SupportView is how the early life support of a release stands, with the
// work-off actions that are open.
type SupportView struct {
	Programme *Programme
	Release   Release
	Support   *Support // nil for a release that was not deployed yet
	Issues    []SupportIssue
	Actions   []Action
	Now       time.Time
}

// ReadSupport returns how the early life support of a release stands.
func (d *Desk) ReadSupport(ctx context.Context, number int) (SupportView, error) {
	v := SupportView{Now: d.instant()}
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		if v.Programme, err = programmeOf(tx); err != nil {
			return err
		}
		v.Release, err = tx.Release(number, NoLock)
		if errors.Is(err, ErrNotFound) {
			return noSuchRelease(ReleaseName(number))
		}
		if err != nil {
			return fmt.Errorf("load %s: %w", ReleaseName(number), err)
		}
		s, err := tx.Support(number, NoLock)
		switch {
		case errors.Is(err, ErrNotFound):
		case err != nil:
			return fmt.Errorf("load the support of %s: %w", v.Release.Name(), err)
		default:
			v.Support = &s
		}
		if v.Issues, err = tx.SupportIssues(number); err != nil {
			return err
		}
		v.Actions, err = tx.FindActions(ActionFilter{Release: number, Open: true})
		return err
	})
	return v, err
}

// Supported returns the early life support that runs now, by its end.
func (d *Desk) Supported(ctx context.Context) ([]Support, error) {
	var all []Support
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		all, err = tx.FindSupports(SupportFilter{At: d.instant()})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load the early life support that runs: %w", err)
	}
	return all, nil
}
