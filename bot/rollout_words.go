package bot

import (
	"strconv"
	"strings"
	"time"

	"gonogo.dev/release"
)

// How much of what people wrote a run's card and its posts show.
const (
	runStep   = 500 // what a step does, on the card
	runPost   = 2000
	runNote   = 240 // a line of the log
	runLines  = 5   // the newest lines of the log
	runPeople = 6   // who is mentioned of those behind a step
)

// runKind says what a run is: a deployment, or a rehearsal and where.
func runKind(r release.Rollout, p *release.Programme) string {
	switch r.Mode {
	case release.PaperRollout:
		return "Rehearsal on paper"
	case release.RehearsalRollout:
		return "Rehearsal in " + listedBy(environmentNames(p, r.Environments), ", ", 200)
	case release.LiveRollout:
	}
	return "Deployment"
}

// runName is a run as people speak of it: "Deployment of REL-7".
func runName(r release.Rollout, p *release.Programme) string {
	return runKind(r, p) + " of " + release.ReleaseName(r.Release)
}

// stateSign is a run's state as a coloured sign and in words: colour alone says
// nothing to many.
func stateSign(v release.RolloutView) (emoji, text string) {
	r := v.Rollout
	switch {
	case r.State == release.RolloutSigning && r.Mode.Rehearses():
		return "large_blue_circle", "Every step is done: end the rehearsal"
	case r.State == release.RolloutSigning:
		return "large_blue_circle", "Every step is done: it waits for its sign-off"
	case v.Compass.Demands:
		return "red_circle", "Decision wanted: go back or go on"
	case r.State == release.RolloutStopped:
		return "red_circle", "Stopped: a step failed"
	case r.State == release.RolloutBackward:
		return "large_orange_circle", "Going back"
	case r.State == release.RolloutReporting:
		return "large_orange_circle", "Gone back: it waits for its report"
	case r.State == release.RolloutEnded:
		return "white_check_mark", "The rehearsal is over"
	case r.State == release.RolloutDeployed:
		return "white_check_mark", "Deployed and signed off"
	case r.State == release.RolloutBack:
		return "leftwards_arrow_with_hook", "Rolled back"
	case endsLate(v):
		return "large_yellow_circle", "Under way, and late for its window"
	}
	return "large_green_circle", "Under way"
}

// stepName names a step as people speak of it: "step 3 of the release instructions".
func stepName(section release.SectionKey, number int) string {
	return release.Leg{Section: section, Step: release.Step{Number: number}}.Name()
}

// hoursFrom is the time from which one is told in hours: "155 min" has to be
// worked out first, "2 h 35 min" has not.
const hoursFrom = 2 * time.Hour

// minutes shows a time in whole minutes, as steps are timed; a long one in hours
// and minutes, and one of days in words.
func minutes(d time.Duration) string {
	d = (d + 30*time.Second).Truncate(time.Minute)
	n := int(d / time.Minute)
	switch {
	case d >= 24*time.Hour:
		return release.Lasting(d)
	case d < hoursFrom:
		return strconv.Itoa(n) + " min"
	case n%60 == 0:
		return strconv.Itoa(n/60) + " h"
	}
	return strconv.Itoa(n/60) + " h " + strconv.Itoa(n%60) + " min"
}

// bare shows a time beside another that has its unit: without one of its own
// while both are told in minutes.
func bare(d, beside time.Duration) string {
	if n, short := strings.CutSuffix(minutes(d), " min"); short && d < hoursFrom && beside < hoursFrom {
		return n
	}
	return minutes(d)
}

// planned is the time that a plan gives in whole minutes.
func planned(n int) time.Duration { return time.Duration(n) * time.Minute }

// endsAt is when the way that is taken is expected to end.
func endsAt(v release.RolloutView) time.Time {
	if v.Rollout.IsBack() {
		return v.Now.Add(v.Compass.Back)
	}
	return v.Now.Add(v.Compass.Forward)
}

func endsLate(v release.RolloutView) bool {
	w := v.Rollout.Window
	return !w.IsZero() && v.Rollout.State == release.RolloutForward && endsAt(v).After(w.To)
}

// clock shows the time of a day, with the day where it is another.
func clockOf(v release.RolloutView, t time.Time) string { return at(t, v.Now, v.Programme.Location()) }

// mentions name the people behind a step; in earnest they are mentioned, so that
// Slack calls them. A rehearsal calls nobody (R31, M8).
func mentions(rehearses bool, p *release.Programme, people []release.Person) []span {
	var all []span
	for i, x := range people[:min(len(people), runPeople)] {
		if i > 0 {
			all = append(all, words(", "))
		}
		all = append(all, mention(rehearses, p, x))
	}
	if n := len(people) - runPeople; n > 0 {
		all = append(all, words(" and "+count(n, "more", "more")))
	}
	return all
}

func mention(rehearses bool, p *release.Programme, x release.Person) span {
	s := words(clip(x.Name, cardName))
	if rehearses {
		return s
	}
	for _, account := range x.Slack {
		if account.Team == p.Slack.Team {
			s.user = account.User
			break
		}
	}
	return s
}
