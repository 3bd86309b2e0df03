package release_test

import (
	"strings"

	"gonogo.dev/release"
)

// noteStep is one line of a runbook, done by a release manager.
func noteStep(number int, do string, minutes int) release.Step {
	return release.Step{Number: number, Do: do, Who: "Name of ex-rm", Minutes: minutes, Expect: "It says OK."}
}

// goodRunbook takes an hour forward and half an hour back, and has two ways back.
func goodRunbook() release.Runbook {
	b := release.Runbook{
		Instructions: release.Section{Stated: 30, Steps: []release.Step{
			noteStep(1, "Stop the settlement run.", 5), noteStep(2, "Copy settle.jar to /opt/helix/lib.", 5), noteStep(3, "Start the settlement run.", 20),
		}},
		Checks: release.Section{Steps: []release.Step{noteStep(1, "Run a settlement of one day.", 10)}},
		Backout: []release.BackoutSet{
			{From: 1, To: 1, Section: release.Section{Steps: []release.Step{noteStep(1, "Start the settlement run.", 5)}}},
			{From: 2, To: 3, Section: release.Section{Stated: 30, Steps: []release.Step{
				noteStep(1, "Stop the settlement run.", 5), noteStep(2, "Copy the old settle.jar back and start.", 25),
			}}},
		},
	}
	b.Instructions.Steps[1].Files = []string{"settle.jar"}
	for i, c := range release.Precautions() {
		s := noteStep(i+1, "See to the "+string(c)+".", 5)
		s.Covers = c
		b.Prerequisites.Steps = append(b.Prerequisites.Steps, s)
	}
	return b
}

// goodNote is a note of a planned release with a build, whole and without a
// contradiction. What gonogo adds itself is left out.
func goodNote(r release.Release, tag string) release.ReleaseNote {
	n := release.ReleaseNote{
		Title: "Helix settlement", Reason: "Settlement runs again.", Date: "2026-11-27",
		ReleasedTo: release.Signatory{Name: "Name of rm", Title: "Release Manager", Party: "Integrator"},
		Issuer:     release.Signatory{Name: "Name of ex-rm", Title: "Release Manager", Party: "Elexon"},
		Tag:        tag,
		Manuals:    []release.Document{{Name: "Operator's guide", Version: "7", Date: "2026-11-02", Link: "https://docs.example/guide"}},
		Contents: []release.NotedContent{
			{Item: "settle.jar", Says: "The settlement engine."}, {Item: "Operator's guide", Says: "How settlement is run."},
		},
		Outstanding: []release.NotedDefect{{
			ID: "DEF-2000", Severity: release.Low, Summary: "A label is wrong.", Workaround: "Read the manual.",
		}},
		Disruption: release.NoDisruption, Resources: []string{"A bridge line"}, Stakeholders: []string{"DCC", "Supplier One"},
		Approvals: []release.NotedApproval{{What: "The change", By: "Release Control Board"}},
		Runbook:   goodRunbook(),
	}
	for _, x := range r.Content.Items {
		switch x.Kind {
		case release.ItemDefectFix:
			n.Fixed = append(n.Fixed, release.NotedDefect{ID: x.ID, Severity: x.Severity, Summary: x.Title})
		case release.ItemChangeRequest:
			n.Changes = append(n.Changes, release.NotedChange{ID: x.ID, Title: x.Title, Summary: x.Title})
		case release.BaseFunctionality:
		}
	}
	return n
}

// noteOf is a good note of what a release carries now.
func (b *board) noteOf(number int) release.ReleaseNote {
	b.Helper()
	book, err := b.desk.ReadNotes(b.Context(), number)
	b.must(err)
	n := goodNote(book.Facts.Release, "")
	if build := book.Facts.Build; build != nil {
		n.Tag = build.Tag
	}
	if rfc := book.Facts.RFC; rfc.Number != 0 {
		n.Disruption, n.Date = rfc.Content.Disruption, rfc.Content.Window.From.Format("2006-01-02")
	}
	return n
}

// handIn hands in a good note as its owner, the words of its reason told apart by what is said.
func (b *board) handIn(number int, more ...string) release.SubmittedNote {
	b.Helper()
	n := b.noteOf(number)
	n.Reason = strings.Join(append([]string{n.Reason}, more...), " ")
	handed, err := b.desk.SubmitNote(b.Context(), b.as("ex-rm"), number, n)
	b.must(err)
	return handed
}
