package board

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// polls is a Votes with one vote, whose every pass opens with the code 123456.
type polls struct {
	view   release.VoteView
	passes []release.Pass // by their numbers less one
	cast   []release.Vote
	keys   []string
	fault  error
}

func (p *polls) ReadVote(_ context.Context, x release.VoteLink, pass int64) (release.VoteView, error) {
	if x.Ballot != p.view.Ballot.ID {
		return release.VoteView{}, &release.Refusal{Code: release.CodeStale, What: "This link does not work any more.", Why: "The vote is void.", Next: "A new mail brings a new link."}
	}
	v := p.view
	v.Ballot.Votes = p.cast
	if pass > 0 && int(pass) <= len(p.passes) && p.passes[pass-1].UsedAt.IsZero() {
		v.Asked = &p.passes[pass-1]
	}
	return v, p.fault
}

func (p *polls) MailCode(ctx context.Context, x release.VoteLink, decision release.Decision) (release.Pass, error) {
	if _, err := p.ReadVote(ctx, x, 0); err != nil {
		return release.Pass{}, err
	}
	if _, err := p.view.Ballot.Cast(x.Person, decision.Choice, decision.Words, p.view.Now); err != nil {
		return release.Pass{}, err
	}
	text, err := json.Marshal(decision)
	pass := release.Pass{ID: int64(len(p.passes) + 1), Person: x.Person, Ballot: x.Ballot, Purpose: release.PassVote, Next: string(text)}
	p.passes = append(p.passes, pass)
	return pass, err
}

func (p *polls) DecideByCode(_ context.Context, in release.Intent, road release.VoteRoad, pass int64, code string) (release.Decided, error) {
	p.keys = append(p.keys, in.Key)
	if pass < 1 || int(pass) > len(p.passes) || code != "123456" {
		return release.Decided{}, &release.Refusal{
			Code: release.CodeInvalid, What: "Nothing was decided.", Why: "That is not the code.", Next: "Look again.",
			Fields: []release.FieldProblem{{Field: release.FieldCode, Why: "That is not the code."}},
		}
	}
	p.passes[pass-1].UsedAt = p.view.Now
	x, err := p.passes[pass-1].Decision()
	if err != nil {
		return release.Decided{}, err
	}
	v, err := p.view.Ballot.Cast(in.By, x.Choice, x.Words, p.view.Now)
	if v.Road = road; err == nil {
		p.cast = append(p.cast, v)
	}
	return release.Decided{Decision: x, Vote: v}, err
}

// polling is an office with a vote, whose words hurt whatever does not escape them.
func polling(t *testing.T) (*office, *polls) {
	t.Helper()
	o := open(t)
	p := o.desk.programme
	b := release.Ballot{
		ID: 9, RFC: 12, Purpose: release.Deployment, Digest: strings.Repeat("a1", 32), State: release.BallotOpen, Deadline: monday.Add(5 * time.Hour),
		Seats: []release.Seat{{Key: "a", Function: release.Representative, Party: "ex", Mandatory: true, Holders: []release.PersonID{"ann"}}},
	}
	r := release.Release{Number: 7, Version: release.Version{Major: 1, Minor: 2}, Content: release.ReleaseContent{System: "helix"}}
	votes := &polls{view: release.VoteView{Programme: p, Now: monday, Ballot: b, Seat: b.Seats[0], Reader: p.People[0], Release: &r, RFC: release.RFC{
		Number: 12, State: release.Approved, Content: release.RFCContent{
			Title: "Helix " + hostile, System: "helix", Type: release.Minor, Reason: hostile + "\nsecond line", Impact: "None.", Risk: release.Risk{Sentence: "Small."},
			Window: release.Window{From: monday.Add(24 * time.Hour), To: monday.Add(26 * time.Hour)},
		},
	}}}
	o.doors.Votes = votes
	return o, votes
}

// ballot is where Ann votes by a link.
func (o *office) ballot(id int64) string {
	b := release.Ballot{ID: id, Deadline: monday.Add(5 * time.Hour)}
	return "/vote/" + o.links.VoteToken(b.LinkFor("ann"))
}

