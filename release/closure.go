package release

import "time"

// Closing is what is told of a release that was closed (R40): how it ended, what
// remains to be done, and until when it is looked after.
type Closing struct {
	RolledBack bool      // it was rolled back and is not tried again
	Deployed   time.Time // zero for what was rolled back
	Record     string    // what shows the deployment: its report's digest, or a link
	// Actions are the work-off actions that remain, by the day they are due.
	Actions []Action
	Lessons int
	// Support is its early life support, which goes on after the closure; nil where
	// none was begun.
	Support *Support
	Issues  int // of early life support, open now
}

// closingMove returns the move that closes a release from a stage: after its
// review, or after a rollback when it is not tried again (R40).
func closingMove(from Stage) (Move, bool) {
	return find(Lifecycle(), func(m Move) bool { return m.From == from && m.To == ClosedStage })
}

// rolledBack tells whether its last deployment was rolled back and nothing was
// begun anew.
func (s Standing) rolledBack() bool { return s.Release.Stage.InFlight() && s.RFC.State == RolledBack }

// closing returns the move that may close the release now. It is false where
// neither a deployment was reviewed nor one was rolled back.
func (s Standing) closing() (Move, bool) {
	m, ok := closingMove(s.Release.Stage)
	return m, ok && (s.Release.Stage == Reviewing || s.rolledBack())
}

// Closable tells whether a vote on the closure may be asked for now: the release
// is under review, or was rolled back.
func (s Standing) Closable() bool {
	_, ok := s.closing()
	return ok
}

// closureVote returns the open vote on the closure, if there is one.
func (s Standing) closureVote() (Ballot, bool) {
	return find(s.Ballots, func(b Ballot) bool { return b.State == BallotOpen && b.Purpose == Closure })
}

// beforeClosure are the checks of a closing move that must be met before its vote
// is opened, lest the seats decide on what is not there yet.
func (m Move) beforeClosure() []Check {
	var checks []Check
	for _, c := range m.Gate {
		if c != PointClosure {
			checks = append(checks, c)
		}
	}
	return checks
}

// outdated tells whether an open vote is about something else than what stands now,
// or about a closure that is no longer to be decided.
func (s Standing) outdated(open Ballot) bool {
	return open.Digest != s.Dossier().For(open.Purpose).Digest() || (open.Purpose == Closure && !s.Closable())
}

// Voting returns the rules of a ballot. Where the policy says nothing of the vote
// on a closure, the RACI table's people decide: the release managers of the
// programme, the first of them in the chair, and the provider's (R123, R125).
func (p *Programme) Voting(t ReleaseType, purpose Purpose) BallotPolicy {
	rules := p.Policy.For(t, purpose)
	rules.StepUp = p.Policy.Types[t].StepUp
	if purpose != Closure || len(rules.Seats) > 0 {
		return rules
	}
	rules = BallotPolicy{
		StepUp: rules.StepUp, MinimumOpen: 30 * time.Minute, Deadline: 48 * time.Hour, RemindBefore: []time.Duration{24 * time.Hour, 4 * time.Hour},
	}
	for _, party := range p.PartiesOf(ProgrammeParty) {
		if len(p.Holders(ReleaseManager, party.ID)) > 0 {
			rules.Seats = append(rules.Seats, SeatRule{
				Function: ReleaseManager, Of: SeatParty(party.ID), Mandatory: true, Chair: len(rules.Seats) == 0,
			})
		}
	}
	rules.Seats = append(rules.Seats, SeatRule{Function: ReleaseManager, Of: OfProvider, Mandatory: true})
	return rules
}
