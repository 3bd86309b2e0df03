package bot

import (
	"gonogo.dev/release"
)

// noticePage shows what happened, as it was when it happened: an event carries
// its own snapshot, so that a late retry says nothing newer.
func noticePage(n release.Notice, programme *release.Programme, banner string) *page {
	e := n.Event
	s := release.Story{Programme: programme, RFC: e.RFC}
	if e.Ballot != nil {
		s.Ballots = []release.Ballot{*e.Ballot}
	}
	p := newPage(e.RFC.Name(), banner)
	by := clip(programme.NameOf(e.By), cardName)
	name := e.RFC.Name()
	if n.Road == release.ByDirect {
		name += " · " + clip(oneLine(e.RFC.Content.Title), 240)
	}
	switch e.Kind {
	case release.NoticeRaised:
		raisedPage(p, s, e, name, by)
	case release.NoticeOpened:
		p.say(line{bold("Go/No-Go open"), words(" on " + name + ", by " + by + ".")}, endLine(s))
	case release.NoticeEdited:
		editedPage(p, s, e, name, by)
	case release.NoticeWithdrawn:
		p.say(line{bold("Withdrawn"), words(": " + name + ", by " + by + ".")}).passage("Reason", e.Reason, 2*release.MaxText)
	case release.NoticeDecided, release.NoticeOutcome:
		outcomePage(p, s, name)
	case release.NoticeReminder:
		reminderPage(p, s, name)
	case release.NoticeCondition:
		p.say(line{bold("Condition met"), words(" on " + name + ", shown by " + by + ".")}).passage("Evidence", e.Reason, 2*release.MaxText)
	case release.NoticeReport, release.NoticeDigest:
		p.say(said(name))
	}
	if n.Road == release.ByDirect && e.Kind != release.NoticeReminder {
		p.buttons(opener(e.RFC))
	}
	return p
}

func raisedPage(p *page, s release.Story, e release.Event, name, by string) {
	if e.Again {
		p.say(line{bold("Asked again"), words(": the approval vote on " + name + " is open once more, by " + by + ".")}, endLine(s))
		return
	}
	p.say(line{bold("Raised"), words(": " + name + ", by " + by + ". The approval vote is open.")}, endLine(s))
}

// endLine says who is asked and until when.
func endLine(s release.Story) line {
	if len(s.Ballots) == 0 {
		return nil
	}
	b := s.Ballots[0]
	l := said(count(len(b.Seats), "seat is", "seats are") + " asked, until " + release.Instant(b.Deadline, s.Programme.Location()))
	return with(with(l, forYou(b.Deadline)...), words("."))
}

// editedPage shows each difference, before and after.
func editedPage(p *page, s release.Story, e release.Event, name, by string) {
	p.say(line{bold("Changed"), words(": " + name + ", by " + by + ". What was decided or voted on the older version no longer counts.")}, endLine(s))
	const most = 7000
	share := most / max(2*len(e.Changes), 1)
	var lines []line
	for _, c := range e.Changes {
		lines = append(lines, line{
			bold(c.Field + ": "), words(clip(orNothing(oneLine(c.Before)), share)), bold(" → "), words(clip(orNothing(oneLine(c.After)), share)),
		})
	}
	p.list(lines...)
}

func orNothing(s string) string {
	if s == "" {
		return "(nothing)"
	}
	return s
}

// outcomePage publishes a decision with everything it rests on: the count, each
// seat, the rule, the conditions, an override (M2).
func outcomePage(p *page, s release.Story, name string) {
	if len(s.Ballots) == 0 {
		p.say(line{bold("Decided"), words(": " + name + " is " + s.RFC.State.String() + ".")})
		return
	}
	b := s.Ballots[0]
	t := b.Tally()
	p.say(
		line{bold(b.Purpose.String() + ": " + b.Outcome.String()), words(" for " + name + ".")},
		said(capital(endWords(b, s.Programme, 2*release.MaxText))),
		said(itoa(len(t.Go))+" Go, "+itoa(len(t.NoGo))+" No-Go, "+itoa(len(t.Abstain))+" Abstain, "+itoa(len(t.Silent))+" not heard."),
	)
	most := min(cardBallot/max(len(b.Seats), 1), 600)
	seatPart(p, b, s.Programme, most)
	if b.Outcome == release.OutcomeGo && t.Conditional {
		p.say(said("The conditions are to be shown met before the deployment."))
	}
}

// reminderPage asks a silent seat, with the choices at hand.
func reminderPage(p *page, s release.Story, name string) {
	if len(s.Ballots) == 0 {
		p.say(line{bold("Your vote is missing"), words(" on " + name + ".")})
		return
	}
	b := s.Ballots[0]
	p.say(
		line{bold("Your vote is missing"), words(" on " + name + ", " + b.Purpose.String() + ".")},
		with(with(said("It ends "+release.Instant(b.Deadline, s.Programme.Location())), forYou(b.Deadline)...), words(". Silence is never consent.")),
	)
	p.buttons(append(voteButtons(b), opener(s.RFC))...)
}
