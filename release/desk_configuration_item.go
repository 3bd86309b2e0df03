package release

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// ItemsAt returns the configuration items of an environment at an instant, of one
// system or with the empty system of all (R143, M9); the zero time is now. It
// reads only what was recorded anyway.
func (d *Desk) ItemsAt(ctx context.Context, id EnvironmentID, system SystemID, at time.Time) (ConfigurationView, error) {
	v := ConfigurationView{At: at}
	if at.IsZero() {
		v.At = d.instant()
	}
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		if v.Programme, err = programmeOf(tx); err != nil {
			return err
		}
		var ok bool
		if v.Environment, ok = v.Programme.Environment(id); !ok {
			return refuse(CodeNotFound, "No configuration was shown.", "“"+Clip(string(id), 40)+"” is not an environment.", "`/env list` shows them.")
		}
		installed, err := tx.InstalledAt(id, v.At)
		if err != nil {
			return fmt.Errorf("load what was in %s: %w", id, err)
		}
		for _, x := range installed {
			if system != "" && x.System != system {
				continue
			}
			items, err := itemsOf(tx, x)
			if err != nil {
				return err
			}
			v.Systems = append(v.Systems, items)
		}
		return nil
	})
	return v, err
}

// itemsOf loads the build behind an installation.
func itemsOf(tx Tx, x Installation) (SystemItems, error) {
	var releases []Release
	if x.Release != 0 {
		r, err := tx.Release(x.Release, NoLock)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return SystemItems{}, fmt.Errorf("load %s: %w", ReleaseName(x.Release), err)
		}
		if err == nil {
			releases = append(releases, r)
		}
	} else {
		var err error
		if releases, err = tx.FindReleases(ReleaseFilter{System: x.System, Version: x.Version}); err != nil {
			return SystemItems{}, fmt.Errorf("load the release of %s %s: %w", x.System, x.Version, err)
		}
	}
	var builds []Build
	for _, r := range releases {
		found, err := tx.BuildsOf(r.Number)
		if err != nil {
			return SystemItems{}, fmt.Errorf("load the builds of %s: %w", r.Name(), err)
		}
		builds = append(builds, found...)
	}
	return ItemsOf(x, releases, builds), nil
}

// AdviseBuild holds the bill of materials of a build against the build that is
// installed where its release goes, and returns what looks wrong: it is advice and
// stops nothing (R78, R94, M9).
func (d *Desk) AdviseBuild(ctx context.Context, number int, b Build) ([]string, error) {
	var advice []string
	err := d.store.Within(ctx, func(tx Tx) error {
		r, err := tx.Release(number, NoLock)
		if err != nil {
			return err
		}
		for _, id := range r.Content.Environments() {
			installed, err := tx.InstalledAt(id, d.instant())
			if err != nil {
				return err
			}
			x, there := find(installed, func(x Installation) bool { return x.System == r.Content.System })
			if !there || len(advice) > 0 {
				continue
			}
			items, err := itemsOf(tx, x)
			if err != nil {
				return err
			}
			if items.Build != nil && items.Build.ID != b.ID {
				advice = BOMAdvice(items.Build.BOM, b.BOM)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("hold build %s of %s against what is installed: %w", b.Name, ReleaseName(number), err)
	}
	return advice, nil
}
