package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// StartRollout starts a run of a release's runbook. In earnest it is the move
// "deployment started" with its whole gate (R36): it follows the note that the Go
// bound to, and takes the RFC's environments and window. A rehearsal follows the
// newest note, or the draft where none is handed in, and asks for no gate; it
// reaches nobody but whoever presses (R31, M8).
func (d *Desk) StartRollout(ctx context.Context, in Intent, number int, mode RolloutMode, environments []EnvironmentID) (Rollout, error) {
	var started Rollout
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.lockedBoth(number)
		if err != nil {
			return err
		}
		run := Rollout{
			Release: r.Number, RFC: r.RFC, Mode: mode, System: r.Content.System, Type: r.Content.Type, Version: r.Version, Build: r.Build,
			Environments: slices.Clone(environments), Set: -1, StartedBy: a.by.ID, StartedAt: a.now,
		}
		switch mode {
		case LiveRollout:
			err = a.startLive(r, &run)
		case RehearsalRollout, PaperRollout:
			err = a.startRehearsal(r, &run)
		default:
			err = refuse(CodeInvalid, "Nothing was started.", "“"+Clip(string(mode), 40)+"” is not one of live, rehearsal or paper.", "Choose one of the three.")
		}
		if err != nil {
			return err
		}
		if run.Forecasts, err = a.forecasts(run.System, run.Runbook); err != nil {
			return err
		}
		run.begin(a.now)
		run.tell(string(StatusStart))
		if err := a.addRollout(&run); err != nil {
			return err
		}
		started = run
		if err := a.status(r, run, StatusStart, string(StatusStart)); err != nil {
			return err
		}
		return a.stepDue(r, run, StatusStep)
	})
	return started, err
}

// lockedBoth loads a release and locks it, and its RFC after it.
func (a *act) lockedBoth(number int) (Release, error) {
	r, err := a.release(number)
	if err == nil && r.RFC != 0 {
		_, err = a.rfc(r.RFC)
	}
	return r, err
}

// startLive passes the gate of the deployment and makes its move.
func (a *act) startLive(r Release, run *Rollout) error {
	what := "The deployment of " + r.Name() + " was not started."
	if under, err := a.liveOf(r.Number); err != nil || under != nil {
		if err == nil {
			err = refuse(CodeState, what, fmt.Sprintf("It is under way since %s, started by %s.", under.clock(under.StartedAt, a.programme),
				a.programme.NameOf(under.StartedBy)), under.whatNow(a.programme, r))
		}
		return err
	}
	s, err := standingOf(a.Tx, a.programme, r, a.now)
	if err != nil {
		return err
	}
	move, unmet, _ := s.Next()
	if move.From != Informing {
		return refuse(CodeState, what, "It is in “"+r.Stage.String()+"”, and a deployment starts from “"+Informing.String()+"”.",
			"`/release why "+r.Name()+"` says what comes before it.")
	}
	if err := a.mayMove(r, move); err != nil {
		return err
	}
	if len(unmet) > 0 {
		return blocked(what, unmet, "`/release why "+r.Name()+"` lists what is unmet, whose it is and the buttons that settle it.")
	}
	if len(run.Environments) > 0 && !sameEnvironments(run.Environments, s.RFC.Content.Environments) {
		return refuse(CodeInvalid, what, "It goes to the environments that its RFC names, and to all of them.", "Leave the environments out.")
	}
	if err := a.bind(what, run, s); err != nil {
		return err
	}
	if err := a.mustBeAlone(what, *run); err != nil {
		return err
	}
	return a.move(&r, s, move, "")
}

// bind takes what was decided on into a deployment: the note, the build, the
// window, the votes, and what is in the environments before it.
func (a *act) bind(what string, run *Rollout, s Standing) error {
	notes, err := a.NotesOf(s.Release.Number)
	if err != nil {
		return fmt.Errorf("load the notes of %s: %w", s.Release.Name(), err)
	}
	shown, ok := standing(slices.DeleteFunc(slices.Clone(s.Evidence), func(e Evidence) bool { return e.Waiver }), CheckNote, a.now)
	note, found := find(notes, func(n SubmittedNote) bool { return n.Ref() == shown.Ref })
	if !ok || !found {
		return refuse(CodeState, what, "The board was shown a release note that gonogo does not have, so that there is no runbook to follow.",
			"`/release note "+s.Release.Name()+"` hands the note in; the board is then asked again.")
	}
	if why := checkRunbook(note.Note.Runbook); why != "" {
		return refuse(CodeState, what, why, "Hand in a note with a whole runbook: `/release note "+s.Release.Name()+"`.")
	}
	c := s.RFC.Content
	run.Environments, run.Window = slices.Clone(c.Environments), c.Window
	run.Window.From, run.Window.To = c.Window.From.UTC(), c.Window.To.UTC()
	run.Note, run.NoteDigest, run.Runbook = note.Version, note.Digest, note.Note.Runbook
	if s.Build != nil {
		run.BuildName = s.Build.Name
	}
	for _, purpose := range []Purpose{ProgrammeGate, Approval, Deployment} {
		if b, ok := s.lastOf(purpose); ok {
			run.Approvals = append(run.Approvals, DecidedBallot{Ballot: b.ID, Purpose: purpose, Outcome: b.Outcome, Digest: b.Digest, At: b.ClosedAt.UTC()})
		}
	}
	for _, id := range run.Environments {
		installed, err := a.InstalledAt(id, a.now)
		if err != nil {
			return fmt.Errorf("load what is in %s: %w", id, err)
		}
		x, _ := find(installed, func(x Installation) bool { return x.System == run.System })
		run.Before = append(run.Before, Stood{Environment: id, Version: x.Version, Build: x.Build, Release: x.Release})
	}
	return nil
}

