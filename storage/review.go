package storage

import (
	"fmt"

	"gonogo.dev/release"
)

// reviewRow is a post-implementation review. Only its end is ever written to a row.
type reviewRow struct {
	ID           int64 `gorm:"primaryKey"`
	Release      int
	RFC          int
	System       string
	Type         string
	Version      string
	Environments document[[]release.EnvironmentID]
	RolledBack   bool
	Defect       bool
	Reason       string
	Deviations   document[[]string]
	Asked        document[[]release.Asked]
	OpenedAt     instant
	Due          instant
	ClosedAt     instant
	ClosedBy     string
	Statement    string
	Summary      string
	Digest       string
}

// TableName names the table.
func (reviewRow) TableName() string { return "reviews" }

func toReviewRow(r release.Review) reviewRow {
	return reviewRow{
		ID: r.ID, Release: r.Release, RFC: r.RFC, System: string(r.System), Type: string(r.Type), Version: r.Version.String(),
		Environments: document[[]release.EnvironmentID]{listed(r.Environments)}, RolledBack: r.RolledBack, Defect: r.Defect,
		Reason: storable(r.Reason), Deviations: document[[]string]{listed(r.Deviations)}, Asked: document[[]release.Asked]{listed(r.Asked)},
		OpenedAt: instant(r.OpenedAt), Due: instant(r.Due), ClosedAt: instant(r.ClosedAt), ClosedBy: string(r.ClosedBy),
		Statement: storable(r.Statement), Summary: storable(r.Summary), Digest: r.Digest,
	}
}

func (r reviewRow) review() (release.Review, error) {
	x := release.Review{
		ID: r.ID, Release: r.Release, RFC: r.RFC, System: release.SystemID(r.System), Type: release.ReleaseType(r.Type),
		Environments: r.Environments.V, RolledBack: r.RolledBack, Defect: r.Defect, Reason: r.Reason, Deviations: r.Deviations.V,
		Asked: r.Asked.V, OpenedAt: r.OpenedAt.time(), Due: r.Due.time(), ClosedAt: r.ClosedAt.time(), ClosedBy: release.PersonID(r.ClosedBy),
		Statement: r.Statement, Summary: r.Summary, Digest: r.Digest,
	}
	if err := x.Version.UnmarshalText([]byte(r.Version)); err != nil {
		return x, fmt.Errorf("read the version of review %d: %w", r.ID, err)
	}
	return x, nil
}

// Review loads a review.
func (t *tx) Review(id int64, lock release.Lock) (release.Review, error) {
	row, err := one[reviewRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Review{}, fmt.Errorf("load review %d: %w", id, err)
	}
	return row.review()
}

// FindReviews returns reviews, the newest first.
func (t *tx) FindReviews(f release.ReviewFilter) ([]release.Review, error) {
	q := t.q().Order("id DESC")
	if f.Open {
		q = q.Where("closed_at IS NULL")
	}
	if f.Release != 0 {
		q = q.Where("release = ?", f.Release)
	}
	if f.System != "" {
		q = q.Where("system = ?", storable(string(f.System)))
	}
	var rows []reviewRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find reviews: %w", err)
	}
	all := make([]release.Review, len(rows))
	for i, r := range rows {
		var err error
		if all[i], err = r.review(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// AddReview keeps a new review and sets its id.
func (t *tx) AddReview(r *release.Review) error {
	row := toReviewRow(*r)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a review of %s: %w", release.ReleaseName(r.Release), err)
	}
	r.ID = row.ID
	return nil
}

// SaveReview keeps the end of a review, and nothing else of it.
func (t *tx) SaveReview(r release.Review) error {
	row := toReviewRow(r)
	return saved(t.q().Model(&row).Select("closed_at", "closed_by", "statement", "summary", "digest").Updates(&row), "review", r.ID)
}

// answerRow is an answer to a review; it is never changed.
type answerRow struct {
	ID     int64 `gorm:"primaryKey"`
	Review int64
	Person string
	At     instant
	Late   bool
	Road   string
	Answer document[release.Answer]
}

// TableName names the table.
func (answerRow) TableName() string { return "review_answers" }

// AnswersTo returns every answer to a review in the order in which they came.
func (t *tx) AnswersTo(review int64) ([]release.ReviewAnswer, error) {
	var rows []answerRow
	if err := t.q().Where("review = ?", review).Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the answers to review %d: %w", review, err)
	}
	all := make([]release.ReviewAnswer, len(rows))
	for i, r := range rows {
		all[i] = release.ReviewAnswer{
			ID: r.ID, Review: r.Review, Person: release.PersonID(r.Person), At: r.At.time(), Late: r.Late, Road: release.AnswerRoad(r.Road),
			Answer: r.Answer.V,
		}
	}
	return all, nil
}

// AddAnswer keeps an answer and sets its id.
func (t *tx) AddAnswer(a *release.ReviewAnswer) error {
	row := answerRow{
		Review: a.Review, Person: string(a.Person), At: instant(a.At), Late: a.Late, Road: string(a.Road),
		Answer: document[release.Answer]{storableAnswer(a.Answer)},
	}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add an answer of %s to review %d: %w", a.Person, a.Review, err)
	}
	a.ID = row.ID
	return nil
}

func storableAnswer(a release.Answer) release.Answer {
	a.Well, a.Issues, a.InTime = storable(a.Well), storable(a.Issues), storable(a.InTime)
	lessons := make([]release.LessonDraft, len(a.Lessons))
	for i, l := range a.Lessons {
		l.Words, l.Action = storable(l.Words), storable(l.Action)
		lessons[i] = l
	}
	a.Lessons = lessons
	return a
}
