package board

import (
	"context"
	"net/url"
	"testing"

	"gonogo.dev/release"
)

// Issue 5: the ways in and the pages of a vote hold to what every page must: axe-core,
// keyboard, light, dark, phone, print and no script.
func TestAccessIsAccessible(t *testing.T) {
	o, votes := polling(t)
	b := openTab(t)
	vote := o.ballot(9)
	for _, path := range []string{"/in?next=/figures", "/in/pass-of-ann", vote} {
		accessible(t, b, o.url+path)
	}
	form := url.Values{"do": {"code"}, "choice": {"no-go"}, "reason": {"The regression run failed twice on SIT A.\nSettlement differs by 0.4 %."}}
	if status, page := o.do("POST", vote, form.Encode()); status != 303 {
		t.Fatalf("a code: %d\n%s", status, page)
	}
	accessible(t, b, o.url+vote+"?pass=1")
	if status, _ := o.do("POST", vote, "do=vote&pass=1&code=123456"); status != 303 {
		t.Fatalf("the vote: %d", status)
	}
	accessible(t, b, o.url+vote+"?cast=1")
	accessible(t, b, o.url+vote+"?pass=01") // used: say it again
	votes.view.Ballot.State, votes.view.Ballot.Outcome = release.BallotClosed, release.OutcomeNoGo
	accessible(t, b, o.url+vote+"?pass=closed")
}

// annsOnly is access for a browser without a cookie.
type annsOnly struct{ *access }

// Sessions knows Ann's.
func (a annsOnly) Sessions(ctx context.Context, _ string) ([]release.Session, int64, error) {
	return a.access.Sessions(ctx, "session-of-ann")
}

// The page of whoever is signed in, with where they are, and the way out.
func TestMeIsAccessible(t *testing.T) {
	o := open(t)
	o.as.who, o.board.Access = "ann", annsOnly{o.doors}
	accessible(t, openTab(t), o.url+"/me")
}
