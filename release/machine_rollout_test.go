package release_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// run draws a run that exists: mostly one that is under way, now and then any or none.
func (s *steward) run(t *rapid.T) release.Rollout {
	all := s.store.snapshot().Rolled
	var under []release.Rollout
	for _, r := range all {
		if !r.State.Over() {
			under = append(under, r)
		}
	}
	switch {
	case len(all) == 0 || rapid.IntRange(0, 29).Draw(t, "odd") == 0:
		return release.Rollout{ID: int64(len(all) + 1)}
	case len(under) == 0 || rapid.IntRange(0, 9).Draw(t, "any") == 0:
		return rapid.SampledFrom(all).Draw(t, "run")
	}
	return rapid.SampledFrom(under).Draw(t, "run")
}

// due draws a step of a run: mostly the one that is due.
func (s *steward) due(t *rapid.T, run release.Rollout) (release.SectionKey, int) {
	if at, _, ok := run.At(); ok && rapid.IntRange(0, 9).Draw(t, "due") > 0 {
		return at.Section, at.Number
	}
	section := rapid.SampledFrom([]release.SectionKey{release.Prerequisites, release.Instructions, release.PostChecks, release.BackoutSteps}).Draw(t, "section")
	return section, rapid.IntRange(0, 4).Draw(t, "number")
}

func (s *steward) startRun(t *rapid.T) {
	n := s.which(t)
	mode := rapid.SampledFrom([]release.RolloutMode{release.LiveRollout, release.RehearsalRollout, release.PaperRollout}).Draw(t, "mode")
	environments := rapid.SampledFrom([][]release.EnvironmentID{nil, nil, {"sit-a"}, {"uit"}}).Draw(t, "environments")
	s.does(t, s.anybody(t), func(in release.Intent) error {
		return second(s.desk.StartRollout(t.Context(), in, n, mode, environments))
	})
}

func (s *steward) finishStep(t *rapid.T) {
	run := s.run(t)
	section, number := s.due(t, run)
	s.does(t, s.anybody(t), func(in release.Intent) error {
		return second(s.desk.FinishStep(t.Context(), in, run.ID, section, number))
	})
}

func (s *steward) failStep(t *rapid.T) {
	run := s.run(t)
	section, number := s.due(t, run)
	s.does(t, s.anybody(t), func(in release.Intent) error {
		return second(s.desk.FailStep(t.Context(), in, run.ID, section, number, "It failed."))
	})
}

func (s *steward) resolveStep(t *rapid.T) {
	run := s.run(t)
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.ResolveStep(t.Context(), in, run.ID, "Solved.")) })
}

func (s *steward) logLine(t *rapid.T) {
	run, kind := s.run(t), rapid.SampledFrom([]release.LogKind{
		release.LogNote, release.LogIssue, release.LogResolution, release.LogErratum, release.LogDecision,
	}).Draw(t, "kind")
	s.does(t, s.anybody(t), func(in release.Intent) error {
		return second(s.desk.LogRollout(t.Context(), in, run.ID, kind, "Seen."))
	})
}

func (s *steward) goBack(t *rapid.T) {
	run := s.run(t)
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.GoBack(t.Context(), in, run.ID, "It failed.")) })
}

func (s *steward) goOn(t *rapid.T) {
	run := s.run(t)
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.GoOn(t.Context(), in, run.ID, "Go on.")) })
}

func (s *steward) sign(t *rapid.T) {
	run := s.run(t)
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.SignRollout(t.Context(), in, run.ID, "")) })
}

func (s *steward) reportBack(t *rapid.T) {
	run, defect := s.run(t), rapid.Bool().Draw(t, "defect")
	s.does(t, s.anybody(t), func(in release.Intent) error {
		return second(s.desk.ReportRollback(t.Context(), in, run.ID, defect, "It failed."))
	})
}

func (s *steward) endRun(t *rapid.T) {
	run := s.run(t)
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.EndRehearsal(t.Context(), in, run.ID, "")) })
}

