package board

import (
	"net/http"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// R36, R92: whoever is signed in reads the documents of a release and takes them as
// PDF or Markdown; what is not there says so, and nobody else sees any.
func TestPapersOfARelease(t *testing.T) {
	o := record(t)
	o.board.Letterhead.Templates = o.board.Templates
	life := o.desk.lives[7]
	first := life.Notes[0]
	first.Version, first.Note.Title = 1, "Helix 1.2, as it was first written"
	life.Notes = append(life.Notes, first)
	o.desk.lives[7] = life
	_, page := o.get("/releases/7")
	wants(t, page, `href="/releases/7/note"`, `href="/releases/7/note?as=pdf"`, `href="/releases/7/note?version=1"`, `href="/releases/7/report"`, `href="/releases/7/report?as=pdf&amp;run=5"`,
		`href="/releases/7/evidence"`, `href="/releases/7/communications"`, `href="/figures"`)
	for path, want := range map[string]struct{ kind, name, part string }{
		"/releases/7/note":                       {"text/html", `inline; filename=release-note-REL-7-v2.html`, "DEF-1190"},
		"/releases/7/note?version=1":             {"text/html", `inline; filename=release-note-REL-7-v1.html`, "as it was first written"},
		"/releases/7/note?as=pdf":                {"application/pdf", `attachment; filename=release-note-REL-7-v2.pdf`, "%PDF-"},
		"/releases/7/note?version=2&as=markdown": {"text/markdown", `attachment; filename=release-note-REL-7-v2.md`, "DEF-1190"},
		"/releases/7/report":                     {"text/html", `inline; filename=deployment-report-REL-7-run-5.html`, "It was taken back"},
		"/releases/7/report?run=5&as=pdf":        {"application/pdf", `attachment; filename=deployment-report-REL-7-run-5.pdf`, "%PDF-"},
	} {
		answer := o.fetch(path, "")
		h := answer.header
		if answer.status != http.StatusOK || !strings.HasPrefix(h.Get("Content-Type"), want.kind) || h.Get("Content-Disposition") != want.name || !strings.Contains(answer.body, want.part) {
			t.Errorf("%s: %d, %s, %s", path, answer.status, h.Get("Content-Type"), h.Get("Content-Disposition"))
		}
		if want.kind == "text/html" { // whose tables have widths of their own
			harmless(t, strings.ReplaceAll(answer.body, `<col style="width:`, ""))
		}
	}
	for path, status := range map[string]int{
		"/releases/7/note?version=3": 404, "/releases/7/note?version=%3Cb%3E": 404, "/releases/7/report?run=6": 404, "/releases/77/note": 404, "/releases/x/report": 404, "/releases/7/note?as=exe": 400,
	} {
		if answer := o.fetch(path, ""); answer.status != status {
			t.Errorf("%s: %d", path, answer.status)
		} else {
			harmless(t, answer.body)
		}
	}
	life.Notes, life.Runs = nil, []release.Rollout{{ID: 6, Release: 7, State: release.RolloutForward}}
	o.desk.lives[7] = life
	_, page = o.get("/releases/7")
	for _, x := range []string{"/releases/7/note", "/releases/7/report"} {
		if strings.Contains(page, x) {
			t.Errorf("the page leads to %s, which is not there", x)
		}
	}
	o.as.who = ""
	if answer := o.fetch("/releases/7/note", ""); answer.status == http.StatusOK && strings.Contains(answer.body, "DEF-1190") {
		t.Error("nobody reads it")
	}
}
