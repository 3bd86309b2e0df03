package release_test

import (
	"slices"
	"strings"

	"gonogo.dev/release"
)

// pleased is the answer of somebody for whom all went well.
func pleased() release.Answer {
	return release.Answer{Objectives: release.MetYes, Well: "The steps were clear.", InTime: release.InTime, SignedOff: true}
}

// lesson is one that was learned of Helix in SIT A.
func lesson(words string) release.LessonDraft {
	return release.LessonDraft{Words: words, System: "helix", Environment: "sit-a", Cause: release.CauseTesting, Action: "Test it with last month's data."}
}

// review returns a release's newest review.
func (b *board) review(number int) release.ReviewView {
	b.Helper()
	views, err := b.desk.ReadReviews(b.Context(), number)
	b.must(err)
	if len(views) == 0 {
		b.Fatalf("%s has no review", release.ReleaseName(number))
	}
	return views[0]
}

func (b *board) answer(review int64, by release.PersonID, a release.Answer) release.ReviewView {
	b.Helper()
	v, err := b.desk.AnswerReview(b.Context(), b.as(by), review, release.AnsweredInSlack, a)
	b.must(err)
	return v
}

// reviewed has everybody answer the open review of a release and closes it.
func (b *board) reviewed(number int) release.Review {
	b.Helper()
	v := b.review(number)
	for _, asked := range v.Review.Asked {
		a := pleased()
		a.Lessons = []release.LessonDraft{lesson("The balances of " + string(asked.Person) + " were not compared.")}
		b.answer(v.Review.ID, asked.Person, a)
	}
	closed, err := b.desk.CloseReview(b.Context(), b.as("rm"), number, "")
	b.must(err)
	return closed.Review
}

// people are the ids of those who are asked.
func askedIDs(asked []release.Asked) []release.PersonID {
	all := make([]release.PersonID, len(asked))
	for i, x := range asked {
		all[i] = x.Person
	}
	return all
}

// fieldsOf are the fields a refusal names, in their order.
func fieldsOf(r release.Refusal) string {
	var all []string
	for _, f := range r.Fields {
		all = append(all, f.Field)
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}
