package reports

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// texts draws what people may write: markup of every kind, quotation marks,
// several lines and letters of many languages.
func texts(t *rapid.T, label string) string {
	words := rapid.SampledFrom([]string{
		"plain", "|", "`", "``", "\n", "\n\n", " ", "  ", "*", "**", "_x_", "a_b", "#", "# ", "- ", "1. ", "> ", "---", "===", ":-:", ": ", "\\", "\\n", "&amp;", "&#32;", "&", "<br>", "<b>",
		"[a](b)", "![x]", "~", "~~~", "{", "}", "\"", "'", "%", "@", "!", "!tag", "?", ",", "- - -", "Łukasz", "Ó Súilleabháin", "→", "“so”", "\u65e5\u672c", "👩‍🔧", "é", "true", "null", "1.0", "0x1F", "2026-11-23",
		"\t", "|-", "Hint: ", "Total: 5 minutes", "Backout 1 to 4", "https://x.example/a_b?c=d&e=f", "$HOME", "-", "yes", "~", "\u00a0", "\u200d", "Release note", "Release note:", "...", "=>", "10)",
	})
	return trimText(strings.Join(rapid.SliceOfN(words, 0, 6).Draw(t, label), ""), false)
}

// line draws a text of one line that is not empty.
func line(t *rapid.T, label string) string {
	return "x" + strings.ReplaceAll(texts(t, label), "\n", " ")
}

func someOf[T any](t *rapid.T, label string, draw func() T) []T {
	var list []T
	for range rapid.IntRange(0, 3).Draw(t, label) {
		list = append(list, draw())
	}
	return list
}

func drawSection(t *rapid.T) release.Section {
	s := release.Section{Stated: rapid.SampledFrom([]int{0, 1, 90}).Draw(t, "stated")}
	for i := range rapid.IntRange(0, 3).Draw(t, "steps") {
		number := i + 1
		if rapid.IntRange(0, 9).Draw(t, "odd") == 0 {
			number = 1
		}
		s.Steps = append(s.Steps, release.Step{
			Number: number, Do: texts(t, "do"), Who: texts(t, "who"), Minutes: rapid.IntRange(0, 500).Draw(t, "minutes"), Expect: texts(t, "expect"),
			Command: trimText(rapid.SampledFrom([]string{"", "  ", "x"}).Draw(t, "indent")+texts(t, "command"), true),
			Files:   someOf(t, "files", func() string { return strings.TrimSpace(line(t, "file")) }),
			Covers:  rapid.SampledFrom(append(release.Precautions(), "")).Draw(t, "covers"),
		})
	}
	return s
}

func drawNote(t *rapid.T) release.ReleaseNote {
	text := func(label string) string { return texts(t, label) }
	person := func() release.Signatory {
		return release.Signatory{Name: line(t, "name"), Title: text("job"), Party: text("party")}
	}
	paper := func() release.Document {
		return release.Document{Name: line(t, "document"), Version: text("v"), Date: text("d"), About: text("about"), Link: text("link")}
	}
	defect := func() release.NotedDefect {
		return release.NotedDefect{ID: line(t, "id"), Severity: rapid.SampledFrom(append(release.Severities(), "")).Draw(t, "severity"), Summary: text("summary"), Workaround: text("workaround")}
	}
	item := func() string { return strings.TrimSpace(line(t, "item")) }
	n := release.ReleaseNote{
		Programme: text("programme"), Title: text("title"), Reason: text("reason"), Date: text("date"), Version: text("version"),
		ReleasedTo: person(), Issuer: person(), Signatories: someOf(t, "signatories", person),
		Tag: text("tag"), BuildTool: text("tool"), Manuals: someOf(t, "manuals", paper), Schemas: someOf(t, "schemas", paper),
		Hardware: text("hardware"), OperatingSystem: text("os"), Operate: text("operate"),
		BOM: someOf(t, "bom", func() release.BOMLine {
			return release.BOMLine{File: line(t, "file"), Version: text("v"), Date: text("d"), Digest: text("sha"), Fixes: someOf(t, "fixes", item)}
		}),
		Contents: someOf(t, "contents", func() release.NotedContent { return release.NotedContent{Item: line(t, "item"), Says: text("says")} }),
		Fixed:    someOf(t, "fixed", defect), Outstanding: someOf(t, "outstanding", defect),
		Changes: someOf(t, "changes", func() release.NotedChange {
			return release.NotedChange{ID: line(t, "id"), Title: text("title"), Summary: text("summary")}
		}),
		Disruption: rapid.SampledFrom(append(release.Disruptions(), "")).Draw(t, "disruption"), Downtime: rapid.IntRange(0, 999).Draw(t, "downtime"),
		Resources: someOf(t, "resources", item), Stakeholders: someOf(t, "stakeholders", item),
		Approvals: someOf(t, "approvals", func() release.NotedApproval {
			return release.NotedApproval{What: line(t, "what"), By: text("by"), Ref: text("ref")}
		}),
		RFC: text("rfc"),
		Landscape: someOf(t, "landscape", func() release.Placed {
			return release.Placed{Environment: release.EnvironmentID(line(t, "e")), System: release.SystemID(text("s")), Version: text("v"), Status: rapid.SampledFrom(release.SystemStatuses()).Draw(t, "status")}
		}),
	}
	n.Runbook = release.Runbook{Prerequisites: drawSection(t), Instructions: drawSection(t), Checks: drawSection(t)}
	for range rapid.IntRange(0, 2).Draw(t, "sets") {
		n.Runbook.Backout = append(n.Runbook.Backout, release.BackoutSet{From: rapid.IntRange(0, 9).Draw(t, "from"), To: rapid.IntRange(0, 9).Draw(t, "to"), Section: drawSection(t)})
	}
	return trimmed(n)
}

// trimmed returns a note with all its texts in the form in which files keep them.
func trimmed(n release.ReleaseNote) release.ReleaseNote {
	var walk func(g group)
	walk = func(g group) {
		for _, f := range g {
			switch v := f.value.(type) {
			case *string:
				*v = trimText(*v, f.typed)
			case group:
				walk(v)
			case rows:
				for i := range v.size() {
					walk(v.at(i))
				}
			}
		}
	}
	walk(noteForm(&n))
	return n
}

// R68 to R91: a note as a file says the same as the note, hints or no hints,
// whatever people write into it.
func TestNoteFilesKeepEverything(t *testing.T) {
	for name, format := range map[string]string{"note.yaml": NoteYAML, "note.md": NoteMarkdown} {
		t.Run(format, rapid.MakeCheck(func(t *rapid.T) {
			want := drawNote(t)
			body := noteText(format, want, rapid.Bool().Draw(t, "hints"))
			got, err := ReadNote(name, body)
			if err != nil {
				t.Fatalf("%v\n%s", err, body)
			}
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("read back differently (-want +got):\n%s\n%s", diff, body)
			}
		}))
	}
}
