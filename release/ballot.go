package release

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Purpose says what a ballot decides. No two of them are ever one vote (T1).
type Purpose string

// The purposes of a ballot.
const (
	Approval   Purpose = "approval"
	Deployment Purpose = "deployment"
	// ProgrammeGate is the programme's own Go/No-Go, for majors only (R42, T1).
	ProgrammeGate Purpose = "programme"
	// Closure closes a release and its RFC once everything was looked at (R54, R125).
	Closure Purpose = "closure"
)

// Purposes lists the purposes in the order in which a release meets them.
func Purposes() []Purpose { return []Purpose{ProgrammeGate, Approval, Deployment, Closure} }

// String returns the purpose as people write it.
func (p Purpose) String() string {
	switch p {
	case Approval:
		return "RFC approval"
	case ProgrammeGate:
		return "Programme Go/No-Go"
	case Closure:
		return "Closure approval"
	case Deployment:
	}
	return "Deployment Go/No-Go"
}

// Choice is what a seat says.
type Choice string

// The choices of a seat.
const (
	VoteGo          Choice = "go"
	VoteConditional Choice = "go-with-conditions"
	VoteNoGo        Choice = "no-go"
	VoteAbstain     Choice = "abstain"
)

// Choices lists the choices in the order in which they are offered.
func Choices() []Choice { return []Choice{VoteGo, VoteConditional, VoteNoGo, VoteAbstain} }

// ParseChoice reads a choice as people type it: "go", "no go", "nogo",
// "conditions", "abstain".
func ParseChoice(text string) (Choice, error) {
	word := strings.NewReplacer(" ", "-", "_", "-").Replace(strings.ToLower(strings.TrimSpace(text)))
	switch word {
	case "go", "yes", "approve":
		return VoteGo, nil
	case "go-with-conditions", "conditions", "conditional", "go-with-condition":
		return VoteConditional, nil
	case "no-go", "nogo", "no", "reject":
		return VoteNoGo, nil
	case "abstain":
		return VoteAbstain, nil
	}
	return "", refuse(CodeInvalid, "Your vote was not counted.",
		fmt.Sprintf("“%s” is not a vote.", Clip(text, 40)), "Say go, conditions, no-go or abstain.")
}

// String returns the choice as people write it.
func (c Choice) String() string {
	switch c {
	case VoteGo:
		return "Go"
	case VoteConditional:
		return "Go with conditions"
	case VoteNoGo:
		return "No-Go"
	case VoteAbstain:
		return "Abstain"
	}
	return string(c)
}

// ForGo tells whether the choice is a Go, with conditions or without.
func (c Choice) ForGo() bool { return c == VoteGo || c == VoteConditional }

// needsWords tells whether the choice means nothing without words (T24).
func (c Choice) needsWords() bool { return c == VoteNoGo || c == VoteConditional }

// BallotState is where a ballot stands.
type BallotState string

// The states of a ballot.
const (
	BallotOpen   BallotState = "open"
	BallotClosed BallotState = "closed"
	// BallotVoid is a ballot that ended without an outcome because what it was
	// about changed or was withdrawn (M3, T26).
	BallotVoid BallotState = "void"
)

// VoteRoad is how a vote came: every road counts alike, and the last vote of a seat
// stands, whichever it took (M18).
type VoteRoad string

// The roads of a vote.
const (
	VotedInSlack VoteRoad = "slack"
	VotedByLink  VoteRoad = "link" // on a page, behind a signed link and a code by mail (M17)
	// VotedWithCode is in Slack, behind a code by mail (M17).
	VotedWithCode VoteRoad = "slack-code"
)

// Vote is one vote of one seat. Votes are append-only; a seat's last one counts.
type Vote struct {
	ID     int64
	Ballot int64
	Seat   string // the seat's key
	Person PersonID
	Choice Choice
	Words  string // the reason of a No-Go, the conditions of a Go with conditions
	At     time.Time
	// Road is how it came (M18); empty in a ballot's Before and wherever it does not matter.
	Road VoteRoad `json:",omitempty"`
}

// Ballot is one vote of the board on one content. Its seats and its electorate
// are frozen when it opens (T22).
type Ballot struct {
	ID      int64
	RFC     int
	Purpose Purpose
	Digest  string // of the dossier decided on (M3)
	// Dossier is what is decided on, so that a later difference can be shown. It
	// is nil for ballots that were opened before dossiers were kept.
	Dossier *Dossier
	// Before are the votes that stood when what was decided on changed: each seat
	// sees its own and can repeat it (M3).
	Before []Vote
	Seats  []Seat
	Raiser PersonID
	// Involved raised, built or deploy what is decided on: none of them is the
	// only one who approves it (T25).
	Involved []PersonID
	// Quorum is the per cent of the seats that must be heard (T21).
	Quorum   int
	OpenedBy PersonID
	OpenedAt time.Time
	// MinimumUntil is the first instant at which it may close early (T24).
	MinimumUntil time.Time
	Deadline     time.Time
	// Reminders are the instants still to come at which silent seats are reminded.
	Reminders []time.Time
	Override  bool // the chair may override a No-Go
	State     BallotState
	ClosedAt  time.Time
	ClosedBy  PersonID // Clockwork when nobody closed it by hand
	Outcome   Outcome
	// OverrideReason is why the chair turned a No-Go into a Go; shown for ever.
	OverrideReason string
	VoidReason     string
	// Votes are the votes that stand, one for each seat that has spoken, in the
	// order they were cast; those they replaced are in the ledger.
	Votes []Vote
}

