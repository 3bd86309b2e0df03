package bot

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// enormousNote draws the largest release note that the rules accept.
func enormousNote(t *rapid.T) release.ReleaseNote {
	text := func(n int) string { return "x" + hostile(n-1).Draw(t, "text") }
	short, long := text(200), text(release.MaxText)
	who := release.Signatory{Name: short, Title: short, Party: short}
	n := release.ReleaseNote{
		Programme: short, Title: short, Reason: long, Date: "2026-11-27", Version: short, ReleasedTo: who, Issuer: who, Tag: short, BuildTool: long, Hardware: long,
		OperatingSystem: long, Operate: long, Disruption: release.Disruption(short), Downtime: 9_999_999, RFC: short,
	}
	for i := range release.MaxNoteLines {
		id := fmt.Sprint(i, short)
		n.Signatories = append(n.Signatories, who)
		n.Manuals = append(n.Manuals, release.Document{Name: id, Version: short, Date: short, About: long, Link: "https://docs.example/" + strings.Repeat("p", 470)})
		n.Contents = append(n.Contents, release.NotedContent{Item: id, Says: long})
		n.Fixed = append(n.Fixed, release.NotedDefect{ID: id, Severity: release.Severity(short), Summary: long, Workaround: long})
		n.Changes = append(n.Changes, release.NotedChange{ID: id, Title: short, Summary: long})
		n.Resources, n.Stakeholders = append(n.Resources, id), append(n.Stakeholders, id)
		n.Approvals = append(n.Approvals, release.NotedApproval{What: short, By: short, Ref: short})
		n.BOM = append(n.BOM, release.BOMLine{File: id, Version: short, Date: "2026-11-20", Digest: "sha256:" + strings.Repeat("ab", 32)})
		n.Landscape = append(n.Landscape, release.Placed{Environment: release.EnvironmentID(fmt.Sprint("e", i%12)), System: "helix", Version: short, Status: release.SystemAvailable})
	}
	n.Schemas, n.Outstanding = n.Manuals, n.Fixed
	var s release.Section
	for i := range release.MaxNoteSteps {
		s.Steps = append(s.Steps, release.Step{Number: i + 1, Do: long, Who: short, Minutes: 99_999, Expect: long, Command: long, Files: []string{short, long}, Covers: release.Precaution(short)})
	}
	n.Runbook = release.Runbook{Prerequisites: s, Instructions: s, Checks: s}
	for i := range release.MaxBackout {
		set := release.BackoutSet{From: i*2 + 1, To: i*2 + 2, Section: release.Section{Steps: s.Steps[:5]}}
		if i == release.MaxBackout-1 {
			set.Section = s
		}
		n.Runbook.Backout = append(n.Runbook.Backout, set)
	}
	return n
}

// enormousBook is an enormous note in every state at once.
func enormousBook(t *rapid.T) release.NoteBook {
	n := enormousNote(t)
	s := enormousStanding(t)
	book := release.NoteBook{
		Standing: s, Facts: release.NoteFacts{Programme: s.Programme, Release: s.Release, Build: s.Build, RFC: s.RFC, Landscape: n.Landscape, Now: s.Now},
		Draft: &release.NoteDraft{Release: s.Release.Number, Revision: 999_999, Note: n, By: "elle", At: start},
	}
	before := n
	before.Title, before.Reason, before.Runbook = "", "", release.Runbook{}
	before.Contents, before.Fixed, before.Manuals = nil, nil, nil
	book.Submitted = []release.SubmittedNote{
		{Release: s.Release.Number, Version: 2, Note: n, Digest: n.Digest(), By: "elle", At: start}, {Release: s.Release.Number, Version: 1, Note: before, Digest: n.Digest(), By: "elle", At: start},
	}
	book.Problems = n.Check(book.Facts)
	for _, part := range append([]string{""}, "heads", "instructions 3", "backout 2", "contents", "fixed") {
		for range 30 {
			book.Problems = append(book.Problems, release.NoteProblem{Field: part + " " + s.Release.Ended, Why: s.Release.Ended, Fix: s.Release.Ended})
		}
	}
	return book
}

