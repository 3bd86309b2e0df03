package release

// ReviewFilter selects reviews; the zero value selects all.
type ReviewFilter struct {
	Open    bool
	Release int
	System  SystemID
}

// Reviews keeps post-implementation reviews and their answers for ever.
type Reviews interface {
	Review(id int64, lock Lock) (Review, error)
	// FindReviews returns reviews, the newest first.
	FindReviews(f ReviewFilter) ([]Review, error)
	// AddReview keeps a new review and sets its id.
	AddReview(r *Review) error
	// SaveReview keeps the end of a review.
	SaveReview(r Review) error
	// AnswersTo returns every answer to a review in the order in which they came.
	AnswersTo(review int64) ([]ReviewAnswer, error)
	// AddAnswer keeps an answer and sets its id.
	AddAnswer(a *ReviewAnswer) error
}

// LessonFilter selects lessons; the zero value selects all.
type LessonFilter struct {
	System SystemID
	// Environments widens it: lessons of the system, or of any of these.
	Environments []EnvironmentID
	Review       int64
}

// Lessons keeps what was learned, and what became of it, for ever.
type Lessons interface {
	// Lesson loads a lesson.
	Lesson(id int64) (Lesson, error)
	// FindLessons returns lessons, the newest first.
	FindLessons(f LessonFilter) ([]Lesson, error)
	// AddLesson keeps a lesson and sets its id.
	AddLesson(l *Lesson) error
	// LessonDecisions returns what was decided on lessons for an RFC, the oldest first.
	LessonDecisions(rfc int) ([]LessonDecision, error)
	// AddLessonDecision keeps a decision and sets its id; a second one on the same
	// lesson for the same RFC is an error.
	AddLessonDecision(d *LessonDecision) error
}
