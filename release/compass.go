package release

import (
	"slices"
	"time"
)

// Compass is what a run's card says at an instant (M7).
type Compass struct {
	// Last is the last finished step of the release instructions, 0 for none.
	Last int
	// Set is the backout set that would apply now, or is carried out; nil where nothing
	// was touched yet.
	Set *BackoutSet
	// Back is how long that set takes from now on, by rehearsals where there were any.
	Back time.Duration
	// Forward is how long what is left of the way forward is expected to take.
	Forward time.Duration
	// NoReturn is the last instant at which the way back still ends inside the
	// window: its end less Back. It is zero for a rehearsal.
	NoReturn time.Time
	// Left is the time until NoReturn; negative when it has passed.
	Left time.Duration
	// Demands says that somebody accountable must decide now: to go back or to go on
	// in spite of the window.
	Demands bool
}

// Compass returns where the run is on the way between its window's start and
// end: which set would take it back, how long that takes, and how long one may
// still decide for it (M7). It is pure, and true at every instant.
func (r Rollout) Compass(now time.Time) Compass {
	c := Compass{}
	for _, l := range r.Forward() {
		if _, ok := l.Done(); ok && l.Section == Instructions {
			c.Last = l.Step.Number
		}
	}
	set := r.Set
	if !r.IsBack() {
		c.Forward = remaining(r.Forward(), now)
		set = -1
		if step := r.Reached(); step > 0 {
			if i, ok := r.Runbook.SetFor(step); ok {
				set = i
			}
		}
	}
	if set >= 0 && set < len(r.Runbook.Backout) {
		c.Set = &r.Runbook.Backout[set]
		c.Back = remaining(r.legs(BackoutSteps, set, c.Set.Steps), now)
	}
	if r.Window.IsZero() || r.State.Over() {
		return c
	}
	c.NoReturn = r.Window.To.Add(-c.Back)
	c.Left = c.NoReturn.Sub(now)
	c.Demands = c.Set != nil && !r.IsBack() && r.Decided.IsZero() && c.Left <= 0
	return c
}

// remaining returns how long what is left of a way should take; of the step that
// is due, what it already took does not count.
func remaining(legs []Leg, now time.Time) time.Duration {
	var sum time.Duration
	for _, l := range legs {
		if _, done := l.Done(); done {
			continue
		}
		left := l.Expected
		if n := len(l.Tries); n > 0 && l.Tries[n-1].Ended.IsZero() {
			left = max(0, left-max(0, now.Sub(l.Tries[n-1].Began)))
		}
		sum += left
	}
	return sum
}

// Status returns how the run stands at a moment, for whoever is told of it.
func (r Rollout) Status(kind StatusKind, now time.Time) RolloutStatus {
	c := r.Compass(now)
	s := RolloutStatus{
		Kind: kind, Rollout: r.ID, Subject: r.Subject(), Release: r.Release, RFC: r.RFC, System: r.System, Version: r.Version,
		Environments: r.Environments, Window: r.Window, State: r.State, Started: r.StartedAt,
		Back: c.Back, Forward: c.Forward, NoReturn: c.NoReturn, Left: c.Left, Words: r.wordsOf(kind),
	}
	s.Finished, s.Total = r.Progress()
	if try, step, ok := r.At(); ok {
		s.Section, s.Step = try.Section, step
	}
	if n := len(r.Log); n > 0 && (kind == StatusBack || kind == StatusOn) { // it was just decided
		s.Words = r.Log[n-1].Words
	}
	if c.Set != nil {
		s.Set = c.Set.Name()
	}
	return s
}

// wordsOf returns what was written at a moment of the run: what failed, what was
// decided, how it ended.
func (r Rollout) wordsOf(kind StatusKind) string {
	switch kind {
	case StatusTrouble:
		try, _, _ := r.Failed()
		return try.Words
	case StatusBack, StatusOn:
		for _, l := range slices.Backward(r.Log) {
			if l.Kind == LogDecision {
				return l.Words
			}
		}
	case StatusEnd:
		return r.Reason
	case StatusStart, StatusStep, StatusHalf, StatusDemand, StatusLate, StatusSigning, StatusBacked:
	}
	return ""
}
