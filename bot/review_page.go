package bot

import (
	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// How much of a review one page shows: the rest is on the next.
const (
	reviewTexts  = 6
	reviewText   = 700
	reviewPeople = 30
)

// reviewPage shows what the answers to a review add up to, page by page: the counts
// and who has answered first, then the issues, what went well, and the lessons by
// cause.
func reviewPage(v release.ReviewView, all []release.ReviewView, by release.Person, number int, banner string) *page {
	s := v.Summary
	p := newPage("Review of "+v.Release.Name(), banner).heading("Review of " + v.Release.Name() + ": " + clip(v.Release.Title(v.Programme), 90))
	texts := reviewEntries(s, v.Programme)
	pages := 1 + (len(texts)+reviewTexts-1)/reviewTexts
	number = min(number, pages)
	if number == 1 {
		p.say(reviewStands(v)...)
		p.list(deviationLines(v.Review)...)
		p.list(reviewFacts(v)...)
		heardPart(p, s, v.Programme)
	} else {
		from := (number - 2) * reviewTexts
		last := ""
		for _, x := range texts[from:min(from+reviewTexts, len(texts))] {
			if x.part != last {
				p.heading(x.part)
				last = x.part
			}
			p.passage(x.title, x.text, reviewText)
		}
	}
	if pages > 1 {
		p.note("Page " + itoa(number) + " of " + itoa(pages) + ".")
	}
	return p.buttons(reviewButtons(v, all, by, number, pages)...)
}

// reviewStands say how a review stands, and whether lessons are mandatory.
func reviewStands(v release.ReviewView) []line {
	r, s, loc := v.Review, v.Summary, v.Programme.Location()
	lines := []line{{bold(capital(r.Outcome())), words(", " + release.Instant(r.OpenedAt, loc) + ".")}}
	if r.Reason != "" {
		lines = append(lines, fact("Why", clip(oneLine(r.Reason), 600)))
	}
	switch {
	case !r.Open():
		lines = append(lines, line{bold("Closed"), words(" by " + clip(v.Programme.NameOf(r.ClosedBy), cardName) + ", " + release.Instant(r.ClosedAt, loc) + ". Digest " + clip(r.Digest, 13) + ".")})
		if r.Statement != "" {
			lines = append(lines, fact("Statement", clip(oneLine(r.Statement), 600)))
		}
	case r.Late(v.Now):
		lines = append(lines, line{bold("The deadline passed"), words(", " + release.Instant(r.Due, loc) + "; late answers are taken until it is closed.")})
	default:
		lines = append(lines, line{bold("Answers are taken"), words(" until " + release.Instant(r.Due, loc) + ".")})
	}
	if why := s.Mandatory(); why != "" && r.Open() {
		lines = append(lines, line{bold("Lessons are mandatory: "), words(clip(why, 300))})
	}
	return lines
}

func deviationLines(r release.Review) []line {
	lines := make([]line, len(r.Deviations))
	for i, d := range r.Deviations {
		lines[i] = line{bold("Not to plan: "), words(clip(oneLine(d), 240))}
	}
	return lines
}

// reviewFacts are the counts, and the regression test.
func reviewFacts(v release.ReviewView) []line {
	s := v.Summary
	regression := "not there yet"
	switch {
	case s.Regression != "":
		regression = clip(s.Regression, 300)
	case v.Review.RolledBack:
		regression = "none, it was rolled back"
	}
	return []line{
		fact("Answered", itoa(s.Answered())+" of "+itoa(len(s.Heard))),
		fact("Objectives met", itoa(s.Objectives[release.MetYes])+" yes, "+itoa(s.Objectives[release.MetPartly])+" partly, "+itoa(s.Objectives[release.MetNo])+" no"),
		fact("Told in time", itoa(s.InTime)+" yes, "+itoa(s.TooLate)+" no"),
		fact("Signed off", itoa(s.SignedOff)+" of "+itoa(s.Answered())),
		fact("Lessons", itoa(len(s.Lessons))), fact("Regression test", regression),
	}
}

// heardPart shows who has answered and who has not, late ones marked.
func heardPart(p *page, s release.ReviewSummary, programme *release.Programme) {
	var lines []line
	for _, h := range s.Heard {
		who := clip(programme.NameOf(h.Person), cardName) + ", " + h.As.String()
		switch {
		case !h.Spoke():
			lines = append(lines, line{words("○ " + who + ": "), bold("silent")})
		case h.Late:
			lines = append(lines, line{words("✓ " + who + ": " + string(h.Met) + signWords(h)), bold(" (late)")})
		default:
			lines = append(lines, line{words("✓ " + who + ": " + string(h.Met) + signWords(h))})
		}
	}
	p.say(line{bold("Who was asked")})
	someLines(p, lines, reviewPeople, "The mail with the page names them.")
}

func signWords(h release.Heard) string {
	if h.SignedOff {
		return ", signed off"
	}
	return ", not signed off"
}

// reviewEntry is a text of a review under its part.
type reviewEntry struct{ part, title, text string }

func reviewEntries(s release.ReviewSummary, p *release.Programme) []reviewEntry {
	var all []reviewEntry
	for _, x := range s.Issues {
		all = append(all, reviewEntry{"Issues", clip(p.NameOf(x.Person), cardName), x.Text})
	}
	for _, x := range s.Well {
		all = append(all, reviewEntry{"What went well", clip(p.NameOf(x.Person), cardName), x.Text})
	}
	for _, l := range s.Lessons {
		text := l.Words
		if l.Action != "" {
			text += "\nProposal: " + l.Action
		}
		all = append(all, reviewEntry{"Lessons", l.Cause.String() + " · " + lessonPlace(l.LessonDraft, p) + " · " + clip(p.NameOf(l.Person), cardName), text})
	}
	return all
}

// lessonPlace names a lesson's system, and its environment where it has one.
func lessonPlace(l release.LessonDraft, p *release.Programme) string {
	name := string(l.System)
	if s, ok := p.System(l.System); ok {
		name = s.Name
	}
	if l.Environment != "" {
		name += ", " + environmentNames(p, []release.EnvironmentID{l.Environment})[0]
	}
	return clip(name, cardList)
}

func reviewButtons(v release.ReviewView, all []release.ReviewView, by release.Person, number, pages int) []*slack.ButtonBlockElement {
	var buttons []*slack.ButtonBlockElement
	if number < pages {
		buttons = append(buttons, summaryButton(v.Review, number+1, "Next page"))
	}
	if number > 1 {
		buttons = append(buttons, summaryButton(v.Review, number-1, "Page before"))
	}
	if _, asked := v.Review.Asks(by.ID); asked && v.Review.Open() {
		label := "Answer"
		if _, spoke := v.Mine(by.ID); spoke {
			label = "Change my answer"
		}
		buttons = append(buttons, answerButton(v.Review, label))
	}
	if v.Review.Open() && v.Programme.MayClose(by) {
		name := v.Release.Name()
		buttons = append(buttons, button("release.review.close", "review "+name+" "+reviewClose, "Close the review", "Close the review of "+name))
	}
	for _, x := range all {
		if x.Review.ID != v.Review.ID && len(buttons) < 6 {
			buttons = append(buttons, summaryButton(x.Review, 1, "Review "+id64(x.Review.ID)))
		}
	}
	return buttons
}

func id64(n int64) string { return itoa(int(n)) }

func answerButton(r release.Review, label string) *slack.ButtonBlockElement {
	name := release.ReleaseName(r.Release)
	return button("release.review.answer."+id64(r.ID), "review "+name+" "+id64(r.ID)+" "+reviewAnswer, label, label+", review of "+name)
}

func summaryButton(r release.Review, page int, label string) *slack.ButtonBlockElement {
	name := release.ReleaseName(r.Release)
	return button("release.review.page."+id64(r.ID)+"."+itoa(page), "review "+name+" "+id64(r.ID)+" "+reviewSummary+" "+itoa(page), label, label+", review of "+name)
}
