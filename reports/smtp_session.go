package reports

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"strings"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// session is one connection to the mail server, ready for mail.
type session struct {
	conn   net.Conn // TCP, for cutting it off at once
	wire   *wire
	client *smtp.Client
	hello  string
	idle   *time.Timer // closes the session when it has not been used for a while
}

// dialFunc opens a TCP connection.
type dialFunc func(ctx context.Context, network, addr string) (net.Conn, error)

// connect opens a session within Timeouts.Connect: TCP, TLS, EHLO, AUTH.
func connect(ctx context.Context, cfg SMTP, dial dialFunc) (*session, *SendError) {
	ctx, cancel := context.WithTimeout(ctx, cfg.Timeouts.Connect)
	defer cancel()
	conn, err := dial(ctx, "tcp", cfg.addr())
	if err != nil {
		return nil, sendError(StageDial, err)
	}
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	s, failed := open(ctx, cfg, conn)
	if !stop() && failed == nil {
		failed = &SendError{Stage: StageHello, Temporary: true}
	}
	if failed == nil {
		return s, nil
	}
	_ = conn.Close()
	if ctx.Err() != nil {
		failed.Err = ctx.Err() // rather than "use of closed connection"
	}
	return nil, failed
}

// open makes a session of a TCP connection.
func open(ctx context.Context, cfg SMTP, conn net.Conn) (*session, *SendError) {
	s := &session{conn: conn, wire: &wire{Conn: conn, stall: cfg.Timeouts.Command}, hello: cfg.Hello}
	if cfg.TLS == TLSStart {
		if failed := s.startTLS(cfg); failed != nil {
			return nil, failed
		}
		// The server greets once, before TLS; the client wants to hear it after.
		s.wire.greeting = strings.NewReader("220 TLS begun\r\n")
	}
	if cfg.TLS != TLSOff {
		secured := tls.Client(conn, &tls.Config{ServerName: cfg.Host, RootCAs: cfg.RootCAs, MinVersion: tls.VersionTLS12})
		if err := secured.HandshakeContext(ctx); err != nil {
			return nil, sendError(StageTLS, err)
		}
		s.wire.Conn = secured
	}
	s.client = newClient(s.wire, cfg)
	if err := s.client.Hello(cfg.Hello); err != nil {
		return nil, sendError(StageHello, err)
	}
	if failed := s.authenticate(cfg); failed != nil {
		return nil, failed
	}
	return s, nil
}

// newClient returns go-smtp's client with the deadlines set.
func newClient(conn net.Conn, cfg SMTP) *smtp.Client {
	c := smtp.NewClient(conn)
	c.CommandTimeout, c.SubmissionTimeout = cfg.Timeouts.Command, cfg.Timeouts.Answer
	return c
}

// startTLS asks the server to go on in TLS. The client could do it, but keeps
// the encrypted connection to itself, and wire has to lie above TLS.
func (s *session) startTLS(cfg SMTP) *SendError {
	plain := newClient(s.wire, cfg)
	if err := plain.Hello(cfg.Hello); err != nil {
		return sendError(StageHello, err)
	}
	if offered, _ := plain.Extension("STARTTLS"); !offered {
		return sendError(StageTLS, errors.New("the server offers no STARTTLS; use smtps://, or say tls=off to send in clear"))
	}
	if _, err := io.WriteString(s.wire, "STARTTLS\r\n"); err != nil {
		return sendError(StageTLS, err)
	}
	answers := bufio.NewReader(s.wire)
	if _, _, err := textproto.NewReader(answers).ReadResponse(220); err != nil {
		return sendError(StageTLS, fmt.Errorf("the server refuses STARTTLS: %w", err))
	}
	if answers.Buffered() > 0 {
		return sendError(StageTLS, errors.New("the server, or somebody between, put clear text in front of TLS"))
	}
	return nil
}

