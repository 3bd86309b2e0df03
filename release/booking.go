package release

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// BookingKind says what an environment is booked for.
type BookingKind string

// The kinds of booking (R27, R112, T19).
const (
	// BookPhase is a test phase; an exclusive one shares the environment with no other.
	BookPhase BookingKind = "phase"
	// BookFreeze lets nothing be deployed.
	BookFreeze BookingKind = "freeze"
	// BookMaintenance is announced work on the environment, deployments among it.
	BookMaintenance BookingKind = "maintenance"
)

// BookingKinds lists the kinds in the order in which they are offered.
func BookingKinds() []BookingKind { return []BookingKind{BookPhase, BookFreeze, BookMaintenance} }

// Booking is a part of an environment's usage schedule (R112). It is never
// changed but cancelled.
type Booking struct {
	ID          int64
	Environment EnvironmentID
	Kind        BookingKind
	Phase       string // the test phase, for BookPhase
	Window      Window
	Why         string
	By          PersonID
	At          time.Time

	CancelledAt  time.Time // zero while it stands
	CancelledBy  PersonID
	CancelledWhy string
}

// Subject returns the ledger's name for the booking, "booking/7".
func (b Booking) Subject() string { return fmt.Sprintf("booking/%d", b.ID) }

// Stands tells whether the booking was not cancelled.
func (b Booking) Stands() bool { return b.CancelledAt.IsZero() }

// StoodAt tells whether the booking was made and not yet cancelled at an instant.
func (b Booking) StoodAt(at time.Time) bool {
	return !b.At.After(at) && (b.Stands() || b.CancelledAt.After(at))
}

// Title returns what the booking is as people read it: "SIT Migration", "Freeze".
func (b Booking) Title() string {
	switch b.Kind {
	case BookPhase:
		return b.Phase
	case BookFreeze:
		return "Freeze"
	case BookMaintenance:
		return "Maintenance"
	}
	return string(b.Kind)
}

// Exclusive tells whether a booking is of a phase that needs its environment
// for itself (R27).
func (p *Programme) Exclusive(b Booking) bool {
	return b.Kind == BookPhase && slices.ContainsFunc(p.Phases, func(x Phase) bool { return x.Name == b.Phase && x.Exclusive })
}

// Clashes returns those bookings that cannot stand beside a new one, by their
// start: of two phases that overlap in one environment neither may be exclusive
// (R27). Windows are half-open, so back to back is no clash (T19).
func (p *Programme) Clashes(b Booking, others []Booking) []Booking {
	var clashes []Booking
	for _, o := range others {
		phases := b.Kind == BookPhase && o.Kind == BookPhase && b.Phase != o.Phase
		if phases && o.Stands() && o.ID != b.ID && o.Environment == b.Environment && o.Window.Overlaps(b.Window) &&
			(p.Exclusive(b) || p.Exclusive(o)) {
			clashes = append(clashes, o)
		}
	}
	slices.SortFunc(clashes, func(x, y Booking) int { return cmp.Or(x.Window.From.Compare(y.Window.From), cmp.Compare(x.ID, y.ID)) })
	return clashes
}

// NextFree returns the first start, not before the wanted one, from which a
// booking of the same length would clash with none of the others.
func (p *Programme) NextFree(b Booking, others []Booking) time.Time {
	lasts := b.Window.To.Sub(b.Window.From)
	for {
		clashes := p.Clashes(b, others)
		if len(clashes) == 0 {
			return b.Window.From
		}
		for _, c := range clashes {
			b.Window.From = latest(b.Window.From, c.Window.To)
		}
		b.Window.To = b.Window.From.Add(lasts)
	}
}

// The names of a booking's fields beside those of an RFC's content.
const (
	FieldEnvironment   = "environment"
	FieldPhase         = "phase"
	FieldConfiguration = "configuration"
	FieldRemark        = "remark"
)

// MaxBooking is the longest time an environment may be booked for at once.
const MaxBooking = 366 * 24 * time.Hour

// check returns every mistake of a booking at once.
func (b Booking) check(p *Programme, now time.Time) []FieldProblem {
	var problems []FieldProblem
	say := func(field, why string) {
		if why != "" {
			problems = append(problems, FieldProblem{Field: field, Why: why})
		}
	}
	if e, ok := p.Environment(b.Environment); !ok || e.Retired {
		say(FieldEnvironment, "Choose one of the programme's environments.")
	}
	if !slices.Contains(BookingKinds(), b.Kind) {
		say(FieldKind, "Choose a test phase, a freeze or maintenance.")
	}
	say(FieldPhase, b.checkPhase(p))
	say(FieldTo, b.checkWindow(now))
	say(FieldReason, checkText(b.Why, MaxText, "Say what it is booked for."))
	return problems
}

func (b Booking) checkPhase(p *Programme) string {
	if b.Kind != BookPhase {
		return ""
	}
	phase, ok := find(p.Phases, func(x Phase) bool { return x.Name == b.Phase })
	switch {
	case !ok:
		return "Choose the test phase that needs the environment."
	case phase.Environment != b.Environment:
		e, _ := p.Environment(phase.Environment)
		return phase.Name + " runs in " + e.Name + "; choose that environment, or another phase."
	}
	return ""
}

func (b Booking) checkWindow(now time.Time) string {
	w := b.Window
	switch {
	case w.From.IsZero() || w.To.IsZero():
		return "Say from when and until when."
	case !w.From.Before(w.To):
		return "It must end after it begins."
	case !w.To.After(now):
		return "This time is already over; choose one that is still to come."
	case w.To.Sub(w.From) > MaxBooking:
		return "An environment is booked for a year at most; book the rest later."
	case w.To.After(now.Add(MaxAhead)):
		return "This is more than five years away; choose an earlier time."
	case !isZone(w.Zone):
		return "Name the time zone, for example Europe/London."
	}
	return ""
}
