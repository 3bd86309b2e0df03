package storetest

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"gonogo.dev/release"
)

// testRun shows that a period's report goes out once, whoever tries (T18), and
// that a digest takes with it what was held.
func testRun(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	if _, err := d.LastRun(t.Context(), "readiness"); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("the last run of none: %v", err)
	}
	held := notice("held")
	held.Hold = release.Weekly
	d.do(func(tx release.Tx) error { return tx.Promise(held) })
	waiting, err := d.Held(t.Context(), release.Weekly)
	if err != nil || len(waiting) != 1 {
		t.Fatalf("held: %v %v", waiting, err)
	}
	run := release.Run{Report: "readiness", Period: "2026-W47", Due: noon, At: noon.Add(time.Minute), Late: true}
	mail := notice("readiness/2026-W47/ann")
	mail.Body = []byte("whole message")
	replicas := []*desk{d, h.openAt(t, d.url)}
	testClaim(t, func(i int) (bool, error) {
		return replicas[i%2].Publish(t.Context(), run, []release.Notice{mail}, []int64{waiting[0].ID})
	})
	for query, want := range map[string]int64{
		`SELECT count(*) FROM runs WHERE period = '2026-W47'`:                      1,
		`SELECT count(*) FROM notices WHERE state = 'promised'`:                    1,
		`SELECT count(*) FROM notices WHERE state = 'merged' AND key = 'held'`:     1,
		`SELECT count(*) FROM ledger_entries WHERE kind = 'report-sent'`:           1,
		`SELECT count(*) FROM river_job WHERE kind = 'deliver' AND queue = 'mail'`: 1,
	} {
		if got := d.number(query); got != want {
			t.Errorf("%s: %d, want %d", query, got, want)
		}
	}
	older := release.Run{Report: "readiness", Period: "2026-W46", Due: noon.Add(-7 * 24 * time.Hour), At: noon.Add(time.Hour)}
	if won, err := d.Publish(t.Context(), older, nil, nil); err != nil || !won {
		t.Errorf("publish an older run without readers: %v %v", won, err)
	}
	last, err := d.LastRun(t.Context(), "readiness")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "last run", run, last)
	for at, want := range map[time.Time]string{noon.Add(time.Microsecond): run.Period, noon: older.Period} {
		if before, err := d.RunBefore(t.Context(), "readiness", at); err != nil || before.Period != want {
			t.Errorf("the run before %s: %+v, %v, want %s", at, before, err, want)
		}
	}
	if _, err := d.RunBefore(t.Context(), "readiness", older.Due); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("the run before the first: %v", err)
	}
}

// testClaim shows that of many at once one claims a run.
func testClaim(t *testing.T, publish func(i int) (bool, error)) {
	t.Helper()
	var claimed atomic.Int64
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			won, err := publish(i)
			if err != nil {
				t.Errorf("publish: %v", err)
			}
			if won {
				claimed.Add(1)
			}
		})
	}
	all.Wait()
	if claimed.Load() != 1 {
		t.Errorf("%d of 8 claimed the run", claimed.Load())
	}
}
