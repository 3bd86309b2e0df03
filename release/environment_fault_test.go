package release_test

import (
	"time"

	"gonogo.dev/release"
)

func (t failingTx) LockEnvironment(id release.EnvironmentID) error {
	return t.do(func() error { return t.Tx.LockEnvironment(id) })
}

func (t failingTx) AddInstallation(x *release.Installation) error {
	return t.do(func() error { return t.Tx.AddInstallation(x) })
}

func (t failingTx) InstalledAt(e release.EnvironmentID, at time.Time) ([]release.Installation, error) {
	return try(t, func() ([]release.Installation, error) { return t.Tx.InstalledAt(e, at) })
}

func (t failingTx) Installations(f release.FactFilter) ([]release.Installation, error) {
	return try(t, func() ([]release.Installation, error) { return t.Tx.Installations(f) })
}

func (t failingTx) AddStatus(x *release.StatusReport) error {
	return t.do(func() error { return t.Tx.AddStatus(x) })
}

func (t failingTx) StatusesAt(e release.EnvironmentID, at time.Time) ([]release.StatusReport, error) {
	return try(t, func() ([]release.StatusReport, error) { return t.Tx.StatusesAt(e, at) })
}

func (t failingTx) Statuses(f release.FactFilter) ([]release.StatusReport, error) {
	return try(t, func() ([]release.StatusReport, error) { return t.Tx.Statuses(f) })
}

func (t failingTx) AddBaseline(b *release.Baseline) error {
	return t.do(func() error { return t.Tx.AddBaseline(b) })
}

func (t failingTx) BaselinesAt(e release.EnvironmentID, at time.Time) ([]release.Baseline, error) {
	return try(t, func() ([]release.Baseline, error) { return t.Tx.BaselinesAt(e, at) })
}

func (t failingTx) Baselines(f release.FactFilter) ([]release.Baseline, error) {
	return try(t, func() ([]release.Baseline, error) { return t.Tx.Baselines(f) })
}

func (t failingTx) Booking(id int64, lock release.Lock) (release.Booking, error) {
	return try(t, func() (release.Booking, error) { return t.Tx.Booking(id, lock) })
}

func (t failingTx) FindBookings(f release.BookingFilter) ([]release.Booking, error) {
	return try(t, func() ([]release.Booking, error) { return t.Tx.FindBookings(f) })
}

func (t failingTx) AddBooking(b *release.Booking) error {
	return t.do(func() error { return t.Tx.AddBooking(b) })
}

func (t failingTx) SaveBooking(b release.Booking) error {
	return t.do(func() error { return t.Tx.SaveBooking(b) })
}
