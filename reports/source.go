package reports

import (
	"context"
	"errors"
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
	Past
	// Checkpoint returns the newest signed checkpoint of the ledger, as its text;
	// empty when nothing was sealed yet.
	Checkpoint(ctx context.Context) (string, error)
}

// Past is what reports read of bounded times that are gone.
type Past interface {
	// StandingsAsOf returns how the releases under way stood.
	StandingsAsOf(ctx context.Context, t time.Time) ([]release.Standing, error)
	// DebtsAsOf returns the debts of emergencies that were open.
	DebtsAsOf(ctx context.Context, t time.Time) ([]release.Debt, error)
	// BookingsAsOf returns the bookings that stood and overlap the time until an instant.
	BookingsAsOf(ctx context.Context, t, until time.Time) ([]release.Booking, error)
	// StatusesBetween returns the reports on systems of (since, t], and of each
	// system the newest before.
	StatusesBetween(ctx context.Context, since, t time.Time) ([]release.StatusReport, error)
	// DeliveredBetween returns the releases whose deployment was signed off in (since, t].
	DeliveredBetween(ctx context.Context, since, t time.Time) ([]release.Delivery, error)
	// CommentsBetween returns the comments made in (since, t].
	CommentsBetween(ctx context.Context, since, t time.Time) ([]release.ReadinessComment, error)
	// HistoryBetween returns what trends of (since, t] are drawn from.
	HistoryBetween(ctx context.Context, since, t time.Time) (release.History, error)
	// RunBefore returns the last run of a report due before an instant;
	// release.ErrNotFound when there was none.
	RunBefore(ctx context.Context, report string, before time.Time) (release.Run, error)
}

// Snapshot is everything that a readiness report is folded from. The order of its
// parts does not matter.
type Snapshot struct {
	At time.Time
	// Since is when the report before was due, at most Lookback ago; Before is how
	// releases stood then.
	Since      time.Time
	Before     []release.Standing
	Programme  *release.Programme
	Standings  []release.Standing
	RFCs       []release.RFC
	Ballots    []release.Ballot
	Conditions []release.Condition
	Doubts     []release.ConfigurationIssue
	Actions    []release.Action
	Debts      []release.Debt
	Bookings   []release.Booking
	Statuses   []release.StatusReport // of the last Lookback, and of each system the newest before
	Deliveries []release.Delivery     // of the last Lookback
	Comments   []release.ReadinessComment
	History    release.History // of the last TrendWeeks
	Checkpoint string
}

// ReadReadiness reads the state as of an instant and folds it (R101). It reads what
// was open and bounded times, never all history.
func ReadReadiness(ctx context.Context, from Source, at time.Time) (Readiness, error) {
	s, err := readSnapshot(ctx, from, at)
	if err != nil {
		return Readiness{}, err
	}
	return Fold(s), nil
}

func readSnapshot(ctx context.Context, from Source, at time.Time) (Snapshot, error) {
	s, back := Snapshot{At: at, Since: at.Add(-Lookback)}, at.Add(-Lookback)
	last, err := from.RunBefore(ctx, ReportReadiness, at)
	switch {
	case errors.Is(err, release.ErrNotFound):
	case err != nil:
		return s, fmt.Errorf("read when the last report was due: %w", err)
	case last.Due.After(s.Since):
		s.Since = last.Due
	}
	for _, part := range []struct {
		what string
		read func() error
	}{
		{"programme", func() (err error) { s.Programme, err = from.ProgrammeNow(ctx); return err }},
		{"releases", func() (err error) { s.Standings, err = from.StandingsAsOf(ctx, at); return err }},
		{"releases of the report before", func() (err error) { s.Before, err = from.StandingsAsOf(ctx, s.Since); return err }},
		{"RFCs", func() (err error) { s.RFCs, err = from.RFCsAsOf(ctx, back, at); return err }},
		{"ballots", func() (err error) { s.Ballots, err = from.BallotsAsOf(ctx, back, at); return err }},
		{"conditions", func() (err error) { s.Conditions, err = from.ConditionsAsOf(ctx, back, at); return err }},
		{"configuration issues", func() (err error) { s.Doubts, err = from.DoubtsAsOf(ctx, at); return err }},
		{"work-off actions", func() (err error) { s.Actions, err = from.ActionsAsOf(ctx, at); return err }},
		{"debts", func() (err error) { s.Debts, err = from.DebtsAsOf(ctx, at); return err }},
		{"bookings", func() (err error) { s.Bookings, err = from.BookingsAsOf(ctx, at, at.Add(Horizon)); return err }},
		{"statuses of systems", func() (err error) { s.Statuses, err = from.StatusesBetween(ctx, back, at); return err }},
		{"deployments", func() (err error) { s.Deliveries, err = from.DeliveredBetween(ctx, back, at); return err }},
		{"comments", func() (err error) { s.Comments, err = from.CommentsBetween(ctx, back, at); return err }},
		{"trends", func() (err error) { s.History, err = from.HistoryBetween(ctx, at.Add(-trendSpan), at); return err }},
		{"ledger's checkpoint", func() (err error) { s.Checkpoint, err = from.Checkpoint(ctx); return err }},
	} {
		if err := part.read(); err != nil {
			return s, fmt.Errorf("read the %s for a report: %w", part.what, err)
		}
	}
	return s, nil
}
