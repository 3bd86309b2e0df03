package storetest

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"gonogo.dev/release"
)

func booking(environment release.EnvironmentID, from, to int) release.Booking {
	return release.Booking{
		Environment: environment, Kind: release.BookPhase, Phase: "SIT <Migration>", Why: hostile[4], By: "ann", At: noon,
		Window: release.Window{From: noon.Add(time.Duration(from) * time.Hour), To: noon.Add(time.Duration(to) * time.Hour), Zone: "Europe/London"},
	}
}

func testBooking(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	all := []release.Booking{booking("sit-b", 5, 9), booking("sit-b", 1, 5), booking("uit", 1, 20), booking("sit-b", 20, 30)}
	for i := range all {
		d.do(func(tx release.Tx) error { return tx.AddBooking(&all[i]) })
	}
	d.do(func(tx release.Tx) error {
		if _, err := tx.Booking(99, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a booking that does not exist: %v", err)
		}
		if err := tx.SaveBooking(release.Booking{ID: 99}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a booking that does not exist: %v", err)
		}
		return nil
	})
	found := func(f release.BookingFilter, want ...int) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			got, err := tx.FindBookings(f)
			wanted := []release.Booking{}
			for _, i := range want {
				wanted = append(wanted, all[i])
			}
			same(t, "bookings", wanted, got)
			return err
		})
	}
	hour := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Hour) }
	found(release.BookingFilter{}, 1, 2, 0, 3)
	found(release.BookingFilter{Environment: "sit-b", From: hour(5)}, 0, 3) // half-open: what ends at 5 is over
	found(release.BookingFilter{Environment: "sit-b", From: hour(4), To: hour(5)}, 1)
	found(release.BookingFilter{Limit: 2}, 2, 3)
	all[0].CancelledAt, all[0].CancelledBy, all[0].CancelledWhy = hour(1), "bob", hostile[1]
	d.do(func(tx release.Tx) error { return tx.SaveBooking(all[0]) })
	found(release.BookingFilter{Environment: "sit-b"}, 1, 3)
	found(release.BookingFilter{Environment: "sit-b", Cancelled: true}, 1, 0, 3)
	d.do(func(tx release.Tx) error {
		got, err := tx.Booking(all[0].ID, release.ExclusiveLock)
		same(t, "booking", all[0], got)
		return err
	})
	testBookedAtOnce(t, h, d)
}

// testBookedAtOnce has two replicas look for what is free and book it at once:
// the environment's lock lets one of them win.
func testBookedAtOnce(t *testing.T, h *house, d *desk) {
	t.Helper()
	other := h.openAt(t, d.url)
	var wg sync.WaitGroup
	for _, one := range []*desk{d, other, d, other} {
		wg.Go(func() {
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			err := one.Within(ctx, func(tx release.Tx) error {
				if err := tx.LockEnvironment("busy"); err != nil {
					return err
				}
				taken, err := tx.FindBookings(release.BookingFilter{Environment: "busy"})
				if err != nil || len(taken) > 0 {
					return err
				}
				b := booking("busy", 1, 2)
				return tx.AddBooking(&b)
			})
			if err != nil {
				t.Errorf("book at once: %v", err)
			}
		})
	}
	wg.Wait()
	if n := d.number(`SELECT count(*) FROM bookings WHERE environment = 'busy'`); n != 1 {
		t.Errorf("%d bookings of the same time", n)
	}
}
