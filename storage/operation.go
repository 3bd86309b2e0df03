package storage

import (
	"fmt"

	"gonogo.dev/release"
)

type operationRow struct {
	ID          int64 `gorm:"primaryKey"`
	Environment string
	RFC         int `gorm:"column:rfc"`
	State       string
	Content     document[release.OperationContent]
	ByPerson    string
	At          instant
	StartedAt   instant
	StartedBy   string
	EndedAt     instant
	EndedBy     string
	Words       string
	Versions    document[[]release.BaselineVersion]
}

// TableName names the table.
func (operationRow) TableName() string { return "operations" }

func toOperationRow(o release.Operation) operationRow {
	c := o.Content
	c.Systems, c.Process, c.Mechanism = listed(c.Systems), storable(c.Process), storable(c.Mechanism)
	c.Window.From, c.Window.To = border(c.Window.From), border(c.Window.To)
	return operationRow{
		ID: o.ID, Environment: string(c.Environment), RFC: o.RFC, State: string(o.State), Content: document[release.OperationContent]{c},
		ByPerson: string(o.By), At: instant(o.At), StartedAt: instant(o.StartedAt), StartedBy: string(o.StartedBy), EndedAt: instant(o.EndedAt),
		EndedBy: string(o.EndedBy), Words: storable(o.Words), Versions: document[[]release.BaselineVersion]{listed(o.Versions)},
	}
}

func (r operationRow) operation() release.Operation {
	o := release.Operation{
		ID: r.ID, Content: r.Content.V, RFC: r.RFC, State: release.OperationState(r.State), By: release.PersonID(r.ByPerson), At: r.At.time(),
		StartedAt: r.StartedAt.time(), StartedBy: release.PersonID(r.StartedBy), EndedAt: r.EndedAt.time(), EndedBy: release.PersonID(r.EndedBy),
		Words: r.Words, Versions: r.Versions.V,
	}
	return o
}

// Operation loads an operation.
func (t *tx) Operation(id int64, lock release.Lock) (release.Operation, error) {
	row, err := one[operationRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Operation{}, fmt.Errorf("load operation %d: %w", id, err)
	}
	return row.operation(), nil
}

// FindOperations returns operations by descending id.
func (t *tx) FindOperations(f release.OperationFilter) ([]release.Operation, error) {
	q := t.q().Order("id DESC")
	if f.Environment != "" {
		q = q.Where("environment = ?", storable(string(f.Environment)))
	}
	if f.RFC != 0 {
		q = q.Where("rfc = ?", f.RFC)
	}
	if f.Under {
		q = q.Where("state IN ? OR (state = ? AND rfc <> 0)", []release.OperationState{release.OperationPlanned, release.OperationRunning}, release.OperationFailed)
	}
	if f.Limit > 0 && f.Over.IsZero() {
		q = q.Limit(f.Limit)
	}
	var rows []operationRow
	if err := over(q, f.Over).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find operations: %w", err)
	}
	all := make([]release.Operation, len(rows))
	for i, r := range rows {
		all[i] = r.operation()
	}
	if !f.Over.IsZero() {
		all = within(all, f.Over, f.Limit, func(o release.Operation) release.Window { return o.Content.Window })
	}
	return all, nil
}

// AddOperation keeps an operation and sets its id.
func (t *tx) AddOperation(o *release.Operation) error {
	row := toOperationRow(*o)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add an operation in %s: %w", o.Content.Environment, err)
	}
	o.ID = row.ID
	return nil
}

// SaveOperation keeps a changed operation.
func (t *tx) SaveOperation(o release.Operation) error {
	row := toOperationRow(o)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "operation", o.ID)
}
