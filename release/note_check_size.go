package release

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// checkSize returns what is too long or cannot be shown, wherever it stands. A
// draft may lack anything, and this may not even be in a draft.
func (n ReleaseNote) checkSize() []NoteProblem {
	c := &noteCheck{n: n}
	c.sizes()
	n.eachText(c.text)
	return c.problems
}

func (c *noteCheck) sizes() {
	n := c.n
	many := func(field string, is, most int) {
		if is > most {
			c.wrong(field, fmt.Sprintf("It has %d lines; %d at most.", is, most), "Join what belongs together.")
		}
	}
	many("signatories", len(n.Signatories), MaxNoteLines)
	many("manuals", len(n.Manuals), MaxNoteLines)
	many("schemas", len(n.Schemas), MaxNoteLines)
	many("bill-of-materials", len(n.BOM), MaxBOMLines)
	many("contents", len(n.Contents), MaxNoteLines)
	many("fixed", len(n.Fixed), MaxNoteLines)
	many("outstanding", len(n.Outstanding), MaxNoteLines)
	many("changes", len(n.Changes), MaxNoteLines)
	many("resources", len(n.Resources), MaxNoteLines)
	many("stakeholders", len(n.Stakeholders), MaxNoteLines)
	many("approvals", len(n.Approvals), MaxNoteLines)
	many("backout", len(n.Runbook.Backout), MaxBackout)
	n.Runbook.eachSection(func(field string, s Section) { many(field, len(s.Steps), MaxNoteSteps) })
}

// text checks one text for what cannot be shown, and its length.
func (c *noteCheck) text(field, text string, most int) {
	count := utf8.RuneCountInString(text)
	switch {
	case text == "":
	case !utf8.ValidString(text) || strings.ContainsFunc(text, isControl) || strings.ContainsRune(text, '\r') || !strings.ContainsFunc(text, isVisible):
		c.wrong(field, "It has characters that cannot be shown: "+quoted(text)+".", "Type it again instead of pasting it.")
	case count > most:
		c.wrong(field, fmt.Sprintf("It has %d characters; %d at most.", count, most), "Say it shorter, or link to a document.")
	}
}

// eachText visits every text that somebody wrote in a note, with its field and its
// longest length. The bill of materials is held against the build's instead.
func (n ReleaseNote) eachText(visit func(field, text string, most int)) {
	n.eachHead(visit)
	for _, d := range []struct {
		list string
		all  []Document
	}{{"manuals", n.Manuals}, {"schemas", n.Schemas}} {
		for i, x := range d.all {
			field := named(d.list, x.Name, i)
			visit(field, x.Name, MaxTitle)
			visit(field, x.Version, MaxReference)
			visit(field, x.Date, MaxReference)
			visit(field, x.About, MaxText)
			visit(field, x.Link, MaxRef)
		}
	}
	for i, x := range n.Contents {
		visit(named("contents", x.Item, i), x.Item, MaxBOMFile)
		visit(named("contents", x.Item, i), x.Says, MaxText)
	}
	for _, d := range []struct {
		list string
		all  []NotedDefect
	}{{"fixed", n.Fixed}, {"outstanding", n.Outstanding}} {
		for i, x := range d.all {
			field := named(d.list, x.ID, i)
			visit(field, x.ID, MaxReference)
			visit(field, string(x.Severity), MaxReference)
			visit(field, x.Summary, MaxText)
			visit(field, x.Workaround, MaxText)
		}
	}
	for i, x := range n.Changes {
		field := named("changes", x.ID, i)
		visit(field, x.ID, MaxReference)
		visit(field, x.Title, MaxTitle)
		visit(field, x.Summary, MaxText)
	}
	n.Runbook.eachText(visit)
}

func (n ReleaseNote) eachHead(visit func(field, text string, most int)) {
	visit("programme", n.Programme, MaxTitle)
	visit("title", n.Title, MaxTitle)
	visit("reason", n.Reason, MaxText)
	visit("date", n.Date, MaxReference)
	visit("version", n.Version, MaxReference)
	for i, s := range append([]Signatory{n.ReleasedTo, n.Issuer}, n.Signatories...) {
		field := fmt.Sprintf("signatories %d", i-1)
		if i < 2 {
			field = []string{"released-to", "issuer"}[i]
		}
		visit(field, s.Name, MaxTitle)
		visit(field, s.Title, MaxTitle)
		visit(field, s.Party, MaxTitle)
	}
	visit("tag", n.Tag, MaxBOMFile)
	visit("build-tool", n.BuildTool, MaxText)
	visit("hardware", n.Hardware, MaxText)
	visit("operating-system", n.OperatingSystem, MaxText)
	visit("operate", n.Operate, MaxText)
	visit("disruption", string(n.Disruption), MaxReference)
	visit("rfc", n.RFC, MaxReference)
	for i, x := range n.Resources {
		visit(fmt.Sprintf("resources %d", i+1), x, MaxSentence)
	}
	for i, x := range n.Stakeholders {
		visit(fmt.Sprintf("stakeholders %d", i+1), x, MaxSentence)
	}
	for i, x := range n.Approvals {
		field := fmt.Sprintf("approvals %d", i+1)
		visit(field, x.What, MaxSentence)
		visit(field, x.By, MaxSentence)
		visit(field, x.Ref, MaxRef)
	}
}

// eachText visits every text of a runbook.
func (b Runbook) eachText(visit func(field, text string, most int)) {
	b.eachSection(func(section string, s Section) {
		for i, x := range s.Steps {
			field := stepField(section, i)
			visit(field, x.Do, MaxText)
			visit(field, x.Who, MaxTitle)
			visit(field, x.Expect, MaxText)
			visit(field, x.Command, MaxText)
			visit(field, string(x.Covers), MaxReference)
			for _, file := range x.Files {
				visit(field, file, MaxBOMFile)
			}
		}
	})
}

// eachSection visits the three sections and the backout sets, each as the file
// names it.
func (b Runbook) eachSection(visit func(field string, s Section)) {
	for _, k := range []SectionKey{Prerequisites, Instructions, PostChecks} {
		visit(string(k), b.Section(k))
	}
	for i, s := range b.Backout {
		visit(setField(i), s.Section)
	}
}

// stepField names a step by its place: "instructions 4", "backout 2 step 4".
func stepField(section string, i int) string {
	if strings.HasPrefix(section, string(BackoutSteps)) {
		section += " step"
	}
	return fmt.Sprintf("%s %d", section, i+1)
}

func setField(i int) string { return fmt.Sprintf("%s %d", string(BackoutSteps), i+1) }

// named is the field of a line that has a name, else of its place in the list.
func named(list, name string, i int) string {
	if name == "" || strings.ContainsFunc(name, isHidden) {
		return fmt.Sprintf("%s %d", list, i+1)
	}
	return list + " " + Clip(name, 60)
}
