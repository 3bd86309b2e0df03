package board

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// environmentsPage is what the page of all environments shows.
type environmentsPage struct {
	Past         templates.Callout
	Form         timeForm
	Figures      []templates.Figure
	Environments []environmentCard
}

// environmentCard is an environment among others.
type environmentCard struct {
	Name    string
	Link    string
	Purpose string
	Badges  []templates.Badge
	Ailing  templates.Table // systems that are not simply available
	Well    string          // how many are
	Now     templates.Table // what runs there and what comes next
	Quiet   string          // said where nothing does
	Doubts  string
}

// environmentPage is what the page of one environment shows.
type environmentPage struct {
	Past    templates.Callout
	Form    timeForm
	Badges  []templates.Badge
	Facts   []templates.Fact
	Systems templates.Table
	Now     templates.Table
	Quiet   string
	Doubts  templates.Table
	Fixed   templates.Table // the baseline beside what is installed
	Items   templates.Table
	NoFixed string
}

// mostNext is how many of what is to come an environment shows among others.
const mostNext = 5

// environmentsPage shows how the systems do in every environment, what is done
// there and what is to come (R104).
func (b *Board) environmentsPage(r *http.Request, v visitor) (string, templates.Site, error) {
	m, err := b.momentFrom(r, v)
	if err != nil {
		return "", templates.Site{}, err
	}
	views, err := b.Desk.Landscape(r.Context(), v.who.ID, "", b.asked(m))
	if err != nil {
		return "", templates.Site{}, err
	}
	page := environmentsPage{Past: m.pastSign(), Form: b.timeForm("/environments", m, nil)}
	var down, degraded, frozen int
	for _, e := range views {
		page.Environments = append(page.Environments, cardOf(e, b.atOf(m)))
		for _, x := range e.Ailing() {
			down += one(x.Status == release.SystemDown)
			degraded += one(x.Status == release.SystemDegraded)
		}
		frozen += one(slices.ContainsFunc(e.Running(), func(x release.Booking) bool { return x.Kind == release.BookFreeze }))
	}
	page.Figures = []templates.Figure{
		{Value: strconv.Itoa(len(views)), Label: "environments"},
		{Value: strconv.Itoa(down), Label: "systems unavailable", Tone: toneIf(down > 0, templates.Bad)},
		{Value: strconv.Itoa(degraded), Label: "systems degraded", Tone: toneIf(degraded > 0, templates.Warn)},
		{Value: strconv.Itoa(frozen), Label: "environments frozen", Tone: toneIf(frozen > 0, templates.Act)},
	}
	return "environments", templates.Site{
		Title: "How the environments do", Kicker: "Status of every system in every environment", Live: m.live(), AsOf: m.asOf(), Data: page,
	}, nil
}

