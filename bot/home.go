package bot

import (
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// homeRows is how many things of a kind the Home shows; the rest is counted.
const homeRows = 7

func homeKey(at where) string { return at.team + "/" + at.user }

// publishHome shows a person's Home as things stand now.
func (b *Bot) publishHome(ctx context.Context, accounts []release.SlackID, user string) {
	p := newPage("Home", b.banner)
	if err := b.fillHome(ctx, p, accounts); err != nil {
		ref := reference()
		if _, refused := release.AsRefusal(err); !refused {
			b.log.ErrorContext(ctx, "Home not read", "reference", ref, "error", err.Error())
		}
		p = b.refusalPage(b.badNews(err, ref))
	}
	_, err := b.slack.PublishViewContext(ctx, slack.PublishViewContextRequest{
		UserID: user, View: slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: p.blocks}},
	})
	if err != nil {
		b.log.WarnContext(ctx, "Home not published", "error", wrapSlack("publish the Home", err).Error())
	}
}

// fillHome writes a person's Home onto a page: nothing if it cannot be read.
func (b *Bot) fillHome(ctx context.Context, p *page, accounts []release.SlackID) error {
	by, _, err := b.who(ctx, accounts)
	if err != nil {
		return err
	}
	w, err := b.desk.Waiting(ctx, by.ID)
	if err != nil {
		return err
	}
	releases, err := b.underWay(ctx)
	if err != nil {
		return err
	}
	runs, err := b.desk.Rollouts(ctx, release.RolloutFilter{Under: true})
	if err != nil {
		return err
	}
	yourRunsPart(p, runs, by.ID)
	b.homePage(p, w, releases, by)
	return nil
}

// homePage shows what waits for a person, what they raised, and what comes next.
func (b *Bot) homePage(p *page, w release.Waiting, releases []release.Standing, by release.Person) {
	if w.Programme.MayRaiseAny(by) {
		p.buttons(button("release.new", "new", "Plan a release", "Plan a release").WithStyle(slack.StylePrimary), button("rfc.raise", "raise", "Raise an RFC", "Raise an RFC"), b.boardButton())
		p.note("`/release help` and `/rfc help` explain everything you can do with them.")
	} else {
		p.buttons(b.boardButton())
	}
	p.heading("Waiting for you")
	waitingPart(p, w, by, b.now())
	owedPart(p, w)
	workOffPart(p, w)
	reviewsPart(p, w)
	underWayPart(p, releases, by.ID)
	p.heading("What you raised")
	if len(w.Mine) == 0 {
		p.say(said("None of your RFCs is open."))
	}
	rfcPart(p, w.Programme, w.Mine, "mine", "/rfc list mine")
	p.heading("The next windows")
	others := notAmong(w.Next, w.Mine[:min(len(w.Mine), homeRows)])
	switch {
	case len(w.Next) == 0:
		p.say(said("No deployment is planned."))
	case len(others) == 0:
		p.say(said("None but those you raised."))
	}
	rfcPart(p, w.Programme, others, "next", "/rfc list open")
	p.heading("Mail")
	p.row("Mail about what you are only informed of. What you must act on always comes at once.", cadenceMenu(w.Cadence))
	p.buttons(button("rfc.notify.form", "notify", "Choose which mail", "Choose which mail you get of what you are only informed of"))
}

// notAmong returns the RFCs that were not shown already.
func notAmong(all, shown []release.RFC) []release.RFC {
	return slices.DeleteFunc(slices.Clone(all), func(r release.RFC) bool {
		return slices.ContainsFunc(shown, func(x release.RFC) bool { return x.Number == r.Number })
	})
}

func cadenceMenu(now release.Cadence) *slack.SelectBlockElement {
	var all []choice
	for _, c := range cadences {
		all = append(all, choice{value: "notify " + c.value, text: c.text})
	}
	options, _ := optionsOf(all)
	menu := slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, plain("Choose"), "rfc.notify", options...)
	if picked := pick(options, nil, []string{"notify " + string(now)}); len(picked) > 0 {
		menu.InitialOption = picked[0]
	}
	return menu
}

