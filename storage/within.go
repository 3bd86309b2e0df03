package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"modernc.org/sqlite"

	"gonogo.dev/release"
)

// tx is one transaction.
type tx struct {
	gorm     *gorm.DB // for q and what must not flush
	db       *DB
	appended bool          // something was added to the ledger
	vote     *release.Vote // added, and waiting to be kept with its entry
}

// q is where a statement begins. A vote that waits is kept before; when that
// fails the statement fails with its error.
func (t *tx) q() *gorm.DB {
	if err := t.keepVote(); err != nil {
		failed := t.gorm.Session(&gorm.Session{})
		_ = failed.AddError(err)
		return failed
	}
	return t.gorm
}

var _ release.Tx = (*tx)(nil)

// Within runs fn in one transaction; see release.Store. On PostgreSQL it is
// READ COMMITTED with explicit row locks, on SQLite it is the only one.
func (db *DB) Within(ctx context.Context, fn func(release.Tx) error) error {
	return db.within(ctx, func(t *tx) error { return fn(t) })
}

func (db *DB) within(ctx context.Context, fn func(*tx) error) error {
	t := &tx{db: db}
	err := db.gorm.WithContext(ctx).Transaction(func(g *gorm.DB) error {
		t.gorm = g
		if err := fn(t); err != nil {
			return err
		}
		return t.keepVote()
	})
	if err == nil && t.appended {
		select {
		case db.committed <- struct{}{}:
		default: // whoever waits will look once for all
		}
	}
	return err //nolint:wrapcheck // the closure's error is returned as it is
}

// sql returns the transaction for River, which commits its jobs with it.
func (t *tx) sql() (*sql.Tx, error) {
	inner, ok := t.gorm.Statement.ConnPool.(*sql.Tx)
	if !ok {
		return nil, fmt.Errorf("find the transaction in %T", t.gorm.Statement.ConnPool)
	}
	return inner, nil
}

// locked returns the query with the lock asked for; SQLite has no row locks and
// needs none, since a transaction there is alone.
func (t *tx) locked(lock release.Lock) *gorm.DB {
	switch lock {
	case release.SharedLock:
		return t.q().Clauses(clause.Locking{Strength: clause.LockingStrengthShare})
	case release.ExclusiveLock:
		return t.q().Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate})
	case release.NoLock:
	}
	return t.q()
}

// everyColumn makes GORM save zero values too (T35).
const everyColumn = "*"

// one loads the one row a query finds; ErrNotFound when there is none.
func one[T any](q *gorm.DB) (T, error) {
	var rows []T
	if err := q.Limit(1).Find(&rows).Error; err != nil {
		var none T
		return none, err
	}
	if len(rows) == 0 {
		var none T
		return none, release.ErrNotFound
	}
	return rows[0], nil
}

// Constraint violations by their codes.
const (
	postgresUnique = "23505"
	sqliteUnique   = 2067 // SQLITE_CONSTRAINT_UNIQUE
	sqlitePrimary  = 1555 // SQLITE_CONSTRAINT_PRIMARYKEY
)

// isDuplicate tells whether a statement failed because a unique key exists.
func isDuplicate(err error) bool {
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok {
		return pg.Code == postgresUnique
	}
	lite, ok := errors.AsType[*sqlite.Error](err)
	return ok && (lite.Code() == sqliteUnique || lite.Code() == sqlitePrimary)
}
