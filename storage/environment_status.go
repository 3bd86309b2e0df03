package storage

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
)

type statusRow struct {
	ID          int64 `gorm:"primaryKey"`
	Environment string
	System      string
	Status      string
	Reason      string
	At          instant
	ByPerson    string
}

// TableName names the table.
func (statusRow) TableName() string { return "system_statuses" }

func statuses(rows []statusRow) []release.StatusReport {
	all := make([]release.StatusReport, len(rows))
	for i, r := range rows {
		all[i] = release.StatusReport{
			ID: r.ID, Environment: release.EnvironmentID(r.Environment), System: release.SystemID(r.System),
			Status: release.SystemStatus(r.Status), Reason: r.Reason, At: r.At.time(), By: release.PersonID(r.ByPerson),
		}
	}
	return all
}

// AddStatus keeps a report and sets its id.
func (t *tx) AddStatus(x *release.StatusReport) error {
	row := statusRow{
		Environment: string(x.Environment), System: string(x.System), Status: string(x.Status), Reason: storable(x.Reason),
		At: instant(x.At), ByPerson: string(x.By),
	}
	if err := t.meet(x.Environment, x.System); err != nil {
		return fmt.Errorf("add a status of %s in %s: %w", x.System, x.Environment, err)
	}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a status of %s in %s: %w", x.System, x.Environment, err)
	}
	x.ID = row.ID
	return nil
}

// StatusesAt returns the newest report of each system at an instant.
func (t *tx) StatusesAt(environment release.EnvironmentID, at time.Time) ([]release.StatusReport, error) {
	var rows []statusRow
	q, err := t.newest("system_statuses", environment, at)
	if err == nil {
		err = q.Find(&rows).Error
	}
	if err != nil {
		return nil, fmt.Errorf("load the statuses at %s: %w", at, err)
	}
	slices.SortFunc(rows, func(a, b statusRow) int {
		return cmp.Or(cmp.Compare(a.Environment, b.Environment), cmp.Compare(a.System, b.System))
	})
	return statuses(rows), nil
}

// Statuses returns reports, the newest first.
func (t *tx) Statuses(f release.FactFilter) ([]release.StatusReport, error) {
	var rows []statusRow
	if err := t.told(f).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load statuses: %w", err)
	}
	return statuses(rows), nil
}
