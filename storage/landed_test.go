package storage_test

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// With -landed the test plays a history on the schema of the newest migration
// and keeps it in testdata for every later build:
//
//	go test ./storage -run TestLanded -landed
//
// This is done once, with the migration. What landed is never made anew, since
// it stands for the databases that are out there: files that exist are refused.
var landed = flag.Bool("landed", false, "dump a database of the newest migration")

// firstLanded is the first migration that people's databases stopped at. Several
// migrations may land together: only the last of them has a dump.
const firstLanded = 2

// TestLanded shows that this build migrates every schema that ever landed, and
// finds in it what was kept there.
func TestLanded(t *testing.T) {
	t.Parallel()
	names := migrationNames(t)
	if *landed {
		land(t, len(names))
	}
	for _, number := range dumps(t) {
		want := read(t, fmt.Sprintf("testdata/landed_%04d.txt", number))
		for dialect, restore := range map[string]func(*testing.T, string) string{"postgres": ontoPostgres, "sqlite": ontoSQLite} {
			name := fmt.Sprintf("landed_%04d_%s.sql", number, dialect)
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				s := openScene(t, restore(t, read(t, "testdata/"+name)))
				s.clock = noon.Add(7 * time.Hour)
				if number > 7 { // its history is longer
					s.clock = noon.Add(40 * time.Hour)
				}
				s.migrate(names[number:])
				if diff := cmp.Diff(want, s.told()); diff != "" {
					t.Errorf("what is kept (-landed +now):\n%s", diff)
				}
				s.showCards()
				s.goOn()
			})
		}
	}
}

// dumps returns the migrations that have a dump.
func dumps(t *testing.T) []int {
	t.Helper()
	files, err := filepath.Glob("testdata/landed_*.txt")
	if err != nil {
		t.Fatal(err)
	}
	numbers := make([]int, len(files))
	for i, file := range files {
		if _, err := fmt.Sscanf(filepath.Base(file), "landed_%04d.txt", &numbers[i]); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
	}
	if len(numbers) == 0 || numbers[0] != firstLanded {
		t.Fatalf("the dumps are of %d, and the first that landed was %d", numbers, firstLanded)
	}
	return numbers
}

func migrationNames(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("migrations/postgres/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		names[i] = strings.TrimSuffix(filepath.Base(name), ".sql")
	}
	return names
}

func read(t *testing.T, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: a new migration is dumped with -landed", err)
	}
	return string(body)
}

// ontoPostgres restores a dump in a new database and returns its address.
func ontoPostgres(t *testing.T, dump string) string {
	t.Helper()
	address := pgtest.URL(t)
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	if _, err := conn.PgConn().Exec(t.Context(), dump).ReadAll(); err != nil {
		t.Fatalf("restore: %v", err)
	}
	return address
}

// ontoSQLite restores a dump in a new file and returns its address.
func ontoSQLite(t *testing.T, dump string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "landed.db")
	file, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := file.ExecContext(t.Context(), "BEGIN;\n"+dump+"COMMIT;"); err != nil {
		t.Fatalf("restore: %v", err)
	}
	return "sqlite:" + path
}

// scene is a database with a desk and a clock that is moved by hand.
type scene struct {
	*storage.DB
	t     *testing.T
	desk  *release.Desk
	clock time.Time
	acts  int
}

