package release

import (
	"context"
	"fmt"
	"strings"
)

// GoBack takes the way back: the backout set that applies at this moment is
// carried out like the installation was (R88, R121, M7). Where nothing was touched
// yet, nothing is left but the report.
func (d *Desk) GoBack(ctx context.Context, in Intent, id int64, words string) (Rollout, error) {
	return d.press(ctx, in, id, func(a *act, run *Rollout, r Release) error {
		if run.IsBack() && !run.State.Over() {
			return refuse(CodeState, run.nothing(), fmt.Sprintf("It is on its way back since %s, as %s decided.", run.clock(run.WentBack, a.programme),
				a.programme.NameOf(run.BackBy)), run.whatNow(a.programme, r))
		}
		if err := run.must(a.programme, r, "", RolloutForward, RolloutStopped, RolloutSigning); err != nil {
			return err
		}
		if !a.programme.MayGoBack(a.by, r, *run) {
			return refuse(CodeForbidden, run.nothing(), "The way back is for those who are responsible or accountable for rollbacks.",
				"Ask "+people(a.programme.Deciders(*run))+".")
		}
		if err := wordy(*run, &words, "Say why it goes back; everybody impacted reads it."); err != nil {
			return err
		}
		run.goBack(a.by.ID, a.now, words)
		run.tell(string(StatusBack))
		if err := a.keepRollout(run, RolloutDecided, map[string]any{"back": true, "set": run.Set, "words": words}); err != nil {
			return err
		}
		if err := a.status(r, *run, StatusBack, string(StatusBack)); err != nil {
			return err
		}
		return a.stepDue(r, *run, momentOf(*run))
	})
}

// GoOn keeps that somebody accountable decided to go on although the point of no
// return has passed: if it must go back after all, that ends after the window (M7).
func (d *Desk) GoOn(ctx context.Context, in Intent, id int64, words string) (Rollout, error) {
	return d.press(ctx, in, id, func(a *act, run *Rollout, r Release) error {
		c := run.Compass(a.now)
		if err := run.must(a.programme, r, "It is on its way back.", RolloutForward, RolloutStopped, RolloutSigning); err != nil {
			return err
		}
		switch {
		case !a.programme.MayGoOn(a.by, *run):
			return refuse(CodeForbidden, run.nothing(), "To go on in spite of the window is for those who are accountable for rollbacks, and for the escalation point.",
				"Ask "+people(a.programme.Deciders(*run))+".")
		case !run.Decided.IsZero():
			return refuse(CodeState, run.nothing(), "It was decided to go on at "+run.clock(run.Decided, a.programme)+".", run.whatNow(a.programme, r))
		case !c.Demands:
			return refuse(CodeState, run.nothing(), "There is nothing to decide: the point of no return is not passed.", run.whatNow(a.programme, r))
		}
		if err := wordy(*run, &words, "Say why it goes on in spite of the window; it is kept for ever."); err != nil {
			return err
		}
		run.write(LogDecision, a.by.ID, a.now, words)
		run.Decided = a.now
		run.tell(string(StatusOn))
		if err := a.keepRollout(run, RolloutDecided, map[string]any{"back": false, "words": words}); err != nil {
			return err
		}
		if err := a.status(r, *run, StatusOn, string(StatusOn)); err != nil {
			return err
		}
		return a.stepDue(r, *run, StatusOn)
	})
}

// SignRollout signs a deployment off (R36): all works, and it is over. The report
// is made and its digest kept, which is the evidence of the record (R53), and the
// release is deployed: versions, baselines and debts follow.
func (d *Desk) SignRollout(ctx context.Context, in Intent, id int64, words string) (Rollout, error) {
	return d.settleRun(ctx, in, id, func(a *act, run *Rollout, r Release) error {
		if run.Mode.Rehearses() {
			return refuse(CodeState, run.nothing(), "A rehearsal is not signed off.", run.whatNow(a.programme, r))
		}
		if err := run.must(a.programme, r, "Not every step is done.", RolloutSigning); err != nil {
			return err
		}
		if err := a.maySign(*run, r); err != nil {
			return err
		}
		if words = strings.TrimSpace(words); words == "" {
			words = "All works as expected."
		}
		if err := wordy(*run, &words, ""); err != nil {
			return err
		}
		return a.sign(run, r, words)
	})
}

func (a *act) maySign(run Rollout, r Release) error {
	if a.programme.MaySign(a.by, r, run) {
		return nil
	}
	why := "It is signed off by those who are responsible or accountable for its verification."
	if run.alone(a.by.ID) {
		why = "You finished every step yourself, and nobody signs off alone what they alone carried out for a major release."
	}
	return refuse(CodeForbidden, run.nothing(), why, "Ask "+people(a.programme.WhoseTurn(run, r))+".")
}

