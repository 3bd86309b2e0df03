package bot

import (
	"context"
	"fmt"
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
	by, _, err := b.who(ctx, accounts)
	if err == nil {
		var w release.Waiting
		if w, err = b.desk.Waiting(ctx, by.ID); err == nil {
			b.homePage(p, w, by)
		}
	}
	if err != nil {
		ref := reference()
		if _, refused := release.AsRefusal(err); !refused {
			b.log.ErrorContext(ctx, "Home not read", "reference", ref, "error", err.Error())
		}
		p = b.refusalPage(b.badNews(err, ref))
	}
	_, err = b.slack.PublishViewContext(ctx, slack.PublishViewContextRequest{
		UserID: user, View: slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: p.blocks}},
	})
	if err != nil {
		b.log.WarnContext(ctx, "Home not published", "error", wrapSlack("publish the Home", err).Error())
	}
}

// homePage shows what waits for a person, what they raised, and what comes next.
func (b *Bot) homePage(p *page, w release.Waiting, by release.Person) {
	if w.Programme.MayRaiseAny(by) {
		p.buttons(button("rfc.raise", "raise", "Raise an RFC", "Raise an RFC").WithStyle(slack.StylePrimary))
	}
	p.heading("Waiting for you")
	waitingPart(p, w, b.now())
	p.heading("What you raised")
	if len(w.Mine) == 0 {
		p.say(said("None of your RFCs is open."))
	}
	rfcPart(p, w.Programme, w.Mine, "mine", "/rfc list mine")
	p.heading("The next windows")
	if len(w.Next) == 0 {
		p.say(said("No deployment is planned."))
	}
	rfcPart(p, w.Programme, w.Next, "next", "/rfc list open")
	p.heading("Mail")
	p.row("Mail about what you are only informed of. What you must act on always comes at once.", cadenceMenu(w.Cadence))
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
		p.row(brief(r, programme), b)
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
	waitingPart(p, w, c.now)
	p.note("`" + c.Command + " help` explains what you can do here.")
	return reply{page: p}, nil
}

// waitingPart shows votes, conditions and drafts, each with what to press.
func waitingPart(p *page, w release.Waiting, now time.Time) {
	if len(w.Votes)+len(w.Conditions)+len(w.Drafts)+len(w.Voted) == 0 {
		p.say(said("Nothing is waiting for you."))
		return
	}
	for _, s := range w.Votes[:min(len(w.Votes), homeRows)] {
		x := s.Ballots[0]
		p.row(fmt.Sprintf("Your vote: %s · %s\n%s; %s, ends %s", s.RFC.Name(), clip(s.RFC.Content.Title, 240), x.Purpose, left(now, x.Deadline),
			release.Instant(x.Deadline, w.Programme.Location())), opener(s.RFC))
		p.buttons(voteButtons(x)...)
	}
	if n := len(w.Votes) - homeRows; n > 0 {
		p.note("And " + count(n, "more vote", "more votes") + ": /gonogo status")
	}
	for _, x := range w.Conditions[:min(len(w.Conditions), homeRows)] {
		name := release.RFCName(x.RFC)
		p.row("A condition on "+name+": "+clip(oneLine(x.Words), 240),
			button("rfc.met."+strconv.FormatInt(x.ID, 10), "met "+itoa(x.RFC), "Show it met", "Show a condition on "+name+" met"))
	}
	if n := len(w.Conditions) - homeRows; n > 0 {
		p.note("And " + count(n, "more condition", "more conditions") + ": /rfc list mine")
	}
	for _, r := range w.Drafts[:min(len(w.Drafts), homeRows)] {
		p.row("Your draft: "+brief(r, w.Programme), opener(r))
	}
	if n := len(w.Drafts) - homeRows; n > 0 {
		p.note("And " + count(n, "more draft", "more drafts") + ": /rfc draft")
	}
	votedPart(p, w, now)
}

// votedPart tells of open votes in which the person has spoken.
func votedPart(p *page, w release.Waiting, now time.Time) {
	var lines []line
	for _, s := range w.Voted[:min(len(w.Voted), homeRows)] {
		x := s.Ballots[0]
		lines = append(lines, line{bold(s.RFC.Name()), words(" · " + clip(oneLine(s.RFC.Content.Title), 120) + ": your seat has spoken; " + left(now, x.Deadline))})
	}
	if len(lines) == 0 {
		return
	}
	p.say(line{bold("Still open")}).list(lines...)
	if n := len(w.Voted) - homeRows; n > 0 {
		p.note("And " + itoa(n) + " more: /gonogo status")
	}
}
