package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"gonogo.dev/bot"
	"gonogo.dev/release"
	web "gonogo.dev/reports/board"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// A graceful stop outlasts every request and every answer: a client that sends
// or reads too slowly must not make it fail (issue 2, section 6).
func TestStopOutlastsSlowClients(t *testing.T) {
	s := (&app{bot: &bot.Bot{}, board: web.New(web.Config{}), metrics: newMetrics()}).server()
	for name, limit := range map[string]time.Duration{"header": s.ReadHeaderTimeout, "request": s.ReadTimeout, "answer": s.WriteTimeout} {
		if limit <= 0 || limit >= stopWithin {
			t.Errorf("the limit of a %s is %s, and a stop takes %s at most", name, limit, stopWithin)
		}
	}
}

// Whoever asks a second time to stop is not kept waiting for what is under way.
func TestSecondSignalStopsAtOnce(t *testing.T) {
	s, err := newScene(t)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.close)
	database := pgtest.URL(t)
	s.env = s.environment(database)
	prepareVoters(t, s, database)
	v := serveLogged(t, s)
	slow, err := new(net.Dialer).DialContext(t.Context(), "tcp", v.address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = slow.Close() })
	if _, err := fmt.Fprint(slow, "POST /slack/commands HTTP/1.1\r\nHost: gonogo\r\nContent-Length: 1000\r\n\r\ncommand="); err != nil {
		t.Fatal(err)
	}
	if !answers("http://" + v.address + "/healthz") { // connections are taken in turn: the slow one was before
		t.Fatal("it does not answer")
	}
	if err := v.process.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	(&endurance{t: t}).until("it listens no more", func() bool {
		c, err := new(net.Dialer).DialContext(t.Context(), "tcp", v.address)
		if err == nil {
			_ = c.Close()
		}
		return err != nil
	})
	if err := v.process.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- v.process.Wait() }()
	select {
	case err := <-ended:
		if err == nil {
			t.Error("it stopped gracefully although it was asked twice")
		}
	case <-time.After(5 * time.Second):
		_ = v.process.Process.Kill() // so that the wait ends
		t.Errorf("it has not stopped five seconds after the second signal, and was killed: %v", <-ended)
	}
}

// fitful is a store that can be out of reach.
type fitful struct {
	release.Store
	away atomic.Bool
}

func (f *fitful) Within(ctx context.Context, fn func(release.Tx) error) error {
	if f.away.Load() {
		return errors.New("the database went away")
	}
	return f.Store.Within(ctx, fn)
}

// A vote that was sealed just before the database went away still ends its
// ballot early: everybody has spoken, and nobody waits for the deadline.
func TestVotesSealedBeforeAnOutageAreSettledAfterIt(t *testing.T) {
	p, mistakes := ParseProgramme(sceneProgramme())
	if len(mistakes) > 0 {
		t.Fatal(mistakes)
	}
	at := newClock().Now()
	now := func() time.Time { return at }
	db, err := storage.Open(t.Context(), "sqlite::memory:", storage.Options{Now: now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if _, err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	store := &fitful{Store: db}
	desk := release.NewDesk(store, now)
	if _, err := desk.ApplyProgramme(t.Context(), p, release.Operator); err != nil {
		t.Fatal(err)
	}
	raiseSome(t, desk, p, 1)
	work := &clockwork{db: db, desk: desk, now: now, log: slog.New(slog.DiscardHandler), metrics: newMetrics(), done: map[release.Schedule]time.Time{}}
	if err := work.Beat(t.Context()); err != nil {
		t.Fatal(err)
	}
	card, err := desk.Card(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, seat := range card.Ballots[0].Seats {
		if _, err := desk.Cast(t.Context(), release.Intent{By: seat.Holders[0]}, card.Ballots[0].ID, release.VoteGo, ""); err != nil {
			t.Fatal(err)
		}
	}
	store.away.Store(true)
	if err := work.Beat(t.Context()); err == nil {
		t.Fatal("nothing failed while the database was away")
	}
	store.away.Store(false)
	at = at.Add(resumeEvery)
	if err := work.Beat(t.Context()); err != nil {
		t.Fatal(err)
	}
	if card, err = desk.Card(t.Context(), 1); err != nil || card.RFC.State != release.Approved {
		t.Errorf("everybody said Go, and the RFC is %s (%v)", card.RFC.State, err)
	}
}
