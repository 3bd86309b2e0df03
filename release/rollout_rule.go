package release

import (
	"fmt"
	"slices"
	"time"
)

// begin makes the next step of the way due, or brings the run to what comes
// after its last step.
func (r *Rollout) begin(now time.Time) {
	for _, l := range r.Way() {
		if _, done := l.Done(); done {
			continue
		}
		r.Steps = append(r.Steps, StepRun{Section: l.Section, Number: l.Step.Number, Began: now})
		r.State = RolloutForward
		if r.IsBack() {
			r.State = RolloutBackward
		}
		return
	}
	r.State = RolloutSigning
	if r.IsBack() {
		r.State = RolloutReporting
	}
}

// end ends the step that is due, which the caller has made sure of.
func (r *Rollout) end(result StepResult, by PersonID, now time.Time, words string) {
	last := &r.Steps[len(r.Steps)-1]
	last.Ended, last.Result, last.By, last.Words = now, result, by, words
}

// finish ends the due step as done and makes the next one due.
func (r *Rollout) finish(by PersonID, now time.Time, minutes int) {
	r.end(StepDone, by, now, "")
	r.Steps[len(r.Steps)-1].Minutes = minutes
	r.begin(now)
}

// fail ends the due step as failed: the run stands still.
func (r *Rollout) fail(by PersonID, now time.Time, words string) {
	r.write(LogIssue, by, now, words)
	r.end(StepFailed, by, now, words)
	r.State = RolloutStopped
}

// resolve tries the step that failed again.
func (r *Rollout) resolve(by PersonID, now time.Time, words string) {
	r.write(LogResolution, by, now, words)
	r.begin(now)
}

// goBack takes the way back: the backout set of the step that was reached, which
// counts as touched although it was not finished; none where nothing was touched.
func (r *Rollout) goBack(by PersonID, now time.Time, words string) {
	r.write(LogDecision, by, now, words)
	r.Set = -1
	if step := r.Reached(); step > 0 {
		r.Set, _ = r.Runbook.SetFor(step)
	}
	if _, _, due := r.Due(); due {
		r.end(StepLeft, by, now, "")
	}
	r.WentBack, r.BackBy = now, by
	r.begin(now)
}

// write adds a line to the log, with the step the run is at.
func (r *Rollout) write(kind LogKind, by PersonID, now time.Time, words string) {
	line := LogLine{Kind: kind, At: now, By: by, Words: words}
	if try, _, ok := r.At(); ok {
		line.Section, line.Number = try.Section, try.Number
	}
	r.Log = append(r.Log, line)
}

// tell notes that a status line goes out; false when it went out before, and for a
// rehearsal, of which nobody is told.
func (r *Rollout) tell(key string) bool {
	if r.Mode.Rehearses() || slices.Contains(r.Told, key) {
		return false
	}
	r.Told = append(r.Told, key)
	return true
}

// nothing is what every refusal about a run says first.
func (r Rollout) nothing() string { return "Nothing was changed in " + r.Name() + "." }

// mustBeDue refuses a press on a step that is not the one that is due, saying who
// did it already, or what is due and whose it is (T23).
func (r Rollout) mustBeDue(section SectionKey, number int, p *Programme, of Release) error {
	l, ok := r.leg(section, number)
	if !ok {
		return refuse(CodeNotFound, r.nothing(), "There is no "+stepName(section, number)+".", r.whatNow(p, of))
	}
	if done, ok := l.Done(); ok {
		return refuse(CodeState, r.nothing(), fmt.Sprintf("%s was already done by %s at %s.", capital(l.Name()), p.NameOf(done.By), r.clock(done.Ended, p)),
			r.whatNow(p, of))
	}
	if due, _, ok := r.Due(); !ok || due.Section != section || due.Number != number {
		why := capital(l.Name()) + " is not due."
		if n := len(l.Tries); n > 0 && l.Tries[n-1].Result == StepFailed {
			try := l.Tries[n-1]
			why = fmt.Sprintf("%s has failed, as %s said at %s.", capital(l.Name()), p.NameOf(try.By), r.clock(try.Ended, p))
		}
		return refuse(CodeState, r.nothing(), why, r.whatNow(p, of))
	}
	return nil
}

// clock shows an instant as people at work on a run say it: "22:14".
func (r Rollout) clock(at time.Time, p *Programme) string {
	return at.In(r.zone(p)).Format("15:04 MST")
}

// zone is where the run's window is spoken of, else the programme's.
func (r Rollout) zone(p *Programme) *time.Location {
	if loc, err := time.LoadLocation(r.Window.Zone); err == nil && r.Window.Zone != "" {
		return loc
	}
	return p.Location()
}

// whatNow says what is to be done about the run, and by whom.
func (r Rollout) whatNow(p *Programme, of Release) string {
	switch r.State {
	case RolloutForward, RolloutBackward:
		try, step, _ := r.Due()
		who := step.Who
		if found := p.Who(step.Who, of); len(found) > 0 {
			who = people(found)
		}
		return fmt.Sprintf("%s is due: “%s”, by %s.", capital(stepName(try.Section, try.Number)), Clip(step.Do, 80), who)
	case RolloutStopped:
		if r.IsBack() {
			return "Say how it was solved, and the step is tried again."
		}
		return "Say how it was solved, and the step is tried again; or go back."
	case RolloutSigning:
		if r.Mode.Rehearses() {
			return "Every step is done: end the rehearsal."
		}
		return "Every step is done: it waits for the sign-off."
	case RolloutReporting:
		if r.Mode.Rehearses() {
			return "The way back is done: end the rehearsal."
		}
		return "The way back is done: report the rollback and its cause."
	case RolloutDeployed, RolloutBack, RolloutEnded:
	}
	return "It is over; `/release deploy " + ReleaseName(r.Release) + "` shows how it went."
}

// must refuses what the run's state does not allow, saying what is to be done
// instead.
func (r Rollout) must(p *Programme, of Release, why string, states ...RolloutState) error {
	if slices.Contains(states, r.State) {
		return nil
	}
	if r.State.Over() {
		why = capital(r.Name()) + " is over since " + Instant(r.EndedAt, r.zone(p)) + "."
	}
	return refuse(CodeState, r.nothing(), why, r.whatNow(p, of))
}
