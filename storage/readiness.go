package storage

import (
	"context"
	"fmt"
	"time"

	"gonogo.dev/release"
)

// commentRow is a comment in a week's readiness report. It is never changed.
type commentRow struct {
	ID       int64 `gorm:"primaryKey"`
	Week     string
	ByPerson string
	At       instant
	Words    string
}

// TableName names the table.
func (commentRow) TableName() string { return "readiness_comments" }

// AddReadinessComment keeps a comment and sets its id.
func (t *tx) AddReadinessComment(c *release.ReadinessComment) error {
	row := commentRow{Week: c.Week, ByPerson: string(c.By), At: instant(c.At), Words: storable(c.Words)}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a comment to %s: %w", c.Week, err)
	}
	c.ID = row.ID
	return nil
}

// CommentsBetween returns the comments made after an instant and up to another,
// by id.
func (db *DB) CommentsBetween(ctx context.Context, since, at time.Time) ([]release.ReadinessComment, error) {
	var rows []commentRow
	q := db.gorm.WithContext(ctx).Where("at > ? AND at <= ?", instant(since), instant(at))
	if err := q.Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the comments of reports: %w", err)
	}
	all := make([]release.ReadinessComment, len(rows))
	for i, r := range rows {
		all[i] = release.ReadinessComment{ID: r.ID, Week: r.Week, By: release.PersonID(r.ByPerson), At: r.At.time(), Words: r.Words}
	}
	return all, nil
}

// DebtsAsOf returns the debts of emergencies that were open at an instant, by the
// day they are due.
func (db *DB) DebtsAsOf(ctx context.Context, at time.Time) ([]release.Debt, error) {
	all, err := past{&tx{gorm: db.gorm.WithContext(ctx), db: db}, at}.FindDebts(release.DebtFilter{})
	if err != nil {
		return nil, fmt.Errorf("as of %s: %w", at, err)
	}
	return all, nil
}

// BookingsAsOf returns the bookings that stood at an instant and overlap the time
// from it to another, by the start of their windows.
func (db *DB) BookingsAsOf(ctx context.Context, at, until time.Time) ([]release.Booking, error) {
	all, err := past{&tx{gorm: db.gorm.WithContext(ctx), db: db}, at}.FindBookings(release.BookingFilter{From: at, To: until})
	if err != nil {
		return nil, fmt.Errorf("as of %s: %w", at, err)
	}
	return all, nil
}

// StatusesBetween returns the reports on systems after an instant and up to
// another, and of each system the newest before, by instant and id.
func (db *DB) StatusesBetween(ctx context.Context, since, at time.Time) ([]release.StatusReport, error) {
	t := &tx{gorm: db.gorm.WithContext(ctx), db: db}
	before, err := t.StatusesAt("", since)
	if err != nil {
		return nil, err
	}
	// By environment, since the index begins with it.
	const during = `environment IN (SELECT DISTINCT environment FROM environment_systems) AND at > ? AND at <= ?`
	var rows []statusRow
	if err := t.q().Where(during, instant(since), instant(at)).Order("at, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the statuses since %s: %w", since, err)
	}
	return append(before, statuses(rows)...), nil
}

// DeliveredBetween returns the releases whose deployment was signed off after an
// instant and up to another, as they were then, the first first.
func (db *DB) DeliveredBetween(ctx context.Context, since, at time.Time) ([]release.Delivery, error) {
	var all []release.Delivery
	err := db.snapshot(ctx, func(t *tx) error {
		var rows []releaseRow
		//nolint:unqueryvet // the row struct is held against the table
		const signed = `SELECT r.* FROM release_revisions r WHERE r.updated_at > ? AND r.updated_at <= ? AND r.stage = 'regression' AND NOT EXISTS
			(SELECT 1 FROM release_revisions b WHERE b.number = r.number AND b.revision = r.revision - 1 AND b.stage = 'regression')
			ORDER BY r.updated_at, r.number`
		if err := t.q().Raw(signed, instant(since), instant(at)).Scan(&rows).Error; err != nil {
			return fmt.Errorf("find what was deployed since %s: %w", since, err)
		}
		for _, row := range rows {
			r, err := row.release()
			if err != nil {
				return err
			}
			notes, err := t.NotesOf(r.Number)
			if err != nil {
				return err
			}
			d := release.Delivery{Release: r, At: r.UpdatedAt}
			for _, n := range notes { // the newest first
				if !n.At.After(d.At) {
					d.Note = n.Note
					break
				}
			}
			all = append(all, d)
		}
		return nil
	})
	return all, err
}

// RunBefore returns the last run of a report that was due before an instant;
// ErrNotFound when there was none.
func (db *DB) RunBefore(ctx context.Context, report string, before time.Time) (release.Run, error) {
	row, err := one[runRow](db.gorm.WithContext(ctx).Where("report = ? AND due < ?", report, instant(before)).Order("due DESC"))
	if err != nil {
		return release.Run{}, fmt.Errorf("load the run of %s before %s: %w", report, before, err)
	}
	return row.run(), nil
}
