package release

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// openVote opens a ballot on an RFC under the policy of its type, with its
// seats and its electorate frozen (T22). The zero deadline is the policy's.
func (a *act) openVote(r RFC, purpose Purpose, asked time.Time) (Ballot, error) {
	policy, err := a.policy(r, purpose)
	if err != nil {
		return Ballot{}, err
	}
	deadline, err := a.deadline(r, purpose, policy, asked)
	if err != nil {
		return Ballot{}, err
	}
	dossier, involved, err := a.dossier(r, purpose)
	if err != nil {
		return Ballot{}, err
	}
	before, err := a.votesBefore(r.Number, purpose)
	if err != nil {
		return Ballot{}, err
	}
	absences, err := a.inForce()
	if err != nil {
		return Ballot{}, err
	}
	escalate, err := a.escalated(r)
	if err != nil {
		return Ballot{}, err
	}
	seats, err := PlanSeats(policy.Seats, Sitting{
		Programme: a.programme, RFC: r, Involved: involved, Delegations: absences, Escalate: escalate,
	})
	if err != nil {
		return Ballot{}, err
	}
	for i := range seats {
		seats[i].StepUp = policy.StepUp
	}
	b := Ballot{
		RFC: r.Number, Purpose: purpose, Digest: dossier.Digest(), Dossier: &dossier, Before: before, Seats: seats,
		Raiser: r.RaisedBy, Involved: involved, Quorum: policy.Quorum, OpenedBy: a.by.ID, OpenedAt: a.now,
		MinimumUntil: a.now.Add(policy.MinimumOpen), Deadline: deadline, Override: policy.Override, State: BallotOpen,
	}
	for _, before := range policy.RemindBefore {
		if at := b.Deadline.Add(-before); at.After(a.now) {
			b.Reminders = append(b.Reminders, at)
		}
	}
	slices.SortFunc(b.Reminders, time.Time.Compare)
	if err := a.AddBallot(&b, b.NextDue(a.now)); err != nil {
		return b, fmt.Errorf("add a ballot on %s: %w", r.Name(), err)
	}
	return b, a.record(BallotOpened, b.Subject(), r.Number, map[string]any{
		"rfc": r.Number, "purpose": purpose, "digest": b.Digest, "seats": b.Seats, "deadline": b.Deadline, "minimum": b.MinimumUntil,
		"involved": b.Involved, "quorum": b.Quorum, "may-override": b.Override,
	})
}

// policy returns the rules of a ballot as they were when the RFC was raised:
// a newer programme file never changes what is under way (M20). Who sits is
// today's registry.
func (a *act) policy(r RFC, purpose Purpose) (BallotPolicy, error) {
	p := a.programme
	if r.Programme != p.Version {
		var err error
		if p, err = a.ProgrammeAt(r.Programme); err != nil {
			return BallotPolicy{}, fmt.Errorf("load version %d of the programme: %w", r.Programme, err)
		}
	}
	return p.Voting(r.Content.Type, purpose), nil
}

// deadline returns when a vote ends: as asked, else with the policy's time, or
// when the deployment window begins if that is sooner and leaves the minimum
// time. No vote outlasts the window it is about; a closure is of a deployment that
// is over.
func (a *act) deadline(r RFC, purpose Purpose, policy BallotPolicy, asked time.Time) (time.Time, error) {
	const what = "The vote was not opened."
	w, least := r.Content.Window, a.now.Add(policy.MinimumOpen)
	if purpose == Closure { // the window is behind it
		w = Window{From: a.now, To: a.now.Add(MaxDeadline), Zone: w.Zone}
	}
	atLeast := fmt.Sprintf("a vote on a %s release stays open for at least %s.", r.Content.Type, Lasting(policy.MinimumOpen))
	switch {
	case !w.To.After(a.now) || w.To.Before(least):
		why := "The deployment window ends before the vote could: " + atLeast
		refusal := refuse(CodeInvalid, what, why, "Give the RFC a later window.")
		refusal.Fields = []FieldProblem{{Field: FieldTo, Why: why}}
		return asked, refusal
	case asked.IsZero():
		deadline := a.now.Add(policy.Deadline)
		if deadline.After(w.From) && w.From.After(least) {
			deadline = w.From
		}
		return latest(least, earliest(deadline, w.To)), nil
	case asked.After(w.To):
		return asked, refuse(CodeInvalid, what, "Its deadline lies after the deployment window: "+w.String()+".", "Choose an earlier deadline.")
	case !asked.After(a.now):
		return asked, refuse(CodeInvalid, what, "Its deadline lies in the past.", "Choose a later deadline.")
	case asked.Before(least):
		return asked, refuse(CodeInvalid, what, "Its deadline is too soon: "+atLeast, "Choose a later deadline.")
	}
	return asked, nil
}

