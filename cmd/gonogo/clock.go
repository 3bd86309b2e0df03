package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"time"
)

// clock is the programme's clock. In serve it is the machine's; in a rehearsal
// it can be moved ahead, so that deadlines and reports happen now.
type clock struct {
	real func() time.Time

	mu    sync.Mutex
	ahead time.Duration
	moved func(context.Context) error
	file  string // where ahead is kept; empty: nowhere
}

// Now returns the programme's time in UTC, to the microsecond.
func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now()
}

// now is Now; the lock must be held.
func (c *clock) now() time.Time { return c.real().Add(c.ahead).UTC().Truncate(time.Microsecond) }

// MoveTo moves the clock ahead to t and does what became due. A clock is never
// moved back: what happened has happened.
func (c *clock) MoveTo(ctx context.Context, t time.Time) error {
	c.mu.Lock()
	if now := c.now(); !t.After(now) {
		c.mu.Unlock()
		return fmt.Errorf("the clock only moves ahead: it is %s already", now.Format("Mon 2 Jan 2006 15:04 MST"))
	}
	err := c.set(t.Sub(c.real()))
	moved := c.moved
	c.mu.Unlock()
	if err != nil || moved == nil {
		return err
	}
	return moved(ctx)
}

// StartAt sets the clock before anything has happened, to the past if need be.
func (c *clock) StartAt(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.set(t.Sub(c.real()))
}

// OnMove sets what is done after the clock was moved.
func (c *clock) OnMove(fn func(context.Context) error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.moved = fn
}

// keptClock is the clock's file.
type keptClock struct {
	Ahead string `json:"ahead"` // of the machine's clock, such as "55h3m0s"
}

// Keep goes on as far ahead as an earlier run left it in the file, and keeps it
// there. known tells whether there was an earlier run.
func (c *clock) Keep(file string) (known bool, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.file = file
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	var k keptClock
	if err == nil {
		err = json.Unmarshal(data, &k)
	}
	if err == nil {
		c.ahead, err = time.ParseDuration(k.Ahead)
	}
	if err != nil {
		return false, fmt.Errorf("read the clock in %s: %w", file, err)
	}
	return true, nil
}

// set moves the clock and keeps where it is; the lock must be held.
func (c *clock) set(ahead time.Duration) error {
	if c.file != "" {
		data, err := json.Marshal(keptClock{Ahead: ahead.String()})
		if err != nil {
			return fmt.Errorf("keep the clock: %w", err)
		}
		if err := os.WriteFile(c.file, data, 0o600); err != nil {
			return fmt.Errorf("keep the clock: %w", err)
		}
	}
	c.ahead = ahead
	return nil
}
