package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gonogo.dev/deploy"
	"gonogo.dev/release"
)

// ill is a text that would do harm wherever it is not escaped: in a page, a mail, a
// message, a calendar, a table.
const ill = `=HYPERLINK("http://ill.example") <script>alert(1)</script> "'&{{.}} *b* <!channel>`

// TestHostileTextsEverywhere lives a release in a programme whose people, parties,
// systems and environments have ill names, with ill purposes, titles, reasons and
// dissent, and then reads every message, mail, page, feed and table: the texts are
// there, and break none (issue 5, "done when").
func TestHostileTextsEverywhere(t *testing.T) {
	s := rehearse(t, rehearseCmd{At: "2026-11-18T10:00", Programme: illProgramme(t)})
	ctx := t.Context()
	l := &life{story: &story{rehearsal: s.rehearsal, programme: s.programme, out: io.Discard}}
	if err := l.plan(ctx); err != nil {
		t.Fatal(err)
	}
	by, err := l.requester()
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range []func() error{
		func() error {
			return l.fills(ctx, by, "/release edit REL-1", map[string]any{release.FieldPurpose: ill, release.FieldItems: "CR-031 " + ill + "\nDEF-1187 high " + ill})
		},
		func() error { return l.until(ctx, closed) },
		func() error {
			values := l.patch()
			for _, field := range []string{release.FieldTitle, release.FieldReason, release.FieldImpact, release.FieldRisk} {
				values[field] = ill
			}
			return l.fills(ctx, by, "/rfc raise", values)
		},
		func() error { return l.types(ctx, by, "/rfc vote 2 nogo "+ill) },
		func() error { return l.types(ctx, by, "/release comment "+ill) },
		func() error { return l.clock.MoveTo(ctx, l.clock.Now().AddDate(0, 0, 8)) }, // a weekly report
		func() error { return l.settled(ctx) },
	} {
		if err := act(); err != nil {
			t.Fatal(err)
		}
	}
	s.illMessages(t)
	s.illMails(t)
	v := s.comeIn(t, by.ID)
	v.walk()
	for _, at := range []string{"/", "/releases/1", "/releases/1/communications", "/rfcs", "/rfcs/2", "/ballots/1", "/matrix", "/environments", "/calendar", "/figures", "/ledger", "/me"} {
		_, _, body := v.get(at)
		harmlessHTML(t, at, body)
	}
	i := slices.IndexFunc(s.programme.People, func(x release.Person) bool { return x.ID != by.ID }) // who took no list yet
	v = s.comeIn(t, s.programme.People[i].ID)
	for _, list := range []string{"releases", "items", "rfcs", "votes", "versions", "ledger"} {
		_, _, body := v.get("/exports/" + list + ".csv")
		harmlessCSV(t, list, body)
	}
}

// illProgramme is the sample with ill names.
func illProgramme(t *testing.T) string {
	t.Helper()
	text := string(deploy.Programme)
	for i, name := range []string{"Amara Okafor", "DIP Service Provider", "Brightfell Energy", "SIT Staging", "Data Integration Platform (DIP)"} {
		quoted := fmt.Sprintf(`"=1+%d <script>alert(1)</script> *b* <!channel> &'{{.}}"`, i)
		text = regexp.MustCompile(`name: `+regexp.QuoteMeta(name)+`([,\n])`).ReplaceAllStringFunc(text, func(found string) string {
			return "name: " + quoted + found[len(found)-1:]
		})
	}
	file := filepath.Join(t.TempDir(), "programme.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// illMessages reads what the board's channel shows: nobody is called by what
// somebody typed, and nothing is a link that was none.
func (s *stage) illMessages(t *testing.T) {
	t.Helper()
	said := false
	for _, m := range s.box.Messages(s.programme.Slack.RCB, "") {
		said = said || strings.Contains(m.Text+string(m.Blocks), "ill.example")
		var blocks any
		if err := json.Unmarshal(m.Blocks, &blocks); err != nil {
			t.Fatal(err)
		}
		for _, x := range append(marked(blocks), m.Text) {
			if strings.Contains(x, "<!channel>") || strings.Contains(x, "http://ill.example>") {
				t.Errorf("a message calls everybody or leads away: %s", x)
			}
		}
	}
	if !said {
		t.Error("no message says the ill text")
	}
}

// marked are the texts of blocks that Slack reads as marked up, and where their links
// and mentions lead; a text of rich text is shown as it is.
func marked(block any) []string {
	var all []string
	switch x := block.(type) {
	case []any:
		for _, y := range x {
			all = append(all, marked(y)...)
		}
	case map[string]any:
		text, _ := x["text"].(string)
		switch x["type"] {
		case "mrkdwn":
			all = append(all, text)
		case "broadcast":
			all = append(all, "<!channel>")
		case "link":
			all = append(all, fmt.Sprintf("<%s>", x["url"]))
		}
		for _, y := range x {
			all = append(all, marked(y)...)
		}
	}
	return all
}

func (s *stage) illMails(t *testing.T) {
	t.Helper()
	said := map[string]bool{}
	for _, m := range s.mailbox.Mails() {
		if strings.Contains(m.HTML, "ill.example") && strings.Contains(m.Text, "ill.example") {
			said[m.Subject] = true
		}
		harmlessHTML(t, "the mail "+m.Subject, m.HTML)
	}
	if len(said) < 5 {
		t.Errorf("the ill text is said in the mails %v alone", said)
	}
}

// harmlessHTML wants the ill text, wherever it stands, to be text.
func harmlessHTML(t *testing.T, where, html string) {
	t.Helper()
	for _, harm := range []string{"<script>alert", `<!channel>`, `href="http://ill.example`} {
		if strings.Contains(html, harm) {
			i := strings.Index(html, harm)
			t.Errorf("%s holds %s: …%s…", where, harm, html[max(0, i-200):min(len(html), i+100)])
		}
	}
}

// harmlessCSV wants that no spreadsheet takes a cell for a formula.
func harmlessCSV(t *testing.T, list, body string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("the table %s has %d rows: %v: %.300s", list, len(rows), err, body)
	}
	for _, row := range rows {
		for _, cell := range row {
			if strings.IndexAny(cell, "=+-@\t\r") == 0 {
				t.Errorf("%s: a spreadsheet calculates %q", list, cell)
			}
		}
	}
}
