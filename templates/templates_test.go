package templates

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// everything is a page that uses all there is.
func everything() Page {
	return Page{
		Lang: "en-GB", Banner: "REHEARSAL", Programme: "The programme", Kicker: "above", Title: "The title",
		Lead: Callout{Tone: Act, Label: "Please vote", Text: "by <tomorrow> & not later"},
		Sections: []Section{
			{Title: "Numbers", Intro: "An intro.", Figures: []Figure{{Value: "4", Label: "windows", Tone: Good}, {Value: "0", Label: "late"}}},
			{Title: "Facts", Facts: []Fact{{Label: "System", Value: "one\ntwo", Note: "a note"}, {Label: "A label that is long", Value: "x"}}},
			{Title: "Changes", Changes: []Change{{Label: "Window", Before: "", After: "Monday"}}},
			{Title: "Items", Items: []Item{{Title: "Somebody", Badge: Badge{Text: "No-Go", Tone: Bad}, Lines: []string{"a line"}, Quote: "my\n\nwords"}}},
			{Title: "Code", Code: "a\n\n— b"},
			{Title: "Nothing", Empty: "Nothing yet."},
		},
		Link: Link{Text: "Open", URL: "https://slack.example/?a=1&b=2"}, Footer: []string{"Why you get this.", "How to stop it."},
	}
}

const everythingAsText = `*** REHEARSAL

The programme
above

The title
=========

>> Please vote
   by <tomorrow> & not later

Numbers
-------
An intro.

windows:      4
late:         0

Facts
-----
System:       one
              two
              a note
A label that is long:
              x

Changes
-------
Window
  before: (nothing)
  after:  Monday

Items
-----
  * Somebody [No-Go]
    a line
    | my
    |
    | words

Code
----
a

— b

Nothing
-------
Nothing yet.

Open:
  https://slack.example/?a=1&b=2

--
Why you get this.
How to stop it.
`

// The plain text is as readable as a letter, and says all that the HTML says.
func TestRenderText(t *testing.T) {
	set, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	out, err := set.Render(Mail, everything())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(everythingAsText, out.Text); d != "" {
		t.Errorf("text (-want +got):\n%s", d)
	}
	for _, want := range []string{
		`lang="en-GB"`, "REHEARSAL", "The title", "by &lt;tomorrow&gt; &amp; not later", "An intro.", ">windows<", "one<br>two", "a note", "(nothing)",
		"No-Go", "a line", "my<br><br>words", "— b", "Nothing yet.", `href="https://slack.example/?a=1&amp;b=2"`, "How to stop it.",
	} {
		if !strings.Contains(out.HTML, want) {
			t.Errorf("the HTML does not hold %s", want)
		}
	}
	if strings.Contains(out.HTML, "ZgotmplZ") {
		t.Error("html/template refused a value")
	}
}

// A program whose templates do not fit does not start; nor is a page rendered
// that does not exist.
func TestLoadRefuses(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	for name, files := range map[string]fstest.MapFS{
		"a broken text":    {"m/a.txt.tmpl": file("{{"), "m/a.html.tmpl": file("")},
		"a broken page":    {"m/a.txt.tmpl": file(""), "m/a.html.tmpl": file("{{nofunc .}}")},
		"a missing twin":   {"m/a.txt.tmpl": file(""), "m/a.html.tmpl": file(""), "m/b.html.tmpl": file("")},
		"nothing embedded": {},
	} {
		if _, err := load(files); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
	set, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := set.Render("nothing", Page{}); err == nil {
		t.Error("a page that does not exist was rendered")
	}
	if _, err := set.Render(Mail, struct{ Title string }{"half a page"}); err == nil {
		t.Error("data that is no page was rendered")
	}
}

// Every coloured text can be read, in light and in dark mode: WCAG asks for a
// contrast of 4.5 to 1.
func TestContrast(t *testing.T) {
	pairs := map[string][2]string{"soft text": {"#5a6572", "#ffffff"}, "the banner": {"#ffffff", "#5b2a86"}, "the button": {"#ffffff", "#0a4a91"}}
	for tone, l := range looks {
		pairs[string(tone)] = [2]string{string(l.ink), string(l.ground)}
	}
	page, err := files.ReadFile("mail/mail.html.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	dark := regexp.MustCompile(`\.(\w+) \{ background-color: (#\w{6}) !important; color: (#\w{6})`).FindAllStringSubmatch(string(page), -1)
	if len(dark) < len(looks)+2 {
		t.Fatalf("found %d pairs of dark mode", len(dark))
	}
	for _, m := range dark {
		pairs[m[1]+" in the dark"] = [2]string{m[3], m[2]}
	}
	for name, pair := range pairs {
		a, b := luminance(t, pair[0]), luminance(t, pair[1])
		if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
			t.Errorf("%s: %s on %s has a contrast of %.1f", name, pair[0], pair[1], ratio)
		}
	}
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(colour[1:], 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for shift, weight := range map[int]float64{16: 0.2126, 8: 0.7152, 0: 0.0722} {
		c := float64(n>>shift&0xff) / 255
		if c > 0.04045 {
			c = math.Pow((c+0.055)/1.055, 2.4)
		} else {
			c /= 12.92
		}
		sum += weight * c
	}
	return sum
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\r\nb\rc\u2028d":    "a\nb\nc\nd",
		"\ta\tb ":             "a b",
		"exe\u202egnp\u200b!": "exegnp!",
		"\x1b[31mred\x00":     "[31mred",
		"bad \xff byte":       "bad \ufffd byte",
		"👩\u200d🔬":            "👩\u200d🔬",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// Whatever is wrapped keeps its words in order, and every line its indent; only
// a word that is too long makes a line too long.
func FuzzWrap(f *testing.F) {
	for _, text := range []string{"", "a b", "one\n\ntwo", strings.Repeat("word ", 40), "https://" + strings.Repeat("x", 100) + " end", "\u202e\x00\r\n"} {
		f.Add(text, 72)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = 20 + int(uint(width)%80)
		got := Wrap(text, "> ", "| ", width)
		var words []string
		for i, line := range strings.Split(got, "\n") {
			indent := "|"
			if i == 0 {
				indent = ">"
			}
			rest, ok := strings.CutPrefix(line, indent)
			if !ok {
				t.Fatalf("line %d has no indent: %q", i, line)
			}
			if utf8.RuneCountInString(line) > width && len(strings.Fields(rest)) > 1 {
				t.Errorf("line of %d columns, want %d: %q", utf8.RuneCountInString(line), width, line)
			}
			words = append(words, strings.Fields(rest)...)
		}
		if d := cmp.Diff(fmt.Sprint(strings.Fields(Clean(text))), fmt.Sprint(words)); d != "" {
			t.Errorf("words (-want +got):\n%s", d)
		}
	})
}
