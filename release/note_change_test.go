package release_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// TestChangesOfANote shows what differs between two versions, one of every kind:
// steps by number, defects by id, files by name.
func TestChangesOfANote(t *testing.T) {
	t.Parallel()
	f := noteFacts()
	before := wholeNote(f).Complete(f)
	f = noteFacts()
	after := wholeNote(f).Complete(f)
	if changes := before.ChangesTo(after); len(changes) != 0 {
		t.Fatalf("the same note differs: %+v", changes)
	}
	after.Title, after.Issuer.Title, after.Date = "Helix settlement, mended", "Head of Release", "2026-11-28"
	after.Manuals = append(after.Manuals, release.Document{Name: "Release guide", Version: "1", Date: "2026-11-20"})
	after.Schemas = nil
	after.BOM = slices.Clone(after.BOM)
	after.BOM[0].Version = "4"
	after.Fixed[0].Summary, after.Outstanding = "It stopped at night.", nil
	after.Changes = append(after.Changes, release.NotedChange{ID: "CR-32", Title: "More", Summary: "More of it."})
	after.Disruption, after.Downtime = release.ServerDown, 30
	after.Runbook.Instructions.Stated = 0
	after.Runbook.Instructions.Steps[2].Minutes, after.Runbook.Instructions.Steps[2].Command = 25, "systemctl start settle"
	after.Runbook.Backout[1].To, after.Runbook.Backout[0].Steps = 4, nil
	after.Landscape = []release.Placed{{Environment: "sit-a", System: "helix", Version: "1.0.0.1", Status: release.SystemDegraded}}
	var text strings.Builder
	for _, c := range before.ChangesTo(after) {
		fmt.Fprintf(&text, "%s: %q -> %q\n", c.Field, c.Before, c.After)
	}
	golden(t, "testdata/note_changes.golden", text.String())
	if back := after.ChangesTo(before); len(back) != strings.Count(text.String(), "\n") {
		t.Errorf("%d changes forward and %d back", strings.Count(text.String(), "\n"), len(back))
	}
}

// TestANoteAgainAsksTheBoardAgain shows that another note after the Go, an edit of
// an instruction, is a material edit: the board is asked again and sees it (M3).
func TestANoteAgainAsksTheBoardAgain(t *testing.T) {
	t.Parallel()
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	n := b.noteOf(r.Number)
	n.Runbook.Instructions.Steps[1].Do = "Copy settle.jar to /srv/helix/lib."
	handed, err := b.desk.SubmitNote(t.Context(), b.as("ex-rm"), r.Number, n)
	b.must(err)
	s := b.standing(r.Number)
	if s.Release.Stage != release.Approving || s.RFC.State != release.Raised || s.Dossier().Evidence[release.CheckNote] != handed.Ref() {
		t.Fatalf("after another note: %s, RFC %s, decided on %v", s.Release.Stage, s.RFC.State, s.Dossier().Evidence)
	}
	if open := s.Ballots[0]; open.State != release.BallotOpen || len(open.Before) == 0 {
		t.Errorf("the vote that is open again: %+v", open)
	}
	refused(t, second(b.desk.Advance(t.Context(), b.as("rm"), r.Number)), release.CodeState)
	asked := slices.IndexFunc(b.store.snapshot().Notices, func(n release.Notice) bool {
		return n.Event.Kind == release.NoticeAskedAgain && slices.ContainsFunc(n.Event.Changes, func(c release.Change) bool {
			return strings.Contains(c.Field, "Release instructions 2") && strings.Contains(c.After, "/srv/helix/lib")
		})
	})
	if asked < 0 {
		t.Error("nobody who is asked again sees what changed in the note")
	}
	b.agree(r.RFC)
	_, err = b.desk.OpenGoNoGo(t.Context(), b.as("rm"), r.RFC, content().Window.From)
	b.must(err)
	b.agree(r.RFC)
	b.next(r.Number, "rm")
	b.clock = content().Window.From
	b.next(r.Number, "rm")
	_, err = b.desk.SubmitNote(t.Context(), b.as("ex-rm"), r.Number, b.noteOf(r.Number))
	refused(t, err, release.CodeState) // the deployment has begun on the note that was decided on
}
