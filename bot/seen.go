package bot

import (
	"context"
	"sync"
)

// How many handled keys and opened Homes a process remembers. Slack repeats
// within minutes; what writes is held once by the ledger, for ever.
const (
	seenKeys  = 20_000
	seenHomes = 5_000
)

// seen remembers what was handled. Whoever comes second while the first is
// under way waits and gets the same answer; whoever comes later gets none.
type seen struct {
	mu       sync.Mutex
	handled  *recent
	underway map[string]*flight
}

type flight struct {
	done   chan struct{}
	answer answer
}

func newSeen(most int) *seen {
	return &seen{handled: newRecent(most), underway: map[string]*flight{}}
}

// once runs fn for a key, unless it ran before; fn tells whether it is settled,
// so that a fault may be tried again. The empty key always runs.
func (s *seen) once(ctx context.Context, key string, fn func() (a answer, settled bool)) (a answer, first bool) {
	if key == "" {
		a, _ = fn()
		return a, true
	}
	s.mu.Lock()
	if s.handled.has(key) {
		s.mu.Unlock()
		return answer{}, false
	}
	if f, ok := s.underway[key]; ok {
		s.mu.Unlock()
		select {
		case <-f.done:
			return answer{body: f.answer.body}, false
		case <-ctx.Done():
			return answer{}, false
		}
	}
	f := &flight{done: make(chan struct{})}
	s.underway[key] = f
	s.mu.Unlock()

	var settled bool
	f.answer, settled = fn()
	s.mu.Lock()
	delete(s.underway, key)
	if settled {
		s.handled.add(key)
	}
	s.mu.Unlock()
	close(f.done)
	return f.answer, true
}

// recent is a set of the newest keys; it forgets the oldest beyond its size.
type recent struct {
	mu   sync.Mutex
	keys map[string]struct{}
	ring []string
	next int
}

func newRecent(most int) *recent {
	return &recent{keys: map[string]struct{}{}, ring: make([]string, most)}
}

func (r *recent) has(key string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	_, ok := r.keys[key]
	return ok
}

func (r *recent) add(key string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.keys[key]; ok {
		return
	}
	delete(r.keys, r.ring[r.next])
	r.ring[r.next] = key
	r.keys[key] = struct{}{}
	r.next = (r.next + 1) % len(r.ring)
}
