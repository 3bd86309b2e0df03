package board

import (
	"sync"
	"time"

	"golang.org/x/time/rate"

	"gonogo.dev/release"
)

// What the board refuses by itself.
const (
	codeBusy  release.Code = "busy"
	codeLarge release.Code = "large"
)

// How often one link may be used, and all that are none together: more than people
// do, far less than a machine that guesses would need.
const (
	perLink   = rate.Limit(1)
	linkBurst = 20
	wrong     = rate.Limit(5)
	wrongMost = 50
	// mostLinks is how many links are remembered; then it begins anew.
	mostLinks = 10_000
)

// pace holds back who asks too often.
type pace struct {
	now   func() time.Time
	mu    sync.Mutex
	links map[release.ReviewLink]*rate.Limiter
	wrong *rate.Limiter
}

func newPace(now func() time.Time) *pace {
	return &pace{now: now, links: map[release.ReviewLink]*rate.Limiter{}, wrong: rate.NewLimiter(wrong, wrongMost)}
}

// allows tells whether a link may be used now; the zero link stands for all that
// are none.
func (p *pace) allows(x release.ReviewLink) bool {
	if x == (release.ReviewLink{}) {
		return p.wrong.AllowN(p.now(), 1)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.links) >= mostLinks {
		clear(p.links)
	}
	limiter, ok := p.links[x]
	if !ok {
		limiter = rate.NewLimiter(perLink, linkBurst)
		p.links[x] = limiter
	}
	return limiter.AllowN(p.now(), 1)
}
