package bot

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"gonogo.dev/release"
)

// makings is what the memory keeps of releases. Its slices and maps are
// replaced, never changed in place.
type makings struct {
	releases map[int][]release.Release // every revision
	taken    map[release.SystemID][]release.Version
	builds   []release.Build
	shown    []release.Evidence
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
func (m *makings) Release(number int, _ release.Lock) (release.Release, error) {
	revisions := m.releases[number]
	if len(revisions) == 0 {
		return release.Release{}, release.ErrNotFound
	}
	return copyRelease(revisions[len(revisions)-1]), nil
}

// FindReleases finds releases by descending number.
func (m *makings) FindReleases(f release.ReleaseFilter) ([]release.Release, error) {
	var found []release.Release
	for _, number := range slices.Backward(slices.Sorted(maps.Keys(m.releases))) {
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
func (m *makings) VersionsOf(system release.SystemID) ([]release.Version, error) {
	return slices.SortedFunc(slices.Values(m.taken[system]), release.Version.Compare), nil
}

func (m *makings) burn(r release.Release) error {
	taken := m.taken[r.Content.System]
	if slices.Contains(taken, r.Version) {
		return fmt.Errorf("version %s of %s exists", r.Version, r.Content.System)
	}
	m.taken = replaced(m.taken, r.Content.System, append(slices.Clone(taken), r.Version))
	return nil
}

// AddRelease keeps a release and its version.
func (m *makings) AddRelease(r *release.Release) error {
	if err := m.burn(*r); err != nil {
		return err
	}
	r.Number, r.Revision = len(m.releases)+1, 1
	m.releases = replaced(m.releases, r.Number, []release.Release{copyRelease(*r)})
	return nil
}

// SaveRelease keeps a new revision.
func (m *makings) SaveRelease(r *release.Release) error {
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
	m.releases = replaced(m.releases, r.Number, append(slices.Clone(m.releases[r.Number]), copyRelease(*r)))
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
func (m *makings) Build(id int64) (release.Build, error) {
	if id < 1 || id > int64(len(m.builds)) {
		return release.Build{}, release.ErrNotFound
	}
	return copyBuild(m.builds[id-1]), nil
}

// BuildsOf finds a release's builds.
func (m *makings) BuildsOf(number int) ([]release.Build, error) {
	var found []release.Build
	for _, b := range slices.Backward(m.builds) {
		if b.Release == number {
			found = append(found, copyBuild(b))
		}
	}
	return found, nil
}

// AddBuild keeps a build.
func (m *makings) AddBuild(b *release.Build) error {
	b.ID = int64(len(m.builds) + 1)
	m.builds = append(slices.Clone(m.builds), copyBuild(*b))
	return nil
}

// EvidenceOf finds a release's evidence.
func (m *makings) EvidenceOf(number int) ([]release.Evidence, error) {
	return slices.DeleteFunc(slices.Clone(m.shown), func(e release.Evidence) bool { return e.Release != number }), nil
}

// AddEvidence keeps evidence.
func (m *makings) AddEvidence(e *release.Evidence) error {
	e.ID = int64(len(m.shown) + 1)
	m.shown = append(slices.Clone(m.shown), *e)
	return nil
}

// SaveEvidence keeps that evidence was taken away.
func (m *makings) SaveEvidence(e release.Evidence) error {
	if e.ID < 1 || e.ID > int64(len(m.shown)) {
		return release.ErrNotFound
	}
	m.shown = slices.Clone(m.shown)
	kept := &m.shown[e.ID-1]
	kept.TakenAt, kept.TakenBy, kept.TakenWhy = e.TakenAt, e.TakenBy, e.TakenWhy
	return nil
}

// DueWaivers finds releases with a waiver that ended.
func (m *makings) DueWaivers(now time.Time) ([]int, error) {
	due := map[int]bool{}
	for _, e := range m.shown {
		if e.Waiver && e.TakenAt.IsZero() && !e.Until.After(now) {
			due[e.Release] = true
		}
	}
	return slices.Sorted(maps.Keys(due)), nil
}
