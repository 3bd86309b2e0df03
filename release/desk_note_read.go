package release

import (
	"context"
	"errors"
	"fmt"
)

// NoteBook is everything there is about a release's note: how it is written, what
// was handed in, and what it is held against.
type NoteBook struct {
	Standing Standing
	Facts    NoteFacts
	// Draft is the note that is being written; nil where none was begun since the
	// newest one was handed in.
	Draft *NoteDraft
	// Submitted are the notes that were handed in, the newest first.
	Submitted []SubmittedNote
	// Problems are what the check finds in the draft.
	Problems []NoteProblem
}

// ReadNotes returns everything about a release's note.
func (d *Desk) ReadNotes(ctx context.Context, number int) (NoteBook, error) {
	var b NoteBook
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		r, err := tx.Release(number, NoLock)
		if errors.Is(err, ErrNotFound) {
			return noSuchRelease(ReleaseName(number))
		}
		if err != nil {
			return fmt.Errorf("load %s: %w", ReleaseName(number), err)
		}
		if b.Standing, err = standingOf(tx, p, r, d.instant()); err != nil {
			return err
		}
		if b.Facts, err = noteFacts(tx, p, r, b.Standing.Now); err != nil {
			return err
		}
		if b.Submitted, err = tx.NotesOf(number); err != nil {
			return fmt.Errorf("load the notes of %s: %w", r.Name(), err)
		}
		draft, _, err := noteUnderway(tx, r)
		if err != nil || draft.Revision == 0 || (len(b.Submitted) > 0 && !b.Submitted[0].At.Before(draft.At)) {
			return err
		}
		b.Draft, b.Problems = &draft, draft.Note.Complete(b.Facts).Check(b.Facts)
		return nil
	})
	return b, err
}

// CheckNote returns everything that is wrong with a release's note, as it would be
// found if it were handed in now, and changes nothing.
func (d *Desk) CheckNote(ctx context.Context, number int, n ReleaseNote) ([]NoteProblem, error) {
	b, err := d.ReadNotes(ctx, number)
	if err != nil {
		return nil, err
	}
	return n.Complete(b.Facts).Check(b.Facts), nil
}
