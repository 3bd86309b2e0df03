package release_test

import (
	"slices"

	"gonogo.dev/release"
)

// Writings is what the memory keeps of release notes. Its slices are replaced,
// never changed in place.
type Writings struct {
	Drafts    []release.NoteDraft
	Submitted []release.SubmittedNote
}

// NoteDraft finds the draft of a release's note.
func (w *Writings) NoteDraft(number int) (release.NoteDraft, error) {
	i := slices.IndexFunc(w.Drafts, func(d release.NoteDraft) bool { return d.Release == number })
	if i < 0 {
		return release.NoteDraft{}, release.ErrNotFound
	}
	return w.Drafts[i], nil
}

// SaveNoteDraft keeps a draft on the revision it was made on.
func (w *Writings) SaveNoteDraft(d *release.NoteDraft) error {
	old, _ := w.NoteDraft(d.Release)
	if old.Revision != d.Revision {
		return &release.Refusal{Code: release.CodeStale, What: "Not kept.", Why: "It changed meanwhile.", Next: "Open it again."}
	}
	d.Revision++
	w.Drafts = slices.DeleteFunc(kept(w.Drafts, *d), func(o release.NoteDraft) bool { return o.Release == d.Release && o.Revision != d.Revision })
	return nil
}

// NotesOf finds what was handed in for a release, the newest first.
func (w *Writings) NotesOf(number int) ([]release.SubmittedNote, error) {
	var found []release.SubmittedNote
	for _, n := range slices.Backward(w.Submitted) {
		if n.Release == number {
			found = append(found, n)
		}
	}
	return found, nil
}

// AddNote keeps the next version of a release's note.
func (w *Writings) AddNote(n *release.SubmittedNote) error {
	older, _ := w.NotesOf(n.Release)
	n.Version = len(older) + 1
	w.Submitted = kept(w.Submitted, *n)
	return nil
}
