package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// A deployment starts with its whole gate inside its window, follows the note the
// Go bound to, and nothing else starts it (R36, M3, T19).
func TestADeploymentStarts(t *testing.T) {
	b := newGoverned(t)
	s := b.gone(planned(release.Patch))
	number, w := s.Release.Number, s.RFC.Content.Window
	start := func(by release.PersonID, environments ...release.EnvironmentID) error {
		return second(b.desk.StartRollout(t.Context(), b.as(by), number, release.LiveRollout, environments))
	}
	b.clock = w.From.Add(-time.Microsecond)
	if got := refused(t, start("rm"), release.CodeState); !slices.Equal(keys(got.Blockers), []string{"window"}) {
		t.Errorf("before its window: %v", got.Blockers)
	}
	b.clock = w.To
	refused(t, start("rm"), release.CodeState)
	b.clock = w.From
	refused(t, start("sup-rep"), release.CodeForbidden)
	refused(t, start("rm", "uit"), release.CodeInvalid)
	if got := refused(t, second(b.desk.Advance(t.Context(), b.as("rm"), number)), release.CodeState); !strings.Contains(got.Next, "/release deploy") {
		t.Errorf("next: %+v", got)
	}
	run := b.start(number, "rm")
	note := b.store.snapshot().Submitted[0]
	if run.NoteDigest != note.Digest || run.Note != 1 || !run.Window.Same(w) || !slices.Equal(run.Environments, s.RFC.Content.Environments) || run.BuildName != "2026.11.1" {
		t.Errorf("it follows %+v", run)
	}
	if diff := cmp.Diff(note.Note.Runbook, run.Runbook); diff != "" {
		t.Errorf("its runbook (-note +run):\n%s", diff)
	}
	due, step, ok := run.Due()
	if !ok || due.Section != release.Prerequisites || step.Number != 1 || run.State != release.RolloutForward || b.standing(number).Release.Stage != release.Deploying {
		t.Errorf("due: %v %v, %s", due, step, run.State)
	}
	if len(run.Approvals) != 2 || run.Approvals[1].Purpose != release.Deployment || run.Approvals[1].Outcome != release.OutcomeGo {
		t.Errorf("it rests on %+v", run.Approvals)
	}
	if got := refused(t, start("ex-rm"), release.CodeState); !strings.Contains(got.Why, "22:00") && !strings.Contains(got.Why, "started by Name of rm") {
		t.Errorf("started twice: %+v", got)
	}
}

// Steps are done in their order, each once; whoever comes second is told by whom
// and when it was done (R36, T23).
func TestStepsAreDoneInOrder(t *testing.T) {
	b := newGoverned(t)
	run := b.begun(planned(release.Patch))
	finish := func(by release.PersonID, section release.SectionKey, number int) error {
		return second(b.desk.FinishStep(t.Context(), b.as(by), run.ID, section, number))
	}
	if got := refused(t, finish("rm", release.Instructions, 1), release.CodeState); !strings.Contains(got.Next, "Step 1 of the prerequisites is due") ||
		!strings.Contains(got.Next, "by Name of ex-rm") {
		t.Errorf("out of order: %+v", got)
	}
	refused(t, finish("rm", release.Instructions, 99), release.CodeNotFound)
	refused(t, finish("rm", release.BackoutSteps, 1), release.CodeNotFound)
	refused(t, finish("sup-rep", release.Prerequisites, 1), release.CodeForbidden)
	refused(t, second(b.desk.FinishStep(t.Context(), b.as("rm"), 99, release.Prerequisites, 1)), release.CodeNotFound)
	b.clock = b.clock.Add(14 * time.Minute)
	b.must(finish("ex-rm", release.Prerequisites, 1))
	before := b.store.snapshot()
	if got := refused(t, finish("rm", release.Prerequisites, 1), release.CodeState); !strings.Contains(got.Why, "was already done by Name of ex-rm at 09:14 GMT") {
		t.Errorf("twice: %+v", got)
	}
	if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
		t.Errorf("the second press changed something (-before +after):\n%s", diff)
	}
	run = b.under(run.Release)
	if len(run.Steps) != 2 || run.Steps[0].By != "ex-rm" || run.Steps[0].Ended.Sub(run.Steps[0].Began) != 14*time.Minute || !run.Steps[1].Began.Equal(b.clock) {
		t.Errorf("steps: %+v", run.Steps)
	}
}

