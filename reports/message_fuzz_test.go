package reports

import (
	"bytes"
	"net/mail"
	"strings"
	"testing"
	"time"
)

// FuzzEncode holds that whatever people type into a mail's fields reads back the
// same, adds no header and no part, and keeps every line within 998 octets (T32).
func FuzzEncode(f *testing.F) {
	f.Add("k", "Müller, Zoë", "RFC-12: Go", "Hello\r\n.\r\n", "<p>x</p>", "a.pdf", "application/pdf", []byte("x"))
	f.Add("k\r\n", "=?utf-8?q?a?=", "s\r\nBcc: a@b.c\r\n\r\n", "--boundary\r\n", "", "..\\x\r\ny\"", "text/plain; name=\"a\"", []byte{})
	f.Add("", `"`, strings.Repeat("ü", 500), "a\rb\x00", "=\r\n boundary=0", "", "multipart/mixed", make([]byte, 200))
	f.Add("k", "\u202egnp", " \t ", strings.Repeat("x", 3000), "\xff\xfe", "\u202efdp.exe", "text/calendar; method=REQUEST", []byte("\r\n"))
	f.Fuzz(func(t *testing.T, key, name, subject, text, html, file, fileType string, content []byte) {
		m := Message{
			Key: key, From: mail.Address{Name: name, Address: "desk@gonogo.example"}, To: mail.Address{Name: subject, Address: "anna@b.example"},
			ReplyTo: mail.Address{Name: file, Address: "rm@gonogo.example"}, Subject: subject, Text: text, HTML: html, Date: testTime,
			InReplyTo: key, References: []string{key, text}, Headers: map[string]string{"X-Fuzz": name},
			Attachments: []Part{{Name: file, ContentType: fileType, Content: content}},
		}
		b, err := m.Encode()
		if err != nil {
			return // refused as a whole; TestEncodeRefuses says what is
		}
		checkWire(t, b)
		if again, _ := m.Encode(); !bytes.Equal(b, again) {
			t.Error("two encodings differ")
		}
		h, parts := read(t, b)
		checkFuzzHeader(t, h, m)
		want := []leaf{{Type: "text/plain", Content: lines(text) + "\r\n"}}
		if html != "" {
			want = append(want, leaf{Type: "text/html", Content: crlf(html)})
		}
		if len(parts) != len(want)+1 {
			t.Fatalf("%d parts, want %d", len(parts), len(want)+1)
		}
		for i, w := range want {
			if parts[i] != w {
				t.Errorf("part %d is %q, want %q", i, parts[i], w)
			}
		}
		last := parts[len(want)]
		if last.Content != string(content) || last.Disposition != "attachment" || last.Name != strings.NewReplacer("/", "_", `\`, "_").Replace(oneLine(file)) {
			t.Errorf("attachment is %q, want %q", last, m.Attachments[0])
		}
	})
}

// checkFuzzHeader holds the header against the message.
func checkFuzzHeader(t *testing.T, h mail.Header, m Message) {
	t.Helper()
	for key, want := range map[string]mail.Address{"From": m.From, "To": m.To, "Reply-To": m.ReplyTo} {
		got, err := h.AddressList(key)
		if err != nil || len(got) != 1 || got[0].Address != want.Address || got[0].Name != oneLine(want.Name) {
			t.Errorf("%s %q reads %v (%v), want %q", key, h.Get(key), got, err, want.Name)
		}
	}
	for key, want := range map[string]string{"Subject": m.Subject, "X-Fuzz": m.Headers["X-Fuzz"]} {
		if got := decoded(t, h, key); got != oneLine(want) {
			t.Errorf("%s reads %q, want %q", key, got, oneLine(want))
		}
	}
	if date, err := h.Date(); err != nil || !date.Equal(testTime.Truncate(time.Second)) {
		t.Errorf("date reads %v (%v)", date, err)
	}
	if len(h) != 12 {
		t.Errorf("%d headers, want 12: %v", len(h), keys(h))
	}
}

// lines is a text's content as a mail keeps it: valid, CRLF, no line ends at its end.
func lines(s string) string { return strings.TrimRight(crlf(s), "\r\n") }

// crlf turns every kind of line end into CRLF.
func crlf(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\r\n", "\n")
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r", "\n"), "\n", "\r\n")
}
