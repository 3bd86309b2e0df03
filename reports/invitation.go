package reports

import (
	"fmt"

	ics "github.com/arran4/golang-ical"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// invited turns a change of the reader's calendar into a letter (R102, R138): what
// their program takes from it stands in words above.
func (l Letterhead) invited(p *release.Programme, n release.Notice, to release.Person) (letter, error) {
	x := *n.Event.Invitation
	when := x.Window.String()
	page := templates.Page{
		Kicker: "calendar", Title: x.Title,
		Lead: invitationLead(x, when),
		Sections: []templates.Section{{Title: "What it is", Facts: []templates.Fact{
			{Label: "When", Value: when}, {Label: "Where", Value: x.Place},
		}}},
		Link: l.channel(p),
		Footer: []string{
			"You get this mail because " + whyInvited(n.Event) + ".",
			"Your calendar program takes the change from this mail by itself, or from the file with it. Nobody waits for your answer to it.",
			"Sent by gonogo for " + p.Name + ". The record of who decided what is in gonogo, not in this mail.",
		},
	}
	if x.Place == "" {
		page.Sections[0].Facts = page.Sections[0].Facts[:1]
	}
	entry, err := l.entry(p, x, to)
	if err != nil {
		return letter{}, err
	}
	return letter{
		key: n.Key, stream: "calendar", thread: "invite/" + x.Subject, subject: invitationVerb(x) + ": " + x.Title + ", " + when, to: to, at: n.At,
		page: page, calendar: entry,
	}, nil
}

// entry returns what the reader's calendar program is told. Only the reader is named
// in it, as only they get this mail.
func (l Letterhead) entry(p *release.Programme, x release.InvitationSent, to release.Person) (Calendar, error) {
	method, status := icsRequest, ics.ObjectStatusConfirmed
	if x.Cancel {
		method, status = icsCancel, ics.ObjectStatusCancelled
	}
	title := x.Title
	if l.Rehearsal {
		title = "REHEARSAL: " + title
	}
	words := "From gonogo for " + p.Name + ".\n" + x.Window.String() + "."
	if x.Why != "" {
		words += "\n" + x.Why
	}
	a := almanac{method: method, events: []happening{{
		uid: l.uid(x.Subject), sequence: x.Sequence, title: title, place: x.Place, words: words, from: x.Window.From, to: x.Window.To,
		status: status, made: x.SentAt, changed: x.SentAt,
		organizer: calendarUser{name: l.From.Name, mail: l.From.Address}, attendee: calendarUser{name: to.Name, mail: to.Mail},
	}}}
	body, err := a.encode()
	if err != nil {
		return Calendar{}, fmt.Errorf("write the invitation to %s: %w", x.Subject, err)
	}
	return Calendar{Method: method, Content: body}, nil
}

func invitationVerb(x release.InvitationSent) string {
	switch {
	case x.Cancel:
		return "Called off"
	case x.Again:
		return "Changed"
	}
	return "Invitation"
}

func invitationLead(x release.InvitationSent, when string) templates.Callout {
	switch {
	case x.Cancel && x.Why != "":
		return templates.Callout{Tone: templates.Bad, Label: "It is off, and leaves your calendar", Text: x.Why}
	case x.Cancel:
		return templates.Callout{Tone: templates.Bad, Label: "It is off for you, and leaves your calendar", Text: "Nobody expects you there any more."}
	case x.Again:
		return templates.Callout{Tone: templates.Warn, Label: "It changed: " + when, Text: "Your calendar follows. What it said before does not hold any more."}
	}
	return templates.Callout{Tone: templates.Act, Label: "Keep it free: " + when, Text: "If it moves or is called off, your calendar is told."}
}

func whyInvited(e release.Event) string {
	if e.RFC.Number != 0 {
		return "you deploy the system of " + e.RFC.Name() + " or manage the environments it goes to"
	}
	return "your role belongs in this meeting"
}
