package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// testDeliver shows every way a delivery can go: at once, after failures, never;
// always with the bytes of its first rendering.
func testDeliver(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	busy := errors.New("451 try \xff again")
	mail := newCourier(func(_ context.Context, key string, try int) error {
		switch {
		case key == "later" && try < 2, key == "never":
			return busy
		case key == "refused":
			return fmt.Errorf("550 no such user: %w", release.ErrGivenUp)
		case key == "soon" && try < 3:
			return fmt.Errorf("no card: %w", release.ErrNotYet)
		case key == "panics" && try == 1:
			panic("courier tripped")
		}
		return nil
	})
	frozen := notice("frozen")
	frozen.Body = []byte("as promised")
	elsewhere := notice("elsewhere")
	elsewhere.Road = release.ByThread
	held := notice("held")
	held.Hold = release.Weekly
	d.do(func(tx release.Tx) error {
		return tx.Promise(notice("plain"), notice("later"), notice("never"), notice("refused"), notice("soon"),
			notice("panics"), frozen, elsewhere, held)
	})
	q := d.work(t, storage.QueueConfig{
		Couriers: map[release.Road]release.Courier{release.ByMail: mail}, Replica: "one", MaxAttempts: 2, Timeout: 5 * time.Second,
	})
	for key, want := range map[string]string{
		"plain":     "sent 1 [] [250 ok plain]",
		"later":     "sent 2 [] [250 ok later]",
		"never":     "given-up 2 [451 try \uFFFD again] []",
		"refused":   "given-up 1 [550 no such user: given up] []",
		"soon":      "sent 1 [] [250 ok soon]",
		"panics":    "sent 2 [] [250 ok panics]",
		"frozen":    "sent 1 [] [250 ok frozen]",
		"elsewhere": "given-up 2 [nobody carries notices by thread] []",
		"held":      "held 0 [] []",
	} {
		until(t, key+" is "+want, func() bool { return d.state(key) == want })
	}
	for key, tries := range map[string]int{"plain": 1, "later": 2, "never": 2, "refused": 1, "soon": 3, "panics": 2, "held": 0} {
		bodies := mail.tries(key)
		if len(bodies) != tries {
			t.Errorf("%s was tried %d times, not %d", key, len(bodies), tries)
		}
		for _, body := range bodies {
			if body != key+" of Helix 4.2, rendering 1" {
				t.Errorf("%s was carried as %q", key, body)
			}
		}
	}
	same(t, "the body that was promised", []string{"as promised"}, mail.tries("frozen"))
	if n := d.number(`SELECT count(*) FROM notices WHERE state = 'sent' AND sent_at IS NOT NULL AND claimed_until IS NULL`); n != 5 {
		t.Errorf("%d of 5 have the time of their delivery", n)
	}
	stop(t, q)
	testNotTwice(t, d, mail)
}

// testNotTwice shows that a second job for a notice that was sent, or that
// somebody else is at, carries nothing.
func testNotTwice(t *testing.T, d *desk, mail *courier) {
	t.Helper()
	d.exec(`UPDATE notices SET key = 'claimed', state = 'promised', claimed_until = '2999-01-01T00:00:00.000000Z' WHERE key = 'soon'`)
	d.exec(`UPDATE river_job SET state = 'available', finalized_at = NULL`)
	d.work(t, storage.QueueConfig{Couriers: map[release.Road]release.Courier{release.ByMail: mail}, Replica: "two"})
	until(t, "every job was looked at", func() bool {
		return d.number(`SELECT count(*) FROM river_job WHERE state = 'completed'`) == 7 &&
			d.number(`SELECT count(*) FROM river_job WHERE state = 'scheduled'`) == 1
	})
	if n := len(mail.tries("plain")) + len(mail.tries("claimed")); n != 1 {
		t.Errorf("a mail that was sent and one that is claimed were carried %d times", n)
	}
}

// testGraceful shows that a queue that stops finishes what is under way.
func testGraceful(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	begun, end := make(chan struct{}), make(chan struct{})
	slow := newCourier(func(context.Context, string, int) error {
		close(begun)
		<-end
		return nil
	})
	d.do(func(tx release.Tx) error { return tx.Promise(notice("slow")) })
	idle, err := storage.NewQueue(t.Context(), d.DB, storage.QueueConfig{})
	if err != nil {
		t.Fatal(err)
	}
	stop(t, idle) // never started
	q := d.work(t, storage.QueueConfig{Couriers: map[release.Road]release.Courier{release.ByMail: slow}})
	<-begun
	d.do(func(tx release.Tx) error { return tx.Promise(notice("late")) })
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		stop(t, q)
	}()
	select {
	case <-stopped:
		t.Error("stopped with a delivery under way")
	default:
	}
	close(end)
	<-stopped
	if got := d.state("slow"); got != "sent 1 [] [250 ok slow]" {
		t.Errorf("what was under way is %s", got)
	}
}

// testTakenUp shows that what a killed process left behind is delivered: its
// job counts as running and its claim as held.
func testTakenUp(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	mail := newCourier(func(context.Context, string, int) error { return nil })
	d.do(func(tx release.Tx) error { return tx.Promise(notice("orphan")) })
	d.exec(`UPDATE notices SET attempts = 1, claimed_until = '2020-01-01T00:00:00.000000Z', body = '\x616263'`)
	past := "'2020-01-01 00:00:00.000'"
	if d.onPostgres() {
		d.exec(`UPDATE river_job SET state = 'running', attempt = 1, attempted_by = '{gone}', attempted_at = ` + past)
	} else {
		d.exec(`UPDATE notices SET body = 'abc'`)
		d.exec(`UPDATE river_job SET state = 'running', attempt = 1, attempted_by = json('["gone"]'), attempted_at = ` + past)
	}
	d.work(t, storage.QueueConfig{Couriers: map[release.Road]release.Courier{release.ByMail: mail}, Timeout: time.Second})
	until(t, "the orphan is sent", func() bool { return d.state("orphan") == "sent 2 [] [250 ok orphan]" })
	same(t, "its bytes", []string{"abc"}, mail.tries("orphan"))
}
