package release_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

var update = flag.Bool("update", false, "write the golden files anew")

// noteFacts are what the good note of a patch is held against.
func noteFacts() release.NoteFacts {
	p := governed()
	c := planned(release.Patch)
	c.Items = append(c.Items, release.Item{Kind: release.ItemChangeRequest, ID: "CR-31", Title: "Retries"})
	r := release.Release{Number: 1, Version: release.Version{Major: 1, Patch: 1}, Content: c, Stage: release.Preparing, RFC: 1, Build: 1}
	b := build("2026.11.1", "1.2")
	b.BOM = append(b.BOM, release.BOMLine{File: "lib/a.jar", Version: "3", Date: "2026-11-19", Digest: "sha256:" + strings.Repeat("ef", 32)})
	return release.NoteFacts{
		Programme: &p, Release: r, Build: &b, RFC: release.RFC{Number: 1, Content: rfcFor(r), State: release.InPreparation},
		Landscape: []release.Placed{{Environment: "sit-a", System: "helix", Version: "1.0.0.0", Status: release.SystemAvailable}}, Now: monday,
	}
}

// wholeNote is a note without a problem, with every kind of line.
func wholeNote(f release.NoteFacts) release.ReleaseNote {
	n := goodNote(f.Release, f.Build.Tag)
	n.Contents = append(n.Contents, release.NotedContent{Item: "lib/", Says: "Libraries of others."}, release.NotedContent{Item: "Settlement schema", Says: "The tables of settlement."})
	n.Schemas = []release.Document{{Name: "Settlement schema", Version: "4", Date: "2026-11-03", About: "One column is new."}}
	n.Signatories = []release.Signatory{{Name: "Name of test", Title: "Test Manager"}}
	n.Runbook.Instructions.Steps[1].Files = []string{"settle.jar", "lib/*.jar"}
	return n
}

// noteFault breaks a note, or what it is held against, in one place.
type noteFault struct {
	name string
	do   func(n *release.ReleaseNote, f *release.NoteFacts)
}

// faultsOf checks a broken note, and writes what was found as people read it.
func (x noteFault) text() string {
	f := noteFacts()
	n := wholeNote(f)
	x.do(&n, &f)
	var text strings.Builder
	fmt.Fprintf(&text, "## %s\n", x.name)
	for _, p := range n.Complete(f).Check(f) {
		kind := ""
		if p.Advice {
			kind = " (advice)"
		}
		fmt.Fprintf(&text, "%s%s: %s %s\n", p.Field, kind, p.Why, p.Fix)
	}
	return text.String()
}

