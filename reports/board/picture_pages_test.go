package board

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// picturePaths are the pages of environments and of time, with their golden files.
func picturePaths() map[string]string {
	return map[string]string{
		"matrix":           "/matrix",
		"matrix-past":      "/matrix?at=2026-11-19T12:00&since=2026-10-01",
		"matrix-slid":      "/matrix?first=2026-10-20&day=20",
		"environments":     "/environments",
		"environment":      "/environments/sit-a",
		"environment-past": "/environments/sit-a?at=2026-11-10T12:00",
		"system":           "/environments/sit-a/helix",
		"system-past":      "/environments/sit-a/registry?at=2026-11-20T12:00",
		"calendar":         "/calendar",
		"calendar-party":   "/calendar?environment=sit-b&party=hub&weeks=4&from=2026-11-25",
	}
}

// What the pages of environments and time say is what it always was (R102, R103,
// R104, R138, M9).
func TestPicturePages(t *testing.T) {
	o := open(t)
	o.scenery(plain)
	for name, path := range picturePaths() {
		o.page(name, path)
	}
}

// Whatever people typed stays a text on every page.
func TestPicturesAreHarmless(t *testing.T) {
	o := open(t)
	o.scenery(func(text string) string { return text + " " + hostile })
	for name, path := range picturePaths() {
		status, page := o.get(path)
		if status != http.StatusOK {
			t.Errorf("%s: status %d", name, status)
		}
		harmless(t, page)
	}
}

// A programme in which nothing is yet has pages too, and they say so.
func TestPicturesOfNothing(t *testing.T) {
	o := open(t)
	o.as.who = "ann"
	o.desk.programme = &release.Programme{Name: "Empty", Zone: "Europe/London", People: programme().People}
	o.desk.pictures = &pictures{programme: o.desk.programme, now: &o.desk.now}
	for path, want := range map[string]string{
		"/matrix": "The programme has no systems yet.", "/environments": "The programme has no environments yet.", "/calendar": "Nothing is planned in these weeks.",
	} {
		status, page := o.get(path)
		if status != http.StatusOK || !strings.Contains(page, want) {
			t.Errorf("%s: status %d, without %q", path, status, want)
		}
	}
}

// What is asked for and is not there is refused with what to do next.
func TestPicturesRefuse(t *testing.T) {
	o := open(t)
	o.scenery(plain)
	for path, want := range map[string]int{
		"/matrix?at=yesterday": http.StatusBadRequest, "/matrix?at=2026-12-24T10:00": http.StatusBadRequest, "/matrix?since=x": http.StatusBadRequest,
		"/matrix?at=2026-03-29T01:30": http.StatusBadRequest, "/matrix?first=2026-11-01&day=999": http.StatusBadRequest,
		"/environments/nowhere": http.StatusNotFound, "/environments/sit-a/nothing": http.StatusNotFound, "/environments/sit-a/helix?before=1": http.StatusBadRequest,
		"/calendar?from=soon": http.StatusBadRequest, "/calendar?weeks=99": http.StatusBadRequest, "/calendar?weeks=0": http.StatusBadRequest,
		"/calendar?from=9999-12-31": http.StatusBadRequest, "/matrix?at=%00": http.StatusBadRequest, "/environments/%00/'": http.StatusNotFound,
	} {
		if status, page := o.get(path); status != want || !strings.Contains(page, "<h1>") {
			t.Errorf("%s: status %d, want %d", path, status, want)
		}
	}
}

// Every instant that a page links to is read back as that minute or the next, also
// in the hour that comes twice (T17).
func TestWrittenInstantsAreReadBack(t *testing.T) {
	o := open(t)
	loc := programme().Location()
	for _, at := range []time.Time{
		time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC), time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC), // 01:30 twice
		time.Date(2026, 3, 29, 1, 0, 0, 0, time.UTC), time.Date(2026, 7, 1, 12, 3, 20, 5000, time.UTC),
	} {
		m, err := o.board.momentOf(o.board.written(at, loc), loc)
		if late := m.at.Sub(at); err != nil || late < 0 || late >= time.Minute {
			t.Errorf("%s is read back as %s: %v", at, m.at, err)
		}
	}
	if text := o.board.written(monday.Add(-time.Second), loc); text != "" {
		t.Errorf("what has just happened is looked at as of %q, not as of now", text)
	}
}

