package release_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// M17: a link from Slack shows whom it lets in without being used up, lets them in
// once, and soon; only a digest of it is kept.
func TestGivePass(t *testing.T) {
	b := newBoard(t)
	x, token, err := b.desk.GivePass(t.Context(), b.as("rm"), "/releases/7")
	b.must(err)
	if kept := b.store.snapshot().Passed[0]; x.Digest != kept.Digest || strings.Contains(kept.Digest, token) || len(token) < 26 {
		t.Errorf("kept %+v of %q", kept, token)
	}
	for range 2 {
		_, who, err := b.desk.ReadPass(t.Context(), token)
		if err != nil || who.ID != "rm" {
			t.Fatalf("looked at: %v, %v", who, err)
		}
	}
	next, session, err := b.desk.ComeIn(t.Context(), token, "Firefox")
	if err != nil || next != "/releases/7" {
		t.Fatalf("come in: %q, %v", next, err)
	}
	who, p, err := b.desk.Visitor(t.Context(), session, true)
	if err != nil || who.ID != "rm" || p == nil {
		t.Fatalf("visitor: %v, %v", who, err)
	}
	if kept := b.store.snapshot().Visits[0]; strings.Contains(kept.Digest, session) || kept.Agent != "Firefox" {
		t.Errorf("kept %+v", kept)
	}
	_, _, err = b.desk.ComeIn(t.Context(), token, "")
	if r := refused(t, err, release.CodeStale); !strings.Contains(r.Why, "works once") {
		t.Errorf("a second time: %v", r)
	}
	_, _, err = b.desk.ReadPass(t.Context(), token)
	refused(t, err, release.CodeStale)
}

// A link ends after 15 minutes, with its person's leaving, and is nothing else's.
func TestPassRefused(t *testing.T) {
	b := newBoard(t)
	_, token, err := b.desk.GivePass(t.Context(), b.as("rm"), "//evil.example")
	b.must(err)
	if next := b.store.snapshot().Passed[0].Next; next != "/" {
		t.Errorf("it leads to %q", next)
	}
	b.clock = monday.Add(15*time.Minute - time.Microsecond)
	_, _, err = b.desk.ReadPass(t.Context(), token)
	b.must(err)
	b.clock = monday.Add(15 * time.Minute)
	_, _, err = b.desk.ComeIn(t.Context(), token, "")
	refused(t, err, release.CodeStale)
	for _, wrong := range []string{"", "nonsense", token + "A", strings.ToLower(token)} {
		_, _, err = b.desk.ComeIn(t.Context(), wrong, "")
		refused(t, err, release.CodeForbidden)
	}
	_, token, err = b.desk.GivePass(t.Context(), b.as("rm"), "/")
	b.must(err)
	p := programme()
	p.People[0].Retired = true
	b.apply(p)
	_, _, err = b.desk.ComeIn(t.Context(), token, "")
	refused(t, err, release.CodeForbidden)
	_, _, err = b.desk.GivePass(t.Context(), b.as("gone"), "/")
	refused(t, err, release.CodeUnknownPerson)
}

// Nobody is given more links than they could use; what ended a month ago is forgotten.
func TestPassesAreFew(t *testing.T) {
	b := newBoard(t)
	for range 10 {
		_, _, err := b.desk.GivePass(t.Context(), b.as("rm"), "/")
		b.must(err)
	}
	_, _, err := b.desk.GivePass(t.Context(), b.as("rm"), "/")
	refused(t, err, release.CodeState)
	b.clock = monday.Add(time.Hour)
	_, _, err = b.desk.GivePass(t.Context(), b.as("rm"), "/")
	b.must(err)
	b.clock = monday.Add(31 * 24 * time.Hour)
	_, _, err = b.desk.GivePass(t.Context(), b.as("env"), "/")
	b.must(err)
	for i, x := range b.store.snapshot().Passed[:11] {
		if x.ID != 0 {
			t.Errorf("pass %d is still there: %+v", i, x)
		}
	}
}

// A link by mail goes to whoever has the address, however it is typed, and to nobody
// else; the answer never tells. Its token is made when the mail is written.
func TestMailPass(t *testing.T) {
	b := newBoard(t)
	for _, address := range []string{"nobody@gonogo.example", "gone@gonogo.example", "", "@"} {
		b.must(b.desk.MailPass(t.Context(), address, "/"))
	}
	if n := len(b.store.snapshot().Notices); n != 0 {
		t.Fatalf("%d mails to nobody", n)
	}
	b.must(b.desk.MailPass(t.Context(), " RM@gonogo.example ", "/figures"))
	n := b.store.snapshot().Notices[0]
	if n.To != "rm" || n.Road != release.ByMail || n.Duty != release.DutyAct || n.Hold != release.Immediate || n.Body != nil || n.Event.Kind != release.NoticeWayIn {
		t.Fatalf("promised %+v", n)
	}
	if x := b.store.snapshot().Passed[0]; x.Digest != "" || n.Event.Pass != x.ID {
		t.Errorf("kept %+v", x)
	}
	b.clock = monday.Add(time.Hour) // the relay was down
	_, first, err := b.desk.ArmPass(t.Context(), n.Event.Pass)
	b.must(err)
	_, token, err := b.desk.ArmPass(t.Context(), n.Event.Pass) // and the mail was written again
	b.must(err)
	_, _, err = b.desk.ComeIn(t.Context(), first, "")
	refused(t, err, release.CodeForbidden)
	b.clock = monday.Add(75*time.Minute - time.Microsecond)
	next, _, err := b.desk.ComeIn(t.Context(), token, "")
	if err != nil || next != "/figures" {
		t.Errorf("come in: %q, %v", next, err)
	}
	if _, _, err = b.desk.ArmPass(t.Context(), n.Event.Pass); !errors.Is(err, release.ErrGivenUp) {
		t.Errorf("a used pass was made good again: %v", err)
	}
	for range 20 { // too many are silently not sent
		b.must(b.desk.MailPass(t.Context(), "env@gonogo.example", "/"))
	}
	if got := len(b.told(release.NoticeWayIn, release.ByMail)); got != 11 {
		t.Errorf("%d mails; want 1 and 10", got)
	}
}

// Whoever is led anywhere is led to our own pages.
func TestInside(t *testing.T) {
	for path, want := range map[string]string{
		"/": "/", "/releases/7?tab=a&b=c": "/releases/7?tab=a&b=c", "": "/", "releases": "/", "//evil.example": "/", "/\\evil.example": "/",
		"https://evil.example": "/", "/a\r\nSet-Cookie: x": "/", "/" + strings.Repeat("x", 300): "/", "/\t/evil.example": "/",
		"/..//evil.example": "/", "/me/../..//evil.example": "/", "/./me": "/", "/me/": "/", "/exports?at=a//b/../c": "/exports?at=a//b/../c", "?x": "/", "/?party=a": "/?party=a",
	} {
		if got := release.Inside(path); got != want {
			t.Errorf("%q leads to %q; want %q", path, got, want)
		}
	}
}
