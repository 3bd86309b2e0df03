package release_test

import (
	"slices"

	"gonogo.dev/release"
)

// Runs is what the memory keeps of deployments and rehearsals. Its slice is
// replaced, never changed in place.
type Runs struct{ Rolled []release.Rollout }

// Rollout finds a run.
func (m *Runs) Rollout(id int64, _ release.Lock) (release.Rollout, error) {
	if id < 1 || id > int64(len(m.Rolled)) {
		return release.Rollout{}, release.ErrNotFound
	}
	return copyRun(m.Rolled[id-1]), nil
}

func copyRun(r release.Rollout) release.Rollout {
	r.Steps, r.Log, r.Told = slices.Clone(r.Steps), slices.Clone(r.Log), slices.Clone(r.Told)
	return r
}

// FindRollouts finds runs, the newest first.
func (m *Runs) FindRollouts(f release.RolloutFilter) ([]release.Rollout, error) {
	var found []release.Rollout
	for _, r := range slices.Backward(m.Rolled) {
		fits := (f.Release == 0 || f.Release == r.Release) && (f.Mode == "" || f.Mode == r.Mode) && (f.System == "" || f.System == r.System) &&
			(!f.Under || !r.State.Over()) && (!f.Over || r.State.Over())
		if fits && (f.Limit == 0 || len(found) < f.Limit) {
			found = append(found, copyRun(r))
		}
	}
	return found, nil
}

// AddRollout keeps a new run.
func (m *Runs) AddRollout(r *release.Rollout) error {
	under, err := m.FindRollouts(release.RolloutFilter{Release: r.Release, Mode: release.LiveRollout, Under: true})
	if err != nil {
		return err
	}
	if len(under) > 0 && r.Mode == release.LiveRollout {
		return &release.Refusal{Code: release.CodeState, What: "Not started.", Why: "A deployment is under way.", Next: "Open it."}
	}
	r.ID, r.Revision = int64(len(m.Rolled)+1), 1
	m.Rolled = append(slices.Clone(m.Rolled), copyRun(*r))
	return nil
}

// SaveRollout keeps a change on the revision it was made on.
func (m *Runs) SaveRollout(r *release.Rollout) error {
	old, err := m.Rollout(r.ID, release.ExclusiveLock)
	if err != nil {
		return err
	}
	if old.Revision != r.Revision {
		return &release.Refusal{Code: release.CodeStale, What: "Not kept.", Why: "It changed meanwhile.", Next: "Open it again."}
	}
	r.Revision++
	m.Rolled = slices.Clone(m.Rolled)
	m.Rolled[r.ID-1] = copyRun(*r)
	return nil
}

// DueRollouts finds the deployments under way.
func (m *Runs) DueRollouts() ([]int64, error) {
	var due []int64
	for _, r := range m.Rolled {
		if r.Mode == release.LiveRollout && !r.State.Over() {
			due = append(due, r.ID)
		}
	}
	return due, nil
}
