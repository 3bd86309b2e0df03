package release

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ActionOrigin says what a work-off action came out of.
type ActionOrigin string

// The origins of work-off actions.
const (
	FromReview     ActionOrigin = "review"     // the post-implementation review (R38)
	FromDeployment ActionOrigin = "deployment" // the deployment's log (R53)
	FromClosure    ActionOrigin = "closure"    // a condition of the closure's Go (R40)
	FromSupport    ActionOrigin = "support"    // an issue of early life support
)

// ActionOrigins lists the origins in the order in which they are offered.
func ActionOrigins() []ActionOrigin {
	return []ActionOrigin{FromReview, FromDeployment, FromClosure, FromSupport}
}

// String returns the origin as people write it.
func (o ActionOrigin) String() string {
	switch o {
	case FromReview:
		return "the review"
	case FromDeployment:
		return "the deployment"
	case FromClosure:
		return "the closure"
	case FromSupport:
		return "early life support"
	}
	return string(o)
}

// MaxActionAhead is how far ahead the day of a work-off action may lie.
const MaxActionAhead = 365 * 24 * time.Hour

// The names of the fields of an action, as a FieldProblem carries them.
const (
	FieldAction       = "action"
	FieldActionOwner  = "action-owner"
	FieldActionDue    = "action-due"
	FieldActionOrigin = "action-origin"
)

// Action is a work-off action: something that a release leaves to be done after
// its deployment, with an owner and a day (R40). It holds up no closure; it is
// chased until it is done.
type Action struct {
	ID      int64
	Release int
	What    string
	Owner   PersonID
	Due     time.Time // UTC
	From    ActionOrigin
	Issue   int64 // the issue of early life support it came from; 0 for none
	By      PersonID
	At      time.Time

	EndedAt  time.Time // zero while it is open
	EndedBy  PersonID
	Evidence string // a link or words that show it done
	// Cancelled says why it is not to be done any more; empty for what was done.
	Cancelled string
}

// Open tells whether the action is still to be done.
func (x Action) Open() bool { return x.EndedAt.IsZero() }

// Overdue tells whether it should have been done by now.
func (x Action) Overdue(now time.Time) bool { return x.Open() && !now.Before(x.Due) }

// Subject returns the ledger's name for the action, "action/4".
func (x Action) Subject() string { return "action/" + strconv.FormatInt(x.ID, 10) }

// Name returns the action as people speak of it: "action 4".
func (x Action) Name() string { return "action " + strconv.FormatInt(x.ID, 10) }

// mark is what a closure remembers of an action: what it is, whose and until when.
func (x Action) mark() string {
	return fmt.Sprintf("%s: %s (%s, by %s)", x.Name(), x.What, x.Owner, x.Due.UTC().Format(time.DateTime))
}

// check returns every mistake of an action that is handed in.
func (x Action) check(p *Programme, now time.Time) []FieldProblem {
	var problems []FieldProblem
	say := func(field, why string) {
		if why != "" {
			problems = append(problems, FieldProblem{Field: field, Why: why})
		}
	}
	say(FieldAction, checkText(x.What, MaxText, "Say what is to be done."))
	if owner, ok := p.Person(x.Owner); !ok || owner.Retired {
		say(FieldActionOwner, "Name an active person of the programme who does it.")
	}
	switch {
	case !x.Due.After(now):
		say(FieldActionDue, "Name a day in the future by which it is done.")
	case x.Due.After(now.Add(MaxActionAhead)):
		say(FieldActionDue, "It is due within a year.")
	}
	if !slices.Contains(ActionOrigins(), x.From) {
		say(FieldActionOrigin, "Say what it came out of: "+origins()+".")
	}
	return problems
}

func origins() string {
	words := make([]string, 0, len(ActionOrigins()))
	for _, o := range ActionOrigins() {
		words = append(words, o.String())
	}
	return strings.Join(words, ", ")
}

// ActionFilter selects work-off actions; the zero value selects all.
type ActionFilter struct {
	Open    bool
	Release int
	Owner   PersonID
	Issue   int64
}

// Actions keeps work-off actions for ever, done and cancelled ones too.
type Actions interface {
	Action(id int64, lock Lock) (Action, error)
	// FindActions returns actions by the instant they are due.
	FindActions(f ActionFilter) ([]Action, error)
	// AddAction keeps a new action and sets its id.
	AddAction(x *Action) error
	// SaveAction keeps a changed action.
	SaveAction(x Action) error
}
