package storetest

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"gonogo.dev/release"
)

// testEntry shows that an intent is carried out once, whoever comes with it
// and however close together (T23, T30).
func testEntry(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	_, b := d.opened()
	cast := func(one *desk, intent string) error {
		return one.Within(t.Context(), func(tx release.Tx) error {
			v := vote(b.ID, release.VoteGo)
			if err := tx.AddVote(&v); err != nil {
				return err
			}
			if err := tx.Append(entry(intent, b.ID, b.RFC)); err != nil {
				return fmt.Errorf("record: %w", err)
			}
			return tx.Append(entry("", b.ID, b.RFC))
		})
	}
	for _, intent := range append([]string{"click-1", "a\x00b", "\xff\xfe"}, hostile[1:]...) {
		if err := cast(d, intent); err != nil {
			t.Fatalf("first %q: %v", intent, err)
		}
		if err := cast(d, intent); !errors.Is(err, release.ErrHandled) {
			t.Errorf("second %q: %v", intent, err)
		}
	}
	done := d.number(`SELECT count(*) FROM votes`)
	if n := d.number(`SELECT count(*) FROM ledger_entries`); n != 2*done {
		t.Errorf("%d entries of %d votes", n, done)
	}
	for range 2 { // no intent is never the same intent
		if err := cast(d, ""); err != nil {
			t.Errorf("without an intent: %v", err)
		}
	}
	testIntentRace(t, []*desk{d, h.openAt(t, d.url)}, cast)
}

func testIntentRace(t *testing.T, replicas []*desk, cast func(*desk, string) error) {
	t.Helper()
	before := replicas[0].number(`SELECT count(*) FROM votes`)
	var won, handled atomic.Int64
	var all sync.WaitGroup
	for i := range 40 {
		all.Go(func() {
			switch err := cast(replicas[i%2], fmt.Sprintf("race-%d", i/8)); {
			case err == nil:
				won.Add(1)
			case errors.Is(err, release.ErrHandled):
				handled.Add(1)
			default:
				t.Errorf("race: %v", err)
			}
		})
	}
	all.Wait()
	if won.Load() != 5 || handled.Load() != 35 {
		t.Errorf("5 intents of 8 tries each: %d carried out, %d recognised", won.Load(), handled.Load())
	}
	if n := replicas[0].number(`SELECT count(*) FROM votes`) - before; n != 5 {
		t.Errorf("5 intents cast %d votes", n)
	}
}
