package board

import (
	"sync"
	"time"

	"golang.org/x/time/rate"

	"gonogo.dev/release"
)

// What the board refuses by itself.
const (
	codeBusy   release.Code = "busy"
	codeLarge  release.Code = "large"
	codeMethod release.Code = "method"
)

// How often one link may be used, and all that are none together: more than people
// do, far less than a machine that guesses would need.
const (
	perLink   = rate.Limit(1)
	linkBurst = 20
	wrong     = rate.Limit(5)
	wrongMost = 50
	// A link by mail, to one address and by one client, behind which may be a whole
	// company.
	perAddress   = rate.Limit(1.0 / 60)
	addressBurst = 3
	perClient    = rate.Limit(1.0 / 2)
	clientBurst  = 30
	// mostLinks is how many links are remembered; then it begins anew.
	mostLinks = 10_000
)

// pace holds back who asks too often.
type pace struct {
	now   func() time.Time
	mu    sync.Mutex
	all   map[any]*rate.Limiter // by link, mail address or client
	wrong *rate.Limiter
}

func newPace(now func() time.Time) *pace {
	return &pace{now: now, all: map[any]*rate.Limiter{}, wrong: rate.NewLimiter(wrong, wrongMost)}
}

// allows tells whether a link may be used now; the zero link stands for all that
// are none.
func (p *pace) allows(x release.ReviewLink) bool {
	if x == (release.ReviewLink{}) {
		return p.wrong.AllowN(p.now(), 1)
	}
	return p.once(x, perLink, linkBurst)
}

// allowsVote is the same for the links of votes.
func (p *pace) allowsVote(x release.VoteLink) bool {
	if x == (release.VoteLink{}) {
		return p.wrong.AllowN(p.now(), 1)
	}
	return p.once(x, perLink, linkBurst)
}

// mailbox and client are who may have mail sent to somebody: neither fills
// anybody's box, nor learns by trying who is known.
type (
	mailbox string
	client  string
)

// once tells whether whatever has the key may act once more now.
func (p *pace) once(key any, pace rate.Limit, burst int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.all) >= mostLinks {
		clear(p.all)
	}
	limiter, ok := p.all[key]
	if !ok {
		limiter = rate.NewLimiter(pace, burst)
		p.all[key] = limiter
	}
	return limiter.AllowN(p.now(), 1)
}
