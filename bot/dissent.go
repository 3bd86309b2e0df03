package bot

import (
	"context"
	"strconv"
	"strings"

	"gonogo.dev/release"
)

// dissentRow is the verb for what became of No-Gos (M14).
func dissentRow() row {
	return row{
		command: "/release", verb: "dissent", usage: "REL", example: "/release dissent REL-7",
		summary: "After a deployment: say of each No-Go that stood whether what it feared happened.", who: agreers,
		anchor: release.FieldHappened, run: judgeDissent,
	}
}

// judgeDissent asks what became of a release's No-Gos, or keeps it.
func judgeDissent(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, _, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	v, err := b.desk.ReadDissent(ctx, s.Release.Number)
	if err != nil {
		return reply{}, err
	}
	if !c.submitted() {
		if len(v.All) == 0 {
			return reply{page: newPage("No-Gos", b.banner).say(said("No No-Go stood when a vote on " + s.Release.Name() + " closed."))}, nil
		}
		return reply{modal: b.dissentForm(s.Release, v)}, nil
	}
	ballot, seat, _ := strings.Cut(c.form.choice(release.FieldDissent), " ")
	id, err := strconv.ParseInt(ballot, 10, 64)
	if err != nil {
		id = 0 // no ballot has this number, and the Desk says so
	}
	kept, err := b.desk.JudgeDissent(ctx, c.Intent(), s.Release.Number, release.DissentOutcome{
		Ballot: id, Seat: seat, Happened: release.Happened(c.form.choice(release.FieldHappened)), Words: c.form.text(release.FieldOutcome),
	})
	if err != nil {
		return reply{}, err
	}
	p := newPage("No-Gos", b.banner).say(
		line{bold(kept.Seat.Function.String() + "'s No-Go: "), words(kept.Outcome.Happened.String() + ".")}, said(clip(kept.Outcome.Words, 600)),
	)
	for _, other := range v.All {
		if other.Outcome.Happened == release.NotJudged && (other.Ballot.ID != kept.Ballot.ID || other.Seat.Key != kept.Seat.Key) {
			p.note("Not said yet: " + other.Seat.Function.String() + " in the " + other.Ballot.Purpose.String() + ".")
		}
	}
	return reply{page: p, wrote: true}, nil
}

// dissentForm asks of one No-Go whether it came true; the first that nobody judged
// is chosen.
func (b *Bot) dissentForm(r release.Release, found release.DissentView) *view {
	v := b.formView("No-Gos", "Keep it", "release.dissent", meta{Release: r.Number})
	p := newPage("", "").say(line{bold(r.Name() + ": "), words("did what a No-Go feared happen? It is counted by the function of the seat, never by person.")})
	var choices []choice
	first := ""
	for _, d := range found.All {
		key := strconv.FormatInt(d.Ballot.ID, 10) + " " + d.Seat.Key
		label := d.Seat.Label(found.Programme) + ", " + d.Ballot.Purpose.String()
		choices = append(choices, choice{value: key, text: clip(label, 70)})
		if first == "" && d.Outcome.Happened == release.NotJudged {
			first = key
		}
		p.say(line{bold(clip(label, 200) + ": "), words("“" + clip(oneLine(d.Reason), 400) + "” " + capital(d.Outcome.Happened.String()) + ".")})
	}
	v.add(p.blocks...)
	var answers []choice
	for _, h := range release.Happenings() {
		answers = append(answers, choice{value: string(h), text: capital(h.String())})
	}
	v.add(
		selectInput(release.FieldDissent, "Which No-Go", "", choices, first),
		radioInput(release.FieldHappened, "Did it happen?", answers, ""),
		textInput(release.FieldOutcome, "In words", "What happened, or what did not.", "", release.MaxText, true, false),
	)
	return v
}

// memoryLines tell whoever votes what became of the last No-Gos of the seats'
// functions (M14). Nobody is named. The card's page leads to the figures behind them.
func memoryLines(memories []release.DissentMemory) []line {
	lines := make([]line, len(memories))
	for i, m := range memories {
		lines[i] = said(m.String() + ".")
	}
	return lines
}
