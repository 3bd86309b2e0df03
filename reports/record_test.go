package reports

import (
	"fmt"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// Every mail about an RFC, a release or a vote leads to its page where the board is
// reached from outside, and to nowhere where it is not.
func TestMailsLeadToTheirPages(t *testing.T) {
	here, nowhere := NewPost(linked(t), registry{board()}, nil), NewPost(letterhead(t), registry{board()}, nil)
	for _, s := range scenes() {
		want := fmt.Sprintf("https://gonogo.mhhs.example/rfcs/%d", s.event.RFC.Number)
		switch {
		case s.event.Ballot != nil:
			want = fmt.Sprintf("https://gonogo.mhhs.example/ballots/%d", s.event.Ballot.ID)
		case s.event.Release != nil:
			want = fmt.Sprintf("https://gonogo.mhhs.example/releases/%d", s.event.Release.Number)
		}
		_, out, err := here.Preview(t.Context(), s.notice())
		if err != nil {
			t.Fatal(err)
		}
		for form, text := range map[string]string{"text": out.Text, "HTML": out.HTML} {
			if !strings.Contains(text, want) {
				t.Errorf("%s as %s does not lead to %s", s.name, form, want)
			}
		}
		_, out, err = nowhere.Preview(t.Context(), s.notice())
		if err != nil || strings.Contains(out.HTML, "on its page") {
			t.Errorf("%s leads to a page that is not there (%v)", s.name, err)
		}
	}
	body, err := here.Render(t.Context(), scenes()[0].notice())
	if err != nil {
		t.Fatal(err)
	}
	goldenMail(t, "notice-with-its-page", body)
}

// What is about several things leads to the board of them all; the mail that lets
// somebody in leads nowhere else.
func TestRecordOf(t *testing.T) {
	l := linked(t)
	for want, e := range map[string]release.Event{
		"/":           {Kind: release.NoticeDigest},
		"/releases/7": {Release: &release.Release{Number: 7}},
		"/releases/8": {Review: &release.Review{Release: 8}},
		"/rfcs/12":    {RFC: release.RFC{Number: 12}},
	} {
		if got := l.record(e).URL; got != "https://gonogo.mhhs.example"+want {
			t.Errorf("it leads to %s, want %s", got, want)
		}
	}
	if got := l.record(release.Event{Pass: 3, RFC: release.RFC{Number: 12}}); got.URL != "" {
		t.Errorf("the way in leads to %s too", got.URL)
	}
}
