package reports

import (
	"context"
	"fmt"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Passes makes what opens a pass, when the mail that carries it is written.
type Passes interface {
	ArmPass(ctx context.Context, id int64) (release.Pass, string, error)
}

// WithPasses has the post write mails with one-time links and codes.
func (p *Post) WithPasses(x Passes) *Post {
	p.passes = x
	return p
}

// letter writes a notice. What opens a pass is made here and stands nowhere else: a
// mail that is written again after a fault carries another one, and the one before
// opens nothing.
func (p *Post) letter(ctx context.Context, programme *release.Programme, n release.Notice) (letter, error) {
	if n.Event.Pass == 0 {
		return p.letterhead.notice(programme, n)
	}
	to, err := addressee(programme, n.To)
	if err != nil {
		return letter{}, err
	}
	if p.passes == nil {
		return letter{}, fmt.Errorf("nobody makes passes: %w", release.ErrGivenUp)
	}
	pass, secret, err := p.passes.ArmPass(ctx, n.Event.Pass)
	if err != nil {
		return letter{}, err
	}
	x := letter{key: n.Key, stream: "access", to: to, at: n.At}
	if n.Event.Kind == release.NoticeCode {
		decision, err := pass.Decision()
		if err != nil {
			return letter{}, fmt.Errorf("write the mail with code %d: %w", pass.ID, err)
		}
		x.subject, x.page = "Your code for "+n.Event.RFC.Name(), codeMail(programme, n, pass, decision, secret)
		return x, nil
	}
	x.subject, x.page = "Your way in", p.letterhead.wayIn(programme, pass, secret)
	return x, nil
}

const neverAsked = "You did not ask for it? Then somebody typed your address. Nothing happens as long as you pass it to nobody."

func (l Letterhead) wayIn(p *release.Programme, x release.Pass, token string) templates.Page {
	until := release.Instant(x.EndsAt, p.Location())
	return templates.Page{
		Kicker: "the board's pages", Title: "Your way in",
		Lead: templates.Callout{
			Tone: templates.Act, Label: "Open this link by " + until, Text: "It is yours alone and works once. Whoever comes in with it acts in your name, so pass it to nobody.",
		},
		Sections: []templates.Section{{Title: "If it does not work any more", Intro: "Ask for another one where you asked for this one; each lasts 15 minutes."}},
		Link:     templates.Link{Text: "Come in", URL: l.Links.Page("/in/" + token)},
		Footer:   []string{neverAsked, "gonogo never asks for a password, and nobody will ever ask you for this link."},
	}
}

// codeMail carries a code. It says what the code decides, for whom and on what, so
// that nobody is talked into one for something else (M17).
func codeMail(p *release.Programme, n release.Notice, x release.Pass, decision release.Decision, code string) templates.Page {
	e := n.Event
	facts := []templates.Fact{{Label: "You decide", Value: decision.String()}}
	if decision.Words != "" {
		facts = append(facts, templates.Fact{Label: "In your words", Value: decision.Words})
	}
	facts = append(facts, templates.Fact{Label: "On", Value: e.RFC.Name() + ", " + templates.OneLine(e.RFC.Content.Title)})
	if b := e.Ballot; b != nil {
		facts = append(facts, templates.Fact{Label: "Vote", Value: b.Purpose.String()})
		if seat, ok := b.SeatOf(n.To); ok {
			facts = append(facts, templates.Fact{Label: "For the seat", Value: seat.Label(p)})
		}
		facts = append(facts, templates.Fact{Label: "Decided on", Value: b.Digest})
	}
	return templates.Page{
		Kicker: "your decision", Title: "Your code for " + e.RFC.Name(),
		Lead: templates.Callout{
			Tone: templates.Act, Label: "Type it where you asked for it, by " + release.Instant(x.EndsAt, p.Location()),
			Text: "It counts for the decision below and for no other, once. Five wrong tries end it.",
		},
		Sections: []templates.Section{
			{Title: "Your code", Code: code, Large: true},
			{Title: "What it decides", Facts: facts},
		},
		Footer: []string{
			"Is that not what you decided, or did you ask for nothing? Then somebody else acts in your name: keep the code to yourself, and tell the programme's PMO.",
			"Nobody will ever ask you for this code.",
		},
	}
}

// voteLink is how somebody who sits in an open vote votes without Slack (M18); none
// for anybody else.
func (l Letterhead) voteLink(n release.Notice) templates.Link {
	return templates.Link{Text: "Vote on a page instead of in Slack", URL: l.Links.VoteURL(n.Event.Ballot, n.To)}
}
