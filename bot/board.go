package bot

import (
	"context"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// boardRow opens the pages of the board.
func boardRow() row {
	return row{
		command: "/release", verb: "board", example: "/release board", who: everybody,
		summary: "Open the board's pages in a browser: a link for you alone, which works once.", run: wayIn,
	}
}

// wayIn gives whoever asks a one-time link to the board's pages. Only they see it:
// whoever comes in with it acts in their name.
func wayIn(ctx context.Context, b *Bot, c Call) (reply, error) {
	if b.links.Page("/") == "" {
		return reply{}, refuse(release.CodeState, "There are no pages to open.", "This gonogo has no address that a browser can reach.",
			"Ask its operator to set GONOGO_PUBLIC_URL.")
	}
	x, token, err := b.desk.GivePass(ctx, c.Intent(), "/")
	if err != nil {
		return reply{}, err
	}
	open := button("open-board", "open", "Come in", "Open the board's pages in your browser").WithURL(b.links.Page("/in/" + token))
	p := newPage("The board", b.banner).heading("The board's pages")
	p.say(line{words("Releases, versions, environments, the calendar and the ledger, in your browser. The link is "), bold("yours alone"),
		words(": it works once, until " + at(x.EndsAt, c.now, c.Programme.Location()) + ". Do not pass it on.")})
	p.buttons(open)
	return reply{page: p}, nil
}

// boardButton asks for a link to the board's pages; nil where there are none.
func (b *Bot) boardButton() *slack.ButtonBlockElement {
	if b.links.Page("/") == "" {
		return nil
	}
	return button("release.board", "board", "Open the board", "Open the board's pages in a browser")
}
