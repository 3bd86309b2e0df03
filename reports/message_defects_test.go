package reports

import (
	"bytes"
	"net/mail"
	"strings"
	"testing"

	"github.com/emersion/go-smtp"
)

// delivered sends a message through a real SMTP server and returns what came
// out there. See mailer_defects_test.go for what these tests are.
func delivered(t *testing.T, m Message) []byte {
	t.Helper()
	k := newSink(t, func(_ *sink, s *smtp.Server) { s.MaxLineLength = 1000 })
	mailer, _ := newTestMailer(t, k.port, nil)
	body := encoded(t, m)
	if _, err := mailer.Send(t.Context(), m.From.Address, m.To.Address, body); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(k.mails[0].body, body) {
		t.Error("the server got other bytes than were frozen")
	}
	return k.mails[0].body
}

// keys returns a header's keys.
func keys(h mail.Header) map[string]int {
	n := map[string]int{}
	for key, values := range h {
		n[key] = len(values)
	}
	return n
}

// The library never folds: a long Subject or List-Unsubscribe exceeds 998 octets.
func TestDefectHeadersAreNeverFolded(t *testing.T) {
	m := testMessage()
	m.ReplyTo.Address = "rm@gonogo.example"
	for range 12 {
		m.ListUnsubscribe = append(m.ListUnsubscribe, "https://gonogo.example/mail/off?person="+strings.Repeat("a", 100))
		m.References = append(m.References, m.Subject)
	}
	for name, long := range map[string]string{
		"words":    strings.TrimSpace(strings.Repeat("release ", 400)),
		"one word": strings.Repeat("x", 3000),
		"umlauts":  strings.Repeat("ü", 3000),
		"emoji":    strings.TrimSpace(strings.Repeat("🚀 ", 900)),
	} {
		m.Subject, m.To.Name, m.ReplyTo.Name = long, long, long
		m.Headers = map[string]string{"X-Gonogo-Title": long}
		raw := delivered(t, m)
		h, _ := read(t, raw)
		to, err := h.AddressList("To")
		if decoded(t, h, "Subject") != long || decoded(t, h, "X-Gonogo-Title") != long || err != nil || to[0].Name != long {
			t.Errorf("%s: the long text does not read back (%v)", name, err)
		}
		head, _, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
		for line := range strings.SplitSeq(string(head), "\r\n") {
			if len(line) > 78 && !strings.Contains(line, "https://") {
				t.Errorf("%s: header line of %d octets: %q", name, len(line), line)
			}
		}
	}
}

// The library encodes Reply-To whole, which makes it unparsable.
func TestDefectReplyToWithUmlautIsUnparsable(t *testing.T) {
	m := testMessage()
	m.ReplyTo = mail.Address{Name: "Jürgen Groß", Address: "jg@b.example"}
	h, _ := read(t, delivered(t, m))
	got, err := h.AddressList("Reply-To")
	if err != nil || len(got) != 1 || *got[0] != m.ReplyTo {
		t.Errorf("Reply-To is %q: %v (%v)", h.Get("Reply-To"), got, err)
	}
}

// The library cuts address headers at every comma, and leaves raw 8-bit behind.
func TestDefectCommaAndUmlautInNameLeaveRaw8Bit(t *testing.T) {
	for _, name := range []string{
		"Müller, Anna", "O'Neil, Pat", `the "boss", Dr.`, "=?utf-8?q?evil?=", "a <b@c.example>, d", `back\slash`, "x\r\nBcc: y@z.example", "  ", "Ξένια",
	} {
		m := testMessage()
		m.From.Name, m.To.Name = name, name
		h, _ := read(t, delivered(t, m)) // encoded checks for 8-bit
		for _, key := range []string{"From", "To"} {
			got, err := h.AddressList(key)
			if err != nil || len(got) != 1 || got[0].Name != oneLine(name) || !strings.HasSuffix(got[0].Address, ".example") {
				t.Errorf("%s of %q is %q: %v (%v)", key, name, h.Get(key), got, err)
			}
		}
		if keys(h)["Bcc"] != 0 {
			t.Errorf("name %q made a Bcc header", name)
		}
	}
}

// Attachment names inject headers into the library's parts.
func TestDefectAttachmentNamesInjectHeaders(t *testing.T) {
	for name, want := range map[string]string{
		"a.pdf\"\r\nContent-Type: text/html\r\n\r\n<script>": "a.pdf\" Content-Type: text_html <script>",
		"../../etc/passwd":   ".._.._etc_passwd",
		`C:\evil.exe`:        "C:_evil.exe",
		"fdp.\u202eexe":      "fdp.exe",
		"Änderung 7.pdf":     "Änderung 7.pdf",
		"x\"; name=\"y.html": "x\"; name=\"y.html",
	} {
		m := testMessage()
		m.Attachments = []Part{{Name: name, Content: []byte("content")}}
		_, parts := read(t, delivered(t, m))
		if len(parts) != 2 || parts[1].Name != want || parts[1].Type != "application/octet-stream" || parts[1].Content != "content" {
			t.Errorf("attachment %q came out as %+v, want it named %q", name, parts, want)
		}
	}
}

// Header keys inject headers into the library's mails.
func TestDefectHeaderKeysInjectHeaders(t *testing.T) {
	for _, key := range []string{
		"X-A\r\nBcc", "X-A: b\r\nBcc", "X-", "X", "", "X-Ä", "X-a b", "X-a:", "From", "to", "Content-Type", "mime-version",
		"Sender", "Return-Path", "Received", "DKIM-Signature", "Message-ID", "X-" + strings.Repeat("a", 1000),
	} {
		m := testMessage()
		m.Headers = map[string]string{key: "v"}
		if b, err := m.Encode(); err == nil {
			t.Errorf("header key %q was taken:\n%s", key, b)
		}
	}
	m := testMessage()
	want := keys(func() mail.Header { h, _ := read(t, encoded(t, m)); return h }())
	want["X-A"] = 1
	m.Headers = map[string]string{"X-A": "v\r\nBcc: x@y.example\r\n\r\nbody"}
	m.Subject = "s\r\nBcc: x@y.example\r\n\r\nbody"
	m.Key = "k>\r\nBcc: x@y.example"
	h, _ := read(t, delivered(t, m))
	if got := keys(h); len(got) != len(want) || got["Bcc"] != 0 || got["X-A"] != 1 {
		t.Errorf("headers are %v, want %v", got, want)
	}
}

// Headers["Bcc"] of the library ends in the mail, for everyone to see.
func TestDefectBccLeaks(t *testing.T) {
	for _, key := range []string{"Bcc", "bcc", "BCC", "Cc", "Resent-Bcc"} {
		m := testMessage()
		m.Headers = map[string]string{key: "hidden@c.example"}
		if b, err := m.Encode(); err == nil || bytes.Contains(b, []byte("hidden")) {
			t.Errorf("header %s was taken:\n%s", key, b)
		}
	}
}
