package storage

import (
	"cmp"
	"fmt"
	"slices"

	"gonogo.dev/release"
)

type bookingRow struct {
	ID           int64 `gorm:"primaryKey"`
	Environment  string
	Kind         string
	Phase        string
	FromAt       instant
	ToAt         instant
	Zone         string
	Why          string
	ByPerson     string
	At           instant
	CancelledAt  instant
	CancelledBy  string
	CancelledWhy string
}

// TableName names the table.
func (bookingRow) TableName() string { return "bookings" }

func toBookingRow(b release.Booking) bookingRow {
	return bookingRow{
		ID: b.ID, Environment: string(b.Environment), Kind: string(b.Kind), Phase: storable(b.Phase), FromAt: instant(b.Window.From),
		ToAt: instant(b.Window.To), Zone: b.Window.Zone, Why: storable(b.Why), ByPerson: string(b.By), At: instant(b.At),
		CancelledAt: instant(b.CancelledAt), CancelledBy: string(b.CancelledBy), CancelledWhy: storable(b.CancelledWhy),
	}
}

func (r bookingRow) booking() release.Booking {
	return release.Booking{
		ID: r.ID, Environment: release.EnvironmentID(r.Environment), Kind: release.BookingKind(r.Kind), Phase: r.Phase,
		Window: release.Window{From: r.FromAt.time(), To: r.ToAt.time(), Zone: r.Zone}, Why: r.Why, By: release.PersonID(r.ByPerson),
		At: r.At.time(), CancelledAt: r.CancelledAt.time(), CancelledBy: release.PersonID(r.CancelledBy), CancelledWhy: r.CancelledWhy,
	}
}

// Booking loads a booking.
func (t *tx) Booking(id int64, lock release.Lock) (release.Booking, error) {
	row, err := one[bookingRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Booking{}, fmt.Errorf("load booking %d: %w", id, err)
	}
	return row.booking(), nil
}

// FindBookings returns bookings by the start of their window.
func (t *tx) FindBookings(f release.BookingFilter) ([]release.Booking, error) {
	q := t.q().Order("id DESC")
	if f.Environment != "" {
		q = q.Where("environment = ?", storable(string(f.Environment)))
	}
	if !f.From.IsZero() {
		q = q.Where("to_at > ?", instant(f.From))
	}
	if !f.To.IsZero() {
		q = q.Where("from_at < ?", instant(f.To))
	}
	if !f.From.IsZero() && !f.To.IsZero() { // none lasts longer, and what is long over is passed by
		q = q.Where("from_at >= ?", instant(f.From.Add(-release.MaxBooking)))
	}
	if !f.Cancelled {
		q = q.Where("cancelled_at IS NULL")
	}
	if f.Limit > 0 {
		q = q.Limit(f.Limit)
	}
	var rows []bookingRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find bookings: %w", err)
	}
	all := make([]release.Booking, len(rows))
	for i, r := range rows {
		all[i] = r.booking()
	}
	slices.SortFunc(all, func(a, b release.Booking) int {
		return cmp.Or(a.Window.From.Compare(b.Window.From), cmp.Compare(a.ID, b.ID))
	})
	return all, nil
}

// AddBooking keeps a booking and sets its id.
func (t *tx) AddBooking(b *release.Booking) error {
	row := toBookingRow(*b)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a booking of %s: %w", b.Environment, err)
	}
	b.ID = row.ID
	return nil
}

// SaveBooking keeps a changed booking.
func (t *tx) SaveBooking(b release.Booking) error {
	row := toBookingRow(b)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "booking", b.ID)
}
