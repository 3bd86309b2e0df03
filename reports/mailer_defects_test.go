package reports

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
)

// The tests of this file and of message_defects_test.go hold gonogo free of what
// the library that builds its mails does wrong (issue 2, section 4): one each,
// named after the defect. Here is the transport.

// A silent server hangs the library's pool: its timeout covers only the wait
// for a connection.
func TestDefectSilentServerHangsSend(t *testing.T) {
	for name, c := range map[string]struct {
		play      func(*script, int)
		stage     Stage
		uncertain bool
	}{
		"no banner":          {func(*script, int) {}, StageHello, false},
		"no answer to EHLO":  {func(s *script, _ int) { s.say("220 hi") }, StageHello, false},
		"no answer to MAIL":  {func(s *script, _ int) { s.welcome() }, StageMail, false},
		"no answer to group": {func(s *script, _ int) { s.welcome("PIPELINING"); s.hear("DATA"); s.say("250 ok") }, StageRcpt, false},
		"no answer to dot":   {func(s *script, _ int) { s.welcome("PIPELINING"); s.take() }, StageAnswer, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m, _ := newTestMailer(t, newScript(t, c.play), impatient)
			_, err := m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(1))
			e := failure(t, err)
			if e.Stage != c.stage || !e.Temporary || e.Uncertain != c.uncertain || e.Code != 0 {
				t.Errorf("got %+v, want stage %q, temporary, uncertain=%v", e, c.stage, c.uncertain)
			}
		})
	}
}

// A server that takes no more bytes hangs the writer of a mail.
func TestDefectServerThatDoesNotReadHangsSend(t *testing.T) {
	release := make(chan struct{})
	port := newScript(t, func(s *script, _ int) {
		_ = s.Conn.(*net.TCPConn).SetReadBuffer(1024)
		s.welcome()
		s.hear("MAIL")
		s.say("250 ok")
		s.hear("RCPT")
		s.say("250 ok")
		s.hear("DATA")
		s.say("354 go on")
		<-release
		_ = s.Close()
	})
	defer close(release)
	m, _ := newTestMailer(t, port, impatient)
	_, err := m.Send(t.Context(), "desk@a.example", "one@b.example", make([]byte, 32<<20))
	if e := failure(t, err); e.Stage != StageBody || !e.Temporary || e.Uncertain {
		t.Errorf("got %+v, want a temporary, certain failure of the transfer", e)
	}
}

// Eight silent banners kill the library's pool for good.
func TestDefectEightSilentBannersKillPool(t *testing.T) {
	var served atomic.Int64
	port := newScript(t, func(s *script, n int) {
		if n > 8 && s.welcome("PIPELINING") {
			for s.take() {
				served.Add(1)
				s.say("250 2.0.0 taken")
			}
		}
	})
	m, _ := newTestMailer(t, port, impatient)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			_, err := m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(i))
			if e := new(SendError); !errors.As(err, &e) || !e.Temporary {
				t.Errorf("error is %v, want a temporary one", err)
			}
		})
	}
	all.Wait()
	sendUntil(t, m, "two@b.example")
	if served.Load() != 1 {
		t.Errorf("the server took %d mails, want 1", served.Load())
	}
}

// sendUntil sends a mail as the queue would: again after each back-off.
func sendUntil(t *testing.T, m *Mailer, to string) Receipt {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for {
		r, err := m.Send(ctx, "desk@a.example", to, testBody(0))
		if err == nil {
			return r
		}
		e := failure(t, err)
		if !e.Temporary || e.Uncertain {
			t.Fatalf("to %s: %v", to, err)
		}
		select {
		case <-time.After(e.RetryAfter):
		case <-ctx.Done():
			t.Fatalf("to %s: not sent in time: %v", to, err)
		}
	}
}

// A dropped connection loses the library's mail without a retry (16 of 1,000).
func TestDefectDroppedConnectionLosesMail(t *testing.T) {
	// The server hangs up after every third mail of a connection, as soon as it
	// has said that it took it.
	var mu sync.Mutex
	got := 0
	port := newScript(t, func(s *script, _ int) {
		if !s.welcome("PIPELINING") {
			return
		}
		for range 3 {
			if !s.take() {
				return
			}
			mu.Lock()
			got++
			mu.Unlock()
			s.say("250 2.0.0 taken")
		}
		_ = s.Close()
	})
	m, _ := newTestMailer(t, port, nil)
	next := make(chan int)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range next {
				if _, err := m.Send(t.Context(), "desk@a.example", fmt.Sprintf("p%d@b.example", i), testBody(i)); err != nil {
					t.Errorf("mail %d: %v", i, err)
				}
			}
		})
	}
	for i := range 300 {
		next <- i
	}
	close(next)
	all.Wait()
	mu.Lock()
	defer mu.Unlock()
	if got != 300 {
		t.Errorf("the server took %d mails, want each of 300 once", got)
	}
}

