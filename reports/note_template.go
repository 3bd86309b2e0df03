package reports

import (
	"strings"

	"gonogo.dev/release"
)

// NoteTemplate returns a file to start a release note from, NoteYAML or
// NoteMarkdown, with a line of explanation for each field, filled in with what
// the note has already. ReadNote reads it back as the same note.
func NoteTemplate(format string, n release.ReleaseNote) []byte {
	return noteText(format, n, true)
}

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
