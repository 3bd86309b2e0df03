package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"gonogo.dev/release"
)

// shelf is a store that keeps programmes and nothing else.
type shelf struct {
	release.Tx
	programmes []release.Programme
}

func (s *shelf) Within(_ context.Context, fn func(release.Tx) error) error { return fn(s) }

func (s *shelf) ProgrammeNow(context.Context) (*release.Programme, error) { return s.Programme() }

func (s *shelf) Programme() (*release.Programme, error) {
	if len(s.programmes) == 0 {
		return nil, release.ErrNotFound
	}
	return &s.programmes[len(s.programmes)-1], nil
}

func (s *shelf) AddProgramme(p *release.Programme, _ release.PersonID, _ time.Time) error {
	s.programmes = append(s.programmes, *p)
	return nil
}

func (*shelf) Append(release.Entry) error { return nil }

func (*shelf) FindRFCs(release.RFCFilter) ([]release.RFC, error) { return nil, nil }

func (*shelf) OpenBallots() ([]release.Ballot, error) { return nil, nil }

func (*shelf) Delegations(release.Lock) ([]release.Delegation, error) { return nil, nil }

// gonogoProgramme runs `gonogo programme …` as main does and returns what it
// printed, with the error on the last line.
func gonogoProgramme(t *testing.T, s *shelf, in io.Reader, args ...string) string {
	t.Helper()
	var commands struct {
		Programme programmeCmd `cmd:""`
	}
	var out bytes.Buffer
	now := func() time.Time { return time.Date(2026, time.November, 21, 9, 0, 0, 0, time.UTC) }
	open := func(context.Context) (*release.Desk, func() error, error) {
		return release.NewDesk(s, now), func() error { return nil }, nil
	}
	environment := map[string]string{"GONOGO_PROGRAMME": filepath.Join("testdata", "programme", "small.yaml")}
	parser, err := kong.New(&commands, kong.BindTo(t.Context(), (*context.Context)(nil)), kong.Bind(openDesk(open)),
		kong.Bind(&terminal{In: in, Out: &out, Err: &out, Getenv: func(key string) string { return environment[key] }, Now: time.Now}))
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := parser.Parse(append([]string{"programme"}, args...))
	if err != nil {
		t.Fatal(err)
	}
	if err := parsed.Run(); err != nil {
		out.WriteString("error: " + err.Error() + "\n")
	}
	return out.String()
}

// edited writes small.yaml with edits to a file of that name and goes there.
func edited(t *testing.T, edits ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "edited.yaml")
	text := strings.NewReplacer(edits...).Replace(small(t))
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestProgrammeCommands tells the story of a programme file: checked, applied,
// applied again, changed, refused. Applying is idempotent, shows what it would
// change and never deletes; silence is no consent.
func TestProgrammeCommands(t *testing.T) {
	s := &shelf{}
	wrong := edited(t, "party: elexon}", "party: Elexn}", "Europe/London", "Europe/Lundon")
	changed := edited(t, "Ada Achebe", "Ada Achebe-Cole", "  - id: cy\n", "  - id: di\n", "Cy Pratt", "Di Vance",
		"cy@si.example", "di@si.example", "deadline: 1d", "deadline: 2d")
	noTerminal, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer noTerminal.Close()
	var story bytes.Buffer
	for _, step := range []struct {
		what string
		in   io.Reader
		args []string
	}{
		{"check", nil, []string{"check"}},
		{"check a file with mistakes", nil, []string{"check", wrong}},
		{"apply a file with mistakes", nil, []string{"apply", wrong, "--yes"}},
		{"only look", nil, []string{"apply", "--dry-run"}},
		{"apply where nobody can be asked", noTerminal, []string{"apply"}},
		{"say no", strings.NewReader("n\n"), []string{"apply"}},
		{"say nothing", strings.NewReader(""), []string{"apply"}},
		{"say yes", strings.NewReader("yes\n"), []string{"apply"}},
		{"apply again", nil, []string{"apply", "--yes"}},
		{"apply a changed file", nil, []string{"apply", changed, "--yes"}},
		{"go back", nil, []string{"apply", "--yes"}},
		{"replay an empty history", nil, []string{"check", "--replay"}},
		{"name no file that exists", nil, []string{"check", "nowhere.yaml"}},
	} {
		story.WriteString("# " + step.what + ": gonogo programme " + strings.Join(step.args, " ") + "\n")
		story.WriteString(gonogoProgramme(t, s, step.in, step.args...))
	}
	text := strings.NewReplacer(filepath.Dir(wrong)+"/", "", filepath.Dir(changed)+"/", "", "edited.yaml", "FILE").Replace(story.String())
	golden(t, filepath.Join("testdata", "programme", "commands.golden"), []byte(text))
	if n := len(s.programmes); n != 3 {
		t.Errorf("%d versions were kept, want 3", n)
	}
}

// TestProgrammeWithoutFile asks for a file when neither the command line nor
// the environment names one.
func TestProgrammeWithoutFile(t *testing.T) {
	nothing := &terminal{Out: io.Discard, Getenv: func(string) string { return "" }, Now: time.Now}
	open := func(context.Context) (*release.Desk, func() error, error) {
		return nil, nil, errors.New("opened the database without a file")
	}
	for name, err := range map[string]error{
		"check": programmeCheckCmd{Replay: true}.Run(t.Context(), nothing, open),
		"apply": programmeApplyCmd{Yes: true}.Run(t.Context(), nothing, open),
	} {
		if err == nil || !strings.Contains(err.Error(), "GONOGO_PROGRAMME") {
			t.Errorf("%s without a file: %v", name, err)
		}
	}
}
