package main

import (
	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// noteFiles reads and writes release notes as files, for those who hand them in
// and get them in Slack.
type noteFiles struct{}

// Read reads a note from a YAML or Markdown file.
func (noteFiles) Read(name string, body []byte) (release.ReleaseNote, error) {
	return reports.ReadNote(name, body)
}

// Template writes a note as a file to go on with.
func (noteFiles) Template(format string, n release.ReleaseNote) []byte {
	return reports.NoteTemplate(format, n)
}
