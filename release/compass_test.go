package release_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// night is when the window of the runs in these tests begins; it lasts two hours.
var night = time.Date(2026, 11, 27, 22, 0, 0, 0, time.UTC)

// sixSteps is a runbook of six steps with three ways back: of 15 minutes up to step
// 4, of 40 at step 5, of 25 at step 6.
func sixSteps() release.Runbook {
	b := release.Runbook{
		Prerequisites: release.Section{Steps: []release.Step{noteStep(1, "Take a backup.", 10)}},
		Checks:        release.Section{Steps: []release.Step{noteStep(1, "Look whether it runs.", 5)}},
		Backout: []release.BackoutSet{
			{From: 1, To: 4, Section: release.Section{Steps: []release.Step{noteStep(1, "Undo the files.", 15)}}},
			{From: 5, To: 5, Section: release.Section{Steps: []release.Step{noteStep(1, "Undo the schema.", 30), noteStep(2, "Undo the files.", 10)}}},
			{From: 6, To: 6, Section: release.Section{Steps: []release.Step{noteStep(1, "Undo it all.", 25)}}},
		},
	}
	for i := range 6 {
		b.Instructions.Steps = append(b.Instructions.Steps, noteStep(i+1, "Install.", 10))
	}
	return b
}

// runTo is a deployment of six steps that began at night and took ten minutes a
// step until a step of the release instructions is due.
func runTo(due int) release.Rollout {
	r := release.Rollout{
		ID: 1, Release: 1, RFC: 1, Mode: release.LiveRollout, Runbook: sixSteps(), Set: -1, State: release.RolloutForward, StartedAt: night,
		Window: release.Window{From: night, To: night.Add(2 * time.Hour), Zone: "Europe/London"},
	}
	at := night
	done := func(section release.SectionKey, number int) {
		r.Steps = append(r.Steps, release.StepRun{
			Section: section, Number: number, Began: at, Ended: at.Add(10 * time.Minute), Result: release.StepDone, By: "ex-rm",
		})
		at = at.Add(10 * time.Minute)
	}
	done(release.Prerequisites, 1)
	for n := 1; n < due; n++ {
		done(release.Instructions, n)
	}
	r.Steps = append(r.Steps, release.StepRun{Section: release.Instructions, Number: due, Began: at})
	return r
}

// At steps 4 and 6 different sets appear, and with 10 minutes left and 15 needed
// a decision is demanded (M7, R88).
func TestCompassKnowsTheSetAndTheTimeLeft(t *testing.T) {
	for _, c := range []struct {
		name       string
		due        int
		before     time.Duration // the window's end
		last, from int
		back, left time.Duration
		demands    bool
	}{
		{"step 4, an hour to go", 4, time.Hour, 3, 1, 15 * time.Minute, 45 * time.Minute, false},
		{"step 5", 5, time.Hour, 4, 5, 40 * time.Minute, 20 * time.Minute, false},
		{"step 6", 6, time.Hour, 5, 6, 25 * time.Minute, 35 * time.Minute, false},
		{"10 minutes left and 15 needed", 4, 10 * time.Minute, 3, 1, 15 * time.Minute, -5 * time.Minute, true},
		{"the very instant", 4, 15 * time.Minute, 3, 1, 15 * time.Minute, 0, true},
		{"a microsecond before", 4, 15*time.Minute + time.Microsecond, 3, 1, 15 * time.Minute, time.Microsecond, false},
		{"the window is over", 6, -time.Minute, 5, 6, 25 * time.Minute, -26 * time.Minute, true},
	} {
		r := runTo(c.due)
		got := r.Compass(r.Window.To.Add(-c.before))
		if got.Last != c.last || got.Set == nil || got.Set.From != c.from || got.Back != c.back || got.Left != c.left || got.Demands != c.demands {
			t.Errorf("%s: %+v", c.name, got)
		}
		if want := r.Window.To.Add(-c.back); !got.NoReturn.Equal(want) {
			t.Errorf("%s: no return at %s, want %s", c.name, got.NoReturn, want)
		}
	}
}

// Before anything is touched there is no set, nothing to undo and nobody to ask (R88).
func TestCompassBeforeAnythingIsTouched(t *testing.T) {
	r := runTo(1)
	r.Steps = r.Steps[:1]
	r.Steps[0].Ended, r.Steps[0].Result = time.Time{}, ""
	got := r.Compass(r.Window.To.Add(time.Hour))
	if got.Set != nil || got.Back != 0 || got.Demands || got.Last != 0 || r.Reached() != 0 {
		t.Errorf("in the prerequisites: %+v", got)
	}
}

