package storage

import (
	"fmt"

	"gonogo.dev/release"
)

// lessonRow is what was learned; it is never changed.
type lessonRow struct {
	ID          int64 `gorm:"primaryKey"`
	Review      int64
	Release     int
	System      string
	Environment string
	Cause       string
	Type        string
	Words       string
	Action      string
	ByPerson    string
	At          instant
}

// TableName names the table.
func (lessonRow) TableName() string { return "lessons" }

func (r lessonRow) lesson() release.Lesson {
	return release.Lesson{
		ID: r.ID, Review: r.Review, Release: r.Release, Type: release.ReleaseType(r.Type), By: release.PersonID(r.ByPerson), At: r.At.time(),
		LessonDraft: release.LessonDraft{
			Words: r.Words, System: release.SystemID(r.System), Environment: release.EnvironmentID(r.Environment),
			Cause: release.Cause(r.Cause), Action: r.Action,
		},
	}
}

// Lesson loads a lesson.
func (t *tx) Lesson(id int64) (release.Lesson, error) {
	row, err := one[lessonRow](t.q().Where("id = ?", id))
	if err != nil {
		return release.Lesson{}, fmt.Errorf("load lesson %d: %w", id, err)
	}
	return row.lesson(), nil
}

// FindLessons returns lessons, the newest first.
func (t *tx) FindLessons(f release.LessonFilter) ([]release.Lesson, error) {
	q := t.q().Order("at DESC, id DESC")
	switch {
	case len(f.Environments) > 0:
		q = q.Where("system = ? OR environment IN ?", storable(string(f.System)), f.Environments)
	case f.System != "":
		q = q.Where("system = ?", storable(string(f.System)))
	}
	if f.Review != 0 {
		q = q.Where("review = ?", f.Review)
	}
	var rows []lessonRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find lessons: %w", err)
	}
	all := make([]release.Lesson, len(rows))
	for i, r := range rows {
		all[i] = r.lesson()
	}
	return all, nil
}

// AddLesson keeps a lesson and sets its id.
func (t *tx) AddLesson(l *release.Lesson) error {
	row := lessonRow{
		Review: l.Review, Release: l.Release, System: storable(string(l.System)), Environment: storable(string(l.Environment)),
		Cause: string(l.Cause), Type: string(l.Type), Words: storable(l.Words), Action: storable(l.Action), ByPerson: string(l.By), At: instant(l.At),
	}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a lesson of review %d: %w", l.Review, err)
	}
	l.ID = row.ID
	return nil
}

// lessonDecisionRow is what an RFC's requester made of a lesson; it is never changed.
type lessonDecisionRow struct {
	ID       int64 `gorm:"primaryKey"`
	RFC      int
	Lesson   int64
	Accepted bool
	Reason   string
	ByPerson string
	At       instant
}

// TableName names the table.
func (lessonDecisionRow) TableName() string { return "lesson_decisions" }

// LessonDecisions returns what was decided on lessons for an RFC, the oldest first.
func (t *tx) LessonDecisions(rfc int) ([]release.LessonDecision, error) {
	var rows []lessonDecisionRow
	if err := t.q().Where("rfc = ?", rfc).Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the lessons of %s: %w", release.RFCName(rfc), err)
	}
	all := make([]release.LessonDecision, len(rows))
	for i, r := range rows {
		all[i] = release.LessonDecision{
			ID: r.ID, RFC: r.RFC, Lesson: r.Lesson, Accepted: r.Accepted, Reason: r.Reason, By: release.PersonID(r.ByPerson), At: r.At.time(),
		}
	}
	return all, nil
}

// AddLessonDecision keeps a decision and sets its id.
func (t *tx) AddLessonDecision(d *release.LessonDecision) error {
	row := lessonDecisionRow{
		RFC: d.RFC, Lesson: d.Lesson, Accepted: d.Accepted, Reason: storable(d.Reason), ByPerson: string(d.By), At: instant(d.At),
	}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("decide on lesson %d for %s: %w", d.Lesson, release.RFCName(d.RFC), err)
	}
	d.ID = row.ID
	return nil
}
