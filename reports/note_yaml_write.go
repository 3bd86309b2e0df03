package reports

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// yamlWriter writes the form as YAML, with a line of comment for each field
// where hints are wanted.
type yamlWriter struct {
	b     strings.Builder
	hints bool
	// sample says that an item is written that nobody filled in.
	sample bool
}

func (w *yamlWriter) group(g group, indent string) {
	first := indent
	for _, f := range g {
		if f.leftOut(w.hints) {
			continue
		}
		if w.hints && f.hint != "" && indent == "" {
			fmt.Fprintf(&w.b, "\n# %s\n", f.hint)
		}
		w.field(f, first, indent)
		first = indent
	}
}

// field writes one field; first stands before its key, indent before what
// follows it.
func (w *yamlWriter) field(f field, first, indent string) {
	w.b.WriteString(first + f.key + ":")
	switch v := f.value.(type) {
	case *string:
		if *v != "" {
			w.b.WriteString(" " + yamlText(*v, indent+"  "))
		} else {
			w.margin(f, indent)
		}
		w.b.WriteString("\n")
	case *int:
		if *v != 0 || !f.spare && !w.sample {
			fmt.Fprintf(&w.b, " %d", *v)
		} else {
			w.margin(f, indent)
		}
		w.b.WriteString("\n")
	case *[]string:
		w.b.WriteString("\n")
		for _, x := range *v {
			w.b.WriteString(indent + "  - " + yamlText(x, indent+"    ") + "\n")
		}
		if len(*v) == 0 && w.hints {
			w.b.WriteString(indent + "  # -")
			w.margin(field{hint: strings.TrimSuffix("one a line: "+f.hint, ": ")}, "-")
			w.b.WriteString("\n")
		}
	case group:
		w.b.WriteString("\n")
		w.group(v, indent+"  ")
	case rows:
		w.b.WriteString("\n")
		w.rows(v, indent+"  ")
	}
}

// margin writes what belongs into an inner field behind it; outer ones have their
// line above.
func (w *yamlWriter) margin(f field, indent string) {
	words := f.hint
	if indent == "" {
		words = ""
	}
	if len(f.words) > 0 {
		words = strings.TrimPrefix(words+": "+orWords(f.words), ": ")
	}
	if w.hints && words != "" {
		w.b.WriteString(" # " + words)
	}
}

func (w *yamlWriter) rows(v rows, indent string) {
	for i := range v.size() {
		w.item(v.at(i), indent)
	}
	if v.size() == 0 && w.hints {
		sample := yamlWriter{hints: true, sample: true}
		sample.item(v.sample(), indent)
		for line := range strings.Lines(sample.b.String()) {
			text := strings.TrimPrefix(line, indent)
			w.b.WriteString(indent + "# " + strings.TrimPrefix(text, "# "))
		}
	}
}

func (w *yamlWriter) item(g group, indent string) {
	first := indent + "- "
	for _, f := range g {
		if f.leftOut(w.hints) {
			continue
		}
		w.field(f, first, indent+"  ")
		first = indent + "  "
	}
}

// plainYAML are texts that mean themselves without quotation marks.
var plainYAML = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9 ._/@()+-]*[A-Za-z0-9.)]$|^[A-Za-z]$|^[0-9]+(\.[0-9]+){2,}$|^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

// wordYAML are words that a YAML parser takes for something else than a text.
var wordYAML = regexp.MustCompile(`^(?i:true|false|yes|no|on|off|y|n|null|nan|inf)$`)

// yamlText writes a text so that it is read back the same: as it is, as a block
// of lines, or in quotation marks.
func yamlText(text, indent string) string {
	switch {
	case plainYAML.MatchString(text) && !wordYAML.MatchString(text):
		return text
	case strings.Contains(text, "\n") && fitsBlock(text):
		var b strings.Builder
		b.WriteString("|-")
		for line := range strings.SplitSeq(text, "\n") {
			b.WriteString("\n")
			if line != "" {
				b.WriteString(indent + line)
			}
		}
		return b.String()
	}
	return quoteYAML(text)
}

// fitsBlock tells whether every line of a text can stand in a block as it is.
func fitsBlock(text string) bool {
	for i, line := range strings.Split(text, "\n") {
		if i == 0 && (line == "" || line[0] == ' ') || strings.TrimSpace(line) != strings.TrimLeft(line, " ") || strings.ContainsFunc(line, escapedYAML) {
			return false
		}
	}
	return !strings.HasSuffix(text, "\n")
}

func escapedYAML(r rune) bool { return !unicode.IsPrint(r) }

func quoteYAML(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case !escapedYAML(r):
			b.WriteRune(r)
		case r > 0xffff:
			b.WriteString(`\U` + fmt.Sprintf("%08X", r))
		default:
			b.WriteString(`\u` + fmt.Sprintf("%04X", r))
		}
	}
	b.WriteByte('"')
	return b.String()
}
