package workspace_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

// A press carries what Slack sends (facts 26), and each kind of element its own field (facts 34).
func TestActions(t *testing.T) {
	b := open(t)
	opt := func(v string) *slack.OptionBlockObject { return slack.NewOptionBlockObject(v, plain("Option "+v), nil) }
	ts := b.post("card",
		slack.NewActionBlock("a", slack.NewButtonBlockElement("same", "1", plain("One"))),
		slack.NewActionBlock("b", slack.NewButtonBlockElement("same", "2", plain("Two"))),
		slack.NewActionBlock("c",
			slack.NewOptionsSelectBlockElement("static_select", nil, "pick", opt("x"), opt("y")),
			slack.NewOptionsSelectBlockElement("users_select", nil, "who"),
			slack.NewDatePickerBlockElement("day"), slack.NewTimePickerBlockElement("hour"), slack.NewDateTimePickerBlockElement("at"),
			slack.NewOverflowBlockElement("more", opt("m")), slack.NewRadioButtonsBlockElement("one", opt("r")),
			slack.NewCheckboxGroupsBlockElement("some", opt("p"), opt("q"))))
	for _, c := range []struct {
		action, value string
		want          func(*slack.BlockAction) bool
	}{
		{"same", "2", func(a *slack.BlockAction) bool { return a.BlockID == "b" && a.Value == "2" && a.Text.Text == "Two" }},
		{"pick", "y", func(a *slack.BlockAction) bool { return a.SelectedOption.Value == "y" }},
		{"who", "U2", func(a *slack.BlockAction) bool { return a.SelectedUser == "U2" }},
		{"day", "2026-11-30", func(a *slack.BlockAction) bool { return a.SelectedDate == "2026-11-30" }},
		{"hour", "17:00", func(a *slack.BlockAction) bool { return a.SelectedTime == "17:00" }},
		{"at", "2026-11-30T17:00", func(a *slack.BlockAction) bool { return a.SelectedDateTime == 1796058000 }},
		{"more", "m", func(a *slack.BlockAction) bool { return a.SelectedOption.Value == "m" }},
		{"one", "r", func(a *slack.BlockAction) bool { return a.SelectedOption.Value == "r" }},
		{"some", "q", func(a *slack.BlockAction) bool {
			return len(a.SelectedOptions) == 1 && a.SelectedOptions[0].Value == "q"
		}},
	} {
		t.Run(c.action, func(t *testing.T) {
			if err := b.Click(b.ctx, "U9", "C1", ts, c.action, c.value); err != nil {
				t.Fatal(err)
			}
			act := b.app.last().act
			got := act.ActionCallback.BlockActions[0]
			if got.ActionID != c.action || !c.want(got) {
				t.Errorf("action = %+v", got)
			}
			if act.User.ID != "U9" || act.User.TeamID != "T9" || act.Team.ID != "T1" || act.Container.MessageTs != ts ||
				act.Channel.ID != "C1" || act.Message.Timestamp != ts || act.ResponseURL == "" || act.TriggerID == "" {
				t.Errorf("payload = %+v", act)
			}
		})
	}
	if got := b.app.last().act.BlockActionState.Values["c"]["pick"].SelectedOption.Value; got != "y" {
		t.Errorf("state.values of an earlier choice = %q, want y", got)
	}
	for _, bad := range []struct{ user, ts, action, value string }{
		{"U1", ts, "nonsense", ""}, {"U1", "1.1", "same", "1"}, {"U404", ts, "same", "1"}, {"U1", ts, "pick", "z"}, {"U1", ts, "day", "30/11"}, {"U1", ts, "same", "3"},
	} {
		if err := b.Click(b.ctx, bad.user, "C1", bad.ts, bad.action, bad.value); err == nil {
			t.Errorf("click %+v was possible", bad)
		}
	}
}

