package storage

import (
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"gonogo.dev/release"
)

// A period is found by an index, however long the history is: of RFCs, operations,
// bookings, facts and what was in doubt (issue 5, R102, M9).
func TestPeriodsAreFoundByAnIndex(t *testing.T) {
	db, err := Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "gonogo.db"), Options{Now: func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if _, err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	w := release.Window{From: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), To: time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)}
	for name, one := range map[string]struct {
		find  func(tx release.Tx) error
		index string
	}{
		"RFCs":       {func(tx release.Tx) error { _, err := tx.FindRFCs(release.RFCFilter{Over: w}); return err }, "rfcs_window"},
		"operations": {func(tx release.Tx) error { _, err := tx.FindOperations(release.OperationFilter{Over: w}); return err }, "operations_window"},
		"bookings": {func(tx release.Tx) error {
			_, err := tx.FindBookings(release.BookingFilter{From: w.From, To: w.To})
			return err
		}, "bookings_start"},
		"facts": {func(tx release.Tx) error {
			_, err := tx.Installations(release.FactFilter{From: w.From, To: w.To, Limit: 1, Oldest: true})
			return err
		}, "installations_at"},
		"installed": {func(tx release.Tx) error { _, err := tx.InstalledAt("", w.From); return err }, "installations_newest"},
		"statuses":  {func(tx release.Tx) error { _, err := tx.StatusesAt("", w.From); return err }, "system_statuses_newest"},
	} {
		t.Run(name, func(t *testing.T) {
			plan := planOf(t, db, one.find)
			if !strings.Contains(plan, one.index) {
				t.Errorf("without %s:\n%s", one.index, plan)
			}
		})
	}
}

// planOf returns how SQLite answers the queries of a read.
func planOf(t *testing.T, db *DB, read func(release.Tx) error) string {
	t.Helper()
	type asked struct {
		query  string
		values []any
	}
	var all []asked
	listen := func(g *gorm.DB) { all = append(all, asked{g.Statement.SQL.String(), g.Statement.Vars}) }
	const name = "test:plan"
	if err := db.gorm.Callback().Query().After("gorm:query").Register(name, listen); err != nil {
		t.Fatal(err)
	}
	if err := db.gorm.Callback().Row().After("gorm:row").Register(name, listen); err != nil {
		t.Fatal(err)
	}
	if err := db.Within(t.Context(), read); err != nil {
		t.Fatal(err)
	}
	if err := db.gorm.Callback().Query().Remove(name); err != nil {
		t.Fatal(err)
	}
	if err := db.gorm.Callback().Row().Remove(name); err != nil {
		t.Fatal(err)
	}
	var plan strings.Builder
	for _, x := range all {
		plan.WriteString(explained(t, db, x.query, x.values))
	}
	return plan.String()
}

// explained returns how SQLite answers one query.
func explained(t *testing.T, db *DB, query string, values []any) string {
	t.Helper()
	rows, err := db.gorm.Raw("EXPLAIN QUERY PLAN "+query, values...).Rows()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var plan strings.Builder
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		plan.WriteString(detail + "\n")
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return plan.String()
}
