package bot

import (
	"strconv"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// The blocks of the small forms.
const (
	blockChoice    = "choice"
	blockCondition = "condition"
	blockCadence   = "cadence"
)

// What the chair may choose when a No-Go stands.
const (
	closeIt    = "close"
	overrideIt = "override"
)

// voteForm asks for a vote with its words. Opened by a choice that needs words
// it asks for these alone; otherwise it offers every choice. What the seat said
// before stands in it.
func (b *Bot) voteForm(c Call, ballot release.Ballot, seat release.Seat, chosen release.Choice) *view {
	name := release.RFCName(ballot.RFC)
	m := meta{RFC: ballot.RFC, Ballot: ballot.ID, Home: c.where.home, Answer: c.where.responseURL, Asked: c.now.Unix()}
	submit := "Vote"
	if needsWords(chosen) {
		m.Choice, submit = chosen, "Vote "+chosen.String()
	}
	v := b.formView("Vote on "+name, submit, voteCommand(ballot.Purpose)[1:]+".vote", m)
	p := newPage("", "").say(
		line{bold(ballot.Purpose.String()), words(" of " + name + ", for the seat " + seat.Label(c.Programme) + ".")},
		said("It ends "+release.Instant(ballot.Deadline, c.Programme.Location())+". Until then you can change your vote."),
	)
	chosen, text, told := earlierVote(c, ballot, seat, chosen)
	p.say(told...)
	v.add(p.blocks...)
	switch m.Choice {
	case release.VoteNoGo:
		v.add(textInput(release.FieldReason, "Reason of the No-Go", "Everybody reads it.", text, release.MaxText, true, false))
	case release.VoteConditional:
		v.add(textInput(release.FieldReason, "Conditions", "What must be shown met before the deployment; everybody reads it.", text, release.MaxText, true, false))
	case release.VoteGo, release.VoteAbstain, "":
		var all []choice
		for _, x := range release.Choices() {
			all = append(all, choice{value: string(x), text: x.String()})
		}
		v.add(
			radioInput(blockChoice, "Your vote", all, string(chosen)),
			textInput(release.FieldReason, "In words", "The reason of a No-Go and the conditions of a Go with conditions are required; everybody reads them.", text, release.MaxText, true, true),
		)
	}
	return v
}

// earlierVote returns what stands in the form of what the seat said before, in
// this vote or in the one before a change (M3), and tells of it.
func earlierVote(c Call, ballot release.Ballot, seat release.Seat, chosen release.Choice) (choice release.Choice, text string, told []line) {
	earlier, spoke := ballot.Standing(seat.Key)
	head, end := "Your seat has said ", ", by "+clip(seat.NameOf(earlier.Person, c.Programme), cardName)
	if !spoke {
		earlier, spoke = spokeBefore(ballot, seat)
		head, end = "Last time your seat said ", ", before the change"
	}
	if !spoke {
		return chosen, "", nil
	}
	switch {
	case chosen == "" || chosen == earlier.Choice:
		chosen, text, end = earlier.Choice, earlier.Words, end+"."
	case earlier.Words != "":
		end += ": “" + clip(oneLine(earlier.Words), 1000) + "”"
	default:
		end += "."
	}
	return chosen, text, []line{{bold(head + earlier.Choice.String()), words(end)}}
}

// closeForm asks the chair whether a No-Go stands or is overridden.
func (b *Bot) closeForm(c Call, r release.RFC, ballot release.Ballot) *view {
	v := b.formView("Close the vote", "Close the vote", "gonogo.close", meta{RFC: r.Number, Ballot: ballot.ID})
	v.add(newPage("", "").say(
		line{bold(r.Name() + ", " + ballot.Purpose.String() + ": "), words(tallyWords(ballot.Tally(), c.Programme) + ".")},
		said("A No-Go stands. You may override it, as the chair, where the policy allows it; your reason is shown for ever."),
	).blocks...)
	v.add(
		radioInput(blockChoice, "Outcome", []choice{{closeIt, "No-Go: close it as it stands"}, {overrideIt, "Go: override the No-Go"}}, closeIt),
		textInput(release.FieldReason, "Why the No-Go is overridden", "Required for an override.", "", release.MaxText, true, true),
	)
	return v
}

// withdrawForm asks why an RFC is withdrawn.
func (b *Bot) withdrawForm(r release.RFC) *view {
	v := b.formView("Withdraw "+r.Name(), "Withdraw", "rfc.withdraw", meta{RFC: r.Number, Revision: r.Revision})
	v.add(newPage("", "").say(line{bold(r.Name() + ": "), words(r.Content.Title)}, said("A withdrawn RFC cannot come back; an open vote on it ends.")).blocks...)
	v.add(textInput(release.FieldReason, "Reason", "Everybody who knew of it is told.", "", release.MaxText, true, false))
	return v
}

// evidenceForm asks what shows that a condition is met.
func (b *Bot) evidenceForm(r release.RFC, open []release.Condition) *view {
	m := meta{RFC: r.Number}
	if len(open) == 1 {
		m.Condition = open[0].ID
	}
	v := b.formView("A condition is met", "Show it met", "rfc.met", m)
	if len(open) == 1 {
		v.add(newPage("", "").say(line{bold("Condition on " + r.Name() + ": "), words(open[0].Words)}).blocks...)
	} else {
		var all []choice
		for _, c := range open[:min(len(open), manyOptions)] {
			all = append(all, choice{value: strconv.FormatInt(c.ID, 10), text: oneLine(c.Words)})
		}
		v.add(selectInput(blockCondition, "Condition on "+r.Name(), "", all, ""))
	}
	v.add(textInput(release.FieldEvidence, "Evidence", "What shows it: a link, a report, a ticket.", "", release.MaxText, true, false))
	return v
}

func radioInput(block, label string, all []choice, chosen string) *slack.InputBlock {
	options, _ := optionsOf(all)
	e := slack.NewRadioButtonsBlockElement("in", options...)
	if picked := pick(options, nil, []string{chosen}); len(picked) > 0 {
		e.InitialOption = picked[0]
	}
	return input(block, label, "", e, false)
}
