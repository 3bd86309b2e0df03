package storage

import (
	"fmt"
	"slices"

	"gorm.io/gorm"

	"gonogo.dev/release"
)

type conditionRow struct {
	ID       int64 `gorm:"primaryKey"`
	RFC      int   `gorm:"column:rfc"`
	Ballot   int64
	Seat     string
	Words    string
	AskedBy  string
	Owner    string
	At       instant
	MetAt    instant
	MetBy    string
	Evidence string
}

// TableName names the table.
func (conditionRow) TableName() string { return "conditions" }

func toConditionRow(c release.Condition) conditionRow {
	return conditionRow{
		ID: c.ID, RFC: c.RFC, Ballot: c.Ballot, Seat: c.Seat, Words: c.Words, AskedBy: string(c.By), Owner: string(c.Owner),
		At: instant(c.At), MetAt: instant(c.MetAt), MetBy: string(c.MetBy), Evidence: c.Evidence,
	}
}

func (r conditionRow) condition() release.Condition {
	return release.Condition{
		ID: r.ID, RFC: r.RFC, Ballot: r.Ballot, Seat: r.Seat, Words: r.Words, By: release.PersonID(r.AskedBy),
		Owner: release.PersonID(r.Owner), At: r.At.time(), MetAt: r.MetAt.time(), MetBy: release.PersonID(r.MetBy),
		Evidence: r.Evidence,
	}
}

// Condition loads a condition.
func (t *tx) Condition(id int64, lock release.Lock) (release.Condition, error) {
	row, err := one[conditionRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Condition{}, fmt.Errorf("load condition %d: %w", id, err)
	}
	return row.condition(), nil
}

// ConditionsOf returns an RFC's conditions, the oldest first.
func (t *tx) ConditionsOf(rfc int) ([]release.Condition, error) {
	return conditions(t.q().Where("rfc = ?", rfc))
}

// OpenConditions returns the unmet conditions of a person, or of everybody, on RFCs
// that have not come to their end: those of ended ones grow in number for ever, and
// nothing is deployed that they could hold up.
func (t *tx) OpenConditions(owner release.PersonID) ([]release.Condition, error) {
	under := slices.DeleteFunc(release.RFCStates(), func(s release.RFCState) bool { return s == release.Closed || s == release.Withdrawn })
	var numbers []int // named, so that PostgreSQL looks at these alone
	if err := t.q().Model(&rfcRow{}).Where("state IN ?", under).Pluck("number", &numbers).Error; err != nil {
		return nil, fmt.Errorf("find the RFCs under way: %w", err)
	}
	q := t.q().Where("met_at IS NULL AND rfc IN ?", listed(numbers))
	if owner != "" {
		q = q.Where("owner = ?", storable(string(owner)))
	}
	return conditions(q)
}

func conditions(q *gorm.DB) ([]release.Condition, error) {
	var rows []conditionRow
	if err := q.Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load conditions: %w", err)
	}
	all := make([]release.Condition, len(rows))
	for i, r := range rows {
		all[i] = r.condition()
	}
	return all, nil
}

// AddCondition keeps a new condition and sets its id.
func (t *tx) AddCondition(c *release.Condition) error {
	row := toConditionRow(*c)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a condition on %s: %w", release.RFCName(c.RFC), err)
	}
	c.ID = row.ID
	return nil
}

// SaveCondition keeps a changed condition.
func (t *tx) SaveCondition(c release.Condition) error {
	row := toConditionRow(c)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "condition", c.ID)
}
