package release_test

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"gonogo.dev/release"
)

// Makings is what the memory keeps of releases. Its slices and maps are
// replaced, never changed in place.
type Makings struct {
	Releases map[int][]release.Release // every revision
	Taken    map[release.SystemID][]release.Version
	Builds   []release.Build
	Shown    []release.Evidence
}

func replaced[K comparable, V any](all map[K]V, key K, value V) map[K]V {
	next := map[K]V{key: value}
	for k, v := range all {
		if k != key {
			next[k] = v
		}
	}
	return next
}

func copyRelease(r release.Release) release.Release {
	r.Content.Items, r.Content.Targets = slices.Clone(r.Content.Items), slices.Clone(r.Content.Targets)
	return r
}

// Release finds the newest revision.
func (m *Makings) Release(number int, _ release.Lock) (release.Release, error) {
	revisions := m.Releases[number]
	if len(revisions) == 0 {
		return release.Release{}, release.ErrNotFound
	}
	return copyRelease(revisions[len(revisions)-1]), nil
}

// FindReleases finds releases by descending number.
func (m *Makings) FindReleases(f release.ReleaseFilter) ([]release.Release, error) {
	var found []release.Release
	for _, number := range slices.Backward(slices.Sorted(maps.Keys(m.Releases))) {
		r, err := m.Release(number, release.NoLock)
		if err != nil {
			return nil, err
		}
		fits := (f.System == "" || f.System == r.Content.System) && (f.Version.IsZero() || f.Version == r.Version) &&
			(len(f.Stages) == 0 || slices.Contains(f.Stages, r.Stage)) && (f.Owner == "" || f.Owner == r.Content.Owner) &&
			(len(f.Systems) == 0 || slices.Contains(f.Systems, r.Content.System)) && !r.UpdatedAt.Before(f.Since) && (f.Below == 0 || number < f.Below)
		if fits && (f.Limit == 0 || len(found) < f.Limit) {
			found = append(found, r)
		}
	}
	return found, nil
}

// VersionsOf returns what was ever taken.
func (m *Makings) VersionsOf(system release.SystemID) ([]release.Version, error) {
	return slices.SortedFunc(slices.Values(m.Taken[system]), release.Version.Compare), nil
}

func (m *Makings) burn(r release.Release) error {
	taken := m.Taken[r.Content.System]
	if slices.Contains(taken, r.Version) {
		return fmt.Errorf("version %s of %s exists", r.Version, r.Content.System)
	}
	m.Taken = replaced(m.Taken, r.Content.System, append(slices.Clone(taken), r.Version))
	return nil
}

// AddRelease keeps a release and its version.
func (m *Makings) AddRelease(r *release.Release) error {
	if err := m.burn(*r); err != nil {
		return err
	}
	r.Number, r.Revision = len(m.Releases)+1, 1
	m.Releases = replaced(m.Releases, r.Number, []release.Release{copyRelease(*r)})
	return nil
}

// SaveRelease keeps a new revision.
func (m *Makings) SaveRelease(r *release.Release) error {
	kept, err := m.Release(r.Number, release.ExclusiveLock)
	if err != nil {
		return err
	}
	if kept.Revision != r.Revision {
		return &release.Refusal{Code: release.CodeStale, What: "Not kept.", Why: "It changed meanwhile.", Next: "Open it again."}
	}
	if kept.Version != r.Version || kept.Content.System != r.Content.System {
		if err := m.burn(*r); err != nil {
			return err
		}
	}
	r.Revision++
	m.Releases = replaced(m.Releases, r.Number, append(slices.Clone(m.Releases[r.Number]), copyRelease(*r)))
	return nil
}

func copyBuild(b release.Build) release.Build {
	b.BOM = slices.Clone(b.BOM)
	for i := range b.BOM {
		b.BOM[i].Fixes = slices.Clone(b.BOM[i].Fixes)
	}
	return b
}

// Build finds a build.
func (m *Makings) Build(id int64) (release.Build, error) {
	if id < 1 || id > int64(len(m.Builds)) {
		return release.Build{}, release.ErrNotFound
	}
	return copyBuild(m.Builds[id-1]), nil
}

// BuildsOf finds a release's builds.
func (m *Makings) BuildsOf(number int) ([]release.Build, error) {
	var found []release.Build
	for _, b := range slices.Backward(m.Builds) {
		if b.Release == number {
			found = append(found, copyBuild(b))
		}
	}
	return found, nil
}

// AddBuild keeps a build.
func (m *Makings) AddBuild(b *release.Build) error {
	b.ID = int64(len(m.Builds) + 1)
	m.Builds = append(slices.Clone(m.Builds), copyBuild(*b))
	return nil
}

// EvidenceOf finds a release's evidence.
func (m *Makings) EvidenceOf(number int) ([]release.Evidence, error) {
	return slices.DeleteFunc(slices.Clone(m.Shown), func(e release.Evidence) bool { return e.Release != number }), nil
}

// AddEvidence keeps evidence.
func (m *Makings) AddEvidence(e *release.Evidence) error {
	e.ID = int64(len(m.Shown) + 1)
	m.Shown = append(slices.Clone(m.Shown), *e)
	return nil
}

// SaveEvidence keeps that evidence was taken away.
func (m *Makings) SaveEvidence(e release.Evidence) error {
	if e.ID < 1 || e.ID > int64(len(m.Shown)) {
		return release.ErrNotFound
	}
	m.Shown = slices.Clone(m.Shown)
	kept := &m.Shown[e.ID-1]
	kept.TakenAt, kept.TakenBy, kept.TakenWhy = e.TakenAt, e.TakenBy, e.TakenWhy
	return nil
}

// DueWaivers finds releases with a waiver that ended.
func (m *Makings) DueWaivers(now time.Time) ([]int, error) {
	due := map[int]bool{}
	for _, e := range m.Shown {
		if e.Waiver && e.TakenAt.IsZero() && !e.Until.After(now) {
			due[e.Release] = true
		}
	}
	return slices.Sorted(maps.Keys(due)), nil
}
