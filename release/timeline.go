package release

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// SlotKind says what takes its time in the master calendar (R138).
type SlotKind string

// The kinds of slot.
const (
	SlotRoadmap     SlotKind = "roadmap"     // a planned release of the roadmap, a day (R30)
	SlotPhase       SlotKind = "phase"       // a test phase that booked an environment (R102)
	SlotFreeze      SlotKind = "freeze"      // nothing is deployed (T19)
	SlotMaintenance SlotKind = "maintenance" // announced work
	SlotDeployment  SlotKind = "deployment"  // the window of an RFC
	SlotRelease     SlotKind = "release"     // the planned window of a release without an RFC
	SlotOperation   SlotKind = "operation"   // a backup, a data load, a refresh, … that needs no RFC (R45, R99)
	SlotMeeting     SlotKind = "meeting"     // one that the programme's rules call (R58, R65)
)

// SlotKinds lists the kinds in the order in which they are shown.
func SlotKinds() []SlotKind {
	return []SlotKind{SlotRoadmap, SlotPhase, SlotFreeze, SlotMaintenance, SlotDeployment, SlotRelease, SlotOperation, SlotMeeting}
}

// String returns the kind as people read it.
func (k SlotKind) String() string {
	switch k {
	case SlotRoadmap:
		return "planned release"
	case SlotPhase:
		return "test phase"
	case SlotDeployment:
		return "deployment"
	case SlotRelease:
		return "release being prepared"
	case SlotFreeze, SlotMaintenance, SlotOperation, SlotMeeting:
	}
	return string(k)
}

// Slot is something that takes its time in some environments.
type Slot struct {
	Kind         SlotKind
	Subject      string // "rfc/12", "booking/7", "release/7", "operation/3", "roadmap/R9"
	Title        string
	Detail       string // who wants it or why, and how far it is
	Environments []EnvironmentID
	Systems      []SystemID
	Window       Window
	Disruption   Disruption // what it does to whoever tests
	// Live says that it may still hinder others, or be hindered: it was not called
	// off and is not done.
	Live bool

	booking Booking // what it is made of, for a booking
	quiet   bool
}

// changes tells whether the slot changes what is in its environments.
func (s Slot) changes() bool {
	return s.Live && !s.quiet && (s.Kind == SlotDeployment || s.Kind == SlotRelease || s.Kind == SlotOperation)
}

// Timeline is the master release calendar of a period (R102, R138).
type Timeline struct {
	Programme *Programme
	From, To  time.Time
	Slots     []Slot // by their start
	Conflicts []Conflict
}

// Conflict is two slots that cannot both be (R139).
type Conflict struct {
	Environment EnvironmentID
	When        Window
	First       Slot // what would have to move
	Second      Slot
	Why         string
}

// TimelineFacts are what a timeline is folded from, in whatever order.
type TimelineFacts struct {
	Bookings   []Booking
	RFCs       []RFC
	Releases   []Release
	Operations []Operation
}

// FoldTimeline puts a period's plans into their order and finds which of them
// cannot both be: by the rules that refuse them where they would be carried out.
func FoldTimeline(p *Programme, f TimelineFacts, from, to, now time.Time) Timeline {
	t := Timeline{Programme: p, From: from, To: to}
	for _, x := range p.Roadmap {
		t.keep(p.roadmapSlot(x))
	}
	for _, b := range f.Bookings {
		t.keep(bookingSlot(p, b, now))
	}
	for _, m := range p.Meets(Window{From: from.Add(-MeetingLasts), To: to}) {
		if p.IsCalled(m.Kind) {
			t.keep(meetingSlot(p, m))
		}
	}
	for _, r := range f.RFCs {
		t.keep(rfcSlot(p, r, now))
	}
	for _, r := range f.Releases {
		if r.RFC != 0 {
			continue // its RFC has the window
		}
		for _, target := range r.Content.Targets {
			t.keep(releaseSlot(p, r, target, now))
		}
	}
	for _, o := range f.Operations {
		if o.RFC == 0 {
			t.keep(operationSlot(p, o, now))
		}
	}
	slices.SortStableFunc(t.Slots, func(a, b Slot) int {
		return cmp.Or(a.Window.From.Compare(b.Window.From), cmp.Compare(slices.Index(SlotKinds(), a.Kind), slices.Index(SlotKinds(), b.Kind)),
			cmp.Compare(a.Subject, b.Subject))
	})
	t.Conflicts = conflicts(p, t.Slots, f.Bookings, now)
	return t
}

