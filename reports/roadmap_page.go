package reports

import (
	"fmt"
	"slices"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// roadmapPage shows a roadmap: what moved first, then what comes, where its fixes
// go and when, then what was done.
func roadmapPage(m Roadmap) templates.Page {
	loc := m.Programme.Location()
	page := templates.Page{
		Kicker: "as of " + release.Instant(m.At, loc), Title: "Release roadmap",
		Lead: templates.Callout{Tone: templates.Calm, Label: "In short", Text: m.headline()},
		Footer: []string{
			"You get this because releases of " + m.Programme.Name + " may touch what you run or test. Dates are plans until a window is agreed in an RFC.",
		},
	}
	if len(m.Moved) > 0 {
		page.Lead.Tone = templates.Warn
		page.Sections = append(page.Sections, m.moved())
	}
	page.Sections = append(page.Sections, m.coming(), m.places(), m.done())
	return page
}

func (m Roadmap) headline() string {
	text := fmt.Sprintf("%s ahead", countOf(len(m.Coming), "release"))
	for _, x := range m.Coming {
		if x.at.After(m.At) {
			text += ", the next is " + x.name(m.Programme) + " on " + x.at.In(m.Programme.Location()).Format("Mon 2 Jan 2006")
			break
		}
	}
	text = upperFirst(text) + "."
	if m.Since.IsZero() {
		return text
	}
	if len(m.Moved) == 0 {
		return text + " Nothing moved since " + m.Since.In(m.Programme.Location()).Format("2 January") + "."
	}
	return text + fmt.Sprintf(" %s changed since %s.", count(len(m.Moved), "date"), m.Since.In(m.Programme.Location()).Format("2 January"))
}

// name is what people call a milestone: its line of the roadmap, else its release.
func (x Milestone) name(p *release.Programme) string {
	if x.Planned != nil {
		return x.Planned.ID
	}
	return x.Tracks[0].Release.Name() + " " + x.Tracks[0].Release.Title(p)
}

func (m Roadmap) moved() templates.Section {
	s := templates.Section{Title: "What moved", Intro: "Since " + release.Instant(m.Since, m.Programme.Location()) + "."}
	for _, x := range m.Moved[:min(len(m.Moved), mostItems)] {
		before := x.Before
		if before == "" {
			before = "not on the roadmap"
		}
		s.Changes = append(s.Changes, templates.Change{Label: x.Name, Before: before, After: x.After})
	}
	if rest := len(m.Moved) - mostItems; rest > 0 {
		s.Items = []templates.Item{{Title: fmt.Sprintf("and %d more: /release list in Slack shows every release with its windows", rest)}}
	}
	return s
}

func (m Roadmap) coming() templates.Section {
	s := templates.Section{Title: "Coming", Empty: "Nothing is planned and nothing is under way."}
	for _, x := range m.Coming {
		s.Items = append(s.Items, m.milestone(x))
	}
	return mostOf(s, "/release roadmap in Slack")
}

func (m Roadmap) done() templates.Section {
	s := templates.Section{Title: "Deployed or past in the last 90 days", Empty: "No release was deployed, and no date passed."}
	for _, x := range m.Done {
		s.Items = append(s.Items, m.milestone(x))
	}
	s = mostOf(s, "/release list in Slack")
	if m.Older > 0 {
		s.Items = append(s.Items, templates.Item{Title: fmt.Sprintf("%s further back", count(m.Older, "earlier date")+" "+either(m.Older, "lies", "lie"))})
	}
	return s
}

func (m Roadmap) milestone(x Milestone) templates.Item {
	item := templates.Item{Title: x.name(m.Programme)}
	if x.Planned != nil {
		item.Title = planName(*x.Planned) + ", planned for " + roadmapDate(x.Planned.Date)
		if why := strings.TrimSpace(x.Planned.Rationale); why != "" {
			item.Lines = append(item.Lines, short(why))
		}
		if len(x.Tracks) == 0 {
			item.Badge = templates.Badge{Text: "no release yet", Tone: templates.Calm}
			if m.At.After(x.at.AddDate(0, 0, 1)) {
				item.Badge = templates.Badge{Text: "date passed", Tone: templates.Warn}
			}
		}
	}
	for _, t := range x.Tracks {
		badge := t.badge()
		if item.Badge.Text == "" || badge.Tone != templates.Good {
			item.Badge = badge
		}
		if x.Planned != nil {
			item.Lines = append(item.Lines, t.Release.Name()+" "+t.Release.Title(m.Programme)+": "+badge.Text)
		}
		item.Lines = append(item.Lines, m.dates(t)...)
	}
	return item
}

// badge says where a release stands.
func (t Track) badge() templates.Badge {
	switch {
	case !t.Deployed.IsZero():
		return templates.Badge{Text: "deployed", Tone: templates.Good}
	case !t.RolledBack.IsZero():
		return templates.Badge{Text: "rolled back", Tone: templates.Bad}
	}
	return templates.Badge{Text: t.Release.Stage.String(), Tone: templates.Calm}
}

// dates are the planned windows of a release, and when it was really deployed.
func (m Roadmap) dates(t Track) []string {
	var lines []string
	for _, x := range t.Release.Content.Targets {
		lines = append(lines, environmentName(m.Programme, x.Environment)+": "+windowWords(x.Window))
	}
	loc := m.Programme.Location()
	if !t.Deployed.IsZero() {
		lines = append(lines, "Deployed "+release.Instant(t.Deployed, loc))
	}
	if !t.RolledBack.IsZero() {
		lines = append(lines, "Rolled back "+release.Instant(t.RolledBack, loc))
	}
	return lines
}

// places show which fixes and changes reach which environment when (R99, R100).
func (m Roadmap) places() templates.Section {
	s := templates.Section{Title: "What reaches which environment, and when", Empty: "The programme has no environments."}
	for _, e := range m.Programme.Environments {
		if e.Retired {
			continue
		}
		var arrivals []arrival
		for _, x := range m.Coming {
			for _, t := range x.Tracks {
				arrivals = append(arrivals, arrivalsIn(e.ID, t)...)
			}
		}
		slices.SortStableFunc(arrivals, func(a, b arrival) int { return compareTimes(a.window.From, b.window.From) })
		item := templates.Item{Title: e.Name, Badge: templates.Badge{Text: "nothing planned", Tone: templates.Calm}}
		if len(arrivals) > 0 {
			item.Badge.Text = count(len(arrivals), "release")
		}
		for _, a := range arrivals {
			item.Lines = append(item.Lines, windowWords(a.window)+": "+a.release.Name()+" "+a.release.Title(m.Programme)+" brings "+brings(a.release))
		}
		s.Items = append(s.Items, item)
	}
	return s
}

// arrival is a release in one of its environments.
type arrival struct {
	release release.Release
	window  release.Window
}

func arrivalsIn(id release.EnvironmentID, t Track) []arrival {
	var all []arrival
	for _, x := range t.Release.Content.Targets {
		if x.Environment == id && t.Deployed.IsZero() {
			all = append(all, arrival{t.Release, x.Window})
		}
	}
	return all
}

// mostBrought is how many items of a release are named.
const mostBrought = 8

// brings names what a release contains: "DEF-1187 (high), CR-12".
func brings(r release.Release) string {
	var words []string
	for _, x := range r.Content.Items {
		word := x.ID
		if word == "" {
			word = x.Title
		}
		if x.Severity != "" {
			word += " (" + string(x.Severity) + ")"
		}
		words = append(words, release.Clip(templates.OneLine(word), 80))
	}
	if len(words) == 0 {
		return "what is not listed yet"
	}
	if rest := len(words) - mostBrought; rest > 0 {
		words = append(words[:mostBrought:mostBrought], fmt.Sprintf("%d more", rest))
	}
	return strings.Join(words, ", ")
}