func openScene(t *testing.T, address string) *scene {
	t.Helper()
	s := &scene{t: t, clock: noon}
	now := func() time.Time { return s.clock }
	db, err := storage.Open(t.Context(), address, storage.Options{Now: now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	s.DB, s.desk = db, release.NewDesk(db, now)
	return s
}

// migrate applies exactly what came after the dump.
func (s *scene) migrate(want []string) {
	s.t.Helper()
	applied, err := s.Migrate(s.t.Context())
	s.must(err)
	if diff := cmp.Diff(strings.Join(want, " "), strings.Join(applied, " ")); diff != "" {
		s.t.Errorf("migrations applied (-want +got):\n%s", diff)
	}
	s.must(s.RequireMigrated(s.t.Context()))
}

// goOn shows that people can go on where they stopped: a vote, an RFC and the
// seal fit what landed, and what was carried out then is not carried out again.
func (s *scene) goOn() {
	s.t.Helper()
	ctx := s.t.Context()
	checkpoint, err := s.Checkpoint(ctx)
	s.must(err)
	_, err = s.desk.RaiseRFC(ctx, release.Intent{Key: "landed-1", By: "ray"}, 0, 0, patch("Helix patch 10"))
	if r, ok := release.AsRefusal(err); !ok || r.Code != release.CodeHandled {
		s.t.Errorf("an intent of then: %v", err)
	}
	all, err := s.desk.List(ctx, "ray", release.RFCFilter{})
	s.must(err)
	raised, err := s.desk.RaiseRFC(ctx, release.Intent{Key: "later-1", By: "ray"}, 0, 0, patch("Helix patch 10"), s.heed()...)
	s.must(err)
	if raised.Number != len(all)+1 {
		s.t.Errorf("the next RFC after %d is %s", len(all), raised.Name())
	}
	waiting := s.poll(4)
	_, err = s.desk.Cast(ctx, release.Intent{Key: "later-2", By: "tess"}, waiting.ID, release.VoteGo, "")
	s.must(err)
	s.must(s.desk.Settle(ctx, waiting.ID))
	if got := s.story(4).RFC.State; got != release.Approved {
		s.t.Errorf("RFC-4 is %s after the last vote", got)
	}
	before := s.verify()
	sealed, err := s.Seal(ctx)
	s.must(err)
	after := s.verify(checkpoint)
	if int64(sealed.Entries) != before.Unsealed || after.Size != before.Size+before.Unsealed || after.Unsealed != 0 {
		s.t.Errorf("sealed %+v between %+v and %+v", sealed, before, after)
	}
}

// heed accepts every lesson that comes back.
func (s *scene) heed() []release.LessonDecision {
	s.t.Helper()
	lessons, err := s.desk.Lessons(s.t.Context(), "", "")
	s.must(err)
	var all []release.LessonDecision
	for _, x := range lessons {
		all = append(all, release.LessonDecision{Lesson: x.ID, Accepted: true})
	}
	return all
}

// board notes which cards are shown.
type board struct{ shown chan string }

// Show shows a card.
func (b board) Show(_ context.Context, subject string, _ release.CardPlace) (release.CardPlace, error) {
	b.shown <- subject
	return release.CardPlace{Channel: "C1", TS: "ts-" + subject}, nil
}

// showCards shows that the cards which were asked for then are shown now: the
// jobs of builds before releases had cards name an RFC alone.
func (s *scene) showCards() {
	s.t.Helper()
	b := board{shown: make(chan string, 10)}
	q, err := storage.NewQueue(s.t.Context(), s.DB, storage.QueueConfig{Cards: b, Timeout: 10 * time.Second})
	s.must(err)
	s.must(q.Start(s.t.Context()))
	waited := []string{"rfc/1", "rfc/2", "rfc/4"}
	for missing := slices.Clone(waited); len(missing) > 0; {
		subject := <-b.shown // a release's card may come between
		missing = slices.DeleteFunc(missing, func(x string) bool { return x == subject })
	}
	s.must(q.Stop(s.t.Context()))
	for _, subject := range waited {
		if at, err := s.CardPlace(s.t.Context(), subject); err != nil || at.TS != "ts-"+subject {
			s.t.Errorf("the card of %s: %v %v", subject, at, err)
		}
	}
}

// verify recomputes the ledger, which must fit, older checkpoints too.
func (s *scene) verify(older ...string) storage.Verification {
	s.t.Helper()
	v, err := s.VerifyLedger(s.t.Context(), older...)
	s.must(err)
	if !v.OK() {
		s.t.Errorf("the ledger does not fit: %v", v.Faults)
	}
	return v
}

// story is what the requester sees of an RFC.
func (s *scene) story(number int) release.Story {
	s.t.Helper()
	story, err := s.desk.Read(s.t.Context(), "ray", number)
	s.must(err)
	return story
}

// poll returns the open vote of an RFC.
func (s *scene) poll(number int) release.Ballot {
	s.t.Helper()
	b, ok := s.story(number).Open()
	if !ok {
		s.t.Fatalf("RFC-%d has no open vote", number)
	}
	return b
}

func (s *scene) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}
