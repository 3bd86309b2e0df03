package workspace_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/slack-go/slack"
)

// The page can be used by keyboard alone, and says in Slack's words when the app fails.
func TestPageKeyboard(t *testing.T) {
	b := open(t)
	search := slack.NewInputBlock("find", plain("Defect"), nil, slack.NewOptionsSelectBlockElement("external_select", plain("Find one"), "pick"))
	search.Optional = true
	title := slack.NewInputBlock("title", plain("Title"), nil, slack.NewPlainTextInputBlockElement(nil, "text"))
	button := slack.NewActionBlock("more", slack.NewButtonBlockElement("widen", "1", plain("Widen")))
	b.app.answers(func(h heard) any {
		switch {
		case h.command.Text == "raise":
			if _, err := b.api.OpenView(h.command.TriggerID, titleModal("Raise", title, search, button)); err != nil {
				t.Errorf("open: %v", err)
			}
		case h.act.Type == slack.InteractionTypeBlockSuggestion:
			return map[string]any{"options": []any{slack.NewOptionBlockObject("D-7", plain("Defect "+h.act.Value), nil)}}
		case h.act.Type == slack.InteractionTypeBlockActions && h.act.View.ID != "":
			next := titleModal("Wider", title, search, slack.NewSectionBlock(plain("More room."), nil, nil), button)
			if _, err := b.api.UpdateView(next, "", h.act.View.Hash, h.act.View.ID); err != nil {
				t.Errorf("update: %v", err)
			}
		case h.act.Type == slack.InteractionTypeBlockActions:
			return 500
		}
		return nil
	})
	ctx := browse(t, 1280, 860)
	run(t, ctx,
		chromedp.Navigate(b.server.URL+"/?as=U1&c=C1"),
		chromedp.SendKeys(testid("composer"), "/rfc ra\t"),
		until(`document.getElementById("composer").value === "/rfc raise "`),
		chromedp.SendKeys(testid("composer"), "\r"),
		chromedp.WaitVisible(testid("modal")),
		until(`document.activeElement.dataset.blockId === "title"`),
		chromedp.SendKeys(chromedp.CSS(`[data-block-id="title"]`), "Typed"),
		chromedp.Click(chromedp.CSS(`[data-action-id="widen"]`)),
		until(`document.getElementById("modal-title")?.textContent === "Wider"`),
		until(`document.querySelector('[data-block-id="title"]').value === "Typed"`),
		chromedp.SendKeys(chromedp.CSS(`[data-suggest]`), "seven"),
		until(`[...document.querySelectorAll('select[data-action-id="pick"] option')].some((o) => o.text === "Defect seven")`),
		chromedp.SetValue(chromedp.CSS(`select[data-action-id="pick"]`), "D-7\nDefect seven"),
		chromedp.SendKeys(chromedp.CSS(`[data-block-id="title"]`), "\r"),
		chromedp.WaitNotPresent(testid("modal")),
	)
	state := b.app.last().act.View.State.Values
	if state["title"]["text"].Value != "Typed" || state["find"]["pick"].SelectedOption.Value != "D-7" {
		t.Errorf("state = %+v", state)
	}
	b.post("card", slack.NewActionBlock("a", slack.NewButtonBlockElement("ok", "1", plain("OK"))))
	run(t, ctx,
		chromedp.Click(chromedp.CSS(`button[data-action-id="ok"]`)),
		chromedp.WaitVisible(testid("notice")),
	)
	if text := value[string](t, ctx, `document.getElementById("notice").textContent`); !strings.Contains(text, "http_service_error") {
		t.Errorf("notice = %q", text)
	}
	run(t, ctx,
		chromedp.SendKeys(testid("composer"), "/rfc raise\r"), chromedp.WaitVisible(testid("modal")),
		chromedp.SendKeys(chromedp.CSS(`[data-block-id="title"]`), "\x1b"), chromedp.WaitNotPresent(testid("modal")),
	)
}
