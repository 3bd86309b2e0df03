package release

import "time"

// FactFilter selects what was ever told of environments; the zero value selects
// all of it.
type FactFilter struct {
	Environment EnvironmentID
	System      SystemID
	Version     Version
	// From and To select what is so since an instant in [From, To); a zero bound is none.
	From, To time.Time
	Limit    int // the newest so many; 0 is no limit
	// Oldest has the limit count from the oldest.
	Oldest bool
}

// Environments keeps what was told of the environments, for ever. An empty
// environment means every one.
type Environments interface {
	// LockEnvironment has everybody else who changes the environment wait until
	// the transaction ends.
	LockEnvironment(id EnvironmentID) error

	AddInstallation(x *Installation) error
	// InstalledAt returns what was installed at an instant, by environment and
	// system; see the function of the same name.
	InstalledAt(environment EnvironmentID, at time.Time) ([]Installation, error)
	// Installations returns facts by descending instant, then id; the other way
	// about where the oldest are asked for.
	Installations(f FactFilter) ([]Installation, error)

	AddStatus(x *StatusReport) error
	// StatusesAt returns the newest report not after an instant on each system,
	// by environment and system.
	StatusesAt(environment EnvironmentID, at time.Time) ([]StatusReport, error)
	// Statuses returns reports by descending instant, then id; Version does not count.
	Statuses(f FactFilter) ([]StatusReport, error)

	AddBaseline(b *Baseline) error
	// BaselinesAt returns each environment's newest baseline not after an instant,
	// by environment.
	BaselinesAt(environment EnvironmentID, at time.Time) ([]Baseline, error)
	// Baselines returns baselines by descending instant, then id; System and
	// Version do not count.
	Baselines(f FactFilter) ([]Baseline, error)
}

// BookingFilter selects bookings; the zero value selects all that stand.
type BookingFilter struct {
	Environment EnvironmentID
	// From and To select those that overlap [From, To); a zero bound is none.
	From, To time.Time
	// Cancelled selects those that were cancelled as well.
	Cancelled bool
	Limit     int // the newest made so many; 0 is no limit
}

// Bookings keeps the environments' bookings.
type Bookings interface {
	Booking(id int64, lock Lock) (Booking, error)
	// FindBookings returns bookings by the start of their window, then id.
	FindBookings(f BookingFilter) ([]Booking, error)
	AddBooking(b *Booking) error
	SaveBooking(b Booking) error
}
