package storage

import (
	"fmt"

	"gonogo.dev/release"
)

type delegationRow struct {
	ID         int64 `gorm:"primaryKey"`
	Absent     string
	Delegate   string
	FromAt     instant
	ToAt       instant
	Zone       string
	Why        string
	RecordedBy string
	At         instant
	EndedAt    instant
	EndedBy    string
}

// TableName names the table.
func (delegationRow) TableName() string { return "delegations" }

func toDelegationRow(d release.Delegation) delegationRow {
	return delegationRow{
		ID: d.ID, Absent: string(d.From), Delegate: string(d.To), FromAt: instant(d.Window.From), ToAt: instant(d.Window.To),
		Zone: d.Window.Zone, Why: storable(d.Why), RecordedBy: string(d.By), At: instant(d.At), EndedAt: instant(d.EndedAt),
		EndedBy: string(d.EndedBy),
	}
}

func (r delegationRow) delegation() release.Delegation {
	return release.Delegation{
		ID: r.ID, From: release.PersonID(r.Absent), To: release.PersonID(r.Delegate),
		Window: release.Window{From: r.FromAt.time(), To: r.ToAt.time(), Zone: r.Zone}, Why: r.Why,
		By: release.PersonID(r.RecordedBy), At: r.At.time(), EndedAt: r.EndedAt.time(), EndedBy: release.PersonID(r.EndedBy),
	}
}

// Delegation loads a delegation.
func (t *tx) Delegation(id int64, lock release.Lock) (release.Delegation, error) {
	row, err := one[delegationRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Delegation{}, fmt.Errorf("load delegation %d: %w", id, err)
	}
	return row.delegation(), nil
}

// Delegations returns all delegations, the newest first. PostgreSQL locks the
// table for whoever will add one, since rows that are still to come have no lock;
// on SQLite a transaction is alone.
func (t *tx) Delegations(lock release.Lock) ([]release.Delegation, error) {
	if lock == release.ExclusiveLock && t.db.dialect == onPostgres {
		if err := t.q().Exec(`LOCK TABLE delegations IN SHARE ROW EXCLUSIVE MODE`).Error; err != nil {
			return nil, fmt.Errorf("lock the delegations: %w", err)
		}
	}
	var rows []delegationRow
	if err := t.q().Order("id DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the delegations: %w", err)
	}
	all := make([]release.Delegation, len(rows))
	for i, r := range rows {
		all[i] = r.delegation()
	}
	return all, nil
}

// AddDelegation keeps a new delegation and sets its id.
func (t *tx) AddDelegation(d *release.Delegation) error {
	row := toDelegationRow(*d)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a delegation of %s: %w", d.From, err)
	}
	d.ID = row.ID
	return nil
}

// SaveDelegation keeps a changed delegation.
func (t *tx) SaveDelegation(d release.Delegation) error {
	row := toDelegationRow(d)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "delegation", d.ID)
}
