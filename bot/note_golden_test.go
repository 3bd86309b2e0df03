package bot

import (
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// aNote is a note of Helix with something in every part, written by people who
// know no rules.
func aNote() release.ReleaseNote {
	n := release.ReleaseNote{
		Programme: "Half-hourly Settlement", Title: "Helix <settlement> & more", Reason: "Settlement runs again at volume.\nIt is *urgent*.", Date: "2026-11-23", Version: "1.1.1.0",
		ReleasedTo:  release.Signatory{Name: "Rachel Moss", Title: "Release Manager", Party: "System Integrator"},
		Issuer:      release.Signatory{Name: "Elle Ford", Title: "Release Manager", Party: "Elexon"},
		Signatories: []release.Signatory{{Name: "Tom Adeyemi", Title: "Test Manager"}},
		Tag:         "v2026.11.2", BuildTool: "make 4.4", Operate: "systemctl start helix",
		Manuals:     []release.Document{{Name: "Operator's guide", Version: "7", Date: "2026-11-02", About: "How | it is run", Link: "https://docs.example/guide"}},
		Contents:    []release.NotedContent{{Item: "settle.jar", Says: "The settlement engine."}, {Item: "Operator's guide", Says: "How it is run."}},
		Fixed:       []release.NotedDefect{{ID: "DEF-1187", Severity: release.Critical, Summary: "Settlement <times> out"}},
		Outstanding: []release.NotedDefect{{ID: "DEF-2001", Severity: release.Low, Summary: "A label is wrong", Workaround: "Read the manual"}},
		Changes:     []release.NotedChange{{ID: "CR-031", Title: "Meter data retries", Summary: "Retries."}},
		Disruption:  release.NoDisruption, Downtime: 30, Resources: []string{"A bridge line"}, Stakeholders: []string{"DCC", "Elexon"},
		Approvals: []release.NotedApproval{{What: "The change", By: "The board", Ref: "https://docs.example/change"}},
		Runbook:   runbook(),
	}
	n.Runbook.Instructions.Steps[1].Files, n.Runbook.Instructions.Steps[1].Command = []string{"settle.jar"}, "cp settle.jar /opt\nls /opt"
	return n
}

// aBook is that note handed in twice, with a draft of the next version.
func aBook() release.NoteBook {
	s := preparing()
	before, n := aNote(), aNote()
	before.Title, before.Runbook.Checks = "Helix", release.Section{}
	draft := aNote()
	draft.Title, draft.Contents = "", nil
	book := release.NoteBook{
		Standing: s, Draft: &release.NoteDraft{Release: 7, Revision: 12, Note: draft, By: "ben", At: start.Add(30 * time.Minute)},
		Facts: release.NoteFacts{
			Programme: s.Programme, Release: s.Release, Build: s.Build, RFC: s.RFC, Now: s.Now,
			Landscape: []release.Placed{{Environment: "uit", System: "helix", Version: "1.1.0.0", Status: release.SystemAvailable}},
		},
	}
	n = n.Complete(book.Facts)
	book.Submitted = []release.SubmittedNote{
		{Release: 7, Version: 2, Note: n, Digest: strings.Repeat("9f", 32), Build: 3, By: "elle", At: start}, {Release: 7, Version: 1, Note: before, Digest: strings.Repeat("3c", 32), Build: 3, By: "elle", At: start.Add(-time.Hour)},
	}
	book.Problems = draft.Complete(book.Facts).Check(book.Facts)
	return book
}

// What people see of a release note is what it was when somebody last looked at
// it (R68 to R91).
func TestNotePages(t *testing.T) {
	o := open(t, func(_ *release.Programme, c *Config) { c.Notes, c.Banner = jsonNotes{}, "REHEARSAL" })
	book := aBook()
	n := book.Draft.Note
	goldenView := func(name string, v *view) {
		t.Helper()
		golden(t, "note_"+name+".txt", v.Title.Text+"\n\n"+readable(t, v.Blocks.BlockSet))
	}
	goldenView("hub", o.bot.noteHub(book))
	golden(t, "note_hub.json", indented(t, o.bot.noteHub(book).ModalViewRequest))
	for _, key := range []string{"heads", "build", "defects", "plan"} {
		part, _ := partOf(key)
		goldenView(key, o.bot.partForm(book, part, part.texts(n), nil))
	}
	part, _ := partOf("heads")
	goldenView("overtaken", o.bot.partForm(book, part, part.texts(n), newPage("", "").say(overtakenLine(book, "this")).passage("Title, as it is kept now", "Theirs", 1200)))
	at := stepsAt{section: release.Instructions}
	goldenView("steps", &view{o.bot.stepsPage(book, at, nil).modal()})
	goldenView("step", o.bot.stepForm(book, at, meta{Step: 2, Before: "x"}, stepFieldsOf(n.Runbook.Instructions.Steps[1]), nil))
	goldenView("bulk", o.bot.bulkForm(book, at, nil, nil))
	goldenView("sets", &view{o.bot.setsPage(book).modal()})
	goldenView("range", o.bot.rangeForm(book, 0, "1", "2", nil))
	goldenView("file", o.bot.noteFileForm(noteCall{number: 7}, 1, thenDraft, nil))
	goldenView("problems", &view{o.bot.problemsPage(book, checkedLine(book.Problems), book.Problems, true).modal()})
	goldenView("handed_in", &view{o.bot.handedInPage(book, book.Submitted[0]).modal()})
	for _, page := range readPages() {
		goldenView("read_"+page.value, o.bot.readingView(book, book.Submitted[0], page.value, true))
	}
	goldenPage(t, "note_under_way", o.bot.underwayPage(book))
	cover := book.Submitted[0].Cover()
	e := release.Event{Kind: release.NoticeNote, At: start, By: "elle", Release: &book.Standing.Release, Note: &cover, Again: true, Changes: book.Submitted[1].Note.ChangesTo(book.Submitted[0].Note)}
	goldenPage(t, "notice_note", noticePage(release.Notice{Road: release.ByThread, Event: e}, book.Standing.Programme, "REHEARSAL"))
}
