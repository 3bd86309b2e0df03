package release

import (
	"encoding/json"
	"fmt"
	"slices"
)

// StepUp says for what in a vote an open session of Slack is not proof enough of
// who decides (M17). Whatever needs it is decided behind a code by mail, which is
// good for that one decision of that one person.
type StepUp string

// What a policy may ask a proof for.
const (
	StepUpNone     StepUp = ""
	StepUpOverride StepUp = "override" // the chair's override of a No-Go
	StepUpVotes    StepUp = "votes"    // every vote, and the override
)

// StepUps lists what a policy may ask a proof for.
func StepUps() []StepUp { return []StepUp{StepUpOverride, StepUpVotes} }

// CodeProof says that somebody may act, but must first prove who they are (M17).
const CodeProof Code = "proof-needed"

// StepUp returns for what the ballot asks a proof. It was frozen with the seats.
func (b *Ballot) StepUp() StepUp {
	seat, _ := find(b.Seats, func(s Seat) bool { return s.StepUp != StepUpNone })
	return seat.StepUp
}

// Needs tells whether a decision needs a proof of who makes it.
func (s StepUp) Needs(x Decision) bool {
	return s == StepUpVotes || (s == StepUpOverride && x.Override)
}

// Proved tells whether whoever decides by this road showed by a second factor that
// it is them.
func (r VoteRoad) Proved() bool { return slices.Contains([]VoteRoad{VotedByLink, VotedWithCode}, r) }

// Decision is what somebody decides in a ballot: what their seat says or, as its
// chair, that a No-Go is overridden. A code that was mailed for one is good for no
// other.
type Decision struct {
	Choice   Choice `json:"choice,omitempty"`
	Words    string `json:"words,omitempty"` // a vote's, or the reason of the override
	Override bool   `json:"override,omitempty"`
}

// String returns the decision as people say it.
func (x Decision) String() string {
	if x.Override {
		return "Override of the No-Go"
	}
	return x.Choice.String()
}

// Decision returns what a code's pass was asked for.
func (x Pass) Decision() (Decision, error) {
	var d Decision
	if x.Purpose != PassVote || x.Next == "" {
		return d, refuse(CodeStale, "Nothing was decided.", "This code was asked for no decision.", x.another())
	}
	if err := json.Unmarshal([]byte(x.Next), &d); err != nil {
		return d, fmt.Errorf("read what pass %d was asked for: %w", x.ID, err)
	}
	return d, nil
}

// passFor returns the pass that proves a decision.
func passFor(id PersonID, ballot int64, x Decision) (Pass, error) {
	text, err := json.Marshal(x)
	if err != nil {
		return Pass{}, fmt.Errorf("write what a code is asked for: %w", err)
	}
	return Pass{Person: id, Purpose: PassVote, Ballot: ballot, Next: string(text)}, nil
}

// unproved refuses a decision that needs a proof where none was given.
func (b *Ballot) unproved(x Decision, road VoteRoad) error {
	if road.Proved() || !b.StepUp().Needs(x) {
		return nil
	}
	what := "Your vote was not counted yet."
	if x.Override {
		what = "The vote stays open."
	}
	return refuse(CodeProof, what, "This decision takes a code that is mailed to you: an open session of Slack alone does not show that it is you.",
		"Have a code sent and type it, or vote on the page behind the link of your mail.")
}
