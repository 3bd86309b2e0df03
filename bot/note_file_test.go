package bot

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// jsonNotes reads notes as JSON, which is enough of a file for the bot's tests.
type jsonNotes struct{}

func (jsonNotes) Read(name string, body []byte) (release.ReleaseNote, error) {
	var n release.ReleaseNote
	if err := json.Unmarshal(body, &n); err != nil {
		r := refuse(release.CodeInvalid, name+" was not read.", "It has mistakes.", "Mend it.")
		r.Fields = []release.FieldProblem{{Field: "line 3", Why: "<!channel> is no key of a note."}}
		return n, r
	}
	return n, nil
}

func (jsonNotes) Template(format string, n release.ReleaseNote) []byte {
	body, err := json.Marshal(n)
	if err != nil {
		panic(err) // texts and numbers only
	}
	return append([]byte("# "+format+"\n"), body...)
}

// scriptorium is an office that takes notes as files, with REL-1 built.
func scriptorium(t *testing.T) *office {
	t.Helper()
	o := open(t, governed, func(_ *release.Programme, c *Config) { c.Notes = jsonNotes{} })
	o.desk.WithSources(tags{})
	o.built()
	o.work()
	return o
}

// wholeNote is a note of REL-1 without a problem.
func (o *office) wholeNote() release.ReleaseNote {
	o.t.Helper()
	_, err := o.desk.DraftNote(o.t.Context(), release.Intent{By: "elle"}, 1)
	o.must(err)
	o.command(elle, "/release note REL-1")
	o.writes()
	o.must(o.box.CloseView(o.t.Context(), elle, true))
	book, err := o.desk.ReadNotes(o.t.Context(), 1)
	o.must(err)
	if problems := stopping(book.Problems); len(problems) > 0 {
		o.t.Fatalf("the note has problems: %+v", problems)
	}
	return book.Draft.Note
}

func asFile(t *testing.T, name string, n release.ReleaseNote) workspace.File {
	t.Helper()
	body, err := json.Marshal(n)
	if err != nil {
		t.Fatal(err)
	}
	return workspace.File{Name: name, Data: body}
}

// A note handed in as a file: into the draft, refused with its problems, taken.
func TestNoteFile(t *testing.T) {
	o := scriptorium(t)
	n := o.wholeNote()
	o.command(elle, "/release note REL-1")
	o.clicks(elle, "file")
	o.submits(elle, "", fields(blockNoteFile+"1", workspace.File{Name: "release-note.yaml", Data: []byte("nonsense")}, blockThen, thenDraft))
	v := o.looks(elle, 2)
	wants(t, string(v.Blocks), "line 3: ", "is no key of a note", blockNoteFile+"2")

	broken := n
	broken.Title = ""
	o.submits(elle, "", fields(blockNoteFile+"2", asFile(t, "note.yml", broken), blockThen, thenSubmit))
	wants(t, string(o.looks(elle, 2).Blocks), "The file was not handed in. ", "1 problem keeps the note from being taken.", "title: ", blockNoteFile+"3")

	broken.Reason = "From a file"
	o.submits(elle, "", fields(blockNoteFile+"3", asFile(t, "note.md", broken), blockThen, thenDraft))
	wants(t, string(o.looks(elle, 1).Blocks), "✗ 1 problem")
	book, err := o.desk.ReadNotes(t.Context(), 1)
	o.must(err)
	if book.Draft.Note.Reason != "From a file" || len(book.Submitted) != 0 {
		t.Errorf("the draft says %q; %d are handed in", book.Draft.Note.Reason, len(book.Submitted))
	}
	o.clicks(elle, "file")
	o.submits(elle, "", fields(blockNoteFile+"1", asFile(t, "note.md", n), blockThen, thenSubmit))
	wants(t, string(o.looks(elle, 2).Blocks), "Release note 1 of REL-1 is handed in")

	// Typed, without a window beneath; by somebody who may not.
	o.command(tom, "/release note REL-1 file")
	o.submits(tom, blockNoteFile+"1", fields(blockNoteFile+"1", asFile(t, "note.md", n), blockThen, thenSubmit))
	o.submits(tom, blockNoteFile+"1", fields(blockNoteFile+"1", asFile(t, "note.md", n), blockThen, thenDraft))
}

