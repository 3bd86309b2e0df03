package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/riverqueue/river"

	"gonogo.dev/release"
)

// GivenUp is a notice that was never delivered, and that nobody tries to deliver
// any more.
type GivenUp struct {
	ID    int64
	Key   string
	Road  release.Road
	To    release.PersonID // empty for a thread or a channel
	At    time.Time        // when it was promised
	Tries int
	Error string // what the last try said
}

// GivenUps returns the notices that were given up, the newest first, at most so
// many, and how many there are in all.
func (db *DB) GivenUps(ctx context.Context, most int) ([]GivenUp, int64, error) {
	q := db.gorm.WithContext(ctx).Model(&noticeRow{}).Where("state = ?", noticeGivenUp)
	var total int64
	if err := q.Count(&total).Error; err != nil {
		return nil, 0, fmt.Errorf("count what was given up: %w", err)
	}
	var rows []noticeRow
	err := db.gorm.WithContext(ctx).Where("state = ?", noticeGivenUp).Omit("event", "body").Order("id DESC").Limit(most).Find(&rows).Error
	if err != nil {
		return nil, 0, fmt.Errorf("load what was given up: %w", err)
	}
	all := make([]GivenUp, len(rows))
	for i, r := range rows {
		all[i] = GivenUp{
			ID: r.ID, Key: r.Key, Road: release.Road(r.Road), To: release.PersonID(r.ToPerson), At: r.At.time(), Tries: r.Attempts, Error: r.LastError,
		}
	}
	return all, total, nil
}

// Retry promises notices again that were given up: those with the ids, or all of
// them when none is named. It returns how many; whichever was not given up is left
// as it is.
func (db *DB) Retry(ctx context.Context, ids ...int64) (int, error) {
	var again []noticeRow
	err := db.within(ctx, func(t *tx) error {
		q := t.q().Where("state = ?", noticeGivenUp)
		if len(ids) > 0 {
			q = q.Where("id IN ?", ids)
		}
		if err := q.Omit("event", "body").Order("id").Find(&again).Error; err != nil {
			return fmt.Errorf("load what is to be tried again: %w", err)
		}
		var jobs []river.InsertManyParams
		for _, r := range again {
			change := map[string]any{"state": noticePromised, "attempts": 0}
			if err := t.q().Model(&noticeRow{}).Where("id = ?", r.ID).Updates(change).Error; err != nil {
				return fmt.Errorf("promise notice %d again: %w", r.ID, err)
			}
			jobs = append(jobs, deliverJob(r.ID, release.Road(r.Road)))
		}
		return t.enqueue(jobs)
	})
	return len(again), err
}
