package reports

import (
	"fmt"
	"slices"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// contents are the files of the release, what they are, and what goes with them
// (R74, R75, R78, R79).
func (t notePaper) contents() []templates.Part {
	n := t.Note
	bom := templates.Part{
		Title: "Bill of materials", Empty: "No file is listed.", Intro: count(len(n.BOM), "file") + ".",
		Table: templates.Table{Columns: []templates.Column{
			{Title: "File", Width: 30}, {Title: "Version", Width: 12}, {Title: "Date", Width: 14}, {Title: "SHA-256", Width: 28}, {Title: "Fixes", Width: 16},
		}},
	}
	for _, b := range n.BOM {
		bom.Table.Rows = append(bom.Table.Rows, cells(head(b.File), plain(b.Version), plain(b.Date), fine(strings.TrimPrefix(b.Digest, "sha256:")), plain(strings.Join(b.Fixes, ", "))))
	}
	says := templates.Part{
		Title: "What each item is", Empty: "Nothing is said of the items.",
		Table: templates.Table{Columns: []templates.Column{{Title: "Item", Width: 34}, {Title: "What it is", Width: 66}}},
	}
	for _, c := range n.Contents {
		says.Table.Rows = append(says.Table.Rows, cells(head(c.Item), plain(c.Says)))
	}
	parts := []templates.Part{bom, says}
	for _, x := range []struct {
		title string
		all   []release.Document
	}{{"Manuals", n.Manuals}, {"Database schemas", n.Schemas}} {
		if len(x.all) > 0 {
			parts = append(parts, documents(x.title, x.all))
		}
	}
	return parts
}

func documents(title string, all []release.Document) templates.Part {
	part := templates.Part{Title: title, Table: templates.Table{Columns: []templates.Column{
		{Title: "Document", Width: 28}, {Title: "Version", Width: 11}, {Title: "Date", Width: 14}, {Title: "About", Width: 47},
	}}}
	for _, d := range all {
		part.Table.Rows = append(part.Table.Rows, cells(head(d.Name), plain(d.Version), plain(d.Date), templates.Cell{Text: d.About, Note: d.Link}))
	}
	return part
}

// build says from what it is made and on what it runs (R73, R76, R77, R86, R90).
func (t notePaper) build() templates.Part {
	n := t.Note
	return templates.Part{Title: "Build and operation", Facts: told([]templates.Fact{
		{Label: "Source tag", Value: n.Tag},
		{Label: "Build tool", Value: n.BuildTool},
		{Label: "Hardware", Value: n.Hardware},
		{Label: "Operating system", Value: n.OperatingSystem},
		{Label: "How it is operated", Value: n.Operate},
	}), Empty: "Nothing is said of it."}
}

// plan is what the deployment needs and who has to know (R33).
func (t notePaper) plan() templates.Part {
	n := t.Note
	return templates.Part{Title: "Deployment plan", Facts: told([]templates.Fact{
		{Label: "Disruption", Value: n.Disruption.String(), Note: downtime(n)},
		{Label: "Resources", Value: strings.Join(n.Resources, "\n")},
		{Label: "Stakeholders", Value: strings.Join(n.Stakeholders, "\n")},
	})}
}

func (t notePaper) approvals() templates.Part {
	part := templates.Part{Title: "Approvals", Inner: true, Table: templates.Table{Columns: []templates.Column{
		{Title: "What", Width: 40}, {Title: "Approved by", Width: 35}, {Title: "Reference", Width: 25},
	}}}
	for _, a := range t.Note.Approvals {
		part.Table.Rows = append(part.Table.Rows, cells(head(a.What), plain(a.By), plain(a.Ref)))
	}
	return part
}

// runbook is the way forward in its three sections and every way back (R83, R88).
func (t notePaper) runbook() []templates.Part {
	b := t.Note.Runbook
	parts := []templates.Part{{Title: "Installation", Intro: "The way forward takes " + t.forward() + "."}}
	for _, k := range []release.SectionKey{release.Prerequisites, release.Instructions, release.PostChecks} {
		parts = append(parts, steps(k.String(), b.Section(k), ""))
	}
	parts = append(parts, templates.Part{Title: "Backout plan", Intro: backoutIntro(b)})
	for _, s := range b.Backout {
		name := s.Name()
		parts = append(parts, steps(strings.ToUpper(name[4:5])+name[5:], s.Section, fmt.Sprintf("When the installation fails at %s of the release instructions.", reach(s))))
	}
	return parts
}

func backoutIntro(b release.Runbook) string {
	if len(b.Backout) == 0 {
		return "No way back is described."
	}
	most := slices.MaxFunc(b.Backout, func(x, y release.BackoutSet) int { return x.Minutes() - y.Minutes() })
	return fmt.Sprintf("%s; the longest takes %s.", count(len(b.Backout), "set"), minutesText(most.Minutes()))
}

func reach(s release.BackoutSet) string {
	if s.From == s.To {
		return fmt.Sprintf("step %d", s.From)
	}
	return fmt.Sprintf("steps %d to %d", s.From, s.To)
}

// steps is a section of the runbook with its total.
func steps(title string, s release.Section, intro string) templates.Part {
	part := templates.Part{
		Title: title, Inner: true, Intro: intro, Empty: "No step.",
		Table: templates.Table{Columns: []templates.Column{
			{Title: "No", Width: 6, Number: true}, {Title: "What", Width: 43}, {Title: "Who", Width: 17}, {Title: "Minutes", Width: 10, Number: true}, {Title: "Expected result", Width: 24},
		}},
	}
	for _, x := range s.Steps {
		part.Table.Rows = append(part.Table.Rows, cells(
			plain(fmt.Sprint(x.Number)), templates.Cell{Text: x.Do, Code: x.Command, Note: stepNote(x)}, plain(x.Who), plain(fmt.Sprint(x.Minutes)), plain(x.Expect),
		))
	}
	if len(s.Steps) > 0 {
		part.Table.Totals = cells(plain(""), plain("Total of "+count(len(s.Steps), "step")), plain(""), plain(fmt.Sprint(s.Minutes())), plain(""))
	}
	return part
}

func stepNote(x release.Step) string {
	var notes []string
	if len(x.Files) > 0 {
		notes = append(notes, "Files: "+strings.Join(x.Files, ", "))
	}
	covers := map[release.Precaution]string{
		release.AdminRights: "administrator's rights", release.RequiredSoftware: "required software",
		release.BackupsTaken: "backups", release.InventoryChecked: "inventory",
	}
	if x.Covers != "" {
		notes = append(notes, "Sees to: "+orText(covers[x.Covers], string(x.Covers)))
	}
	return strings.Join(notes, "\n")
}

// widestLandscape is how many environments a table shows beside each other.
const widestLandscape = 6

// landscape is the true state of the environments when the note was handed in
// (R91): every system and its version, an environment to a column.
func (t notePaper) landscape() templates.Part {
	part := templates.Part{
		Title: "State of the environments", Intro: "What was installed where when this note was handed in.",
		Empty: "Nothing was known to be installed in the environments of this release.",
	}
	var environments []release.EnvironmentID
	var systems []release.SystemID
	at := map[release.EnvironmentID]map[release.SystemID]release.Placed{}
	for _, x := range t.Note.Landscape {
		if at[x.Environment] == nil {
			environments, at[x.Environment] = append(environments, x.Environment), map[release.SystemID]release.Placed{}
		}
		if !slices.Contains(systems, x.System) {
			systems = append(systems, x.System)
		}
		at[x.Environment][x.System] = x
	}
	if len(environments) > widestLandscape {
		part.Table = t.longLandscape()
		return part
	}
	part.Table.Columns = []templates.Column{{Title: "System", Width: 30}}
	for _, e := range environments {
		part.Table.Columns = append(part.Table.Columns, templates.Column{Title: environmentName(t.programme, e), Width: 70 / len(environments)})
	}
	for _, s := range systems {
		row := cells(head(systemName(t.programme, s)))
		for _, e := range environments {
			row = append(row, installed(at[e][s]))
		}
		part.Table.Rows = append(part.Table.Rows, row)
	}
	return part
}

// longLandscape has a line for every system in every environment.
func (t notePaper) longLandscape() templates.Table {
	table := templates.Table{Columns: []templates.Column{{Title: "Environment", Width: 30}, {Title: "System", Width: 40}, {Title: "Version", Width: 30}}}
	for _, x := range t.Note.Landscape {
		table.Rows = append(table.Rows, cells(head(environmentName(t.programme, x.Environment)), plain(systemName(t.programme, x.System)), installed(x)))
	}
	return table
}

func installed(x release.Placed) templates.Cell {
	switch {
	case x.Version == "":
		return plain("not installed")
	case x.Status == release.SystemAvailable || x.Status == "":
		return plain(x.Version)
	}
	return templates.Cell{Text: x.Version, Note: x.Status.String()}
}
