package bot

import (
	"context"
	"strings"

	"gonogo.dev/release"
)

// The blocks of the form in which a deployment is rolled back.
const (
	forDefect = "defect"
	forOther  = "other"
)

// rollback rolls a failed deployment back as typed, or asks why.
func rollback(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, rest, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	word, reason := cutWord(rest)
	why := strings.Trim(lower(word), "`:,.")
	switch {
	case c.submitted():
		why, reason = c.form.choice(blockChoice), c.form.text(release.FieldReason)
	case why != "" && why != forDefect && why != forOther:
		return reply{}, refuse(release.CodeInvalid, "Nothing was rolled back.", "“"+clip(word, 40)+"” does not say what for.",
			"Write `/release rollback "+s.Release.Name()+" defect …` for a defect in the build, or `other …`, with the reason behind it.")
	case s.Release.Stage != release.Deploying:
		return reply{}, refuse(release.CodeState, "Nothing was rolled back.", s.Release.Name()+" is in “"+s.Release.Stage.String()+"”, and only a deployment is rolled back.",
			"`/release abandon "+s.Release.Name()+" reason` ends it before.")
	case why == "" || reason == "":
		return reply{modal: b.rollbackForm(s, why)}, nil
	}
	after, err := b.desk.RollBack(ctx, c.Intent(), s.Release.Number, why == forDefect, reason)
	if err != nil {
		return reply{}, err
	}
	p := newPage(after.Release.Name(), b.banner).say(
		line{bold(clip(after.Release.Title(after.Programme), 200) + " is rolled back"), words(" to " + stageWords(after.Release.Stage) + ".")},
		said("Its next deployment needs a new window and a fresh Go."),
	)
	nextPart(p, after)
	return reply{page: p, wrote: true}, nil
}

func (b *Bot) rollbackForm(s release.Standing, why string) *view {
	if why == "" {
		why = forDefect
	}
	v := b.releaseForm(s, "Roll back "+s.Release.Name(), "Roll back", "rollback", meta{Release: s.Release.Number}, "")
	v.add(
		radioInput(blockChoice, "What for", []choice{
			{forDefect, "A defect in the build: back to Build & package"}, {forOther, "Something else: prepare another deployment"},
		}, why),
		textInput(release.FieldReason, "Why", "Everybody who follows the release reads it.", "", release.MaxText, true, false),
	)
	return v
}

// openProgrammeGate opens the programme's Go/No-Go on a major release (T1).
func openProgrammeGate(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, rest, err := takeRelease(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	deadline, err := release.ParseDeadline(rest, c.now, c.Programme.Location())
	if err != nil {
		return reply{}, err
	}
	opened, err := b.desk.OpenProgrammeGate(ctx, c.Intent(), number, deadline)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.openedPage(c, opened), wrote: true}, nil
}

// rfcOf takes a release off the arguments and returns the RFC that governs it.
func (b *Bot) rfcOf(ctx context.Context, c Call) (number int, rest string, err error) {
	s, rest, err := standingOf(ctx, b, c)
	if err != nil {
		return 0, "", err
	}
	if s.RFC.Number == 0 {
		return 0, "", refuse(release.CodeState, "No Go/No-Go was opened for "+s.Release.Name()+".", "No RFC is raised for it.",
			"`/rfc raise "+s.Release.Name()+"` raises one.")
	}
	return s.RFC.Number, rest, nil
}

// releaseDetails opens everything about a release in a window.
func releaseDetails(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, _, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	return reply{modal: &view{releaseDetailsPage(s, c.By, b.banner).modal()}}, nil
}

func releaseDetailsPage(s release.Standing, reader release.Person, banner string) *page {
	r, p := s.Release, newPage(s.Release.Name(), banner)
	loc := s.Programme.Location()
	p.heading(r.Name() + ": " + r.Title(s.Programme))
	p.say(line{bold(capital(string(r.Content.Type)) + " release · " + stageWords(r.Stage))}, said(progressWords(r.Stage)))
	p.list(releaseFacts(s)...)
	p.passage("Purpose", r.Content.Purpose, release.MaxText)
	p.heading("Content")
	var items []line
	for _, x := range r.Content.Items {
		l := line{bold(x.ID), words(" " + clip(x.Title, release.MaxTitle) + ", " + x.Kind.String())}
		if x.Severity != "" {
			l = with(l, words(", "+string(x.Severity)))
		}
		items = append(items, l)
	}
	someLines(p, items, 60, "")
	confidedPart(p, s, reader)
	p.heading("Where and when")
	var targets []line
	for _, t := range r.Content.Targets {
		when := "no window planned"
		if !t.Window.IsZero() {
			when = t.Window.String()
		}
		targets = append(targets, fact(environmentNames(s.Programme, []release.EnvironmentID{t.Environment})[0], when))
	}
	p.list(targets...)
	if all := decisionLines(s); len(all) > 0 {
		p.heading("Decisions").list(all...)
	}
	p.heading("Evidence").say(pointsLine(s))
	var given []line
	for _, e := range s.Evidence {
		given = append(given, evidenceLine(s, e))
	}
	someLines(p, given, 40, "")
	p.note("Revision " + itoa(r.Revision) + ", " + release.Instant(r.UpdatedAt, loc) + ". Created by " + s.Programme.NameOf(r.CreatedBy) + ", " + release.Instant(r.CreatedAt, loc) + ".")
	all := button("release.builds", "builds "+r.Name(), "Builds", "Builds of "+r.Name())
	if s.RFC.Number == 0 {
		return p.buttons(all)
	}
	return p.buttons(button("rfc.details", "details "+itoa(s.RFC.Number), s.RFC.Name(), "Details of "+s.RFC.Name()), all)
}

// evidenceLine tells one piece of evidence, taken away or not.
func evidenceLine(s release.Standing, e release.Evidence) line {
	loc := s.Programme.Location()
	what, shown := "Shown: ", clip(e.Ref, 300)
	if e.Waiver {
		what, shown = "Waived: ", "until "+release.Instant(e.Until, loc)
	}
	l := line{bold(what), words(e.Check.Title() + ", by " + clip(s.Programme.NameOf(e.By), cardName) + ", " + release.Instant(e.At, loc) + ". " + shown)}
	if e.Note != "" {
		l = with(l, words(" “"+clip(oneLine(e.Note), 200)+"”"))
	}
	if !e.TakenAt.IsZero() {
		l = with(l, bold(" Taken away"), words(" "+release.Instant(e.TakenAt, loc)+" by "+clip(s.Programme.NameOf(e.TakenBy), cardName)+": "+clip(oneLine(e.TakenWhy), 200)))
	}
	return l
}