// sign ends a deployment as deployed.
func (a *act) sign(run *Rollout, r Release, words string) error {
	if err := a.shut(run, RolloutDeployed, words); err != nil {
		return err
	}
	if err := a.keep(&r, &Evidence{Check: PointDeployed, Ref: "sha256:" + run.Report, Note: "The deployment report."}); err != nil {
		return err
	}
	s, err := standingOf(a.Tx, a.programme, r, a.now)
	if err != nil {
		return err
	}
	move, unmet, _ := s.Next()
	if len(unmet) > 0 {
		return blocked(run.nothing(), unmet, "`/release why "+r.Name()+"` lists what is unmet; or go back.")
	}
	if err := a.move(&r, s, move, ""); err != nil {
		return err
	}
	if err := a.rebaseTo(*run); err != nil {
		return err
	}
	return a.status(r, *run, StatusEnd, string(StatusEnd))
}

// shut makes a deployment's report and keeps the deployment as over.
func (a *act) shut(run *Rollout, state RolloutState, words string) error {
	run.State, run.SignedBy, run.EndedAt, run.Reason = state, a.by.ID, a.now, words
	run.tell(string(StatusEnd))
	run.Report = run.DeploymentReport().Digest()
	if err := a.keepRollout(run, RolloutOver, map[string]any{"words": words, "defect": run.Defect}); err != nil {
		return err
	}
	return a.recordRollout(DeploymentReported, *run, map[string]any{"report": run.Report})
}

// ReportRollback reports a rollback and its cause, and ends the deployment: for a
// defect the release goes back to Build & package, else to the preparation of
// another deployment (R39, T8).
func (d *Desk) ReportRollback(ctx context.Context, in Intent, id int64, defect bool, words string) (Rollout, error) {
	return d.settleRun(ctx, in, id, func(a *act, run *Rollout, r Release) error {
		if run.Mode.Rehearses() {
			return refuse(CodeState, run.nothing(), "The rollback of a rehearsal is not reported.", run.whatNow(a.programme, r))
		}
		if err := run.must(a.programme, r, "It is not rolled back.", RolloutReporting); err != nil {
			return err
		}
		if !a.programme.MayGoBack(a.by, r, *run) {
			return refuse(CodeForbidden, run.nothing(), "A rollback is reported by those who are responsible or accountable for it.",
				"Ask "+people(a.programme.WhoseTurn(*run, r))+".")
		}
		if err := wordy(*run, &words, "Say what caused the rollback."); err != nil {
			return err
		}
		run.Defect = defect
		if err := a.shut(run, RolloutBack, words); err != nil {
			return err
		}
		if err := a.restore(*run); err != nil {
			return err
		}
		m, _ := find(Lifecycle(), func(m Move) bool { return m.Back && m.From == r.Stage && (m.To == Building) == defect })
		if err := a.rollBack(&r, m, words); err != nil {
			return err
		}
		return a.status(r, *run, StatusEnd, string(StatusEnd))
	})
}

// restore keeps in the environments' history that what was there before is there
// again, where a deployment had touched it (M9, R57).
func (a *act) restore(run Rollout) error {
	for _, was := range run.Before {
		if run.Set < 0 || was.Version.IsZero() {
			continue
		}
		_, err := a.keepInstallation(Installation{
			Environment: was.Environment, System: run.System, Version: was.Version, Build: was.Build, Release: was.Release, At: a.now,
			Note: fmt.Sprintf("%s was rolled back from %s.", ReleaseName(run.Release), run.Version),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// EndRehearsal ends a rehearsal, done or not; its times become forecasts (M8).
func (d *Desk) EndRehearsal(ctx context.Context, in Intent, id int64, words string) (Rollout, error) {
	return d.press(ctx, in, id, func(a *act, run *Rollout, r Release) error {
		if !run.Mode.Rehearses() {
			return refuse(CodeState, run.nothing(), "It is no rehearsal.", run.whatNow(a.programme, r))
		}
		if run.State.Over() {
			return run.must(a.programme, r, "")
		}
		_, step, _ := run.At()
		if !a.programme.MayRunStep(a.by, r, *run, step) && a.by.ID != run.StartedBy {
			return a.notYours(*run, r, step)
		}
		if words = strings.TrimSpace(words); words != "" {
			if err := wordy(*run, &words, ""); err != nil {
				return err
			}
		}
		if _, _, due := run.Due(); due {
			run.end(StepLeft, a.by.ID, a.now, "")
		}
		run.State, run.SignedBy, run.EndedAt, run.Reason = RolloutEnded, a.by.ID, a.now, words
		return a.keepRollout(run, RolloutOver, map[string]any{"words": words})
	})
}

// settleRun runs fn on a run that is locked with its release and RFC.
func (d *Desk) settleRun(ctx context.Context, in Intent, id int64, fn func(a *act, run *Rollout, r Release) error) (Rollout, error) {
	var after Rollout
	err := d.act(ctx, in, func(a *act) error {
		run, r, err := a.lockedRun(id)
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
