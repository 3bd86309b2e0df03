package board

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// ballots is a Votes that has none; tests of votes bring their own.
type ballots struct{ Votes }

// access lets people in as the Desk does: "session-of-ann" is Ann's session, and
// "pass-of-ann" opens one.
type access struct {
	ballots
	desk *desk
	used map[string]bool
	// mailed are the addresses to which links were asked for.
	mailed   []string
	accounts []release.Account
	alone    bool // the last page that was asked for asked for itself
}

func (a *access) person(token, prefix string) (release.Person, error) {
	id, ok := strings.CutPrefix(token, prefix)
	x, known := a.desk.programme.Person(release.PersonID(id))
	if !ok || !known || x.Retired || a.used[token] {
		return release.Person{}, &release.Refusal{Code: release.CodeUnknownPerson, What: "You are not signed in.", Why: "Nobody is.", Next: "Write /release board in Slack."}
	}
	return x, nil
}

// Visitor knows who has a session.
func (a *access) Visitor(_ context.Context, token string, here bool) (release.Person, *release.Programme, error) {
	a.alone = !here
	x, err := a.person(token, "session-of-")
	return x, a.desk.programme, err
}

// ComeByAccount lets in who has Ann's account.
func (a *access) ComeByAccount(_ context.Context, x release.Account, _ string) (string, error) {
	a.accounts = append(a.accounts, x)
	if x != (release.Account{Slack: release.SlackID{Team: "T1", User: "U-ann"}, Mail: "ann@gonogo.example"}) {
		return "", &release.Refusal{Code: release.CodeForbidden, What: "You are not known.", Why: "Nobody has it.", Next: "Ask the PMO."}
	}
	return "session-of-ann", nil
}

// MailPass notes for whom a link was asked.
func (a *access) MailPass(_ context.Context, address, next string) error {
	a.mailed = append(a.mailed, address+" "+next)
	return nil
}

// ReadPass knows whom a link lets in.
func (a *access) ReadPass(_ context.Context, token string) (release.Pass, release.Person, error) {
	x, err := a.person(token, "pass-of-")
	return release.Pass{Person: x.ID, EndsAt: a.desk.now.Add(15 * time.Minute)}, x, err
}

// ComeIn uses a link up.
func (a *access) ComeIn(_ context.Context, token, _ string) (next, session string, err error) {
	x, err := a.person(token, "pass-of-")
	if err != nil {
		return "", "", err
	}
	a.used[token] = true
	return "/me", "session-of-" + string(x.ID), nil
}

// Sessions knows two of everybody's.
func (a *access) Sessions(_ context.Context, token string) ([]release.Session, int64, error) {
	x, err := a.person(token, "session-of-")
	one := release.Session{
		ID: 1, Person: x.ID, Road: release.InByLink, BeganAt: monday, SeenAt: monday, EndsAt: monday.Add(release.SessionLife),
		Agent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
	}
	two := one
	two.ID, two.Agent, two.Road = 2, "<script>alert(1)</script>", release.InByAccount
	return []release.Session{two, one}, 1, err
}

// Leave ends a session.
func (a *access) Leave(_ context.Context, token string) error {
	_, err := a.person(token, "session-of-")
	a.used[token] = true
	return err
}

// LeaveEverywhere ends a session.
func (a *access) LeaveEverywhere(ctx context.Context, token string) error { return a.Leave(ctx, token) }

// signedIn makes every request of the office one of a person who is signed in.
func signedIn(t *testing.T, o *office, id release.PersonID) {
	t.Helper()
	if _, ok := o.desk.programme.Person(id); !ok {
		t.Fatalf("%s is not in the programme", id)
	}
	o.as.who, o.cookie = id, Cookie+"=session-of-"+string(id)
}

// openDoors is an office whose board asks for a session.
func openDoors(t *testing.T) *office {
	t.Helper()
	o := open(t)
	o.board.Visits = o.doors
	return o
}

// T34: whoever is not signed in sees why, and nothing of the board; not its places
// either.
func TestNobodyIsLetIn(t *testing.T) {
	o := openDoors(t)
	status, page := o.get("/me")
	if status != http.StatusForbidden || strings.Contains(page, "/matrix") {
		t.Errorf("nobody: %d\n%s", status, page)
	}
	wants(t, page, "You are not signed in.", "Sample programme")
	signedIn(t, o, "gone")
	if status, _ = o.get("/me"); status != http.StatusForbidden {
		t.Errorf("who left the programme: %d", status)
	}
}

// M17: a link shows whom it lets in and is not used up by looking at it; coming in
// works once, and puts the session where no script and no other site reaches it.
func TestComeIn(t *testing.T) {
	o := openDoors(t)
	for range 2 {
		status, page := o.get("/in/pass-of-ann")
		if status != http.StatusOK {
			t.Fatalf("the link: %d\n%s", status, page)
		}
		o.golden("door.html", page)
	}
	status, where := o.do(http.MethodPost, "/in/pass-of-ann", "")
	if status != http.StatusSeeOther || !strings.HasPrefix(where, "/me") {
		t.Fatalf("come in: %d, %s", status, where)
	}
	for _, part := range []string{"gonogo=session-of-ann", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"} {
		if !strings.Contains(o.given, part) {
			t.Errorf("the cookie %q lacks %q", o.given, part)
		}
	}
	if status, page := o.do(http.MethodPost, "/in/pass-of-ann", ""); status != http.StatusForbidden {
		t.Errorf("a second time: %d\n%s", status, page)
	}
	if status, page := o.get("/in/pass-of-ann"); status != http.StatusForbidden {
		t.Errorf("the link afterwards: %d\n%s", status, page)
	}
}

