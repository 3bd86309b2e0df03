package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"mime"
	"net/mail"
	"net/textproto"
	"regexp"
	"slices"
	"strings"

	"github.com/jordan-wright/email"
)

// boundaryParam finds the boundaries the library drew. Only a multipart header
// can look like this: quoted-printable writes "=" as "=3D", base64 has no ";",
// and no part's header gets a line break from outside.
var boundaryParam = regexp.MustCompile(`;\r\n boundary=([0-9a-f]{60})\r\n`)

// encodedBody is what stands under a mail's header, and what the header says of it.
type encodedBody struct {
	contentType string
	encoding    string
	content     []byte
}

// body lets the library put text, HTML and files together, which it does well:
// the right nesting of mixed, alternative and related, quoted-printable, base64
// in lines. Of the header it writes only what concerns the body is read back.
func (m Message) body() (encodedBody, error) {
	text := strings.TrimRight(unixLines(m.Text), "\n")
	if text == "" {
		return encodedBody{}, fmt.Errorf("it has no text")
	}
	if m.HTML == "" && len(m.Inline) > 0 {
		return encodedBody{}, fmt.Errorf("it has inline parts, but no HTML that could show them")
	}
	e := email.Email{Text: []byte(text + "\n"), HTML: []byte(unixLines(m.HTML))}
	for _, p := range append(slices.Clip(m.Attachments), m.Calendar.file()...) {
		a, err := p.attachment("attachment")
		if err != nil {
			return encodedBody{}, err
		}
		e.Attachments = append(e.Attachments, a)
	}
	for _, p := range m.Inline {
		a, err := p.attachment("inline")
		if err != nil {
			return encodedBody{}, err
		}
		a.HTMLRelated = true
		e.Attachments = append(e.Attachments, a)
	}
	raw, err := e.Bytes()
	if err != nil {
		return encodedBody{}, fmt.Errorf("assemble parts: %w", err)
	}
	if raw, err = m.withCalendar(m.fixBoundaries(raw)); err != nil {
		return encodedBody{}, err
	}
	msg, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return encodedBody{}, fmt.Errorf("read back parts: %w", err)
	}
	_, content, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
	return encodedBody{msg.Header.Get("Content-Type"), msg.Header.Get("Content-Transfer-Encoding"), content}, nil
}

// unixLines makes a text valid UTF-8 with "\n" at every line's end. The standard
// library's quoted-printable writer loses a "\n" some way behind a lone "\r".
func unixLines(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\r\n", "\n")
	return strings.ReplaceAll(s, "\r", "\n")
}

// attachment guards a part for the library, which copies names and types into
// headers as they are.
func (p Part) attachment(disposition string) (*email.Attachment, error) {
	name := oneLine(p.Name)
	name = strings.NewReplacer("/", "_", `\`, "_").Replace(name)
	if name == "" || len(name) > 255 {
		return nil, fmt.Errorf("file name %q is empty or longer than 255 bytes", p.Name)
	}
	mediaType, err := checkContentType(p.ContentType)
	if err != nil {
		return nil, fmt.Errorf("file %q: %w", name, err)
	}
	header := textproto.MIMEHeader{}
	params := mime.FormatMediaType(disposition, map[string]string{"filename": name})
	header.Set("Content-Disposition", strings.Replace(params, "; ", ";\r\n ", 1))
	// Without a Content-ID here the library would write the bare name into one.
	sum := sha256.Sum256([]byte(name))
	header.Set("Content-Id", "<"+hex.EncodeToString(sum[:10])+"@attachment.invalid>")
	if disposition == "inline" {
		if !isDotAtom(p.Name) {
			return nil, fmt.Errorf("inline part %q: HTML can refer to letters, digits, hyphens and dots only", p.Name)
		}
		header.Set("Content-Id", "<"+p.Name+">")
	}
	return &email.Attachment{Filename: name, ContentType: mediaType, Header: header, Content: p.Content}, nil
}

// checkContentType returns a file's media type, rewritten so that nothing but a
// media type is left. Types that may not be in base64 are refused.
func checkContentType(s string) (string, error) {
	if s == "" {
		return "application/octet-stream", nil
	}
	mediaType, params, err := mime.ParseMediaType(s)
	if err != nil {
		return "", fmt.Errorf("content type %q: %w", s, err)
	}
	out := mime.FormatMediaType(mediaType, params)
	kind, sub, _ := strings.Cut(mediaType, "/")
	if out == "" || sub == "" || kind == "multipart" || kind == "message" || len(out) > 400 || !isPlainASCII(out) {
		return "", fmt.Errorf("content type %q is not one a file can have", s)
	}
	return out, nil
}

// fixBoundaries replaces the library's random boundaries by ones made from the
// content, so that a mail's bytes are always the same. No text can contain a
// boundary that is a digest of that text.
func (m Message) fixBoundaries(raw []byte) []byte {
	seed := sha256.New()
	fmt.Fprintf(seed, "%d %d %s%s%s", len(m.Key), len(m.Text), m.Key, m.Text, m.HTML)
	for _, p := range append(slices.Clip(m.Attachments), m.Inline...) {
		fmt.Fprintf(seed, " %q %q %x", p.Name, p.ContentType, sha256.Sum256(p.Content))
	}
	for i, found := range boundaryParam.FindAllSubmatch(raw, -1) {
		fmt.Fprintf(seed, " %d", i)
		raw = bytes.ReplaceAll(raw, found[1], []byte(hex.EncodeToString(seed.Sum(nil))[:60]))
	}
	// RFC 2387 wants to know the type of what a related part begins with.
	return bytes.ReplaceAll(raw, []byte("multipart/related;\r\n boundary="), []byte("multipart/related; type=\"text/html\";\r\n boundary="))
}
