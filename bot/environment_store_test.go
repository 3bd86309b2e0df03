package bot

import (
	"cmp"
	"slices"
	"time"

	"gonogo.dev/release"
)

// landscape is what the memory keeps of environments. Its slices are replaced,
// never changed in place.
type landscape struct {
	facts   []release.Installation
	reports []release.StatusReport
	fixed   []release.Baseline
	booked  []release.Booking
}

// LockEnvironment does nothing: a transaction in memory is alone.
func (*landscape) LockEnvironment(release.EnvironmentID) error { return nil }

func kept[T any](all []T, x T) []T { return append(slices.Clone(all), x) }

// AddInstallation keeps a fact.
func (l *landscape) AddInstallation(x *release.Installation) error {
	x.ID = int64(len(l.facts) + 1)
	l.facts = kept(l.facts, *x)
	return nil
}

// InstalledAt folds the facts.
func (l *landscape) InstalledAt(environment release.EnvironmentID, at time.Time) ([]release.Installation, error) {
	return slices.DeleteFunc(release.InstalledAt(l.facts, at), func(x release.Installation) bool {
		return environment != "" && x.Environment != environment
	}), nil
}

// Installations finds facts.
func (l *landscape) Installations(f release.FactFilter) ([]release.Installation, error) {
	return newest(l.facts, f, func(x release.Installation) told { return told{x.ID, x.Environment, x.System, x.Version, x.At} }), nil
}

// AddStatus keeps a report.
func (l *landscape) AddStatus(x *release.StatusReport) error {
	x.ID = int64(len(l.reports) + 1)
	l.reports = kept(l.reports, *x)
	return nil
}

// StatusesAt finds the newest report of each system.
func (l *landscape) StatusesAt(environment release.EnvironmentID, at time.Time) ([]release.StatusReport, error) {
	var found []release.StatusReport
	all, _ := l.Statuses(release.FactFilter{Environment: environment})
	for _, x := range all {
		known := func(o release.StatusReport) bool { return o.Environment == x.Environment && o.System == x.System }
		if !x.At.After(at) && !slices.ContainsFunc(found, known) {
			found = append(found, x)
		}
	}
	return found, nil
}

// Statuses finds reports.
func (l *landscape) Statuses(f release.FactFilter) ([]release.StatusReport, error) {
	f.Version = release.Version{}
	return newest(l.reports, f, func(x release.StatusReport) told {
		return told{id: x.ID, environment: x.Environment, system: x.System, at: x.At}
	}), nil
}

// AddBaseline keeps a baseline.
func (l *landscape) AddBaseline(b *release.Baseline) error {
	b.ID = int64(len(l.fixed) + 1)
	l.fixed = kept(l.fixed, *b)
	return nil
}

// BaselinesAt finds each environment's newest baseline.
func (l *landscape) BaselinesAt(environment release.EnvironmentID, at time.Time) ([]release.Baseline, error) {
	var found []release.Baseline
	all, _ := l.Baselines(release.FactFilter{Environment: environment})
	for _, x := range all {
		known := func(o release.Baseline) bool { return o.Environment == x.Environment }
		if !x.At.After(at) && !slices.ContainsFunc(found, known) {
			found = append(found, x)
		}
	}
	return found, nil
}

// Baselines finds baselines.
func (l *landscape) Baselines(f release.FactFilter) ([]release.Baseline, error) {
	f.System, f.Version = "", release.Version{}
	return newest(l.fixed, f, func(x release.Baseline) told { return told{id: x.ID, environment: x.Environment, at: x.At} }), nil
}

// Booking loads a booking.
func (l *landscape) Booking(id int64, _ release.Lock) (release.Booking, error) {
	if id < 1 || id > int64(len(l.booked)) {
		return release.Booking{}, release.ErrNotFound
	}
	return l.booked[id-1], nil
}

// FindBookings finds bookings.
func (l *landscape) FindBookings(f release.BookingFilter) ([]release.Booking, error) {
	var found []release.Booking
	for _, b := range slices.Backward(l.booked) {
		fits := (f.Environment == "" || f.Environment == b.Environment) && (f.Cancelled || b.Stands()) &&
			(f.From.IsZero() || b.Window.To.After(f.From)) && (f.To.IsZero() || b.Window.From.Before(f.To))
		if fits && (f.Limit == 0 || len(found) < f.Limit) {
			found = append(found, b)
		}
	}
	slices.SortFunc(found, func(a, b release.Booking) int {
		return cmp.Or(a.Window.From.Compare(b.Window.From), cmp.Compare(a.ID, b.ID))
	})
	return found, nil
}

// AddBooking keeps a booking.
func (l *landscape) AddBooking(b *release.Booking) error {
	b.ID = int64(len(l.booked) + 1)
	l.booked = kept(l.booked, *b)
	return nil
}

// SaveBooking keeps a changed booking.
func (l *landscape) SaveBooking(b release.Booking) error {
	l.booked = slices.Clone(l.booked)
	l.booked[b.ID-1] = b
	return nil
}

// told is what a filter reads of one.
type told struct {
	id          int64
	environment release.EnvironmentID
	system      release.SystemID
	version     release.Version
	at          time.Time
}

// newest finds what fits a filter, the newest first.
func newest[T any](all []T, f release.FactFilter, of func(T) told) []T {
	var found []T
	for _, x := range all {
		y := of(x)
		if (f.Environment == "" || f.Environment == y.environment) && (f.System == "" || f.System == y.system) &&
			(f.Version.IsZero() || f.Version == y.version) && (f.From.IsZero() || !y.at.Before(f.From)) && (f.To.IsZero() || y.at.Before(f.To)) {
			found = append(found, x)
		}
	}
	slices.SortFunc(found, func(a, b T) int {
		x, y := of(a), of(b)
		return cmp.Or(y.at.Compare(x.at), cmp.Compare(y.id, x.id))
	})
	if f.Oldest {
		slices.Reverse(found)
	}
	if f.Limit > 0 && len(found) > f.Limit {
		found = found[:f.Limit]
	}
	return found
}
