package templates

import (
	"strings"
	texttemplate "text/template"
	"unicode"
	"unicode/utf8"
)

// Width is how many columns a line of plain text has at most, where its words
// allow it.
const Width = 72

// labelWidth is the column in which the values of facts begin.
const labelWidth = 14

func textFuncs() texttemplate.FuncMap {
	return texttemplate.FuncMap{
		"wrap":      func(indent, text string) string { return Wrap(text, indent, indent, Width) },
		"hang":      func(first, text string) string { return Wrap(text, first, strings.Repeat(" ", len(first)), Width) },
		"quote":     func(text string) string { return Wrap(text, "    | ", "    | ", Width) },
		"bullet":    func(text string) string { return Wrap(OneLine(text), "  * ", "    ", Width) },
		"line":      func(text string) string { return Wrap(text, "    ", "      ", Width) },
		"underline": underline,
		"fact":      fact,
		"one":       OneLine,
		"badge":     badge,
		"table":     Table.text,
	}
}

// Wrap breaks text into lines of at most width columns. The first line begins
// with first and every further one with rest; a word that is too long, such as
// an address, stands alone and whole. The lines of the text stay lines; blank
// lines keep their indent, so that nothing can step out of a quotation.
func Wrap(text, first, rest string, width int) string {
	var out []string
	indent := first
	for line := range strings.SplitSeq(Clean(text), "\n") {
		current := ""
		for word := range strings.FieldsSeq(line) {
			if current != "" && columns(indent)+columns(current)+1+columns(word) > width {
				out, indent, current = append(out, indent+current), rest, ""
			}
			if current != "" {
				current += " "
			}
			current += word
		}
		out, indent = append(out, strings.TrimRight(indent+current, " ")), rest
	}
	return strings.Join(out, "\n")
}

// Clean returns text that only shows what it is: valid UTF-8, "\n" line ends,
// no control characters and no marks that make text run backwards or vanish.
func Clean(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(strings.ToValidUTF8(text, "\ufffd"))
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\u200d': // the joiner inside emoji
			return r
		case r == '\u2028' || r == '\u2029':
			return '\n'
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u200b' || r == '\ufeff':
			return -1
		}
		return r
	}, text))
}

// OneLine returns clean text on a single line.
func OneLine(text string) string { return strings.Join(strings.Fields(Clean(text)), " ") }

func columns(text string) int { return utf8.RuneCountInString(text) }

func underline(with, text string) string {
	return strings.Repeat(with, min(columns(OneLine(text)), Width))
}

// fact returns "Label:    value", its further lines under the value.
func fact(label, value string) string {
	label = OneLine(label) + ":"
	if columns(label) >= labelWidth {
		return label + "\n" + Wrap(value, strings.Repeat(" ", labelWidth), strings.Repeat(" ", labelWidth), Width)
	}
	label += strings.Repeat(" ", labelWidth-columns(label))
	return Wrap(value, label, strings.Repeat(" ", labelWidth), Width)
}

// badge returns the words of a badge in brackets, or nothing.
func badge(b Badge) string {
	if b.Text == "" {
		return ""
	}
	return " [" + OneLine(b.Text) + "]"
}
