package storage

import (
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"gorm.io/gorm/schema"

	"gonogo.dev/storage/storetest/pgtest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// migrated returns a fresh, migrated database of each dialect.
func migrated(t *testing.T) map[dialect]*DB {
	t.Helper()
	all := map[dialect]*DB{}
	for kind, address := range map[dialect]string{
		onPostgres: pgtest.URL(t), onSQLite: "sqlite:" + filepath.Join(t.TempDir(), "gonogo.db"),
	} {
		now := func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }
		db, err := Open(t.Context(), address, Options{Now: now, Log: slog.New(slog.DiscardHandler)})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = db.Close() })
		if _, err := db.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		all[kind] = db
	}
	return all
}

// TestSchemaDump holds the schema of a fresh migration against the dump of the
// schema that landed: a migration that landed is never edited, and River's
// tables change with a migration of ours only.
func TestSchemaDump(t *testing.T) {
	t.Parallel()
	queries := map[dialect]string{
		onPostgres: `
			SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END ||
				coalesce(' DEFAULT ' || column_default, '') FROM information_schema.columns WHERE table_schema = 'public'
			UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
			UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
				WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND contype <> 'n'
			UNION ALL SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
				FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY t.typname
			UNION ALL SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
		onSQLite: `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL`,
	}
	for kind, db := range migrated(t) {
		var lines []string
		if err := db.gorm.Raw(queries[kind]).Scan(&lines).Error; err != nil {
			t.Fatal(err)
		}
		slices.Sort(lines)
		steps, err := db.migrations()
		if err != nil {
			t.Fatal(err)
		}
		golden := fmt.Sprintf("testdata/schema_%s_%04d.txt", kind, len(steps))
		got := strings.Join(lines, "\n") + "\n"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-landed +now):\n%s", golden, diff)
		}
	}
}

// TestRowsMatchColumns holds the row structs against the real columns.
func TestRowsMatchColumns(t *testing.T) {
	t.Parallel()
	rows := []schema.Tabler{
		programmeRow{}, cadenceRow{}, unwantedRow{}, rfcRow{}, ballotRow{}, voteRow{}, conditionRow{}, environmentRow{}, environmentSystemRow{}, installationRow{}, statusRow{},
		baselineRow{}, bookingRow{}, entryRow{}, headRow{}, hashRow{},
		noticeRow{}, cardRow{}, runRow{}, releaseRow{}, versionRow{}, buildRow{}, evidenceRow{},
		meetingRow{}, amendmentRow{}, delegationRow{}, debtRow{}, tellingRow{},
		actionRow{}, supportRow{}, supportIssueRow{}, passRow{}, sessionRow{}, feedRow{}, invitationRow{},
		noteDraftRow{}, noteRow{}, rolloutRow{}, reviewRow{}, answerRow{}, lessonRow{}, lessonDecisionRow{},
		commentRow{},
	}
	for kind, db := range migrated(t) {
		for _, row := range rows {
			parsed, err := schema.Parse(row, &sync.Map{}, db.gorm.NamingStrategy)
			if err != nil {
				t.Fatal(err)
			}
			tables := []string{row.TableName()}
			switch row.TableName() {
			case rfcTable:
				tables = append(tables, revisionTable)
			case releaseTable:
				tables = append(tables, releaseRevisionTable)
			}
			for _, table := range tables {
				columns, err := db.gorm.Migrator().ColumnTypes(table)
				if err != nil {
					t.Fatal(err)
				}
				var there []string
				for _, c := range columns {
					there = append(there, c.Name())
				}
				if diff := cmp.Diff(parsed.DBNames, there); diff != "" {
					t.Errorf("%s on %s (-row +table):\n%s", table, kind, diff)
				}
			}
		}
	}
}

// TestMigrationsAlike shows that both dialects have the same numbers and names.
func TestMigrationsAlike(t *testing.T) {
	t.Parallel()
	names := map[dialect][]string{}
	for _, kind := range []dialect{onPostgres, onSQLite} {
		steps, err := (&DB{dialect: kind}).migrations()
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range steps {
			names[kind] = append(names[kind], m.name)
		}
	}
	if diff := cmp.Diff(names[onPostgres], names[onSQLite]); diff != "" {
		t.Errorf("migrations (-PostgreSQL +SQLite):\n%s", diff)
	}
}
