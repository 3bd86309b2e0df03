package storage

import (
	"fmt"

	"gonogo.dev/release"
)

// supportRow is the early life support of a release.
type supportRow struct {
	Release      int `gorm:"primaryKey;autoIncrement:false"`
	System       string
	Environments document[[]release.EnvironmentID]
	Begins       instant
	Ends         instant
	SummedAt     instant
	Digest       string
}

// TableName names the table.
func (supportRow) TableName() string { return "supports" }

func toSupportRow(s release.Support) supportRow {
	return supportRow{
		Release: s.Release, System: string(s.System), Environments: document[[]release.EnvironmentID]{listed(s.Environments)},
		Begins: instant(s.From), Ends: instant(s.Until), SummedAt: instant(s.SummedAt), Digest: s.Digest,
	}
}

func (r supportRow) support() release.Support {
	return release.Support{
		Release: r.Release, System: release.SystemID(r.System), Environments: r.Environments.V, From: r.Begins.time(), Until: r.Ends.time(),
		SummedAt: r.SummedAt.time(), Digest: r.Digest,
	}
}

// Support loads a release's early life support.
func (t *tx) Support(number int, lock release.Lock) (release.Support, error) {
	row, err := one[supportRow](t.locked(lock).Where("release = ?", number))
	if err != nil {
		return release.Support{}, fmt.Errorf("load the support of %s: %w", release.ReleaseName(number), err)
	}
	return row.support(), nil
}

// FindSupports returns supports by their end.
func (t *tx) FindSupports(f release.SupportFilter) ([]release.Support, error) {
	q := t.q().Order("ends, release")
	if f.System != "" {
		q = q.Where("system = ?", storable(string(f.System)))
	}
	if !f.Due.IsZero() {
		q = q.Where("summed_at IS NULL AND ends <= ?", instant(f.Due))
	}
	if !f.At.IsZero() {
		q = q.Where("begins <= ? AND ends > ?", instant(f.At), instant(f.At))
	}
	var rows []supportRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find early life support: %w", err)
	}
	all := make([]release.Support, len(rows))
	for i, r := range rows {
		all[i] = r.support()
	}
	return all, nil
}

// AddSupport keeps a release's support.
func (t *tx) AddSupport(s release.Support) error {
	row := toSupportRow(s)
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add the support of %s: %w", release.ReleaseName(s.Release), err)
	}
	return nil
}

// SaveSupport keeps that a support was summed up.
func (t *tx) SaveSupport(s release.Support) error {
	row := toSupportRow(s)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "support of release", int64(s.Release))
}

// supportIssueRow is an issue of early life support.
type supportIssueRow struct {
	ID          int64 `gorm:"primaryKey"`
	Release     int
	System      string
	Environment string
	Title       string
	Severity    string
	Ref         string
	ByPerson    string
	At          instant
	ResolvedAt  instant
	ResolvedBy  string
	Resolution  string
}

// TableName names the table.
func (supportIssueRow) TableName() string { return "support_issues" }

func toSupportIssueRow(x release.SupportIssue) supportIssueRow {
	return supportIssueRow{
		ID: x.ID, Release: x.Release, System: string(x.System), Environment: string(x.Environment), Title: storable(x.Title),
		Severity: string(x.Severity), Ref: storable(x.Ref), ByPerson: string(x.By), At: instant(x.At), ResolvedAt: instant(x.ResolvedAt),
		ResolvedBy: string(x.ResolvedBy), Resolution: storable(x.Resolution),
	}
}

func (r supportIssueRow) issue() release.SupportIssue {
	return release.SupportIssue{
		ID: r.ID, Release: r.Release, System: release.SystemID(r.System), Environment: release.EnvironmentID(r.Environment),
		Title: r.Title, Severity: release.Severity(r.Severity), Ref: r.Ref, By: release.PersonID(r.ByPerson), At: r.At.time(),
		ResolvedAt: r.ResolvedAt.time(), ResolvedBy: release.PersonID(r.ResolvedBy), Resolution: r.Resolution,
	}
}

// SupportIssue loads an issue of early life support.
func (t *tx) SupportIssue(id int64, lock release.Lock) (release.SupportIssue, error) {
	row, err := one[supportIssueRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.SupportIssue{}, fmt.Errorf("load support issue %d: %w", id, err)
	}
	return row.issue(), nil
}

// SupportIssues returns a release's issues, the oldest first.
func (t *tx) SupportIssues(number int) ([]release.SupportIssue, error) {
	var rows []supportIssueRow
	if err := t.q().Where("release = ?", number).Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the support issues of %s: %w", release.ReleaseName(number), err)
	}
	all := make([]release.SupportIssue, len(rows))
	for i, r := range rows {
		all[i] = r.issue()
	}
	return all, nil
}

// AddSupportIssue keeps a new issue and sets its id.
func (t *tx) AddSupportIssue(x *release.SupportIssue) error {
	row := toSupportIssueRow(*x)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a support issue of %s: %w", release.ReleaseName(x.Release), err)
	}
	x.ID = row.ID
	return nil
}

// SaveSupportIssue keeps that an issue was resolved.
func (t *tx) SaveSupportIssue(x release.SupportIssue) error {
	row := toSupportIssueRow(x)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "support issue", x.ID)
}
