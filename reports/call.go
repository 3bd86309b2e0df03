package reports

import (
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// called turns the call of a meeting into a letter to somebody who belongs into
// it, with the agenda as it stands (R60, R65).
func (l Letterhead) called(t sitting, n release.Notice) letter {
	m := t.meeting
	at := t.instant(m.StartedAt)
	names := make([]string, len(m.Attendees))
	for i, id := range m.Attendees {
		names[i] = t.programme.NameOf(id)
	}
	var leaders []string
	for _, x := range t.programme.HoldersAmong(m.Kind.Chair(), release.ProgrammeParty) {
		leaders = append(leaders, x.Name)
	}
	page := templates.Page{
		Kicker: "invitation", Title: m.Title() + ", " + at,
		Lead: templates.Callout{Tone: templates.Act, Label: "You are invited: " + at, Text: "What waits for the board is shown by /rcb agenda in Slack at any time. " +
			"Who cannot come tells " + strings.Join(leaders, " or ") + "."},
		Sections: []templates.Section{{Title: "The meeting", Facts: []templates.Fact{
			{Label: "When", Value: at}, {Label: "Led by", Value: strings.Join(leaders, ", ")}, {Label: "Invited", Value: strings.Join(names, ", ")},
		}}},
		Link: l.channel(t.programme),
		Footer: []string{
			"You get this mail because your role belongs in this meeting.", "What you may have to act on always comes at once.",
			"Sent by gonogo for " + t.programme.Name + ". The record of who decided what is in gonogo, not in this mail.",
		},
	}
	if s := t.agenda(); !s.Bare() {
		s.Title = "The agenda as it stands"
		page.Sections = append(page.Sections, s)
	}
	return letter{key: n.Key, stream: "meeting", subject: "Invitation: " + page.Title, to: t.reader, at: n.At, page: page}
}
