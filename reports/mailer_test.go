package reports

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/time/rate"
)

// Every answer that is not the mail's end is sorted: 4xx again, 5xx never.
func TestAnswersAreSorted(t *testing.T) {
	for name, c := range map[string]struct {
		at, answer string
		want       SendError
	}{
		"greeting":       {"", "554 5.7.1 go away", SendError{Stage: StageHello, Temporary: true, Code: 554, Enhanced: "5.7.1", Answer: "go away"}},
		"login needed":   {"MAIL", "530 5.7.0 log in first", SendError{Stage: StageMail, Temporary: true, Code: 530, Enhanced: "5.7.0", Answer: "log in first"}},
		"sender":         {"MAIL", "550 5.7.1 not you", SendError{Stage: StageMail, Code: 550, Enhanced: "5.7.1", Answer: "not you"}},
		"too big":        {"MAIL", "552 too big", SendError{Stage: StageMail, Code: 552, Answer: "too big"}},
		"greylisted":     {"RCPT", "450 4.7.1 later", SendError{Stage: StageRcpt, Temporary: true, Code: 450, Enhanced: "4.7.1", Answer: "later"}},
		"no such person": {"RCPT", "550 5.1.1 unknown", SendError{Stage: StageRcpt, Code: 550, Enhanced: "5.1.1", Answer: "unknown"}},
		"not now":        {"DATA", "451 4.3.0 disk full", SendError{Stage: StageData, Temporary: true, Code: 451, Enhanced: "4.3.0", Answer: "disk full"}},
		"content":        {".", "554 5.7.1 spam\x07 found", SendError{Stage: StageAnswer, Code: 554, Enhanced: "5.7.1", Answer: "spam found"}},
		"content later":  {".", "451 4.7.1 later", SendError{Stage: StageAnswer, Temporary: true, Code: 451, Enhanced: "4.7.1", Answer: "later"}},
		"going down":     {".", "421 4.3.2 bye", SendError{Stage: StageAnswer, Temporary: true, Code: 421, Enhanced: "4.3.2", Answer: "bye"}},
	} {
		for _, extension := range []string{"PIPELINING", "8BITMIME", "SIZE 1000000"} {
			port := newScript(t, func(s *script, _ int) { s.refuseAt(c.at, c.answer, extension) })
			m, _ := newTestMailer(t, port, nil)
			got := *failure(t, sendOne(t, m))
			got.RetryAfter = 0
			if got != c.want {
				t.Errorf("%s with %s: got %+v, want %+v", name, extension, got, c.want)
			}
		}
	}
}

// refuseAt plays a server that refuses at one word.
func (s *script) refuseAt(word, answer, extension string) {
	if word == "" {
		s.say(answer)
		return
	}
	s.welcome(extension)
	for {
		line, err := s.r.ReadString('\n')
		switch {
		case err != nil:
			return
		case strings.HasPrefix(line, word):
			s.say(answer)
		case strings.HasPrefix(line, "DATA") && word != ".":
			s.say("503 5.5.1 no")
		case strings.HasPrefix(line, "DATA"):
			s.say("354 go on")
			s.hear(".\r\n")
			s.say(answer)
		default:
			s.say("250 ok")
		}
	}
}

// After a refusal the connection is cleared before it is used again: many
// servers take no second MAIL while the first one's transaction is open.
func TestRefusalLeavesConnectionUsable(t *testing.T) {
	for _, extension := range []string{"PIPELINING", "SIZE"} {
		port := newScript(t, func(s *script, n int) {
			s.welcome(extension)
			s.hear("MAIL")
			s.say("250 ok")
			s.hear("RCPT")
			s.say("550 5.1.1 unknown")
			if extension == "PIPELINING" && s.hear("DATA") {
				s.say("503 5.5.1 no recipient")
			}
			if line, _ := s.r.ReadString('\n'); line != "RSET\r\n" {
				s.say("503 5.5.1 nested MAIL")
				return
			}
			s.say("250 ok")
			s.hear("EHLO")
			s.say("250-script.example", "250 "+extension)
			s.take()
			s.say(fmt.Sprintf("250 2.0.0 taken on %d", n))
		})
		m, _ := newTestMailer(t, port, nil)
		if e := failure(t, sendOne(t, m)); e.Code != 550 || e.Temporary {
			t.Errorf("with %s: got %+v, want a permanent 550", extension, e)
		}
		r, err := m.Send(t.Context(), "desk@a.example", "two@b.example", testBody(2))
		if err != nil || !strings.Contains(r.Answer, "taken on 1") {
			t.Errorf("with %s: the next mail gives %+v, %v; want the same connection", extension, r, err)
		}
	}
}

// Connecting has one bound for all its steps, and the caller can end it.
func TestConnectIsBounded(t *testing.T) {
	port := newScript(t, func(*script, int) {})
	m, _ := newTestMailer(t, port, func(c *SMTP) { c.Timeouts = Timeouts{Connect: 200 * time.Millisecond, Command: time.Hour} })
	if err := sendOne(t, m); !errors.Is(err, context.DeadlineExceeded) || failure(t, err).RetryAfter <= 0 {
		t.Errorf("got %v, want a time-out with a back-off", err)
	}
	m, _ = newTestMailer(t, port, func(c *SMTP) { c.Timeouts = Timeouts{Connect: time.Hour, Command: time.Hour} })
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	_, err := m.Send(ctx, "desk@a.example", "one@b.example", testBody(1))
	if e := failure(t, err); !errors.Is(err, context.Canceled) || e.RetryAfter != 0 {
		t.Errorf("got %+v, want it cancelled and nobody else held back", e)
	}
}

