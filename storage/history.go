package storage

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"gonogo.dev/release"
)

// HistoryBetween returns what trends are drawn from: what happened after an
// instant and up to another. Whatever ended before it is not read.
func (db *DB) HistoryBetween(ctx context.Context, since, at time.Time) (release.History, error) {
	var h release.History
	var err error
	if h.Steps, err = db.steps(ctx, since, at); err != nil {
		return h, err
	}
	if h.Rulings, err = db.rulings(ctx, since, at); err != nil {
		return h, err
	}
	for _, kept := range []struct{ table, from, ended string }{{"actions", "at", "ended_at"}, {"debts", "opened_at", "settled_at"}} {
		obligations, err := db.obligations(ctx, kept.table, kept.from, kept.ended, since, at)
		if err != nil {
			return h, err
		}
		h.Obligations = append(h.Obligations, obligations...)
	}
	return h, nil
}

func (db *DB) steps(ctx context.Context, since, at time.Time) ([]release.RFCStep, error) {
	var rows []rfcRow
	const steps = `SELECT r.number, r.state, r.updated_at FROM rfc_revisions r WHERE r.number IN (?) AND r.updated_at <= ? ORDER BY r.updated_at, r.number, r.revision`
	if err := db.gorm.WithContext(ctx).Raw(steps, db.touched(ctx, since), instant(at)).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the steps of RFCs since %s: %w", since, err)
	}
	all := make([]release.RFCStep, len(rows))
	for i, r := range rows {
		all[i] = release.RFCStep{Number: r.Number, State: release.RFCState(r.State), At: r.UpdatedAt.time()}
	}
	return all, nil
}

func (db *DB) rulings(ctx context.Context, since, at time.Time) ([]release.Ruling, error) {
	var rows []ballotRow
	q := db.gorm.WithContext(ctx).Select("purpose", "outcome", "closed_at").Where("state = 'closed' AND closed_at > ? AND closed_at <= ?", instant(since), instant(at))
	if err := q.Order("closed_at, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the decisions since %s: %w", since, err)
	}
	all := make([]release.Ruling, len(rows))
	for i, r := range rows {
		all[i] = release.Ruling{Purpose: release.Purpose(r.Purpose), Outcome: release.Outcome(r.Outcome), At: r.ClosedAt.time()}
	}
	return all, nil
}

// obligations reads what is owed, and what was settled since.
func (db *DB) obligations(ctx context.Context, table, from, ended string, since, at time.Time) ([]release.Obligation, error) {
	var rows []struct{ Began, Due, Ended instant }
	part := func(which string, values ...any) *gorm.DB {
		return db.gorm.WithContext(ctx).Table(table).Select(from+" AS began, due, "+ended+" AS ended").Where(from+" <= ?", instant(at)).Where(which, values...)
	}
	query := db.gorm.WithContext(ctx).Raw("? UNION ALL ? ORDER BY began", part(ended+" IS NULL"), part(ended+" > ?", instant(since)))
	if err := query.Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the %s since %s: %w", table, since, err)
	}
	all := make([]release.Obligation, len(rows))
	for i, r := range rows {
		all[i] = release.Obligation{From: r.Began.time(), Due: r.Due.time(), Until: r.Ended.time()}
	}
	return all, nil
}
