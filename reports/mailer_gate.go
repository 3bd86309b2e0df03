package reports

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"time"
)

const (
	firstBackOff = 250 * time.Millisecond
	longBackOff  = 30 * time.Second
)

// gate keeps a server that is down from being dialled by everybody all the
// time: after a failure nobody dials until a back-off has passed, then one does
// and the others wait for what comes of it. The back-off doubles with each
// failure, and no caller waits here: its mail is temporarily refused, with the
// time after which to try again.
type gate struct {
	mu     sync.Mutex
	fails  int           // failures in a row
	shut   bool          // nobody may dial
	wait   time.Duration // the present back-off
	reopen *time.Timer   // ends the back-off
	last   *SendError    // what the last one who dialled found
}

// enter says whether one may dial; who may, calls leave or giveUp afterwards.
func (g *gate) enter() *SendError {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.shut {
		return &SendError{Stage: StageWait, Temporary: true, RetryAfter: g.wait,
			Err: fmt.Errorf("the server could not be used a moment ago: %w", g.last)}
	}
	g.shut = g.fails > 0
	return nil
}

// leave reports how it went and returns the back-off, 0 after a success.
func (g *gate) leave(failed *SendError) time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case failed == nil:
		if g.reopen != nil {
			g.reopen.Stop()
		}
		g.fails, g.wait, g.shut, g.reopen = 0, 0, false, nil
	case g.reopen == nil: // of several who failed together one counts
		seen := *failed // the caller goes on with its own
		g.last = &seen
		full := min(firstBackOff<<min(g.fails, 10), longBackOff)
		g.wait = full/2 + rand.N(full/2) //nolint:gosec // spreads replicas, guards nothing
		g.fails++
		g.shut = true
		g.reopen = time.AfterFunc(g.wait, g.open)
	}
	return g.wait
}

// giveUp reports that the caller's time ended before it was known how it went.
func (g *gate) giveUp() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.reopen == nil {
		g.shut = false
	}
}

// open ends a back-off.
func (g *gate) open() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.shut, g.reopen = false, nil
}

// close stops the clock of a back-off.
func (g *gate) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.reopen != nil {
		g.reopen.Stop()
	}
}