// An ephemeral message can be pressed by its person, replaced and deleted by its response_url (facts 11).
func TestEphemeralActions(t *testing.T) {
	b := open(t)
	button := slack.NewActionBlock("a", slack.NewButtonBlockElement("ok", "1", plain("OK")))
	ts, err := b.api.PostEphemeral("C1", "U1", slack.MsgOptionText("psst", false), slack.MsgOptionBlocks(button))
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Click(b.ctx, "U2", "C1", ts, "ok", ""); err == nil {
		t.Error("Bob pressed a button only Ann sees")
	}
	if err := b.Click(b.ctx, "U1", "C1", ts, "ok", ""); err != nil {
		t.Fatal(err)
	}
	act := b.app.last().act
	if !act.Container.IsEphemeral || act.Message.Timestamp != "" {
		t.Errorf("container = %+v, message %q", act.Container, act.Message.Timestamp)
	}
	if _, _, err := b.api.PostMessage("C1", slack.MsgOptionText("done", false), slack.MsgOptionReplaceOriginal(act.ResponseURL)); err != nil {
		t.Fatal(err)
	}
	if m := b.Messages("C1", "U1"); len(m) != 1 || m[0].Text != "done" || !m[0].Ephemeral {
		t.Errorf("after replace_original: %+v", m)
	}
	if _, _, err := b.api.PostMessage("C1", slack.MsgOptionDeleteOriginal(act.ResponseURL)); err != nil {
		t.Fatal(err)
	}
	if m := b.Messages("C1", "U1"); len(m) != 0 {
		t.Errorf("after delete_original: %+v", m)
	}
}

func TestActionFailures(t *testing.T) {
	b := open(t)
	ts := b.post("card", slack.NewActionBlock("a", slack.NewButtonBlockElement("ok", "1", plain("OK"))))
	b.app.answers(func(heard) any { return 500 })
	if err := b.Click(b.ctx, "U1", "C1", ts, "ok", ""); err == nil || !strings.Contains(err.Error(), "http_service_error") {
		t.Errorf("the app failed: %v", err)
	}
	b.app.answers(nil)
	before := b.app.count()
	b.DuplicateNext(1)
	if err := b.Click(b.ctx, "U1", "C1", ts, "ok", ""); err != nil || b.app.count() != before+2 {
		t.Errorf("duplicate delivery: %v, %d requests more", err, b.app.count()-before)
	}
}

