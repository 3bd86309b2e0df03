package reports

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// FigureSection is one figure with its definition, what it rests on, and a drawing
// whose numbers its table has too (M14, M16, R19).
type FigureSection struct {
	ID      string
	Title   string
	Meaning string // how it is counted
	Said    string // the figure in a sentence
	Bars    []FigureBar
	Table   templates.Table
	List    []string
	Empty   string
}

// FigureBar is a bar as long as its value is of the longest.
type FigureBar struct {
	Label   string
	Value   string
	Percent int
}

const tooFew = "too few to say"

// FigureSections shows the figures of a period in words, bars and tables.
func FigureSections(p *release.Programme, f release.Figures) []FigureSection {
	return []FigureSection{
		leadSection(f), waitSection(p, f.Points, "points", "Waiting for control points and votes", "From the arrival at the stage whose gate asks for it until it was shown, or from the opening of a vote until its close. What was there before it was asked for counts as no time."),
		waitSection(p, f.Parties, "parties", "Waiting for parties", "From the opening of a vote until a party's seat first spoke, or to the close where it did not; for evidence, the party of whoever showed it."),
		decisionSection(f), failureSection(f), rateSection(p, f), dissentSection(f), relaxSection(f),
	}
}

// days shows a time of the clock.
func days(d time.Duration) string {
	if d < time.Minute {
		return "none"
	}
	return release.Lasting(d.Round(time.Minute))
}

// workHours shows working time, a day of which has eight hours.
func workHours(d time.Duration) string {
	return strconv.FormatFloat(d.Hours(), 'f', 1, 64) + " h"
}

// spreadCells are the cells of a spread: cases, middle, from, to.
func spreadCells(s release.Spread, show func(time.Duration) string) []templates.Cell {
	if !s.Enough() {
		return []templates.Cell{{Text: strconv.Itoa(s.N)}, {Text: tooFew}, {Text: "–"}}
	}
	return []templates.Cell{{Text: strconv.Itoa(s.N)}, {Text: unbroken(show(s.Median))}, {Text: unbroken(show(s.Low)) + " to " + unbroken(show(s.High))}}
}

// unbroken keeps a number and its unit on one line.
func unbroken(text string) string { return strings.ReplaceAll(text, " ", "\u00a0") }

func spreadColumns(first string) []templates.Column {
	return []templates.Column{{Title: first, Width: 4}, {Title: "Cases", Width: 1, Number: true}, {Title: "Median", Width: 2, Number: true}, {Title: "Half of them", Width: 3, Number: true}}
}

func leadSection(f release.Figures) FigureSection {
	s := FigureSection{
		ID: "lead", Title: "Lead time", Meaning: "From raising the RFC to the sign-off of its deployment, on the clock. Rollbacks are not counted.",
		Table: templates.Table{Caption: "Lead time by release type", Columns: spreadColumns("Releases")}, Empty: "Nothing was deployed in this period.",
	}
	var longest time.Duration
	for _, x := range f.Lead {
		longest = max(longest, x.Median)
	}
	for _, x := range f.Lead {
		name := "all"
		if x.Type != "" {
			name = string(x.Type)
		}
		if x.N == 0 {
			continue
		}
		s.Empty = ""
		s.Table.Rows = append(s.Table.Rows, append([]templates.Cell{{Text: name, Head: true}}, spreadCells(x.Spread, days)...))
		if x.Enough() {
			s.Bars = append(s.Bars, FigureBar{name, days(x.Median), share(x.Median, longest)})
		}
	}
	if all := f.Lead[0]; all.Enough() {
		s.Said = fmt.Sprintf("Half of the %d deployments took %s or less.", all.N, days(all.Median))
	} else if all.N > 0 {
		s.Said = fmt.Sprintf("%s: %s.", upperFirst(tooFew), count(all.N, "deployment"))
	}
	return s
}

func share(part, whole time.Duration) int {
	if whole <= 0 {
		return 0
	}
	return int((100*part + whole/2) / whole)
}

