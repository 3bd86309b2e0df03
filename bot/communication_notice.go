package bot

import (
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
	case b.Line.Kind == release.CorrectionNotice:
		all = append(all, fact("The window was", b.Before.String()), with(fact("It is now", b.Window.String()), forYou(b.Window.From, b.Window.To)...))
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
