package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage"
)

// beatEvery is how often the clockwork looks at what is due when nothing wakes
// it sooner, and restEvery how long it rests in any case: what many people do
// within that time is sealed and shown once.
const (
	beatEvery = 500 * time.Millisecond
	restEvery = 150 * time.Millisecond
)

// resumeEvery is how often every open vote is looked at, whatever was sealed.
const resumeEvery = time.Minute

// chaseEvery is how often it is looked for what is overdue.
const chaseEvery = time.Minute

// reconcileEvery is how often the release notes are held against what is recorded
// of the environments (M9).
const reconcileEvery = time.Hour

// clockwork is the whole cron table: it seals the ledger, ends and reminds
// votes, and publishes what the programme's schedules say. Every replica runs
// one; what is done is claimed in the database, so nothing is done twice.
type clockwork struct {
	db        *storage.DB
	desk      *release.Desk
	publisher *reports.Publisher
	now       func() time.Time
	log       *slog.Logger
	metrics   *metrics

	mu         sync.Mutex                     // one beat at a time
	done       map[release.Schedule]time.Time // up to when each schedule was looked at
	resumed    time.Time                      // when every open vote was looked at last
	turned     time.Time                      // when cards were last looked at
	called     time.Time                      // when the meetings to come were looked at last
	chased     time.Time                      // when it was looked for what is overdue last
	reconciled time.Time                      // when that was done last
}

// Run beats until the context ends. A beat that fails is logged and the next
// one tries again.
func (c *clockwork) Run(ctx context.Context) {
	ticker, rest := time.NewTicker(beatEvery), time.NewTicker(restEvery)
	defer ticker.Stop()
	defer rest.Stop()
	for {
		if err := c.Beat(ctx); err != nil && ctx.Err() == nil {
			c.log.ErrorContext(ctx, "clockwork", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-c.db.Committed():
		case <-ticker.C:
		}
		select {
		case <-ctx.Done():
			return
		case <-rest.C:
		}
	}
}

// Beat does everything that is due now. A part that fails does not keep the
// others from being done.
func (c *clockwork) Beat(ctx context.Context) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	var first error
	for _, part := range []struct {
		name string
		do   func(context.Context) error
	}{{"votes", c.votes}, {"deployments", c.deployments}, {"waivers", c.waivers}, {"support", c.support}, {"communications", c.communications}, {"cards", c.turn}, {"minutes", c.minutes}, {"calls", c.calls}, {"resume", c.resume}, {"overdue", c.overdue}, {"seal", c.seal}, {"schedules", c.schedules}} {
		if err := part.do(ctx); err != nil {
			c.metrics.faults.WithLabelValues(part.name).Inc()
			if first == nil {
				first = fmt.Errorf("%s: %w", part.name, err)
			}
		}
	}
	return first
}

func (c *clockwork) votes(ctx context.Context) error {
	_, err := c.desk.Tick(ctx)
	return err
}

// deployments tells what the clock has to tell of those under way.
func (c *clockwork) deployments(ctx context.Context) error {
	_, err := c.desk.TickRollouts(ctx)
	return err
}

// waivers ends those whose time has come.
func (c *clockwork) waivers(ctx context.Context) error {
	_, err := c.desk.EndWaivers(ctx)
	return err
}

// support sums up every early life support that has ended.
func (c *clockwork) support(ctx context.Context) error {
	_, err := c.desk.EndSupports(ctx)
	return err
}

// communications sends what the releases' communication plans say is due.
func (c *clockwork) communications(ctx context.Context) error {
	_, err := c.desk.Communicate(ctx)
	return err
}

// minutes ratifies the minutes that nobody may correct any more.
func (c *clockwork) minutes(ctx context.Context) error {
	_, err := c.desk.Ratify(ctx)
	return err
}

// calls invites to the meetings of the next working day and to what was approved, and
// keeps what people were invited to up to date; it looks once a minute.
func (c *clockwork) calls(ctx context.Context) error {
	now := c.now()
	if now.Sub(c.called) < resumeEvery {
		return nil
	}
	_, err := c.desk.Call(ctx)
	if err == nil {
		_, err = c.desk.Invite(ctx)
	}
	if _, refused := release.AsRefusal(err); refused {
		return nil // no programme, no meetings
	}
	if err == nil {
		c.called = now
	}
	return err
}

