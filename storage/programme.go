package storage

import (
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"gonogo.dev/release"
)

type programmeRow struct {
	Version   int `gorm:"primaryKey;autoIncrement:false"`
	AppliedAt instant
	AppliedBy string
	Document  document[release.Programme]
}

// TableName names the table.
func (programmeRow) TableName() string { return "programmes" }

// Programme returns the newest version. The decoded value is kept between
// transactions, so that each of them asks for a number only.
func (t *tx) Programme() (*release.Programme, error) {
	var newest int
	if err := t.q().Raw(`SELECT coalesce(max(version), 0) FROM programmes`).Row().Scan(&newest); err != nil {
		return nil, fmt.Errorf("find the newest programme: %w", err)
	}
	if kept := t.db.programme.Load(); kept != nil && kept.Version == newest {
		return kept, nil
	}
	p, err := t.ProgrammeAt(newest)
	if err == nil {
		t.db.programme.Store(p)
	}
	return p, err
}

// ProgrammeAt returns one version.
func (t *tx) ProgrammeAt(version int) (*release.Programme, error) {
	row, err := one[programmeRow](t.q().Where("version = ?", version))
	if err != nil {
		return nil, fmt.Errorf("load version %d of the programme: %w", version, err)
	}
	p := row.Document.V
	p.Version = row.Version
	return &p, nil
}

// ProgrammeApplied returns when a version came into force.
func (t *tx) ProgrammeApplied(version int) (time.Time, error) {
	row, err := one[programmeRow](t.q().Select("version", "applied_at").Where("version = ?", version))
	if err != nil {
		return time.Time{}, fmt.Errorf("find when version %d of the programme was applied: %w", version, err)
	}
	return row.AppliedAt.time(), nil
}

// AddProgramme keeps a new version.
func (t *tx) AddProgramme(p *release.Programme, by release.PersonID, at time.Time) error {
	row := programmeRow{
		Version: p.Version, AppliedAt: instant(at), AppliedBy: string(by), Document: document[release.Programme]{*p},
	}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("keep version %d of the programme: %w", p.Version, err)
	}
	return nil
}

type cadenceRow struct {
	Person  string `gorm:"primaryKey"`
	Cadence string
}

// TableName names the table.
func (cadenceRow) TableName() string { return "cadences" }

// Cadences returns what people chose.
func (t *tx) Cadences() (map[release.PersonID]release.Cadence, error) {
	var rows []cadenceRow
	if err := t.q().Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the cadences: %w", err)
	}
	chosen := make(map[release.PersonID]release.Cadence, len(rows))
	for _, r := range rows {
		chosen[release.PersonID(r.Person)] = release.Cadence(r.Cadence)
	}
	return chosen, nil
}

// SetCadence keeps what a person chose.
func (t *tx) SetCadence(id release.PersonID, c release.Cadence) error {
	row := cadenceRow{Person: string(id), Cadence: string(c)}
	if err := t.q().Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error; err != nil {
		return fmt.Errorf("keep the cadence of %s: %w", id, err)
	}
	return nil
}
