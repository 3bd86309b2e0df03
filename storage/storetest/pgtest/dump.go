package pgtest

import (
	"bytes"
	"path/filepath"
	"regexp"
	"testing"
)

// passing matches what pg_dump writes for one version of PostgreSQL or for psql alone: settings of the session,
// psql's own commands and remarks.
var passing = regexp.MustCompile(`(?m)^(SET [a-z_]+ = .*;|SELECT pg_catalog\.set_config\(.*;|\\.*|--.*)\n`)

// Dump gives a database as the statements that make it anew, as pg_dump writes them, without what another
// version of PostgreSQL does not read. Text in the database must have no lines that look like these.
func Dump(t testing.TB, url string) string {
	t.Helper()

	programs, err := findPrograms()
	if err != nil {
		t.Fatal(err)
	}

	// Somebody may have linked only the server into PATH: pg_dump lies beside the real one.
	server, err := filepath.EvalSymlinks(filepath.Join(programs, "postgres"))
	if err != nil {
		t.Fatalf("find pg_dump: %v", err)
	}

	var complaint bytes.Buffer

	program := filepath.Join(filepath.Dir(server), "pg_dump")
	dump := command(t.TempDir(), nil, program, "--inserts", "--no-owner", "--no-privileges", url)
	dump.Stderr = &complaint

	said, err := dump.Output()
	if err != nil {
		t.Fatalf("pg_dump: %v\n%s", err, &complaint)
	}

	return string(passing.ReplaceAll(said, nil))
}
