package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/mail"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	web "gonogo.dev/reports/board"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
	"gonogo.dev/templates"
)

// looked is what is looked at in a history: the board, the matrix as of a past day,
// the weekly report, and what the clockwork does on every beat.
type looked struct {
	name string
	do   func(context.Context) error
}

// guest is signed in wherever they go.
type guest struct {
	db  *storage.DB
	who release.Person
}

// Visitor returns the guest.
func (g guest) Visitor(ctx context.Context, _ string, _ bool) (release.Person, *release.Programme, error) {
	p, err := g.db.ProgrammeNow(ctx)
	return g.who, p, err
}

// lookers opens a made history, whose clock stands still.
func lookers(t testing.TB, url string) []looked {
	t.Helper()
	now := func() time.Time { return historyNow }
	log := slog.New(slog.DiscardHandler)
	db, err := storage.Open(t.Context(), url, storage.Options{Now: now, Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	set, err := templates.Load()
	if err != nil {
		t.Fatal(err)
	}
	letterhead := reports.Letterhead{Templates: set, From: mail.Address{Address: "release-control@gonogo.example"}}
	desk := release.NewDesk(db, now)
	p, err := desk.Programme(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	board := web.New(web.Config{Desk: desk, Visits: guest{db, p.People[0]}, Archive: db, Templates: set, Now: now, Log: log, Letterhead: letterhead}).Handler()
	page := func(path string) func(context.Context) error {
		return func(ctx context.Context) error {
			answer := httptest.NewRecorder()
			board.ServeHTTP(answer, httptest.NewRequestWithContext(ctx, http.MethodGet, path, nil))
			if answer.Code != http.StatusOK {
				return fmt.Errorf("%s answers %d: %.300s", path, answer.Code, answer.Body)
			}
			return nil
		}
	}
	return []looked{
		{"board", page("/")}, {"figures", page("/figures")},
		{"matrix", page("/matrix?at=" + historyNow.AddDate(0, 0, -10).Format("2006-01-02T15:04"))},
		{"report", func(ctx context.Context) error {
			r, err := reports.ReadReadiness(ctx, db, historyNow)
			if err == nil {
				_, err = letterhead.Readiness(r, "")
			}
			return err
		}},
		{"read", func(ctx context.Context) error {
			_, err := reports.ReadReadiness(ctx, db, historyNow)
			return err
		}},
		{"beat", func(ctx context.Context) error {
			c := &clockwork{db: db, desk: desk, now: now, log: log, metrics: newMetrics(), done: map[release.Schedule]time.Time{}}
			for _, part := range []func(context.Context) error{c.votes, c.deployments, c.waivers, c.support, c.turn, c.minutes, c.resume, c.overdue} {
				if err := part(ctx); err != nil {
					return err
				}
			}
			return nil
		}},
		{"debts", func(ctx context.Context) error { _, err := desk.Arrears(ctx); return err }},
	}
}

// BenchmarkHistory measures what people look at, and the clockwork's beat, in 1, 10
// and 100 times the sample's history on PostgreSQL, each as a ratio to the first:
// 100 times is 5,000 releases, 50,000 RFCs and a million entries.
func BenchmarkHistory(b *testing.B) {
	first := map[string]float64{}
	for _, times := range []int{1, 10, 100} {
		url := pgtest.URL(b)
		makeHistory(b, url, times)
		for _, x := range lookers(b, url) {
			b.Run(fmt.Sprintf("%s/times=%d", x.name, times), func(b *testing.B) {
				if err := x.do(b.Context()); err != nil { // its plans and pages are warm
					b.Fatal(err)
				}
				for b.Loop() {
					if err := x.do(b.Context()); err != nil {
						b.Fatal(err)
					}
				}
				each := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
				if first[x.name] == 0 {
					first[x.name] = each
				}
				b.ReportMetric(each/first[x.name], "x-smallest")
			})
		}
	}
}
