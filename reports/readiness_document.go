package reports

import (
	"slices"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// ReadinessPaper returns the report as a document that people keep: the same value
// as the mail, with the same sections in the same order (R101).
func (l Letterhead) ReadinessPaper(r Readiness, party release.PartyID) (Paper, error) {
	drawn, err := r.pictures()
	if err != nil {
		return Paper{}, err
	}
	return l.readinessPaper(r, party, l.readinessPage(r, party, drawn.apart), drawn.together), nil
}

func (l Letterhead) readinessPaper(r Readiness, party release.PartyID, page templates.Page, trends []byte) Paper {
	page = l.dress(r.Programme, page)
	file := "readiness-" + r.Week
	if party != "" {
		file += "-" + string(party)
	}
	d := templates.Document{
		Lang: page.Lang, Banner: page.Banner, Programme: page.Programme, Kicker: page.Kicker, Title: page.Title,
		Status: verdictBadge(r.Verdict), Said: page.Lead.Text, Name: "Readiness, week " + r.Week, Footer: page.Footer,
	}
	for _, s := range page.Sections {
		p := partOf(s)
		if len(s.Pictures) > 0 {
			p.Pictures = []templates.Picture{{Name: "trends.png", Alt: "The trends", Width: chartWidth, Height: chartHeight * len(s.Pictures), Body: trends}}
		}
		d.Parts = append(d.Parts, p)
	}
	return Paper{templates: l.Templates, page: d, file: safeName(file), at: r.At}
}

// partOf shows a section of a page as a part of a document: its items are a table
// of what and how it stands.
func partOf(s templates.Section) templates.Part {
	p := templates.Part{Title: s.Title, Intro: s.Intro, Table: s.Table, Empty: s.Empty}
	for _, f := range s.Figures {
		p.Facts = append(p.Facts, templates.Fact{Label: upperFirst(f.Label), Value: f.Value})
	}
	if s.Code != "" {
		p.Paragraphs = append(p.Paragraphs, s.Code)
	}
	if len(s.Items) == 0 {
		return p
	}
	p.Table = templates.Table{Columns: []templates.Column{{Title: "What", Width: 40}, {Title: "How it stands", Width: 60}}}
	for _, x := range s.Items {
		lines := x.Lines
		if x.Quote != "" {
			lines = append(slices.Clip(lines), "“"+strings.TrimSpace(x.Quote)+"”")
		}
		p.Table.Rows = append(p.Table.Rows, []templates.Cell{{Text: x.Title, Badge: x.Badge, Head: true}, {Text: strings.Join(lines, "\n")}})
	}
	return p
}