// follow takes the deployment of a release one press on, as its card would: every
// state of a run has a way out, which is what keeps this from failing.
func (s *steward) follow(t *rapid.T, number int) bool {
	run := s.under(number)
	due, step, ok := run.Due()
	trouble := rapid.IntRange(0, 9).Draw(t, "trouble")
	var press func(in release.Intent) error
	by := release.PersonID("ex-rm")
	switch {
	case ok && trouble == 0:
		press = func(in release.Intent) error {
			return second(s.desk.FailStep(t.Context(), in, run.ID, due.Section, step.Number, "It failed."))
		}
	case ok && trouble == 1 && !run.IsBack():
		press = func(in release.Intent) error { return second(s.desk.GoBack(t.Context(), in, run.ID, "It failed.")) }
	case ok:
		press = func(in release.Intent) error {
			return second(s.desk.FinishStep(t.Context(), in, run.ID, due.Section, step.Number))
		}
	case run.State == release.RolloutStopped:
		press = func(in release.Intent) error { return second(s.desk.ResolveStep(t.Context(), in, run.ID, "Solved.")) }
	case run.State == release.RolloutReporting:
		press = func(in release.Intent) error {
			return second(s.desk.ReportRollback(t.Context(), in, run.ID, trouble > 4, "It failed."))
		}
	default:
		by = "rm"
		press = func(in release.Intent) error { return second(s.desk.SignRollout(t.Context(), in, run.ID, "")) }
	}
	return s.does(t, by, press)
}

// holdRuns checks what must hold of every run at every moment: it is deployed only
// with every step done, one deployment of a release is under way exactly while the
// release is being deployed, and nobody else hears of a rehearsal (R36, M8).
func (s *steward) holdRuns(t *rapid.T, w world) {
	under := map[int]int{}
	for _, run := range w.Rolled {
		if run.State == release.RolloutDeployed {
			if err := wholly(run); err != nil {
				t.Fatalf("%v", err)
			}
		}
		if run.Mode.Rehearses() && (run.State == release.RolloutDeployed || run.State == release.RolloutBack || len(run.Told) > 0) {
			t.Fatalf("the rehearsal %s is %s, told %v", run.Subject(), run.State, run.Told)
		}
		if _, _, due := run.Due(); due != (run.State == release.RolloutForward || run.State == release.RolloutBackward) {
			t.Fatalf("%s is %s; a step is due: %v", run.Subject(), run.State, due)
		}
		if run.Mode == release.LiveRollout && !run.State.Over() {
			under[run.Release]++
		}
	}
	for number, revisions := range w.Releases {
		want := 0
		if revisions[len(revisions)-1].Stage == release.Deploying {
			want = 1
		}
		if under[number] != want {
			t.Fatalf("REL-%d is in %s with %d deployments under way", number, revisions[len(revisions)-1].Stage, under[number])
		}
	}
}

// Whatever people press, in whatever order and at whatever time, a deployment never
// counts as deployed with a step undone, every state has a way out, and a replay
// changes nothing (R36, R121, T23).
func TestEveryStateOfADeploymentHasAWayOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := newGoverned(t)
		s := &steward{machine: &machine{board: b, people: []release.PersonID{"stranger", "rm", "ex-rm", "tmag", "sup-rep", "gone"}}}
		number := b.begun(planned(release.Patch)).Release
		acts := []func(*rapid.T){s.finishStep, s.finishStep, s.finishStep, s.finishStep, s.failStep, s.resolveStep, s.logLine, s.goBack, s.goOn, s.sign, s.reportBack, s.endRun, s.waitOn}
		for range rapid.IntRange(0, 30).Draw(t, "acts") {
			acts[rapid.IntRange(0, len(acts)-1).Draw(t, "act")](t)
			s.holdRuns(t, b.store.snapshot())
		}
		most := 40 // steps, failures and their solutions
		for b.standing(number).Release.Stage == release.Deploying {
			if most--; most == 0 {
				t.Fatalf("no way out of %s", b.under(number).State)
			}
			run := b.under(number)
			due, step, ok := run.Due()
			in := b.as("ex-rm")
			again := func() error { return nil }
			switch {
			case ok:
				again = func() error {
					return second(b.desk.FinishStep(t.Context(), in, run.ID, due.Section, step.Number))
				}
			case run.State == release.RolloutStopped:
				again = func() error { return second(b.desk.ResolveStep(t.Context(), in, run.ID, "Solved.")) }
			case run.State == release.RolloutReporting:
				again = func() error { return second(b.desk.ReportRollback(t.Context(), in, run.ID, false, "It failed.")) }
			case run.State == release.RolloutSigning:
				again = func() error { return second(b.desk.SignRollout(t.Context(), in, run.ID, "")) }
			}
			b.must(again())
			before := b.store.snapshot()
			if err := again(); err == nil || !reflect.DeepEqual(before, b.store.snapshot()) {
				t.Fatalf("a replay was carried out: %v", err)
			}
		}
		s.holdRuns(t, b.store.snapshot())
	})
}
