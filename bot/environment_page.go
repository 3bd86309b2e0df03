package bot

import (
	"slices"
	"time"

	"gonogo.dev/release"
)

// environmentLines is how many lines of a kind a page of an environment shows.
const environmentLines = 15

// someLines adds the first lines, and says how to see the rest.
func someLines(p *page, lines []line, most int, rest string) {
	p.list(lines[:min(len(lines), most)]...)
	if n := len(lines) - most; n > 0 {
		p.note("And " + itoa(n) + " more. " + rest)
	}
}

// installedPart shows the version and the status of each system, in the order of
// the programme file.
func installedPart(p *page, v release.EnvironmentView) {
	var lines []line
	for _, s := range v.Programme.Systems {
		i := slices.IndexFunc(v.Installed, func(x release.Installation) bool { return x.System == s.ID })
		ailing := slices.IndexFunc(v.Ailing(), func(r release.StatusReport) bool { return r.System == s.ID })
		if i < 0 && ailing < 0 {
			continue
		}
		l := line{bold(clip(s.Name, cardName) + ": ")}
		if i < 0 {
			l = with(l, words("not installed"))
		} else {
			l = with(l, installedWords(v.Installed[i], v)...)
		}
		if ailing >= 0 {
			r := v.Ailing()[ailing]
			l = with(l, words(", "), bold(r.Status.String()), words(" since "+at(r.At, v.At, v.Programme.Location())+": "+clip(oneLine(r.Reason), 120)))
		}
		lines = append(lines, with(l, words(".")))
	}
	if len(lines) == 0 {
		p.say(coded("Nothing is recorded in " + v.Environment.Name + " yet: `/env record " + string(v.Environment.ID) + " SYSTEM VERSION` says what is there."))
		return
	}
	someLines(p, lines, environmentLines, "/env history "+string(v.Environment.ID)+" SYSTEM shows any of them.")
}

// installedWords show a version, since when it is there and who brought it.
func installedWords(x release.Installation, v release.EnvironmentView) []span {
	how := ", told by " + clip(v.Programme.NameOf(x.By), cardName)
	if x.Release > 0 {
		how = ", with " + release.ReleaseName(x.Release)
	}
	return []span{bold(x.Shown()), words(" since " + at(x.At, v.At, v.Programme.Location()) + how)}
}

// baselinePart shows the baseline and what differs from it.
func baselinePart(p *page, v release.EnvironmentView) {
	if v.Baseline == nil {
		p.say(with(line{bold("Baseline. ")}, coded("None is fixed; `/env baseline "+string(v.Environment.ID)+"` fixes what is installed.")...))
		return
	}
	x, drift := *v.Baseline, v.Drift()
	l := line{bold("Baseline"), words(" of " + at(x.At, v.At, v.Programme.Location()) + ", by " + clip(v.Programme.NameOf(x.By), cardName) + ": " + clip(oneLine(x.Note), 200))}
	if len(drift) == 0 {
		p.say(l, line{bold("No drift: "), words("everything is as it was fixed. Digest " + x.Digest()[:12] + ".")})
	} else {
		p.say(l, line{bold("Drift: " + count(len(drift), "difference", "differences") + "."), words(" Digest " + x.Digest()[:12] + ".")})
		someLines(p, driftLines(v.Programme, drift), 10, "")
	}
	if len(x.Items) == 0 {
		return
	}
	var items []line
	for _, item := range x.Items {
		items = append(items, fact(item.Name, item.Value))
	}
	p.say(line{bold("Fixed beside the versions")})
	someLines(p, items, 10, "")
}

func driftLines(p *release.Programme, drift []release.Drift) []line {
	var lines []line
	for _, x := range drift {
		text := x.Installed.String() + " instead of " + x.Fixed.String()
		switch {
		case x.Installed.IsZero():
			text = "not there, instead of " + x.Fixed.String()
		case x.Fixed.IsZero():
			text = x.Installed.String() + ", which the baseline does not have"
		}
		lines = append(lines, fact(systemName(p, x.System), text))
	}
	return lines
}

// systemName returns a system's name, or its id where it is gone.
func systemName(p *release.Programme, id release.SystemID) string {
	if s, ok := p.System(id); ok {
		return clip(s.Name, cardName)
	}
	return clip(string(id), cardName)
}

