package reports

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	table "github.com/yuin/goldmark/extension/ast"

	"gonogo.dev/release"
)

// shortName returns words as they can be quoted in a sentence.
func shortName(words string) string { return release.Clip(oneLine(words), 60) }

// content reads a block under the heading of a field.
func (m *markdownReader) content(n ast.Node, line int) {
	if t, ok := n.(*table.Table); ok {
		m.table(t, line)
		return
	}
	switch v := m.at.value.(type) {
	case *string, *int:
		if words, ok := m.prose(n); ok {
			if s, isText := v.(*string); isText && *s != "" {
				words = *s + "\n\n" + words
			}
			m.put(line, *m.at, words)
			return
		}
	case *[]string:
		if l, ok := n.(*ast.List); ok {
			m.items(l, v)
			return
		}
	default:
		if m.steps != nil && m.readTotal(n) {
			return
		}
	}
	m.sayf(line, "%s wants %s, and this is something else.", m.at.title, wantedMarkdown(*m.at))
}

func wantedMarkdown(f field) string {
	switch f.value.(type) {
	case *string, *int:
		return "paragraphs of plain text"
	case *[]string:
		return "a list, each item behind a dash"
	}
	return "a table"
}

// prose returns the text of a paragraph, a list or a block of code.
func (m *markdownReader) prose(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.Paragraph:
		return plainMarkdown(n, m.source)
	case *ast.FencedCodeBlock:
		return strings.TrimRight(string(n.Lines().Value(m.source)), "\n"), true
	case *ast.List:
		var lines []string
		m.items(n, &lines)
		return "- " + strings.Join(lines, "\n- "), len(lines) > 0
	}
	return "", false
}

func (m *markdownReader) items(l *ast.List, into *[]string) {
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		inner := item.FirstChild()
		if inner == nil {
			continue
		}
		words, ok := plainMarkdown(inner, m.source)
		if inner.Type() != ast.TypeBlock || inner.NextSibling() != nil || !ok || isList(inner) {
			m.sayf(m.line(item), "an item of a list is one text here; write it on one line.")
			continue
		}
		if words = strings.TrimSpace(words); words != "" {
			*into = append(*into, words)
		}
	}
}

func isList(n ast.Node) bool {
	_, ok := n.(*ast.List)
	return ok
}

func (m *markdownReader) readTotal(n ast.Node) bool {
	p, ok := n.(*ast.Paragraph)
	if !ok {
		return false
	}
	words, _ := plainMarkdown(p, m.source)
	x := totalLine.FindStringSubmatch(strings.TrimSpace(words))
	if x == nil {
		return false
	}
	m.put(m.line(n), field{key: "total", value: m.total}, x[1])
	return true
}

// command reads the block of code under the heading of a step's command.
func (m *markdownReader) command(n ast.Node, line int) {
	code, ok := n.(*ast.FencedCodeBlock)
	if !ok || *m.typed != "" {
		m.sayf(line, "under the heading of a command belongs one block of code, between lines of three backticks.")
		return
	}
	m.put(line, field{key: "command", value: m.typed, typed: true}, string(code.Lines().Value(m.source)))
}

// heads reads the table under the title: a field's name, and its value.
func (m *markdownReader) heads(t *table.Table) {
	m.eachRow(t, m.line(t), func(line int, cells []string) {
		if len(cells) < 2 || strings.TrimSpace(cells[0]) == "" {
			m.sayf(line, "a row of this table has a name and a value.")
			return
		}
		f, ok := m.named(m.form, strings.TrimSpace(cells[0]))
		if !ok || !scalar(f) {
			m.sayf(line, "“%s” is not a field of a note; there are %s.", shortName(cells[0]), strings.Join(m.headNames(), ", "))
			return
		}
		if m.once(line, f) {
			m.put(line, f, cells[1])
		}
	})
}

func scalar(f field) bool {
	switch f.value.(type) {
	case *string, *int:
		return true
	}
	return false
}

func (m *markdownReader) headNames() []string {
	var names []string
	for _, f := range m.form {
		if scalar(f) {
			names = append(names, f.title)
		}
	}
	return names
}