// A server that refuses the recipient and yet wants the mail gets nothing, not
// even an empty one.
func TestNoMailAfterRefusedRecipient(t *testing.T) {
	var dot atomic.Bool
	port := newScript(t, func(s *script, _ int) {
		s.welcome("PIPELINING")
		s.hear("DATA")
		s.say("250 ok", "550 5.1.1 unknown", "354 go on")
		dot.Store(s.hear("."))
	})
	m, _ := newTestMailer(t, port, nil)
	if e := failure(t, sendOne(t, m)); e.Stage != StageRcpt || e.Temporary {
		t.Errorf("got %+v", e)
	}
	if dot.Load() {
		t.Error("the server got a mail")
	}
}

// An unused connection the server has closed, politely (421) or not, is
// replaced at once and costs no mail; an old one is closed by us.
func TestDeadConnectionIsReplaced(t *testing.T) {
	for _, goodbye := range []string{"", "421 4.4.2 idle for too long"} {
		closed := make(chan struct{}, 2)
		port := newScript(t, func(s *script, n int) {
			s.welcome("PIPELINING")
			s.take()
			s.say(fmt.Sprintf("250 2.0.0 taken on %d", n))
			if n == 1 {
				if goodbye != "" {
					s.say(goodbye)
				}
				_ = s.Close()
				closed <- struct{}{}
			}
		})
		m, log := newTestMailer(t, port, nil)
		for i := range 2 {
			r, err := m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(i))
			if want := fmt.Sprintf("taken on %d", i+1); err != nil || !strings.Contains(r.Answer, want) {
				t.Errorf("after %q: %+v, %v; want %q", goodbye, r, err, want)
			}
			if i == 0 {
				<-closed
			}
		}
		if !strings.Contains(log.String(), "taking a fresh one") {
			t.Errorf("the log does not tell: %s", log)
		}
	}
}

// A session nobody uses says goodbye after a while.
func TestIdleConnectionIsClosed(t *testing.T) {
	quit := make(chan bool, 1)
	port := newScript(t, func(s *script, _ int) {
		s.welcome("PIPELINING")
		s.take()
		s.say("250 2.0.0 taken")
		quit <- s.hear("QUIT")
	})
	m, _ := newTestMailer(t, port, func(c *SMTP) { c.Timeouts.Idle = 20 * time.Millisecond })
	if err := sendOne(t, m); err != nil {
		t.Fatal(err)
	}
	select {
	case heard := <-quit:
		if !heard {
			t.Error("closed without a goodbye")
		}
	case <-time.After(5 * time.Second):
		t.Error("the connection stays open")
	}
}

// The rate holds for all connections together; who cannot wait is told so.
func TestRate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := NewMailer(SMTP{Host: "127.0.0.1", PerSecond: 20}, func() time.Time { return testTime }, nil)
		defer m.Close()
		second, cancel := context.WithTimeout(t.Context(), time.Second-1)
		defer cancel()
		var begun atomic.Int64
		var all sync.WaitGroup
		for range 16 {
			all.Go(func() {
				for m.wait(second) == nil {
					begun.Add(1)
					<-m.slots
				}
			})
		}
		all.Wait()
		if n := begun.Load(); n != 20 {
			t.Errorf("%d mails began within a second, want 20", n)
		}
		ctx, stop := context.WithTimeout(t.Context(), time.Millisecond)
		defer stop()
		_, err := m.Send(ctx, "desk@a.example", "one@b.example", testBody(1))
		if e := failure(t, err); e.Stage != StageWait || !e.Temporary {
			t.Errorf("got %+v", e)
		}
	})
	if NewMailer(SMTP{Host: "localhost"}, nil, nil).limit.Limit() != rate.Inf {
		t.Error("there is a limit where none was asked for")
	}
}

// The back-off doubles up to half a minute, one tries at a time, and a success
// ends it.
func TestBackOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := new(gate)
		down := sendError(StageDial, net.ErrClosed)
		for i := range 12 {
			if closed := g.enter(); closed != nil {
				t.Fatalf("after %d failures and the back-off: %v", i, closed)
			}
			if i > 0 && g.enter() == nil {
				t.Fatal("two may try at once")
			}
			wait, full := g.leave(down), min(firstBackOff<<i, longBackOff)
			if wait < full/2 || wait > full {
				t.Errorf("back-off %d is %v, want between half of and all of %v", i, wait, full)
			}
			if closed := g.enter(); closed == nil || !closed.Temporary || closed.RetryAfter != wait {
				t.Errorf("in back-off %d one may try (%v)", i, closed)
			}
			<-time.After(wait + 1)
			synctest.Wait()
		}
		if g.enter() != nil {
			t.Error("nobody may try after the last back-off")
		}
		g.giveUp() // its caller's time ended: the next one may try
		if g.enter() != nil || g.leave(nil) != 0 || g.enter() != nil || g.enter() != nil {
			t.Error("the gate stays shut after a success")
		}
	})
}

// Only an address goes into a command.
func TestEnvelopeIsChecked(t *testing.T) {
	m, _ := newTestMailer(t, 1, nil)
	for _, pair := range [][2]string{
		{"desk@a.example", ""}, {"desk@a.example", "a@b.example>\r\nRCPT TO:<c@d.example"}, {"a b@c.example", "a@b.example"},
		{"desk@a.example", "jürgen@b.example"}, {"desk@a.example", "Anna <a@b.example>"}, {"<>", "a@b.example"},
	} {
		_, err := m.Send(t.Context(), pair[0], pair[1], testBody(1))
		if e := failure(t, err); e.Temporary || e.Uncertain {
			t.Errorf("%q: %+v, want a permanent refusal", pair, e)
		}
	}
}

// sendOne sends a mail and returns the error.
func sendOne(t *testing.T, m *Mailer) error {
	t.Helper()
	_, err := m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(1))
	return err
}