// A file in the thread of a release's card is checked and answered there, once,
// and handed in by nobody but who presses the button (T30).
func TestNoteInThread(t *testing.T) {
	o := scriptorium(t)
	n := o.wholeNote()
	card := o.places["release/1"]
	thread := func() []workspace.Message {
		var all []workspace.Message
		for _, m := range o.box.Messages(board, elle) {
			if m.ThreadTS == card.TS && m.Bot && strings.Contains(m.Text, "I read") {
				all = append(all, m)
			}
		}
		return all
	}
	put := func(user, ts string, f workspace.File) {
		t.Helper()
		o.must(o.box.Upload(t.Context(), user, board, ts, f))
		o.settle()
	}
	put(elle, card.TS, workspace.File{Name: "minutes.md", Data: []byte("{}")})
	put(elle, "", asFile(t, "release-note.yaml", n))
	put(unknown, card.TS, asFile(t, "release-note.yaml", n))
	o.must(o.box.Say(t.Context(), elle, board, "", "just talk"))
	if all := thread(); len(all) != 0 {
		t.Fatalf("answered: %+v", all)
	}
	put(elle, card.TS, workspace.File{Name: "release-note.yaml", Data: []byte("nonsense")})
	wants(t, thread()[0].Text, "Elle Ford, I read release-note.yaml as the release note of REL-1. It was not understood.", "line 3: &lt;!channel&gt; is no key of a note.")
	broken := n
	broken.Title = ""
	o.box.DuplicateNext(1)
	put(elle, card.TS, asFile(t, "Release_Note v2.MD", broken))
	all := thread()
	if len(all) != 2 {
		t.Fatalf("%d answers", len(all))
	}
	wants(t, all[1].Text, "1 problem keeps the note from being taken.", "title: ")
	if strings.Contains(string(all[1].Blocks), "Hand it in") {
		t.Error("a note with problems can be handed in")
	}
	put(ben, card.TS, asFile(t, "release-note.yml", n))
	m := thread()[2]
	wants(t, m.Text, "Ben Achterberg, I read release-note.yml", "Nothing was handed in yet")
	press := func(user, label string) {
		t.Helper()
		var blocks []struct {
			Elements []struct {
				ActionID string          `json:"action_id"`
				Text     json.RawMessage `json:"text"`
			} `json:"elements"`
		}
		o.must(json.Unmarshal(m.Blocks, &blocks))
		for _, b := range blocks {
			for _, e := range b.Elements {
				if strings.Contains(string(e.Text), label) && e.ActionID != "" {
					o.must(o.box.Click(t.Context(), user, board, m.TS, e.ActionID, ""))
					o.settle()
					return
				}
			}
		}
		t.Fatalf("no button %q in %s", label, m.Blocks)
	}
	press(tom, "Hand it in")
	wants(t, o.last(tom, board).Text, "was not handed in", "Ask Elle Ford")
	press(tom, "Put it into the draft")
	wants(t, o.last(tom, board).Text, "The release note was not changed.")
	if len(o.store.snapshot().submitted) != 0 {
		t.Fatal("it is handed in")
	}
	press(elle, "Hand it in")
	wants(t, o.last(elle, board).Text, "Release note 1 of REL-1 is handed in")
	press(elle, "Hand it in")
	wants(t, o.last(elle, board).Text, "word for word")
	// A later file shows what it changes against the one that was handed in.
	o.must(o.clock.MoveTo(t.Context(), start.Add(time.Minute)))
	n.Title = "Helix settlement, mended"
	put(elle, card.TS, asFile(t, "release-note.yaml", n))
	m = thread()[3]
	wants(t, m.Text, "Against release note 1", "Helix settlement → Helix settlement, mended")
	press(elle, "Put it into the draft")
	wants(t, string(o.looks(elle, 1).Blocks), "The draft differs from it in 1 place.")
	wants(t, o.command(elle, "/release note REL-1 hand F0NONE 123456789012"), "not in the thread of the release's card any more")
	wants(t, o.command(tom, "/release note REL-1 write"), "was not opened for you")
	wants(t, o.command(tom, "/release note REL-1 instructions"), "was not opened for you")
	wants(t, o.command(elle, "/release note REL-1 nonsense"), "“nonsense” is nothing that is done with a release note.")
}

// The note comes as two files into the direct messages of whoever asks.
func TestNoteTemplate(t *testing.T) {
	o := scriptorium(t)
	o.command(tom, "/release note REL-1 template")
	m := o.last(tom, o.box.DM(tom))
	wants(t, strings.Join(m.Files, " "), "release-note-REL-1.yaml", "release-note-REL-1.md")
	o.wholeNote()
	o.command(elle, "/release note REL-1")
	o.clicks(elle, "template")
	wants(t, string(o.looks(elle, 2).Blocks), "is on its way to you")
	wants(t, strings.Join(o.last(elle, o.box.DM(elle)).Files, " "), "release-note-REL-1.yaml")
	o.must(o.box.CloseView(t.Context(), elle, false))
	o.box.Fail("files.completeUploadExternal", workspace.Fault{Error: "missing_scope"})
	o.clicks(elle, "template")
	wants(t, o.last(elle, o.box.DM(elle)).Text, "could not be sent", "gonogo note template", "files:write")
}
