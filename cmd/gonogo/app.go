package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"gonogo.dev/bot"
	"gonogo.dev/release"
	"gonogo.dev/reports"
	web "gonogo.dev/reports/board"
	"gonogo.dev/storage"
	"gonogo.dev/templates"
)

// app is gonogo as serve and rehearse run it: the same parts, wired the same way.
type app struct {
	config    config
	log       *slog.Logger
	db        *storage.DB
	desk      *release.Desk
	bot       *bot.Bot
	board     *web.Board
	queue     *storage.Queue
	mailer    *reports.Mailer
	clockwork *clockwork
	metrics   *metrics
}

// newApp wires the parts in one straight line. banner is shown on every
// screen and mail of a rehearsal.
func newApp(ctx context.Context, c config, now func() time.Time, banner string, log *slog.Logger) (*app, error) {
	db, err := storage.Open(ctx, c.DatabaseURL, storage.Options{Now: now, Log: log})
	if err != nil {
		return nil, err
	}
	a := &app{config: c, log: log, db: db, metrics: newMetrics()}
	if err := a.wire(ctx, now, banner); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return a, nil
}

func (a *app) wire(ctx context.Context, now func() time.Time, banner string) error {
	if err := a.db.RequireMigrated(ctx); err != nil {
		return err
	}
	letterhead, err := newLetterhead(a.config, banner)
	if err != nil {
		return err
	}
	if err := letterhead.Check(); err != nil {
		return err
	}
	if letterhead.Links, err = reviewLinks(ctx, a.config, a.db); err != nil {
		return err
	}
	codeKey, err := a.config.codeKey()
	if err != nil {
		return err
	}
	a.desk = release.NewDesk(a.db, now).WithSources(a.config.sources()).WithCodeKey(codeKey)
	a.mailer = reports.NewMailer(a.config.SMTP, now, a.log)
	client := newSlack(a.config)
	a.bot = bot.New(bot.Config{
		Desk: a.desk, Slack: client, SigningSecret: string(a.config.SigningSecret), Now: now, Log: a.log, Banner: banner,
		Report: a.preview(letterhead, now), Observe: a.metrics.observe, Files: bot.FileAccess{API: a.config.SlackAPI, Token: string(a.config.BotToken)},
		Notes: noteFiles{}, Letters: reports.NewPost(letterhead, a.db, nil), Links: letterhead.Links, AnswerWithin: a.config.AnswerWithin,
	})
	a.board = web.New(web.Config{
		Desk: a.desk, Visits: a.desk, Access: a.desk, Account: newAccount(a.config, now), Calendars: a.desk, Exports: a.db, Letterhead: letterhead, Ledger: a.db, Archive: a.db, Links: letterhead.Links, PublicURL: a.config.PublicURL, Templates: letterhead.Templates, Now: now, Log: a.log, Banner: banner,
	})
	poster := bot.NewPoster(bot.PosterConfig{Desk: a.desk, Slack: client, Places: a.db, Banner: banner, Now: now, Log: a.log, Links: letterhead.Links})
	post := reports.NewPost(letterhead, a.db, a.mailer).WithShelf(paperShelf{a.desk}).WithPasses(a.desk)
	a.queue, err = storage.NewQueue(ctx, a.db, storage.QueueConfig{
		Replica: replica(), Cards: poster, Timeout: a.config.DeliveryTimeout, CardsPerSecond: 1,
		Couriers: map[release.Road]release.Courier{
			release.ByMail:    counted{post, release.ByMail, a.metrics},
			release.ByDirect:  counted{poster, release.ByDirect, a.metrics},
			release.ByThread:  counted{poster, release.ByThread, a.metrics},
			release.ByChannel: counted{poster, release.ByChannel, a.metrics},
		},
	})
	if err != nil {
		return err
	}
	a.clockwork = &clockwork{
		db: a.db, desk: a.desk, publisher: reports.NewPublisher(letterhead, a.db, a.db, now), now: now, log: a.log,
		metrics: a.metrics, done: map[release.Schedule]time.Time{},
	}
	a.metrics.watch(a.db)
	return nil
}

// newLetterhead returns what every mail of this installation has in common.
func newLetterhead(c config, banner string) (reports.Letterhead, error) {
	set, err := templates.Load()
	if err != nil {
		return reports.Letterhead{}, fmt.Errorf("load the templates: %w", err)
	}
	return reports.Letterhead{Templates: set, From: c.MailFrom, ChannelURL: c.ChannelURL, Rehearsal: banner != ""}, nil
}

func replica() string {
	host, err := os.Hostname()
	if err != nil {
		host = "gonogo"
	}
	return fmt.Sprintf("%s-%d", host, os.Getpid())
}

// Handler returns everything gonogo serves over HTTP.
func (a *app) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /slack/", a.bot.Handler())
	mux.Handle("/", a.board.Handler())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", a.ready)
	mux.Handle("GET /metrics", a.metrics.handler())
	return mux
}

// ready tells whether the database answers; without it nothing may be
// acknowledged.
func (a *app) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	if err := a.db.Ping(ctx); err != nil {
		http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "ready")
}

// stopWithin is how long a graceful stop may take. A request and its answer are
// cut off sooner, so that whoever sends or reads slowly holds up no stop.
const (
	stopWithin    = 25 * time.Second
	requestWithin = 10 * time.Second
	answerWithin  = 15 * time.Second // from the end of a request's header
	maxHeader     = 64 << 10
)

// server returns the HTTP server with all its limits.
func (a *app) server() *http.Server {
	return &http.Server{
		Handler: a.Handler(), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: requestWithin, WriteTimeout: answerWithin, MaxHeaderBytes: maxHeader,
	}
}

// Run serves until the context ends and then stops gracefully: nothing new is
// taken, what was acknowledged is finished.
func (a *app) Run(ctx context.Context, listener net.Listener) error {
	if err := a.queue.Start(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("start the queue: %w", err)
	}
	server := a.server()
	running, halt := context.WithCancelCause(ctx)
	var parts sync.WaitGroup
	parts.Go(func() { a.clockwork.Run(running) })
	parts.Go(func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			halt(fmt.Errorf("serve HTTP: %w", err))
		}
	})
	if a.config.AppToken != "" {
		parts.Go(func() {
			if err := a.bot.RunSocketMode(running, string(a.config.AppToken), slackAt(a.config)...); err != nil && running.Err() == nil {
				halt(fmt.Errorf("socket mode: %w", err))
			}
		})
	}
	<-running.Done()
	cause := context.Cause(running)
	if errors.Is(cause, context.Canceled) {
		cause = nil
	}
	return errors.Join(cause, a.stop(context.WithoutCancel(ctx), server, func() { halt(nil); parts.Wait() }))
}

// stop ends intake, then what runs on after answers, then the queue.
func (a *app) stop(ctx context.Context, server *http.Server, wait func()) error {
	ctx, cancel := context.WithTimeout(ctx, stopWithin)
	defer cancel()
	a.log.Info("stopping: finishing what was acknowledged")
	err := errors.Join(server.Shutdown(ctx), a.bot.Stop(ctx))
	wait()
	return errors.Join(err, a.queue.Stop(ctx))
}

// Close ends the connections that are left.
func (a *app) Close() error {
	a.mailer.Close()
	return a.db.Close()
}
