package storage

import (
	"fmt"
	"time"

	"gorm.io/gorm"

	"gonogo.dev/release"
)

type debtRow struct {
	ID        int64 `gorm:"primaryKey"`
	Emergency int
	System    string
	Party     string
	Kind      string
	Target    int
	Defects   document[[]string]
	Owner     string
	Due       instant
	OpenedAt  instant
	SettledAt instant
	SettledBy string
	SettledIn int
	How       string
	Evidence  string
}

// TableName names the table.
func (debtRow) TableName() string { return "debts" }

func toDebtRow(d release.Debt) debtRow {
	return debtRow{
		ID: d.ID, Emergency: d.Release, System: string(d.System), Party: string(d.Party), Kind: string(d.Kind), Target: d.Target,
		Defects: document[[]string]{listed(d.Defects)}, Owner: string(d.Owner), Due: instant(d.Due), OpenedAt: instant(d.OpenedAt),
		SettledAt: instant(d.SettledAt), SettledBy: string(d.SettledBy), SettledIn: d.SettledIn, How: string(d.How),
		Evidence: storable(d.Evidence),
	}
}

func (r debtRow) debt() release.Debt {
	return release.Debt{
		ID: r.ID, Release: r.Emergency, System: release.SystemID(r.System), Party: release.PartyID(r.Party),
		Kind: release.DebtKind(r.Kind), Target: r.Target, Defects: r.Defects.V, Owner: release.PersonID(r.Owner), Due: r.Due.time(),
		OpenedAt: r.OpenedAt.time(), SettledAt: r.SettledAt.time(), SettledBy: release.PersonID(r.SettledBy), SettledIn: r.SettledIn,
		How: release.DebtProof(r.How), Evidence: r.Evidence,
	}
}

// Debt loads a debt.
func (t *tx) Debt(id int64, lock release.Lock) (release.Debt, error) {
	row, err := one[debtRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Debt{}, fmt.Errorf("load debt %d: %w", id, err)
	}
	return row.debt(), nil
}

// FindDebts returns debts by the day they are due.
func (t *tx) FindDebts(f release.DebtFilter) ([]release.Debt, error) {
	return findDebts(t.q(), f)
}

func findDebts(q *gorm.DB, f release.DebtFilter) ([]release.Debt, error) {
	q = q.Order("due, id")
	if f.Open {
		q = q.Where("settled_at IS NULL")
	}
	if f.System != "" {
		q = q.Where("system = ?", storable(string(f.System)))
	}
	if f.Release != 0 {
		q = q.Where("emergency = ?", f.Release)
	}
	if f.Target != 0 {
		q = q.Where("target = ? OR settled_in = ?", f.Target, f.Target)
	}
	if f.Owner != "" {
		q = q.Where("owner = ?", storable(string(f.Owner)))
	}
	var rows []debtRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find debts: %w", err)
	}
	all := make([]release.Debt, len(rows))
	for i, r := range rows {
		all[i] = r.debt()
	}
	return all, nil
}

// AddDebt keeps a new debt and sets its id.
func (t *tx) AddDebt(d *release.Debt) error {
	row := toDebtRow(*d)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a debt of %s: %w", release.ReleaseName(d.Release), err)
	}
	d.ID = row.ID
	return nil
}

// SaveDebt keeps a changed debt.
func (t *tx) SaveDebt(d release.Debt) error {
	row := toDebtRow(d)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "debt", d.ID)
}

type tellingRow struct {
	Thing  string `gorm:"primaryKey"`
	Level  int    `gorm:"primaryKey;autoIncrement:false"`
	Person string `gorm:"primaryKey"`
	At     instant
}

// TableName names the table.
func (tellingRow) TableName() string { return "tellings" }

// Tellings returns what was told of some things, and whatever was told since an
// instant. PostgreSQL locks the table for whoever will add one, so that two
// replicas never tell the same; on SQLite a transaction is alone.
func (t *tx) Tellings(things []string, since time.Time) ([]release.Telling, error) {
	if t.db.dialect == onPostgres {
		if err := t.q().Exec(`LOCK TABLE tellings IN SHARE ROW EXCLUSIVE MODE`).Error; err != nil {
			return nil, fmt.Errorf("lock the tellings: %w", err)
		}
	}
	var rows []tellingRow
	if err := t.q().Where("thing IN ? OR at >= ?", listed(things), instant(since)).Order("at, thing, level, person").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the tellings: %w", err)
	}
	all := make([]release.Telling, len(rows))
	for i, r := range rows {
		all[i] = release.Telling{Thing: r.Thing, Level: r.Level, Person: release.PersonID(r.Person), At: r.At.time()}
	}
	return all, nil
}

// AddTelling keeps that a person was told.
func (t *tx) AddTelling(x release.Telling) error {
	row := tellingRow{Thing: storable(x.Thing), Level: x.Level, Person: string(x.Person), At: instant(x.At)}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("keep that %s was told of %s: %w", x.Person, x.Thing, err)
	}
	return nil
}