// M17, M18: the page shows what is decided on and asks what the seat says; what was
// said stands there until a code confirms it, and nothing else does. Sent twice it is
// one intent.
func TestVoteOnAPage(t *testing.T) {
	o, votes := polling(t)
	path := o.ballot(9)
	page := o.page("vote", path)
	wants(t, page, "Send me a code", votes.view.Ballot.Digest, `href="/releases/7"`, "Ann &lt;Lee&gt;", "second line", `name="choice"`)
	harmless(t, page)
	if strings.Contains(page, `name="code"`) || strings.Contains(page, `href="/matrix"`) {
		t.Error("it asks for a code before anything was said, or leads into the board")
	}
	form := url.Values{"do": {"code"}, "choice": {"no-go"}}
	status, page := o.do(http.MethodPost, path, form.Encode())
	if status != http.StatusUnprocessableEntity || len(votes.passes) != 0 {
		t.Fatalf("without a reason: %d, %v", status, votes.passes)
	}
	o.golden("site/vote-refused.html", page)
	wants(t, page, `id="reason-why"`, `value="no-go" required checked`)
	form.Set("reason", "One.\r\n</textarea><script>alert(1)</script> =cmd() *b*")
	status, where := o.do(http.MethodPost, path, form.Encode())
	if status != http.StatusSeeOther || !strings.HasPrefix(where, path+"?pass=1") || len(votes.cast) != 0 {
		t.Fatalf("a code: %d, %s, %v", status, where, votes.cast)
	}
	page = o.page("vote-asked", path+"?pass=1")
	wants(t, page, `autocomplete="one-time-code"`, "Vote No-Go", "Nothing is counted yet")
	harmless(t, page)
	key := keyField.FindStringSubmatch(page)
	if key == nil || strings.Contains(page, `name="choice"`) {
		t.Fatalf("no key, or another choice, in\n%s", page)
	}
	form = url.Values{"form": {key[1]}, "pass": {"1"}, "do": {"vote"}, "code": {"999999"}, "choice": {"go"}} // the choice is not asked any more
	status, page = o.do(http.MethodPost, path, form.Encode())
	if status != http.StatusUnprocessableEntity || len(votes.cast) != 0 {
		t.Fatalf("a wrong code: %d, %v", status, votes.cast)
	}
	o.golden("site/vote-mistyped.html", page)
	wants(t, page, `id="code-why"`, `value="999999"`, "Vote No-Go")
	harmless(t, page)
	form.Set("code", "123456")
	status, where = o.do(http.MethodPost, path, form.Encode())
	if status != http.StatusSeeOther || !strings.HasPrefix(where, path+"?cast=1") || len(votes.cast) != 1 || votes.cast[0].Choice != release.VoteNoGo {
		t.Fatalf("the vote: %d, %s, %v", status, where, votes.cast)
	}
	if votes.cast[0].Road != release.VotedByLink || !strings.HasPrefix(votes.cast[0].Words, "One.\n</textarea>") {
		t.Errorf("kept %+v", votes.cast[0])
	}
	if votes.keys[0] != "vote-link/"+key[1] || votes.keys[0] != votes.keys[1] {
		t.Errorf("intents %v", votes.keys)
	}
	wants(t, o.page("vote-cast", path+"?cast=1"), "Your vote counts: No-Go.", "by link")
	wants(t, o.page("vote-expired", path+"?pass=1"), "That code does not work any more.", `name="choice"`)
}

// M17: what is no link to a vote opens none, and who asks too often waits.
func TestVoteLinksOnAPage(t *testing.T) {
	o, votes := polling(t)
	for name, c := range map[string]struct {
		path   string
		status int
		part   string
	}{
		"nonsense":    {"/vote/nonsense", 403, "newest mail about the vote"},
		"a review's":  {"/vote/" + o.token("ann"), 403, "never made it for a vote"},
		"a void vote": {o.ballot(8), 410, "A new mail brings a new link."},
	} {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			status, page := o.do(method, c.path, "do=vote&code=123456&choice=go")
			if status != c.status || !strings.Contains(page, c.part) {
				t.Errorf("%s, %s: %d\n%s", name, method, status, page)
			}
		}
	}
	if len(votes.cast)+len(votes.passes) != 0 {
		t.Errorf("%d votes, %d codes", len(votes.cast), len(votes.passes))
	}
	votes.view.Ballot.State, votes.view.Ballot.Outcome = release.BallotClosed, release.OutcomeGo
	page := o.page("vote-closed", o.ballot(9))
	if strings.Contains(page, "<form") {
		t.Error("a closed vote has a form")
	}
	last := 0
	for range linkBurst + 1 {
		last, _ = o.get(o.ballot(9))
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("asked too often: %d", last)
	}
}

// T34: who asks for a link by mail gets one answer, whoever they are; one address
// and one client are not served for ever.
func TestEntrance(t *testing.T) {
	o := openDoors(t)
	o.page("in", "/in?next=/figures")
	status, page := o.get("/me?tab=1")
	if status != http.StatusForbidden {
		t.Errorf("nobody: %d", status)
	}
	wants(t, page, `name="next" value="/me?tab=1"`, "You are not signed in.")
	_, page = o.get("/in?next=//evil.example")
	if strings.Contains(page, "evil") {
		t.Error("it leads elsewhere")
	}
	var answers []string
	for _, mail := range []string{"ann@gonogo.example", "nobody@gonogo.example"} {
		status, page := o.do(http.MethodPost, "/in", url.Values{"mail": {" " + mail + " "}, "next": {"/figures"}}.Encode())
		if status != http.StatusOK {
			t.Errorf("%s: %d", mail, status)
		}
		answers = append(answers, page)
	}
	if answers[0] != answers[1] || len(o.doors.mailed) != 2 || o.doors.mailed[0] != "ann@gonogo.example /figures" {
		t.Errorf("asked for %v; the answers differ: %v", o.doors.mailed, answers[0] != answers[1])
	}
	for _, wrong := range []string{"", "ann", strings.Repeat("x", 300) + "@x"} {
		if status, _ = o.do(http.MethodPost, "/in", url.Values{"mail": {wrong}}.Encode()); status != http.StatusUnprocessableEntity {
			t.Errorf("%.10q: %d", wrong, status)
		}
	}
	for range addressBurst {
		status, _ = o.do(http.MethodPost, "/in", "mail=ANN@gonogo.example")
	}
	if status != http.StatusTooManyRequests {
		t.Errorf("one address too often: %d", status)
	}
	for i := range clientBurst {
		status, _ = o.do(http.MethodPost, "/in", "mail="+strings.Repeat("x", i+1)+"@gonogo.example")
	}
	if status != http.StatusTooManyRequests {
		t.Errorf("one client too often: %d", status)
	}
}
