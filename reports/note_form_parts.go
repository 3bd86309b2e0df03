package reports

import (
	"gonogo.dev/release"
)

// noteContents are the fields that say what is in a release (R74 to R82, R33).
func noteContents(n *release.ReleaseNote) group {
	return group{
		{key: "manuals", title: "Manuals", hint: "User manuals and guides that go with it, if any.", value: listOf[release.Document]{&n.Manuals, paper}},
		{key: "schemas", title: "Database schemas", hint: "Database schemas that it brings or changes, if any.", value: listOf[release.Document]{&n.Schemas, paper}},
		{key: "bill-of-materials", title: "Bill of materials", hint: "Every file with its version, day and SHA-256; gonogo knows those of the build.", value: listOf[release.BOMLine]{&n.BOM, bomLine}},
		{key: "contents", title: "Contents", hint: "In plain English, what each file, manual and schema is.", value: listOf[release.NotedContent]{&n.Contents, notedContent}},
		{key: "fixed", title: "Defects fixed", hint: "The defects that it mends.", value: listOf[release.NotedDefect]{&n.Fixed, mended}},
		{key: "outstanding", title: "Outstanding defects", hint: "The defects that are left, each with a workaround.", value: listOf[release.NotedDefect]{&n.Outstanding, left}},
		{key: "changes", title: "Change requests", hint: "The change requests that it carries out.", value: listOf[release.NotedChange]{&n.Changes, notedChange}},
		{key: "resources", title: "Resources", hint: "People, rooms, lines and tools that the deployment needs.", value: &n.Resources},
		{key: "stakeholders", title: "Stakeholders", hint: "Who has to know of the deployment.", value: &n.Stakeholders},
		{key: "approvals", title: "Approvals", hint: "The approvals that the plan rests on.", value: listOf[release.NotedApproval]{&n.Approvals, approval}},
	}
}

func paper(d *release.Document) group {
	return group{
		{key: "name", title: "Document", hint: "its title", value: &d.Name},
		{key: "version", title: "Version", hint: "its version", value: &d.Version},
		{key: "date", title: "Date", hint: "its day, like 2026-11-23", value: &d.Date},
		{key: "about", title: "About", hint: "what it is about, or what is new in it", value: &d.About, spare: true},
		{key: "link", title: "Link", hint: "where it is kept", value: &d.Link, spare: true},
	}
}

func bomLine(b *release.BOMLine) group {
	return group{
		{key: "file", title: "File", hint: "the name with its path, as it is delivered", value: &b.File},
		{key: "version", title: "Version", hint: "its version", value: &b.Version},
		{key: "date", title: "Date", hint: "its day, like 2026-11-23", value: &b.Date},
		{key: "digest", title: "SHA-256", hint: "its SHA-256 in hex", value: &b.Digest},
		{key: "fixes", title: "Fixes", hint: "the defects and change requests in it", value: &b.Fixes, spare: true},
	}
}

func notedContent(c *release.NotedContent) group {
	return group{
		{key: "item", title: "Item", hint: "a file, manual or schema; lib/ stands for all files in it", value: &c.Item},
		{key: "says", title: "What it is", hint: "what it is, for somebody who never saw it", value: &c.Says},
	}
}

func mended(d *release.NotedDefect) group {
	return group{
		{key: "id", title: "Id", hint: "its number in the defect system", value: &d.ID},
		{key: "severity", title: "Severity", value: (*string)(&d.Severity), words: wordsOf(release.Severities())},
		{key: "summary", title: "Summary", hint: "what went wrong", value: &d.Summary},
		{key: "workaround", title: "Workaround", hint: "what people do until it is mended", value: &d.Workaround, spare: true},
	}
}

func left(d *release.NotedDefect) group {
	g := mended(d)
	g[3].spare = false
	return g
}

func notedChange(c *release.NotedChange) group {
	return group{
		{key: "id", title: "Id", hint: "its number", value: &c.ID},
		{key: "title", title: "Title", hint: "what it is called", value: &c.Title},
		{key: "summary", title: "Summary", hint: "what it changes", value: &c.Summary},
	}
}

func approval(a *release.NotedApproval) group {
	return group{
		{key: "what", title: "What", hint: "what was approved", value: &a.What},
		{key: "by", title: "Approved by", hint: "the person or the board", value: &a.By},
		{key: "ref", title: "Reference", hint: "where one can see it", value: &a.Ref, spare: true},
	}
}

// noteRunbook are the sections of the runbook and what stands behind them (R83 to R91).
func noteRunbook(n *release.ReleaseNote) group {
	b := &n.Runbook
	return group{
		{
			key: "prerequisites", title: "Prerequisites", value: section(&b.Prerequisites),
			hint: "What has to be true or done first. Between them the steps see to rights, software, backups and inventory.",
		},
		{
			key: "instructions", title: "Release instructions", value: section(&b.Instructions),
			hint: "Every step at the lowest level: paths, permissions, stops and starts, commands, and what one sees when it worked.",
		},
		{key: "checks", title: "Post-release checks", value: section(&b.Checks), hint: "A quick look that this build runs as it should."},
		{
			key: "backout", title: "Backout", value: listOf[release.BackoutSet]{&b.Backout, backoutSet},
			hint: "The ways back. Each set is for a failure at its first to its last step of the release instructions; together they cover every step.",
		},
		{
			key: "landscape", title: "State of the environments", value: listOf[release.Placed]{&n.Landscape, placed}, spare: true, known: true,
			hint: "Every system and its version in every environment; gonogo fills it in.",
		},
	}
}

func section(s *release.Section) group {
	return group{
		{key: "total", title: "Total", hint: "the sum of the minutes, if you want gonogo to check it", value: &s.Stated, spare: true},
		{key: "steps", title: "Steps", value: listOf[release.Step]{&s.Steps, step}},
	}
}

func step(s *release.Step) group {
	return group{
		{key: "number", title: "No", hint: "1, 2, 3 in each section", value: &s.Number},
		{key: "do", title: "What", hint: "what is done, at the lowest level", value: &s.Do},
		{key: "who", title: "Who", hint: "a person, a role or a team", value: &s.Who},
		{key: "minutes", title: "Minutes", hint: "how long it takes", value: &s.Minutes},
		{key: "expect", title: "Expected result", hint: "what one sees when it worked", value: &s.Expect},
		{key: "command", title: "Command", hint: "what is typed, word for word", value: &s.Command, spare: true, typed: true},
		{key: "files", title: "Files", hint: "the files of the bill of materials that it installs or runs", value: &s.Files, spare: true},
		{key: "covers", title: "Covers", hint: "which usual prerequisite it sees to", value: (*string)(&s.Covers), words: wordsOf(release.Precautions()), spare: true},
	}
}

func backoutSet(b *release.BackoutSet) group {
	return append(group{
		{key: "from", title: "From", hint: "the first step of the release instructions that it goes back from", value: &b.From},
		{key: "to", title: "To", hint: "the last one", value: &b.To},
	}, section(&b.Section)...)
}

func placed(p *release.Placed) group {
	return group{
		{key: "environment", title: "Environment", value: (*string)(&p.Environment)},
		{key: "system", title: "System", value: (*string)(&p.System)},
		{key: "version", title: "Version", value: &p.Version},
		{key: "status", title: "Status", value: (*string)(&p.Status), words: wordsOf(release.SystemStatuses())},
	}
}
