package storage

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"gonogo.dev/release"
)

type environmentRow struct {
	Environment string `gorm:"primaryKey"`
	Changes     int64
}

// TableName names the table.
func (environmentRow) TableName() string { return "environments" }

type environmentSystemRow struct {
	Environment string `gorm:"primaryKey"`
	System      string `gorm:"primaryKey"`
}

// TableName names the table.
func (environmentSystemRow) TableName() string { return "environment_systems" }

type installationRow struct {
	ID          int64 `gorm:"primaryKey"`
	Environment string
	System      string
	Version     string // empty: taken out
	Build       string
	Release     int
	At          instant
	RecordedAt  instant
	ByPerson    string
	Note        string
}

// TableName names the table.
func (installationRow) TableName() string { return "installations" }

func (r installationRow) installation() (release.Installation, error) {
	x := release.Installation{
		ID: r.ID, Environment: release.EnvironmentID(r.Environment), System: release.SystemID(r.System), Build: r.Build, Release: r.Release,
		At: r.At.time(), RecordedAt: r.RecordedAt.time(), By: release.PersonID(r.ByPerson), Note: r.Note,
	}
	if err := x.Version.UnmarshalText([]byte(r.Version)); err != nil {
		return x, fmt.Errorf("read the version of installation %d: %w", r.ID, err)
	}
	return x, nil
}

func installations(rows []installationRow) ([]release.Installation, error) {
	all := make([]release.Installation, len(rows))
	for i, r := range rows {
		var err error
		if all[i], err = r.installation(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// LockEnvironment holds the environment's row until the transaction ends.
func (t *tx) LockEnvironment(id release.EnvironmentID) error {
	const hold = `INSERT INTO environments (environment, changes) VALUES (?, 1)
		ON CONFLICT (environment) DO UPDATE SET changes = environments.changes + 1`
	if err := t.q().Exec(hold, storable(string(id))).Error; err != nil {
		return fmt.Errorf("lock the environment %s: %w", id, err)
	}
	return nil
}

// meet notes that a system was told of in an environment.
func (t *tx) meet(environment release.EnvironmentID, system release.SystemID) error {
	const note = `INSERT INTO environment_systems (environment, system) VALUES (?, ?) ON CONFLICT DO NOTHING`
	return t.q().Exec(note, storable(string(environment)), storable(string(system))).Error
}

// newest finds, of each system told of in an environment, the last row not after
// an instant, by one look into the index each. The rows are named, since PostgreSQL
// reads the whole table where it does not know how few they are.
func (t *tx) newest(table string, environment release.EnvironmentID, at time.Time) (*gorm.DB, error) {
	query := `SELECT (SELECT y.id FROM ` + table + ` y WHERE y.environment = s.environment AND y.system = s.system AND y.at <= ?
		ORDER BY y.at DESC, y.id DESC LIMIT 1) FROM environment_systems s`
	values := []any{instant(at)}
	if environment != "" {
		query, values = query+` WHERE s.environment = ?`, append(values, storable(string(environment)))
	}
	var found []sql.NullInt64
	if err := t.q().Raw(query, values...).Scan(&found).Error; err != nil {
		return nil, fmt.Errorf("find the newest of %s: %w", table, err)
	}
	ids := []int64{}
	for _, id := range found {
		if id.Valid {
			ids = append(ids, id.Int64)
		}
	}
	return t.q().Where("id IN ?", ids), nil
}

// told finds what was told, the newest first unless the oldest is asked for.
func (t *tx) told(f release.FactFilter) *gorm.DB {
	order := "at DESC, id DESC"
	if f.Oldest {
		order = "at, id"
	}
	q := t.q().Order(order)
	if !f.From.IsZero() {
		q = q.Where("at >= ?", instant(f.From))
	}
	if !f.To.IsZero() {
		q = q.Where("at < ?", instant(f.To))
	}
	if f.Environment != "" {
		q = q.Where("environment = ?", storable(string(f.Environment)))
	}
	if f.System != "" {
		q = q.Where("system = ?", storable(string(f.System)))
	}
	if f.Limit > 0 {
		q = q.Limit(f.Limit)
	}
	return q
}

// AddInstallation keeps a fact and sets its id.
func (t *tx) AddInstallation(x *release.Installation) error {
	row := installationRow{
		Environment: string(x.Environment), System: string(x.System), Build: storable(x.Build), Release: x.Release, At: instant(x.At),
		RecordedAt: instant(x.RecordedAt), ByPerson: string(x.By), Note: storable(x.Note),
	}
	if !x.Version.IsZero() {
		row.Version = x.Version.String()
	}
	if err := t.meet(x.Environment, x.System); err != nil {
		return fmt.Errorf("add an installation of %s in %s: %w", x.System, x.Environment, err)
	}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add an installation of %s in %s: %w", x.System, x.Environment, err)
	}
	x.ID = row.ID
	return nil
}

// InstalledAt returns what was installed at an instant.
func (t *tx) InstalledAt(environment release.EnvironmentID, at time.Time) ([]release.Installation, error) {
	var rows []installationRow
	q, err := t.newest("installations", environment, at)
	if err == nil {
		err = q.Find(&rows).Error
	}
	if err != nil {
		return nil, fmt.Errorf("load what was installed at %s: %w", at, err)
	}
	rows = slices.DeleteFunc(rows, func(r installationRow) bool { return r.Version == "" })
	slices.SortFunc(rows, func(a, b installationRow) int {
		return cmp.Or(cmp.Compare(a.Environment, b.Environment), cmp.Compare(a.System, b.System))
	})
	return installations(rows)
}

// Installations returns facts, the newest first.
func (t *tx) Installations(f release.FactFilter) ([]release.Installation, error) {
	q := t.told(f)
	if !f.Version.IsZero() {
		q = q.Where("version = ?", f.Version.String())
	}
	var rows []installationRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load installations: %w", err)
	}
	return installations(rows)
}
