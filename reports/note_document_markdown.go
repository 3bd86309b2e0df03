package reports

import (
	"fmt"
	"strings"

	"gonogo.dev/release"
)

// markdown is the note as its file is written, so that whoever gets it can go on
// from it, and what stands beside it: who handed it in, what changed, the totals.
func (t notePaper) markdown() string {
	var b strings.Builder
	b.Write(noteText(NoteMarkdown, t.Note, false))
	fmt.Fprintf(&b, "\n## %s\n", totalsHeading)
	b.WriteString("\n| Section | Minutes |\n| --- | --- |\n")
	book := t.Note.Runbook
	for _, k := range []release.SectionKey{release.Prerequisites, release.Instructions, release.PostChecks} {
		fmt.Fprintf(&b, "| %s | %d |\n", k, book.Section(k).Minutes())
	}
	fmt.Fprintf(&b, "| The way forward in all | %d |\n", book.Minutes())
	for _, s := range book.Backout {
		fmt.Fprintf(&b, "| Backout, %s | %d |\n", reach(s), s.Minutes())
	}
	if t.Version > 1 {
		fmt.Fprintf(&b, "\n## %s since version %d\n\n| What | Before | Now |\n| --- | --- | --- |\n", changedHeading, t.Version-1)
		for _, c := range t.changes {
			fmt.Fprintf(&b, "| %s | %s | %s |\n", markdownLine(c.Field, false), markdownLine(c.Before, false), markdownLine(c.After, false))
		}
	}
	fmt.Fprintf(&b, "\n## %s\n\n%s.\n\nSHA-256: `%s`\n", submissionHeading, lineStart(markdownLine(t.submission(), false)), t.Digest)
	return b.String()
}
