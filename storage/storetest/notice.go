package storetest

import (
	"fmt"
	"testing"

	"gonogo.dev/release"
)

// testNotice shows that a promise is kept once, with a job exactly when it is
// to go out at once, and that what is held comes back whole.
func testNotice(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	first, twin := notice("ballot/9/closed/mail/ann"), notice("ballot/9/closed/mail/ann")
	twin.To = "bob"
	weekly, daily := notice("w"), notice("d")
	weekly.Hold, weekly.Duty = release.Weekly, release.DutyTold
	daily.Hold, daily.To = release.Daily, "bob"
	early := notice("d0")
	early.Hold, early.Event = release.Daily, release.Event{Kind: release.NoticeDigest}
	direct := notice("direct")
	direct.Road, direct.Hold, direct.Body = release.ByDirect, "", []byte("frozen\x00\xff bytes")
	d.do(func(tx release.Tx) error { return tx.Promise() })
	d.do(func(tx release.Tx) error { return tx.Promise(first, twin, weekly, daily, direct, early) })
	d.do(func(tx release.Tx) error { return tx.Promise(twin, weekly) })
	for query, want := range map[string]int64{
		`SELECT count(*) FROM notices`: 5,
		`SELECT count(*) FROM notices WHERE key = 'ballot/9/closed/mail/ann' AND to_person = 'ann'`:     1,
		`SELECT count(*) FROM river_job WHERE kind = 'deliver'`:                                         2,
		`SELECT count(*) FROM river_job WHERE queue = 'mail'`:                                           1,
		`SELECT count(*) FROM notices WHERE body IS NULL AND sent_at IS NULL AND claimed_until IS NULL`: 4,
		`SELECT count(*) FROM notices WHERE CAST(event AS text) LIKE '%null%'`:                          0,
	} {
		if got := d.number(query); got != want {
			t.Errorf("%s: %d, want %d", query, got, want)
		}
	}
	held, err := d.Held(t.Context(), release.Daily)
	if err != nil {
		t.Fatal(err)
	}
	for i := range held {
		held[i].ID = 0
	}
	same(t, "held for the daily digest, by person", []release.Notice{early, daily}, held)
	testManyNotices(t, d)
	counts, err := d.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, "notices by state", map[string]int64{"promised": 1202, "held": 3}, counts.Notices)
	same(t, "jobs by state", map[string]int64{"available": 1202}, counts.Jobs)
}

// testManyNotices promises more than one statement holds, and hostile keys.
func testManyNotices(t *testing.T, d *desk) {
	t.Helper()
	var many []release.Notice
	for i := range 1200 {
		n := notice(fmt.Sprintf("many/%d/%s", i, hostile[i%len(hostile)]))
		n.Event = release.Event{Kind: release.NoticeReminder, Reason: hostile[i%len(hostile)]}
		many = append(many, n)
	}
	d.do(func(tx release.Tx) error { return tx.Promise(many...) })
}