// A connection that breaks after the dot leaves open whether the mail was taken:
// the Mailer must say so, and neither claim success nor send it again by itself.
func TestDroppedAfterDotIsUncertain(t *testing.T) {
	var taken atomic.Int64
	port := newScript(t, func(s *script, _ int) {
		s.welcome("PIPELINING")
		s.take()
		taken.Add(1)
		_ = s.Close()
	})
	m, _ := newTestMailer(t, port, nil)
	_, err := m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(1))
	e := failure(t, err)
	if !e.Uncertain || !e.Temporary || e.Stage != StageAnswer || !strings.Contains(err.Error(), "may have taken it") {
		t.Errorf("got %+v (%v), want temporary and uncertain", e, err)
	}
	if taken.Load() != 1 {
		t.Errorf("sent %d times, want once", taken.Load())
	}
}

// The library dials as fast as it can when the server is down.
func TestDefectDialStormWhenServerIsDown(t *testing.T) {
	m, _ := newTestMailer(t, 1, nil)
	var dials atomic.Int64
	m.dial = func(context.Context, string, string) (net.Conn, error) {
		dials.Add(1)
		return nil, errors.New("connection refused")
	}
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			for range 200 {
				_, err := m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(1))
				if e := new(SendError); !errors.As(err, &e) || !e.Temporary || e.RetryAfter <= 0 || e.RetryAfter > longBackOff {
					t.Errorf("error is %v, want a temporary one that says when to try again", err)
				}
			}
		})
	}
	all.Wait()
	// Eight slots may dial before the first failure is known; after that it is
	// one per back-off, and these 3,200 tries take less than a few of them.
	if n := dials.Load(); n < 1 || n > 16 {
		t.Errorf("3,200 mails to a dead server made %d dials, want at most 16", n)
	}
}

// Close of the library's pool can hang.
func TestDefectCloseHangs(t *testing.T) {
	sending := make(chan struct{})
	port := newScript(t, func(s *script, n int) {
		s.welcome("PIPELINING")
		s.take()
		if n == 1 {
			s.say("250 2.0.0 taken")
			s.hear("QUIT") // and no answer to it
			return
		}
		close(sending) // and no answer to the dot
	})
	m, _ := newTestMailer(t, port, func(c *SMTP) { c.Timeouts.Answer = time.Hour })
	if _, err := m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(1)); err != nil {
		t.Fatal(err)
	}
	idle := m.takeIdle() // so that the second mail opens a connection of its own
	ended := make(chan error)
	go func() {
		_, err := m.Send(t.Context(), "desk@a.example", "two@b.example", testBody(2))
		ended <- err
	}()
	<-sending
	m.settle(idle, nil)
	closed := make(chan struct{})
	go func() { m.Close(); m.Close(); close(closed) }()
	for range 2 {
		select {
		case <-closed:
			closed = nil
		case err := <-ended:
			if e := failure(t, err); !e.Uncertain || !errors.Is(err, context.Canceled) {
				t.Errorf("the mail under way ended with %+v, want uncertain", e)
			}
		case <-time.After(5 * time.Second):
			t.Fatal("Close hangs, or the mail under way does")
		}
	}
	if _, err := m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(3)); failure(t, err).Stage != StageWait {
		t.Errorf("after Close: %v", err)
	}
}

