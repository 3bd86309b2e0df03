package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// MayWriteNote tells whether a person may write a release's note: whoever hands it
// in, the provider's DevOps, who own its content through the lifecycle (R92), and
// whoever may plan the release.
func (p *Programme) MayWriteNote(x Person, r Release) bool {
	return p.MayPlan(x, r) || p.MaySubmitNote(x, r) || (!x.Retired && x.Holds(DevOps, r.Provider(p)))
}

// MaySubmitNote tells whether a person may hand a release's note in: whoever is
// responsible for it.
func (p *Programme) MaySubmitNote(x Person, r Release) bool {
	return slices.ContainsFunc(p.Responsible(notePoint(), r), func(o Person) bool { return o.ID == x.ID })
}

func notePoint() Point {
	point, _ := PointOf(CheckNote)
	return point
}

// DraftNote returns the note that is being written for a release, or begins one,
// with everything that gonogo knows filled in: from the note that was handed in
// last, the build, the RFC, the content and the programme.
func (d *Desk) DraftNote(ctx context.Context, in Intent, number int) (NoteDraft, error) {
	var draft NoteDraft
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.writableNote(number)
		if err != nil {
			return err
		}
		kept, last, err := noteUnderway(a.Tx, r)
		if err != nil {
			return err
		}
		facts, err := noteFacts(a.Tx, a.programme, r, a.now)
		if err != nil {
			return err
		}
		draft = kept
		draft.Release, draft.Note = r.Number, PrefillNote(facts, last)
		if kept.Revision > 0 && kept.Note.ownWords().Digest() == draft.Note.ownWords().Digest() {
			return nil
		}
		whole := draft.Note
		err = a.saveNote(&draft, r)
		draft.Note = whole
		return err
	})
	return draft, err
}

// SaveNote keeps a release's note as it is being written: it may lack anything.
// A save on an older revision than is kept is refused.
func (d *Desk) SaveNote(ctx context.Context, in Intent, draft NoteDraft) (NoteDraft, error) {
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.writableNote(draft.Release)
		if err != nil {
			return err
		}
		draft.Note = draft.Note.Normal()
		if problems := draft.Note.checkSize(); len(problems) > 0 {
			return unfitNote("The release note was not saved.", problems)
		}
		if err := r.betrays("The release note was not saved.", "It", draft.Note); err != nil {
			return err
		}
		return a.saveNote(&draft, r)
	})
	return draft, err
}

// ownWords returns the note without what gonogo adds anew whenever it is looked at:
// a draft is kept without it, and never out of date.
func (n ReleaseNote) ownWords() ReleaseNote {
	n.BOM, n.Landscape, n.RFC = nil, nil, ""
	return n.Normal()
}

func (a *act) saveNote(draft *NoteDraft, r Release) error {
	draft.By, draft.At, draft.Note = a.by.ID, a.now, draft.Note.ownWords()
	if err := a.SaveNoteDraft(draft); err != nil {
		return fmt.Errorf("save the note of %s: %w", r.Name(), err)
	}
	return a.recordRelease(NoteDrafted, r, map[string]any{"revision": draft.Revision, "digest": draft.Note.Digest()})
}

// writableNote loads and locks a release whose note the person may write now.
func (a *act) writableNote(number int) (Release, error) {
	r, err := a.lockedWithRFC(number)
	if err != nil {
		return r, err
	}
	if !a.programme.MayWriteNote(a.by, r) {
		return r, refuse(CodeForbidden, "The release note was not changed.",
			"It is written by whoever hands it in, the provider's DevOps, and who plans the release.",
			"Ask "+people(a.programme.Responsible(notePoint(), r))+".")
	}
	return r, a.canShow(r, notePoint())
}

// noteUnderway returns the draft that is kept, and the note to go on from: the
// draft, or the note that was handed in after it; nil where there is neither.
func noteUnderway(tx Tx, r Release) (NoteDraft, *ReleaseNote, error) {
	draft, err := tx.NoteDraft(r.Number)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return draft, nil, fmt.Errorf("load the draft of the note of %s: %w", r.Name(), err)
	}
	submitted, err := tx.NotesOf(r.Number)
	if err != nil {
		return draft, nil, fmt.Errorf("load the notes of %s: %w", r.Name(), err)
	}
	switch {
	case len(submitted) > 0 && !submitted[0].At.Before(draft.At):
		return draft, &submitted[0].Note, nil
	case draft.Revision > 0:
		return draft, &draft.Note, nil
	}
	return draft, nil, nil
}

// noteFacts loads what a release's note is held against.
func noteFacts(tx Tx, p *Programme, r Release, now time.Time) (NoteFacts, error) {
	f := NoteFacts{Programme: p, Release: r, Now: now}
	var err error
	if r.RFC != 0 {
		if f.RFC, err = tx.RFC(r.RFC, NoLock); err != nil {
			return f, fmt.Errorf("load %s: %w", RFCName(r.RFC), err)
		}
	}
	if r.Build != 0 {
		b, err := tx.Build(r.Build)
		if err != nil {
			return f, fmt.Errorf("load build %d: %w", r.Build, err)
		}
		f.Build = &b
	}
	f.Landscape, err = landscape(tx, f.Environments(), now)
	return f, err
}

// landscape returns the true state of environments: every system that is
// installed, its version and how it does (R91).
func landscape(tx Tx, environments []EnvironmentID, now time.Time) ([]Placed, error) {
	var all []Placed
	for _, id := range environments {
		installed, err := tx.InstalledAt(id, now)
		if err != nil {
			return nil, fmt.Errorf("load what is installed in %s: %w", id, err)
		}
		statuses, err := tx.StatusesAt(id, now)
		if err != nil {
			return nil, fmt.Errorf("load the statuses in %s: %w", id, err)
		}
		for _, x := range installed {
			all = append(all, Placed{
				Environment: id, System: x.System, Version: x.Version.String(), Status: StatusOf(statuses, id, x.System).Status,
			})
		}
	}
	return all, nil
}
