package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gonogo.dev/release"
)

// roadmap shows the planned releases, those to come first.
func roadmap(ctx context.Context, b *Bot, c Call) (reply, error) {
	all, err := b.desk.List(ctx, c.By.ID, release.RFCFilter{})
	if err != nil {
		return reply{}, err
	}
	today := c.now.In(c.Programme.Location()).Format("2006-01-02")
	planned := slices.Clone(c.Programme.Roadmap)
	slices.SortStableFunc(planned, func(a, b release.PlannedRelease) int { return strings.Compare(a.Date, b.Date) })
	var coming, past []line
	for _, r := range planned {
		if r.Date < today {
			past = append(past, plannedLine(r, all))
		} else {
			coming = append(coming, plannedLine(r, all))
		}
	}
	slices.Reverse(past)
	p := newPage("Roadmap", b.banner).heading("Roadmap of " + c.Programme.Name)
	if len(planned) == 0 {
		return reply{page: p.say(said("The programme file plans no release."))}, nil
	}
	p.say(line{bold("Coming")})
	if len(coming) == 0 {
		p.say(said("Nothing is planned."))
	}
	addSome(p, coming, 15)
	if len(past) > 0 {
		p.say(line{bold("Past")})
		addSome(p, past, 5)
	}
	return reply{page: p}, nil
}

// addSome adds the first lines, and counts the rest.
func addSome(p *page, lines []line, most int) {
	p.list(lines[:min(len(lines), most)]...)
	if n := len(lines) - most; n > 0 {
		p.note("And " + itoa(n) + " more.")
	}
}

func plannedLine(r release.PlannedRelease, all []release.RFC) line {
	var names []string
	for _, x := range all {
		if x.Content.Release == r.ID && x.State != release.Draft {
			names = append(names, x.Name()+" ("+x.State.String()+")")
		}
	}
	l := line{bold(clip(r.ID, cardName)), words(", " + string(r.Type) + ", " + dateWords(r.Date))}
	if r.Rationale != "" {
		l = with(l, words(": "+clip(oneLine(r.Rationale), 160)))
	}
	if len(names) == 0 {
		return with(l, words(". No RFC yet."))
	}
	return with(l, words(". "+listed(names, 240)+"."))
}

// reportPart is how much of the report one message carries, in characters.
const reportPart = 3000

// report previews the readiness report to the person who asks.
func report(ctx context.Context, b *Bot, c Call) (reply, error) {
	if b.report == nil {
		return reply{}, refuse(release.CodeState, "There is no report to show.", "This gonogo writes no reports.", "Ask its operator.")
	}
	text, err := b.report(ctx, c.By)
	if err != nil {
		return reply{}, fmt.Errorf("write the readiness report: %w", err)
	}
	parts := chunks(text, reportPart)
	const most = 4 // a response_url takes five posts
	if len(parts) > most {
		parts = append(parts[:most-1:most-1], "… The rest does not fit here; the report by mail has it whole.")
	}
	first := newPage("Readiness", b.banner).heading("Readiness report, as of now").code(orElse(parts, "Nothing to report."))
	var more []*page
	for _, part := range parts[min(1, len(parts)):] {
		more = append(more, newPage("Readiness", b.banner).code(part))
	}
	return reply{page: first, more: more}, nil
}

func orElse(parts []string, otherwise string) string {
	if len(parts) == 0 {
		return otherwise
	}
	return parts[0]
}

// chunks cuts a text between lines into parts of at most n characters.
func chunks(text string, n int) []string {
	var parts []string
	var b strings.Builder
	for l := range strings.Lines(strings.ToValidUTF8(text, "�")) {
		l = clip(l, n-1)
		if units(b.String())+units(l) > n {
			parts = append(parts, strings.TrimRight(b.String(), "\n"))
			b.Reset()
		}
		b.WriteString(l)
	}
	if strings.TrimSpace(b.String()) != "" {
		parts = append(parts, strings.TrimRight(b.String(), "\n"))
	}
	return slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" })
}

// environments lists the environments with the phases that run in them.
func environments(_ context.Context, b *Bot, c Call) (reply, error) {
	p := newPage("Environments", b.banner).heading("Test environments")
	var lines []line
	for _, e := range c.Programme.Environments {
		if e.Retired {
			continue
		}
		var phases []string
		for _, x := range c.Programme.Phases {
			if x.Environment == e.ID {
				phases = append(phases, x.Name)
			}
		}
		l := line{bold(clip(e.Name, cardName))}
		if e.Purpose != "" {
			l = with(l, words(": "+clip(oneLine(e.Purpose), 200)))
		}
		if len(phases) > 0 {
			l = with(l, words(" (test phases: "+listed(phases, 200)+")"))
		}
		lines = append(lines, l)
	}
	if len(lines) == 0 {
		return reply{page: p.say(said("The programme file names no environment."))}, nil
	}
	addSome(p, lines, 20)
	return reply{page: p.note("/env show NAME shows what is planned there next.")}, nil
}

// environment shows what is planned in one environment next.
func environment(ctx context.Context, b *Bot, c Call) (reply, error) {
	e, err := environmentNamed(c.Programme, strings.Trim(c.Args, "` "))
	if err != nil {
		return reply{}, err
	}
	all, err := b.desk.List(ctx, c.By.ID, release.RFCFilter{})
	if err != nil {
		return reply{}, err
	}
	all = slices.DeleteFunc(all, func(r release.RFC) bool {
		return !r.State.Open() || r.State == release.Draft || !c.now.Before(r.Content.Window.To) || !slices.Contains(r.Content.Environments, e.ID)
	})
	slices.SortStableFunc(all, func(a, b release.RFC) int { return a.Content.Window.From.Compare(b.Content.Window.From) })
	p := newPage("Environment", b.banner).heading("Planned next in " + e.Name)
	if len(all) == 0 {
		return reply{page: p.say(said("Nothing is planned in " + e.Name + "."))}, nil
	}
	const most = 15
	for _, r := range all[:min(len(all), most)] {
		p.entry(r.Name(), brief(r, c.Programme), opener(r))
	}
	if n := len(all) - most; n > 0 {
		p.note("And " + itoa(n) + " later.")
	}
	return reply{page: p}, nil
}

// environmentNamed finds an environment by its id or its name, in any case.
func environmentNamed(p *release.Programme, name string) (release.Environment, error) {
	fold := func(s string) string { return strings.NewReplacer(" ", "", "-", "", "_", "").Replace(lower(s)) }
	var names, keys []string
	for _, e := range p.Environments {
		if e.Retired {
			continue
		}
		if name != "" && (fold(e.Name) == fold(name) || fold(string(e.ID)) == fold(name)) {
			return e, nil
		}
		names, keys = append(names, e.Name), append(keys, fold(e.Name))
	}
	next := "Choose one of " + listed(names, 400) + "."
	if near := nearest(fold(name), keys); near != "" {
		next = "Did you mean `/env show " + names[slices.Index(keys, near)] + "`? " + next
	}
	if name == "" {
		return release.Environment{}, refuse(release.CodeInvalid, "No environment was shown.", "None was named.", next)
	}
	return release.Environment{}, refuse(release.CodeNotFound, "No environment was shown.", "“"+clip(name, 40)+"” is not one.", next)
}
