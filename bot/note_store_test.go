package bot

import (
	"slices"

	"gonogo.dev/release"
)

// writings is what the fake store keeps of release notes. Its slices are
// replaced, never changed in place.
type writings struct {
	drafts    []release.NoteDraft
	submitted []release.SubmittedNote
}

// NoteDraft finds the draft of a release's note.
func (w *writings) NoteDraft(number int) (release.NoteDraft, error) {
	i := slices.IndexFunc(w.drafts, func(d release.NoteDraft) bool { return d.Release == number })
	if i < 0 {
		return release.NoteDraft{}, release.ErrNotFound
	}
	return w.drafts[i], nil
}

// SaveNoteDraft keeps a draft on the revision it was made on.
func (w *writings) SaveNoteDraft(d *release.NoteDraft) error {
	old, _ := w.NoteDraft(d.Release)
	if old.Revision != d.Revision {
		return &release.Refusal{Code: release.CodeStale, What: "Your change was not kept.", Why: "It changed meanwhile.", Next: "Open it again."}
	}
	d.Revision++
	w.drafts = slices.DeleteFunc(append(slices.Clone(w.drafts), *d), func(o release.NoteDraft) bool {
		return o.Release == d.Release && o.Revision != d.Revision
	})
	return nil
}

// NotesOf finds what was handed in for a release, the newest first.
func (w *writings) NotesOf(number int) ([]release.SubmittedNote, error) {
	var found []release.SubmittedNote
	for _, n := range slices.Backward(w.submitted) {
		if n.Release == number {
			found = append(found, n)
		}
	}
	return found, nil
}

// AddNote keeps the next version of a release's note.
func (w *writings) AddNote(n *release.SubmittedNote) error {
	older, _ := w.NotesOf(n.Release)
	n.Version = len(older) + 1
	w.submitted = append(slices.Clone(w.submitted), *n)
	return nil
}
