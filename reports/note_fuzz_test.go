package reports

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"gonogo.dev/release"
)

// FuzzReadNoteYAML and FuzzReadNoteMarkdown: no file breaks the reader, what is
// refused says why, and what is read is written and read back as the same note.
func FuzzReadNoteYAML(f *testing.F) { fuzzNote(f, "note.yaml", NoteYAML) }

func FuzzReadNoteMarkdown(f *testing.F) { fuzzNote(f, "note.md", NoteMarkdown) }

func fuzzNote(f *testing.F, name, format string) {
	f.Helper()
	f.Add(noteText(format, loadShaping(), true))
	f.Add(noteText(format, loadShaping(), false))
	f.Add(NoteTemplate(format, release.ReleaseNote{}))
	for _, x := range noteFaults() {
		if len(x.body) < 4000 && noteFormat(x.name) == format {
			f.Add([]byte(x.body))
		}
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		n, err := ReadNote(name, body)
		if err != nil {
			if r, ok := release.AsRefusal(err); !ok || r.Why == "" || r.Next == "" {
				t.Fatalf("not a refusal that says what to do: %v", err)
			}
			return
		}
		written := noteText(format, n, false)
		again, err := ReadNote(name, written)
		if err != nil {
			if why, _ := notANote(written); why != "" {
				return // longer than what is read
			}
			t.Fatalf("%v\n%s", err, written)
		}
		if diff := cmp.Diff(n, again, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("read back differently (-first +second):\n%s\n%s", diff, written)
		}
	})
}