// authenticate logs in, where a user is configured. A server that does not
// offer it is an error: the mail would go out as somebody nobody knows.
func (s *session) authenticate(cfg SMTP) *SendError {
	if cfg.User == "" {
		return nil
	}
	if cfg.TLS == TLSOff && !isLoopback(cfg.Host) {
		return sendError(StageAuth, errors.New("the password is not sent in clear to another machine"))
	}
	var auth sasl.Client
	switch {
	case s.client.SupportsAuth(sasl.Plain):
		auth = sasl.NewPlainClient("", cfg.User, cfg.Password)
	case s.client.SupportsAuth(sasl.Login):
		auth = sasl.NewLoginClient(cfg.User, cfg.Password)
	default:
		_, offer := s.client.Extension("AUTH")
		return sendError(StageAuth, fmt.Errorf("the server offers neither PLAIN nor LOGIN, but %q", oneLine(offer)))
	}
	if err := s.client.Auth(auth); err != nil {
		b64 := base64.StdEncoding.EncodeToString
		return scrub(sendError(StageAuth, err), cfg.Password, b64([]byte(cfg.Password)), b64([]byte("\x00"+cfg.User+"\x00"+cfg.Password)))
	}
	return nil
}

// deliver hands one mail over and returns the server's last answer. When ctx
// ends, the connection is cut.
func (s *session) deliver(ctx context.Context, from, to string, body []byte) (string, *SendError) {
	stop := context.AfterFunc(ctx, s.drop)
	defer stop()
	data, failed := s.announce(from, to, len(body))
	if failed != nil {
		return "", withCause(ctx, failed)
	}
	if _, err := data.Write(body); err != nil {
		return "", withCause(ctx, sendError(StageBody, err))
	}
	answer, err := data.CloseWithResponse()
	if err == nil {
		return shorten(oneLine(answer.StatusText), 500), nil
	}
	if s.wire.broken.Load() { // the dot did not get out, so the server has no whole mail
		return "", withCause(ctx, sendError(StageBody, err))
	}
	failed = sendError(StageAnswer, err)
	failed.Uncertain = failed.Code == 0
	return "", withCause(ctx, failed)
}

// announce says MAIL, RCPT and DATA, all at once if the server allows it.
func (s *session) announce(from, to string, size int) (*smtp.DataCommand, *SendError) {
	pipelining, _ := s.client.Extension("PIPELINING")
	if pipelining {
		if err := s.wire.sendAhead(s.envelope(from, to, size)); err != nil {
			return nil, sendError(StageMail, err)
		}
	}
	var first *SendError
	note := func(stage Stage, err error) (goOn bool) {
		if err != nil && first == nil {
			first = sendError(stage, err)
		}
		// Answers to what was sent ahead have to be read, unless there are none.
		return first == nil || pipelining && !first.lost()
	}
	if !note(StageMail, s.client.Mail(from, &smtp.MailOptions{Size: int64(size)})) {
		return nil, first
	}
	if !note(StageRcpt, s.client.Rcpt(to, nil)) {
		return nil, first
	}
	data, err := s.client.Data()
	note(StageData, err)
	if first != nil && err == nil {
		s.drop() // the server awaits a mail nobody may get; it shall not even have an empty one
	}
	return data, first
}

// envelope is what the client is going to say, to the letter; wire holds them
// against each other.
func (s *session) envelope(from, to string, size int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "MAIL FROM:<%s>", from)
	if ok, _ := s.client.Extension("8BITMIME"); ok {
		b.WriteString(" BODY=8BITMIME")
	}
	if ok, _ := s.client.Extension("SIZE"); ok && size != 0 {
		fmt.Fprintf(&b, " SIZE=%d", size)
	}
	fmt.Fprintf(&b, "\r\nRCPT TO:<%s>\r\nDATA\r\n", to)
	return []byte(b.String())
}

// reset makes the session fit for the next mail after a refusal. The client
// says EHLO again after RSET; here is the place, not in the next envelope.
func (s *session) reset() error {
	err := s.client.Reset()
	if err == nil {
		err = s.client.Hello(s.hello)
	}
	if err != nil {
		return fmt.Errorf("reset connection: %w", err)
	}
	return nil
}

// quit says goodbye, waits a moment for the answer and closes.
func (s *session) quit() {
	s.client.CommandTimeout = time.Second
	_ = s.client.Quit()
	s.drop()
}

// drop closes at once.
func (s *session) drop() { _ = s.conn.Close() }

// withCause says why the connection was cut, if we cut it.
func withCause(ctx context.Context, e *SendError) *SendError {
	if e.Code == 0 && ctx.Err() != nil {
		e.Err = ctx.Err()
	}
	return e
}
