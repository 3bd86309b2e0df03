package workspace_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

// card is a rich message such as gonogo posts.
func card() []slack.Block {
	mrk := func(s string) *slack.TextBlockObject { return slack.NewTextBlockObject("mrkdwn", s, false, false) }
	approve := slack.NewButtonBlockElement("vote", "go", plain("Go"))
	approve.Style = "primary"
	refuse := slack.NewButtonBlockElement("vote", "nogo", plain("No-Go"))
	refuse.ActionID, refuse.Style = "vote_no", "danger"
	refuse.Confirm = slack.NewConfirmationBlockObject(plain("Vote No-Go?"), plain("Everybody will see it."), plain("Vote No-Go"), plain("Cancel"))
	options := []*slack.OptionBlockObject{
		slack.NewOptionBlockObject("db", plain("Database frozen"), nil), slack.NewOptionBlockObject("down", plain("Server down"), plain("SIT A only")),
	}
	return []slack.Block{
		slack.NewHeaderBlock(plain("RFC-12 · Firewall change for SIT A")),
		slack.NewSectionBlock(mrk("*Reason* the _old_ rules ~were~ `deny all` &lt;b&gt;not bold&lt;/b&gt;\n&gt; quoted by <@U1> in <#C1>\n<https://example.org/a?b=1&amp;c=2|the plan>, due <!date^1795165200^{date_short_pretty} {time}|later> :white_check_mark:"), nil, nil),
		slack.NewSectionBlock(nil, []*slack.TextBlockObject{mrk("*System*\nDIP"), mrk("*Window*\nSat 21 Nov 18:00–20:00"), mrk("*Risk*\n3 × 4"), mrk("*Parties*\nall participants")}, nil),
		slack.NewDividerBlock(),
		slack.NewSectionBlock(mrk("*Seats* 2 of 5 heard"), nil, slack.NewAccessory(slack.NewOverflowBlockElement("more", options...))),
		slack.NewContextBlock("", mrk(":hourglass_flowing_sand: closes in *2 hours*"), plain("raised by Ann")),
		slack.NewActionBlock("votes", approve, refuse, slack.NewOptionsSelectBlockElement("static_select", plain("Disruption"), "disruption", options...),
			slack.NewDatePickerBlockElement("day")),
		slack.NewRichTextBlock("", slack.NewRichTextSection(slack.NewRichTextSectionTextElement("Rich & exact ", &slack.RichTextSectionTextStyle{Bold: true}), slack.NewRichTextSectionUserElement("U2", nil)),
			slack.NewRichTextList("bullet", 0, slack.NewRichTextSection(slack.NewRichTextSectionTextElement("one", nil)), slack.NewRichTextSection(slack.NewRichTextSectionTextElement("two", nil)))),
	}
}

// bigModal has every kind of input.
func bigModal() slack.ModalViewRequest {
	opt := func(v string) *slack.OptionBlockObject { return slack.NewOptionBlockObject(v, plain("Option "+v), nil) }
	input := func(id, label string, e slack.BlockElement) *slack.InputBlock {
		b := slack.NewInputBlock(id, plain(label), nil, e)
		b.Optional = id != "title"
		return b
	}
	reason := slack.NewPlainTextInputBlockElement(plain("Why now?"), "v")
	reason.Multiline = true
	m := titleModal("Raise an RFC",
		input("title", "Title", slack.NewPlainTextInputBlockElement(plain("What changes"), "v")),
		input("reason", "Reason", reason),
		input("system", "System", slack.NewOptionsSelectBlockElement("static_select", plain("Pick one"), "v", opt("a"), opt("b"))),
		input("envs", "Environments", slack.NewOptionsMultiSelectBlockElement("multi_static_select", plain("Pick some"), "v", opt("sit-a"), opt("sit-b"))),
		input("who", "Owner", slack.NewOptionsSelectBlockElement("users_select", plain("Who"), "v")),
		input("from", "Window from", slack.NewDateTimePickerBlockElement("v")),
		input("day", "Day", slack.NewDatePickerBlockElement("v")),
		input("kind", "Kind", slack.NewRadioButtonsBlockElement("v", opt("x"), opt("y"))),
		input("checks", "Checks", slack.NewCheckboxGroupsBlockElement("v", opt("p"), opt("q"))),
		input("mail", "Mail", slack.NewEmailTextInputBlockElement(nil, "v")),
	)
	return m
}

