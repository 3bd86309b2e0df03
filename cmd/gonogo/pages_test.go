package main

import (
	"cmp"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gonogo.dev/release"
)

// visitor is a browser without scripts that is signed in to the board's pages.
type visitor struct {
	t    *testing.T
	http *http.Client
	base *url.URL
}

// wayIn gets a one-time link in Slack, as the person.
func (s *stage) wayIn(t *testing.T, id release.PersonID) string {
	t.Helper()
	who, ok := s.programme.Person(id)
	if !ok {
		t.Fatalf("nobody is %s", id)
	}
	answer, err := s.box.Command(t.Context(), who.Slack[0].User, s.programme.Slack.RCB, "/release board")
	if err != nil {
		t.Fatal(err)
	}
	said := answer.Notice
	if answer.Message != nil {
		said += string(answer.Message.Blocks)
	}
	link := regexp.MustCompile(`http://[^"\\ |>]+/in/[A-Za-z0-9_.-]+`).FindString(said)
	if link == "" {
		t.Fatalf("/release board gave %s no link: %s", id, said)
	}
	return link
}

// comeIn comes in as the person, without a browser.
func (s *stage) comeIn(t *testing.T, id release.PersonID) *visitor {
	t.Helper()
	link := s.wayIn(t, id)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	base, err := url.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	v := &visitor{t: t, http: &http.Client{Jar: jar}, base: base}
	v.get(base.Path) // it shows a button, and uses nothing up
	res, err := v.http.PostForm(link, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK || res.Request.URL.Path != "/" {
		t.Fatalf("coming in led to %s, status %d", res.Request.URL, res.StatusCode)
	}
	return v
}

// get reads a page, whatever its kind.
func (v *visitor) get(path string) (status int, mime, body string) {
	v.t.Helper()
	u := *v.base
	u.Path, u.RawQuery, _ = strings.Cut(path, "?")
	req, err := http.NewRequestWithContext(v.t.Context(), http.MethodGet, u.String(), nil)
	if err != nil {
		v.t.Fatal(err)
	}
	res, err := v.http.Do(req)
	if err != nil {
		v.t.Fatal(err)
	}
	defer res.Body.Close()
	all, err := io.ReadAll(res.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return res.StatusCode, res.Header.Get("Content-Type"), string(all)
}

var inside = regexp.MustCompile(`(?:href|src)="(/[^"#]*)`)

// TestPagesInTheBrowser walks the board after a release was lived from its plan to
// its closed RFC and another one was planned: from the first page along every link
// each page is there and says nothing of a fault, and in a real browser axe-core
// finds nothing wrong with any kind of page, on a desktop in the light and on a phone
// in the dark (issue 5, section 4).
//
// GONOGO_SHOTS and GONOGO_PICTURES are as for TestStoryInTheBrowser.
func TestPagesInTheBrowser(t *testing.T) {
	s := rehearse(t, rehearseCmd{At: "2026-11-18T10:00"})
	l := &life{story: &story{rehearsal: s.rehearsal, programme: s.programme, out: io.Discard}}
	if err := l.plan(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := l.until(t.Context(), closed); err != nil {
		t.Fatal(err)
	}
	if err := l.plan(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.comeIn(t, "amara-okafor").walk()
	b := &board{tab: openTab(t), stage: s}
	b.do(chromedp.Navigate(s.wayIn(t, "amara-okafor")))
	b.until(present(`main form button`))
	b.do(chromedp.Click(chromedp.CSS(`main form button`)))
	b.until(`location.pathname === "/"`)
	for _, at := range []string{
		"/", "/releases/1", "/releases/2", "/releases/1/communications", "/rfcs", "/rfcs/1", "/ballots/1", "/matrix", "/environments", "/environments/sit-a",
		"/environments/sit-a/dip", "/calendar", "/figures", "/ledger", "/ledger/3", "/me", "/me/feeds", "/me/mail",
	} {
		b.page(at)
	}
}

// page opens a page of the board in the browser and holds it to axe-core.
func (b *board) page(at string) {
	b.t.Helper()
	axe, err := os.ReadFile(filepath.Join("..", "..", "reports", "board", "testdata", "axe", "axe.min.js"))
	if err != nil {
		b.t.Fatal(err)
	}
	b.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf("location.assign(%q), undefined", at)))
	b.until(fmt.Sprintf(`location.pathname === %q && document.readyState === "complete"`, at))
	value[bool](b.tab, string(axe)+"; true")
	name := strings.Trim(strings.ReplaceAll(at, "/", "-"), "-")
	for _, screen := range []struct {
		size   [2]int64
		scheme string
	}{{desktop, "light"}, {phone, "dark"}} {
		b.look(screen.size, screen.scheme)
		value[bool](b.tab, `(axe.run(document, {resultTypes: ["violations"]}).then((r) => { window.found = r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 200)).join("\n")).join("\n") }), window.found = undefined, true)`)
		b.until(`window.found !== undefined`)
		if found := value[string](b.tab, `window.found`); found != "" {
			b.t.Errorf("%s, %s: axe finds %s", at, screen.scheme, found)
		}
		if wide := value[int](b.tab, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
			b.t.Errorf("%s is %d pixels wider than the screen, %s", at, wide, screen.scheme)
		}
		if dir := os.Getenv("GONOGO_SHOTS"); dir != "" {
			b.shot(filepath.Join(dir, "page-"+name+"-"+screen.scheme+".png"))
		}
	}
	b.look(desktop, "light")
	b.picture("page-" + cmp.Or(name, "releases") + ".png")
}

// walk follows every link from the first page on.
func (v *visitor) walk() {
	t := v.t
	t.Helper()
	const most = 400 // links that turn pages of time have no end
	seen, next := map[string]bool{"/": true}, []string{"/"}
	kinds := map[string]int{}
	for len(next) > 0 && len(seen) < most {
		at := next[0]
		next = next[1:]
		if list, _, _ := strings.Cut(at, "?"); strings.HasPrefix(at, "/exports/") && (!strings.HasSuffix(list, ".csv") || seen["taken "+list]) {
			continue // the same list in another form; whoever takes too many at once has to wait
		} else if strings.HasPrefix(at, "/exports/") {
			seen["taken "+list] = true
		}
		status, mime, body := v.get(at)
		if status != http.StatusOK {
			t.Errorf("%s: status %d", at, status)
		}
		if !strings.HasPrefix(mime, "text/html") {
			continue
		}
		if strings.Contains(body, "went wrong") {
			t.Errorf("%s tells of a fault", at)
		}
		kinds[strings.SplitN(at[1:]+"/", "/", 2)[0]]++
		for _, m := range inside.FindAllStringSubmatch(body, -1) {
			to := strings.ReplaceAll(m[1], "&amp;", "&")
			if !seen[to] {
				seen[to] = true
				next = append(next, to)
			}
		}
	}
	for _, kind := range []string{"", "releases", "rfcs", "ballots", "ledger", "matrix", "environments", "calendar", "figures", "me"} {
		if kinds[kind] == 0 {
			t.Errorf("no link led to /%s; links led to %v", kind, kinds)
		}
	}
	for _, wanted := range []string{"/releases/1", "/rfcs/1", "/releases/1/communications", "/releases/1/evidence", "/me/feeds", "/me/mail"} {
		if !seen[wanted] {
			t.Errorf("no link led to %s", wanted)
		}
	}
}
