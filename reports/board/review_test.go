package board

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

var update = flag.Bool("update", false, "write the golden files anew")

var monday = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

func programme() *release.Programme {
	return &release.Programme{
		Version: 1, Name: "Sample programme", Zone: "Europe/London",
		People: []release.Person{
			{ID: "ann", Name: "Ann <Lee>", Roles: []release.Holding{{Role: release.Representative, Party: "ex"}}}, {ID: "bob", Name: "Bob"}, {ID: "gone", Name: "Gone", Retired: true},
		},
		Systems:      []release.System{{ID: "helix", Name: "Helix"}, {ID: "dip", Name: "DIP & more"}},
		Environments: []release.Environment{{ID: "sit-a", Name: "SIT A"}},
	}
}

// desk is a Desk that takes answers to one review as the real one does.
type desk struct {
	mailing
	records
	*pictures
	plans
	programme *release.Programme
	review    release.Review
	answers   []release.ReviewAnswer
	keys      map[string]bool
	now       time.Time
	fault     error
}

func (d *desk) Programme(context.Context) (*release.Programme, error) { return d.programme, nil }

func (d *desk) ReadReview(_ context.Context, id int64) (release.ReviewView, error) {
	if id != d.review.ID {
		return release.ReviewView{}, &release.Refusal{Code: release.CodeNotFound, What: "There is no such review.", Why: "None has this number.", Next: "Ask."}
	}
	v := release.ReviewView{Programme: d.programme, Review: d.review, Answers: d.answers, Now: d.now, Release: release.Release{
		Number: 7, Version: release.Version{Major: 1, Minor: 2}, Content: release.ReleaseContent{System: "helix"},
	}}
	v.Summary = d.review.Summarise(d.answers, "")
	return v, d.fault
}

func (d *desk) AnswerReview(ctx context.Context, in release.Intent, id int64, road release.AnswerRoad, a release.Answer) (release.ReviewView, error) {
	if d.keys[in.Key] {
		return release.ReviewView{}, &release.Refusal{Code: release.CodeHandled, What: "Nothing more was changed."}
	}
	if problems := a.Check(d.programme); len(problems) > 0 {
		return release.ReviewView{}, &release.Refusal{Code: release.CodeInvalid, What: "Your answer was not kept.", Fields: problems}
	}
	d.keys[in.Key] = in.Key != ""
	d.answers = append(d.answers, release.ReviewAnswer{Review: id, Person: in.By, At: d.now, Road: road, Answer: a.Normal(), Late: d.review.Late(d.now)})
	return d.ReadReview(ctx, id)
}

// office is a board with one review, served over HTTP.
type office struct {
	t     *testing.T
	desk  *desk
	links release.Links
	url   string
	board *Board
	as    *visits
	doors *access
	// cookie and headers go along with every request; given is the last cookie that
	// came back.
	cookie, given string
	cookies       []string // all that came with it
	headers       map[string]string
}

func open(t *testing.T) *office {
	t.Helper()
	set, err := templates.Load()
	if err != nil {
		t.Fatal(err)
	}
	o := &office{t: t, links: release.NewLinks("https://gonogo.example", []byte(strings.Repeat("k", 32))), desk: &desk{
		programme: programme(), now: monday, keys: map[string]bool{}, review: release.Review{
			ID: 4, Release: 7, RFC: 12, System: "helix", Type: release.Minor, Version: release.Version{Major: 1, Minor: 2}, OpenedAt: monday, Due: monday.Add(5 * 24 * time.Hour),
			Asked:      []release.Asked{{Person: "ann", As: release.AskedImpacted}, {Person: "gone", As: release.AskedProvider}},
			Deviations: []string{"Step 4 failed: <disk> full."},
		},
	}}
	o.as, o.doors = &visits{desk: o.desk}, &access{desk: o.desk, used: map[string]bool{}}
	o.board = New(Config{
		Desk: o.desk, Visits: o.as, Access: o.doors, Ledger: &o.desk.records, Links: o.links, Templates: set, Now: func() time.Time { return o.desk.now }, Log: slog.New(slog.DiscardHandler), Banner: "REHEARSAL",
	})
	o.board.least = 0
	o.serve()
	return o
}

// serve serves the board as it is now.
func (o *office) serve() {
	server := httptest.NewServer(o.board.Handler())
	o.t.Cleanup(server.Close)
	o.url = server.URL
}

func (o *office) token(id release.PersonID) string { return o.links.Token(o.desk.review.LinkFor(id)) }

// get returns the status and the page behind a path.
func (o *office) get(path string) (int, string) {
	o.t.Helper()
	return o.do(http.MethodGet, path, "")
}

