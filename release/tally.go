package release

import "slices"

// Outcome is what a ballot decided.
type Outcome string

// The outcomes of a ballot.
const (
	OutcomeGo   Outcome = "go"
	OutcomeNoGo Outcome = "no-go"
	// OutcomeNone is no decision: a mandatory seat stayed silent, or nobody but
	// the requester said Go. Silence is never consent (T25).
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

// Tally is the count of a ballot: the seats by what they said last, the outcome
// and the rule behind it.
type Tally struct {
	Go          []Seat // with conditions or without
	NoGo        []Seat
	Abstain     []Seat
	Silent      []Seat
	Conditional bool // a Go with conditions stands
	Outcome     Outcome
	Why         string
}

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

// Decide counts. It is a pure function of seats and votes, published with every
// decision, and it is monotonic (M2): one more Go never turns a Go into
// something else, one more No-Go never helps (T20). In order:
//
//  1. a No-Go that stands, of any seat, is a No-Go;
//  2. a mandatory seat that is silent leaves no decision;
//  3. without a Go of a mandatory seat it is a tie, and a tie is a No-Go (T5);
//  4. if only the requester said Go there is no decision (T25); a Go that a
//     colleague gave for the same seat stands when the requester repeats it;
//  5. else it is a Go.
func Decide(seats []Seat, votes []Vote, raiser PersonID) Tally {
	last := map[string]Vote{}
	backed := map[string]bool{} // somebody else than the requester said the Go that stands
	for _, v := range votes {
		last[v.Seat] = v
		backed[v.Seat] = v.Choice.ForGo() && (backed[v.Seat] || v.Person != raiser)
	}
	var t Tally
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

// judge applies the rules to what was counted; backed are the seats whose Go
// is not the requester's alone.
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
	case !slices.ContainsFunc(t.Go, others):
		return OutcomeNone, "Only the requester said Go, and nobody approves their own change alone."
	}
	return OutcomeGo, "Every mandatory seat was heard, at least one said Go and no No-Go stands."
}
