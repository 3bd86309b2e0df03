package reports

import (
	"fmt"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// opened shows what a vote is about that opened: a deployment, or a closure with
// what remains to be worked off.
func (t telling) opened() []templates.Section {
	if t.ballot().Purpose != release.Closure {
		return []templates.Section{t.facts("What is to be deployed"), t.seats(), t.words()}
	}
	return []templates.Section{t.outcomeOf("What is to be closed"), t.remaining(), t.seats()}
}

// closing returns what is told of a closure.
func (t telling) closing() release.Closing {
	if t.event.Closing == nil {
		return release.Closing{}
	}
	return *t.event.Closing
}

// leadClosed tells those who still have something to do, and the others that
// nothing is asked of them.
func (t telling) leadClosed() templates.Callout {
	mine := 0
	for _, x := range t.closing().Actions {
		if x.Owner == t.reader.ID {
			mine++
		}
	}
	if mine > 0 {
		return templates.Callout{Tone: templates.Act, Label: "You own " + count(mine, "work-off action"), Text: fmt.Sprintf(
			"Show %s done with /release done in Slack; /release actions mine lists %s.", either(mine, "it", "each of them"), either(mine, "it", "them"))}
	}
	if t.closing().RolledBack {
		return nothing("It was rolled back and is not tried again under this number.")
	}
	return nothing("It was deployed, looked at and approved, and its RFC is closed.")
}

// closed shows how a release ended, what remains, and who approved it (R40).
func (t telling) closed() []templates.Section {
	sections := []templates.Section{t.outcomeOf("How it ended"), t.remaining()}
	if t.event.Ballot != nil {
		sections = append(sections, t.votes(t.ballot()))
	}
	return sections
}

// outcomeOf is the table of a closure: what was released where and when, and what
// was learned.
func (t telling) outcomeOf(title string) templates.Section {
	c, p, loc := t.closing(), t.programme, t.programme.Location()
	s := templates.Section{Title: title}
	add := func(label, value, note string) {
		s.Facts = append(s.Facts, templates.Fact{Label: label, Value: value, Note: note})
	}
	how := "Deployed and reviewed"
	if c.RolledBack {
		how = "Rolled back, and not tried again"
	}
	add("Outcome", how, "")
	if r := t.event.Release; r != nil {
		add("Release", r.Title(p), r.Name()+", "+string(r.Content.Type))
	}
	add("Environments", environmentNames(p, t.event.RFC.Content.Environments), "")
	if !c.Deployed.IsZero() {
		add("Deployed", release.Instant(c.Deployed, loc), "in the window "+t.event.RFC.Content.Window.String())
	}
	if b := t.ballot(); b.State == release.BallotClosed {
		add("Closed", release.Instant(b.ClosedAt, loc), tallyLine(b.Tally()))
	}
	add("Lessons", countOf(c.Lessons, "lesson"), "They come back when somebody raises an RFC for the same system or environment.")
	if c.Support != nil {
		t.supportFact(add, c)
	}
	if r := t.event.Release; r != nil && t.event.Kind == release.NoticeClosed {
		t.pack(&s, r)
	}
	return s
}

// pack names the release's evidence pack, and leads to it where the board is reached
// from outside (M13).
func (t telling) pack(s *templates.Section, r *release.Release) {
	s.Facts = append(s.Facts, templates.Fact{
		Label: "Evidence", Value: "One file with all of it that proves itself",
		Note: "gonogo evidence verify checks it, and needs nothing else. gonogo evidence pack " + r.Name() + " writes it.",
	})
	if url := t.links.Page(fmt.Sprintf("/releases/%d/evidence", r.Number)); url != "" {
		s.More = templates.Link{Text: "Take the evidence pack of " + r.Name() + " (ZIP)", URL: url}
		s.Facts[len(s.Facts)-1].Note = "gonogo evidence verify checks it, and needs nothing else."
	}
}

func (t telling) supportFact(add func(label, value, note string), c release.Closing) {
	until := release.Instant(c.Support.Until, t.programme.Location())
	if !c.Support.SummedAt.IsZero() {
		add("Early life support", "ended "+until, "")
		return
	}
	add("Early life support", "goes on until "+until, fmt.Sprintf("%s open. /release issue %s logs another.", countOpen(c.Issues), release.ReleaseName(c.Support.Release)))
}

func countOpen(n int) string {
	if n == 0 {
		return "No issue is"
	}
	return count(n, "issue") + either(n, " is", " are")
}

// remaining are the work-off actions that are still to be done, with whose they
// are and until when.
func (t telling) remaining() templates.Section {
	s := templates.Section{Title: "What remains to be worked off", Empty: "Nothing: no work-off action is open."}
	for _, x := range t.closing().Actions {
		item := templates.Item{
			Title: templates.OneLine(x.What), Badge: templates.Badge{Text: "open", Tone: templates.Warn},
			Lines: []string{fmt.Sprintf("%s, %s, by %s", upperFirst(x.Name()), t.programme.NameOf(x.Owner), release.Instant(x.Due, t.programme.Location()))},
		}
		if x.Overdue(t.event.At) {
			item.Badge = templates.Badge{Text: "overdue", Tone: templates.Bad}
		}
		s.Items = append(s.Items, item)
	}
	return s
}

// supported sums an early life support up: how many issues there were, how long
// they took, and what is still open (S1).
func (t telling) supported() []templates.Section {
	if t.event.Support == nil {
		return nil
	}
	sum, loc := *t.event.Support, t.programme.Location()
	facts := templates.Section{Title: "How its early life went", Facts: []templates.Fact{
		{Label: "Release", Value: systemName(t.programme, sum.System) + " " + sum.Version.String(), Note: release.ReleaseName(sum.Release)},
		{Label: "Environments", Value: environmentNames(t.programme, sum.Environments)},
		{Label: "Period", Value: release.Instant(sum.From, loc) + " to " + release.Instant(sum.Until, loc)},
		{Label: "Issues", Value: countOf(sum.Issues(), "issue"), Note: severities(sum)},
	}}
	if sum.Resolved > 0 {
		facts.Facts = append(facts.Facts, templates.Fact{
			Label: "Time to resolve", Value: release.Lasting(sum.Median), Note: "the middle one of the " + countOf(sum.Resolved, "issue") + " that " + either(sum.Resolved, "was", "were") + " resolved",
		})
	}
	open := templates.Section{Title: "What is still open", Empty: "Nothing: every issue was resolved."}
	if len(sum.Open) > 0 {
		open.Intro = "Each can be made a work-off action with an owner and a day: /release action " + release.ReleaseName(sum.Release) + " issue, and its number."
	}
	for _, x := range sum.Open {
		open.Items = append(open.Items, templates.Item{
			Title: templates.OneLine(x.Title), Badge: templates.Badge{Text: string(x.Severity), Tone: severityTone(x.Severity)},
			Lines: []string{fmt.Sprintf("%s, %s, reported by %s on %s", upperFirst(x.Name()), environmentName(t.programme, x.Environment),
				t.programme.NameOf(x.By), release.Instant(x.At, loc))},
		})
		if x.Ref != "" {
			last := &open.Items[len(open.Items)-1]
			last.Lines = append(last.Lines, templates.OneLine(x.Ref))
		}
	}
	return []templates.Section{facts, open}
}

func countOf(n int, noun string) string {
	if n == 0 {
		return "no " + noun
	}
	return count(n, noun)
}

func severityTone(s release.Severity) templates.Tone {
	switch s {
	case release.Blocking, release.Critical:
		return templates.Bad
	case release.High, release.Medium:
		return templates.Warn
	case release.Low:
	}
	return templates.Calm
}

// severities count the issues by severity: "1 blocking, 2 low".
func severities(sum release.SupportSummary) string {
	text := ""
	for _, x := range sum.Severities {
		if text != "" {
			text += ", "
		}
		text += fmt.Sprintf("%d %s", x.Count, x.Severity)
	}
	return text
}
