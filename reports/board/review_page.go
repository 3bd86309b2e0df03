package board

import (
	"fmt"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// The values of the sign-off.
const (
	signed    = "signed"
	notSigned = "not-yet"
)

// questionnaire is the page of one visit.
type questionnaire struct {
	visit
	answer   release.Answer
	key      string
	lessons  int    // how many it has room for
	sign     string // signed, notSigned, or not chosen yet
	answered bool
	saved    bool
	problems []release.FieldProblem
}

func (q questionnaire) page() templates.Form {
	r, p := q.view.Review, q.view.Programme
	f := templates.Form{
		Programme: p.Name, Kicker: "review of " + release.ReleaseName(r.Release), Title: "How did it go? " + q.view.Release.Title(p), Lead: q.lead(),
		Action: "../review", Hidden: []templates.Fact{{Label: fieldToken, Value: q.token}, {Label: fieldForm, Value: q.key}},
		Facts: facts(q.visit), Groups: q.groups(), Footer: q.footer(),
		Buttons: []templates.Button{{Says: doSave, Text: "Save my answer"}},
	}
	if len(q.problems) > 0 {
		f.Lead = templates.Callout{} // the mistakes come first
	}
	if q.lessons < release.MaxLessons {
		f.Buttons = append(f.Buttons, templates.Button{Says: doMore, Text: "Add another lesson", Quiet: true})
	}
	for _, d := range r.Deviations {
		f.List = append(f.List, "Not to plan: "+d)
	}
	labels := map[string]string{}
	for _, g := range f.Groups {
		for _, x := range g.Fields {
			labels[x.Name] = x.Label
			if g.Title != "" && x.Menu {
				labels[x.Name] = g.Title + ", " + x.Label
			}
		}
	}
	for _, x := range q.problems {
		f.Mistakes = append(f.Mistakes, templates.Mistake{Field: x.Field, Label: labels[x.Field], Why: x.Why})
	}
	return f
}

func (q questionnaire) lead() templates.Callout {
	r, loc := q.view.Review, q.view.Programme.Location()
	until := "It can be changed until the review is closed."
	switch {
	case q.saved:
		return templates.Callout{Tone: templates.Good, Label: "Thank you: your answer is saved.", Text: until}
	case r.Late(q.view.Now):
		return templates.Callout{
			Tone: templates.Warn, Label: "The deadline was " + release.Instant(r.Due, loc) + ".", Text: "Your answer still counts, and is marked as late.",
		}
	case q.answered:
		return templates.Callout{Tone: templates.Calm, Label: "You have answered.", Text: until}
	}
	return templates.Callout{
		Tone: templates.Act, Label: "Please answer by " + release.Instant(r.Due, loc) + ".", Text: "It takes three minutes. " + until,
	}
}

// facts say for whom the page is, and what it is about.
func facts(v visit) []templates.Fact {
	r, p := v.view.Review, v.view.Programme
	asked, _ := r.Asks(v.who.ID)
	all := []templates.Fact{
		{Label: "You answer as", Value: v.who.Name, Note: asked.As.String() + ". Not you? Then close this page: whatever is sent here counts as theirs."},
		{Label: "Release", Value: release.ReleaseName(r.Release) + ", " + v.view.Release.Title(p), Note: string(r.Type) + " release, " + release.RFCName(r.RFC)},
		{Label: "Ended", Value: r.Outcome() + ", " + release.Instant(r.OpenedAt, p.Location())},
	}
	if r.Reason != "" {
		all = append(all, templates.Fact{Label: "Why", Value: r.Reason})
	}
	return all
}

func (q questionnaire) footer() []string {
	return []string{
		"You can answer in Slack as well, with /release review " + release.ReleaseName(q.view.Review.Release) + ".",
		"Your answer and your name are read by everybody the review asks, and kept for ever.",
	}
}

func (q questionnaire) groups() []templates.Group {
	a := q.answer
	groups := []templates.Group{{Fields: []templates.Field{
		q.field(templates.Field{
			Name: release.FieldObjectives, Label: "Were the objectives met?", Value: string(a.Objectives), Needed: true,
			Options: []templates.Option{{Value: string(release.MetYes), Text: "Yes"}, {Value: string(release.MetPartly), Text: "Partly"}, {Value: string(release.MetNo), Text: "No"}},
		}),
		q.field(templates.Field{Name: release.FieldWell, Label: "What went well?", Value: a.Well, Most: release.MaxText}),
		q.field(templates.Field{
			Name: release.FieldIssues, Label: "Which issues arose?", Hint: "Needed when the objectives were not fully met.", Value: a.Issues, Most: release.MaxText,
		}),
		q.field(templates.Field{
			Name: release.FieldInTime, Label: "Were you told in time?", Value: a.InTime, Needed: true,
			Options: []templates.Option{{Value: release.InTime, Text: "Yes, in time"}, {Value: release.TooLate, Text: "No, too late or not at all"}},
		}),
		q.field(templates.Field{
			Name: release.FieldSignOff, Label: "Do you sign the release off?", Value: q.sign,
			Options: []templates.Option{{Value: signed, Text: "I sign it off"}, {Value: notSigned, Text: "I do not sign it off"}},
		}),
	}}}
	for i := range min(q.lessons, release.MaxLessons) {
		l := release.LessonDraft{System: q.view.Review.System}
		if i < len(a.Lessons) {
			l = a.Lessons[i]
		}
		groups = append(groups, q.lesson(i, l))
	}
	return groups
}

// lesson is the part of the form for one lesson.
func (q questionnaire) lesson(i int, l release.LessonDraft) templates.Group {
	p := q.view.Programme
	causes := []templates.Option{{Value: "", Text: "Choose"}}
	for _, c := range release.Causes() {
		causes = append(causes, templates.Option{Value: string(c), Text: c.String()})
	}
	var systems []templates.Option
	for _, s := range p.Systems {
		if !s.Retired || s.ID == l.System {
			systems = append(systems, templates.Option{Value: string(s.ID), Text: s.Name})
		}
	}
	environments := []templates.Option{{Value: "", Text: "None in particular"}}
	for _, e := range p.Environments {
		if !e.Retired || e.ID == l.Environment {
			environments = append(environments, templates.Option{Value: string(e.ID), Text: e.Name})
		}
	}
	at := func(field string) string { return release.LessonField(i, field) }
	return templates.Group{
		Title: fmt.Sprintf("Lesson %d", i+1), Intro: "Leave it empty where there is nothing more. Lessons come back when somebody changes the same system or environment.",
		Fields: []templates.Field{
			q.field(templates.Field{Name: at(release.FieldLesson), Label: "What was learned?", Value: l.Words, Most: release.MaxText}),
			q.field(templates.Field{Name: at(release.FieldCause), Label: "From what?", Value: string(l.Cause), Options: causes, Menu: true}),
			q.field(templates.Field{Name: at(release.FieldLessonSystem), Label: "About which system?", Value: string(l.System), Options: systems, Menu: true}),
			q.field(templates.Field{Name: at(release.FieldLessonEnvironment), Label: "In which environment?", Value: string(l.Environment), Options: environments, Menu: true}),
			q.field(templates.Field{Name: at(release.FieldLessonAction), Label: "What should be done about it?", Value: l.Action, Most: release.MaxText}),
		},
	}
}

// field puts to a field what was wrong with it.
func (q questionnaire) field(f templates.Field) templates.Field {
	for _, x := range q.problems {
		if x.Field == f.Name {
			f.Why = x.Why
		}
	}
	return f
}

// closedPage says that nothing can be said any more, and what came of it.
func closedPage(v visit) templates.Form {
	r, p, s := v.view.Review, v.view.Programme, v.view.Summary
	f := templates.Form{
		Programme: p.Name, Kicker: "review of " + release.ReleaseName(r.Release), Title: "This review is closed",
		Lead: templates.Callout{
			Tone: templates.Calm, Label: "Closed by " + p.NameOf(r.ClosedBy) + ", " + release.Instant(r.ClosedAt, p.Location()) + ".",
			Text: "No more answers are taken, and what was said is final. Tell the programme's release manager what is missing.",
		},
		Facts:  facts(v),
		Footer: []string{"The page of the review is in Slack: /release review " + release.ReleaseName(r.Release) + " summary. Everybody it asked got it by mail."},
	}
	asked, _ := r.Asks(v.who.ID)
	f.Facts[0] = templates.Fact{Label: "You were asked", Value: v.who.Name, Note: asked.As.String()} // nothing can be sent from here any more
	lessons := fmt.Sprintf("%d lessons", len(s.Lessons))
	if len(s.Lessons) == 1 {
		lessons = "1 lesson"
	}
	f.Facts = append(f.Facts, templates.Fact{Label: "Answered", Value: fmt.Sprintf("%d of %d", s.Answered(), len(s.Heard)), Note: lessons})
	return f
}
