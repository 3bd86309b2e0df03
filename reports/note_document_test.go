package reports

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

func file(t testing.TB, x Paper, as DocumentFormat) []byte {
	t.Helper()
	f, err := x.File(as)
	if err != nil {
		t.Fatal(err)
	}
	return f.Content
}

// R68 to R91: what a reader of a note sees, in each form.
func TestNotePaper(t *testing.T) {
	n, changes := submitted()
	x := letterhead(t).NotePaper(board(), n, changes)
	golden(t, "note.html", file(t, x, AsHTML))
	golden(t, "note.md", file(t, x, AsMarkdown))
	golden(t, "note.pdf.txt", pdfText(t, file(t, x, AsPDF)))
}

// A submitted note as Markdown is a file from which the next version can be
// written: what gonogo adds is passed over.
func TestNotePaperReadsBack(t *testing.T) {
	n, changes := submitted()
	got, err := ReadNote("note.md", file(t, letterhead(t).NotePaper(board(), n, changes), AsMarkdown))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(n.Note, got); diff != "" {
		t.Errorf("read back differently (-want +got):\n%s", diff)
	}
}

// The same note gives the same bytes in every form, whoever asks and how many at once.
func TestPapersAreTheSameBytes(t *testing.T) {
	n, changes := submitted()
	for _, as := range []DocumentFormat{AsHTML, AsMarkdown, AsPDF} {
		got := make(chan []byte)
		for range 4 {
			go func() {
				f, err := letterhead(t).NotePaper(board(), n, changes).File(as)
				if err != nil {
					t.Error(err)
				}
				got <- f.Content
			}()
		}
		first := <-got
		for range 3 {
			if !bytes.Equal(first, <-got) {
				t.Errorf("%s: different bytes of one note", as)
			}
		}
	}
}

func TestPaperHasNoOtherForm(t *testing.T) {
	n, changes := submitted()
	_, err := letterhead(t).NotePaper(board(), n, changes).File("docx")
	if r, ok := release.AsRefusal(err); !ok || r.Code != release.CodeInvalid {
		t.Errorf("got %v, want a refusal", err)
	}
}
