package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"gorm.io/driver/postgres"
	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
	_ "modernc.org/sqlite" // the driver "sqlite", pure Go

	"gonogo.dev/release"
)

// Options are what a DB needs from the outside.
type Options struct {
	// Now is the clock that stamps what storage itself records; time.Now in production.
	Now func() time.Time
	// Log takes what nobody else can report; statement values never reach it.
	Log *slog.Logger
	// Connections is the size of PostgreSQL's pool; 0 is 16. SQLite has one.
	Connections int
}

// DB is one database with everything gonogo keeps. It is a release.Store.
type DB struct {
	gorm      *gorm.DB
	sql       *sql.DB
	url       string
	dialect   dialect
	jobs      *river.Client[*sql.Tx] // only inserts
	now       func() time.Time
	log       *slog.Logger
	committed chan struct{}
	programme atomic.Pointer[release.Programme] // the newest version seen
	seats     seatCache
}

var _ release.Store = (*DB)(nil)

// dialect is the kind of database.
type dialect string

const (
	onPostgres dialect = "postgres"
	onSQLite   dialect = "sqlite"
)

const defaultConnections = 16

// Open opens the database at a URL, "postgres://…" or "sqlite:PATH"
// ("sqlite::memory:" for one that is forgotten). It does not migrate: see
// Migrate and RequireMigrated.
func Open(ctx context.Context, address string, o Options) (*DB, error) {
	db := &DB{url: address, now: o.Now, log: o.Log, committed: make(chan struct{}, 1)}
	if db.now == nil || db.log == nil {
		return nil, errors.New("open the database: a clock and a logger are needed")
	}
	var err error
	switch scheme, rest, _ := strings.Cut(address, ":"); scheme {
	case "postgres", "postgresql":
		err = db.openPostgres(o)
	case "sqlite":
		err = db.openSQLite(rest)
	default:
		return nil, errors.New("open the database: its URL begins neither with postgres:// nor with sqlite")
	}
	if err != nil {
		return nil, fmt.Errorf("open the database: %w", err)
	}
	if err := db.Ping(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

func (db *DB) openPostgres(o Options) error {
	db.dialect = onPostgres
	if err := db.connect(postgres.Open(db.url)); err != nil {
		return err
	}
	size := o.Connections
	if size <= 0 {
		size = defaultConnections
	}
	db.sql.SetMaxOpenConns(size)
	db.sql.SetMaxIdleConns(size)
	db.sql.SetConnMaxIdleTime(5 * time.Minute)
	return db.insertJobs(riverdatabasesql.New(db.sql))
}

// openSQLite opens a file with a pool of one: SQLite has one writer, and whoever
// waits in Go's queue waits fairly and without SQLITE_BUSY.
func (db *DB) openSQLite(path string) error {
	db.dialect = onSQLite
	memory := strings.HasPrefix(path, ":memory:")
	if !memory {
		if path == "" {
			return errors.New("sqlite: needs the path of a file")
		}
		// The file holds people's names and the ledger's key.
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return fmt.Errorf("open the file: %w", err)
		}
		if err := f.Close(); err != nil {
			return fmt.Errorf("close the file: %w", err)
		}
		path = (&url.URL{Path: path}).EscapedPath()
	}
	settings := url.Values{
		"_txlock": {"immediate"},
		"_pragma": {"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)"},
	}
	dsn := "file:" + strings.TrimSuffix(path, "?") + "?" + settings.Encode()
	if err := db.connect(sqlite.New(sqlite.Config{DriverName: "sqlite", DSN: dsn})); err != nil {
		return err
	}
	db.sql.SetMaxOpenConns(1)
	db.sql.SetMaxIdleConns(1)
	return db.insertJobs(riversqlite.New(db.sql))
}

// insertJobs makes the client that only inserts jobs, in GORM's transactions.
func (db *DB) insertJobs(driver riverdriver.Driver[*sql.Tx]) error {
	var err error
	if db.jobs, err = river.NewClient(driver, &river.Config{Logger: db.quiet()}); err != nil {
		return fmt.Errorf("make the queue's client: %w", err)
	}
	return nil
}

// connect opens GORM. Its logger is off, since errors are returned and logged
// once by whoever handles them; prepared statements are off, since they halve
// what a transaction can do.
func (db *DB) connect(d gorm.Dialector) error {
	g, err := gorm.Open(d, &gorm.Config{
		Logger: logger.Discard, SkipDefaultTransaction: true, DisableNestedTransaction: true, DisableAutomaticPing: true,
		NowFunc: func() time.Time { return db.now().UTC() },
	})
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	db.gorm = g
	if db.sql, err = g.DB(); err != nil {
		return fmt.Errorf("find the connections: %w", err)
	}
	return nil
}

// quiet is River's logger: only what somebody must look at.
func (db *DB) quiet() *slog.Logger { return slog.New(onlyErrors{db.log.Handler()}) }

// onlyErrors lets errors through.
type onlyErrors struct{ slog.Handler }

// Enabled tells whether a level is let through.
func (h onlyErrors) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelError && h.Handler.Enabled(ctx, level)
}

// WithAttrs keeps the limit on a logger with attributes.
func (h onlyErrors) WithAttrs(attrs []slog.Attr) slog.Handler {
	return onlyErrors{h.Handler.WithAttrs(attrs)}
}

// WithGroup keeps the limit on a logger with a group.
func (h onlyErrors) WithGroup(name string) slog.Handler { return onlyErrors{h.Handler.WithGroup(name)} }

// Ping tells whether the database answers.
func (db *DB) Ping(ctx context.Context) error {
	if err := db.sql.PingContext(ctx); err != nil {
		return fmt.Errorf("reach the database: %w", err)
	}
	return nil
}

// Close closes the connections; queues must be stopped before.
func (db *DB) Close() error {
	if err := db.sql.Close(); err != nil {
		return fmt.Errorf("close the database: %w", err)
	}
	return nil
}

// Committed hears of commits that added to the ledger, many as one: whoever
// seals the log waits for it.
func (db *DB) Committed() <-chan struct{} { return db.committed }

// clock is SQL for the database's own time some seconds from now. Leases and
// claims use it: it is the same for every replica and no rehearsal moves it.
func (db *DB) clock(after time.Duration) string {
	if db.dialect == onPostgres {
		return fmt.Sprintf("(now() + interval '%d seconds')", int(after.Seconds()))
	}
	return fmt.Sprintf("strftime('%%Y-%%m-%%dT%%H:%%M:%%f000Z', 'now', '+%d seconds')", int(after.Seconds()))
}
