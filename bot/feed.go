package bot

import (
	"context"
	"strconv"
	"strings"

	"gonogo.dev/release"
)

// feedRow makes and takes back the calendars that people subscribe to.
func feedRow() row {
	return row{
		command: "/env", verb: "feed", usage: "[me | NAME | PARTY | list | revoke N]", example: "/env feed SIT A", who: everybody,
		summary: "Subscribe to a calendar: your own duties, an environment, or a party.",
		more: []string{
			"me: your votes, actions, windows and meetings", "NAME: windows, freezes, bookings and operations of an environment",
			"PARTY: what touches a party", "revoke N: the address of your calendar N answers nobody any more",
		},
		run: feedVerb,
	}
}

// feedVerb makes a calendar, lists them or takes one back.
func feedVerb(ctx context.Context, b *Bot, c Call) (reply, error) {
	word, rest := cutWord(c.Args)
	switch lower(word) {
	case "list":
		return feedList(ctx, b, c)
	case "revoke":
		return revokeFeed(ctx, b, c, rest)
	}
	if b.links.Page("/") == "" {
		return reply{}, refuse(release.CodeState, "No calendar was made.", "This gonogo has no address that a calendar program can reach.",
			"Ask its operator to set GONOGO_PUBLIC_URL.")
	}
	kind, whose, err := release.ParseFeed(c.Args, c.By.ID, c.Programme)
	if err != nil {
		return reply{}, err
	}
	f, token, err := b.desk.MakeFeed(ctx, c.Intent(), kind, whose)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Calendar", b.banner).heading("A calendar to subscribe to")
	p.say(line{bold(clip(f.Title(c.Programme), cardName)), words(" (calendar " + itoa(int(f.ID)) + "). In Outlook, Google Calendar or Apple Calendar choose to subscribe to a calendar from the internet, and give it this address:")})
	p.say(coded("`" + b.links.Page("/feeds/"+token+".ics") + "`"))
	p.say(line{words("It is "), bold("shown this once"), words(". Whoever has it can read the calendar, so give it to nobody; it follows by itself.")})
	return reply{page: p.note("`/env feed list` shows your calendars, `/env feed revoke " + itoa(int(f.ID)) + "` takes this one back.")}, nil
}

func feedList(ctx context.Context, b *Bot, c Call) (reply, error) {
	all, p, err := b.desk.Feeds(ctx, c.By.ID)
	if err != nil {
		return reply{}, err
	}
	page := newPage("Calendars", b.banner).heading("Calendars")
	if len(all) == 0 {
		return reply{page: page.say(coded("You have none yet. `/env feed me` makes your own, `/env feed SIT A` that of an environment."))}, nil
	}
	var lines []line
	for _, f := range all {
		l := line{bold("Calendar " + itoa(int(f.ID))), words(": " + clip(f.Title(p), cardName) + ", made " + at(f.MadeAt, c.now, p.Location()))}
		if f.Owner != c.By.ID {
			l = with(l, words(" by "+clip(p.NameOf(f.Owner), cardName)))
		}
		lines = append(lines, l)
	}
	someLines(page, lines, 40, "")
	return reply{page: page.note("`/env feed revoke N` takes one back: its address answers nobody any more.")}, nil
}

func revokeFeed(ctx context.Context, b *Bot, c Call, text string) (reply, error) {
	id, err := strconv.ParseInt(strings.Trim(text, "`#:,. "), 10, 64)
	if err != nil {
		return reply{}, refuse(release.CodeInvalid, "Nothing was taken back.", "Which calendar? Its number is missing.", "`/env feed list` shows them.")
	}
	f, err := b.desk.RevokeFeed(ctx, c.Intent(), id)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Calendar", b.banner)
	return reply{page: p.say(line{bold("Calendar " + itoa(int(f.ID)) + " is taken back"), words(": the one of " + clip(f.Title(c.Programme), cardName) + ". Its address answers nobody any more; take it out of your calendar program too.")})}, nil
}
