package storage_test

import (
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// rolloutForgeries are changes behind gonogo's back to what happened in a night.
var rolloutForgeries = map[string]struct{ statement, why string }{
	"a state":      {`UPDATE rollouts SET state = 'deployed' WHERE id = 1`, "rollout 1 stands at deployed, the ledger says rolled-back"},
	"a step":       {`UPDATE rollouts SET value = CAST(replace(CAST(value AS text), '"result":"failed"', '"result":"done"') AS %JSON%) WHERE id = 1`, "rollout 1 is in full what has the digest"},
	"the log":      {`UPDATE rollouts SET value = CAST(replace(CAST(value AS text), 'disk', 'cat') AS %JSON%) WHERE id = 1`, "rollout 1 is in full what has the digest"},
	"the runbook":  {`UPDATE rollouts SET value = CAST(replace(CAST(value AS text), 'Copy settle.jar', 'Drop settle.jar') AS %JSON%) WHERE id = 2`, "rehearsal 2 has the runbook with the digest"},
	"the starter":  {`UPDATE rollouts SET value = CAST(replace(CAST(value AS text), '"startedBy":"ann"', '"startedBy":"ray"') AS %JSON%) WHERE id = 1`, "rollout 1 was started by ray, the ledger says ann"},
	"the release":  {`UPDATE rollouts SET release = 2 WHERE id = 2`, "rehearsal 2 is of REL-2, the ledger says REL-3"},
	"in earnest":   {`UPDATE rollouts SET mode = 'live' WHERE id = 2`, "rollout 2 is not in the ledger"},
	"a revision":   {`UPDATE rollouts SET revision = revision - 1 WHERE id = 1`, "rollout 1 has the revision"},
	"the report":   {`UPDATE rollouts SET value = CAST(replace(CAST(value AS text), '"report":"', '"report":"0') AS %JSON%) WHERE id = 1`, "rollout 1 was reported with the digest 0"},
	"removed":      {`DELETE FROM rollouts WHERE id = 1`, "rollout 1 is in the ledger, and its row is missing"},
	"made up":      {`INSERT INTO rollouts SELECT 9, revision, release, system, 'paper', state, value FROM rollouts WHERE id = 2`, "rehearsal 9 is not in the ledger"},
	"another note": {`UPDATE rollouts SET value = CAST(replace(CAST(value AS text), '"noteDigest":"', '"noteDigest":"0') AS %JSON%) WHERE id = 1`, "rollout 1 follows the note with the digest 0"},
}

// TestRolloutBooks shows that a night's deployment, rolled back, and a rehearsal are
// in the ledger as they are in the tables, and that whatever is changed of them
// behind gonogo's back is named, on both databases (R36, R55, T36). Of several who
// press Done on one step, one wins and the others are told who did (T23).
func TestRolloutBooks(t *testing.T) {
	t.Parallel()
	for dialect, address := range map[string]string{
		"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), "rollouts.db"),
	} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			s := openScene(t, address)
			s.play()
			s.govern()
			r := s.plan()
			s.prepare(r.Number, 1)
			s.decide(r.Number)
			s.deploy(r.Number)
			s.pressTogether(1)
			s.goBack(1, true)
			s.practise(r.Number)
			s.verify()
			f := newForger(t, address)
			for name, one := range rolloutForgeries {
				f.exec(one.statement)
				v, err := s.VerifyLedger(t.Context())
				s.must(err)
				if !slices.ContainsFunc(v.Faults, func(x storage.LedgerFault) bool { return strings.Contains(x.String(), one.why) }) {
					t.Errorf("%s: want “%s”, got %v", name, one.why, v.Faults)
				}
				f.restore()
			}
			s.verify()
		})
	}
}

