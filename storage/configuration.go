package storage

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"gonogo.dev/release"
)

type configurationIssueRow struct {
	ID            int64 `gorm:"primaryKey"`
	Environment   string
	System        string
	Doubt         string
	Expected      string // a version; empty: nothing was there
	ExpectedBuild string
	ExpectedFrom  int
	Told          string
	ToldBuild     string
	Source        string
	Teller        string
	At            instant
	Owner         string
	Due           instant
	ResolvedAt    instant
	ResolvedBy    string
	Truth         string
	Resolution    string
}

// TableName names the table.
func (configurationIssueRow) TableName() string { return "configuration_issues" }

// versioned is a version as a column keeps it; empty is none.
func versioned(v release.Version) string {
	if v.IsZero() {
		return ""
	}
	return v.String()
}

func toConfigurationIssueRow(i release.ConfigurationIssue) configurationIssueRow {
	return configurationIssueRow{
		ID: i.ID, Environment: string(i.Environment), System: string(i.System), Doubt: string(i.Doubt), Expected: versioned(i.Expected),
		ExpectedBuild: storable(i.ExpectedBuild), ExpectedFrom: i.ExpectedFrom, Told: versioned(i.Told), ToldBuild: storable(i.ToldBuild),
		Source: storable(i.Source), Teller: string(i.By), At: instant(i.At), Owner: string(i.Owner), Due: instant(i.Due),
		ResolvedAt: instant(i.ResolvedAt), ResolvedBy: string(i.ResolvedBy), Truth: versioned(i.Truth), Resolution: storable(i.Resolution),
	}
}

func (r configurationIssueRow) issue() (release.ConfigurationIssue, error) {
	i := release.ConfigurationIssue{
		ID: r.ID, Environment: release.EnvironmentID(r.Environment), System: release.SystemID(r.System), Doubt: release.Doubt(r.Doubt),
		ExpectedBuild: r.ExpectedBuild, ExpectedFrom: r.ExpectedFrom, ToldBuild: r.ToldBuild, Source: r.Source, By: release.PersonID(r.Teller),
		At: r.At.time(), Owner: release.PersonID(r.Owner), Due: r.Due.time(), ResolvedAt: r.ResolvedAt.time(),
		ResolvedBy: release.PersonID(r.ResolvedBy), Resolution: r.Resolution,
	}
	for _, x := range []struct {
		to   *release.Version
		text string
	}{{&i.Expected, r.Expected}, {&i.Told, r.Told}, {&i.Truth, r.Truth}} {
		if err := x.to.UnmarshalText([]byte(x.text)); err != nil {
			return i, fmt.Errorf("read a version of configuration issue %d: %w", r.ID, err)
		}
	}
	return i, nil
}

// ConfigurationIssue loads an issue.
func (t *tx) ConfigurationIssue(id int64, lock release.Lock) (release.ConfigurationIssue, error) {
	row, err := one[configurationIssueRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.ConfigurationIssue{}, fmt.Errorf("load configuration issue %d: %w", id, err)
	}
	return row.issue()
}

// FindConfigurationIssues returns issues by descending id.
func (t *tx) FindConfigurationIssues(f release.ConfigurationIssueFilter) ([]release.ConfigurationIssue, error) {
	q := t.q().Order("id DESC")
	if f.Environment != "" {
		q = q.Where("environment = ?", storable(string(f.Environment)))
	}
	if f.System != "" {
		q = q.Where("system = ?", storable(string(f.System)))
	}
	if f.Open {
		q = q.Where("resolved_at IS NULL")
	}
	if !f.At.IsZero() {
		q = q.Where("at <= ? AND (resolved_at IS NULL OR resolved_at > ?)", instant(f.At), instant(f.At))
	}
	if f.Limit > 0 {
		q = q.Limit(f.Limit)
	}
	var rows []configurationIssueRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find configuration issues: %w", err)
	}
	all := make([]release.ConfigurationIssue, len(rows))
	for i, r := range rows {
		var err error
		if all[i], err = r.issue(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// AddConfigurationIssue keeps an issue and sets its id; false says that its source
// told the same before.
func (t *tx) AddConfigurationIssue(i *release.ConfigurationIssue) (bool, error) {
	row := toConfigurationIssueRow(*i)
	row.ID = 0
	done := t.q().Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if done.Error != nil {
		return false, fmt.Errorf("add a configuration issue of %s: %w", i.Environment, done.Error)
	}
	if done.RowsAffected == 0 {
		return false, nil
	}
	i.ID = row.ID
	return true, nil
}

// SaveConfigurationIssue keeps a changed issue.
func (t *tx) SaveConfigurationIssue(i release.ConfigurationIssue) error {
	row := toConfigurationIssueRow(i)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "configuration issue", i.ID)
}

// DoubtsAsOf returns the configuration issues that were open at an instant, the
// oldest first.
func (db *DB) DoubtsAsOf(ctx context.Context, at time.Time) ([]release.ConfigurationIssue, error) {
	return db.doubtsAt(db.gorm.WithContext(ctx), at)
}

func (db *DB) doubtsAt(q *gorm.DB, at time.Time) ([]release.ConfigurationIssue, error) {
	var rows []configurationIssueRow
	if err := q.Where("at <= ? AND (resolved_at IS NULL OR resolved_at > ?)", instant(at), instant(at)).Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the configuration issues as of %s: %w", at, err)
	}
	all := make([]release.ConfigurationIssue, len(rows))
	for i, r := range rows {
		var err error
		if all[i], err = r.issue(); err != nil {
			return nil, err
		}
		all[i].ResolvedAt, all[i].ResolvedBy, all[i].Truth, all[i].Resolution = time.Time{}, "", release.Version{}, ""
	}
	return all, nil
}