func TestPageStory(t *testing.T) {
	mails := []workspace.Mail{{
		ID: "m1", At: newClock().Now(), From: "gonogo@dcc.example", To: []string{"ann@dcc.example"}, Subject: "[MHHS] RFC-12 <raised>",
		Header: "Message-ID: <1@gonogo>\r\nSubject: RFC-12", Text: "RFC-12 was raised.", HTML: "<h1>RFC-12</h1><p>was raised<script>parent.document.title='broken'</script></p>",
	}}
	b := open(t, func(c *workspace.Config) { c.Mails = func() []workspace.Mail { return mails } })
	b.app.answers(func(h heard) any {
		switch {
		case h.path == "/slack/commands" && h.command.Text == "raise":
			if _, err := b.api.OpenView(h.command.TriggerID, bigModal()); err != nil {
				t.Errorf("open the modal: %v", err)
			}
		case h.path == "/slack/commands":
			return map[string]any{"text": "Nothing awaits you, *Ann*."}
		case h.act.Type == slack.InteractionTypeViewSubmission:
			if !strings.HasPrefix(h.act.View.State.Values["title"]["v"].Value, "Firewall") {
				return slack.NewErrorsViewSubmissionResponse(map[string]string{"title": "Say which firewall."})
			}
			b.post("RFC-12 raised", card()...)
		case strings.Contains(h.body, "app_home_opened"):
			_, err := b.api.PublishView("U1", slack.HomeTabViewRequest{Type: "home", Blocks: slack.Blocks{BlockSet: card()[:7]}}, "")
			if err != nil {
				t.Errorf("publish: %v", err)
			}
		}
		return nil
	})
	ctx := browse(t, 1280, 860)
	run(t, ctx,
		chromedp.Navigate(b.server.URL+"/?as=U1&c=C1"),
		chromedp.WaitVisible(testid("tries")),
		chromedp.SendKeys(testid("composer"), "/rf"),
		chromedp.WaitVisible(testid("completion")),
	)
	shot(t, ctx, "1-completion")
	run(t, ctx,
		chromedp.SendKeys(testid("composer"), "c\r"),
		chromedp.WaitVisible(chromedp.CSS(`.message[data-ephemeral]`)),
		chromedp.Click(testid("tries-dismiss")),
		chromedp.SendKeys(testid("composer"), "/rfc raise\r"),
		chromedp.WaitVisible(testid("modal")),
		chromedp.SendKeys(chromedp.CSS(`[data-block-id="title"][data-action-id="v"]`), "Router"),
		chromedp.SetValue(chromedp.CSS(`select[data-block-id="system"]`), "b"),
		chromedp.Click(chromedp.CSS(`input[data-block-id="envs"][data-value="sit-b"]`)),
		chromedp.SetValue(chromedp.CSS(`[data-block-id="from"]`), "2026-11-21T18:00"),
		chromedp.Click(testid("modal-submit")),
		chromedp.WaitVisible(testid("error-title")),
	)
	shot(t, ctx, "2-modal-error")
	run(t, ctx,
		chromedp.SetValue(chromedp.CSS(`[data-block-id="title"][data-action-id="v"]`), "Firewall"),
		chromedp.Click(testid("modal-submit")),
		chromedp.WaitNotPresent(testid("modal")),
		chromedp.WaitVisible(chromedp.CSS(`button[data-action-id="vote"]`)),
	)
	state := b.app.last().act.View.State.Values
	if state["system"]["v"].SelectedOption.Value != "b" || state["envs"]["v"].SelectedOptions[0].Value != "sit-b" || state["from"]["v"].SelectedDateTime != 1795284000 {
		t.Errorf("the app got %+v", state)
	}
	shot(t, ctx, "3-card")
	ts := b.Messages("C1", "U2")[0].TS
	if _, _, err := b.api.PostMessage("U3", slack.MsgOptionText("your vote is missing", false)); err != nil {
		t.Fatal(err)
	}
	_, _, err := b.api.PostMessage("C1", slack.MsgOptionText("Bob <@U2> voted *Go*", false), slack.MsgOptionTS(ts))
	if err != nil {
		t.Fatal(err)
	}
	run(t, ctx,
		chromedp.WaitVisible(testid("replies-"+ts)),
		chromedp.Click(chromedp.CSS(`button[data-action-id="vote_no"]`)),
		chromedp.WaitVisible(testid("confirm")),
	)
	shot(t, ctx, "4-confirm")
	run(t, ctx,
		chromedp.Click(testid("confirm-ok")),
		chromedp.WaitNotPresent(chromedp.CSS(`[aria-busy]`)),
		chromedp.Click(testid("replies-"+ts)),
		chromedp.WaitVisible(testid("thread-composer")),
		chromedp.SendKeys(testid("thread-composer"), "/rfc"),
		chromedp.WaitVisible(chromedp.CSS(`.refuse`)),
	)
	shot(t, ctx, "5-thread")
	if act := b.app.last().act; act.ActionCallback.BlockActions[0].Value != "nogo" || act.Message.Timestamp != ts {
		t.Errorf("action = %+v", act.ActionCallback)
	}
	run(t, ctx,
		chromedp.Click(testid("home")),
		chromedp.WaitVisible(testid("home-view")),
	)
	shot(t, ctx, "6-home")
	run(t, ctx,
		chromedp.Click(testid("mailbox")),
		chromedp.SendKeys(testid("mail-search"), "nobody"), chromedp.WaitNotVisible(testid("mail-m1")),
		chromedp.SendKeys(testid("mail-search"), "\b\b\b\b\b\brfc"),
		chromedp.Click(testid("mail-m1")),
		chromedp.WaitVisible(testid("mail-body")),
	)
	shot(t, ctx, "7-mail")
	if title := value[string](t, ctx, "document.title"); title != "Mailbox · Programme · REHEARSAL" {
		t.Errorf("title = %q: a mail changed the page", title)
	}
	run(t, ctx,
		chromedp.Click(testid("clock")+" summary"),
		chromedp.SetValue(testid("clock-at"), "2026-11-23T09:00"),
	)
	shot(t, ctx, "8-clock")
	run(t, ctx,
		chromedp.Click(testid("clock-go")),
		until(`document.getElementById("now").textContent.includes("09:00 UTC, Mon 23 Nov 2026")`),
		chromedp.Click(testid("you")+" summary"),
		chromedp.SendKeys(testid("you-search"), "elexon"),
		chromedp.WaitVisible(chromedp.CSS(`[data-testid="you-U3"] .waits`)),
	)
	shot(t, ctx, "9-people")
	run(t, ctx,
		chromedp.Click(testid("you-U3")),
		chromedp.WaitVisible(chromedp.CSS(`html[data-as="U3"] .mails`)),
	)
}

func TestPagePhoneAndDark(t *testing.T) {
	b := open(t)
	b.post("RFC-12", card()...)
	b.openModal(bigModal())
	ctx := browse(t, 390, 780)
	run(t, ctx,
		chromedp.Navigate(b.server.URL+"/?as=U2&c=C1"), chromedp.WaitVisible(testid("tries")),
		chromedp.Click(testid("tries-dismiss")),
	)
	shot(t, ctx, "10-phone")
	if wide := value[int](t, ctx, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
		t.Errorf("the page is %d pixels wider than a phone", wide)
	}
	run(t, ctx, chromedp.Click(chromedp.CSS("#rail-toggle")), chromedp.WaitVisible(testid("dm")))
	shot(t, ctx, "11-phone-rail")
	run(t, ctx,
		chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
				Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}},
			})
			return err
		}),
		chromedp.EmulateViewport(1280, 860),
		chromedp.Navigate(fmt.Sprintf("%s/?as=U1&c=C1", b.server.URL)), chromedp.WaitVisible(testid("modal")),
	)
	shot(t, ctx, "12-dark-modal")
	run(t, ctx, chromedp.Click(testid("modal-close")), chromedp.WaitNotPresent(testid("modal")))
	shot(t, ctx, "13-dark")
}
