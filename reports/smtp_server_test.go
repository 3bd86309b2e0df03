package reports

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// caught is a mail as the test server got it.
type caught struct {
	from, to string
	body     []byte
}

// sink is a real SMTP server on loopback that keeps what it takes.
type sink struct {
	port int

	mu       sync.Mutex
	mails    []caught
	sessions int
	logins   int
	refuse   map[string]*smtp.SMTPError // by recipient
}

func (k *sink) NewSession(*smtp.Conn) (smtp.Session, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.sessions++
	return &sinkSession{sink: k}, nil
}

// count returns how many mails and sessions there were.
func (k *sink) count() (mails, sessions int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return len(k.mails), k.sessions
}

// counts returns how often each recipient got mail.
func (k *sink) counts() map[string]int {
	k.mu.Lock()
	defer k.mu.Unlock()
	n := map[string]int{}
	for _, m := range k.mails {
		n[m.to]++
	}
	return n
}

type sinkSession struct {
	sink     *sink
	from, to string
}

func (s *sinkSession) Reset()        {}
func (s *sinkSession) Logout() error { return nil }

func (s *sinkSession) Mail(from string, _ *smtp.MailOptions) error {
	s.from = from
	return nil
}

func (s *sinkSession) Rcpt(to string, _ *smtp.RcptOptions) error {
	if e := s.sink.refuse[to]; e != nil {
		return e
	}
	s.to = to
	return nil
}

func (s *sinkSession) Data(r io.Reader) error {
	body, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	s.sink.mu.Lock()
	defer s.sink.mu.Unlock()
	s.sink.mails = append(s.sink.mails, caught{s.from, s.to, body})
	return nil
}

// loginSession is a session with PLAIN and the password "s3cret-word".
type loginSession struct{ sinkSession }

func (s *loginSession) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *loginSession) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if user != "desk" || password != "s3cret-word" {
			return errors.New("wrong user or password: " + password)
		}
		s.sink.mu.Lock()
		defer s.sink.mu.Unlock()
		s.sink.logins++
		return nil
	}), nil
}

// newSink starts a server; setup may change it before it serves.
func newSink(t testing.TB, setup func(*sink, *smtp.Server)) *sink {
	t.Helper()
	k := &sink{refuse: map[string]*smtp.SMTPError{}}
	srv := smtp.NewServer(k)
	srv.Domain = "sink.example"
	srv.ErrorLog = log.New(io.Discard, "", 0)
	if setup != nil {
		setup(k, srv)
	}
	l := listen(t)
	k.port = l.Addr().(*net.TCPAddr).Port
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = srv.Serve(l)
	}()
	t.Cleanup(func() { _ = srv.Close(); <-done })
	return k
}

// listen opens a port on loopback until the test ends.
func listen(t testing.TB) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// script is one connection of a misbehaving server.
type script struct {
	net.Conn
	r *bufio.Reader
}

// say sends lines.
func (s *script) say(lines ...string) { _, _ = io.WriteString(s, strings.Join(lines, "\r\n")+"\r\n") }

// hear reads lines until one begins with word; false at the end.
func (s *script) hear(word string) bool {
	for {
		line, err := s.r.ReadString('\n')
		if err != nil {
			return false
		}
		if strings.HasPrefix(line, word) {
			return true
		}
	}
}

// welcome greets and answers EHLO with extensions.
func (s *script) welcome(extensions ...string) bool {
	s.say("220 script.example")
	if !s.hear("EHLO") {
		return false
	}
	for _, e := range append([]string{"script.example"}, extensions...) {
		s.say("250-" + e)
	}
	s.say("250 HELP")
	return true
}

// take answers one mail up to and including the dot, without the last answer.
func (s *script) take() bool {
	if !s.hear("MAIL") {
		return false
	}
	s.say("250 ok")
	s.hear("RCPT")
	s.say("250 ok")
	s.hear("DATA")
	s.say("354 go on")
	return s.hear(".\r\n")
}

