package reports

import (
	"bytes"
	"encoding/base64"
	"flag"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// update rewrites the golden files of this package.
var update = flag.Bool("update", false, "rewrite the golden files")

// testMessage is a plain mail.
func testMessage() Message {
	return Message{
		Key: "rfc/12/raised/anna", From: mail.Address{Name: "Release Desk", Address: "desk@gonogo.example"},
		To: mail.Address{Name: "Anna", Address: "anna@b.example"}, Subject: "RFC-12 was raised", Text: "Hello", Date: testTime,
	}
}

// fullMessage is a mail with everything in it.
func fullMessage() Message {
	m := testMessage()
	m.To.Name = "Müller, Zoë"
	m.ReplyTo = mail.Address{Name: "Größte Release-Leitstelle, Süd", Address: "rm@gonogo.example"}
	m.Subject = "[MHHS] RFC-12 „Zählerstände“: Go – 7 of 9 seats were heard, two conditions stand until Friday"
	m.Text = "Hello Zoë,\n\n.a dot begins this line\nFrom the board: Go.\n"
	m.HTML = `<p>Hello Zoë, <img src="cid:seal.png"></p>`
	m.InReplyTo, m.References = "rfc/12", []string{"rfc/12", "rfc/12/raised/anna"}
	m.ListID, m.ListUnsubscribe = "rfc.mhhs.example", []string{"https://gonogo.example/mail/off?p=anna", "mailto:off@gonogo.example"}
	m.Headers = map[string]string{"X-Gonogo-Notice": "decided", "Importance": "high"}
	m.Attachments = []Part{{Name: "Änderung; \"final\".pdf", ContentType: "application/pdf", Content: bytes.Repeat([]byte("pdf "), 60)}}
	m.Inline = []Part{{Name: "seal.png", ContentType: "image/png", Content: []byte("\x89PNG")}}
	return m
}

// encoded encodes a message and checks what holds for every mail's bytes.
func encoded(t testing.TB, m Message) []byte {
	t.Helper()
	b, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	checkWire(t, b)
	return b
}

// checkWire holds a mail against RFC 5322: ASCII, CRLF, lines of 998 octets at most.
func checkWire(t testing.TB, b []byte) {
	t.Helper()
	if !bytes.HasSuffix(b, []byte("\r\n")) {
		t.Error("the mail does not end with a line end")
	}
	for line := range bytes.SplitSeq(b, []byte("\r\n")) {
		if len(line) > 998 || bytes.ContainsAny(line, "\r\n\x00") || bytes.ContainsFunc(line, func(r rune) bool { return r > 0x7e }) {
			t.Errorf("line of %d octets, or not plain ASCII: %.200q", len(line), line)
		}
	}
}

// leaf is a part of a mail as a reader sees it.
type leaf struct{ Type, Disposition, Name, ID, Content string }

// read reads a mail back with the standard library: header and leaves in order.
func read(t testing.TB, b []byte) (mail.Header, []leaf) {
	t.Helper()
	msg, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("read back: %v", err)
	}
	return msg.Header, leaves(t, func(k string) string { return msg.Header.Get(k) }, msg.Body)
}

// leaves walks through the parts.
func leaves(t testing.TB, header func(string) string, body io.Reader) []leaf {
	t.Helper()
	mediaType, params, err := mime.ParseMediaType(header("Content-Type"))
	if err != nil {
		t.Fatalf("content type %q: %v", header("Content-Type"), err)
	}
	if strings.HasPrefix(mediaType, "multipart/") {
		var all []leaf
		for r := multipart.NewReader(body, params["boundary"]); ; {
			p, err := r.NextRawPart()
			if err == io.EOF {
				return all
			}
			if err != nil {
				t.Fatalf("next part: %v", err)
			}
			all = append(all, leaves(t, p.Header.Get, p)...)
		}
	}
	switch header("Content-Transfer-Encoding") {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	default:
		t.Errorf("part is encoded as %q", header("Content-Transfer-Encoding"))
	}
	content, err := io.ReadAll(body)
	if err != nil {
		t.Fatalf("decode part: %v", err)
	}
	l := leaf{Type: mediaType, ID: header("Content-Id"), Content: string(content)}
	if d := header("Content-Disposition"); d != "" {
		disposition, params, err := mime.ParseMediaType(d)
		if err != nil {
			t.Fatalf("disposition %q: %v", d, err)
		}
		l.Disposition, l.Name = disposition, params["filename"]
	}
	return []leaf{l}
}

// decoded returns a header as a reader sees it.
func decoded(t testing.TB, h mail.Header, key string) string {
	t.Helper()
	s, err := new(mime.WordDecoder).DecodeHeader(h.Get(key))
	if err != nil {
		t.Fatalf("%s: %v", key, err)
	}
	return s
}