// keep keeps a slot that lies in the period, if it is one.
func (t *Timeline) keep(s Slot) {
	if s.Subject != "" && s.Window.From.Before(t.To) && t.From.Before(s.Window.To) {
		t.Slots = append(t.Slots, s)
	}
}

func (p *Programme) roadmapSlot(x PlannedRelease) Slot {
	day, err := time.ParseInLocation(time.DateOnly, x.Date, p.Location())
	if err != nil {
		return Slot{}
	}
	return Slot{
		Kind: SlotRoadmap, Subject: "roadmap/" + x.ID, Title: x.ID + " (" + string(x.Type) + ")", Detail: x.Rationale,
		Window: Window{From: day.UTC(), To: day.AddDate(0, 0, 1).UTC(), Zone: p.Zone},
	}
}

// meetingSlot is a meeting that is called. A board that meets on most days is no news on
// any of them: the page says so once.
func meetingSlot(p *Programme, m Meet) Slot {
	return Slot{
		Kind: SlotMeeting, Subject: m.Subject(p), Title: m.Kind.String(), Detail: "Everybody who belongs into it is called the working day before, with its agenda.",
		Window: m.Window(p),
	}
}

func bookingSlot(p *Programme, b Booking, now time.Time) Slot {
	if !b.Stands() {
		return Slot{}
	}
	kinds := map[BookingKind]SlotKind{BookPhase: SlotPhase, BookFreeze: SlotFreeze, BookMaintenance: SlotMaintenance}
	s := Slot{
		Kind: kinds[b.Kind], Subject: b.Subject(), Title: b.Title(), Detail: b.Why + " (" + p.NameOf(b.By) + ")",
		Environments: []EnvironmentID{b.Environment}, Window: b.Window, Live: b.Window.To.After(now), booking: b,
	}
	if p.Exclusive(b) {
		s.Detail = "Needs the environment for itself. " + s.Detail
	}
	return s
}

func rfcSlot(p *Programme, r RFC, now time.Time) Slot {
	if r.State == Draft || r.State == Withdrawn || r.State == Rejected || r.Content.Window.IsZero() {
		return Slot{}
	}
	s, _ := p.System(r.Content.System)
	return Slot{
		Kind: SlotDeployment, Subject: r.Subject(), Title: r.Name() + " " + r.Content.Title, Detail: s.Name + ": " + r.State.String(),
		Environments: r.Content.Environments, Systems: []SystemID{r.Content.System}, Window: r.Content.Window, Disruption: r.Content.Disruption,
		Live: r.State != Deployed && r.State.Open() && r.Content.Window.To.After(now),
	}
}

func releaseSlot(p *Programme, r Release, target Target, now time.Time) Slot {
	if target.Window.IsZero() || r.Stage.Ended() {
		return Slot{}
	}
	return Slot{
		Kind: SlotRelease, Subject: r.Subject(), Title: r.Name() + " " + r.Title(p), Detail: r.Stage.String() + ": " + r.Content.Purpose,
		Environments: []EnvironmentID{target.Environment}, Systems: []SystemID{r.Content.System}, Window: target.Window,
		Live: r.Stage.InFlight() && target.Window.To.After(now),
	}
}