// Earlier and later changes lead through every change there was, to the first (M9).
func TestStepsThroughTime(t *testing.T) {
	o := open(t)
	o.scenery(plain)
	path, seen := "/matrix", 0
	for path != "" && seen < 30 {
		_, page := o.get(path)
		path = ""
		if before, _, ok := strings.Cut(page, `" rel="prev">Earlier change`); ok {
			href := before[strings.LastIndex(before, `href="`)+len(`href="`):]
			path = strings.ReplaceAll(href, "&amp;", "&")
			if _, err := url.Parse(path); err != nil {
				t.Fatal(err)
			}
			seen++
		}
	}
	if want := len(o.desk.facts); seen != want {
		t.Errorf("%d steps back; want one for each of %d changes", seen, want)
	}
}

// A picture is right in the weeks in which the clocks change: every day begins at
// its midnight and the bars lie where their hours are (T17).
func TestCalendarOverTheChangeOfClocks(t *testing.T) {
	loc := programme().Location()
	x := periodOf(time.Date(2026, 10, 22, 0, 0, 0, 0, time.UTC), 1, loc)
	if got := x.to.Sub(x.from); got != (7*24+1)*time.Hour {
		t.Fatalf("the week of the change has %s", got)
	}
	p := landscape(plain)
	g := drawGantt(release.Timeline{Programme: p, From: x.from, To: x.to}, x, monday, "")
	hour := (ganttWidth - ganttBody) / (7*24 + 1)
	if len(g.Off) != 2 {
		t.Fatalf("days off: %v", g.Off)
	}
	for i, want := range []float64{24, 25} { // Saturday, and Sunday with its long hour
		if got := g.Off[i].W / hour; got < want-0.01 || got > want+0.01 {
			t.Errorf("%s has %.2f hours; want %.0f", g.Off[i].Name, got, want)
		}
	}
}

// No bar and no label lies on another or outside the picture, however full it is.
func TestBarsHaveRoom(t *testing.T) {
	o := open(t)
	o.scenery(func(text string) string { return text + " with a rather long name" })
	d := o.desk.pictures
	for weeks := 1; weeks <= mostWeeks; weeks++ {
		x := periodOf(monday.AddDate(0, 0, -7), weeks, d.programme.Location())
		timeline, _ := d.Timeline(t.Context(), "ann", x.from, x.to)
		g := drawGantt(timeline, x, monday, "")
		for _, l := range g.Lanes {
			for i, b := range l.Bars {
				if b.X < ganttBody || b.X+b.W > ganttWidth+0.01 || b.Y < l.Y || b.Y+b.H > l.Y+l.H {
					t.Errorf("%d weeks: %s lies outside: %+v", weeks, b.Label, b)
				}
				for _, c := range l.Bars[:i] {
					if b.Y == c.Y && b.X < c.X+c.W && c.X < b.X+b.W {
						t.Errorf("%d weeks: %s lies on %s", weeks, b.Label, c.Label)
					}
				}
			}
		}
	}
}

// Whatever an address says, it is a moment that is over, a period, or refused.
func FuzzTimeOfAddress(f *testing.F) {
	for _, x := range []string{"", "2026-11-20T17:00", "2026-10-25T01:30", "2026-10-25T01:30Z", "2026-03-29T01:30", "9999-12-31T23:59", "\x00", "\u202e", "-1"} {
		f.Add(x, x)
	}
	f.Add("2026-11-23", "26")
	board := New(Config{Now: func() time.Time { return monday }})
	loc := programme().Location()
	f.Fuzz(func(t *testing.T, first, second string) {
		if m, err := board.momentOf(first, loc); err == nil && m.at.After(monday) {
			t.Errorf("%q is %s", first, m.at)
		}
		q := url.Values{fieldFrom: {first}, fieldWeeks: {second}}
		if x, err := board.periodFrom(q, loc); err == nil && (!x.from.Before(x.to) || x.from.In(loc).Weekday() != time.Monday) {
			t.Errorf("%q and %q are %s to %s", first, second, x.from, x.to)
		}
		if m, err := board.slidTo(url.Values{fieldFirst: {first}, fieldDay: {second}}, loc); err == nil && m.at.After(monday) {
			t.Errorf("%q and %q are %s", first, second, m.at)
		}
	})
}
