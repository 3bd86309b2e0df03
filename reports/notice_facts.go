package reports

import (
	"fmt"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// facts is the table of what the RFC says.
func (t telling) facts(title string) templates.Section {
	p, r, c := t.programme, t.event.RFC, t.event.RFC.Content
	return templates.Section{Title: title, Facts: []templates.Fact{
		{Label: "System", Value: systemName(p, c.System), Note: partyName(p, r.Provider(p))},
		{Label: "Release", Value: releaseOf(c)},
		{Label: "Environments", Value: environmentNames(p, c.Environments)},
		t.window(),
		{Label: "Disruption", Value: c.Disruption.String()},
		{Label: "Kind", Value: kindOf(c)},
		{
			Label: "Risk", Value: fmt.Sprintf("%s: %d of 25 (likelihood %d, consequence %d)", c.Risk.Level(), c.Risk.Score(), c.Risk.Likelihood, c.Risk.Consequence),
			Note: c.Risk.Sentence,
		},
		{Label: "Impacted", Value: t.impacted()},
		{Label: "Raised by", Value: t.who(r.RaisedBy)},
	}}
}

// window shows the window in its own zone, and in the programme's when clocks
// there show something else.
func (t telling) window() templates.Fact {
	w := t.event.RFC.Content.Window
	notes := []string{release.Lasting(w.To.Sub(w.From)) + " long"}
	if home := release.Span(w.From, w.To, t.programme.Location()); home != w.String() {
		notes = append(notes, "in "+t.programme.Zone+": "+home)
	}
	return templates.Fact{Label: "Window", Value: w.String(), Note: strings.Join(notes, "; ")}
}

func releaseOf(c release.RFCContent) string {
	if c.Release == "" {
		return string(c.Type) + ", not tied to a planned release"
	}
	return c.Release + ", " + string(c.Type)
}

func kindOf(c release.RFCContent) string {
	if len(c.References) == 0 {
		return c.Kind.String()
	}
	return c.Kind.String() + ": " + strings.Join(c.References, ", ")
}

func (t telling) impacted() string {
	r := t.event.RFC
	parties := r.ImpactedParties(t.programme)
	if len(r.Content.Parties) == 0 {
		return fmt.Sprintf("every core provider and participant (%d %s)", len(parties), either(len(parties), "party", "parties"))
	}
	names := make([]string, len(parties))
	for i, party := range parties {
		names[i] = party.Name
	}
	return strings.Join(names, ", ")
}

// who shows a person with the parties they work for.
func (t telling) who(id release.PersonID) string {
	x, ok := t.programme.Person(id)
	if !ok {
		return t.programme.NameOf(id)
	}
	names := []string{x.Name}
	for _, party := range x.Parties() {
		names = append(names, partyName(t.programme, party))
	}
	return strings.Join(names, ", ")
}

func partyName(p *release.Programme, id release.PartyID) string {
	if party, ok := p.Party(id); ok {
		return party.Name
	}
	return string(id)
}

// words are the requester's reason and impact, as quotations.
func (t telling) words() templates.Section {
	c := t.event.RFC.Content
	return templates.Section{Title: "In the words of " + t.programme.NameOf(t.event.RFC.RaisedBy), Items: []templates.Item{
		{Title: "Why it is needed", Quote: c.Reason},
		{Title: "What changes for the others", Quote: c.Impact},
	}}
}

// changes shows an edit field by field.
func (t telling) changes() templates.Section {
	s := templates.Section{
		Title: "What " + t.programme.NameOf(t.event.By) + " changed",
		Intro: "The board decides on what the RFC says, so its vote starts again.",
	}
	if !t.event.Again {
		s.Intro = "Nothing changed of what is to be done, so votes and decisions stand."
	}
	for _, c := range t.event.Changes {
		s.Changes = append(s.Changes, templates.Change{Label: c.Field, Before: c.Before, After: c.After})
	}
	return s
}

// pulledBack tells why a release was taken out of the board's hands (T28).
func (t telling) pulledBack() templates.Section {
	title := "What happened"
	if t.event.Release != nil {
		title = t.event.Release.Title(t.programme) + " goes back to its preparation"
	}
	return templates.Section{Title: title, Items: []templates.Item{{Title: "Why", Quote: t.event.Reason}}}
}

func (t telling) withdrawal() templates.Section {
	s := templates.Section{
		Title: "Why",
		Items: []templates.Item{{Title: t.programme.NameOf(t.event.By) + " withdrew it", Quote: t.event.Reason}},
	}
	if b := t.ballot(); b.State == release.BallotVoid && b.ClosedAt.Equal(t.event.At) {
		s.Intro = "The " + b.Purpose.String() + " vote that was open ended without an outcome."
	}
	return s
}
