package board

import (
	"context"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// visits says who is signed in, whatever the token is; nobody while who is empty.
type visits struct {
	desk *desk
	who  release.PersonID
}

func (v *visits) Visitor(context.Context, string, bool) (release.Person, *release.Programme, error) {
	who, ok := v.desk.programme.Person(v.who)
	if !ok {
		return who, v.desk.programme, &release.Refusal{Code: release.CodeUnknownPerson, What: "You are not signed in.", Why: "Nobody is.", Next: "Come in."}
	}
	return who, v.desk.programme, nil
}

// page returns a page of the board and holds it against testdata/site/NAME.html.
func (o *office) page(name, path string) string {
	o.t.Helper()
	status, page := o.get(path)
	if status != http.StatusOK {
		o.t.Fatalf("%s: status %d\n%s", path, status, page)
	}
	o.golden(filepath.Join("site", name+".html"), page)
	return page
}

// hostile is a text that breaks whatever does not escape it, and lines that are too
// long for it.
const hostile = `<script>alert(1)</script>"'>&{{.}} =cmd() *b* <!channel> ` + "\u202egnp.exe\u202c " + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" // bidi overrides, and one long word

// harmless fails where a hostile text came through as more than a text.
func harmless(t *testing.T, page string) {
	t.Helper()
	for _, x := range []string{"<script>alert", `"'>&`, "\u202e", "<!channel>", "onerror=", "style="} {
		if strings.Contains(page, x) {
			t.Errorf("%q came through in\n%s", x, page)
		}
	}
}

// A page for people who are signed in is for nobody else (T34), and what is not
// there says so on a page with the way back.
func TestPagesAreForPeopleOfTheProgramme(t *testing.T) {
	o := open(t)
	for what := range o.board.pages() {
		_, path, _ := strings.Cut(what, " ")
		path = strings.NewReplacer("{$}", "", "{number}", "7", "{id}", "7", "{index}", "7", "{system}", "helix").Replace(path)
		if status, page := o.get(path); strings.Contains(page, "REL-7") || strings.Contains(page, "RFC-12") || status == http.StatusOK {
			t.Errorf("%s for nobody: %d\n%s", path, status, page)
		}
	}
}
