package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/mail"
	"net/textproto"
	"slices"
	"strings"
	"time"
)

// Message is one mail to one person. It has a single recipient by its type,
// so nobody sees who else was told and one refused address never stops the
// mail of another. Whatever a user may have typed (names, subject, text,
// attachment names) is made safe by Encode; what only the program chooses
// (addresses, header keys, list ids) is refused when it is not sound.
type Message struct {
	// Key is the notice's unique key; the Message-ID is made from it, so a
	// second sending of one notice can be recognised as such.
	Key string
	// From is the sender people see; its host is the right side of every
	// message id.
	From mail.Address
	// To is the one recipient.
	To mail.Address
	// ReplyTo is where answers go; the zero address leaves the header out.
	ReplyTo mail.Address
	// Subject is shown on one line, whatever it contains.
	Subject string
	// Text is the plain part; every mail has one.
	Text string
	// HTML is the same in HTML; empty leaves it out.
	HTML string
	// Date is when the notice was promised, shown in its own zone.
	Date time.Time
	// InReplyTo is the key of the thread (or of the mail) this one answers.
	InReplyTo string
	// References are keys of the thread, oldest first.
	References []string
	// ListID names the stream of mails people filter by, such as
	// "readiness.mhhs.example"; empty leaves the header out.
	ListID string
	// ListUnsubscribe are https: or mailto: addresses to leave the stream.
	ListUnsubscribe []string
	// OneClick says that a POST to the address is enough (RFC 8058).
	OneClick bool
	// Headers are further headers; see extraHeader for the keys allowed.
	Headers map[string]string
	// Calendar is what a calendar program takes from the mail; the zero value is
	// nothing. It needs HTML.
	Calendar Calendar
	// Attachments are files to keep.
	Attachments []Part
	// Inline are pictures of the HTML, which shows them by "cid:" and Name.
	Inline []Part
}

// maxFiles is how many bytes the files of a mail have together at most.
const maxFiles = 10 << 20

// Part is a file that travels with a mail.
type Part struct {
	// Name is the file's name as its receiver sees it, at most 255 bytes.
	Name string
	// ContentType is its media type, with parameters if need be; empty means
	// application/octet-stream.
	ContentType string
	// Content is the file itself.
	Content []byte
}

// MessageID returns the id other mails refer to, with its angle brackets.
func (m Message) MessageID() string { return messageID(m.Key, m.From) }

// messageID makes an id from a key: always the same for the same key and host.
func messageID(key string, from mail.Address) string {
	sum := sha256.Sum256([]byte(key))
	_, host, _ := strings.Cut(from.Address, "@")
	return "<" + hex.EncodeToString(sum[:20]) + "@" + host + ">"
}

// Encode returns the mail as it goes over the wire: CRLF line ends, ASCII only,
// no line over 998 octets. The same Message always gives the same bytes, so
// they can be frozen when the notice is promised and audited afterwards.
func (m Message) Encode() ([]byte, error) {
	body, err := m.body()
	if err := errors.Join(m.check(), err); err != nil {
		return nil, fmt.Errorf("encode mail %q: %w", m.Key, err)
	}
	var b bytes.Buffer
	b.Grow(len(body.content) + 2048)
	m.writeHeader(&b)
	writeField(&b, "MIME-Version", "1.0")
	writeField(&b, "Content-Type", body.contentType)
	if body.encoding != "" {
		writeField(&b, "Content-Transfer-Encoding", body.encoding)
	}
	b.WriteString("\r\n")
	b.Write(body.content)
	return b.Bytes(), nil
}

// check refuses what cannot be made safe without changing where the mail goes
// or what it claims to be. All mistakes are reported at once.
func (m Message) check() error {
	var errs []error
	if m.Key == "" {
		errs = append(errs, errors.New("it has no key"))
	}
	if oneLine(m.Subject) == "" {
		errs = append(errs, errors.New("it has no subject"))
	}
	if y := m.Date.Year(); y < 1970 || y > 9999 {
		errs = append(errs, fmt.Errorf("its date %v is not one a mail can carry", m.Date))
	}
	errs = append(errs, checkAddress("From", m.From.Address), checkAddress("To", m.To.Address))
	if m.ReplyTo != (mail.Address{}) {
		errs = append(errs, checkAddress("Reply-To", m.ReplyTo.Address))
	}
	if m.ListID != "" && !isDotAtom(m.ListID) {
		errs = append(errs, fmt.Errorf("list id %q is not letters, digits, hyphens and dots", m.ListID))
	}
	for _, u := range m.ListUnsubscribe {
		errs = append(errs, checkListURL(u))
	}
	size := 0
	for _, part := range slices.Concat(m.Attachments, m.Inline) {
		size += len(part.Content)
	}
	if size > maxFiles {
		errs = append(errs, fmt.Errorf("its files have %d bytes; servers take no more than %d", size, maxFiles))
	}
	seen := map[string]bool{}
	for key := range m.Headers {
		name := textproto.CanonicalMIMEHeaderKey(key)
		if !extraHeader(key) || seen[name] {
			errs = append(errs, fmt.Errorf("header %q may not be set here", key))
		}
		seen[name] = true
	}
	return errors.Join(errs...)
}

// writeHeader writes every header but those of the body. The library's own
// header writing is not used: it never folds, encodes structured headers whole,
// cuts address lists at commas inside names, and passes any key and Bcc on.
func (m Message) writeHeader(b *bytes.Buffer) {
	writeField(b, "From", encodeAddress(m.From))
	writeField(b, "To", encodeAddress(m.To))
	if m.ReplyTo != (mail.Address{}) {
		writeField(b, "Reply-To", encodeAddress(m.ReplyTo))
	}
	writeField(b, "Subject", encodeText(m.Subject))
	writeField(b, "Date", m.Date.Format("Mon, 02 Jan 2006 15:04:05 -0700"))
	writeField(b, "Message-ID", m.MessageID())
	if m.InReplyTo != "" {
		writeField(b, "In-Reply-To", messageID(m.InReplyTo, m.From))
	}
	if len(m.References) > 0 {
		ids := make([]string, len(m.References))
		for i, key := range m.References {
			ids[i] = messageID(key, m.From)
		}
		writeField(b, "References", strings.Join(ids, " "))
	}
	// RFC 3834: no holiday answer comes back, and no loop begins.
	writeField(b, "Auto-Submitted", "auto-generated")
	if m.ListID != "" {
		writeField(b, "List-Id", "<"+m.ListID+">")
	}
	if len(m.ListUnsubscribe) > 0 {
		writeField(b, "List-Unsubscribe", "<"+strings.Join(m.ListUnsubscribe, ">, <")+">")
		if m.OneClick {
			writeField(b, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
		}
	}
	keys := make([]string, 0, len(m.Headers))
	for key := range m.Headers {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		writeField(b, textproto.CanonicalMIMEHeaderKey(key), encodeText(m.Headers[key]))
	}
}