func waitSection(p *release.Programme, waits []release.WaitFigure, id, title, meaning string) FigureSection {
	s := FigureSection{
		ID: id, Title: title, Meaning: meaning + " Working hours are 9:00 to 17:00 on the programme's working days.", Empty: "Nothing was waited for in this period.",
		Table: templates.Table{Caption: title + ", in numbers", Columns: []templates.Column{
			{Title: "Waited for", Width: 4}, {Title: "Cases", Width: 1, Number: true}, {Title: "Median, working", Width: 2, Number: true},
			{Title: "Half of them", Width: 3, Number: true}, {Title: "Median, clock", Width: 2, Number: true}, {Title: "In all, working", Width: 2, Number: true},
		}},
	}
	var longest time.Duration
	for _, w := range waits {
		longest = max(longest, w.Working.Sum)
	}
	for _, w := range waits {
		s.Empty = ""
		name := w.Point
		if w.Party != "" {
			name = string(w.Party)
			if party, ok := p.Party(w.Party); ok {
				name = party.Name
			}
		}
		row := append([]templates.Cell{{Text: name, Head: true}}, spreadCells(w.Working, workHours)...)
		clock := tooFew
		if w.Clock.Enough() {
			clock = unbroken(days(w.Clock.Median))
		}
		s.Table.Rows = append(s.Table.Rows, append(row, templates.Cell{Text: clock}, templates.Cell{Text: unbroken(workHours(w.Working.Sum))}))
		if w.Working.Enough() {
			s.Bars = append(s.Bars, FigureBar{name, workHours(w.Working.Sum) + " in all", share(w.Working.Sum, longest)})
		}
	}
	return s
}

// ratio shows a ratio with what it rests on.
func ratio(r release.Ratio) string {
	if !r.Enough() {
		return fmt.Sprintf("%s (%d of %d)", tooFew, r.Part, r.Of)
	}
	return fmt.Sprintf("%d%% (%d of %d)", r.Percent(), r.Part, r.Of)
}

func decisionSection(f release.Figures) FigureSection {
	d := f.Decisions
	s := FigureSection{
		ID: "decisions", Title: "Decisions that changed something",
		Meaning: "Votes that closed and did not end with a Go, that gave their Go with conditions, or that ended otherwise than the first votes of their seats would have. A decision may count in several rows, and once in all.",
		Said:    upperFirst(ratio(d.Changed)) + " changed something.", Table: templates.Table{Caption: "Decisions", Columns: []templates.Column{{Title: "Decisions", Width: 5}, {Title: "Number", Width: 1, Number: true}}},
	}
	if d.Changed.Of == 0 {
		s.Said, s.Empty = "", "Nothing was decided in this period."
		return s
	}
	for _, x := range []struct {
		name string
		n    int
	}{{"All that closed", d.Changed.Of}, {"Ended without a Go", d.Stopped}, {"Go with conditions", d.Conditions}, {"Turned from the first votes", d.Turned}} {
		s.Table.Rows = append(s.Table.Rows, []templates.Cell{{Text: x.name, Head: true}, {Text: strconv.Itoa(x.n)}})
		s.Bars = append(s.Bars, FigureBar{x.name, strconv.Itoa(x.n), release.Ratio{Part: x.n, Of: d.Changed.Of}.Percent()})
	}
	return s
}

func failureSection(f release.Figures) FigureSection {
	s := FigureSection{
		ID: "failures", Title: "Failures and how long they lasted",
		Meaning: "A deployment failed when it was rolled back, or when a blocking or critical issue was logged in its early life. Restoring counts from the first failed step, or the decision to go back, to the end of the rollback, and from an issue to its resolution.",
		Table:   templates.Table{Caption: "Failures", Columns: spreadColumns("Time to restore")}, Empty: "",
	}
	if f.Failures.Of == 0 {
		s.Empty = "Nothing was deployed in this period."
		return s
	}
	s.Said = upperFirst(ratio(f.Failures)) + " of the deployments failed."
	if f.Failures.Enough() {
		s.Bars = []FigureBar{{"Failed", ratio(f.Failures), f.Failures.Percent()}}
	}
	s.Table.Rows = [][]templates.Cell{append([]templates.Cell{{Text: "On the clock", Head: true}}, spreadCells(f.Restore, days)...)}
	return s
}

func rateSection(p *release.Programme, f release.Figures) FigureSection {
	s := FigureSection{
		ID: "emergencies", Title: "Emergencies to patches",
		Meaning: "Releases planned in the period, by the party whose system they change. Patches should be more frequent than emergencies.",
		Table: templates.Table{Caption: "Emergencies and patches by party", Columns: []templates.Column{
			{Title: "Party", Width: 4}, {Title: "Emergencies", Width: 1, Number: true}, {Title: "Patches", Width: 1, Number: true},
			{Title: "Without a critical defect", Width: 2, Number: true}, {Title: "Asked for and rejected", Width: 2, Number: true},
		}}, Empty: "Neither an emergency nor a patch was planned in this period.",
	}
	for _, r := range f.Rates {
		s.Empty = ""
		name := string(r.Party)
		if party, ok := p.Party(r.Party); ok {
			name = party.Name
		}
		head := templates.Cell{Text: name, Head: true}
		if r.Often() {
			head.Badge = templates.Badge{Text: "more emergencies than patches", Tone: templates.Warn}
		}
		s.Table.Rows = append(s.Table.Rows, []templates.Cell{
			head, {Text: strconv.Itoa(r.Emergencies)}, {Text: strconv.Itoa(r.Patches)}, {Text: strconv.Itoa(r.Unjustified)}, {Text: strconv.Itoa(r.Rejected)},
		})
	}
	return s
}

