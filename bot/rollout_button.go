package bot

import (
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// runButton is a button that does something to a run. It says which step it was
// shown for, so that a late press never does anything to a newer one (T23).
func runButton(subject, act, text string, at release.StepRun) *slack.ButtonBlockElement {
	says := "run " + subject + " " + act
	what := text + ", " + strings.ReplaceAll(subject, "/", " ")
	if at.Number != 0 {
		says += " " + string(at.Section) + " " + itoa(at.Number)
		what = text + ": " + stepName(at.Section, at.Number)
	}
	return button("release.run."+act, says, text, what)
}

// runButtons are what can be done to a run where it is.
func runButtons(v release.RolloutView) []*slack.ButtonBlockElement {
	r := v.Rollout
	at, _, _ := r.At()
	all := stateButtons(r.Subject(), r.State, at, r.IsBack(), r.Mode.Rehearses())
	switch demand := demandButtons(r.Subject(), at); {
	case !v.Compass.Demands:
	case r.State == release.RolloutStopped: // it has a button to go back already
		all = append(all, demand[1])
	default:
		all = append(demand, all...)
	}
	return append(all, button("release.show", "show "+release.ReleaseName(r.Release), release.ReleaseName(r.Release), "Show "+release.ReleaseName(r.Release)))
}

// stateButtons are what a state asks for; nothing for a run that is over.
func stateButtons(subject string, state release.RolloutState, at release.StepRun, back, rehearses bool) []*slack.ButtonBlockElement {
	act := func(word, text string) *slack.ButtonBlockElement { return runButton(subject, word, text, at) }
	var all []*slack.ButtonBlockElement
	switch state {
	case release.RolloutForward, release.RolloutBackward:
		all = append(all, act("done", "Done").WithStyle(slack.StylePrimary), act("failed", "Failed").WithStyle(slack.StyleDanger))
	case release.RolloutStopped:
		all = append(all, act("resolved", "Resolved, try again").WithStyle(slack.StylePrimary))
		if !back {
			all = append(all, act("back", "Go back").WithStyle(slack.StyleDanger))
		}
	case release.RolloutSigning:
		if !rehearses {
			all = append(all, act("sign", "Sign off").WithStyle(slack.StylePrimary))
		}
	case release.RolloutReporting:
		if !rehearses {
			all = append(all, act("report", "Report the rollback").WithStyle(slack.StylePrimary))
		}
	case release.RolloutDeployed, release.RolloutBack, release.RolloutEnded:
		return nil
	}
	all = append(all, act("note", "Note"))
	if rehearses {
		all = append(all, runButton(subject, "end", "End the rehearsal", release.StepRun{}))
	}
	return all
}

// demandButtons are the two answers to the point of no return (M7).
func demandButtons(subject string, at release.StepRun) []*slack.ButtonBlockElement {
	return []*slack.ButtonBlockElement{
		runButton(subject, "back", "Go back now", at).WithStyle(slack.StyleDanger),
		runButton(subject, "on", "Go on in spite of it", release.StepRun{}),
	}
}
