package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/deploy"
	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage"
)

// rehearsalBanner is shown on every screen and mail of a rehearsal (R31).
const rehearsalBanner = "REHEARSAL"

// rehearseCmd is `gonogo rehearse`.
type rehearseCmd struct {
	Data      string `help:"Keep the state in this folder; without it everything is gone at the end." placeholder:"DIR"`
	Programme string `help:"Rehearse with this programme file instead of the built-in sample." type:"existingfile" placeholder:"FILE"`
	Listen    string `help:"Where the page is shown; another free port is taken when this one is busy." default:"127.0.0.1:8080"`
	At        string `help:"Begin at this date and time of the programme's zone instead of now: 2026-11-18T10:00." placeholder:"TIME"`
	Play      bool   `help:"Run the story once by itself, print it and end."`
}

// Run opens the rehearsal and serves its page until it is told to stop.
func (r rehearseCmd) Run(ctx context.Context, t *terminal) error {
	rehearsal, err := openRehearsal(ctx, r, t)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var parts sync.WaitGroup
	var ended error
	parts.Go(func() {
		ended = rehearsal.Run(ctx)
		stop()
	})
	var played error
	if r.Play {
		played = rehearsal.play(ctx, t.Out)
		stop()
	} else {
		fmt.Fprintf(t.Out, "\n  REHEARSAL: nothing leaves this machine.\n\n  Open %s in a browser. Ctrl-C ends it.\n  %s\n\n", rehearsal.URL(), r.keeping())
	}
	parts.Wait()
	return errors.Join(played, ended, rehearsal.Close())
}

// keeping tells what will be left of the rehearsal.
func (r rehearseCmd) keeping() string {
	if r.Data == "" {
		return "Then everything is gone; --data DIR keeps it for the next time."
	}
	return "It goes on next time with --data " + r.Data + "."
}

// rehearsal is gonogo with everything around it on this machine: a Slack
// workspace in a box, a mailbox that catches every mail, an embedded database
// and a clock that can be moved ahead.
type rehearsal struct {
	clock    *clock
	mailbox  *mailbox
	box      *workspace.Workspace
	app      *app
	page     net.Listener
	intake   net.Listener
	dir      string
	keep     bool
	cleanups []func() error
}

func openRehearsal(ctx context.Context, r rehearseCmd, t *terminal) (*rehearsal, error) {
	h := &rehearsal{clock: t.clock(), keep: r.Data != ""}
	if err := h.open(ctx, r, t); err != nil {
		return nil, errors.Join(err, h.Close())
	}
	return h, nil
}

// open builds the rehearsal in one straight line; what it opened so far is
// closed by Close.
func (h *rehearsal) open(ctx context.Context, r rehearseCmd, t *terminal) error {
	programme, err := rehearsalProgramme(r.Programme)
	if err != nil {
		return err
	}
	if err := h.openFolder(r.Data); err != nil {
		return err
	}
	if err := h.setClock(ctx, r.At, programme.Location()); err != nil {
		return err
	}
	if h.page, err = listenNear(ctx, r.Listen); err != nil {
		return err
	}
	h.cleanups = append(h.cleanups, ignoreClosed(h.page.Close))
	if h.intake, err = listenNear(ctx, nextTo(h.page.Addr())); err != nil {
		return err
	}
	h.cleanups = append(h.cleanups, ignoreClosed(h.intake.Close))
	h.mailbox, err = openMailbox(h.clock.Now, func() { h.box.Changed() }) //nolint:contextcheck // it is open until Close
	if err != nil {
		return err
	}
	h.cleanups = append(h.cleanups, h.mailbox.Close)
	if h.keep {
		if err := h.mailbox.Keep(h.file("mails.jsonl")); err != nil {
			return err
		}
	}
	c, err := h.config()
	if err != nil {
		return err
	}
	c.AnswerWithin = t.AnswerWithin
	if c.Sources, err = openBoxedSources(h.file("sources"), programme); err != nil {
		return err
	}
	log := newLog(t.Err, config{LogLevel: slog.LevelWarn})
	if h.box, err = workspace.New(h.workspace(programme, c, log)); err != nil {
		return err
	}
	h.box.SetHost(h.page.Addr().String())
	h.cleanups = append(h.cleanups, func() error { h.box.Close(); return nil })
	if err := prepareDatabase(ctx, c, programme, h.clock.Now, log); err != nil {
		return err
	}
	if h.app, err = newApp(ctx, c, h.clock.Now, rehearsalBanner, log); err != nil {
		return err
	}
	h.cleanups = append(h.cleanups, h.app.Close)
	h.clock.OnMove(func(ctx context.Context) error {
		defer h.box.Changed()
		return h.app.clockwork.Beat(ctx)
	})
	return nil
}

