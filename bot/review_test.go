package bot

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// aReview is a review of a deployment that did not go to plan.
func aReview() release.Review {
	return release.Review{
		ID: 1, Release: 1, RFC: 12, System: "helix", Type: release.Patch, Version: release.Version{Major: 1, Minor: 1, Patch: 1}, OpenedAt: start,
		Due: start.Add(7 * 24 * time.Hour), Environments: []release.EnvironmentID{"sit-a"}, Deviations: []string{"Step 4 failed: the <disk> & more."},
		Asked: []release.Asked{{Person: "elle", As: release.AskedDeployed}, {Person: "rachel", As: release.AskedManages}, {Person: "ben", As: release.AskedImpacted}},
	}
}

func aLesson(words string) release.LessonDraft {
	return release.LessonDraft{Words: words, System: "helix", Environment: "sit-a", Cause: release.CausePlanning, Action: "Rehearse <it> on\na copy."}
}

// reviewed is that review with two answers.
func reviewed() release.ReviewView {
	v := release.ReviewView{Programme: programme(), Review: aReview(), Now: start.Add(8 * 24 * time.Hour), Release: anEmergency()}
	v.Release.Number = 1
	v.Answers = []release.ReviewAnswer{
		{ID: 1, Review: 1, Person: "elle", At: start.Add(time.Hour), Answer: release.Answer{
			Objectives: release.MetPartly, Well: "The steps were *clear*.", Issues: "The <index> took an hour.\nWe waited.", InTime: release.InTime,
			Lessons: []release.LessonDraft{aLesson("The index takes an hour, <not> ten minutes.")},
		}},
		{ID: 2, Review: 1, Person: "ben", At: start.Add(8 * 24 * time.Hour), Late: true, Answer: release.Answer{Objectives: release.MetYes, InTime: release.TooLate, SignedOff: true}},
	}
	v.Summary = v.Review.Summarise(v.Answers, "https://docs.example/regression")
	return v
}

// What people see of reviews and lessons is what it was when somebody last looked at
// it (R38, R124, M19).
func TestReviewPages(t *testing.T) {
	v, p := reviewed(), programme()
	governed(v.Programme, nil)
	rachel, _ := p.Person("rachel")
	goldenPage(t, "review_page", reviewPage(v, []release.ReviewView{v}, rachel, 1, "REHEARSAL"))
	goldenPage(t, "review_page_2", reviewPage(v, []release.ReviewView{v}, rachel, 2, ""))
	closed := v
	closed.Review.ClosedAt, closed.Review.ClosedBy, closed.Review.Digest = v.Now, "rachel", strings.Repeat("ab", 32)
	body, err := json.Marshal(v.Summary)
	if err != nil {
		t.Fatal(err)
	}
	closed.Review.Summary = string(body)
	goldenPage(t, "review_closed", reviewPage(closed, []release.ReviewView{closed}, rachel, 1, ""))
	subject := v.Release
	for name, n := range map[string]release.Notice{
		"notice_review_direct": {Road: release.ByDirect, To: "ben", Event: release.Event{Kind: release.NoticeReview, At: start, Release: &subject, Review: &v.Review}},
		"notice_review_thread": {Road: release.ByThread, Event: release.Event{Kind: release.NoticeReview, At: start, Release: &subject, Review: &v.Review}},
		"notice_review_closed": {Road: release.ByThread, Event: release.Event{Kind: release.NoticeReviewClosed, At: start, Release: &subject, Review: &closed.Review}},
	} {
		goldenPage(t, name, noticePage(n, p, ""))
	}
	mine, _ := v.Mine("elle")
	b := &Bot{}
	golden(t, "form_review.txt", readable(t, b.answerForm(v, Call{Programme: p}, mine, 0).Blocks.BlockSet))
	golden(t, "form_review_close.txt", readable(t, b.closeReviewForm(v).Blocks.BlockSet))
	near := []release.Lesson{
		{ID: 3, Release: 1, At: start, By: "elle", LessonDraft: aLesson("Mind the <gap>.")}, {ID: 4, Release: 2, At: start, By: "ben", LessonDraft: release.LessonDraft{Words: "Tell them.", System: "dip", Cause: release.CauseCommunication}},
	}
	golden(t, "form_lessons.txt", readable(t, b.lessonForm(release.RFC{Number: 12, Content: content()}, near, p).Blocks.BlockSet))
	details := newPage("Details", "")
	heededPart(details, release.Story{Programme: p, Heeded: []release.Heeded{
		{Lesson: near[0], Decision: release.LessonDecision{Accepted: true, By: "elle"}}, {Lesson: near[1], Decision: release.LessonDecision{Reason: "Nobody <is> concerned.", By: "elle"}},
	}})
	goldenPage(t, "lessons_heeded", details)
}

