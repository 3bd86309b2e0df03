package reports

import (
	"bytes"
	"fmt"
	"strings"
)

// What a file may have at most before a parser takes it up: parsers take the
// square of these.
const (
	maxNoteDepth  = 500    // brackets that are open at once
	maxNoteKeys   = 12_000 // colons behind which a value stands
	maxNoteMarks  = 20     // list or quotation marks at a line's beginning
	maxNoteMarkup = 20_000 // letters that may be markup, between two empty lines
)

// crowd counts what a file has of all that.
type crowd struct{ depth, keys, markup int }

// add counts a line and says what there is too much of.
func (c *crowd) add(line []byte) (why, next string) {
	const follow = " than anybody can follow."
	text := bytes.TrimSpace(line)
	c.depth = max(0, c.depth+bytes.Count(text, []byte("["))+bytes.Count(text, []byte("{"))-bytes.Count(text, []byte("]"))-bytes.Count(text, []byte("}")))
	c.keys += bytes.Count(line, []byte(": ")) + bytes.Count(line, []byte(":\n"))
	if c.markup += len(text) - len(bytes.Map(noMarkup, text)); len(text) == 0 {
		c.markup = 0
	}
	switch {
	case c.depth > maxNoteDepth:
		return "opens more brackets" + follow, "Write lists one item a line."
	case c.keys > maxNoteKeys:
		return fmt.Sprintf("has key number %d.", c.keys), "Leave the bill of materials out: gonogo knows that of the build."
	case marks(text) > maxNoteMarks:
		return "begins with more marks" + follow, "Write lists one item a line."
	case c.markup > maxNoteMarkup:
		return "has more markup" + follow, "Put an empty line between paragraphs, and leave the bill of materials out: gonogo knows that of the build."
	}
	return "", ""
}

// noMarkup drops letters that may be markup.
func noMarkup(r rune) rune {
	if strings.ContainsRune("*_[]`<!&", r) {
		return -1
	}
	return r
}

// marks counts the marks of lists and quotations at the beginning of a line, each
// with a space behind it.
func marks(text []byte) int {
	n := 0
	for i, b := range text {
		switch {
		case b == ' ' || b == '\t':
		case strings.IndexByte("-*+>?", b) < 0:
			return n
		case i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\t'):
			n++
		}
	}
	return n
}