// Push, update and clear in answer to a submission, and closing (facts 32, 33).
func TestSubmitAnswers(t *testing.T) {
	b := open(t)
	next := titleModal("Second")
	next.NotifyOnClose = true
	submit := func(answer any) workspace.SubmitResult {
		t.Helper()
		b.app.answers(func(h heard) any {
			if h.act.Type == slack.InteractionTypeViewSubmission {
				return answer
			}
			return nil
		})
		r, err := b.Submit(b.ctx, "U1", map[string]map[string]any{"title": {"text": "x"}})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	b.openModal(titleModal("First"))
	if r := submit(slack.NewPushViewSubmissionResponse(&next)); r.Action != "push" || !r.OK() {
		t.Errorf("push: %+v", r)
	}
	v, _ := b.OpenView("U1")
	if v.Title != "Second" || v.Depth != 2 {
		t.Errorf("after push: %+v", v)
	}
	if err := b.CloseView(b.ctx, "U1", false); err != nil || b.app.last().act.Type != slack.InteractionTypeViewClosed || b.app.last().act.IsCleared {
		t.Errorf("close: %v, %s", err, b.app.last().act.Type)
	}
	if v, _ := b.OpenView("U1"); v.Title != "First" {
		t.Errorf("after close: %+v", v)
	}
	bad := titleModal(strings.Repeat("x", 25))
	for name, answer := range map[string]any{
		"a view Slack refuses": slack.NewUpdateViewSubmissionResponse(&bad), "plain text": "what?", "an error status": 500,
		"errors for no input": slack.NewErrorsViewSubmissionResponse(map[string]string{"nonsense": "x"}),
		"an unknown action":   map[string]string{"response_action": "nonsense"},
	} {
		if r := submit(answer); r.OK() || r.Trouble == "" {
			t.Errorf("%s: %+v, want trouble", name, r)
		}
	}
	if r := submit(slack.NewUpdateViewSubmissionResponse(&next)); !r.OK() {
		t.Errorf("update: %+v", r)
	}
	if r := submit(slack.NewClearViewSubmissionResponse()); !r.OK() {
		t.Errorf("clear: %+v", r)
	}
	if _, open := b.OpenView("U1"); open {
		t.Error("clear left a modal open")
	}
}

// What Slack's client checks before it sends anything.
func TestInputComplaints(t *testing.T) {
	b := open(t)
	text := slack.NewPlainTextInputBlockElement(nil, "v")
	text.MinLength, text.MaxLength = 3, 5
	b.openModal(titleModal("Check",
		slack.NewInputBlock("text", plain("T"), nil, text),
		slack.NewInputBlock("mail", plain("M"), nil, slack.NewEmailTextInputBlockElement(nil, "v")),
		slack.NewInputBlock("url", plain("U"), nil, slack.NewURLTextInputBlockElement(nil, "v")),
		slack.NewInputBlock("n", plain("N"), nil, slack.NewNumberInputBlockElement(nil, "v", false)),
		slack.NewInputBlock("day", plain("D"), nil, slack.NewDatePickerBlockElement("v"))))
	in := func(text, mail, url, n string) map[string]map[string]any {
		return map[string]map[string]any{"text": {"v": text}, "mail": {"v": mail}, "url": {"v": url}, "n": {"v": n}, "day": {"v": "2026-11-30"}}
	}
	for _, c := range []struct {
		in   map[string]map[string]any
		want []string
	}{
		{in("ab", "x", "ftp://x", "1.5"), []string{"text", "mail", "url", "n"}},
		{in("abcdef", "a@b.example", "https://x.example", "x"), []string{"text", "n"}},
		{in("", "a@b.example", "https://x.example", "1"), []string{"text"}},
		{in("abc", "a@b.example", "https://x.example", "1"), nil},
	} {
		r, err := b.Submit(b.ctx, "U1", c.in)
		if err != nil || len(r.Errors) != len(c.want) {
			t.Fatalf("%v: %+v, %v", c.in, r, err)
		}
		for _, block := range c.want {
			if r.Errors[block] == "" {
				t.Errorf("%v: no complaint at %s", c.in, block)
			}
		}
	}
	if _, err := b.Submit(b.ctx, "U1", nil); err == nil {
		t.Error("a closed modal was submitted")
	}
}

func TestSuggestAndEvents(t *testing.T) {
	b := open(t)
	ts := b.post("card", slack.NewActionBlock("a", slack.NewOptionsSelectBlockElement("external_select", plain("Find"), "find")))
	b.app.answers(func(h heard) any {
		if h.act.Type == slack.InteractionTypeBlockSuggestion {
			return map[string]any{"options": []any{slack.NewOptionBlockObject("1", plain(h.act.Value), nil)}}
		}
		if strings.Contains(h.body, "url_verification") {
			var v struct {
				Challenge string `json:"challenge"`
			}
			_ = json.Unmarshal([]byte(h.body), &v)
			return v.Challenge
		}
		return nil
	})
	got, err := b.Suggest(b.ctx, "U1", workspace.On("C1", ts), "find", "rou")
	if err != nil || !strings.Contains(string(got), `"text":"rou"`) {
		t.Errorf("options = %s, %v", got, err)
	}
	if err := b.VerifyURL(b.ctx); err != nil {
		t.Error(err)
	}
	if err := b.Say(b.ctx, "U1", "C1", ts, "@gonogo hello <there> @Bob Roe"); err != nil {
		t.Fatal(err)
	}
	if body := b.app.last().body; !strings.Contains(body, `"type":"app_mention"`) || !strings.Contains(body, `\u003c@UBOT\u003e hello \u0026lt;there\u0026gt; \u003c@U2\u003e`) {
		t.Errorf("event = %s", body)
	}
	b.app.answers(func(heard) any { return 500 })
	before := b.app.count()
	if err := b.OpenHome(b.ctx, "U1"); err == nil || b.app.count() != before+2 {
		t.Errorf("a failed event is sent again at once: %v, %d requests (facts 21)", err, b.app.count()-before)
	}
}
