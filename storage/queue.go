package storage

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"golang.org/x/time/rate"

	"gonogo.dev/release"
)

// The queues: mail that waits for a slow relay delays neither Slack nor cards.
const (
	mailQueue  = "mail"
	slackQueue = "slack"
	cardQueue  = "cards"
)

// QueueConfig says who carries and how hard the queue tries.
type QueueConfig struct {
	// Couriers carry the notices of each road.
	Couriers map[release.Road]release.Courier
	// Cards shows RFCs and releases on their cards.
	Cards release.CardPoster
	// Replica names this process; it must differ between running ones. Empty is
	// a random name.
	Replica string
	// MaxAttempts is how often a notice is tried before it is given up; 0 is 14.
	// The wait after the n-th failure is n^4 seconds: 14 tries are a day.
	MaxAttempts int
	// CardsPerSecond paces the showings of cards, after a burst of cardBurst; 0 is
	// no pace. Slack takes about one update a second from a workspace.
	CardsPerSecond float64
	// MailWorkers is how many mails are carried at once; 0 is 8.
	MailWorkers int
	// Timeout ends one delivery or one showing; 0 is a minute. What a killed
	// process left is taken up again after one and a half times that.
	Timeout time.Duration
}

// Queue works off what transactions promised. Delivery is at least once: when
// a process dies between a relay's answer and the note of it, the notice is
// carried again, with the same bytes and the same Message-ID.
type Queue struct {
	client interface {
		Start(ctx context.Context) error
		Stop(ctx context.Context) error
		StopAndCancel(ctx context.Context) error
	}
	pool *pgxpool.Pool // River's own connections, on PostgreSQL
}

// NewQueue returns a queue on a migrated database; it works between Start and Stop.
func NewQueue(ctx context.Context, db *DB, c QueueConfig) (*Queue, error) {
	c.MaxAttempts = cmp.Or(c.MaxAttempts, 14)
	c.MailWorkers = cmp.Or(c.MailWorkers, 8)
	c.Timeout = cmp.Or(c.Timeout, time.Minute)
	workers := river.NewWorkers()
	err := errors.Join(
		river.AddWorkerSafely(workers, &deliverer{db: db, config: c}),
		river.AddWorkerSafely(workers, &shower{db: db, config: c, pace: c.pace()}),
	)
	if err != nil {
		return nil, fmt.Errorf("register the workers: %w", err)
	}
	settings := &river.Config{
		ID: c.Replica, Logger: db.quiet(), Workers: workers, JobTimeout: c.Timeout, RescueStuckJobsAfter: c.lease(),
		Queues: map[string]river.QueueConfig{
			mailQueue: {MaxWorkers: c.MailWorkers}, slackQueue: {MaxWorkers: 4}, cardQueue: {MaxWorkers: 2},
		},
		FetchCooldown: 5 * time.Millisecond, FetchPollInterval: time.Second,
	}
	q := &Queue{}
	if db.dialect == onSQLite {
		settings.FetchPollInterval = 200 * time.Millisecond // nobody notifies
		q.client, err = river.NewClient(riversqlite.New(db.sql), settings)
	} else {
		err = q.connect(ctx, db.url, settings)
	}
	if err != nil {
		return nil, fmt.Errorf("make the queue: %w", err)
	}
	return q, nil
}

// lease is how long a claim holds: longer than any try may last.
func (c QueueConfig) lease() time.Duration { return c.Timeout + c.Timeout/2 }

// cardBurst is how many cards are shown at once before the pace begins.
const cardBurst = 20

func (c QueueConfig) pace() *rate.Limiter {
	if c.CardsPerSecond <= 0 {
		return rate.NewLimiter(rate.Inf, 0)
	}
	return rate.NewLimiter(rate.Limit(c.CardsPerSecond), cardBurst)
}

func (q *Queue) connect(ctx context.Context, url string, settings *river.Config) error {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return fmt.Errorf("read the database's URL: %w", err)
	}
	config.MaxConns = 6 // one listens, the others fetch and complete
	if q.pool, err = pgxpool.NewWithConfig(ctx, config); err != nil {
		return fmt.Errorf("connect the queue: %w", err)
	}
	q.client, err = river.NewClient(riverpgxv5.New(q.pool), settings)
	if err != nil {
		q.pool.Close()
	}
	return err //nolint:wrapcheck // NewQueue says what was made
}

// Start starts the workers; they run until Stop, whatever becomes of ctx.
func (q *Queue) Start(ctx context.Context) error {
	if err := q.client.Start(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("start the queue: %w", err)
	}
	return nil
}

// Stop takes no more jobs and waits for what is under way; when ctx ends before
// that, what is under way is cancelled and tried again later.
func (q *Queue) Stop(ctx context.Context) error {
	err := q.client.Stop(ctx)
	if err != nil {
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		err = q.client.StopAndCancel(last)
	}
	if q.pool != nil {
		q.pool.Close()
	}
	if err != nil {
		return fmt.Errorf("stop the queue: %w", err)
	}
	return nil
}