// do sends a request, and follows no redirection.
func (o *office) do(method, path, body string) (int, string) {
	o.t.Helper()
	r, err := http.NewRequestWithContext(o.t.Context(), method, o.url+path, strings.NewReader(body))
	if err != nil {
		o.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if o.cookie != "" {
		r.Header.Set("Cookie", o.cookie)
	}
	for name, value := range o.headers {
		r.Header.Set(name, value)
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		o.t.Fatal(err)
	}
	o.given, o.cookies = answer.Header.Get("Set-Cookie"), answer.Header.Values("Set-Cookie")
	defer answer.Body.Close()
	var text strings.Builder
	if _, err := fmt.Fprint(&text, answer.Header.Get("Location")); err != nil {
		o.t.Fatal(err)
	}
	raw := make([]byte, 1<<20)
	for {
		n, err := answer.Body.Read(raw)
		text.Write(raw[:n])
		if err != nil {
			break
		}
	}
	for header, want := range map[string]string{"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"} {
		if got := answer.Header.Get(header); got != want {
			o.t.Errorf("%s is %q; want %q", header, got, want)
		}
	}
	return answer.StatusCode, text.String()
}

func (o *office) post(fields url.Values) (int, string) {
	o.t.Helper()
	return o.do(http.MethodPost, "/review", fields.Encode())
}

var assetDigest = regexp.MustCompile(`/assets/site-[0-9a-f]+\.`)

var keyField = regexp.MustCompile(`name="form" value="([A-Z2-7]+)"`)

// filled is the form as somebody fills it in.
func (o *office) filled(page string) url.Values {
	o.t.Helper()
	key := keyField.FindStringSubmatch(page)
	if key == nil {
		o.t.Fatalf("no form in\n%s", page)
	}
	return url.Values{
		"token": {o.token("ann")}, "form": {key[1]}, "do": {"save"}, release.FieldObjectives: {"yes"}, release.FieldWell: {"All\r\nof it."}, release.FieldIssues: {""},
		release.FieldInTime: {"yes"}, release.FieldSignOff: {"signed"},
		"lesson-1": {""}, "cause-1": {""}, "lesson-system-1": {"helix"}, "lesson-environment-1": {""}, "proposal-1": {""},
	}
}

func (o *office) golden(name, page string) {
	o.t.Helper()
	page = keyField.ReplaceAllString(page, `name="form" value="KEY"`)
	page = assetDigest.ReplaceAllString(page, "/assets/site.") // looks may change by themselves
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
			o.t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		o.t.Fatal(err)
	}
	if d := cmp.Diff(string(want), page); d != "" {
		o.t.Errorf("%s (-want +got):\n%s", name, d)
	}
}

func wants(t *testing.T, page string, parts ...string) {
	t.Helper()
	for _, x := range parts {
		if !strings.Contains(page, x) {
			t.Errorf("%q is missing in\n%s", x, page)
		}
	}
}

// R38: the page says for whom it is and shows the form; what is sent is kept once,
// shown again, and can be changed.
func TestAnswerByLink(t *testing.T) {
	o := open(t)
	status, page := o.get("/review/" + o.token("ann"))
	if status != http.StatusOK {
		t.Fatalf("status %d", status)
	}
	o.golden("form.html", page)
	wants(t, page, "Ann &lt;Lee&gt;", "Not you?", "Step 4 failed: &lt;disk&gt; full.", "REHEARSAL", `action="../review"`)
	if strings.Contains(page, "<script") {
		t.Error("the page has a script")
	}
	sent := o.filled(page)
	for range 2 { // pressed twice
		status, where := o.post(sent)
		if status != http.StatusSeeOther || where != "review/"+o.token("ann")+"?saved=1" {
			t.Fatalf("sent: %d, %s", status, where)
		}
	}
	if len(o.desk.answers) != 1 || o.desk.answers[0].Answer.Well != "All\nof it." || o.desk.answers[0].Road != release.AnsweredByLink || len(o.desk.answers[0].Answer.Lessons) != 0 {
		t.Errorf("kept %+v", o.desk.answers)
	}
	_, page = o.get("/review/" + o.token("ann") + "?saved=1")
	wants(t, page, "Thank you: your answer is saved.", "All\nof it.", `value="signed" checked`)
	o.desk.now = o.desk.review.Due
	_, page = o.get("/review/" + o.token("ann"))
	wants(t, page, "Your answer still counts, and is marked as late.")
	sent = o.filled(page)
	sent.Set(release.FieldObjectives, "partly")
	sent.Set(release.FieldIssues, "One.")
	if status, _ = o.post(sent); status != http.StatusSeeOther || !o.desk.answers[1].Late {
		t.Errorf("late: %d, %+v", status, o.desk.answers)
	}
}

