package reports

import (
	"context"
	"encoding/base64"
	"fmt"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/emersion/go-smtp"
	"golang.org/x/time/rate"
)

// loginSink is a server with TLS that wants a login.
func loginSink(t *testing.T, ca *authority, names ...string) *sink {
	t.Helper()
	return newSink(t, func(k *sink, s *smtp.Server) {
		s.TLSConfig = ca.server(t, names...)
		s.Backend = smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &loginSession{sinkSession{sink: k}}, nil })
	})
}

// STARTTLS and AUTH, one login for many mails, and doctor's check, by a URL as
// an operator would write it.
func TestStartTLSAndLogin(t *testing.T) {
	ca := newAuthority(t)
	k := loginSink(t, ca, "127.0.0.1")
	cfg, err := ParseSMTP(fmt.Sprintf("smtp://desk:s3cret-word@127.0.0.1:%d?tls=starttls&ca=%s", k.port, ca.file))
	if err != nil {
		t.Fatal(err)
	}
	m, log := newTestMailer(t, k.port, func(c *SMTP) { *c = cfg })
	for i := range 5 {
		if _, err := m.Send(t.Context(), "desk@a.example", fmt.Sprintf("p%d@b.example", i), testBody(i)); err != nil {
			t.Fatal(err)
		}
	}
	if mails, _ := k.count(); mails != 5 || k.logins != 1 {
		t.Errorf("%d mails with %d logins, want 5 with 1", mails, k.logins)
	}
	if err := m.Check(t.Context()); err != nil {
		t.Errorf("check: %v", err)
	}
	if log.String() != "" {
		t.Errorf("logged without need: %s", log)
	}
}

// TLS from the first byte.
func TestImplicitTLS(t *testing.T) {
	ca := newAuthority(t)
	inner := newSink(t, nil)
	// The server's TLS ends in front of it, as at a proxy.
	port := newTLSFront(t, ca, inner.port)
	cfg, err := ParseSMTP(fmt.Sprintf("smtps://127.0.0.1:%d?ca=%s", port, ca.file))
	if err != nil {
		t.Fatal(err)
	}
	m, _ := newTestMailer(t, port, func(c *SMTP) { *c = cfg })
	if _, err := m.Send(t.Context(), "desk@a.example", "one@b.example", testBody(1)); err != nil {
		t.Fatal(err)
	}
	if mails, _ := inner.count(); mails != 1 {
		t.Errorf("%d mails arrived, want 1", mails)
	}
}

// A certificate for another name, or of an unknown authority, ends it before a
// word of the mail or the password is said.
func TestWrongCertificate(t *testing.T) {
	ca, other := newAuthority(t), newAuthority(t)
	for name, c := range map[string]struct {
		sink *sink
		ca   *authority
		want string
	}{
		"wrong name":        {loginSink(t, ca, "mx.other.example"), ca, "certificate"},
		"unknown authority": {loginSink(t, ca, "127.0.0.1"), other, "unknown authority"},
	} {
		m, _ := newTestMailer(t, c.sink.port, func(s *SMTP) {
			s.TLS, s.RootCAs, s.User, s.Password = TLSStart, c.ca.pool, "desk", "s3cret-word"
		})
		for _, err := range []error{m.Check(t.Context()), sendOne(t, m)} {
			if e := failure(t, err); e.Stage != StageTLS || !e.Temporary || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: got %v, want a TLS error about %q", name, err, c.want)
			}
		}
		if mails, _ := c.sink.count(); mails != 0 || c.sink.logins != 0 {
			t.Errorf("%s: the server got %d mails and %d logins", name, mails, c.sink.logins)
		}
	}
}

// Clear text put in front of TLS by somebody between is not taken for an answer.
func TestClearTextBeforeTLSIsRefused(t *testing.T) {
	port := newScript(t, func(s *script, _ int) {
		s.welcome("STARTTLS")
		s.hear("STARTTLS")
		s.say("220 go on", "250-evil", "250 AUTH PLAIN")
	})
	m, _ := newTestMailer(t, port, func(c *SMTP) { c.TLS = TLSStart })
	err := m.Check(t.Context())
	if e := failure(t, err); e.Stage != StageTLS || !strings.Contains(err.Error(), "in front of TLS") {
		t.Errorf("got %v", err)
	}
}

// A wrong password costs no mail (it is temporary), is not tried by everybody
// at once, and is never seen again, not even if the server repeats it.
func TestWrongPasswordIsTemporaryAndNeverShown(t *testing.T) {
	const user, password = "desk", "wr0ng-passw0rd-of-the-desk"
	echo := base64.StdEncoding.EncodeToString([]byte("\x00" + user + "\x00" + password))
	for name, answer := range map[string]string{
		"plain":     "535 5.7.8 bad login " + user + "/" + password,
		"base64":    "535 5.7.8 cannot AUTH PLAIN " + echo,
		"piece":     "500 5.5.1 what is " + echo[10:30] + "?",
		"no answer": echo,
	} {
		port := newScript(t, func(s *script, _ int) {
			s.welcome("AUTH PLAIN")
			s.hear("AUTH")
			s.say(answer)
		})
		m, log := newTestMailer(t, port, func(c *SMTP) { c.User, c.Password = user, password })
		err := sendOne(t, m)
		e := failure(t, err)
		if e.Stage != StageAuth || !e.Temporary || e.RetryAfter <= 0 {
			t.Errorf("%s: got %+v, want a temporary one at authentication", name, e)
		}
		seen := err.Error() + fmt.Sprintf("%+v %#v", *e, *e) + log.String() + fmt.Sprintf("%v %+v %#v", m, m, m)
		for _, secret := range []string{password, echo, echo[10:30]} {
			if strings.Contains(seen, secret) {
				t.Errorf("%s: the credentials are in %s", name, seen)
			}
		}
	}
}

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
