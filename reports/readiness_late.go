package reports

import (
	"slices"
	"time"

	"gonogo.dev/release"
)

// Lateness says why an RFC is late.
type Lateness string

// What makes an RFC late.
const (
	// WithoutGo is a window that has begun without a Go.
	WithoutGo Lateness = "window begun without a Go"
	// ConditionUnmet is a condition that is not met although the window has begun.
	ConditionUnmet Lateness = "conditions not met"
	// ApprovalOverdue is an approval vote that ended without a decision, or that
	// is over and not closed.
	ApprovalOverdue Lateness = "approval overdue"
)

// LateRFC is an RFC with everything in which it is late.
type LateRFC struct {
	RFC        release.RFC
	Why        []Lateness
	Conditions []release.Condition // those not met
	Since      time.Time           // the earliest instant at which it was late
}

// late returns every late RFC once, the longest late first.
func (f folding) late() []LateRFC {
	var all []LateRFC
	for _, r := range f.RFCs {
		if x := f.lateness(r); len(x.Why) > 0 {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b LateRFC) int { return a.Since.Compare(b.Since) })
	return all
}

func (f folding) lateness(r release.RFC) LateRFC {
	x := LateRFC{RFC: r}
	say := func(why Lateness, since time.Time) {
		if x.Why = append(x.Why, why); x.Since.IsZero() || since.Before(x.Since) {
			x.Since = since
		}
	}
	if !r.State.Open() {
		return x
	}
	begun := !f.At.Before(r.Content.Window.From)
	if r.Late(f.At) {
		say(WithoutGo, r.Content.Window.From)
	}
	if x.Conditions = f.unmet(r.Number); begun && len(x.Conditions) > 0 {
		say(ConditionUnmet, r.Content.Window.From)
	} else {
		x.Conditions = nil
	}
	b, voting := f.open[r.Number]
	switch {
	case r.State == release.Undecided:
		say(ApprovalOverdue, r.UpdatedAt)
	case r.State == release.Raised && voting && !f.At.Before(b.Deadline):
		say(ApprovalOverdue, b.Deadline)
	case r.State == release.Raised && !voting:
		say(ApprovalOverdue, r.UpdatedAt)
	}
	return x
}

func (f folding) unmet(rfc int) []release.Condition {
	var open []release.Condition
	for _, c := range f.Conditions {
		if c.RFC == rfc && !c.Met() {
			open = append(open, c)
		}
	}
	return open
}

// conditions returns the unmet conditions of open RFCs that are not late, those
// of the next window first.
func (f folding) conditions(late []LateRFC) []OpenCondition {
	var all []OpenCondition
	for _, c := range f.Conditions {
		r, ok := f.rfcs[c.RFC]
		told := slices.ContainsFunc(late, func(x LateRFC) bool {
			return slices.ContainsFunc(x.Conditions, func(y release.Condition) bool { return y.ID == c.ID })
		})
		if ok && r.State.Open() && !c.Met() && !told {
			all = append(all, OpenCondition{Condition: c, RFC: r})
		}
	}
	slices.SortStableFunc(all, func(a, b OpenCondition) int { return a.RFC.Content.Window.From.Compare(b.RFC.Content.Window.From) })
	return all
}
