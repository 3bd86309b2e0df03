package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/deploy"
	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// The readiness report comes on a day of its busy weeks only while enough windows
// open, once, and says why it does; its own Monday is not lost (R101, T18).
func TestTheReportComesMoreOftenInBusyWeeks(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	const weekly, busy = "5 windows within 5 working days, cron: \"0 9 * * WED,FRI\"", "1 window within 10 working days, cron: \"0 11,17 * * WED\""
	file := strings.Replace(string(deploy.Programme), weekly, busy, 1)
	if file == string(deploy.Programme) {
		t.Fatal("the sample has no busy weeks any more")
	}
	path := filepath.Join(t.TempDir(), "programme.yaml")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	s := rehearse(t, rehearseCmd{At: "2026-11-18T10:00", Programme: path}) // a Wednesday
	at := func(day, hour int) time.Time {
		return time.Date(2026, 11, day, hour, 0, 0, 0, s.programme.Location())
	}
	reader := reports.Readers(s.programme, reports.ReportReadiness)[0]
	move := func(to time.Time) {
		if err := s.clock.MoveTo(ctx, to); err != nil {
			t.Fatal(err)
		}
	}
	move(at(18, 11)) // nothing is planned
	if run, err := s.app.db.LastRun(ctx, reports.ReportReadiness); !errors.Is(err, release.ErrNotFound) {
		t.Fatalf("a calm Wednesday has a report: %+v, %v", run, err)
	}
	s.raise(t, ctx)
	move(at(18, 17))
	s.published(t, ctx, release.Run{Period: "2026-11-18T1700", Due: at(18, 17)})
	s.waitFor(t, ctx, "the report of the busy week is mailed", func(*workspace.Snapshot) bool {
		return s.mailsTo(reader, "A busy week: 1 window opens until") == 1
	})
	move(at(18, 18))
	move(at(23, 9))
	s.published(t, ctx, release.Run{Period: "2026-W48", Due: at(23, 9)})
	s.waitFor(t, ctx, "Monday's report is mailed, too", func(*workspace.Snapshot) bool {
		return s.mailsTo(reader, "Readiness, week 2026-W4") == 2
	})
}

// published holds the last run of the readiness report to what it should be.
func (s *stage) published(t *testing.T, ctx context.Context, want release.Run) {
	t.Helper()
	run, err := s.app.db.LastRun(ctx, reports.ReportReadiness)
	if err != nil || run.Period != want.Period || !run.Due.Equal(want.Due) || run.Late {
		t.Fatalf("the last report is %+v (%v), want that of %s", run, err, want.Period)
	}
}
