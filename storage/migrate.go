package storage

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
)

//go:embed migrations
var migrations embed.FS

// migrationLock is the key of PostgreSQL's advisory lock: "gonogo" as a number.
const migrationLock = 0x676f6e6f676f

// migration is one numbered step, the same in both dialects. A file that begins
// with "-- river N" stands for River's own migrations up to its version N.
type migration struct {
	version int
	name    string // "0001_start"
	body    string
}

func (db *DB) migrations() ([]migration, error) {
	dir := "migrations/" + string(db.dialect)
	files, err := fs.ReadDir(migrations, dir)
	if err != nil {
		return nil, fmt.Errorf("list the migrations: %w", err)
	}
	steps := make([]migration, 0, len(files))
	for i, file := range files {
		body, err := migrations.ReadFile(dir + "/" + file.Name())
		if err != nil {
			return nil, fmt.Errorf("read migration %s: %w", file.Name(), err)
		}
		m := migration{name: strings.TrimSuffix(file.Name(), ".sql"), body: string(body)}
		if _, err := fmt.Sscanf(m.name, "%04d_", &m.version); err != nil || m.version != i+1 {
			return nil, fmt.Errorf("migration %s does not have the number %04d", m.name, i+1)
		}
		steps = append(steps, m)
	}
	return steps, nil
}

// Migrate brings the schema to this build's and returns the names of what it
// applied. Two at a time are safe: the second waits and finds nothing to do.
func (db *DB) Migrate(ctx context.Context) ([]string, error) {
	unlock, err := db.lockMigrations(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	const table = `CREATE TABLE IF NOT EXISTS schema_migrations (version integer PRIMARY KEY, name text NOT NULL, applied_at text NOT NULL)`
	if _, err := db.sql.ExecContext(ctx, table); err != nil {
		return nil, fmt.Errorf("create the table of migrations: %w", err)
	}
	pending, err := db.pending(ctx)
	if err != nil {
		return nil, err
	}
	var applied []string
	for _, m := range pending {
		done, err := db.apply(ctx, m)
		if err != nil {
			return applied, fmt.Errorf("apply migration %s: %w", m.name, err)
		}
		if done {
			applied = append(applied, m.name)
		}
	}
	return applied, db.makeLedgerKey(ctx)
}

// Pending returns the names of the migrations that were not applied yet. A
// database that is newer than this build is an error.
func (db *DB) Pending(ctx context.Context) ([]string, error) {
	pending, err := db.pending(ctx)
	names := make([]string, len(pending))
	for i, m := range pending {
		names[i] = m.name
	}
	return names, err
}

// RequireMigrated returns an error that says what to do when the schema is not
// this build's.
func (db *DB) RequireMigrated(ctx context.Context) error {
	pending, err := db.Pending(ctx)
	if err != nil {
		return err
	}
	if len(pending) > 0 {
		return fmt.Errorf("the database lacks %s: run `gonogo migrate`", strings.Join(pending, ", "))
	}
	return nil
}

func (db *DB) pending(ctx context.Context) ([]migration, error) {
	steps, err := db.migrations()
	if err != nil {
		return nil, err
	}
	if !db.gorm.WithContext(ctx).Migrator().HasTable("schema_migrations") {
		return steps, nil
	}
	var newest int
	err = db.sql.QueryRowContext(ctx, `SELECT coalesce(max(version), 0) FROM schema_migrations`).Scan(&newest)
	if err != nil {
		return nil, fmt.Errorf("read which migrations were applied: %w", err)
	}
	if newest > len(steps) {
		return nil, fmt.Errorf("the database has migration %04d, this gonogo knows %04d: run a newer gonogo", newest, len(steps))
	}
	return steps[newest:], nil
}

// apply runs one step and notes it, in one transaction; it returns false when
// somebody else was faster. On PostgreSQL River's own steps, which add to an
// enum, need transactions of their own, each noted by River: a step that was cut
// short goes on where it stopped.
func (db *DB) apply(ctx context.Context, m migration) (bool, error) {
	var river int
	if n, _ := fmt.Sscanf(m.body, "-- river %d:", &river); n == 1 && db.dialect == onPostgres {
		if err := db.migrateRiver(ctx, river); err != nil {
			return false, err
		}
	}
	applied := false
	err := db.within(ctx, func(t *tx) error {
		var noted int
		if err := t.q().Raw(`SELECT count(*) FROM schema_migrations WHERE version = ?`, m.version).Row().Scan(&noted); err != nil {
			return fmt.Errorf("look whether it was applied: %w", err)
		}
		if noted > 0 {
			return nil
		}
		applied = true
		if err := t.execute(m, river); err != nil {
			return err
		}
		const note = `INSERT INTO schema_migrations (version, name, applied_at) VALUES (?, ?, ?)`
		if err := t.q().Exec(note, m.version, m.name, instant(db.now())).Error; err != nil {
			return fmt.Errorf("note: %w", err)
		}
		return nil
	})
	return applied, err
}

func (t *tx) execute(m migration, river int) error {
	if river == 0 {
		if err := t.q().Exec(m.body).Error; err != nil {
			return fmt.Errorf("execute: %w", err)
		}
		return nil
	}
	if t.db.dialect == onPostgres {
		return nil // done before
	}
	inner, err := t.sql()
	if err != nil {
		return err
	}
	steps, err := rivermigrate.New(riversqlite.New(t.db.sql), &rivermigrate.Config{Logger: t.db.quiet()})
	if err != nil {
		return fmt.Errorf("prepare River's migrations: %w", err)
	}
	up := &rivermigrate.MigrateOpts{TargetVersion: river}
	//nolint:staticcheck // deprecated for PostgreSQL's enums; a SQLite pool of one has no other way
	if _, err := steps.MigrateTx(t.gorm.Statement.Context, inner, rivermigrate.DirectionUp, up); err != nil {
		return fmt.Errorf("apply River's migrations: %w", err)
	}
	return nil
}

func (db *DB) migrateRiver(ctx context.Context, version int) error {
	steps, err := rivermigrate.New(riverdatabasesql.New(db.sql), &rivermigrate.Config{Logger: db.quiet()})
	if err != nil {
		return fmt.Errorf("prepare River's migrations: %w", err)
	}
	existing, err := steps.ExistingVersions(ctx)
	if err != nil {
		return fmt.Errorf("read River's migrations: %w", err)
	}
	if len(existing) >= version {
		return nil
	}
	if _, err := steps.Migrate(ctx, rivermigrate.DirectionUp, &rivermigrate.MigrateOpts{TargetVersion: version}); err != nil {
		return fmt.Errorf("apply River's migrations: %w", err)
	}
	return nil
}

// lockMigrations makes others wait, on PostgreSQL; SQLite's own lock is enough.
func (db *DB) lockMigrations(ctx context.Context) (func(), error) {
	if db.dialect == onSQLite {
		return func() {}, nil
	}
	conn, err := db.sql.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("connect to migrate: %w", err)
	}
	if _, err := conn.ExecContext(ctx, `SELECT pg_advisory_lock($1)`, int64(migrationLock)); err != nil {
		return nil, errors.Join(fmt.Errorf("wait for other migrations: %w", err), conn.Close())
	}
	return func() {
		ctx := context.WithoutCancel(ctx)
		if _, err := conn.ExecContext(ctx, `SELECT pg_advisory_unlock($1)`, int64(migrationLock)); err != nil {
			db.log.WarnContext(ctx, "migration lock not released", "error", err)
		}
		_ = conn.Close()
	}, nil
}
