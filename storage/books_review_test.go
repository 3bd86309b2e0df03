package storage_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// reviewForgeries are changes behind gonogo's back to reviews and to what was
// learned in them.
var reviewForgeries = map[string]struct{ statement, why string }{
	"fewer asked":     {`UPDATE reviews SET asked = '[]' WHERE id = 1`, "review 1 asks nothing, the ledger says ray (provider), ann (release-management)"},
	"later":           {`UPDATE reviews SET due = '2027-11-23T12:00:00.000000Z' WHERE id = 2`, "review 2 is due at 2027-11-23T12:00:00.000000Z, the ledger says"},
	"page":            {`UPDATE reviews SET summary = '{}' WHERE id = 1`, "its page has 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"},
	"closed":          {`UPDATE reviews SET closed_at = opened_at, closed_by = 'ray' WHERE id = 2`, "review 2 was closed by ray, the ledger says nothing"},
	"statement":       {`UPDATE reviews SET statement = 'All was well.' WHERE id = 1`, "review 1 states All was well., the ledger says nothing"},
	"no rollback":     {`UPDATE reviews SET reason = 'Nothing.' WHERE id = 1`, "review 1 was opened because Nothing., the ledger says The disk was full."},
	"another answer":  {`UPDATE review_answers SET answer = '{}' WHERE id = 1`, "answer 1 to a review says the digest"},
	"somebody else":   {`UPDATE review_answers SET person = 'tess' WHERE id = 2`, "answer 2 to a review is of tess, the ledger says ann"},
	"in time":         {`UPDATE review_answers SET late = NOT late WHERE id = 1`, "answer 1 to a review is late true, the ledger says false"},
	"lost answer":     {`DELETE FROM review_answers WHERE id = 2`, "answer 2 to a review is in the ledger, and its row is missing"},
	"made up answer":  {`INSERT INTO review_answers SELECT 9, review, person, at, late, road, answer FROM review_answers WHERE id = 1`, "answer 9 to a review is not in the ledger"},
	"another lesson":  {`UPDATE lessons SET words = 'Nothing to learn.' WHERE id = 1`, "lesson 1 says the digest"},
	"other decision":  {`UPDATE lesson_decisions SET accepted = NOT accepted WHERE id = 1`, "decision 1 on a lesson heeds it true, the ledger says false"},
	"other reason":    {`UPDATE lesson_decisions SET reason = 'Because.' WHERE id = 1`, "decision 1 on a lesson gives the reason Because., the ledger says The disk is watched."},
	"lost decision":   {`DELETE FROM lesson_decisions`, "decision 1 on a lesson is in the ledger, and its row is missing"},
	"made up review":  {`INSERT INTO reviews SELECT 9, release, rfc, system, type, version, environments, rolled_back, defect, reason, deviations, asked, opened_at, due, closed_at, closed_by, statement, summary, digest FROM reviews WHERE id = 1`, "review 9 is not in the ledger"},
	"lesson's author": {`UPDATE lessons SET by_person = 'tess'`, "lesson 1 was learned by tess, the ledger says ray"},
}

// TestReviewBooks shows that the ledger names every review, answer, lesson and
// decision that was changed, added or removed behind gonogo's back, on both
// databases (R38, R124, M19, T36).
func TestReviewBooks(t *testing.T) {
	t.Parallel()
	for dialect, address := range map[string]string{
		"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), "reviews.db"),
	} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			s := openScene(t, address)
			s.play()
			s.govern()
			s.lookBack()
			s.verify()
			f := newForger(t, address)
			for name, one := range reviewForgeries {
				f.exec(one.statement)
				v, err := s.VerifyLedger(t.Context())
				s.must(err)
				if !slices.ContainsFunc(v.Faults, func(x storage.LedgerFault) bool { return strings.Contains(x.String(), one.why) }) {
					t.Errorf("%s: want “%s”, got %v", name, one.why, v.Faults)
				}
				f.restore()
			}
			s.verify()
		})
	}
}

// lookBack keeps two reviews of a release as its rollbacks would, has one answered
// and closed, and raises an RFC to which its lesson comes back.
func (s *scene) lookBack() {
	s.t.Helper()
	ctx := s.t.Context()
	s.must(s.Within(ctx, func(tx release.Tx) error {
		for range 2 {
			r := release.Review{
				Release: 1, RFC: 1, System: "helix", Type: release.Patch, Version: release.Version{Major: 1}, Environments: []release.EnvironmentID{"sit-a"},
				RolledBack: true, Reason: "The disk was full.", Deviations: []string{"Step 4 failed."}, OpenedAt: s.clock, Due: s.clock.Add(72 * time.Hour),
				Asked: []release.Asked{{Person: "ray", As: release.AskedProvider}, {Person: "ann", As: release.AskedManages}},
			}
			if err := tx.AddReview(&r); err != nil {
				return err
			}
			err := tx.Append(release.Entry{At: s.clock, Kind: release.ReviewOpened, Subject: r.Subject(), By: "ray", Release: 1, RFC: 1, Data: map[string]any{
				"review": r.ID, "rfc": r.RFC, "asked": r.Asked, "due": r.Due, "outcome": r.Outcome(), "why": r.Reason, "deviations": r.Deviations,
				"version": r.Version,
			}})
			if err != nil {
				return err
			}
		}
		return nil
	}))
	answer := release.Answer{
		Objectives: release.MetNo, Issues: "The disk was full.", InTime: release.InTime,
		Lessons: []release.LessonDraft{{Words: "Watch the disk.", System: "helix", Environment: "sit-a", Cause: release.CauseEnvironment}},
	}
	_, err := s.desk.AnswerReview(ctx, s.as("ray"), 1, release.AnsweredByLink, answer)
	s.must(err)
	answer.Lessons = nil
	_, err = s.desk.AnswerReview(ctx, s.as("ann"), 1, release.AnsweredInSlack, answer)
	s.must(err)
	_, err = s.desk.CloseReview(ctx, s.as("ann"), 1, "")
	s.must(err)
	c := patch("The next")
	c.Window.From, c.Window.To = s.clock.Add(48*time.Hour), s.clock.Add(50*time.Hour)
	_, err = s.desk.RaiseRFC(ctx, s.as("ray"), 0, 0, c, release.LessonDecision{Lesson: 1, Reason: "The disk is watched."})
	s.must(err)
}
