package board

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// almanac keeps feeds as the Desk does.
type almanac struct {
	programme *release.Programme
	feeds     []release.Feed
	tokens    map[string]int64
	keys      map[string]bool
}

func (a *almanac) MakeFeed(_ context.Context, in release.Intent, kind release.FeedKind, whose string) (release.Feed, string, error) {
	if a.keys[in.Key] {
		return release.Feed{}, "", &release.Refusal{Code: release.CodeHandled, What: "Nothing more was changed.", Why: "This was carried out before."}
	}
	if whose == "" {
		return release.Feed{}, "", &release.Refusal{Code: release.CodeInvalid, What: "No calendar was made.", Why: "Whose?"}
	}
	a.keys[in.Key] = true
	f := release.Feed{ID: int64(len(a.feeds) + 1), Owner: in.By, Kind: kind, Whose: whose, MadeAt: monday}
	token := "TOKEN" + string(rune('A'+f.ID))
	a.feeds, a.tokens[token] = append(a.feeds, f), f.ID
	return f, token, nil
}

func (a *almanac) RevokeFeed(_ context.Context, in release.Intent, id int64) (release.Feed, error) {
	for i, f := range a.feeds {
		if f.ID == id && f.Owner == in.By {
			a.feeds[i].RevokedAt = monday
			return f, nil
		}
	}
	return release.Feed{}, &release.Refusal{Code: release.CodeNotFound, What: "Nothing was taken back.", Why: "You have no such calendar."}
}

func (a *almanac) Feeds(_ context.Context, reader release.PersonID) ([]release.Feed, *release.Programme, error) {
	var mine []release.Feed
	for _, f := range a.feeds {
		if f.Owner == reader && f.RevokedAt.IsZero() {
			mine = append(mine, f)
		}
	}
	return mine, a.programme, nil
}

func (a *almanac) ReadFeed(_ context.Context, token string) (release.FeedView, error) {
	id, ok := a.tokens[token]
	if !ok {
		return release.FeedView{}, &release.Refusal{Code: release.CodeNotFound, What: "There is no such calendar."}
	}
	f := a.feeds[id-1]
	if !f.RevokedAt.IsZero() {
		return release.FeedView{}, &release.Refusal{Code: release.CodeStale, What: "This calendar is no longer here."}
	}
	return release.FeedView{Feed: f, Programme: a.programme, Now: monday, Over: release.Window{From: monday.AddDate(0, 0, -1), To: monday.AddDate(0, 0, 9)}, Bookings: []release.Booking{{
		ID: 1, Environment: "sit-a", Kind: release.BookFreeze, Why: hostile, At: monday, Window: release.Window{From: monday, To: monday.AddDate(0, 0, 1), Zone: "Europe/London"},
	}}}, nil
}

func openCalendars(t *testing.T) (*office, *almanac) {
	t.Helper()
	o := open(t)
	a := &almanac{programme: o.desk.programme, tokens: map[string]int64{}, keys: map[string]bool{}}
	o.board.Calendars = a
	o.board.Letterhead = reports.Letterhead{Links: o.links, Templates: o.board.Templates, ListDomain: "gonogo.example"}
	return o, a
}

// fetched is what a program was answered.
type fetched struct {
	status int
	header http.Header
	body   string
}

// fetch asks for a calendar as a program does.
func (o *office) fetch(path, tag string) fetched {
	o.t.Helper()
	r, err := http.NewRequestWithContext(o.t.Context(), http.MethodGet, o.url+path, http.NoBody)
	if err != nil {
		o.t.Fatal(err)
	}
	if tag != "" {
		r.Header.Set("If-None-Match", tag)
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		o.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		o.t.Fatal(err)
	}
	return fetched{status: answer.StatusCode, header: answer.Header, body: string(body)}
}

