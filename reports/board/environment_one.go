package board

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// environmentPage shows everything of one environment, at any past minute too
// (R48, R103, R104).
func (b *Board) environmentPage(r *http.Request, v visitor) (string, templates.Site, error) {
	m, err := b.momentFrom(r, v)
	if err != nil {
		return "", templates.Site{}, err
	}
	id := release.EnvironmentID(r.PathValue("id"))
	views, err := b.Desk.Landscape(r.Context(), v.who.ID, id, b.asked(m))
	if err != nil {
		return "", templates.Site{}, err
	}
	e, p, at := views[0], views[0].Programme, b.atOf(m)
	page := environmentPage{Past: m.pastSign(), Form: b.timeForm(environmentPath(id), m, nil), Badges: environmentBadges(e), Systems: systemsTable(e, at)}
	page.Now, page.Quiet = happenings(e, len(e.Bookings)+len(e.Next)+len(e.Operations))
	page.Facts = environmentFacts(e)
	page.Doubts = templates.Table{Caption: "What is in doubt", Columns: []templates.Column{{Title: "Issue"}, {Title: "What contradicts what"}, {Title: "Owner"}, {Title: "Due"}}}
	for _, i := range e.Issues {
		page.Doubts.Rows = append(page.Doubts.Rows, doubtRow(p, i))
	}
	page.baseline(e)
	return "environment", templates.Site{
		Title: e.Environment.Name, Kicker: "Environment", Live: m.live(), AsOf: m.asOf(),
		Trail: []templates.Link{{Text: "Environments", URL: address("/environments", fieldAt, at)}}, Data: page,
	}, nil
}

func environmentFacts(e release.EnvironmentView) []templates.Fact {
	p := e.Programme
	var facts []templates.Fact
	add := func(label, value string) {
		if value != "" {
			facts = append(facts, templates.Fact{Label: label, Value: value})
		}
	}
	add("What it is for", e.Environment.Purpose)
	var parties, before []string
	for _, id := range e.Environment.Parties {
		parties = append(parties, partyName(p, id))
	}
	for _, x := range e.Environment.After {
		name := string(x.Environment)
		if o, ok := p.Environment(x.Environment); ok {
			name = o.Name
		}
		if x.Optional {
			name += " (may be left out)"
		}
		before = append(before, name)
	}
	add("Who shares it", cmp.Or(strings.Join(parties, ", "), "everybody"))
	add("What comes before it", strings.Join(before, ", "))
	if e.Baseline != nil {
		add("Baseline", "fixed "+release.Instant(e.Baseline.At, p.Location())+" by "+p.NameOf(e.Baseline.By))
	}
	return facts
}

// systemsTable shows version and status of each system of an environment.
func systemsTable(e release.EnvironmentView, at string) templates.Table {
	p := e.Programme
	t := templates.Table{Caption: "Systems in " + e.Environment.Name, Columns: []templates.Column{
		{Title: "System"}, {Title: "Status"}, {Title: "Version"}, {Title: "Brought by"},
	}}
	for _, s := range systemsOf(e) {
		version, by := templates.Cell{Text: "none"}, templates.Cell{}
		if i := slices.IndexFunc(e.Installed, func(x release.Installation) bool { return x.System == s.ID }); i >= 0 {
			x := e.Installed[i]
			version = templates.Cell{Text: x.Shown(), Note: "since " + release.Instant(x.At, p.Location())}
			by = broughtBy(p, x)
		}
		if slices.ContainsFunc(e.Issues, func(i release.ConfigurationIssue) bool { return i.System == s.ID }) {
			version.Badge = templates.Badge{Text: "in doubt", Tone: templates.Bad}
		}
		cells := statusCells(p, e.Environment, release.StatusOf(e.Statuses, e.Environment.ID, s.ID), at)
		status := cells[1]
		if cells[2].Text != "" {
			status.Note = "since " + cells[2].Text + ": " + cells[3].Text
		}
		t.Rows = append(t.Rows, []templates.Cell{cells[0], status, version, by})
	}
	return t
}

// baseline shows where the environment differs from its baseline, and what else
// the baseline fixes (R48).
func (page *environmentPage) baseline(e release.EnvironmentView) {
	p := e.Programme
	if e.Baseline == nil {
		page.NoFixed = "No baseline is fixed."
		return
	}
	drift := e.Drift()
	if len(drift) == 0 {
		page.NoFixed = "Everything is as its baseline says: " + count(len(e.Baseline.Versions), "version", "versions") + "."
	}
	page.Fixed = templates.Table{Caption: "Where it differs from its baseline", Columns: []templates.Column{{Title: "System"}, {Title: "Baseline"}, {Title: "Installed"}}}
	shown := func(v release.Version) string {
		if v.IsZero() {
			return "nothing"
		}
		return v.String()
	}
	for _, d := range drift {
		page.Fixed.Rows = append(page.Fixed.Rows, []templates.Cell{
			{Text: systemName(p, d.System), Head: true}, {Text: shown(d.Fixed)}, {Text: shown(d.Installed), Badge: templates.Badge{Text: "differs", Tone: templates.Warn}},
		})
	}
	page.Items = templates.Table{Caption: "What else the baseline fixes", Columns: []templates.Column{{Title: "Name"}, {Title: "Value"}}}
	for _, x := range e.Baseline.Items {
		page.Items.Rows = append(page.Items.Rows, []templates.Cell{{Text: x.Name, Head: true}, {Text: x.Value}})
	}
}

// systemPage is what the page of a system in an environment shows.
type systemPage struct {
	Past    templates.Callout
	Form    timeForm
	Facts   []templates.Fact
	Doubts  templates.Table
	History templates.Table
	Older   string // an address
	Never   string
	Reports templates.Table
	Items   templates.Table
	NoItems string
}

