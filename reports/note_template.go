package reports

import (
	"strings"

	"gonogo.dev/release"
)

// NoteTemplate returns a file to start a release note from, NoteYAML or
// NoteMarkdown, with a line of explanation for each field, filled in with what
// the note has already. What gonogo knows better than any file, the state of the
// environments and a long bill of materials, it leaves to gonogo.
func NoteTemplate(format string, n release.ReleaseNote) []byte {
	n.Landscape = nil
	if len(n.BOM) > longBOM {
		n.BOM = nil
	}
	return noteText(format, n, true)
}

// longBOM is how many files a template lists at most.
const longBOM = 300

// noteText writes a note as a file, with or without hints.
func noteText(format string, n release.ReleaseNote, hints bool) []byte {
	if format == NoteMarkdown {
		w := markdownWriter{hints: hints}
		w.form(noteForm(&n))
		return []byte(w.b.String())
	}
	w := yamlWriter{hints: hints}
	if hints {
		w.b.WriteString("# A release note for gonogo. Fill in what is empty; lines behind a # are not read.\n")
	}
	w.group(noteForm(&n), "")
	return []byte(strings.TrimLeft(w.b.String(), "\n"))
}
