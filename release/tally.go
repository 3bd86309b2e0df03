package release

import (
	"fmt"
	"slices"
)

// Outcome is what a ballot decided.
type Outcome string

// The outcomes of a ballot.
const (
	OutcomeGo   Outcome = "go"
	OutcomeNoGo Outcome = "no-go"
	// OutcomeNone is no decision: a mandatory seat stayed silent, the quorum was
	// missed, or nobody but the involved said Go. Silence is never consent (T25).
	OutcomeNone Outcome = "no-decision"
)

// String returns the outcome as people write it.
func (o Outcome) String() string {
	switch o {
	case OutcomeGo:
		return "Go"
	case OutcomeNoGo:
		return "No-Go"
	case OutcomeNone:
		return "No decision"
	}
	return string(o)
}

// Rules are what a ballot is counted by besides its seats and votes.
type Rules struct {
	// Quorum is the per cent of the seats that must be heard; 0 asks for the
	// mandatory seats alone (T21).
	Quorum int
	// Involved raised, built or deploy the change (T25).
	Involved []PersonID
}

// Tally is the count of a ballot: the seats by what they said last, the outcome
// and the rule behind it.
type Tally struct {
	Go          []Seat // with conditions or without
	NoGo        []Seat
	Abstain     []Seat
	Silent      []Seat
	Conditional bool // a Go with conditions stands
	Quorum      int  // how many seats must be heard
	Outcome     Outcome
	Why         string
}

// HeardSeats returns how many seats have spoken; an abstention is heard.
func (t Tally) HeardSeats() int { return len(t.Go) + len(t.NoGo) + len(t.Abstain) }

// MissingMandatory returns the mandatory seats that have not spoken.
func (t Tally) MissingMandatory() []Seat {
	var missing []Seat
	for _, s := range t.Silent {
		if s.Mandatory {
			missing = append(missing, s)
		}
	}
	return missing
}

// Decide counts. It is a pure function of seats, votes and rules, published with
// every decision, and it is monotonic (M2): one more Go never turns a Go into
// something else, one more No-Go never helps (T20). In order:
//
//  1. a No-Go that stands, of any seat, is a No-Go;
//  2. a mandatory seat that is silent leaves no decision;
//  3. without a Go of a mandatory seat it is a tie, and a tie is a No-Go (T5);
//  4. fewer seats heard than the quorum leave no decision; an abstention is heard
//     (T20, T21). The tie comes first, lest one more Go completes a quorum and
//     makes things worse;
//  5. if only the involved said Go for the mandatory seats there is no decision
//     (T25); a Go that a colleague gave for the same seat stands when somebody
//     involved repeats it;
//  6. else it is a Go.
func Decide(seats []Seat, votes []Vote, rules Rules) Tally {
	last := map[string]Vote{}
	backed := map[string]bool{} // somebody who is not involved said the Go that stands
	for _, v := range votes {
		seat, _ := find(seats, func(s Seat) bool { return s.Key == v.Seat })
		last[v.Seat] = v
		backed[v.Seat] = v.Choice.ForGo() && (backed[v.Seat] || !seat.by(v.Person, rules.Involved))
	}
	t := Tally{Quorum: needed(len(seats), rules.Quorum)}
	for _, s := range seats {
		v, spoke := last[s.Key]
		switch {
		case !spoke:
			t.Silent = append(t.Silent, s)
		case v.Choice.ForGo():
			t.Go = append(t.Go, s)
			t.Conditional = t.Conditional || v.Choice == VoteConditional
		case v.Choice == VoteNoGo:
			t.NoGo = append(t.NoGo, s)
		default:
			t.Abstain = append(t.Abstain, s)
		}
	}
	t.Outcome, t.Why = t.judge(backed)
	return t
}

// needed returns how many of the seats a quorum in per cent asks for, rounded
// up: half of five is three (T21).
func needed(seats, percent int) int {
	return (seats*min(max(percent, 0), 100) + 99) / 100
}

// judge applies the rules to what was counted; backed are the seats whose Go
// is not of the involved alone.
func (t Tally) judge(backed map[string]bool) (outcome Outcome, why string) {
	mandatory := func(s Seat) bool { return s.Mandatory }
	others := func(s Seat) bool { return s.Mandatory && backed[s.Key] }
	switch {
	case len(t.NoGo) > 0:
		return OutcomeNoGo, "A No-Go stands."
	case len(t.MissingMandatory()) > 0:
		return OutcomeNone, "A mandatory seat has not spoken, and silence is never consent."
	case !slices.ContainsFunc(t.Go, mandatory):
		return OutcomeNoGo, "No mandatory seat said Go, and a tie is a No-Go."
	case t.HeardSeats() < t.Quorum:
		return OutcomeNone, fmt.Sprintf("%d of %d seats were heard, and the quorum is %d.", t.HeardSeats(), t.HeardSeats()+len(t.Silent), t.Quorum)
	case !slices.ContainsFunc(t.Go, others):
		return OutcomeNone, "Only people with a part in the change said Go, and nobody approves their own change alone."
	}
	return OutcomeGo, "Every mandatory seat was heard, at least one said Go and no No-Go stands."
}