// startRehearsal takes the newest runbook there is.
func (a *act) startRehearsal(r Release, run *Rollout) error {
	what := "The rehearsal of " + r.Name() + " was not started."
	switch {
	case !a.programme.MayDeploy(a.by, r, run.Mode):
		return refuse(CodeForbidden, what, "It is rehearsed by those who plan it and those who deploy it.", "Ask "+a.programme.NameOf(r.Content.Owner)+".")
	case !r.Stage.InFlight():
		return refuse(CodeState, what, "It is in “"+r.Stage.String()+"”: its deployment has begun.", "A rehearsal comes before it.")
	case run.Mode == RehearsalRollout && len(run.Environments) == 0:
		return refuse(CodeInvalid, what, "A rehearsal needs the environment it is done in.", "Name it, or rehearse on paper.")
	}
	if err := a.practiceGround(what, run.Environments); err != nil {
		return err
	}
	if err := a.newestRunbook(r, run); err != nil {
		return err
	}
	if why := checkRunbook(run.Runbook); why != "" {
		return refuse(CodeState, what, why, "`/release note "+r.Name()+"` is where the runbook is written.")
	}
	return nil
}

// practiceGround wants environments that exist and are not frozen: a freeze stops
// rehearsals as well (T19).
func (a *act) practiceGround(what string, environments []EnvironmentID) error {
	for _, id := range environments {
		e, ok := a.programme.Environment(id)
		if !ok || e.Retired {
			return refuse(CodeNotFound, what, "“"+Clip(string(id), 40)+"” is not an environment of the programme.", "`/env list` shows them.")
		}
		booked, err := a.FindBookings(BookingFilter{Environment: id, From: a.now, To: a.now.Add(time.Microsecond)})
		if err != nil {
			return fmt.Errorf("load the bookings of %s: %w", id, err)
		}
		if frozen, ok := find(booked, func(b Booking) bool { return b.Kind == BookFreeze }); ok {
			return refuse(CodeState, what, e.Name+" is frozen: "+frozen.Window.String()+".", "Rehearse after it, elsewhere, or on paper.")
		}
	}
	return nil
}

// newestRunbook takes the newest note's runbook, or the draft's where no note was
// handed in.
func (a *act) newestRunbook(r Release, run *Rollout) error {
	notes, err := a.NotesOf(r.Number)
	if err != nil {
		return fmt.Errorf("load the notes of %s: %w", r.Name(), err)
	}
	if len(notes) > 0 {
		run.Note, run.NoteDigest, run.Runbook = notes[0].Version, notes[0].Digest, notes[0].Note.Runbook
		return nil
	}
	draft, err := a.NoteDraft(r.Number)
	if errors.Is(err, ErrNotFound) {
		return refuse(CodeState, "The rehearsal of "+r.Name()+" was not started.", "There is no release note yet, and so no runbook to follow.",
			"`/release note "+r.Name()+"` begins one.")
	}
	if err != nil {
		return fmt.Errorf("load the draft note of %s: %w", r.Name(), err)
	}
	run.Runbook = draft.Note.Runbook
	return nil
}

func sameEnvironments(a, b []EnvironmentID) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// forecasts returns what rehearsals of a system took for the steps of a runbook.
func (a *act) forecasts(system SystemID, b Runbook) ([]Forecast, error) {
	const most = 50
	runs, err := a.FindRollouts(RolloutFilter{System: system, Over: true, Limit: most})
	if err != nil {
		return nil, fmt.Errorf("load the rehearsals of %s: %w", system, err)
	}
	return ForecastsOf(b, runs), nil
}

// liveOf returns the deployment of a release that is under way; nil for none.
func (a *act) liveOf(number int) (*Rollout, error) {
	runs, err := a.FindRollouts(RolloutFilter{Release: number, Mode: LiveRollout, Under: true, Limit: 1})
	if err != nil {
		return nil, fmt.Errorf("load the deployment of %s: %w", ReleaseName(number), err)
	}
	if len(runs) == 0 {
		return nil, nil //nolint:nilnil // none under way is an ordinary answer
	}
	return &runs[0], nil
}
