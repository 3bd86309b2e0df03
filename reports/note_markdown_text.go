package reports

import (
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// markdownLine writes a text into one line of Markdown so that every character
// is read back as it is. Lines end with a break.
func markdownLine(text string, heading bool) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = escapeMarkdown(line, heading)
	}
	return strings.Join(lines, "<br>")
}

// escapeMarkdown writes what would be taken for markup as a letter: sparingly, so
// that people can read the source.
func escapeMarkdown(line string, heading bool) string {
	runes := []rune(line)
	inner := len(strings.TrimRight(line, " \t"))
	var b strings.Builder
	at := 0
	for i, r := range runes {
		edge := strings.TrimLeft(line[:at], " \t") == "" || at >= inner
		at += len(string(r))
		switch {
		case r == '\t':
			b.WriteString("&#9;")
		case r == ' ' && edge:
			b.WriteString("&#32;")
		case r == '\\' && i == len(runes)-1:
			b.WriteString("&#92;") // three backslashes before a line's end would be no break
		case isMarkup(runes, i, heading):
			b.WriteString(`\` + string(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isMarkup tells whether the letter at a place of a text would be taken for markup.
func isMarkup(runes []rune, i int, heading bool) bool {
	switch r := runes[i]; r {
	case '#':
		return heading
	case '_':
		return !letterAt(runes, i-1) || !letterAt(runes, i+1)
	case '&':
		return letterAt(runes, i+1) || i+1 < len(runes) && runes[i+1] == '#'
	default:
		return strings.ContainsRune("\\`*[]<>|~", r)
	}
}

// letterAt tells whether there is an ASCII letter or digit at a place of a text.
func letterAt(runes []rune, i int) bool {
	return i >= 0 && i < len(runes) && isAlphaNumeric(runes[i])
}

// lineStart keeps a line's beginning from being taken for a heading, a list, a
// rule or the like.
func lineStart(line string) string {
	if line == "" {
		return line
	}
	if strings.ContainsRune("#+-=:", rune(line[0])) {
		return `\` + line
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits > 0 && digits < len(line) && (line[digits] == '.' || line[digits] == ')') {
		return line[:digits] + `\` + line[digits:]
	}
	return line
}

// plainMarkdown returns the text of inline nodes as people read it, and false
// where something stands there that is no text, such as a picture.
func plainMarkdown(n ast.Node, source []byte) (string, bool) {
	var b strings.Builder
	ok := true
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.WriteString(unescapeMarkdown(string(c.Segment.Value(source))))
			b.WriteString(lineEnd(c))
		case *ast.String:
			b.Write(c.Value)
		case *ast.CodeSpan:
			b.WriteString(codeText(c, source))
		case *ast.AutoLink:
			b.Write(c.URL(source))
		case *ast.Link:
			text, fine := plainMarkdown(c, source)
			ok = ok && fine
			b.WriteString(text)
			if to := string(c.Destination); to != text {
				b.WriteString(" (" + to + ")")
			}
		case *ast.Emphasis:
			text, fine := plainMarkdown(c, source)
			ok = ok && fine
			b.WriteString(text)
		case *ast.RawHTML:
			ok = ok && isBreak(c, source)
			b.WriteString("\n")
		default:
			ok = false
		}
	}
	return b.String(), ok
}

// lineEnd returns what stands for the end of a line behind a text, if there is one.
func lineEnd(t *ast.Text) string {
	switch {
	case t.HardLineBreak():
		return "\n"
	case t.SoftLineBreak():
		return " "
	}
	return ""
}

// isBreak tells whether a tag is a line break.
func isBreak(h *ast.RawHTML, source []byte) bool {
	tag := strings.ToLower(strings.Join(strings.Fields(string(h.Segments.Value(source))), ""))
	return tag == "<br>" || tag == "<br/>"
}

// codeText returns the text of a code span, in one line.
func codeText(c *ast.CodeSpan, source []byte) string {
	var b strings.Builder
	for x := c.FirstChild(); x != nil; x = x.NextSibling() {
		switch x := x.(type) {
		case *ast.Text:
			b.WriteString(strings.ReplaceAll(string(x.Segment.Value(source)), "\n", " "))
		case *ast.String:
			b.Write(x.Value)
		}
	}
	return b.String()
}

var entityForm = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// unescapeMarkdown resolves backslashes and entities, each character once.
func unescapeMarkdown(raw string) string {
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '\\' && i+1 < len(raw) && isPunctuation(raw[i+1]):
			i++
			b.WriteByte(raw[i])
		case c == '&':
			if entity := entityForm.FindString(raw[i:]); entity != "" {
				b.WriteString(html.UnescapeString(entity))
				i += len(entity) - 1
				continue
			}
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !isAlphaNumeric(rune(c))
}
