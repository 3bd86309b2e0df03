package reports

import (
	"fmt"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// status returns how the deployment stands that the event tells of; an empty one
// when it tells of none.
func (t telling) status() release.RolloutStatus {
	if t.event.Rollout == nil {
		return release.RolloutStatus{}
	}
	return *t.event.Rollout
}

// statusVerb says in a few words where a deployment is.
func (t telling) statusVerb() string {
	s := t.status()
	switch s.Kind {
	case release.StatusStart:
		return "deployment begun"
	case release.StatusHalf:
		return "deployment half way"
	case release.StatusTrouble:
		return "deployment stopped"
	case release.StatusBack:
		return "deployment goes back"
	case release.StatusDemand:
		return "deployment waits for a decision"
	case release.StatusOn:
		return "deployment goes on"
	case release.StatusLate:
		return "deployment is past its window"
	case release.StatusEnd:
		if s.State == release.RolloutBack {
			return "rolled back"
		}
		return "deployed"
	case release.StatusStep, release.StatusSigning, release.StatusBacked:
	}
	return "deployment goes on"
}

// leadStatus says what a moment of a deployment means for the reader (R36).
func (t telling) leadStatus() templates.Callout {
	s, where := t.status(), t.places()
	switch s.Kind {
	case release.StatusStart:
		return nothing(fmt.Sprintf("%s until %s at the latest: %s. You hear again at half time, if something goes wrong, and at the end.",
			upperFirst(t.changing(where)), t.clock(s.Window.To), t.event.RFC.Content.Disruption))
	case release.StatusHalf:
		return nothing(fmt.Sprintf("%s, as announced: %s. It is expected to be over by %s.", upperFirst(t.changing(where)),
			t.event.RFC.Content.Disruption, t.clock(t.event.At.Add(s.Forward))))
	case release.StatusTrouble:
		return templates.Callout{Tone: templates.Warn, Label: "A step failed, and the deployment stands still", Text: fmt.Sprintf(
			"Nothing is asked of you. The team resolves it or goes back. Until you hear more, expect %s as announced: %s.", where, t.event.RFC.Content.Disruption)}
	case release.StatusBack:
		return templates.Callout{Tone: templates.Warn, Label: "The deployment is taken back", Text: fmt.Sprintf(
			"Nothing is asked of you. What was there before comes back to %s; that takes %s, until about %s. You hear when it is done.",
			where, inMinutes(s.Back), t.clock(t.event.At.Add(s.Back)))}
	case release.StatusDemand, release.StatusOn:
		return templates.Callout{Tone: templates.Warn, Label: "It may take longer than its window", Text: fmt.Sprintf(
			"Nothing is asked of you. The deployment may end after %s; it is expected to be over by %s. Plan what you do in %s with that.",
			t.clock(s.Window.To), t.clock(t.event.At.Add(s.Forward)), where)}
	case release.StatusLate:
		return templates.Callout{Tone: templates.Bad, Label: "The window is over, and the deployment is not", Text: fmt.Sprintf(
			"Nothing is asked of you, but do not use %s yet, although its window ended at %s. An overrun is recorded. You hear when it is done.",
			where, t.clock(s.Window.To))}
	case release.StatusEnd:
		if s.State == release.RolloutBack {
			return templates.Callout{Tone: templates.Warn, Label: "What was there before is there again", Text: fmt.Sprintf(
				"You can work in %s as before this window. Another deployment gets a window of its own, and a Go of its own.", where)}
		}
		return templates.Callout{Tone: templates.Good, Label: fmt.Sprintf("%s is in %s", s.Version, where), Text: "It was checked and signed off. You can work there again; please report what you see that is not as it should be."}
	case release.StatusStep, release.StatusSigning, release.StatusBacked:
	}
	return nothing("")
}

// leadDecide says what is asked of whoever may decide, and what happens if nobody
// does (M7).
func (t telling) leadDecide() templates.Callout {
	s := t.status()
	how := fmt.Sprintf("In Slack, /release deploy %s has the buttons.", release.ReleaseName(s.Release))
	switch s.Kind { //nolint:exhaustive // nobody is asked at the other moments
	case release.StatusTrouble:
		return templates.Callout{Tone: templates.Bad, Label: "A step of the way back failed", Text: "Nothing is left to fall back on: help the team to solve it. " + how}
	case release.StatusLate:
		return templates.Callout{Tone: templates.Bad, Label: "The window is over, and the deployment is not", Text: "It is an overrun, and all impacted are told. " +
			"Nothing is rolled back by itself: see to it that it is finished or goes back. " + how}
	}
	return templates.Callout{Tone: templates.Bad, Label: "You are asked to decide: go back, or go on in spite of the window", Text: fmt.Sprintf(
		"Going back takes until %s from now on, and the window ends at %s. If nobody decides, nothing is rolled back by itself: it goes on, and is an overrun at the window's end. %s",
		t.clock(t.event.At.Add(s.Back)), t.clock(s.Window.To), how)}
}

// places names the environments as in a sentence: "SIT A and UIT".
func (t telling) places() string {
	names := strings.Split(environmentNames(t.programme, t.status().Environments), ", ")
	if n := len(names) - 1; n > 0 {
		return strings.Join(names[:n], ", ") + " and " + names[n]
	}
	return names[0]
}

func (t telling) changing(where string) string {
	return where + either(len(t.status().Environments), " is", " are") + " being changed"
}

// clock shows an instant in the programme's zone, with its day where that is not
// the event's.
func (t telling) clock(at time.Time) string {
	loc := t.programme.Location()
	if at.In(loc).Format(time.DateOnly) == t.event.At.In(loc).Format(time.DateOnly) {
		return at.In(loc).Format("15:04 MST")
	}
	return at.In(loc).Format("Mon 2 Jan 15:04 MST")
}

// standing are the facts of a deployment under way, with what its compass shows (M7).
func (t telling) standing() []templates.Section {
	s := t.status()
	facts := templates.Section{Title: "Where it stands", Facts: []templates.Fact{
		{Label: "Release", Value: release.ReleaseName(s.Release) + ", " + systemName(t.programme, s.System) + " " + s.Version.String()},
		{Label: "Environments", Value: environmentNames(t.programme, s.Environments)},
		t.window(),
	}}
	add := func(label, value, note string) {
		facts.Facts = append(facts.Facts, templates.Fact{Label: label, Value: value, Note: note})
	}
	way := "of the way forward"
	if s.Section == release.BackoutSteps || s.Kind == release.StatusBack {
		way = "of the way back"
	}
	add("Steps", fmt.Sprintf("%d of %d done", s.Finished, s.Total), way)
	if s.Kind == release.StatusEnd {
		add("Took", inMinutes(t.event.At.Sub(s.Started)), "since "+t.clock(s.Started))
		return append([]templates.Section{facts}, t.saidOf()...)
	}
	if s.Forward > 0 {
		add("Expected end", t.clock(t.event.At.Add(s.Forward)), "")
	}
	if s.Set != "" && s.Kind != release.StatusBack {
		add("The way back", s.Set, "takes "+inMinutes(s.Back))
		note := "after it, going back ends outside the window"
		if s.Left <= 0 {
			note = "it has passed: going back ends outside the window"
		}
		add("Point of no return", t.clock(s.NoReturn), note)
	}
	return append([]templates.Section{facts}, t.saidOf()...)
}

// saidOf quotes what people said: what failed, what was decided, how it ended.
func (t telling) saidOf() []templates.Section {
	s := t.status()
	if s.Words == "" || s.Kind == release.StatusStart || s.Kind == release.StatusHalf {
		return nil
	}
	title := map[release.StatusKind]string{
		release.StatusTrouble: "What failed", release.StatusBack: "Why it goes back", release.StatusOn: "Why it goes on", release.StatusEnd: "At its end",
	}[s.Kind]
	if title == "" {
		return nil
	}
	item := templates.Item{Title: t.programme.NameOf(s.By), Quote: s.Words}
	if s.Kind == release.StatusTrouble {
		item.Lines = []string{upperFirst(release.Leg{Section: s.Section, Step: s.Step}.Name()) + ": " + templates.OneLine(s.Step.Do)}
	}
	return []templates.Section{{Title: title, Items: []templates.Item{item}}}
}

// inMinutes shows how long something takes, in whole minutes.
func inMinutes(d time.Duration) string { return release.Lasting(d.Round(time.Minute)) }
