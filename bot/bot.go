package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// Config is what a Bot needs. Desk, Slack, SigningSecret and Now are required.
type Config struct {
	Desk  *release.Desk
	Slack *slack.Client
	// SigningSecret proves that a request comes from Slack; without it every
	// request is turned away.
	SigningSecret string
	Now           func() time.Time
	Log           *slog.Logger
	// Report returns a regular report as plain text, for the person who asks.
	Report func(ctx context.Context, name ReportName, reader release.Person) (string, error)
	// Banner is shown on every message, form and Home: "REHEARSAL".
	Banner string
	// Observe is told of every call: its verb ("/rfc vote"), its outcome (done,
	// refused, duplicate, timeout, fault) and how long it took.
	Observe func(verb, outcome string, took time.Duration)
	// AnswerWithin is how long a call may take before Slack is told that it
	// failed; 2.5 seconds when zero, as Slack gives up after 3.
	AnswerWithin time.Duration
	// Files says where what people put into forms is read.
	Files FileAccess
	// Notes reads and writes release notes as files; without it none is taken.
	Notes NoteFiles
	// Letters show what people are mailed; without it they are previewed as in Slack.
	Letters Letters
	// Links make the addresses of the board's pages; none by default.
	Links release.Links
	// HTTP carries answers to the response_url of a press; a client that gives up
	// after 10 seconds when nil.
	HTTP *http.Client
}

// Bot takes what Slack tells and answers it.
type Bot struct {
	desk    *release.Desk
	slack   *slack.Client
	secret  []byte
	now     func() time.Time
	log     *slog.Logger
	report  func(ctx context.Context, name ReportName, reader release.Person) (string, error)
	banner  string
	observe func(verb, outcome string, took time.Duration)
	within  time.Duration
	http    *http.Client
	files   *files
	notes   NoteFiles
	letters Letters
	links   release.Links
	frozen  *frozen
	table   table
	seen    *seen
	homes   *recent

	running sync.WaitGroup
}

// New returns a Bot. A verb that is twice in the command table panics here.
func New(cfg Config) *Bot {
	b := &Bot{
		desk: cfg.Desk, slack: cfg.Slack, secret: []byte(cfg.SigningSecret), now: cfg.Now, log: cfg.Log, report: cfg.Report,
		banner: cfg.Banner, observe: cfg.Observe, within: cfg.AnswerWithin, http: cfg.HTTP, files: newFiles(cfg.Files), notes: cfg.Notes, letters: cfg.Letters, links: cfg.Links, table: newTable(rows()),
		seen: newSeen(seenKeys), homes: newRecent(seenHomes), frozen: &frozen{all: map[int64]release.Ballot{}, open: map[int]int64{}, most: 2000},
	}
	if b.log == nil {
		b.log = slog.New(slog.DiscardHandler)
	}
	if b.observe == nil {
		b.observe = func(string, string, time.Duration) {}
	}
	if b.within == 0 {
		b.within = 2500 * time.Millisecond
	}
	if b.http == nil {
		b.http = &http.Client{Timeout: 10 * time.Second}
	}
	return b
}

// afterwards runs fn in its own goroutine, beyond the answer that ends ctx.
// Stop waits for it.
func (b *Bot) afterwards(ctx context.Context, fn func(ctx context.Context)) {
	b.running.Go(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
		defer cancel()
		defer func() {
			if r := recover(); r != nil {
				b.log.ErrorContext(ctx, "panic after an answer", "panic", r)
			}
		}()
		fn(ctx)
	})
}

// ErrStopped says that Stop gave up waiting.
var ErrStopped = errors.New("stopped before everything was finished")

// Stop waits for what still runs after answers that were given, until ctx ends.
// Intake must have ended before.
func (b *Bot) Stop(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		b.running.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("stop the bot: %w", ErrStopped)
	}
}
