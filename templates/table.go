package templates

import (
	"encoding/base64"
	htmltemplate "html/template"
	"strings"
)

// text shows a table in plain text: a row an item, its first cell as the title; a
// table of numbers lines up.
func (t Table) text() string {
	if t.Plain {
		return t.aligned()
	}
	var out []string
	for _, cells := range t.Rows {
		for i, c := range cells {
			words := OneLine(c.Text + badge(c.Badge))
			switch {
			case i == 0:
				out = append(out, Wrap(words, "  * ", "    ", Width))
			case words != "":
				out = append(out, Wrap(OneLine(t.Columns[i].Title)+": "+words, "    ", "      ", Width))
			}
			if c.Note != "" {
				out = append(out, Wrap(c.Note, "    ", "      ", Width))
			}
		}
	}
	return strings.Join(out, "\n")
}

// aligned shows every column as wide as its widest cell, the first to the left and
// the others to the right.
func (t Table) aligned() string {
	lines := [][]string{nil}
	for _, c := range t.Columns {
		lines[0] = append(lines[0], OneLine(c.Title))
	}
	for _, cells := range t.Rows {
		var line []string
		for _, c := range cells {
			line = append(line, OneLine(c.Text))
		}
		lines = append(lines, line)
	}
	wide := make([]int, len(t.Columns))
	for _, line := range lines {
		for i, text := range line {
			wide[i] = max(wide[i], columns(text))
		}
	}
	out := make([]string, len(lines))
	for n, line := range lines {
		var b strings.Builder
		b.WriteString("  ")
		for i, text := range line {
			pad := strings.Repeat(" ", wide[i]-columns(text))
			if i == 0 {
				b.WriteString(text + pad)
			} else {
				b.WriteString("  " + pad + text)
			}
		}
		out[n] = strings.TrimRight(b.String(), " ")
	}
	return strings.Join(out, "\n")
}

// source is where a page finds the picture: in the mail, or in itself.
func (p Picture) source() htmltemplate.URL {
	if len(p.Body) > 0 {
		return htmltemplate.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(p.Body)) //nolint:gosec // base64 has no way out of an attribute
	}
	return htmltemplate.URL("cid:" + p.Name) //nolint:gosec // a name of ours, and the picture travels with the mail
}
