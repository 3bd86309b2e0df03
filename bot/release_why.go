package bot

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// blockersShown is how many blockers a message has room for with their buttons.
const blockersShown = 15

// whyNotYet shows the shortest list of what keeps a release from its next step:
// what is unmet, whose it is, by when, and the button that settles it (M4).
func whyNotYet(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, _, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	return reply{page: whyPage(s, b.banner)}, nil
}

func whyPage(s release.Standing, banner string) *page {
	p := newPage("Why not yet?", banner).heading("Why not yet? " + s.Release.Name() + ", " + s.Release.Title(s.Programme))
	nextPart(p, s)
	if all := dueLines(s); len(all) > 0 {
		p.list(all...)
	}
	return p
}

// nextPart says what keeps a release from its next step, or who may take it.
func nextPart(p *page, s release.Standing) {
	move, unmet, ok := s.Next()
	switch {
	case !ok:
		p.say(endedLine(s))
	case len(unmet) == 0:
		p.say(line{bold("Nothing blocks its next step"), words(", “" + move.Name + "”. " + moversWords(s, move) + " may press Next step.")})
		p.buttons(nextButton(s.Release).WithStyle(slack.StylePrimary))
	default:
		p.say(line{bold(capital(count(len(unmet), "thing keeps", "things keep")) + " it from its next step"), words(", “" + move.Name + "”:")})
		blockerPart(p, s.Programme, unmet, s.Now)
	}
}

func endedLine(s release.Standing) line {
	if s.Release.Stage == release.Abandoned {
		return line{bold("It was abandoned. "), words(clip(oneLine(s.Release.Ended), cardPassage))}
	}
	return line{bold("It is closed"), words("; nothing is left to be done.")}
}

// moversWords names who may make a move.
func moversWords(s release.Standing, m release.Move) string {
	var names []string
	for _, x := range s.Programme.People {
		if s.Programme.MayMove(x, s.Release, m) {
			names = append(names, clip(x.Name, cardName))
		}
	}
	if len(names) == 0 {
		return "Whoever is accountable for it"
	}
	return listed(names, 200)
}

// blockerPart shows blockers, each with the button that settles it.
func blockerPart(p *page, programme *release.Programme, all []release.Blocker, now time.Time) {
	most := min(5000/max(min(len(all), blockersShown), 1), 400)
	for i, x := range all[:min(len(all), blockersShown)] {
		text := sentence(clip(uncoded(x.What), most)) + "\n" + capital(blockerWords(x, programme, now))
		if x.Left != "" {
			text += " " + capital(clip(x.Left, most)) + "."
		}
		if b := actButton(x, i); b != nil {
			p.row(text, b)
			continue
		}
		p.plainly(text)
	}
	if n := len(all) - blockersShown; n > 0 {
		p.note("And " + itoa(n) + " more.")
	}
}

// uncoded is a text on one line without the marks of code, for where they show.
func uncoded(text string) string { return oneLine(strings.ReplaceAll(text, "`", "")) }

// blockerWords say whose a blocker is and by when.
func blockerWords(x release.Blocker, p *release.Programme, now time.Time) string {
	var names []string
	for _, id := range x.People {
		names = append(names, clip(p.NameOf(id), cardName))
	}
	text := "whose: " + listed(names, 120)
	if len(names) == 0 {
		text = "whose: the " + string(x.Role)
	}
	if x.By.IsZero() {
		return text + "."
	}
	by := ", by " + dated(x.By, p.Location())
	if x.By.Before(now) {
		by = ", was due " + dated(x.By, p.Location())
	}
	return text + by + "."
}

// actButton gives the command that settles a blocker; nothing where only time
// does.
func actButton(x release.Blocker, i int) *slack.ButtonBlockElement {
	command, says := cutWord(x.Act)
	verb, _ := cutWord(says)
	if command == "" || verb == "" {
		return nil
	}
	action := strings.TrimPrefix(command, "/") + "." + verb + ".b" + itoa(i)
	return button(action, says, x.Label, x.Label+": "+x.What)
}

// blockedPage says what a gate refused, and what would settle it.
func (b *Bot) blockedPage(r *release.Refusal, p *release.Programme, now time.Time) *page {
	shown := newPage("Not yet", b.banner).say(line{bold(clip(r.What, 600))})
	blockerPart(shown, p, r.Blockers, now)
	if r.Next != "" {
		shown.say(coded(clip(r.Next, 1000)))
	}
	return shown
}

// due is something to be handed in by the latest instant its lead time leaves.
type due struct {
	check  release.Check
	latest time.Time
}

// dues are what lead times ask for and is not handed in yet (R92, M5).
func dues(s release.Standing) []due {
	var all []due
	for _, check := range release.LeadChecks() {
		latest, ok := s.Latest(check)
		if ok && s.Release.Stage.Before(release.Approving) && !given(s, check) {
			all = append(all, due{check: check, latest: latest})
		}
	}
	return all
}

// dueLines count down to them in working days, as of now; not to what blocks
// the next step, which says so itself.
func dueLines(s release.Standing) []line {
	var lines []line
	loc := s.Programme.Location()
	_, unmet, _ := s.Next()
	for _, x := range dues(s) {
		if slices.ContainsFunc(unmet, func(b release.Blocker) bool { return b.Key == string(x.check) }) {
			continue
		}
		lead := s.Rules.LeadTimes[x.check]
		calendar := s.Programme.LeadCalendar(lead, s.Release.Provider(s.Programme), s.RFC.ImpactedParties(s.Programme))
		lines = append(lines, fact(x.check.Title()+" is due", at(x.latest, s.Now, loc)+", "+lead.Countdown(s.Now, x.latest, loc, calendar)+"."))
	}
	return lines
}

// given tells whether evidence or a waiver stands for a check.
func given(s release.Standing, check release.Check) bool {
	for _, e := range s.Evidence {
		if e.Check == check && e.Stands(s.Now) {
			return true
		}
	}
	return false
}
