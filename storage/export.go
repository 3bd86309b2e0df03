package storage

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"gonogo.dev/release"
)

// What is exported is read a page at a time, by the key of the table and from where the
// last page ended, so that a list of any length needs the memory of one page.

func page[R, T any](q *gorm.DB, key string, after int64, limit int, noun string, as func(R) (T, error)) ([]T, error) {
	var rows []R
	if err := q.Where(key+" > ?", after).Order(key).Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read %s after %d: %w", noun, after, err)
	}
	all := make([]T, len(rows))
	for i, r := range rows {
		var err error
		if all[i], err = as(r); err != nil {
			return nil, fmt.Errorf("read %s after %d: %w", noun, after, err)
		}
	}
	return all, nil
}

func sure[R, T any](as func(R) T) func(R) (T, error) {
	return func(r R) (T, error) { return as(r), nil }
}

// ReleasesAfter returns releases by ascending number.
func (db *DB) ReleasesAfter(ctx context.Context, number int64, limit int) ([]release.Release, error) {
	return page(db.gorm.WithContext(ctx), "number", number, limit, "releases", releaseRow.release)
}

// RFCsAfter returns RFCs by ascending number, but for those that were never raised
// (T34).
func (db *DB) RFCsAfter(ctx context.Context, number int64, limit int) ([]release.RFC, error) {
	return page(db.gorm.WithContext(ctx).Where("raised_at IS NOT NULL"), "number", number, limit, "RFCs", sure(rfcRow.rfc))
}

// BallotsAfter returns ballots by ascending id, with the votes that stand.
func (db *DB) BallotsAfter(ctx context.Context, id int64, limit int) ([]release.Ballot, error) {
	t := db.readable(ctx)
	all, err := t.ballots(t.q().Where("id > ?", id).Order("id").Limit(limit), time.Time{})
	if err != nil {
		return nil, fmt.Errorf("read ballots after %d: %w", id, err)
	}
	return all, nil
}

// VotesAfter returns votes by ascending id, those that were replaced too.
func (db *DB) VotesAfter(ctx context.Context, id int64, limit int) ([]release.Vote, error) {
	return page(db.gorm.WithContext(ctx), "id", id, limit, "votes", sure(voteRow.vote))
}

// ActionsAfter returns work-off actions by ascending id.
func (db *DB) ActionsAfter(ctx context.Context, id int64, limit int) ([]release.Action, error) {
	return page(db.gorm.WithContext(ctx), "id", id, limit, "actions", sure(actionRow.action))
}

// DebtsAfter returns debts by ascending id.
func (db *DB) DebtsAfter(ctx context.Context, id int64, limit int) ([]release.Debt, error) {
	return page(db.gorm.WithContext(ctx), "id", id, limit, "debts", sure(debtRow.debt))
}

// LessonsAfter returns lessons by ascending id.
func (db *DB) LessonsAfter(ctx context.Context, id int64, limit int) ([]release.Lesson, error) {
	return page(db.gorm.WithContext(ctx), "id", id, limit, "lessons", sure(lessonRow.lesson))
}

// CommunicationsAfter returns the lines of communication plans by ascending id.
func (db *DB) CommunicationsAfter(ctx context.Context, id int64, limit int) ([]release.Communication, error) {
	return page(db.gorm.WithContext(ctx), "id", id, limit, "communications", sure(communicationRow.communication))
}

// VersionsAt returns what was installed in every environment at an instant.
func (db *DB) VersionsAt(ctx context.Context, at time.Time) ([]release.Installation, error) {
	return db.readable(ctx).InstalledAt("", at)
}

// LedgerAfter returns sealed entries by ascending place.
func (db *DB) LedgerAfter(ctx context.Context, index int64, limit int) ([]release.LedgerEntry, error) {
	t := db.readable(ctx)
	q := t.entries().Where("e.sealed_index IS NOT NULL")
	return page(q, "e.sealed_index", index, limit, "ledger entries", sure(readRow.entry))
}
