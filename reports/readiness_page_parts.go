package reports

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

func verdictTone(v release.Verdict) templates.Tone {
	return [...]templates.Tone{templates.Good, templates.Calm, templates.Warn, templates.Bad}[v]
}

func verdictBadge(v release.Verdict) templates.Badge {
	return templates.Badge{Text: v.String(), Tone: verdictTone(v)}
}

// comments are what the managers say; no section while nobody said anything.
func (v reading) comments() []templates.Section {
	if len(v.Comments) == 0 {
		return nil
	}
	s := templates.Section{Title: "From the managers"}
	for _, c := range v.Comments {
		s.Items = append(s.Items, templates.Item{Title: v.Programme.NameOf(c.By) + ", " + release.Instant(c.At, v.loc), Quote: c.Words})
	}
	return []templates.Section{s}
}

// readiness shows every verdict with its reason, and the rule behind them.
func (v reading) readiness() []templates.Section {
	releases := templates.Section{
		Title: "Ready or not: releases", Intro: release.VerdictRule, Empty: "No release is under way.",
		Table: templates.Table{Columns: []templates.Column{{Title: "Release", Width: 40}, {Title: "Verdict and why", Width: 60}}},
	}
	judged := slices.Clone(v.Judged)
	slices.SortStableFunc(judged, func(a, b Judged) int { return one(v.own(b)) - one(v.own(a)) })
	for _, j := range judged[:min(len(judged), mostPerState)] {
		r := j.Standing.Release
		why := j.Why
		if n := len(j.Unmet); n > 1 {
			why += fmt.Sprintf(" %d things are missing in all.", n)
		}
		releases.Table.Rows = append(releases.Table.Rows, []templates.Cell{
			{Text: r.Name() + " " + r.Title(v.Programme), Link: v.links.Page(fmt.Sprintf("/releases/%d", r.Number)), Head: true, Note: r.Stage.String() + "; " + v.when(j)},
			{Badge: verdictBadge(j.Verdict), Note: short(why)},
		})
	}
	if more := len(judged) - mostPerState; more > 0 {
		releases.Table.Rows = append(releases.Table.Rows, []templates.Cell{{Text: fmt.Sprintf("and %d more", more), Head: true}, {Note: "/release list in Slack shows them all"}})
	}
	sections := []templates.Section{releases}
	for _, part := range []struct {
		title string
		rated []Rated
	}{{"Ready or not: test phases", v.Phases}, {"Ready or not: environments", v.Places}} {
		if len(part.rated) == 0 {
			continue
		}
		s := templates.Section{Title: part.title, Table: templates.Table{Columns: []templates.Column{{Title: "Where", Width: 40}, {Title: "Verdict and why", Width: 60}}}}
		for _, x := range part.rated {
			s.Table.Rows = append(s.Table.Rows, []templates.Cell{{Text: x.Name, Head: true}, {Badge: verdictBadge(x.Verdict), Note: short(x.Why)}})
		}
		sections = append(sections, s)
	}
	return sections
}

// own tells whether a release is of the reader's party.
func (v reading) own(j Judged) bool {
	return v.party != "" && j.Standing.Release.Provider(v.Programme) == v.party
}

func (v reading) when(j Judged) string {
	w := j.Standing.Window()
	if w.IsZero() {
		return "no window yet"
	}
	return release.Span(w.From, w.To, v.loc)
}

// shifts tell what changed since the report before.
func (v reading) shifts() []templates.Section {
	s := templates.Section{Title: "What changed since " + release.Instant(v.Since, v.loc), Empty: "Nothing about any release."}
	for _, x := range v.Shifts[:min(len(v.Shifts), mostPerState)] {
		item := templates.Item{Title: x.Title, Lines: x.Lines}
		if x.Worse {
			item.Badge = templates.Badge{Text: "worse", Tone: templates.Warn}
		}
		s.Items = append(s.Items, item)
	}
	if more := len(v.Shifts) - mostPerState; more > 0 {
		s.Items = append(s.Items, templates.Item{Title: fmt.Sprintf("and %d more releases changed", more)})
	}
	return []templates.Section{s}
}

// mostPerParty is how many overdue things of an organisation are listed.
const mostPerParty = 8

// owed is no section while nothing is overdue.
func (v reading) owed() []templates.Section {
	s := templates.Section{Title: "Overdue, by organisation"}
	for _, x := range v.Owed {
		if x.Party == v.party && v.party != "" {
			continue // on top
		}
		s.Items = append(s.Items, v.owes(x, mostPerParty))
	}
	if len(s.Items) == 0 {
		return nil
	}
	return []templates.Section{s}
}

func (v reading) owes(x Owed, most int) templates.Item {
	item := templates.Item{Title: x.Name, Badge: templates.Badge{Text: fmt.Sprintf("%d overdue", len(x.Items)), Tone: templates.Bad}}
	for _, o := range x.Items[:min(len(x.Items), most)] {
		line := fmt.Sprintf("%s With %s, due %s", sentence(o.What), o.Owner, release.Instant(o.Due, v.loc))
		if o.Act != "" {
			line += "; in Slack: " + o.Act
		}
		item.Lines = append(item.Lines, line)
	}
	if more := len(x.Items) - most; more > 0 {
		item.Lines = append(item.Lines, fmt.Sprintf("and %d more", more))
	}
	return item
}

func sentence(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}

