package templates

import (
	"bytes"
	"fmt"
	htmltemplate "html/template"
	"strings"
)

// Document is something that is read on paper as often as on a screen: a release
// note, a deployment report. Every text is plain text and may hold what users
// typed; a text of several lines keeps them.
type Document struct {
	Lang      string // BCP 47, "en-GB"
	Banner    string // stands above everything when it is not empty
	Programme string
	Kicker    string // a few words above the title
	Title     string
	Status    Badge
	Said      string // where the status comes from: who, when
	Facts     []Fact
	Parts     []Part
	Signed    []Signature
	// Name and Digest stand at the foot of every page.
	Name   string
	Digest string
	Footer []string
}

// Part is a titled part of a document. It shows whatever it has, in the order of
// its fields; Empty is said when it has nothing.
type Part struct {
	Title      string
	Inner      bool // a part of the part before it
	Intro      string
	Paragraphs []string
	Facts      []Fact
	List       []string
	Table      Table
	Pictures   []Picture // each with its body; above the table
	Empty      string
}

// Bare tells whether the part has nothing to show but its Empty sentence.
func (p Part) Bare() bool {
	return len(p.Paragraphs) == 0 && len(p.Facts) == 0 && len(p.List) == 0 && len(p.Table.Rows) == 0 && len(p.Pictures) == 0
}

// Level is the rank of the part's heading.
func (p Part) Level() int {
	if p.Inner {
		return 3
	}
	return 2
}

// Table is a table with a header row, and a row of totals where Totals has cells.
type Table struct {
	Caption string // says what the table is, on the board's pages and in mails
	// Plain is a table of numbers that stays one on a phone, and lines up in plain text.
	Plain   bool
	Columns []Column
	Rows    [][]Cell
	Totals  []Cell
}

// Column is a column of a table. The wider of two columns gets more room, as
// their Widths are to each other.
type Column struct {
	Title  string
	Width  int
	Number bool // to the right, under each other
}

// Cell is a cell of a table.
type Cell struct {
	Text  string
	Code  string // typed word for word, under the text
	Note  string // smaller, under the text
	Badge Badge
	Link  string // where the text leads, on the board's pages
	Head  bool   // names its row
	Fine  bool   // long and seldom read, as a digest: in small typewriter's letters
}

// Signature is a line to sign on.
type Signature struct {
	As   string // "Released to"
	Name string
	Note string // job title, party
	Done string // how and when it was signed, if it was
}

// Document returns a document as a whole HTML page that prints well on A4.
func (s *Set) Document(d Document) (string, error) {
	var b bytes.Buffer
	if err := s.document.ExecuteTemplate(&b, "document.page.tmpl", d); err != nil {
		return "", fmt.Errorf("render the document %q: %w", d.Name, err)
	}
	return b.String(), nil
}

// loadDocument parses the one template of documents.
func loadDocument() (*htmltemplate.Template, error) {
	t, err := htmltemplate.New("").Option("missingkey=error").Funcs(htmlFuncs()).Funcs(htmltemplate.FuncMap{
		"anchor": anchor,
		"totals": func(t Table) row { return t.row(t.Totals) },
	}).ParseFS(files, "document/*.page.tmpl")
	if err != nil {
		return nil, fmt.Errorf("parse the template of documents: %w", err)
	}
	return t, nil
}

// placed is a cell with the column in which it stands.
type placed struct {
	Cell
	Column Column
}

type row []placed

func (t Table) rows() []row {
	rows := make([]row, len(t.Rows))
	for i, cells := range t.Rows {
		rows[i] = t.row(cells)
	}
	return rows
}

func (t Table) row(cells []Cell) row {
	var r row
	for i, c := range cells {
		r = append(r, placed{Cell: c, Column: t.Columns[min(i, len(t.Columns)-1)]})
	}
	return r
}

// Percent returns the width of a column in percent of the table's.
func (t Table) Percent(i int) int {
	sum := 0
	for _, c := range t.Columns {
		sum += c.Width
	}
	return 100 * t.Columns[i].Width / max(1, sum)
}

// anchor makes the name of a place in the page from a title.
func anchor(title string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			return r
		case 'A' <= r && r <= 'Z':
			return r - 'A' + 'a'
		}
		return '-'
	}, OneLine(title)), "-")
}
