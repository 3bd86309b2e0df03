package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"strconv"
	"strings"
	"sync"
	"time"

	"encoding/base64"

	"github.com/emersion/go-smtp"

	"gonogo.dev/bot/workspace"
)

// maxCaught is the size up to which the mailbox takes a mail, in bytes.
const maxCaught = 32 << 20

// mailbox is an SMTP server on loopback that keeps every mail and sends none
// on: in a rehearsal nothing reaches real people (R31).
type mailbox struct {
	server   *smtp.Server
	listener net.Listener
	now      func() time.Time
	changed  func()

	mu    sync.Mutex
	mails []workspace.Mail
}

// openMailbox starts a mailbox on a free port. changed is called after every
// mail that was caught.
func openMailbox(now func() time.Time, changed func()) (*mailbox, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen for the mailbox: %w", err)
	}
	m := &mailbox{listener: listener, now: now, changed: changed}
	m.server = smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &catch{box: m}, nil }))
	m.server.Domain, m.server.MaxMessageBytes = "rehearsal.localhost", maxCaught
	m.server.ReadTimeout, m.server.WriteTimeout = time.Minute, time.Minute
	go func() { _ = m.server.Serve(listener) }() // ends with Close
	return m, nil
}

// URL returns the mailbox as an SMTP_URL.
func (m *mailbox) URL() string { return "smtp://" + m.listener.Addr().String() }

// Close stops the server.
func (m *mailbox) Close() error {
	if err := m.server.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
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

func (m *mailbox) keep(from string, to []string, raw []byte) {
	caught := readMail(raw)
	caught.From, caught.To, caught.At = from, to, m.now()
	m.mu.Lock()
	caught.ID = strconv.Itoa(len(m.mails) + 1)
	m.mails = append(m.mails, caught)
	m.mu.Unlock()
	m.changed()
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
	c.box.keep(c.from, c.to, raw)
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
