// Package pgtest gives tests a PostgreSQL of their own.
//
// A test that leans on a server somebody happens to run is green on one desk and red on the next, and one that
// is skipped without a server proves nothing. So this package starts a throw-away cluster the first time a test
// asks for a database, with the server programs that are installed, and takes it away when the test process
// ends, however it ends. Without server programs the test fails and says what to install.
package pgtest

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// patience is how long one administrative step (start, create, drop) may take before the test gives up on it.
const patience = time.Minute

// The two clusters a test binary may have: each is started by its first use and shared by all later ones.
var (
	fast    = sync.OnceValues(func() (*server, error) { return start(unsafeButFast) })
	durable = sync.OnceValues(func() (*server, error) { return start(nil) })
)

// URL gives the address of a new, empty database that is the caller's alone until the test and its subtests
// have ended; then it is dropped, open connections or not. Its cluster does not wait for the disk: it is for
// every test that does not pull the plug or measure time.
func URL(t testing.TB) string {
	t.Helper()

	return database(t, fast)
}

// Durable is URL on a cluster with PostgreSQL's own default settings, which waits for the disk at every commit.
// It is for benchmarks and for tests that kill things.
func Durable(t testing.TB) string {
	t.Helper()

	return database(t, durable)
}

// database makes one database on the cluster and has it dropped at the test's end.
func database(t testing.TB, cluster func() (*server, error)) string {
	t.Helper()

	s, err := cluster()
	if err != nil {
		t.Fatalf("start a PostgreSQL for tests: %v", err)
	}

	name := s.nextName()
	if err := s.exec(t.Context(), "CREATE DATABASE "+name+" TEMPLATE template0"); err != nil {
		t.Fatalf("create test database %s: %v", name, err)
	}

	t.Cleanup(func() {
		// The test's own context is over by now.
		if err := s.exec(context.WithoutCancel(t.Context()), "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Errorf("drop test database %s: %v", name, err)
		}
	})

	return s.url(name)
}

// nextName names a database that this cluster has not had yet.
func (s *server) nextName() string {
	return fmt.Sprintf("gonogo_test_%d", s.databases.Add(1))
}

// url is the address of a database of this cluster.
func (s *server) url(name string) string {
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d/%s?sslmode=disable", superuser, s.port, name)
}

// exec runs one statement in the maintenance database, on a connection of its own.
func (s *server) exec(ctx context.Context, statement string) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()

	conn, err := pgx.Connect(ctx, s.url("postgres"))
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	defer conn.Close(context.WithoutCancel(ctx))

	if _, err := conn.Exec(ctx, statement); err != nil {
		return fmt.Errorf("execute: %w", err)
	}

	return nil
}