// asked is the instant to ask the Desk for: zero is now.
func (b *Board) asked(m moment) time.Time {
	if !m.past {
		return time.Time{}
	}
	return m.at
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

func cardOf(e release.EnvironmentView, at string) environmentCard {
	p := e.Programme
	c := environmentCard{
		Name: e.Environment.Name, Link: address(environmentPath(e.Environment.ID), fieldAt, at), Purpose: e.Environment.Purpose, Badges: environmentBadges(e),
	}
	ailing := e.Ailing()
	c.Ailing = templates.Table{Caption: "Systems that are not simply available in " + e.Environment.Name, Columns: statusColumns()}
	for _, x := range ailing {
		c.Ailing.Rows = append(c.Ailing.Rows, statusCells(p, e.Environment, x, at))
	}
	well := len(systemsOf(e)) - len(ailing)
	c.Well = count(well, "system is", "systems are") + " available."
	if len(ailing) == 0 {
		c.Well = "Every system is available."
	}
	if len(systemsOf(e)) == 0 {
		c.Well = "No system is installed here."
	}
	c.Now, c.Quiet = happenings(e, mostNext)
	if n := len(e.Issues); n > 0 {
		c.Doubts = count(n, "version is", "versions are") + " in doubt: what was told contradicts what is known."
	}
	return c
}

// environmentBadges say what matters most of an environment.
func environmentBadges(e release.EnvironmentView) []templates.Badge {
	var badges []templates.Badge
	for _, x := range e.Running() {
		switch x.Kind {
		case release.BookFreeze:
			badges = append(badges, templates.Badge{Text: "frozen", Tone: templates.Bad})
		case release.BookPhase:
			badges = append(badges, templates.Badge{Text: x.Phase, Tone: templates.Act})
		case release.BookMaintenance:
			badges = append(badges, templates.Badge{Text: "maintenance", Tone: templates.Warn})
		}
	}
	for _, s := range []release.SystemStatus{release.SystemDown, release.SystemDegraded} {
		n := 0
		for _, x := range e.Ailing() {
			n += one(x.Status == s)
		}
		if n > 0 {
			b := statusBadge(s)
			b.Text = strconv.Itoa(n) + " " + b.Text
			badges = append(badges, b)
		}
	}
	if len(e.Issues) > 0 {
		badges = append(badges, templates.Badge{Text: strconv.Itoa(len(e.Issues)) + " in doubt", Tone: templates.Bad})
	}
	return badges
}

// statusBadge names a status as R104 does.
func statusBadge(s release.SystemStatus) templates.Badge {
	switch s {
	case release.SystemAvailable:
		return templates.Badge{Text: "available", Tone: templates.Good}
	case release.SystemDegraded:
		return templates.Badge{Text: "degraded", Tone: templates.Warn}
	case release.SystemDown:
		return templates.Badge{Text: "unavailable", Tone: templates.Bad}
	case release.SystemInWindow:
		return templates.Badge{Text: "in a window", Tone: templates.Act}
	}
	return templates.Badge{Text: string(s)}
}

func statusColumns() []templates.Column {
	return []templates.Column{{Title: "System"}, {Title: "Status"}, {Title: "Since"}, {Title: "Why"}}
}

func statusCells(p *release.Programme, e release.Environment, x release.StatusReport, at string) []templates.Cell {
	since, why := "", x.Reason
	if !x.At.IsZero() {
		since, why = release.Instant(x.At, p.Location()), fmt.Sprintf("%s (%s)", x.Reason, p.NameOf(x.By))
		if x.Reason == "" {
			why = p.NameOf(x.By)
		}
	}
	return []templates.Cell{
		{Text: systemName(p, x.System), Head: true, Link: address(systemPath(e.ID, x.System), fieldAt, at)}, {Badge: statusBadge(x.Status)}, {Text: since}, {Text: why},
	}
}

func systemName(p *release.Programme, id release.SystemID) string {
	if s, ok := p.System(id); ok {
		return s.Name
	}
	return string(id)
}

// systemsOf are the systems that are installed in an environment or were told of
// there, by the order of the programme.
func systemsOf(e release.EnvironmentView) []release.System {
	var all []release.System
	for _, s := range e.Programme.Systems {
		installed := slices.ContainsFunc(e.Installed, func(x release.Installation) bool { return x.System == s.ID })
		told := slices.ContainsFunc(e.Statuses, func(x release.StatusReport) bool { return x.System == s.ID })
		if installed || told {
			all = append(all, s)
		}
	}
	return all
}

// happenings lists what runs in an environment and what comes next, by its start;
// at most so many that are to come.
func happenings(e release.EnvironmentView, most int) (templates.Table, string) {
	p := e.Programme
	t := templates.Table{Caption: "Now and next in " + e.Environment.Name, Columns: []templates.Column{{Title: "When"}, {Title: "What"}, {Title: "How far"}}}
	type line struct {
		from  time.Time
		cells []templates.Cell
	}
	var lines []line
	next := 0
	add := func(w release.Window, what, link, note string, state templates.Badge) {
		running := w.Contains(e.At)
		if running && state.Text == "" {
			state = templates.Badge{Text: "now", Tone: templates.Act}
		}
		if !running {
			next++
		}
		if running || next <= most {
			lines = append(lines, line{w.From, []templates.Cell{{Text: w.String()}, {Text: what, Link: link, Note: note}, {Badge: state}}})
		}
	}
	for _, o := range e.Operations {
		state := templates.Badge{Text: string(o.Operation.State)}
		if o.Operation.State == release.OperationRunning {
			state.Tone = templates.Act
		}
		add(o.Window(), o.Operation.Content.Title(p), "", "operation, by "+p.NameOf(o.Operation.Content.Contact), state)
	}
	for _, x := range e.Bookings {
		b := templates.Badge{}
		if x.Kind == release.BookFreeze && x.Window.Contains(e.At) {
			b = templates.Badge{Text: "frozen now", Tone: templates.Bad}
		}
		add(x.Window, x.Title(), "", x.Why+" ("+p.NameOf(x.By)+")", b)
	}
	for _, r := range e.Next {
		add(r.Content.Window, r.Name()+" "+r.Content.Title, subjectPath(r.Subject()), systemName(p, r.Content.System)+", "+disruptionWords(r.Content.Disruption),
			templates.Badge{Text: r.State.String(), Tone: templates.Calm})
	}
	slices.SortStableFunc(lines, func(a, b line) int { return a.from.Compare(b.from) })
	for _, l := range lines {
		t.Rows = append(t.Rows, l.cells)
	}
	if len(lines) == 0 {
		return t, "Nothing is booked or planned here."
	}
	if next > most {
		return t, count(next-most, "more is", "more are") + " to come."
	}
	return t, ""
}

func disruptionWords(d release.Disruption) string {
	if d == "" {
		return "disruption not told"
	}
	return d.String()
}
