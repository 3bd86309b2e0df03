package release

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// noteLine is one thing that a note says, as people compare two versions of it.
type noteLine struct{ field, text string }

// ChangesTo lists what differs between two versions of a note, in the order of the
// form: steps by their number, defects and change requests by their id, files by
// their name. What is new has no Before, what is gone no After.
func (n ReleaseNote) ChangesTo(to ReleaseNote) []Change {
	changes := noteDiff(n.headLines(), to.headLines())
	changes = append(changes, noteDiff(documentLines("Manual", n.Manuals), documentLines("Manual", to.Manuals))...)
	changes = append(changes, noteDiff(documentLines("Schema", n.Schemas), documentLines("Schema", to.Schemas))...)
	changes = append(changes, DiffBOM(n.BOM, to.BOM)...)
	changes = append(changes, noteDiff(n.contentLines(), to.contentLines())...)
	changes = append(changes, noteDiff(n.planLines(), to.planLines())...)
	for _, k := range []SectionKey{Prerequisites, Instructions, PostChecks} {
		changes = append(changes, noteDiff(sectionLines(k.String(), n.Runbook.Section(k)), sectionLines(k.String(), to.Runbook.Section(k)))...)
	}
	changes = append(changes, noteDiff(n.Runbook.backoutLines(), to.Runbook.backoutLines())...)
	return append(changes, noteDiff(n.placedLines(), to.placedLines())...)
}

// noteDiff compares two lists by their fields: those of the first in its order,
// then what is new.
func noteDiff(before, after []noteLine) []Change {
	var changes []Change
	for _, x := range before {
		i := slices.IndexFunc(after, func(o noteLine) bool { return o.field == x.field })
		switch {
		case i < 0:
			changes = append(changes, Change{Field: x.field, Before: x.text})
		case after[i].text != x.text:
			changes = append(changes, Change{Field: x.field, Before: x.text, After: after[i].text})
		}
	}
	for _, x := range after {
		if !slices.ContainsFunc(before, func(o noteLine) bool { return o.field == x.field }) {
			changes = append(changes, Change{Field: x.field, After: x.text})
		}
	}
	return changes
}

// words joins what is said of something, without what is not said; the mark
// between two suits texts that end with a full stop and those that do not.
func words(parts ...string) string { return strings.Join(nonEmpty(parts), " · ") }

func (s Signatory) String() string {
	return strings.Join(nonEmpty([]string{s.Name, s.Title, s.Party}), ", ")
}

func (n ReleaseNote) headLines() []noteLine {
	lines := []noteLine{
		{"Programme", n.Programme},
		{"Title", n.Title},
		{"Reason", n.Reason},
		{"Date", n.Date},
		{"Version", n.Version},
		{"RFC", n.RFC},
		{"Released to", n.ReleasedTo.String()},
		{"Issued by", n.Issuer.String()},
	}
	for i, s := range n.Signatories {
		lines = append(lines, noteLine{"Signatory " + strconv.Itoa(i+1), s.String()})
	}
	return append(lines,
		noteLine{"Source tag", n.Tag}, noteLine{"Build tool", n.BuildTool}, noteLine{"Hardware", n.Hardware},
		noteLine{"Operating system", n.OperatingSystem}, noteLine{"How it is operated", n.Operate},
	)
}

func documentLines(kind string, all []Document) []noteLine {
	lines := make([]noteLine, len(all))
	for i, d := range all {
		lines[i] = noteLine{kind + " " + d.Name, words(d.Version, d.Date, d.About, d.Link)}
	}
	return lines
}

func (n ReleaseNote) contentLines() []noteLine {
	var lines []noteLine
	for _, x := range n.Contents {
		lines = append(lines, noteLine{"What " + x.Item + " is", x.Says})
	}
	for _, x := range n.Fixed {
		lines = append(lines, noteLine{"Fixed " + x.ID, words(string(x.Severity), x.Summary, x.Workaround)})
	}
	for _, x := range n.Outstanding {
		lines = append(lines, noteLine{"Outstanding " + x.ID, words(string(x.Severity), x.Summary, x.Workaround)})
	}
	for _, x := range n.Changes {
		lines = append(lines, noteLine{"Change request " + x.ID, words(x.Title, x.Summary)})
	}
	return lines
}

func (n ReleaseNote) planLines() []noteLine {
	lines := []noteLine{
		{"Disruption", n.Disruption.String()},
		{"Downtime", spell(n.Downtime)},
		{"Resources", strings.Join(n.Resources, "; ")},
		{"Stakeholders", strings.Join(n.Stakeholders, "; ")},
	}
	for _, x := range n.Approvals {
		lines = append(lines, noteLine{"Approval of " + x.What, words(x.By, x.Ref)})
	}
	return lines
}

// sectionLines are the steps of a section by their numbers.
func sectionLines(name string, s Section) []noteLine {
	var lines []noteLine
	for _, x := range s.Steps {
		lines = append(lines, noteLine{fmt.Sprintf("%s %d", name, x.Number), x.String()})
	}
	if s.Stated != 0 {
		lines = append(lines, noteLine{name + ", stated total", spell(s.Stated)})
	}
	return lines
}

// String returns the step in one line: what, who and how long, what one sees.
func (x Step) String() string {
	said := x.Do
	if x.Who != "" || x.Minutes != 0 {
		said += " (" + strings.Join(nonEmpty([]string{x.Who, spell(x.Minutes)}), ", ") + ")"
	}
	return words(said, x.Expect, x.Command, list(x.Files), string(x.Covers))
}

// backoutLines are the sets in their order, each with its reach and its steps.
func (b Runbook) backoutLines() []noteLine {
	var lines []noteLine
	for i, s := range b.Backout {
		name := fmt.Sprintf("Backout set %d", i+1)
		lines = append(lines, noteLine{name, fmt.Sprintf("steps %d to %d", s.From, s.To)})
		lines = append(lines, sectionLines(name+", step", s.Section)...)
	}
	return lines
}

func (n ReleaseNote) placedLines() []noteLine {
	var lines []noteLine
	for _, x := range n.Landscape {
		lines = append(lines, noteLine{fmt.Sprintf("%s in %s", x.System, x.Environment), words(x.Version, x.Status.String())})
	}
	return lines
}
