package pgtest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
)

// orphan asks this test binary to be the process that is killed with a cluster in its hands.
const orphan = "PGTEST_ORPHAN"

func TestMain(m *testing.M) {
	if os.Getenv(orphan) == "" {
		os.Exit(m.Run())
	}

	s, err := start(unsafeButFast)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}

	fmt.Fprintln(os.Stdout, s.home)

	_, _ = io.Copy(io.Discard, os.Stdin) // Until the parent kills this process.
}

// TestURL shows that each call gives another database, that it is empty, and that it is gone after its test.
func TestURL(t *testing.T) {
	t.Parallel()

	var gone string

	t.Run("one test", func(t *testing.T) {
		gone = URL(t)
		if other := URL(t); other == gone {
			t.Errorf("two calls gave the same database %s", other)
		}

		conn, err := pgx.Connect(t.Context(), gone) // Left open: the database is dropped all the same.
		if err != nil {
			t.Fatalf("connect: %v", err)
		}

		var tables int
		if err := conn.QueryRow(t.Context(), "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").Scan(&tables); err != nil {
			t.Fatalf("count tables: %v", err)
		}

		if tables != 0 {
			t.Errorf("a new database has %d tables", tables)
		}
	})

	if conn, err := pgx.Connect(t.Context(), gone); err == nil {
		t.Errorf("database %s outlived its test", conn.Config().Database)
	}
}

// TestDurable shows that what benchmarks and kill tests measure really waits for the disk.
func TestDurable(t *testing.T) {
	t.Parallel()

	for name, one := range map[string]struct {
		open func(testing.TB) string
		want string
	}{
		"durable": {Durable, "on/on/on"},
		"fast":    {URL, "off/off/off"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			conn, err := pgx.Connect(t.Context(), one.open(t))
			if err != nil {
				t.Fatalf("connect: %v", err)
			}

			var got string
			if err := conn.QueryRow(t.Context(), `SELECT concat_ws('/', current_setting('fsync'),
				current_setting('synchronous_commit'), current_setting('full_page_writes'))`).Scan(&got); err != nil {
				t.Fatalf("read settings: %v", err)
			}

			if diff := cmp.Diff(one.want, got); diff != "" {
				t.Errorf("settings (-want +got):\n%s", diff)
			}
		})
	}
}

// TestOrphan shows that a cluster ends and leaves nothing behind when its test process is killed.
func TestOrphan(t *testing.T) {
	t.Parallel()

	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}

	var complaint bytes.Buffer

	child := exec.CommandContext(t.Context(), exe)
	child.Env = append(os.Environ(), orphan+"=yes")
	child.Stderr = &complaint

	in, err := child.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()

	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}

	if err := child.Start(); err != nil {
		t.Fatalf("start the child: %v", err)
	}

	said := bufio.NewScanner(out)
	if !said.Scan() {
		t.Fatalf("the child said nothing: %v %v\n%s", said.Err(), child.Wait(), &complaint)
	}

	home := said.Text()
	if _, err := os.Stat(filepath.Join(home, "data", "postmaster.pid")); err != nil {
		t.Fatalf("the child's cluster is not running: %v", err)
	}

	if err := child.Process.Kill(); err != nil {
		t.Fatalf("kill the child: %v", err)
	}

	_ = child.Wait() // Killed, as it should be.

	waitUntilGone(t, home)
}

// waitUntilGone polls until a file is no more.
func waitUntilGone(t *testing.T, path string) {
	t.Helper()

	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()

	deadline := time.NewTimer(patience)
	defer deadline.Stop()

	for {
		if _, err := os.Stat(path); os.IsNotExist(err) {
			return
		}

		select {
		case <-tick.C:
		case <-deadline.C:
			t.Fatalf("%s is still there after %s", path, patience)
		}
	}
}

// TestPortTaken shows that a server that cannot start is told apart from one that is slow, and leaves nothing.
func TestPortTaken(t *testing.T) {
	t.Parallel()

	u, err := url.Parse(URL(t))
	if err != nil {
		t.Fatal(err)
	}

	programs, err := findPrograms()
	if err != nil {
		t.Fatal(err)
	}

	as, err := account()
	if err != nil {
		t.Fatal(err)
	}

	home, err := initialise(programs, as)
	if err != nil {
		t.Fatal(err)
	}

	s := &server{home: home, ended: make(chan struct{})}
	if _, err := fmt.Sscan(u.Port(), &s.port); err != nil {
		t.Fatal(err)
	}

	if err := s.run(programs, as, unsafeButFast); err != nil {
		t.Fatal(err)
	}

	<-s.ended

	if err := s.stop(); err != nil {
		t.Errorf("stop: %v", err)
	}

	waitUntilGone(t, home)
}

// TestNewestFirst guards the choice among several installed versions.
func TestNewestFirst(t *testing.T) {
	t.Parallel()

	if newestFirst("/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/9/bin") >= 0 {
		t.Error("15 should come before 9")
	}

	if newestFirst("/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/17/bin") <= 0 {
		t.Error("17 should come before 15")
	}
}