// A calendar is made on a page, its address is shown once, read without signing in and
// not sent again while it is the same; taken back, it is gone.
func TestFeedPage(t *testing.T) {
	o, a := openCalendars(t)
	o.as.who = "ann"
	_, page := o.get("/me/feeds")
	key := regexp.MustCompile(`name="key" value="([^"]+)"`).FindStringSubmatch(page)
	if key == nil {
		t.Fatal("the form has no key")
	}
	o.golden("site/feeds.html", strings.ReplaceAll(page, key[1], "KEY")) // another one every time
	o.page("exports", "/exports")
	form := url.Values{"key": {key[1]}, "whose": {"environment/sit-a"}}.Encode()
	status, made := o.do(http.MethodPost, "/me/feeds", form)
	if status != http.StatusOK || !strings.Contains(made, "/feeds/TOKENB.ics") || !strings.Contains(made, `href="webcal://`) {
		t.Fatalf("%d: %s", status, made)
	}
	harmless(t, made)
	if status, _ := o.do(http.MethodPost, "/me/feeds", form); status != http.StatusConflict || len(a.feeds) != 1 {
		t.Errorf("sent again: %d, %d calendars", status, len(a.feeds))
	}
	if status, page := o.get("/me/feeds"); status != http.StatusOK || strings.Contains(page, "TOKEN") {
		t.Errorf("%d: its address is shown again", status)
	}
	answer := o.fetch("/feeds/TOKENB.ics", "")
	tag := answer.header.Get("ETag")
	if answer.status != http.StatusOK || answer.header.Get("Content-Type") != "text/calendar; charset=utf-8" || tag == "" || !strings.HasPrefix(answer.body, "BEGIN:VCALENDAR\r\n") {
		t.Errorf("%d %v: %s", answer.status, answer.header, answer.body)
	}
	if cache := answer.header.Get("Cache-Control"); cache != "private, no-cache" || answer.header.Get("Last-Modified") == "" {
		t.Errorf("kept as %q, changed %q", cache, answer.header.Get("Last-Modified"))
	}
	for _, has := range []string{tag, "W/" + tag, `"other", ` + tag, "*"} {
		if again := o.fetch("/feeds/TOKENB.ics", has); again.status != http.StatusNotModified || again.body != "" {
			t.Errorf("with %s: %d", has, again.status)
		}
	}
	if status, _ := o.do(http.MethodPost, "/me/feeds/1", ""); status != http.StatusOK {
		t.Errorf("taken back: %d", status)
	}
	if answer := o.fetch("/feeds/TOKENB.ics", tag); answer.status != http.StatusGone {
		t.Errorf("gone: %d", answer.status)
	}
	for _, path := range []string{"/feeds/TOKENZ.ics", "/feeds/TOKENB", "/feeds/" + strings.Repeat("A", 300) + ".ics"} {
		if answer := o.fetch(path, ""); answer.status != http.StatusNotFound {
			t.Errorf("%s: %d", path, answer.status)
		}
	}
	if status, _ := o.do(http.MethodPost, "/me/feeds/99", ""); status != http.StatusNotFound {
		t.Errorf("somebody else's: %d", status)
	}
}

// Nobody who is not signed in makes a calendar, and none is fetched all the time.
func TestFeedIsGuarded(t *testing.T) {
	o, a := openCalendars(t)
	o.as.who = ""
	if status, _ := o.do(http.MethodPost, "/me/feeds", "whose=environment%2Fsit-a"); status == http.StatusOK || len(a.feeds) != 0 {
		t.Errorf("nobody made one: %d", status)
	}
	if status, _ := o.do(http.MethodPost, "/me/feeds/1", ""); status == http.StatusOK {
		t.Errorf("nobody took one back: %d", status)
	}
	last := 0
	for range feedBurst + 1 {
		last = o.fetch("/feeds/TOKENZ.ics", "").status
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("the last one: %d", last)
	}
}

// The pages of calendars and exports are for everybody: keyboard, screen reader, phone,
// dark and print.
func TestFeedPagesAreAccessible(t *testing.T) {
	o, _ := openCalendars(t)
	o.as.who = "ann"
	if _, _, err := o.board.Calendars.MakeFeed(t.Context(), release.Intent{Key: "1", By: "ann"}, release.FeedOfEnvironment, "sit-a"); err != nil {
		t.Fatal(err)
	}
	tab := openTab(t)
	accessible(t, tab, o.url+"/me/feeds")
	accessible(t, tab, o.url+"/exports")
}
