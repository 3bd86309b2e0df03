package bot

import (
	"context"
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// environments lists the environments: how they do, and who has them.
func environments(ctx context.Context, b *Bot, _ Call) (reply, error) {
	views, err := b.desk.EnvironmentsNow(ctx)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.environmentsPage(views)}, nil
}

func (b *Bot) environmentsPage(views []release.EnvironmentView) *page {
	const most = 20
	p := newPage("Environments", b.banner).heading("Test environments")
	if len(views) == 0 {
		return p.say(said("The programme file names no environment."))
	}
	for _, v := range views[:min(len(views), most)] {
		p.entry(clip(v.Environment.Name, cardName), []string{purposeWords(v), standingWords(v)}, environmentOpener(v.Environment))
	}
	if n := len(views) - most; n > 0 {
		p.note("And " + itoa(n) + " more.")
	}
	return p.note("`/env show NAME at 2026-10-01 12:00` tells what was installed then; `/env status` how every system does.")
}

// environmentOpener is the button that shows an environment.
func environmentOpener(e release.Environment) *slack.ButtonBlockElement {
	return button("env.show."+string(e.ID), "show "+string(e.ID), "Show", "Show "+e.Name)
}

// purposeWords say what an environment is for.
func purposeWords(v release.EnvironmentView) string {
	var phases []string
	for _, x := range v.Programme.Phases {
		if x.Environment == v.Environment.ID {
			phases = append(phases, x.Name)
		}
	}
	text := clip(oneLine(v.Environment.Purpose), 200)
	if len(phases) > 0 {
		text = strings.TrimSpace(sentence(text) + " Test phases: " + listed(phases, 200) + ".")
	}
	if text == "" {
		text = "No purpose is written down."
	}
	return text
}

// standingWords say in a few lines how an environment does.
func standingWords(v release.EnvironmentView) string {
	lines := []string{"Nothing is recorded in it yet."}
	if n := len(v.Installed); n > 0 {
		lines[0] = count(n, "system", "systems") + " installed"
		for _, status := range release.SystemStatuses()[1:] {
			ailing := 0
			for _, r := range v.Ailing() {
				if r.Status == status {
					ailing++
				}
			}
			if ailing > 0 {
				lines[0] += ", " + itoa(ailing) + " " + status.String()
			}
		}
	}
	if n := len(v.Drift()); n > 0 {
		lines = append(lines, count(n, "difference", "differences")+" from the baseline")
	}
	for _, x := range v.Running()[:min(len(v.Running()), 3)] {
		lines = append(lines, clip(x.Title(), cardName)+" until "+release.Instant(x.Window.To, v.Programme.Location()))
	}
	return strings.Join(lines, "\n")
}

// environment shows one environment, now or as it was.
func environment(ctx context.Context, b *Bot, c Call) (reply, error) {
	e, rest, err := takeEnvironment(c, c.Args)
	if err != nil {
		return reply{}, err
	}
	at, rest, err := takeInstant(c, rest)
	if err != nil {
		return reply{}, err
	}
	if rest != "" {
		return reply{}, refuse(release.CodeInvalid, "Nothing was shown.", "“"+clip(rest, 40)+"” was not understood behind "+e.Name+".",
			"Write `/env show "+e.Name+"`, or `/env show "+e.Name+" at 2026-10-01 12:00`.")
	}
	v, err := b.desk.EnvironmentAt(ctx, c.By.ID, e.ID, at)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.environmentPage(v, !at.IsZero())}, nil
}

// environmentPage shows everything that is known of an environment; past says
// that the view is of an instant somebody asked for.
func (b *Bot) environmentPage(v release.EnvironmentView, past bool) *page {
	e, loc := v.Environment, v.Programme.Location()
	p := newPage("Environment", b.banner).heading(e.Name)
	if past {
		p.say(with(line{bold("As it was " + release.Instant(v.At, loc))}, with(forYou(v.At), words("."))...))
	}
	p.list(environmentFacts(v)...)
	p.say(line{bold("Installed")})
	installedPart(p, v)
	doubtPart(p, v)
	baselinePart(p, v)
	bookedPart(p, v)
	if !past {
		plannedPart(p, v)
		p.buttons(
			button("env.history", "history "+string(e.ID), "History", "History of "+e.Name),
			button("env.record", "record", "Record a version", "Record what is installed"),
			button("env.book", "book "+string(e.ID), "Book", "Book "+e.Name),
			button("env.operation", "operation "+string(e.ID), "Plan an operation", "Plan an operation on "+e.Name),
			button("env.items", "items "+string(e.ID), "Items", "Configuration items of "+e.Name),
		)
	}
	return p
}

func environmentFacts(v release.EnvironmentView) []line {
	e, p := v.Environment, v.Programme
	all := []line{fact("For", purposeWords(v))}
	if len(e.Parties) > 0 {
		var names []string
		for _, id := range e.Parties {
			if x, ok := p.Party(id); ok {
				names = append(names, clip(x.Name, cardName))
			}
		}
		all = append(all, fact("Shared by", listed(names, 300)))
	}
	var path []string
	for _, before := range e.After {
		name := environmentNames(p, []release.EnvironmentID{before.Environment})[0]
		if before.Optional {
			name += " (optional)"
		}
		path = append(path, name)
	}
	if len(path) > 0 {
		all = append(all, fact("Promotion path", "after "+listed(path, 300)))
	}
	return all
}

// plannedPart shows the RFCs planned in an environment, the soonest first.
func plannedPart(p *page, v release.EnvironmentView) {
	const most = 8
	p.say(line{bold("Planned next")})
	if len(v.Next) == 0 {
		p.say(said("Nothing is planned in " + v.Environment.Name + "."))
	}
	for _, r := range v.Next[:min(len(v.Next), most)] {
		p.entry(r.Name(), brief(r, v.Programme), opener(r))
	}
	if n := len(v.Next) - most; n > 0 {
		p.note("And " + itoa(n) + " later.")
	}
}
