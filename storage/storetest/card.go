package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// wall is where cards are shown. It notices two showings of one card at a time.
type wall struct {
	mu      sync.Mutex
	at      map[string]bool
	overlap bool
	shown   []string
	errs    []error // what the next showings end with
	show    func()  // what happens during a showing
}

// Show shows a card.
func (w *wall) Show(_ context.Context, subject string, at release.CardPlace) (release.CardPlace, error) {
	w.mu.Lock()
	w.overlap = w.overlap || w.at[subject]
	if w.at == nil {
		w.at = map[string]bool{}
	}
	w.at[subject] = true
	w.shown = append(w.shown, fmt.Sprintf("%s@%s", subject, at.TS))
	var err error
	if len(w.errs) > 0 {
		err, w.errs = w.errs[0], w.errs[1:]
	}
	show := w.show
	w.mu.Unlock()
	if show != nil {
		show()
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.at[subject] = false
	if err != nil {
		return release.CardPlace{}, err
	}
	return release.CardPlace{Channel: "C1", TS: "ts-" + subject}, nil
}

func (w *wall) showings() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]string(nil), w.shown...)
}

// testCard shows that one replica at a time shows a card, that the last showing
// comes after the last change, and that its place is kept.
func testCard(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	if at, err := d.CardPlace(t.Context(), "rfc/7"); err != nil || !at.IsZero() {
		t.Errorf("a card that was never posted: %v %v", at, err)
	}
	w := &wall{errs: []error{errors.New("slack is down"), release.ErrNotYet}}
	other := h.openAt(t, d.url)
	d.work(t, storage.QueueConfig{Cards: w, Replica: "one", Timeout: 10 * time.Second})
	other.work(t, storage.QueueConfig{Cards: w, Replica: "two", Timeout: 10 * time.Second})
	change := func() {
		d.do(func(tx release.Tx) error { return tx.Append(entry("", 1, 7)) })
		d.sealAll()
	}
	change()
	settled := func() bool {
		return d.number(`SELECT count(*) FROM cards WHERE shown = wanted AND lease_by = ''`) == 1 &&
			d.number(`SELECT count(*) FROM river_job WHERE state NOT IN ('completed')`) == 0
	}
	until(t, "the card is shown at last", settled)
	same(t, "showings", []string{"rfc/7@", "rfc/7@", "rfc/7@"}, w.showings())
	if at, err := d.CardPlace(t.Context(), "rfc/7"); err != nil || at != (release.CardPlace{Channel: "C1", TS: "ts-rfc/7"}) {
		t.Errorf("the card's place: %v %v", at, err)
	}
	testFlapping(t, d, w, change, settled)
	testMended(t, d, w, change, settled)
}

// testCards shows that an RFC and a release of the same number have a card each,
// that an act on both asks for both, and that what is done to an RFC shows on the
// card of the release it governs too.
func testCards(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	w := &wall{}
	d.work(t, storage.QueueConfig{Cards: w, Timeout: 10 * time.Second})
	of := func(rfc, number int) release.Entry {
		e := entry("", 1, rfc)
		e.Release = number
		return e
	}
	governed := planned(first)
	governed.RFC = 7
	d.do(func(tx release.Tx) error {
		return errors.Join(tx.AddRelease(&governed), tx.Append(of(7, 7)), tx.Append(of(0, 8)), tx.Append(of(0, 0)))
	})
	all := []string{"rfc/7", "release/7", "release/8", "release/1"}
	same(t, "the cards that must change", all, d.sealAll().Cards)
	until(t, "every card is shown", func() bool { return d.number(`SELECT count(*) FROM cards WHERE shown = wanted`) == 4 })
	for _, subject := range all {
		if at, err := d.CardPlace(t.Context(), subject); err != nil || at.TS != "ts-"+subject {
			t.Errorf("the card of %s: %v %v", subject, at, err)
		}
	}
	if at, err := d.CardPlace(t.Context(), "rfc/8"); err != nil || !at.IsZero() {
		t.Errorf("RFC-8 has a card: %v %v", at, err)
	}
	shown := len(w.showings())
	if err := d.ShowAgain(t.Context(), []string{"release/7", "release/99"}); err != nil {
		t.Errorf("show a card again: %v", err)
	}
	until(t, "a card is drawn anew as time passes", func() bool {
		return len(w.showings()) == shown+1 && d.number(`SELECT count(*) FROM cards WHERE shown = wanted`) == 4
	})
}

// testMended shows that a card which could not be shown, since the channel was
// archived, waits until somebody mends that: no further change is needed.
func testMended(t *testing.T, d *desk, w *wall, change func(), settled func() bool) {
	t.Helper()
	w.mu.Lock()
	w.show, w.errs = nil, []error{fmt.Errorf("archived: %w", release.ErrGivenUp)}
	w.mu.Unlock()
	before := len(w.showings())
	change()
	until(t, "the card waits", func() bool {
		return len(w.showings()) > before && d.number(`SELECT count(*) FROM cards WHERE shown < wanted AND lease_by = ''`) == 1 &&
			d.number(`SELECT count(*) FROM river_job WHERE state = 'scheduled'`) == 1
	})
	d.exec(`UPDATE river_job SET state = 'available', scheduled_at = created_at WHERE state = 'scheduled'`)
	until(t, "the card is shown once that is mended", settled)
}

// testFlapping changes an RFC many times, also while its card is being shown.
func testFlapping(t *testing.T, d *desk, w *wall, change func(), settled func() bool) {
	t.Helper()
	var once sync.Once
	w.mu.Lock()
	w.show = func() { once.Do(change) }
	w.mu.Unlock()
	change()
	before := len(w.showings())
	until(t, "the change during the showing is shown", settled)
	if n := len(w.showings()) - before; n > 2 {
		t.Errorf("two changes took %d showings", n)
	}
	for range 30 {
		change()
	}
	until(t, "the last of many changes is shown", settled)
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.overlap {
		t.Error("two replicas were at one card at once")
	}
	if n := d.number(`SELECT shown FROM cards WHERE subject = 'rfc/7'`); n != 33 {
		t.Errorf("the card shows change %d of 33", n)
	}
}
