package release

import (
	"cmp"
	"fmt"
	"slices"
)

// rebaseTo fixes the new version in the baseline of each environment that has one:
// nothing else of it changes, so that whatever drifted before still does (R48,
// R143). Environments are locked in one order, so that two deployments never
// wait for each other in a circle.
func (a *act) rebaseTo(run Rollout) error {
	for _, id := range slices.Sorted(slices.Values(run.Environments)) {
		if err := a.LockEnvironment(id); err != nil {
			return fmt.Errorf("lock %s: %w", id, err)
		}
		fixed, err := a.BaselinesAt(id, a.now)
		if err != nil {
			return fmt.Errorf("load the baseline of %s: %w", id, err)
		}
		if len(fixed) == 0 {
			continue
		}
		b := fixed[0].with(run.System, run.Version)
		b.Note, b.At, b.By = fmt.Sprintf("%s was deployed.", ReleaseName(run.Release)), a.now, a.by.ID
		if b.Digest() == fixed[0].Digest() {
			continue
		}
		if err := a.AddBaseline(&b); err != nil {
			return fmt.Errorf("keep a baseline of %s: %w", id, err)
		}
		err = a.record(BaselineFixed, id.Subject(), 0, map[string]any{
			"baseline": b.ID, "digest": b.Digest(), "versions": b.Versions, "items": b.Items, "note": b.Note,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// with returns a new baseline that fixes another version of one system.
func (b Baseline) with(system SystemID, v Version) Baseline {
	b.ID = 0
	b.Versions = slices.DeleteFunc(slices.Clone(b.Versions), func(x BaselineVersion) bool { return x.System == system })
	b.Versions = append(b.Versions, BaselineVersion{System: system, Version: v})
	slices.SortFunc(b.Versions, func(x, y BaselineVersion) int { return cmp.Compare(x.System, y.System) })
	return b
}
