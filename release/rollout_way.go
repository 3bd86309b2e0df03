package release

import (
	"fmt"
	"slices"
	"time"
)

// Leg is one step of a run with what became of it.
type Leg struct {
	Section SectionKey
	Step    Step
	// Expected is how long it should take: by rehearsals where there were any, else by
	// the note.
	Expected time.Duration
	Tries    []StepRun // the oldest first
}

// Name returns the step as people speak of it: "step 4 of the release instructions".
func (l Leg) Name() string { return stepName(l.Section, l.Step.Number) }

func stepName(section SectionKey, number int) string {
	of := map[SectionKey]string{
		Prerequisites: "the prerequisites", Instructions: "the release instructions", PostChecks: "the post-release checks", BackoutSteps: "the backout",
	}[section]
	return fmt.Sprintf("step %d of %s", number, of)
}

// Done returns the try that finished the step, if there is one.
func (l Leg) Done() (StepRun, bool) {
	return find(l.Tries, func(s StepRun) bool { return s.Result == StepDone })
}

// Took returns how long the try took that finished the step, by the clock or, on
// paper, as people said; 0 where none did.
func (l Leg) Took() time.Duration {
	s, ok := l.Done()
	switch {
	case !ok:
		return 0
	case s.Minutes != 0:
		return time.Duration(s.Minutes) * time.Minute
	}
	return s.Ended.Sub(s.Began)
}

// Forward returns every step of the way forward, in its order.
func (r Rollout) Forward() []Leg {
	var legs []Leg
	for _, section := range []SectionKey{Prerequisites, Instructions, PostChecks} {
		legs = append(legs, r.legs(section, -1, r.Runbook.Section(section).Steps)...)
	}
	return legs
}

// Backward returns every step of the backout set that is or was carried out;
// none where the way back was not taken or nothing was touched.
func (r Rollout) Backward() []Leg {
	if r.Set < 0 || r.Set >= len(r.Runbook.Backout) {
		return nil
	}
	return r.legs(BackoutSteps, r.Set, r.Runbook.Backout[r.Set].Steps)
}

// Way returns the steps of the way that is taken: back once it was, else forward.
func (r Rollout) Way() []Leg {
	if r.IsBack() {
		return r.Backward()
	}
	return r.Forward()
}

// IsBack tells whether the way back was taken.
func (r Rollout) IsBack() bool { return !r.WentBack.IsZero() }

func (r Rollout) legs(section SectionKey, set int, steps []Step) []Leg {
	legs := make([]Leg, len(steps))
	for i, s := range steps {
		legs[i] = Leg{Section: section, Step: s, Expected: r.expected(section, set, s)}
		for _, try := range r.Steps {
			if try.Section == section && try.Number == s.Number {
				legs[i].Tries = append(legs[i].Tries, try)
			}
		}
	}
	return legs
}

// expected returns how long a step should take.
func (r Rollout) expected(section SectionKey, set int, s Step) time.Duration {
	f, ok := find(r.Forecasts, func(f Forecast) bool { return f.Section == section && f.Set == set && f.Number == s.Number })
	if ok {
		return f.Median
	}
	return time.Duration(s.Minutes) * time.Minute
}

// leg returns a step of the run by its section and number.
func (r Rollout) leg(section SectionKey, number int) (Leg, bool) {
	legs := r.Forward()
	if section == BackoutSteps {
		legs = r.Backward()
	}
	return find(legs, func(l Leg) bool { return l.Section == section && l.Step.Number == number })
}

// Due returns the step that is due and its try; false where none is, because a
// step failed or every step is done.
func (r Rollout) Due() (StepRun, Step, bool) {
	if len(r.Steps) == 0 {
		return StepRun{}, Step{}, false
	}
	last := r.Steps[len(r.Steps)-1]
	l, ok := r.leg(last.Section, last.Number)
	return last, l.Step, ok && last.Ended.IsZero()
}

// Failed returns the step that failed last, where the run stands still for it.
func (r Rollout) Failed() (StepRun, Step, bool) {
	if r.State != RolloutStopped || len(r.Steps) == 0 {
		return StepRun{}, Step{}, false
	}
	last := r.Steps[len(r.Steps)-1]
	l, ok := r.leg(last.Section, last.Number)
	return last, l.Step, ok
}

// At returns the step that is due or that failed: where the run is.
func (r Rollout) At() (StepRun, Step, bool) {
	if try, s, ok := r.Due(); ok {
		return try, s, true
	}
	return r.Failed()
}

// Progress counts the finished steps of the way that is taken, and all of them.
func (r Rollout) Progress() (finished, total int) {
	way := r.Way()
	for _, l := range way {
		if _, ok := l.Done(); ok {
			finished++
		}
	}
	return finished, len(way)
}

// Reached returns the number of the step of the release instructions that was
// begun last, finished or not; 0 while nothing was touched. A step that is due
// counts: nobody knows how much of it was done.
func (r Rollout) Reached() int {
	for _, try := range slices.Backward(r.Steps) {
		if try.Section == Instructions {
			return try.Number
		}
	}
	return 0
}

// Digest returns the SHA-256 of the runbook in hex.
func (b Runbook) Digest() string { return digestOf(b, "a runbook") }

// checkRunbook tells what keeps a runbook from being carried out; the check of a
// note asks for much more.
func checkRunbook(b Runbook) string {
	numbered := func(steps []Step) bool {
		for i, s := range steps {
			if s.Number != i+1 {
				return false
			}
		}
		return true
	}
	switch {
	case len(b.Instructions.Steps) == 0:
		return "Its runbook has no release instructions."
	case !numbered(b.Prerequisites.Steps), !numbered(b.Instructions.Steps), !numbered(b.Checks.Steps):
		return "The steps of its runbook are not numbered from 1 on."
	}
	for i, s := range b.Backout {
		if !numbered(s.Steps) {
			return fmt.Sprintf("The steps of %s are not numbered from 1 on.", b.Backout[i].Name())
		}
	}
	for _, s := range b.Instructions.Steps {
		sets := 0
		for _, set := range b.Backout {
			if set.From <= s.Number && s.Number <= set.To {
				sets++
			}
		}
		if sets != 1 {
			return fmt.Sprintf("%d backout sets apply to step %d of its release instructions, and exactly one must.", sets, s.Number)
		}
	}
	return ""
}
