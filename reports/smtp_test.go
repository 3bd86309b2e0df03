package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TLS is required unless the host is this machine or it is switched off by name.
func TestParseSMTP(t *testing.T) {
	ca := newAuthority(t)
	waits := SMTP{}.withDefaults().Timeouts
	for url, want := range map[string]SMTP{
		"smtp://mx.example":            {Host: "mx.example", Port: 587, TLS: TLSStart, Conns: 8},
		"smtp://mx.example:25/":        {Host: "mx.example", Port: 25, TLS: TLSStart, Conns: 8},
		"smtps://u:p%40%2F@mx.example": {Host: "mx.example", Port: 465, TLS: TLSImplicit, User: "u", Password: "p@/", Conns: 8},
		"smtp://u%40a.example:p@mx.example:2525?rate=0.5&conns=4&helo=desk.example": {
			Host: "mx.example", Port: 2525, TLS: TLSStart, User: "u@a.example", Password: "p", Conns: 4, PerSecond: 0.5, Hello: "desk.example"},
		"smtp://mx.example?tls=off":          {Host: "mx.example", Port: 587, TLS: TLSOff, Conns: 8},
		"smtp://u:p@localhost":               {Host: "localhost", Port: 587, TLS: TLSOff, User: "u", Password: "p", Conns: 8},
		"smtp://[::1]:1025":                  {Host: "::1", Port: 1025, TLS: TLSOff, Conns: 8},
		"smtp://127.0.0.2?tls=starttls":      {Host: "127.0.0.2", Port: 587, TLS: TLSStart, Conns: 8},
		"smtp://127.0.0.1.evil.example":      {Host: "127.0.0.1.evil.example", Port: 587, TLS: TLSStart, Conns: 8},
		"smtp://mx.example?ca=" + ca.file:    {Host: "mx.example", Port: 587, TLS: TLSStart, Conns: 8, RootCAs: ca.pool},
		"smtp://localhost.example?conns=100": {Host: "localhost.example", Port: 587, TLS: TLSStart, Conns: 100},
	} {
		want.Timeouts = waits
		if want.Hello == "" {
			want.Hello = SMTP{}.withDefaults().Hello
		}
		got, err := ParseSMTP(url)
		if d := cmp.Diff(want, got, cmpopts.IgnoreFields(SMTP{}, "RootCAs")); err != nil || d != "" {
			t.Errorf("%s: %v (-want +got)\n%s", url, err, d)
		}
		if !want.RootCAs.Equal(got.RootCAs) {
			t.Errorf("%s: other authorities than the file's", url)
		}
	}
}

// All mistakes are said at once, and none with the password in it.
func TestParseSMTPRefuses(t *testing.T) {
	for url, want := range map[string]string{
		"":                                   "scheme",
		"mx.example":                         "write smtp://",
		"http://mx.example":                  "scheme",
		"smtp://":                            "host",
		"smtp://a_b..c":                      "host",
		"smtp://mx.example:0":                "port",
		"smtp://mx.example:99999":            "port",
		"smtp://mx.example/path":             "write smtp://",
		"smtp://u:s3cr/et@mx.example":        "%2F",
		"smtp://u:s3cr%zzet@mx.example":      "percent-encoded",
		"smtp://u:12?s3cret@mx.example":      "options are",
		"smtp://u:12#s3cret@mx.example":      "%23",
		"smtp://u:12?ca=s3cret@mx.example":   "readable file",
		"smtp://u@mx.example":                "both user and password",
		"smtp://u:s3cret@mx.example?tls=off": "in clear",
		"smtps://mx.example?tls=off":         "smtp:// only",
		"smtp://mx.example?tls=none":         "option tls",
		"smtp://mx.example?rate=0":           "option rate",
		"smtp://mx.example?rate=NaN":         "option rate",
		"smtp://mx.example?conns=0":          "option conns",
		"smtp://mx.example?conns=1000":       "option conns",
		"smtp://mx.example?helo=a%0d%0aMAIL": "option helo",
		"smtp://mx.example?ca=/dev/zero":     "readable file",
		"smtp://mx.example?ca=smtp_test.go":  "PEM",
		"smtp://mx.example?rate=1&rate=2":    "twice",
		"smtp://mx.example?verify=no":        "options are",
		"smtp://u:s%0d%0aRSET@mx.example":    "user and password",
		"smtp://mx.example:0?tls=x&conns=-1": "option conns",
	} {
		_, err := ParseSMTP(url)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "s3cr") {
			t.Errorf("%s: error is %v, want one about %q", url, err, want)
		}
	}
}

// The password is in nothing that is printed or logged.
func TestPasswordIsNeverPrinted(t *testing.T) {
	const password = "s3cret-word"
	cfg, err := ParseSMTP("smtp://desk:" + password + "@mx.example")
	if err != nil || cfg.Password != password {
		t.Fatal(cfg.Password, err)
	}
	var b bytes.Buffer
	m := NewMailer(cfg, func() time.Time { return testTime }, nil)
	defer m.Close()
	for _, v := range []any{cfg, &cfg, m, struct{ Mail SMTP }{cfg}, []SMTP{cfg}} {
		fmt.Fprintf(&b, "%v %+v %#v %s %q", v, v, v, v, v)
		slog.New(slog.NewJSONHandler(&b, nil)).Info("x", "v", v)
		slog.New(slog.NewTextHandler(&b, nil)).Info("x", "v", v)
		if j, err := json.Marshal(v); err == nil {
			b.Write(j)
		}
	}
	if strings.Contains(b.String(), password) || !strings.Contains(b.String(), "smtp://desk@mx.example:587") {
		t.Errorf("printed: %s", &b)
	}
}

// FuzzParseSMTP holds that no URL breaks the reading, what is accepted can be
// used, and neither errors nor prints show a password.
func FuzzParseSMTP(f *testing.F) {
	f.Add("smtp", "desk", "p4ssw0rd-p4ssw0rd", "mx.example:587", "tls=starttls&rate=20&conns=4")
	f.Add("smtps", "u", "a/b?c#d@e:f%", "[::1]:465", "helo=a.example")
	f.Add("smtp", "", "", "localhost", "tls=off")
	f.Fuzz(func(t *testing.T, scheme, user, password, host, options string) {
		url := scheme + "://" + user + ":" + password + "@" + host + "?" + options
		c, err := ParseSMTP(url)
		shown := fmt.Sprintf("%v %+v %#v", c, c, c)
		if err != nil {
			shown = err.Error()
		} else if c.Host == "" || c.Port < 1 || c.Port > 65535 || c.Conns < 1 || c.Conns > 100 || !(c.PerSecond >= 0) || c.Hello == "" ||
			(c.TLS == TLSOff && c.User != "" && !isLoopback(c.Host)) || strings.ContainsAny(c.Host+c.Hello, "\r\n ") {
			t.Errorf("%q was accepted as %#v", url, c)
		}
		rest := scheme + user + host + options + shownWords
		if len(password) >= 8 && strings.Contains(shown, password) && !strings.Contains(rest, password) {
			t.Errorf("the password is shown: %s", shown)
		}
	})
}

// shownWords are what errors and prints say of themselves.
const shownWords = "read the mail server's URL: write smtp://user:password@host:587 or smtps://user:password@host:465, reports.SMTP("
