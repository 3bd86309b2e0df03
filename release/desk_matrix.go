package release

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// MatrixAt returns which version of which system was where at an instant that is
// not to come, and what changed since another; the zero time since compares with
// nothing (R103, M9). What it reads does not grow with history.
func (d *Desk) MatrixAt(ctx context.Context, at, since time.Time) (Matrix, error) {
	var m Matrix
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		var f MatrixFacts
		if f.Installed, err = tx.InstalledAt("", at); err != nil {
			return err
		}
		if !since.IsZero() {
			if f.Was, err = tx.InstalledAt("", since); err != nil {
				return err
			}
		}
		if f.Statuses, err = tx.StatusesAt("", at); err != nil {
			return err
		}
		if f.Doubts, err = tx.FindConfigurationIssues(ConfigurationIssueFilter{At: at}); err != nil {
			return err
		}
		m = FoldMatrix(p, f, at, since)
		m.Earlier, m.Later, err = neighbours(tx, at)
		return err
	})
	if err != nil {
		return m, fmt.Errorf("load the versions of %s: %w", at.Format(time.RFC3339), err)
	}
	return m, nil
}

// neighbours returns when something changed last, so that it was another way before,
// and when next after an instant. Instants count in whole minutes, in which people
// name them: what is so since 12:03:20 is looked at from 12:04 on.
func neighbours(tx Tx, at time.Time) (earlier, later time.Time, err error) {
	minute := at.Truncate(time.Minute)
	if minute.Before(at) {
		minute = minute.Add(time.Minute)
	}
	last, err := tx.Installations(FactFilter{To: minute.Add(-time.Minute + time.Microsecond), Limit: 1})
	if err != nil {
		return earlier, later, err
	}
	next, err := tx.Installations(FactFilter{From: at.Add(time.Microsecond), Limit: 1, Oldest: true})
	if err != nil {
		return earlier, later, err
	}
	for _, x := range last {
		earlier = x.At
	}
	for _, x := range next {
		later = x.At
	}
	return earlier, later, nil
}

// maxDays is the most facts that are looked at for the days of a year on which
// something changed.
const maxDays = 1000

// DaysOfChange returns the civil days, in the programme's zone, on which versions
// changed in [from, to), the oldest first: of the newest thousand facts in it.
func (d *Desk) DaysOfChange(ctx context.Context, from, to time.Time) ([]string, error) {
	var days []string
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		facts, err := tx.Installations(FactFilter{From: from, To: to, Limit: maxDays})
		for _, x := range facts {
			days = append(days, x.At.In(p.Location()).Format(time.DateOnly))
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load when versions changed: %w", err)
	}
	slices.Sort(days)
	return slices.Compact(days), nil
}
