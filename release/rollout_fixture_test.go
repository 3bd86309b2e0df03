package release_test

import (
	"gonogo.dev/release"
)

// start starts the deployment of a release inside its window.
func (b *board) start(number int, by release.PersonID) release.Rollout {
	b.Helper()
	run, err := b.desk.StartRollout(b.Context(), b.as(by), number, release.LiveRollout, nil)
	b.must(err)
	return run
}

// begun brings a release to its deployment, whose first step is due.
func (b *board) begun(c release.ReleaseContent) release.Rollout {
	b.Helper()
	s := b.gone(c)
	b.pass(s.RFC.Content.Window.From.Sub(b.clock))
	return b.start(s.Release.Number, "rm")
}

// under returns the deployment of a release that is under way.
func (b *board) under(number int) release.Rollout {
	b.Helper()
	found, err := b.desk.Rollouts(b.Context(), release.RolloutFilter{Release: number, Mode: release.LiveRollout, Under: true})
	b.must(err)
	if len(found) != 1 {
		b.Fatalf("%d deployments of REL-%d are under way", len(found), number)
	}
	return found[0].Rollout
}

// do presses Done on the step that is due, several times over.
func (b *board) do(run release.Rollout, by release.PersonID, times int) release.Rollout {
	b.Helper()
	for range times {
		due, step, ok := run.Due()
		if !ok {
			b.Fatalf("nothing is due: %s", run.State)
		}
		var err error
		run, err = b.desk.FinishStep(b.Context(), b.as(by), run.ID, due.Section, step.Number)
		b.must(err)
	}
	return run
}

// doAll presses Done until no step is due.
func (b *board) doAll(run release.Rollout, by release.PersonID) release.Rollout {
	b.Helper()
	finished, total := run.Progress()
	return b.do(run, by, total-finished)
}

// fail presses Failed on the step that is due.
func (b *board) fail(run release.Rollout) release.Rollout {
	b.Helper()
	due, step, _ := run.Due()
	run, err := b.desk.FailStep(b.Context(), b.as("ex-rm"), run.ID, due.Section, step.Number, "The disk is full.")
	b.must(err)
	return run
}

// carryOut carries a deployment that is under way through to its sign-off.
func (b *board) carryOut(number int) release.Standing {
	b.Helper()
	run := b.doAll(b.under(number), "ex-rm")
	_, err := b.desk.SignRollout(b.Context(), b.as("rm"), run.ID, "")
	b.must(err)
	return b.standing(number)
}

// rolledBack takes the deployment of a release that is under way back at once, and
// reports it.
func (b *board) rolledBack(number int, defect bool, words string) release.Standing {
	b.Helper()
	run, err := b.desk.GoBack(b.Context(), b.as("rm"), b.under(number).ID, words)
	b.must(err)
	run = b.doAll(run, "ex-rm")
	_, err = b.desk.ReportRollback(b.Context(), b.as("rm"), run.ID, defect, words)
	b.must(err)
	return b.standing(number)
}

// inPlace returns what is in an environment of a system now.
func (b *board) inPlace(environment release.EnvironmentID, system release.SystemID) release.Installation {
	b.Helper()
	v, err := b.desk.EnvironmentAt(b.Context(), "rm", environment, b.clock)
	b.must(err)
	for _, x := range v.Installed {
		if x.System == system {
			return x
		}
	}
	return release.Installation{}
}
