package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// Where a deployment fails decides which backout set is carried out, and its steps
// are done like the others: none before anything was touched (R88, R121, M7).
func TestTheWayBack(t *testing.T) {
	for _, c := range []struct {
		name  string
		done  int // of the 8 steps forward, 4 of them prerequisites
		set   int
		steps int
	}{
		{"in the prerequisites", 2, -1, 0},
		{"at step 1", 4, 0, 1},
		{"at step 2", 5, 1, 2},
		{"at step 3", 6, 1, 2},
		{"in the checks", 7, 1, 2},
		{"before the sign-off", 8, 1, 2},
	} {
		b := newGoverned(t)
		b.record("helix", release.Version{Major: 1}, "2025.1")
		run := b.do(b.begun(planned(release.Patch)), "ex-rm", c.done)
		if c.done%2 == 0 && c.done < 8 {
			run = b.fail(run)
		}
		refused(t, second(b.desk.GoBack(t.Context(), b.as("rm"), run.ID, " ")), release.CodeInvalid)
		refused(t, second(b.desk.GoBack(t.Context(), b.as("sup-rep"), run.ID, "It failed.")), release.CodeForbidden)
		run, err := b.desk.GoBack(t.Context(), b.as("ex-rm"), run.ID, "It failed.")
		b.must(err)
		if run.Set != c.set || len(run.Backward()) != c.steps || !run.IsBack() {
			t.Fatalf("%s: set %d of %d steps", c.name, run.Set, len(run.Backward()))
		}
		refused(t, second(b.desk.GoBack(t.Context(), b.as("rm"), run.ID, "It failed.")), release.CodeState)
		refused(t, second(b.desk.SignRollout(t.Context(), b.as("rm"), run.ID, "")), release.CodeState)
		if c.steps > 0 {
			refused(t, second(b.desk.ReportRollback(t.Context(), b.as("rm"), run.ID, false, "It failed.")), release.CodeState)
			refused(t, second(b.desk.FinishStep(t.Context(), b.as("rm"), run.ID, release.Instructions, 3)), release.CodeState)
		}
		run = b.doAll(run, "ex-rm")
		if run.State != release.RolloutReporting {
			t.Fatalf("%s: %s after the way back", c.name, run.State)
		}
		refused(t, second(b.desk.ReportRollback(t.Context(), b.as("sup-rep"), run.ID, false, "It failed.")), release.CodeForbidden)
		refused(t, second(b.desk.ReportRollback(t.Context(), b.as("rm"), run.ID, false, "")), release.CodeInvalid)
		b.clock = b.clock.Add(time.Minute)
		run, err = b.desk.ReportRollback(t.Context(), b.as("rm"), run.ID, false, "The disk is full.")
		b.must(err)
		s := b.standing(run.Release)
		if run.State != release.RolloutBack || s.Release.Stage != release.Preparing || s.RFC.State != release.RolledBack {
			t.Errorf("%s: %s, %s, RFC %s", c.name, run.State, s.Release.Stage, s.RFC.State)
		}
		restored := strings.Contains(b.inPlace("sit-a", "helix").Note, "rolled back")
		if x := b.inPlace("sit-a", "helix"); restored != (c.set >= 0) || x.Version != (release.Version{Major: 1}) || x.Build != "2025.1" {
			t.Errorf("%s: what is in the environment: %+v", c.name, x)
		}
		report, err := b.desk.ReadReport(t.Context(), run.ID)
		b.must(err)
		if report.Digest() != run.Report || report.Outcome != release.RolloutBack || (report.Set != "") != (c.set >= 0) {
			t.Errorf("%s: the report: %+v", c.name, report)
		}
	}
}

// record tells what was installed in SIT A an hour ago.
func (b *board) record(system release.SystemID, v release.Version, build string) {
	b.Helper()
	_, err := b.desk.RecordInstallation(b.Context(), b.as("env"), release.InstallationReport{
		Environment: "sit-a", System: system, Version: v, Build: build, At: b.clock.Add(-time.Hour),
	})
	b.must(err)
}

