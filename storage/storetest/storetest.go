// Package storetest is the contract of storage: what must hold on every
// database that gonogo runs on. It exists so that PostgreSQL and SQLite are
// held to one truth, by subject, and so that a third database would know what
// is asked of it.
package storetest

import (
	"context"
	"database/sql"
	"log/slog"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx", for tampering behind storage's back

	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// patience is how long anything may take before a test gives up on it.
const patience = time.Minute

// Run runs the contract. Fresh returns the URL of a new, empty database.
func Run(t *testing.T, fresh func(t *testing.T) string) {
	t.Helper()
	for name, subject := range subjects {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			subject(t, &house{fresh: fresh})
		})
	}
}

// subjects are the parts of the contract, by name.
var subjects = map[string]func(*testing.T, *house){
	"Migrate":     testMigrate,
	"Within":      testWithin,
	"Programme":   testProgramme,
	"RFC":         testRFC,
	"Ballot":      testBallot,
	"Lock":        testLock,
	"Condition":   testCondition,
	"Note":        testNote,
	"NoteDraft":   testNoteDraft,
	"Debt":        testDebt,
	"Review":      testReview,
	"Lesson":      testLesson,
	"Telling":     testTelling,
	"Rollout":     testRollout,
	"Under":       testRolloutUnder,
	"Press":       testRolloutPress,
	"Access":      testAccess,
	"Action":      testAction,
	"Line":        testCommunication,
	"Hearing":     testHearing,
	"Support":     testSupport,
	"Chase":       testChase,
	"Delegation":  testDelegation,
	"Release":     testRelease,
	"Releases":    testReleases,
	"Versions":    testVersions,
	"Build":       testBuild,
	"Evidence":    testEvidence,
	"Environment": testEnvironment,
	"Status":      testSystemStatus,
	"Baseline":    testBaseline,
	"Booking":     testBooking,
	"Operation":   testOperation,
	"Doubted":     testConfigurationIssue,
	"Entry":       testEntry,
	"Meeting":     testMeeting,
	"Meetings":    testMeetings,
	"Chairs":      testChairs,
	"After":       testEntriesAfter,
	"Notice":      testNotice,
	"Run":         testRun,
	"AsOf":        testAsOf,
	"Almanac":     testAlmanac,
	"Bounded":     testBounded,
	"Lives":       testLives,
	"Ledger":      testLedger,
	"LedgerRead":  testLedgerRead,
	"Closable":    testClosable,
	"Tampering":   testTampering,
	"Checkpoint":  testCheckpoint,
	"Deliver":     testDeliver,
	"Again":       testDeliverAgain,
	"LeftOut":     testLeftOut,
	"Graceful":    testGraceful,
	"TakenUp":     testTakenUp,
	"Card":        testCard,
	"Cards":       testCards,
	"Thread":      testThread,
	"Feed":        testFeed,
	"Invitation":  testInvitation,
	"Export":      testExport,
}

// house opens databases for a subject.
type house struct{ fresh func(t *testing.T) string }

// noon is when every test begins.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// desk is one opened database of a test.
type desk struct {
	*storage.DB
	t   *testing.T
	url string
	mu  sync.Mutex
	at  time.Time
	own *sql.DB // behind storage's back
}

// open returns a new, migrated database.
func (h *house) open(t *testing.T) *desk {
	t.Helper()
	d := h.openAt(t, h.fresh(t))
	if _, err := d.Migrate(t.Context()); err != nil {
		t.Fatalf("migrate: %v", err)
	}
	return d
}

// openAt opens a database that exists, as another replica would.
func (h *house) openAt(t *testing.T, address string) *desk {
	t.Helper()
	d := &desk{t: t, url: address, at: noon}
	db, err := storage.Open(t.Context(), address, storage.Options{Now: d.now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	d.DB = db
	return d
}

func (d *desk) now() time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.at
}

func (d *desk) onPostgres() bool { return strings.HasPrefix(d.url, "postgres") }

// raw opens the database behind storage's back.
func (d *desk) raw() *sql.DB {
	d.t.Helper()
	if d.own != nil {
		return d.own
	}
	driver, dsn := "pgx", d.url
	if path, ok := strings.CutPrefix(d.url, "sqlite:"); ok {
		driver, dsn = "sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?_pragma=busy_timeout(10000)"
	}
	db, err := sql.Open(driver, dsn)
	if err != nil {
		d.t.Fatalf("open behind its back: %v", err)
	}
	db.SetMaxOpenConns(2)
	d.t.Cleanup(func() { _ = db.Close() })
	d.own = db
	return db
}

// exec changes the database behind storage's back.
func (d *desk) exec(statement string) {
	d.t.Helper()
	if _, err := d.raw().ExecContext(d.t.Context(), statement); err != nil {
		d.t.Fatalf("%s: %v", statement, err)
	}
}

// number asks the database for a number behind storage's back.
func (d *desk) number(query string) int64 {
	d.t.Helper()
	var n int64
	if err := d.raw().QueryRowContext(d.t.Context(), query).Scan(&n); err != nil {
		d.t.Fatalf("%s: %v", query, err)
	}
	return n
}

// do runs fn in a transaction that must succeed.
func (d *desk) do(fn func(release.Tx) error) {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(d.t.Context(), patience)
	defer cancel()
	if err := d.Within(ctx, fn); err != nil {
		d.t.Fatalf("transaction: %v", err)
	}
}

// until polls until something holds.
func until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	tick := time.NewTicker(30 * time.Millisecond)
	defer tick.Stop()
	end := time.NewTimer(patience)
	defer end.Stop()
	for !holds() {
		select {
		case <-tick.C:
		case <-end.C:
			t.Fatalf("waited %s in vain until %s", patience, what)
		}
	}
}

// hostile is text that people or programs may send.
var hostile = []string{
	"", "'; DROP TABLE votes; --", `"quoted" \back\slash ?1 $1 @name :name`, "one\nline\r\n\ttab", "<!channel> <@U1> & &amp;",
	"Ω≈ç√ \u6F22\u5B57 🚀 e\u0301", "\u202Ereversed\u202C", strings.Repeat("long ", 2000), "{\"json\": null}", "null", "%s %d %%",
}