// rfcPart shows RFCs with a button to each. The list's name keeps two buttons
// to one RFC apart.
func rfcPart(p *page, programme *release.Programme, all []release.RFC, name, more string) {
	for _, r := range all[:min(len(all), homeRows)] {
		b := opener(r)
		b.ActionID += "." + name
		p.entry(r.Name(), brief(r, programme), b)
	}
	if n := len(all) - homeRows; n > 0 {
		p.note("And " + itoa(n) + " more: " + more)
	}
}

// waiting shows a person what waits for them.
func waiting(ctx context.Context, b *Bot, c Call) (reply, error) {
	w, err := b.desk.Waiting(ctx, c.By.ID)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Waiting for you", b.banner).heading("Waiting for you")
	waitingPart(p, w, c.By, c.now)
	owedPart(p, w)
	workOffPart(p, w)
	reviewsPart(p, w)
	p.note("`" + c.Command + " help` explains what you can do here.")
	return reply{page: p}, nil
}

// waitingPart shows votes, conditions and drafts, each with what to press.
func waitingPart(p *page, w release.Waiting, by release.Person, now time.Time) {
	if len(w.Votes)+len(w.Conditions)+len(w.Drafts) == 0 {
		p.say(said("Nothing is waiting for you."))
	}
	for _, s := range w.Votes[:min(len(w.Votes), homeRows)] {
		x := s.Ballots[0]
		p.say(
			line{bold("Your vote: " + s.RFC.Name()), words(" · " + clip(oneLine(s.RFC.Content.Title), 240))},
			said(x.Purpose.String()+"; "+left(now, x.Deadline)+", ends "+at(x.Deadline, now, w.Programme.Location())),
		)
		p.buttons(append(voteButtons(x), opener(s.RFC))...)
	}
	if n := len(w.Votes) - homeRows; n > 0 {
		p.note("And " + count(n, "more vote", "more votes") + ": /gonogo status")
	}
	for _, x := range w.Conditions[:min(len(w.Conditions), homeRows)] {
		name := release.RFCName(x.RFC)
		p.say(line{bold("A condition on " + name), words(": " + clip(oneLine(x.Words), 240))}).buttons(
			button("rfc.met."+strconv.FormatInt(x.ID, 10), "met "+itoa(x.RFC), "Show it met", "Show a condition on "+name+" met"))
	}
	if n := len(w.Conditions) - homeRows; n > 0 {
		p.note("And " + count(n, "more condition", "more conditions") + ": /rfc list mine")
	}
	for _, r := range w.Drafts[:min(len(w.Drafts), homeRows)] {
		p.entry("Your draft: "+r.Name(), brief(r, w.Programme), opener(r))
	}
	if n := len(w.Drafts) - homeRows; n > 0 {
		p.note("And " + count(n, "more draft", "more drafts") + ": /rfc draft")
	}
	votedPart(p, w, by, now)
}

// votedPart tells of open votes in which the person's seat has spoken.
func votedPart(p *page, w release.Waiting, by release.Person, now time.Time) {
	var lines []line
	for _, s := range w.Voted[:min(len(w.Voted), homeRows)] {
		x := s.Ballots[0]
		seat, _ := x.SeatOf(by.ID)
		v, _ := x.Standing(seat.Key)
		l := line{bold(s.RFC.Name() + ": your seat said " + v.Choice.String()), words(" · " + clip(oneLine(s.RFC.Content.Title), 120))}
		lines = append(lines, with(with(l, waitLine(x, w.Programme, now)...), words(".")))
	}
	if len(lines) == 0 {
		return
	}
	p.heading("Votes you have cast").list(lines...)
	if n := len(w.Voted) - homeRows; n > 0 {
		p.note("And " + itoa(n) + " more: /gonogo status")
	}
}
