package bot

import (
	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// debtRowsShown is how many debts a page shows; the rest is counted.
const debtRowsShown = 10

// debtsPage shows every open debt by its day, and how often parties needed
// emergencies (R19, M6).
func debtsPage(s release.Arrears, banner string) *page {
	p := newPage("Debts", banner).heading("What emergencies left to be done")
	if len(s.Debts) == 0 {
		p.say(said("Nothing is owed: every fix is merged, and every emergency was looked back on."))
	}
	for _, d := range s.Debts[:min(len(s.Debts), debtRowsShown)] {
		debtEntry(p, d, s, "debts")
	}
	if n := len(s.Debts) - debtRowsShown; n > 0 {
		p.note("And " + itoa(n) + " more, due later.")
	}
	p.heading("Emergencies and patches")
	var lines []line
	for _, r := range s.Rates {
		text := r.String()
		if r.Often() {
			text += ". Patches should be the more frequent."
		}
		lines = append(lines, fact(clip(partyName(s.Programme, r.Party), 60), text))
	}
	if len(lines) == 0 {
		p.say(said("Nobody planned an emergency or a patch in the last " + itoa(release.RateMonths) + " months."))
	}
	p.list(lines[:min(len(lines), 20)]...)
	var flagged []line
	for _, r := range s.Flagged {
		flagged = append(flagged, line{bold(r.Name() + ", " + clip(r.Title(s.Programme), 120)), words(": the defects it mends were judged less than critical afterwards.")})
	}
	if len(flagged) > 0 {
		p.say(line{bold("Emergencies that were none")}).list(flagged[:min(len(flagged), 8)]...)
	}
	return p
}

// debtEntry shows a debt: what is owed, by whom and until when, and what to press.
func debtEntry(p *page, d release.Debt, s release.Arrears, list string) {
	due := "Due " + release.Instant(d.Due, s.Programme.Location())
	if d.Overdue(s.Now) {
		due = "Overdue since " + release.Instant(d.Due, s.Programme.Location())
	}
	p.entry("Debt "+debtID(d), []string{
		clip(d.What(), 300), due + "\nOwed by " + clip(s.Programme.NameOf(d.Owner), cardName) + ", " + clip(partyName(s.Programme, d.Party), cardName),
	}, debtButton(d, list))
}

// debtButton is what settles a debt. The list's name keeps two buttons to one
// debt apart.
func debtButton(d release.Debt, list string) *slack.ButtonBlockElement {
	action, of := "."+debtID(d)+"."+list, "debt "+debtID(d)
	switch {
	case d.Kind == release.Retrospective:
		return button("release.settle"+action, "settle "+debtID(d), "Show it", "Show the retrospective, "+of)
	case d.Target != 0:
		return button("release.edit"+action, "edit "+release.ReleaseName(d.Target), "Add the fix", "Add the fix to "+release.ReleaseName(d.Target)+", "+of)
	}
	return button("release.show"+action, "show "+release.ReleaseName(d.Release), "The emergency", "Show the emergency, "+of)
}

func partyName(p *release.Programme, id release.PartyID) string {
	if x, ok := p.Party(id); ok {
		return x.Name
	}
	return string(id)
}

// owedPart shows a person the debts they must settle; nothing where there are none.
func owedPart(p *page, w release.Waiting) {
	if len(w.Debts) == 0 {
		return
	}
	p.heading("Debts you must settle")
	s := release.Arrears{Programme: w.Programme, Now: w.Now}
	for _, d := range w.Debts[:min(len(w.Debts), homeRows)] {
		debtEntry(p, d, s, "mine")
	}
	if n := len(w.Debts) - homeRows; n > 0 {
		p.note("And " + itoa(n) + " more: /release debts")
	}
}

// debtNotice shows what an emergency left behind, and what is overdue; nil for
// other notices.
func debtNotice(n release.Notice, programme *release.Programme, banner string) *page {
	switch n.Event.Kind { //nolint:exhaustive // the others are shown elsewhere
	case release.NoticeDebts:
		return owedNotice(n.Event, programme, banner)
	case release.NoticeOverdue:
		return overdueNotice(n.Event, programme, banner)
	}
	return nil
}

func owedNotice(e release.Event, programme *release.Programme, banner string) *page {
	p, name := newPage("Debts", banner), "An emergency"
	if e.Release != nil {
		name = e.Release.Name() + ", " + clip(e.Release.Title(programme), 200) + ","
	}
	p.say(line{bold("Deployed as an emergency"), words(": " + name + " leaves you " + count(len(e.Debts), "thing", "things") + " to do. Until then it holds up the next patch.")})
	s := release.Arrears{Programme: programme, Now: e.At}
	for _, d := range e.Debts[:min(len(e.Debts), debtRowsShown)] {
		debtEntry(p, d, s, "told")
	}
	if n := len(e.Debts) - debtRowsShown; n > 0 {
		p.note("And " + itoa(n) + " more: /release debts")
	}
	return p
}

// overdueNotice brings up a few things that should be done, each with why this
// person hears of it and what to press.
func overdueNotice(e release.Event, programme *release.Programme, banner string) *page {
	p := newPage("Overdue", banner)
	p.say(line{bold("To be settled"), words(": " + count(len(e.Overdue), "thing", "things") + ".")})
	for i, r := range e.Overdue {
		name, when := overdueName(r), "Due "
		if !e.At.Before(r.Due) {
			when = "Overdue since "
		}
		columns := []string{clip(oneLine(r.What), 400), when + release.Instant(r.Due, programme.Location()) + "\n" + levelWords(r, programme)}
		if b := actButton(release.Blocker{What: r.What, Act: r.Act, Label: r.Label}, i); b != nil {
			p.entry(name, columns, b)
			continue
		}
		p.say(line{bold(name)}, said(columns[0]), said(columns[1]))
	}
	p.note("You are told once. In working hours only, and at most once in an hour.")
	return p
}

func overdueName(r release.Reminder) string {
	switch {
	case r.Release != 0 && r.Title != "":
		return release.ReleaseName(r.Release) + ", " + clip(oneLine(r.Title), 120)
	case r.Release != 0:
		return release.ReleaseName(r.Release)
	}
	return clip(oneLine(r.Title), 120)
}

// levelWords say why a person hears of it.
func levelWords(r release.Reminder, programme *release.Programme) string {
	names := make([]string, len(r.Owners))
	for i, id := range r.Owners {
		names[i] = clip(programme.NameOf(id), cardName)
	}
	switch r.Level {
	case release.ChaseManager:
		return "You hear of it as release manager; it is with " + listed(names, 200) + "."
	case release.ChaseEscalation:
		return "You hear of it as escalation point; it is with " + listed(names, 200) + "."
	case release.ChaseOwner:
	}
	return "It is yours."
}