// table reads rows into the list of the field that is open.
func (m *markdownReader) table(t *table.Table, line int) {
	into := m.steps
	switch v := m.at.value.(type) {
	case rows:
		if into == nil {
			into = v
		}
	case group:
		if into == nil {
			into = oneRow{v}
		}
	default:
		m.sayf(line, "%s wants %s, and this is a table.", m.at.title, wantedMarkdown(*m.at))
		return
	}
	if m.at.key == "backout" && m.steps == nil {
		m.sayf(line, "a backout set says which steps it is for; write its heading like ## Backout 1 to 4.")
		return
	}
	columns := m.columns(t, line, into.sample())
	given := 0
	m.eachRow(t, line, func(line int, cells []string) {
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			return // a template's row that nobody filled in
		}
		if given++; given > 1 && isOne(into) {
			m.sayf(line, "%s is one person; leave the other rows out.", m.at.title)
			return
		}
		g := into.add()
		for i, words := range cells {
			if i < len(columns) && columns[i] >= 0 {
				m.cell(line, g[columns[i]], words)
			}
		}
	})
}

func isOne(v rows) bool {
	_, ok := v.(oneRow)
	return ok
}

// columns returns which field each column of a table is, -1 for none.
func (m *markdownReader) columns(t *table.Table, line int, sample group) []int {
	var columns []int
	seen := map[int]bool{}
	for _, words := range m.cells(t.FirstChild(), line) {
		at := -1
		for i, f := range sample {
			if f, ok := m.named(group{f}, strings.TrimSpace(words)); ok && f.key != "" {
				at = i
			}
		}
		switch {
		case at < 0:
			m.sayf(line, "“%s” is not a column of this table; there are %s.", shortName(words), strings.Join(titles(sample), ", "))
		case seen[at]:
			m.sayf(line, "the column %s is there twice; keep one.", sample[at].title)
			at = -1
		default:
			seen[at] = true
		}
		columns = append(columns, at)
	}
	return columns
}

func titles(g group) []string {
	words := make([]string, len(g))
	for i, f := range g {
		words[i] = f.title
	}
	return words
}

// eachRow reads the rows under a table's header with their lines.
func (m *markdownReader) eachRow(t *table.Table, line int, read func(line int, cells []string)) {
	columns := t.FirstChild().ChildCount()
	line++ // the rule under the header
	for row := t.FirstChild().NextSibling(); row != nil; row = row.NextSibling() {
		line++
		if bars(m.lineText(line)) > columns {
			m.sayf(line, "this row has more cells than the table has columns; write \\| for a bar that belongs to the text.")
			continue
		}
		read(line, m.cells(row, line))
	}
}

func (m *markdownReader) cells(row ast.Node, line int) []string {
	var cells []string
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		words, ok := plainMarkdown(c, m.source)
		if !ok {
			m.sayf(line, "a cell has more than text; leave pictures and HTML out.")
		}
		cells = append(cells, words)
	}
	return cells
}

// cell keeps a cell's text in a field.
func (m *markdownReader) cell(line int, f field, words string) {
	list, ok := f.value.(*[]string)
	if !ok {
		m.put(line, f, words)
		return
	}
	separator := ","
	if strings.Contains(words, "\n") {
		separator = "\n"
	}
	for item := range strings.SplitSeq(words, separator) {
		if item = strings.TrimSpace(item); item != "" {
			*list = append(*list, item)
		}
	}
}

// lineText returns a line of the file by its number.
func (m *markdownReader) lineText(number int) string {
	if number < 1 || number > len(m.starts) {
		return ""
	}
	first, _, _ := bytes.Cut(m.source[m.starts[number-1]:], []byte("\n"))
	return string(first)
}

// bars counts the cells of a table's row.
func bars(row string) int {
	row = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(row), "|"), "|")
	n := 1
	for i := 0; i < len(row); i++ {
		switch row[i] {
		case '\\':
			i++
		case '|':
			n++
		}
	}
	return n
}
