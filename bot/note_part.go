package bot

import (
	"slices"
	"strings"
	"unicode"

	"gonogo.dev/release"
)

// notePart is a part of a release note as it is written in Slack: a form of
// fields, or lists of steps.
type notePart struct {
	key    string
	title  string
	about  string
	fields []noteField        // none where it is made of steps
	steps  release.SectionKey // the section of the runbook it is
	names  []string           // how problems name what belongs here, in small letters without blanks
}

// noteParts are the parts in the order in which they are written and read.
func noteParts() []notePart {
	return []notePart{
		{key: "heads", title: "Heads", about: "title, reason, date, who takes and issues it", fields: headFields()},
		{key: "build", title: "Build & documents", about: "tag, tools, platform, manuals, schemas", fields: buildFields(), names: []string{"bom", "billofmaterials", "bill"}},
		{key: "contents", title: "Contents", about: "what each item is, in plain words", fields: contentFields()},
		{key: "defects", title: "Defects & changes", about: "what it mends, what it leaves, what it changes", fields: defectFields(), names: []string{"defect", "change"}},
		{key: "plan", title: "Plan", about: "disruption, downtime, resources, stakeholders, approvals", fields: planFields(), names: []string{"approval"}},
		{key: "prerequisites", title: "Prerequisites", about: "what is there before it begins", steps: release.Prerequisites, names: []string{"prerequisite"}},
		{key: "instructions", title: "Instructions", about: "the release, step by step", steps: release.Instructions, names: []string{"instruction", "total"}},
		{key: "checks", title: "Checks", about: "how one sees that it works", steps: release.PostChecks, names: []string{"check"}},
		{key: "backout", title: "Backout", about: "the way back, from every step of the instructions", steps: release.BackoutSteps},
	}
}

// partOf finds a part by its key, or by the beginning of it.
func partOf(word string) (notePart, bool) {
	all := noteParts()
	i := slices.IndexFunc(all, func(p notePart) bool { return word != "" && strings.HasPrefix(p.key, word) })
	if i < 0 {
		return notePart{}, false
	}
	return all[i], true
}

// has tells whether a problem with a field belongs to the part, and by how long a
// name: the longest wins.
func (p notePart) has(field string) int {
	longest := 0
	for _, name := range append([]string{p.key}, p.names...) {
		if strings.HasPrefix(field, name) {
			longest = max(longest, len(name))
		}
	}
	for _, f := range p.fields {
		if name := strings.ToLower(f.block); strings.HasPrefix(field, name) {
			longest = max(longest, len(name))
		}
	}
	return longest
}

// partFor finds the part in which a field that the check names is mended; the
// zero part for what concerns the note as a whole.
func partFor(field string, parts []notePart) notePart {
	field = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, field)
	var best notePart
	longest := 0
	for _, p := range parts {
		if n := p.has(field); n > longest {
			best, longest = p, n
		}
	}
	return best
}

// problemsByPart sorts problems by the key of the part in which they are mended;
// those of the note as a whole stand under the empty key.
func problemsByPart(all []release.NoteProblem) map[string][]release.NoteProblem {
	sorted, parts := map[string][]release.NoteProblem{}, noteParts()
	for _, x := range all {
		p := partFor(x.Field, parts)
		sorted[p.key] = append(sorted[p.key], x)
	}
	return sorted
}

// problemsOf are the problems with a part.
func problemsOf(key string, all []release.NoteProblem) []release.NoteProblem {
	return problemsByPart(all)[key]
}

// stopping are the problems that keep a note from being taken.
func stopping(all []release.NoteProblem) []release.NoteProblem {
	return slices.DeleteFunc(slices.Clone(all), func(x release.NoteProblem) bool { return x.Advice })
}

// texts are the part's fields as their forms show them; of steps, all they say.
func (p notePart) texts(n release.ReleaseNote) []string {
	if p.steps == release.BackoutSteps {
		var all []string
		for i := range n.Runbook.Backout {
			all = append(all, stepsAt{release.BackoutSteps, i}.texts(n)...)
		}
		return all
	}
	if p.steps != "" {
		return stepsAt{p.steps, 0}.texts(n)
	}
	all := make([]string, len(p.fields))
	for i, f := range p.fields {
		all[i] = f.get(n)
	}
	return all
}

// gist says in few words what a part has: "12 steps, 95 minutes".
func (p notePart) gist(n release.ReleaseNote) string {
	b := n.Runbook
	switch p.key {
	case "heads":
		return clip(oneLine(n.Title), 120)
	case "build":
		return strings.TrimPrefix(clip(oneLine(n.Tag), 80)+", ", ", ") + count(len(n.BOM), "file", "files") + ", " + count(len(n.Manuals)+len(n.Schemas), "document", "documents")
	case "contents":
		return count(len(n.Contents), "item", "items") + " explained"
	case "defects":
		return itoa(len(n.Fixed)) + " mended, " + itoa(len(n.Outstanding)) + " left, " + count(len(n.Changes), "change", "changes")
	case "plan":
		return strings.TrimPrefix(capital(n.Disruption.String())+", ", ", ") + count(n.Downtime, "minute", "minutes") + " of downtime, " + count(len(n.Approvals), "approval", "approvals")
	case "backout":
		return count(len(b.Backout), "set", "sets") + listOfSets(b.Backout)
	}
	s := b.Section(p.steps)
	return stepsGist(s)
}

func stepsGist(s release.Section) string {
	return count(len(s.Steps), "step", "steps") + ", " + count(s.Minutes(), "minute", "minutes")
}

// listOfSets names the first few sets by the steps they go back from.
func listOfSets(sets []release.BackoutSet) string {
	var names []string
	for _, s := range sets {
		names = append(names, strings.TrimPrefix(s.Name(), "the backout set of "))
	}
	if len(names) == 0 {
		return ""
	}
	return ": " + listed(names, 120)
}

// empty tells whether nothing is written in the part.
func (p notePart) empty(n release.ReleaseNote) bool {
	switch p.steps {
	case release.BackoutSteps:
		return len(n.Runbook.Backout) == 0
	case "":
		return !slices.ContainsFunc(p.texts(n), func(s string) bool { return strings.TrimSpace(s) != "" })
	case release.Prerequisites, release.Instructions, release.PostChecks:
	}
	return len(n.Runbook.Section(p.steps).Steps) == 0
}

// state says how a part stands, given its own problems: complete, with problems,
// or empty.
func (p notePart) state(n release.ReleaseNote, own []release.NoteProblem) string {
	wrong := stopping(own)
	switch {
	case len(wrong) > 0 && p.empty(n):
		return "○ Empty: " + firstProblem(wrong)
	case len(wrong) > 0:
		return "✗ " + count(len(wrong), "problem", "problems") + ": " + firstProblem(wrong)
	case p.empty(n):
		return "✓ Empty, and nothing is missing"
	case len(own) > 0:
		return "✓ Complete, with " + count(len(own), "piece of advice", "pieces of advice")
	}
	return "✓ Complete"
}

func firstProblem(all []release.NoteProblem) string {
	return clip(sentence(oneLine(all[0].Why)), 160)
}
