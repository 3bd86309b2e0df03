package storage

import (
	"fmt"
	"slices"

	"gonogo.dev/release"
)

// releaseRow is a row of releases and, as one of its revisions, of release_revisions.
type releaseRow struct {
	Number    int `gorm:"primaryKey;autoIncrement:false"`
	Revision  int
	System    string
	Version   string
	Stage     string
	Owner     string
	RFC       int `gorm:"column:rfc"`
	Build     int64
	Content   document[release.ReleaseContent]
	CreatedBy string
	CreatedAt instant
	UpdatedBy string
	UpdatedAt instant `gorm:"autoUpdateTime:false"`
	Programme int
	Asked     bool
	Ended     string
	// Confided is what Content holds the digest of alone: the items for named parties
	// only, which nothing but release() puts back (T34).
	Confided string
}

const (
	releaseTable         = "releases"
	releaseRevisionTable = "release_revisions"
)

// TableName names the table.
func (releaseRow) TableName() string { return releaseTable }

func toReleaseRow(r release.Release) (releaseRow, error) {
	row := releaseColumns(r)
	confided, err := r.Content.Confidence.ForKeeping()
	if err != nil {
		return row, fmt.Errorf("keep %s: %w", r.Name(), err)
	}
	row.Confided = storable(confided)
	return row, nil
}

// releaseColumns is the row of a release without what is confided.
func releaseColumns(r release.Release) releaseRow {
	c := r.Content
	c.Board = border(c.Board)
	c.Items, c.Targets = listed(c.Items), listed(slices.Clone(c.Targets))
	for i, t := range c.Targets {
		w := &c.Targets[i].Window
		w.From, w.To = border(t.Window.From), border(t.Window.To)
	}
	return releaseRow{
		Number: r.Number, Revision: r.Revision, System: string(c.System), Version: r.Version.String(), Stage: string(r.Stage),
		Owner: string(c.Owner), RFC: r.RFC, Build: r.Build, Content: document[release.ReleaseContent]{c},
		CreatedBy: string(r.CreatedBy), CreatedAt: instant(r.CreatedAt), UpdatedBy: string(r.UpdatedBy),
		UpdatedAt: instant(r.UpdatedAt), Programme: r.Programme, Asked: r.Asked, Ended: storable(r.Ended),
	}
}

func (r releaseRow) release() (release.Release, error) {
	x := release.Release{
		Number: r.Number, Revision: r.Revision, Content: r.Content.V, Stage: release.Stage(r.Stage), RFC: r.RFC, Build: r.Build,
		CreatedBy: release.PersonID(r.CreatedBy), CreatedAt: r.CreatedAt.time(), UpdatedBy: release.PersonID(r.UpdatedBy),
		UpdatedAt: r.UpdatedAt.time(), Programme: r.Programme, Asked: r.Asked, Ended: r.Ended,
	}
	if err := x.Version.UnmarshalText([]byte(r.Version)); err != nil {
		return x, fmt.Errorf("read the version of %s: %w", x.Name(), err)
	}
	var err error
	if x.Content.Confidence, err = x.Content.Confidence.Reopened(r.Confided); err != nil {
		return x, fmt.Errorf("load revision %d of %s: %w", r.Revision, x.Name(), err)
	}
	x.Content.Items, x.Content.Targets = unlisted(x.Content.Items), unlisted(x.Content.Targets)
	return x, nil
}

// Release loads a release.
func (t *tx) Release(number int, lock release.Lock) (release.Release, error) {
	row, err := one[releaseRow](t.locked(lock).Where("number = ?", number))
	if err != nil {
		return release.Release{}, fmt.Errorf("load %s: %w", release.ReleaseName(number), err)
	}
	return row.release()
}

// FindReleases returns releases by descending number.
func (t *tx) FindReleases(f release.ReleaseFilter) ([]release.Release, error) {
	q := t.q().Order("number DESC")
	if f.System != "" {
		q = q.Where("system = ?", storable(string(f.System)))
	}
	if !f.Version.IsZero() {
		q = q.Where("version = ?", f.Version.String())
	}
	if len(f.Stages) > 0 {
		q = q.Where("stage IN ?", f.Stages)
	}
	if f.Owner != "" {
		q = q.Where("owner = ?", storable(string(f.Owner)))
	}
	if len(f.Systems) > 0 {
		q = q.Where("system IN ?", f.Systems)
	}
	if !f.Since.IsZero() {
		q = q.Where("updated_at >= ?", instant(f.Since))
	}
	if f.Below > 0 {
		q = q.Where("number < ?", f.Below)
	}
	if f.Limit > 0 {
		q = q.Limit(f.Limit)
	}
	var rows []releaseRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find releases: %w", err)
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

// AddRelease allocates the next number and keeps the release with its version.
func (t *tx) AddRelease(r *release.Release) error {
	var number int
	const next = `UPDATE counters SET value = value + 1 WHERE name = 'release' RETURNING value`
	if err := t.q().Raw(next).Row().Scan(&number); err != nil {
		return fmt.Errorf("allocate the number of a release: %w", err)
	}
	added := *r
	added.Number, added.Revision = number, 1
	row, err := toReleaseRow(added)
	if err != nil {
		return err
	}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add %s: %w", added.Name(), err)
	}
	if err := t.burn(added); err != nil {
		return err
	}
	if err := t.addReleaseRevision(row); err != nil {
		return err
	}
	*r = added
	return nil
}

// SaveRelease keeps a new revision, and its version where that is a new one.
func (t *tx) SaveRelease(r *release.Release) error {
	kept, err := t.Release(r.Number, release.ExclusiveLock)
	if err != nil {
		return err
	}
	if kept.Revision != r.Revision {
		return stale(r.Name(), r.Revision, kept.Revision)
	}
	saved := *r
	saved.Revision++
	row, err := toReleaseRow(saved)
	if err != nil {
		return err
	}
	if err := t.q().Model(&row).Select(everyColumn).Updates(&row).Error; err != nil {
		return fmt.Errorf("save %s: %w", r.Name(), err)
	}
	if saved.Version != kept.Version || saved.Content.System != kept.Content.System {
		if err := t.burn(saved); err != nil {
			return err
		}
	}
	if err := t.addReleaseRevision(row); err != nil {
		return err
	}
	*r = saved
	return nil
}

func (t *tx) addReleaseRevision(row releaseRow) error {
	if err := t.q().Table(releaseRevisionTable).Create(&row).Error; err != nil {
		return fmt.Errorf("keep revision %d of %s: %w", row.Revision, release.ReleaseName(row.Number), err)
	}
	return nil
}