func earliest(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// AskAgain opens the approval vote of an RFC once more after one without a
// decision. A rejected RFC must change first.
func (d *Desk) AskAgain(ctx context.Context, in Intent, number int, deadline time.Time) (Ballot, error) {
	var opened Ballot
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.editable(number)
		if err != nil {
			return err
		}
		if r.State != Undecided {
			return refuse(CodeState, "No vote was opened on "+r.Name()+".", "It is "+r.State.String()+".", nextAfter(r.State))
		}
		r.State = Raised
		if err := a.save(&r, r.Revision); err != nil {
			return err
		}
		if opened, err = a.openVote(r, Approval, deadline); err != nil {
			return err
		}
		e := a.event(NoticeRaised, r, &opened)
		e.Again = true
		return a.announce(fmt.Sprintf("ballot/%d/opened", opened.ID), e)
	})
	return opened, err
}

func nextAfter(s RFCState) string {
	switch s {
	case Raised, InGoNoGo:
		return "A vote is open: cast yours, or wait for its end."
	case Rejected:
		return "Change it with `/rfc edit` so that it can be decided on again."
	case Approved, NoGo:
		return "`/gonogo open` starts the deployment Go/No-Go."
	case Draft:
		return "Raise the draft first."
	case Undecided:
		return "Ask again, from the RFC's card."
	case Go:
		return "It may be deployed inside its window."
	case InPreparation:
		return "Its release is not prepared yet: `/release why` lists what is unmet."
	case RolledBack:
		return "Give it a new window with `/rfc edit`; the board then decides again."
	case Withdrawn, Deployed, Closed:
	}
	return "Raise a new RFC with `/rfc raise`."
}

// OpenGoNoGo opens the deployment Go/No-Go of an approved RFC (R57, R63, R115).
// Without a deadline it ends with the policy's time, or when the window begins
// if that is sooner.
func (d *Desk) OpenGoNoGo(ctx context.Context, in Intent, number int, deadline time.Time) (Ballot, error) {
	var opened Ballot
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.rfc(number)
		if err != nil {
			return err
		}
		if err := a.mayOpenGoNoGo(r); err != nil {
			return err
		}
		r.State = InGoNoGo
		if err := a.save(&r, r.Revision); err != nil {
			return err
		}
		if opened, err = a.openVote(r, Deployment, deadline); err != nil {
			return err
		}
		return a.announce(fmt.Sprintf("ballot/%d/opened", opened.ID), a.event(NoticeOpened, r, &opened))
	})
	return opened, err
}

func (a *act) mayOpenGoNoGo(r RFC) error {
	what := "The Go/No-Go on " + r.Name() + " was not opened."
	ownParty := slices.Contains(a.by.Parties(), r.Provider(a.programme))
	runsProgramme := slices.Contains(a.programme.ColumnsOf(a.by), ColumnRM)
	if !a.programme.MayAct(a.by, DeploymentGNG) || (!ownParty && !runsProgramme) {
		return refuse(CodeForbidden, what, "The programme's release manager opens it, or the provider of the system.",
			"Ask one of them.")
	}
	if r.State != Approved && r.State != NoGo {
		return refuse(CodeState, what, "It is "+r.State.String()+".", nextAfter(r.State))
	}
	if err := a.mayAskForGo(r); err != nil {
		return err
	}
	if !a.now.Before(r.Content.Window.To) {
		return refuse(CodeState, what, "Its deployment window is over.", "Give it a new window with `/rfc edit`; the board then decides again.")
	}
	return nil
}
