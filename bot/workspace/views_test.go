package workspace_test

import (
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

func TestModalSubmit(t *testing.T) {
	b := open(t)
	b.openModal(titleModal("Raise an RFC"))
	v, ok := b.OpenView("U1")
	if !ok || v.Title != "Raise an RFC" || v.Depth != 1 {
		t.Fatalf("open view = %+v, %v", v, ok)
	}
	before := b.app.count()
	r, err := b.Submit(b.ctx, "U1", nil)
	if err != nil || !strings.Contains(r.Errors["title"], "required") || b.app.count() != before {
		t.Errorf("empty required input: %+v, %v; Slack complains without asking the app", r, err)
	}
	b.app.answers(func(heard) any {
		return slack.NewErrorsViewSubmissionResponse(map[string]string{"title": "Too short."})
	})
	r, err = b.Submit(b.ctx, "U1", map[string]map[string]any{"title": {"text": "a"}})
	if err != nil || r.Errors["title"] != "Too short." || r.Action != "errors" {
		t.Errorf("errors: %+v, %v", r, err)
	}
	b.app.answers(nil)
	if r, err = b.Submit(b.ctx, "U1", map[string]map[string]any{"title": {"text": "Firewall & <all>"}}); err != nil || !r.OK() {
		t.Fatalf("submit: %+v, %v", r, err)
	}
	act := b.app.last().act
	if act.Type != slack.InteractionTypeViewSubmission || act.View.CallbackID != "raise" || act.View.PrivateMetadata != "meta" ||
		act.View.State.Values["title"]["text"].Value != "Firewall & <all>" || act.User.ID != "U1" || act.Team.ID != "T1" {
		t.Errorf("view_submission = %+v", act.View.State)
	}
	if _, ok := b.OpenView("U1"); ok {
		t.Error("the modal is still open")
	}
}

// Where nothing else is said a trigger lives three seconds, as in Slack (fact 13).
func TestTriggersLiveThreeSeconds(t *testing.T) {
	b := open(t, func(c *workspace.Config) { c.AnswerWithin = 0 })
	for age, want := range map[time.Duration]string{2900 * time.Millisecond: "", 3100 * time.Millisecond: "expired_trigger_id"} {
		b.command("/rfc")
		_ = b.clock.MoveTo(b.ctx, b.clock.Now().Add(age))
		_, err := b.api.OpenView(b.app.last().command.TriggerID, titleModal("x"))
		if (err == nil) != (want == "") || (err != nil && !strings.Contains(err.Error(), want)) {
			t.Errorf("after %s: %v; want %q", age, err, want)
		}
	}
}

// A trigger lives as long as an answer may take and works once; the stack has three views at most (facts 13, 40).
func TestTriggersAndStack(t *testing.T) {
	b := open(t)
	b.command("/rfc")
	trigger := b.app.last().command.TriggerID
	wantErr := func(err error, code string) {
		t.Helper()
		if err == nil || !strings.Contains(err.Error(), code) {
			t.Errorf("error = %v, want %s", err, code)
		}
	}
	_, err := b.api.OpenView("1.2.x", titleModal("x"))
	wantErr(err, "invalid_trigger_id")
	_, err = b.api.PushView(trigger, titleModal("x"))
	wantErr(err, "invalid_trigger_id")
	_, err = b.api.OpenView(trigger, titleModal("x"))
	wantErr(err, "exchanged_trigger_id")
	b.command("/rfc")
	_ = b.clock.MoveTo(b.ctx, b.clock.Now().Add(3100*time.Millisecond))
	_, err = b.api.OpenView(b.app.last().command.TriggerID, titleModal("x"))
	wantErr(err, "expired_trigger_id")

	button := slack.NewActionBlock("more", slack.NewButtonBlockElement("deeper", "1", plain("Deeper")))
	m := titleModal("One", button)
	b.openModal(m)
	push := func() error {
		if err := b.ClickView(b.ctx, "U1", "deeper", "1"); err != nil {
			t.Fatal(err)
		}
		_, err := b.api.PushView(b.app.last().act.TriggerID, m)
		return err
	}
	if err := push(); err != nil {
		t.Fatal(err)
	}
	if err := push(); err != nil {
		t.Fatal(err)
	}
	wantErr(push(), "push_limit_reached")
	if v, _ := b.OpenView("U1"); v.Depth != 3 {
		t.Errorf("depth = %d, want 3", v.Depth)
	}
}

func TestUpdateHashAndPublish(t *testing.T) {
	b := open(t)
	b.openModal(titleModal("One"))
	v, _ := b.OpenView("U1")
	if _, err := b.api.UpdateView(titleModal("Two"), "", "stale", v.ID); err == nil || !strings.Contains(err.Error(), "hash_conflict") {
		t.Errorf("stale hash: %v", err)
	}
	if _, err := b.api.UpdateView(titleModal("Two"), "", v.Hash, v.ID); err != nil {
		t.Fatal(err)
	}
	if v, _ := b.OpenView("U1"); v.Title != "Two" {
		t.Errorf("title = %q", v.Title)
	}
	home := slack.HomeTabViewRequest{Type: "home", Blocks: slack.Blocks{BlockSet: []slack.Block{
		slack.NewActionBlock("", slack.NewButtonBlockElement("go", "", plain("Go"))),
	}}}
	if err := b.OpenHome(b.ctx, "U1"); err != nil || !strings.Contains(b.app.last().body, "app_home_opened") {
		t.Errorf("open home: %v", err)
	}
	if _, err := b.api.PublishView("U1", home, ""); err != nil {
		t.Fatal(err)
	}
	if err := b.ClickHome(b.ctx, "U1", "go", ""); err != nil {
		t.Fatal(err)
	}
	act := b.app.last().act
	if act.View.Type != "home" || act.ActionCallback.BlockActions[0].ActionID != "go" || act.Container.Type != "view" {
		t.Errorf("home action = %+v", act.Container)
	}
}