func operationSlot(p *Programme, o Operation, now time.Time) Slot {
	if o.State == OperationCancelled {
		return Slot{}
	}
	return Slot{
		Kind: SlotOperation, Subject: o.Subject(), Title: o.Content.Title(p), Detail: string(o.State) + ", " + p.NameOf(o.Content.Contact) + " is asked about it",
		Environments: []EnvironmentID{o.Content.Environment}, Systems: o.Content.Systems, Window: o.Content.Window, Disruption: o.Content.Disruption,
		Live: !o.Over() && (o.State == OperationRunning || o.Content.Window.To.After(now)), quiet: o.Content.quiet(),
	}
}

// conflicts returns what cannot be together, by its start.
func conflicts(p *Programme, slots []Slot, bookings []Booking, now time.Time) []Conflict {
	var found []Conflict
	for i, s := range slots {
		if !s.Live {
			continue
		}
		for _, id := range s.Environments {
			if e, ok := p.Environment(id); ok && s.changes() {
				found = append(found, s.against(p, e, slots, bookings, now)...)
			}
		}
		for _, o := range slots[i+1:] {
			found = append(found, s.beside(p, o, now)...)
		}
	}
	slices.SortStableFunc(found, func(a, b Conflict) int {
		return cmp.Or(a.When.From.Compare(b.When.From), cmp.Compare(a.Environment, b.Environment))
	})
	return found
}

// against returns the bookings that stop a slot in an environment: freezes, and
// phases that have it to themselves (T19, R27).
func (s Slot) against(p *Programme, e Environment, slots []Slot, bookings []Booking, now time.Time) []Conflict {
	var found []Conflict
	for _, b := range bookingBlockers(p, e, s.Window, bookings, now) {
		other, ok := find(slots, func(o Slot) bool {
			return o.booking.ID != 0 && (b.Key == fmt.Sprintf("freeze/%d", o.booking.ID) || b.Key == fmt.Sprintf("phase/%d", o.booking.ID))
		})
		if ok {
			found = append(found, Conflict{Environment: e.ID, When: s.Window.and(other.Window), First: s, Second: other, Why: b.What})
		}
	}
	return found
}

// beside returns where two slots cannot be together: two phases of which one needs
// the environment for itself, two that change the same system, and whatever is
// done while the other takes the environment down (R27, R139).
func (s Slot) beside(p *Programme, o Slot, now time.Time) []Conflict {
	left := s.Window.and(o.Window)
	if !o.Live || !left.To.After(now) || !left.From.Before(left.To) {
		return nil
	}
	var found []Conflict
	for _, id := range s.Environments {
		e, ok := p.Environment(id)
		if !ok || !slices.Contains(o.Environments, id) {
			continue
		}
		if why := s.quarrel(p, e, o); why != "" {
			found = append(found, Conflict{Environment: id, When: left, First: o, Second: s, Why: why})
		}
	}
	return found
}

// quarrel says why two slots of one time cannot both be in an environment.
func (s Slot) quarrel(p *Programme, e Environment, o Slot) string {
	switch {
	case len(p.Clashes(s.booking, []Booking{o.booking})) > 0:
		return fmt.Sprintf("%s and %s are in %s at the same time, and one of them needs it for itself.", s.Title, o.Title, e.Name)
	case s.Subject == o.Subject || !s.changes() || !o.changes():
		return ""
	}
	for _, id := range s.Systems {
		if slices.Contains(o.Systems, id) {
			x, _ := p.System(id)
			return fmt.Sprintf("Both change %s in %s at the same time; they go one after the other.", x.Name, e.Name)
		}
	}
	for _, x := range []Slot{s, o} {
		if x.Disruption == ServerDown || x.Disruption == DatabaseFrozen {
			return fmt.Sprintf("%s means “%s” in %s while the other needs it.", x.Title, x.Disruption, e.Name)
		}
	}
	return ""
}

// and returns the time that two windows share, in the zone of the first.
func (w Window) and(o Window) Window {
	w.From = latest(w.From, o.From)
	if o.To.Before(w.To) {
		w.To = o.To
	}
	return w
}
