package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// testLeftOut shows that a mail which only informs its reader is asked about again
// before each try: switched off after it was promised, or after a try that failed,
// it is never carried. What the reader must act on, and what others want, is.
func testLeftOut(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	failed, switched := make(chan struct{}), make(chan struct{})
	mail := newCourier(func(_ context.Context, key string, try int) error {
		if key == "tried" && try == 1 {
			close(failed)
			<-switched
			return errors.New("451 come back later")
		}
		return nil
	})
	told := func(key string, to release.PersonID, e release.Event) release.Notice {
		return release.Notice{Key: key, Road: release.ByMail, To: to, Duty: release.DutyTold, Event: e, Hold: release.Immediate, At: noon}
	}
	change := release.Event{Kind: release.NoticeWithdrawn, RFC: release.RFC{Number: 7}}
	report := release.Event{Kind: release.NoticeReport, Regular: release.StreamRoadmap}
	duty, direct := told("duty", "bob", change), told("direct", "bob", change)
	duty.Duty, direct.Road = release.DutyAct, release.ByDirect
	frozen := told("frozen", "bob", report)
	frozen.Body = []byte("as promised")
	d.do(func(tx release.Tx) error {
		return tx.Promise(told("change", "bob", change), frozen, duty, direct, told("wanted", "ann", change), told("tried", "cat", change))
	})
	off := func(id release.PersonID, streams ...release.Stream) {
		d.do(func(tx release.Tx) error {
			var errs []error
			for _, s := range streams {
				errs = append(errs, tx.SetWanted(id, s, false, noon))
			}
			return errors.Join(errs...)
		})
	}
	off("bob", release.StreamChanges, release.StreamRoadmap)
	d.work(t, storage.QueueConfig{
		Couriers: map[release.Road]release.Courier{release.ByMail: mail, release.ByDirect: mail}, Replica: "one", Timeout: 5 * time.Second,
	})
	<-failed
	off("cat", release.StreamChanges)
	close(switched)
	for key, want := range map[string]string{
		"change": "unwanted 1 [] []", "frozen": "unwanted 1 [] []", "duty": "sent 1 [] [250 ok duty]", "direct": "sent 1 [] [250 ok direct]",
		"wanted": "sent 1 [] [250 ok wanted]", "tried": "unwanted 2 [451 come back later] []",
	} {
		until(t, key+" is "+want, func() bool { return d.state(key) == want })
	}
	for key, tries := range map[string]int{"change": 0, "frozen": 0, "duty": 1, "direct": 1, "wanted": 1, "tried": 1} {
		if n := len(mail.tries(key)); n != tries {
			t.Errorf("%s was carried %d times, not %d", key, n, tries)
		}
	}
	if n, err := d.Retry(t.Context()); n != 0 || err != nil {
		t.Errorf("%d of them can be tried again, %v; nobody wants them", n, err)
	}
}
