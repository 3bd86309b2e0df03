package reports

import (
	"fmt"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// reviewPaper writes what the answers to a review add up to: as a mail and as a
// document.
type reviewPaper struct {
	programme *release.Programme
	review    release.Review
	summary   release.ReviewSummary
}

func (t reviewPaper) lead() templates.Callout {
	s := t.summary
	text := fmt.Sprintf("%d of %d answered, %s, %s.", s.Answered(), len(s.Heard), count(len(s.Lessons), "lesson"), signedOff(s))
	tone := templates.Good
	if s.Mandatory() != "" {
		tone = templates.Warn
		text += " " + s.Mandatory()
	}
	return templates.Callout{Tone: tone, Label: "Nothing is asked of you", Text: text}
}

func signedOff(s release.ReviewSummary) string {
	if s.Answered() > 0 && s.SignedOff == s.Answered() {
		return "signed off by all of them"
	}
	return fmt.Sprintf("signed off by %d", s.SignedOff)
}

func (t reviewPaper) footer() []string {
	return []string{
		"You get this mail because the review asked you.",
		"Lessons come back when somebody raises an RFC for the same system or environment. /release lessons searches them.",
		"Sent by gonogo for " + t.programme.Name + ". The page is frozen in gonogo under SHA-256 " + t.review.Digest + ".",
	}
}

// facts are the counts of a review.
func (t reviewPaper) facts() []templates.Fact {
	s, loc := t.summary, t.programme.Location()
	facts := []templates.Fact{
		{Label: "Release", Value: reviewed(t.programme, t.review), Note: s.RFC},
		{Label: "Ended", Value: release.Instant(s.OpenedAt, loc), Note: s.Outcome},
		{Label: "Objectives", Value: fmt.Sprintf("met: %d, partly: %d, not met: %d", s.Objectives[release.MetYes], s.Objectives[release.MetPartly], s.Objectives[release.MetNo])},
		{Label: "Told in time", Value: fmt.Sprintf("yes: %d, no: %d", s.InTime, s.TooLate)},
		{Label: "Signed off", Value: fmt.Sprintf("%d of %s", s.SignedOff, count(s.Answered(), "answer"))},
		{Label: "Regression", Value: orText(s.Regression, "no report yet")},
		{Label: "Deadline", Value: release.Instant(s.Due, loc)},
	}
	if t.review.RolledBack {
		facts[5].Value = "none, it was rolled back"
	}
	if !s.ClosedAt.IsZero() {
		facts = append(facts, templates.Fact{Label: "Closed", Value: release.Instant(s.ClosedAt, loc), Note: "by " + t.programme.NameOf(s.ClosedBy)})
	}
	if s.Statement != "" {
		facts = append(facts, templates.Fact{Label: "Statement", Value: s.Statement})
	}
	return facts
}

// sections are the page as a mail.
func (t reviewPaper) sections() []templates.Section {
	s := t.summary
	all := []templates.Section{{Title: "The review", Facts: t.facts()}}
	if deviations := deviationSection(t.review); !deviations.Bare() {
		all = append(all, deviations)
	}
	said := func(title, empty string, texts []release.Said) {
		section := templates.Section{Title: title, Empty: empty}
		for _, x := range texts {
			section.Items = append(section.Items, templates.Item{Title: t.programme.NameOf(x.Person), Quote: x.Text})
		}
		all = append(all, section)
	}
	said("Issues", "Nobody named an issue.", s.Issues)
	lessons := templates.Section{Title: "What was learned, by cause", Empty: "No lesson was handed in."}
	for _, x := range s.Lessons {
		item := templates.Item{Title: x.Cause.String(), Lines: []string{t.place(x)}, Quote: x.Words}
		if x.Action != "" {
			item.Lines = append(item.Lines, "Proposal: "+x.Action)
		}
		lessons.Items = append(lessons.Items, item)
	}
	all = append(all, lessons)
	said("What went well", "Nobody said what went well.", s.Well)
	heard := templates.Section{Title: "Who was asked"}
	for _, h := range s.Heard {
		heard.Items = append(heard.Items, templates.Item{Title: t.programme.NameOf(h.Person) + ", " + h.As.String(), Badge: heardBadge(h)})
	}
	return append(all, heard)
}

// place names what a lesson is about, and whose it is.
func (t reviewPaper) place(x release.Learned) string {
	words := []string{systemName(t.programme, x.System)}
	if x.Environment != "" {
		words = append(words, environmentName(t.programme, x.Environment))
	}
	return strings.Join(append(words, "by "+t.programme.NameOf(x.Person)), ", ")
}

func heardBadge(h release.Heard) templates.Badge {
	switch {
	case !h.Spoke():
		return templates.Badge{Text: "silent", Tone: templates.Warn}
	case !h.SignedOff:
		return templates.Badge{Text: lately(h) + "not signed off", Tone: templates.Bad}
	}
	return templates.Badge{Text: lately(h) + "signed off", Tone: templates.Good}
}

func lately(h release.Heard) string {
	if h.Late {
		return "late, "
	}
	return ""
}

// ReviewPaper returns what a review adds up to as a document of one page (R38,
// R55): as it stands, or as it was closed.
func (l Letterhead) ReviewPaper(v release.ReviewView) Paper {
	t := reviewPaper{programme: v.Programme, review: v.Review, summary: v.Summary}
	page := templates.Document{
		Lang: "en-GB", Programme: v.Programme.Name, Kicker: "Post-implementation review", Title: reviewed(v.Programme, v.Review),
		Status: templates.Badge{Text: "Open", Tone: templates.Warn}, Said: "As of " + release.Instant(v.Now, v.Programme.Location()),
		Facts: t.facts(), Parts: t.parts(), Name: fmt.Sprintf("Review %d of %s", v.Review.ID, v.Release.Name()),
	}
	at := v.Now
	if !v.Review.Open() {
		at = v.Review.ClosedAt
		page.Status = templates.Badge{Text: "Closed", Tone: templates.Good}
		page.Said = "By " + v.Programme.NameOf(v.Review.ClosedBy) + ", " + release.Instant(at, v.Programme.Location())
		page.Digest, page.Footer = v.Review.Digest, []string{"A closed review is frozen: its answers and its lessons are final."}
	}
	if l.Rehearsal {
		page.Banner = rehearsalBanner
	}
	return Paper{templates: l.Templates, page: page, markdown: t.markdown(page), at: at, file: safeName("review-" + v.Release.Name() + "-" + fmt.Sprint(v.Review.ID))}
}

// parts are the page as a document.
func (t reviewPaper) parts() []templates.Part {
	var parts []templates.Part
	for _, s := range t.sections()[1:] {
		part := templates.Part{Title: s.Title, Empty: s.Empty}
		for _, x := range s.Items {
			part.List = append(part.List, itemText(x))
		}
		parts = append(parts, part)
	}
	return parts
}

// itemText is an item as a line of a list.
func itemText(x templates.Item) string {
	words := []string{x.Title}
	if x.Badge.Text != "" {
		words[0] += ": " + x.Badge.Text
	}
	if x.Quote != "" {
		words[0] += ": “" + x.Quote + "”"
	}
	return sentences(append(words, x.Lines...)...)
}

// sentences writes texts one after another, with a full stop between two where
// the first has no end of its own.
func sentences(texts ...string) string {
	text := ""
	for i, x := range texts {
		if bare := strings.TrimRight(text, "”"); i > 0 && !strings.HasSuffix(bare, ".") && !strings.HasSuffix(bare, "!") && !strings.HasSuffix(bare, "?") {
			text += "."
		}
		text += " " + x
	}
	return strings.TrimSpace(text)
}

// markdown is the document as Markdown.
func (t reviewPaper) markdown(d templates.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: %s\n\n%s. %s.\n\n| What | Value |\n| --- | --- |\n", d.Kicker, markdownLine(d.Title, false), d.Status.Text, markdownLine(d.Said, false))
	for _, f := range d.Facts {
		value := f.Value
		if f.Note != "" {
			value += ", " + f.Note
		}
		fmt.Fprintf(&b, "| %s | %s |\n", markdownLine(f.Label, false), markdownLine(templates.OneLine(value), false))
	}
	for _, part := range d.Parts {
		fmt.Fprintf(&b, "\n## %s\n\n", markdownLine(part.Title, false))
		for _, x := range part.List {
			fmt.Fprintf(&b, "- %s\n", markdownLine(templates.OneLine(x), false))
		}
		if len(part.List) == 0 {
			fmt.Fprintf(&b, "%s\n", part.Empty)
		}
	}
	if d.Digest != "" {
		fmt.Fprintf(&b, "\nSHA-256: `%s`\n", d.Digest)
	}
	return b.String()
}
