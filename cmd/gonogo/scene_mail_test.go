package main

import (
	"net/http"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

var unsubscribeLink = regexp.MustCompile(`https://gonogo\.example(/unsubscribe/[\w.-]+)`)

// unsubscribe WHO REGEXP [BODY] does what the mail program of a person does who
// leaves the newest mail that matches: one POST, without a session (RFC 8058).
func (s *scene) unsubscribe(ts *testscript.TestScript, neg bool, args []string) {
	path := ""
	s.until(ts, args[0]+" has a mail that can be left", func() bool {
		for _, mail := range slices.Backward(s.mailsTo(ts, args[0])) {
			m := unsubscribeLink.FindStringSubmatch(mail)
			if m != nil && matches(ts, args[1], mail) && strings.Contains(mail, "List-Unsubscribe-Post: List-Unsubscribe=One-Click") {
				path = m[1]
				return true
			}
		}
		return false
	})
	body := "List-Unsubscribe=One-Click"
	if len(args) > 2 {
		body = args[2]
	}
	r, err := http.NewRequestWithContext(s.ctx, http.MethodPost, s.app+path, strings.NewReader(body))
	ts.Check(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	status, page := s.surf(ts, r)
	if neg == (status == http.StatusOK) {
		ts.Fatalf("the link was answered with %d:\n%s", status, page)
	}
}
