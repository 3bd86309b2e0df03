package release_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// rehearse runs through a release's runbook as it is, every step taking as many
// minutes as are said, and ends.
func (b *board) rehearse(number int, mode release.RolloutMode, minutes int) {
	b.Helper()
	run, err := b.desk.StartRollout(b.Context(), b.as("ex-rm"), number, mode, []release.EnvironmentID{"uit"})
	b.must(err)
	for {
		due, step, ok := run.Due()
		if !ok {
			break
		}
		if mode == release.PaperRollout {
			run, err = b.desk.StateStep(b.Context(), b.as("ex-rm"), run.ID, due.Section, step.Number, minutes)
		} else {
			b.clock = b.clock.Add(time.Duration(minutes) * time.Minute)
			run, err = b.desk.FinishStep(b.Context(), b.as("ex-rm"), run.ID, due.Section, step.Number)
		}
		b.must(err)
	}
	_, err = b.desk.EndRehearsal(b.Context(), b.as("ex-rm"), run.ID, "")
	b.must(err)
}

// Two rehearsals alter the forecast: median, least, most and how many runs; a
// rehearsal on paper counts by what people say (M8).
func TestRehearsalsAreForecasts(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	runbook := goodRunbook()
	step2 := func() release.Forecast {
		t.Helper()
		all, err := b.desk.ReadForecasts(t.Context(), r.Number, runbook)
		b.must(err)
		for _, f := range all {
			if f.Section == release.Instructions && f.Number == 2 {
				return f
			}
		}
		return release.Forecast{}
	}
	if got := step2(); got.Runs != 0 {
		t.Fatalf("before any rehearsal: %+v", got)
	}
	want := release.Forecast{Section: release.Instructions, Set: -1, Number: 2}
	say := func(runs, median, least, most int) {
		t.Helper()
		want.Runs, want.Median, want.Least, want.Most = runs, time.Duration(median)*time.Minute, time.Duration(least)*time.Minute, time.Duration(most)*time.Minute
		if diff := cmp.Diff(want, step2()); diff != "" {
			t.Errorf("after %d rehearsals (-want +got):\n%s", runs, diff)
		}
	}
	b.rehearse(r.Number, release.RehearsalRollout, 12)
	say(1, 12, 12, 12)
	b.rehearse(r.Number, release.RehearsalRollout, 4)
	say(2, 8, 4, 12)
	b.rehearse(r.Number, release.PaperRollout, 5)
	say(3, 5, 4, 12)
	b.rehearse(r.Number, release.PaperRollout, 0) // nobody said how long
	say(3, 5, 4, 12)
	runbook.Instructions.Steps[1].Do = "Copy settle.jar elsewhere." // another step inherits nothing
	if got := step2(); got.Runs != 0 {
		t.Errorf("a changed step: %+v", got)
	}
}

// The deployment's compass counts with what the rehearsals took, and a deployment
// in earnest is no rehearsal of the next (M7, M8).
func TestADeploymentCountsWithItsRehearsals(t *testing.T) {
	b := newGoverned(t)
	s := b.gone(planned(release.Patch))
	b.rehearse(s.Release.Number, release.RehearsalRollout, 3)
	b.clock = s.RFC.Content.Window.From
	run := b.start(s.Release.Number, "rm")
	if got := run.Compass(b.clock).Forward; got != 8*3*time.Minute {
		t.Errorf("eight steps of three minutes take %s", got)
	}
	b.carryOut(s.Release.Number)
	all, err := b.desk.ReadForecasts(t.Context(), s.Release.Number, run.Runbook)
	b.must(err)
	for _, f := range all {
		if f.Runs != 1 {
			t.Errorf("after the deployment: %+v", f)
		}
	}
}

// Minutes are said on paper alone, and within reason (M8).
func TestMinutesAreSaidOnPaper(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	paper, err := b.desk.StartRollout(t.Context(), b.as("ex-rm"), r.Number, release.PaperRollout, nil)
	b.must(err)
	physical, err := b.desk.StartRollout(t.Context(), b.as("ex-rm"), r.Number, release.RehearsalRollout, []release.EnvironmentID{"uit"})
	b.must(err)
	say := func(id int64, minutes int) error {
		return second(b.desk.StateStep(t.Context(), b.as("ex-rm"), id, release.Prerequisites, 1, minutes))
	}
	refused(t, say(physical.ID, 5), release.CodeInvalid)
	refused(t, say(paper.ID, -1), release.CodeInvalid)
	refused(t, say(paper.ID, release.MaxStepMinutes+1), release.CodeInvalid)
	b.must(say(paper.ID, release.MaxStepMinutes))
}
