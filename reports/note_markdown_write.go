package reports

import (
	"fmt"
	"slices"
	"strings"
)

// markdownWriter writes the form as Markdown: headings, lists and tables, with
// an italic hint under each heading where hints are wanted.
type markdownWriter struct {
	b     strings.Builder
	hints bool
}

const noteHeading = "Release note"

// form writes a whole note.
func (w *markdownWriter) form(g group) {
	w.b.WriteString("# " + noteHeading)
	if text := g.text("title"); text != "" {
		w.b.WriteString(": " + markdownLine(text, true))
	}
	w.b.WriteString("\n")
	w.hint("the text after the colon is the title. Fill in what is empty; hints like this one are not read.")
	w.heads(g)
	for _, f := range g {
		if f.key == "title" || isHead(f) || f.empty() && (!w.hints || f.known) {
			continue
		}
		if sets, ok := f.value.(rows); ok && f.key == "backout" {
			w.backout(f, sets)
			continue
		}
		w.heading(f.title, f.hint)
		w.value(f)
	}
}

// isHead tells whether a field stands in the table under the title.
func isHead(f field) bool {
	switch f.value.(type) {
	case *string, *int:
		return !f.prose
	}
	return false
}

func (w *markdownWriter) heads(g group) {
	w.b.WriteString("\n| Field | Value |")
	rule := "\n| --- | --- |"
	if w.hints {
		w.b.WriteString(" Hint |")
		rule += " --- |"
	}
	w.b.WriteString(rule + "\n")
	for _, f := range g {
		if f.key == "title" || !isHead(f) || f.leftOut(w.hints) {
			continue
		}
		w.b.WriteString("| " + f.title + " | " + markdownCell(f) + " |")
		if w.hints {
			w.b.WriteString(" " + markdownLine(f.hint, false) + " |")
		}
		w.b.WriteString("\n")
	}
}

func (w *markdownWriter) heading(title, hint string) {
	w.b.WriteString("\n## " + title + "\n")
	w.hint(hint)
}

// hintMark begins an italic paragraph that the reader passes over.
const hintMark = "Hint: "

func (w *markdownWriter) hint(text string) {
	if w.hints && text != "" {
		w.b.WriteString("\n*" + hintMark + markdownLine(text, false) + "*\n")
	}
}

func (w *markdownWriter) value(f field) {
	switch v := f.value.(type) {
	case *string:
		w.paragraphs(*v)
	case *[]string:
		w.b.WriteString("\n")
		for _, x := range *v {
			w.b.WriteString("- " + lineStart(markdownLine(x, false)) + "\n")
		}
	case rows:
		w.table(v)
	case group:
		if steps, ok := valueOf[rows](v, "steps"); ok {
			w.section(v, steps)
			return
		}
		w.table(oneRow{v})
	}
}

// oneRow is a group as a table of one row.
type oneRow struct{ group }

func (oneRow) size() int       { return 1 }
func (o oneRow) at(int) group  { return o.group }
func (o oneRow) add() group    { return o.group }
func (o oneRow) sample() group { return o.group }

func (w *markdownWriter) paragraphs(text string) {
	for part := range strings.SplitSeq(text, "\n\n") {
		if part == "" {
			continue
		}
		w.b.WriteString("\n")
		lines := strings.Split(part, "\n")
		for i, line := range lines {
			lines[i] = lineStart(markdownLine(line, false))
		}
		w.b.WriteString(strings.Join(lines, "\\\n") + "\n")
	}
}

// table writes the columns that are needed: all of a template, else those that
// some row has a value for or that every row should have.
func (w *markdownWriter) table(v rows, without ...string) {
	var columns []int
	for i, f := range v.sample() {
		wanted := w.hints || !f.spare
		for j := 0; j < v.size() && !wanted; j++ {
			wanted = !v.at(j)[i].empty()
		}
		if wanted && !slices.Contains(without, f.key) {
			columns = append(columns, i)
		}
	}
	line := func(cell func(i int) string) {
		for _, i := range columns {
			w.b.WriteString("| " + cell(i) + " ")
		}
		w.b.WriteString("|\n")
	}
	var hints []string
	for _, i := range columns {
		if f := v.sample()[i]; f.hint != "" {
			hints = append(hints, f.title+": "+f.hint+".")
		}
	}
	w.hint(strings.Join(hints, " "))
	w.b.WriteString("\n")
	line(func(i int) string { return v.sample()[i].title })
	line(func(int) string { return "---" })
	for j := range v.size() {
		line(func(i int) string { return markdownCell(v.at(j)[i]) })
	}
}

// section writes a section of the runbook: its steps, its total, and the
// commands below the table, where they can be copied from.
func (w *markdownWriter) section(g group, steps rows) {
	if !numbered(steps) {
		w.table(steps)
	} else {
		w.table(steps, "command")
	}
	if total := g.number("total"); total != 0 {
		fmt.Fprintf(&w.b, "\nTotal: %d minutes\n", total)
	}
	for i := 0; i < steps.size() && numbered(steps); i++ {
		text := steps.at(i).text("command")
		if text == "" {
			continue
		}
		fence := "```"
		for strings.Contains(text, fence) {
			fence += "`"
		}
		fmt.Fprintf(&w.b, "\n### Command of step %d\n\n%s\n%s\n%s\n", steps.at(i).number("number"), fence, text, fence)
	}
}

// numbered tells whether each step can be named by its number.
func numbered(steps rows) bool {
	seen := map[int]bool{}
	for i := range steps.size() {
		n := steps.at(i).number("number")
		if seen[n] {
			return false
		}
		seen[n] = true
	}
	return true
}

func (w *markdownWriter) backout(f field, sets rows) {
	if w.hints {
		w.heading(f.title, f.hint+" Give each its own heading, such as Backout 1 to 4, and the table below it.")
	}
	for i := range sets.size() {
		g := sets.at(i)
		w.heading(fmt.Sprintf("%s %d to %d", f.title, g.number("from"), g.number("to")), "")
		if steps, ok := valueOf[rows](g, "steps"); ok {
			w.section(g, steps)
		}
	}
}

func markdownCell(f field) string {
	switch v := f.value.(type) {
	case *string:
		return markdownLine(*v, false)
	case *int:
		if *v == 0 && f.spare {
			return ""
		}
		return fmt.Sprint(*v)
	case *[]string:
		return markdownList(*v)
	}
	return ""
}

// markdownList writes a list into a cell: with commas, or with breaks where an
// item has a comma itself.
func markdownList(list []string) string {
	items := make([]string, len(list))
	breaks := false
	for i, x := range list {
		items[i] = markdownLine(x, false)
		breaks = breaks || strings.ContainsAny(x, ",\n")
	}
	if breaks {
		return strings.Join(items, "<br>") + "<br>"
	}
	return strings.Join(items, ", ")
}
