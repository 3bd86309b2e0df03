package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
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

// SubmitNote hands a release's note in: it is completed, checked whole, frozen with
// its digest and shown to the board as the evidence of its point (R68 to R92).
// Another version later is other evidence, so that what was decided on the one
// before is asked again (M3). Refused with every problem at once.
func (d *Desk) SubmitNote(ctx context.Context, in Intent, number int, n ReleaseNote) (SubmittedNote, error) {
	var handed SubmittedNote
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.lockedWithRFC(number)
		if err != nil {
			return err
		}
		if err := a.maySubmitNote(r); err != nil {
			return err
		}
		facts, err := noteFacts(a.Tx, a.programme, r, a.now)
		if err != nil {
			return err
		}
		n = n.Complete(facts)
		if problems := onlyErrors(n.Check(facts)); len(problems) > 0 {
			return unfitNote("The release note of "+r.Name()+" was not handed in.", problems)
		}
		handed = SubmittedNote{Release: r.Number, Note: n, Digest: n.Digest(), Build: r.Build, By: a.by.ID, At: a.now}
		return a.submit(facts, &handed)
	})
	return handed, err
}

// submit keeps a note and shows it to the board.
func (a *act) submit(f NoteFacts, n *SubmittedNote) error {
	r := f.Release
	before, err := a.NotesOf(r.Number)
	if err != nil {
		return fmt.Errorf("load the notes of %s: %w", r.Name(), err)
	}
	shown, err := a.EvidenceOf(r.Number)
	if err != nil {
		return fmt.Errorf("load the evidence of %s: %w", r.Name(), err)
	}
	stands := slices.ContainsFunc(shown, func(e Evidence) bool {
		return e.Check == CheckNote && e.TakenAt.IsZero() && e.Ref == n.Ref() && e.Build == n.Build
	})
	if len(before) > 0 && stands {
		return refuse(CodeState, "Nothing was handed in for "+r.Name()+".", "It is word for word "+before[0].Name()+", and the environments are as they were.",
			"Change what must change and hand it in again.")
	}
	if err := a.AddNote(n); err != nil {
		return fmt.Errorf("add a note to %s: %w", r.Name(), err)
	}
	err = a.recordRelease(NoteSubmitted, r, map[string]any{"note-version": n.Version, "digest": n.Digest, "build": n.Build})
	if err != nil {
		return err
	}
	if err := a.keep(&r, &Evidence{Check: CheckNote, Ref: n.Ref(), Note: strings.ToUpper(n.Name()[:1]) + n.Name()[1:]}); err != nil {
		return err
	}
	return a.tellNote(f, *n, before)
}

func (a *act) maySubmitNote(r Release) error {
	what := "The release note of " + r.Name() + " was not handed in."
	point := notePoint()
	switch {
	case !a.programme.MaySubmitNote(a.by, r):
		return refuse(CodeForbidden, what, fmt.Sprintf("It is handed in by the %s of the provider.", point.Responsible),
			"Ask "+people(a.programme.Responsible(point, r))+".")
	case r.Build == 0:
		return refuse(CodeState, what, "No build is registered yet, and a note speaks of one build.", "`/release build "+r.Name()+"` registers one.")
	}
	return a.canShow(r, point)
}

// unfitNote refuses a note with every problem, each with what to do.
func unfitNote(what string, problems []NoteProblem) error {
	fields := make([]FieldProblem, len(problems))
	for i, x := range problems {
		fields[i] = FieldProblem{Field: x.Field, Why: x.Why + " " + x.Fix}
	}
	return unfit(what, fields)
}

func onlyErrors(problems []NoteProblem) []NoteProblem {
	return slices.DeleteFunc(slices.Clone(problems), func(x NoteProblem) bool { return x.Advice })
}

// spellNote says in words what changed in a release's note, where changes of a
// dossier have only its digests, so that whoever is asked again sees it (M3).
func (a *act) spellNote(number int, changes []Change) ([]Change, error) {
	i := slices.IndexFunc(changes, func(c Change) bool { return c.Field == notePoint().Name })
	if i < 0 {
		return changes, nil
	}
	notes, err := a.NotesOf(number)
	if err != nil {
		return nil, fmt.Errorf("load the notes of %s: %w", ReleaseName(number), err)
	}
	before, known := find(notes, func(n SubmittedNote) bool { return n.Ref() == changes[i].Before })
	after, stands := find(notes, func(n SubmittedNote) bool { return n.Ref() == changes[i].After })
	if !known || !stands {
		return changes, nil
	}
	said := before.Note.ChangesTo(after.Note)
	for j := range said {
		said[j].Field = notePoint().Name + ": " + said[j].Field
	}
	return slices.Concat(changes[:i+1], said, changes[i+1:]), nil
}
