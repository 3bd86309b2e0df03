package release

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// RolloutView is a run with all that its card shows.
type RolloutView struct {
	Rollout   Rollout
	Release   Release
	RFC       RFC // Number 0 for a rehearsal before an RFC was raised
	Programme *Programme
	Now       time.Time
	Compass   Compass
	// Turn are the people it waits for: those of the step that is due, else whoever
	// may decide what comes next.
	Turn []Person
}

// ReadRollout returns how a run stands.
func (d *Desk) ReadRollout(ctx context.Context, id int64) (RolloutView, error) {
	var v RolloutView
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		run, err := tx.Rollout(id, NoLock)
		if errors.Is(err, ErrNotFound) {
			return noSuchRollout()
		}
		if err != nil {
			return fmt.Errorf("load run %d: %w", id, err)
		}
		v, err = rolloutView(tx, p, run, d.instant())
		return err
	})
	return v, err
}

func rolloutView(tx Tx, p *Programme, run Rollout, now time.Time) (RolloutView, error) {
	v := RolloutView{Rollout: run, Programme: p, Now: now, Compass: run.Compass(now)}
	var err error
	if v.Release, err = tx.Release(run.Release, NoLock); err != nil {
		return v, fmt.Errorf("load %s: %w", ReleaseName(run.Release), err)
	}
	if run.RFC != 0 {
		if v.RFC, err = tx.RFC(run.RFC, NoLock); err != nil {
			return v, fmt.Errorf("load %s: %w", RFCName(run.RFC), err)
		}
	}
	v.Turn = p.WhoseTurn(run, v.Release)
	return v, nil
}

// Rollouts returns runs, the newest first.
func (d *Desk) Rollouts(ctx context.Context, f RolloutFilter) ([]RolloutView, error) {
	var all []RolloutView
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		runs, err := tx.FindRollouts(f)
		if err != nil {
			return err
		}
		for _, run := range runs {
			v, err := rolloutView(tx, p, run, d.instant())
			if err != nil {
				return err
			}
			all = append(all, v)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("load runs: %w", err)
	}
	return all, nil
}

// ReadForecasts returns what rehearsals of a release's system took for the steps
// of a runbook (M8).
func (d *Desk) ReadForecasts(ctx context.Context, number int, b Runbook) ([]Forecast, error) {
	var all []Forecast
	err := d.store.Within(ctx, func(tx Tx) error {
		r, err := tx.Release(number, NoLock)
		if errors.Is(err, ErrNotFound) {
			return noSuchRelease(ReleaseName(number))
		}
		if err != nil {
			return err
		}
		all, err = (&act{Tx: tx}).forecasts(r.Content.System, b)
		return err
	})
	return all, err
}

// ReadReport returns the report of a deployment that is over, made anew from what
// is kept: its digest is the one that the ledger has (R36, R55).
func (d *Desk) ReadReport(ctx context.Context, id int64) (DeploymentReport, error) {
	v, err := d.ReadRollout(ctx, id)
	if err != nil {
		return DeploymentReport{}, err
	}
	switch {
	case v.Rollout.Mode.Rehearses():
		return DeploymentReport{}, refuse(CodeState, "There is no report.", "A rehearsal has none.", "`/release deploy "+v.Release.Name()+"` shows how it went.")
	case v.Rollout.Report == "":
		return DeploymentReport{}, refuse(CodeState, "There is no report yet.", capital(v.Rollout.Name())+" is under way.", v.Rollout.whatNow(v.Programme, v.Release))
	}
	return v.Rollout.DeploymentReport(), nil
}
