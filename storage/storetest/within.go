package storetest

import (
	"context"
	"errors"
	"testing"

	"gonogo.dev/release"
)

func testMigrate(t *testing.T, h *house) {
	t.Helper()
	d := h.openAt(t, h.fresh(t))
	pending, err := d.Pending(t.Context())
	if err != nil || len(pending) < 2 {
		t.Fatalf("pending before: %v %v", pending, err)
	}
	if err := d.RequireMigrated(t.Context()); err == nil {
		t.Error("a database without a schema passes as migrated")
	}
	results := make(chan error)
	other := d
	if d.onPostgres() {
		other = h.openAt(t, d.url)
	}
	for _, one := range []*desk{d, other} { // two replicas start at once
		go func() {
			_, err := one.Migrate(t.Context())
			results <- err
		}()
	}
	if err := errors.Join(<-results, <-results); err != nil {
		t.Fatalf("migrate twice at once: %v", err)
	}
	if applied, err := d.Migrate(t.Context()); err != nil || len(applied) != 0 {
		t.Errorf("migrate again: %v %v", applied, err)
	}
	if err := d.RequireMigrated(t.Context()); err != nil {
		t.Errorf("after migrating: %v", err)
	}
	d.exec(`INSERT INTO schema_migrations (version, name, applied_at) VALUES (9999, '9999_future', '')`)
	if err := d.RequireMigrated(t.Context()); err == nil {
		t.Error("a database newer than this build passes")
	}
}

func testWithin(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	broken := errors.New("broken")
	err := d.Within(t.Context(), func(tx release.Tx) error {
		r := rfc()
		if err := tx.AddRFC(&r); err != nil {
			return err
		}
		if err := tx.Append(entry("click", 1, r.Number)); err != nil {
			return err
		}
		if err := tx.Promise(notice("lost")); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("the closure's error came back as %v", err)
	}
	for _, table := range []string{"rfcs", "rfc_revisions", "ledger_entries", "notices", "river_job"} {
		if n := d.number("SELECT count(*) FROM " + table); n != 0 {
			t.Errorf("%d rows of %s outlived the rollback", n, table)
		}
	}
	select {
	case <-d.Committed():
		t.Error("a rollback was announced as a commit")
	default:
	}
	d.do(func(tx release.Tx) error { // the number of the RFC that never was is given again
		r := rfc()
		err := tx.AddRFC(&r)
		if r.Number != 1 {
			t.Errorf("the first RFC has number %d", r.Number)
		}
		return errors.Join(err, tx.Append(entry("click", 1, 1)))
	})
	<-d.Committed()
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if err := d.Within(over, func(release.Tx) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled transaction ended with %v", err)
	}
	testPanic(t, d)
}

// testPanic shows that a panic rolls back and gives its connection back.
func testPanic(t *testing.T, d *desk) {
	t.Helper()
	for range 20 { // more than the pool has
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic was swallowed")
				}
			}()
			_ = d.Within(t.Context(), func(tx release.Tx) error {
				_ = tx.SetCadence("ann", release.Weekly)
				panic("in the middle")
			})
		}()
	}
	d.do(func(tx release.Tx) error {
		all, err := tx.Cadences()
		if len(all) != 0 {
			t.Errorf("a panic kept %v", all)
		}
		return err
	})
}
