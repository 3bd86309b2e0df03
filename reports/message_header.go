package reports

import (
	"bytes"
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"strings"
	"unicode"
)

const (
	foldAt   = 76  // octets a header line aims for; RFC 2047 wants it where encoded words are
	longWord = 60  // a longer word is encoded, so that it can be folded
	longURL  = 900 // octets; an address in a header cannot be folded
)

// oneLine makes user text fit for a header: valid UTF-8, one line, single
// spaces, no control characters, and none of the marks that make text run
// backwards and so let "fdp.exe" look like "exe.pdf".
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			return ' '
		case '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069', r == '\u200e', r == '\u200f':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.Fields(s), " ")
}

// isPlain tells whether a line can stand in a header as it is: ASCII, foldable
// at its spaces, and nothing a reader would decode.
func isPlain(line string) bool {
	word := 0
	for _, r := range line {
		word++
		if r == ' ' {
			word = 0
		}
		if r < ' ' || r > '~' || word > longWord {
			return false
		}
	}
	return !strings.Contains(line, "=?")
}

// encodeText returns s for an unstructured header.
func encodeText(s string) string {
	s = oneLine(s)
	if isPlain(s) {
		return s
	}
	return encodeWords(s)
}

// encodeAddress returns an address with its name quoted or encoded, so that
// neither commas nor umlauts nor angle brackets in it change who is meant.
func encodeAddress(a mail.Address) string {
	name := oneLine(a.Name)
	switch {
	case name == "":
		return a.Address
	case isPlain(name):
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(name) + `" <` + a.Address + ">"
	default:
		return encodeWords(name) + " <" + a.Address + ">"
	}
}

// encodeWords returns s as encoded words (RFC 2047, "Q", the letters allowed
// in names too), short enough to be folded between. The standard library's
// encoder leaves ASCII alone, but long words and look-alikes of encoded words
// have to be encoded as well.
func encodeWords(s string) string {
	const open, end, room = "=?utf-8?q?", "?=", 50
	var b strings.Builder
	left := 0
	for _, r := range s {
		q := encodeRune(r)
		if left < len(q) {
			if b.Len() > 0 {
				b.WriteString(end + " ")
			}
			b.WriteString(open)
			left = room
		}
		b.WriteString(q)
		left -= len(q)
	}
	return b.String() + end
}

// encodeRune returns one rune for an encoded word.
func encodeRune(r rune) string {
	switch {
	case r == ' ':
		return "_"
	case isAlphaNumeric(r) || strings.ContainsRune("!*+-/", r):
		return string(r)
	}
	var b strings.Builder
	for _, c := range []byte(string(r)) {
		fmt.Fprintf(&b, "=%02X", c)
	}
	return b.String()
}

// writeField writes one header, folded at its spaces.
func writeField(b *bytes.Buffer, name, value string) {
	b.WriteString(name + ":")
	line := len(name) + 1
	for i, word := range strings.Split(value, " ") {
		if i > 0 && line+1+len(word) > foldAt {
			b.WriteString("\r\n")
			line = 0
		}
		b.WriteString(" " + word)
		line += 1 + len(word)
	}
	b.WriteString("\r\n")
}

// checkAddress accepts the addresses that mean the same in a header and in an
// SMTP command: plain ASCII, without quotes, comments or spaces.
func checkAddress(what, addr string) error {
	parsed, err := mail.ParseAddress(addr)
	switch {
	case addr == "":
		return fmt.Errorf("%s has no address", what)
	case err != nil, parsed.Address != addr, parsed.Name != "", len(addr) > 254, strings.ContainsAny(addr, `"\<>[] `), !isPlainASCII(addr):
		return fmt.Errorf("%s address %q is not a plain ASCII address like name@host.example", what, addr)
	}
	return nil
}

// checkListURL accepts an address for List-Unsubscribe.
func checkListURL(s string) error {
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "https" && u.Scheme != "mailto") || strings.ContainsAny(s, "<>, ") || !isPlainASCII(s) {
		return fmt.Errorf("unsubscribe address %q is not an https: or mailto: URL", s)
	}
	if len(s) > longURL {
		return errors.New("unsubscribe address is too long for a header line")
	}
	return nil
}

// extraHeader tells whether a key may be set by hand: X- headers and a few
// that change neither who gets the mail nor how it is read. Bcc, Cc and all of
// MIME are therefore out.
func extraHeader(key string) bool {
	switch strings.ToLower(key) {
	case "importance", "feedback-id", "list-unsubscribe-post":
		return true
	}
	return len(key) > 2 && len(key) <= longWord && strings.EqualFold(key[:2], "X-") &&
		!strings.Contains(key, ".") && isDotAtom(key)
}

// isDotAtom tells whether s is letters, digits, hyphens and single dots.
func isDotAtom(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		if part == "" || strings.ContainsFunc(part, func(r rune) bool {
			return r != '-' && r != '_' && !isAlphaNumeric(r)
		}) {
			return false
		}
	}
	return len(s) <= 200
}

// isAlphaNumeric tells whether r is an ASCII letter or digit.
func isAlphaNumeric(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

// isPlainASCII tells whether s has neither control characters nor 8-bit ones.
func isPlainASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' })
}