// TestFaultyNotes shows what the check says of every fault a note can have: where
// it is, what is wrong and what to do (R68 to R91, R33).
func TestFaultyNotes(t *testing.T) {
	t.Parallel()
	var got strings.Builder
	all := append(append(noteHeadFaults(), noteContentFaults()...), noteRunbookFaults()...)
	for _, x := range all {
		text := x.text()
		if strings.Count(text, "\n") < 2 {
			t.Errorf("%s: nothing was found", x.name)
		}
		got.WriteString(text)
	}
	if len(all) < 30 {
		t.Errorf("only %d faulty notes", len(all))
	}
	golden(t, "testdata/note_faults.golden", got.String())
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// TestWholeNoteHasNoProblem is the other side: nothing is said of a note that is
// whole, however it is blanked or numbered.
func TestWholeNoteHasNoProblem(t *testing.T) {
	t.Parallel()
	f := noteFacts()
	n := wholeNote(f)
	if problems := n.Complete(f).Check(f); len(problems) != 0 {
		t.Errorf("problems of a whole note: %+v", problems)
	}
	digest := n.Complete(f).Digest()
	n.Title, n.Disruption, n.Programme = "  Helix \t settlement ", " None", "Sample programme"
	n.Resources = append(n.Resources, " ")
	for i := range n.Runbook.Checks.Steps {
		n.Runbook.Checks.Steps[i].Number = 0
	}
	n.Runbook.Prerequisites.Steps = append(n.Runbook.Prerequisites.Steps, release.Step{Number: 9})
	if problems := n.Complete(f).Check(f); len(problems) != 0 || n.Complete(f).Digest() != digest {
		t.Errorf("problems of the same note, written otherwise: %+v", problems)
	}
}

// TestPrefilledNoteLacksOnlyWhatPeopleKnow shows that nothing that gonogo knows is
// asked of people (R68 to R91).
func TestPrefilledNoteLacksOnlyWhatPeopleKnow(t *testing.T) {
	t.Parallel()
	f := noteFacts()
	var text strings.Builder
	for _, p := range release.PrefillNote(f, nil).Complete(f).Check(f) {
		fmt.Fprintf(&text, "%s: %s\n", p.Field, p.Why)
	}
	golden(t, "testdata/note_prefilled.golden", text.String())
	last := wholeNote(f)
	last.Fixed[0].Summary, last.Contents[0].Says = "Mended words.", "Kept words."
	again := release.PrefillNote(f, &last)
	if problems := again.Check(f); len(problems) != 0 || again.Fixed[0].Summary != "Mended words." || again.Contents[0].Says != "Kept words." {
		t.Errorf("a note that goes on from another: %+v", problems)
	}
}

// noteHeadFaults are faults of what the release is, and of its plan.
func noteHeadFaults() []noteFault {
	return []noteFault{
		{"R68: another programme", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Programme = "Another programme" }},
		{"R69: no title and no reason", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Title, n.Reason = " ", "" }},
		{"R69: a title that shows nothing", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Title = "\u200b" }},
		{"R69: a reason with a hidden direction", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Reason = "Safe \u202etfihs" }},
		{"R69: a reason that is too long", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Reason = strings.Repeat("long ", 400) }},
		{"R70: no date", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Date = "" }},
		{"R70: a date as other people write it", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Date = "27-Nov-2026" }},
		{"R70: a date outside the window", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Date = "2026-11-30" }},
		{"R70: no version", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Version = "1.0" }},
		{"R70: another version", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Version = "1.2.0.0" }},
		{"R71, R72: nobody takes it, an issuer without a title, a nameless signatory", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.ReleasedTo, n.Issuer.Title, n.Signatories[0].Name = release.Signatory{}, "", ""
		}},
		{"R73: no tag", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Tag = "" }},
		{"R73: the tag of another build", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Tag = "v2026.10.9" }},
		{"R90: no RFC", func(_ *release.ReleaseNote, f *release.NoteFacts) { f.RFC = release.RFC{} }},
		{"R90: another RFC", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.RFC = "RFC-9" }},
		{"R91: an environment of which nothing is known", func(_ *release.ReleaseNote, f *release.NoteFacts) { f.Landscape = nil }},
		{"R89: no class of disruption", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Disruption = "" }},
		{"R89: an unknown class of disruption", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Disruption = "small" }},
		{"R89: another class than the RFC's", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Disruption = release.DatabaseFrozen }},
		{"R89, R33: no disruption, yet a downtime", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Downtime = 10 }},
		{"R89, R33: a downtime below zero", func(n *release.ReleaseNote, _ *release.NoteFacts) { n.Downtime = -10 }},
		{"R89, R33: servers down for no time", func(n *release.ReleaseNote, f *release.NoteFacts) {
			n.Disruption, f.RFC.Content.Disruption = release.ServerDown, release.ServerDown
		}},
		{"R33: a downtime longer than the window", func(n *release.ReleaseNote, f *release.NoteFacts) {
			n.Disruption, f.RFC.Content.Disruption, n.Downtime = release.ServerDown, release.ServerDown, 200
		}},
		{"R33: no resources, stakeholders and approvals", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Resources, n.Stakeholders, n.Approvals = nil, nil, nil
		}},
		{"R33: an approval by nobody, a stakeholder whom nobody knows, another twice", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Approvals[0].By, n.Stakeholders = "", []string{"DCC", "dcc", "The neighbours"}
		}},
		{"M7: a runbook longer than its window", func(n *release.ReleaseNote, _ *release.NoteFacts) {
			n.Runbook.Instructions.Steps[2].Minutes, n.Runbook.Instructions.Stated = 90, 0
		}},
		{"M7: no time to go back at the end", func(_ *release.ReleaseNote, f *release.NoteFacts) {
			f.RFC.Content.Window.To = f.RFC.Content.Window.From.Add(80 * time.Minute)
		}},
	}
}
