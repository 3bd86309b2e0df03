package bot

import (
	"cmp"
	"fmt"
	"slices"

	"gonogo.dev/release"
)

// learnings is what the fake store keeps of reviews and lessons. Its slices are replaced,
// never changed in place.
type learnings struct {
	reviews []release.Review
	replies []release.ReviewAnswer
	lessons []release.Lesson
	heeded  []release.LessonDecision
}

// Review finds a review.
func (l *learnings) Review(id int64, _ release.Lock) (release.Review, error) {
	if id < 1 || id > int64(len(l.reviews)) {
		return release.Review{}, release.ErrNotFound
	}
	return l.reviews[id-1], nil
}

// FindReviews finds reviews, the newest first.
func (l *learnings) FindReviews(f release.ReviewFilter) ([]release.Review, error) {
	found := slices.DeleteFunc(slices.Clone(l.reviews), func(r release.Review) bool {
		return (f.Open && !r.Open()) || (f.Release != 0 && f.Release != r.Release) || (f.System != "" && f.System != r.System)
	})
	slices.Reverse(found)
	return found, nil
}

// AddReview keeps a new review.
func (l *learnings) AddReview(r *release.Review) error {
	r.ID = int64(len(l.reviews) + 1)
	l.reviews = append(slices.Clone(l.reviews), *r)
	return nil
}

// SaveReview keeps the end of a review.
func (l *learnings) SaveReview(r release.Review) error {
	if r.ID < 1 || r.ID > int64(len(l.reviews)) {
		return release.ErrNotFound
	}
	l.reviews = slices.Clone(l.reviews)
	l.reviews[r.ID-1] = r
	return nil
}

// AnswersTo finds the answers to a review.
func (l *learnings) AnswersTo(review int64) ([]release.ReviewAnswer, error) {
	return slices.DeleteFunc(slices.Clone(l.replies), func(a release.ReviewAnswer) bool { return a.Review != review }), nil
}

// AddAnswer keeps an answer.
func (l *learnings) AddAnswer(a *release.ReviewAnswer) error {
	a.ID = int64(len(l.replies) + 1)
	l.replies = append(slices.Clone(l.replies), *a)
	return nil
}

// Lesson finds a lesson.
func (l *learnings) Lesson(id int64) (release.Lesson, error) {
	if id < 1 || id > int64(len(l.lessons)) {
		return release.Lesson{}, release.ErrNotFound
	}
	return l.lessons[id-1], nil
}

// FindLessons finds lessons, the newest first.
func (l *learnings) FindLessons(f release.LessonFilter) ([]release.Lesson, error) {
	found := slices.DeleteFunc(slices.Clone(l.lessons), func(x release.Lesson) bool {
		near := f.System == "" || f.System == x.System || slices.Contains(f.Environments, x.Environment)
		return !near || (f.Review != 0 && f.Review != x.Review)
	})
	slices.SortStableFunc(found, func(x, y release.Lesson) int { return cmp.Or(y.At.Compare(x.At), cmp.Compare(y.ID, x.ID)) })
	return found, nil
}

// AddLesson keeps a lesson.
func (l *learnings) AddLesson(x *release.Lesson) error {
	x.ID = int64(len(l.lessons) + 1)
	l.lessons = append(slices.Clone(l.lessons), *x)
	return nil
}

// LessonDecisions finds what was decided for an RFC.
func (l *learnings) LessonDecisions(rfc int) ([]release.LessonDecision, error) {
	return slices.DeleteFunc(slices.Clone(l.heeded), func(d release.LessonDecision) bool { return d.RFC != rfc }), nil
}

// AddLessonDecision keeps a decision.
func (l *learnings) AddLessonDecision(d *release.LessonDecision) error {
	if slices.ContainsFunc(l.heeded, func(o release.LessonDecision) bool { return o.RFC == d.RFC && o.Lesson == d.Lesson }) {
		return fmt.Errorf("lesson %d was decided on before for RFC %d", d.Lesson, d.RFC)
	}
	d.ID = int64(len(l.heeded) + 1)
	l.heeded = append(slices.Clone(l.heeded), *d)
	return nil
}
