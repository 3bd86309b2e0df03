package bot

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// communicationNotice shows a line of a communication plan in the board's channel or
// as a direct message; nil for other notices.
func communicationNotice(n release.Notice, programme *release.Programme, banner string) *page {
	e := n.Event
	if e.Communication == nil || e.Release == nil {
		return nil
	}
	b, r := *e.Communication, *e.Release
	p := newPage(r.Name(), banner)
	title := b.Line.Subject
	if title == "" {
		title = capital(b.Line.Kind.String())
	}
	p.say(line{bold(clip(title, 200)), words(": " + r.Name() + ", " + clip(r.Title(programme), 200) + ".")})
	if b.Line.Late {
		p.note("This was due " + release.Instant(b.Line.Due, programme.Location()) + " and is late.")
	}
	p.passage("In "+clip(programme.NameOf(b.Line.By), cardName)+"'s words", b.Line.Words, 2*release.MaxText)
	p.list(briefLines(b, e, programme)...)
	issuePart(p, b)
	if n.Road == release.ByChannel {
		return p.buttons(releaseOpener(r))
	}
	return p.buttons(confirmButton(b), releaseOpener(r))
}

// briefLines are the facts that everybody wants: when, where, what it does, and what
// was decided.
func briefLines(b release.Briefing, e release.Event, programme *release.Programme) []line {
	var all []line
	switch {
	case b.Line.Kind == release.CorrectionNotice && b.Now.Off:
		return offLines(b, e)
	case b.Line.Kind == release.CorrectionNotice:
		all = correctedLines(b, programme)
	case b.Window.IsZero():
		all = append(all, fact("Window", "not agreed yet"))
	default:
		all = append(all, with(fact("Window", b.Window.String()), forYou(b.Window.From, b.Window.To)...))
	}
	environments := e.Release.Content.Environments()
	if e.RFC.Number != 0 {
		environments = e.RFC.Content.Environments
		all = append(all, fact("While it is deployed", e.RFC.Content.Disruption.String()))
	}
	all = append(all, fact("Where", listedBy(environmentNames(programme, environments), ", ", cardList)), fact("Now", stageWords(e.Release.Stage)))
	if e.RFC.Number != 0 {
		all = append(all, fact("Decision", e.RFC.Name()+", "+e.RFC.State.String()))
	}
	return all
}

// offLines say that something does not take place that readers were told of.
func offLines(b release.Briefing, e release.Event) []line {
	why := fact("It is put off", "its RFC was withdrawn. You hear of it when it has another date")
	if e.Release.Stage == release.Abandoned {
		why = fact("It was abandoned", clip(oneLine(e.Release.Ended), 600))
	}
	if b.Before.Window.IsZero() {
		return []line{why}
	}
	return []line{why, with(fact("Nothing happens in the window you were told", b.Before.Window.String()), forYou(b.Before.Window.From, b.Before.Window.To)...)}
}

// correctedLines show what readers were told beside what holds now. What stays as it
// was told is left to the facts that follow.
func correctedLines(b release.Briefing, programme *release.Programme) []line {
	var all []line
	was, now := b.Before, b.Now
	if was.Off {
		all = append(all, fact("It takes place after all", "you were told that it does not"))
	}
	if !was.Window.IsZero() && !was.Window.Same(b.Window) {
		all = append(all, fact("The window was", was.Window.String()))
	}
	all = append(all, with(fact("The window is", b.Window.String()), forYou(b.Window.From, b.Window.To)...))
	if was.Elsewhere(now) {
		all = append(all, fact("It was to go to", listedBy(environmentNames(programme, was.Environments), ", ", cardList)))
	}
	if was.Disruption != "" && now.Disruption != "" && was.Disruption != now.Disruption {
		all = append(all, fact("While it is deployed, you were told", was.Disruption.String()))
	}
	if was.Downtime != 0 && now.Downtime != 0 && was.Downtime != now.Downtime {
		all = append(all, fact("Agreed downtime", fmt.Sprintf("%d min, was %d min", now.Downtime, was.Downtime)))
	}
	if was.Reworded(now) {
		all = append(all, fact("What it means for the others is now", clip(oneLine(now.Impact), 600)))
	}
	return all
}

// issuePart names what is known not to work, where that is what is told.
func issuePart(p *page, b release.Briefing) {
	if b.Line.Kind != release.KnownIssues {
		return
	}
	if len(b.Known) == 0 {
		p.say(said("No issue of it is known."))
		return
	}
	p.say(line{bold("Known issues")})
	var lines []line
	for _, d := range b.Known[:min(len(b.Known), 10)] {
		text := " (" + string(d.Severity) + "): " + clip(oneLine(d.Summary), 160)
		if d.Workaround != "" {
			text += " Until it is mended: " + clip(oneLine(d.Workaround), 200)
		}
		lines = append(lines, line{bold(clip(d.ID, 40)), words(strings.TrimRight(text, "."))})
	}
	p.list(lines...)
}

func confirmButton(b release.Briefing) *slack.ButtonBlockElement {
	if !b.Line.Confirm {
		return nil
	}
	id := strconv.FormatInt(b.Line.ID, 10)
	return button("release.confirm."+id, "confirm "+id, "Confirm", "Confirm that your organisation knows of this").WithStyle(slack.StylePrimary)
}
