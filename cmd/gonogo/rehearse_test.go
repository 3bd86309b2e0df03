package main

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// stage is a rehearsal that runs inside a test.
type stage struct {
	*rehearsal
	programme *release.Programme
	stop      func() // ends it as Ctrl-C does; may be called twice
}

// answerPatience is how long a test's workspace waits for an answer: on a machine
// that runs every test at once three seconds are soon over, and the story is not
// about them. It is less than what the server itself allows.
const answerPatience = 14 * time.Second

// rehearse opens a rehearsal and runs it until the test ends or stop is called.
func rehearse(t *testing.T, r rehearseCmd) *stage {
	t.Helper()
	r.Listen = "127.0.0.1:0"
	ctx, cancel := context.WithCancel(t.Context())
	h, err := openRehearsal(ctx, r, &terminal{Out: io.Discard, Err: t.Output(), Now: time.Now, AnswerWithin: answerPatience})
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	s := &stage{rehearsal: h}
	ended := make(chan error, 1)
	go func() { ended <- h.Run(ctx) }()
	stopped := false
	s.stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		if err := errors.Join(<-ended, h.Close()); err != nil {
			t.Errorf("end the rehearsal: %v", err)
		}
	}
	t.Cleanup(s.stop)
	if s.programme, err = h.app.desk.Programme(ctx); err != nil {
		t.Fatal(err)
	}
	return s
}

// raise has the story's patch raised and one seat of the board say Go.
func (s *stage) raise(t *testing.T, ctx context.Context) *story {
	t.Helper()
	play := &story{rehearsal: s.rehearsal, programme: s.programme, out: io.Discard}
	if err := play.raise(ctx); err != nil {
		t.Fatal(err)
	}
	return play
}

// card waits until the one card of the channel shows a text, and returns it.
func (s *stage) card(t *testing.T, ctx context.Context, text string) workspace.Message {
	t.Helper()
	var cards []workspace.Message
	err := s.box.Wait(ctx, func(now *workspace.Snapshot) bool {
		cards = nil
		for _, m := range now.Messages(s.programme.Slack.RCB, "") {
			if m.Bot && m.ThreadTS == "" {
				cards = append(cards, m)
			}
		}
		return len(cards) > 0 && strings.Contains(cards[0].Text, text)
	})
	if err != nil || len(cards) != 1 {
		t.Fatalf("the channel shows %d cards, none says %q: %v\n%+v", len(cards), text, err, cards)
	}
	return cards[0]
}

// The pages of the board are next to the page of the workspace, so that links in kept
// mails lead there the next time too; where there is no port left, at any.
func TestPagesOfRehearsalAreNextToIt(t *testing.T) {
	if got := nextTo(&net.TCPAddr{Port: 8080}); got != "127.0.0.1:8081" {
		t.Errorf("next to port 8080 is %s", got)
	}
	listener, err := listenNear(t.Context(), nextTo(&net.TCPAddr{Port: 65535}))
	if err != nil {
		t.Fatal(err)
	}
	if err := listener.Close(); err != nil {
		t.Error(err)
	}
}

// A rehearsal with a folder goes on where it ended: the card and its thread, the
// mails and the clock are there, and a vote changes the same card (issue 2, 5).
func TestRehearsalGoesOn(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	dir := t.TempDir()
	first := rehearse(t, rehearseCmd{Data: dir, At: "2026-11-18T10:00"})
	play := first.raise(t, ctx)
	if err := play.settled(ctx); err != nil {
		t.Fatal(err)
	}
	if err := first.clock.MoveTo(ctx, first.clock.Now().Add(3*time.Hour)); err != nil {
		t.Fatal(err)
	}
	before := first.card(t, ctx, "0 of 5")
	messages, mails, at := first.box.Messages(first.programme.Slack.RCB, ""), first.mailbox.Mails(), first.clock.Now()
	if len(mails) == 0 {
		t.Fatal("nobody was mailed")
	}
	first.stop()

	second := rehearse(t, rehearseCmd{Data: dir})
	if diff := cmp.Diff(messages, second.box.Messages(second.programme.Slack.RCB, "")); diff != "" {
		t.Errorf("the channel after the restart (-before +after):\n%s", diff)
	}
	if diff := cmp.Diff(mails, second.mailbox.Mails()); diff != "" {
		t.Errorf("the mailbox after the restart (-before +after):\n%s", diff)
	}
	if passed := second.clock.Now().Sub(at); passed < 0 || passed > time.Minute {
		t.Errorf("the clock moved by %v over the restart", passed)
	}
	voter := second.programme.HoldersAmong(release.EnvironmentManager, release.ProgrammeParty)[0]
	if err := second.box.Click(ctx, voter.Slack[0].User, second.programme.Slack.RCB, before.TS, "rfc.vote.go", ""); err != nil {
		t.Fatal(err)
	}
	if after := second.card(t, ctx, "1 of 5"); after.TS != before.TS {
		t.Errorf("the vote is shown in message %s instead of %s", after.TS, before.TS)
	}
}

// What a rehearsal cannot begin with is said at once, with what to write instead.
func TestRehearsalRefusesToBegin(t *testing.T) {
	broken := t.TempDir()
	if err := os.WriteFile(filepath.Join(broken, "clock.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	behind := t.TempDir()
	rehearse(t, rehearseCmd{Data: behind, At: "2026-11-18T10:00"}).stop()
	for name, c := range map[string]struct {
		command rehearseCmd
		says    string
	}{
		"no time":        {rehearseCmd{At: "Monday"}, "write it like 2026-11-18T10:00"},
		"broken clock":   {rehearseCmd{Data: broken}, "clock.json"},
		"clock set back": {rehearseCmd{Data: behind, At: "2026-11-18T09:00"}, "only moves ahead"},
	} {
		t.Run(name, func(t *testing.T) {
			c.command.Listen = "127.0.0.1:0"
			h, err := openRehearsal(t.Context(), c.command, &terminal{Out: io.Discard, Err: t.Output(), Now: time.Now, AnswerWithin: answerPatience})
			if err == nil {
				t.Fatal(h.Close())
			}
			if !strings.Contains(err.Error(), c.says) {
				t.Errorf("the error %q does not say %q", err, c.says)
			}
		})
	}
}

// A mail that a kill cut short in the file is no mail; those before and after it are.
func TestMailboxFileCutShort(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mails.jsonl")
	write := func(subjects ...string) []workspace.Mail {
		m, err := openMailbox(newClock().Now, func() {})
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Keep(file); err != nil {
			t.Fatal(err)
		}
		for _, s := range subjects {
			if err := m.take(keptMail{From: "a@a.example", To: []string{"b@b.example"}, Raw: []byte("Subject: " + s + "\r\n\r\nbody")}); err != nil {
				t.Fatal(err)
			}
		}
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
		return m.Mails()
	}
	write("one", "two")
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(file, info.Size()-5); err != nil {
		t.Fatal(err)
	}
	write("three")
	var subjects []string
	for _, m := range write() {
		subjects = append(subjects, m.ID+" "+m.Subject)
	}
	if diff := cmp.Diff([]string{"1 one", "2 three"}, subjects); diff != "" {
		t.Errorf("the mailbox (-want +got):\n%s", diff)
	}
}
