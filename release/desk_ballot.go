package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// openVote opens a ballot on an RFC under the policy of its type, with its
// seats and its electorate frozen (T22). The zero deadline is the policy's.
func (a *act) openVote(r RFC, purpose Purpose, deadline time.Time) (Ballot, error) {
	policy := a.programme.Policy.For(r.Content.Type, purpose)
	seats, err := PlanSeats(policy.Seats, a.programme, r)
	if err != nil {
		return Ballot{}, err
	}
	b := Ballot{
		RFC: r.Number, Purpose: purpose, Digest: r.Content.Digest(), Seats: seats, Raiser: r.RaisedBy, OpenedBy: a.by.ID,
		OpenedAt: a.now, MinimumUntil: a.now.Add(policy.MinimumOpen), Deadline: deadline, Override: policy.Override, State: BallotOpen,
	}
	if b.Deadline.IsZero() {
		b.Deadline = a.now.Add(policy.Deadline)
	}
	if b.Deadline.Before(b.MinimumUntil) {
		return b, refuse(CodeInvalid, "The vote was not opened.",
			fmt.Sprintf("A vote on a %s release stays open for at least %s.", r.Content.Type, Lasting(policy.MinimumOpen)), "Choose a later deadline.")
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
	})
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
	case Withdrawn:
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
		if deadline, err = a.gonogoDeadline(r, deadline); err != nil {
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
	if !a.now.Before(r.Content.Window.To) {
		return refuse(CodeState, what, "Its deployment window is over.", "Give it a new window with `/rfc edit`; the board then decides again.")
	}
	return nil
}

func (a *act) gonogoDeadline(r RFC, deadline time.Time) (time.Time, error) {
	w := r.Content.Window
	if !deadline.IsZero() {
		if deadline.After(w.To) {
			return deadline, refuse(CodeInvalid, "The Go/No-Go on "+r.Name()+" was not opened.",
				"Its deadline lies after the deployment window: "+w.String()+".", "Choose an earlier deadline.")
		}
		return deadline, nil
	}
	policy := a.programme.Policy.For(r.Content.Type, Deployment)
	deadline = a.now.Add(policy.Deadline)
	if deadline.After(w.From) && w.From.After(a.now.Add(policy.MinimumOpen)) {
		deadline = w.From
	}
	if deadline.After(w.To) {
		deadline = w.To
	}
	return deadline, nil
}

// Cast takes a vote. Voters share the ballot and never wait for each other;
// whoever closes it excludes them (T23).
func (d *Desk) Cast(ctx context.Context, in Intent, ballot int64, choice Choice, words string) (Vote, error) {
	var cast Vote
	err := d.act(ctx, in, func(a *act) error {
		b, err := a.Ballot(ballot, SharedLock)
		if errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, "Your vote was not counted.", "There is no such vote.", "Open the RFC's card again.")
		}
		if err != nil {
			return fmt.Errorf("load ballot %d: %w", ballot, err)
		}
		if cast, err = b.Cast(in.By, choice, words, a.now); err != nil {
			return err
		}
		if err := a.AddVote(&cast); err != nil {
			return fmt.Errorf("add a vote to ballot %d: %w", ballot, err)
		}
		return a.record(VoteCast, b.Subject(), b.RFC, map[string]any{
			"seat": cast.Seat, "choice": cast.Choice, "words": cast.Words, "digest": b.Digest,
		})
	})
	return cast, err
}

// Close ends a ballot by the chair's hand, once the minimum time is over and
// every mandatory seat was heard. With an override reason the chair turns a
// No-Go into a Go, where the policy of the type allows it (DESIGN rule 5).
func (d *Desk) Close(ctx context.Context, in Intent, ballot int64, override string) (Ballot, error) {
	var closed Ballot
	err := d.act(ctx, in, func(a *act) error {
		r, b, err := a.ballot(ballot)
		if err != nil {
			return err
		}
		override = strings.TrimSpace(override)
		if err := a.mayClose(b, override); err != nil {
			return err
		}
		closed, err = a.conclude(r, b, override)
		return err
	})
	return closed, err
}

func (a *act) mayClose(b Ballot, override string) error {
	const what = "The vote stays open."
	loc := a.programme.Location()
	tally := b.Tally()
	switch {
	case b.State != BallotOpen:
		return refuse(CodeState, "Nothing was closed.", "The vote ended before.", "Its outcome is on the RFC's card.")
	case !b.IsChair(a.by.ID):
		return refuse(CodeForbidden, what, "Only the chair closes it.", "Ask "+a.chairs(b)+", or wait for the deadline.")
	case a.now.Before(b.MinimumUntil):
		return refuse(CodeState, what, "It stays open until "+Instant(b.MinimumUntil, loc)+" at least, so that everybody can be heard.",
			"Close it then; it closes by itself when every seat has spoken.")
	case len(tally.MissingMandatory()) > 0:
		return refuse(CodeState, what, "Not heard yet: "+labels(tally.MissingMandatory(), a.programme)+".",
			"Ask them to vote, or wait for the deadline at "+Instant(b.Deadline, loc)+".")
	}
	return a.mayOverride(b, tally, override)
}