// bookedPart shows the bookings that run or come.
func bookedPart(p *page, v release.EnvironmentView) {
	if len(v.Bookings) == 0 {
		p.say(line{bold("Booked. "), words("Nobody has booked it.")})
		return
	}
	p.say(line{bold("Booked")})
	var lines []line
	for _, x := range v.Bookings {
		lines = append(lines, with(bookingLine(x, v.Programme), words(": "+clip(oneLine(x.Why), 120))))
	}
	someLines(p, lines, 8, "/env history "+string(v.Environment.ID)+" shows them.")
}

// bookingLine shows a booking by its number, so that it can be cancelled.
func bookingLine(x release.Booking, p *release.Programme) line {
	alone := ""
	if p.Exclusive(x) {
		alone = " (alone)"
	}
	l := line{bold(clip(x.Title(), cardName) + alone), words(", " + x.Window.String())}
	l = with(l, forYou(x.Window.From, x.Window.To)...)
	return with(l, words(", booking "+itoa(int(x.ID))+" by "+clip(p.NameOf(x.By), cardName)))
}

// happening is one line of an environment's history.
type happening struct {
	at   time.Time
	line line
}

// historyPage merges what was told of an environment, the newest first.
func (b *Bot) historyPage(e release.Environment, past release.EnvironmentPast) *page {
	p, loc := past.Programme, past.Programme.Location()
	var all []happening
	add := func(when time.Time, by release.PersonID, what string, more string) {
		l := line{bold(release.Instant(when, loc) + ": "), words(what)}
		if more != "" {
			l = with(l, words(": "+clip(oneLine(more), 120)))
		}
		all = append(all, happening{when, with(l, words(" ("+clip(p.NameOf(by), cardName)+")"))})
	}
	for _, x := range past.Installations {
		how := ""
		if late := x.RecordedAt.Sub(x.At); late > time.Minute {
			how = ", recorded " + release.Instant(x.RecordedAt, loc)
		}
		if x.Release > 0 {
			how = ", with " + release.ReleaseName(x.Release)
		}
		add(x.At, x.By, systemName(p, x.System)+" "+x.Shown()+how, x.Note)
	}
	for _, x := range past.Statuses {
		add(x.At, x.By, systemName(p, x.System)+" "+x.Status.String(), x.Reason)
	}
	for _, x := range past.Baselines {
		add(x.At, x.By, "baseline "+x.Digest()[:12]+" fixed", x.Note)
	}
	for _, x := range past.Bookings {
		add(x.At, x.By, "booked, "+clip(x.Title(), cardName)+", "+x.Window.String()+" (booking "+itoa(int(x.ID))+")", x.Why)
		if !x.Stands() {
			add(x.CancelledAt, x.CancelledBy, "booking "+itoa(int(x.ID))+" cancelled", x.CancelledWhy)
		}
	}
	slices.SortStableFunc(all, func(a, b happening) int { return b.at.Compare(a.at) })
	shown := newPage("History", b.banner).heading("History of " + e.Name)
	if len(all) == 0 {
		return shown.say(said("Nothing was told of it yet."))
	}
	var lines []line
	for _, x := range all[:min(len(all), environmentLines)] {
		lines = append(lines, x.line)
	}
	shown.list(lines...)
	if len(all) > environmentLines {
		shown.note("And older: `/env history " + string(e.ID) + " SYSTEM` looks at one system; `/env show " + string(e.ID) + " at 2026-10-01 12:00` at any time.")
	}
	return shown
}

// freezePage tells an RFC of a freeze over its window, or that it was lifted.
func freezePage(p *page, e release.Event, programme *release.Programme, name string) {
	if e.Booking == nil {
		return
	}
	x := *e.Booking
	place := environmentNames(programme, []release.EnvironmentID{x.Environment})[0]
	by := clip(programme.NameOf(e.By), cardName)
	if !x.Stands() {
		p.say(line{bold("Freeze lifted"), words(": booking " + itoa(int(x.ID)) + " of " + place + " was cancelled by " + by + " and no longer stands over the window of " + name + ".")})
		p.passage("Why", x.CancelledWhy, release.MaxText)
		return
	}
	p.say(
		with(line{bold("Frozen"), words(": " + place + ", " + x.Window.String())}, with(forYou(x.Window.From, x.Window.To), words(", by "+by+" (booking "+itoa(int(x.ID))+")."))...),
		said("It covers the window of "+name+", "+e.RFC.Content.Window.String()+": whatever was approved, it does not start while the freeze stands."),
	)
	p.passage("Why", x.Why, release.MaxText)
}