func dissentSection(f release.Figures) FigureSection {
	s := FigureSection{
		ID: "dissent", Title: "No-Gos, and whether they came true",
		Meaning: "What was recorded in the period about No-Gos that stood, after the deployment: whether the feared failure happened. By the function of the seat, never by person.",
		Table: templates.Table{Caption: "No-Gos by function", Columns: []templates.Column{
			{Title: "Function", Width: 4}, {Title: "No-Gos", Width: 1, Number: true}, {Title: "Came true", Width: 1, Number: true}, {Title: "Did not", Width: 1, Number: true}, {Title: "Nobody can tell", Width: 2, Number: true},
		}}, Empty: "Nothing was recorded in this period.",
	}
	var all release.Ratio
	for _, m := range f.Dissent {
		s.Empty = ""
		all.Part, all.Of = all.Part+m.Confirmed, all.Of+m.Judged
		s.Table.Rows = append(s.Table.Rows, []templates.Cell{
			{Text: m.Function.String(), Head: true}, {Text: strconv.Itoa(m.Judged)}, {Text: strconv.Itoa(m.Confirmed)}, {Text: strconv.Itoa(m.Refuted)}, {Text: strconv.Itoa(m.Unknown)},
		})
	}
	if all.Of > 0 {
		s.Said = upperFirst(ratio(all)) + " of the No-Gos came true."
	}
	return s
}

func relaxSection(f release.Figures) FigureSection {
	return FigureSection{
		ID: "relax", Title: "What could be lighter",
		Meaning: "Proposed for patches and minor releases when at least 10 votes on them closed, at most 5% of these changed anything, and at most 5% of at least 5 deployments failed. It is words only: nothing changes unless the programme's policy does.",
		List:    f.Relaxations, Empty: "The numbers of this period support no relaxation.",
	}
}

// FigurePaper returns the figures of a period as a document.
func (l Letterhead) FigurePaper(p *release.Programme, f release.Figures) Paper {
	loc := p.Location()
	last := f.To.Add(-time.Microsecond)
	period := f.From.In(loc).Format("2 Jan 2006") + " to " + last.In(loc).Format("2 Jan 2006")
	page := templates.Document{
		Lang: "en-GB", Programme: p.Name, Kicker: "Figures", Title: "What release control cost and brought", Said: period,
		Name:   "Figures, " + period,
		Footer: []string{"No figure is of a person. Below 5 cases a figure says nothing."},
	}
	for _, s := range FigureSections(p, f) {
		part := templates.Part{Title: s.Title, Intro: s.Meaning, Table: s.Table, List: s.List, Empty: s.Empty}
		if s.Said != "" {
			part.Paragraphs = []string{s.Said}
		}
		if len(s.Table.Rows) == 0 {
			part.Table = templates.Table{}
		}
		page.Parts = append(page.Parts, part)
	}
	if l.Rehearsal {
		page.Banner = rehearsalBanner
	}
	return Paper{templates: l.Templates, page: page, markdown: documentMarkdown(page), at: f.To, file: safeName("figures-" + f.From.In(loc).Format(time.DateOnly) + "-" + last.In(loc).Format(time.DateOnly))}
}

// FigurePeriod reads the first and the last day of a period in the programme's zone,
// both written like 2026-11-23; an empty last day is today, and an empty first one so
// many days before it that the period has 90.
func FigurePeriod(p *release.Programme, first, last string, now time.Time) (from, to time.Time, err error) {
	loc := p.Location()
	read := func(text string, or time.Time) (time.Time, error) {
		if text == "" {
			return time.Date(or.Year(), or.Month(), or.Day(), 0, 0, 0, 0, loc), nil
		}
		at, err := time.ParseInLocation(time.DateOnly, text, loc)
		if err != nil {
			return at, &release.Refusal{
				Code: release.CodeInvalid, What: "No figures were made.", Why: fmt.Sprintf("“%s” is no day.", release.Clip(oneLine(text), 20)), Next: "Write days like 2026-11-23.",
			}
		}
		return at, nil
	}
	if to, err = read(last, now.In(loc)); err != nil {
		return from, to, err
	}
	to = to.AddDate(0, 0, 1)
	if from, err = read(first, to.AddDate(0, 0, -release.FigureDays)); err != nil {
		return from, to, err
	}
	return from, to, release.CheckFigurePeriod(from, to)
}