// turn draws the cards anew that say something else because time has passed.
func (c *clockwork) turn(ctx context.Context) error {
	now := c.now()
	since := c.turned
	if since.IsZero() {
		since = now.Add(-time.Hour)
	}
	if now.Sub(since) < resumeEvery {
		return nil
	}
	cards, err := c.desk.Turned(ctx, since)
	if _, refused := release.AsRefusal(err); refused {
		return nil // no programme, no releases
	}
	if err == nil {
		err = c.db.ShowAgain(ctx, cards)
	}
	if err == nil {
		c.turned = now
	}
	return err
}

// seal takes what was recorded into the transparency log, and settles the
// votes that were cast.
func (c *clockwork) seal(ctx context.Context) error {
	for more := true; more; {
		sealed, err := c.db.Seal(ctx)
		if err != nil {
			return err
		}
		c.metrics.sealed.Add(float64(sealed.Entries))
		if err := c.settle(ctx, sealed.Ballots); err != nil {
			return err
		}
		more = sealed.More
	}
	return nil
}

// settle looks at every ballot, also when one of them fails.
func (c *clockwork) settle(ctx context.Context, ballots []int64) error {
	var all []error
	for _, id := range ballots {
		all = append(all, c.desk.Settle(ctx, id))
	}
	return errors.Join(all...)
}

// resume settles what may have been left, at the start and every minute: a vote
// that was sealed, but not looked at because its replica died or the database
// went away in between.
func (c *clockwork) resume(ctx context.Context) error {
	now := c.now()
	if now.Sub(c.resumed) < resumeEvery {
		return nil
	}
	stories, err := c.desk.OpenVotes(ctx)
	if _, refused := release.AsRefusal(err); refused {
		return nil // no programme, no votes
	}
	if err != nil {
		return err
	}
	var open []int64
	for _, s := range stories {
		open = append(open, s.Ballots[0].ID)
	}
	if err := c.settle(ctx, open); err != nil {
		return err
	}
	c.resumed = now
	return nil
}

// overdue brings what is overdue to whoever must settle it.
func (c *clockwork) overdue(ctx context.Context) error {
	now := c.now()
	if now.Sub(c.chased) < chaseEvery {
		return nil
	}
	if now.Sub(c.reconciled) >= reconcileEvery {
		if _, err := c.desk.Reconcile(ctx); err != nil {
			return err
		}
		c.reconciled = now
	}
	if _, err := c.desk.Chase(ctx); err != nil {
		return err
	}
	c.chased = now
	return nil
}

// schedules publishes every report whose last due instant was not published
// yet: the last one only, however many were missed (T18).
func (c *clockwork) schedules(ctx context.Context) error {
	p, err := c.desk.Programme(ctx)
	if _, refused := release.AsRefusal(err); refused {
		return nil // no programme, no schedules
	}
	if err != nil {
		return err
	}
	for _, s := range p.Schedules {
		if err := c.publish(ctx, s, p); err != nil {
			return err
		}
	}
	return nil
}

// lookedAt is up to when a report was published: its last run; one that never ran is
// due from when the programme that asks for it was applied.
func (c *clockwork) lookedAt(ctx context.Context, report string) (time.Time, error) {
	run, err := c.db.LastRun(ctx, report)
	if errors.Is(err, release.ErrNotFound) {
		return c.db.ProgrammeApplied(ctx)
	}
	if err != nil {
		return time.Time{}, fmt.Errorf("load the last run of %s: %w", report, err)
	}
	return run.Due, nil
}

// publish publishes one report if its last turn was not.
func (c *clockwork) publish(ctx context.Context, s release.Schedule, p *release.Programme) error {
	after, known := c.done[s]
	if !known {
		var err error
		if after, err = c.lookedAt(ctx, s.Report); err != nil {
			return err
		}
	}
	rhythm, err := reports.RhythmOf(s, p)
	if err != nil {
		return err
	}
	now := c.now()
	turn, due, err := rhythm.Due(after, now, func(at time.Time) (bool, error) { return reports.Busy(ctx, c.db, s, p, at) })
	if err != nil {
		return err
	}
	if !due {
		c.done[s] = later(after, now) // a week that was not busy is not looked at again
		return nil
	}
	published, err := c.publisher.Publish(ctx, s.Report, turn)
	if err != nil {
		return err
	}
	if published {
		c.log.InfoContext(ctx, "report published", "report", s.Report, "period", turn.Period, "late", turn.Late)
	}
	c.done[s] = turn.At
	return nil
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
