package bot

import (
	"context"
	"slices"
	"strings"

	"gonogo.dev/release"
)

// ask opens the approval vote of an RFC again.
func ask(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, rest, err := c.number()
	if err != nil {
		return reply{}, err
	}
	deadline, err := release.ParseDeadline(rest, c.now, c.Programme.Location())
	if err != nil {
		return reply{}, err
	}
	opened, err := b.desk.AskAgain(ctx, c.Intent(), number, deadline)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.openedPage(c, opened), wrote: true}, nil
}

// openGoNoGo opens the deployment Go/No-Go of an RFC, or of the one approved
// RFC of a planned release.
func openGoNoGo(ctx context.Context, b *Bot, c Call) (reply, error) {
	word, rest := cutWord(c.Args)
	planned := slices.IndexFunc(c.Programme.Roadmap, func(r release.PlannedRelease) bool { return strings.EqualFold(r.ID, strings.Trim(word, "`")) })
	var number int
	var err error
	_, notRFC := release.ParseRFCName(strings.Trim(word, "`"))
	switch {
	case planned >= 0:
		number, err = b.approvedOf(ctx, c, c.Programme.Roadmap[planned].ID)
	case notRFC != nil && versionAmong(c.Args):
		number, rest, err = b.rfcOf(ctx, c)
	default:
		number, rest, err = c.number()
	}
	if err != nil {
		return reply{}, err
	}
	deadline, err := release.ParseDeadline(rest, c.now, c.Programme.Location())
	if err != nil {
		return reply{}, err
	}
	opened, err := b.desk.OpenGoNoGo(ctx, c.Intent(), number, deadline)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.openedPage(c, opened), wrote: true}, nil
}

// approvedOf returns the one RFC of a release that waits for its Go/No-Go.
func (b *Bot) approvedOf(ctx context.Context, c Call, id string) (int, error) {
	what := "No Go/No-Go was opened for " + id + "."
	all, err := b.desk.List(ctx, c.By.ID, release.RFCFilter{Release: id})
	if err != nil {
		return 0, err
	}
	var ready, names []string
	var number int
	for _, r := range all {
		if r.State == release.Draft || r.State == release.Withdrawn {
			continue
		}
		name := r.Name() + " (" + r.State.String() + ")"
		names = append(names, name)
		if r.State == release.Approved || r.State == release.NoGo {
			ready, number = append(ready, name), r.Number
		}
	}
	switch {
	case len(ready) == 1:
		return number, nil
	case len(ready) > 1:
		return 0, refuse(release.CodeInvalid, what, "Several of its RFCs are ready: "+listed(ready, 600)+".", "Name one: `/gonogo open "+itoa(number)+"`.")
	case len(names) > 0:
		return 0, refuse(release.CodeState, what, "None of its RFCs is approved and waiting: "+listed(names, 600)+".", "Have one approved first.")
	}
	return 0, refuse(release.CodeNotFound, what, "No RFC belongs to "+id+" yet.", "`/rfc raise` raises one.")
}

func (b *Bot) openedPage(c Call, opened release.Ballot) *page {
	return newPage("Vote open", b.banner).say(
		line{bold("The " + opened.Purpose.String() + " on " + release.RFCName(opened.RFC) + " is open.")},
		said(count(len(opened.Seats), "seat is", "seats are")+" asked; it ends "+release.Instant(opened.Deadline, c.Programme.Location())+", or earlier when everybody has spoken."),
	)
}

