package reports

import (
	"fmt"
	"strings"

	"gonogo.dev/templates"
)

// documentMarkdown writes a document as Markdown, in the order in which its other
// forms have it.
func documentMarkdown(d templates.Document) string {
	var b strings.Builder
	if d.Banner != "" {
		fmt.Fprintf(&b, "**%s**\n\n", markdownLine(d.Banner, false))
	}
	fmt.Fprintf(&b, "# %s\n\n%s · %s\n\n", markdownLine(templates.OneLine(d.Title), true), markdownLine(d.Programme, false), markdownLine(d.Kicker, false))
	if d.Status.Text != "" {
		fmt.Fprintf(&b, "**%s.** ", markdownLine(d.Status.Text, false))
	}
	fmt.Fprintf(&b, "%s\n", markdownLine(d.Said, false))
	markdownFacts(&b, d.Facts)
	for _, p := range d.Parts {
		fmt.Fprintf(&b, "\n%s %s\n", strings.Repeat("#", p.Level()), markdownLine(p.Title, true))
		for _, text := range append([]string{p.Intro}, p.Paragraphs...) {
			if text != "" {
				fmt.Fprintf(&b, "\n%s\n", lineStart(markdownLine(text, false)))
			}
		}
		markdownFacts(&b, p.Facts)
		for i, text := range p.List {
			if i == 0 {
				b.WriteString("\n")
			}
			fmt.Fprintf(&b, "- %s\n", lineStart(markdownLine(text, false)))
		}
		markdownTable(&b, p.Table)
		if p.Bare() && p.Empty != "" {
			fmt.Fprintf(&b, "\n%s\n", markdownLine(p.Empty, false))
		}
	}
	markdownSigned(&b, d.Signed)
	for _, text := range d.Footer {
		fmt.Fprintf(&b, "\n%s\n", markdownLine(text, false))
	}
	if d.Digest != "" {
		fmt.Fprintf(&b, "\nSHA-256: `%s`\n", d.Digest)
	}
	return b.String()
}

func markdownFacts(b *strings.Builder, facts []templates.Fact) {
	if len(facts) == 0 {
		return
	}
	b.WriteString("\n| | |\n| --- | --- |\n")
	for _, f := range facts {
		fmt.Fprintf(b, "| %s | %s |\n", markdownLine(f.Label, false), markdownLines(f.Value, f.Note))
	}
}

// markdownLines joins what stands under each other in a cell.
func markdownLines(texts ...string) string {
	var lines []string
	for _, text := range texts {
		if text = templates.Clean(text); text != "" {
			lines = append(lines, markdownLine(text, false))
		}
	}
	return strings.Join(lines, "<br>")
}

func markdownTable(b *strings.Builder, t templates.Table) {
	if len(t.Rows) == 0 {
		return
	}
	b.WriteString("\n|")
	for _, c := range t.Columns {
		fmt.Fprintf(b, " %s |", markdownLine(c.Title, false))
	}
	b.WriteString("\n|")
	for _, c := range t.Columns {
		if c.Number {
			b.WriteString(" ---: |")
		} else {
			b.WriteString(" --- |")
		}
	}
	b.WriteString("\n")
	for _, row := range t.Rows {
		b.WriteString("|")
		for _, c := range row {
			fmt.Fprintf(b, " %s |", markdownLines(c.Text, c.Badge.Text, c.Code, c.Note))
		}
		b.WriteString("\n")
	}
	if len(t.Totals) > 0 {
		b.WriteString("|")
		for _, c := range t.Totals {
			if c.Text == "" {
				b.WriteString("  |")
				continue
			}
			fmt.Fprintf(b, " **%s** |", markdownLine(c.Text, false))
		}
		b.WriteString("\n")
	}
}

func markdownSigned(b *strings.Builder, all []templates.Signature) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n\n| Role | Name | Signed |\n| --- | --- | --- |\n", signaturesHeading)
	for _, x := range all {
		fmt.Fprintf(b, "| %s | %s | %s |\n", markdownLine(x.As, false), markdownLines(x.Name, x.Note), markdownLine(x.Done, false))
	}
}
