package reports

import (
	"bytes"
	"errors"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/emersion/go-smtp"

	"gonogo.dev/release"
)

// A notice goes over a real SMTP connection to the person it names, byte for
// byte as it was frozen, and the server's answer is its receipt.
func TestPostCarriesFrozenBytes(t *testing.T) {
	k := newSink(t, nil)
	mailer, _ := newTestMailer(t, k.port, nil)
	programme := board()
	post := NewPost(letterhead(t), registry{programme}, mailer)
	n := scenes()[0].notice()
	var err error
	if n.Body, err = post.Render(t.Context(), n); err != nil {
		t.Fatal(err)
	}
	programme.People = nil // whatever the registry says by now
	receipt, err := post.Carry(t.Context(), n)
	if err != nil || !receipt.At.Equal(testTime) || receipt.Detail == "" {
		t.Fatalf("receipt %+v, error %v", receipt, err)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.mails) != 1 || k.mails[0].to != "priya@si.example" || k.mails[0].from != "gonogo@mhhs.example" || !bytes.Equal(k.mails[0].body, n.Body) {
		t.Errorf("the server took %d mails, %+.200v", len(k.mails), k.mails)
	}
}

// A refusal for good ends the retries, one for now does not; bytes that are no
// mail are never sent.
func TestPostSortsFailures(t *testing.T) {
	k := newSink(t, func(k *sink, _ *smtp.Server) {
		k.refuse["priya@si.example"] = &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such user"}
		k.refuse["nia@stclements.example"] = &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 2, 1}, Message: "greylisted"}
	})
	mailer, _ := newTestMailer(t, k.port, nil)
	post := NewPost(letterhead(t), registry{board()}, mailer)
	for i, givenUp := range []bool{true, false} {
		n := scenes()[i].notice()
		var err error
		if n.Body, err = post.Render(t.Context(), n); err != nil {
			t.Fatal(err)
		}
		_, err = post.Carry(t.Context(), n)
		if err == nil || errors.Is(err, release.ErrGivenUp) != givenUp {
			t.Errorf("to %s: %v; given up %v wanted", n.To, err, givenUp)
		}
	}
	if _, err := post.Carry(t.Context(), release.Notice{Key: "x", Body: []byte("no mail")}); !errors.Is(err, release.ErrGivenUp) {
		t.Errorf("bytes that are no mail: %v, want them given up", err)
	}
}

// A letterhead that would spoil every mail is found before the first one.
func TestLetterheadCheck(t *testing.T) {
	if err := letterhead(t).Check(); err != nil {
		t.Error(err)
	}
	err := Letterhead{From: mail.Address{Address: "desk"}, ListDomain: "a b"}.Check()
	for _, want := range []string{"sender of mail", "no templates", "list ids"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v does not speak of %q", err, want)
		}
	}
}

const hostile = "\"><script>alert(1)</script>\r\nBcc: all@evil.example\r\n\r\n--\n=====\nApproved by the chair \u202egnp.exe \x00\x1b[31m {{.}} https://evil.example/<!--"

// hostileProgramme and hostileEvent hold hostile text wherever a user or the
// programme file can put any.
func hostileProgramme() *release.Programme {
	p := board()
	p.Name, p.Short = p.Name+hostile, hostile
	p.Parties[0].Name, p.Systems[1].Name, p.Environments[0].Name = hostile, hostile, hostile
	p.Roadmap[1].Rationale = hostile
	for i := range p.People {
		p.People[i].Name = hostile
	}
	return p
}

func hostileRFC(r release.RFC) release.RFC {
	c := &r.Content
	c.Title, c.Reason, c.Impact, c.Risk.Sentence, r.Ended = hostile, hostile, hostile, hostile, hostile
	c.References, c.Release = []string{hostile}, hostile
	return r
}

// What users typed reaches no header, no tag and no line of its own in text.
func TestHostileTextIsHarmless(t *testing.T) {
	p := hostileProgramme()
	post := NewPost(letterhead(t), registry{p}, nil)
	for _, s := range scenes() {
		s.event.RFC, s.event.Reason = hostileRFC(s.event.RFC), hostile
		for i := range s.event.Changes {
			s.event.Changes[i].Before, s.event.Changes[i].After = hostile, hostile
		}
		b := s.ballot()
		if b.OverrideReason != "" {
			b.OverrideReason = hostile
		}
		for i := range b.Votes {
			b.Votes[i].Words = hostile
		}
		body, err := post.Render(t.Context(), s.notice())
		if err != nil {
			t.Fatal(err)
		}
		checkWire(t, body)
		header, parts := read(t, body)
		if len(header) != 11 || header.Get("Bcc") != "" {
			t.Errorf("%s: header %v", s.name, header)
		}
		checkHarmless(t, s.name, parts[0].Content, parts[1].Content)
	}
	week := week()
	week.Programme = p
	for i, r := range week.RFCs {
		week.RFCs[i] = hostileRFC(r)
	}
	for i := range week.Conditions {
		week.Conditions[i].Words = hostile
	}
	out, err := letterhead(t).Readiness(Fold(week), "")
	if err != nil {
		t.Fatal(err)
	}
	checkHarmless(t, "readiness", out.Text, out.HTML)
}

func checkHarmless(t *testing.T, name, text, page string) {
	t.Helper()
	if strings.ContainsAny(text+page, "\u202e\x00\x1b") {
		t.Errorf("%s holds characters that hide or turn text", name)
	}
	before := ""
	for line := range strings.Lines(strings.ReplaceAll(text, "\r", "")) {
		// Inside a paragraph a word may well come to stand first on a line.
		begins := strings.HasPrefix(line, "Approved by the chair") || strings.HasPrefix(line, "Bcc:")
		if line == "=====\n" || (begins && strings.TrimSpace(before) == "") {
			t.Errorf("%s: hostile text makes a line of its own: %q", name, line)
		}
		before = line
	}
	for _, tag := range tagForm.FindAllStringSubmatch(page, -1) {
		href := hrefForm.FindStringSubmatch(tag[0])
		elsewhere := len(href) == 2 && !strings.HasPrefix(href[1], "https://slack.com/app_redirect?")
		if !slices.Contains(tags, tag[1]) || handlerForm.MatchString(tag[0]) || elsewhere {
			t.Errorf("%s: the page holds %s", name, tag[0])
		}
	}
}

// tags are those of the template.
var tags = strings.Fields("!doctype html head meta title style body div table tr td th p h1 h2 strong span br pre a !--[if ![endif]--")

var (
	tagForm     = regexp.MustCompile(`</?([^\s>/]*)[^>]*>?`)
	hrefForm    = regexp.MustCompile(`href="([^"]*)"`)
	handlerForm = regexp.MustCompile(`\son\w+=`)
)