// However much is said in a review, Slack takes every page of it, and every text is
// on one of them.
func TestReviewPagesKeepSlacksLimits(t *testing.T) {
	o := open(t)
	checks(t, 6)
	rapid.Check(t, func(t *rapid.T) {
		text := func(n int) string { return "x" + hostile(n-1).Draw(t, "text") }
		v := reviewed()
		v.Programme.People = append(v.Programme.People, release.Person{ID: "long", Name: text(200)})
		v.Review.Reason, v.Review.Deviations = text(release.MaxText), []string{text(1000), text(1000), text(1000)}
		for i := range 60 {
			v.Review.Asked = append(v.Review.Asked, release.Asked{Person: release.PersonID("long" + itoa(i)), As: release.AskedImpacted})
			x := release.ReviewAnswer{Person: release.PersonID("long" + itoa(i)), At: start, Answer: release.Answer{
				Objectives: release.MetNo, Issues: text(release.MaxText), Well: text(release.MaxText), InTime: release.InTime,
			}}
			for range release.MaxLessons {
				x.Answer.Lessons = append(x.Answer.Lessons, release.LessonDraft{Words: text(release.MaxText), System: "helix", Cause: release.CauseData, Action: text(release.MaxText)})
			}
			v.Answers = append(v.Answers, x)
		}
		v.Summary = v.Review.Summarise(v.Answers, "https://docs.example/regression")
		by := release.Person{ID: "elle"}
		entries := reviewEntries(v.Summary, v.Programme)
		last := 1 + (len(entries)+reviewTexts-1)/reviewTexts
		for _, n := range []int{1, 2, last / 2, last, last + 7} {
			p := reviewPage(v, []release.ReviewView{v, v}, by, n, "REHEARSAL")
			harmless(t, "page "+itoa(n), p)
			if _, _, err := o.poster.cfg.Slack.PostMessage(board, options(p.fallback(), p.blocks, "review")...); err != nil {
				t.Fatalf("page %d: %v", n, wrapSlack("post", err))
			}
		}
		full := v.Answers[len(v.Answers)-1].Answer
		if form := (&Bot{}).answerForm(v, Call{Programme: v.Programme}, full, 0); len(form.Blocks.BlockSet) > 100 {
			t.Fatalf("the form has %d blocks", len(form.Blocks.BlockSet))
		}
	})
}

// R38, M19: a review as people type it: the questionnaire with a mistake at its field
// and another lesson, the page, the closing with a statement; and the lesson comes
// back in the form of the next RFC.
func TestReviewTyped(t *testing.T) {
	o := steward(t)
	o.must(o.store.Within(t.Context(), func(tx release.Tx) error {
		e := anEmergency()
		e.CreatedAt, e.UpdatedAt, e.Programme = start, start, 1
		rfc := release.RFC{State: release.Deployed, Content: content(), RaisedBy: "elle", RaisedAt: start, CreatedAt: start, UpdatedAt: start, Programme: 1}
		r := aReview()
		r.RFC, r.RolledBack, r.Reason, r.Deviations = 1, true, "The disk was full.", nil
		if err := tx.AddRelease(&e); err != nil {
			return err
		}
		if err := tx.AddRFC(&rfc); err != nil {
			return err
		}
		return tx.AddReview(&r)
	}))
	wants(t, o.command(tom, "/release review REL-1"), "Answered", "0 of 3", "rolled back")
	wants(t, o.command(tom, "/release review REL-1 answer"), "asks those who were involved")
	wants(t, o.command(elle, "/release review REL-1 dance"), "nothing that can be done with a review")
	wants(t, o.command(elle, "/release review"), "Which release? None was named.")
	wants(t, o.command(elle, "/release"), "Reviews that wait for your answer")
	o.command(elle, "/release review REL-1")
	answers := map[string]map[string]any{release.FieldObjectives: in("partly"), release.FieldInTime: in("yes"), release.FieldSignOff: in(notSigned)}
	o.submits(elle, release.FieldIssues, answers)
	answers[release.FieldIssues] = in("The disk was full.")
	o.submits(elle, "", answers)
	wants(t, o.command(elle, "/release review REL-1"), "1 of 3", "Lessons are mandatory", "Elle Ford, deployment team: partly, not signed off")
	wants(t, o.command(elle, "/release review REL-1 close"), "A release manager of the programme closes it")
	wants(t, o.command(rachel, "/release review REL-1 close because"), "1 of 3 have answered")
	for _, user := range []string{rachel, ben} {
		o.command(user, "/release review REL-1 answer")
		fields := map[string]map[string]any{release.FieldObjectives: in("yes"), release.FieldInTime: in("yes"), release.FieldSignOff: in(signedOff)}
		if user == ben {
			fields["lesson-1"], fields["cause-1"], fields["lesson-environment-1"] = in("Watch the disk."), in("environment"), in("sit-a")
		}
		o.submits(user, "", fields)
	}
	wants(t, o.command(rachel, "/release review REL-1 close"), "1 lesson is kept, and 3 answers stand")
	wants(t, o.command(rachel, "/release review REL-1 close"), "No review of REL-1 is open.")
	wants(t, o.command(elle, "/release review REL-1 answer"), "is closed")
	wants(t, o.command(tom, "/release lessons helix disk"), "Watch the disk.", "Environment and infrastructure")
	wants(t, o.command(tom, "/release lessons nothing of it"), "No lesson has every word")
	o.command(elle, "/rfc raise")
	o.submits(elle, "", filled())
	o.submits(elle, release.FieldWhy(1), map[string]map[string]any{release.FieldDecision(1): in(dismiss)})
	o.submits(elle, "", map[string]map[string]any{release.FieldDecision(1): in(dismiss), release.FieldWhy(1): in("It is watched now.")})
	s, err := o.desk.Card(t.Context(), 2)
	o.must(err)
	if s.RFC.State != release.Raised || len(s.Heeded) != 1 || s.Heeded[0].Decision.Reason != "It is watched now." {
		t.Errorf("raised %s with %+v", s.RFC.State, s.Heeded)
	}
}
