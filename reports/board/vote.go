package board

import (
	"context"
	"crypto/rand"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Votes takes votes from people who opened them by a link.
type Votes interface {
	ReadVote(ctx context.Context, x release.VoteLink, pass int64) (release.VoteView, error)
	MailCode(ctx context.Context, x release.VoteLink, decision release.Decision) (release.Pass, error)
	DecideByCode(ctx context.Context, in release.Intent, road release.VoteRoad, pass int64, code string) (release.Decided, error)
}

// The fields of the vote, and what its page is asked for with.
const (
	fieldChoice = "choice"
	fieldPass   = "pass"
	doCode      = "code"
	castQuery   = "cast"
)

// votePage is a vote as somebody sees it who opened it by a link: first they say what
// they decide, then they prove with a code that it is them.
type votePage struct {
	Lead     templates.Callout
	Facts    []templates.Fact
	Passages []passage
	Link     templates.Link
	Here     string // the page's own path, without what was asked for
	Open     bool   // it takes votes
	Spoke    bool   // the seat was heard
	// Pass is the number of the pass whose code is asked for; 0 while nothing was said.
	Pass    int64
	Saying  string // what the code confirms: "No-Go"
	Key     string // of one filling in: sent twice, it counts once
	Code    string // what was typed
	Choices []voteChoice
	Words   string
	Most    int
	Wrong   map[string]string // why a field was not taken
}

type passage struct{ Title, Text string }

type voteChoice struct {
	Value, Text, Note string
	Picked            bool
}

// voteOf reads a vote's link. Whoever opens it sees the vote of the person it is
// bound to; to vote in that name takes a code, which goes to that person's mail.
func (b *Board) voteOf(r *http.Request) (release.VoteLink, error) {
	link, err := b.Links.ReadVote(r.PathValue("token"))
	if !b.pace.allowsVote(link) {
		return link, &release.Refusal{Code: codeBusy, What: "That was too fast.", Why: "This page was asked for too often.", Next: "Wait a minute and try again."}
	}
	return link, err
}

// passOf reads which pass a request means; 0 is none.
func passOf(values url.Values) int64 {
	n, err := strconv.ParseInt(values.Get(fieldPass), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// showVote shows what is decided on, and how to vote; it changes nothing, since mail
// programs look at links before people do.
func (b *Board) showVote(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	link, err := b.voteOf(r)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	v, err := b.Access.ReadVote(r.Context(), link, passOf(q))
	if err != nil {
		b.shut(w, r, err)
		return
	}
	page, err := b.votePage(r, v)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	page.Lead = voteLead(v, q.Has(castQuery), q.Has(fieldPass))
	b.showVotePage(w, r, http.StatusOK, v, page)
}

// takeVote mails a code for what somebody says, or takes the vote with it.
func (b *Board) takeVote(w http.ResponseWriter, r *http.Request) {
	link, err := b.voteOf(r)
	if err == nil {
		if err = r.ParseForm(); err != nil {
			err = unread(err)
		}
	}
	if err != nil {
		b.shut(w, r, err)
		return
	}
	if r.PostForm.Get(fieldDo) == doCode {
		b.sendCode(w, r, link)
		return
	}
	b.takeCode(w, r, link)
}

// sendCode has a code mailed for what the reader of a link says.
func (b *Board) sendCode(w http.ResponseWriter, r *http.Request, link release.VoteLink) {
	said := release.Decision{
		Choice: release.Choice(r.PostForm.Get(fieldChoice)), Words: strings.ReplaceAll(r.PostForm.Get(release.FieldReason), "\r\n", "\n"),
	}
	asked, err := b.Access.MailCode(r.Context(), link, said)
	if err != nil {
		b.voteAgain(w, r, link, 0, err, func(page *votePage) { page.Words, page.Choices = said.Words, voteChoices(said.Choice) })
		return
	}
	http.Redirect(w, r, "/vote/"+r.PathValue("token")+"?"+fieldPass+"="+strconv.FormatInt(asked.ID, 10), http.StatusSeeOther) //nolint:gosec // a path of this host, and voteOf knows the token
}

// takeCode takes the vote that a code was mailed for.
func (b *Board) takeCode(w http.ResponseWriter, r *http.Request, link release.VoteLink) {
	pass, code := passOf(r.PostForm), r.PostForm.Get(release.FieldCode)
	if v, err := b.Access.ReadVote(r.Context(), link, pass); err != nil || !v.Running() { // and who is no longer to vote learns it
		b.voteAgain(w, r, link, 0, err, func(*votePage) {})
		return
	}
	in := release.Intent{By: link.Person}
	if key := keyOf(r.PostForm); key != "" {
		in.Key = "vote-link/" + key
	}
	_, err := b.Access.DecideByCode(r.Context(), in, release.VotedByLink, pass, code)
	if refusal, refused := release.AsRefusal(err); err == nil || (refused && refusal.Code == release.CodeHandled) {
		http.Redirect(w, r, "/vote/"+r.PathValue("token")+"?"+castQuery+"=1", http.StatusSeeOther) //nolint:gosec // the same
		return
	}
	b.voteAgain(w, r, link, pass, err, func(page *votePage) { page.Code = code })
}

// voteAgain shows the page once more with why something was not taken, and what was
// typed; whatever is no refusal is a fault.
func (b *Board) voteAgain(w http.ResponseWriter, r *http.Request, link release.VoteLink, pass int64, why error, typed func(*votePage)) {
	refusal, refused := release.AsRefusal(why)
	if why != nil && !refused {
		b.shut(w, r, why)
		return
	}
	v, err := b.Access.ReadVote(r.Context(), link, pass)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	page, err := b.votePage(r, v)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	typed(&page)
	if page.Lead = voteLead(v, false, false); refusal != nil && page.Open {
		page.Lead = templates.Callout{Tone: templates.Bad, Label: refusal.What, Text: refusal.Why + " " + refusal.Next}
		for _, f := range refusal.Fields {
			page.Wrong[f.Field] = f.Why
		}
	}
	b.showVotePage(w, r, http.StatusUnprocessableEntity, v, page)
}

func (b *Board) showVotePage(w http.ResponseWriter, r *http.Request, status int, v release.VoteView, page votePage) {
	b.show(w, r, status, visitor{programme: v.Programme}, "vote", templates.Site{
		Kicker: v.Ballot.Purpose.String(), Title: v.RFC.Name() + ": " + v.RFC.Content.Title, Data: page,
	})
}

// votePage shows what is decided on: enough to know what it is, with its digest and
// the way to all the rest.
func (b *Board) votePage(r *http.Request, v release.VoteView) (votePage, error) {
	c, p := v.RFC.Content, v.Programme
	system, _ := p.System(c.System)
	loc := p.Location()
	page := votePage{
		Facts: []templates.Fact{
			{Label: "You vote as", Value: v.Reader.Name, Note: "For " + v.Seat.Label(p) + ". Not you? Then close this page."},
			{Label: "Change", Value: system.Name, Note: string(c.Type) + " release"},
			{Label: "Window", Value: release.Instant(c.Window.From, loc) + " to " + release.Instant(c.Window.To, loc)},
			{Label: "The vote ends", Value: release.Instant(v.Ballot.Deadline, loc)},
			{Label: "Decided on", Value: v.Ballot.Digest, Note: "The digest of everything that is decided on: if any of it changes, this vote is void and a new mail comes."},
		},
		Passages: []passage{{Title: "Why", Text: c.Reason}, {Title: "What it means for others", Text: c.Impact}, {Title: "Risk", Text: c.Risk.Sentence}},
		Key:      rand.Text(), Choices: voteChoices(""), Wrong: map[string]string{}, Most: release.MaxText,
		Here: "/vote/" + r.PathValue("token"), Open: v.Running(),
	}
	if v.Release != nil {
		page.Facts = append(page.Facts, templates.Fact{Label: "Release", Value: v.Release.Name() + ", " + v.Release.Title(p)})
		page.Link = templates.Link{Text: "Everything about " + v.Release.Name(), URL: "/releases/" + strings.TrimPrefix(v.Release.Name(), "REL-")}
	}
	if mine, ok := v.Mine(); ok {
		page.Spoke = true
		note := v.Seat.NameOf(mine.Person, p) + ", " + release.Instant(mine.At, loc) + roadNote(mine.Road)
		if mine.Words != "" {
			note += ": " + mine.Words
		}
		page.Facts = append(page.Facts, templates.Fact{Label: "Your seat's vote now", Value: mine.Choice.String(), Note: note})
	}
	if v.Asked == nil || !page.Open {
		return page, nil
	}
	said, err := v.Asked.Decision()
	if err != nil {
		return page, err
	}
	page.Pass, page.Saying, page.Words = v.Asked.ID, said.String(), said.Words
	return page, nil
}

// roadNote tells how a vote came, where that took more than a press in Slack.
func roadNote(road release.VoteRoad) string {
	return map[release.VoteRoad]string{release.VotedByLink: ", by link", release.VotedWithCode: ", in Slack with a code"}[road]
}

func voteLead(v release.VoteView, cast, asked bool) templates.Callout {
	mine, spoke := v.Mine()
	switch {
	case !v.Running() && v.Ballot.Outcome != "":
		return templates.Callout{Tone: templates.Calm, Label: "The vote is closed.", Text: "Its outcome: " + v.Ballot.Outcome.String() + "."}
	case !v.Running():
		return templates.Callout{Tone: templates.Calm, Label: "The vote is closed.", Text: "Its outcome is being counted."}
	case cast && spoke:
		return templates.Callout{
			Tone: templates.Good, Label: "Your vote counts: " + mine.Choice.String() + ".", Text: "Until the vote closes you can change it here, with another code, or in Slack. The last one stands.",
		}
	case asked && v.Asked != nil:
		return templates.Callout{
			Tone: templates.Act, Label: "Nothing is counted yet: a code is on its way to your mail.",
			Text: "Type it below. It is good for this one vote, as it stands there, for ten minutes from the moment it was sent.",
		}
	case asked:
		return templates.Callout{
			Tone: templates.Warn, Label: "That code does not work any more.", Text: "It was used, tried too often or got too old. Say again what you decide, and another is sent.",
		}
	}
	return templates.Callout{
		Tone: templates.Act, Label: "The board waits for your vote.", Text: "Say below what your seat decides. A code that is sent to your mail then shows that it is you; no account is needed.",
	}
}

func voteChoices(picked release.Choice) []voteChoice {
	notes := map[release.Choice]string{
		release.VoteConditional: "Say below what must be met before the deployment.", release.VoteNoGo: "Say below why.",
		release.VoteAbstain: "You were heard, and it is no yes.",
	}
	var all []voteChoice
	for _, c := range release.Choices() {
		all = append(all, voteChoice{Value: string(c), Text: c.String(), Note: notes[c], Picked: c == picked})
	}
	return all
}
