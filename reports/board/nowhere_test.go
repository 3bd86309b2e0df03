package board

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// An address that is none, and a page that is used in another way than it was made
// for, answer on a page like the others: with the places for who is signed in, and
// the way to the first page for everybody (issue 5, 4).
func TestNowhereIsAPageToo(t *testing.T) {
	o := open(t)
	for _, x := range []struct {
		name, method, path string
		status             int
		allow, says        string
	}{
		{"no page", http.MethodGet, "/nope", http.StatusNotFound, "", "There is no such page."},
		{"below a page", http.MethodGet, "/releases/7/nope", http.StatusNotFound, "", "There is no such page."},
		{"no page, used", http.MethodPost, "/nope", http.StatusNotFound, "", "There is no such page."},
		{"another host in the path", http.MethodGet, "/%2F/evil.example/", http.StatusNotFound, "", "There is no such page."},
		{"a page that is only read", http.MethodPost, "/releases/7", http.StatusMethodNotAllowed, "GET, HEAD", "cannot be used in this way"},
		{"a page with a form", http.MethodDelete, "/me/mail", http.StatusMethodNotAllowed, "GET, HEAD, POST", "cannot be used in this way"},
		{"a form without a page", http.MethodGet, "/out", http.StatusMethodNotAllowed, "POST", "cannot be used in this way"},
	} {
		t.Run(x.name, func(t *testing.T) {
			for _, who := range []string{"", "ann"} {
				o.as.who = "ann"
				if who == "" {
					o.as.who = ""
				}
				answer := asked(o, x.method, x.path)
				page := answer.Body.String()
				if answer.Code != x.status || answer.Header().Get("Allow") != x.allow || !strings.Contains(page, x.says) {
					t.Errorf("%s %s for %q: %d, allowed are %q\n%s", x.method, x.path, who, answer.Code, answer.Header().Get("Allow"), page)
				}
				if places := strings.Contains(page, `href="/matrix"`); places != (who != "") {
					t.Errorf("%s %s for %q shows the places: %v", x.method, x.path, who, places)
				}
			}
		})
	}
}

// Whoever types a slash too many comes to the page all the same, and never elsewhere.
func TestSlashTooManyLeadsToThePage(t *testing.T) {
	o := open(t)
	for path, want := range map[string]string{
		"/releases/": "/releases", "/releases/7/?live=1": "/releases/7?live=1", "//matrix/": "/matrix",
	} {
		answer := asked(o, http.MethodGet, path)
		if to := answer.Header().Get("Location"); to != want || answer.Code/100 != 3 {
			t.Errorf("%s: %d to %q, want %q", path, answer.Code, to, want)
		}
	}
}

// asked is the answer to a request as it stands, redirects not followed.
func asked(o *office, method, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	o.board.Handler().ServeHTTP(w, httptest.NewRequestWithContext(o.t.Context(), method, "http://"+"board.example"+path, http.NoBody))
	return w
}
