package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// TestNoteInTheBrowser writes a release note in a real browser (issue 4, item 1):
// a part by its form, steps all at once and by their menus, the check that refuses
// it, and then as a file that is put into the thread of the card and handed in there.
//
// GONOGO_SHOTS and GONOGO_PICTURES are as for TestStoryInTheBrowser.
func TestNoteInTheBrowser(t *testing.T) {
	s := rehearse(t, rehearseCmd{At: "2026-11-18T10:00"}) // a Wednesday
	b := &board{tab: openTab(t), stage: s}
	l := &life{story: &story{rehearsal: s.rehearsal, programme: s.programme, out: io.Discard}}
	if err := l.plan(t.Context()); err != nil {
		t.Fatal(err)
	}
	err := l.until(t.Context(), func(_ release.Standing, unmet []release.Blocker) bool {
		return slices.IndexFunc(unmet, func(x release.Blocker) bool { return x.Key == string(release.CheckNote) }) == 0
	})
	if err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.Navigate(s.URL()))
	b.click(testid("tries-dismiss"), absent(testid("tries")))
	b.become("Oluwaseun", "U0SEUN")
	t.Log("written part by part")
	b.on("REL-1: ", "Release note", says(modal, "Release note of REL-1"))
	b.station("note-hub")
	b.click(noteAct("heads"), says(modal, "Why it is released"))
	b.retype(field("title"), "The platform opens")
	b.station("note-heads")
	b.click(testid("modal-submit"), says(modal, "Hand in a file"))
	b.shows(modal, "The platform opens")
	b.click(noteAct("instructions"), says(modal, "No step is written yet"))
	b.click(noteAct("bulk.instructions"), says(modal, "All the steps"))
	b.keys(field("steps"), "Start it | Oluwaseun Bello | 10 | It says OK\rInstall it | Oluwaseun Bello | 20 | It says OK")
	b.station("note-bulk")
	b.click(testid("modal-submit"), says(modal, "1. Start it"))
	b.click(modal+" details.menu summary", present(modal+" details.menu[open]"))
	b.station("note-step-menu")
	b.click(modal+` [data-option][data-value^="note REL-1 up instructions 2"]`, says(modal, "1. Install it"))
	b.click(testid("modal-close"), says(modal, "2 steps, 30 minutes"))
	t.Log("refused with its problems")
	b.click(noteAct("submit"), present(testid("confirm")+"[open]"))
	b.click(testid("confirm-ok"), says(modal, "It was not handed in."))
	b.station("note-problems")
	b.click(testid("modal-cancel"), absent(modal))
	t.Log("as a file in the thread of the card")
	b.attachNote(l, "The platform opens, by file")
	b.station("note-in-thread")
	b.press("Hand it in", says("#thread", "Release note 1 of REL-1 is handed in"))
	b.click(testid("thread-close"), absent("#thread"))
	b.until(b.ofCard("REL-1", "Release note: version 1, handed in"))
	b.clear()
	b.on("REL-1: ", "Release note", says(modal, "The platform opens, by file"))
	b.station("note-summary")
	b.click(noteAct("here.read.1.runbook"), says(modal, "Release instructions"))
	b.station("note-runbook")
	b.click(testid("modal-close"), absent(modal))
}

// noteAct selects a button of the windows of a note.
func noteAct(name string) string { return modal + ` [data-action-id="release.note.` + name + `"]` }

// attachNote writes a whole note into a file and puts it into the thread of the
// release's card.
func (b *board) attachNote(l *life, title string) {
	b.t.Helper()
	book, err := b.app.desk.ReadNotes(b.ctx, l.number)
	if err != nil {
		b.failf("%v", err)
	}
	n := release.PrefillNote(book.Facts, nil)
	fillNote(&n, "Oluwaseun Bello")
	n.Title = title
	file := filepath.Join(b.t.TempDir(), "release-note.yaml")
	if err := os.WriteFile(file, reports.NoteTemplate(reports.NoteYAML, n), 0o600); err != nil {
		b.failf("%v", err)
	}
	b.clickOne(fmt.Sprintf(`%s.flatMap((e) => [...e.querySelectorAll("a.replies")])`, titled("REL-1: ")), present("#thread"))
	b.do(chromedp.SetUploadFiles(chromedp.CSS(testid("thread-attach")), []string{file}))
	b.until(says("#thread", "Nothing keeps the note from being taken") + " || " + says("#thread", "Nothing is missing"))
}
