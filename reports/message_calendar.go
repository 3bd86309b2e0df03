package reports

import (
	"bytes"
	"encoding/base64"
	"errors"
	"regexp"
)

// Calendar is an invitation as calendar programs find it in a mail: as one more form
// of the text, with the method in its type, which Outlook, Gmail and Apple Mail act
// on, and once more as a file for those that know files only (RFC 6047).
type Calendar struct {
	Method  string // "REQUEST" or "CANCEL"
	Content []byte
}

// file returns the invitation as an attachment; none when there is no invitation.
func (c Calendar) file() []Part {
	if len(c.Content) == 0 {
		return nil
	}
	return []Part{{Name: "invite.ics", ContentType: `application/ics; name="invite.ics"`, Content: c.Content}}
}

// alternative finds the boundary of the forms of the text.
var alternative = regexp.MustCompile(`multipart/alternative;\r\n boundary=([0-9a-f]{60})\r\n`)

// withCalendar adds the invitation behind the text and the HTML, the last form being
// the one that a program prefers which knows it.
func (m Message) withCalendar(raw []byte) ([]byte, error) {
	if len(m.Calendar.Content) == 0 {
		return raw, nil
	}
	found := alternative.FindSubmatch(raw)
	if found == nil || (m.Calendar.Method != icsRequest && m.Calendar.Method != icsCancel) {
		return nil, errors.New("an invitation needs HTML beside the text, and the method REQUEST or CANCEL")
	}
	ends := append(append([]byte("\r\n--"), found[1]...), "--"...)
	at := bytes.Index(raw, ends)
	if at < 0 {
		return nil, errors.New("the forms of its text have no end")
	}
	var b bytes.Buffer
	b.Write(raw[:at])
	b.WriteString("\r\n--" + string(found[1]) + "\r\nContent-Type: text/calendar; charset=utf-8; method=" + m.Calendar.Method +
		"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
	const line = 76
	text := base64.StdEncoding.EncodeToString(m.Calendar.Content)
	for len(text) > line {
		b.WriteString(text[:line] + "\r\n")
		text = text[line:]
	}
	b.WriteString(text)
	b.Write(raw[at:])
	return b.Bytes(), nil
}
