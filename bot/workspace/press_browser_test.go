package workspace_test

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/slack-go/slack"
)

// A click is not lost when the card is updated while the button is held down, and the update is drawn after it.
func TestPagePressDuringUpdate(t *testing.T) {
	b := open(t)
	ts := b.post("RFC-12", card()...)
	ctx := browse(t, 1280, 860)
	run(t, ctx, chromedp.Navigate(b.server.URL+"/?as=U1&c=C1"), chromedp.WaitVisible(chromedp.CSS(`button[data-action-id="vote"]`)))
	spot := value[map[string]float64](t, ctx, `(() => {
		const r = document.querySelector('button[data-action-id="vote"]').getBoundingClientRect();
		return { x: r.x + r.width / 2, y: r.y + r.height / 2 };
	})()`)
	run(t, ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMousePressed, spot["x"], spot["y"], chromedp.ButtonLeft, chromedp.ClickCount(1)))
	blocks := append(card(), slack.NewSectionBlock(plain("updated meanwhile"), nil, nil))
	if err := b.update(ts, slack.MsgOptionText("RFC-12", false), slack.MsgOptionBlocks(blocks...)); err != nil {
		t.Fatal(err)
	}
	run(t, ctx, until("again"))
	if value[bool](t, ctx, `document.body.innerText.includes("updated meanwhile")`) {
		t.Error("the card was replaced under the pointer")
	}
	run(t, ctx,
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseReleased, spot["x"], spot["y"], chromedp.ButtonLeft, chromedp.ClickCount(1)),
		until(`document.body.innerText.includes("updated meanwhile") && !document.querySelector("[aria-busy]")`),
	)
	if b.app.count() != 1 || b.app.last().act.ActionCallback.BlockActions[0].Value != "go" {
		t.Errorf("the app heard %d times of the press", b.app.count())
	}
}
