package storage

import (
	"fmt"
	"time"

	"gonogo.dev/release"
)

// evidenceRow is a piece of evidence. Only its end is ever written to a row.
type evidenceRow struct {
	ID       int64 `gorm:"primaryKey"`
	Release  int
	Shows    string // the check
	Waiver   bool
	Ref      string
	Note     string
	Build    int64
	ByPerson string
	At       instant
	Until    instant
	TakenAt  instant
	TakenBy  string
	TakenWhy string
}

// TableName names the table.
func (evidenceRow) TableName() string { return "evidence" }

func toEvidenceRow(e release.Evidence) evidenceRow {
	return evidenceRow{
		ID: e.ID, Release: e.Release, Shows: string(e.Check), Waiver: e.Waiver, Ref: storable(e.Ref), Note: storable(e.Note),
		Build: e.Build, ByPerson: string(e.By), At: instant(e.At), Until: instant(e.Until), TakenAt: instant(e.TakenAt),
		TakenBy: string(e.TakenBy), TakenWhy: storable(e.TakenWhy),
	}
}

func (r evidenceRow) evidence() release.Evidence {
	return release.Evidence{
		ID: r.ID, Release: r.Release, Check: release.Check(r.Shows), Waiver: r.Waiver, Ref: r.Ref, Note: r.Note, Build: r.Build,
		By: release.PersonID(r.ByPerson), At: r.At.time(), Until: r.Until.time(), TakenAt: r.TakenAt.time(),
		TakenBy: release.PersonID(r.TakenBy), TakenWhy: r.TakenWhy,
	}
}

// EvidenceOf returns all evidence of a release, the oldest first.
func (t *tx) EvidenceOf(number int) ([]release.Evidence, error) {
	var rows []evidenceRow
	if err := t.q().Where("release = ?", number).Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the evidence of %s: %w", release.ReleaseName(number), err)
	}
	all := make([]release.Evidence, len(rows))
	for i, r := range rows {
		all[i] = r.evidence()
	}
	return all, nil
}

// AddEvidence keeps evidence and sets its id.
func (t *tx) AddEvidence(e *release.Evidence) error {
	row := toEvidenceRow(*e)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add evidence to %s: %w", release.ReleaseName(e.Release), err)
	}
	e.ID = row.ID
	return nil
}

// SaveEvidence keeps that evidence was taken away, and nothing else of it.
func (t *tx) SaveEvidence(e release.Evidence) error {
	row := toEvidenceRow(e)
	return saved(t.q().Model(&row).Select("taken_at", "taken_by", "taken_why").Updates(&row), "evidence", e.ID)
}

// DueWaivers returns the releases with a waiver that has ended and stands in the
// record as if it had not.
func (t *tx) DueWaivers(now time.Time) ([]int, error) {
	var numbers []int
	err := t.q().Model(&evidenceRow{}).Distinct().Where("waiver AND taken_at IS NULL AND until <= ?", instant(now)).
		Order("release").Pluck("release", &numbers).Error
	if err != nil {
		return nil, fmt.Errorf("find waivers that ended: %w", err)
	}
	return numbers, nil
}
