package release_test

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// R38, R122, R128: a deployment opens its review by itself and asks everybody
// involved, by mail and in Slack; it is due on the policy's working day.
func TestADeploymentOpensItsReview(t *testing.T) {
	b := newGoverned(t)
	r := b.deployed(planned(release.Patch))
	v := b.review(r.Number)
	want := []release.PersonID{"rm", "ex-rm", "ex-rep", "dcc-rep", "sup-rep", "dno-rep"} // the release manager pressed
	if got := askedIDs(v.Review.Asked); !slices.Equal(got, want) {
		t.Errorf("asked %v; want %v", got, want)
	}
	// Deployed on Friday the 27th; five working days later is the next Friday.
	if due := time.Date(2026, 12, 4, 17, 0, 0, 0, time.UTC); !v.Review.Due.Equal(due) {
		t.Errorf("due %v; want %v", v.Review.Due, due)
	}
	if v.Review.RolledBack || v.Review.Outcome() != "deployed" || !v.Review.Open() || v.Summary.Mandatory() != "" {
		t.Errorf("opened %+v", v.Review)
	}
	for _, road := range []release.Road{release.ByMail, release.ByDirect} {
		told := b.told(release.NoticeReview, road)
		slices.Sort(want)
		if !slices.Equal(told, want) {
			t.Errorf("asked by %s: %v; want %v", road, told, want)
		}
	}
}

// R38: everybody answers once or changes their mind; the last answer counts, and
// who was not asked, what is incomplete and what comes after the end is refused.
func TestAnswersToAReview(t *testing.T) {
	b := newGoverned(t)
	r := b.deployed(planned(release.Patch))
	id := b.review(r.Number).Review.ID
	ask := func(by release.PersonID, a release.Answer) error {
		_, err := b.desk.AnswerReview(t.Context(), b.as(by), id, release.AnsweredByLink, a)
		return err
	}
	refused(t, ask("dcc-dev", pleased()), release.CodeForbidden)
	refused(t, second(b.desk.AnswerReview(t.Context(), b.as("rm"), 99, release.AnsweredInSlack, pleased())), release.CodeNotFound)
	bad := refused(t, ask("ex-rm", release.Answer{Objectives: release.MetNo, Lessons: []release.LessonDraft{{Action: "Do it."}, {}}}), release.CodeInvalid)
	if got := fieldsOf(bad); got != "cause-1 in-time issues lesson-1 lesson-system-1" {
		t.Errorf("fields %q", got)
	}
	many := pleased()
	for range release.MaxLessons + 1 {
		many.Lessons = append(many.Lessons, lesson("One of many."))
	}
	if got := fieldsOf(refused(t, ask("ex-rm", many), release.CodeInvalid)); got != "lesson-6" {
		t.Errorf("too many lessons: %q", got)
	}
	b.must(ask("ex-rm", pleased()))
	b.must(ask("ex-rm", pleased())) // the same again adds nothing
	if n := len(b.review(r.Number).Answers); n != 1 {
		t.Errorf("%d answers are kept; want 1", n)
	}
	changed := pleased()
	changed.Objectives, changed.Issues = release.MetPartly, "Two balances differ."
	b.must(ask("ex-rm", changed))
	b.clock = b.review(r.Number).Review.Due
	b.must(ask("rm", pleased()))
	v := b.review(r.Number)
	if v.Summary.Answered() != 2 || v.Summary.Objectives[release.MetPartly] != 1 || len(v.Summary.Issues) != 1 || len(v.Answers) != 3 {
		t.Errorf("summary %+v", v.Summary)
	}
	for _, h := range v.Summary.Heard {
		if h.Late != (h.Person == "rm") {
			t.Errorf("%s is late: %v", h.Person, h.Late)
		}
	}
	b.show(r.Number, "test", release.CheckRegression)
	_, err := b.desk.CloseReview(t.Context(), b.as("rm"), r.Number, "The two balances were known.")
	b.must(err)
	if why := refused(t, ask("ex-rep", pleased()), release.CodeState); !strings.Contains(why.Why, "closed by Name of rm") {
		t.Errorf("after the end: %v", why)
	}
}

