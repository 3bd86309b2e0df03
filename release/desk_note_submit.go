package release

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

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
		if err := r.betrays("The release note of "+r.Name()+" was not handed in.", "It", n); err != nil {
			return err
		}
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
	if err := a.rehang(r, f.RFC); err != nil { // the agreed downtime may be another
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

// voidNote takes a note away that names another version than the release has from
// now on (R70).
func (a *act) voidNote(r Release) error {
	all, err := a.EvidenceOf(r.Number)
	if err != nil {
		return fmt.Errorf("load the evidence of %s: %w", r.Name(), err)
	}
	for _, e := range all {
		if e.Check != CheckNote || e.Waiver || !e.TakenAt.IsZero() {
			continue
		}
		if err := a.take(r, e, "The release was re-classified, and the note names another version."); err != nil {
			return err
		}
	}
	return nil
}

// recheckNote takes a note away that its own check would not take any more, because
// the release or its RFC was changed after it was handed in: what the board is shown
// and what is deployed say the same (R41, R79 to R82, R91, M3). When it goes is left
// to the board, which is asked again: a window that moved leaves the note standing.
// It returns in words why the note counts no more, nothing where it stands.
func (a *act) recheckNote(r Release) (why string, err error) {
	all, err := a.EvidenceOf(r.Number)
	if err != nil {
		return "", fmt.Errorf("load the evidence of %s: %w", r.Name(), err)
	}
	shown, stands := standing(slices.DeleteFunc(all, func(e Evidence) bool { return e.Waiver }), CheckNote, a.now)
	if !stands || shown.Build != r.Build { // what was shown for another build counts for nothing anyway
		return "", nil
	}
	notes, err := a.NotesOf(r.Number)
	if err != nil {
		return "", fmt.Errorf("load the notes of %s: %w", r.Name(), err)
	}
	handed, known := find(notes, func(n SubmittedNote) bool { return n.Ref() == shown.Ref })
	if !known {
		return "", nil
	}
	facts, err := noteFacts(a.Tx, a.programme, r, a.now)
	if err != nil {
		return "", err
	}
	facts.RFC.Content.Window = Window{}
	wrong := append(onlyErrors(handed.Note.Check(facts)), handed.Note.unseen(facts)...)
	if len(wrong) == 0 {
		return "", nil
	}
	why = fmt.Sprintf(" %s counts no more: %s", capital(handed.Name()), wrong[0].Why)
	return why, a.take(r, shown, strings.TrimSpace(why))
}

// unseen are the environments that a release goes to and whose state the note does
// not have, because it went elsewhere when it was handed in (R91).
func (n ReleaseNote) unseen(f NoteFacts) []NoteProblem {
	var problems []NoteProblem
	for _, id := range f.Environments() {
		there := func(x Placed) bool { return x.Environment == id }
		if slices.ContainsFunc(f.Landscape, there) && !slices.ContainsFunc(n.Landscape, there) {
			e, _ := f.Programme.Environment(id)
			problems = append(problems, NoteProblem{Field: "landscape", Why: "It does not say what is installed in " + e.Name + "."})
		}
	}
	return problems
}
