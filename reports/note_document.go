package reports

import (
	"fmt"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// NotePaper returns a submitted release note as a document (R68 to R91). Changes
// are what differs from the version before; nil where it is the first.
func (l Letterhead) NotePaper(p *release.Programme, n release.SubmittedNote, changes []release.Change) Paper {
	t := notePaper{programme: p, SubmittedNote: n, changes: changes}
	page := templates.Document{
		Lang: "en-GB", Programme: orText(n.Note.Programme, p.Name), Kicker: "Release note for " + release.ReleaseName(n.Release), Title: n.Note.Title,
		Status: templates.Badge{Text: "Version " + fmt.Sprint(n.Version), Tone: templates.Good}, Said: t.submission(),
		Facts: t.cover(), Parts: t.parts(), Signed: t.signatures(), Name: t.name(), Digest: n.Digest,
		Footer: []string{"Submitted notes are frozen: a later one is a new version. Decisions on this release bind to the digest below."},
	}
	if l.Rehearsal {
		page.Banner = rehearsalBanner
	}
	return Paper{
		templates: l.Templates, page: page, markdown: t.markdown(), at: n.At,
		file: safeName(fmt.Sprintf("release-note-%s-v%d", release.ReleaseName(n.Release), n.Version)),
	}
}

const rehearsalBanner = "REHEARSAL. Nobody's release is at stake, and nothing here has any effect."

// notePaper writes the parts of a note's document.
type notePaper struct {
	release.SubmittedNote
	programme *release.Programme
	changes   []release.Change
}

func (t notePaper) name() string {
	return fmt.Sprintf("Release note %d of %s", t.Version, release.ReleaseName(t.Release))
}

func (t notePaper) submission() string {
	return fmt.Sprintf("Submitted as version %d on %s by %s", t.Version, release.Instant(t.At, t.programme.Location()), t.programme.NameOf(t.By))
}

func (t notePaper) cover() []templates.Fact {
	n := t.Note
	facts := []templates.Fact{
		{Label: "Release", Value: strings.TrimSpace(n.Version + ", " + dayWords(n.Date))},
		{Label: "Released to", Value: n.ReleasedTo.Name, Note: holds(n.ReleasedTo)},
		{Label: "Issued by", Value: n.Issuer.Name, Note: holds(n.Issuer)},
		{Label: "RFC", Value: n.RFC},
		{Label: "Disruption", Value: n.Disruption.String(), Note: downtime(n)},
		{Label: "Time", Value: t.forward()},
	}
	return told(facts)
}

// holds shows a signatory's title and party.
func holds(s release.Signatory) string {
	if s.Title == "" || s.Party == "" {
		return s.Title + s.Party
	}
	return s.Title + ", " + s.Party
}

func downtime(n release.ReleaseNote) string {
	if n.Downtime == 0 {
		return "no downtime agreed"
	}
	return "agreed downtime: " + minutesText(n.Downtime)
}

func (t notePaper) forward() string {
	b := t.Note.Runbook
	return fmt.Sprintf("%s in all: prerequisites %d, release %d, checks %d", minutesText(b.Minutes()), b.Prerequisites.Minutes(), b.Instructions.Minutes(), b.Checks.Minutes())
}

// told leaves out facts without a value.
func told(facts []templates.Fact) []templates.Fact {
	var kept []templates.Fact
	for _, f := range facts {
		if f.Value != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

func (t notePaper) parts() []templates.Part {
	n := t.Note
	parts := []templates.Part{{Title: "Why it is released", Paragraphs: paragraphs(n.Reason)}}
	if t.Version > 1 {
		parts = append(parts, t.changed())
	}
	parts = append(parts, t.defects()...)
	parts = append(parts, t.contents()...)
	parts = append(parts, t.build(), t.plan())
	if len(n.Approvals) > 0 {
		parts = append(parts, t.approvals())
	}
	parts = append(parts, t.runbook()...)
	return append(parts, t.landscape())
}

func paragraphs(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n\n")
}

// changed shows what differs from the version before.
func (t notePaper) changed() templates.Part {
	part := templates.Part{
		Title: fmt.Sprintf("%s since version %d", changedHeading, t.Version-1), Empty: "Nothing that a reader would see.",
		Table: templates.Table{Columns: []templates.Column{{Title: "What", Width: 22}, {Title: "Before", Width: 39}, {Title: "Now", Width: 39}}},
	}
	for _, c := range t.changes {
		part.Table.Rows = append(part.Table.Rows, cells(head(c.Field), plain(orText(c.Before, "(nothing)")), plain(orText(c.After, "(gone)"))))
	}
	return part
}

func cells(all ...templates.Cell) []templates.Cell { return all }
func plain(text string) templates.Cell             { return templates.Cell{Text: text} }
func head(text string) templates.Cell              { return templates.Cell{Text: text, Head: true} }
func fine(text string) templates.Cell              { return templates.Cell{Text: text, Fine: true} }

// defects are what the release mends, leaves and carries out (R80 to R82).
func (t notePaper) defects() []templates.Part {
	n := t.Note
	mended := templates.Part{
		Title: "Defects fixed", Empty: "None.",
		Table: templates.Table{Columns: []templates.Column{{Title: "Id", Width: 16}, {Title: "Severity", Width: 13}, {Title: "Summary", Width: 71}}},
	}
	for _, d := range n.Fixed {
		mended.Table.Rows = append(mended.Table.Rows, cells(head(d.ID), severity(d.Severity), templates.Cell{Text: d.Summary, Note: d.Workaround}))
	}
	left := templates.Part{
		Title: "Outstanding defects", Empty: "None.",
		Table: templates.Table{Columns: []templates.Column{{Title: "Id", Width: 16}, {Title: "Severity", Width: 13}, {Title: "Summary", Width: 35}, {Title: "Workaround", Width: 36}}},
	}
	for _, d := range n.Outstanding {
		left.Table.Rows = append(left.Table.Rows, cells(head(d.ID), severity(d.Severity), plain(d.Summary), plain(d.Workaround)))
	}
	changes := templates.Part{
		Title: "Change requests", Empty: "None.",
		Table: templates.Table{Columns: []templates.Column{{Title: "Id", Width: 16}, {Title: "Title", Width: 30}, {Title: "Summary", Width: 54}}},
	}
	for _, c := range n.Changes {
		changes.Table.Rows = append(changes.Table.Rows, cells(head(c.ID), plain(c.Title), plain(c.Summary)))
	}
	return []templates.Part{mended, left, changes}
}

func severity(s release.Severity) templates.Cell {
	tones := map[release.Severity]templates.Tone{release.Blocking: templates.Bad, release.Critical: templates.Bad, release.High: templates.Warn}
	tone, ok := tones[s]
	if !ok {
		tone = templates.Calm
	}
	return templates.Cell{Badge: templates.Badge{Text: string(s), Tone: tone}}
}

// signatures are the lines to sign on (R71, R72).
func (t notePaper) signatures() []templates.Signature {
	n := t.Note
	line := func(as string, s release.Signatory) templates.Signature {
		return templates.Signature{As: as, Name: s.Name, Note: holds(s)}
	}
	all := []templates.Signature{line("Issued by", n.Issuer), line("Released to", n.ReleasedTo)}
	for _, s := range n.Signatories {
		all = append(all, line("Signed by", s))
	}
	return all
}
