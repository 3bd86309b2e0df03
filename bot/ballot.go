package bot

import (
	"context"
	"slices"
	"strings"
	"sync"

	"gonogo.dev/release"
)

// voteOn casts a vote in the kind of ballot its command is for: the approval
// and the Go/No-Go are never one vote (T1). Without a choice, or without the
// words a choice needs, it opens a form.
func voteOn(purpose release.Purpose) func(context.Context, *Bot, Call) (reply, error) {
	return func(ctx context.Context, b *Bot, c Call) (reply, error) {
		number, rest, err := c.number()
		if err != nil {
			return reply{}, err
		}
		ballot, err := b.ballot(ctx, c, number)
		if err != nil {
			return reply{}, err
		}
		if ballot.Purpose != purpose {
			return reply{}, refuse(release.CodeState, "Your vote was not counted.", "The vote open on "+release.RFCName(number)+" is its "+ballot.Purpose.String()+".",
				"Write `"+voteCommand(ballot.Purpose)+" vote "+itoa(number)+" …` to vote in it.")
		}
		var choice release.Choice
		switch {
		case c.submitted():
			choice, rest = release.Choice(c.form.choice(blockChoice)), c.form.text(release.FieldReason)
		case rest != "":
			if choice, rest, err = choiceOf(rest); err != nil {
				return reply{}, err
			}
		}
		if !c.submitted() && (choice == "" || (rest == "" && (choice == release.VoteNoGo || choice == release.VoteConditional))) {
			return b.askVote(ctx, c, ballot, choice)
		}
		vote, err := b.desk.Cast(ctx, c.Intent(), ballot.ID, choice, rest)
		if err != nil {
			return reply{}, err
		}
		return reply{page: b.votePage(c, ballot, vote), wrote: true}, nil
	}
}

// askVote opens the vote's form for whoever has a seat, while it is open.
func (b *Bot) askVote(ctx context.Context, c Call, ballot release.Ballot, choice release.Choice) (reply, error) {
	s, err := b.desk.Read(ctx, c.By.ID, ballot.RFC)
	if err != nil {
		return reply{}, err
	}
	if open, ok := s.Open(); !ok || open.ID != ballot.ID {
		return reply{}, refuse(release.CodeState, "Your vote was not counted.", "That vote is closed; "+s.RFC.Name()+" is "+s.RFC.State.String()+".", "Use the newest card of the RFC.")
	}
	seat, ok := ballot.SeatOf(c.By.ID)
	if !ok {
		return reply{}, refuse(release.CodeForbidden, "You have no seat in this vote.", "Its seats were frozen when it opened.",
			"Ask somebody who sits to speak for your concern; the card names them.")
	}
	return reply{modal: b.voteForm(c, ballot, seat, choice)}, nil
}

// votePage says exactly what was recorded.
func (b *Bot) votePage(c Call, ballot release.Ballot, v release.Vote) *page {
	seat, _ := ballot.SeatOf(v.Person)
	p := newPage("Vote recorded", b.banner).say(line{
		bold("Recorded: " + v.Choice.String()), words(" on " + release.RFCName(ballot.RFC) + ", " + ballot.Purpose.String() + ", for the seat " + seat.Label(c.Programme) + "."),
	})
	if v.Words != "" {
		p.say(line{bold("In your words: "), words(clip(v.Words, 1600))})
	}
	return p.say(said("You can change it until the vote closes, at the latest " + release.Instant(ballot.Deadline, c.Programme.Location()) + "."))
}

// ballot returns the vote a call is about. A button names the ballot it was
// shown for, and what is frozen of that is remembered: whether it is still open
// is the Desk's to say. What was typed means the vote that is open now.
func (b *Bot) ballot(ctx context.Context, c Call, number int) (release.Ballot, error) {
	if known, ok := b.frozen.get(c.Ballot); ok && known.RFC == number {
		return known, nil
	}
	s, err := b.desk.Read(ctx, c.By.ID, number)
	if err != nil {
		return release.Ballot{}, err
	}
	for _, x := range s.Ballots {
		b.frozen.put(x)
	}
	if c.Ballot != 0 {
		i := slices.IndexFunc(s.Ballots, func(x release.Ballot) bool { return x.ID == c.Ballot })
		if i < 0 {
			return release.Ballot{}, refuse(release.CodeNotFound, "Your vote was not counted.", "There is no such vote on "+s.RFC.Name()+".", "Use the newest card of the RFC.")
		}
		return s.Ballots[i], nil
	}
	open, ok := s.Open()
	if !ok {
		return release.Ballot{}, refuse(release.CodeState, "No vote is open on "+s.RFC.Name()+".", "It is "+s.RFC.State.String()+".", nextStep(s.RFC))
	}
	return open, nil
}

func nextStep(r release.RFC) string {
	n := itoa(r.Number)
	switch r.State {
	case release.Approved, release.NoGo:
		return "`/gonogo open " + n + "` opens the deployment Go/No-Go."
	case release.Undecided:
		return "`/rfc ask " + n + "` opens the approval vote again."
	case release.Rejected:
		return "`/rfc edit " + n + "` changes it, so that it can be decided on again."
	case release.Draft:
		return "`/rfc edit " + n + "` opens the draft; raise it from there."
	case release.Raised, release.InGoNoGo, release.Go, release.Withdrawn:
	}
	return "`/rfc show " + n + "` shows where it stands."
}

func voteCommand(p release.Purpose) string {
	if p == release.Approval {
		return "/rfc"
	}
	return "/gonogo"
}

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
	if planned >= 0 {
		number, err = b.approvedOf(ctx, c, c.Programme.Roadmap[planned].ID)
	} else {
		number, rest, err = numberOf(c.Args)
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
		ballotPart(p, s, s.Ballots[0], c.now)
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
	if err != nil {
		return reply{}, err
	}
	p := newPage("Vote closed", b.banner).say(line{
		bold("The " + closed.Purpose.String() + " on " + s.RFC.Name() + " is closed: " + closed.Outcome.String() + "."),
		words(" " + tallyWords(closed.Tally(), c.Programme) + "."),
	})
	return reply{page: p, wrote: true}, nil
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

// frozen remembers what never changes of a ballot once it is open: its seats,
// its deadline, its purpose. The vote path reads nothing else.
type frozen struct {
	mu   sync.Mutex
	all  map[int64]release.Ballot
	most int
}

func (f *frozen) get(id int64) (release.Ballot, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	b, ok := f.all[id]
	return b, ok
}

func (f *frozen) put(b release.Ballot) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.all) >= f.most {
		clear(f.all)
	}
	f.all[b.ID] = release.Ballot{ID: b.ID, RFC: b.RFC, Purpose: b.Purpose, Seats: b.Seats, Deadline: b.Deadline, Raiser: b.Raiser}
}
