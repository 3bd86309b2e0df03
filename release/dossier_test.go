package release_test

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// M3, T26: whatever of the package, the note, the baseline, the known issues or
// the window changes, a decision is about something else; words are not.
func TestWhatADecisionBindsTo(t *testing.T) {
	type all struct {
		rfc      release.RFCContent
		r        release.Release
		b        release.Build
		evidence []release.Evidence
	}
	fresh := func() all {
		x := all{rfc: content(), r: release.Release{Number: 1, Version: release.Version{Major: 1}, Content: planned(release.Patch)}, b: build("a", "1")}
		for i, check := range []release.Check{release.PointBaseline, release.PointPackage, release.PointKnownIssues, release.PointPlans, release.CheckNote} {
			x.evidence = append(x.evidence, release.Evidence{ID: int64(i), Check: check, Ref: "https://docs.example/" + string(check)})
		}
		return x
	}
	of := func(x all) release.Dossier { return release.DossierOf(x.rfc, &x.r, &x.b, x.evidence) }
	for name, test := range map[string]struct {
		change   func(*all)
		material bool
		changes  int
	}{
		"a file's version":   {func(x *all) { x.b.BOM[0].Version = "2" }, true, 1},
		"a file's digest":    {func(x *all) { x.b.BOM[0].Digest = "sha256:00" }, true, 1},
		"the commit":         {func(x *all) { x.b.Commit = "abc" }, true, 1},
		"the package":        {func(x *all) { x.b.Digest = "00" }, true, 1},
		"the window":         {func(x *all) { x.rfc.Window.To = x.rfc.Window.To.Add(time.Minute) }, true, 1},
		"the impact":         {func(x *all) { x.rfc.Impact = "All stop." }, true, 1},
		"the disruption":     {func(x *all) { x.rfc.Disruption = release.ServerDown }, true, 1},
		"the environments":   {func(x *all) { x.rfc.Environments = []release.EnvironmentID{"uit"} }, true, 1},
		"the risk":           {func(x *all) { x.rfc.Risk.Likelihood = 5 }, true, 1},
		"the version":        {func(x *all) { x.r.Version.Patch = 9 }, true, 1},
		"a severity":         {func(x *all) { x.r.Content.Items[0].Severity = release.Low }, true, 1},
		"an item":            {func(x *all) { x.r.Content.Items[0].ID = "DEF-1" }, true, 1},
		"a target":           {func(x *all) { x.r.Content.Targets[0].Environment = "uit" }, true, 1},
		"the note":           {func(x *all) { x.evidence[4].Ref = "https://docs.example/2" }, true, 1},
		"the known issues":   {func(x *all) { x.evidence[2].Ref = "https://docs.example/2" }, true, 1},
		"the baseline taken": {func(x *all) { x.evidence[0].TakenAt = monday }, true, 1},
		"a waiver instead": {func(x *all) {
			x.evidence[3] = release.Evidence{ID: 9, Check: release.PointPlans, Waiver: true, Note: "Small."}
		}, true, 1},
		"the RFC's title":   {func(x *all) { x.rfc.Title = "Another" }, false, 0},
		"the RFC's reason":  {func(x *all) { x.rfc.Reason = "Another." }, false, 0},
		"the risk's words":  {func(x *all) { x.rfc.Risk.Sentence = "Another." }, false, 0},
		"an item's title":   {func(x *all) { x.r.Content.Items[0].Title = "Another" }, false, 0},
		"the purpose":       {func(x *all) { x.r.Content.Purpose = "Another." }, false, 0},
		"the board's date":  {func(x *all) { x.r.Content.Board = monday }, false, 0},
		"a planned window":  {func(x *all) { x.r.Content.Targets[0].Window.To = monday }, false, 0},
		"what binds nobody": {func(x *all) { x.evidence = append(x.evidence, release.Evidence{Check: release.CheckPIT, Ref: "x"}) }, false, 0},
		"a note's waiver": {func(x *all) {
			x.evidence = append(x.evidence, release.Evidence{Check: release.CheckNote, Waiver: true, Note: "Late."})
		}, false, 0},
	} {
		before, x := of(fresh()), fresh()
		test.change(&x)
		after := of(x)
		if material := before.Digest() != after.Digest(); material != test.material || len(before.Changes(after)) != test.changes {
			t.Errorf("%s: material %v, changes %+v", name, material, before.Changes(after))
		}
	}
}

// T8, T28: the whole lifecycle as one table: each line has its place, and only
// the two rollbacks go back.
func TestTheLifecycleIsOneTable(t *testing.T) {
	at := release.Planning
	for at != release.ClosedStage {
		m, ok := release.NextMove(at)
		if !ok || !at.Before(m.To) || m.Requirement == "" || (len(m.Gate) == 0) {
			t.Fatalf("after %s: %+v", at, m)
		}
		at = m.To
	}
	for _, m := range release.Lifecycle() {
		if m.Back != m.To.Before(m.From) || m.Back != (m.Verb == "rollback") {
			t.Errorf("%+v", m)
		}
		for _, c := range m.Gate {
			if c.Title() == "" {
				t.Errorf("%s has no title", c)
			}
		}
	}
	if last := release.Stages(); !slices.Equal(last[len(last)-2:], []release.Stage{release.ClosedStage, release.Abandoned}) {
		t.Errorf("stages %v", last)
	}
}
