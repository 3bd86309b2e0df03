package bot

import (
	"time"

	"gonogo.dev/release"
)

// rolloutCard shows a run so that it is understood at two in the morning: where
// it is, what is due and whose, and what going back would take (R36, M7).
func rolloutCard(v release.RolloutView, banner string) *page {
	r := v.Rollout
	p := newPage(runName(r, v.Programme), banner)
	p.heading(runName(r, v.Programme) + ": " + v.Release.Title(v.Programme))
	emoji, state := stateSign(v)
	p.say(line{sign(emoji), bold(" " + state), words(progressOf(v))})
	if r.Mode.Rehearses() {
		p.note("A rehearsal: nobody is told and nothing is deployed. Its times become the forecast.")
	}
	if v.Compass.Demands {
		p.say(line{bold("The way back no longer ends inside the window. "), words("Whoever is accountable decides: go back now, or go on in spite of it. " + undecidedWords)})
	}
	duePart(p, v)
	compassPart(p, v)
	endPart(p, v)
	p.list(runFacts(v)...)
	logPart(p, v)
	return p.buttons(runButtons(v)...)
}

// progressOf says how far a run is and how long it took, of how long it is
// expected to take: " · step 6 of 14 · 42 of 95 min (planned 90)".
func progressOf(v release.RolloutView) string {
	r := v.Rollout
	taken, plan := runTook(v), planned(r.Runbook.Minutes())
	done, all := r.Progress()
	if r.State.Over() || r.State == release.RolloutSigning || r.State == release.RolloutReporting {
		return " · " + minutes(taken) + " (planned " + bare(plan, taken) + ")"
	}
	where := " · step " + itoa(min(done+1, all)) + " of " + itoa(all)
	whole := taken + v.Compass.Forward
	if r.IsBack() {
		set := r.Runbook.Backout[r.Set]
		taken, plan = v.Now.Sub(r.WentBack), planned(set.Minutes())
		where += " of " + set.Name()
		whole = taken + v.Compass.Back
	}
	return where + " · " + bare(taken.Truncate(time.Minute), whole) + " of " + minutes(whole) + " (planned " + bare(plan, whole) + ")"
}

// runTook is how long the run took until now, or until its end.
func runTook(v release.RolloutView) time.Duration {
	if end := v.Rollout.EndedAt; !end.IsZero() {
		return end.Sub(v.Rollout.StartedAt)
	}
	return v.Now.Sub(v.Rollout.StartedAt)
}

// duePart shows the step that is due, or that failed.
func duePart(p *page, v release.RolloutView) {
	run, step, ok := v.Rollout.At()
	switch {
	case v.Rollout.State.Over():
		return
	case !ok:
		p.list(fact("Next to act", peopleWords(v.Turn)))
		return
	}
	if run.Result == release.StepFailed {
		p.say(line{bold("Failed: " + stepName(run.Section, run.Number) + ": "), words(clip(oneLine(step.Do), runStep))})
		p.list(fact("What went wrong", clip(oneLine(run.Words), runStep)))
		return
	}
	p.say(line{bold("Now: " + stepName(run.Section, run.Number) + ": "), words(clip(oneLine(step.Do), runStep))})
	if v.Rollout.Mode.Rehearses() && step.Command != "" { // it has no thread that leads through it
		p.code(clip(step.Command, runPost))
	}
	facts := []line{with(line{bold("Next to act: ")}, words(whoIsNext(v.Turn, step))), fact("Time", stepTime(v, run, step))}
	if step.Expect != "" {
		facts = append(facts, fact("Expected", clip(oneLine(step.Expect), runNote)))
	}
	if len(step.Files) > 0 {
		facts = append(facts, fact("Files", listed(step.Files, runNote)))
	}
	p.list(facts...)
}

// whoIsNext names who is behind a step, with the words of the note.
func whoIsNext(people []release.Person, step release.Step) string {
	who := clip(oneLine(step.Who), cardName)
	if len(people) == 0 || (len(people) == 1 && people[0].Name == who) {
		return who
	}
	return peopleWords(people) + " (" + who + ")"
}

func peopleWords(people []release.Person) string {
	names := make([]string, len(people))
	for i, x := range people {
		names[i] = clip(x.Name, cardName)
	}
	return listed(names, 300)
}

// stepTime says how long a step runs already, and how long it should.
func stepTime(v release.RolloutView, run release.StepRun, step release.Step) string {
	taken := v.Now.Sub(run.Began)
	text := "for " + minutes(taken) + " of " + bare(planned(step.Minutes), taken) + " planned"
	if f, ok := forecastOf(v.Rollout, run.Section, run.Number); ok {
		text += "; " + forecastWords(f)
	}
	return text
}

// forecastOf returns what rehearsals took for a step.
func forecastOf(r release.Rollout, section release.SectionKey, number int) (release.Forecast, bool) {
	set := -1
	if section == release.BackoutSteps {
		set = r.Set
	}
	for _, f := range r.Forecasts {
		if f.Section == section && f.Number == number && f.Set == set && f.Runs > 0 {
			return f, true
		}
	}
	return release.Forecast{}, false
}

// forecastWords say what rehearsals took: the median, the spread and how many they were.
func forecastWords(f release.Forecast) string {
	if f.Runs == 1 {
		return "rehearsed in " + minutes(f.Median) + " (1 run)"
	}
	return "rehearsed in " + minutes(f.Median) + " (" + bare(f.Least, f.Most) + " to " + minutes(f.Most) + " in " + itoa(f.Runs) + " runs)"
}

