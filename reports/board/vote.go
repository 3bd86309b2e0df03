package board

import (
	"context"
	"crypto/rand"
	"net/http"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Votes takes votes from people who opened them by a link.
type Votes interface {
	ReadVote(ctx context.Context, x release.VoteLink) (release.VoteView, error)
	MailCode(ctx context.Context, x release.VoteLink) (release.VoteView, error)
	CastByCode(ctx context.Context, in release.Intent, ballot int64, code string, choice release.Choice, words string) (release.Vote, error)
}

// The fields of the vote.
const (
	fieldChoice = "choice"
	doCode      = "code"
	doVote      = "vote"
	castQuery   = "cast"
	askedQuery  = "asked"
)

// votePage is a vote as somebody sees it who opened it by a link.
type votePage struct {
	Lead     templates.Callout
	Facts    []templates.Fact
	Passages []passage
	Link     templates.Link
	Action   string // where the forms go; empty once the vote is over
	Asked    bool   // a code was asked for: the form to vote stands there
	Key      string // of one filling in: sent twice, it counts once
	Code     string // what was typed
	Choices  []voteChoice
	Words    string
	Wrong    map[string]string // why a field was not taken
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

// showVote shows what is decided on, and how to vote; it changes nothing.
func (b *Board) showVote(w http.ResponseWriter, r *http.Request) {
	link, err := b.voteOf(r)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	v, err := b.Access.ReadVote(r.Context(), link)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	q := r.URL.Query()
	page := b.votePage(r, v)
	page.Asked = q.Has(askedQuery)
	page.Lead = voteLead(v, q.Has(castQuery), page.Asked)
	b.showVotePage(w, r, http.StatusOK, v, page)
}

// takeVote mails a code, or takes a vote with one.
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
	here := "/vote/" + r.PathValue("token")
	if r.PostForm.Get(fieldDo) == doCode {
		if _, err := b.Access.MailCode(r.Context(), link); err != nil {
			b.shut(w, r, err)
			return
		}
		http.Redirect(w, r, here+"?"+askedQuery+"=1", http.StatusSeeOther) //nolint:gosec // a path of this host, and voteOf knows the token
		return
	}
	v, err := b.Access.ReadVote(r.Context(), link) // and who is no longer to vote learns it
	if err != nil {
		b.shut(w, r, err)
		return
	}
	in := release.Intent{By: link.Person}
	if key := keyOf(r.PostForm); key != "" {
		in.Key = "vote-link/" + key
	}
	page := b.votePage(r, v)
	page.Asked, page.Code, page.Words = true, r.PostForm.Get(release.FieldCode), strings.ReplaceAll(r.PostForm.Get(release.FieldReason), "\r\n", "\n")
	choice := release.Choice(r.PostForm.Get(fieldChoice))
	page.Choices = voteChoices(choice)
	_, err = b.Access.CastByCode(r.Context(), in, link.Ballot, page.Code, choice, page.Words)
	refusal, refused := release.AsRefusal(err)
	switch {
	case err == nil || (refused && refusal.Code == release.CodeHandled):
		http.Redirect(w, r, here+"?"+castQuery+"=1", http.StatusSeeOther) //nolint:gosec // the same
	case refused:
		page.Lead = templates.Callout{Tone: templates.Bad, Label: refusal.What, Text: refusal.Why + " " + refusal.Next}
		page.Wrong = map[string]string{}
		for _, f := range refusal.Fields {
			page.Wrong[f.Field] = f.Why
		}
		b.showVotePage(w, r, http.StatusUnprocessableEntity, v, page)
	default:
		b.shut(w, r, err)
	}
}

func (b *Board) showVotePage(w http.ResponseWriter, r *http.Request, status int, v release.VoteView, page votePage) {
	b.show(w, r, status, visitor{programme: v.Programme}, "vote", templates.Site{
		Kicker: v.Ballot.Purpose.String(), Title: v.RFC.Name() + ": " + v.RFC.Content.Title, Data: page,
	})
}

// votePage shows what is decided on: enough to know what it is, with its digest and
// the way to all the rest.
func (b *Board) votePage(r *http.Request, v release.VoteView) votePage {
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
		Key:      rand.Text(), Choices: voteChoices(""), Wrong: map[string]string{},
	}
	if v.Release != nil {
		page.Facts = append(page.Facts, templates.Fact{Label: "Release", Value: v.Release.Name() + ", " + v.Release.Title(p)})
		page.Link = templates.Link{Text: "Everything about " + v.Release.Name(), URL: "/releases/" + strings.TrimPrefix(v.Release.Name(), "REL-")}
	}
	if mine, ok := v.Mine(); ok {
		note := v.Seat.NameOf(mine.Person, p) + ", " + release.Instant(mine.At, loc) + roadNote(mine.Road)
		if mine.Words != "" {
			note += ": " + mine.Words
		}
		page.Facts = append(page.Facts, templates.Fact{Label: "Your seat's vote now", Value: mine.Choice.String(), Note: note})
	}
	if v.Running() {
		page.Action = "/vote/" + r.PathValue("token")
	}
	return page
}

// roadNote tells how a vote came, where that was not Slack.
func roadNote(road release.VoteRoad) string {
	if road == release.VotedByLink {
		return ", by link"
	}
	return ""
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
	case asked:
		return templates.Callout{
			Tone: templates.Act, Label: "A code is on its way to your mail.", Text: "Type it below with your vote. It is good for ten minutes from the moment it was sent.",
		}
	}
	return templates.Callout{
		Tone: templates.Act, Label: "The board waits for your vote.", Text: "To vote here, have a code sent to your mail: it shows that it is you. Nothing else is needed, and no account.",
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
