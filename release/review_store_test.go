package release_test

import (
	"cmp"
	"fmt"
	"slices"

	"gonogo.dev/release"
)

// Learnings is what the memory keeps of reviews and lessons. Its slices are replaced,
// never changed in place.
type Learnings struct {
	Reviews []release.Review
	Replies []release.ReviewAnswer
	Lessons []release.Lesson
	Heeded  []release.LessonDecision
}

// Review finds a review.
func (l *Learnings) Review(id int64, _ release.Lock) (release.Review, error) {
	if id < 1 || id > int64(len(l.Reviews)) {
		return release.Review{}, release.ErrNotFound
	}
	return l.Reviews[id-1], nil
}

// FindReviews finds reviews, the newest first.
func (l *Learnings) FindReviews(f release.ReviewFilter) ([]release.Review, error) {
	found := slices.DeleteFunc(slices.Clone(l.Reviews), func(r release.Review) bool {
		return (f.Open && !r.Open()) || (f.Release != 0 && f.Release != r.Release) || (f.System != "" && f.System != r.System)
	})
	slices.Reverse(found)
	return found, nil
}

// AddReview keeps a new review.
func (l *Learnings) AddReview(r *release.Review) error {
	r.ID = int64(len(l.Reviews) + 1)
	l.Reviews = append(slices.Clone(l.Reviews), *r)
	return nil
}

// SaveReview keeps the end of a review.
func (l *Learnings) SaveReview(r release.Review) error {
	if r.ID < 1 || r.ID > int64(len(l.Reviews)) {
		return release.ErrNotFound
	}
	l.Reviews = slices.Clone(l.Reviews)
	l.Reviews[r.ID-1] = r
	return nil
}

// AnswersTo finds the answers to a review.
func (l *Learnings) AnswersTo(review int64) ([]release.ReviewAnswer, error) {
	return slices.DeleteFunc(slices.Clone(l.Replies), func(a release.ReviewAnswer) bool { return a.Review != review }), nil
}

// AddAnswer keeps an answer.
func (l *Learnings) AddAnswer(a *release.ReviewAnswer) error {
	a.ID = int64(len(l.Replies) + 1)
	l.Replies = append(slices.Clone(l.Replies), *a)
	return nil
}

// Lesson finds a lesson.
func (l *Learnings) Lesson(id int64) (release.Lesson, error) {
	if id < 1 || id > int64(len(l.Lessons)) {
		return release.Lesson{}, release.ErrNotFound
	}
	return l.Lessons[id-1], nil
}

// FindLessons finds lessons, the newest first.
func (l *Learnings) FindLessons(f release.LessonFilter) ([]release.Lesson, error) {
	found := slices.DeleteFunc(slices.Clone(l.Lessons), func(x release.Lesson) bool {
		near := f.System == "" || f.System == x.System || slices.Contains(f.Environments, x.Environment)
		return !near || (f.Review != 0 && f.Review != x.Review)
	})
	slices.SortStableFunc(found, func(x, y release.Lesson) int { return cmp.Or(y.At.Compare(x.At), cmp.Compare(y.ID, x.ID)) })
	return found, nil
}

// AddLesson keeps a lesson.
func (l *Learnings) AddLesson(x *release.Lesson) error {
	x.ID = int64(len(l.Lessons) + 1)
	l.Lessons = append(slices.Clone(l.Lessons), *x)
	return nil
}

// LessonDecisions finds what was decided for an RFC.
func (l *Learnings) LessonDecisions(rfc int) ([]release.LessonDecision, error) {
	return slices.DeleteFunc(slices.Clone(l.Heeded), func(d release.LessonDecision) bool { return d.RFC != rfc }), nil
}

// AddLessonDecision keeps a decision.
func (l *Learnings) AddLessonDecision(d *release.LessonDecision) error {
	if slices.ContainsFunc(l.Heeded, func(o release.LessonDecision) bool { return o.RFC == d.RFC && o.Lesson == d.Lesson }) {
		return fmt.Errorf("lesson %d was decided on before for RFC %d", d.Lesson, d.RFC)
	}
	d.ID = int64(len(l.Heeded) + 1)
	l.Heeded = append(slices.Clone(l.Heeded), *d)
	return nil
}
