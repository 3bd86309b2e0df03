package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// ready brings a patch to its preparation with a build and an RFC, so that its
// note can be handed in.
func (b *board) ready() release.Release {
	b.Helper()
	r := b.create(planned(release.Patch))
	b.next(r.Number, "ex-rm")
	b.built(r.Number, "2026.11.1", "1.2")
	b.next(r.Number, "ex-rm")
	b.show(r.Number, "test", release.CheckPIT)
	b.next(r.Number, "ex-rm")
	_, err := b.desk.RaiseRFC(b.Context(), b.as("ex-rm"), 0, 0, rfcFor(r))
	b.must(err)
	return b.standing(r.Number).Release
}

// TestSubmittedNoteIsTheEvidence shows that handing a note in completes, checks and
// freezes it, and shows it to the board by its digest (R68 to R92, M3).
func TestSubmittedNoteIsTheEvidence(t *testing.T) {
	t.Parallel()
	b := newGoverned(t)
	r := b.ready()
	_, err := b.desk.RecordInstallation(t.Context(), b.as("env"), release.InstallationReport{Environment: "sit-a", System: "helix", Version: release.Version{Major: 1}})
	b.must(err)
	handed := b.handIn(r.Number)
	n := handed.Note
	if handed.Version != 1 || handed.Digest != n.Digest() || handed.Build != r.Build || handed.By != "ex-rm" || !handed.At.Equal(monday) {
		t.Errorf("handed in: %+v", handed)
	}
	want := []string{"Sample programme", r.Version.String(), "RFC-1", "settle.jar"}
	if got := []string{n.Programme, n.Version, n.RFC, n.BOM[0].File}; !slices.Equal(got, want) {
		t.Errorf("gonogo added %v, want %v", got, want)
	}
	placed := []release.Placed{{Environment: "sit-a", System: "helix", Version: "1.0.0.0", Status: release.SystemAvailable}}
	if diff := cmp.Diff(placed, n.Landscape); diff != "" {
		t.Errorf("R91: the true state of the environment (-want +got):\n%s", diff)
	}
	s := b.standing(r.Number)
	e := s.Evidence[len(s.Evidence)-1]
	if e.Check != release.CheckNote || e.Ref != "sha256:"+n.Digest() || e.Build != r.Build || e.Waiver || e.Note != "Release note 1 of REL-1" {
		t.Errorf("the evidence: %+v", e)
	}
	if unmet := keys(s.Unmet([]release.Check{release.CheckNote})); len(unmet) != 0 {
		t.Errorf("unmet after the note: %v", unmet)
	}
	entries := b.store.snapshot().Entries
	i := slices.IndexFunc(entries, func(e release.Entry) bool { return e.Kind == release.NoteSubmitted })
	if i < 0 || entries[i].Intent == "" || entries[i].Release != r.Number {
		t.Fatalf("the ledger: %+v", entries)
	}
	data, _ := entries[i].Data.(map[string]any)
	if diff := cmp.Diff(map[string]any{"note-version": 1, "digest": n.Digest(), "build": r.Build}, data); diff != "" {
		t.Errorf("the ledger's entry (-want +got):\n%s", diff)
	}
}

// TestUnchangedNoteIsNotHandedInAgain shows that the same note is no new version,
// unless its evidence was taken away or it changed in a word.
func TestUnchangedNoteIsNotHandedInAgain(t *testing.T) {
	t.Parallel()
	b := newGoverned(t)
	r := b.ready()
	first := b.handIn(r.Number)
	_, err := b.desk.SubmitNote(t.Context(), b.as("ex-rm"), r.Number, b.noteOf(r.Number))
	refused(t, err, release.CodeState)
	second := b.handIn(r.Number, "And it is faster.")
	if second.Version != 2 || second.Digest == first.Digest {
		t.Errorf("the second note: version %d, %s after %s", second.Version, second.Digest, first.Digest)
	}
	_, err = b.desk.TakeEvidence(t.Context(), b.as("ex-rm"), r.Number, release.CheckNote, "It is not faster.")
	b.must(err)
	if third := b.handIn(r.Number); third.Version != 3 || third.Digest != first.Digest {
		t.Errorf("the first note again: version %d, %s", third.Version, third.Digest)
	}
	book, err := b.desk.ReadNotes(t.Context(), r.Number)
	b.must(err)
	if len(book.Submitted) != 3 || book.Submitted[0].Version != 3 || book.Submitted[2].Digest != first.Digest {
		t.Errorf("what was handed in: %+v", book.Submitted)
	}
}

