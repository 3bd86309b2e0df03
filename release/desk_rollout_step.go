package release

import (
	"context"
	"fmt"
	"strings"
)

// FinishStep ends the step that is due as done, and makes the next one due (R36).
// Of two people who press at once one wins; the other is told who did it and when.
func (d *Desk) FinishStep(ctx context.Context, in Intent, id int64, section SectionKey, number int) (Rollout, error) {
	return d.finishStep(ctx, in, id, section, number, 0)
}

// StateStep ends the step that is due of a rehearsal on paper, with the minutes
// that the people at the table say it takes: the clock knows nothing of those (M8).
func (d *Desk) StateStep(ctx context.Context, in Intent, id int64, section SectionKey, number, minutes int) (Rollout, error) {
	return d.finishStep(ctx, in, id, section, number, minutes)
}

// MaxStepMinutes is the longest a step may be said to take.
const MaxStepMinutes = 14 * 24 * 60

func (d *Desk) finishStep(ctx context.Context, in Intent, id int64, section SectionKey, number, minutes int) (Rollout, error) {
	return d.press(ctx, in, id, func(a *act, run *Rollout, r Release) error {
		if err := a.mayPress(*run, r, section, number); err != nil {
			return err
		}
		switch {
		case minutes != 0 && run.Mode != PaperRollout:
			return refuse(CodeInvalid, run.nothing(), "Minutes are said on paper only; here the clock counts.", "Press Done without them.")
		case minutes < 0 || minutes > MaxStepMinutes:
			return refuse(CodeInvalid, run.nothing(), fmt.Sprintf("A step takes 1 to %d minutes.", MaxStepMinutes), "Correct the minutes and send it again.")
		}
		run.finish(a.by.ID, a.now, minutes)
		err := a.keepRollout(run, StepEnded, map[string]any{"section": section, "number": number, "result": StepDone, "minutes": minutes})
		if err != nil {
			return err
		}
		return a.stepDue(r, *run, momentOf(*run))
	})
}

// momentOf is what the thread of a deployment is told after a step.
func momentOf(run Rollout) StatusKind {
	switch run.State {
	case RolloutSigning:
		return StatusSigning
	case RolloutReporting:
		return StatusBacked
	case RolloutStopped:
		return StatusTrouble
	case RolloutForward, RolloutBackward, RolloutDeployed, RolloutBack, RolloutEnded:
	}
	return StatusStep
}

// FailStep ends the step that is due as failed, with what went wrong: the run
// stands still until it is resolved or goes back, and everybody impacted is told (R36, R120).
func (d *Desk) FailStep(ctx context.Context, in Intent, id int64, section SectionKey, number int, words string) (Rollout, error) {
	return d.press(ctx, in, id, func(a *act, run *Rollout, r Release) error {
		if err := a.mayPress(*run, r, section, number); err != nil {
			return err
		}
		if err := wordy(*run, &words, "Say what went wrong; everybody impacted reads it."); err != nil {
			return err
		}
		run.fail(a.by.ID, a.now, words)
		key := fmt.Sprintf("%s/%d", StatusTrouble, len(run.Steps))
		run.tell(key)
		err := a.keepRollout(run, StepEnded, map[string]any{"section": section, "number": number, "result": StepFailed, "words": words})
		if err != nil {
			return err
		}
		if err := a.stepDue(r, *run, StatusTrouble); err != nil {
			return err
		}
		if err := a.status(r, *run, StatusTrouble, key); err != nil {
			return err
		}
		if !run.IsBack() || run.Mode.Rehearses() { // a way back that fails leaves nothing to fall back on
			return nil
		}
		return a.ask(r, *run, StatusTrouble, key, a.programme.EscalationPoint(run.Environments))
	})
}

// ResolveStep says how what failed was solved, and has the step tried again.
func (d *Desk) ResolveStep(ctx context.Context, in Intent, id int64, words string) (Rollout, error) {
	return d.press(ctx, in, id, func(a *act, run *Rollout, r Release) error {
		if err := run.must(a.programme, r, "No step of it has failed.", RolloutStopped); err != nil {
			return err
		}
		_, step, _ := run.Failed()
		if !a.programme.MayRunStep(a.by, r, *run, step) {
			return a.notYours(*run, r, step)
		}
		if err := wordy(*run, &words, "Say how it was solved."); err != nil {
			return err
		}
		run.resolve(a.by.ID, a.now, words)
		err := a.keepRollout(run, RolloutLogged, map[string]any{"kind": LogResolution, "words": words})
		if err != nil {
			return err
		}
		return a.stepDue(r, *run, momentOf(*run))
	})
}

// LogRollout adds a line to a run's log: a note, an issue, a resolution or an
// error in the instructions (R53, R120). Decisions write their own.
func (d *Desk) LogRollout(ctx context.Context, in Intent, id int64, kind LogKind, words string) (Rollout, error) {
	return d.press(ctx, in, id, func(a *act, run *Rollout, r Release) error {
		_, step, _ := run.At()
		switch kind {
		case LogNote, LogIssue, LogResolution, LogErratum:
		default:
			return refuse(CodeInvalid, run.nothing(), "“"+Clip(string(kind), 40)+"” is not a kind of line.", "Choose note, issue, resolution or erratum.")
		}
		if run.State.Over() {
			return run.must(a.programme, r, "")
		}
		if !a.programme.MayRunStep(a.by, r, *run, step) && !a.programme.MayLog(a.by, r) {
			return a.notYours(*run, r, step)
		}
		if err := wordy(*run, &words, "Write what is to be kept."); err != nil {
			return err
		}
		run.write(kind, a.by.ID, a.now, words)
		return a.keepRollout(run, RolloutLogged, map[string]any{"kind": kind, "words": words})
	})
}

// MayLog tells whether a person may write into a deployment's log: who is
// responsible or accountable for it (R120).
func (p *Programme) MayLog(x Person, r Release) bool {
	m, _ := NextMove(Deploying)
	m.By = IssueLog
	return p.MayMove(x, r, m)
}

// press runs fn on a locked run for a person.
func (d *Desk) press(ctx context.Context, in Intent, id int64, fn func(a *act, run *Rollout, r Release) error) (Rollout, error) {
	var after Rollout
	err := d.act(ctx, in, func(a *act) error {
		run, r, err := a.run(id)
		if err != nil {
			return err
		}
		if err := fn(a, &run, r); err != nil {
			return err
		}
		after = run
		return nil
	})
	return after, err
}

// mayPress refuses whoever may not press a step's buttons, and a step that is not due.
func (a *act) mayPress(run Rollout, r Release, section SectionKey, number int) error {
	l, known := run.leg(section, number)
	if known && !a.programme.MayRunStep(a.by, r, run, l.Step) {
		return a.notYours(run, r, l.Step)
	}
	if run.State.Over() {
		return run.must(a.programme, r, "")
	}
	return run.mustBeDue(section, number, a.programme, r)
}

func (a *act) notYours(run Rollout, r Release, s Step) error {
	who := a.programme.Who(s.Who, r)
	if len(who) == 0 {
		who = a.programme.WhoseTurn(run, r)
	}
	return refuse(CodeForbidden, run.nothing(), "This is for whoever the step names, and for those who are responsible or accountable for the deployment.",
		"Ask "+people(who)+".")
}

// wordy wants something in writing, without blanks around it.
func wordy(run Rollout, words *string, missing string) error {
	*words = strings.TrimSpace(*words)
	if why := checkText(*words, MaxText, missing); why != "" {
		return misfit(run.nothing(), FieldReason, why)
	}
	return nil
}