// debts are the waivers that stand in for evidence and what emergencies left behind.
func (v reading) debts() []templates.Section {
	s := templates.Section{Title: "Waivers and debts", Empty: "No waiver stands, and no emergency left anything behind."}
	for _, j := range v.Judged {
		for _, w := range j.Waivers {
			s.Items = append(s.Items, templates.Item{
				Title: j.Standing.Release.Name() + ": waived “" + checkName(w.Check) + "”", Badge: templates.Badge{Text: "waiver", Tone: templates.Warn}, Quote: short(w.Note),
				Lines: []string{"By " + v.Programme.NameOf(w.By) + until(w.Until, v.loc)},
			})
		}
	}
	for _, d := range v.Debts {
		badge := templates.Badge{Text: "debt", Tone: templates.Calm}
		if d.Overdue(v.At) {
			badge = templates.Badge{Text: "overdue debt", Tone: templates.Bad}
		}
		s.Items = append(s.Items, templates.Item{Title: d.What(), Badge: badge, Lines: []string{
			fmt.Sprintf("%s, with %s, due %s", partyName(v.Programme, d.Party), v.Programme.NameOf(d.Owner), release.Instant(d.Due, v.loc)),
		}})
	}
	return []templates.Section{s}
}

// checkName is a check as people know it.
func checkName(c release.Check) string {
	if point, ok := release.PointOf(c); ok {
		return point.Name
	}
	return string(c)
}

func until(at time.Time, loc *time.Location) string {
	if at.IsZero() {
		return ""
	}
	return ", until " + release.Instant(at, loc)
}

// availability shows of each environment the systems that were not available all week.
func (v reading) availability() []templates.Section {
	s := templates.Section{
		Title: "Environments in the last seven days", Empty: "Nobody reported on any system.",
		Intro: "Share of the time each system was not down, by the status reports; announced windows are left out.",
	}
	for _, e := range v.Uptimes {
		item := templates.Item{Title: e.Name}
		whole := 0
		for _, u := range e.Systems {
			if u.Share >= 1 && u.Degraded == 0 && (u.Now == release.SystemAvailable || u.Now == release.SystemInWindow) {
				whole++
				continue
			}
			line := fmt.Sprintf("%s: %s", systemName(v.Programme, u.System), percent(u.Share))
			if u.Degraded > 0 {
				line += fmt.Sprintf(", degraded for %s of the time", percent(u.Degraded))
			}
			if u.Now != release.SystemAvailable {
				line += "; now " + u.Now.String()
			}
			item.Lines = append(item.Lines, line)
		}
		item.Badge = templates.Badge{Text: "lowest " + percent(e.Systems[0].Share), Tone: templates.Good}
		if e.Systems[0].Share < 0.99 {
			item.Badge.Tone = templates.Warn
		}
		if whole > 0 {
			item.Lines = append(item.Lines, fmt.Sprintf("%s available all the time", count(whole, "system")))
		}
		s.Items = append(s.Items, item)
	}
	return []templates.Section{s}
}

// percent never rounds what is short of everything up to everything.
func percent(share float64) string {
	tenths := int(share * 1000)
	if tenths%10 == 0 {
		return fmt.Sprintf("%d %%", tenths/10)
	}
	return fmt.Sprintf("%d.%d %%", tenths/10, tenths%10)
}

// delivered shows the defects that the week's deployments mended and left.
func (v reading) delivered() []templates.Section {
	if len(v.Deliveries) == 0 {
		return nil
	}
	s := templates.Section{Title: "Deployed in the last seven days", Intro: "Defects mended and left, by the release notes."}
	for _, d := range v.Deliveries {
		item := templates.Item{Title: d.Release.Name() + " " + d.Release.Title(v.Programme), Lines: []string{
			"Signed off " + release.Instant(d.At, v.loc) + " in " + environmentNames(v.Programme, d.Release.Content.Environments()),
			"Mended " + defects(d.Note.Fixed), "Outstanding " + defects(d.Note.Outstanding),
		}}
		s.Items = append(s.Items, item)
	}
	return []templates.Section{s}
}

// defects names a few defects, the worst first.
func defects(all []release.NotedDefect) string {
	if len(all) == 0 {
		return "none"
	}
	all = slices.Clone(all)
	order := release.Severities()
	slices.SortStableFunc(all, func(a, b release.NotedDefect) int {
		return slices.Index(order, a.Severity) - slices.Index(order, b.Severity)
	})
	const most = 6
	var words []string
	for _, d := range all[:min(len(all), most)] {
		words = append(words, fmt.Sprintf("%s (%s) %s", templates.OneLine(d.ID), d.Severity, release.Clip(templates.OneLine(d.Summary), 60)))
	}
	if more := len(all) - most; more > 0 {
		words = append(words, fmt.Sprintf("%d more", more))
	}
	return fmt.Sprintf("%d: %s", len(all), strings.Join(words, "; "))
}

// trends are the pictures, and under them the numbers they are drawn from.
func (v reading) trends(drawn []Part) []templates.Section {
	if !v.moved() {
		return nil
	}
	s := templates.Section{Title: fmt.Sprintf("The last %d weeks", TrendWeeks), Table: v.trendTable()}
	for i, c := range v.charts() {
		p := templates.Picture{Name: c.name + ".png", Alt: c.alt(), Width: chartWidth, Height: chartHeight}
		if i < len(drawn) && drawn[i].Name == p.Name {
			p.Body = drawn[i].Content
		}
		s.Pictures = append(s.Pictures, p)
	}
	return []templates.Section{s}
}

func (r Readiness) trendTable() templates.Table {
	t := templates.Table{Plain: true, Caption: "The numbers behind the pictures"}
	for _, name := range []string{"Week", "Open", "Overdue", "Go", "No-Go", "None", "Deployed", "Back"} {
		t.Columns = append(t.Columns, templates.Column{Title: name, Width: 1, Number: name != "Week"})
	}
	for _, w := range r.Trends {
		var cells []templates.Cell
		for i, text := range numbers(w) {
			cells = append(cells, templates.Cell{Text: text, Head: i == 0})
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
