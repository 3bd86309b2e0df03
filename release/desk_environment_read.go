package release

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// EnvironmentView is what is known of an environment at an instant (M9).
type EnvironmentView struct {
	Programme   *Programme
	Environment Environment
	At          time.Time
	Installed   []Installation
	Statuses    []StatusReport
	Baseline    *Baseline // nil while none is fixed
	Bookings    []Booking // that run or come, by their start
	Next        []RFC     // the RFCs with a window that is not over, the soonest first
	// Operations are what is planned or runs there now, as far as the reader may see
	// it, and not told of the past; Issues are what is in doubt.
	Operations []OperationView
	Issues     []ConfigurationIssue
}

// Drift returns where the environment differs from its baseline; none without one.
func (v EnvironmentView) Drift() []Drift {
	if v.Baseline == nil {
		return nil
	}
	return v.Baseline.Drift(v.Installed)
}

// Ailing returns the reports of systems that are not simply available.
func (v EnvironmentView) Ailing() []StatusReport {
	return slices.DeleteFunc(slices.Clone(v.Statuses), func(r StatusReport) bool { return r.Status == SystemAvailable })
}

// Running returns the bookings whose window the view's instant is in.
func (v EnvironmentView) Running() []Booking {
	return slices.DeleteFunc(slices.Clone(v.Bookings), func(b Booking) bool { return !b.Window.Contains(v.At) })
}

// EnvironmentAt returns what is known of an environment at an instant for a
// person; the zero time is now. Of the past it says what was so then.
func (d *Desk) EnvironmentAt(ctx context.Context, reader PersonID, id EnvironmentID, at time.Time) (EnvironmentView, error) {
	now := d.instant()
	if at.IsZero() {
		at = now
	}
	views, err := d.environments(ctx, id, at)
	if err != nil {
		return EnvironmentView{}, err
	}
	if len(views) == 0 {
		return EnvironmentView{}, refuse(CodeNotFound, "No environment was shown.", "“"+Clip(string(id), 40)+"” is not one.", "`/env list` shows them.")
	}
	if at.Before(now) {
		return views[0], nil
	}
	all, err := d.List(ctx, reader, RFCFilter{States: comingStates()})
	if err != nil {
		return views[0], err
	}
	v := views[0]
	if err := d.loadNow(ctx, reader, &v); err != nil {
		return v, err
	}
	v.Next = slices.DeleteFunc(all, func(r RFC) bool {
		return !at.Before(r.Content.Window.To) || !slices.Contains(r.Content.Environments, id)
	})
	slices.SortStableFunc(v.Next, func(a, b RFC) int { return a.Content.Window.From.Compare(b.Content.Window.From) })
	return v, nil
}

// EnvironmentsNow returns what is known of every environment now, in the order
// of the programme file, without their RFCs.
func (d *Desk) EnvironmentsNow(ctx context.Context) ([]EnvironmentView, error) {
	return d.environments(ctx, "", d.instant())
}

// environments loads one environment, or all that are not retired, as of an instant.
func (d *Desk) environments(ctx context.Context, id EnvironmentID, at time.Time) ([]EnvironmentView, error) {
	var views []EnvironmentView
	now := d.instant()
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		f := BookingFilter{Environment: id, From: at, Cancelled: true}
		if at.Before(now) {
			f.To = at.Add(MaxBooking) // what came later is not read to be passed by
		}
		all, err := loadEverywhere(tx, id, at, f)
		if err != nil {
			return err
		}
		for _, e := range p.Environments {
			if !e.Retired && (id == "" || e.ID == id) {
				views = append(views, all.view(p, e, at))
			}
		}
		return nil
	})
	if _, refused := AsRefusal(err); err != nil && !refused {
		err = fmt.Errorf("load the environments: %w", err)
	}
	return views, err
}

// everywhere is what is known of several environments at an instant.
type everywhere struct {
	installed []Installation
	statuses  []StatusReport
	baselines []Baseline
	bookings  []Booking
}

func loadEverywhere(tx Tx, id EnvironmentID, at time.Time, f BookingFilter) (everywhere, error) {
	var all everywhere
	var err error
	if all.installed, err = tx.InstalledAt(id, at); err != nil {
		return all, err
	}
	if all.statuses, err = tx.StatusesAt(id, at); err != nil {
		return all, err
	}
	if all.baselines, err = tx.BaselinesAt(id, at); err != nil {
		return all, err
	}
	all.bookings, err = tx.FindBookings(f)
	return all, err
}

// view returns what is known of one of them.
func (all everywhere) view(p *Programme, e Environment, at time.Time) EnvironmentView {
	v := EnvironmentView{Programme: p, Environment: e, At: at}
	v.Installed = inside(all.installed, e.ID, func(x Installation) EnvironmentID { return x.Environment })
	v.Statuses = inside(all.statuses, e.ID, func(x StatusReport) EnvironmentID { return x.Environment })
	v.Bookings = inside(all.bookings, e.ID, func(x Booking) EnvironmentID { return x.Environment })
	v.Bookings = slices.DeleteFunc(v.Bookings, func(b Booking) bool { return !b.StoodAt(at) })
	for _, b := range inside(all.baselines, e.ID, func(x Baseline) EnvironmentID { return x.Environment }) {
		v.Baseline = &b
	}
	return v
}

// inside returns what belongs to one environment.
func inside[T any](all []T, id EnvironmentID, of func(T) EnvironmentID) []T {
	var found []T
	for _, x := range all {
		if of(x) == id {
			found = append(found, x)
		}
	}
	return found
}

// EnvironmentPast is what was told of an environment, each the newest first.
type EnvironmentPast struct {
	Programme     *Programme
	Installations []Installation
	Statuses      []StatusReport
	Baselines     []Baseline
	Bookings      []Booking // by their start, cancelled ones as well
}

// EnvironmentHistory returns the newest of what was told of an environment, at
// most so many of each kind; of one system, or with the empty system of all.
func (d *Desk) EnvironmentHistory(ctx context.Context, id EnvironmentID, system SystemID, most int) (EnvironmentPast, error) {
	var past EnvironmentPast
	f := FactFilter{Environment: id, System: system, Limit: most}
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		if past.Programme, err = programmeOf(tx); err != nil {
			return err
		}
		if past.Installations, err = tx.Installations(f); err != nil {
			return err
		}
		if past.Statuses, err = tx.Statuses(f); err != nil || system != "" {
			return err
		}
		if past.Baselines, err = tx.Baselines(f); err != nil {
			return err
		}
		past.Bookings, err = tx.FindBookings(BookingFilter{Environment: id, Cancelled: true, Limit: most})
		return err
	})
	if _, refused := AsRefusal(err); err != nil && !refused {
		err = fmt.Errorf("load the history of %s: %w", id, err)
	}
	return past, err
}
