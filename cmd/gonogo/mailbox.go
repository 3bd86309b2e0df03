package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/emersion/go-smtp"

	"gonogo.dev/bot/workspace"
)

// maxCaught is the size up to which the mailbox takes a mail, in bytes.
const maxCaught = 32 << 20

// mailbox is an SMTP server on loopback that catches every mail and sends none
// on: in a rehearsal nothing reaches real people (R31).
type mailbox struct {
	server   *smtp.Server
	listener net.Listener
	now      func() time.Time
	changed  func()

	mu    sync.Mutex
	mails []workspace.Mail
	file  *os.File // where they are kept; nil: in memory only
}

// openMailbox starts a mailbox on a free port. changed is called after every
// mail that was caught.
func openMailbox(now func() time.Time, changed func()) (*mailbox, error) {
	listener, err := listenNear(context.Background(), "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("open the mailbox: %w", err)
	}
	m := &mailbox{listener: listener, now: now, changed: changed}
	m.server = smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &catch{box: m}, nil }))
	m.server.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelDebug) // a sender that hangs up is no news
	m.server.Domain, m.server.MaxMessageBytes = "rehearsal.localhost", maxCaught
	m.server.ReadTimeout, m.server.WriteTimeout = time.Minute, time.Minute
	go func() { _ = m.server.Serve(listener) }() // ends with Close
	return m, nil
}

// URL returns the mailbox as an SMTP_URL.
func (m *mailbox) URL() string { return "smtp://" + m.listener.Addr().String() }

// Close stops the server.
func (m *mailbox) Close() error {
	err := m.server.Close()
	if errors.Is(err, net.ErrClosed) {
		err = nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.file != nil {
		err = errors.Join(err, m.file.Close())
		m.file = nil
	}
	if err != nil {
		return fmt.Errorf("close the mailbox: %w", err)
	}
	return nil
}

// Mails returns every mail caught, the newest last.
func (m *mailbox) Mails() []workspace.Mail {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]workspace.Mail(nil), m.mails...)
}

// keptMail is a mail in the mailbox's file, one a line.
type keptMail struct {
	At   time.Time `json:"at"`
	From string    `json:"from"`
	To   []string  `json:"to"`
	Raw  []byte    `json:"raw"`
}

// Keep shows the mails an earlier run left in the file, and keeps every further
// one there. A line that a kill or a full disk cut short is no mail: its sender
// was never told that it arrived, and sends it again.
func (m *mailbox) Keep(name string) error {
	file, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("open the mailbox's file: %w", err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.file = file
	lines := bufio.NewReader(file)
	for {
		line, err := lines.ReadBytes('\n')
		var k keptMail
		if json.Unmarshal(line, &k) == nil {
			m.add(k)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read the mailbox's file: %w", err)
		}
	}
}

// take keeps a mail that came in.
func (m *mailbox) take(k keptMail) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.file != nil {
		line, err := json.Marshal(k)
		if err != nil {
			return fmt.Errorf("keep a mail: %w", err)
		}
		if _, err := fmt.Fprintf(m.file, "\n%s", line); err != nil {
			return fmt.Errorf("keep a mail: %w", err)
		}
	}
	m.add(k)
	return nil
}

// add shows a mail; the lock must be held.
func (m *mailbox) add(k keptMail) {
	caught := readMail(k.Raw)
	caught.ID, caught.From, caught.To, caught.At = strconv.Itoa(len(m.mails)+1), k.From, k.To, k.At
	m.mails = append(m.mails, caught)
}

// catch is one SMTP session.
type catch struct {
	box  *mailbox
	from string
	to   []string
}

func (c *catch) Reset()        { c.from, c.to = "", nil }
func (c *catch) Logout() error { return nil }

func (c *catch) Mail(from string, _ *smtp.MailOptions) error {
	c.from = from
	return nil
}

func (c *catch) Rcpt(to string, _ *smtp.RcptOptions) error {
	c.to = append(c.to, to)
	return nil
}

func (c *catch) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("read the mail: %w", err)
	}
	if err := c.box.take(keptMail{At: c.box.now(), From: c.from, To: c.to, Raw: raw}); err != nil {
		return err
	}
	c.box.changed()
	return nil
}

// readMail takes a message apart for showing. What cannot be read is shown raw.
func readMail(raw []byte) workspace.Mail {
	header, _, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
	caught := workspace.Mail{Header: string(header)}
	message, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		caught.Text = string(raw)
		return caught
	}
	caught.Subject = message.Header.Get("Subject")
	if plain, err := new(mime.WordDecoder).DecodeHeader(caught.Subject); err == nil {
		caught.Subject = plain
	}
	readPart(&caught, message.Header.Get("Content-Type"), message.Header.Get("Content-Transfer-Encoding"), message.Body)
	return caught
}

func readPart(into *workspace.Mail, contentType, encoding string, body io.Reader) {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") {
		parts := multipart.NewReader(body, params["boundary"])
		for part, err := parts.NextRawPart(); err == nil; part, err = parts.NextRawPart() {
			readPart(into, part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part)
		}
		return
	}
	text, err := io.ReadAll(decoded(encoding, body))
	if err != nil {
		text = append(text, "\n(the rest of this part could not be decoded)"...)
	}
	switch {
	case kind == "text/html" && into.HTML == "":
		into.HTML = string(text)
	case kind == "text/plain" && into.Text == "":
		into.Text = string(text)
	case kind == "text/calendar":
		into.Calendar = string(text)
	}
}

func decoded(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(encoding) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}