// Subject returns the ledger's name for the ballot, "ballot/7".
func (b *Ballot) Subject() string { return fmt.Sprintf("ballot/%d", b.ID) }

// NextDue returns the next instant at which the clockwork must look at an open
// ballot; the zero time when it is not open.
func (b *Ballot) NextDue(now time.Time) time.Time {
	if b.State != BallotOpen {
		return time.Time{}
	}
	due := b.Deadline
	for _, t := range append([]time.Time{b.MinimumUntil}, b.Reminders...) {
		if t.After(now) && t.Before(due) {
			due = t
		}
	}
	return due
}

// SeatOf returns the one seat a person fills in this ballot.
func (b *Ballot) SeatOf(id PersonID) (Seat, bool) {
	return find(b.Seats, func(s Seat) bool { return slices.Contains(s.Holders, id) })
}

// IsChair tells whether a person sits on the chair's seat.
func (b *Ballot) IsChair(id PersonID) bool {
	seat, ok := b.SeatOf(id)
	return ok && seat.Chair
}

// Cast returns the vote of a person, or why it cannot be taken. Votes may
// change until the close (T23); whoever has no seat is refused with who has.
func (b *Ballot) Cast(by PersonID, choice Choice, words string, now time.Time) (Vote, error) {
	const what = "Your vote was not counted."
	if b.State != BallotOpen || !now.Before(b.Deadline) {
		return Vote{}, refuse(CodeState, what, "The vote is closed.", "Its outcome is on the RFC's card.")
	}
	seat, ok := b.SeatOf(by)
	if !ok {
		return Vote{}, refuse(CodeForbidden, what, "You have no seat in this vote: its seats were frozen when it opened.",
			"Ask somebody who sits to speak for your concern; the card names them.")
	}
	if !slices.Contains(Choices(), choice) {
		return Vote{}, refuse(CodeInvalid, what, "That is not a vote.", "Say go, conditions, no-go or abstain.")
	}
	words = strings.TrimSpace(words)
	if why := checkVoteWords(choice, words); why != "" {
		r := refuse(CodeInvalid, what, why, "Vote again with the words added.")
		r.Fields = []FieldProblem{{Field: FieldReason, Why: why}}
		return Vote{}, r
	}
	return Vote{Ballot: b.ID, Seat: seat.Key, Person: by, Choice: choice, Words: words, At: now, Road: VotedInSlack}, nil
}

func checkVoteWords(choice Choice, words string) string {
	if words == "" && !choice.needsWords() {
		return ""
	}
	missing := unshowable
	switch choice {
	case VoteNoGo:
		missing = "A No-Go needs its reason in writing."
	case VoteConditional:
		missing = "Say which conditions must be met before the deployment."
	case VoteGo, VoteAbstain:
	}
	return checkText(words, MaxText, missing)
}

// Standing returns the vote that counts for a seat: the last one cast.
func (b *Ballot) Standing(seat string) (Vote, bool) {
	for _, v := range slices.Backward(b.Votes) {
		if v.Seat == seat {
			return v, true
		}
	}
	return Vote{}, false
}

// Tally returns what the ballot would decide now.
func (b *Ballot) Tally() Tally { return Decide(b.Seats, b.Votes, b.Rules()) }

// Rules returns what the ballot is counted by.
func (b *Ballot) Rules() Rules { return Rules{Quorum: b.Quorum, Involved: b.involved()} }

// involved returns who has a part in the change; a ballot that was opened before
// they were kept knows its raiser.
func (b *Ballot) involved() []PersonID {
	if slices.Contains(b.Involved, b.Raiser) {
		return b.Involved
	}
	return append([]PersonID{b.Raiser}, b.Involved...)
}

// IsInvolved tells whether somebody raised, built or deploys what is decided on
// (T25).
func (b *Ballot) IsInvolved(id PersonID) bool { return slices.Contains(b.involved(), id) }

// Settled tells whether the ballot may close before its deadline: every seat
// has spoken and the minimum time is over. As any seat may still say No-Go,
// less than everybody settles nothing (T24); and where the chair may override a
// No-Go, that is the chair's to close, or the deadline's (DESIGN rule 5).
func (b *Ballot) Settled(now time.Time) bool {
	if b.State != BallotOpen || now.Before(b.MinimumUntil) {
		return false
	}
	tally := b.Tally()
	return len(tally.Silent) == 0 && (tally.Outcome != OutcomeNoGo || !b.mayBeOverridden())
}

// mayBeOverridden tells whether the policy allows an override and somebody
// sits on the chair who is not involved.
func (b *Ballot) mayBeOverridden() bool {
	return b.Override && slices.ContainsFunc(b.Seats, func(s Seat) bool {
		return s.Chair && slices.ContainsFunc(s.Holders, func(id PersonID) bool { return !b.IsInvolved(id) })
	})
}
