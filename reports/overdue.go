package reports

import (
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// linkIsYours stands below a link that answers in the reader's name (R122).
const linkIsYours = "The link is yours: whoever opens it answers in your name. Do not pass it on."

// overdue turns what somebody is reminded of into a letter, for those who are
// not in Slack.
func (l Letterhead) overdue(p *release.Programme, n release.Notice, to release.Person) letter {
	e := n.Event
	s := templates.Section{Title: "To be settled"}
	for _, r := range e.Overdue {
		s.Items = append(s.Items, l.overdueItem(p, r, e, to.ID))
	}
	link, how := l.channel(p), "Each of these should be done, or soon must be. The command beside it settles it in Slack."
	footer := []string{
		"You get this mail because it is yours, or because it was brought to you in your role, and you have no Slack account in the programme's registry.",
		"You are told each once, in working hours only.",
		"Sent by gonogo for " + p.Name + ". The record of who decided what is in gonogo, not in this mail.",
	}
	if url := l.answerURL(e.Overdue[0], to.ID); url != "" && len(e.Overdue) == 1 {
		link, how = templates.Link{Text: "Answer the review", URL: url}, "It takes three minutes: answer in your browser with the link below, or in Slack."
		footer = append([]string{footer[0], linkIsYours}, footer[1:]...)
	}
	title := "To be settled: " + templates.OneLine(e.Overdue[0].What)
	if more := len(e.Overdue) - 1; more > 0 {
		title = "To be settled: " + count(len(e.Overdue), "thing")
	}
	page := templates.Page{
		Kicker: "overdue", Title: title, Sections: []templates.Section{s}, Link: link, Footer: footer,
		Lead: templates.Callout{
			Tone: templates.Act, Label: "Please see to it", Text: how,
		},
	}
	return letter{key: n.Key, stream: "overdue", thread: "person/" + string(to.ID), subject: title, to: to, at: n.At, page: page}
}

func (l Letterhead) overdueItem(p *release.Programme, r release.Reminder, e release.Event, to release.PersonID) templates.Item {
	item := templates.Item{Title: templates.OneLine(r.What), Badge: templates.Badge{Text: "due soon", Tone: templates.Warn}}
	if !e.At.Before(r.Due) {
		item.Badge = templates.Badge{Text: "overdue", Tone: templates.Bad}
	}
	due := "Due " + release.Instant(r.Due, p.Location()) + "; it is with "
	if r.Review != 0 && !e.At.Before(r.Due) { // asked again on its last day, or after it: its own words say which
		item.Badge, due = templates.Badge{Text: "not answered", Tone: templates.Warn}, "It is with "
	}
	names := make([]string, len(r.Owners))
	for i, id := range r.Owners {
		names[i] = p.NameOf(id)
	}
	about := []string{}
	if r.Release != 0 {
		about = append(about, release.ReleaseName(r.Release))
	}
	if r.Title != "" {
		about = append(about, templates.OneLine(r.Title))
	}
	if len(about) > 0 {
		item.Lines = append(item.Lines, "About "+strings.Join(about, ", "))
	}
	item.Lines = append(item.Lines, due+strings.Join(names, ", "))
	switch r.Level {
	case release.ChaseManager:
		item.Lines = append(item.Lines, "You hear of it as release manager of the programme.")
	case release.ChaseEscalation:
		item.Lines = append(item.Lines, "You hear of it as escalation point.")
	case release.ChaseOwner:
	}
	if r.Act != "" {
		item.Lines = append(item.Lines, "In Slack: "+r.Act)
	}
	if url := l.answerURL(r, to); url != "" && len(e.Overdue) > 1 { // alone it is the mail's button
		item.Lines = append(item.Lines, "In your browser, in your name alone: "+url)
	}
	return item
}

// answerURL is where somebody answers the review that a reminder is about; empty
// when it is about none, or not theirs to answer.
func (l Letterhead) answerURL(r release.Reminder, to release.PersonID) string {
	if r.Review == 0 || r.Level != release.ChaseOwner {
		return ""
	}
	return l.Links.URL(release.ReviewLink{Review: r.Review, Person: to, Expires: r.LinkUntil})
}
