package bot

import (
	"gonogo.dev/release"
)

// deployForm asks whether a deployment is to begin, and shows what then is done.
func (b *Bot) deployForm(s release.Standing, n release.SubmittedNote) *view {
	v := b.formView("Deploy "+s.Release.Name(), "Begin the deployment", "release.deploy", meta{Release: s.Release.Number})
	p := newPage("", "").say(
		line{bold("Deploy " + clip(s.Release.Title(s.Programme), 200) + "?"), words(" All who are impacted are told that it begins.")},
	)
	w := s.RFC.Content.Window
	p.list(
		with(fact("Window", w.String()), forYou(w.From, w.To)...),
		fact("Environments", listedBy(environmentNames(s.Programme, s.RFC.Content.Environments), ", then ", cardList)),
		fact("RFC", s.RFC.Name()+", "+s.RFC.State.String()),
		fact("Release note", n.Name()+", sha256 "+short(n.Digest)),
	)
	planPart(p, n.Note.Runbook)
	v.add(p.blocks...)
	return v
}

// planPart says how much a runbook asks for.
func planPart(p *page, book release.Runbook) {
	p.say(line{bold("What is done"), words(", " + itoa(book.Minutes()) + " min in all")})
	var lines []line
	for _, key := range []release.SectionKey{release.Prerequisites, release.Instructions, release.PostChecks} {
		x := book.Section(key)
		lines = append(lines, fact(key.String(), count(len(x.Steps), "step", "steps")+", "+itoa(x.Minutes())+" min"))
	}
	p.list(lines...)
	p.say(line{bold("The way back")})
	lines = nil
	const most = 12
	for _, set := range book.Backout[:min(len(book.Backout), most)] {
		lines = append(lines, fact(capital(set.Name()), count(len(set.Steps), "step", "steps")+", "+itoa(set.Minutes())+" min"))
	}
	if n := len(book.Backout) - most; n > 0 {
		lines = append(lines, said("And "+count(n, "more set", "more sets")+"."))
	}
	p.list(lines...)
}

// rehearseForm asks where a rehearsal takes place.
func (b *Bot) rehearseForm(c Call, s release.Standing, n release.SubmittedNote, place string) *view {
	v := b.formView("Rehearse "+s.Release.Name(), "Begin the rehearsal", "release.rehearse", meta{Release: s.Release.Number, Home: c.where.home, Answer: c.where.responseURL, Asked: c.now.Unix()})
	p := newPage("", "").say(
		line{bold("Rehearse " + clip(s.Release.Title(s.Programme), 200)), words(". The times it takes become the forecast of the deployment. Nobody is told, nobody is called, and no environment counts as changed.")},
	)
	follows := n.Name()
	if n.Version == 0 {
		follows = "the draft of the release note as it is now"
	}
	p.list(fact("Follows", follows+", sha256 "+short(n.Digest)))
	planPart(p, n.Note.Runbook)
	v.add(p.blocks...)
	places := append([]choice{{onPaper, "On paper, at a table"}}, environmentChoices(c.Programme)...)
	v.add(selectInput(blockWhere, "Where", "", places, place))
	return v
}

// actForm asks for the words of an act.
func (b *Bot) actForm(c Call, v release.RolloutView, a runAct, call runCall) *view {
	m := meta{Rollout: v.Rollout.ID, Form: a.word, Home: c.where.home, Answer: c.where.responseURL, Asked: c.now.Unix()}
	m.Section, m.Number = call.section, call.number
	w := b.formView(a.title, a.submit, "release.run", m)
	p := newPage("", "").say(line{bold(clip(runName(v.Rollout, v.Programme), 200) + ": "), words(clip(v.Release.Title(v.Programme), 200) + ".")})
	if run, step, ok := v.Rollout.At(); ok {
		p.say(line{bold(capital(stepName(run.Section, run.Number)) + ": "), words(clip(oneLine(step.Do), runStep))})
	}
	w.add(p.blocks...)
	a.form(v, w)
	return w
}

func wordsInput(label, hint string, optional bool) func(*view) {
	return func(w *view) { w.add(textInput(release.FieldReason, label, hint, "", release.MaxText, true, optional)) }
}

// blockTook asks how long a step takes, as people at a table say.
const blockTook = "took"

func doneForm(_ release.RolloutView, w *view) {
	w.add(textInput(blockTook, "Minutes it takes", "As the people at the table say. Left empty, it does not count for the forecast.", "", 5, false, true))
}

func failedForm(_ release.RolloutView, w *view) {
	wordsInput("What went wrong", "The run stops until somebody says how it was resolved, or it goes back.", false)(w)
}

func noteForm(_ release.RolloutView, w *view) {
	w.add(radioInput(blockChoice, "What it is", []choice{
		{string(release.LogNote), "A note"}, {string(release.LogIssue), "An issue"}, {string(release.LogErratum), "An error in the instructions"},
	}, string(release.LogNote)))
	wordsInput("In words", "It stays in the log and comes into the deployment report.", false)(w)
}

func resolvedForm(_ release.RolloutView, w *view) {
	wordsInput("How it was resolved", "Then the same step is tried again.", false)(w)
}

// backForm says what is done when the run goes back now.
func backForm(v release.RolloutView, w *view) {
	p := newPage("", "")
	if set := v.Compass.Set; set != nil {
		p.say(line{bold("Then " + set.Name() + " is carried out"), words(": " + count(len(set.Steps), "step", "steps") + ", " + minutes(v.Compass.Back) + ".")})
	} else {
		p.say(line{bold("Nothing has to be undone"), words(": none of the release instructions is done yet. The run ends with its report.")})
	}
	w.add(p.blocks...)
	wordsInput("Why it goes back", "", false)(w)
}

func onForm(v release.RolloutView, w *view) {
	p := newPage("", "").list(compassLines(v)...)
	w.add(p.blocks...)
	wordsInput("Why it goes on", "It may end after its window. Your reason is kept for ever.", false)(w)
}

// signForm is the sign-off that everything works, so that the RFC can close (R36).
func signForm(v release.RolloutView, w *view) {
	p := newPage("", "")
	done, all := v.Rollout.Progress()
	p.say(line{bold("You sign"), words(" that " + itoa(done) + " of " + itoa(all) + " steps were carried out with the results that were expected, that what was deployed works, and that its RFC can close.")})
	if n := len(v.Rollout.Log); n > 0 {
		p.say(said(capital(count(n, "line of the log comes", "lines of the log come")) + " into its report."))
	}
	w.add(p.blocks...)
	wordsInput("Anything to add", "It comes into the deployment report.", true)(w)
}

// reportForm asks what a rollback was for: that decides where the release goes (R39).
func reportForm(_ release.RolloutView, w *view) {
	w.add(radioInput(blockChoice, "What for", []choice{
		{forDefect, "A defect in the build: back to Build & package"}, {forOther, "Something else: prepare another deployment"},
	}, forDefect))
	wordsInput("What happened", "Everybody who follows the release reads it.", false)(w)
}

func endForm(_ release.RolloutView, w *view) {
	wordsInput("Why it ends here", "Steps that were finished still count for the forecast.", false)(w)
}
