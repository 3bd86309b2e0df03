package main

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// The clock of a rehearsal brings about what time brings about: silent seats are
// reminded by direct message, at the deadline there is no decision, and whoever
// chose a digest gets one mail for all they were only told (R64, T25).
func TestWhatTimeBringsAbout(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	s := rehearse(t, rehearseCmd{At: "2026-11-18T10:00"})
	told := s.programme.HoldersAmong(release.Representative, release.Participant)[0]
	if _, err := s.box.Command(ctx, told.Slack[0].User, s.programme.Slack.RCB, "/rfc notify daily"); err != nil {
		t.Fatal(err)
	}
	play := s.raise(t, ctx)
	silent := s.programme.HoldersAmong(release.EnvironmentManager, release.ProgrammeParty)[0]
	card, err := s.app.desk.Card(ctx, play.rfc)
	if err != nil {
		t.Fatal(err)
	}
	vote, _ := card.Open()

	if err := s.clock.MoveTo(ctx, vote.Reminders[0]); err != nil {
		t.Fatal(err)
	}
	s.waitFor(t, ctx, "the silent seat is reminded", func(now *workspace.Snapshot) bool {
		for _, m := range now.Messages(now.DM(silent.Slack[0].User), silent.Slack[0].User) {
			if m.Bot && strings.Contains(m.Text, "RFC-1") {
				return true
			}
		}
		return false
	})

	// The digest of that morning goes out before the vote ends, with nothing in it.
	for _, at := range []time.Time{vote.Deadline.Add(-time.Hour), vote.Deadline} {
		if err := s.clock.MoveTo(ctx, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := play.reaches(ctx, release.Undecided); err != nil {
		t.Fatal(err)
	}
	if n := s.mailsTo(told, "RFC-1"); n != 0 {
		t.Errorf("%s chose a digest and was mailed %d times at once", told.Name, n)
	}
	if err := s.clock.MoveTo(ctx, time.Date(2026, 11, 20, 8, 0, 0, 0, s.programme.Location())); err != nil {
		t.Fatal(err)
	}
	s.waitFor(t, ctx, "the digest is mailed", func(*workspace.Snapshot) bool { return s.mailsTo(told, "RFC-1") == 1 })
}

// waitFor waits until something holds.
func (s *stage) waitFor(t *testing.T, ctx context.Context, what string, holds func(*workspace.Snapshot) bool) {
	t.Helper()
	if err := s.box.Wait(ctx, holds); err != nil {
		t.Fatalf("waited in vain until %s: %v", what, err)
	}
}

// mailsTo counts the mails to a person that name something.
func (s *stage) mailsTo(x release.Person, name string) int {
	n := 0
	for _, m := range s.mailbox.Mails() {
		if len(m.To) == 1 && m.To[0] == x.Mail && strings.Contains(m.Subject+m.Text, name) {
			n++
		}
	}
	return n
}

// What runs is to be seen from outside: acts by verb, deliveries by road, the
// queue and the ledger, and whether the database answers (issue 2, 6).
func TestMetricsAndHealth(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	s := rehearse(t, rehearseCmd{})
	if err := s.raise(t, ctx).settled(ctx); err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s.app.Handler())
	defer web.Close()
	for path, wants := range map[string][]string{
		"/healthz": {"ok"},
		"/readyz":  {"ready"},
		"/metrics": {
			`gonogo_commands_total{outcome="done",verb="/rfc raise"}`, `gonogo_command_seconds_bucket{verb="/rfc raise"`,
			`gonogo_deliveries_total{outcome="sent",road="mail"}`, `gonogo_notices{state="sent"}`, "gonogo_ledger_unsealed 0",
			"gonogo_ledger_sealed_total",
		},
	} {
		body := get(t, ctx, web.URL+path)
		for _, want := range wants {
			if !strings.Contains(body, want) {
				t.Errorf("%s lacks %s:\n%s", path, want, body)
			}
		}
	}
}

func get(t *testing.T, ctx context.Context, url string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s answered %s: %v", url, response.Status, err)
	}
	return string(body)
}
