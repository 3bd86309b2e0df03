package release_test

import (
	"fmt"
	"slices"
	"strings"

	"gonogo.dev/release"
)

// noteContentFaults are faults of what a note says is in the release.
func noteContentFaults() []noteFault {
	return []noteFault{
		{"R78, R94: no build", func(_ *release.ReleaseNote, f *release.NoteFacts) { f.Build = nil }},
		{"R78, R94: the files of another build", func(n *release.ReleaseNote, f *release.NoteFacts) {
			n.BOM = slices.Clone(f.Build.BOM)[:1]
			n.BOM[0].Version = "1.1"
		}},
		{"R79: a file and a manual that nothing explains", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Contents = n.Contents[2:] }},
		{"R79: many files that nothing explains", func(_ *release.ReleaseNote, f *release.NoteFacts) {
			for i := range 40 {
				f.Build.BOM = append(f.Build.BOM, release.BOMLine{File: fmt.Sprintf("bin/%02d", i), Version: "1"})
			}
		}},
		{"R79: lines about nothing, twice and without words", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Contents[0].Says = ""
			n.Contents = append(n.Contents, release.NotedContent{Item: "gone.jar", Says: "It is gone."}, release.NotedContent{Item: "lib/", Says: "Again."}, release.NotedContent{Says: "What?"})
		}},
		{"R74: a manual without a version and a date", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Manuals[0].Version, n.Manuals[0].Date, n.Manuals[0].Link = "", "", "the wiki"
		}},
		{"R75: a schema with a bad date, no description and no name", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Schemas[0].Date, n.Schemas[0].About = "3 Nov", ""
			n.Schemas = append(n.Schemas, release.Document{Version: "1", Date: "2026-11-03", About: "What?"})
		}},
		{"R80: a fixed defect without a severity and a summary", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Fixed[0].Severity, n.Fixed[0].Summary = "", ""
		}},
		{"R80: a severity of its own, an unknown one and no id", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Fixed[0].Severity, n.Outstanding[0].Severity = release.Low, "awful"
			n.Outstanding = append(n.Outstanding, release.NotedDefect{Severity: release.Low, Summary: "What?", Workaround: "None."})
		}},
		{"R80: a fixed defect that the release does not have, and the other way round", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Fixed[0].ID = "DEF-1188"
		}},
		{"R80: the same defect twice", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Fixed = append(n.Fixed, n.Fixed[0])
			n.Fixed[1].ID = "def-1187"
		}},
		{"R81: an outstanding defect without a workaround", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Outstanding[0].Workaround = "" }},
		{"R80, R81: a defect both fixed and outstanding", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Outstanding[0].ID = "DEF-1187" }},
		{"R80, R81: a planned defect left outstanding", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Outstanding[0].ID, n.Fixed = "DEF-1187", nil
		}},
		{"R82: a change request without words, and another that nobody planned", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Changes[0].Title, n.Changes[0].Summary = "", ""
			n.Changes = append(n.Changes, release.NotedChange{ID: "CR 99", Title: "More", Summary: "More of it."})
		}},
		{"R82: no change request, though one is planned", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Changes = nil }},
		{"too many lines", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			for i := range release.MaxNoteLines {
				n.Resources = append(n.Resources, fmt.Sprintf("Chair %d", i))
			}
		}},
	}
}

// noteRunbookFaults are faults of what is done, forward and back.
func noteRunbookFaults() []noteFault {
	steps := func(n *release.ReleaseNote) []release.Step { return n.Runbook.Instructions.Steps }
	return []noteFault{
		{"R83: an empty runbook", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Runbook = release.Runbook{} }},
		{"R83: a step without what, who and minutes", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			steps(n)[1] = release.Step{Number: 2, Expect: "It works.", Files: steps(n)[1].Files}
		}},
		{"R85: a step without an expected result, and one of two days", func(n *release.ReleaseNote, f *release.NoteFacts) {
			steps(n)[0].Expect, steps(n)[2].Minutes, n.Runbook.Instructions.Stated = "", 2880, 0
			f.RFC.Content.Window.To = f.RFC.Content.Window.To.AddDate(0, 0, 3)
		}},
		{"R83: numbers with a gap", func(n *release.ReleaseNote, _ *release.NoteFacts) { steps(n)[2].Number = 4 }},
		{"R83: numbers in another order", func(n *release.ReleaseNote, _ *release.NoteFacts) { steps(n)[0].Number, steps(n)[1].Number = 2, 1 }},
		{"R83: wrong totals of a section and of a set", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Runbook.Instructions.Stated, n.Runbook.Backout[1].Stated = 45, 90
		}},
		{"R83: a step whom nobody can be called for", func(n *release.ReleaseNote, _ *release.NoteFacts) { steps(n)[0].Who = "The night shift" }},
		{"R84: no prerequisite for backups, and an unknown one", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Runbook.Prerequisites.Steps[2].Covers = "luck"
		}},
		{"R78, R85: a file that is not in the bill of materials", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			steps(n)[1].Files = append(steps(n)[1].Files, "settle.war")
		}},
		{"R78, R85: a file that no step installs", func(n *release.ReleaseNote, _ *release.NoteFacts) { steps(n)[1].Files = []string{"lib/"} }},
		{"R85: a command that hides what it does", func(n *release.ReleaseNote, _ *release.NoteFacts) { steps(n)[1].Command = "rm -rf /opt\rls /opt" }},
		{"too many steps", func(n *release.ReleaseNote, f *release.NoteFacts) {
			for i := range release.MaxNoteSteps {
				n.Runbook.Checks.Steps = append(n.Runbook.Checks.Steps, noteStep(i+2, "Look again.", 1))
			}
			f.RFC.Content.Window.To = f.RFC.Content.Window.To.AddDate(0, 0, 1)
		}},
		{"R87: no post-release checks", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Runbook.Checks.Steps = nil }},
		{"R88: no way back", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Runbook.Backout = nil }},
		{"R88: steps without a way back", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Runbook.Backout[1].From = 3 }},
		{"R88: only the middle has a way back", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Runbook.Backout = n.Runbook.Backout[1:]
			n.Runbook.Backout[0].To = 2
		}},
		{"R88: steps with two ways back", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Runbook.Backout[0].To = 2 }},
		{"R88: a set that ends before it begins", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Runbook.Backout[1].From, n.Runbook.Backout[1].To = 3, 2
		}},
		{"R88: a set that goes on after the last step", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Runbook.Backout[1].To = 7 }},
		{"R88: a set without steps, another of no steps", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Runbook.Backout[0].Steps = nil
			n.Runbook.Backout[1].From, n.Runbook.Backout[1].To = 0, 0
		}},
		{"R88: a step back without who and minutes", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Runbook.Backout[1].Stated, n.Runbook.Backout[1].Steps[1] = 0, release.Step{Number: 2, Do: strings.Repeat("Go back. ", 9), Expect: "It is back."}
		}},
	}
}
