package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mattn/go-isatty"

	"gonogo.dev/release"
)

// openDesk opens the database of the environment and returns a Desk on it,
// and what closes it again.
type openDesk func(ctx context.Context) (*release.Desk, func() error, error)

// programmeCmd is `gonogo programme`.
type programmeCmd struct {
	Check programmeCheckCmd `cmd:"" help:"Say every mistake of a programme file, with its line and what to write instead."`
	Apply programmeApplyCmd `cmd:"" help:"Make a programme file the one in force, after showing what it would change."`
}

// programmeCheckCmd is `gonogo programme check`.
type programmeCheckCmd struct {
	File   string `arg:"" optional:"" help:"The programme file (default: GONOGO_PROGRAMME)."`
	Replay bool   `help:"List which past decisions of the database (DATABASE_URL) its policy would have decided otherwise. Nothing is written."`
}

// Run checks the file: what is right and what is wrong goes to the output.
func (c programmeCheckCmd) Run(ctx context.Context, t *terminal, open openDesk) error {
	p, file, err := readProgramme(c.File, t)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Out, "%s: ok: %s\n", file, summary(&p))
	if !c.Replay {
		return nil
	}
	desk, closeDesk, err := open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(replay(ctx, t, desk, p, file), closeDesk())
}

// programmeApplyCmd is `gonogo programme apply`.
type programmeApplyCmd struct {
	File   string `arg:"" optional:"" help:"The programme file (default: GONOGO_PROGRAMME)."`
	Yes    bool   `help:"Apply without asking." xor:"consent"`
	DryRun bool   `help:"Show what would change, and change nothing." xor:"consent"`
}

// Run shows what the file would change and applies it with consent.
func (c programmeApplyCmd) Run(ctx context.Context, t *terminal, open openDesk) error {
	next, file, err := readProgramme(c.File, t)
	if err != nil {
		return err
	}
	desk, closeDesk, err := open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(c.apply(ctx, t, desk, next, file), closeDesk())
}

func (c programmeApplyCmd) apply(ctx context.Context, t *terminal, desk *release.Desk, next release.Programme, file string) error {
	changes, err := desk.PlanProgramme(ctx, next)
	if err != nil {
		return err
	}
	if len(changes) == 0 {
		fmt.Fprintf(t.Out, "nothing to change: the programme in force says what %s says\n", file)
		return nil
	}
	current, err := inForce(ctx, desk)
	if err != nil {
		return err
	}
	for _, change := range changes {
		fmt.Fprintln(t.Out, changeLine(change, &next, current))
		for note := range strings.Lines(change.Note) {
			fmt.Fprintln(t.Out, "  "+strings.TrimSpace(note))
		}
	}
	if c.DryRun {
		fmt.Fprintf(t.Out, "%s: nothing was changed\n", count(len(changes), "change"))
		return nil
	}
	if !c.Yes {
		if err := askConsent(t, len(changes)); err != nil {
			return err
		}
	}
	if changes, err = desk.ApplyProgramme(ctx, next, release.Operator); err != nil {
		return err
	}
	fmt.Fprintf(t.Out, "applied %s\n", count(len(changes), "change"))
	return nil
}

// inForce returns the programme in force, an empty one before the first.
func inForce(ctx context.Context, desk *release.Desk) (*release.Programme, error) {
	current, err := desk.Programme(ctx)
	if _, none := release.AsRefusal(err); none {
		return &release.Programme{}, nil
	}
	return current, err
}

// readProgramme reads a file and prints its mistakes, one a line.
func readProgramme(file string, t *terminal) (release.Programme, string, error) {
	if file == "" {
		file = t.Getenv("GONOGO_PROGRAMME")
	}
	if file == "" {
		return release.Programme{}, "", errors.New("which programme file? Name it, or set GONOGO_PROGRAMME")
	}
	p, mistakes, err := parseProgrammeFile(file)
	if err != nil {
		return p, file, err
	}
	for _, m := range mistakes {
		fmt.Fprintln(t.Out, m)
	}
	if len(mistakes) > 0 {
		return p, file, fmt.Errorf("%s has %s", file, count(len(mistakes), "mistake"))
	}
	return p, file, nil
}

// askConsent asks whether to go on. Where nobody can answer, silence is no
// consent.
func askConsent(t *terminal, changes int) error {
	if in, ok := t.In.(*os.File); ok && !isatty.IsTerminal(in.Fd()) {
		return fmt.Errorf("nobody can be asked here: add --yes to apply %s, or --dry-run only to see them", count(changes, "change"))
	}
	fmt.Fprintf(t.Out, "apply %s? [y/N] ", count(changes, "change"))
	answer, err := bufio.NewReader(t.In).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read the answer: %w", err)
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes":
		return nil
	}
	return errors.New("nothing was changed")
}

// changeLine shows a change with the name that people know, the new one if
// there are two.
func changeLine(c release.ProgrammeChange, programmes ...*release.Programme) string {
	line := c.Verb + " " + c.Noun
	if c.Name == "" {
		return line
	}
	line += " " + c.Name
	for _, p := range programmes {
		if name := nameIn(p, c); name != "" {
			return line + " (" + name + ")"
		}
	}
	return line
}

func nameIn(p *release.Programme, c release.ProgrammeChange) string {
	switch c.Noun {
	case "person":
		x, _ := p.Person(release.PersonID(c.Name))
		return x.Name
	case "party":
		x, _ := p.Party(release.PartyID(c.Name))
		return x.Name
	case "system":
		x, _ := p.System(release.SystemID(c.Name))
		return x.Name
	case "environment":
		x, _ := p.Environment(release.EnvironmentID(c.Name))
		return x.Name
	}
	return ""
}

// summary counts what a programme has.
func summary(p *release.Programme) string {
	return strings.Join([]string{
		p.Short,
		count(len(p.PartiesOf(release.CoreProvider)), "core provider"),
		count(len(p.PartiesOf(release.Participant)), "participant"),
		count(len(p.People), "person"),
		count(len(p.Systems), "system"),
		count(len(p.Environments), "environment"),
		count(len(p.Roadmap), "planned release"),
		count(len(p.Schedules), "schedule"),
		count(len(p.Lists), "distribution list"),
	}, ", ")
}

func count(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case noun == "person":
		return fmt.Sprintf("%d people", n)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