// What fails in the post-release checks goes back from the last step (R88).
func TestCompassAfterTheLastStep(t *testing.T) {
	r := runTo(6)
	last := &r.Steps[len(r.Steps)-1]
	last.Ended, last.Result = last.Began.Add(10*time.Minute), release.StepDone
	r.Steps = append(r.Steps, release.StepRun{Section: release.PostChecks, Number: 1, Began: last.Ended})
	if got := r.Compass(last.Ended); got.Set == nil || got.Set.From != 6 || got.Last != 6 {
		t.Errorf("in the checks: %+v", got)
	}
}

// The time the due step already took does not count for what is left, forward and
// back; a step that takes longer than expected never counts less than nothing (M7).
func TestCompassCountsTheDueStepDown(t *testing.T) {
	r := runTo(5)
	began := r.Steps[len(r.Steps)-1].Began
	for minutes, want := range map[int]time.Duration{0: 25 * time.Minute, 4: 21 * time.Minute, 10: 15 * time.Minute, 30: 15 * time.Minute} {
		if got := r.Compass(began.Add(time.Duration(minutes) * time.Minute)).Forward; got != want {
			t.Errorf("forward after %d minutes of step 5: %s, want %s", minutes, got, want)
		}
	}
	r.State, r.Set, r.WentBack, r.BackBy = release.RolloutBackward, 1, began, "rm"
	r.Steps[len(r.Steps)-1].Ended, r.Steps[len(r.Steps)-1].Result = began, release.StepLeft
	r.Steps = append(r.Steps, release.StepRun{Section: release.BackoutSteps, Number: 1, Began: began})
	got := r.Compass(began.Add(12 * time.Minute))
	if got.Back != 28*time.Minute || got.Forward != 0 || got.Set.From != 5 || got.Demands {
		t.Errorf("on the way back: %+v", got)
	}
	if got := r.Compass(r.Window.To.Add(time.Hour)); got.Demands {
		t.Error("whoever goes back has decided")
	}
}

// Rehearsals' times replace the note's minutes, forward and back (M7, M8).
func TestCompassReadsForecasts(t *testing.T) {
	r := runTo(5)
	r.Forecasts = []release.Forecast{
		{Section: release.BackoutSteps, Set: 1, Number: 1, Runs: 2, Median: 50 * time.Minute},
		{Section: release.Instructions, Set: -1, Number: 6, Runs: 2, Median: 3 * time.Minute},
	}
	got := r.Compass(r.Steps[len(r.Steps)-1].Began)
	if got.Back != time.Hour || got.Forward != 18*time.Minute {
		t.Errorf("with forecasts: back %s, forward %s", got.Back, got.Forward)
	}
}

// A rehearsal has no window, no point of no return and nobody to ask (M8).
func TestCompassOfARehearsal(t *testing.T) {
	r := runTo(4)
	r.Mode, r.Window = release.RehearsalRollout, release.Window{}
	if got := r.Compass(night.Add(100 * time.Hour)); got.Demands || !got.NoReturn.IsZero() || got.Left != 0 || got.Set == nil {
		t.Errorf("a rehearsal: %+v", got)
	}
}

// For any plan whose sets pass the check, any step of failure has exactly one set,
// and it is the one whose steps the compass counts (R88, M7).
func TestEveryStepHasExactlyOneSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b release.Runbook
		steps := rapid.IntRange(1, 30).Draw(t, "steps")
		for i := range steps {
			b.Instructions.Steps = append(b.Instructions.Steps, noteStep(i+1, "Install.", 1))
		}
		for from := 1; from <= steps; {
			to := rapid.IntRange(from, steps).Draw(t, "to")
			minutes := rapid.IntRange(0, 90).Draw(t, "minutes")
			b.Backout = append(b.Backout, release.BackoutSet{From: from, To: to, Section: release.Section{Steps: []release.Step{noteStep(1, "Undo.", minutes)}}})
			from = to + 1
		}
		b.Backout = rapid.Permutation(b.Backout).Draw(t, "order")
		for number := 1; number <= steps; number++ {
			r := release.Rollout{Mode: release.LiveRollout, Runbook: b, Set: -1, Window: release.Window{From: night, To: night.Add(time.Hour)}}
			r.Steps = []release.StepRun{{Section: release.Instructions, Number: number, Began: night}}
			i, ok := b.SetFor(number)
			applies := 0
			for _, s := range b.Backout {
				if s.From <= number && number <= s.To {
					applies++
				}
			}
			c := r.Compass(night)
			if !ok || applies != 1 || c.Set == nil || c.Set.From != b.Backout[i].From || c.Back != time.Duration(b.Backout[i].Minutes())*time.Minute {
				t.Fatalf("step %d: %d sets apply, %+v", number, applies, c)
			}
		}
	})
}
