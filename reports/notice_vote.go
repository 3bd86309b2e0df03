package reports

import (
	"fmt"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// seats shows who decides and until when.
func (t telling) seats() templates.Section {
	b, loc := t.ballot(), t.programme.Location()
	s := templates.Section{
		Title: "Who decides: " + b.Purpose.String(),
		Facts: []templates.Fact{{
			Label: "Deadline", Value: release.Instant(b.Deadline, loc),
			Note: "A mandatory seat that is silent then leaves no decision: silence is never consent.",
		}},
		Empty: "No vote is open.",
	}
	if b.MinimumUntil.After(b.OpenedAt) {
		s.Facts = append(s.Facts, templates.Fact{
			Label: "Earliest end", Value: release.Instant(b.MinimumUntil, loc), Note: "It ends before the deadline once every seat has spoken.",
		})
	}
	for _, seat := range b.Seats {
		s.Items = append(s.Items, templates.Item{Title: seat.Label(t.programme), Badge: seatBadge(seat), Lines: []string{t.holders(seat)}})
	}
	if len(b.Seats) == 0 {
		s.Facts = nil
	}
	return s
}

// memory tells whoever votes what became of the last No-Gos of the functions that sit
// in the vote, as it was known when the mail was promised (M14, M16). Nobody is named.
func (t telling) memory() []templates.Section {
	b := t.ballot()
	if _, votes := b.SeatOf(t.reader.ID); !votes || len(t.event.Memories) == 0 {
		return nil
	}
	s := templates.Section{
		Title: "What became of earlier No-Gos",
		Intro: "Once something was deployed, it is said of each No-Go whether what it feared happened. This counts functions, never people.",
	}
	for _, m := range t.event.Memories {
		s.Facts = append(s.Facts, templates.Fact{Label: m.Function.String(), Value: upperFirst(m.Words())})
	}
	if figures := t.links.Page("/figures#dissent"); figures != "" {
		s.More = templates.Link{Text: "All of them, in the figures", URL: figures}
	}
	return []templates.Section{s}
}

func seatBadge(s release.Seat) templates.Badge {
	switch {
	case s.Chair:
		return templates.Badge{Text: "chair", Tone: templates.Act}
	case s.Mandatory:
		return templates.Badge{Text: "mandatory", Tone: templates.Act}
	}
	return templates.Badge{Text: "optional", Tone: templates.Calm}
}

func (t telling) holders(s release.Seat) string {
	text := holders(t.programme, s)
	switch {
	case s.Why != "":
		text += " (escalation point: " + strings.TrimSuffix(s.Why, ".") + ")"
	case s.Escalated:
		text += " (escalation point)"
	}
	return text
}

// holders names who may speak for a seat, delegates with whom they sit for (T22).
func holders(p *release.Programme, s release.Seat) string {
	words := make([]string, len(s.Holders))
	for i, id := range s.Holders {
		words[i] = s.NameOf(id, p)
	}
	return strings.Join(words, ", ")
}

// decision shows the outcome of a vote: the rule, each seat's vote and words,
// what must be met, what happens next (R57, R63).
func (t telling) decision() []templates.Section {
	b := t.ballot()
	sections := []templates.Section{t.outcome(b)}
	if conditions := conditionsIn(b); b.Outcome == release.OutcomeGo && len(conditions) > 0 {
		s := templates.Section{
			Title: "Conditions to meet before the deployment", Intro: "They are owned by " + t.programme.NameOf(b.Raiser) + " and met by evidence.",
		}
		for _, v := range conditions {
			s.Items = append(s.Items, templates.Item{Title: "Asked for by " + t.programme.NameOf(v.Person), Quote: v.Words})
		}
		sections = append(sections, s)
	}
	return append(sections, t.votes(b),
		templates.Section{Title: "What happens next", Intro: t.next()},
		t.facts("The change"))
}

func (t telling) outcome(b release.Ballot) templates.Section {
	s := templates.Section{Title: "The decision", Facts: []templates.Fact{
		{Label: "Outcome", Value: b.Purpose.String() + ": " + verdict(&b), Note: reason(b)},
		{Label: "Votes", Value: tallyLine(b.Tally())},
		{Label: "Closed", Value: release.Instant(b.ClosedAt, t.programme.Location()), Note: t.closer(b)},
	}}
	if b.OverrideReason != "" {
		s.Items = []templates.Item{{
			Title: t.programme.NameOf(b.ClosedBy) + " overrode a No-Go", Quote: b.OverrideReason,
			Badge: templates.Badge{Text: "override", Tone: templates.Warn},
		}}
	}
	return s
}

func (t telling) closer(b release.Ballot) string {
	switch {
	case b.ClosedBy != release.Clockwork:
		return "by " + t.programme.NameOf(b.ClosedBy) + ", the chair"
	case b.ClosedAt.Before(b.Deadline):
		return "by itself: every seat had spoken"
	}
	return "by its deadline"
}

// tallyLine counts the seats: "4 Go, 1 No-Go, 1 silent".
func tallyLine(t release.Tally) string {
	var parts []string
	for _, x := range []struct {
		seats []release.Seat
		word  string
	}{{t.Go, "Go"}, {t.NoGo, "No-Go"}, {t.Abstain, "abstained"}, {t.Silent, "silent"}} {
		if len(x.seats) > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", len(x.seats), x.word))
		}
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}

// votes shows what each seat said last, in the order of the seats.
func (t telling) votes(b release.Ballot) templates.Section {
	s := templates.Section{Title: "Who said what", Empty: "This vote had no seats."}
	for _, seat := range b.Seats {
		item := templates.Item{Title: seat.Label(t.programme)}
		v, spoke := b.Standing(seat.Key)
		if spoke {
			item.Badge, item.Quote = choiceBadge(v.Choice), v.Words
			item.Lines = []string{seat.NameOf(v.Person, t.programme) + ", " + release.Instant(v.At, t.programme.Location()) + roadMark(v)}
		} else {
			item.Badge = templates.Badge{Text: "silent", Tone: templates.Calm}
			item.Lines = []string{t.holders(seat)}
		}
		if !seat.Mandatory {
			item.Lines[0] += " (optional seat)"
		}
		s.Items = append(s.Items, item)
	}
	return s
}

// roadMark tells how a vote came that took more than a press in Slack (M17, M18).
func roadMark(v release.Vote) string {
	return map[release.VoteRoad]string{release.VotedByLink: ", by link", release.VotedWithCode: ", with a code"}[v.Road]
}

func choiceBadge(c release.Choice) templates.Badge {
	tones := map[release.Choice]templates.Tone{
		release.VoteGo: templates.Good, release.VoteConditional: templates.Warn, release.VoteNoGo: templates.Bad, release.VoteAbstain: templates.Calm,
	}
	return templates.Badge{Text: c.String(), Tone: tones[c]}
}

// conditionsIn returns the votes that said Go with conditions, in the order of
// the seats.
func conditionsIn(b release.Ballot) []release.Vote {
	var votes []release.Vote
	for _, s := range b.Seats {
		if v, ok := b.Standing(s.Key); ok && v.Choice == release.VoteConditional {
			votes = append(votes, v)
		}
	}
	return votes
}

func upperFirst(text string) string {
	if text == "" {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