// TestFaultyNoteIsRefusedWhole shows that a note with problems changes nothing and
// that the refusal tells all of them at once.
func TestFaultyNoteIsRefusedWhole(t *testing.T) {
	t.Parallel()
	b := newGoverned(t)
	r := b.ready()
	n := b.noteOf(r.Number)
	n.Title, n.Runbook.Instructions.Steps[2].Who = "", ""
	before := b.store.snapshot()
	_, err := b.desk.SubmitNote(t.Context(), b.as("ex-rm"), r.Number, n)
	refusal := refused(t, err, release.CodeInvalid)
	var fields []string
	for _, f := range refusal.Fields {
		fields = append(fields, f.Field)
	}
	if diff := cmp.Diff([]string{"title", "instructions 3"}, fields); diff != "" {
		t.Errorf("the fields (-want +got):\n%s", diff)
	}
	problems, err := b.desk.CheckNote(t.Context(), r.Number, n)
	b.must(err)
	if told := slices.DeleteFunc(problems, func(p release.NoteProblem) bool { return p.Advice }); len(told) != 2 {
		t.Errorf("the check finds %v", told)
	}
	if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
		t.Errorf("a refused note changed (-before +after):\n%s", diff)
	}
}

// TestWhoMayWriteAndHandIn shows whose note it is: the release manager of the
// provider hands it in; the owner and DevOps write it as well (R92).
func TestWhoMayWriteAndHandIn(t *testing.T) {
	t.Parallel()
	p := governed()
	p.People = append(p.People, person("ex-ops", release.DevOps, "elexon"), person("dcc-ops", release.DevOps, "dcc"))
	b := newGoverned(t)
	b.apply(p)
	r := b.ready()
	for who, may := range map[release.PersonID]struct{ write, submit bool }{
		"ex-rm": {true, true}, "ex-ops": {true, false}, "rm": {true, false}, "dcc-ops": {}, "dcc-rm": {}, "test": {}, "sup-rep": {},
	} {
		x, _ := p.Person(who)
		if write, submit := p.MayWriteNote(x, r), p.MaySubmitNote(x, r); write != may.write || submit != may.submit {
			t.Errorf("%s: write %t, hand in %t; want %+v", who, write, submit, may)
		}
		_, err := b.desk.DraftNote(t.Context(), b.as(who), r.Number)
		if _, refused := release.AsRefusal(err); refused == may.write {
			t.Errorf("%s drafts: %v", who, err)
		}
		if !may.submit {
			_, err = b.desk.SubmitNote(t.Context(), b.as(who), r.Number, b.noteOf(r.Number))
			refused(t, err, release.CodeForbidden)
		}
	}
}

