package reports

import (
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

// TLSMode says how the way to the mail server is protected.
type TLSMode string

// The ways to the mail server. TLSAuto means TLSStart, but TLSOff where the
// server is on this machine.
const (
	TLSAuto     TLSMode = ""
	TLSStart    TLSMode = "starttls" // begin in clear, insist on STARTTLS before anything else
	TLSImplicit TLSMode = "implicit" // TLS from the first byte (smtps)
	TLSOff      TLSMode = "off"      // clear text; never carries a password to another machine
)

// SMTP says where mail is handed over and how. Printing or logging it never
// shows the password.
type SMTP struct {
	Host     string
	Port     int
	TLS      TLSMode
	User     string // empty: no authentication
	Password string `json:"-"`
	// RootCAs signs the server's certificate; nil means the system's authorities.
	RootCAs *x509.CertPool `json:"-"`
	// Hello is the name given to the server; empty means this machine's, if it
	// is a full one, else "localhost".
	Hello string
	// Conns is how many connections may be open at once; 0 means 8.
	Conns int
	// PerSecond is how many mails may begin in a second; 0 means no limit.
	PerSecond float64
	Timeouts  Timeouts
}

// Timeouts bound every wait for the mail server; zero values mean the defaults.
type Timeouts struct {
	Connect time.Duration // until the server is ready for mail: TCP, TLS, AUTH; default 15 s
	Command time.Duration // one answer, and one stretch of the mail's bytes; default 30 s
	Answer  time.Duration // the answer that says the mail is taken; default 2 min
	Idle    time.Duration // how long an unused connection stays open; default 30 s
}

// withDefaults fills in what was left empty.
func (c SMTP) withDefaults() SMTP {
	if c.TLS == TLSAuto {
		c.TLS = TLSStart
		if isLoopback(c.Host) {
			c.TLS = TLSOff
		}
	}
	if c.Port == 0 {
		c.Port = 587
		if c.TLS == TLSImplicit {
			c.Port = 465
		}
	}
	if c.Hello == "" {
		c.Hello = "localhost"
		if name, err := os.Hostname(); err == nil && strings.Contains(name, ".") && isDotAtom(name) {
			c.Hello = name
		}
	}
	if c.Conns < 1 {
		c.Conns = 8
	}
	for _, d := range []struct {
		at   *time.Duration
		want time.Duration
	}{
		{&c.Timeouts.Connect, 15 * time.Second}, {&c.Timeouts.Command, 30 * time.Second},
		{&c.Timeouts.Answer, 2 * time.Minute}, {&c.Timeouts.Idle, 30 * time.Second},
	} {
		if *d.at <= 0 {
			*d.at = d.want
		}
	}
	return c
}

// ParseSMTP reads a URL such as smtp://user:password@host:587 (STARTTLS) or
// smtps://user:password@host:465 (TLS from the start), with the options
//
//	tls=off|starttls   off leaves the connection in clear; it is so by itself only on this machine
//	rate=20            mails per second at most
//	conns=4            connections at most (1 to 100)
//	ca=FILE            PEM file of the authority that signed the server's certificate
//	helo=NAME          name given to the server
//
// Its errors never quote the URL, which holds a password.
func ParseSMTP(rawURL string) (SMTP, error) {
	u, err := url.Parse(rawURL)
	if err != nil || u.Opaque != "" || u.Fragment != "" || (u.Path != "" && u.Path != "/") {
		return SMTP{}, errors.New("read the mail server's URL: write smtp://user:password@host:587 or smtps://user:password@host:465, " +
			"with special characters of the password percent-encoded (/ is %2F, ? is %3F, # is %23)")
	}
	c, err := parseServer(u)
	if err := errors.Join(err, parseOptions(&c, u.RawQuery)); err != nil {
		return SMTP{}, fmt.Errorf("read the mail server's URL: %w", err)
	}
	c = c.withDefaults()
	if c.TLS == TLSOff && c.User != "" && !isLoopback(c.Host) {
		return SMTP{}, errors.New("read the mail server's URL: tls=off would send the password in clear; leave out one of the two")
	}
	return c, nil
}

// parseServer reads what stands before the URL's question mark.
func parseServer(u *url.URL) (SMTP, error) {
	c := SMTP{Host: u.Hostname(), User: u.User.Username()}
	c.Password, _ = u.User.Password()
	var errs []error
	switch u.Scheme {
	case "smtp":
	case "smtps":
		c.TLS = TLSImplicit
	default:
		errs = append(errs, errors.New("the scheme is smtp or smtps"))
	}
	if ip, err := netip.ParseAddr(c.Host); (err != nil || ip.Zone() != "") && !isDotAtom(c.Host) {
		errs = append(errs, errors.New("the host is missing or not a host's name"))
	}
	if u.Port() != "" {
		port, err := strconv.ParseUint(u.Port(), 10, 16)
		if err != nil || port == 0 {
			errs = append(errs, errors.New("the port is a number from 1 to 65535"))
		}
		c.Port = int(port)
	}
	if strings.ContainsAny(c.User+c.Password, "\x00\r\n") || (c.User == "") != (c.Password == "") {
		errs = append(errs, errors.New("give both user and password, or neither"))
	}
	return c, errors.Join(errs...)
}

// parseOptions reads what stands behind the URL's question mark.
func parseOptions(c *SMTP, query string) error {
	values, err := url.ParseQuery(query)
	if err != nil {
		return errors.New("the options are written name=value and joined by &")
	}
	options := map[string]func(c *SMTP, value string) error{
		"tls": setTLS, "rate": setRate, "conns": setConns, "ca": setCA, "helo": setHello,
	}
	var errs []error
	for name, v := range values {
		set := options[name]
		switch {
		case set == nil:
			errs = append(errs, errors.New("the options are tls, rate, conns, ca and helo"))
		case len(v) > 1:
			errs = append(errs, fmt.Errorf("option %s is given twice", name))
		default:
			errs = append(errs, set(c, v[0]))
		}
	}
	return errors.Join(errs...)
}

func setTLS(c *SMTP, value string) error {
	mode := TLSMode(value)
	if c.TLS == TLSImplicit || (mode != TLSOff && mode != TLSStart) {
		return errors.New("option tls is off or starttls, and goes with smtp:// only")
	}
	c.TLS = mode
	return nil
}

func setRate(c *SMTP, value string) (err error) {
	c.PerSecond, err = strconv.ParseFloat(value, 64)
	if err != nil || !(c.PerSecond > 0 && c.PerSecond <= 100_000) {
		return errors.New("option rate is a number of mails per second, such as 20 or 0.5")
	}
	return nil
}

func setConns(c *SMTP, value string) (err error) {
	c.Conns, err = strconv.Atoi(value)
	if err != nil || c.Conns < 1 || c.Conns > 100 {
		return errors.New("option conns is a number from 1 to 100")
	}
	return nil
}

func setCA(c *SMTP, value string) (err error) {
	c.RootCAs, err = readCA(value)
	return err
}

func setHello(c *SMTP, value string) error {
	c.Hello = value
	if !isDotAtom(value) {
		return errors.New("option helo is a host's name")
	}
	return nil
}

// readCA reads the certificates of an authority, at most 1 MB.
func readCA(path string) (*x509.CertPool, error) {
	unreadable := errors.New("option ca does not name a readable file")
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil, unreadable
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable
	}
	defer f.Close()
	pem, err := io.ReadAll(io.LimitReader(f, 1<<20))
	if err != nil {
		return nil, unreadable
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(pem) {
		return nil, errors.New("option ca names a file without a PEM certificate")
	}
	return pool, nil
}

// isLoopback tells whether a host is this machine.
func isLoopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return strings.EqualFold(host, "localhost") || err == nil && ip.Unmap().IsLoopback()
}

// addr is where to dial.
func (c SMTP) addr() string { return net.JoinHostPort(c.Host, strconv.Itoa(c.Port)) }

// String shows the server and the user, never the password.
func (c SMTP) String() string {
	scheme, user := "smtp", ""
	if c.TLS == TLSImplicit {
		scheme = "smtps"
	}
	if c.User != "" {
		user = url.User(c.User).String() + "@"
	}
	return fmt.Sprintf("%s://%s%s", scheme, user, c.addr())
}

// GoString keeps the password out of %#v too.
func (c SMTP) GoString() string { return "reports.SMTP(" + c.String() + ")" }

// LogValue keeps the password out of structured logs.
func (c SMTP) LogValue() slog.Value { return slog.StringValue(c.String()) }
