package storage

import (
	"context"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
)

// past is a transaction that sees what had been kept by an instant, so that the
// rules of the present judge a day that is gone: how a release stood is asked
// with the very code that asks how it stands. It is only ever read from.
type past struct {
	*tx
	at time.Time
}

var _ release.Tx = past{}

// StandingsAsOf returns how the releases under way at an instant stood then, by
// descending number. Who is who, and what the policy of today says, is today's.
func (db *DB) StandingsAsOf(ctx context.Context, at time.Time) ([]release.Standing, error) {
	var all []release.Standing
	err := db.snapshot(ctx, func(t *tx) error {
		var err error
		all, err = release.ReadStandings(past{t, at}, release.ReleaseFilter{Stages: release.InFlightStages()}, at)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("as of %s: %w", at, err)
	}
	return all, nil
}

// FindReleases returns the releases that were in some stages.
func (t past) FindReleases(f release.ReleaseFilter) ([]release.Release, error) {
	//nolint:unqueryvet // the row struct is held against the table
	const newest = `SELECT r.* FROM (SELECT number FROM releases WHERE stage IN ? UNION SELECT number FROM releases WHERE updated_at > ?) c
		JOIN release_revisions r ON r.number = c.number AND r.revision =
		(SELECT max(n.revision) FROM release_revisions n WHERE n.number = c.number AND n.updated_at <= ?) ORDER BY r.number DESC`
	var rows []releaseRow
	if err := t.q().Raw(newest, f.Stages, instant(t.at), instant(t.at)).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("find releases: %w", err)
	}
	rows = slices.DeleteFunc(rows, func(r releaseRow) bool { return !slices.Contains(f.Stages, release.Stage(r.Stage)) })
	all := make([]release.Release, len(rows))
	for i, r := range rows {
		var err error
		if all[i], err = r.release(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// RFC loads an RFC as it was.
func (t past) RFC(number int, _ release.Lock) (release.RFC, error) {
	row, err := one[rfcRow](t.q().Table(revisionTable).Where("number = ? AND updated_at <= ?", number, instant(t.at)).Order("revision DESC"))
	if err != nil {
		return release.RFC{}, fmt.Errorf("load %s: %w", release.RFCName(number), err)
	}
	return row.rfc(), nil
}

// BallotsOf returns an RFC's ballots as they were, the newest first.
func (t past) BallotsOf(rfc int) ([]release.Ballot, error) {
	all, err := t.ballots(t.q().Where("rfc = ? AND opened_at <= ?", rfc, instant(t.at)).Order("id DESC"), t.at)
	for i := range all {
		all[i] = ballotAt(all[i], t.at)
	}
	return all, err
}

// ConditionsOf returns an RFC's conditions as they were, the oldest first.
func (t past) ConditionsOf(rfc int) ([]release.Condition, error) {
	all, err := conditions(t.q().Where("rfc = ? AND at <= ?", rfc, instant(t.at)))
	return conditionsAt(all, t.at), err
}

// EvidenceOf returns the evidence that had been given; what was taken away later
// stands.
func (t past) EvidenceOf(number int) ([]release.Evidence, error) {
	all, err := t.tx.EvidenceOf(number)
	all = slices.DeleteFunc(all, func(e release.Evidence) bool { return e.At.After(t.at) })
	for i := range all {
		if e := &all[i]; e.TakenAt.After(t.at) {
			e.TakenAt, e.TakenBy, e.TakenWhy = time.Time{}, "", ""
		}
	}
	return all, err
}

// FindActions returns the actions that had been agreed; what was done later is open.
func (t past) FindActions(f release.ActionFilter) ([]release.Action, error) {
	all, err := t.tx.FindActions(f)
	all = slices.DeleteFunc(all, func(x release.Action) bool { return x.At.After(t.at) })
	for i := range all {
		if x := &all[i]; x.EndedAt.After(t.at) {
			x.EndedAt, x.EndedBy, x.Evidence, x.Cancelled = time.Time{}, "", "", ""
		}
	}
	return all, err
}

// FindDebts returns the debts that were open.
func (t past) FindDebts(f release.DebtFilter) ([]release.Debt, error) {
	f.Open = false
	all, err := findDebts(t.q().Where("opened_at <= ? AND (settled_at IS NULL OR settled_at > ?)", instant(t.at), instant(t.at)), f)
	for i := range all {
		d := &all[i]
		d.SettledAt, d.SettledBy, d.SettledIn, d.How, d.Evidence = time.Time{}, "", 0, "", ""
	}
	return all, err
}

// FindMeetings returns the meetings that had begun; one that ended later runs.
func (t past) FindMeetings(f release.MeetingFilter) ([]release.Meeting, error) {
	all, err := t.tx.FindMeetings(f)
	all = slices.DeleteFunc(all, func(m release.Meeting) bool { return m.StartedAt.After(t.at) })
	for i := range all {
		if m := &all[i]; m.EndedAt.After(t.at) {
			m.EndedAt, m.EndedBy, m.Minutes, m.CorrectionsUntil, m.RatifiedAt = time.Time{}, "", nil, time.Time{}, time.Time{}
		}
	}
	return all, err
}

// Installations returns the facts that had been told.
func (t past) Installations(f release.FactFilter) ([]release.Installation, error) {
	all, err := t.tx.Installations(f)
	return slices.DeleteFunc(all, func(x release.Installation) bool { return x.RecordedAt.After(t.at) }), err
}

// FindBookings returns the bookings that stood.
func (t past) FindBookings(f release.BookingFilter) ([]release.Booking, error) {
	f.Cancelled = true
	all, err := t.tx.FindBookings(f)
	all = slices.DeleteFunc(all, func(b release.Booking) bool {
		return b.At.After(t.at) || !b.CancelledAt.IsZero() && !b.CancelledAt.After(t.at)
	})
	for i := range all {
		all[i].CancelledAt, all[i].CancelledBy, all[i].CancelledWhy = time.Time{}, "", ""
	}
	return all, err
}

// FindConfigurationIssues returns a system's issues that were open.
func (t past) FindConfigurationIssues(f release.ConfigurationIssueFilter) ([]release.ConfigurationIssue, error) {
	open, err := t.db.doubtsAt(t.q(), t.at)
	open = slices.DeleteFunc(open, func(i release.ConfigurationIssue) bool { return f.System != "" && i.System != f.System })
	slices.Reverse(open)
	return open, err
}

// FindReviews returns the reviews that had been opened; one that was closed later is open.
func (t past) FindReviews(f release.ReviewFilter) ([]release.Review, error) {
	all, err := t.tx.FindReviews(f)
	all = slices.DeleteFunc(all, func(r release.Review) bool { return r.OpenedAt.After(t.at) })
	for i := range all {
		if r := &all[i]; r.ClosedAt.After(t.at) {
			r.ClosedAt, r.ClosedBy, r.Statement, r.Summary, r.Digest = time.Time{}, "", "", "", ""
		}
	}
	return all, err
}
