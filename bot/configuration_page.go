package bot

import (
	"slices"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// How many issues, files and differences one message shows.
const (
	issuesShown      = 12
	filesShown       = 25
	differencesShown = 20
)

func issueOpener(i release.ConfigurationIssue) *slack.ButtonBlockElement {
	n := itoa(int(i.ID))
	if i.Open() {
		return button("env.issue."+n, "issue "+n+" resolve", "Resolve", "Resolve configuration issue "+n)
	}
	return button("env.issue."+n, "issue "+n, "Show", "Show configuration issue "+n)
}

func issueStanding(i release.ConfigurationIssue, p *release.Programme, now time.Time) string {
	loc := p.Location()
	if i.Open() {
		due := "due " + at(i.Due, now, loc)
		if !now.Before(i.Due) {
			due = "overdue since " + at(i.Due, now, loc)
		}
		return "Open since " + at(i.At, now, loc) + ", with " + clip(p.NameOf(i.Owner), cardName) + ", " + due
	}
	return "Resolved " + at(i.ResolvedAt, now, loc) + " by " + clip(p.NameOf(i.ResolvedBy), cardName) + ": " +
		release.Installation{Version: i.Truth}.Shown() + " is true"
}

func issuesPage(v release.ConfigurationIssueView, open bool, now time.Time, banner string) *page {
	p := newPage("Issues", banner).heading("Configuration issues")
	if len(v.Issues) == 0 {
		return p.say(said(map[bool]string{true: "No issue is open: nothing that was told contradicts what is known.", false: "There never was one."}[open]))
	}
	for _, i := range v.Issues[:min(len(v.Issues), issuesShown)] {
		p.entry("Issue "+itoa(int(i.ID)), []string{clip(i.What(v.Programme), 400), issueStanding(i, v.Programme, now)}, issueOpener(i))
	}
	if n := len(v.Issues) - issuesShown; n > 0 {
		p.note("And " + itoa(n) + " older.")
	}
	return p
}

func issuePage(i release.ConfigurationIssue, programme *release.Programme, now time.Time, banner string) *page {
	p := newPage("Issue", banner)
	p.say(line{bold("Issue " + itoa(int(i.ID)) + ". "), words(i.What(programme))}, said(issueStanding(i, programme, now)+"."))
	if !i.Open() {
		return p.passage("How it was found out", i.Resolution, release.MaxSentence)
	}
	p.say(said("Until it is resolved, releases of " + systemName(programme, i.System) + " are not deployed there."))
	return p.buttons(issueOpener(i))
}

// doubtNotice tells of a configuration issue whoever must find out what is true.
func doubtNotice(n release.Notice, programme *release.Programme, banner string) *page {
	return issuePage(*n.Event.Doubt, programme, n.Event.At, banner)
}

// doubtPart shows the open issues of an environment, and what is done there.
func doubtPart(p *page, v release.EnvironmentView) {
	if len(v.Issues) > 0 {
		p.say(line{bold("In doubt")})
		var lines []line
		for _, i := range v.Issues {
			lines = append(lines, line{bold("Issue " + itoa(int(i.ID)) + ". "), words(clip(i.What(v.Programme), 300))})
		}
		someLines(p, lines, 5, "/env issues lists them.")
		p.buttons(issueOpener(v.Issues[0]))
	}
	if len(v.Operations) > 0 {
		p.say(line{bold("Operations")})
		var lines []line
		for _, o := range v.Operations {
			lines = append(lines, line{bold(clip(o.Operation.Content.Title(v.Programme), 120)), words(", " + o.Window().String() + ". " + operationStanding(o) + ".")})
		}
		someLines(p, lines, 5, "/env operation lists them.")
	}
}

// itemsPage shows the files of the builds that are installed: of one system by
// name, of several counted.
func itemsPage(v release.ConfigurationView, system release.SystemID, part int, banner string) *page {
	e, loc := v.Environment, v.Programme.Location()
	p := newPage("Items", banner).heading("Configuration items of " + clip(e.Name, cardName))
	p.say(line{bold("As of " + release.Instant(v.At, loc))})
	if len(v.Systems) == 0 {
		return p.say(said("Nothing was recorded there then."))
	}
	if system == "" {
		var lines []line
		for _, s := range v.Systems {
			lines = append(lines, with(line{bold(systemName(v.Programme, s.Installed.System) + " " + s.Installed.Shown())}, words(": "+itemsWords(s)+".")))
		}
		someLines(p, lines, environmentLines, "")
		return p.note("`/env items " + string(e.ID) + " SYSTEM` lists the files of one; `gonogo report items` writes all of them to a file.")
	}
	s := v.Systems[0]
	p.say(line{bold(systemName(v.Programme, s.Installed.System) + " " + s.Installed.Shown()), words(": " + itemsWords(s) + ".")})
	if s.Build == nil {
		return p
	}
	from := min((part-1)*filesShown, len(s.Build.BOM))
	shown := s.Build.BOM[from:min(from+filesShown, len(s.Build.BOM))]
	var lines []line
	for _, f := range shown {
		lines = append(lines, line{bold(clip(f.File, 100)), words(" " + clip(f.Version, 40) + ", " + f.Date)})
	}
	p.list(lines...)
	if left := len(s.Build.BOM) - from - len(shown); left > 0 {
		next := "items " + string(e.ID) + " " + string(system) + " at " + v.At.In(loc).Format("2006-01-02 15:04") + " page " + itoa(part+1)
		p.note("And " + itoa(left) + " more.").buttons(button("env.items", next, "More", "More files"))
	}
	return p
}

func itemsWords(s release.SystemItems) string {
	if s.Build == nil {
		return "items unknown, " + s.Unknown
	}
	return count(len(s.Build.BOM), "file", "files")
}

func comparePage(a, z release.ConfigurationView, banner string) *page {
	loc := a.Programme.Location()
	name := func(v release.ConfigurationView) string {
		return clip(v.Environment.Name, cardName) + " " + release.Instant(v.At, loc)
	}
	p := newPage("Compare", banner).heading("What differs")
	p.say(line{bold(name(a)), words(" → "), bold(name(z))})
	changes := release.CompareConfigurations(a, z)
	if len(changes) == 0 {
		return p.say(said("Nothing: every system has the same version and build."))
	}
	var lines []line
	for _, c := range changes {
		lines = append(lines, line{bold(systemName(a.Programme, c.System) + ": "), words(placeWords(c.Before) + " → " + placeWords(c.After) + fileWords(c))})
	}
	someLines(p, lines, differencesShown, "")
	var files []line
	for _, c := range changes {
		for _, f := range c.Files {
			files = append(files, line{bold(clip(f.Field, 100) + ": "), words(clip(orNothing(f.Before), 60) + " → " + clip(orNothing(f.After), 60))})
		}
	}
	if len(files) > 0 {
		p.say(line{bold("Files")})
		someLines(p, files, differencesShown, "")
	}
	return p
}

func placeWords(x release.Installation) string {
	if x.Version.IsZero() {
		return "not there"
	}
	return x.Shown()
}

func fileWords(c release.ConfigurationChange) string {
	missing := slices.ContainsFunc([]release.Installation{c.Before, c.After}, func(x release.Installation) bool { return x.Version.IsZero() })
	switch {
	case missing:
		return ""
	case c.Blind:
		return " (files unknown: a build is not known)"
	}
	return ", " + count(len(c.Files), "file differs", "files differ")
}
