package bot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"gonogo.dev/release"
)

// newLine stands for a line break inside a line of a form's list.
const newLine = "⏎"

// barred puts the parts of a line between bars: "DEF-1 | high | Rounds twice".
// What is empty at the end is left out.
func barred(parts ...string) string {
	parts = slices.Clone(parts)
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(part), "|", `\|`), "\n", newLine)
	}
	for len(parts) > 0 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, " | ")
}

// unbarred takes a line apart again, into exactly n parts: what is too much
// stays with the last.
func unbarred(text string, n int) []string {
	parts := make([]string, 0, n)
	var part strings.Builder
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && i+1 < len(text) && text[i+1] == '|':
			part.WriteByte('|')
			i++
		case text[i] == '|' && len(parts) < n-1:
			parts = append(parts, part.String())
			part.Reset()
		default:
			part.WriteByte(text[i])
		}
	}
	parts = append(parts, part.String())
	for i := range parts {
		parts[i] = strings.TrimSpace(strings.ReplaceAll(parts[i], newLine, "\n"))
	}
	for len(parts) < n {
		parts = append(parts, "")
	}
	return parts
}

// writtenLines returns the lines of a text in which something is written.
func writtenLines(text string) []string {
	var all []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			all = append(all, l)
		}
	}
	return all
}

// listOf writes a list as lines, one thing a line.
func listOf[T any](all []T, write func(T) string) string {
	texts := make([]string, len(all))
	for i, x := range all {
		texts[i] = write(x)
	}
	return strings.Join(texts, "\n")
}

// listFrom reads a list of things, one a line of n parts between bars.
func listFrom[T any](text string, n int, read func(parts []string) T) []T {
	var all []T
	for _, l := range writtenLines(text) {
		all = append(all, read(unbarred(l, n)))
	}
	return all
}

func signatoryLine(s release.Signatory) string { return barred(s.Name, s.Title, s.Party) }

func signatoryOf(p []string) release.Signatory {
	return release.Signatory{Name: p[0], Title: p[1], Party: p[2]}
}

func documentLine(d release.Document) string {
	return barred(d.Name, d.Version, d.Date, d.About, d.Link)
}

func documentOf(p []string) release.Document {
	return release.Document{Name: p[0], Version: p[1], Date: p[2], About: p[3], Link: bareLink(p[4])}
}

func notedContentLine(c release.NotedContent) string { return barred(c.Item, c.Says) }

func notedContentOf(p []string) release.NotedContent {
	return release.NotedContent{Item: p[0], Says: p[1]}
}

func defectLine(d release.NotedDefect) string {
	return barred(d.ID, string(d.Severity), d.Summary, d.Workaround)
}

func defectOf(p []string) release.NotedDefect {
	return release.NotedDefect{ID: p[0], Severity: release.Severity(lower(p[1])), Summary: p[2], Workaround: p[3]}
}

func noteChangeLine(c release.NotedChange) string { return barred(c.ID, c.Title, c.Summary) }

func noteChangeOf(p []string) release.NotedChange {
	return release.NotedChange{ID: p[0], Title: p[1], Summary: p[2]}
}

func approvalLine(a release.NotedApproval) string { return barred(a.What, a.By, a.Ref) }

func approvalOf(p []string) release.NotedApproval {
	return release.NotedApproval{What: p[0], By: p[1], Ref: bareLink(p[2])}
}

// stepLine writes a step as a line of the field for many steps at once.
func stepLine(s release.Step) string {
	minutes := ""
	if s.Minutes > 0 {
		minutes = itoa(s.Minutes)
	}
	return barred(s.Do, s.Who, minutes, s.Expect, joined(s.Files))
}

// stepsFrom reads many steps at once, a line each. What a line cannot say, its
// command and what it covers, stays with the step of the same words. The problem
// names the first line that was not understood.
func stepsFrom(text string, before []release.Step) (steps []release.Step, problem string) {
	before = slices.Clone(before)
	for i, l := range writtenLines(text) {
		p := unbarred(l, 5)
		if numbered, rest, ok := strings.Cut(p[0], ". "); ok && atoi(numbered) > 0 {
			p[0] = strings.TrimSpace(rest)
		}
		s := release.Step{Do: p[0], Who: p[1], Expect: p[3], Files: commaList(p[4])}
		var ok bool
		if s.Minutes, ok = minutesOf(p[2]); !ok {
			return nil, "Line " + itoa(i+1) + ": “" + clip(p[2], 40) + "” are no minutes. A line is: what | who | minutes | expected result | files."
		}
		if at := slices.IndexFunc(before, func(x release.Step) bool { return x.Do == s.Do }); at >= 0 {
			s.Command, s.Covers = before[at].Command, before[at].Covers
			before = slices.Delete(before, at, at+1)
		}
		steps = append(steps, s)
	}
	return steps, ""
}

// commaList reads names with commas or line breaks between them.
func commaList(text string) []string {
	var all []string
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '\n' }) {
		if name = strings.TrimSpace(name); name != "" {
			all = append(all, name)
		}
	}
	return all
}

// mostMinutes is the longest a step can take: a week.
const mostMinutes = 7 * 24 * 60

// minutesOf reads "15", "15 min", "1h30m"; nothing is 0.
func minutesOf(text string) (int, bool) {
	text = strings.ReplaceAll(lower(text), " ", "")
	if text == "" {
		return 0, true
	}
	for _, unit := range []string{"minutes", "minute", "mins", "min", "m"} {
		if number, ok := strings.CutSuffix(text, unit); ok && !strings.Contains(number, "h") {
			text = number
			break
		}
	}
	if n, err := strconv.Atoi(text); err == nil {
		return n, n >= 0 && n <= mostMinutes
	}
	d, err := time.ParseDuration(strings.Replace(text, "min", "m", 1))
	n := int(d / time.Minute)
	return n, err == nil && n >= 0 && n <= mostMinutes && d%time.Minute == 0
}
