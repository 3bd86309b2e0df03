package reports

import (
	"fmt"
	"slices"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// noteMail tells a reader that a release note was handed in (R92): what is
// released, when, what it does to them, what is known not to work, and what
// changed since the version before. The whole note is attached.
func (l Letterhead) noteMail(p *release.Programme, n release.Notice, to release.Person) letter {
	t := noteTelling{programme: p, event: n.Event, SubmittedNote: *n.Event.Note, reader: to}
	page := templates.Page{
		Kicker: "Release note for " + release.ReleaseName(t.Release), Title: t.headline(), Lead: t.lead(), Footer: t.footer(), Link: l.channel(p),
		Sections: []templates.Section{t.facts()},
	}
	if t.event.Again {
		page.Sections = append(page.Sections, t.changed())
	}
	page.Sections = append(page.Sections, t.known())
	if s := t.mended(); !s.Bare() {
		page.Sections = append(page.Sections, s)
	}
	return letter{
		key: n.Key, stream: "release-note", thread: t.thread(), subject: page.Title, to: to, at: n.At, page: page,
	}
}

// noteTelling is a note as one reader hears of it.
type noteTelling struct {
	release.SubmittedNote
	programme *release.Programme
	event     release.Event
	reader    release.Person
}

// thread keeps the mails on one RFC together; a note has an RFC before it is handed in.
func (t noteTelling) thread() string { return t.event.Thread() }

func (t noteTelling) headline() string {
	title := templates.OneLine(t.Note.Title)
	if t.event.Again {
		return fmt.Sprintf("Release note changed, version %d: %s", t.Version, title)
	}
	return "Release note: " + title
}

func (t noteTelling) lead() templates.Callout {
	if t.event.Again {
		return nothing(fmt.Sprintf("This version replaces version %d. What changed is below; the whole note is attached. Who decided on the version before is asked again.", t.Version-1))
	}
	return nothing("The release note was handed in, and the board decides on it. What matters is below; the whole note is attached.")
}

func (t noteTelling) facts() templates.Section {
	n := t.Note
	facts := []templates.Fact{{Label: "What", Value: n.Title, Note: n.Reason}, {Label: "Version", Value: n.Version}, t.when(), t.where(), {Label: "RFC", Value: n.RFC}}
	facts = append(
		facts, templates.Fact{Label: "Disruption", Value: n.Disruption.String(), Note: downtime(n)},
		templates.Fact{Label: "Released to", Value: n.ReleasedTo.Name, Note: holds(n.ReleasedTo)},
		templates.Fact{Label: "Issued by", Value: n.Issuer.Name, Note: holds(n.Issuer)},
		templates.Fact{Label: "Handed in", Value: t.programme.NameOf(t.By), Note: release.Instant(t.At, t.programme.Location()) + ", as version " + fmt.Sprint(t.Version)},
		templates.Fact{Label: "SHA-256", Value: t.Digest},
	)
	return templates.Section{Title: "In short", Facts: told(facts)}
}

// when is the window, as far as it is agreed; the note's day otherwise.
func (t noteTelling) when() templates.Fact {
	if r := t.event.Release; r != nil && !r.Content.Window().IsZero() {
		e := release.Event{RFC: release.RFC{Content: release.RFCContent{Window: r.Content.Window()}}}
		return telling{programme: t.programme, event: e}.window()
	}
	return templates.Fact{Label: "When", Value: dayWords(t.Note.Date)}
}

func (t noteTelling) where() templates.Fact {
	if t.event.Release == nil {
		return templates.Fact{}
	}
	return templates.Fact{Label: "Where", Value: environmentNames(t.programme, t.event.Release.Content.Environments())}
}

// mostChanges is how many differences a mail shows; the attached note has them all.
const mostChanges = 20

func (t noteTelling) changed() templates.Section {
	s := templates.Section{Title: fmt.Sprintf("What changed since version %d", t.Version-1), Empty: "Nothing that a reader would see."}
	for i, c := range t.event.Changes {
		if i == mostChanges {
			s.Intro = fmt.Sprintf("The first %d of %d; the attached note has them all.", mostChanges, len(t.event.Changes))
			break
		}
		s.Changes = append(s.Changes, templates.Change{Label: c.Field, Before: c.Before, After: c.After})
	}
	return s
}

// known are the defects that are left, each with its workaround (R81).
func (t noteTelling) known() templates.Section {
	s := templates.Section{Title: "Known issues", Empty: "None are known."}
	for _, d := range t.Note.Outstanding {
		item := templates.Item{Title: d.ID + ": " + templates.OneLine(d.Summary), Badge: defectBadge(d.Severity)}
		if d.Workaround != "" {
			item.Lines = []string{"Until it is mended: " + templates.OneLine(d.Workaround)}
		}
		s.Items = append(s.Items, item)
	}
	return s
}

// mended are the defects and change requests that it settles (R80, R82).
func (t noteTelling) mended() templates.Section {
	s := templates.Section{Title: "What it settles"}
	for _, d := range t.Note.Fixed {
		s.Items = append(s.Items, templates.Item{Title: d.ID + ": " + templates.OneLine(d.Summary), Badge: defectBadge(d.Severity)})
	}
	for _, c := range t.Note.Changes {
		item := templates.Item{Title: c.ID + ": " + templates.OneLine(c.Title), Badge: templates.Badge{Text: "change request", Tone: templates.Calm}}
		if c.Summary != "" {
			item.Lines = []string{templates.OneLine(c.Summary)}
		}
		s.Items = append(s.Items, item)
	}
	return s
}

func defectBadge(s release.Severity) templates.Badge { return severity(s).Badge }

func (t noteTelling) footer() []string {
	return []string{
		"You get this mail because " + t.why() + ". Release notes always come at once.",
		"Sent by gonogo for " + t.programme.Name + ". The record of who decided what is in gonogo, not in this mail.",
	}
}

func (t noteTelling) why() string {
	for _, list := range t.programme.Lists {
		if slices.Contains(t.programme.Policy.NoteLists, list.ID) && slices.Contains(list.People, t.reader.ID) {
			return "you are on the list “" + templates.OneLine(list.Name) + "”"
		}
	}
	return "your party is impacted by this release and you represent it"
}
