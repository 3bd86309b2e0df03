package bot

import (
	"context"
	"time"

	"gonogo.dev/release"
)

// actionLines is how many work-off actions a notice or a card names.
const actionLines = 8

// closeRelease opens the vote on a release's closure, and lists the work-off
// actions that remain.
func closeRelease(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, rest, err := takeRelease(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	deadline, err := release.ParseDeadline(rest, c.now, c.Programme.Location())
	if err != nil {
		return reply{}, err
	}
	opened, err := b.desk.OpenClosure(ctx, c.Intent(), number, deadline)
	if err != nil {
		return reply{}, err
	}
	open, err := b.desk.Actions(ctx, release.ActionFilter{Release: number, Open: true})
	if err != nil {
		return reply{}, err
	}
	p := b.openedPage(c, opened)
	remainingPart(p, open, c.Programme, c.now)
	return reply{page: p, wrote: true}, nil
}

// remainingPart lists the work-off actions that remain, without buttons.
func remainingPart(p *page, open []release.Action, programme *release.Programme, now time.Time) {
	if len(open) == 0 {
		p.say(said("No work-off action is open."))
		return
	}
	p.say(line{bold(capital(count(len(open), "work-off action remains", "work-off actions remain")) + ":")})
	var lines []line
	for _, x := range open[:min(len(open), actionLines)] {
		lines = append(lines, line{
			bold(capital(x.Name())), words(": " + clip(oneLine(x.What), 300) + " " + clip(programme.NameOf(x.Owner), cardName) + ", " + dueWords(x.Due, now, programme.Location()) + "."),
		})
	}
	if n := len(open) - actionLines; n > 0 {
		lines = append(lines, said("And "+itoa(n)+" more: /release actions"))
	}
	p.list(lines...)
}

func keptWords(n int) string {
	if n == 0 {
		return "none was kept"
	}
	return count(n, "is kept", "are kept")
}

// openActions counts the actions that are open, and says when the next is due.
func openActions(all []release.Action) (n int, next time.Time) {
	for _, x := range all {
		if !x.Open() {
			continue
		}
		if n++; next.IsZero() || x.Due.Before(next) {
			next = x.Due
		}
	}
	return n, next
}

func dueWords(due, now time.Time, loc *time.Location) string {
	if !now.Before(due) {
		return "overdue since " + dated(due, loc)
	}
	return "by " + dated(due, loc)
}

// closureNotice shows how a release was closed, what somebody is to work off, and
// what early life brought; nil for other notices.
func closureNotice(n release.Notice, programme *release.Programme, banner string) *page {
	e := n.Event
	switch {
	case e.Release == nil:
		return nil
	case e.Kind == release.NoticeClosureVoid:
		p := newPage(e.Release.Name(), banner)
		p.say(line{bold("Not closed yet"), words(": the vote on the closure of " + titled(*e.Release, programme) + " ended without an outcome, since what it decides on changed. /release close " + e.Release.Name() + " asks again.")})
		return p.passage("Why", e.Reason, 2*release.MaxText)
	case e.Kind == release.NoticeClosed && e.Closing != nil:
		return closedNotice(e, programme, banner)
	case e.Kind == release.NoticeAction && e.Action != nil:
		p := newPage("Work-off action", banner)
		p.say(line{bold("Yours to work off"), words(", agreed by " + clip(programme.NameOf(e.Action.By), cardName) + " for " + titled(*e.Release, programme) + ".")})
		actionEntry(p, *e.Action, programme, e.At, "told")
		return p
	case e.Kind == release.NoticeTrouble && e.Trouble != nil:
		return troubleNotice(n, programme, banner)
	case e.Kind == release.NoticeSupport && e.Support != nil:
		return supportNotice(e, programme, banner)
	}
	return nil
}

func titled(r release.Release, p *release.Programme) string {
	return r.Name() + ", " + clip(r.Title(p), 200)
}

func closedNotice(e release.Event, programme *release.Programme, banner string) *page {
	r, c, loc := *e.Release, *e.Closing, programme.Location()
	p := newPage(r.Name(), banner)
	how := " was deployed, looked at and approved."
	if c.RolledBack {
		how = " was rolled back and is not tried again."
	}
	p.say(line{bold("Closed"), words(": " + titled(r, programme) + how)})
	var facts []line
	if e.Ballot != nil {
		facts = append(facts, fact("Closure approval", e.Ballot.Outcome.String()+", "+countWords(*e.Ballot, e.Ballot.Tally())))
	}
	facts = append(facts, fact("Environments", listedBy(environmentNames(programme, e.RFC.Content.Environments), ", ", cardList)))
	if !c.Deployed.IsZero() {
		facts = append(facts, fact("Deployed", release.Instant(c.Deployed, loc)))
	}
	facts = append(facts, fact("Lessons", keptWords(c.Lessons)))
	if c.Support != nil && c.Support.SummedAt.IsZero() {
		facts = append(facts, fact("Early life support", "goes on until "+release.Instant(c.Support.Until, loc)+"; "+count(c.Issues, "issue is open", "issues are open")))
	}
	p.list(facts...)
	remainingPart(p, c.Actions, programme, e.At)
	return p
}