const fieldBefore = "before"

// systemPage shows every version that a system had in an environment, who brought
// it, how it did, and the files of what is there (R103, R143).
func (b *Board) systemPage(r *http.Request, v visitor) (string, templates.Site, error) {
	m, err := b.momentFrom(r, v)
	if err != nil {
		return "", templates.Site{}, err
	}
	before, err := b.momentOf(r.URL.Query().Get(fieldBefore), m.loc)
	if err != nil {
		return "", templates.Site{}, err
	}
	id, system := release.EnvironmentID(r.PathValue("id")), release.SystemID(r.PathValue("system"))
	past, err := b.Desk.SystemHistory(r.Context(), id, system, b.asked(m), b.asked(before))
	if err != nil {
		return "", templates.Site{}, err
	}
	at := b.atOf(m)
	page := systemPage{Past: m.pastSign(), Form: b.timeForm(systemPath(id, system), m, nil), Facts: systemFacts(past)}
	page.fill(past)
	if past.More {
		oldest := past.Installations[len(past.Installations)-1]
		page.Older = address(systemPath(id, system), fieldAt, at, fieldBefore, b.written(oldest.At, m.loc))
	}
	return "system", templates.Site{
		Title: past.System.Name + " in " + past.Environment.Name, Kicker: "Versions and how they came", AsOf: m.asOf(), Live: m.live(),
		Trail: []templates.Link{
			{Text: "Environments", URL: address("/environments", fieldAt, at)}, {Text: past.Environment.Name, URL: address(environmentPath(id), fieldAt, at)},
		}, Data: page,
	}, nil
}

func systemFacts(past release.SystemPast) []templates.Fact {
	p := past.Programme
	installed := templates.Fact{Label: "Installed", Value: "nothing"}
	if past.Current != nil {
		x := past.Current.Installed
		by := broughtBy(p, x)
		installed = templates.Fact{Label: "Installed", Value: x.Shown(), Note: "since " + release.Instant(x.At, p.Location()) + ", " + by.Text}
	}
	fixed := templates.Fact{Label: "Baseline", Value: "none is fixed"}
	if past.Baseline.ID != 0 {
		fixed = templates.Fact{Label: "Baseline", Value: "without this system", Note: "fixed " + release.Instant(past.Baseline.At, p.Location()) + " by " + p.NameOf(past.Baseline.By)}
		if !past.Fixed.IsZero() {
			fixed.Value = past.Fixed.String()
		}
	}
	status := templates.Fact{Label: "Status", Value: statusBadge(past.Status.Status).Text}
	if !past.Status.At.IsZero() {
		status.Note = "since " + release.Instant(past.Status.At, p.Location()) + ", " + p.NameOf(past.Status.By) + ": " + past.Status.Reason
	}
	return []templates.Fact{installed, fixed, status, {Label: "Provider", Value: partyName(p, past.System.Party)}}
}

// fill folds the history into tables.
func (page *systemPage) fill(past release.SystemPast) {
	p := past.Programme
	page.Doubts = templates.Table{Caption: "What is in doubt", Columns: []templates.Column{{Title: "Issue"}, {Title: "What contradicts what"}, {Title: "Owner"}, {Title: "Due"}}}
	for _, i := range past.Doubts {
		page.Doubts.Rows = append(page.Doubts.Rows, doubtRow(p, i))
	}
	page.History = templates.Table{Caption: "Versions, the newest first", Columns: []templates.Column{{Title: "Since"}, {Title: "Version"}, {Title: "Brought by"}, {Title: "Told"}}}
	for _, x := range past.Installations {
		told := p.NameOf(x.By)
		if late := x.RecordedAt.Sub(x.At); late > 0 {
			told += ", " + release.Instant(x.RecordedAt, p.Location())
		}
		c := templates.Cell{Text: x.Shown()}
		if past.Current != nil && past.Current.Installed.ID == x.ID {
			c.Badge = templates.Badge{Text: "here", Tone: templates.Good}
		}
		page.History.Rows = append(page.History.Rows, []templates.Cell{{Text: release.Instant(x.At, p.Location()), Head: true}, c, broughtBy(p, x), {Text: told}})
	}
	if len(past.Installations) == 0 {
		page.Never = "No version was ever told of."
	}
	page.Reports = templates.Table{Caption: "How it did, the newest first", Columns: []templates.Column{{Title: "Since"}, {Title: "Status"}, {Title: "Why"}, {Title: "Told by"}}}
	for _, x := range past.Statuses {
		page.Reports.Rows = append(page.Reports.Rows, []templates.Cell{
			{Text: release.Instant(x.At, p.Location()), Head: true}, {Badge: statusBadge(x.Status)}, {Text: x.Reason}, {Text: p.NameOf(x.By)},
		})
	}
	page.items(past.Current)
}

// items lists the files of the build that is installed.
func (page *systemPage) items(x *release.SystemItems) {
	if x == nil {
		return
	}
	if x.Build == nil {
		page.NoItems = "Its files are not known: " + x.Unknown + "."
		return
	}
	page.Items = templates.Table{
		Caption: count(len(x.Build.BOM), "file", "files") + " of build " + x.Build.Name,
		Columns: []templates.Column{{Title: "File"}, {Title: "Version"}, {Title: "Digest"}},
	}
	for _, f := range x.Build.BOM {
		page.Items.Rows = append(page.Items.Rows, []templates.Cell{{Text: f.File, Head: true}, {Text: f.Version}, {Text: f.Digest, Fine: true}})
	}
}
