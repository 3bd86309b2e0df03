package storetest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// askedToWaitError is Slack or a relay that says when to come again.
type askedToWaitError struct{ wait time.Duration }

func (askedToWaitError) Error() string { return "429 later" }

// RetryAfter is how long.
func (a askedToWaitError) RetryAfter() time.Duration { return a.wait }

// testThread shows that an RFC's thread tells its story in order, whatever
// happens to a post on the way, that the threads of others do not wait, and
// that a wait which the other side asked for is no try.
func testThread(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	var mu sync.Mutex
	var posted []string
	slack := newCourier(func(_ context.Context, key string, try int) error {
		switch {
		case key == "7/first" && try == 1:
			return fmt.Errorf("no card: %w", release.ErrNotYet)
		case key == "7/first" && try < 4:
			return fmt.Errorf("post: %w", askedToWaitError{wait: time.Second})
		case key == "release/7/first" && try < 3:
			return fmt.Errorf("no card: %w", release.ErrNotYet)
		case key == "7/second":
			return fmt.Errorf("archived: %w", release.ErrGivenUp)
		}
		mu.Lock()
		defer mu.Unlock()
		posted = append(posted, key)
		return nil
	})
	post := func(rfc int, key string) release.Notice {
		n := notice(key)
		n.Road, n.Event.RFC.Number = release.ByThread, rfc
		return n
	}
	// A release's thread is another than that of the RFC with its number, and one
	// that has an RFC tells in the RFC's.
	with := func(n release.Notice, number int) release.Notice {
		n.Event.Release = &release.Release{Number: number}
		return n
	}
	d.do(func(tx release.Tx) error {
		return tx.Promise(post(7, "7/first"), post(7, "7/second"), with(post(7, "7/third"), 9), post(8, "8/first"),
			with(post(0, "release/7/first"), 7), with(post(0, "release/8/first"), 8), with(post(0, "release/7/second"), 7))
	})
	d.work(t, storage.QueueConfig{
		Couriers: map[release.Road]release.Courier{release.ByThread: slack}, Replica: "one", MaxAttempts: 2, Timeout: 5 * time.Second,
	})
	for key, want := range map[string]string{
		"7/first":  "sent 1 [] [250 ok 7/first]",
		"7/second": "given-up 1 [archived: given up] []",
		"7/third":  "sent 1 [] [250 ok 7/third]",
		"8/first":  "sent 1 [] [250 ok 8/first]",

		"release/7/first":  "sent 1 [] [250 ok release/7/first]",
		"release/7/second": "sent 1 [] [250 ok release/7/second]",
		"release/8/first":  "sent 1 [] [250 ok release/8/first]",
	} {
		until(t, key+" is "+want, func() bool { return d.state(key) == want })
	}
	mu.Lock()
	defer mu.Unlock()
	of := func(thread string) []string {
		return slices.DeleteFunc(slices.Clone(posted), func(key string) bool { return !strings.HasPrefix(key, thread) })
	}
	same(t, "the order of RFC-7's posts", []string{"7/first", "7/third"}, of("7/"))
	same(t, "the order of REL-7's posts", []string{"release/7/first", "release/7/second"}, of("release/7/"))
	if slices.Index(posted, "8/first") > slices.Index(posted, "7/first") || slices.Index(posted, "release/8/first") > slices.Index(posted, "release/7/first") {
		t.Errorf("a thread waited for another: %v", posted)
	}
}