// compassPart is the way back at every moment: what would be undone, how long it
// takes and until when it still ends inside the window (M7).
func compassPart(p *page, v release.RolloutView) {
	switch v.Rollout.State {
	case release.RolloutForward, release.RolloutStopped, release.RolloutSigning:
		if v.Rollout.IsBack() {
			p.list(windowLines(v)...)
			return
		}
	case release.RolloutBackward:
		p.list(windowLines(v)...)
		return
	case release.RolloutReporting, release.RolloutDeployed, release.RolloutBack, release.RolloutEnded:
		return
	}
	p.say(line{bold("Backout compass")}).list(compassLines(v)...)
}

// undecidedWords say what happens when nobody decides.
const undecidedWords = "If nobody decides, the deployment goes on as it is, the escalation point is told, and an overrun is recorded when the window ends."

// compassLines say what the compass shows.
func compassLines(v release.RolloutView) []line {
	c := v.Compass
	last := fact("Last finished step", "none of the release instructions")
	if c.Last > 0 {
		last = fact("Last finished step", stepName(release.Instructions, c.Last))
	}
	lines := []line{last}
	if c.Set == nil {
		return append(append(lines, fact("If it fails now", "nothing has to be undone yet")), windowLines(v)...)
	}
	now := "If it fails now"
	if v.Rollout.State == release.RolloutStopped {
		now = "The way back"
	}
	lines = append(lines, fact(now, c.Set.Name()+", "+minutes(c.Back)+plannedWords(c.Back, c.Set.Minutes())))
	if !c.NoReturn.IsZero() {
		text := clockOf(v, c.NoReturn) + ", " + minutes(c.Left) + " left"
		if c.Left <= 0 {
			text = clockOf(v, c.NoReturn) + ", passed " + minutes(-c.Left) + " ago"
		}
		lines = append(lines, fact("Point of no return", text))
	}
	return append(lines, windowLines(v)...)
}

// plannedWords say what the plan says, where it says something else.
func plannedWords(d time.Duration, plan int) string {
	if int((d+30*time.Second)/time.Minute) == plan {
		return ""
	}
	return " (planned " + minutes(planned(plan)) + ")"
}

// windowLines hold the expected end of the way that is taken against the window's.
func windowLines(v release.RolloutView) []line {
	w, end := v.Rollout.Window, endsAt(v)
	switch {
	case v.Rollout.State == release.RolloutSigning && w.IsZero():
		return nil
	case v.Rollout.State == release.RolloutSigning:
		return []line{fact("Its window ends", clockOf(v, w.To))}
	case w.IsZero():
		return []line{fact("Expected end", clockOf(v, end))}
	case end.After(w.To):
		return []line{fact("Expected end", clockOf(v, end)+", "+minutes(end.Sub(w.To))+" after its window ends at "+clockOf(v, w.To))}
	}
	return []line{fact("Expected end", clockOf(v, end)+", "+minutes(w.To.Sub(end))+" before its window ends at "+clockOf(v, w.To))}
}

// endPart says how a run ended.
func endPart(p *page, v release.RolloutView) {
	r := v.Rollout
	if !r.State.Over() {
		return
	}
	what := "Signed off by "
	switch {
	case r.State == release.RolloutBack:
		what = "Reported by "
	case r.Mode.Rehearses():
		what = "Ended by "
	}
	p.say(line{bold(what + clip(v.Programme.NameOf(r.SignedBy), cardName)), words(", " + release.Instant(r.EndedAt, v.Programme.Location()) + ".")})
	if r.State == release.RolloutBack {
		cause := "something else than the build: another deployment is prepared"
		if r.Defect {
			cause = "a defect in the build: it goes back to Build & package"
		}
		p.list(fact("Cause", cause))
	}
	p.passage("In words", r.Reason, cardPassage)
}

// runFacts are where a run goes and what it follows.
func runFacts(v release.RolloutView) []line {
	r := v.Rollout
	var facts []line
	if r.Mode != release.PaperRollout {
		facts = append(facts, fact("Environments", listedBy(environmentNames(v.Programme, r.Environments), ", then ", cardList)))
	}
	if !r.Window.IsZero() {
		facts = append(facts, fact("Window", r.Window.String()))
	}
	note := "version " + itoa(r.Note) + ", sha256 " + short(r.NoteDigest)
	if r.Note == 0 {
		note = "a draft of it"
	}
	facts = append(facts, fact("Follows the release note", note))
	if r.Report != "" {
		facts = append(facts, fact("Report", "sha256 "+short(r.Report)))
	}
	return append(facts, fact("Begun", release.Instant(r.StartedAt, v.Programme.Location())+" by "+clip(v.Programme.NameOf(r.StartedBy), cardName)))
}

// logNames are the kinds of line as people read them.
var logNames = map[release.LogKind]string{
	release.LogNote: "Note", release.LogIssue: "Issue", release.LogResolution: "Resolved", release.LogErratum: "Error in the instructions",
	release.LogDecision: "Decision",
}

// logPart shows the newest lines of the log, the latest first (R53).
func logPart(p *page, v release.RolloutView) {
	all := v.Rollout.Log
	if len(all) == 0 {
		return
	}
	var lines []line
	for i := len(all) - 1; i >= max(len(all)-runLines, 0); i-- {
		x := all[i]
		where := ""
		if x.Number != 0 {
			where = stepName(x.Section, x.Number) + ", "
		}
		lines = append(lines, line{
			bold(logNames[x.Kind] + ": "), words(clip(oneLine(x.Words), runNote)),
			words(" (" + where + clip(v.Programme.NameOf(x.By), cardName) + ", " + clockOf(v, x.At) + ")"),
		})
	}
	p.say(line{bold("Log")}).list(lines...)
	if n := len(all) - runLines; n > 0 {
		p.note("And " + count(n, "earlier line", "earlier lines") + ", in the thread.")
	}
}