func (a *act) mayOverride(b Ballot, tally Tally, override string) error {
	const what = "The vote stays open."
	if override == "" {
		return nil
	}
	switch {
	case tally.Outcome != OutcomeNoGo:
		return refuse(CodeState, what, "There is no No-Go to override.", "Close it without an override.")
	case !b.Override:
		return refuse(CodeForbidden, what, "The policy of this release type does not let the chair override a No-Go.",
			"Close it as a No-Go, or settle the objection so that the seat votes again.")
	case a.by.ID == b.Raiser:
		return refuse(CodeForbidden, what, "Nobody overrides a No-Go on their own change.", "Ask the escalation point.")
	}
	if why := checkText(override, MaxText, ""); why != "" {
		return refuse(CodeInvalid, what, why, "Write the reason again.")
	}
	return nil
}

func (a *act) chairs(b Ballot) string {
	for _, s := range b.Seats {
		if s.Chair && len(s.Holders) > 0 {
			return a.programme.NameOf(s.Holders[0])
		}
	}
	return "the chair"
}

func labels(seats []Seat, p *Programme) string {
	words := make([]string, len(seats))
	for i, s := range seats {
		words[i] = s.Label(p)
	}
	return strings.Join(words, "; ")
}

// conclude closes a ballot, moves its RFC, keeps the conditions and tells
// everybody.
func (a *act) conclude(r RFC, b Ballot, override string) (Ballot, error) {
	tally := b.Tally()
	b.State, b.ClosedAt, b.ClosedBy, b.Outcome = BallotClosed, a.now, a.by.ID, tally.Outcome
	why := tally.Why
	if override != "" {
		b.Outcome, b.OverrideReason = OutcomeGo, override
		why = "The chair overrode a No-Go."
	}
	if err := a.SaveBallot(b, time.Time{}); err != nil {
		return b, fmt.Errorf("close ballot %d: %w", b.ID, err)
	}
	r.State = stateAfter(b.Purpose, b.Outcome)
	if err := a.save(&r, r.Revision); err != nil {
		return b, err
	}
	err := a.record(BallotDecided, b.Subject(), b.RFC, map[string]any{
		"outcome": b.Outcome, "why": why, "digest": b.Digest, "override": override, "rfc-state": r.State,
	})
	if err != nil {
		return b, err
	}
	if b.Outcome == OutcomeGo {
		for _, c := range conditionsOf(b) {
			if err := a.AddCondition(&c); err != nil {
				return b, fmt.Errorf("add a condition on %s: %w", r.Name(), err)
			}
		}
	}
	return b, a.tellOutcome(r, b)
}

func (a *act) tellOutcome(r RFC, b Ballot) error {
	kind := NoticeDecided
	if b.Purpose == Deployment {
		kind = NoticeOutcome
	}
	key := fmt.Sprintf("ballot/%d/closed", b.ID)
	e := a.event(kind, r, &b)
	if err := a.announce(key, e); err != nil {
		return err
	}
	return a.promise(direct(key, e, b.Raiser))
}

func stateAfter(purpose Purpose, outcome Outcome) RFCState {
	states := map[Purpose]map[Outcome]RFCState{
		Approval:   {OutcomeGo: Approved, OutcomeNoGo: Rejected, OutcomeNone: Undecided},
		Deployment: {OutcomeGo: Go, OutcomeNoGo: NoGo, OutcomeNone: Approved},
	}
	return states[purpose][outcome]
}

// MeetCondition shows a condition met by evidence.
func (d *Desk) MeetCondition(ctx context.Context, in Intent, id int64, evidence string) (Condition, error) {
	var met Condition
	err := d.act(ctx, in, func(a *act) error {
		c, err := a.Condition(id, ExclusiveLock)
		if errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, "Nothing was changed.", "There is no such condition.", "Open the RFC's card again.")
		}
		if err != nil {
			return fmt.Errorf("load condition %d: %w", id, err)
		}
		if met, err = c.meet(a.by, a.programme, evidence, a.now); err != nil {
			return err
		}
		if err := a.SaveCondition(met); err != nil {
			return fmt.Errorf("save condition %d: %w", id, err)
		}
		r, err := a.rfc(met.RFC)
		if err != nil {
			return err
		}
		if err := a.record(ConditionMet, r.Subject(), r.Number, map[string]any{"condition": id, "evidence": met.Evidence}); err != nil {
			return err
		}
		e := a.event(NoticeCondition, r, nil)
		e.Reason = met.Evidence
		key := fmt.Sprintf("condition/%d/met", id)
		return a.promise(inThread(key, e), direct(key, e, met.By))
	})
	return met, err
}

// Prefer keeps how often a person wants to hear of what they are only told.
func (d *Desk) Prefer(ctx context.Context, in Intent, c Cadence) error {
	return d.act(ctx, in, func(a *act) error {
		if _, err := ParseCadence(string(c)); err != nil {
			return err
		}
		if err := a.SetCadence(in.By, c); err != nil {
			return fmt.Errorf("keep how often %s wants mail: %w", in.By, err)
		}
		return a.record(CadenceChosen, "person/"+string(in.By), 0, map[string]any{"cadence": c})
	})
}
