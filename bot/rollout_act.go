package bot

import (
	"context"
	"slices"
	"strings"

	"gonogo.dev/release"
)

// runAct is something that is done to a run, by a button or typed behind it.
type runAct struct {
	word   string
	title  string // of its form; without a form it is done at once
	submit string
	// bound says that it is refused when the step it was shown for is not where the
	// run is any more; the Desk sees to the others itself.
	bound bool
	// form asks for what it needs.
	form func(v release.RolloutView, w *view)
	do   func(ctx context.Context, d *release.Desk, in release.Intent, a runCall) (release.Rollout, error)
	says string // what was done, behind the run's name
}

// runCall is an act with everything that was said.
type runCall struct {
	id      int64
	section release.SectionKey
	number  int
	words   string
	kind    release.LogKind
	defect  bool
	minutes int // a step takes, as people say at the table of a rehearsal on paper
}

// runActs lists what can be done to a run.
func runActs() []runAct {
	return []runAct{
		{
			word: "done", title: "Done", submit: "Done", form: doneForm, says: "is done",
			do: func(ctx context.Context, d *release.Desk, in release.Intent, a runCall) (release.Rollout, error) {
				if a.minutes > 0 {
					return d.StateStep(ctx, in, a.id, a.section, a.number, a.minutes)
				}
				return d.FinishStep(ctx, in, a.id, a.section, a.number)
			},
		},
		{
			word: "failed", title: "A step failed", submit: "Stop the run", form: failedForm, says: "failed; the run is stopped",
			do: func(ctx context.Context, d *release.Desk, in release.Intent, a runCall) (release.Rollout, error) {
				return d.FailStep(ctx, in, a.id, a.section, a.number, a.words)
			},
		},
		{
			word: "note", title: "Log", submit: "Log it", form: noteForm, says: "is logged",
			do: func(ctx context.Context, d *release.Desk, in release.Intent, a runCall) (release.Rollout, error) {
				return d.LogRollout(ctx, in, a.id, a.kind, a.words)
			},
		},
		{
			word: "resolved", bound: true, title: "Resolved", submit: "Try it again", form: resolvedForm, says: "is tried again",
			do: func(ctx context.Context, d *release.Desk, in release.Intent, a runCall) (release.Rollout, error) {
				return d.ResolveStep(ctx, in, a.id, a.words)
			},
		},
		{
			word: "back", bound: true, title: "Go back", submit: "Go back now", form: backForm, says: "goes back",
			do: func(ctx context.Context, d *release.Desk, in release.Intent, a runCall) (release.Rollout, error) {
				return d.GoBack(ctx, in, a.id, a.words)
			},
		},
		{
			word: "on", title: "Go on", submit: "Go on", form: onForm, says: "goes on in spite of its window",
			do: func(ctx context.Context, d *release.Desk, in release.Intent, a runCall) (release.Rollout, error) {
				return d.GoOn(ctx, in, a.id, a.words)
			},
		},
		{
			word: "sign", title: "Sign off", submit: "Sign off", form: signForm, says: "is signed off",
			do: func(ctx context.Context, d *release.Desk, in release.Intent, a runCall) (release.Rollout, error) {
				return d.SignRollout(ctx, in, a.id, a.words)
			},
		},
		{
			word: "report", title: "Report the rollback", submit: "Report it", form: reportForm, says: "is reported as rolled back",
			do: func(ctx context.Context, d *release.Desk, in release.Intent, a runCall) (release.Rollout, error) {
				return d.ReportRollback(ctx, in, a.id, a.defect, a.words)
			},
		},
		{
			word: "end", title: "End the rehearsal", submit: "End it", form: endForm, says: "is ended",
			do: func(ctx context.Context, d *release.Desk, in release.Intent, a runCall) (release.Rollout, error) {
				return d.EndRehearsal(ctx, in, a.id, a.words)
			},
		},
	}
}

