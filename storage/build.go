package storage

import (
	"fmt"

	"gonogo.dev/release"
)

// buildRow is a build. Rows are added and never changed (R94).
type buildRow struct {
	ID         int64 `gorm:"primaryKey"`
	Release    int
	Name       string
	Repository string
	Tag        string
	CommitID   string
	Digest     string
	BOM        document[[]release.BOMLine] `gorm:"column:bom"`
	ByPerson   string
	At         instant
}

// TableName names the table.
func (buildRow) TableName() string { return "builds" }

func toBuildRow(b release.Build) buildRow {
	return buildRow{
		ID: b.ID, Release: b.Release, Name: storable(b.Name), Repository: storable(b.Repository), Tag: storable(b.Tag),
		CommitID: storable(b.Commit), Digest: storable(b.Digest), BOM: document[[]release.BOMLine]{listed(b.BOM)},
		ByPerson: string(b.By), At: instant(b.At),
	}
}

func (r buildRow) build() release.Build {
	return release.Build{
		ID: r.ID, Release: r.Release, Name: r.Name, Repository: r.Repository, Tag: r.Tag, Commit: r.CommitID, Digest: r.Digest,
		By: release.PersonID(r.ByPerson), At: r.At.time(), BOM: unlisted(r.BOM.V),
	}
}

// Build loads a build.
func (t *tx) Build(id int64) (release.Build, error) {
	row, err := one[buildRow](t.q().Where("id = ?", id))
	if err != nil {
		return release.Build{}, fmt.Errorf("load build %d: %w", id, err)
	}
	return row.build(), nil
}

// BuildsOf returns a release's builds, the newest first.
func (t *tx) BuildsOf(number int) ([]release.Build, error) {
	var rows []buildRow
	if err := t.q().Where("release = ?", number).Order("id DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the builds of %s: %w", release.ReleaseName(number), err)
	}
	all := make([]release.Build, len(rows))
	for i, r := range rows {
		all[i] = r.build()
	}
	return all, nil
}

// AddBuild keeps a build and sets its id.
func (t *tx) AddBuild(b *release.Build) error {
	row := toBuildRow(*b)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a build of %s: %w", release.ReleaseName(b.Release), err)
	}
	b.ID = row.ID
	return nil
}
