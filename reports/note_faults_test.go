package reports

import (
	"fmt"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// noteFault is a file that is not taken, and what its author is told.
type noteFault struct {
	name, body string
	wants      []string
}

func noteFaults() []noteFault {
	yaml := func(why, body string, wants ...string) noteFault { return noteFault{why + ".yaml", body, wants} }
	md := func(why, body string, wants ...string) noteFault { return noteFault{why + ".md", body, wants} }
	table := "# Release note: x\n\n| Field | Value |\n| --- | --- |\n"
	return []noteFault{
		{"note.txt", "title: x", []string{"Name it NAME.yaml"}},
		{"note", "title: x", []string{"Name it NAME.yaml"}},
		yaml("empty", " \n", "It is empty", "gonogo note template"),
		yaml("only comments", "# nothing\n", "line 1", "nothing but comments"),
		yaml("too large", strings.Repeat("# x\n", MaxNoteFile), "1048576 at most"),
		yaml("too many lines", strings.Repeat("#\n", maxNoteLines+1), "20001 lines"),
		yaml("a long line", "title: "+strings.Repeat("x", maxNoteLine), "Line 1 has"),
		yaml("deep", strings.Repeat("a: [[[[[[[[[[\n", 200), "brackets"),
		yaml("utf-16", "\xff\xfet\x00", "UTF-16"),
		yaml("latin-1", "title: x\nreason: caf\xe9", "Line 2", "UTF-8"),
		yaml("word", "PK\x03\x04", "office program"),
		md("pdf", "%PDF-1.7", "office program"),
		yaml("a zero", "title: \x00", "Line 1", "U+0000"),
		yaml("runs backwards", "title: \u202ex", "Line 1", "U+202E"),
		yaml("a list", "- title\n", "line 1", "wants the keys programme, title"),
		yaml("a text", "hello\n", "line 1", "wants the keys"),
		yaml("no yaml", "title: [\n", "line 1", "this is not YAML"),
		yaml("a tab", "released-to:\n\tname: x\n", "line 2", "tab"),
		yaml("two documents", "title: x\n---\ntitle: y\n", "line 3", "second document"),
		yaml("an unknown key", "title: x\ntilte: y\n", "line 2", "“tilte” is not a key here"),
		yaml("a key spelled otherwise", "Released_To: {name: x}\n", "line 1", "write released-to"),
		yaml("a key twice", "title: x\ntitle: y\n", "line 2", "written twice, first on line 1"),
		yaml("a mapping for a text", "title: {a: b}\n", "title wants one text"),
		yaml("a text for a list", "resources: none\n", "resources is a list", "dash"),
		yaml("a text for a mapping", "issuer: Siobhan\n", "issuer wants the keys name, title, party"),
		yaml("an unknown key within", "issuer:\n  surname: x\n", "line 2", "there are name, title, party"),
		yaml("words for minutes", "downtime: an hour\n", "line 1", "digits only"),
		yaml("less than nothing", "downtime: -5\n", "line 1", "digits only"),
		yaml("half minutes", "checks:\n  steps:\n    - minutes: 1.5\n", "line 3", "digits only"),
		yaml("an unknown word", "disruption: slow\n", "line 1", "none, database-frozen or server-down"),
		yaml("an anchor", "title: &a x\n", "anchor"),
		yaml("many", strings.Repeat("x: y\n", 3)+"a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\nh: 8\ni: 9\nj: 10\nk: 11\n", "14 mistakes", "The first 12"),
		md("no heading", "just words\n", "line 1", "no heading"),
		md("an unknown heading", "# Release note: x\n\n## Reasons to be cheerful\n", "line 3", "is no heading of a note", "Defects fixed"),
		md("a heading twice", "## Reason\n\nx\n\n## Reason\n\ny\n", "line 5", "first on line 1"),
		md("an unknown field", table+"| Colour | red |\n", "line 5", "“Colour” is not a field"),
		md("a field twice", table+"| Date | 2026-11-23 |\n| Date | 2026-11-24 |\n", "line 6", "first on line 5"),
		md("a bar in a cell", table+"| Source tag | a | b |\n", "line 5", `write \|`),
		md("an unknown column", "## Defects fixed\n\n| Id | Colour |\n| --- | --- |\n| 1 | red |\n", "line 3", "“Colour” is not a column", "Severity"),
		md("a column twice", "## Defects fixed\n\n| Id | Id |\n| --- | --- |\n", "line 3", "is there twice"),
		md("a picture", "## Reason\n\n![x](y.png)\n", "line 3", "paragraphs of plain text"),
		md("a table for words", "## Reason\n\n| a |\n| --- |\n", "line 3", "this is a table"),
		md("words for a table", "## Defects fixed\n\nall of them\n", "line 3", "wants a table"),
		md("words for a list", "## Resources\n\nnone\n", "line 3", "a list"),
		md("a list in a list", "## Resources\n\n- a\n  - b\n", "line 3", "one text"),
		md("two who take it", "## Released to\n\n| Name |\n| --- |\n| a |\n| b |\n", "line 6", "one person"),
		md("a backout without steps", "## Backout\n\n| No |\n| --- |\n| 1 |\n", "## Backout 1 to 4"),
		md("a command without step", "## Prerequisites\n\n| No |\n| --- |\n| 1 |\n\n### Command of step 2\n\n```\nx\n```\n", "line 7", "no step 2"),
		md("a command that is words", "## Prerequisites\n\n| No |\n| --- |\n| 1 |\n\n### Command of step 1\n\nx\n", "line 9", "block of code"),
		md("minutes in words", "## Prerequisites\n\n| No | Minutes |\n| --- | --- |\n| 1 | ten |\n", "line 5", "digits only"),
		md("an unknown severity", "## Defects fixed\n\n| Id | Severity |\n| --- | --- |\n| 1 | awful |\n", "line 5", "blocking, critical, high, medium or low"),
		md("html", "# Release note: x\n\n<table><tr><td>x</td></tr></table>\n", "line 3"),
	}
}

// R68 to R91: whatever is not taken is refused whole, with its line and what to do.
func TestNoteFaults(t *testing.T) {
	for _, x := range noteFaults() {
		t.Run(x.name, func(t *testing.T) {
			n, err := ReadNote(x.name, []byte(x.body))
			r, refused := release.AsRefusal(err)
			if !refused || r.Code != release.CodeInvalid {
				t.Fatalf("got %v, want a refusal", err)
			}
			if n.Title != "" {
				t.Error("a part of it was taken")
			}
			said := r.Error()
			for _, want := range x.wants {
				if !strings.Contains(said, want) {
					t.Errorf("it does not say %q:\n%s", want, said)
				}
			}
		})
	}
}

// What people write in their own way is understood: capitals, other line ends, a
// byte order mark, links, emphasis, a total, hints and comments.
func TestNoteIsReadKindly(t *testing.T) {
	body := "\ufeff# release note: *Big* `one`\r\n\r\n<!-- mine -->\r\n\r\n| what | is |\r\n|---|---|\r\n| DISRUPTION | Server down |\r\n| source tag | `v1|x` |\r\n\r\n" +
		"## reason\r\n\r\nA [guide](https://x.example/) says\r\nso.\r\n\r\n- one\r\n- two\r\n\r\n*Hint: not this.*\r\n\r\n## Post-release checks:\r\n\r\n| no | what | files |\r\n|--|--|--|\r\n| 1 | a \\| b<br>c | x.jar, y.jar |\r\n\r\nTotal: 5 minutes.\r\n"
	n, err := ReadNote("NOTE.MD", []byte(strings.ReplaceAll(body, "v1|x", `v1\|x`)))
	if err != nil {
		t.Fatal(err)
	}
	step := n.Runbook.Checks.Steps[0]
	got := fmt.Sprintf("%q %q %q %q %d %q %q %d", n.Title, string(n.Disruption), n.Tag, n.Reason, step.Number, step.Do, step.Files, n.Runbook.Checks.Stated)
	want := `"Big one" "server-down" "v1|x" "A guide (https://x.example/) says so.\n\n- one\n- two" 1 "a | b\nc" ["x.jar" "y.jar"] 5`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A file that would keep a parser busy is refused before one sees it, and one that
// is only long is read.
func TestNoteFilesAreNoBurden(t *testing.T) {
	line := func(text string) string { return strings.Repeat(text, (maxNoteLine-2)/len(text)) + "\n" }
	for name, body := range map[string]string{
		"keys.yaml": strings.Repeat("a: b\n", maxNoteLines), "flow.yaml": "{" + strings.Repeat(line("a: b, "), 90) + "}", "dashes.yaml": strings.Repeat(line("- "), 90),
		"deep.yaml": strings.Repeat("a: [[[[[[[[[[\n", 200), "stars.md": strings.Repeat(line("*a _b"), 90), "brackets.md": strings.Repeat(line("[a]("), 90),
		"ticks.md": strings.Repeat(line("`a``b```"), 90), "quotes.md": strings.Repeat(line("> "), 90)[:maxNoteLine-2] + "x\n",
	} {
		if why, next := notANote([]byte(body)); why == "" || next == "" {
			t.Errorf("%s is taken for a note", name)
		}
	}
	var rows strings.Builder
	rows.WriteString("## Contents\n\n| Item | What it is |\n|--|--|\n")
	for i := range 5000 {
		fmt.Fprintf(&rows, "| lib/file_%d.jar | A *library*. |\n", i)
	}
	n, err := ReadNote("rows.md", []byte(rows.String()))
	if err != nil || len(n.Contents) != 5000 {
		t.Errorf("a long table: %d rows, %v", len(n.Contents), err)
	}
}
