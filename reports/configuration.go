package reports

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// doubt turns a configuration issue into a letter to who must find out which
// version is there (R106).
func (l Letterhead) doubt(p *release.Programme, n release.Notice, to release.Person) letter {
	i := *n.Event.Doubt
	name := fmt.Sprintf("Configuration issue %d", i.ID)
	where := systemName(p, i.System) + " in " + environmentNames(p, []release.EnvironmentID{i.Environment})
	page := templates.Page{
		Kicker: "configuration", Title: name + ": " + where, Link: l.channel(p),
		Lead: templates.Callout{
			Tone: templates.Act, Label: "Which version is there?",
			Text: i.What(p) + fmt.Sprintf(" %s finds it out; /env issue %d resolve in Slack says which is true.", p.NameOf(i.Owner), i.ID),
		},
		Sections: []templates.Section{doubtFacts(p, i)},
		Footer: []string{
			"You get this mail because you look after the environments, release the system, or reported it.",
			"Sent by gonogo for " + p.Name + ". The record of who decided what is in gonogo, not in this mail.",
		},
	}
	if !i.Open() {
		page.Title = name + " resolved: " + where
		page.Lead = templates.Callout{
			Tone: templates.Good, Label: release.Installation{Version: i.Truth}.Shown() + " is what is there",
			Text: sentences(templates.OneLine(i.Resolution), "Found out by "+p.NameOf(i.ResolvedBy)+"."),
		}
	}
	return letter{key: n.Key, stream: "configuration", thread: i.Subject(), subject: page.Title, to: to, at: n.At, page: page}
}

func doubtFacts(p *release.Programme, i release.ConfigurationIssue) templates.Section {
	from := "told by hand"
	if i.ExpectedFrom != 0 {
		from = "brought by " + release.ReleaseName(i.ExpectedFrom)
	}
	known := release.Installation{Version: i.Expected, Build: i.ExpectedBuild}.Shown()
	if i.Expected.IsZero() {
		known, from = "nothing", ""
	}
	return templates.Section{Title: "What is said of it", Facts: []templates.Fact{
		{Label: "Known", Value: known, Note: from},
		{Label: "Told", Value: release.Installation{Version: i.Told, Build: i.ToldBuild}.Shown(), Note: "by " + p.NameOf(i.By)},
		{Label: "Since", Value: release.Instant(i.At, p.Location())}, {Label: "With", Value: p.NameOf(i.Owner)},
		{Label: "Due", Value: release.Instant(i.Due, p.Location())},
	}}
}

// doubts shows the configuration issues that are open; no section while there is none.
func (v reading) doubts() []templates.Section {
	if len(v.Doubts) == 0 {
		return nil
	}
	s := templates.Section{Title: "In doubt"}
	for _, i := range v.Doubts {
		badge := templates.Badge{Text: "open", Tone: templates.Warn}
		if !v.At.Before(i.Due) {
			badge = templates.Badge{Text: "overdue", Tone: templates.Bad}
		}
		s.Items = append(s.Items, templates.Item{Title: fmt.Sprintf("Configuration issue %d", i.ID), Badge: badge, Lines: []string{
			i.What(v.Programme), "With " + v.Programme.NameOf(i.Owner) + ", due " + release.Instant(i.Due, v.loc),
		}})
	}
	return []templates.Section{s}
}

// ItemsCSV writes the configuration items of an environment as CSV (R143): a line
// for each file of each build that is installed, and one for each system of which
// they are not known. No cell begins as a formula would, so that a spreadsheet
// only shows it.
func ItemsCSV(v release.ConfigurationView) (string, error) {
	var b strings.Builder
	w := csv.NewWriter(&b)
	rows := [][]string{{"environment", "as of", "system", "version", "build", "release", "installed", "file", "file version", "file date", "sha256", "fixes", "unknown"}}
	for _, s := range v.Systems {
		x := s.Installed
		from := ""
		if s.Release != 0 {
			from = release.ReleaseName(s.Release)
		}
		head := []string{string(x.Environment), v.At.UTC().Format(time.RFC3339), string(x.System), x.Version.String(), x.Build, from, x.At.UTC().Format(time.RFC3339)}
		if s.Build == nil {
			rows = append(rows, append(head, "", "", "", "", "", s.Unknown))
			continue
		}
		for _, f := range s.Build.BOM {
			rows = append(rows, append(slices.Clip(head), f.File, f.Version, f.Date, strings.TrimPrefix(f.Digest, "sha256:"), strings.Join(f.Fixes, " "), ""))
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i] = cell(row[i])
		}
		if err := w.Write(row); err != nil {
			return "", fmt.Errorf("write the configuration items: %w", err)
		}
	}
	w.Flush()
	return b.String(), w.Error()
}

// cell makes a text harmless in a spreadsheet: one that begins as a formula does
// is shown behind an apostrophe.
func cell(text string) string {
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		return text
	}
	if strings.ContainsAny(firstRune(strings.TrimLeft(text, " ")), "=+-@\t\r\n|%＝＋－＠") || strings.HasPrefix(text, "\t") {
		return "'" + text
	}
	return text
}

func firstRune(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}