// R38: what is missing or wrong is said at its field and at the top, nothing typed
// is lost, and one more lesson can be asked for without a script.
func TestMistakesAreShown(t *testing.T) {
	o := open(t)
	_, page := o.get("/review/" + o.token("ann"))
	sent := o.filled(page)
	sent.Del(release.FieldObjectives)
	sent.Set("lesson-1", "Mind the <gap>.")
	sent.Set(release.FieldWell, strings.Repeat("é", release.MaxText+1))
	status, page := o.post(sent)
	if status != http.StatusUnprocessableEntity || len(o.desk.answers) != 0 {
		t.Fatalf("status %d, kept %v", status, o.desk.answers)
	}
	wants(t, page, "3 answers need another look", `href="#objectives"`, `href="#cause-1"`, "Mind the &lt;gap&gt;.", `id="cause-1-why"`)
	sent.Set(release.FieldWell, "Short.")
	sent.Set("do", "more")
	status, page = o.post(sent)
	if status != http.StatusOK || strings.Contains(page, "another look") {
		t.Errorf("another lesson: %d\n%s", status, page)
	}
	wants(t, page, `id="lesson-2"`, "Mind the &lt;gap&gt;.")
	o.golden("mistakes.html", func() string {
		_, page := o.post(url.Values{"token": {o.token("ann")}, "form": {"AAAAAAAAAA"}})
		return page
	}())
}

// R38: wrong, foreign and expired links, a closed review and a person who left are
// refused with what to do next, and nothing is kept.
func TestRefusedPages(t *testing.T) {
	o := open(t)
	_, form := o.get("/review/" + o.token("ann"))
	foreign := release.NewLinks("x", []byte(strings.Repeat("x", 32))).Token(o.desk.review.LinkFor("ann"))
	other := o.desk.review
	other.ID = 5
	for name, c := range map[string]struct {
		token  string
		status int
		part   string
	}{
		"no token":       {"nonsense", 403, "This link does not work."},
		"another key":    {foreign, 403, "copy its whole address"},
		"another review": {o.links.Token(other.LinkFor("ann")), 404, "There is no such review."},
		"not asked":      {o.token("bob"), 403, "no longer in the programme"},
		"retired":        {o.token("gone"), 403, "no longer in the programme"},
	} {
		status, page := o.get("/review/" + c.token)
		if status != c.status || !strings.Contains(page, c.part) {
			t.Errorf("%s: %d\n%s", name, status, page)
		}
		sent := o.filled(form)
		sent.Set("token", c.token)
		if status, page = o.post(sent); status != c.status {
			t.Errorf("%s sent: %d\n%s", name, status, page)
		}
	}
	o.desk.now = o.desk.review.LinkFor("ann").Expires
	if status, page := o.get("/review/" + o.token("ann")); status != http.StatusGone || !strings.Contains(page, "This link has expired.") {
		t.Errorf("expired: %d\n%s", status, page)
	}
	o.desk.now = monday
	o.desk.review.ClosedAt, o.desk.review.ClosedBy = monday, "bob"
	status, page := o.get("/review/" + o.token("ann"))
	if status != http.StatusConflict {
		t.Errorf("closed: %d", status)
	}
	o.golden("closed.html", page)
	if status, _ = o.post(o.filled(form)); status != http.StatusConflict || len(o.desk.answers) != 0 {
		t.Errorf("sent after the end: %d, kept %v", status, o.desk.answers)
	}
	o.desk.review.ClosedAt, o.desk.fault = time.Time{}, context.DeadlineExceeded
	if status, page := o.get("/review/" + o.token("ann")); status != http.StatusInternalServerError || !strings.Contains(page, "under the reference") || strings.Contains(page, "deadline exceeded") {
		t.Errorf("a fault: %d\n%s", status, page)
	}
}

// A machine that sends too much or asks too often is held back; the clock lets it in
// again, and nobody else is held back for it.
func TestBoardHoldsBack(t *testing.T) {
	o := open(t)
	_, form := o.get("/review/" + o.token("ann"))
	sent := o.filled(form)
	sent.Set(release.FieldWell, strings.Repeat("x", maxBody))
	if status, page := o.post(sent); status != http.StatusRequestEntityTooLarge || !strings.Contains(page, "far too long") {
		t.Errorf("too large: %d\n%s", status, page)
	}
	last := 0
	for range linkBurst + 1 {
		last, _ = o.get("/review/" + o.token("ann"))
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("asked too often: %d", last)
	}
	for range wrongMost + 1 {
		last, _ = o.get("/review/nonsense")
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("guessed too often: %d", last)
	}
	o.desk.now = o.desk.now.Add(time.Minute)
	if last, _ = o.get("/review/" + o.token("ann")); last != http.StatusOK {
		t.Errorf("a minute later: %d", last)
	}
}

// Nothing that is sent makes the page fall over or lets a text out of its field.
func FuzzReviewForm(f *testing.F) {
	f.Add("objectives=yes&in-time=yes&lesson-1=x&cause-1=code&lesson-system-1=helix")
	f.Add("do=more&lesson-1=%3C/textarea%3E%3Cscript%3E&well=%00")
	f.Add("%zz=1&;=;&token=a&token=b")
	f.Fuzz(func(t *testing.T, body string) {
		o := open(t)
		status, page := o.do(http.MethodPost, "/review", "token="+url.QueryEscape(o.token("ann"))+"&"+body)
		if status >= 500 || strings.Contains(page, "<script") {
			t.Errorf("%d of %q\n%s", status, body, page)
		}
	})
}
