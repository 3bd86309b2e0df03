package release

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Cast takes a vote. Voters share the ballot and never wait for each other;
// whoever closes it excludes them (T23).
func (d *Desk) Cast(ctx context.Context, in Intent, ballot int64, choice Choice, words string) (Vote, error) {
	var cast Vote
	err := d.act(ctx, in, func(a *act) error {
		var err error
		cast, err = a.cast(ballot, VotedInSlack, Decision{Choice: choice, Words: words})
		return err
	})
	return cast, err
}

// cast keeps the vote of whoever acts, by whichever road it came: all count alike
// (M18). Where the policy asks for a proof, a road without one is refused (M17).
func (a *act) cast(ballot int64, road VoteRoad, x Decision) (Vote, error) {
	b, err := a.Ballot(ballot, SharedLock)
	if errors.Is(err, ErrNotFound) {
		return Vote{}, refuse(CodeNotFound, "Your vote was not counted.", "There is no such vote.", "Open the RFC's card again.")
	}
	if err != nil {
		return Vote{}, fmt.Errorf("load ballot %d: %w", ballot, err)
	}
	v, err := b.Cast(a.by.ID, x.Choice, x.Words, a.now)
	if err != nil {
		return v, err
	}
	if err := b.unproved(x, road); err != nil {
		return v, err
	}
	v.Road = road
	if err := a.AddVote(&v); err != nil {
		return v, fmt.Errorf("add a vote to ballot %d: %w", ballot, err)
	}
	return v, a.record(VoteCast, b.Subject(), b.RFC, map[string]any{
		"seat": v.Seat, "choice": v.Choice, "words": v.Words, "digest": b.Digest, "road": v.Road,
	})
}

// Close ends a ballot by the chair's hand, once the minimum time is over and
// every mandatory seat was heard. With an override reason the chair turns a
// No-Go into a Go, where the policy of the type allows it (DESIGN rule 5).
func (d *Desk) Close(ctx context.Context, in Intent, ballot int64, override string) (Ballot, error) {
	var closed Ballot
	err := d.act(ctx, in, func(a *act) error {
		var err error
		closed, err = a.close(ballot, VotedInSlack, strings.TrimSpace(override))
		return err
	})
	return closed, err
}

// close ends a ballot as its chair. Where the policy asks for a proof of an
// override, a road without one is refused (M17).
func (a *act) close(ballot int64, road VoteRoad, override string) (Ballot, error) {
	r, b, err := a.ballot(ballot)
	if err != nil {
		return b, err
	}
	if err := a.mayClose(b, override); err != nil {
		return b, err
	}
	if err := b.unproved(Decision{Words: override, Override: true}, road); override != "" && err != nil {
		return b, err
	}
	return a.conclude(r, b, override, road)
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
	case tally.HeardSeats() < tally.Quorum:
		return refuse(CodeState, what, fmt.Sprintf("%d of %d seats were heard, and its policy asks for %d.", tally.HeardSeats(), len(b.Seats), tally.Quorum),
			"Ask the silent seats to vote, or wait for the deadline at "+Instant(b.Deadline, loc)+".")
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
	case b.IsInvolved(a.by.ID):
		return refuse(CodeForbidden, what, "Nobody overrides a No-Go on their own change.", "Ask the escalation point.")
	}
	if why := checkText(override, MaxText, "An override needs its reason in writing."); why != "" {
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
func (a *act) conclude(r RFC, b Ballot, override string, road VoteRoad) (Ballot, error) {
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
	r.State = stateAfter(r.State, b.Purpose, b.Outcome)
	if err := a.save(&r, r.Revision); err != nil {
		return b, err
	}
	told := map[string]any{"outcome": b.Outcome, "why": why, "digest": b.Digest, "override": override, "rfc-state": r.State}
	if override != "" {
		told["road"] = road
	}
	err := a.record(BallotDecided, b.Subject(), b.RFC, told)
	if err != nil {
		return b, err
	}
	if b.Purpose == Closure {
		return b, a.afterClosure(r, b)
	}
	if err := a.afterDecision(r, b); err != nil {
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
	if b.Purpose != Approval {
		kind = NoticeOutcome
	}
	key := fmt.Sprintf("ballot/%d/closed", b.ID)
	e := a.event(kind, r, &b)
	if err := a.announce(key, e); err != nil {
		return err
	}
	return a.tell(key, e, b.Raiser)
}

// stateAfter returns where a decision takes an RFC. The programme gate lets a
// release in; it leaves the RFC where it is (T1), as does a vote on the closure:
// its Go moves the release, and that closes the RFC.
func stateAfter(now RFCState, purpose Purpose, outcome Outcome) RFCState {
	if purpose == ProgrammeGate || purpose == Closure {
		return now
	}
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
		if err := a.promise(inThread(key, e)); err != nil {
			return err
		}
		return a.tell(key, e, met.By)
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
