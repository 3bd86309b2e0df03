package board

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// matrixPage is what the page of versions shows.
type matrixPage struct {
	Past    templates.Callout
	Note    templates.Callout // what could not be shown as it was asked for
	Form    timeForm
	Figures []templates.Figure
	Columns []matrixColumn
	Rows    []matrixRow
	Changes templates.Table
	Same    string // said where nothing changed
	More    string // said where more changed than is listed
	Doubts  templates.Table
	Files   files
}

// matrixColumn is an environment.
type matrixColumn struct {
	Name  string
	Link  string
	After string // what comes before it on the promotion path
}

// matrixRow is a system.
type matrixRow struct {
	System string
	Party  string
	Cells  []matrixCell
}

// matrixCell is a system in an environment: either Version or None says something.
type matrixCell struct {
	None    string
	Version string
	Build   string
	Link    string
	Step    string
	Tone    templates.Tone // of the step
	Badges  []templates.Badge
	Changed string // what changed, in words
}

// mostChanges is how many changes are listed one by one.
const mostChanges = 60

// weekBack is since when changes are shown where nobody says otherwise.
const weekBack = -7

// matrixPage shows which version of which system is where, at any past minute
// (R103, M9).
func (b *Board) matrixPage(r *http.Request, v visitor) (string, templates.Site, error) {
	q := r.URL.Query()
	loc := v.programme.Location()
	m, err := b.slidTo(q, loc)
	if err != nil {
		return "", templates.Site{}, err
	}
	since, note, err := sinceWhen(q.Get(fieldSince), m)
	if err != nil {
		return "", templates.Site{}, err
	}
	matrix, err := b.Desk.MatrixAt(r.Context(), m.at, since)
	if err != nil {
		return "", templates.Site{}, err
	}
	slide, err := b.slideFor(r.Context(), m)
	if err != nil {
		return "", templates.Site{}, err
	}
	page := matrixPage{Past: m.pastSign(), Note: note, Form: b.timeForm("/matrix", m, slide)}
	page.Form.steps(b, m, q.Get(fieldSince), matrix)
	page.Form.Since = since.In(loc).Format(time.DateOnly)
	page.fill(matrix, b.atOf(m))
	narrowed := url.Values{}
	if at := b.atOf(m); at != "" {
		narrowed.Set(fieldAt, at)
	}
	page.Files = exported("Versions", "versions", narrowed)
	return "matrix", templates.Site{
		Title: "Which version is where", Kicker: "Versions of systems by environment", Wide: true, Live: m.live(), AsOf: m.asOf(), Data: page,
	}, nil
}

// sinceWhen reads the day since which changes are shown: a week before where none
// is named, or where it is not before the moment that is shown.
func sinceWhen(text string, m moment) (time.Time, templates.Callout, error) {
	here := m.at.In(m.loc)
	week := time.Date(here.Year(), here.Month(), here.Day()+weekBack, 0, 0, 0, 0, m.loc)
	if text == "" {
		return week, templates.Callout{}, nil
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return week, templates.Callout{}, badTime("“"+release.Clip(text, 40)+"” is no day.", "Choose one, such as 2026-11-20.")
	}
	since := time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, m.loc)
	if !since.Before(m.at) {
		return week, templates.Callout{
			Tone: templates.Calm, Label: "Changes are shown for the week before.", Text: day.Format(dayWords) + " is after the moment that you look at.",
		}, nil
	}
	return since, templates.Callout{}, nil
}

// fill folds the matrix into what the page shows.
func (page *matrixPage) fill(m release.Matrix, at string) {
	p := m.Programme
	for _, e := range m.Environments {
		c := matrixColumn{Name: e.Name, Link: address(environmentPath(e.ID), fieldAt, at)}
		for _, before := range e.After {
			if x, ok := p.Environment(before.Environment); ok && c.After == "" {
				c.After = "after " + x.Name
			}
		}
		page.Columns = append(page.Columns, c)
	}
	day := m.Since.In(p.Location()).Format(dayWords)
	page.Changes = templates.Table{Caption: "What changed since " + day, Columns: []templates.Column{
		{Title: "System"}, {Title: "Environment"}, {Title: "Was"}, {Title: "Is"}, {Title: "When"}, {Title: "By"},
	}}
	page.Doubts = templates.Table{Caption: "What is in doubt", Columns: []templates.Column{{Title: "Issue"}, {Title: "What contradicts what"}, {Title: "Owner"}, {Title: "Due"}}}
	var present, doubts, ahead int
	for _, row := range m.Rows {
		shown := matrixRow{System: row.System.Name, Party: partyName(p, row.System.Party)}
		for i, c := range row.Cells {
			shown.Cells = append(shown.Cells, cellOf(p, row.System, c, m.Environments[i], at))
			if c.Present() {
				present++
			}
			if c.Step == release.StepAhead || c.Step == release.StepAlone {
				ahead++
			}
			doubts += len(c.Doubts)
			page.addChange(p, row.System, c, m.Environments[i], at)
			page.addDoubts(p, c.Doubts)
		}
		page.Rows = append(page.Rows, shown)
	}
	page.Figures = []templates.Figure{
		{Value: strconv.Itoa(present), Label: "versions installed"},
		{Value: strconv.Itoa(len(page.Changes.Rows)), Label: "changed since " + day, Tone: toneIf(len(page.Changes.Rows) > 0, templates.Act)},
		{Value: strconv.Itoa(ahead), Label: "not tried in the environment that comes before", Tone: toneIf(ahead > 0, templates.Warn)},
		{Value: strconv.Itoa(doubts), Label: "in doubt", Tone: toneIf(doubts > 0, templates.Bad)},
	}
	if n := len(page.Changes.Rows); n > mostChanges {
		page.Changes.Rows = page.Changes.Rows[:mostChanges]
		page.More = strconv.Itoa(n-mostChanges) + " more are marked in the table above."
	}
	if len(page.Changes.Rows) == 0 {
		page.Same = "Nothing changed since " + day + "."
	}
}

