package reports

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/emersion/go-smtp"
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
		m, log := newTestMailer(t, port, func(c *SMTP) { impatient(c); c.User, c.Password = user, password })
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
