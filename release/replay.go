package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// Difference is a past decision that another policy would have decided
// otherwise, or would not have let anybody decide.
type Difference struct {
	Ballot Ballot
	RFC    RFC
	Would  Outcome // by the other policy
	Why    string
}

// Replay decides closed ballots once more under another policy, as of the people
// of its programme, and returns what would have come out otherwise, in the order
// in which it was decided (M20). It is pure: nothing is opened, closed or kept.
//
//   - Seats are those of the other policy, functions of parties; a vote counts for
//     the seat of its key, and where that is gone for the one its voter would have.
//   - A person who voted sits in the seat they voted for, since they did; a
//     mandatory seat for which nobody voted is not heard, and so there is no
//     decision.
//   - An override counts only where the other policy lets the chair override.
//   - Who was involved, and in whose place a delegate sat, stays as it was.
//
// Ballots that are open or void, and those whose RFC is not given, are left out.
func Replay(ballots []Ballot, rfcs []RFC, p *Programme) []Difference {
	var differences []Difference
	closed := slices.DeleteFunc(slices.Clone(ballots), func(b Ballot) bool { return b.State != BallotClosed })
	slices.SortStableFunc(closed, func(x, y Ballot) int { return x.ClosedAt.Compare(y.ClosedAt) })
	for _, b := range closed {
		r, ok := find(rfcs, func(r RFC) bool { return r.Number == b.RFC })
		if !ok {
			continue
		}
		would, why := b.redecide(r, p)
		if would != b.Outcome {
			differences = append(differences, Difference{Ballot: b, RFC: r, Would: would, Why: why})
		}
	}
	return differences
}

// redecide returns the outcome of a closed ballot under another policy.
func (b *Ballot) redecide(r RFC, p *Programme) (Outcome, string) {
	policy := p.Voting(b.typeOf(r), b.Purpose)
	seats, votes := b.reseat(policy.Seats, r, p)
	if !slices.ContainsFunc(seats, func(s Seat) bool { return s.Mandatory }) {
		return OutcomeNone, "The policy has no such vote, or no mandatory seat in it, and nothing is opened without one."
	}
	tally := Decide(seats, votes, Rules{Quorum: policy.Quorum, Involved: b.involved()})
	silent := tally.MissingMandatory()
	switch {
	case b.OverrideReason != "" && policy.Override && tally.Outcome == OutcomeNoGo:
		return OutcomeGo, "The chair overrode a No-Go."
	case b.OverrideReason != "" && !policy.Override && tally.Outcome == OutcomeNoGo:
		return OutcomeNoGo, "The chair may not override a No-Go any more, and one stands."
	case tally.Outcome == OutcomeNone && len(silent) > 0:
		return OutcomeNone, "Mandatory seats that nobody spoke for: " + labels(silent, p) + "."
	}
	return tally.Outcome, tally.Why
}

// typeOf returns the release type a ballot was held for: that of what it decided
// on, since an RFC may be classified otherwise later.
func (b *Ballot) typeOf(r RFC) ReleaseType {
	if b.Dossier != nil && b.Dossier.RFC.Type != "" {
		return b.Dossier.RFC.Type
	}
	return r.Content.Type
}

// reseat returns the seats of other rules with those who sat or voted in the
// ballot, and the votes as they count for these. Who would have sat on an
// optional seat that the ballot did not have nobody knows; it counts when
// somebody voted who may fill it.
func (b *Ballot) reseat(rules []SeatRule, r RFC, p *Programme) ([]Seat, []Vote) {
	var seats []Seat
	for _, x := range (Sitting{Programme: p, RFC: r}).places(rules) {
		seat := x.Seat
		seat.Holders = idsOf(x.stands)
		if old, ok := b.seat(seat.Key); ok {
			seat.Holders, seat.For, seat.Escalated = old.Holders, old.For, old.Escalated
			seat.Mandatory = seat.Mandatory || old.addedTo(p)
		}
		seats = append(seats, seat)
	}
	for _, old := range b.Seats {
		planned := slices.ContainsFunc(seats, func(s Seat) bool { return s.Key == old.Key })
		if !planned && len(seats) > 0 && old.addedTo(p) {
			seats = append(seats, old)
		}
	}
	var votes []Vote
	heard := map[string]bool{}
	for _, v := range b.Votes {
		if key, ok := seatFor(v, seats, b.Votes); ok {
			v.Seat, heard[key] = key, true
			votes = append(votes, v)
		}
	}
	return slices.DeleteFunc(seats, func(s Seat) bool {
		_, sat := b.seat(s.Key)
		return !s.Mandatory && !sat && !heard[s.Key]
	}), votes
}

// seat returns a seat of the ballot by its key.
func (b *Ballot) seat(key string) (Seat, bool) {
	return find(b.Seats, func(s Seat) bool { return s.Key == key })
}

// addedTo tells whether a seat was given to the escalation point in its own
// function because everybody else was involved (T25), and not because it stood
// empty. It stays, as who was involved does.
func (s Seat) addedTo(p *Programme) bool {
	return s.Escalated && slices.ContainsFunc(s.Holders, func(id PersonID) bool {
		if absent, ok := s.For[id]; ok {
			id = absent
		}
		x, ok := p.Person(id)
		return ok && x.Holds(s.Function, s.Party)
	})
}

// seatFor returns the seat for which a vote counts: the one it was cast for,
// else one that its voter may fill and nobody voted for.
func seatFor(v Vote, seats []Seat, votes []Vote) (string, bool) {
	if slices.ContainsFunc(seats, func(s Seat) bool { return s.Key == v.Seat }) {
		return v.Seat, true
	}
	seat, ok := find(seats, func(s Seat) bool {
		taken := slices.ContainsFunc(votes, func(o Vote) bool { return o.Seat == s.Key })
		return !taken && slices.Contains(s.Holders, v.Person)
	})
	return seat.Key, ok
}

// ReplayDecisions returns which closed ballots of the database another programme
// would have decided otherwise, and how many there are (M20). It keeps nothing.
func (d *Desk) ReplayDecisions(ctx context.Context, next Programme) (differences []Difference, decided int, err error) {
	err = d.store.Within(ctx, func(tx Tx) error {
		current, err := currentProgramme(tx)
		if err != nil {
			return err
		}
		merged, _ := current.Succeed(next) // with those who left, since they voted
		rfcs, err := tx.FindRFCs(RFCFilter{})
		if err != nil {
			return fmt.Errorf("load the RFCs: %w", err)
		}
		var closed []Ballot
		for _, r := range rfcs {
			all, err := tx.BallotsOf(r.Number)
			if err != nil && !errors.Is(err, ErrNotFound) {
				return fmt.Errorf("load the ballots of %s: %w", r.Name(), err)
			}
			closed = append(closed, slices.DeleteFunc(all, func(b Ballot) bool { return b.State != BallotClosed })...)
		}
		decided = len(closed)
		differences = Replay(closed, rfcs, &merged)
		return nil
	})
	return differences, decided, err
}
