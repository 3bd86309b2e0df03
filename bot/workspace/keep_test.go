package workspace_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

// A box that is opened again with its state file shows everybody what it showed, and goes on from there.
func TestStateIsKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "slack.json")
	keep := func(c *workspace.Config) { c.State = file }
	first := open(t, keep)
	ts := first.post("RFC-12", card()...)
	if _, _, err := first.api.PostMessage("C1", slack.MsgOptionText("*Go* by Bob", false), slack.MsgOptionTS(ts),
		slack.MsgOptionMetadata(slack.SlackMetadata{EventType: "notice", EventPayload: map[string]any{"key": "k1"}})); err != nil {
		t.Fatal(err)
	}
	if _, err := first.api.PostEphemeral("C1", "U2", slack.MsgOptionText("only for Bob", false)); err != nil {
		t.Fatal(err)
	}
	edited := first.post("one")
	if err := first.update(edited, slack.MsgOptionText("two", false)); err != nil {
		t.Fatal(err)
	}
	if err := first.api.AddReaction("eyes", slack.NewRefToMessage("C1", ts)); err != nil {
		t.Fatal(err)
	}
	if err := first.Say(first.ctx, "U1", first.DM("U1"), "", "hello <b>"); err != nil {
		t.Fatal(err)
	}
	before := seen(first)
	first.Close()

	second := open(t, keep, func(c *workspace.Config) { c.People = c.People[:3] })
	if diff := cmp.Diff(before, seen(second)); diff != "" {
		t.Errorf("the box shows something else after a restart (-before +after):\n%s", diff)
	}
	replies, _, _, err := second.api.GetConversationReplies(&slack.GetConversationRepliesParameters{
		ChannelID: "C1", Timestamp: ts, IncludeAllMetadata: true,
	})
	if err != nil || len(replies) != 2 || replies[1].Metadata.EventPayload["key"] != "k1" {
		t.Errorf("the thread after a restart: %+v %v", replies, err)
	}
	if next := second.post("next"); next <= edited {
		t.Errorf("ts %s after a restart does not follow %s", next, edited)
	}
	if err := second.Click(second.ctx, "U1", "C1", ts, "vote", "go"); err != nil || second.app.last().act.Message.Timestamp != ts {
		t.Errorf("press a button of the run before: %v", err)
	}
	if err := second.update(ts, slack.MsgOptionText("changed", false)); err != nil {
		t.Errorf("update a message of the run before: %v", err)
	}
}

// seen is what each person sees everywhere.
func seen(b *box) map[string][]workspace.Message {
	all := map[string][]workspace.Message{}
	for _, user := range []string{"U1", "U2", "U3"} {
		for _, place := range []string{"C1", "C2", b.DM(user)} {
			all[user+" in "+place] = b.Messages(place, user)
		}
	}
	return all
}

// A box that is killed has kept its messages all the same.
func TestStateIsKeptWithoutClose(t *testing.T) {
	file := filepath.Join(t.TempDir(), "slack.json")
	b := open(t, func(c *workspace.Config) { c.State = file })
	b.post("before the kill")
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		data, err := os.ReadFile(file)
		if err == nil && strings.Contains(string(data), "before the kill") {
			return
		}
		select {
		case <-tick.C:
		case <-b.ctx.Done():
			t.Fatalf("the state file was not written: %s %v", data, err)
		}
	}
}

// A state file that cannot be read is an error that names it, not an empty workspace.
func TestStateUnreadable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "slack.json")
	if err := os.WriteFile(file, []byte(`{"messages": 7`), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg := config(newClock())
	cfg.State = file
	if _, err := workspace.New(cfg); err == nil || !strings.Contains(err.Error(), file) {
		t.Errorf("a broken state file: %v", err)
	}
}