// A page that asks for itself is not somebody who is there.
func TestLivePagesSayWhatTheyAre(t *testing.T) {
	o := openDoors(t)
	signedIn(t, o, "ann")
	if o.get("/me"); o.doors.alone {
		t.Error("a page that somebody opened counts as nobody's")
	}
	o.headers = map[string]string{"X-Live": "1"}
	if o.get("/me"); !o.doors.alone {
		t.Error("a live page keeps somebody signed in")
	}
}

// A browser gets a session of its own each time, and the one it had ends: nobody can
// have put it there.
func TestComeInAgain(t *testing.T) {
	o := openDoors(t)
	o.cookie = Cookie + "=session-of-bob"
	if status, _ := o.do(http.MethodPost, "/in/pass-of-ann", ""); status != http.StatusSeeOther {
		t.Fatalf("come in: %d", status)
	}
	if !o.doors.used["session-of-bob"] || !strings.Contains(o.given, "session-of-ann") {
		t.Errorf("the session before goes on: %v, %s", o.doors.used, o.given)
	}
}

// The answer about an address comes no sooner for nobody than for somebody.
func TestNobodyIsFoundByTime(t *testing.T) {
	o := openDoors(t)
	o.board.least = time.Hour
	ctx, cancel := context.WithCancel(t.Context())
	acted, answered := make(chan bool), make(chan error)
	go func() {
		answered <- o.board.evenly(ctx, func(context.Context) error { close(acted); return nil })
	}()
	<-acted
	select {
	case err := <-answered:
		t.Errorf("answered as soon as it was done: %v", err)
	default:
	}
	cancel()
	if err := <-answered; err != nil {
		t.Error(err)
	}
}

// What holds for every page holds for those with a token in their address: nobody on
// the way keeps them, no other site learns their address or holds their window.
func TestHeadersOfTokenPages(t *testing.T) {
	o := openDoors(t)
	o.board.PublicURL = "https://gonogo.example"
	for _, path := range []string{"/in/pass-of-ann", "/in/none", "/in", "/vote/none", "/unsubscribe/none", "/confirm/none"} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, http.NoBody)
		w := httptest.NewRecorder()
		o.board.Handler().ServeHTTP(w, r)
		for header, want := range map[string]string{
			"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex", "X-Content-Type-Options": "nosniff",
			"Cross-Origin-Opener-Policy": "same-origin", "Strict-Transport-Security": "max-age=31536000",
		} {
			if got := w.Header().Get(header); got != want {
				t.Errorf("%s: %s is %q; want %q", path, header, got, want)
			}
		}
	}
}

// Over https the cookie is bound to this host alone.
func TestCookieOverHTTPS(t *testing.T) {
	o := openDoors(t)
	o.board.PublicURL = "https://gonogo.example/path"
	if status, where := o.do(http.MethodPost, "/in/pass-of-ann", ""); status != http.StatusSeeOther {
		t.Fatalf("come in: %d, %s", status, where)
	}
	for _, part := range []string{"__Host-gonogo=session-of-ann", "Secure", "Path=/"} {
		if !strings.Contains(o.given, part) {
			t.Errorf("the cookie %q lacks %q", o.given, part)
		}
	}
	o.cookie = Cookie + "=session-of-ann" // not the one that this host alone can have set
	if status, _ := o.get("/me"); status != http.StatusForbidden {
		t.Errorf("with another cookie: %d", status)
	}
}

// A page of another site cannot use a browser that is signed in.
func TestOtherSitesChangeNothing(t *testing.T) {
	o := openDoors(t)
	signedIn(t, o, "ann")
	o.headers = map[string]string{"Sec-Fetch-Site": "cross-site"}
	for _, path := range []string{"/out", "/in/pass-of-bob", "/review"} {
		status, page := o.do(http.MethodPost, path, "")
		if status != http.StatusForbidden || !strings.Contains(page, "not ours") {
			t.Errorf("POST %s from elsewhere: %d\n%s", path, status, page)
		}
	}
	o.headers = map[string]string{"Origin": "https://evil.example"}
	if status, _ := o.do(http.MethodPost, "/out", ""); status != http.StatusForbidden {
		t.Errorf("an old browser from elsewhere: %d", status)
	}
	o.headers = nil
	if status, _ := o.get("/me"); status != http.StatusOK {
		t.Errorf("and Ann is still in: %d", status)
	}
}

// Who is in sees where, and can leave, here or everywhere.
func TestMe(t *testing.T) {
	o := openDoors(t)
	signedIn(t, o, "ann")
	status, page := o.get("/me")
	if status != http.StatusOK {
		t.Fatalf("me: %d\n%s", status, page)
	}
	o.golden("me.html", page)
	wants(t, page, "Chrome on Linux", "this one", "Ann &lt;Lee&gt;", `aria-label="Where you are signed in"`)
	for _, body := range []string{"everywhere=1", ""} {
		status, page = o.do(http.MethodPost, "/out", body)
		if status != http.StatusOK || !strings.Contains(o.given, "Max-Age=0") {
			t.Errorf("out with %q: %d, %s", body, status, o.given)
		}
		wants(t, page, "You are signed out")
	}
	if status, _ = o.get("/me"); status != http.StatusForbidden {
		t.Errorf("after leaving: %d", status)
	}
}

// A browser is named as people do.
func TestBrowserOf(t *testing.T) {
	for agent, want := range map[string]string{
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0":            "Edge on Windows",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile Safari/604.1": "Safari on iPhone",
		"Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:120.0) Gecko/20100101 Firefox/120.0":                                             "Firefox on a Mac",
		"curl/8.0": "Another program",
		"":         "Another program",
	} {
		if got := browserOf(agent); got != want {
			t.Errorf("%q is %q; want %q", agent, got, want)
		}
	}
}
