package storage

import (
	"context"
	"fmt"
	"time"

	"gonogo.dev/release"
)

// ProgrammeAsOf returns the programme that was in force at an instant.
func (db *DB) ProgrammeAsOf(ctx context.Context, at time.Time) (*release.Programme, error) {
	t := &tx{gorm: db.gorm.WithContext(ctx), db: db}
	var version int
	err := t.q().Raw(`SELECT coalesce(max(version), 0) FROM programmes WHERE applied_at <= ?`, instant(at)).Row().Scan(&version)
	if err != nil {
		return nil, fmt.Errorf("find the programme of %s: %w", at, err)
	}
	return t.ProgrammeAt(version)
}

// ProgrammeApplied returns when the programme in force was applied; ErrNotFound when
// none was.
func (db *DB) ProgrammeApplied(ctx context.Context) (time.Time, error) {
	row, err := one[programmeRow](db.gorm.WithContext(ctx).Select("version", "applied_at").Order("version DESC"))
	if err != nil {
		return time.Time{}, fmt.Errorf("find when the programme was applied: %w", err)
	}
	return row.AppliedAt.time(), nil
}

// underWayOrSince finds releases that are under way or changed since an instant.
const underWayOrSince = `SELECT number FROM releases WHERE stage NOT IN ? UNION SELECT number FROM releases WHERE updated_at > ?`

// ReleasesAsOf returns the releases under way at an instant, and those that changed
// since another, as they were at the first, by number.
func (db *DB) ReleasesAsOf(ctx context.Context, since, at time.Time) ([]release.Release, error) {
	over := []string{string(release.ClosedStage), string(release.Abandoned)}
	var rows []releaseRow
	//nolint:unqueryvet // the row struct is held against the table
	const newest = `SELECT r.* FROM (` + underWayOrSince + `) c JOIN release_revisions r ON r.number = c.number AND r.revision =
		(SELECT max(n.revision) FROM release_revisions n WHERE n.number = c.number AND n.updated_at <= ?) ORDER BY r.number`
	if err := db.gorm.WithContext(ctx).Raw(newest, over, instant(since), instant(at)).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the releases as of %s: %w", at, err)
	}
	all := make([]release.Release, len(rows))
	for i, r := range rows {
		var err error
		if all[i], err = r.release(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// DeploymentsOf returns the deployments of releases that had ended at an instant,
// by id.
func (db *DB) DeploymentsOf(ctx context.Context, releases []int, at time.Time) ([]release.Rollout, error) {
	if len(releases) == 0 {
		return nil, nil
	}
	var rows []rolloutRow
	q := db.gorm.WithContext(ctx).Where("release IN ? AND mode = ? AND state IN ?", releases, string(release.LiveRollout),
		[]string{string(release.RolloutDeployed), string(release.RolloutBack)})
	if err := q.Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the deployments of %d releases: %w", len(releases), err)
	}
	var all []release.Rollout
	for _, r := range rows {
		if run := r.rollout(); !run.EndedAt.After(at) {
			all = append(all, run)
		}
	}
	return all, nil
}

// OpenDebtsAsOf returns the debts that were open at an instant, by the day they are due.
func (db *DB) OpenDebtsAsOf(ctx context.Context, at time.Time) ([]release.Debt, error) {
	var all []release.Debt
	err := db.snapshot(ctx, func(t *tx) error {
		var err error
		all, err = past{t, at}.FindDebts(release.DebtFilter{Open: true})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("as of %s: %w", at, err)
	}
	return all, nil
}

// StatusesAsOf returns the newest report on each system at an instant.
func (db *DB) StatusesAsOf(ctx context.Context, at time.Time) ([]release.StatusReport, error) {
	t := &tx{gorm: db.gorm.WithContext(ctx), db: db}
	return t.StatusesAt("", at)
}

// LessonsBetween returns what was learned after an instant up to another, the newest first.
func (db *DB) LessonsBetween(ctx context.Context, after, at time.Time) ([]release.Lesson, error) {
	var rows []lessonRow
	q := db.gorm.WithContext(ctx).Where("at > ? AND at <= ?", instant(after), instant(at)).Order("at DESC, id DESC")
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the lessons since %s: %w", after, err)
	}
	all := make([]release.Lesson, len(rows))
	for i, r := range rows {
		all[i] = r.lesson()
	}
	return all, nil
}

// UnwantedMail returns the streams that people switched off.
func (db *DB) UnwantedMail(ctx context.Context) (map[release.PersonID][]release.Stream, error) {
	return unwanted(db.gorm.WithContext(ctx))
}