// status shows how an RFC's vote stands, or every open vote.
func status(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.Args != "" {
		number, _, err := c.number()
		if err != nil {
			return reply{}, err
		}
		s, err := b.desk.Read(ctx, c.By.ID, number)
		if err != nil {
			return reply{}, err
		}
		p := newPage(s.RFC.Name(), b.banner).heading(s.RFC.Name() + ": " + s.RFC.Content.Title)
		if len(s.Ballots) == 0 {
			return reply{page: p.say(said("No vote was ever opened on it."))}, nil
		}
		if open, ok := s.Open(); ok {
			p.say(with(with(line{bold(countWords(open, open.Tally()))}, waitLine(open, s.Programme, c.now)...), words(".")))
		}
		ballotPart(p, s, s.Ballots[0])
		return reply{page: p}, nil
	}
	stories, err := b.desk.OpenVotes(ctx)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Open votes", b.banner).heading("Open votes")
	if len(stories) == 0 {
		return reply{page: p.say(said("No vote is open."))}, nil
	}
	const most = 15
	for _, s := range stories[:min(len(stories), most)] {
		x := s.Ballots[0]
		p.row(s.RFC.Name()+" · "+clip(s.RFC.Content.Title, 240)+"\n"+x.Purpose.String()+": "+tallyWords(x.Tally(), c.Programme)+"; "+left(c.now, x.Deadline), opener(s.RFC))
	}
	if n := len(stories) - most; n > 0 {
		p.note("And " + itoa(n) + " more that end later.")
	}
	return reply{page: p}, nil
}

// closeVote closes the open vote on an RFC. When a No-Go stands that the chair
// may override, it asks first which of the two is meant.
func closeVote(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.submitted() && c.meta.Pass != 0 {
		return b.overrideByCode(ctx, c)
	}
	number, said, err := c.number()
	if err != nil {
		return reply{}, err
	}
	s, err := b.desk.Read(ctx, c.By.ID, number)
	if err != nil {
		return reply{}, err
	}
	open, ok := s.Open()
	if !ok || (c.Ballot != 0 && open.ID != c.Ballot) {
		return reply{}, refuse(release.CodeState, "Nothing was closed.", "That vote on "+s.RFC.Name()+" is not open.", nextStep(s.RFC))
	}
	if !c.submitted() && said == "" && overridable(c, open) {
		return reply{modal: b.closeForm(c, s.RFC, open)}, nil
	}
	override, err := overrideOf(c, said)
	if err != nil {
		return reply{}, err
	}
	closed, err := b.desk.Close(ctx, c.Intent(), open.ID, override)
	if r, refused := release.AsRefusal(err); refused && r.Code == release.CodeProof {
		return b.askCode(ctx, c, open, release.Decision{Override: true, Words: override})
	}
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.closedPage(c, closed), wrote: true}, nil
}

func (b *Bot) closedPage(c Call, closed release.Ballot) *page {
	return newPage("Vote closed", b.banner).say(line{
		bold("The " + closed.Purpose.String() + " on " + release.RFCName(closed.RFC) + " is closed: " + closed.Outcome.String() + "."),
		words(" " + tallyWords(closed.Tally(), c.Programme) + "."),
	})
}

// overridable tells whether the chair has a choice to make.
func overridable(c Call, b release.Ballot) bool {
	return b.Override && b.IsChair(c.By.ID) && !c.now.Before(b.MinimumUntil) && b.Tally().Outcome == release.OutcomeNoGo
}

// overrideOf is the reason of an override, from the form or as typed; none is
// an ordinary close.
func overrideOf(c Call, said string) (string, error) {
	if c.submitted() {
		if c.form.choice(blockChoice) != overrideIt {
			return "", nil
		}
		said = "override " + c.form.text(release.FieldReason)
	}
	word, rest := cutWord(said)
	if strings.EqualFold(strings.TrimRight(word, ":"), "override") {
		if rest == "" {
			return "", missingReason()
		}
		said = rest
	}
	return said, nil
}

func missingReason() *release.Refusal {
	why := "An override needs its reason in writing; it is shown for ever."
	r := refuse(release.CodeInvalid, "The vote stays open.", why, "Write the reason behind the word override.")
	r.Fields = []release.FieldProblem{{Field: release.FieldReason, Why: why}}
	return r
}
