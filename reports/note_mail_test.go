package reports

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// cupboard is a shelf with one release note.
type cupboard struct{ fault error }

func (c cupboard) Note(_ context.Context, number, version int) (release.SubmittedNote, []release.Change, error) {
	n, changes := submitted()
	if number != n.Release || version != n.Version {
		return n, nil, errors.New("another note was asked for")
	}
	return n, changes, c.fault
}

func (c cupboard) Deployment(context.Context, int64) (release.DeploymentReport, error) {
	return deployed(), c.fault
}

// R36: the mail of a deployment's end carries its report, no other status does.
func TestDeploymentMailCarriesItsReport(t *testing.T) {
	post := NewPost(letterhead(t), registry{noteBoard()}, nil).WithShelf(cupboard{})
	for kind, want := range map[release.StatusKind]int{release.StatusStart: 2, release.StatusEnd: 3} {
		e := release.Event{Kind: release.NoticeStatus, At: in(159), By: "siobhan", RFC: change(12, release.Deployed, "Default curves", in(157)), Rollout: &release.RolloutStatus{
			Kind: kind, Rollout: 5, Release: 7, System: "load-shaping", Environments: []release.EnvironmentID{"uit"}, State: release.RolloutDeployed, Started: in(157),
		}}
		body, err := post.Render(t.Context(), scene{"status", "nia", release.DutyTold, e}.notice())
		if err != nil {
			t.Fatal(err)
		}
		_, parts := read(t, body)
		if len(parts) != want || want == 3 && parts[2].Content != string(file(t, letterhead(t).DeploymentPaper(noteBoard(), deployed()), AsPDF)) {
			t.Errorf("%s: %d parts, want %d with the report", kind, len(parts), want)
		}
	}
}

// noteScenes are a note and its next version, as two readers hear of them.
func noteScenes() []scene {
	n, changes := submitted()
	r := release.Release{Number: 7, RFC: 12}
	r.Content.Targets = []release.Target{{Environment: "uit", Window: release.Window{From: in(158), To: in(162), Zone: "Europe/London"}}}
	cover := n.Cover()
	first := cover
	first.Version, first.Note.Outstanding = 2, nil
	return []scene{
		{"first", "nia", release.DutyTold, release.Event{Kind: release.NoticeNote, At: n.At, By: n.By, Release: &r, Note: &first}},
		{"again", "grace", release.DutyTold, release.Event{Kind: release.NoticeNote, At: n.At, By: n.By, Release: &r, Note: &cover, Again: true, Changes: changes}},
	}
}

func noteBoard() *release.Programme {
	p := board()
	p.Lists = []release.DistributionList{{ID: "release-notes", Name: "Release notes", People: []release.PersonID{"grace"}}}
	p.Policy.NoteLists = []string{"release-notes"}
	return p
}

// R92: the mail of a release note says what matters, and carries the whole note.
func TestNoteMailGolden(t *testing.T) {
	post := NewPost(letterhead(t), registry{noteBoard()}, nil).WithShelf(cupboard{})
	for _, s := range noteScenes() {
		t.Run(s.name, func(t *testing.T) {
			body, err := post.Render(t.Context(), s.notice())
			if err != nil {
				t.Fatal(err)
			}
			again, err := post.Render(t.Context(), s.notice())
			if err != nil || !bytes.Equal(again, body) {
				t.Errorf("rendered again: %v, or other bytes", err)
			}
			checkWire(t, body)
			head, parts := read(t, body)
			if len(parts) != 3 {
				t.Fatalf("%d parts, want text, HTML and the note", len(parts))
			}
			golden(t, "note-mail-"+s.name+".txt", []byte("Subject: "+head.Get("Subject")+"\n\n"+parts[0].Content))
			golden(t, "note-mail-"+s.name+".html", []byte(parts[1].Content))
			n, changes := submitted()
			if want := file(t, letterhead(t).NotePaper(noteBoard(), n, changes), AsPDF); parts[2].Content != string(want) {
				t.Error("the attached file is not the note as PDF")
			}
		})
	}
}

// A note that cannot be read now is tried again later, never left out.
func TestNoteMailWaitsForItsNote(t *testing.T) {
	post := NewPost(letterhead(t), registry{noteBoard()}, nil).WithShelf(cupboard{fault: errors.New("no database")})
	if _, err := post.Render(t.Context(), noteScenes()[0].notice()); err == nil || errors.Is(err, release.ErrGivenUp) {
		t.Errorf("got %v, want an error that is tried again", err)
	}
}

// What is too large for mail is left out, and the mail says so.
func TestLetterEnclosesNoMoreThanMailCarries(t *testing.T) {
	var x letter
	x.enclose(Part{Name: "small.pdf", Content: make([]byte, MaxAttached)})
	x.enclose(Part{Name: "large.pdf", Content: make([]byte, MaxAttached+1)})
	if len(x.files) != 1 || x.files[0].Name != "small.pdf" || len(x.page.Footer) != 1 || !strings.Contains(x.page.Footer[0], "large.pdf is too large") {
		t.Errorf("%d files, and it says %q", len(x.files), x.page.Footer)
	}
	m := Message{Attachments: []Part{{Name: "..hidden/../x.pdf", Content: []byte("x")}}, Text: "x"}
	body, err := m.body()
	if err != nil || !bytes.Contains(body.content, []byte("filename=..hidden_.._x.pdf")) {
		t.Errorf("a name with a path: %v\n%s", err, body.content)
	}
	m.Attachments[0].Content = make([]byte, maxFiles+1)
	if err := m.check(); err == nil || !strings.Contains(err.Error(), "its files have") {
		t.Errorf("too much to carry: %v", err)
	}
}
