package storage

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
	"golang.org/x/time/rate"

	"gonogo.dev/release"
)

// manyAttempts is River's own limit, which is never the one that counts: a
// notice has its own, and a card's job is covered by the next change.
const manyAttempts = 100

// shortly is how long a job waits for what will be there soon, and aWhile how
// long for what only people can mend: a channel that is archived, or to which
// gonogo was not invited.
const (
	shortly = time.Second
	aWhile  = time.Minute
)

// soon is how long a job waits that has waited before: the longer it did, the
// less it asks. It goes by the queue's own times, which no rehearsal moves.
func soon(job *rivertype.JobRow) time.Duration {
	return min(max(job.ScheduledAt.Sub(job.CreatedAt)/10, shortly), aWhile)
}

// snooze lets a job wait without counting the try.
func snooze(d time.Duration) error {
	return river.JobSnooze(d) //nolint:wrapcheck // River's own word to River
}

// deliverArgs asks for the delivery of one notice.
type deliverArgs struct {
	Notice int64 `json:"notice"`
}

// Kind names the job.
func (deliverArgs) Kind() string { return "deliver" }

func deliverJob(notice int64, road release.Road) river.InsertManyParams {
	queue := slackQueue
	if road == release.ByMail {
		queue = mailQueue
	}
	return river.InsertManyParams{
		Args: deliverArgs{Notice: notice}, InsertOpts: &river.InsertOpts{Queue: queue, MaxAttempts: manyAttempts},
	}
}

// deliverer delivers notices.
type deliverer struct {
	river.WorkerDefaults[deliverArgs]
	db     *DB
	config QueueConfig
}

// Work makes one try. What comes of it is kept even when the try was cancelled.
func (w *deliverer) Work(ctx context.Context, job *river.Job[deliverArgs]) error {
	row, err := w.db.claimNotice(ctx, job.Args.Notice, w.config.lease())
	switch {
	case errors.Is(err, release.ErrNotFound):
		return nil
	case errors.Is(err, errLeased):
		return snooze(w.config.Timeout)
	case errors.Is(err, release.ErrNotYet):
		return snooze(soon(job.JobRow))
	case err != nil:
		return err
	}
	receipt, err := w.carry(ctx, row)
	ctx = context.WithoutCancel(ctx)
	switch {
	case errors.Is(err, errUnwanted):
		return w.db.settle(ctx, row.ID, map[string]any{"state": noticeUnwanted})
	case err == nil:
		return w.db.sent(ctx, row.ID, receipt)
	case errors.Is(err, release.ErrNotYet):
		return errors.Join(w.db.notYet(ctx, row), snooze(soon(job.JobRow)))
	}
	if later, ok := errors.AsType[release.Later](err); ok && later.RetryAfter() > 0 {
		return errors.Join(w.db.notYet(ctx, row), snooze(later.RetryAfter()))
	}
	state, kept := w.db.failed(ctx, row, err, w.config.MaxAttempts)
	w.db.log.LogAttrs(ctx, slog.LevelWarn, "notice not delivered", slog.Int64("notice", row.ID), slog.String("road", row.Road),
		slog.Int("attempt", row.Attempts), slog.String("state", string(state)), slog.Any("error", err))
	if state == noticeGivenUp {
		return kept
	}
	return errors.Join(err, kept)
}

// carry renders the notice once and hands it to its courier. A courier that
// panics has failed like any other.
func (w *deliverer) carry(ctx context.Context, row noticeRow) (r release.Receipt, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("courier panicked: %v", p)
		}
	}()
	n := row.notice()
	courier, ok := w.config.Couriers[n.Road]
	if !ok {
		return r, fmt.Errorf("nobody carries notices by %s", n.Road)
	}
	if row.Attempts > w.config.MaxAttempts {
		return r, fmt.Errorf("%w: every try was cut short", release.ErrGivenUp)
	}
	if err := w.db.stillWanted(ctx, n); err != nil {
		return r, err
	}
	if n.Body == nil {
		if n.Body, err = courier.Render(ctx, n); err != nil {
			return r, fmt.Errorf("render: %w", err)
		}
		if n.Body, err = w.db.freeze(ctx, n.ID, listed(n.Body)); err != nil {
			return r, err
		}
	}
	return courier.Carry(ctx, n)
}

// showArgs asks for a subject's card to be shown. Jobs from before releases had
// cards name an RFC instead.
type showArgs struct {
	Subject string `json:"subject"`
	RFC     int    `json:"rfc,omitempty"`
}

func (a showArgs) subject() string {
	if a.Subject == "" {
		return release.RFC{Number: a.RFC}.Subject()
	}
	return a.Subject
}

// Kind names the job.
func (showArgs) Kind() string { return "show_card" }

func showJob(subject string) river.InsertManyParams {
	return river.InsertManyParams{
		Args: showArgs{Subject: subject}, InsertOpts: &river.InsertOpts{Queue: cardQueue, MaxAttempts: manyAttempts},
	}
}

// shower shows RFCs and releases on their cards.
type shower struct {
	river.WorkerDefaults[showArgs]
	db     *DB
	config QueueConfig
	pace   *rate.Limiter
}

// Work shows the newest state of a subject under a lease, so that a card never
// shows an older state after a newer one. What changes meanwhile has a job of
// its own, which waits for the lease.
func (w *shower) Work(ctx context.Context, job *river.Job[showArgs]) error {
	holder := fmt.Sprintf("%s/%d/%d", w.config.Replica, job.ID, job.Attempt)
	row, err := w.db.leaseCard(ctx, job.Args.subject(), holder, w.config.lease())
	switch {
	case errors.Is(err, release.ErrNotFound):
		return nil
	case errors.Is(err, errLeased):
		return snooze(shortly)
	case err != nil:
		return err
	}
	at, shown, err := w.show(ctx, row)
	if kept := w.db.returnCard(context.WithoutCancel(ctx), row, at, shown); kept != nil {
		return errors.Join(err, kept)
	}
	switch {
	case errors.Is(err, release.ErrNotYet):
		return snooze(soon(job.JobRow))
	case errors.Is(err, release.ErrGivenUp):
		return snooze(aWhile) // said in the log, and shown as soon as somebody mended it
	}
	if later, ok := errors.AsType[release.Later](err); ok && later.RetryAfter() > 0 {
		return snooze(later.RetryAfter())
	}
	return err
}

// show returns where the card stands and the last change it shows.
func (w *shower) show(ctx context.Context, row cardRow) (at release.CardPlace, shown int64, err error) {
	defer func() {
		if p := recover(); p != nil {
			at, shown, err = row.place(), row.Shown, fmt.Errorf("card poster panicked: %v", p)
		}
	}()
	if w.config.Cards == nil {
		return row.place(), row.Shown, fmt.Errorf("%w: nobody shows cards", release.ErrGivenUp)
	}
	if err := w.pace.Wait(ctx); err != nil {
		return row.place(), row.Shown, fmt.Errorf("wait for the pace of cards: %w", err)
	}
	at, err = w.config.Cards.Show(ctx, row.Subject, row.place())
	if err != nil {
		w.db.log.LogAttrs(ctx, slog.LevelWarn, "card not shown", slog.String("card", row.Subject), slog.Any("error", err))
		if at.IsZero() {
			at = row.place()
		}
		return at, row.Shown, err
	}
	return at, row.Wanted, nil
}
