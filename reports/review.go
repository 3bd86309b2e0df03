package reports

import (
	"fmt"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// review turns what a review asks or tells into a letter: the questionnaire with
// its link, or the page as the review was closed (R38).
func (l Letterhead) review(p *release.Programme, n release.Notice, to release.Person) (letter, error) {
	r := *n.Event.Review
	x := letter{key: n.Key, stream: "review", thread: r.Subject(), to: to, at: n.At}
	if n.Event.Kind == release.NoticeReviewClosed {
		s, err := r.Frozen()
		if err != nil {
			return letter{}, fmt.Errorf("%w: %w", release.ErrGivenUp, err)
		}
		t := reviewPaper{programme: p, review: r, summary: s}
		x.subject = "Review of " + reviewed(p, r) + " closed"
		x.page = templates.Page{
			Kicker: "review", Title: x.subject, Lead: t.lead(), Sections: t.sections(), Link: l.channel(p), Footer: t.footer(),
		}
		return x, nil
	}
	x.subject = "How did it go? Review of " + reviewed(p, r)
	x.page = l.questionnaire(p, r, to)
	return x, nil
}

// reviewed names what a review is about: "REL-7, Helix 1.2.0.0".
func reviewed(p *release.Programme, r release.Review) string {
	return release.ReleaseName(r.Release) + ", " + templates.OneLine(systemName(p, r.System)) + " " + r.Version.String()
}

// questionnaire asks one person, with a link of their own where there are links.
func (l Letterhead) questionnaire(p *release.Programme, r release.Review, to release.Person) templates.Page {
	due := release.Instant(r.Due, p.Location())
	asked, _ := r.Asks(to.ID)
	page := templates.Page{
		Kicker: "review", Title: reviewed(p, r) + " was " + r.Outcome(),
		Lead: templates.Callout{Tone: templates.Act, Label: "Please answer by " + due, Text: "It takes three minutes. " + l.howToAnswer(r, to)},
		Link: l.answerLink(p, r, to.ID),
	}
	about := templates.Section{Title: "What is asked", Facts: []templates.Fact{
		{Label: "Release", Value: reviewed(p, r), Note: string(r.Type) + " release, " + release.RFCName(r.RFC)},
		{Label: "Ended", Value: release.Instant(r.OpenedAt, p.Location()), Note: r.Outcome()},
		{Label: "In", Value: environmentNames(p, r.Environments)},
		{Label: "Your part", Value: asked.As.String()},
	}, Items: []templates.Item{
		{Title: "Were the objectives met: yes, partly or no?"}, {Title: "What went well, and which issues arose?"}, {Title: "Were you told in time?"},
		{Title: "Do you sign the release off?"}, {Title: "What was learned, and what should be done about it?"},
	}}
	page.Sections = append(page.Sections, about)
	if deviations := deviationSection(r); !deviations.Bare() {
		page.Sections = append(page.Sections, deviations)
	}
	page.Footer = []string{
		"You get this mail because you were involved in the deployment (" + asked.As.String() + ").",
		"You can change your answer until the review is closed. Answers after " + due + " count too, and are marked as late.",
		"Sent by gonogo for " + p.Name + ". The record of who decided what is in gonogo, not in this mail.",
	}
	if page.Link.URL != "" && l.Links.URL(r.LinkFor(to.ID)) != "" {
		page.Footer = append(page.Footer[:2:2], linkIsYours, page.Footer[2])
	}
	return page
}

// howToAnswer says how somebody answers: by their link, in Slack, or both.
func (l Letterhead) howToAnswer(r release.Review, to release.Person) string {
	linked, inSlack := l.Links.URL(r.LinkFor(to.ID)) != "", len(to.Slack) > 0
	command := "/release review " + release.ReleaseName(r.Release)
	switch {
	case linked && inSlack:
		return "Answer in your browser with the link below, or in Slack with " + command + "."
	case linked:
		return "Answer in your browser with the link below; no account is needed."
	}
	return "Answer in Slack with " + command + "."
}

// answerLink is a person's own link to the questionnaire, else the board's channel.
func (l Letterhead) answerLink(p *release.Programme, r release.Review, id release.PersonID) templates.Link {
	if url := l.Links.URL(r.LinkFor(id)); url != "" {
		return templates.Link{Text: "Answer the review", URL: url}
	}
	return l.channel(p)
}

func deviationSection(r release.Review) templates.Section {
	s := templates.Section{Title: "What did not go to plan"}
	if r.Reason != "" {
		s.Items = append(s.Items, templates.Item{Title: "Why it was rolled back", Quote: r.Reason})
	}
	for _, d := range r.Deviations {
		s.Items = append(s.Items, templates.Item{Title: templates.OneLine(d)})
	}
	return s
}
