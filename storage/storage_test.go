package storage_test

import (
	"path/filepath"
	"testing"

	"gonogo.dev/storage/storetest"
	"gonogo.dev/storage/storetest/pgtest"
)

func TestPostgreSQL(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) string {
		t.Helper()
		return pgtest.URL(t)
	})
}

// TestSQLite runs on files, with a name that a URL must escape.
func TestSQLite(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) string {
		t.Helper()
		return "sqlite:" + filepath.Join(t.TempDir(), "go no go? 100%#.db")
	})
}
