package bot

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// ballotPart shows a vote seat by seat: who sits there, what was said, who is
// still missing, and how it ended.
func ballotPart(p *page, s release.Story, b release.Ballot) {
	head := line{bold(b.Purpose.String() + ": ")}
	if b.State == release.BallotOpen {
		head = with(head, words(heardWords(b, b.Tally())+"."))
	} else {
		head = with(head, words(endWords(b, s.Programme, cardPassage)))
	}
	p.say(head)
	most := min(cardBallot/max(len(b.Seats), 1), 420)
	seatPart(p, b, s.Programme, most)
}

// waitLine goes on to say when an open vote ends: at its deadline, or, when every seat is
// heard, as soon as the rules let it (T24).
func waitLine(b release.Ballot, p *release.Programme, now time.Time) line {
	loc := p.Location()
	heard := ". All " + itoa(len(b.Seats)) + " seats are heard; "
	if len(b.Seats) == 1 {
		heard = ". Its one seat is heard; "
	}
	settled := b
	settled.MinimumUntil = now
	switch {
	case len(b.Tally().Silent) > 0:
		return with(said("; ends "+at(b.Deadline, now, loc)), forYou(b.Deadline)...)
	case !settled.Settled(now):
		return with(said(heard+"the chair decides on the No-Go; ends "+at(b.Deadline, now, loc)), forYou(b.Deadline)...)
	case now.Before(b.MinimumUntil):
		return with(said(heard+"it closes at "+at(b.MinimumUntil, now, loc)+" at the earliest"), forYou(b.MinimumUntil)...)
	}
	return said(heard + "it closes in a moment")
}

// countWords counts what was said: "2 Go, 1 No-Go, 2 not heard".
func countWords(b release.Ballot, t release.Tally) string {
	conditional := 0
	for _, seat := range t.Go {
		if v, _ := b.Standing(seat.Key); v.Choice == release.VoteConditional {
			conditional++
		}
	}
	var parts []string
	add := func(n int, what string) {
		if n > 0 {
			parts = append(parts, itoa(n)+" "+what)
		}
	}
	add(len(t.Go)-conditional, "Go")
	add(conditional, "Go with conditions")
	add(len(t.NoGo), "No-Go")
	add(len(t.Abstain), "Abstain")
	add(len(t.Silent), "not heard")
	return strings.Join(parts, ", ")
}

// seatPart shows each seat within most characters. In words the seats are
// grouped by what they said, then follow the reasons.
func seatPart(p *page, b release.Ballot, programme *release.Programme, most int) {
	var lines []line
	for _, seat := range inOrder(b) {
		lines = append(lines, seatLine(b, seat, programme, most))
	}
	p.bullets(lines...)
	p.speak(clip(tallyWords(b.Tally(), programme), 1600) + ".")
	for _, seat := range b.Seats {
		v, spoke := b.Standing(seat.Key)
		if before, voted := spokeBefore(b, seat); voted && !spoke && b.State == release.BallotOpen {
			p.spoken = append(p.spoken, spoken{text: seat.Label(programme) + " said " + before.Choice.String() + " last time.", long: true})
		}
		if spoke && v.Words != "" {
			p.spoken = append(p.spoken, spoken{text: seat.Label(programme) + " said " + v.Choice.String() + ": " + oneLine(v.Words), long: true})
		}
	}
}

// inOrder returns the seats as they are read: in an open vote those that are
// still missing first, the mandatory ones before the others.
func inOrder(b release.Ballot) []release.Seat {
	if b.State != release.BallotOpen {
		return b.Seats
	}
	t := b.Tally()
	optional := slices.DeleteFunc(slices.Clone(t.Silent), func(s release.Seat) bool { return s.Mandatory })
	heard := slices.DeleteFunc(slices.Clone(b.Seats), func(s release.Seat) bool { _, spoke := b.Standing(s.Key); return !spoke })
	return slices.Concat(t.MissingMandatory(), optional, heard)
}

func heardWords(b release.Ballot, t release.Tally) string {
	text := fmt.Sprintf("%d of %s heard", len(b.Seats)-len(t.Silent), count(len(b.Seats), "seat", "seats"))
	if n := len(t.MissingMandatory()); n > 0 {
		text += ", " + itoa(n) + " mandatory still missing"
	}
	if t.Quorum > 0 {
		text += ", quorum " + itoa(t.Quorum)
	}
	return text
}

