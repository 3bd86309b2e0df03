package storage

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
)

type baselineRow struct {
	ID          int64 `gorm:"primaryKey"`
	Environment string
	Versions    document[[]release.BaselineVersion]
	Items       document[[]release.ConfigurationItem]
	Note        string
	Digest      string
	At          instant
	ByPerson    string
}

// TableName names the table.
func (baselineRow) TableName() string { return "baselines" }

func baselines(rows []baselineRow) []release.Baseline {
	all := make([]release.Baseline, len(rows))
	for i, r := range rows {
		all[i] = release.Baseline{
			ID: r.ID, Environment: release.EnvironmentID(r.Environment), Versions: r.Versions.V, Items: r.Items.V,
			Note: r.Note, At: r.At.time(), By: release.PersonID(r.ByPerson),
		}
	}
	return all
}

// AddBaseline keeps a baseline and sets its id.
func (t *tx) AddBaseline(b *release.Baseline) error {
	row := baselineRow{
		Environment: string(b.Environment), Versions: document[[]release.BaselineVersion]{listed(b.Versions)},
		Items: document[[]release.ConfigurationItem]{listed(b.Items)}, Note: storable(b.Note), Digest: b.Digest(),
		At: instant(b.At), ByPerson: string(b.By),
	}
	const meet = `INSERT INTO environments (environment, changes) VALUES (?, 0) ON CONFLICT DO NOTHING`
	if err := t.q().Exec(meet, row.Environment).Error; err != nil {
		return fmt.Errorf("add a baseline of %s: %w", b.Environment, err)
	}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a baseline of %s: %w", b.Environment, err)
	}
	b.ID = row.ID
	return nil
}

// BaselinesAt returns each environment's newest baseline at an instant.
func (t *tx) BaselinesAt(environment release.EnvironmentID, at time.Time) ([]release.Baseline, error) {
	//nolint:unqueryvet // the row struct is held against the table
	query := `SELECT b.* FROM environments e JOIN baselines b ON b.id = (
		SELECT y.id FROM baselines y WHERE y.environment = e.environment AND y.at <= ? ORDER BY y.at DESC, y.id DESC LIMIT 1)`
	values := []any{instant(at)}
	if environment != "" {
		query, values = query+` WHERE e.environment = ?`, append(values, storable(string(environment)))
	}
	var rows []baselineRow
	if err := t.q().Raw(query, values...).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the baselines at %s: %w", at, err)
	}
	slices.SortFunc(rows, func(a, b baselineRow) int { return cmp.Compare(a.Environment, b.Environment) })
	return baselines(rows), nil
}

// Baselines returns baselines, the newest first.
func (t *tx) Baselines(f release.FactFilter) ([]release.Baseline, error) {
	f.System = "" // a baseline is of all systems
	var rows []baselineRow
	if err := t.told(f).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load baselines: %w", err)
	}
	return baselines(rows), nil
}
