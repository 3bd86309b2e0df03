package release_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

func (t failingTx) NoteDraft(number int) (release.NoteDraft, error) {
	return try(t, func() (release.NoteDraft, error) { return t.Tx.NoteDraft(number) })
}

func (t failingTx) SaveNoteDraft(d *release.NoteDraft) error {
	return t.do(func() error { return t.Tx.SaveNoteDraft(d) })
}

func (t failingTx) NotesOf(number int) ([]release.SubmittedNote, error) {
	return try(t, func() ([]release.SubmittedNote, error) { return t.Tx.NotesOf(number) })
}

func (t failingTx) AddNote(n *release.SubmittedNote) error {
	return t.do(func() error { return t.Tx.AddNote(n) })
}

func (t failingTx) Release(number int, lock release.Lock) (release.Release, error) {
	return try(t, func() (release.Release, error) { return t.Tx.Release(number, lock) })
}

func (t failingTx) Build(id int64) (release.Build, error) {
	return try(t, func() (release.Build, error) { return t.Tx.Build(id) })
}

func (t failingTx) EvidenceOf(number int) ([]release.Evidence, error) {
	return try(t, func() ([]release.Evidence, error) { return t.Tx.EvidenceOf(number) })
}

func (t failingTx) AddEvidence(e *release.Evidence) error {
	return t.do(func() error { return t.Tx.AddEvidence(e) })
}

func (t failingTx) SaveEvidence(e release.Evidence) error {
	return t.do(func() error { return t.Tx.SaveEvidence(e) })
}

// TestAFaultKeepsNothingOfANote shows that a note, its evidence, the board that is
// asked again, the ledger and the notices are one transaction: whichever call of the
// store fails, nothing of it is kept.
func TestAFaultKeepsNothingOfANote(t *testing.T) {
	t.Parallel()
	acts := map[string]func(b *board, in release.Intent, number int, n release.ReleaseNote) error{
		"draft": func(b *board, in release.Intent, number int, _ release.ReleaseNote) error {
			return second(b.desk.DraftNote(t.Context(), in, number))
		},
		"save": func(b *board, in release.Intent, number int, n release.ReleaseNote) error {
			return second(b.desk.SaveNote(t.Context(), in, release.NoteDraft{Release: number, Note: n}))
		},
		"hand in": func(b *board, in release.Intent, number int, n release.ReleaseNote) error {
			return second(b.desk.SubmitNote(t.Context(), in, number, n))
		},
		"read": func(b *board, _ release.Intent, number int, n release.ReleaseNote) error {
			return second(b.desk.CheckNote(t.Context(), number, n))
		},
		"re-classify": func(b *board, in release.Intent, number int, _ release.ReleaseNote) error {
			return second(b.desk.Reclassify(t.Context(), in, number, release.Minor))
		},
	}
	for name, do := range acts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := newGoverned(t)
			r := b.gone(planned(release.Patch)).Release
			n := b.noteOf(r.Number)
			n.Runbook.Instructions.Steps[1].Do = "Copy settle.jar to /srv/helix/lib."
			before := b.store.snapshot()
			calls := 0
			for ; ; calls++ {
				b.desk = release.NewDesk(&failing{memory: b.store, calls: calls}, func() time.Time { return b.clock })
				err := do(b, b.as("ex-rm"), r.Number, n)
				if err == nil {
					break
				}
				if _, refusal := release.AsRefusal(err); refusal || !errors.Is(err, errFire) {
					t.Fatalf("with %d calls that succeed: %v", calls, err)
				}
				if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
					t.Fatalf("with %d calls that succeed something was kept:\n%s", calls, diff)
				}
			}
			if calls < 4 {
				t.Errorf("only %d calls of the store", calls)
			}
		})
	}
}