// TestDraftIsPrefilledAndGoesOn shows that a draft knows what gonogo knows, is saved
// as people go on, and begins from the note that was handed in last.
func TestDraftIsPrefilledAndGoesOn(t *testing.T) {
	t.Parallel()
	b := newGoverned(t)
	r := b.ready()
	draft, err := b.desk.DraftNote(t.Context(), b.as("ex-rm"), r.Number)
	b.must(err)
	n := draft.Note
	want := []string{"Sample programme", "Helix 1.0.1.0", "Settlement runs again.", "2026-11-27", "1.0.1.0", "v2026.11.1", "Name of rm", "Name of ex-rm", "DEF-1187", "settle.jar", "RFC-1"}
	got := []string{n.Programme, n.Title, n.Reason, n.Date, n.Version, n.Tag, n.ReleasedTo.Name, n.Issuer.Name, n.Fixed[0].ID, n.Contents[0].Item, n.RFC}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the prefilled draft (-want +got):\n%s", diff)
	}
	if len(n.Runbook.Prerequisites.Steps) != len(release.Precautions()) || n.Disruption != release.NoDisruption || len(n.Approvals) == 0 {
		t.Errorf("the prefilled plan: %+v", n)
	}
	again, err := b.desk.DraftNote(t.Context(), b.as("ex-rm"), r.Number)
	b.must(err)
	if again.Revision != draft.Revision {
		t.Errorf("looking at it again saved it: revision %d after %d", again.Revision, draft.Revision)
	}
	draft.Note.Hardware = "  Two  blades \n"
	saved, err := b.desk.SaveNote(t.Context(), b.as("ex-rm"), draft)
	b.must(err)
	_, err = b.desk.SaveNote(t.Context(), b.as("rm"), draft)
	refused(t, err, release.CodeStale)
	book, err := b.desk.ReadNotes(t.Context(), r.Number)
	b.must(err)
	if book.Draft == nil || book.Draft.Revision != saved.Revision || strings.Fields(book.Draft.Note.Hardware)[0] != "Two" || len(book.Problems) == 0 {
		t.Fatalf("the draft that is read: %+v", book.Draft)
	}
	b.clock = b.clock.Add(time.Minute)
	b.handIn(r.Number)
	book, err = b.desk.ReadNotes(t.Context(), r.Number)
	b.must(err)
	if book.Draft != nil {
		t.Errorf("a draft older than the note is shown: %+v", book.Draft)
	}
	next, err := b.desk.DraftNote(t.Context(), b.as("ex-rm"), r.Number)
	b.must(err)
	if next.Note.Title != "Helix settlement" || next.Revision != saved.Revision+1 {
		t.Errorf("the draft after the note goes on from %q at revision %d", next.Note.Title, next.Revision)
	}
}

// TestNoteOfAnotherBuild shows that a note speaks of one build: another build
// needs its own note (R94).
func TestNoteOfAnotherBuild(t *testing.T) {
	t.Parallel()
	b := newGoverned(t)
	r := b.ready()
	old := b.noteOf(r.Number)
	b.handIn(r.Number)
	b.built(r.Number, "2026.11.2", "1.3")
	unmet := b.standing(r.Number).Unmet([]release.Check{release.CheckNote})
	if len(unmet) != 1 || !strings.Contains(unmet[0].What, "another build") {
		t.Fatalf("unmet after another build: %+v", unmet)
	}
	_, err := b.desk.SubmitNote(t.Context(), b.as("ex-rm"), r.Number, old)
	if refusal := refused(t, err, release.CodeInvalid); refusal.Fields[0].Field != "tag" {
		t.Errorf("the old note for the new build: %v", refusal)
	}
	if handed := b.handIn(r.Number); handed.Note.BOM[0].Version != "1.3" {
		t.Errorf("the bill of materials of the new note: %v", handed.Note.BOM)
	}
	if unmet := b.standing(r.Number).Unmet([]release.Check{release.CheckNote}); len(unmet) != 0 {
		t.Errorf("unmet after its note: %+v", unmet)
	}
}

// TestNoteOfAnotherVersion shows that a note is of one version: a release that is
// re-classified gets another, and needs another note (R70, T9).
func TestNoteOfAnotherVersion(t *testing.T) {
	t.Parallel()
	b := newGoverned(t)
	r := b.ready()
	first := b.handIn(r.Number)
	changed, err := b.desk.Reclassify(t.Context(), b.as("ex-rm"), r.Number, release.Minor)
	b.must(err)
	if unmet := b.standing(r.Number).Unmet([]release.Check{release.CheckNote}); len(unmet) != 1 {
		t.Fatalf("unmet after another version: %+v", unmet)
	}
	n := b.noteOf(r.Number)
	n.Version = first.Note.Version
	_, err = b.desk.SubmitNote(t.Context(), b.as("ex-rm"), r.Number, n)
	if refusal := refused(t, err, release.CodeInvalid); refusal.Fields[0].Field != "version" {
		t.Errorf("the note of the old version: %v", refusal)
	}
	if handed := b.handIn(r.Number); handed.Note.Version != changed.Version.String() {
		t.Errorf("the new note is of %s, the release %s", handed.Note.Version, changed.Version)
	}
}
