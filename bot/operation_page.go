package bot

import (
	"context"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// operationsShown is how many operations a page shows.
const operationsShown = 12

// operationsPage lists what is planned and runs, and how the programme does such
// things (R146).
func (b *Bot) operationsPage(ctx context.Context, c Call) (reply, error) {
	all, err := b.desk.Operations(ctx, c.By.ID, release.OperationFilter{Under: true})
	if err != nil {
		return reply{}, err
	}
	p := newPage("Operations", b.banner).heading("Operations on the environments")
	if len(all) == 0 {
		p.say(said("Nothing is planned and nothing runs."))
	}
	for _, v := range all[:min(len(all), operationsShown)] {
		p.entry(clip(v.Operation.Content.Title(v.Programme), 120), operationColumns(v), operationOpener(v.Operation))
	}
	if n := len(all) - operationsShown; n > 0 {
		p.note("And " + itoa(n) + " older.")
	}
	var known []line
	for _, x := range c.Programme.Operations {
		known = append(known, practiceLine(x))
	}
	if len(known) > 0 {
		p.say(line{bold("How it is done here")})
		someLines(p, known, operationsShown, "")
	}
	return reply{page: p.note("`/env operation SIT-A backup` plans one.")}, nil
}

func practiceLine(x release.OperationPractice) line {
	return fact(capital(x.Kind.String())+", "+strings.TrimSuffix(clip(x.Timing, 60), "."), clip(oneLine(x.Mechanism), 120)+" "+clip(oneLine(x.Process), 200))
}

func operationColumns(v release.OperationView) []string {
	return []string{v.Window().String(), operationStanding(v)}
}

// operationStanding says in a few words how an operation stands.
func operationStanding(v release.OperationView) string {
	o := v.Operation
	text := "Operation " + itoa(int(o.ID)) + " is " + string(o.State)
	if o.RFC != 0 {
		text += ", under " + v.RFC.Name() + " (" + v.RFC.State.String() + ")"
	}
	return text
}

func operationOpener(o release.Operation) *slack.ButtonBlockElement {
	n := itoa(int(o.ID))
	return button("env.operation.show."+n, "operation "+n, "Show", "Show operation "+n)
}

// operationPage shows an operation and what can be done about it now. It is the
// card of one that is only told.
func operationPage(v release.OperationView, now time.Time, banner string) *page {
	o, p := v.Operation, v.Programme
	c := o.Content
	shown := newPage("Operation", banner).heading(clip(c.Title(p), maxHeader))
	shown.say(line{bold(capital(operationStanding(v)) + "."), words(" " + operationTimes(v, now))})
	w := v.Window()
	lines := []line{
		with(fact("Window", w.String()), forYou(w.From, w.To)...), fact("Outage", outageWords(c)),
		fact("By", clip(oneLine(c.Mechanism), release.MaxSentence)), fact("Ask", clip(p.NameOf(c.Contact), cardName)),
	}
	if len(c.Systems) > 2 {
		var names []string
		for _, id := range c.Systems {
			names = append(names, systemName(p, id))
		}
		lines = append(lines, fact("Systems", listed(names, 600)))
	}
	shown.list(lines...)
	shown.passage("Process", c.Process, release.MaxText)
	if o.Words != "" {
		shown.passage(map[release.OperationState]string{release.OperationFailed: "What failed", release.OperationCancelled: "Why"}[o.State]+
			map[bool]string{true: "Result"}[o.State == release.OperationDone], o.Words, release.MaxSentence)
	}
	versionsPart(shown, v)
	return shown.buttons(operationButtons(v)...)
}

func outageWords(c release.OperationContent) string {
	if !c.Outage {
		return "none needed"
	}
	return c.Disruption.String()
}

// operationTimes say when an operation began and ended, and by whom.
func operationTimes(v release.OperationView, now time.Time) string {
	o, loc := v.Operation, v.Programme.Location()
	by := func(id release.PersonID) string { return clip(v.Programme.NameOf(id), cardName) }
	over := ""
	if d := o.Overran(v.Window(), now); d > 0 {
		over = " It went beyond its window by " + itoa(int(d.Round(time.Minute)/time.Minute)) + " minutes."
	}
	switch o.State {
	case release.OperationRunning:
		return "Started " + dated(o.StartedAt, loc) + " by " + by(o.StartedBy) + "." + over
	case release.OperationDone, release.OperationFailed:
		return "From " + dated(o.StartedAt, loc) + " to " + dated(o.EndedAt, loc) + ", " + by(o.EndedBy) + "." + over
	case release.OperationCancelled:
		return "By " + by(o.EndedBy) + ", " + dated(o.EndedAt, loc) + "."
	case release.OperationPlanned:
	}
	return "By " + by(o.By) + ", " + dated(o.At, loc) + "."
}

// versionsPart shows which versions a refresh or rollback left.
func versionsPart(p *page, v release.OperationView) {
	if len(v.Operation.Versions) == 0 {
		return
	}
	var lines []line
	for _, x := range v.Operation.Versions {
		lines = append(lines, fact(systemName(v.Programme, x.System), release.Installation{Version: x.Version}.Shown()))
	}
	p.say(line{bold("What is there now")})
	someLines(p, lines, environmentLines, "")
}

func operationButtons(v release.OperationView) []*slack.ButtonBlockElement {
	o, n := v.Operation, itoa(int(v.Operation.ID))
	act := func(verb, label string) *slack.ButtonBlockElement {
		return button("env.operation."+verb, "operation "+n+" "+verb, label, label+" operation "+n)
	}
	var all []*slack.ButtonBlockElement
	switch {
	case o.State == release.OperationRunning:
		all = append(all, act(endDone, "Done").WithStyle(slack.StylePrimary), act(endFailed, "Failed"))
	case !v.Ended():
		all = append(all, act("start", "Start"))
	}
	if o.RFC != 0 {
		all = append(all, opener(v.RFC))
	}
	return all
}

// operationNotice tells what happened to an operation, and of configuration
// issues; nil for other notices.
func operationNotice(n release.Notice, programme *release.Programme, banner string) *page {
	e := n.Event
	if e.Doubt != nil {
		return doubtNotice(n, programme, banner)
	}
	if e.Operation == nil {
		return nil
	}
	v := release.OperationView{Programme: programme, Operation: *e.Operation, RFC: e.RFC}
	if e.Kind != release.NoticeOperationEnded {
		p := newPage("Operation", banner)
		return p.say(line{bold("Started"), words(": " + v.Operation.Content.Title(programme) + " (operation " + itoa(int(v.Operation.ID)) + "), by " + clip(programme.NameOf(e.By), cardName) + ". Its window ends " + release.Instant(v.Window().To, programme.Location()) + ".")})
	}
	return operationPage(v, e.At, banner)
}
