package reports

import (
	"fmt"
	"slices"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// section is a section of the runbook, step by step.
func (t deploymentPaper) section(s release.ReportedSection) templates.Part {
	part := templates.Part{
		Title: s.Section.String(), Inner: true, Empty: "No step.",
		Table: templates.Table{Columns: []templates.Column{
			{Title: "No", Width: 6, Number: true}, {Title: "What", Width: 30}, {Title: "Planned", Width: 16, Number: true}, {Title: "Took", Width: 9, Number: true}, {Title: "Difference", Width: 14, Number: true}, {Title: "Result", Width: 25},
		}},
	}
	if s.Section == release.BackoutSteps {
		part.Intro = "Carried out: " + t.Set + "."
	}
	for _, x := range s.Steps {
		done := x.Result == release.StepDone
		what := templates.Cell{Text: x.Do, Note: "For " + x.Who}
		if x.Expect != "" && s.Section == release.PostChecks {
			what.Note += "\nExpected: " + x.Expect
		}
		planned := templates.Cell{Text: inMin(x.Planned)}
		if x.Forecast > 0 {
			planned.Note = "rehearsed " + inMin(x.Forecast)
		}
		part.Table.Rows = append(part.Table.Rows, cells(plain(fmt.Sprint(x.Number)), what, planned, plain(actual(x.Took, done)), plain(difference(x.Planned, x.Took, done)), t.result(x)))
	}
	if len(s.Steps) > 0 {
		part.Table.Totals = cells(plain(""), plain("Total of "+count(len(s.Steps), "step")), plain(inMin(s.Planned)), plain(actual(s.Took, s.Took > 0)), plain(difference(s.Planned, s.Took, finished(s))), plain(""))
	}
	return part
}

// result says how a step ended, and every try that failed before.
func (t deploymentPaper) result(x release.ReportedStep) templates.Cell {
	var notes []string
	if x.Result != "" {
		notes = append(notes, t.clock(x.At)+", "+t.programme.NameOf(x.By))
	}
	for i, try := range x.Tries {
		if try.Result == release.StepFailed {
			notes = append(notes, fmt.Sprintf("Try %d failed at %s: %s", i+1, t.clock(try.Ended), templates.OneLine(try.Words)))
		}
	}
	c := templates.Cell{Note: strings.Join(notes, "\n")}
	switch x.Result {
	case release.StepDone:
		c.Badge = templates.Badge{Text: "done", Tone: templates.Good}
	case release.StepFailed:
		c.Badge = templates.Badge{Text: "failed", Tone: templates.Bad}
	default:
		c.Badge = templates.Badge{Text: "not begun", Tone: templates.Calm}
	}
	return c
}

// lines are the lines of the log of some kinds, in their order.
func (t deploymentPaper) lines(title, empty string, kinds ...release.LogKind) templates.Part {
	part := templates.Part{Title: title, Empty: empty, Table: templates.Table{Columns: []templates.Column{
		{Title: "When", Width: 14}, {Title: "What", Width: 14}, {Title: "Step", Width: 20}, {Title: "In their words", Width: 52},
	}}}
	names := map[release.LogKind]string{
		release.LogIssue: "issue", release.LogResolution: "resolution", release.LogErratum: "error", release.LogDecision: "decision", release.LogNote: "note",
	}
	for _, l := range t.Log {
		if slices.Contains(kinds, l.Kind) {
			step := "none"
			if l.Number != 0 {
				step = fmt.Sprintf("%s, step %d", l.Section, l.Number)
			}
			part.Table.Rows = append(part.Table.Rows, cells(
				head(t.clock(l.At)), plain(names[l.Kind]), plain(step), templates.Cell{Text: l.Words, Note: t.programme.NameOf(l.By)},
			))
		}
	}
	return part
}

// places are the versions before and after.
func (t deploymentPaper) places() templates.Part {
	part := templates.Part{Title: "The environments", Empty: "None.", Table: templates.Table{Columns: []templates.Column{
		{Title: "Environment", Width: 40}, {Title: "Before", Width: 30}, {Title: "After", Width: 30},
	}}}
	shown := func(v release.Version) templates.Cell {
		if v.IsZero() {
			return plain("not installed")
		}
		return plain(v.String())
	}
	for _, x := range t.Environments {
		part.Table.Rows = append(part.Table.Rows, cells(head(environmentName(t.programme, x.Environment)), shown(x.Before), shown(x.After)))
	}
	return part
}

// approvals are the decisions on which it was carried out.
func (t deploymentPaper) approvals() templates.Part {
	part := templates.Part{Title: "Decided before", Empty: "No decision is known.", Table: templates.Table{Columns: []templates.Column{
		{Title: "Vote", Width: 24}, {Title: "Outcome", Width: 16}, {Title: "When", Width: 26}, {Title: "On the content with SHA-256", Width: 34},
	}}}
	for _, x := range t.Approvals {
		part.Table.Rows = append(part.Table.Rows, cells(
			templates.Cell{Text: upperFirst(x.Purpose.String()), Note: fmt.Sprintf("ballot %d", x.Ballot), Head: true}, plain(x.Outcome.String()), plain(t.instant(x.At)), fine(strings.TrimPrefix(x.Digest, "sha256:")),
		))
	}
	return part
}
