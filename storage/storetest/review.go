package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// aRelease keeps a release that a review can be of.
func (d *desk) aRelease(emergency int) int {
	d.t.Helper()
	r := release.Release{
		Version: release.Version{Major: 1, Emergency: emergency}, Content: release.ReleaseContent{System: "dip"}, CreatedAt: noon, UpdatedAt: noon,
	}
	d.do(func(tx release.Tx) error { return tx.AddRelease(&r) })
	return r.Number
}

// aReview is a review with everything in it.
func aReview(number int) release.Review {
	return release.Review{
		Release: number, RFC: 12, System: "dip", Type: release.Minor, Version: release.Version{Major: 1, Minor: 2},
		Environments: []release.EnvironmentID{"sit-a", "uit"}, RolledBack: true, Defect: true, Reason: hostile[1], Deviations: []string{"Step 5 failed.", hostile[1]},
		Asked:    []release.Asked{{Person: "ann", As: release.AskedDeployed}, {Person: "bob", As: release.AskedImpacted}},
		OpenedAt: noon, Due: noon.Add(5 * 24 * time.Hour),
	}
}

// testReview holds what R38 asks of the database: a review and every answer to it
// stay; what a review asked of whom is never changed by its end.
func testReview(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	d.do(func(tx release.Tx) error {
		if _, err := tx.Review(1, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a review that does not exist: %v", err)
		}
		if err := tx.SaveReview(release.Review{ID: 1}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a review that does not exist: %v", err)
		}
		return nil
	})
	first, second := aReview(d.aRelease(0)), aReview(d.aRelease(1))
	second.System = "other"
	d.do(func(tx release.Tx) error { return errors.Join(tx.AddReview(&first), tx.AddReview(&second)) })
	find := func(what string, f release.ReviewFilter, want ...release.Review) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			found, err := tx.FindReviews(f)
			if len(want)+len(found) > 0 {
				same(t, what, want, found)
			}
			return err
		})
	}
	find("all reviews, the newest first", release.ReviewFilter{}, second, first)
	find("a release's reviews", release.ReviewFilter{Release: first.Release}, first)
	find("a system's reviews", release.ReviewFilter{System: "other", Open: true}, second)
	closed := first
	closed.ClosedAt, closed.ClosedBy, closed.Statement, closed.Summary, closed.Digest = noon.Add(time.Hour), "rm", hostile[1], `{"a":1}`, "abc"
	forged := closed
	forged.Asked, forged.Reason = nil, "another"
	d.do(func(tx release.Tx) error { return tx.SaveReview(forged) })
	find("open reviews", release.ReviewFilter{Open: true}, second)
	d.do(func(tx release.Tx) error {
		kept, err := tx.Review(first.ID, release.ExclusiveLock)
		same(t, "a closed review", closed, kept)
		return err
	})
	answer := release.ReviewAnswer{
		Review: first.ID, Person: "ann", At: noon, Road: release.AnsweredByLink,
		Answer: release.Answer{Objectives: release.MetPartly, Issues: hostile[1], InTime: release.InTime, SignedOff: true, Lessons: []release.LessonDraft{
			{Words: hostile[1], System: "dip", Environment: "sit-a", Cause: release.CauseTesting, Action: "Test it."},
		}},
	}
	later := answer
	later.At, later.Late, later.Road, later.Answer.Lessons = noon.Add(time.Hour), true, release.AnsweredInSlack, []release.LessonDraft{}
	d.do(func(tx release.Tx) error { return errors.Join(tx.AddAnswer(&answer), tx.AddAnswer(&later)) })
	d.do(func(tx release.Tx) error {
		answers, err := tx.AnswersTo(first.ID)
		same(t, "every answer", []release.ReviewAnswer{answer, later}, answers)
		none, errNone := tx.AnswersTo(second.ID)
		if len(none) != 0 {
			t.Errorf("answers to another review: %v", none)
		}
		return errors.Join(err, errNone)
	})
}

// testLesson holds what M19 asks of the database: lessons are found by system or
// environment, and each is decided on once for an RFC.
func testLesson(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	review := aReview(d.aRelease(0))
	d.do(func(tx release.Tx) error { return tx.AddReview(&review) })
	lesson := release.Lesson{
		Review: review.ID, Release: review.Release, Type: release.Minor, By: "ann", At: noon,
		LessonDraft: release.LessonDraft{Words: hostile[1], System: "dip", Environment: "sit-a", Cause: release.CauseCode, Action: hostile[1]},
	}
	there, elsewhere := lesson, lesson
	there.System, there.At = "other", noon.Add(time.Minute)
	elsewhere.System, elsewhere.Environment, elsewhere.At = "other", "", noon.Add(time.Hour)
	d.do(func(tx release.Tx) error {
		if _, err := tx.Lesson(1); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a lesson that does not exist: %v", err)
		}
		return errors.Join(tx.AddLesson(&lesson), tx.AddLesson(&there), tx.AddLesson(&elsewhere))
	})
	find := func(what string, f release.LessonFilter, want ...release.Lesson) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			found, err := tx.FindLessons(f)
			if len(want)+len(found) > 0 {
				same(t, what, want, found)
			}
			return err
		})
	}
	find("all lessons, the newest first", release.LessonFilter{}, elsewhere, there, lesson)
	find("a system's lessons", release.LessonFilter{System: "dip"}, lesson)
	find("near a change", release.LessonFilter{System: "dip", Environments: []release.EnvironmentID{"sit-a", "uit"}}, there, lesson)
	find("a review's lessons", release.LessonFilter{Review: review.ID}, elsewhere, there, lesson)
	find("nothing near", release.LessonFilter{System: "none", Environments: []release.EnvironmentID{"uit"}})
	decision := release.LessonDecision{RFC: 3, Lesson: lesson.ID, Reason: hostile[1], By: "bob", At: noon}
	accepted := release.LessonDecision{RFC: 3, Lesson: there.ID, Accepted: true, By: "bob", At: noon}
	d.do(func(tx release.Tx) error {
		return errors.Join(tx.AddLessonDecision(&decision), tx.AddLessonDecision(&accepted))
	})
	d.do(func(tx release.Tx) error {
		one, err := tx.Lesson(there.ID)
		same(t, "a lesson", there, one)
		all, errAll := tx.LessonDecisions(3)
		same(t, "decisions", []release.LessonDecision{decision, accepted}, all)
		none, errNone := tx.LessonDecisions(4)
		if len(none) != 0 {
			t.Errorf("decisions for another RFC: %v", none)
		}
		return errors.Join(err, errAll, errNone)
	})
	twice := decision
	if err := d.Within(t.Context(), func(tx release.Tx) error { return tx.AddLessonDecision(&twice) }); err == nil {
		t.Error("a lesson was decided on twice for one RFC")
	}
}
