package storage

import (
	"context"
	"fmt"
	"time"

	"gonogo.dev/release"
)

// RFCsAsOf returns every RFC as it was at an instant, by number.
func (db *DB) RFCsAsOf(ctx context.Context, at time.Time) ([]release.RFC, error) {
	var rows []rfcRow
	//nolint:unqueryvet // the row struct is held against the table
	const newest = `SELECT r.* FROM rfc_revisions r
		JOIN (SELECT number, max(revision) AS revision FROM rfc_revisions WHERE updated_at <= ? GROUP BY number) n
		ON n.number = r.number AND n.revision = r.revision ORDER BY r.number`
	if err := db.gorm.WithContext(ctx).Raw(newest, instant(at)).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the RFCs as of %s: %w", at, err)
	}
	return rfcs(rows), nil
}

// BallotsAsOf returns the ballots opened by an instant with the votes cast by
// it, each in its state of that instant, by id. The reminders are those still
// to come today.
func (db *DB) BallotsAsOf(ctx context.Context, at time.Time) ([]release.Ballot, error) {
	var all []release.Ballot
	err := db.snapshot(ctx, func(t *tx) error {
		var err error
		all, err = t.ballots(t.q().Where("opened_at <= ?", instant(at)).Order("id"), at)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load the ballots as of %s: %w", at, err)
	}
	for i := range all {
		if b := &all[i]; b.ClosedAt.After(at) {
			b.State, b.ClosedAt, b.ClosedBy, b.Outcome = release.BallotOpen, time.Time{}, "", ""
			b.OverrideReason, b.VoidReason = "", ""
		}
	}
	return all, nil
}

// ConditionsAsOf returns the conditions asked for by an instant, as they were, by id.
func (db *DB) ConditionsAsOf(ctx context.Context, at time.Time) ([]release.Condition, error) {
	all, err := conditions(db.gorm.WithContext(ctx).Where("at <= ?", instant(at)))
	if err != nil {
		return nil, fmt.Errorf("as of %s: %w", at, err)
	}
	for i := range all {
		if c := &all[i]; c.MetAt.After(at) {
			c.MetAt, c.MetBy, c.Evidence = time.Time{}, "", ""
		}
	}
	return all, nil
}

// ProgrammeNow returns the programme in force; ErrNotFound when none was applied.
func (db *DB) ProgrammeNow(ctx context.Context) (*release.Programme, error) {
	t := &tx{gorm: db.gorm.WithContext(ctx), db: db}
	return t.Programme()
}
