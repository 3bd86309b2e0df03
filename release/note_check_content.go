package release

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// covers tells whether a line of the contents is about a file: the file itself, a
// folder ("lib/") or a pattern ("lib/*.jar").
func covers(line, file string) bool {
	if line == file || (strings.HasSuffix(line, "/") && strings.HasPrefix(file, line)) {
		return true
	}
	ok, err := path.Match(line, file)
	return ok && err == nil
}

// contents wants a line in plain English about every file, manual and schema,
// and none about anything else (R79).
func (c *noteCheck) contents() {
	items := c.n.items()
	var lines []string
	for i, x := range c.n.Contents {
		field := named("contents", x.Item, i)
		lines = append(lines, x.Item)
		switch {
		case x.Item == "":
			c.wrong(field, "It does not say what it is about.", "Name the file, the manual or the schema.")
		case c.f.Build != nil && !slices.ContainsFunc(items, func(item string) bool { return covers(x.Item, item) }):
			c.wrong(field, "Nothing of that name is in the release.", "Name a file of the bill of materials, a manual or a schema, or take the line out.")
		case x.Says == "":
			c.wrong(field, "It does not say what "+quoted(x.Item)+" is.", "Say it in plain English.")
		}
	}
	c.unique("contents", lines)
	bare := slices.DeleteFunc(items, func(item string) bool {
		return item == "" || slices.ContainsFunc(lines, func(line string) bool { return covers(line, item) })
	})
	if len(bare) > 0 {
		c.wrong("contents", "Nothing says what "+few(bare)+" "+isAre(len(bare))+".", "Add a line for each, in plain English; a line for a folder, such as lib/, counts for all of its files.")
	}
}

