package storage

import (
	"cmp"
	"context"
	"fmt"
	"slices"
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

// atOnce is how many RFCs are asked for in one statement. They are named, since
// PostgreSQL reads the whole table where it does not know how few they are.
const atOnce = 1000

func (db *DB) steps(ctx context.Context, since, at time.Time) ([]release.RFCStep, error) {
	var numbers []int
	if err := db.touched(ctx, since).Scan(&numbers).Error; err != nil {
		return nil, fmt.Errorf("find the RFCs since %s: %w", since, err)
	}
	var all []release.RFCStep
	for some := range slices.Chunk(numbers, atOnce) {
		var rows []rfcRow
		q := db.gorm.WithContext(ctx).Table(revisionTable).Select("number", "state", "updated_at").Where("number IN ? AND updated_at <= ?", some, instant(at))
		if err := q.Order("updated_at, number, revision").Find(&rows).Error; err != nil {
			return nil, fmt.Errorf("load the steps of RFCs since %s: %w", since, err)
		}
		for _, r := range rows {
			all = append(all, release.RFCStep{Number: r.Number, State: release.RFCState(r.State), At: r.UpdatedAt.time()})
		}
	}
	slices.SortStableFunc(all, func(a, b release.RFCStep) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Number, b.Number)) })
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
