package reports

import (
	"fmt"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// operation turns what happened to an operation on an environment into a letter:
// the notice that it will be done, or how it ended (R45).
func (l Letterhead) operation(p *release.Programme, n release.Notice, to release.Person) letter {
	e := n.Event
	v := release.OperationView{Programme: p, Operation: *e.Operation, RFC: e.RFC}
	page := templates.Page{
		Kicker: "operation " + fmt.Sprint(v.Operation.ID), Title: operationHeadline(p, e), Lead: operationLead(v, e), Link: l.channel(p),
		Sections: []templates.Section{operationFacts(v)},
		Footer: []string{
			"You get this mail because you take part in the environment, or look after it.",
			"Too many? Mails that ask nothing of you can come once a day or once a week: write /rfc notify daily or /rfc notify weekly in Slack.",
			"Sent by gonogo for " + p.Name + ". The record of who decided what is in gonogo, not in this mail.",
		},
	}
	if len(v.Operation.Versions) > 0 {
		s := templates.Section{Title: "What is there now"}
		for _, x := range v.Operation.Versions {
			s.Facts = append(s.Facts, templates.Fact{Label: systemName(p, x.System), Value: release.Installation{Version: x.Version}.Shown()})
		}
		page.Sections = append(page.Sections, s)
	}
	return letter{key: n.Key, stream: "operation", thread: v.Operation.Subject(), subject: page.Title, to: to, at: n.At, page: page}
}

// operationHeadline says in a line what happened to an operation.
func operationHeadline(p *release.Programme, e release.Event) string {
	words := map[release.OperationState]string{
		release.OperationPlanned: "planned", release.OperationRunning: "started", release.OperationDone: "done", release.OperationFailed: "failed",
		release.OperationCancelled: "cancelled",
	}
	return templates.OneLine(e.Operation.Content.Title(p)) + " " + words[e.Operation.State]
}

func operationLead(v release.OperationView, e release.Event) templates.Callout {
	o := v.Operation
	by := v.Programme.NameOf(e.By)
	c := templates.Callout{Tone: templates.Calm, Label: "For your information", Text: "It is planned by " + by + " and needs no outage; nobody votes. Ask " + v.Programme.NameOf(o.Content.Contact) + " about it."}
	after := ""
	if d := o.Overran(v.Window(), e.At); d > 0 {
		after = " It went beyond its window by " + inMinutes(d) + "."
	}
	switch o.State {
	case release.OperationDone:
		c = templates.Callout{Tone: templates.Good, Label: "Done", Text: strings.TrimSpace(ended(o.Words) + after)}
		if c.Text == "" {
			c.Text = "It is done, says " + by + "."
		}
	case release.OperationFailed:
		c = templates.Callout{Tone: templates.Bad, Label: "Failed", Text: ended(o.Words) + after}
		if o.RFC != 0 {
			c.Text += " Another try needs a new window and a fresh Go."
		}
	case release.OperationCancelled:
		c = templates.Callout{Tone: templates.Warn, Label: "Cancelled by " + by, Text: o.Words}
	case release.OperationPlanned, release.OperationRunning:
	}
	return c
}

// ended gives words a full stop where they lack one.
func ended(words string) string {
	if words == "" || strings.ContainsAny(words[len(words)-1:], ".!?") {
		return words
	}
	return words + "."
}

func operationFacts(v release.OperationView) templates.Section {
	p, c := v.Programme, v.Operation.Content
	names := make([]string, len(c.Systems))
	for i, id := range c.Systems {
		names[i] = systemName(p, id)
	}
	outage := "none"
	if c.Outage {
		outage = c.Disruption.String()
	}
	s := templates.Section{Title: "The operation", Facts: []templates.Fact{
		{Label: "What", Value: c.Kind.String()}, {Label: "Environment", Value: environmentNames(p, []release.EnvironmentID{c.Environment})},
		{Label: "Systems", Value: strings.Join(names, ", ")}, {Label: "Window", Value: v.Window().String()}, {Label: "Outage", Value: outage},
		{Label: "Mechanism", Value: templates.OneLine(c.Mechanism)}, {Label: "Process", Value: templates.OneLine(c.Process)}, {Label: "Contact", Value: p.NameOf(c.Contact)},
	}}
	if v.RFC.Number != 0 {
		s.Facts = append(s.Facts, templates.Fact{Label: "Under", Value: v.RFC.Name()})
	}
	return s
}

// operationDigest shows in a digest what happened to an operation, the newest first.
func operationDigest(p *release.Programme, notices []release.Notice) templates.Section {
	latest := *notices[0].Event.Operation
	s := templates.Section{Title: latest.Content.Title(p), Facts: []templates.Fact{{Label: "Window", Value: latest.Content.Window.String()}}}
	for _, n := range notices {
		item := templates.Item{Title: upperFirst(string(n.Event.Operation.State)), Lines: []string{release.Instant(n.Event.At, p.Location()) + ", by " + p.NameOf(n.Event.By)}}
		if words := n.Event.Operation.Words; words != "" {
			item.Lines = append(item.Lines, short(words))
		}
		s.Items = append(s.Items, item)
	}
	return s
}