// handIn hands in a whole note of what a release carries.
func (s *scene) handIn(number int) {
	s.t.Helper()
	book, err := s.desk.ReadNotes(s.t.Context(), number)
	s.must(err)
	step := func(number int, do string, covers release.Precaution) release.Step {
		return release.Step{Number: number, Do: do, Who: "Ann", Minutes: 5, Expect: "It says OK.", Covers: covers}
	}
	one := func(do string) release.Section { return release.Section{Steps: []release.Step{step(1, do, "")}} }
	n := release.ReleaseNote{
		Title: "Helix", Reason: "Settlement runs again, as of " + s.clock.Format(time.RFC3339) + ".", Date: book.Facts.RFC.Content.Window.From.Format(time.DateOnly),
		ReleasedTo: release.Signatory{Name: "Ann", Title: "Release Manager"}, Issuer: release.Signatory{Name: "Ray", Title: "Release Manager"},
		Tag: book.Facts.Build.Tag, Contents: []release.NotedContent{{Item: "settle.jar", Says: "The settlement engine."}},
		Fixed:      []release.NotedDefect{{ID: "DEF-1187", Severity: release.High, Summary: "Settlement stops"}},
		Disruption: book.Facts.RFC.Content.Disruption, Resources: []string{"A bridge line"}, Stakeholders: []string{"DCC"},
		Approvals: []release.NotedApproval{{What: "The change", By: "Release Control Board"}},
		Runbook: release.Runbook{
			Instructions: one("Copy settle.jar."), Checks: one("Run a settlement."), Backout: []release.BackoutSet{{From: 1, To: 1, Section: one("Copy it back.")}},
		},
	}
	n.Runbook.Instructions.Steps[0].Files = []string{"settle.jar"}
	for i, c := range release.Precautions() {
		n.Runbook.Prerequisites.Steps = append(n.Runbook.Prerequisites.Steps, step(i+1, "See to it.", c))
	}
	s.clock = s.clock.Add(time.Minute)
	_, err = s.desk.SubmitNote(s.t.Context(), s.as("ray"), number, n)
	s.must(err)
}

// pressTogether has four people press Done on the first step at once.
func (s *scene) pressTogether(id int64) {
	s.t.Helper()
	var all sync.WaitGroup
	refusals := make(chan *release.Refusal, 4)
	for range 4 {
		in := s.as("ann")
		all.Go(func() {
			_, err := s.desk.FinishStep(s.t.Context(), in, id, release.Prerequisites, 1)
			if refusal, ok := release.AsRefusal(err); ok {
				refusals <- refusal
			} else if err != nil {
				s.t.Errorf("press together: %v", err)
			}
		})
	}
	all.Wait()
	close(refusals)
	told := 0
	for refusal := range refusals {
		told++
		if !strings.Contains(refusal.Why, "was already done by Ann at") {
			s.t.Errorf("who came second is told %v", refusal)
		}
	}
	v, err := s.desk.ReadRollout(s.t.Context(), id)
	s.must(err)
	if finished, _ := v.Rollout.Progress(); told != 3 || finished != 1 || len(v.Rollout.Steps) != 2 {
		s.t.Errorf("%d of 4 were told, %d steps are done: %+v", told, finished, v.Rollout.Steps)
	}
}

// finish does what is due of a run until nothing is.
func (s *scene) finish(id int64) {
	s.t.Helper()
	v, err := s.desk.ReadRollout(s.t.Context(), id)
	s.must(err)
	run := v.Rollout
	for {
		due, step, ok := run.Due()
		if !ok {
			return
		}
		s.clock = s.clock.Add(time.Minute)
		run, err = s.desk.FinishStep(s.t.Context(), s.as("ann"), id, due.Section, step.Number)
		s.must(err)
	}
}

// goBack has a deployment fail at its first step and takes it back.
func (s *scene) goBack(id int64, defect bool) {
	s.t.Helper()
	ctx := s.t.Context()
	v, err := s.desk.ReadRollout(ctx, id)
	s.must(err)
	for run := v.Rollout; ; {
		due, step, _ := run.Due()
		if due.Section == release.Instructions {
			_, err = s.desk.FailStep(ctx, s.as("ann"), id, due.Section, step.Number, "The disk “résumé” is full.")
			s.must(err)
			break
		}
		run, err = s.desk.FinishStep(ctx, s.as("ann"), id, due.Section, step.Number)
		s.must(err)
	}
	s.clock = s.clock.Add(3 * time.Hour) // past the window
	_, err = s.desk.TickRollouts(ctx)
	s.must(err)
	_, err = s.desk.GoBack(ctx, s.as("ann"), id, "Nobody has a larger disk.")
	s.must(err)
	s.finish(id)
	_, err = s.desk.ReportRollback(ctx, s.as("ann"), id, defect, "The disk is full.")
	s.must(err)
}

// practise rehearses a release on paper.
func (s *scene) practise(number int) {
	s.t.Helper()
	ctx := s.t.Context()
	run, err := s.desk.StartRollout(ctx, s.as("ann"), number, release.PaperRollout, nil)
	s.must(err)
	s.finish(run.ID)
	_, err = s.desk.EndRehearsal(ctx, s.as("ann"), run.ID, "Good.")
	s.must(err)
}