// R37, R38, R55, R124: what closing a review asks for, and what it leaves: the
// frozen page under its digest, the lessons, and the evidence.
func TestClosingAReview(t *testing.T) {
	b := newGoverned(t)
	r := b.deployed(planned(release.Patch))
	shut := func(by release.PersonID, statement string) error {
		_, err := b.desk.CloseReview(t.Context(), b.as(by), r.Number, statement)
		return err
	}
	refused(t, shut("ex-rm", ""), release.CodeForbidden)
	if why := refused(t, shut("rm", ""), release.CodeState); !strings.Contains(why.Why, "regression test report") {
		t.Errorf("without a regression test: %v", why)
	}
	b.show(r.Number, "test", release.CheckRegression)
	if why := refused(t, shut("rm", ""), release.CodeState); !strings.Contains(why.Why, "0 of 6 have answered") {
		t.Errorf("before its end: %v", why)
	}
	if why := refused(t, second(b.desk.GiveEvidence(t.Context(), b.as("rm"), r.Number, release.PointLessons, "https://docs.example/x", "")), release.CodeState); !strings.Contains(why.Next, "/release review REL-1") {
		t.Errorf("by a link: %v", why)
	}
	unmet := pleased()
	unmet.Objectives, unmet.Issues = release.MetNo, "Nothing was settled."
	id := b.review(r.Number).Review.ID
	b.answer(id, "ex-rm", unmet)
	b.clock = b.review(r.Number).Review.Due
	if why := refused(t, shut("rm", ""), release.CodeInvalid); fieldsOf(why) != release.FieldStatement {
		t.Errorf("without lessons: %v", why)
	}
	unmet.Lessons = []release.LessonDraft{lesson("Compare every balance.")}
	b.answer(id, "ex-rm", unmet)
	b.must(shut("rm", ""))
	refused(t, shut("rm", ""), release.CodeState)
	v := b.review(r.Number)
	sum := sha256.Sum256([]byte(v.Review.Summary))
	if v.Review.Digest != hex.EncodeToString(sum[:]) || v.Summary.ClosedBy != "rm" || v.Summary.Regression != "https://docs.example/regression-report" {
		t.Errorf("frozen %+v", v.Review)
	}
	s := b.standing(r.Number)
	last := s.Evidence[len(s.Evidence)-1]
	if last.Check != release.PointLessons || last.Ref != "sha256:"+v.Review.Digest {
		t.Errorf("evidence %+v", last)
	}
	lessons, err := b.desk.Lessons(t.Context(), "helix", "balance testing")
	b.must(err)
	if len(lessons) != 1 || lessons[0].By != "ex-rm" || lessons[0].Release != r.Number || lessons[0].Type != release.Patch {
		t.Errorf("lessons %+v", lessons)
	}
	if told := b.told(release.NoticeReviewClosed, release.ByMail); len(told) != len(v.Review.Asked) {
		t.Errorf("told of the end: %v", told)
	}
}

// R38, R39: a rollback opens a review of its own, in which lessons are mandatory;
// the next deployment opens another, and both must be closed.
func TestARollbackIsReviewed(t *testing.T) {
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	b.clock = content().Window.From
	b.next(r.Number, "rm")
	b.rolledBack(r.Number, false, "The disk was full.")
	v := b.review(r.Number)
	if !v.Review.RolledBack || v.Review.Defect || v.Review.Reason != "The disk was full." || v.Summary.Mandatory() != "The release was rolled back." {
		t.Fatalf("review %+v", v.Review)
	}
	for _, asked := range v.Review.Asked {
		b.answer(v.Review.ID, asked.Person, pleased())
	}
	refused(t, second(b.desk.CloseReview(t.Context(), b.as("rm"), r.Number, "")), release.CodeInvalid)
	_, err := b.desk.CloseReview(t.Context(), b.as("rm"), r.Number, "The disk is watched now; RFC-9 extends it.")
	b.must(err)
	if v = b.review(r.Number); v.Review.Open() || v.Summary.Statement == "" {
		t.Errorf("closed %+v", v.Review)
	}
}

// R38: who is silent is reminded two working days before the deadline and on its
// day, in working hours; after it the release manager is told that it can be closed.
func TestRemindersOfAReview(t *testing.T) {
	b := newGoverned(t)
	r := b.deployed(planned(release.Patch)) // due on Friday, 4 December, 17:00
	id := b.review(r.Number).Review.ID
	b.answer(id, "ex-rm", pleased())
	b.answer(id, "rm", pleased())
	for _, asked := range []release.PersonID{"ex-rep", "dcc-rep", "sup-rep"} {
		b.answer(id, asked, pleased())
	}
	at := func(day, hour int) time.Time { return time.Date(2026, 12, day, hour, 1, 0, 0, time.UTC) }
	for _, step := range []struct {
		at   time.Time
		want []string
	}{
		{at(1, 10), nil},
		{at(2, 16), nil}, // two working days before, at 17:00
		{at(3, 9), []string{"review/1/soon/0 dno-rep"}},
		{at(3, 11), nil},
		{at(4, 8), nil},
		{at(4, 9), []string{"review/1/due/0 dno-rep"}},
		{at(4, 18), nil},
		{at(7, 9), []string{"review/1/due/1 rm", "review/1/close/0 rm"}},
	} {
		before := b.store.snapshot()
		b.clock = step.at
		b.chase()
		if got := b.reminded(before); !slices.Equal(got, step.want) {
			t.Errorf("at %s: %v; want %v", step.at.Format("2 Jan 15:04"), got, step.want)
		}
	}
}
