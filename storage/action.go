package storage

import (
	"context"
	"fmt"
	"time"

	"gonogo.dev/release"
)

// actionRow is a work-off action.
type actionRow struct {
	ID        int64 `gorm:"primaryKey"`
	Release   int
	What      string
	Owner     string
	Due       instant
	Origin    string
	Issue     int64
	ByPerson  string
	At        instant
	EndedAt   instant
	EndedBy   string
	Evidence  string
	Cancelled string
}

// TableName names the table.
func (actionRow) TableName() string { return "actions" }

func toActionRow(x release.Action) actionRow {
	return actionRow{
		ID: x.ID, Release: x.Release, What: storable(x.What), Owner: string(x.Owner), Due: instant(x.Due), Origin: string(x.From),
		Issue: x.Issue, ByPerson: string(x.By), At: instant(x.At), EndedAt: instant(x.EndedAt), EndedBy: string(x.EndedBy),
		Evidence: storable(x.Evidence), Cancelled: storable(x.Cancelled),
	}
}

func (r actionRow) action() release.Action {
	return release.Action{
		ID: r.ID, Release: r.Release, What: r.What, Owner: release.PersonID(r.Owner), Due: r.Due.time(),
		From: release.ActionOrigin(r.Origin), Issue: r.Issue, By: release.PersonID(r.ByPerson), At: r.At.time(),
		EndedAt: r.EndedAt.time(), EndedBy: release.PersonID(r.EndedBy), Evidence: r.Evidence, Cancelled: r.Cancelled,
	}
}

// Action loads a work-off action.
func (t *tx) Action(id int64, lock release.Lock) (release.Action, error) {
	row, err := one[actionRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Action{}, fmt.Errorf("load action %d: %w", id, err)
	}
	return row.action(), nil
}

// FindActions returns work-off actions by the instant they are due.
func (t *tx) FindActions(f release.ActionFilter) ([]release.Action, error) {
	q := t.q().Order("due, id")
	if f.Open {
		q = q.Where("ended_at IS NULL")
	}
	if f.Release != 0 {
		q = q.Where("release = ?", f.Release)
	}
	if f.Owner != "" {
		q = q.Where("owner = ?", storable(string(f.Owner)))
	}
	if f.Issue != 0 {
		q = q.Where("issue = ?", f.Issue)
	}
	var rows []actionRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find actions: %w", err)
	}
	all := make([]release.Action, len(rows))
	for i, r := range rows {
		all[i] = r.action()
	}
	return all, nil
}

// AddAction keeps a new action and sets its id.
func (t *tx) AddAction(x *release.Action) error {
	row := toActionRow(*x)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add an action of %s: %w", release.ReleaseName(x.Release), err)
	}
	x.ID = row.ID
	return nil
}

// SaveAction keeps a changed action.
func (t *tx) SaveAction(x release.Action) error {
	row := toActionRow(x)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "action", x.ID)
}

// ActionsAsOf returns the work-off actions that were open at an instant, by id;
// whose they are and until when is told as it is now.
func (db *DB) ActionsAsOf(ctx context.Context, at time.Time) ([]release.Action, error) {
	var rows []actionRow
	q := db.gorm.WithContext(ctx).Where("at <= ? AND (ended_at IS NULL OR ended_at > ?)", instant(at), instant(at))
	if err := q.Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the actions as of %s: %w", at, err)
	}
	all := make([]release.Action, len(rows))
	for i, r := range rows {
		all[i] = r.action()
		all[i].EndedAt, all[i].EndedBy, all[i].Evidence, all[i].Cancelled = time.Time{}, "", "", ""
	}
	return all, nil
}
