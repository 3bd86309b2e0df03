package bot

import (
	"slices"

	"gonogo.dev/release"
)

// Delegation returns one delegation.
func (w *world) Delegation(id int64, _ release.Lock) (release.Delegation, error) {
	if id < 1 || id > int64(len(w.absences)) {
		return release.Delegation{}, release.ErrNotFound
	}
	return w.absences[id-1], nil
}

// Delegations returns all, the newest first.
func (w *world) Delegations(release.Lock) ([]release.Delegation, error) {
	all := slices.Clone(w.absences)
	slices.Reverse(all)
	return all, nil
}

// AddDelegation keeps a new one.
func (w *world) AddDelegation(d *release.Delegation) error {
	d.ID = int64(len(w.absences) + 1)
	w.absences = append(slices.Clone(w.absences), *d)
	return nil
}

// SaveDelegation keeps a changed one.
func (w *world) SaveDelegation(d release.Delegation) error {
	w.absences = slices.Clone(w.absences)
	w.absences[d.ID-1] = d
	return nil
}
