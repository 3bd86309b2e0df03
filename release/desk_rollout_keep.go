package release

import (
	"errors"
	"fmt"
)

// run loads a run and locks it. Everybody who presses waits here for whoever
// pressed before them (T23). Whoever needs its release locks that first.
func (a *act) run(id int64) (Rollout, Release, error) {
	run, err := a.Rollout(id, ExclusiveLock)
	if errors.Is(err, ErrNotFound) {
		return run, Release{}, noSuchRollout()
	}
	if err != nil {
		return run, Release{}, fmt.Errorf("load run %d: %w", id, err)
	}
	r, err := a.Release(run.Release, NoLock)
	if err != nil {
		return run, r, fmt.Errorf("load %s: %w", ReleaseName(run.Release), err)
	}
	return run, r, nil
}

// lockedRun loads a run with its release and RFC, and locks all three.
func (a *act) lockedRun(id int64) (Rollout, Release, error) {
	seen, err := a.Rollout(id, NoLock)
	if errors.Is(err, ErrNotFound) {
		return seen, Release{}, noSuchRollout()
	}
	if err != nil {
		return seen, Release{}, fmt.Errorf("load run %d: %w", id, err)
	}
	if _, err := a.lockedBoth(seen.Release); err != nil {
		return seen, Release{}, err
	}
	return a.run(id)
}

func noSuchRollout() error {
	return refuse(CodeNotFound, "Nothing was changed.", "There is no such deployment or rehearsal.", "`/release deploy` shows those that are under way.")
}

func (a *act) addRollout(run *Rollout) error {
	if err := a.AddRollout(run); err != nil {
		return fmt.Errorf("start %s: %w", run.Name(), err)
	}
	return a.recordRollout(RolloutStarted, *run, map[string]any{
		"mode": run.Mode, "note": run.Note, "note-digest": run.NoteDigest, "environments": run.Environments, "window": run.Window,
		"version": run.Version, "build": run.Build, "runbook": run.Runbook.Digest(),
	})
}

// keepRollout keeps a change of a run, and records what it was.
func (a *act) keepRollout(run *Rollout, kind EntryKind, data map[string]any) error {
	if err := a.SaveRollout(run); err != nil {
		return fmt.Errorf("save run %d: %w", run.ID, err)
	}
	return a.recordRollout(kind, *run, data)
}

// recordRollout records what happened to a run, with the digest of all it is now.
func (a *act) recordRollout(kind EntryKind, run Rollout, data map[string]any) error {
	data["rollout"], data["release"], data["state"], data["revision"], data["digest"] = run.ID, run.Release, run.State, run.Revision, run.Digest()
	return a.enter(Entry{Kind: kind, Subject: run.Subject(), Data: data})
}

// status promises a status line of a deployment to everybody who is impacted, and
// in the thread of its RFC. A rehearsal tells nobody anything (M8).
func (a *act) status(r Release, run Rollout, kind StatusKind, key string) error {
	if run.Mode.Rehearses() {
		return nil
	}
	rfc, err := a.RFC(run.RFC, NoLock)
	if err != nil {
		return fmt.Errorf("load %s: %w", RFCName(run.RFC), err)
	}
	ballots, err := a.BallotsOf(run.RFC)
	if err != nil {
		return fmt.Errorf("load the ballots of %s: %w", rfc.Name(), err)
	}
	cadences, err := a.Cadences()
	if err != nil {
		return fmt.Errorf("load how often people want mail: %w", err)
	}
	e := a.rolloutEvent(NoticeStatus, r, run, kind)
	e.RFC = rfc
	key = run.Subject() + "/" + key
	notices := noticesFor(key, e, Impacted(r, rfc, ballots, a.programme), cadences)
	return a.promise(append(notices, inThread(key, e))...)
}

// Impacted returns who is told how a deployment goes: who asked for it, owns it
// and is accountable for it, the seats that decided on it, and the representatives
// of the impacted parties (R36, R117).
func Impacted(r Release, rfc RFC, ballots []Ballot, p *Programme) []Recipient {
	a := audience{programme: p}
	a.add(DutyAct, rfc.RaisedBy, r.Content.Owner)
	for _, x := range p.Accountable(ExecuteRollout) {
		a.add(DutyAct, x.ID)
	}
	for _, b := range ballots {
		for _, seat := range b.Seats {
			a.add(DutyTold, seat.Holders...)
		}
	}
	a.addRepresentatives(rfc.ImpactedParties(p), ExecuteRollout)
	return a.recipients
}

// stepDue posts in the deployment's thread what is due now, and mentions whose it is.
func (a *act) stepDue(r Release, run Rollout, kind StatusKind) error {
	if run.Mode.Rehearses() {
		return nil
	}
	e := a.rolloutEvent(NoticeStep, r, run, kind)
	return a.promise(inThread(fmt.Sprintf("%s/step/%d", run.Subject(), run.Revision), e))
}

func (a *act) rolloutEvent(kind NoticeKind, r Release, run Rollout, moment StatusKind) Event {
	e := a.releaseEvent(kind, r)
	s := run.Status(moment, a.now)
	s.By = a.by.ID
	s.Who = ids(a.programme.WhoseTurn(run, r))
	e.Rollout = &s
	return e
}

// WhoseTurn returns the people a run waits for: those of the step that is due, else
// whoever may decide what comes next.
func (p *Programme) WhoseTurn(run Rollout, r Release) []Person {
	var may func(Person) bool
	switch run.State {
	case RolloutForward, RolloutBackward:
		_, step, _ := run.Due()
		if named := p.Who(step.Who, r); len(named) > 0 {
			return named
		}
		may = func(x Person) bool { return p.MayDeploy(x, r, run.Mode) }
	case RolloutStopped, RolloutReporting:
		may = func(x Person) bool { return p.MayGoBack(x, r, run) }
	case RolloutSigning:
		may = func(x Person) bool { return p.MaySign(x, r, run) }
	case RolloutDeployed, RolloutBack, RolloutEnded:
		return nil
	}
	var all []Person
	for _, x := range p.People {
		if !x.Retired && may(x) {
			all = append(all, x)
		}
	}
	return all
}