// runRelease shows a run, and does what is said behind it.
func runRelease(ctx context.Context, b *Bot, c Call) (reply, error) {
	v, rest, err := takeRun(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	word, rest := cutWord(rest)
	if c.submitted() {
		word = c.meta.Form
	}
	if word == "" {
		return reply{page: rolloutCard(v, b.banner)}, nil
	}
	all := runActs()
	i := slices.IndexFunc(all, func(a runAct) bool { return a.word == strings.Trim(lower(word), "`:,.") })
	if i < 0 {
		var names []string
		for _, a := range all {
			names = append(names, a.word)
		}
		return reply{}, refuse(release.CodeInvalid, "Nothing was done.", "“"+clip(word, 40)+"” is nothing a run knows.",
			"It knows "+listed(names, 200)+"; alone, `/release run "+v.Release.Name()+"` shows where it is.")
	}
	return b.act(ctx, c, v, all[i], rest)
}

// act does something to a run, or asks for what it needs.
func (b *Bot) act(ctx context.Context, c Call, v release.RolloutView, a runAct, rest string) (reply, error) {
	call, err := actCall(c, v, a, rest)
	if err != nil {
		return reply{}, err
	}
	if !c.submitted() && asksFirst(v, a, call) {
		return reply{modal: b.actForm(c, v, a, call)}, nil
	}
	r, err := a.do(ctx, b.desk, c.Intent(), call)
	if err != nil {
		return reply{}, err
	}
	v, err = b.desk.ReadRollout(ctx, r.ID)
	if err != nil {
		return reply{}, err
	}
	what := runName(r, v.Programme)
	switch a.word {
	case "done", "failed", "resolved":
		what = capital(stepName(call.section, call.number))
	case "note":
		what = "It"
	}
	if v.Rollout.Mode.Rehearses() { // it has no card but the one that was pressed
		p := rolloutCard(v, b.banner)
		p.replaces = !c.submitted()
		return reply{page: p, wrote: true, aside: true}, nil
	}
	p := newPage("Run", b.banner).say(line{bold(what + " " + a.says), words(".")}, nextLine(v))
	return reply{page: p, wrote: true, aside: true}, nil
}

// asksFirst tells whether an act opens a form: where words are missing, where a
// cause must be chosen, and where on paper only people know the minutes.
func asksFirst(v release.RolloutView, a runAct, call runCall) bool {
	switch a.word {
	case "done":
		return v.Rollout.Mode == release.PaperRollout && call.minutes == 0
	case "report":
		return true
	}
	return call.words == ""
}

// actCall reads what was said: by a form or a button, which name the step they
// were shown for, or typed, which is about the step where the run is.
func actCall(c Call, v release.RolloutView, a runAct, rest string) (runCall, error) {
	run, _, _ := v.Rollout.At()
	call := runCall{id: v.Rollout.ID, section: run.Section, number: run.Number, kind: release.LogNote}
	if c.submitted() {
		call.readForm(c, a)
	} else {
		call.readWords(a, rest)
	}
	if a.bound && call.number != 0 && (call.section != run.Section || call.number != run.Number) {
		return call, refuse(release.CodeState, "Nothing was changed.", "That was about "+stepName(call.section, call.number)+", and the run is elsewhere by now.", nextLine(v).text())
	}
	return call, nil
}

// readForm reads the form of an act.
func (call *runCall) readForm(c Call, a runAct) {
	choice := c.form.choice(blockChoice)
	call.words, call.defect, call.minutes = c.form.text(release.FieldReason), choice == forDefect, atoi(c.form.text(blockTook))
	if kind := release.LogKind(choice); a.word == "note" && logNames[kind] != "" {
		call.kind = kind
	}
	if c.meta.Number != 0 {
		call.section, call.number = c.meta.Section, c.meta.Number
	}
}

// readWords reads "instructions 3 the words" or the words alone; behind done, the
// minutes of a rehearsal on paper.
func (call *runCall) readWords(a runAct, rest string) {
	word, after := cutWord(rest)
	digits, words := cutWord(after)
	if n := atoi(digits); n > 0 && slices.Contains(sections(), release.SectionKey(word)) {
		call.section, call.number, rest = release.SectionKey(word), n, words
	}
	call.words = rest
	if a.word == "done" {
		minutes, _ := cutWord(rest)
		call.minutes = atoi(minutes)
	}
}

func sections() []release.SectionKey {
	return []release.SectionKey{release.Prerequisites, release.Instructions, release.PostChecks, release.BackoutSteps}
}
