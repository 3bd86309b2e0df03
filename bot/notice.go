package bot

import (
	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// noticePage shows what happened, as it was when it happened: an event carries
// its own snapshot, so that a late retry says nothing newer.
func noticePage(n release.Notice, programme *release.Programme, banner string) *page {
	if p := otherNotice(n, programme, banner); p != nil {
		return p
	}
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
	rfcNotice(p, n, s, name, by)
	if n.Road == release.ByDirect && e.Kind != release.NoticeReminder {
		var next *slack.ButtonBlockElement
		if e.Kind == release.NoticeDecided && e.RFC.State == release.Approved {
			next = goNoGoButton(e.RFC)
		}
		p.buttons(next, opener(e.RFC))
	}
	return p
}

// otherNotice shows what is not about an RFC; nil for what is.
func otherNotice(n release.Notice, programme *release.Programme, banner string) *page {
	if n.Event.Meeting != nil {
		return meetingNotice(n, programme, banner)
	}
	if p := operationNotice(n, programme, banner); p != nil {
		return p
	}
	if p := debtNotice(n, programme, banner); p != nil {
		return p
	}
	if p := noteNotice(n, programme, banner); p != nil {
		return p
	}
	if p := reviewNotice(n, programme, banner); p != nil {
		return p
	}
	if p := rolloutNotice(n, programme, banner); p != nil {
		return p
	}
	if p := closureNotice(n, programme, banner); p != nil {
		return p
	}
	if p := communicationNotice(n, programme, banner); p != nil {
		return p
	}
	if p := releaseNotice(n, programme, banner); p != nil {
		return p
	}
	if n.Event.Delegation != nil {
		return delegationNotice(*n.Event.Delegation, n, programme, banner)
	}
	return nil
}

// rfcNotice tells what happened to an RFC.
func rfcNotice(p *page, n release.Notice, s release.Story, name, by string) {
	e := n.Event
	switch e.Kind {
	case release.NoticeRaised:
		raisedPage(p, s, e, name, by)
	case release.NoticeOpened:
		what := "Go/No-Go open"
		if e.Ballot != nil && e.Ballot.Purpose == release.ProgrammeGate {
			what = "Programme Go/No-Go open"
		}
		if e.Ballot != nil && e.Ballot.Purpose == release.Closure {
			what = "Closure approval open"
		}
		p.say(line{bold(what), words(" on " + name + ", by " + by + ".")}, endLine(s))
	case release.NoticeEdited:
		editedPage(p, s, e, name, by)
	case release.NoticeWithdrawn:
		p.say(line{bold("Withdrawn"), words(": " + name + ", by " + by + ".")}).passage("Reason", e.Reason, 2*release.MaxText)
	case release.NoticeDecided, release.NoticeOutcome:
		outcomePage(p, n, s)
	case release.NoticeReminder:
		reminderPage(p, s, name)
	case release.NoticeCondition:
		p.say(line{bold("Condition met"), words(" on " + name + ", shown by " + by + ".")}).passage("Evidence", e.Reason, 2*release.MaxText)
	case release.NoticeFreeze:
		freezePage(p, e, s.Programme, name)
	default: // told elsewhere
		p.say(said(name))
	}
}

func raisedPage(p *page, s release.Story, e release.Event, name, by string) {
	if e.Again {
		p.say(line{bold("Asked again"), words(": the approval vote on " + name + " is open once more, by " + by + ".")}, endLine(s))
		return
	}
	if e.Ballot == nil && e.Release != nil {
		p.say(line{bold("Raised"), words(": " + name + ", by " + by + ". The approval vote opens when " + e.Release.Name() + ", " + clip(e.Release.Title(s.Programme), 200) + ", is prepared.")})
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
	switch {
	case e.Again:
		p.say(line{bold("Changed"), words(": " + name + ", by " + by + ". What was decided or voted on the older version no longer counts.")}, endLine(s))
	case e.Ballot != nil:
		p.say(line{bold("Changed in words"), words(": " + name + ", by " + by + ". What is decided on is the same, so the vote goes on.")}, endLine(s))
	case s.RFC.State == release.InPreparation:
		p.say(line{bold("Changed"), words(": " + name + ", by " + by + ". Its approval vote opens when its release is prepared.")})
	default:
		p.say(line{bold("Changed in words"), words(": " + name + ", by " + by + ". What was decided on is the same, so the decision stands.")})
	}
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
// seat, the rule, the conditions, an override (M2). The requester, who gets it
// directly, is told the next step.
func outcomePage(p *page, n release.Notice, s release.Story) {
	if len(s.Ballots) == 0 {
		p.say(line{bold("Decided"), words(": " + s.RFC.Name() + " is " + s.RFC.State.String() + ".")})
		return
	}
	b := s.Ballots[0]
	t := b.Tally()
	p.say(line{bold(s.RFC.Name() + " " + outcomeWords(b)), words(" (" + b.Purpose.String() + ": " + b.Outcome.String() + "). " + closedWords(b, s.Programme))})
	if n.Road == release.ByDirect {
		p.say(said(clip(oneLine(s.RFC.Content.Title), 240)))
	}
	if b.OverrideReason == "" {
		p.say(said(t.Why))
	} else {
		p.passage("Reason of the override", b.OverrideReason, 2*release.MaxText)
	}
	p.say(line{bold(countWords(b, t) + ".")})
	most := min(cardBallot/max(len(b.Seats), 1), 600)
	seatPart(p, b, s.Programme, most)
	if b.Outcome == release.OutcomeGo && t.Conditional {
		p.say(said("The conditions are to be shown met before the deployment."))
	}
	if n.Road == release.ByDirect && s.RFC.State == release.Approved {
		p.say(line{bold("Next: "), words("open its deployment Go/No-Go, when everything is ready for it.")})
	}
}

// outcomeWords say what a decision means for an RFC.
func outcomeWords(b release.Ballot) string {
	words := map[release.Purpose]map[release.Outcome]string{
		release.Approval:      {release.OutcomeGo: "is approved", release.OutcomeNoGo: "is rejected"},
		release.ProgrammeGate: {release.OutcomeGo: "has the programme's Go", release.OutcomeNoGo: "has the programme's No-Go"},
		release.Deployment:    {release.OutcomeGo: "is cleared for its deployment", release.OutcomeNoGo: "is not cleared for its deployment"},
		release.Closure:       {release.OutcomeGo: "is closed", release.OutcomeNoGo: "is not closed"},
	}[b.Purpose][b.Outcome]
	if words == "" {
		return "is not decided"
	}
	return words
}

// closedWords say when a vote closed and by what, as it was told just then.
func closedWords(b release.Ballot, p *release.Programme) string {
	when := at(b.ClosedAt, b.ClosedAt, p.Location())
	switch {
	case b.OverrideReason != "":
		return "It was closed at " + when + " " + closedBy(b, p) + ", against a No-Go."
	case b.ClosedBy != release.Clockwork:
		return "It was closed at " + when + " " + closedBy(b, p) + "."
	case b.ClosedAt.Before(b.Deadline):
		return "It closed at " + when + " " + closedBy(b, p) + "."
	}
	return "It closed " + closedBy(b, p) + ", " + when + "."
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
