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
	wayInLink = regexp.MustCompile(`https://gonogo\.example(/in/[A-Z2-7]+)`)
	voteLink  = regexp.MustCompile(`https://gonogo\.example(/vote/\S+)`)
	mailCode  = regexp.MustCompile(`(?m)^\s*(\d{6})\s*$`)
)

// come [-mail] WHO opens the one-time link in the last answer, or in the newest mail
// that has one, and presses its button.
func (s *scene) come(ts *testscript.TestScript, neg bool, args []string) {
	who := args[len(args)-1]
	path := ""
	if args[0] == "-mail" {
		path = s.newestIn(ts, who, wayInLink)
		s.browse(ts, who, http.MethodGet, path, nil) // as mail programs do
	} else if m := wayInLink.FindStringSubmatch(s.said()); m != nil {
		path = m[1]
	}
	if path == "" && s.link != "" {
		path = s.link // pressed once more
	}
	s.link = path
	s.wants(ts, neg, s.browse(ts, who, http.MethodPost, path, url.Values{}), http.StatusSeeOther)
}

// visit WHO PATH opens a page as whoever somebody came in as; answer shows it. "vote"
// is the newest link to a vote that they got by mail, "vote:SOMEBODY" somebody else's.
func (s *scene) visit(ts *testscript.TestScript, neg bool, args []string) {
	s.wants(ts, neg, s.browse(ts, args[0], http.MethodGet, s.pathOf(ts, args[0], args[1]), nil), http.StatusOK)
}

// send WHO PATH FIELD=VALUE… fills in a form as visit opens pages; the value LED is the
// number of the pass to which the last answer led.
func (s *scene) send(ts *testscript.TestScript, neg bool, args []string) {
	fields, led := url.Values{}, s.led
	for _, pair := range args[2:] {
		name, value, _ := strings.Cut(pair, "=")
		if value == "LED" {
			_, value, _ = strings.Cut(led, "?pass=")
		}
		fields.Set(name, value)
	}
	status := s.browse(ts, args[0], http.MethodPost, s.pathOf(ts, args[0], args[1]), fields)
	if neg != (status >= http.StatusBadRequest) {
		ts.Fatalf("the page was answered with %d:\n%s", status, s.said())
	}
}

// cast WHO FIELD=VALUE… says something on the page of the vote that the person got a
// link to, and confirms it with the code that is mailed for it.
func (s *scene) cast(ts *testscript.TestScript, neg bool, args []string) {
	before := len(s.mailsTo(ts, args[0]))
	fields := url.Values{"do": {"code"}}
	for _, pair := range args[1:] {
		name, value, _ := strings.Cut(pair, "=")
		fields.Set(name, value)
	}
	status := s.browse(ts, args[0], http.MethodPost, s.pathOf(ts, args[0], "vote"), fields)
	if neg && status >= http.StatusBadRequest {
		return
	}
	s.wants(ts, false, status, http.StatusSeeOther)
	_, pass, _ := strings.Cut(s.led, "?pass=")
	s.send(ts, neg, []string{args[0], "vote", "do=vote", "pass=" + pass, "code=" + s.code(ts, args[0], before)})
}

// code returns what the newest mail with a code says that came to somebody after so
// many mails.
func (s *scene) code(ts *testscript.TestScript, who string, after int) string {
	code := ""
	s.until(ts, who+" has a code", func() bool {
		for _, mail := range s.mailsTo(ts, who)[after:] {
			if m := mailCode.FindStringSubmatch(mail); m != nil {
				code = m[1]
			}
		}
		return code != ""
	})
	return code
}

// prove WHO [WHOSE] types the newest code that WHOSE got by mail, WHO's own unless
// somebody else is named, into the form that is open. A code counts as new until it is
// typed; "again" is the last one.
func (s *scene) prove(ts *testscript.TestScript, neg bool, args []string) {
	whose := args[len(args)-1]
	if s.seenMails == nil {
		s.seenMails, s.typed = map[string]int{}, map[string]string{}
	}
	if whose != "again" {
		typed := args[0] + " " + whose
		s.typed[args[0]] = s.code(ts, whose, s.seenMails[typed])
		s.seenMails[typed] = len(s.mailsTo(ts, whose))
	}
	s.submit(ts, neg, []string{args[0], "code=" + s.typed[args[0]]})
}

func (s *scene) wants(ts *testscript.TestScript, neg bool, status, want int) {
	if neg != (status != want) {
		ts.Fatalf("the page was answered with %d:\n%s", status, s.said())
	}
}

func (s *scene) pathOf(ts *testscript.TestScript, who, path string) string {
	if whose, ok := strings.CutPrefix(path, "vote"); ok {
		if _, other, ok := strings.Cut(whose, ":"); ok {
			who = other
		}
		return s.newestIn(ts, who, voteLink)
	}
	return path
}

// newestIn returns what the newest mail of a person has that matches.
func (s *scene) newestIn(ts *testscript.TestScript, who string, what *regexp.Regexp) string {
	found := ""
	s.until(ts, who+" has a mail with "+what.String(), func() bool {
		for _, mail := range s.mailsTo(ts, who) {
			if m := what.FindStringSubmatch(mail); m != nil {
				found = m[1]
			}
		}
		return found != ""
	})
	return found
}

// browse asks as the browser of a person does, at the replica that was served last:
// it keeps its cookie and follows no redirection. What the page says is the answer.
func (s *scene) browse(ts *testscript.TestScript, who, method, path string, fields url.Values) int {
	r, err := http.NewRequestWithContext(s.ctx, method, s.app+path, strings.NewReader(fields.Encode()))
	ts.Check(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if s.cookies == nil {
		s.cookies = map[string]*http.Cookie{}
	}
	if c := s.cookies[who]; c != nil {
		r.Header.Set("Cookie", c.Name+"="+c.Value)
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	ts.Check(err)
	defer answer.Body.Close()
	for _, c := range answer.Cookies() {
		s.cookies[who] = c
	}
	s.led = answer.Header.Get("Location")
	page, err := io.ReadAll(answer.Body)
	ts.Check(err)
	words := strings.Join(strings.Fields(markup.ReplaceAllString(string(page), " ")), " ")
	s.said = func() string { return words }
	return answer.StatusCode
}