// R64: a mail with everything comes out as it went in.
func TestEncodeReadsBack(t *testing.T) {
	m := fullMessage()
	h, parts := read(t, encoded(t, m))
	for key, want := range map[string]mail.Address{"From": m.From, "To": m.To, "Reply-To": m.ReplyTo} {
		got, err := h.AddressList(key)
		if err != nil || len(got) != 1 || *got[0] != want {
			t.Errorf("%s is %v (%v), want %v", key, got, err, want)
		}
	}
	for key, want := range map[string]string{
		"Subject": m.Subject, "Date": "Mon, 16 Nov 2026 09:00:00 +0000", "Message-Id": m.MessageID(),
		"In-Reply-To": messageID("rfc/12", m.From), "References": messageID("rfc/12", m.From) + " " + m.MessageID(),
		"Auto-Submitted": "auto-generated", "List-Id": "<rfc.mhhs.example>", "Mime-Version": "1.0", "X-Gonogo-Notice": "decided",
		"List-Unsubscribe": "<https://gonogo.example/mail/off?p=anna>, <mailto:off@gonogo.example>", "Importance": "high",
	} {
		if got := decoded(t, h, key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	want := []leaf{
		{Type: "text/plain", Content: "Hello Zoë,\r\n\r\n.a dot begins this line\r\nFrom the board: Go.\r\n"},
		{Type: "text/html", Content: m.HTML},
		{"image/png", "inline", "seal.png", "<seal.png>", "\x89PNG"},
		{"application/pdf", "attachment", "Änderung; \"final\".pdf", parts[len(parts)-1].ID, string(m.Attachments[0].Content)},
	}
	if d := cmp.Diff(want, parts); d != "" {
		t.Errorf("parts (-want +got):\n%s", d)
	}
}

// The bytes are frozen: the same message gives the same bytes in every build
// (golden files), and another one other boundaries.
func TestEncodeGolden(t *testing.T) {
	for name, m := range map[string]Message{"plain": testMessage(), "full": fullMessage()} {
		got := encoded(t, m)
		if again := encoded(t, m); !bytes.Equal(got, again) {
			t.Errorf("%s: two encodings differ", name)
		}
		path := filepath.Join("testdata", "mail-"+name+".eml")
		if *update {
			if err := os.WriteFile(path, got, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), string(got)); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

// What only the program chooses is refused when it is not sound, all mistakes at once.
func TestEncodeRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Message)
		want   string
	}{
		"no key":           {func(m *Message) { m.Key = "" }, "no key"},
		"no subject":       {func(m *Message) { m.Subject = " \r\n " }, "no subject"},
		"no text":          {func(m *Message) { m.Text = "\n" }, "no text"},
		"no date":          {func(m *Message) { m.Date = time.Time{} }, "date"},
		"no sender":        {func(m *Message) { m.From.Address = "" }, "From has no address"},
		"two recipients":   {func(m *Message) { m.To.Address = "a@b.example, c@d.example" }, "To address"},
		"smuggled command": {func(m *Message) { m.To.Address = "a@b.example>\r\nDATA" }, "To address"},
		"umlaut address":   {func(m *Message) { m.To.Address = "jürgen@b.example" }, "plain ASCII"},
		"quoted address":   {func(m *Message) { m.ReplyTo.Address = `"a b"@b.example` }, "Reply-To address"},
		"list id":          {func(m *Message) { m.ListID = "a>\r\nBcc: x@y.example" }, "list id"},
		"unsubscribe":      {func(m *Message) { m.ListUnsubscribe = []string{"https://x.example/>,<javascript:alert()"} }, "unsubscribe"},
		"long unsubscribe": {func(m *Message) { m.ListUnsubscribe = []string{"https://x.example/" + strings.Repeat("a", 990)} }, "too long"},
		"inline, no HTML":  {func(m *Message) { m.Inline = []Part{{Name: "a.png"}} }, "no HTML"},
		"inline name":      {func(m *Message) { m.HTML, m.Inline = "x", []Part{{Name: "a b>"}} }, "inline part"},
		"file name":        {func(m *Message) { m.Attachments = []Part{{Name: strings.Repeat("ä", 200)}} }, "file name"},
		"file type":        {func(m *Message) { m.Attachments = []Part{{Name: "a", ContentType: "text/html\r\nX: y"}} }, "content type"},
		"mail as file":     {func(m *Message) { m.Attachments = []Part{{Name: "a", ContentType: "message/rfc822"}} }, "content type"},
		"header twice":     {func(m *Message) { m.Headers = map[string]string{"X-A": "1", "x-a": "2"} }, "header"},
	} {
		m := testMessage()
		c.change(&m)
		if _, err := m.Encode(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error is %v, want one about %q", name, err, c.want)
		}
	}
	_, err := Message{From: mail.Address{Address: "x"}}.Encode()
	for _, want := range []string{"no key", "no subject", "no text", "From address", "To has no"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want also %q", err, want)
		}
	}
}
