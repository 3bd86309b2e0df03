package bot

import (
	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// The values of the questionnaire's choices.
const (
	signedOff  = "signed"
	notSigned  = "not-yet"
	noCause    = "none"
	everywhere = "everywhere"
)

var (
	metChoices = []choice{
		{string(release.MetYes), "Yes"}, {string(release.MetPartly), "Partly"}, {string(release.MetNo), "No"},
	}
	inTimeChoices = []choice{{release.InTime, "Yes, in time"}, {release.TooLate, "No, too late or not at all"}}
	signChoices   = []choice{{signedOff, "I sign it off"}, {notSigned, "I do not sign it off"}}
)

// answerForm is the questionnaire of a review, filled in with an answer; lessons is
// how many are asked for, the answer's own and one more where it is 0.
func (b *Bot) answerForm(v release.ReviewView, c Call, a release.Answer, lessons int) *view {
	r := v.Review
	f := b.formView("Review of "+v.Release.Name(), "Send", "release.review", meta{Release: r.Release, Review: r.ID})
	over := newPage("", "").say(
		line{bold(clip(v.Release.Title(v.Programme), 200)), words(" was " + r.Outcome() + ", " + release.Instant(r.OpenedAt, v.Programme.Location()) + ".")},
		said("Answers are taken until "+release.Instant(r.Due, v.Programme.Location())+", and marked as late after it. You can change yours until the review is closed."),
	)
	f.add(over.list(deviationLines(r)...).blocks...)
	sign := ""
	if a.Objectives != "" {
		sign = notSigned
		if a.SignedOff {
			sign = signedOff
		}
	}
	f.add(
		radioInput(release.FieldObjectives, "Were the objectives met?", metChoices, string(a.Objectives)),
		textInput(release.FieldWell, "What went well?", "", a.Well, release.MaxText, true, true),
		textInput(release.FieldIssues, "Which issues arose?", "Needed when the objectives were not fully met.", a.Issues, release.MaxText, true, true),
		radioInput(release.FieldInTime, "Were you told in time?", inTimeChoices, a.InTime),
		radioInput(release.FieldSignOff, "Do you sign the release off?", signChoices, sign),
	)
	if lessons == 0 {
		lessons = len(a.Lessons) + 1
	}
	lessons = min(lessons, release.MaxLessons)
	for i := range lessons {
		l := release.LessonDraft{System: r.System}
		if i < len(a.Lessons) {
			l = a.Lessons[i]
		}
		f.addLesson(i, l, c.Programme)
	}
	if lessons < release.MaxLessons {
		f.add(slack.NewActionBlock("", button("release.review.more", "review "+v.Release.Name()+" "+anotherLesson, "Another lesson", "Add a lesson to the form")))
	}
	return f
}

// addLesson adds the fields of the lesson at a place.
func (v *view) addLesson(i int, l release.LessonDraft, p *release.Programme) {
	v.add(newPage("", "").heading("Lesson " + itoa(i+1)).blocks...)
	var systems []choice
	for _, s := range p.Systems {
		if !s.Retired || s.ID == l.System {
			systems = append(systems, choice{string(s.ID), s.Name})
		}
	}
	environments := []choice{{everywhere, "None in particular"}}
	for _, e := range p.Environments {
		if !e.Retired || e.ID == l.Environment {
			environments = append(environments, choice{string(e.ID), e.Name})
		}
	}
	causes := []choice{{noCause, "No lesson"}}
	for _, c := range release.Causes() {
		causes = append(causes, choice{string(c), c.String()})
	}
	at, cause := string(l.Environment), string(l.Cause)
	if at == "" {
		at = everywhere
	}
	if cause == "" {
		cause = noCause
	}
	v.add(
		textInput(release.LessonField(i, release.FieldLesson), "What was learned?", "Leave it empty where there is nothing more.", l.Words, release.MaxText, true, true),
		selectInput(release.LessonField(i, release.FieldCause), "From what?", "", causes, cause),
		selectInput(release.LessonField(i, release.FieldLessonSystem), "About which system?", "", systems, string(l.System)),
		selectInput(release.LessonField(i, release.FieldLessonEnvironment), "In which environment?", "", environments, at),
		textInput(release.LessonField(i, release.FieldLessonAction), "What should be done about it?", "", l.Action, release.MaxText, true, true),
	)
}

// answerOf reads the questionnaire.
func answerOf(f form) release.Answer {
	a := release.Answer{
		Objectives: release.Met(f.choice(release.FieldObjectives)), Well: f.text(release.FieldWell), Issues: f.text(release.FieldIssues),
		InTime: f.choice(release.FieldInTime), SignedOff: f.choice(release.FieldSignOff) == signedOff,
	}
	for i := range release.MaxLessons {
		if !f.has(release.LessonField(i, release.FieldLesson)) {
			break
		}
		l := release.LessonDraft{
			Words: f.text(release.LessonField(i, release.FieldLesson)), Action: f.text(release.LessonField(i, release.FieldLessonAction)),
			System: release.SystemID(f.choice(release.LessonField(i, release.FieldLessonSystem))),
		}
		if cause := f.choice(release.LessonField(i, release.FieldCause)); cause != noCause {
			l.Cause = release.Cause(cause)
		}
		if at := f.choice(release.LessonField(i, release.FieldLessonEnvironment)); at != everywhere {
			l.Environment = release.EnvironmentID(at)
		}
		a.Lessons = append(a.Lessons, l)
	}
	return a
}

// closeReviewForm asks why nothing is to be learned, where lessons are mandatory.
func (b *Bot) closeReviewForm(v release.ReviewView) *view {
	f := b.formView("Close the review", "Close it", "release.review", meta{Release: v.Release.Number, Review: v.Review.ID})
	f.add(newPage("", "").say(
		line{bold("Lessons must be captured."), words(" " + v.Summary.Mandatory() + " Nobody handed one in.")},
		said("Hand in a lesson with your own answer, or state here why nothing is to be learned. Everybody who was asked reads it."),
	).blocks...)
	f.add(textInput(release.FieldStatement, "Why is nothing to be learned?", "", "", release.MaxText, true, false))
	return f
}
