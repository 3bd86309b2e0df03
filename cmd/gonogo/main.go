// Command gonogo runs release control in Slack: Requests for Change, Go/No-Go
// votes of the Release Control Board, and the mail that keeps everybody
// informed. This package is where the parts meet: it reads flags and the
// environment, wires the parts in one straight line and turns errors into exit
// codes. It is the only place that reads the machine's clock.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// cli is the command line.
type cli struct {
	Rehearse  rehearseCmd  `cmd:"" help:"Try everything on this machine: a Slack workspace in the browser, an embedded database, mails caught. Needs no configuration."`
	Serve     serveCmd     `cmd:"" help:"Run gonogo for a real Slack workspace."`
	Migrate   migrateCmd   `cmd:"" help:"Bring the database to this version's schema."`
	Programme programmeCmd `cmd:"" help:"Check or apply the programme file."`
	Report    reportCmd    `cmd:"" help:"Render a report, and print it, write it to a file or send it."`
	Export    exportCmd    `cmd:"" help:"Write a list as CSV, JSON or XLSX: releases, RFCs, votes, actions, versions, the ledger, ..."`
	Note      noteCmd      `cmd:"" help:"Release notes as files: start one, check it, hand it in, get it back."`
	Notices   noticesCmd   `cmd:"" help:"See what could not be delivered, and try it again."`
	Ledger    ledgerCmd    `cmd:"" help:"Prove that the record was not changed."`
	Evidence  evidenceCmd  `cmd:"" help:"Evidence packs: everything about a release in one file that anybody can check."`
	Doctor    doctorCmd    `cmd:"" help:"Check that every part is reachable and rightly set up."`
	Version   versionCmd   `cmd:"" help:"Print the version."`
}

// terminal is what a command may read and write, the machine's clock, and how
// patient Slack is: AnswerWithin bounds each answer to it, and zero is what Slack
// waits for.
type terminal struct {
	In           io.Reader
	Out          io.Writer
	Err          io.Writer
	Getenv       func(string) string
	Now          func() time.Time
	AnswerWithin time.Duration
}

// clock returns a clock that shows the machine's time until it is moved.
func (t *terminal) clock() *clock { return &clock{real: t.Now} }

// exit codes: what was asked for failed or was refused, and wrong usage.
const (
	exitFailed = 1
	exitUsage  = 2
)

func main() { os.Exit(execute(time.Now, 0)) }

// execute carries out the command line of the process by a clock, with a bound
// of each answer to Slack.
func execute(now func() time.Time, answerWithin time.Duration) int {
	ctx, stop := context.WithCancel(context.Background())
	asked := make(chan os.Signal, 2)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-asked
		stop()
		<-asked
		os.Exit(exitFailed) // whoever asks a second time does not wait for a graceful stop
	}()
	code := run(ctx, os.Args[1:], &terminal{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: now, AnswerWithin: answerWithin})
	stop()
	return code
}

// run carries out one command line and returns its exit code.
func run(ctx context.Context, args []string, t *terminal) int {
	var commands cli
	code := -1
	parser, err := kong.New(&commands, kong.Name("gonogo"), kong.Writers(t.Out, t.Err), kong.Exit(func(c int) { code = c }),
		kong.Description("Release control in Slack: nobody can skip a check, nobody is surprised, nobody can argue later."),
		kong.UsageOnError(), kong.Help(helpWithEnvironment),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(t), kong.Bind(deskOf(t)))
	if err != nil {
		fmt.Fprintf(t.Err, "gonogo: %v\n", err)
		return exitFailed
	}
	switch {
	case len(args) == 0:
		args = []string{"--help"}
	case args[0] == "help":
		args = append(slices.Clone(args[1:]), "--help")
	}
	parsed, err := parser.Parse(args)
	if code >= 0 { // help was shown
		return code
	}
	if err != nil {
		fmt.Fprintf(t.Err, "gonogo: %v\nTry: %s --help\n", err, commandOf(err))
		return exitUsage
	}
	if err := parsed.Run(); err != nil {
		fmt.Fprintf(t.Err, "gonogo: %s\n", explain(err))
		return exitFailed
	}
	return 0
}

// commandOf returns the command that a mistake in the command line was made in,
// as far as it was understood.
func commandOf(err error) string {
	command := "gonogo"
	if mistake := (*kong.ParseError)(nil); errors.As(err, &mistake) {
		for _, at := range mistake.Context.Path {
			if at.Command != nil {
				command = "gonogo " + at.Command.Path()
			}
		}
	}
	return command
}

// deskOf opens the database of the environment for commands that act at the Desk.
func deskOf(t *terminal) openDesk {
	return func(ctx context.Context) (*release.Desk, func() error, error) {
		c, err := readConfig(t.Getenv, needDatabase)
		if err != nil {
			return nil, nil, err
		}
		now := t.clock().Now
		db, err := storage.Open(ctx, c.DatabaseURL, storage.Options{Now: now, Log: newLog(t.Err, c)})
		if err != nil {
			return nil, nil, err
		}
		if err := db.RequireMigrated(ctx); err != nil {
			return nil, nil, errors.Join(err, db.Close())
		}
		return release.NewDesk(db, now), db.Close, nil
	}
}

// explain returns an error as people read it: a refusal in its own words.
func explain(err error) string {
	if r, ok := release.AsRefusal(err); ok {
		return r.Error()
	}
	if errors.Is(err, context.Canceled) {
		return "stopped"
	}
	return err.Error()
}

// helpWithEnvironment prints the usual help, and the environment below that of
// the whole program.
func helpWithEnvironment(options kong.HelpOptions, k *kong.Context) error {
	if err := kong.DefaultHelpPrinter(options, k); err != nil {
		return fmt.Errorf("print help: %w", err)
	}
	if k.Selected() != nil {
		return nil
	}
	fmt.Fprintln(k.Stdout, "\nEnvironment:")
	for _, v := range variables() {
		fmt.Fprintf(k.Stdout, "  %-22s %s\n", v.name, v.use)
	}
	return nil
}

// newLog returns the log of a command: to standard error, without secrets or
// message bodies.
func newLog(w io.Writer, c config) *slog.Logger {
	options := &slog.HandlerOptions{Level: c.LogLevel}
	if c.LogJSON {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}
