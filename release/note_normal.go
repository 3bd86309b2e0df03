package release

import (
	"slices"
	"strings"
)

// Normal returns the note with blanks trimmed, empty lines of lists dropped and
// steps numbered where none of a section was, so that what differs only in those
// has one digest.
func (n ReleaseNote) Normal() ReleaseNote {
	for _, line := range []*string{
		&n.Programme, &n.Title, &n.Date, &n.Version, &n.Tag, &n.RFC,
	} {
		*line = oneLine(*line)
	}
	for _, text := range []*string{&n.Reason, &n.BuildTool, &n.Hardware, &n.OperatingSystem, &n.Operate} {
		*text = paragraph(*text)
	}
	n.ReleasedTo, n.Issuer = n.ReleasedTo.normal(), n.Issuer.normal()
	n.Signatories = eachNormal(n.Signatories, Signatory.normal)
	n.Manuals, n.Schemas = eachNormal(n.Manuals, Document.normal), eachNormal(n.Schemas, Document.normal)
	n.BOM = normalBOM(n.BOM)
	n.Contents = eachNormal(n.Contents, func(c NotedContent) NotedContent {
		return NotedContent{Item: oneLine(c.Item), Says: paragraph(c.Says)}
	})
	n.Fixed, n.Outstanding = eachNormal(n.Fixed, NotedDefect.normal), eachNormal(n.Outstanding, NotedDefect.normal)
	n.Changes = eachNormal(n.Changes, func(c NotedChange) NotedChange {
		return NotedChange{ID: oneLine(c.ID), Title: oneLine(c.Title), Summary: paragraph(c.Summary)}
	})
	n.Disruption = Disruption(word(string(n.Disruption)))
	n.Resources, n.Stakeholders = eachNormal(n.Resources, oneLine), eachNormal(n.Stakeholders, oneLine)
	n.Approvals = eachNormal(n.Approvals, func(a NotedApproval) NotedApproval {
		return NotedApproval{What: oneLine(a.What), By: oneLine(a.By), Ref: oneLine(a.Ref)}
	})
	n.Runbook = n.Runbook.normal()
	return n
}

// oneLine joins the words of a text by single blanks; what shows nothing stays,
// for the check to find.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// paragraph trims a text that may have lines.
func paragraph(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}

// word is a value of a vocabulary as people type it: "Server down".
func word(text string) string { return strings.Join(strings.Fields(strings.ToLower(text)), "-") }

// eachNormal returns the normal form of every item but the empty ones; nil for none.
func eachNormal[T comparable](all []T, normal func(T) T) []T {
	var kept []T
	var empty T
	for _, x := range all {
		if x = normal(x); x != empty {
			kept = append(kept, x)
		}
	}
	return kept
}

func (s Signatory) normal() Signatory {
	return Signatory{Name: oneLine(s.Name), Title: oneLine(s.Title), Party: oneLine(s.Party)}
}

func (d Document) normal() Document {
	return Document{
		Name: oneLine(d.Name), Version: oneLine(d.Version), Date: oneLine(d.Date), About: paragraph(d.About), Link: oneLine(d.Link),
	}
}

func (d NotedDefect) normal() NotedDefect {
	return NotedDefect{
		ID: oneLine(d.ID), Severity: Severity(word(string(d.Severity))), Summary: paragraph(d.Summary), Workaround: paragraph(d.Workaround),
	}
}

// normalBOM is a bill of materials as ParseBOM returns it, what is wrong with a
// line left as it is.
func normalBOM(lines []BOMLine) []BOMLine {
	var all []BOMLine
	for _, b := range lines {
		b.File, b.Version, b.Date = strings.TrimSpace(b.File), strings.TrimSpace(b.Version), strings.TrimSpace(b.Date)
		if digest, why := normalDigest(b.Digest); why == "" {
			b.Digest = digest
		}
		b.Fixes = distinct(b.Fixes)
		slices.Sort(b.Fixes)
		all = append(all, b)
	}
	slices.SortStableFunc(all, func(a, b BOMLine) int { return strings.Compare(a.File, b.File) })
	return all
}

func (b Runbook) normal() Runbook {
	b.Prerequisites, b.Instructions, b.Checks = b.Prerequisites.normal(), b.Instructions.normal(), b.Checks.normal()
	var sets []BackoutSet
	for _, s := range b.Backout {
		s.Section = s.normal()
		if s.From != 0 || s.To != 0 || s.Stated != 0 || len(s.Steps) > 0 {
			sets = append(sets, s)
		}
	}
	b.Backout = sets
	return b
}

func (s Section) normal() Section {
	var steps []Step
	numbered := false
	for _, x := range s.Steps {
		x.Do, x.Who, x.Expect = paragraph(x.Do), oneLine(x.Who), paragraph(x.Expect)
		x.Command = strings.Trim(strings.ReplaceAll(x.Command, "\r\n", "\n"), "\n")
		x.Files, x.Covers = distinct(x.Files), Precaution(word(string(x.Covers)))
		if x.says() {
			steps = append(steps, x)
			numbered = numbered || x.Number != 0
		}
	}
	for i := range steps {
		if !numbered {
			steps[i].Number = i + 1
		}
	}
	s.Steps = steps
	return s
}

// says tells whether anything was written in a step, but its number.
func (x Step) says() bool {
	return x.Do != "" || x.Who != "" || x.Minutes != 0 || x.Expect != "" || x.Command != "" || len(x.Files) > 0 || x.Covers != ""
}
