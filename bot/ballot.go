package bot

import (
	"context"
	"slices"
	"sync"

	"gonogo.dev/release"
)

// voteOn casts a vote in the kind of ballot its command is for: the approval
// and the Go/No-Gos are never one vote (T1). Without a choice, or without the
// words a choice needs, it opens a form.
func voteOn(purpose release.Purpose) func(context.Context, *Bot, Call) (reply, error) {
	return func(ctx context.Context, b *Bot, c Call) (reply, error) {
		if c.submitted() && c.meta.Pass != 0 {
			return b.castByCode(ctx, c)
		}
		return b.voteIn(ctx, c, purpose)
	}
}

// voteIn casts what a command or a form says.
func (b *Bot) voteIn(ctx context.Context, c Call, purpose release.Purpose) (reply, error) {
	number, rest, err := c.number()
	if err != nil {
		return reply{}, err
	}
	choice, words, err := c.choice(rest)
	if err != nil {
		return reply{}, err
	}
	whole := c.submitted() || (choice != "" && (words != "" || !needsWords(choice)))
	if known, ok := b.frozen.openOn(number, purpose); ok && whole && c.Ballot == 0 {
		answer, err := b.cast(ctx, c, known, choice, words)
		if r, refused := release.AsRefusal(err); !refused || r.Code != release.CodeState {
			return answer, err
		}
	}
	ballot, err := b.ballot(ctx, c, number)
	if err != nil {
		return reply{}, err
	}
	if voteCommand(ballot.Purpose) != voteCommand(purpose) {
		return reply{}, refuse(release.CodeState, "Your vote was not counted.", "The vote open on "+release.RFCName(number)+" is its "+ballot.Purpose.String()+".",
			"Write `"+voteCommand(ballot.Purpose)+" vote "+itoa(number)+" …` to vote in it.")
	}
	if !whole {
		return b.askVote(ctx, c, ballot, choice)
	}
	return b.cast(ctx, c, ballot, choice, words)
}

// choice reads what a call says: from its form, or from what was typed.
func (c Call) choice(typed string) (choice release.Choice, words string, err error) {
	switch {
	case c.submitted() && c.meta.Choice != "":
		return c.meta.Choice, c.form.text(release.FieldReason), nil
	case c.submitted():
		return release.Choice(c.form.choice(blockChoice)), c.form.text(release.FieldReason), nil
	case typed != "":
		return choiceOf(typed)
	}
	return "", "", nil
}

func needsWords(c release.Choice) bool { return c == release.VoteNoGo || c == release.VoteConditional }

func (b *Bot) cast(ctx context.Context, c Call, ballot release.Ballot, choice release.Choice, words string) (reply, error) {
	vote, err := b.desk.Cast(ctx, c.Intent(), ballot.ID, choice, words)
	r, refused := release.AsRefusal(err)
	switch {
	case refused && r.Code == release.CodeForbidden:
		named := *r
		named.Next = whoSits(c, ballot)
		return reply{}, &named
	case refused && r.Code == release.CodeProof:
		return b.askCode(ctx, c, ballot, release.Decision{Choice: choice, Words: words})
	case err != nil:
		return reply{}, err
	}
	return reply{page: b.votePage(c, ballot, vote), wrote: true, quiet: true, aside: true}, nil
}

// whoSits names whom a person without a seat can ask to speak for them: those
// who sit for their own parties, otherwise whoever sits.
func whoSits(c Call, ballot release.Ballot) string {
	const most = 5
	var own, others []string
	for _, seat := range ballot.Seats {
		for _, id := range seat.Holders {
			name := clip(seat.NameOf(id, c.Programme), cardName)
			if slices.Contains(c.By.Parties(), seat.Party) {
				own = append(own, name)
			} else {
				others = append(others, name)
			}
		}
	}
	if len(own) == 0 {
		own = others
	}
	return "Ask somebody who sits to speak for your concern: " + joined(own[:min(len(own), most)]) + "."
}

// askVote opens the vote's form for whoever has a seat, while it is open.
func (b *Bot) askVote(ctx context.Context, c Call, ballot release.Ballot, choice release.Choice) (reply, error) {
	s, err := b.desk.Read(ctx, c.By.ID, ballot.RFC)
	if err != nil {
		return reply{}, err
	}
	open, ok := s.Open()
	if !ok || open.ID != ballot.ID {
		return reply{}, refuse(release.CodeState, "Your vote was not counted.", "That vote is closed; "+s.RFC.Name()+" is "+s.RFC.State.String()+".", "Use the newest card of the RFC.")
	}
	seat, ok := open.SeatOf(c.By.ID)
	if !ok {
		return reply{}, refuse(release.CodeForbidden, "You have no seat in this vote.", "Its seats were frozen when it opened.", whoSits(c, open))
	}
	form := b.voteForm(c, open, seat, choice)
	if len(s.Memories) > 0 {
		form.add(newPage("", "").say(memoryLines(s.Memories)...).blocks...)
	}
	return reply{modal: form}, nil
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
	b.frozen.isOpen(open)
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
	case release.InPreparation:
		return "`/release why " + r.Content.Release + "` lists what keeps its release from the board."
	case release.RolledBack:
		return "`/rfc edit " + n + "` gives it a new window; the board then decides again."
	case release.Raised, release.InGoNoGo, release.Go, release.Withdrawn, release.Deployed, release.Closed:
	}
	return "`/rfc show " + n + "` shows where it stands."
}

func voteCommand(p release.Purpose) string {
	if p == release.Approval {
		return "/rfc"
	}
	return "/gonogo"
}

// frozen remembers what never changes of a ballot once it is open: its seats,
// its deadline, its purpose. The vote path reads nothing else.
//
// It also remembers which ballot was last seen open on an RFC. That may be out
// of date; the Desk then refuses the vote and the RFC is read anew.
type frozen struct {
	mu   sync.Mutex
	all  map[int64]release.Ballot
	open map[int]int64
	most int
}

func (f *frozen) get(id int64) (release.Ballot, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	b, ok := f.all[id]
	return b, ok
}

func (f *frozen) openOn(rfc int, purpose release.Purpose) (release.Ballot, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	b, ok := f.all[f.open[rfc]]
	return b, ok && voteCommand(b.Purpose) == voteCommand(purpose)
}

func (f *frozen) isOpen(b release.Ballot) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.open[b.RFC] = b.ID
}

func (f *frozen) put(b release.Ballot) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.all) >= f.most {
		clear(f.all)
		clear(f.open)
	}
	f.all[b.ID] = release.Ballot{ID: b.ID, RFC: b.RFC, Purpose: b.Purpose, Seats: b.Seats, Deadline: b.Deadline, Raiser: b.Raiser}
}
