package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// gonogoNote runs `gonogo note …` without a database and returns what it said.
func gonogoNote(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	now := func() time.Time { return time.Date(2026, time.November, 21, 9, 0, 0, 0, time.UTC) }
	environment := map[string]string{"DATABASE_URL": "sqlite:" + filepath.Join(t.TempDir(), "empty.db")}
	term := &terminal{In: strings.NewReader(""), Out: &out, Err: &out, Getenv: func(key string) string { return environment[key] }, Now: now}
	if got := run(t.Context(), append([]string{"note"}, args...), term); got != want {
		t.Errorf("exit code %d, want %d:\n%s", got, want, out.String())
	}
	return out.String()
}

// wholeNote is a note that lacks nothing, with edits.
func wholeNote(t *testing.T, edits ...string) string {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("testdata", "note", "whole.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "note.yaml")
	if err := os.WriteFile(file, []byte(strings.NewReplacer(edits...).Replace(string(body))), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// R68 to R89: a note's file is checked without a database, against itself.
func TestNoteCheckAlone(t *testing.T) {
	if out := gonogoNote(t, 0, "check", wholeNote(t)); !strings.Contains(out, "note.yaml: ok by itself; --release REL-7") {
		t.Errorf("a whole note: %s", out)
	}
	for name, x := range map[string]struct {
		from, to string
		wants    []string
	}{
		"a key that is none":     {"reason:", "raeson:", []string{"note.yaml: line 3: “raeson” is not a key here"}},
		"a step without who":     {"      who: DBA on call\n", "", []string{"instructions 2:"}},
		"a hole in the backout":  {"    to: 2", "    to: 1", []string{"backout:", "step 2"}},
		"downtime without class": {"disruption: server-down", "disruption: none", []string{"downtime: 45 minutes of downtime were agreed"}},
	} {
		t.Run(name, func(t *testing.T) {
			out := gonogoNote(t, exitFailed, "check", wholeNote(t, x.from, x.to))
			for _, want := range x.wants {
				if !strings.Contains(out, want) {
					t.Errorf("it does not say %q:\n%s", want, out)
				}
			}
		})
	}
}

// Whatever cannot be done without more is said with what is missing.
func TestNoteCommandsSayWhatIsMissing(t *testing.T) {
	for name, x := range map[string]struct {
		args []string
		code int
		want string
	}{
		"no such file":       {[]string{"check", "nowhere.yaml"}, exitFailed, "there is no file nowhere.yaml"},
		"no note by name":    {[]string{"check", "note_test.go"}, exitFailed, "Name it NAME.yaml"},
		"an empty database":  {[]string{"check", wholeNote(t), "--release", "REL-7"}, exitFailed, "gonogo migrate"},
		"nobody hands it in": {[]string{"submit", wholeNote(t), "--release", "REL-7"}, exitUsage, "--as"},
		"no such form":       {[]string{"show", "REL-7", "--format", "docx"}, exitUsage, "html"},
	} {
		t.Run(name, func(t *testing.T) {
			if out := gonogoNote(t, x.code, x.args...); !strings.Contains(out, x.want) {
				t.Errorf("it does not say %q:\n%s", x.want, out)
			}
		})
	}
}
