package bot

import (
	"context"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// environmentStatus shows how the systems do, or keeps how one does.
func environmentStatus(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.Args == "" {
		views, err := b.desk.EnvironmentsNow(ctx)
		if err != nil {
			return reply{}, err
		}
		return reply{page: b.statusesPage(views)}, nil
	}
	e, rest, err := takeEnvironment(c, c.Args)
	if err != nil {
		return reply{}, err
	}
	if rest == "" {
		v, err := b.desk.EnvironmentAt(ctx, c.By.ID, e.ID, time.Time{})
		if err != nil {
			return reply{}, err
		}
		return reply{page: b.statusesPage([]release.EnvironmentView{v})}, nil
	}
	s, rest, err := takeSystem(c, rest)
	if err != nil {
		return reply{}, err
	}
	word, reason := cutWord(rest)
	if word == "" {
		return reply{}, refuse(release.CodeInvalid, "The status was not changed.", "How "+s.Name+" does is missing.",
			"Write available, degraded, down or window behind it, and why.")
	}
	return b.setStatus(ctx, c, e, s, release.SystemStatus(strings.Trim(lower(word), ":,.")), reason)
}

// restoreSystem keeps that a system is available again.
func restoreSystem(ctx context.Context, b *Bot, c Call) (reply, error) {
	e, rest, err := takeEnvironment(c, c.Args)
	if err != nil {
		return reply{}, err
	}
	s, rest, err := takeSystem(c, rest)
	if err != nil {
		return reply{}, err
	}
	return b.setStatus(ctx, c, e, s, release.SystemAvailable, rest)
}

func (b *Bot) setStatus(ctx context.Context, c Call, e release.Environment, s release.System, status release.SystemStatus, reason string) (reply, error) {
	r, err := b.desk.SetStatus(ctx, c.Intent(), e.ID, s.ID, status, reason)
	if err != nil {
		return reply{}, err
	}
	l := line{bold(s.Name + " in " + e.Name + " is " + r.Status.String()), words(" since " + at(r.At, c.now, c.Programme.Location()))}
	if r.Reason != "" {
		l = with(l, words(": "+clip(r.Reason, release.MaxSentence)))
	}
	return reply{page: newPage("Status", b.banner).say(with(l, words(".")))}, nil
}

// statusesPage shows how the systems do, by environment: what is not available
// by name, the rest counted.
func (b *Bot) statusesPage(views []release.EnvironmentView) *page {
	p := newPage("Status", b.banner).heading("How the systems do")
	room := 24 // lines that one message has room for
	for _, v := range views[:min(len(views), room)] {
		var lines []line
		for _, r := range v.Ailing() {
			lines = append(lines, line{
				bold(systemName(v.Programme, r.System) + ": " + r.Status.String()),
				words(" since " + at(r.At, v.At, v.Programme.Location()) + ", says " + clip(v.Programme.NameOf(r.By), cardName) + ": " + clip(oneLine(r.Reason), 120)),
			})
		}
		p.say(line{bold(clip(v.Environment.Name, cardName) + ". "), words(healthWords(v, len(lines)))})
		someLines(p, lines, min(room, 10), "/env show "+string(v.Environment.ID))
		room = max(room-len(lines), 1)
	}
	return p.note("`/env status SIT-A SYSTEM degraded WHY` says how one does; `/env restore` that it is available again.")
}

// healthWords sum up how the systems of an environment do.
func healthWords(v release.EnvironmentView, ailing int) string {
	installed := count(len(v.Installed), "system", "systems") + " installed"
	switch {
	case len(v.Installed) == 0 && ailing == 0:
		return "Nothing is recorded in it yet."
	case ailing == 0:
		return "Nobody reported trouble; " + installed + "."
	case ailing == 1:
		return "Trouble with one system; " + installed + "."
	}
	return "Trouble with " + itoa(ailing) + " systems; " + installed + "."
}

// environmentHistory shows what happened in an environment.
func environmentHistory(ctx context.Context, b *Bot, c Call) (reply, error) {
	e, rest, err := takeEnvironment(c, c.Args)
	if err != nil {
		return reply{}, err
	}
	var system release.SystemID
	if rest != "" {
		s, _, err := takeSystem(c, rest)
		if err != nil {
			return reply{}, err
		}
		system = s.ID
	}
	past, err := b.desk.EnvironmentHistory(ctx, e.ID, system, environmentLines+1)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.historyPage(e, past)}, nil
}

