package storage

import (
	"fmt"

	"gonogo.dev/release"
)

// versionRow is a version that a system's release got, once and for ever.
type versionRow struct {
	System    string `gorm:"primaryKey"`
	Major     int    `gorm:"primaryKey;autoIncrement:false"`
	Minor     int    `gorm:"primaryKey;autoIncrement:false"`
	Patch     int    `gorm:"primaryKey;autoIncrement:false"`
	Emergency int    `gorm:"primaryKey;autoIncrement:false"`
	Release   int
}

// TableName names the table.
func (versionRow) TableName() string { return "release_versions" }

// VersionsOf returns every version ever allocated for a system, in their order,
// and holds the system's numbering until the transaction ends: whoever asks
// meanwhile waits and sees what was taken (T10).
func (t *tx) VersionsOf(system release.SystemID) ([]release.Version, error) {
	key := storable(string(system))
	const hold = `INSERT INTO counters (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = counters.value + 1`
	if err := t.q().Exec(hold, "version/"+key).Error; err != nil {
		return nil, fmt.Errorf("hold the versions of %s: %w", system, err)
	}
	var rows []versionRow
	if err := t.q().Where("system = ?", key).Order("major, minor, patch, emergency").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the versions of %s: %w", system, err)
	}
	all := make([]release.Version, len(rows))
	for i, r := range rows {
		all[i] = release.Version{Major: r.Major, Minor: r.Minor, Patch: r.Patch, Emergency: r.Emergency}
	}
	return all, nil
}

// burn keeps a release's version; one that its system has already is an error.
func (t *tx) burn(r release.Release) error {
	v := r.Version
	row := versionRow{
		System: string(r.Content.System), Major: v.Major, Minor: v.Minor, Patch: v.Patch, Emergency: v.Emergency, Release: r.Number,
	}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("keep version %s of %s for %s: %w", v, r.Content.System, r.Name(), err)
	}
	return nil
}
