package workspace_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

// Many people and the app at once: no message is lost, every ts is its own, and a waiter sees the last one.
func TestManyAtOnce(t *testing.T) {
	b := open(t)
	ts := b.post("card", slack.NewActionBlock("a", slack.NewButtonBlockElement("ok", "1", plain("OK"))))
	b.app.answers(func(h heard) any {
		if h.path != "/slack/interactions" {
			return nil
		}
		if _, _, err := b.api.PostMessage("C1", slack.MsgOptionText("voted", false), slack.MsgOptionTS(ts)); err != nil {
			t.Errorf("post: %v", err)
		}
		return nil
	})
	var all sync.WaitGroup
	for i := range 40 {
		user := fmt.Sprintf("U%d", i%3+1)
		all.Go(func() {
			if err := b.Click(b.ctx, user, "C1", ts, "ok", ""); err != nil {
				t.Error(err)
			}
			if _, err := b.Command(b.ctx, user, "C1", "/rfc"); err != nil {
				t.Error(err)
			}
			get(t, b, "/?as="+user+"&c=C1&thread="+ts)
		})
	}
	err := b.Wait(b.ctx, func(s *workspace.Snapshot) bool { return len(s.Messages("C1", "U1")) == 41 })
	all.Wait()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, m := range b.Messages("C1", "U1") {
		if seen[m.TS] {
			t.Errorf("ts %s was given out twice", m.TS)
		}
		seen[m.TS] = true
	}
}
