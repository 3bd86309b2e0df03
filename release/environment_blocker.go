package release

import (
	"fmt"
	"slices"
	"time"
)

// Landing is a version of a system on its way into environments, each with its
// window, in the order of deployment (R28).
type Landing struct {
	System  SystemID
	Version Version
	Targets []Target
}

// Ground is what is known of the environments a version is to land in.
type Ground struct {
	Bookings []Booking      // those over the windows
	Arrived  []Installation // every fact of this version
	Statuses []StatusReport // the newest of each system
}

// EnvironmentBlockers returns what keeps a version out of its environments: a
// freeze over what is left of the window, whoever approved it before (T19);
// another phase that has the environment to itself (R27), unless maintenance was
// booked for the window; a step of the promotion path that was left out (R28);
// and, once the window has begun, a system that is down.
func EnvironmentBlockers(p *Programme, l Landing, g Ground, now time.Time) []Blocker {
	var blockers []Blocker
	for i, t := range l.Targets {
		e, ok := p.Environment(t.Environment)
		if !ok {
			continue
		}
		for _, b := range append(bookingBlockers(p, e, t.Window, g.Bookings, now), l.promotionBlockers(p, e, l.Targets[:i], g.Arrived)...) {
			b.Role, b.People, b.By = EnvironmentManager, p.environmentManagers(), t.Window.From
			blockers = append(blockers, b)
		}
		if b, down := l.statusBlocker(p, e, t.Window, g.Statuses, now); down {
			blockers = append(blockers, b)
		}
	}
	return blockers
}

// bookingBlockers judges a window by its start and by now: what is left of it
// must be free (T19).
func bookingBlockers(p *Programme, e Environment, w Window, bookings []Booking, now time.Time) []Blocker {
	left := w
	left.From = latest(w.From, now)
	if w.IsZero() || !left.From.Before(left.To) {
		return nil
	}
	over := slices.DeleteFunc(slices.Clone(bookings), func(b Booking) bool {
		return !b.Stands() || b.Environment != e.ID || !b.Window.Overlaps(left)
	})
	maintained := slices.ContainsFunc(over, func(b Booking) bool {
		return b.Kind == BookMaintenance && !b.Window.From.After(left.From) && !b.Window.To.Before(left.To)
	})
	var blockers []Blocker
	for _, b := range over {
		switch {
		case b.Kind == BookFreeze:
			blockers = append(blockers, Blocker{
				Key:  fmt.Sprintf("freeze/%d", b.ID),
				What: fmt.Sprintf("%s is frozen, %s (booking %d, %s): %s", e.Name, b.Window, b.ID, p.NameOf(b.By), fullStop(b.Why)),
				Act:  fmt.Sprintf("/env cancel %d", b.ID), Label: "Lift the freeze",
			})
		case p.Exclusive(b) && !maintained:
			blockers = append(blockers, Blocker{
				Key: fmt.Sprintf("phase/%d", b.ID),
				What: fmt.Sprintf("%s has %s to itself, %s (booking %d), and no maintenance is booked for the window.",
					b.Phase, e.Name, b.Window, b.ID),
				Act: "/env book " + string(e.ID), Label: "Book maintenance",
			})
		}
	}
	return blockers
}

// promotionBlockers wants the version to have been in every environment that
// comes before and is not optional, or to go there first with the same landing.
func (l Landing) promotionBlockers(p *Programme, e Environment, earlier []Target, arrived []Installation) []Blocker {
	var blockers []Blocker
	s, _ := p.System(l.System)
	for _, before := range e.After {
		b, ok := p.Environment(before.Environment)
		if !ok || b.Retired || before.Optional ||
			slices.ContainsFunc(earlier, func(t Target) bool { return t.Environment == b.ID }) ||
			slices.ContainsFunc(arrived, func(x Installation) bool {
				return x.Environment == b.ID && x.System == l.System && x.Version == l.Version
			}) {
			continue
		}
		blockers = append(blockers, Blocker{
			Key:  "promotion/" + string(b.ID) + "/" + string(e.ID),
			What: fmt.Sprintf("%s %s was never in %s, which comes before %s.", s.Name, l.Version, b.Name, e.Name),
			Act:  fmt.Sprintf("/env record %s %s %s", b.ID, l.System, l.Version), Label: "Record it",
		})
	}
	return blockers
}

// statusBlocker refuses to deploy onto a system that is down; whoever mends it
// by the deployment says so first.
func (l Landing) statusBlocker(p *Programme, e Environment, w Window, reports []StatusReport, now time.Time) (Blocker, bool) {
	r := StatusOf(reports, e.ID, l.System)
	if r.Status != SystemDown || w.IsZero() || now.Before(w.From) {
		return Blocker{}, false
	}
	s, _ := p.System(l.System)
	b := Blocker{
		Key: "status/" + string(e.ID) + "/" + string(l.System),
		What: fmt.Sprintf("%s is down in %s since %s: %s If the deployment mends it, set it in a window first.",
			s.Name, e.Name, Instant(r.At, p.Location()), fullStop(r.Reason)),
		Role: EnvironmentManager, People: p.environmentManagers(), By: w.To,
		Act: fmt.Sprintf("/env status %s %s window", e.ID, l.System), Label: "Set it in a window",
	}
	return b, true
}

// environmentBlockers loads what EnvironmentBlockers asks for.
func environmentBlockers(tx Tx, p *Programme, l Landing, now time.Time) ([]Blocker, error) {
	var g Ground
	var err error
	if !l.Version.IsZero() {
		if g.Arrived, err = tx.Installations(FactFilter{System: l.System, Version: l.Version}); err != nil {
			return nil, fmt.Errorf("load where %s %s was: %w", l.System, l.Version, err)
		}
	}
	for _, t := range l.Targets {
		bookings, err := tx.FindBookings(BookingFilter{Environment: t.Environment, From: latest(now, t.Window.From), To: t.Window.To})
		if err != nil {
			return nil, fmt.Errorf("load the bookings of %s: %w", t.Environment, err)
		}
		statuses, err := tx.StatusesAt(t.Environment, now)
		if err != nil {
			return nil, fmt.Errorf("load the statuses in %s: %w", t.Environment, err)
		}
		g.Bookings, g.Statuses = append(g.Bookings, bookings...), append(g.Statuses, statuses...)
	}
	doubts, err := issuesAgainst(tx, p, l)
	return append(EnvironmentBlockers(p, l, g, now), doubts...), err
}
