package release

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Arrears is what emergencies left behind and how often they were needed: what
// `/release debts` shows.
type Arrears struct {
	Programme *Programme
	Debts     []Debt // open, by the day they are due
	Rates     []EmergencyRate
	// Flagged are the emergencies of the last months that mend nothing urgent any more (T27).
	Flagged []Release
	Now     time.Time
}

// Arrears returns every open debt, and the parties' rates of emergencies over the
// last RateMonths (R19, M6).
func (d *Desk) Arrears(ctx context.Context) (Arrears, error) {
	s := Arrears{Now: d.instant()}
	since := s.Now.AddDate(0, -RateMonths, 0)
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		if s.Programme, err = programmeOf(tx); err != nil {
			return err
		}
		if s.Debts, err = tx.FindDebts(DebtFilter{Open: true}); err != nil {
			return err
		}
		releases, err := tx.FindReleases(ReleaseFilter{Since: since})
		if err != nil {
			return err
		}
		rejected, err := s.judge(tx, releases, since)
		if err != nil {
			return err
		}
		s.Rates = EmergencyRates(s.Programme, releases, rejected, since)
		return nil
	})
	if err != nil {
		return s, fmt.Errorf("load the debts of emergencies: %w", err)
	}
	return s, nil
}

// judge keeps the emergencies since an instant that mend nothing urgent any more,
// and returns those that the board rejected.
func (s *Arrears) judge(tx Tx, releases []Release, since time.Time) ([]int, error) {
	var rejected []int
	for _, r := range releases {
		if r.Content.Type != Emergency || r.CreatedAt.Before(since) {
			continue
		}
		if r.Content.Unjustified() && r.Stage != Abandoned {
			s.Flagged = append(s.Flagged, r)
		}
		no, err := wasRejected(tx, r)
		if err != nil {
			return nil, err
		}
		if no {
			rejected = append(rejected, r.Number)
		}
	}
	return rejected, nil
}

// wasRejected tells whether the board ever rejected an RFC of a release.
func wasRejected(tx Tx, r Release) (bool, error) {
	rfcs, err := tx.FindRFCs(RFCFilter{Release: r.Name()})
	if err != nil {
		return false, err
	}
	for _, rfc := range rfcs {
		ballots, err := tx.BallotsOf(rfc.Number)
		if err != nil {
			return false, err
		}
		if slices.ContainsFunc(ballots, func(b Ballot) bool { return b.Purpose == Approval && b.Outcome == OutcomeNoGo }) {
			return true, nil
		}
	}
	return false, nil
}

// Debts returns what emergencies left behind, by the day it is due.
func (d *Desk) Debts(ctx context.Context, f DebtFilter) ([]Debt, error) {
	var all []Debt
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		all, err = tx.FindDebts(f)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load debts: %w", err)
	}
	return all, nil
}
