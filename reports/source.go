package reports

import (
	"context"
	"fmt"
	"time"

	"gonogo.dev/release"
)

// Registry knows who is who. Storage implements it.
type Registry interface {
	// ProgrammeNow returns the programme in force.
	ProgrammeNow(ctx context.Context) (*release.Programme, error)
}

// Source is what reports are made from. Storage implements it; the order of
// what it returns does not matter. "As of t" is what had been committed up to
// and including t, as it was then.
type Source interface {
	Registry
	// RFCsAsOf returns the RFCs that were open or had changed since an instant, in
	// the state and with the content they had, drafts too; other ended ones may be
	// among them, and the zero since is every RFC.
	RFCsAsOf(ctx context.Context, since, t time.Time) ([]release.RFC, error)
	// BallotsAsOf returns the ballots that were open or had been closed since an
	// instant, with the votes that had been cast; one that was closed later is open.
	BallotsAsOf(ctx context.Context, since, t time.Time) ([]release.Ballot, error)
	// ConditionsAsOf returns the conditions of the RFCs that RFCsAsOf returns; one
	// that was met later is not met.
	ConditionsAsOf(ctx context.Context, since, t time.Time) ([]release.Condition, error)
	// DoubtsAsOf returns the configuration issues that were open.
	DoubtsAsOf(ctx context.Context, t time.Time) ([]release.ConfigurationIssue, error)
	// ActionsAsOf returns the work-off actions that were open.
	ActionsAsOf(ctx context.Context, t time.Time) ([]release.Action, error)
	// Checkpoint returns the newest signed checkpoint of the ledger, as its text;
	// empty when nothing was sealed yet.
	Checkpoint(ctx context.Context) (string, error)
}

// Snapshot is everything that a readiness report is folded from.
type Snapshot struct {
	At         time.Time
	Programme  *release.Programme
	RFCs       []release.RFC
	Ballots    []release.Ballot
	Conditions []release.Condition
	Doubts     []release.ConfigurationIssue
	Actions    []release.Action
	Checkpoint string
}

// ReadReadiness reads the state as of an instant and folds it (R101).
func ReadReadiness(ctx context.Context, from Source, at time.Time) (Readiness, error) {
	s, since := Snapshot{At: at}, at.Add(-Lookback)
	var err error
	if s.Programme, err = from.ProgrammeNow(ctx); err != nil {
		return Readiness{}, fmt.Errorf("read the programme for a report: %w", err)
	}
	if s.RFCs, err = from.RFCsAsOf(ctx, since, at); err != nil {
		return Readiness{}, fmt.Errorf("read the RFCs for a report: %w", err)
	}
	if s.Ballots, err = from.BallotsAsOf(ctx, since, at); err != nil {
		return Readiness{}, fmt.Errorf("read the ballots for a report: %w", err)
	}
	if s.Conditions, err = from.ConditionsAsOf(ctx, since, at); err != nil {
		return Readiness{}, fmt.Errorf("read the conditions for a report: %w", err)
	}
	if s.Doubts, err = from.DoubtsAsOf(ctx, at); err != nil {
		return Readiness{}, fmt.Errorf("read the configuration issues for a report: %w", err)
	}
	if s.Actions, err = from.ActionsAsOf(ctx, at); err != nil {
		return Readiness{}, fmt.Errorf("read the work-off actions for a report: %w", err)
	}
	if s.Checkpoint, err = from.Checkpoint(ctx); err != nil {
		return Readiness{}, fmt.Errorf("read the ledger's checkpoint for a report: %w", err)
	}
	return Fold(s), nil
}