// recordInstallation keeps which version is installed, as typed or as a form says.
func recordInstallation(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.Args == "" && !c.submitted() {
		if !c.Programme.MayRecordAny(c.By) {
			return reply{}, refuse(release.CodeForbidden, "Nothing was recorded.", "What is installed is told by "+recorders+".", "Ask one of them.")
		}
		return reply{modal: b.recordForm(c)}, nil
	}
	r, err := installationOf(c)
	if err != nil {
		return reply{}, err
	}
	x, err := b.desk.RecordInstallation(ctx, c.Intent(), r)
	if err != nil {
		return reply{}, err
	}
	v, err := b.desk.EnvironmentAt(ctx, c.By.ID, x.Environment, time.Time{})
	if err != nil {
		return reply{}, err
	}
	l := line{
		bold(systemName(c.Programme, x.System) + " in " + v.Environment.Name + ": " + x.Shown()),
		words(" since " + at(x.At, c.now, c.Programme.Location()) + "."),
	}
	p := newPage("Recorded", b.banner).say(l)
	for _, i := range v.Issues {
		if i.Source == "installation/"+itoa(int(x.ID)) {
			p.say(line{bold("In doubt"), words(" (issue " + itoa(int(i.ID)) + "): " + i.What(c.Programme) + " " + clip(c.Programme.NameOf(i.Owner), cardName) + " finds out which is true.")})
		}
	}
	if drift := v.Drift(); len(drift) > 0 {
		p.say(line{bold("Drift"), words(" from the baseline:")})
		someLines(p, driftLines(c.Programme, drift), 10, "")
	}
	return reply{page: p}, nil
}

// noVersion is what people write for a system that was taken out.
var noVersion = []string{"none", "removed", "out"}

func installationOf(c Call) (release.InstallationReport, error) {
	if c.submitted() {
		return recordedIn(c)
	}
	e, rest, err := takeEnvironment(c, c.Args)
	if err != nil {
		return release.InstallationReport{}, err
	}
	s, rest, err := takeSystem(c, rest)
	if err != nil {
		return release.InstallationReport{}, err
	}
	word, rest := cutWord(rest)
	v, err := installedVersion(word)
	if err != nil {
		return release.InstallationReport{}, err
	}
	at, rest, err := takeInstant(c, rest)
	if err != nil {
		return release.InstallationReport{}, err
	}
	return release.InstallationReport{Environment: e.ID, System: s.ID, Version: v, At: at, Note: rest}, nil
}

func installedVersion(text string) (release.Version, error) {
	if slices.Contains(noVersion, lower(text)) {
		return release.Version{}, nil
	}
	return release.ParseVersion(strings.Trim(text, "`:,"))
}

// cancelBooking cancels a booking with the reason typed, or asks for one.
func cancelBooking(ctx context.Context, b *Bot, c Call) (reply, error) {
	id, reason := c.meta.Seen, c.form.text(release.FieldReason)
	if !c.submitted() {
		word, rest := cutWord(c.Args)
		id, reason = int64(atoi(strings.Trim(word, "`#:,."))), rest
		if id == 0 {
			return reply{}, refuse(release.CodeInvalid, "The booking was not cancelled.", "Which booking? Its number is missing.",
				"`/env show NAME` shows the bookings and their numbers.")
		}
		if reason == "" {
			return reply{modal: b.cancelForm(id)}, nil
		}
	}
	x, err := b.desk.CancelBooking(ctx, c.Intent(), id, reason)
	if err != nil {
		return reply{}, err
	}
	place := environmentNames(c.Programme, []release.EnvironmentID{x.Environment})[0]
	p := newPage("Cancelled", b.banner).say(line{bold(clip(x.Title(), cardName) + " in " + place + " is cancelled"), words(" (booking " + itoa(int(x.ID)) + ", " + x.Window.String() + ").")})
	if x.Kind == release.BookFreeze {
		p.say(said("The RFCs whose windows it covered are told in their threads, and their requesters directly."))
	}
	return reply{page: p}, nil
}
