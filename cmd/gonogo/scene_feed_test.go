package main

import (
	"io"
	"net/http"
	"regexp"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
)

// calendarFeed is a calendar as a program that subscribed to it knows it.
type calendarFeed struct{ path, tag string }

var feedLink = regexp.MustCompile(`https://gonogo\.example(/feeds/[A-Z0-9]+\.ics)`)

// feed STATUS REGEXP fetches the calendar whose address the last answer showed, or that
// was fetched before, as a program does: with the tag it has. It waits until the answer
// has the status and matches.
func (s *scene) feed(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if s.said != nil {
		if m := feedLink.FindStringSubmatch(s.said()); len(m) > 1 && m[1] != s.followed.path {
			s.followed = calendarFeed{path: m[1]}
		}
	}
	last := ""
	s.until(ts, "the calendar answers "+args[0]+" and shows "+args[1]+"; last it was "+last, func() bool {
		r, err := http.NewRequestWithContext(s.ctx, http.MethodGet, s.app+s.followed.path, http.NoBody)
		ts.Check(err)
		if want == http.StatusNotModified {
			r.Header.Set("If-None-Match", s.followed.tag)
		}
		answer, err := http.DefaultClient.Do(r)
		ts.Check(err)
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		ts.Check(err)
		last = answer.Status + "\n" + string(body)
		if tag := answer.Header.Get("ETag"); tag != "" {
			s.followed.tag = tag
		}
		return answer.StatusCode == want && matches(ts, args[1], string(body))
	})
}
