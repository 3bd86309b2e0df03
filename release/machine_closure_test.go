package release_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// Whatever people do in whatever order after a deployment or a rollback, a release
// is closed by a Go on just what was found and is left to be done, and never
// without its lessons; every vote that is open is about what is kept (R40, R54, R55, M3).
func TestNoOrderOfActsClosesTooEarly(t *testing.T) {
	closings := 0
	rapid.Check(t, func(t *rapid.T) {
		b := newGoverned(t)
		s := &steward{machine: &machine{board: b, people: []release.PersonID{"stranger"}}}
		for _, x := range governed().People {
			s.people = append(s.people, x.ID)
		}
		if rapid.Bool().Draw(t, "rolled back") {
			b.rolledBack(b.begun(planned(release.Patch)).Release, rapid.Bool().Draw(t, "defect"), "It failed.")
		} else {
			b.deployed(planned(release.Patch))
		}
		t.Repeat(map[string]func(*rapid.T){
			"advance": s.advance, "report": s.reportOn, "waive": s.waive, "take away": s.takeAway, "review": s.lookBack, "closure": s.closing,
			"ask to close": s.closing, "the seats vote": s.decideAll, "vote": s.cast, "close the vote": s.shut, "agree": s.agreeOn,
			"work off": s.workOff, "strides": s.strides, "more strides": s.strides, "log": s.trouble, "resolve": s.resolve, "wait": s.waitOn, "edit": s.editFor, "build": s.register,
			"abandon": s.abandon, "": s.hold,
		})
		if s.now(1).Stage == release.ClosedStage {
			closings++
		}
	})
	if closings == 0 {
		t.Error("nothing was ever closed: the property looks at nothing")
	}
}

func (s *steward) strides(t *rapid.T) {
	for range rapid.IntRange(1, 7).Draw(t, "strides") {
		s.stride(t)
	}
}

// stride takes the release a step towards its closure, which random acts seldom reach.
func (s *steward) stride(t *rapid.T) {
	st := s.standing(1)
	unmet := keys(st.Unmet([]release.Check{release.CheckRegression, release.PointLessons}))
	switch {
	case st.Release.Stage == release.Regression && slices.Contains(unmet, string(release.CheckRegression)):
		s.reportOn(t)
	case st.Release.Stage == release.Regression:
		s.does(t, "rm", func(in release.Intent) error { return second(s.desk.Advance(t.Context(), in, 1)) })
	case !st.Closable():
	case slices.Contains(unmet, string(release.PointLessons)):
		for _, asked := range s.review(1).Review.Asked {
			_, err := s.desk.AnswerReview(t.Context(), s.as(asked.Person), s.review(1).Review.ID, release.AnsweredInSlack, pleased())
			s.bearable(t, err)
		}
		s.does(t, "rm", func(in release.Intent) error {
			return second(s.desk.CloseReview(t.Context(), in, 1, "Nobody answers any more."))
		})
	case len(st.Ballots) == 0 || st.Ballots[0].State != release.BallotOpen:
		s.does(t, "rm", func(in release.Intent) error { return second(s.desk.OpenClosure(t.Context(), in, 1, time.Time{})) })
	default:
		s.decideAll(t)
	}
}

// reportOn shows the regression test, by who answers for it.
func (s *steward) reportOn(t *rapid.T) {
	ref := rapid.SampledFrom([]string{"https://docs.example/1", "https://docs.example/2"}).Draw(t, "ref")
	s.does(t, "test", func(in release.Intent) error {
		return second(s.desk.GiveEvidence(t.Context(), in, 1, release.CheckRegression, ref, ""))
	})
}

// lookBack answers the open review or closes it.
func (s *steward) lookBack(t *rapid.T) {
	if rapid.Bool().Draw(t, "close it") {
		s.does(t, s.anybody(t), func(in release.Intent) error {
			return second(s.desk.CloseReview(t.Context(), in, 1, "Nobody answers any more."))
		})
		return
	}
	views, err := s.desk.ReadReviews(t.Context(), 1)
	s.must(err)
	for _, v := range views {
		a := pleased()
		a.Well = fmt.Sprint("The steps were clear, ", s.acts) // the same twice is one answer
		s.does(t, s.anybody(t), func(in release.Intent) error {
			return second(s.desk.AnswerReview(t.Context(), in, v.Review.ID, release.AnsweredInSlack, a))
		})
	}
}

// decideAll has every seat of the open vote say the same, and waits for its end.
func (s *steward) decideAll(t *rapid.T) {
	choice := rapid.SampledFrom([]release.Choice{release.VoteGo, release.VoteGo, release.VoteConditional, release.VoteNoGo}).Draw(t, "choice")
	for _, b := range s.standing(1).Ballots {
		if b.State != release.BallotOpen {
			continue
		}
		for _, seat := range b.Seats {
			_, err := s.desk.Cast(t.Context(), s.as(seat.Holders[0]), b.ID, choice, "For the record.")
			s.bearable(t, err)
		}
		before := s.store.snapshot()
		s.pass(31 * time.Minute)
		s.judge(t, before, s.store.snapshot(), 1)
	}
}

func (s *steward) trouble(t *rapid.T) {
	x := trouble(s.which(t))
	x.Severity = rapid.SampledFrom(release.Severities()).Draw(t, "severity")
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.LogSupportIssue(t.Context(), in, x)) })
	_, err := s.desk.EndSupports(t.Context())
	s.must(err)
}

func (s *steward) resolve(t *rapid.T) {
	id := int64(rapid.IntRange(0, len(s.store.snapshot().Troubles)+1).Draw(t, "issue"))
	s.does(t, s.anybody(t), func(in release.Intent) error {
		return second(s.desk.ResolveSupportIssue(t.Context(), in, id, "Mended."))
	})
}
