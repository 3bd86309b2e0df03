package release

import (
	"strings"
	"time"
)

// Condition is what a seat asked for when it said Go with conditions (T24). It
// is owned by the requester and met by evidence, never by a bare tick (T28).
type Condition struct {
	ID       int64
	RFC      int
	Ballot   int64
	Seat     string
	Words    string
	By       PersonID // who asked for it
	Owner    PersonID
	At       time.Time
	MetAt    time.Time // zero while it is open
	MetBy    PersonID
	Evidence string
}

// Met tells whether evidence was given.
func (c Condition) Met() bool { return !c.MetAt.IsZero() }

// meet returns the condition met, or why it cannot be.
func (c Condition) meet(by Person, p *Programme, evidence string, now time.Time) (Condition, error) {
	const what = "The condition stays open."
	evidence = strings.TrimSpace(evidence)
	if c.Met() {
		return c, refuse(CodeState, what, "It was shown met before, by "+p.NameOf(c.MetBy)+".", "Nothing is left to do.")
	}
	if by.ID != c.Owner && !p.MayAct(by, RFCApproval) {
		return c, refuse(CodeForbidden, what, "It is owned by "+p.NameOf(c.Owner)+".",
			"Ask them, or a release manager of the programme, to show it met.")
	}
	if why := checkText(evidence, MaxText, "Say what shows that the condition is met: a link, a report, a ticket."); why != "" {
		r := refuse(CodeInvalid, what, why, "Add the evidence and send it again.")
		r.Fields = []FieldProblem{{Field: FieldEvidence, Why: why}}
		return c, r
	}
	c.MetAt, c.MetBy, c.Evidence = now, by.ID, evidence
	return c, nil
}

// FieldEvidence is the name of the evidence's field.
const FieldEvidence = "evidence"

// conditionsOf returns the conditions a closed ballot leaves behind.
func conditionsOf(b Ballot) []Condition {
	var conditions []Condition
	for _, s := range b.Seats {
		if v, ok := b.Standing(s.Key); ok && v.Choice == VoteConditional {
			conditions = append(conditions, Condition{
				RFC: b.RFC, Ballot: b.ID, Seat: s.Key, Words: v.Words, By: v.Person, Owner: b.Raiser, At: b.ClosedAt,
			})
		}
	}
	return conditions
}