func toneIf(is bool, t templates.Tone) templates.Tone {
	if is {
		return t
	}
	return templates.Calm
}

func partyName(p *release.Programme, id release.PartyID) string {
	if x, ok := p.Party(id); ok {
		return x.Name
	}
	return string(id)
}

// cellOf shows a system in an environment.
func cellOf(p *release.Programme, s release.System, c release.MatrixCell, e release.Environment, at string) matrixCell {
	cell := matrixCell{Link: address(systemPath(e.ID, s.ID), fieldAt, at)}
	switch {
	case c.Present():
		cell.Version, cell.Build = c.Installed.Version.String(), c.Installed.Build
	case !c.Shared:
		cell.None, cell.Link = "not part of it", ""
	case !c.Was.Version.IsZero():
		cell.None = "taken out"
	default:
		cell.None, cell.Link = "none", ""
	}
	cell.Step, cell.Tone = stepWords(p, c)
	if len(c.Doubts) > 0 {
		cell.Badges = append(cell.Badges, templates.Badge{Text: "in doubt", Tone: templates.Bad})
	}
	if c.Status.Status != release.SystemAvailable {
		cell.Badges = append(cell.Badges, statusBadge(c.Status.Status))
	}
	cell.Changed = changeWords(c)
	return cell
}

// stepWords say how a version stands to the environment before.
func stepWords(p *release.Programme, c release.MatrixCell) (string, templates.Tone) {
	before, _ := p.Environment(c.Before.Environment)
	switch c.Step {
	case release.StepSame:
		return "as in " + before.Name, templates.Good
	case release.StepBehind:
		return "behind " + before.Name + " (" + c.Before.Version.String() + ")", templates.Calm
	case release.StepAhead:
		return "ahead of " + before.Name + " (" + c.Before.Version.String() + ")", templates.Warn
	case release.StepAlone:
		return "not in the environment before", templates.Warn
	case release.StepNone:
	}
	return "", templates.Calm
}

func changeWords(c release.MatrixCell) string {
	switch c.Change() {
	case release.CellArrived:
		return "new"
	case release.CellRaised:
		return "was " + c.Was.Version.String()
	case release.CellLowered:
		return "back from " + c.Was.Version.String()
	case release.CellRebuilt:
		return "was " + c.Was.Shown()
	case release.CellGone:
		return "had " + c.Was.Version.String()
	case release.CellSame:
	}
	return ""
}

// addChange lists a cell that changed.
func (page *matrixPage) addChange(p *release.Programme, s release.System, c release.MatrixCell, e release.Environment, at string) {
	if c.Change() == release.CellSame {
		return
	}
	was, is := "nothing", "taken out"
	if !c.Was.Version.IsZero() {
		was = c.Was.Shown()
	}
	when, by := "", templates.Cell{}
	if c.Present() {
		is, when, by = c.Installed.Shown(), release.Instant(c.Installed.At, p.Location()), broughtBy(p, c.Installed)
	}
	page.Changes.Rows = append(page.Changes.Rows, []templates.Cell{
		{Text: s.Name, Head: true, Link: address(systemPath(e.ID, s.ID), fieldAt, at)}, {Text: e.Name}, {Text: was}, {Text: is}, {Text: when}, by,
	})
}

// broughtBy says who or what brought a version.
func broughtBy(p *release.Programme, x release.Installation) templates.Cell {
	c := templates.Cell{Text: "told by " + p.NameOf(x.By), Note: x.Note}
	switch x.Origin() {
	case release.ByDeployment:
		c.Text, c.Link = "deployment of "+release.ReleaseName(x.Release), "/releases/"+strconv.Itoa(x.Release)
	case release.ByRollback:
		c.Text, c.Link = "rollback to "+release.ReleaseName(x.Release), "/releases/"+strconv.Itoa(x.Release)
	case release.ByReport:
	}
	return c
}

func (page *matrixPage) addDoubts(p *release.Programme, issues []release.ConfigurationIssue) {
	for _, i := range issues {
		page.Doubts.Rows = append(page.Doubts.Rows, doubtRow(p, i))
	}
}

func doubtRow(p *release.Programme, i release.ConfigurationIssue) []templates.Cell {
	return []templates.Cell{
		{Text: "Issue " + strconv.FormatInt(i.ID, 10), Head: true, Link: systemPath(i.Environment, i.System)}, {Text: i.What(p)},
		{Text: p.NameOf(i.Owner)}, {Text: release.Instant(i.Due, p.Location())},
	}
}
