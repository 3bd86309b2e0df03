package release_test

import (
	"slices"

	"gonogo.dev/release"
)

func (t *memoryTx) Delegation(id int64, _ release.Lock) (release.Delegation, error) {
	if id < 1 || id > int64(len(t.Absences)) {
		return release.Delegation{}, release.ErrNotFound
	}
	return t.Absences[id-1], nil
}

func (t *memoryTx) Delegations(release.Lock) ([]release.Delegation, error) {
	all := slices.Clone(t.Absences)
	slices.Reverse(all)
	return all, nil
}

func (t *memoryTx) AddDelegation(d *release.Delegation) error {
	d.ID = int64(len(t.Absences) + 1)
	t.Absences = append(slices.Clone(t.Absences), *d)
	return nil
}

func (t *memoryTx) SaveDelegation(d release.Delegation) error {
	t.Absences = slices.Clone(t.Absences)
	t.Absences[d.ID-1] = d
	return nil
}
