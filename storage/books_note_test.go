package storage_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// noteForgeries are changes behind gonogo's back to what was handed in.
var noteForgeries = map[string]struct{ statement, why string }{
	"a step":        {`UPDATE notes SET note = CAST(replace(CAST(note AS text), '/opt/helix', '/opt/other') AS %JSON%) WHERE version = 1`, "release note 1 of REL-1 says what has the digest"},
	"its digest":    {`UPDATE notes SET digest = 'aa' WHERE version = 1`, "release note 1 of REL-1 has the digest aa, the ledger says"},
	"both together": {`UPDATE notes SET note = (SELECT note FROM notes WHERE version = 1), digest = (SELECT digest FROM notes WHERE version = 1) WHERE version = 2`, "release note 2 of REL-1 says what has the digest"},
	"its build":     {`UPDATE notes SET build = 1 WHERE version = 2`, "release note 2 of REL-1 is of the build 1, the ledger says 2"},
	"its author":    {`UPDATE notes SET by_person = 'bill' WHERE version = 1`, "release note 1 of REL-1 was handed in by bill, the ledger says ray"},
	"its instant":   {`UPDATE notes SET at = '2026-11-01T12:00:00.000000Z' WHERE version = 2`, "release note 2 of REL-1 was handed in at 2026-11-01T12:00:00.000000Z"},
	"removed":       {`DELETE FROM notes WHERE version = 2`, "release note 2 of REL-1 is in the ledger, and its row is missing"},
	"made up":       {`INSERT INTO notes SELECT release, 3, note, digest, build, by_person, at FROM notes WHERE version = 1`, "release note 3 of REL-1 is not in the ledger"},
	"a draft":       {`UPDATE note_drafts SET note = CAST(replace(CAST(note AS text), 'blades', 'wings') AS %JSON%)`, "the draft of the release note of REL-1 says what has the digest"},
	"no draft":      {`DELETE FROM note_drafts`, "the draft of the release note of REL-1 is in the ledger, and its row is missing"},
}

// TestNoteBooks shows that the ledger names every release note that was changed,
// added or removed behind gonogo's back, on both databases (R68, M3, T36).
func TestNoteBooks(t *testing.T) {
	t.Parallel()
	for dialect, address := range map[string]string{
		"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), "notes.db"),
	} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			s := openScene(t, address)
			s.play()
			s.write()
			s.verify()
			f := newForger(t, address)
			for name, one := range noteForgeries {
				f.exec(one.statement)
				v, err := s.VerifyLedger(t.Context())
				s.must(err)
				if !slices.ContainsFunc(v.Faults, func(x storage.LedgerFault) bool { return strings.Contains(x.String(), one.why) }) {
					t.Errorf("%s: want “%s”, got %v", name, one.why, v.Faults)
				}
				f.restore()
			}
			s.verify()
		})
	}
}

// write keeps a draft and two notes of the release's two builds, as their acts would.
func (s *scene) write() {
	s.t.Helper()
	s.must(s.Within(s.t.Context(), func(tx release.Tx) error {
		draft := release.NoteDraft{Release: 1, Note: release.ReleaseNote{Hardware: "Two blades"}, By: "ray", At: s.clock}
		for range 2 {
			draft.Note.Title += "Helix"
			if err := tx.SaveNoteDraft(&draft); err != nil {
				return err
			}
			if err := s.noted(tx, release.NoteDrafted, map[string]any{"revision": draft.Revision, "digest": draft.Note.Digest()}); err != nil {
				return err
			}
		}
		for build := range 2 {
			note := release.ReleaseNote{Title: strings.Repeat("Helix", build+1), Runbook: release.Runbook{
				Instructions: release.Section{Steps: []release.Step{{Number: 1, Do: "Copy it to /opt/helix.", Who: "Bill", Minutes: 5}}},
			}}
			n := release.SubmittedNote{Release: 1, Note: note, Digest: note.Digest(), Build: int64(build + 1), By: "ray", At: s.clock}
			if err := tx.AddNote(&n); err != nil {
				return err
			}
			if err := s.noted(tx, release.NoteSubmitted, map[string]any{"note-version": n.Version, "digest": n.Digest, "build": n.Build}); err != nil {
				return err
			}
		}
		return nil
	}))
}

func (s *scene) noted(tx release.Tx, kind release.EntryKind, data map[string]any) error {
	return tx.Append(release.Entry{At: s.clock, Kind: kind, Subject: "release/1", By: "ray", Release: 1, Data: data})
}
