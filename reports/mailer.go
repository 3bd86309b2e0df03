// Package reports is the reading side: it tells people who never open Slack
// what stands, what was decided and what awaits them. Its mail part builds
// every message so that no name or title can break it, and hands it to the mail
// server so that a retry is safe: whatever SMTP lets one know about a mail's
// fate is in the receipt or the error.
package reports

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"slices"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Mailer hands mails to one mail server over a few connections that are kept
// and reused. It is safe for use by many goroutines.
type Mailer struct {
	cfg   SMTP
	now   func() time.Time
	log   *slog.Logger
	dial  dialFunc
	slots chan struct{} // as many as connections may be open
	limit *rate.Limiter
	gate  *gate
	life  context.Context //nolint:containedctx // it ends with Close, and every Send with it
	end   context.CancelFunc

	mu   sync.Mutex
	idle []*session // the most recently used last
}

// NewMailer returns a Mailer; it connects when there is something to send. The
// clock dates receipts only: time-outs run in real time.
func NewMailer(cfg SMTP, now func() time.Time, log *slog.Logger) *Mailer {
	cfg = cfg.withDefaults()
	limit := rate.Inf
	if cfg.PerSecond > 0 {
		limit = rate.Limit(cfg.PerSecond)
	}
	m := &Mailer{
		cfg: cfg, now: now, log: log, dial: new(net.Dialer).DialContext,
		slots: make(chan struct{}, cfg.Conns), limit: rate.NewLimiter(limit, 1), gate: new(gate),
	}
	m.life, m.end = context.WithCancel(context.Background())
	return m
}

// Send hands a mail (as Message.Encode made it) over for one recipient. From is
// the envelope's sender, where bounces go; empty means no bounces. It returns
// when the server has taken the mail, refused it, or nothing more can be known;
// its error is a *SendError. A connection that turns out dead before the
// server said anything about this mail is replaced at once; every other retry
// is the caller's.
func (m *Mailer) Send(ctx context.Context, from, to string, body []byte) (Receipt, error) {
	if err := checkEnvelope(from, to); err != nil {
		return Receipt{}, &SendError{Stage: StageRcpt, Err: err}
	}
	ctx, cancel := m.within(ctx)
	defer cancel()
	if err := m.wait(ctx); err != nil {
		return Receipt{}, &SendError{Stage: StageWait, Temporary: true, Err: err}
	}
	defer func() { <-m.slots }()

	for reuse := true; ; reuse = false {
		s, reused, failed := m.session(ctx, reuse)
		if failed != nil {
			return Receipt{}, failed
		}
		answer, failed := s.deliver(ctx, from, to, body)
		m.settle(s, failed)
		if failed == nil {
			return Receipt{Answer: answer, At: m.now()}, nil
		}
		if !reused || failed.Stage != StageMail || !failed.lost() || ctx.Err() != nil {
			return Receipt{}, failed
		}
		m.log.InfoContext(ctx, "mail connection was dead, taking a fresh one", "server", m.cfg, "error", failed)
	}
}

// Check connects, does TLS, logs in and says NOOP and QUIT, for "gonogo doctor".
// Its error is a *SendError. It takes no notice of a back-off.
func (m *Mailer) Check(ctx context.Context) error {
	ctx, cancel := m.within(ctx)
	defer cancel()
	s, failed := connect(ctx, m.cfg, m.dial)
	if failed != nil {
		return failed
	}
	stop := context.AfterFunc(ctx, s.drop)
	defer stop()
	defer s.quit()
	if err := s.client.Noop(); err != nil {
		return withCause(ctx, sendError(StageCheck, err))
	}
	return nil
}

// Close says goodbye on unused connections and cuts the others off; a Send under
// way ends with an error, so let them finish first. It returns within about a
// second whatever the server does, and may be called twice.
func (m *Mailer) Close() {
	m.end()
	m.gate.close()
	m.mu.Lock()
	idle := m.idle
	m.idle = nil
	m.mu.Unlock()
	var quitting sync.WaitGroup
	for _, s := range idle {
		s.idle.Stop()
		quitting.Go(s.quit)
	}
	quitting.Wait()
}

// String shows the server, never the password.
func (m *Mailer) String() string { return "mailer to " + m.cfg.String() }

// GoString keeps the password out of %#v too.
func (m *Mailer) GoString() string { return m.String() }

// within returns a context that ends with ctx and with the Mailer.
func (m *Mailer) within(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(m.life, cancel)
	return ctx, func() { stop(); cancel() }
}

// wait waits for a slot, which the caller gives back, and for the rate.
func (m *Mailer) wait(ctx context.Context) error {
	if m.life.Err() != nil {
		return m.endCause(ctx)
	}
	select {
	case m.slots <- struct{}{}:
	case <-ctx.Done():
		return m.endCause(ctx)
	}
	err := m.limit.Wait(ctx)
	if err == nil {
		return nil
	}
	<-m.slots
	if ctx.Err() != nil {
		return m.endCause(ctx)
	}
	return fmt.Errorf("the rate allows it too late: %w", err)
}

// endCause tells a closed Mailer from a caller who gave up.
func (m *Mailer) endCause(ctx context.Context) error {
	if m.life.Err() != nil {
		return errors.New("the mailer is closed")
	}
	return ctx.Err()
}

// session returns an unused session if there is one, and else a fresh one.
func (m *Mailer) session(ctx context.Context, reuse bool) (s *session, reused bool, failed *SendError) {
	if reuse {
		if s := m.takeIdle(); s != nil {
			return s, true, nil
		}
	}
	s, failed = m.connect(ctx)
	return s, false, failed
}

// takeIdle returns an unused session or nil.
func (m *Mailer) takeIdle() *session {
	m.mu.Lock()
	defer m.mu.Unlock()
	last := len(m.idle) - 1
	if last < 0 {
		return nil
	}
	s := m.idle[last]
	m.idle = m.idle[:last]
	s.idle.Stop()
	return s
}

// connect opens a session, unless the server is down and it is not yet time to
// ask again.
func (m *Mailer) connect(ctx context.Context) (*session, *SendError) {
	if closed := m.gate.enter(); closed != nil {
		return nil, closed
	}
	s, failed := connect(ctx, m.cfg, m.dial)
	if failed != nil && ctx.Err() != nil {
		m.gate.giveUp()
		return nil, withCause(ctx, failed)
	}
	if retry := m.gate.leave(failed); failed != nil {
		failed.RetryAfter = retry
		m.log.WarnContext(ctx, "mail server cannot be used", "server", m.cfg, "error", failed)
	}
	return s, failed
}

// settle keeps a session for the next mail, or drops it if it is of no more use.
func (m *Mailer) settle(s *session, failed *SendError) {
	if failed != nil && (failed.lost() || failed.Stage != StageAnswer && s.reset() != nil) {
		s.drop()
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.life.Err() != nil {
		s.drop()
		return
	}
	s.idle = time.AfterFunc(m.cfg.Timeouts.Idle, func() { m.retire(s) })
	m.idle = append(m.idle, s)
}

// retire ends a session nobody used for a while.
func (m *Mailer) retire(s *session) {
	m.mu.Lock()
	i := slices.Index(m.idle, s)
	if i >= 0 {
		m.idle = slices.Delete(m.idle, i, i+1)
	}
	m.mu.Unlock()
	if i >= 0 {
		s.quit()
	}
}

// checkEnvelope refuses addresses that would be more than an address in a command.
func checkEnvelope(from, to string) error {
	if from == "" {
		return checkAddress("recipient", to)
	}
	return errors.Join(checkAddress("sender", from), checkAddress("recipient", to))
}
