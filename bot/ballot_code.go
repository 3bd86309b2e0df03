package bot

import (
	"context"

	"gonogo.dev/release"
)

// askCode has a code mailed for a decision that an open session of Slack does not
// prove, and opens the form that takes it (M17). Nothing is decided before.
func (b *Bot) askCode(ctx context.Context, c Call, ballot release.Ballot, x release.Decision) (reply, error) {
	pass, err := b.desk.AskCode(ctx, c.Intent(), ballot.ID, x)
	if err != nil {
		return reply{}, err
	}
	s, err := b.desk.Read(ctx, c.By.ID, ballot.RFC)
	if err != nil {
		return reply{}, err
	}
	for _, open := range s.Ballots { // whole: what was frozen of it is remembered without its digest
		if open.ID == ballot.ID {
			ballot = open
		}
	}
	return reply{modal: b.codeForm(c, s.RFC, ballot, pass, x)}, nil
}

// codeForm shows exactly what is about to be decided, by whom and on what, and asks
// for the code that was mailed for it.
func (b *Bot) codeForm(c Call, r release.RFC, ballot release.Ballot, pass release.Pass, x release.Decision) *view {
	verb := voteCommand(ballot.Purpose)[1:] + ".vote"
	if x.Override {
		verb = "gonogo.close"
	}
	m := meta{RFC: ballot.RFC, Ballot: ballot.ID, Pass: pass.ID, Home: c.where.home, Answer: c.where.responseURL, Asked: c.now.Unix()}
	if c.submitted() {
		m.Home, m.Answer, m.Asked = c.meta.Home, c.meta.Answer, c.meta.Asked
	}
	v := b.formView("Prove that it is you", "Confirm", verb, m)
	seat, _ := ballot.SeatOf(c.By.ID)
	p := newPage("", "").say(
		line{bold(x.String()), words(" on " + r.Name() + ": " + clip(oneLine(r.Content.Title), cardTitle))},
	)
	if x.Words != "" {
		p.say(line{bold("In your words: "), words(clip(x.Words, 1600))})
	}
	p.list(
		fact("Vote", ballot.Purpose.String()),
		fact("You decide as", seat.NameOf(c.By.ID, c.Programme)+", "+seat.Label(c.Programme)),
		fact("Decided on", ballot.Digest),
	)
	p.say(line{bold("Nothing is counted yet. "), words("A code is on its way to " + c.By.Mail + ". It is good for this decision alone, once, for ten minutes.")})
	v.add(p.blocks...)
	v.add(textInput(release.FieldCode, "The code from your mail", "Six digits.", "", codeLength, false, false))
	return v
}

// codeLength leaves room for the spaces that people type.
const codeLength = 12

// cardTitle is how much of a title a form shows.
const cardTitle = 200

func (c Call) byCode(ctx context.Context, b *Bot) (release.Decided, error) {
	return b.desk.DecideByCode(ctx, c.Intent(), release.VotedWithCode, c.meta.Pass, c.form.text(release.FieldCode))
}

// castByCode casts the vote that a code was asked for.
func (b *Bot) castByCode(ctx context.Context, c Call) (reply, error) {
	done, err := c.byCode(ctx, b)
	if err != nil {
		return reply{}, err
	}
	ballot, err := b.ballot(ctx, c, c.meta.RFC)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.votePage(c, ballot, done.Vote), wrote: true, quiet: true, aside: true}, nil
}

// overrideByCode closes a vote with the override that a code was asked for.
func (b *Bot) overrideByCode(ctx context.Context, c Call) (reply, error) {
	done, err := c.byCode(ctx, b)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.closedPage(c, done.Ballot), wrote: true}, nil
}
