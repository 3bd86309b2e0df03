package bot

import (
	"strings"
	"time"

	"gonogo.dev/release"
)

// rolloutNotice shows what a run's thread, the thread of its release and the
// accountable are told of it; nil for other notices.
func rolloutNotice(n release.Notice, programme *release.Programme, banner string) *page {
	if n.Event.Rollout == nil {
		return nil
	}
	s := *n.Event.Rollout
	p := newPage(release.ReleaseName(s.Release), banner)
	switch n.Event.Kind {
	case release.NoticeStep:
		stepPage(p, s, n.Event.At, programme)
	case release.NoticeStatus:
		statusPage(p, s, programme)
	case release.NoticeDecide:
		decidePage(p, s, n.Event.At, programme)
	default:
		return nil
	}
	return p
}

// at is the step that a status is about.
func atOf(s release.RolloutStatus) release.StepRun {
	return release.StepRun{Section: s.Section, Number: s.Step.Number}
}

// isBack tells whether a status is about the way back.
func isBack(s release.RolloutStatus) bool { return s.Section == release.BackoutSteps }

// stepPage leads through a run: what is due now, whose it is, and what to press
// when it is done (R36). It is written once; a press on it after the step was
// finished is answered with what is true by then.
func stepPage(p *page, s release.RolloutStatus, now time.Time, programme *release.Programme) {
	if s.Kind == release.StatusOn {
		p.say(line{sign("large_yellow_circle"), bold(" It goes on in spite of its window"), words(byEnd(s, programme))}).passage("Why", s.Words, runPost)
	}
	if s.Kind == release.StatusDemand {
		decidePage(p, s, now, programme)
		return
	}
	switch s.State {
	case release.RolloutForward, release.RolloutBackward:
		dueStepPart(p, s, programme)
	case release.RolloutStopped:
		p.say(line{sign("red_circle"), bold(" Stopped: " + stepName(s.Section, s.Step.Number) + " failed"), words(byEnd(s, programme))})
		p.passage("What went wrong", s.Words, runPost)
		if s.Set != "" && !isBack(s) {
			p.list(fact("The way back", s.Set+", "+minutes(s.Back)))
		}
	case release.RolloutSigning:
		p.say(with(line{sign("large_blue_circle"), bold(" Every step is done: it waits for its sign-off. ")}, whoSpans(s, programme)...))
	case release.RolloutReporting:
		p.say(with(line{sign("large_orange_circle"), bold(" The way back is done: it waits for its report. ")}, whoSpans(s, programme)...))
	case release.RolloutDeployed, release.RolloutBack, release.RolloutEnded:
		p.say(line{bold("It is over"), words(byEnd(s, programme))}).passage("In words", s.Words, runPost)
	}
	p.buttons(stateButtons(s.Subject, s.State, atOf(s), isBack(s), false)...)
}

func byEnd(s release.RolloutStatus, programme *release.Programme) string {
	if s.By == "" {
		return "."
	}
	return ", says " + clip(programme.NameOf(s.By), cardName) + "."
}

// dueStepPart shows a step with everything that whoever does it needs.
func dueStepPart(p *page, s release.RolloutStatus, programme *release.Programme) {
	way := ""
	if isBack(s) {
		way = " of the way back"
	}
	emoji := "large_green_circle"
	if isBack(s) {
		emoji = "large_orange_circle"
	}
	p.say(with(line{sign(emoji), bold(" Step " + itoa(s.Finished+1) + " of " + itoa(s.Total) + way + ": "), words(stepName(s.Section, s.Step.Number) + ", " + itoa(s.Step.Minutes) + " min. ")}, whoSpans(s, programme)...))
	p.passage("Do", s.Step.Do, runPost)
	if s.Step.Command != "" {
		p.code(clip(s.Step.Command, runPost))
	}
	if s.Step.Expect != "" {
		p.passage("Expected", s.Step.Expect, runPost)
	}
	if len(s.Step.Files) > 0 {
		p.say(fact("Files", listed(s.Step.Files, 600)))
	}
}

// whoSpans call those behind a step or an act; a rehearsal, which has no window,
// names them and calls nobody.
func whoSpans(s release.RolloutStatus, programme *release.Programme) []span {
	var people []release.Person
	for _, id := range s.Who {
		if x, ok := programme.Person(id); ok && !x.Retired {
			people = append(people, x)
		}
	}
	spans := mentions(s.Window.IsZero(), programme, people)
	who := clip(oneLine(s.Step.Who), cardName)
	switch {
	case s.Section == "" || who == "":
		return spans
	case len(people) == 0:
		return []span{words(who)}
	case len(people) == 1 && people[0].Name == who:
		return spans
	}
	return append(spans, words(" ("+who+")"))
}

