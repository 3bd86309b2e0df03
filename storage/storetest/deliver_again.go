package storetest

import (
	"context"
	"fmt"
	"testing"

	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// testDeliverAgain shows what was given up, and that it is delivered once when
// somebody has it tried again: what is named, then all of it.
func testDeliverAgain(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	mail := newCourier(func(_ context.Context, key string, try int) error {
		if try == 1 && key != "fine" {
			return fmt.Errorf("550 no such user: %w", release.ErrGivenUp)
		}
		return nil
	})
	d.do(func(tx release.Tx) error {
		return tx.Promise(notice("first"), notice("fine"), notice("second"), notice("third"))
	})
	d.work(t, storage.QueueConfig{Couriers: map[release.Road]release.Courier{release.ByMail: mail}, Replica: "one"})
	until(t, "three were given up", func() bool { return d.number(`SELECT count(*) FROM notices WHERE state = 'given-up'`) == 3 })
	all := testGivenUp(t, d)
	for _, step := range []struct {
		ids  []int64
		want int
	}{{[]int64{all[1].ID}, 1}, {[]int64{all[1].ID, 999}, 0}, {nil, 2}} {
		if n, err := d.Retry(t.Context(), step.ids...); n != step.want || err != nil {
			t.Errorf("try %v again: %d, not %d; %v", step.ids, n, step.want, err)
		}
	}
	for _, key := range []string{"first", "second", "third"} {
		until(t, key+" is sent", func() bool { return d.state(key) == "sent 1 [] [250 ok "+key+"]" })
		same(t, "what was carried of "+key, []string{key + " of Helix 4.2, rendering 1", key + " of Helix 4.2, rendering 1"}, mail.tries(key))
	}
	if n := len(mail.tries("fine")); n != 1 {
		t.Errorf("what was sent was carried %d times", n)
	}
}

// testGivenUp holds what is shown of three that were given up, the newest first.
func testGivenUp(t *testing.T, d *desk) []storage.GivenUp {
	t.Helper()
	all, total, err := d.GivenUps(t.Context(), 2)
	if err != nil || total != 3 || len(all) != 2 || all[0].Key != "third" || all[1].Key != "second" {
		t.Fatalf("given up: %d, %+v, %v", total, all, err)
	}
	if x := all[0]; x.Tries != 1 || x.Error != "550 no such user: given up" || x.Road != release.ByMail || x.To == "" || x.At.IsZero() {
		t.Errorf("what was given up is told as %+v", x)
	}
	return all
}