// A rollback for a defect goes to Build & package, any other to the preparation of
// another deployment; a live deployment cannot be rolled back past its steps (R39).
func TestTheCauseOfARollbackRoutesIt(t *testing.T) {
	for defect, want := range map[bool]release.Stage{true: release.Building, false: release.Preparing} {
		b := newGoverned(t)
		run := b.do(b.begun(planned(release.Patch)), "ex-rm", 6)
		got := refused(t, second(b.desk.RollBack(t.Context(), b.as("rm"), run.Release, defect, "It failed.")), release.CodeState)
		if !strings.Contains(got.Next, "Step 3 of the release instructions is due") {
			t.Errorf("past its steps: %+v", got)
		}
		if s := b.rolledBack(run.Release, defect, "It failed."); s.Release.Stage != want {
			t.Errorf("defect %v: %s", defect, s.Release.Stage)
		}
	}
}

// A step of the way back that fails stops it, and the escalation point is told:
// there is nothing left to fall back on (R118, R121).
func TestAStepOfTheWayBackFails(t *testing.T) {
	b := newGoverned(t)
	run := b.do(b.begun(planned(release.Patch)), "ex-rm", 6)
	run, err := b.desk.GoBack(t.Context(), b.as("rm"), run.ID, "It failed.")
	b.must(err)
	if to := b.told(release.NoticeDecide, release.ByDirect); len(to) != 0 {
		t.Fatalf("told before: %v", to)
	}
	run = b.fail(run)
	if diff := cmp.Diff([]release.PersonID{"tmag"}, b.told(release.NoticeDecide, release.ByDirect)); diff != "" {
		t.Errorf("the escalation point (-want +told):\n%s", diff)
	}
	refused(t, second(b.desk.GoBack(t.Context(), b.as("rm"), run.ID, "Further back.")), release.CodeState)
	run, err = b.desk.ResolveStep(t.Context(), b.as("rm"), run.ID, "The mount is back.")
	b.must(err)
	due, step, ok := run.Due()
	if !ok || due.Section != release.BackoutSteps || step.Number != 1 || run.State != release.RolloutBackward {
		t.Errorf("due after it was solved: %v, %s", due, run.State)
	}
}

// Everybody impacted is told at the start, of trouble, of the way back and of the
// end, each once, and nobody else; who reads only digests waits for theirs (R36).
func TestStatusLines(t *testing.T) {
	b := newGoverned(t)
	c := planned(release.Patch)
	run := b.do(b.begun(c), "ex-rm", 6)
	run = b.fail(run)
	run, err := b.desk.GoBack(t.Context(), b.as("rm"), run.ID, "It failed.")
	b.must(err)
	run = b.doAll(run, "ex-rm")
	_, err = b.desk.ReportRollback(t.Context(), b.as("rm"), run.ID, false, "The disk is full.")
	b.must(err)
	told := map[release.StatusKind][]release.PersonID{}
	var threads []release.StatusKind
	for _, n := range b.store.snapshot().Notices {
		if n.Event.Kind != release.NoticeStatus {
			continue
		}
		if n.Road == release.ByMail {
			told[n.Event.Rollout.Kind] = append(told[n.Event.Rollout.Kind], n.To)
		} else if n.Road == release.ByThread && n.Event.Thread() == "rfc/1" {
			threads = append(threads, n.Event.Rollout.Kind)
		}
	}
	if diff := cmp.Diff([]release.StatusKind{release.StatusStart, release.StatusTrouble, release.StatusBack, release.StatusEnd}, threads); diff != "" {
		t.Errorf("the thread of the RFC (-want +got):\n%s", diff)
	}
	for kind, to := range told {
		for _, must := range []release.PersonID{"rm", "env", "test", "ex-dev", "defect", "ex-rep", "dcc-rep", "sup-rep", "dno-rep"} {
			if !slices.Contains(to, must) {
				t.Errorf("%s: %s was not told, only %v", kind, must, to)
			}
		}
		if slices.Contains(to, "gone") || len(to) != len(slices.Compact(slices.Sorted(slices.Values(to)))) {
			t.Errorf("%s: told %v", kind, to)
		}
	}
	if len(told) != 4 {
		t.Errorf("mails at %d moments", len(told))
	}
}
