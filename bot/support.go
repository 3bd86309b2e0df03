package bot

import (
	"context"
	"strconv"

	"gonogo.dev/release"
)

// logIssue asks for an issue of the release in whose early life it came up, or
// keeps it. Where several releases are supported it asks which is meant.
func logIssue(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.submitted() {
		return b.keepIssue(ctx, c)
	}
	number, page, err := b.supportedOf(ctx, c)
	if err != nil || page != nil {
		return reply{page: page}, err
	}
	v, err := b.desk.ReadSupport(ctx, number)
	if err != nil {
		return reply{}, err
	}
	if v.Support == nil || !v.Support.Covers(c.now) { // the Desk says why, and what to do instead
		_, err := b.desk.LogSupportIssue(ctx, c.Intent(), release.SupportIssue{Release: number})
		return reply{}, err
	}
	return reply{modal: b.issueForm(c, v)}, nil
}

// supportedOf returns the release an issue is about: as named, else the one whose
// early life support runs, of the system where one is named. Several are a page to
// choose from.
func (b *Bot) supportedOf(ctx context.Context, c Call) (int, *page, error) {
	var system release.SystemID
	if c.Args != "" {
		s, _, err := takeSystem(c, c.Args)
		if err != nil || versionAmong(c.Args) {
			number, _, err := takeRelease(ctx, b, c)
			return number, nil, err
		}
		system = s.ID
	}
	all, err := b.desk.Supported(ctx)
	if err != nil {
		return 0, nil, err
	}
	var running []release.Support
	for _, s := range all {
		if system == "" || s.System == system {
			running = append(running, s)
		}
	}
	switch len(running) {
	case 0:
		return 0, nil, refuse(release.CodeState, "No issue was logged.", "No release is in its early life now.", "Raise a defect; the next release of the system mends it.")
	case 1:
		return running[0].Release, nil, nil
	}
	return 0, supportsPage(running, c.Programme, b.banner).say(said("Several releases are in their early life: choose the one it came with.")), nil
}

// supportsPage lists the early life support that runs, each with its buttons.
func supportsPage(all []release.Support, programme *release.Programme, banner string) *page {
	p := newPage("Early life support", banner).heading("Early life support")
	if len(all) == 0 {
		p.say(said("No release is in its early life now."))
	}
	for _, s := range all[:min(len(all), debtRowsShown)] {
		name := release.ReleaseName(s.Release)
		p.entry(name, []string{
			clip(systemName(programme, s.System), 120) + "\n" + listedBy(environmentNames(programme, s.Environments), ", ", 300),
			"Until " + release.Instant(s.Until, programme.Location()),
		}, button("release.issue."+itoa(s.Release), "issue "+name, "Log an issue", "Log an issue of "+name))
	}
	if n := len(all) - debtRowsShown; n > 0 {
		p.note("And " + itoa(n) + " more, ending later.")
	}
	return p
}

func (b *Bot) keepIssue(ctx context.Context, c Call) (reply, error) {
	x, err := b.desk.LogSupportIssue(ctx, c.Intent(), release.SupportIssue{
		Release: c.meta.Release, Environment: release.EnvironmentID(c.form.choice(release.FieldIssueEnvironment)),
		Title: c.form.text(release.FieldIssueTitle), Severity: release.Severity(c.form.choice(release.FieldIssueSeverity)),
		Ref: bareLink(c.form.text(release.FieldIssueRef)),
	})
	if err != nil {
		return reply{}, err
	}
	p := newPage("Early life support", b.banner).say(line{bold(capital(x.Name()) + " is logged"), words(" with " + release.ReleaseName(x.Release) + "; its owner is told.")})
	issueEntry(p, x, c.Programme, "logged")
	return reply{page: p, wrote: true}, nil
}

// issueForm asks for an issue of early life support.
func (b *Bot) issueForm(c Call, v release.SupportView) *view {
	form := b.formView("Early life issue", "Log it", "release.issue", meta{Release: v.Release.Number})
	form.add(newPage("", "").say(
		line{bold(v.Release.Name() + ": "), words(clip(v.Release.Title(c.Programme), 200) + ".")},
		said("Its early life support runs until "+release.Instant(v.Support.Until, c.Programme.Location())+"."),
	).blocks...)
	var places, severities []choice
	for _, id := range v.Support.Environments {
		places = append(places, choice{value: string(id), text: listed(environmentNames(c.Programme, []release.EnvironmentID{id}), 100)})
	}
	for _, s := range release.Severities() {
		severities = append(severities, choice{value: string(s), text: capital(string(s))})
	}
	first := ""
	if len(places) == 1 {
		first = places[0].value
	}
	form.add(
		textInput(release.FieldIssueTitle, "What goes wrong", "In a sentence.", "", release.MaxIssueTitle, false, false),
		selectInput(release.FieldIssueEnvironment, "Where", "", places, first),
		selectInput(release.FieldIssueSeverity, "How badly it hurts", "", severities, ""),
		textInput(release.FieldIssueRef, "Defect", "Its id or the link to it, where one was raised.", "", release.MaxRef, false, true),
	)
	return form
}

