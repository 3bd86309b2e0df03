package storage

import (
	"fmt"

	"gonogo.dev/release"
)

// rolloutRow is a deployment or a rehearsal: its whole value, and what it is found by.
type rolloutRow struct {
	ID       int64 `gorm:"primaryKey"`
	Revision int
	Release  int
	System   string
	Mode     string
	State    string
	Value    document[release.Rollout]
}

// TableName names the table.
func (rolloutRow) TableName() string { return "rollouts" }

func toRolloutRow(r release.Rollout) rolloutRow {
	return rolloutRow{
		ID: r.ID, Revision: r.Revision, Release: r.Release, System: string(r.System), Mode: string(r.Mode), State: string(r.State),
		Value: document[release.Rollout]{r},
	}
}

// rollout returns the run: its id and its revision are those of the row.
func (r rolloutRow) rollout() release.Rollout {
	run := r.Value.V
	run.ID, run.Revision = r.ID, r.Revision
	return run
}

// liveUnder selects the deployments that are under way, as the index does that
// allows one per release.
const liveUnder = `mode = 'live' AND state NOT IN ('deployed', 'rolled-back', 'ended')`

// Rollout loads a run.
func (t *tx) Rollout(id int64, lock release.Lock) (release.Rollout, error) {
	row, err := one[rolloutRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Rollout{}, fmt.Errorf("load run %d: %w", id, err)
	}
	return row.rollout(), nil
}

// FindRollouts returns runs, the newest first.
func (t *tx) FindRollouts(f release.RolloutFilter) ([]release.Rollout, error) {
	over := []string{string(release.RolloutDeployed), string(release.RolloutBack), string(release.RolloutEnded)}
	q := t.q().Order("id DESC")
	if f.Release != 0 {
		q = q.Where("release = ?", f.Release)
	}
	if f.Mode != "" {
		q = q.Where("mode = ?", string(f.Mode))
	}
	if f.System != "" {
		q = q.Where("system = ?", storable(string(f.System)))
	}
	if f.Under {
		q = q.Where("state NOT IN ?", over)
	}
	if f.Over {
		q = q.Where("state IN ?", over)
	}
	if f.Limit > 0 {
		q = q.Limit(f.Limit)
	}
	var rows []rolloutRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find runs: %w", err)
	}
	all := make([]release.Rollout, len(rows))
	for i, r := range rows {
		all[i] = r.rollout()
	}
	return all, nil
}

// AddRollout keeps a new run and sets its id; a second deployment of a release
// that is under way is refused.
func (t *tx) AddRollout(r *release.Rollout) error {
	added := *r
	added.ID, added.Revision = 0, 1
	row := toRolloutRow(added)
	err := t.q().Create(&row).Error
	if isDuplicate(err) {
		return &release.Refusal{
			Code: release.CodeState, What: "The deployment of " + release.ReleaseName(r.Release) + " was not started.",
			Why: "Somebody else started it a moment ago.", Next: "`/release deploy " + release.ReleaseName(r.Release) + "` shows it.",
		}
	}
	if err != nil {
		return fmt.Errorf("add a run of %s: %w", release.ReleaseName(r.Release), err)
	}
	*r = row.rollout()
	return nil
}

// SaveRollout keeps a changed run, unless somebody changed it meanwhile.
func (t *tx) SaveRollout(r *release.Rollout) error {
	kept, err := t.Rollout(r.ID, release.ExclusiveLock)
	if err != nil {
		return err
	}
	if kept.Revision != r.Revision {
		return stale(r.Name(), r.Revision, kept.Revision)
	}
	changed := *r
	changed.Revision++
	row := toRolloutRow(changed)
	if err := saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "run", r.ID); err != nil {
		return err
	}
	*r = changed
	return nil
}

// DueRollouts returns the ids of the deployments under way, by id.
func (t *tx) DueRollouts() ([]int64, error) {
	var ids []int64
	if err := t.q().Model(&rolloutRow{}).Where(liveUnder).Order("id").Pluck("id", &ids).Error; err != nil {
		return nil, fmt.Errorf("find the deployments under way: %w", err)
	}
	return ids, nil
}
