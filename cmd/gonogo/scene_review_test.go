package main

import (
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

var (
	reviewLink  = regexp.MustCompile(`https://gonogo\.example(/review/\S+)`)
	hiddenField = regexp.MustCompile(`<input type="hidden" name="([a-z]+)" value="([^"]*)">`)
	markup      = regexp.MustCompile(`(?s)<style>.*?</style>|<[^>]*>`)
)

// follow WHO opens the newest link to a review that a person got by mail, at the
// replica that was served last; answer shows its page.
func (s *scene) follow(ts *testscript.TestScript, _ bool, args []string) { s.open(ts, args[0]) }

// fill WHO FIELD=VALUE… fills in the page behind that link and sends it.
func (s *scene) fill(ts *testscript.TestScript, neg bool, args []string) {
	page := s.open(ts, args[0])
	fields := url.Values{"do": {"save"}}
	for _, m := range hiddenField.FindAllStringSubmatch(page, -1) {
		fields.Set(m[1], m[2])
	}
	for _, pair := range args[1:] {
		name, value, _ := strings.Cut(pair, "=")
		fields.Set(name, value)
	}
	r, err := http.NewRequestWithContext(s.ctx, http.MethodPost, s.app+"/review", strings.NewReader(fields.Encode()))
	ts.Check(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	status, page := s.surf(ts, r)
	if neg != (status != http.StatusOK) {
		ts.Fatalf("the page was answered with %d:\n%s", status, page)
	}
}

func (s *scene) open(ts *testscript.TestScript, who string) string {
	var path string
	s.until(ts, who+" has a link to a review", func() bool {
		for _, mail := range s.mailsTo(ts, who) {
			if m := reviewLink.FindStringSubmatch(mail); m != nil {
				path = m[1]
			}
		}
		return path != ""
	})
	r, err := http.NewRequestWithContext(s.ctx, http.MethodGet, s.app+path, http.NoBody)
	ts.Check(err)
	_, page := s.surf(ts, r)
	return page
}

// surf asks as a browser does, and keeps what the page says as the last answer.
func (s *scene) surf(ts *testscript.TestScript, r *http.Request) (int, string) {
	answer, err := http.DefaultClient.Do(r)
	ts.Check(err)
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	ts.Check(err)
	words := strings.Join(strings.Fields(markup.ReplaceAllString(string(page), " ")), " ")
	s.said = func() string { return words }
	return answer.StatusCode, string(page)
}
