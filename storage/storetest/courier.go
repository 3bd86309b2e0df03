package storetest

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// courier carries notices into memory. Its script says how each try ends.
type courier struct {
	mu       sync.Mutex
	rendered map[string]int
	carried  map[string][]string // the bodies handed over, by key
	script   func(ctx context.Context, key string, try int) error
}

func newCourier(script func(ctx context.Context, key string, try int) error) *courier {
	return &courier{rendered: map[string]int{}, carried: map[string][]string{}, script: script}
}

// Render returns bytes that differ each time, so that freezing shows.
func (c *courier) Render(_ context.Context, n release.Notice) ([]byte, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rendered[n.Key]++
	return fmt.Appendf(nil, "%s of %s, rendering %d", n.Key, n.Event.RFC.Content.Title, c.rendered[n.Key]), nil
}

// Carry does what the script says.
func (c *courier) Carry(ctx context.Context, n release.Notice) (release.Receipt, error) {
	c.mu.Lock()
	c.carried[n.Key] = append(c.carried[n.Key], string(n.Body))
	try := len(c.carried[n.Key])
	c.mu.Unlock()
	if err := c.script(ctx, n.Key, try); err != nil {
		return release.Receipt{}, err
	}
	return release.Receipt{At: noon.Add(time.Hour), Detail: "250 ok " + n.Key}, nil
}

// tries returns the bodies handed over for a key.
func (c *courier) tries(key string) []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return append([]string(nil), c.carried[key]...)
}

// work starts a queue that stops with its test.
func (d *desk) work(t *testing.T, c storage.QueueConfig) *storage.Queue {
	t.Helper()
	q, err := storage.NewQueue(t.Context(), d.DB, c)
	if err != nil {
		t.Fatalf("make a queue: %v", err)
	}
	if err := q.Start(t.Context()); err != nil {
		t.Fatalf("start: %v", err)
	}
	t.Cleanup(func() { stop(t, q) })
	return q
}

func stop(t *testing.T, q *storage.Queue) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), patience)
	defer cancel()
	if err := q.Stop(ctx); err != nil {
		t.Errorf("stop: %v", err)
	}
}

// state returns a notice's state, attempts and last error.
func (d *desk) state(key string) string {
	d.t.Helper()
	var state, why, receipt string
	var attempts int
	const query = `SELECT state, attempts, last_error, receipt FROM notices WHERE key = $1`
	row := d.raw().QueryRowContext(d.t.Context(), query, key)
	if err := row.Scan(&state, &attempts, &why, &receipt); err != nil {
		d.t.Fatalf("state of %s: %v", key, err)
	}
	return fmt.Sprintf("%s %d [%s] [%s]", state, attempts, why, receipt)
}
