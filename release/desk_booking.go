package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Book books an environment for a test phase, a freeze or maintenance (R27,
// R112). Phases that need it for themselves are refused beside others, with who
// has it and when it is free. A freeze tells every RFC whose window it covers.
func (d *Desk) Book(ctx context.Context, in Intent, b Booking) (Booking, error) {
	var made Booking
	err := d.act(ctx, in, func(a *act) error {
		const what = "The environment was not booked."
		if err := a.mayBook(what, b.Kind); err != nil {
			return err
		}
		b = Booking{
			Environment: b.Environment, Kind: b.Kind, Phase: b.Phase, Window: b.Window, Why: strings.TrimSpace(b.Why), By: a.by.ID, At: a.now,
		}
		b.Window.From, b.Window.To = b.Window.From.UTC().Truncate(time.Microsecond), b.Window.To.UTC().Truncate(time.Microsecond)
		if b.Kind != BookPhase {
			b.Phase = ""
		}
		if problems := b.check(a.programme, a.now); len(problems) > 0 {
			return unfit(what, problems)
		}
		e, err := a.environment(what, b.Environment)
		if err != nil {
			return err
		}
		others, err := a.FindBookings(BookingFilter{Environment: b.Environment, From: b.Window.From})
		if err != nil {
			return fmt.Errorf("load the bookings of %s: %w", e.ID, err)
		}
		if clashes := a.programme.Clashes(b, others); len(clashes) > 0 {
			return a.taken(e, b, clashes[0], a.programme.NextFree(b, others))
		}
		if err := a.AddBooking(&b); err != nil {
			return fmt.Errorf("book %s: %w", e.ID, err)
		}
		made = b
		if err := a.record(EnvironmentBooked, b.Subject(), 0, bookingEntry(b)); err != nil {
			return err
		}
		return a.tellFrozen("made", b)
	})
	return made, err
}

func bookingEntry(b Booking) map[string]any {
	return map[string]any{"environment": b.Environment, "kind": b.Kind, "phase": b.Phase, "window": b.Window, "why": b.Why}
}

func (a *act) mayBook(what string, kind BookingKind) error {
	if a.programme.MayBook(a.by, kind) {
		return nil
	}
	why := "Environments are booked by the programme's environment managers; freezes by its release managers as well."
	return refuse(CodeForbidden, what, why, "Ask "+a.names(a.programme.environmentManagers())+".")
}

// taken says who has an environment, and when it is free for as long.
func (a *act) taken(e Environment, b, clash Booking, free time.Time) error {
	who := clash.Phase + " has " + e.Name + " to itself"
	if !a.programme.Exclusive(clash) {
		who = b.Phase + " needs " + e.Name + " for itself, and " + clash.Phase + " has it"
	}
	why := fmt.Sprintf("%s, %s (booking %d, by %s).", who, clash.Window, clash.ID, a.programme.NameOf(clash.By))
	loc, err := time.LoadLocation(b.Window.Zone)
	if err != nil {
		loc = a.programme.Location()
	}
	r := refuse(CodeState, "The environment was not booked.", why,
		"It is free for as long from "+Instant(free, loc)+"; or ask "+a.programme.NameOf(clash.By)+" to cancel.")
	r.Fields = []FieldProblem{{Field: FieldFrom, Why: why + " " + r.Next}}
	return r
}

// CancelBooking ends a booking with its reason. Whoever may make one may cancel
// it; a lifted freeze tells those it had told.
func (d *Desk) CancelBooking(ctx context.Context, in Intent, id int64, why string) (Booking, error) {
	var cancelled Booking
	err := d.act(ctx, in, func(a *act) error {
		const what = "The booking was not cancelled."
		b, err := a.Booking(id, ExclusiveLock)
		if errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, what, fmt.Sprintf("There is no booking %d.", id), "`/env show ENVIRONMENT` shows the bookings and their numbers.")
		}
		if err != nil {
			return fmt.Errorf("load booking %d: %w", id, err)
		}
		if err := a.mayCancel(what, b); err != nil {
			return err
		}
		why = strings.TrimSpace(why)
		if problem := checkText(why, MaxText, "Say why it is cancelled."); problem != "" {
			r := misfit(what, FieldReason, problem)
			r.Next = fmt.Sprintf("`/env cancel %d the tests are done`", id)
			return r
		}
		b.CancelledAt, b.CancelledBy, b.CancelledWhy = a.now, a.by.ID, why
		if err := a.SaveBooking(b); err != nil {
			return fmt.Errorf("cancel booking %d: %w", id, err)
		}
		cancelled = b
		if err := a.record(BookingCancelled, b.Subject(), 0, map[string]any{"why": why}); err != nil {
			return err
		}
		return a.tellFrozen("lifted", b)
	})
	return cancelled, err
}

func (a *act) mayCancel(what string, b Booking) error {
	if !b.Stands() {
		return refuse(CodeState, what, fmt.Sprintf("It was cancelled before, by %s: %s", a.programme.NameOf(b.CancelledBy), fullStop(b.CancelledWhy)), "Nothing is left to do.")
	}
	if err := a.mayBook(what, b.Kind); err != nil {
		return err
	}
	if !b.Window.To.After(a.now) {
		return refuse(CodeState, what, "It ended "+Instant(b.Window.To, a.programme.Location())+".", "Nothing is left to do.")
	}
	return nil
}

// tellFrozen tells every RFC whose window a freeze covers, in its thread, and its
// requester directly (T19).
func (a *act) tellFrozen(happened string, b Booking) error {
	if b.Kind != BookFreeze {
		return nil
	}
	states := slices.DeleteFunc(RFCStates(), func(s RFCState) bool { return !s.Open() || s == Draft })
	all, err := a.FindRFCs(RFCFilter{States: states})
	if err != nil {
		return fmt.Errorf("find the RFCs that booking %d freezes: %w", b.ID, err)
	}
	for _, r := range all {
		if !slices.Contains(r.Content.Environments, b.Environment) || !r.Content.Window.Overlaps(b.Window) || !r.Content.Window.To.After(a.now) {
			continue
		}
		e := a.event(NoticeFreeze, r, nil)
		e.Booking = &b
		key := fmt.Sprintf("booking/%d/%s/rfc/%d", b.ID, happened, r.Number)
		if err := a.promise(inThread(key, e)); err != nil {
			return err
		}
		if err := a.tell(key, e, r.RaisedBy); err != nil {
			return err
		}
	}
	return nil
}