// newScript starts a server that does what play does; n counts connections from 1.
// After play a connection stays open until the other side says QUIT or closes it.
func newScript(t *testing.T, play func(s *script, n int)) (port int) {
	t.Helper()
	l := listen(t)
	var all sync.WaitGroup
	all.Go(func() {
		for n := 1; ; n++ {
			c, err := l.Accept()
			if err != nil {
				return
			}
			all.Go(func() {
				defer c.Close()
				s := &script{c, bufio.NewReader(c)}
				play(s, n)
				if s.hear("QUIT") {
					s.say("221 bye")
				}
			})
		}
	})
	t.Cleanup(func() { _ = l.Close(); all.Wait() })
	return l.Addr().(*net.TCPAddr).Port
}

// newTLSFront ends TLS in front of a server on another port.
func newTLSFront(t *testing.T, ca *authority, port int) int {
	t.Helper()
	l := tls.NewListener(listen(t), ca.server(t, "127.0.0.1"))
	go func() {
		for {
			near, err := l.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
			if err != nil {
				return
			}
			go func() { _, _ = io.Copy(far, near); _ = far.Close() }()
			go func() { _, _ = io.Copy(near, far); _ = near.Close() }()
		}
	}()
	return l.Addr().(*net.TCPAddr).Port
}

// authority signs certificates for tests.
type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
	pool *x509.CertPool
	file string // PEM
}

func newAuthority(t *testing.T) *authority {
	t.Helper()
	a := &authority{pool: x509.NewCertPool(), file: filepath.Join(t.TempDir(), "ca.pem")}
	der := a.sign(t, &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test authority"},
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}, nil)
	var err error
	if a.cert, err = x509.ParseCertificate(der.Certificate[0]); err != nil {
		t.Fatal(err)
	}
	a.key = der.PrivateKey.(*ecdsa.PrivateKey)
	a.pool.AddCert(a.cert)
	if err := os.WriteFile(a.file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: a.cert.Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	return a
}

// server returns a certificate for names and addresses.
func (a *authority) server(t *testing.T, names ...string) *tls.Config {
	t.Helper()
	tmpl := &x509.Certificate{SerialNumber: big.NewInt(2), ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
	for _, n := range names {
		if ip := net.ParseIP(n); ip != nil {
			tmpl.IPAddresses = append(tmpl.IPAddresses, ip)
		} else {
			tmpl.DNSNames = append(tmpl.DNSNames, n)
		}
	}
	return &tls.Config{Certificates: []tls.Certificate{a.sign(t, tmpl, a)}}
}

// sign makes a certificate valid for all of a century, signed by the parent or itself.
func (a *authority) sign(t *testing.T, tmpl *x509.Certificate, parent *authority) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	tmpl.NotBefore, tmpl.NotAfter = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC)
	signer, signKey := tmpl, key
	if parent != nil {
		signer, signKey = parent.cert, parent.key
	}
	der, err := x509.CreateCertificate(rand.Reader, tmpl, signer, &key.PublicKey, signKey)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// logs is a log to look into.
type logs struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logs) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logs) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// testTime is the clock of these tests.
var testTime = time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC)

// impatient is for tests of time-outs.
func impatient(c *SMTP) {
	c.Timeouts = Timeouts{Connect: 400 * time.Millisecond, Command: 200 * time.Millisecond, Answer: 200 * time.Millisecond}
}

// newTestMailer returns a Mailer to a port on loopback, and its log.
func newTestMailer(t testing.TB, port int, change func(*SMTP)) (*Mailer, *logs) {
	t.Helper()
	cfg := SMTP{Host: "127.0.0.1", Port: port}
	if change != nil {
		change(&cfg)
	}
	l := &logs{}
	m := NewMailer(cfg, func() time.Time { return testTime }, slog.New(slog.NewTextHandler(l, nil)))
	t.Cleanup(m.Close)
	return m, l
}

// testBody is a mail for the transport, which does not look into it.
func testBody(n int) []byte {
	return fmt.Appendf(nil, "Subject: mail %d\r\n\r\nHello\r\n.a line that begins with a dot\r\n", n)
}

// failure returns the SendError of an error and fails if it is not one.
func failure(t *testing.T, err error) *SendError {
	t.Helper()
	var e *SendError
	if !errors.As(err, &e) {
		t.Fatalf("error is %v (%T), want a *SendError", err, err)
	}
	return e
}
