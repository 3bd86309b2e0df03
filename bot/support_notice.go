package bot

import (
	"strconv"
	"strings"

	"gonogo.dev/release"
)

// troubleNotice tells of an issue of early life support, reported or resolved.
func troubleNotice(n release.Notice, programme *release.Programme, banner string) *page {
	e, x := n.Event, *n.Event.Trouble
	p := newPage("Early life support", banner)
	by := clip(programme.NameOf(e.By), cardName)
	if !x.Open() {
		p.say(line{bold("Resolved"), words(": " + x.Name() + " of " + titled(*e.Release, programme) + ", by " + by + ".")}, said(clip(oneLine(x.Title), 300)))
		return p.passage("How", x.Resolution, release.MaxText)
	}
	p.say(line{bold("An issue in its early life"), words(": " + titled(*e.Release, programme) + ", reported by " + by + ".")})
	issueEntry(p, x, programme, "told")
	return p
}

// supportNotice sums an early life support up; what is still open can be made a
// work-off action.
func supportNotice(e release.Event, programme *release.Programme, banner string) *page {
	sum := *e.Support
	p := newPage("Early life support", banner)
	p.say(line{bold("Early life support is over"), words(": " + titled(*e.Release, programme) + ". " + capital(issuesWords(sum)) + ".")})
	if sum.Resolved > 0 {
		p.say(fact("Time to resolve", "median "+release.Lasting(sum.Median)+", of "+count(sum.Resolved, "issue", "issues")+" resolved"))
	}
	if len(sum.Open) == 0 {
		p.say(said("Nothing is left open."))
	}
	for _, x := range sum.Open[:min(len(sum.Open), debtRowsShown)] {
		id := strconv.FormatInt(x.ID, 10)
		name := release.ReleaseName(x.Release)
		p.entry(capital(x.Name()), []string{clip(oneLine(x.Title), 300), capital(string(x.Severity)) + ", open since " + dated(x.At, programme.Location())},
			button("release.action."+id, "action "+name+" issue "+id, "Work it off", "Make "+x.Name()+" a work-off action"))
	}
	if n := len(sum.Open) - debtRowsShown; n > 0 {
		p.note("And " + itoa(n) + " more: /release issues " + e.Release.Name())
	}
	return p
}

// issuesWords count issues by their severity: "3 issues: 1 blocking, 2 low".
func issuesWords(sum release.SupportSummary) string {
	if sum.Issues() == 0 {
		return "no issue came up"
	}
	var parts []string
	for _, x := range sum.Severities {
		parts = append(parts, itoa(x.Count)+" "+string(x.Severity))
	}
	text := count(sum.Issues(), "issue", "issues") + ": " + strings.Join(parts, ", ")
	if n := len(sum.Open); n > 0 {
		text += "; " + itoa(n) + " still open"
	}
	return text
}
