package release_test

import (
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// The report of a night has plan against actual of every step with its tries, the
// log, who decided and who reported, the versions before and after; its names in
// JSON and so its digest are fixed for ever (R36, R53, R55).
func TestDeploymentReportGolden(t *testing.T) {
	b := newGoverned(t)
	b.record("helix", release.Version{Major: 1}, "2025.1")
	s := b.gone(planned(release.Patch))
	b.rehearse(s.Release.Number, release.RehearsalRollout, 3)
	b.clock = s.RFC.Content.Window.From
	run := b.start(s.Release.Number, "rm")
	for run.Reached() < 2 {
		b.clock = b.clock.Add(7 * time.Minute)
		run = b.do(run, "ex-rm", 1)
	}
	b.clock = b.clock.Add(4 * time.Minute)
	run = b.fail(run)
	_, err := b.desk.LogRollout(t.Context(), b.as("ex-rm"), run.ID, release.LogErratum, "The path is /opt/helix/lib64.")
	b.must(err)
	b.clock = b.clock.Add(20 * time.Minute)
	run, err = b.desk.ResolveStep(t.Context(), b.as("ex-rm"), run.ID, "Old logs were deleted.")
	b.must(err)
	b.clock = b.clock.Add(6 * time.Minute)
	run, err = b.desk.GoBack(t.Context(), b.as("rm"), run.ID, "The disk fails.")
	b.must(err)
	b.clock = b.clock.Add(31 * time.Minute)
	run = b.doAll(run, "ex-rm")
	b.clock = run.Window.To.Add(5 * time.Minute)
	_, err = b.desk.ReportRollback(t.Context(), b.as("rm"), run.ID, true, "The disk is broken.")
	b.must(err)
	report, err := b.desk.ReadReport(t.Context(), run.ID)
	b.must(err)
	got, err := json.MarshalIndent(report, "", "  ")
	b.must(err)
	const golden = "testdata/deployment_report.json"
	if *update {
		b.must(os.WriteFile(golden, append(got, '\n'), 0o600))
	}
	want, err := os.ReadFile(golden)
	b.must(err)
	if diff := cmp.Diff(string(want), string(got)+"\n"); diff != "" {
		t.Errorf("%s (-want +got):\n%s", golden, diff)
	}
	if lines := report.Lines(release.LogErratum); len(lines) != 1 {
		t.Errorf("errors in the instructions: %+v", lines)
	}
}

// A deployment fixes its version in the baseline of each environment that has
// one, and blesses nothing else that drifted (R48, R143).
func TestADeploymentMovesTheBaseline(t *testing.T) {
	b := newGoverned(t)
	b.record("helix", release.Version{Major: 1}, "")
	b.record("smart", release.Version{Major: 4}, "")
	items := []release.ConfigurationItem{{Name: "schema", Value: "12"}}
	_, err := b.desk.FixBaseline(t.Context(), b.as("env"), "sit-a", items, "SIT begins.", 0)
	b.must(err)
	b.clock = b.clock.Add(2 * time.Hour)
	b.record("smart", release.Version{Major: 5}, "")
	run := b.begun(planned(release.Patch))
	b.carryOut(run.Release)
	v, err := b.desk.EnvironmentAt(t.Context(), "rm", "sit-a", b.clock)
	b.must(err)
	want := []release.BaselineVersion{{System: "helix", Version: run.Version}, {System: "smart", Version: release.Version{Major: 4}}}
	if diff := cmp.Diff(want, v.Baseline.Versions); diff != "" {
		t.Errorf("the baseline (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(items, v.Baseline.Items); diff != "" || v.Baseline.Note != "REL-1 was deployed." || v.Baseline.By != "rm" {
		t.Errorf("the rest of it: %+v", v.Baseline)
	}
	if drift := v.Drift(); len(drift) != 1 || drift[0].System != "smart" {
		t.Errorf("what drifted before: %+v", drift)
	}
}

// A rehearsal before any note was handed in follows the draft, if its runbook can
// be followed (R31, M8).
func TestTheRunbookOfADraft(t *testing.T) {
	b := newGoverned(t)
	r := b.ready()
	paper := func() (release.Rollout, error) {
		return b.desk.StartRollout(t.Context(), b.as("ex-rm"), r.Number, release.PaperRollout, nil)
	}
	refused(t, second(paper()), release.CodeState)
	draft := release.NoteDraft{Release: r.Number, By: "ex-rm", At: b.clock}
	save := func(runbook release.Runbook) {
		t.Helper()
		draft.Note.Runbook = runbook
		b.must(b.store.Within(t.Context(), func(tx release.Tx) error { return tx.SaveNoteDraft(&draft) }))
	}
	holes := []func(*release.Runbook){
		func(x *release.Runbook) { x.Instructions.Steps = nil }, func(x *release.Runbook) { x.Checks.Steps[0].Number = 7 },
		func(x *release.Runbook) { x.Backout[1].From = 3 }, func(x *release.Runbook) { x.Backout[1].From = 1 },
		func(x *release.Runbook) { x.Backout[0].Steps[0].Number = 0 },
	}
	for i, dig := range holes {
		runbook := goodRunbook()
		dig(&runbook)
		save(runbook)
		if _, err := paper(); err == nil {
			t.Errorf("a runbook with hole %d is rehearsed", i)
		} else {
			refused(t, err, release.CodeState)
		}
	}
	save(goodRunbook())
	run, err := paper()
	b.must(err)
	if run.Note != 0 || run.NoteDigest != "" || len(run.Forward()) != 8 {
		t.Errorf("the run of a draft: %+v", run)
	}
}

// A deployment never starts on a note that gonogo does not have: there would be no
// runbook to follow (M3).
func TestADeploymentNeedsTheNote(t *testing.T) {
	b := newGoverned(t)
	s := b.gone(planned(release.Patch))
	b.store.world.Submitted = nil
	b.clock = s.RFC.Content.Window.From
	_, err := b.desk.StartRollout(t.Context(), b.as("rm"), s.Release.Number, release.LiveRollout, nil)
	if got := refused(t, err, release.CodeState); got.Next == "" || b.standing(s.Release.Number).Release.Stage != release.Informing {
		t.Errorf("refused: %+v", got)
	}
}