// statusSigns are the coloured sign and the words of each moment.
var statusSigns = map[release.StatusKind][2]string{
	release.StatusStart: {"large_green_circle", "Deployment begun"}, release.StatusHalf: {"large_green_circle", "Half way"},
	release.StatusTrouble: {"red_circle", "Stopped: a step failed"}, release.StatusBack: {"large_orange_circle", "Going back"},
	release.StatusDemand: {"red_circle", "Decision wanted"}, release.StatusOn: {"large_yellow_circle", "Going on in spite of the window"},
	release.StatusLate: {"red_circle", "The window is over, the deployment is not"},
}

// statusPage is a line about a deployment in its release's thread.
func statusPage(p *page, s release.RolloutStatus, programme *release.Programme) {
	emoji, text := statusWords(s)
	p.say(line{sign(emoji), bold(" " + text), words(": " + systemTitle(s, programme) + statusTail(s, programme))})
	if s.Kind != release.StatusStart && s.Kind != release.StatusHalf {
		p.passage("In words", s.Words, runPost)
	}
}

func statusWords(s release.RolloutStatus) (emoji, text string) {
	if s.Kind == release.StatusEnd {
		if s.State == release.RolloutBack {
			return "leftwards_arrow_with_hook", "Rolled back"
		}
		return "white_check_mark", "Deployed and signed off"
	}
	words := statusSigns[s.Kind]
	return words[0], words[1]
}

// systemTitle is what is deployed, as people speak of it.
func systemTitle(s release.RolloutStatus, programme *release.Programme) string {
	return clip(release.Release{Version: s.Version, Content: release.ReleaseContent{System: s.System}}.Title(programme), 200)
}

// statusTail says where it is and what the compass shows.
func statusTail(s release.RolloutStatus, programme *release.Programme) string {
	loc := programme.Location()
	parts := []string{" in " + listed(environmentNames(programme, s.Environments), cardList)}
	if s.Kind == release.StatusEnd {
		return parts[0] + "."
	}
	parts = append(parts, itoa(s.Finished)+" of "+itoa(s.Total)+" steps done")
	if s.Set != "" && !isBack(s) && !s.NoReturn.IsZero() {
		parts = append(parts, "point of no return "+dated(s.NoReturn, loc))
	}
	if !s.Window.IsZero() {
		parts = append(parts, "window ends "+dated(s.Window.To, loc))
	}
	return strings.Join(parts, "; ") + "."
}

// decidePage asks whoever is accountable for the decision at the point of no
// return, and says what happens if nobody takes it (M7); the escalation point also
// hears of a way back that failed, and of a window that is over.
func decidePage(p *page, s release.RolloutStatus, now time.Time, programme *release.Programme) {
	loc := programme.Location()
	what := release.ReleaseName(s.Release) + ", " + systemTitle(s, programme) + ","
	show := button("release.run.show", "run "+s.Subject, "Show the run", "Show the run of "+release.ReleaseName(s.Release))
	switch s.Kind { //nolint:exhaustive // nobody is asked at the other moments
	case release.StatusTrouble:
		p.say(line{sign("red_circle"), bold(" The way back failed. "), words(what + " was going back, and " + stepName(s.Section, s.Step.Number) + " failed.")})
		p.passage("What went wrong", s.Words, runPost).buttons(show)
		return
	case release.StatusLate:
		p.say(
			line{sign("red_circle"), bold(" The window is over, the deployment is not. "), words(what + " is still being deployed, " + itoa(s.Finished) + " of " + itoa(s.Total) + " steps are done.")},
			said("The overrun is recorded. It is expected to take "+minutes(s.Forward)+" more; going back takes "+minutes(s.Back)+"."),
		)
		p.buttons(show)
		return
	}
	p.say(
		line{sign("red_circle"), bold(" Go back or go on? "), words(what + " is being deployed, and its point of no return was " + at(s.NoReturn, now, loc) + ".")},
	)
	p.list(
		line{bold("Go back now: "), words(s.Set + ", " + minutes(s.Back) + "; it ends about " + at(now.Add(s.Back), now, loc) + ".")},
		line{bold("Go on: "), words("about " + minutes(s.Forward) + " more, until " + at(now.Add(s.Forward), now, loc) + ".")},
		line{bold("The window "), words("ends " + at(s.Window.To, now, loc) + ".")},
	)
	p.say(said(undecidedWords))
	p.buttons(append(demandButtons(s.Subject, atOf(s)), show)...)
}
