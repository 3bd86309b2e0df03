package release

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// MaxContent is how many lines a release's content may have.
const MaxContent = 200

// The names of a release's fields, as a FieldProblem carries them.
const (
	FieldPurpose = "purpose"
	FieldItems   = "items"
	FieldTargets = "targets"
	FieldOwner   = "owner"
	FieldBoard   = "board"
	FieldBase    = "base"
	FieldPlanned = "planned"
)

// Normal returns the content with blanks trimmed and repeated items dropped.
func (c ReleaseContent) Normal() ReleaseContent {
	c.Purpose = strings.TrimSpace(c.Purpose)
	c.Board = c.Board.UTC().Truncate(time.Microsecond)
	var items []Item
	for _, x := range c.Items {
		x.ID, x.Title = strings.TrimSpace(x.ID), strings.Join(strings.Fields(x.Title), " ")
		if !slices.Contains(items, x) {
			items = append(items, x)
		}
	}
	c.Items, c.Confidence = items, c.Confidence.normal()
	c.Targets = slices.Clone(c.Targets)
	for i := range c.Targets {
		w := &c.Targets[i].Window
		w.From, w.To = w.From.UTC().Truncate(time.Microsecond), w.To.UTC().Truncate(time.Microsecond)
	}
	return c
}

// Check returns every mistake of a release's content at once. What may still be
// open while it is planned, windows and the board's date, is the first gate's
// to ask for.
func (c ReleaseContent) Check(p *Programme, now time.Time) []FieldProblem {
	var problems []FieldProblem
	say := func(field, why string) {
		if why != "" {
			problems = append(problems, FieldProblem{Field: field, Why: why})
		}
	}
	say(FieldSystem, RFCContent{System: c.System}.checkSystem(p))
	if !slices.Contains(ReleaseTypes(), c.Type) {
		say(FieldType, "Choose major, minor, patch or emergency.")
	}
	say(FieldPlanned, RFCContent{Release: c.Planned, Type: c.Type}.checkRoadmap(p))
	say(FieldPurpose, checkText(c.Purpose, MaxText, "Say what the release is for."))
	say(FieldItems, c.checkItems())
	say(FieldConfided, c.checkConfided(p))
	say(FieldTargets, c.checkTargets(p, now))
	if x, ok := p.Person(c.Owner); !ok || x.Retired {
		say(FieldOwner, "Choose an active person of the programme as its owner.")
	}
	if !c.Board.IsZero() && !c.Board.After(now) {
		say(FieldBoard, "The board cannot have decided already; choose a date in the future.")
	}
	return problems
}

// unplanned returns what the first gate asks for and is not planned: windows and
// the board's date, from which lead times are counted (R92). Past that gate none
// of them may be taken out again.
func (c ReleaseContent) unplanned() []FieldProblem {
	var problems []FieldProblem
	if slices.ContainsFunc(c.Targets, func(t Target) bool { return t.Window.IsZero() }) {
		problems = append(problems, FieldProblem{FieldTargets, "Not every target environment has a planned window."})
	}
	if c.Board.IsZero() {
		problems = append(problems, FieldProblem{FieldBoard, "The date on which the board decides is not planned."})
	}
	return problems
}

func (c ReleaseContent) checkItems() string {
	switch {
	case len(c.Items) == 0 && c.Confidence.IsZero():
		return "Name what it contains, one a line: for example “CR-031 Meter data retries” or “DEF-1187 critical Duplicate reads”."
	case len(c.Items) > MaxContent:
		return fmt.Sprintf("At most %d lines; this is %d.", MaxContent, len(c.Items))
	case c.Unjustified():
		return "An emergency release mends a blocking or critical defect: name the defect with its severity."
	}
	for i, x := range c.Items {
		at := fmt.Sprintf("Line %d: ", i+1)
		if why := x.check(); why != "" {
			return at + why
		}
		if onlyForm.MatchString(" " + x.Title) {
			return at + "everybody reads this field; what is for some organisations only has its own."
		}
		if slices.ContainsFunc(c.Items[:i], func(o Item) bool { return strings.EqualFold(o.ID, x.ID) }) {
			return at + x.ID + " is there twice."
		}
	}
	return ""
}

// check says what is wrong with an item.
func (x Item) check() string {
	switch {
	case !slices.Contains(ItemKinds(), x.Kind):
		return "choose base functionality, change request or defect fix."
	case x.ID == "" || utf8.RuneCountInString(x.ID) > MaxReference || strings.ContainsFunc(x.ID, notInReference):
		return "begin with an id of letters, digits and . _ / # - only."
	case x.Kind == ItemDefectFix && !slices.Contains(Severities(), x.Severity):
		return "give the defect's severity: blocking, critical, high, medium or low."
	case x.Kind != ItemDefectFix && x.Severity != "":
		return "only a defect has a severity."
	}
	return checkText(x.Title, MaxTitle, "give it a title.")
}

func (c ReleaseContent) checkTargets(p *Programme, now time.Time) string {
	if why := (RFCContent{Environments: c.Environments()}).checkEnvironments(p); why != "" {
		return why
	}
	for i, t := range c.Targets {
		e, _ := p.Environment(t.Environment)
		if !t.Window.IsZero() {
			if why := t.Window.check(now); why != "" {
				return e.Name + ": " + why
			}
		}
		for _, before := range c.Targets[:i] {
			if before.Environment == t.Environment {
				return e.Name + " is there twice."
			}
			if !t.Window.IsZero() && !before.Window.IsZero() && t.Window.From.Before(before.Window.From) {
				return e.Name + " comes later in the order, but its window begins earlier."
			}
		}
	}
	return ""
}

// ParseItems reads a release's content as people write it, one item a line: an
// id, for a defect its severity, and a title. What is neither a defect nor a
// change request by the look of its id is base functionality when the line
// begins with "base".
func ParseItems(text string) []Item {
	var items []Item
	for line := range strings.Lines(text) {
		words := strings.Fields(strings.TrimLeft(strings.TrimSpace(line), "-*• "))
		if len(words) == 0 {
			continue
		}
		x := Item{Kind: ItemChangeRequest}
		if strings.EqualFold(words[0], "base") && len(words) > 1 {
			x.Kind, words = BaseFunctionality, words[1:]
		}
		x.ID, words = strings.TrimRight(words[0], ":,"), words[1:]
		if len(words) > 0 {
			if s := Severity(strings.ToLower(strings.Trim(words[0], "[]():,"))); slices.Contains(Severities(), s) {
				x.Severity, words = s, words[1:]
			}
		}
		if x.Kind == ItemChangeRequest && (x.Severity != "" || looksLikeDefect(x.ID)) {
			x.Kind = ItemDefectFix
		}
		x.Title = strings.Join(words, " ")
		items = append(items, x)
	}
	return items
}

func looksLikeDefect(id string) bool {
	id = strings.ToUpper(id)
	return strings.HasPrefix(id, "DEF") || strings.HasPrefix(id, "BUG")
}

// Line returns the item as ParseItems reads it.
func (x Item) Line() string {
	words := []string{x.ID, string(x.Severity), x.Title}
	if x.Kind == BaseFunctionality {
		words = append([]string{"base"}, words...)
	}
	return strings.Join(nonEmpty(words), " ")
}