// endWords tells how a vote that is over ended.
func endWords(b release.Ballot, p *release.Programme, most int) string {
	closed := release.Instant(b.ClosedAt, p.Location())
	switch {
	case b.State == release.BallotVoid:
		return "void since " + closed + ". " + sentence(clip(oneLine(b.VoidReason), most))
	case b.OverrideReason != "":
		return b.Outcome.String() + " " + closedBy(b, p) + ", " + closed + ", against a No-Go. Reason: " + sentence(clip(oneLine(b.OverrideReason), most))
	}
	return b.Outcome.String() + ", closed " + closedBy(b, p) + ", " + closed + ". " + b.Tally().Why
}

// closedBy says what closed a vote: a person, the deadline, or its last voter.
func closedBy(b release.Ballot, p *release.Programme) string {
	switch {
	case b.OverrideReason != "":
		return "by override of " + clip(p.NameOf(b.ClosedBy), cardName)
	case b.ClosedBy != release.Clockwork:
		return "by " + clip(p.NameOf(b.ClosedBy), cardName)
	case b.ClosedAt.Before(b.Deadline):
		return "as every seat had spoken"
	}
	return "at the deadline"
}

// seatLine shows one seat within most characters, what it said first.
func seatLine(b release.Ballot, seat release.Seat, p *release.Programme, most int) line {
	name := clip(seat.Label(p), min(90, most/3))
	var marks []string
	if seat.Chair {
		marks = append(marks, "chair")
	}
	if !seat.Mandatory {
		marks = append(marks, "optional")
	}
	switch {
	case seat.Why != "":
		marks = append(marks, "escalated: "+strings.TrimSuffix(clip(seat.Why, min(160, most)), "."))
	case seat.Escalated:
		marks = append(marks, "escalated")
	}
	if len(marks) > 0 {
		name += " (" + strings.Join(marks, ", ") + ")"
	}
	v, spoke := b.Standing(seat.Key)
	if !spoke {
		missing := "… not heard yet"
		if b.State != release.BallotOpen {
			missing = "… not heard"
		}
		l := line{bold(missing), words(" · " + name + " · " + listed(holderNames(seat, p), min(120, most/3)))}
		if before, voted := spokeBefore(b, seat); voted && b.State == release.BallotOpen {
			l = with(l, words(" · last time: "+before.Choice.String()))
		}
		return l
	}
	l := line{bold(mark(v.Choice) + " " + v.Choice.String()), words(" · " + name + " · " + clip(seat.NameOf(v.Person, p), min(90, most/4)) + roadMark(v))}
	if room := most - units(l.text()) - 4; v.Words != "" && room > 10 {
		l = with(l, words(": “"+clip(oneLine(v.Words), room)+"”"))
	}
	return l
}

// roadMark tells how a vote came that took more than a press in Slack (M17, M18).
func roadMark(v release.Vote) string {
	return map[release.VoteRoad]string{release.VotedByLink: " (by link)", release.VotedWithCode: " (with a code)"}[v.Road]
}

func holderNames(seat release.Seat, p *release.Programme) []string {
	var names []string
	for _, id := range seat.Holders {
		names = append(names, seat.NameOf(id, p))
	}
	return names
}

// mark is a sign beside the words of a choice, never instead of them.
func mark(c release.Choice) string {
	switch c {
	case release.VoteGo:
		return "✓"
	case release.VoteConditional:
		return "◑"
	case release.VoteNoGo:
		return "✗"
	case release.VoteAbstain:
	}
	return "–"
}

// tallyWords says who said what, grouped: "Go: A; B. Not heard: C".
func tallyWords(t release.Tally, p *release.Programme) string {
	var parts []string
	add := func(what string, seats []release.Seat) {
		if len(seats) == 0 {
			return
		}
		var names []string
		for _, s := range seats {
			names = append(names, clip(s.Label(p), cardName))
		}
		parts = append(parts, what+": "+listedBy(names, "; ", cardList))
	}
	add("No-Go", t.NoGo)
	add("Go", t.Go)
	add("Abstain", t.Abstain)
	add("Not heard", t.Silent)
	return strings.Join(parts, ". ")
}

// voteButtons are the four choices; each says which vote it was shown for.
func voteButtons(b release.Ballot) []*slack.ButtonBlockElement {
	command := voteCommand(b.Purpose)[1:]
	name := release.RFCName(b.RFC)
	var all []*slack.ButtonBlockElement
	for _, c := range release.Choices() {
		x := button(command+".vote."+string(c), fmt.Sprintf("vote %d %s @%d", b.RFC, c, b.ID), c.String(), "Vote "+c.String()+" on "+name)
		switch c {
		case release.VoteGo:
			x = x.WithStyle(slack.StylePrimary)
		case release.VoteNoGo:
			x = x.WithStyle(slack.StyleDanger)
		case release.VoteConditional, release.VoteAbstain:
		}
		all = append(all, x)
	}
	return all
}
