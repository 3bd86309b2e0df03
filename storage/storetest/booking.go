package storetest

import (
	"context"
	"errors"
	"strings"
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

// testBookedAtOnce has the people of two replicas book an environment at once for
// phases that need it for themselves: one wins, each other is told who has it (R27).
func testBookedAtOnce(t *testing.T, h *house, d *desk) {
	t.Helper()
	p := programme()
	p.People[0].Roles = []release.Holding{{Role: release.EnvironmentManager, Party: "si"}}
	p.Environments = []release.Environment{{ID: "sit-b", Name: "SIT B"}}
	var phases []string
	for i := range 6 {
		name := string(rune('A' + i))
		phases = append(phases, name)
		p.Phases = append(p.Phases, release.Phase{Name: name, Environment: "sit-b", Exclusive: true})
	}
	d.do(func(tx release.Tx) error { return tx.AddProgramme(&p, "ann", noon) })
	replicas := []*release.Desk{release.NewDesk(d, d.now), release.NewDesk(h.openAt(t, d.url), d.now)}
	outcomes := make([]error, len(phases))
	var wg sync.WaitGroup
	for i, name := range phases {
		wg.Go(func() {
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			b := booking("sit-b", 100+i, 110)
			b.Phase = name
			_, outcomes[i] = replicas[i%2].Book(ctx, release.Intent{Key: name, By: "ann"}, b)
		})
	}
	wg.Wait()
	won := 0
	for i, err := range outcomes {
		r, refused := release.AsRefusal(err)
		switch {
		case err == nil:
			won++
		case !refused || r.Code != release.CodeState || !strings.Contains(r.Why, "has SIT B to itself") || !strings.Contains(r.Next, "free"):
			t.Errorf("phase %s: %v", phases[i], err)
		}
	}
	if n := d.number(`SELECT count(*) FROM bookings WHERE kind = 'phase' AND length(phase) = 1`); won != 1 || n != 1 {
		t.Errorf("%d won, %d bookings are kept", won, n)
	}
}