// few names the first of many.
func few(names []string) string {
	const most = 3
	var words []string
	for _, x := range names[:min(len(names), most)] {
		words = append(words, quoted(x))
	}
	if n := len(names) - most; n > 0 {
		return strings.Join(words, ", ") + fmt.Sprintf(" and %d more", n)
	}
	return joined(words)
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// documents checks manuals or schemas (R74, R75).
func (c *noteCheck) documents(list string, all []Document) {
	var names []string
	for i, d := range all {
		field := named(list, d.Name, i)
		names = append(names, d.Name)
		c.missing(field, d.Name, "Its name is missing.", "Write it as it stands on the document.")
		c.missing(field, d.Version, "Its version is missing.", "Write it as it stands on the document.")
		switch {
		case d.Date == "":
			c.wrong(field, "Its date is missing.", "Write the day of this version, like 2026-11-23.")
		case !isDay(d.Date):
			c.wrong(field, quoted(d.Date)+" is no day.", "Write it like 2026-11-23.")
		}
		if d.Link != "" && checkRef(d.Link) != "" {
			c.wrong(field, quoted(d.Link)+" is no link.", "Begin it with https://, or leave it out.")
		}
		if list == "schemas" && d.About == "" && d.Link == "" {
			c.advise(field, "Nothing describes it.", "Say what it changes, or link to its diagram.")
		}
	}
	c.unique(list, names)
}

// defects checks what is mended and what is left, and that nothing is both (R80, R81).
func (c *noteCheck) defects() {
	content := c.f.items(ItemDefectFix)
	c.eachDefect("fixed", c.n.Fixed, func(field string, d NotedDefect) {
		x, ok := find(content, func(x Item) bool { return sameID(x.ID, d.ID) })
		switch {
		case !ok && !Carries(c.f.Release, c.f.Build, d.ID):
			c.wrong(field, "Neither the content of "+c.f.Release.Name()+" nor its build names it.",
				"Take it out, or add it to the release: `/release edit "+c.f.Release.Name()+"`.")
		case ok && d.Severity != "" && x.Severity != "" && d.Severity != x.Severity:
			c.wrong(field, "The note calls it "+string(d.Severity)+", the content of "+c.f.Release.Name()+" "+string(x.Severity)+".",
				"Write "+string(x.Severity)+", or change the release: `/release edit "+c.f.Release.Name()+"`.")
		}
	})
	c.eachDefect("outstanding", c.n.Outstanding, func(field string, d NotedDefect) {
		mended := slices.ContainsFunc(c.n.Fixed, func(o NotedDefect) bool { return sameID(o.ID, d.ID) })
		planned := slices.ContainsFunc(content, func(x Item) bool { return sameID(x.ID, d.ID) })
		switch {
		case mended:
			c.wrong(field, "It is among the fixed defects too.", "Keep it in one of the two lists.")
		case planned:
			c.wrong(field, "The content of "+c.f.Release.Name()+" says that it is mended.",
				"Move it to the fixed defects, or take it out of the release: `/release edit "+c.f.Release.Name()+"`.")
		}
		c.missing(field, d.Workaround, "Its workaround is missing.", "Say what people do until it is mended, or that there is nothing they can do.")
	})
	for _, x := range content {
		named := func(d NotedDefect) bool { return sameID(d.ID, x.ID) }
		if !slices.ContainsFunc(c.n.Fixed, named) && !slices.ContainsFunc(c.n.Outstanding, named) {
			c.wrong("fixed", x.ID+" is in the content of "+c.f.Release.Name()+", and the note says nothing of it.",
				"Add it, or take it out of the release: `/release edit "+c.f.Release.Name()+"`.")
		}
	}
}

func (c *noteCheck) eachDefect(list string, all []NotedDefect, more func(field string, d NotedDefect)) {
	var ids []string
	for i, d := range all {
		field := named(list, d.ID, i)
		ids = append(ids, d.ID)
		c.id(field, d.ID, "the defect")
		switch {
		case d.Severity == "":
			c.wrong(field, "Its severity is missing.", "Write blocking, critical, high, medium or low.")
		case !slices.Contains(Severities(), d.Severity):
			c.wrong(field, quoted(string(d.Severity))+" is no severity.", "Write blocking, critical, high, medium or low.")
		}
		c.missing(field, d.Summary, "Its summary is missing.", "Say in a sentence what goes wrong.")
		if d.ID != "" {
			more(field, d)
		}
	}
	c.unique(list, ids)
}

func (c *noteCheck) id(field, id, what string) {
	switch {
	case id == "":
		c.wrong(field, "The id of "+what+" is missing.", "Write it as the tracker does, like DEF-1187.")
	case strings.ContainsFunc(id, notInReference):
		c.wrong(field, quoted(id)+" is not an id.", "Use letters, digits and . _ / # - only.")
	}
}

// changes checks the change requests (R82).
func (c *noteCheck) changes() {
	content := c.f.items(ItemChangeRequest)
	var ids []string
	for i, x := range c.n.Changes {
		field := named("changes", x.ID, i)
		ids = append(ids, x.ID)
		c.id(field, x.ID, "the change request")
		c.missing(field, x.Title, "Its title is missing.", "Write it as the change request has it.")
		c.missing(field, x.Summary, "Its summary is missing.", "Say in a sentence what changes for people.")
		inContent := slices.ContainsFunc(content, func(o Item) bool { return sameID(o.ID, x.ID) })
		if x.ID != "" && !inContent && !Carries(c.f.Release, c.f.Build, x.ID) {
			c.wrong(field, "Neither the content of "+c.f.Release.Name()+" nor its build names it.",
				"Take it out, or add it to the release: `/release edit "+c.f.Release.Name()+"`.")
		}
	}
	c.unique("changes", ids)
	for _, x := range content {
		if !slices.ContainsFunc(ids, func(id string) bool { return sameID(id, x.ID) }) {
			c.wrong("changes", x.ID+" is in the content of "+c.f.Release.Name()+", and the note says nothing of it.",
				"Add it, or take it out of the release: `/release edit "+c.f.Release.Name()+"`.")
		}
	}
}
