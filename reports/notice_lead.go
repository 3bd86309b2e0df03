package reports

import (
	"fmt"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// lead tells the reader their part: what is asked of them, or that nothing is.
func (t telling) lead() templates.Callout {
	switch t.event.Kind {
	case release.NoticeReleaseBack:
		return nothing("What the board was shown is no longer there, so its votes and decisions no longer count. It is asked again once everything is shown once more.")
	case release.NoticeRaised, release.NoticeEdited, release.NoticeOpened, release.NoticeReminder:
		if t.event.Ballot == nil {
			return t.leadWaiting()
		}
		return t.leadOpen()
	case release.NoticeDecided, release.NoticeOutcome:
		return t.leadDecided()
	case release.NoticeStatus:
		return t.leadStatus()
	case release.NoticeDecide:
		return t.leadDecide()
	case release.NoticeClosed:
		return t.leadClosed()
	case release.NoticeSupport:
		return nothing("Its early life is over: what comes up from now on is a defect like any other.")
	case release.NoticeWithdrawn:
		return nothing("The change will not be made under this number, and no vote on it is open.")
	default:
		return nothing("")
	}
}

func nothing(text string) templates.Callout {
	return templates.Callout{Tone: templates.Calm, Label: "Nothing is asked of you", Text: text}
}

// leadWaiting is for an event without a vote: a release that is still being
// prepared, or words that changed and left a decision standing (M3).
func (t telling) leadWaiting() templates.Callout {
	switch {
	case t.event.Kind == release.NoticeEdited && t.event.RFC.State != release.InPreparation:
		return nothing("Only words changed: what was decided still stands.")
	case t.event.Release != nil:
		return nothing(fmt.Sprintf("It is being prepared as %s. The board is asked, and you with it where you sit, once all that it needs to see is there.",
			t.event.Release.Title(t.programme)))
	}
	return nothing("No vote on it is open.")
}

// leadOpen is for an event that opened a vote, or changed words while one runs.
func (t telling) leadOpen() templates.Callout {
	b := t.ballot()
	again := ""
	switch {
	case t.event.Kind == release.NoticeEdited && !t.event.Again:
		again = "Only words changed, so the votes that were cast still count. "
	case t.event.Kind == release.NoticeEdited:
		again = "The RFC was changed, so earlier votes and decisions on it no longer count. "
	}
	end := release.Instant(b.Deadline, t.programme.Location())
	if seat, ok := b.SeatOf(t.reader.ID); ok {
		return templates.Callout{Tone: templates.Act, Label: "Please vote by " + end, Text: again + t.askVote(seat)}
	}
	switch {
	case t.event.RFC.RaisedBy == t.reader.ID:
		return nothing(again + "Your RFC is before the board; the vote ends on " + end + " at the latest. Be at hand for questions in its thread.")
	case t.programme.Letters(t.reader, t.activity()).Has("C"):
		return templates.Callout{Tone: templates.Act, Label: "You are asked for your view", Text: again +
			"You have no vote, but you are consulted: if something speaks against it, tell one of those who sit before " + end + "."}
	case t.duty == release.DutyAct:
		return nothing(again + "You have no vote in it. As you answer for this kind of decision, you are told at once; the vote ends on " + end + " at the latest.")
	}
	return nothing(again + "You are told so that it does not surprise you. The board decides by " + end + ".")
}

func (t telling) askVote(seat release.Seat) string {
	command := fmt.Sprintf("/rfc vote %d", t.event.RFC.Number)
	if t.ballot().Purpose != release.Approval {
		command = fmt.Sprintf("/gonogo vote %d", t.event.RFC.Number)
	}
	weight := "Your seat is optional: silence does not hold the board up, but a No-Go of yours does."
	if seat.Mandatory {
		weight = "Your seat is mandatory: while it is silent there is no Go."
	}
	others := ""
	if len(seat.Holders) > 1 {
		others = " Others may speak for the same seat; its last vote counts."
	}
	return fmt.Sprintf("You speak for %s. Vote on the RFC's card in Slack, or with %s. %s%s", seat.Label(t.programme), command, weight, others)
}

// leadDecided is for the end of a vote.
func (t telling) leadDecided() templates.Callout {
	b := t.ballot()
	mine := t.event.RFC.RaisedBy == t.reader.ID
	owed := len(conditionsIn(b))
	if mine && b.Outcome == release.OutcomeGo && owed > 0 {
		return templates.Callout{Tone: templates.Act, Label: "You own " + count(owed, "condition"), Text: fmt.Sprintf(
			"Show %s met before the deployment, with evidence, on the RFC's card in Slack.", either(owed, "it", "each of them"))}
	}
	if b.Purpose == release.Closure && !mine {
		return nothing(t.next())
	}
	if mine && b.Outcome != release.OutcomeGo {
		return templates.Callout{Tone: templates.Act, Label: "Your RFC needs you", Text: t.next()}
	}
	if mine && b.Purpose == release.Deployment {
		return templates.Callout{Tone: templates.Good, Label: "You may deploy", Text: "Inside the window " +
			t.event.RFC.Content.Window.String() + ", and nowhere else."}
	}
	if b.Outcome == release.OutcomeGo && b.Purpose == release.Deployment {
		return nothing("The deployment happens in the window " + t.event.RFC.Content.Window.String() + ": " +
			t.event.RFC.Content.Disruption.String() + " on " + environmentNames(t.programme, t.event.RFC.Content.Environments) + ".")
	}
	if b.Outcome == release.OutcomeGo && b.Purpose == release.ProgrammeGate {
		return nothing("Programme governance lets the release go on; it is not deployed before its own Go/No-Go.")
	}
	if b.Outcome == release.OutcomeGo {
		return nothing("The change was approved; it is not deployed before its Go/No-Go.")
	}
	return nothing("The vote is over. Nothing is deployed because of it.")
}

// next says what happens after a vote.
func (t telling) next() string {
	b, r := t.ballot(), t.event.RFC
	deployment := b.Purpose == release.Deployment
	first := ""
	if n := len(conditionsIn(b)); n > 0 {
		first = either(n, "The condition comes first. ", "The conditions come first. ")
	}
	switch {
	case b.Purpose == release.Closure && b.Outcome == release.OutcomeGo:
		return fmt.Sprintf("Something of its gate is unmet again. /release why %s lists it.", r.Content.Release)
	case b.Purpose == release.Closure:
		return fmt.Sprintf("It stays under review. Once what was missed is settled, /release close %s asks again.", r.Content.Release)
	case b.Purpose == release.ProgrammeGate && b.Outcome == release.OutcomeGo:
		return first + "Programme governance lets the release go on; the board decides on its RFC and its deployment as well."
	case b.Purpose == release.ProgrammeGate:
		return fmt.Sprintf("Without the programme's Go nothing is deployed. /gonogo programme %s asks again.", r.Content.Release)
	case b.Outcome == release.OutcomeGo && deployment:
		return first + "It may be deployed in its window, " + r.Content.Window.String() + "."
	case b.Outcome == release.OutcomeGo:
		return first + fmt.Sprintf("The provider of the system or the programme's release manager opens the deployment Go/No-Go with /gonogo open RFC-%d.", r.Number)
	case b.Outcome == release.OutcomeNoGo && deployment:
		return fmt.Sprintf("It is not deployed. Once the objection is settled, /gonogo open RFC-%d asks again; another window or content goes in with /rfc edit %d.", r.Number, r.Number)
	case b.Outcome == release.OutcomeNoGo:
		return fmt.Sprintf("The RFC must change before the board looks at it again: /rfc edit %d. Or end it with /rfc withdraw %d and the reason.", r.Number, r.Number)
	case deployment:
		return fmt.Sprintf("The RFC stays approved and is not deployed. /gonogo open RFC-%d asks again.", r.Number)
	}
	return "Nothing is approved. Its requester can ask the board again, from the RFC's card in Slack."
}
