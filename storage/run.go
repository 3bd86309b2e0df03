package storage

import (
	"context"
	"fmt"

	"gorm.io/gorm/clause"

	"gonogo.dev/release"
)

type runRow struct {
	Report string `gorm:"primaryKey"`
	Period string `gorm:"primaryKey"`
	Due    instant
	At     instant
	Late   bool
	// Checkpoint is what the run's mails carry of the ledger.
	Checkpoint string
}

// TableName names the table.
func (runRow) TableName() string { return "runs" }

func (r runRow) run() release.Run {
	return release.Run{Report: r.Report, Period: r.Period, Due: r.Due.time(), At: r.At.time(), Late: r.Late, Checkpoint: r.Checkpoint}
}

// Publish claims a run and promises its notices in one transaction, and marks
// the held notices that a digest tells. It returns false, and does nothing,
// when the run was claimed before: by another replica or before a restart (T18).
func (db *DB) Publish(ctx context.Context, run release.Run, notices []release.Notice, merged []int64) (bool, error) {
	claimed := false
	err := db.within(ctx, func(t *tx) error {
		row := runRow{Report: run.Report, Period: run.Period, Due: instant(run.Due), At: instant(run.At), Late: run.Late, Checkpoint: run.Checkpoint}
		claim := t.q().Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
		if claim.Error != nil {
			return claim.Error
		}
		if claimed = claim.RowsAffected == 1; !claimed {
			return nil
		}
		if err := t.Promise(notices...); err != nil {
			return err
		}
		if err := t.merge(merged); err != nil {
			return err
		}
		return t.Append(release.Entry{
			At: run.At, Kind: release.ReportSent, Subject: "report/" + run.Report + "/" + run.Period, By: release.Clockwork,
			Data: map[string]any{"due": border(run.Due), "late": run.Late, "notices": len(notices), "merged": len(merged)},
		})
	})
	if err != nil {
		return false, fmt.Errorf("publish %s of %s: %w", run.Report, run.Period, err)
	}
	return claimed, nil
}

func (t *tx) merge(ids []int64) error {
	if len(ids) == 0 {
		return nil
	}
	err := t.q().Model(&noticeRow{}).Where("id IN ? AND state = ?", ids, noticeHeld).Update("state", noticeMerged).Error
	if err != nil {
		return fmt.Errorf("merge %d held notices: %w", len(ids), err)
	}
	return nil
}

// LastRun returns the run of a report with the latest due time; ErrNotFound when
// there was none.
func (db *DB) LastRun(ctx context.Context, report string) (release.Run, error) {
	row, err := one[runRow](db.gorm.WithContext(ctx).Where("report = ?", report).Order("due DESC"))
	if err != nil {
		return release.Run{}, fmt.Errorf("load the last run of %s: %w", report, err)
	}
	return row.run(), nil
}
