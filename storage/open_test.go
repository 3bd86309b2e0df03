package storage_test

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func options() storage.Options {
	return storage.Options{Now: func() time.Time { return noon }, Log: slog.New(slog.DiscardHandler)}
}

// TestOpenRefuses shows that a wrong address is an error, without its password.
func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for _, address := range []string{
		"", "postgres", "mysql://u:secret@h/db", "sqlite:", "sqlite:" + t.TempDir(), "sqlite:/no/such/folder/gonogo.db",
		"postgres://u:secret@127.0.0.1:1/db?connect_timeout=1", "postgres://u:secret@127.0.0.1:port/db",
	} {
		db, err := storage.Open(t.Context(), address, options())
		if err == nil {
			t.Errorf("%q was opened: %v", address, db.Close())
			continue
		}
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: the error tells the password: %v", address, err)
		}
	}
	if _, err := storage.Open(t.Context(), "sqlite::memory:", storage.Options{}); err == nil {
		t.Error("opened without a clock")
	}
}

// TestMemory shows that a database in memory lives as long as it is open.
func TestMemory(t *testing.T) {
	t.Parallel()
	db, err := storage.Open(t.Context(), "sqlite::memory:", options())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if err := db.Within(t.Context(), func(tx release.Tx) error { return tx.SetCadence("ann", release.Daily) }); err != nil {
			t.Fatal(err)
		}
	}
	err = db.Within(t.Context(), func(tx release.Tx) error {
		all, err := tx.Cadences()
		if all["ann"] != release.Daily {
			t.Errorf("cadences: %v", all)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestPrivateFile shows that nobody else on the machine can read the file.
func TestPrivateFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "gonogo.db")
	db, err := storage.Open(t.Context(), "sqlite:"+path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{path, path + "-wal"} {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", file, info.Mode())
		}
	}
}

// TestNothingLeaks shows that neither values nor statements reach the log, and
// that no connection stays behind.
func TestNothingLeaks(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	o := options()
	o.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	db, err := storage.Open(t.Context(), pgtest.URL(t), o)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		_ = db.Within(t.Context(), func(tx release.Tx) error { return tx.Append(release.Entry{Intent: "private", At: noon}) })
	}
	if log.Len() > 0 {
		t.Errorf("the log has %s", &log)
	}
}