// Run serves the page and gonogo until the context ends.
func (h *rehearsal) Run(ctx context.Context) error {
	server := &http.Server{Handler: h.box.Handler(), ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = server.Serve(h.page) }() // ends with Close
	err := h.app.Run(ctx, h.intake)
	return errors.Join(err, server.Close())
}

// Close ends everything, the last opened first.
func (h *rehearsal) Close() error {
	var all []error
	for _, cleanup := range slices.Backward(h.cleanups) {
		all = append(all, cleanup())
	}
	return errors.Join(all...)
}

// URL returns the address of the page.
func (h *rehearsal) URL() string { return "http://" + h.page.Addr().String() + "/" }

func (h *rehearsal) openFolder(data string) error {
	if data != "" {
		h.dir = data
		if err := os.MkdirAll(data, 0o700); err != nil {
			return fmt.Errorf("make the folder for the state: %w", err)
		}
		return nil
	}
	dir, err := os.MkdirTemp("", "gonogo-rehearsal-")
	if err != nil {
		return fmt.Errorf("make a folder for the state: %w", err)
	}
	h.dir = dir
	h.cleanups = append(h.cleanups, func() error { return os.RemoveAll(dir) })
	return nil
}

// file returns the place of a file in the rehearsal's folder.
func (h *rehearsal) file(name string) string { return filepath.Join(h.dir, name) }

// setClock goes on where an earlier run of the folder left the clock; a
// rehearsal that begins anew may begin at any time.
func (h *rehearsal) setClock(ctx context.Context, at string, zone *time.Location) error {
	known := false
	if h.keep {
		var err error
		if known, err = h.clock.Keep(h.file("clock.json")); err != nil {
			return err
		}
	}
	if at == "" {
		return nil
	}
	start, err := time.ParseInLocation("2006-01-02T15:04", at, zone)
	if err != nil {
		return fmt.Errorf("%q is no date and time: write it like 2026-11-18T10:00", at)
	}
	if known {
		return h.clock.MoveTo(ctx, start)
	}
	return h.clock.StartAt(start)
}

func (h *rehearsal) config() (config, error) {
	smtp, err := reports.ParseSMTP(h.mailbox.URL())
	if err != nil {
		return config{}, fmt.Errorf("use the mailbox: %w", err)
	}
	return config{
		DatabaseURL:   "sqlite:" + h.file("gonogo.db"),
		BotToken:      "xoxb-rehearsal",
		SigningSecret: secret(rand.Text()),
		SlackAPI:      h.URL() + "api/",
		SMTP:          smtp,
		MailFrom:      mail.Address{Name: "Release Control", Address: "release-control@gonogo.example"},
		ChannelURL:    h.URL(),
		PublicURL:     "http://" + h.intake.Addr().String(),
	}, nil
}

func rehearsalProgramme(file string) (release.Programme, error) {
	p, mistakes := ParseProgramme(deploy.Programme)
	if file != "" {
		var err error
		if p, mistakes, err = parseProgrammeFile(file); err != nil {
			return p, err
		}
	}
	if len(mistakes) > 0 {
		return p, fmt.Errorf("the programme file has %d mistakes; `gonogo programme check` shows them", len(mistakes))
	}
	return p, nil
}

// prepareDatabase migrates the embedded database and applies the programme.
func prepareDatabase(ctx context.Context, c config, p release.Programme, now func() time.Time, log *slog.Logger) error {
	db, err := storage.Open(ctx, c.DatabaseURL, storage.Options{Now: now, Log: log})
	if err != nil {
		return err
	}
	if _, err := db.Migrate(ctx); err != nil {
		return errors.Join(err, db.Close())
	}
	_, err = release.NewDesk(db, now).ApplyProgramme(ctx, p, release.Operator)
	return errors.Join(err, db.Close())
}

// listenNear listens on an address, or on a free port of its host when that one
// is taken.
func listenNear(ctx context.Context, address string) (net.Listener, error) {
	var listen net.ListenConfig
	listener, err := listen.Listen(ctx, "tcp", address)
	if err == nil {
		return listener, nil
	}
	host, _, splitErr := net.SplitHostPort(address)
	if splitErr != nil {
		return nil, fmt.Errorf("listen on %s: %w", address, err)
	}
	if listener, err = listen.Listen(ctx, "tcp", net.JoinHostPort(host, "0")); err != nil {
		return nil, fmt.Errorf("listen on %s: %w", host, err)
	}
	return listener, nil
}

// nextTo is the port after a page's, on this machine: the pages of the board stay at
// one address, so that links in mails that were kept work the next time as well.
func nextTo(page net.Addr) string {
	port := 0
	if at, ok := page.(*net.TCPAddr); ok {
		port = at.Port + 1
	}
	return net.JoinHostPort("127.0.0.1", strconv.Itoa(port))
}

func ignoreClosed(closer func() error) func() error {
	return func() error {
		if err := closer(); err != nil && !errors.Is(err, net.ErrClosed) {
			return err
		}
		return nil
	}
}