// listIssues shows a release's early life support, or all that runs now.
func listIssues(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.Args == "" {
		all, err := b.desk.Supported(ctx)
		if err != nil {
			return reply{}, err
		}
		return reply{page: supportsPage(all, c.Programme, b.banner)}, nil
	}
	number, _, err := takeRelease(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	v, err := b.desk.ReadSupport(ctx, number)
	if err != nil {
		return reply{}, err
	}
	return reply{page: supportPage(v, b.banner)}, nil
}

// supportPage shows how the early life support of a release stands: what is open
// first.
func supportPage(v release.SupportView, banner string) *page {
	name := v.Release.Name()
	p := newPage("Early life support", banner).heading("Early life support of " + name + ", " + v.Release.Title(v.Programme))
	switch loc := v.Programme.Location(); {
	case v.Support == nil:
		return p.say(said("It was not deployed yet."))
	case v.Support.Covers(v.Now):
		p.say(line{bold("It runs until " + release.Instant(v.Support.Until, loc)), words(", in " + listedBy(environmentNames(v.Programme, v.Support.Environments), ", ", 300) + ".")})
		p.buttons(button("release.issue", "issue "+name, "Log an issue", "Log an issue of "+name))
	default:
		p.say(line{bold("It ended " + release.Instant(v.Support.Until, loc)), words(".")})
	}
	var open, resolved []release.SupportIssue
	for _, x := range v.Issues {
		if x.Open() {
			open = append(open, x)
		} else {
			resolved = append(resolved, x)
		}
	}
	p.say(line{bold(capital(count(len(open), "issue is", "issues are")) + " open"), words(", " + count(len(resolved), "is resolved", "are resolved") + ".")})
	for _, x := range open[:min(len(open), debtRowsShown)] {
		issueEntry(p, x, v.Programme, "open")
	}
	if n := len(open) - debtRowsShown; n > 0 {
		p.note("And " + itoa(n) + " more that are open.")
	}
	var lines []line
	for _, x := range resolved[max(0, len(resolved)-actionLines):] {
		lines = append(lines, line{bold(capital(x.Name()) + ": "), words(sentence(clip(oneLine(x.Title), 160)) + " " + clip(oneLine(x.Resolution), 200))})
	}
	return p.list(lines...)
}

// issueEntry shows an issue with the button that resolves it.
func issueEntry(p *page, x release.SupportIssue, programme *release.Programme, list string) {
	id := strconv.FormatInt(x.ID, 10)
	columns := []string{
		clip(oneLine(x.Title), 300) + "\n" + capital(string(x.Severity)) + ", " + listed(environmentNames(programme, []release.EnvironmentID{x.Environment}), 100),
		"Reported by " + clip(programme.NameOf(x.By), cardName) + ", " + dated(x.At, programme.Location()),
	}
	if x.Ref != "" {
		columns[1] += "\n" + clip(oneLine(x.Ref), 300)
	}
	p.entry(capital(x.Name())+", "+release.ReleaseName(x.Release), columns, button("release.resolve."+id+"."+list, "resolve "+id, "Resolve it", "Say how "+x.Name()+" was resolved"))
}

// resolveIssue says how an issue was resolved as typed, or asks.
func resolveIssue(ctx context.Context, b *Bot, c Call) (reply, error) {
	id, how := c.meta.Issue, c.form.text(release.FieldResolution)
	if !c.submitted() {
		var word string
		word, how = cutWord(c.Args)
		if id = thingNumber(word, "support-issue"); id == 0 {
			return reply{}, refuse(release.CodeInvalid, "Nothing was done.", "Which issue? None was named.",
				"Write its number, as in `/release resolve 3 an index was missing`; `/release issues` shows the numbers.")
		}
	}
	if how == "" && !c.submitted() {
		return reply{modal: b.endForm("Resolved", "Resolve it", "resolve", meta{Issue: id}, "Issue "+strconv.FormatInt(id, 10)+" of early life support.",
			textInput(release.FieldResolution, "How it was resolved", "", "", release.MaxText, true, false))}, nil
	}
	x, err := b.desk.ResolveSupportIssue(ctx, c.Intent(), id, how)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Early life support", b.banner).say(
		line{bold(capital(x.Name()) + " is resolved"), words(": " + clip(oneLine(x.Title), 300))}, fact("How", clip(x.Resolution, 600)),
	)
	return reply{page: p, wrote: true}, nil
}
