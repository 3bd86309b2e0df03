package reports

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gonogo.dev/release"
)

// The largest file of a release note that is read, its longest line in bytes
// and its most lines. What is larger is no note, and takes a parser too long.
const (
	MaxNoteFile  = 1 << 20
	maxNoteLine  = 10_000
	maxNoteLines = 20_000
)

// noteMistakesShown is how many mistakes of a file are told at once.
const noteMistakesShown = 12

// The forms in which a release note is written as a file.
const (
	NoteYAML     = "yaml"
	NoteMarkdown = "markdown"
)

// ReadNote reads a release note from a file, YAML or Markdown by its name. It
// takes nothing silently: a key, heading or column that the form does not have, a
// text where a number belongs, a field that stands there twice are all refused,
// each with its line and what to do. What the note says is not judged here.
func ReadNote(name string, body []byte) (release.ReleaseNote, error) {
	r := &noteReader{name: plainName(name)}
	var n release.ReleaseNote
	body = bytes.ReplaceAll(bytes.TrimPrefix(body, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	format := noteFormat(name)
	if format == "" {
		return n, r.refuse("Its name does not tell what it is.", "Name it NAME.yaml, NAME.yml or NAME.md.")
	}
	if why, next := notANote(body); why != "" {
		return n, r.refuse(why, next)
	}
	if format == NoteYAML {
		r.readYAML(body, noteForm(&n))
	} else {
		r.readMarkdown(body, noteForm(&n))
	}
	if len(r.mistakes) > 0 {
		return release.ReleaseNote{}, r.refusal()
	}
	return n, nil
}

// noteFormat tells the form of a file by its name; it is empty where the name
// does not say.
func noteFormat(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		return NoteYAML
	case ".md", ".markdown":
		return NoteMarkdown
	}
	return ""
}

// notANote tells what a file is when it is plainly no text that could be a note,
// and what to do instead.
func notANote(body []byte) (why, next string) {
	const save = "Save it as plain text in UTF-8."
	const begin = "Begin with the template: gonogo note template REL-7."
	switch {
	case len(bytes.TrimSpace(body)) == 0:
		return "It is empty.", begin
	case len(body) > MaxNoteFile:
		return fmt.Sprintf("It has %d bytes; %d at most.", len(body), MaxNoteFile), "Keep attachments out, and give links instead."
	case bytes.HasPrefix(body, []byte("\xff\xfe")), bytes.HasPrefix(body, []byte("\xfe\xff")):
		return "It is written in UTF-16.", save
	case bytes.HasPrefix(body, []byte("PK\x03\x04")), bytes.HasPrefix(body, []byte("%PDF")):
		return "It is a document of an office program, not a text.", begin
	}
	lines, seen := 0, crowd{}
	for line := range bytes.Lines(body) {
		lines++
		if !utf8.Valid(line) {
			return fmt.Sprintf("Line %d has bytes that are not UTF-8.", lines), save
		}
		if i := bytes.IndexFunc(line, unreadable); i >= 0 {
			r, _ := utf8.DecodeRune(line[i:])
			return fmt.Sprintf("Line %d has the character %U, which does not show.", lines, r), "Take it out; it may have come along when text was copied."
		}
		if len(line) > maxNoteLine {
			return fmt.Sprintf("Line %d has %d bytes; %d at most.", lines, len(line), maxNoteLine), "Break it into several lines."
		}
		if why, next := seen.add(line); why != "" {
			return fmt.Sprintf("Line %d %s", lines, why), next
		}
	}
	if lines > maxNoteLines {
		return fmt.Sprintf("It has %d lines; %d at most.", lines, maxNoteLines), "Keep what is not for readers out, and give links instead."
	}
	return "", ""
}

// unreadable tells whether a rune cannot be seen and is not in a text on purpose.
func unreadable(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069', r == '\u200e', r == '\u200f', r == '\ufeff', r == '\u2028', r == '\u2029':
		return true
	}
	return unicode.IsControl(r)
}

// noteReader collects what is wrong with a file.
type noteReader struct {
	name     string
	mistakes []release.FieldProblem
	more     int // mistakes beyond those that are told
}

// sayf notes a mistake at a line.
func (r *noteReader) sayf(line int, format string, args ...any) {
	x := release.FieldProblem{Field: fmt.Sprintf("line %d", line), Why: fmt.Sprintf(format, args...)}
	switch {
	case slices.Contains(r.mistakes, x):
	case len(r.mistakes) == noteMistakesShown:
		r.more++
	default:
		r.mistakes = append(r.mistakes, x)
	}
}

func (r *noteReader) refuse(why, next string) *release.Refusal {
	return &release.Refusal{Code: release.CodeInvalid, What: "The release note " + r.name + " was not read.", Why: why, Next: next}
}

func (r *noteReader) refusal() *release.Refusal {
	why := "It has " + count(len(r.mistakes)+r.more, "mistake") + "."
	if r.more > 0 {
		why += fmt.Sprintf(" The first %d are:", len(r.mistakes))
	}
	x := r.refuse(why, "Correct them in the file and give it again; nothing of it was kept.")
	x.Fields = r.mistakes
	return x
}

// put keeps a text in a field that has one value, if it fits.
func (r *noteReader) put(line int, f field, text string) {
	text = trimText(text, f.typed)
	switch v := f.value.(type) {
	case *int:
		number, ok := wholeNumber(text)
		if !ok {
			r.sayf(line, "%s wants a whole number, and “%s” is none; write digits only.", f.key, release.Clip(text, 40))
			return
		}
		*v = number
	case *string:
		if word := strings.ReplaceAll(strings.ToLower(text), " ", "-"); slices.Contains(f.words, word) {
			text = word
		} else if len(f.words) > 0 && text != "" {
			r.sayf(line, "%s does not know “%s”; write %s.", f.key, release.Clip(text, 40), orWords(f.words))
			return
		}
		*v = text
	}
}

// wholeNumber reads a number as people write minutes: digits only, nothing is 0.
func wholeNumber(text string) (int, bool) {
	if len(text) > 6 {
		return 0, false
	}
	n := 0
	for _, c := range text {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// trimText returns a text in the one form in which notes keep it: no spaces
// around it nor at a line's end, and never more than one empty line in a row.
func trimText(text string, typed bool) string {
	if typed {
		return strings.TrimRight(strings.Trim(text, "\n"), " \t\n")
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(line, unicode.IsSpace)
	}
	text = strings.Join(lines, "\n")
	for strings.Contains(text, "\n\n\n") {
		text = strings.ReplaceAll(text, "\n\n\n", "\n\n")
	}
	return text
}

// orWords lists words: "none, database-frozen or server-down".
func orWords(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// plainName returns a file's name as it can stand in a sentence.
func plainName(name string) string {
	return release.Clip(oneLine(filepath.Base(name)), 60)
}
