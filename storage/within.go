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
	*gorm.DB
	db       *DB
	appended bool // something was added to the ledger
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
		t.DB = g
		return fn(t)
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
	inner, ok := t.Statement.ConnPool.(*sql.Tx)
	if !ok {
		return nil, fmt.Errorf("find the transaction in %T", t.Statement.ConnPool)
	}
	return inner, nil
}

// locked returns the query with the lock asked for; SQLite has no row locks and
// needs none, since a transaction there is alone.
func (t *tx) locked(lock release.Lock) *gorm.DB {
	switch lock {
	case release.SharedLock:
		return t.Clauses(clause.Locking{Strength: clause.LockingStrengthShare})
	case release.ExclusiveLock:
		return t.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate})
	case release.NoLock:
	}
	return t.DB
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