// The library's pool has data races: this test means something with -race.
func TestDefectDataRaces(t *testing.T) {
	k := newSink(t, nil)
	m, _ := newTestMailer(t, k.port, func(c *SMTP) { c.Conns = 3; c.Timeouts.Idle = time.Millisecond })
	var all sync.WaitGroup
	for i := range 24 {
		all.Go(func() {
			for j := range 8 {
				if _, err := m.Send(t.Context(), "desk@a.example", fmt.Sprintf("p%d-%d@b.example", i, j), testBody(j)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Go(func() {
		if err := m.Check(t.Context()); err != nil {
			t.Error(err)
		}
	})
	all.Wait()
	for to, n := range k.counts() {
		if n != 1 {
			t.Errorf("%s got %d mails", to, n)
		}
	}
	if n, _ := k.count(); n != 24*8 {
		t.Errorf("the server took %d mails, want %d", n, 24*8)
	}
}

// With TLS and credentials configured and none offered, the library sends in clear.
func TestDefectSendsInClearWhenNothingElseIsOffered(t *testing.T) {
	var heard sync.Map
	port := newScript(t, func(s *script, _ int) {
		s.welcome("PIPELINING", "AUTH PLAIN")
		for {
			line, err := s.r.ReadString('\n')
			if err != nil {
				return
			}
			heard.Store(line, true)
			s.say("250 ok")
		}
	})
	m, _ := newTestMailer(t, port, func(c *SMTP) { c.TLS, c.User, c.Password = TLSStart, "desk", "s3cret-word" })
	_, err := m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(1))
	if e := failure(t, err); e.Stage != StageTLS || !e.Temporary {
		t.Errorf("no STARTTLS offered: %+v", e)
	}
	// The server is another machine by name, TLS is switched off by hand.
	m, _ = newTestMailer(t, port, func(c *SMTP) { c.Host, c.TLS, c.User, c.Password = "mx.example", TLSOff, "desk", "s3cret-word" })
	m.dial = func(ctx context.Context, network, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, network, fmt.Sprintf("127.0.0.1:%d", port))
	}
	_, err = m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(1))
	if e := failure(t, err); e.Stage != StageAuth || !e.Temporary {
		t.Errorf("clear text to another machine: %+v", e)
	}
	// AUTH is configured, but the server does not offer it.
	m, _ = newTestMailer(t, newSink(t, nil).port, func(c *SMTP) { c.User, c.Password = "desk", "s3cret-word" })
	_, err = m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(1))
	if e := failure(t, err); e.Stage != StageAuth || !e.Temporary {
		t.Errorf("no AUTH offered: %+v", e)
	}
	heard.Range(func(line, _ any) bool {
		if !strings.HasPrefix(line.(string), "QUIT") {
			t.Errorf("the server heard %q in clear", line)
		}
		return true
	})
}

// One refused recipient stops the library's mail for all.
func TestDefectOneRefusedRecipientStopsAll(t *testing.T) {
	k := newSink(t, func(k *sink, _ *smtp.Server) {
		k.refuse["gone@b.example"] = &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such user"}
		k.refuse["full@b.example"] = &smtp.SMTPError{Code: 452, EnhancedCode: smtp.EnhancedCode{4, 2, 2}, Message: "mailbox full"}
	})
	m, _ := newTestMailer(t, k.port, nil)
	for i, to := range []string{"one@b.example", "gone@b.example", "two@b.example", "full@b.example", "three@b.example"} {
		_, err := m.Send(t.Context(), "desk@a.example", to, testBody(i))
		want, refused := k.refuse[to]
		if !refused {
			if err != nil {
				t.Errorf("to %s: %v", to, err)
			}
			continue
		}
		e := failure(t, err)
		if e.Stage != StageRcpt || e.Code != want.Code || e.Temporary != (want.Code < 500) || e.Uncertain || e.Answer != want.Message ||
			e.Enhanced != fmt.Sprintf("%d.%d.%d", want.EnhancedCode[0], want.EnhancedCode[1], want.EnhancedCode[2]) {
			t.Errorf("to %s: got %+v", to, e)
		}
	}
	if mails, sessions := k.count(); mails != 3 || sessions > 3 {
		t.Errorf("%d mails over %d sessions, want 3 over one connection", mails, sessions)
	}
}

// The library ignores the envelope's sender.
func TestDefectEnvelopeSenderIgnored(t *testing.T) {
	k := newSink(t, nil)
	m, _ := newTestMailer(t, k.port, nil)
	body, err := testMessage().Encode()
	if err != nil {
		t.Fatal(err)
	}
	for i, from := range []string{"bounces+17@a.example", ""} {
		r, err := m.Send(t.Context(), from, "one@b.example", body)
		if err != nil {
			t.Fatal(err)
		}
		if got := k.mails[i]; got.from != from || got.to != "one@b.example" || !bytes.Equal(got.body, body) {
			t.Errorf("the server got %q to %q, want %q to one@b.example and the bytes unchanged", got.from, got.to, from)
		}
		if !r.At.Equal(testTime) || r.Answer == "" {
			t.Errorf("receipt is %+v", r)
		}
	}
}
