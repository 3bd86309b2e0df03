package reports

import (
	"bytes"
	"fmt"
	"regexp"
	"sort"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// markdownReader reads a note as people write one: a title, a table of heads,
// and a heading for every other field with paragraphs, a list or a table below.
type markdownReader struct {
	*noteReader
	source []byte
	starts []int // where each line begins
	form   group
	seen   map[string]int // the line of every field that was given
	at     *field         // the field of the heading that was read last
	steps  rows           // of the section of a runbook
	total  *int
	typed  *string // the command of the heading that was read last
	skip   bool    // under a heading of gonogo's own
}

// readMarkdown reads a file into the form.
func (r *noteReader) readMarkdown(body []byte, form group) {
	m := &markdownReader{noteReader: r, source: body, form: form, seen: map[string]int{}}
	m.starts = []int{0}
	for i, c := range body {
		if c == '\n' {
			m.starts = append(m.starts, i+1)
		}
	}
	root := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(body))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		m.block(n)
	}
}

// block reads one block of the document.
func (m *markdownReader) block(n ast.Node) {
	if h, ok := n.(*ast.Heading); ok {
		m.heading(h)
		return
	}
	if m.skip || m.passedOver(n) {
		return
	}
	line := m.line(n)
	switch {
	case m.typed != nil:
		m.command(n, line)
	case m.at == nil:
		if t, ok := n.(*table.Table); ok {
			m.heads(t)
			return
		}
		m.sayf(line, "this stands under no heading that says what it is; give it one, such as ## Reason.")
	default:
		m.content(n, line)
	}
}

// passedOver tells whether a block is a hint, a comment or a line across.
func (m *markdownReader) passedOver(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		return true
	case *ast.HTMLBlock:
		return bytes.HasPrefix(bytes.TrimSpace(n.Lines().Value(m.source)), []byte("<!--"))
	case *ast.Paragraph:
		e, ok := n.FirstChild().(*ast.Emphasis)
		if !ok || e.Level != 1 || e.NextSibling() != nil {
			return false
		}
		words, _ := plainMarkdown(e, m.source)
		return strings.HasPrefix(words, hintMark)
	}
	return false
}

var (
	backoutHeading = regexp.MustCompile(`^(?i:backout) (\d{1,6})(?: (?i:to|-) (\d{1,6}))?$`)
	commandHeading = regexp.MustCompile(`^(?i:command of step) (\d{1,6})$`)
	totalLine      = regexp.MustCompile(`^(?i:total): (\d{1,6})(?: minutes?)?\.?$`)
)

// heading opens a field.
func (m *markdownReader) heading(h *ast.Heading) {
	line := m.line(h)
	words, ok := plainMarkdown(h, m.source)
	if !ok {
		m.sayf(line, "this heading has more than words; write it plainly.")
	}
	words = strings.TrimSpace(words)
	if h.Level > 1 {
		words = strings.TrimSuffix(words, ":")
	}
	m.typed = nil
	switch {
	case h.Level == 1:
		m.title(line, words)
	case h.Level == 2:
		m.at, m.steps, m.total, m.skip = nil, nil, nil, ownHeading(words)
		if !m.skip {
			m.open(line, words)
		}
	case m.skip:
	case h.Level == 3 && m.steps != nil && commandHeading.MatchString(words):
		m.openCommand(line, commandHeading.FindStringSubmatch(words)[1])
	default:
		m.sayf(line, "“%s” is no heading of a note here; leave it out, or write it as text.", shortName(words))
	}
}

func (m *markdownReader) title(line int, words string) {
	m.at, m.steps, m.total, m.skip = nil, nil, nil, false
	if len(words) >= len(noteHeading) && strings.EqualFold(words[:len(noteHeading)], noteHeading) {
		words = strings.TrimPrefix(words[len(noteHeading):], ":")
	}
	f, _ := m.form.find("title")
	if m.once(line, f) {
		m.put(line, f, words)
	}
}

// open finds the field that a heading names.
func (m *markdownReader) open(line int, words string) {
	if x := backoutHeading.FindStringSubmatch(words); x != nil {
		m.openBackout(line, x[1], orText(x[2], x[1]))
		return
	}
	f, ok := m.named(m.form, words)
	if !ok {
		m.sayf(line, "“%s” is no heading of a note; there are %s and Backout 1 to 4.", shortName(words), strings.Join(m.headings(), ", "))
		m.skip = true
		return
	}
	if m.once(line, f) {
		m.at = &f
		if g, isGroup := f.value.(group); isGroup {
			m.openSection(g)
		}
		return
	}
	m.skip = true
}

// openBackout adds a set of backout steps and opens its section.
func (m *markdownReader) openBackout(line int, first, last string) {
	f, _ := m.form.find("backout")
	sets, ok := f.value.(rows)
	if !ok {
		return
	}
	set := sets.add()
	m.at = &f
	from, _ := set.find("from")
	to, _ := set.find("to")
	m.put(line, from, first)
	m.put(line, to, last)
	m.openSection(set)
}

func (m *markdownReader) openSection(g group) {
	if steps, ok := valueOf[rows](g, "steps"); ok {
		m.steps = steps
		m.total, _ = valueOf[*int](g, "total")
	}
}

func (m *markdownReader) openCommand(line int, number string) {
	for i := range m.steps.size() {
		step := m.steps.at(i)
		if command, ok := valueOf[*string](step, "command"); ok && fmt.Sprint(step.number("number")) == number {
			m.typed = command
			if *command != "" {
				m.sayf(line, "the command of step %s is written twice; keep one.", number)
			}
			return
		}
	}
	m.sayf(line, "there is no step %s in the table above; write the command below the table of its section.", number)
	m.typed = new(string)
}

// once tells whether a field is given for the first time.
func (m *markdownReader) once(line int, f field) bool {
	if first, twice := m.seen[f.key]; twice {
		m.sayf(line, "%s is written twice, first on line %d; keep one.", f.title, first)
		return false
	}
	m.seen[f.key] = line
	return true
}

// named returns the field that people mean by a title or a key.
func (m *markdownReader) named(g group, words string) (field, bool) {
	for _, f := range g {
		if strings.EqualFold(f.title, words) || strings.EqualFold(f.key, words) {
			return f, true
		}
	}
	return field{}, false
}

func (m *markdownReader) headings() []string {
	var titles []string
	for _, f := range m.form {
		if !isHead(f) && f.key != "backout" {
			titles = append(titles, f.title)
		}
	}
	return titles
}

// ownHeading tells whether gonogo writes what is under a heading and does not
// read it again.
func ownHeading(words string) bool {
	return words == submissionHeading || words == signaturesHeading || words == totalsHeading || strings.HasPrefix(words, changedHeading)
}

// The headings of what stands in a submitted note beside the form.
const (
	submissionHeading = "Submission"
	signaturesHeading = "Signatures"
	totalsHeading     = "Totals"
	changedHeading    = "What changed"
)

func orText(words, other string) string {
	if words == "" {
		return other
	}
	return words
}

// line returns the line on which a node begins.
func (m *markdownReader) line(n ast.Node) int {
	for x := n; x != nil; x = x.FirstChild() {
		if x.Type() == ast.TypeInline {
			break
		}
		if x.Lines() != nil && x.Lines().Len() > 0 {
			return sort.SearchInts(m.starts, x.Lines().At(0).Start+1)
		}
	}
	if p := n.PreviousSibling(); p != nil {
		return m.line(p)
	}
	return 1
}
