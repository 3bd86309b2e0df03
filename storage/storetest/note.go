package storetest

import (
	"context"
	"errors"
	"slices"
	"testing"

	"gonogo.dev/release"
)

// fullNote is a release note with every kind of value and a hostile text.
func fullNote(text string) release.ReleaseNote {
	step := release.Step{
		Number: 1, Do: text, Who: "ann", Minutes: 5, Expect: text, Command: text + "\n", Files: []string{"a.jar", text}, Covers: release.BackupsTaken,
	}
	return release.ReleaseNote{
		Programme: "SP", Title: text, Reason: text, Date: "2026-11-24", Version: "1.2.0.0", ReleasedTo: release.Signatory{Name: text, Title: "Dr", Party: "ex"},
		Issuer: release.Signatory{Name: "Ann"}, Signatories: []release.Signatory{{Name: "Bob"}}, Tag: "v1", BuildTool: "make 4",
		Manuals: []release.Document{{Name: text, Version: "2", Date: "2026-11-01", Link: "https://docs.example/m"}}, Hardware: text, Operate: text,
		BOM:      []release.BOMLine{{File: "a.jar", Version: "1", Fixes: []string{"DEF-1"}}},
		Contents: []release.NotedContent{{Item: "a.jar", Says: text}}, Fixed: []release.NotedDefect{{ID: "DEF-1", Severity: release.High, Summary: text}},
		Outstanding: []release.NotedDefect{{ID: "DEF-2", Severity: release.Low, Workaround: text}}, Changes: []release.NotedChange{{ID: "CR-1", Title: text}},
		Disruption: release.ServerDown, Downtime: 30, Resources: []string{text}, Approvals: []release.NotedApproval{{What: "TMAG", By: "Ann", Ref: text}},
		Runbook: release.Runbook{
			Prerequisites: release.Section{Steps: []release.Step{step}, Stated: 5}, Instructions: release.Section{Steps: []release.Step{step, step}},
			Backout: []release.BackoutSet{{From: 1, To: 2, Section: release.Section{Steps: []release.Step{step}, Stated: 5}}},
		},
		Landscape: []release.Placed{{Environment: "sit-a", System: "dip", Version: "1.0.0.0"}}, RFC: "RFC-1",
	}
}

// testNote shows that notes come back with the digest they were frozen with,
// each version once, the newest first, and that no two people save one draft over
// each other.
func testNote(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	r := planned(first)
	b := release.Build{Name: "1", At: noon}
	d.do(func(tx release.Tx) error {
		if err := tx.AddRelease(&r); err != nil {
			return err
		}
		b.Release = r.Number
		return tx.AddBuild(&b)
	})
	var want []release.SubmittedNote
	for i, text := range hostile {
		note := fullNote(text)
		if i == 0 {
			note = release.ReleaseNote{} // nil lists stay nil, else the digest would be another
		}
		n := release.SubmittedNote{Release: r.Number, Note: note, Digest: note.Digest(), Build: b.ID, By: "ann", At: noon}
		d.do(func(tx release.Tx) error { return tx.AddNote(&n) })
		if n.Version != i+1 {
			t.Errorf("version %d of the note, want %d", n.Version, i+1)
		}
		want = slices.Insert(want, 0, n)
	}
	d.do(func(tx release.Tx) error {
		all, err := tx.NotesOf(r.Number)
		same(t, "notes", want, all)
		for _, n := range all {
			if n.Note.Digest() != n.Digest {
				t.Errorf("version %d was frozen as %s and comes back as %s", n.Version, n.Digest, n.Note.Digest())
			}
		}
		if none, err := tx.NotesOf(999); len(none) != 0 || err != nil {
			t.Errorf("the notes of no release: %v %v", none, err)
		}
		return err
	})
	for what, n := range map[string]release.SubmittedNote{
		"no release": {Release: 999, Build: b.ID, At: noon}, "no build": {Release: r.Number, Build: 999, At: noon},
	} {
		if err := d.Within(t.Context(), func(tx release.Tx) error { return tx.AddNote(&n) }); err == nil {
			t.Errorf("a note of %s was kept", what)
		}
	}
}

// testNoteDraft shows that a draft is saved as it is, and that a save on an older
// one than is kept, or a second beginning, is refused.
func testNoteDraft(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	r := planned(first)
	d.do(func(tx release.Tx) error { return tx.AddRelease(&r) })
	d.do(func(tx release.Tx) error {
		if _, err := tx.NoteDraft(r.Number); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a draft that was not begun: %v", err)
		}
		return nil
	})
	draft := release.NoteDraft{Release: r.Number, By: "ann", At: noon}
	for i, text := range hostile {
		draft.Note = fullNote(text)
		d.do(func(tx release.Tx) error { return tx.SaveNoteDraft(&draft) })
		if draft.Revision != i+1 {
			t.Errorf("revision %d of the draft, want %d", draft.Revision, i+1)
		}
		d.do(func(tx release.Tx) error {
			kept, err := tx.NoteDraft(r.Number)
			same(t, "draft", draft, kept)
			return err
		})
	}
	for _, revision := range []int{0, draft.Revision - 1, draft.Revision + 1} {
		late := draft
		late.Revision = revision
		err := d.Within(t.Context(), func(tx release.Tx) error { return tx.SaveNoteDraft(&late) })
		if refusal, ok := release.AsRefusal(err); !ok || refusal.Code != release.CodeStale {
			t.Errorf("a save on revision %d beside %d: %v", revision, draft.Revision, err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	const several = 4
	done := make(chan error, several)
	for range several {
		mine := draft
		go func() { done <- d.Within(ctx, func(tx release.Tx) error { return tx.SaveNoteDraft(&mine) }) }()
	}
	saved := 0
	for range several {
		err := <-done
		if err == nil {
			saved++
		} else if refusal, ok := release.AsRefusal(err); !ok || refusal.Code != release.CodeStale {
			t.Errorf("a save beside others: %v", err)
		}
	}
	if saved != 1 {
		t.Errorf("%d of %d saves on one revision were kept, want 1", saved, several)
	}
}