// A step that fails stops the deployment until it is solved; the log keeps what
// was wrong and how it was mended (R53, R120).
func TestAFailedStepIsSolvedAndTriedAgain(t *testing.T) {
	b := newGoverned(t)
	run := b.do(b.begun(planned(release.Patch)), "ex-rm", 5)
	refused(t, second(b.desk.FailStep(t.Context(), b.as("ex-rm"), run.ID, release.Instructions, 2, " ")), release.CodeInvalid)
	run = b.fail(run)
	if run.State != release.RolloutStopped {
		t.Fatalf("it is %s", run.State)
	}
	refused(t, second(b.desk.FinishStep(t.Context(), b.as("rm"), run.ID, release.Instructions, 2)), release.CodeState)
	refused(t, second(b.desk.FailStep(t.Context(), b.as("rm"), run.ID, release.Instructions, 2, "Again.")), release.CodeState)
	refused(t, second(b.desk.SignRollout(t.Context(), b.as("rm"), run.ID, "")), release.CodeState)
	refused(t, second(b.desk.ReportRollback(t.Context(), b.as("rm"), run.ID, true, "It failed.")), release.CodeState)
	refused(t, second(b.desk.ResolveStep(t.Context(), b.as("rm"), run.ID, "")), release.CodeInvalid)
	refused(t, second(b.desk.ResolveStep(t.Context(), b.as("sup-rep"), run.ID, "Solved.")), release.CodeForbidden)
	run, err := b.desk.ResolveStep(t.Context(), b.as("ex-rm"), run.ID, "Old logs were deleted.")
	b.must(err)
	refused(t, second(b.desk.ResolveStep(t.Context(), b.as("rm"), run.ID, "Solved.")), release.CodeState)
	if due, step, ok := run.Due(); !ok || due.Section != release.Instructions || step.Number != 2 || len(run.Steps) != 7 {
		t.Fatalf("due after it was solved: %+v", run.Steps)
	}
	for _, kind := range []release.LogKind{release.LogNote, release.LogErratum} {
		_, err := b.desk.LogRollout(t.Context(), b.as("ex-rm"), run.ID, kind, "The path is /opt/helix.")
		b.must(err)
	}
	refused(t, second(b.desk.LogRollout(t.Context(), b.as("ex-rm"), run.ID, release.LogDecision, "We go on.")), release.CodeInvalid)
	refused(t, second(b.desk.LogRollout(t.Context(), b.as("sup-rep"), run.ID, release.LogNote, "Hello.")), release.CodeForbidden)
	var kinds []release.LogKind
	for _, l := range b.under(run.Release).Log {
		kinds = append(kinds, l.Kind)
		if l.Section != release.Instructions || l.Number != 2 {
			t.Errorf("the line %+v is not at the step that was due", l)
		}
	}
	if diff := cmp.Diff([]release.LogKind{release.LogIssue, release.LogResolution, release.LogNote, release.LogErratum}, kinds); diff != "" {
		t.Errorf("the log (-want +got):\n%s", diff)
	}
}

// The sign-off ends a deployment: report, evidence by its digest, stage, RFC,
// versions; and the ledger has the digest of the report made anew (R36, R53, R55, R57).
func TestTheSignOffDeploys(t *testing.T) {
	b := newGoverned(t)
	run := b.doAll(b.begun(planned(release.Patch)), "ex-rm")
	if run.State != release.RolloutSigning {
		t.Fatalf("after every step: %s", run.State)
	}
	refused(t, second(b.desk.SignRollout(t.Context(), b.as("sup-rep"), run.ID, "")), release.CodeForbidden)
	refused(t, second(b.desk.Advance(t.Context(), b.as("rm"), run.Release)), release.CodeState)
	refused(t, second(b.desk.GiveEvidence(t.Context(), b.as("rm"), run.Release, release.PointDeployed, "https://docs.example/x", "")), release.CodeState)
	run, err := b.desk.SignRollout(t.Context(), b.as("rm"), run.ID, "")
	b.must(err)
	s := b.standing(run.Release)
	if run.State != release.RolloutDeployed || s.Release.Stage != release.Regression || s.RFC.State != release.Deployed {
		t.Fatalf("it is %s, %s, %s", run.State, s.Release.Stage, s.RFC.State)
	}
	report, err := b.desk.ReadReport(t.Context(), run.ID)
	b.must(err)
	shown := s.Evidence[slices.IndexFunc(s.Evidence, func(e release.Evidence) bool { return e.Check == release.PointDeployed })]
	recorded := ""
	for _, e := range b.store.snapshot().Entries {
		if data, _ := e.Data.(map[string]any); e.Kind == release.DeploymentReported {
			recorded, _ = data["report"].(string)
		}
	}
	if got := []string{report.Digest(), strings.TrimPrefix(shown.Ref, "sha256:"), recorded}; got[0] == "" || got[0] != got[1] || got[1] != got[2] {
		t.Errorf("the digests of the report, the evidence and the ledger: %q", got)
	}
	if x := b.inPlace("sit-a", "helix"); x.Version != run.Version || x.Release != run.Release || x.Build != "2026.11.1" {
		t.Errorf("installed: %+v", x)
	}
	refused(t, second(b.desk.SignRollout(t.Context(), b.as("rm"), run.ID, "")), release.CodeState)
	refused(t, second(b.desk.GoBack(t.Context(), b.as("rm"), run.ID, "Too late.")), release.CodeState)
	refused(t, second(b.desk.LogRollout(t.Context(), b.as("rm"), run.ID, release.LogNote, "Too late.")), release.CodeState)
}

// Of a major, nobody signs off alone what they alone carried out (R36, T25).
func TestNobodySignsTheirOwnMajor(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Major))
	gate, err := b.desk.OpenProgrammeGate(t.Context(), b.as("rm"), r.Number, time.Time{})
	b.must(err)
	b.vote(gate.ID, "tmag", release.VoteGo, "")
	b.vote(gate.ID, "pmo", release.VoteGo, "")
	b.pass(11 * time.Minute)
	b.next(r.Number, "rm")
	b.agree(r.RFC)
	_, err = b.desk.OpenGoNoGo(t.Context(), b.as("rm"), r.RFC, time.Time{})
	b.must(err)
	b.agree(r.RFC)
	b.next(r.Number, "rm")
	b.clock = content().Window.From
	run := b.doAll(b.start(r.Number, "rm"), "rm")
	if got := refused(t, second(b.desk.SignRollout(t.Context(), b.as("rm"), run.ID, "")), release.CodeForbidden); !strings.Contains(got.Next, "Name of ex-rm") {
		t.Errorf("refused: %+v", got)
	}
	_, err = b.desk.SignRollout(t.Context(), b.as("ex-rm"), run.ID, "")
	b.must(err)
}