// Whatever a note says fits into Slack's limits, and nothing of it can mention
// anybody or forge a link (facts 39 to 66).
func TestNoteLimits(t *testing.T) {
	o := open(t, func(_ *release.Programme, c *Config) { c.Notes = jsonNotes{} })
	post := func(t *rapid.T, what string, p *page) {
		harmless(t, what, p)
		if total := textTogether(p.blocks); total > 10_000 {
			t.Fatalf("%s has %d characters", what, total)
		}
		if _, _, err := o.poster.cfg.Slack.PostMessage(board, options(p.fallback(), p.blocks, what)...); err != nil {
			t.Fatalf("%s: %v", what, wrapSlack("post", err))
		}
	}
	window := func(t *rapid.T, what string, v *view) {
		raw, err := json.Marshal(v.ModalViewRequest)
		if err != nil || len(raw) > 250_000 {
			t.Fatalf("%s has %d bytes (%v)", what, len(raw), err)
		}
		harmless(t, what, newPage("", "").append(&page{blocks: v.Blocks.BlockSet, spoken: []spoken{{text: "a window"}}}))
		if _, err := o.box.Command(t.Context(), rachel, board, "/rfc raise"); err != nil {
			t.Fatal(err)
		}
		top, _ := o.box.OpenView(rachel)
		if _, err := o.poster.cfg.Slack.UpdateView(v.ModalViewRequest, "", "", top.ID); err != nil {
			t.Fatalf("%s: %v", what, wrapSlack("update", err))
		}
	}
	o.bot.banner = "REHEARSAL"
	checks(t, 3)
	rapid.Check(t, func(t *rapid.T) {
		book := enormousBook(t)
		n := book.Draft.Note
		window(t, "hub", o.bot.noteHub(book))
		over := newPage("", "").say(overtakenLine(book, "this"))
		for _, part := range noteParts() {
			for _, f := range part.fields {
				over.passage(f.label, f.get(n), 1200)
			}
			if part.fields != nil {
				window(t, part.key, o.bot.partForm(book, part, part.texts(n), over))
			}
			over = newPage("", "").say(overtakenLine(book, "this"))
		}
		typed := n.Reason[:1]
		for _, at := range []stepsAt{{section: release.Prerequisites}, {section: release.Instructions}, {release.BackoutSteps, 49}} {
			section := at.of(&n)
			window(t, at.word(), &view{o.bot.stepsPage(book, at, overtakenLine(book, "this")).modal()})
			m := meta{Step: 1, Before: fingerprint(stepText(section.Steps[0]))}
			window(t, "step of "+at.word(), o.bot.stepAgain(book, at, m, stepFieldsOf(section.Steps[0])))
			window(t, "bulk of "+at.word(), o.bot.bulkForm(book, at, &typed, over.passage("now", listOf(section.Steps, stepLine), maxNoteField)))
		}
		window(t, "sets", &view{o.bot.setsPage(book).modal()})
		window(t, "range", o.bot.rangeForm(book, 49, "99", "100", over))
		for _, p := range readPages() {
			window(t, "reading "+p.value, o.bot.readingView(book, book.Submitted[0], p.value, true))
		}
		window(t, "problems", &view{o.bot.problemsPage(book, checkedLine(book.Problems), book.Problems, true).modal()})
		window(t, "handed in", &view{o.bot.handedInPage(book, book.Submitted[0]).modal()})
		c := noteCall{number: 999_999_999}
		window(t, "file form", o.bot.noteFileForm(c, 9, thenSubmit, o.bot.problemsPage(book, checkedLine(book.Problems), book.Problems, false)))
		mistakes := refuse(release.CodeInvalid, n.Reason, n.Reason, n.Reason)
		for range 100 {
			mistakes.Fields = append(mistakes.Fields, release.FieldProblem{Field: n.Reason, Why: n.Reason})
		}
		window(t, "mistakes", o.bot.noteFileForm(c, 9, thenSubmit, mistakesPage(mistakes)))
		noteMessages(t, o, book, post)
	})
}

// noteMessages are what is posted of a note.
func noteMessages(t *rapid.T, o *office, book release.NoteBook, post func(*rapid.T, string, *page)) {
	post(t, "under way", o.bot.underwayPage(book))
	post(t, "handed in", o.bot.handedInPage(book, book.Submitted[0]))
	post(t, "problems", o.bot.problemsPage(book, checkedLine(book.Problems), book.Problems, false))
	found := newPage("", "")
	fileProblems(found, book.Problems)
	changeList(found, book.Submitted[1].Note.ChangesTo(book.Draft.Note), 2000)
	post(t, "file", found.say(said("done")).buttons(noteButton(999_999_999, "Hand it in", book.Draft.Note.Reason, "hand", "F0123456789", "0123456789ab", thenSubmit)))
	cover := book.Submitted[0].Cover()
	e := release.Event{Kind: release.NoticeNote, At: start, By: "elle", Release: &book.Standing.Release, Note: &cover, Again: true, Changes: book.Submitted[1].Note.ChangesTo(book.Draft.Note)}
	post(t, "notice", noticePage(release.Notice{Road: release.ByThread, Event: e}, book.Standing.Programme, "REHEARSAL"))
}
