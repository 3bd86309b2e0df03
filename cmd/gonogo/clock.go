package main

import (
	"context"
	"fmt"
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
}

func newClock() *clock { return &clock{real: time.Now} }

// Now returns the programme's time in UTC, to the microsecond.
func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.real().Add(c.ahead).UTC().Truncate(time.Microsecond)
}

// MoveTo moves the clock ahead to t and does what became due. A clock is never
// moved back: what happened has happened.
func (c *clock) MoveTo(ctx context.Context, t time.Time) error {
	if now := c.Now(); !t.After(now) {
		return fmt.Errorf("the clock only moves ahead: it is %s already", now.Format("Mon 2 Jan 2006 15:04 MST"))
	}
	c.mu.Lock()
	c.ahead = t.Sub(c.real())
	moved := c.moved
	c.mu.Unlock()
	if moved == nil {
		return nil
	}
	return moved(ctx)
}

// OnMove sets what is done after the clock was moved.
func (c *clock) OnMove(fn func(context.Context) error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.moved = fn
}
