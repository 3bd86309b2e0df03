package release

import "time"

// RFCStep is a state that an RFC had from an instant on, without its content: what
// trends are drawn from.
type RFCStep struct {
	Number int
	State  RFCState
	At     time.Time
}

// Ruling is a vote that was closed, without its votes.
type Ruling struct {
	Purpose Purpose
	Outcome Outcome
	At      time.Time
}

// Obligation is something that somebody owed: a work-off action or a debt.
type Obligation struct {
	From  time.Time
	Due   time.Time
	Until time.Time // zero while it is owed
}

// Overdue tells whether it was owed past its day at an instant.
func (d Obligation) Overdue(at time.Time) bool {
	return !d.From.After(at) && !d.Due.After(at) && (d.Until.IsZero() || d.Until.After(at))
}

// History is what happened in a bounded time, in the order in which it happened,
// with the state in which that time began.
type History struct {
	// Steps are those of every RFC that was open in that time, since it was raised.
	Steps       []RFCStep
	Rulings     []Ruling
	Obligations []Obligation
}

// Delivery is a release that was deployed, with the note it was handed over with.
type Delivery struct {
	Release Release
	At      time.Time // its sign-off
	Note    ReleaseNote
}
