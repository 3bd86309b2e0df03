package bot

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"gonogo.dev/release"
)

// onPaper is where a rehearsal takes place that touches no environment.
const onPaper = "paper"

// blockWhere asks where a rehearsal takes place.
const blockWhere = "where"

// deploy asks whether a release's deployment is to begin, and begins it (R36).
// Once it was begun its run is shown; without a release, every run under way.
func deploy(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.Args == "" && !c.submitted() {
		return b.underWayRuns(ctx, c)
	}
	s, _, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if c.submitted() {
		r, err := b.desk.StartRollout(ctx, c.Intent(), s.Release.Number, release.LiveRollout, nil)
		if err != nil {
			return reply{}, err
		}
		return b.begun(ctx, r)
	}
	if s.Release.Stage != release.Informing {
		runs, err := b.desk.Rollouts(ctx, release.RolloutFilter{Release: s.Release.Number, Mode: release.LiveRollout, Limit: 1})
		if err != nil {
			return reply{}, err
		}
		if len(runs) > 0 {
			return reply{page: rolloutCard(runs[0], b.banner)}, nil
		}
	}
	if err := mayDeploy(s, c); err != nil {
		return reply{}, err
	}
	note, err := b.noteOf(ctx, s, false)
	if err != nil {
		return reply{}, err
	}
	return reply{modal: b.deployForm(s, note)}, nil
}

// underWayRuns lists every deployment that is under way, and the rehearsals that
// the person began.
func (b *Bot) underWayRuns(ctx context.Context, c Call) (reply, error) {
	all, err := b.desk.Rollouts(ctx, release.RolloutFilter{Under: true})
	if err != nil {
		return reply{}, err
	}
	all = shownTo(all, c.By.ID)
	p := newPage("Deployments", b.banner).heading("Deployments under way")
	if len(all) == 0 {
		p.say(coded("None. `/release deploy REL-7` begins a deployment, `/release rehearse REL-7` a rehearsal."))
	}
	runPart(p, all)
	return reply{page: p}, nil
}

// mayDeploy refuses what cannot begin now, with the gate that is not passed; the
// Desk looks again when it begins.
func mayDeploy(s release.Standing, c Call) error {
	what := s.Release.Name() + " was not deployed."
	move, unmet, ok := s.Next()
	switch {
	case !ok:
		return refuse(release.CodeState, what, "Nothing is left to be done about it: it is “"+s.Release.Stage.String()+"”.", "`/release show "+s.Release.Name()+"` shows where it is.")
	case move.To != release.Deploying:
		return refuse(release.CodeState, what, "It is in “"+s.Release.Stage.String()+"”; its next step is “"+move.Name+"”.", "`/release why "+s.Release.Name()+"` says what it waits for.")
	case !c.Programme.MayMove(c.By, s.Release, move):
		return refuse(release.CodeForbidden, what, "A deployment is begun by those who are responsible or accountable for it.", "Ask "+moversWords(s, move)+".")
	case len(unmet) > 0:
		r := refuse(release.CodeState, what+" "+capital(count(len(unmet), "thing keeps", "things keep"))+" it from its deployment.", "", "`/release why "+s.Release.Name()+"` lists what is unmet.")
		r.Blockers = unmet
		return r
	}
	return nil
}

// noteOf returns the note whose runbook is followed: the newest that was handed
// in, or its draft where that is enough.
func (b *Bot) noteOf(ctx context.Context, s release.Standing, draft bool) (release.SubmittedNote, error) {
	book, err := b.desk.ReadNotes(ctx, s.Release.Number)
	switch {
	case err != nil:
		return release.SubmittedNote{}, err
	case len(book.Submitted) > 0:
		return book.Submitted[0], nil
	case draft && book.Draft != nil:
		return release.SubmittedNote{Release: s.Release.Number, Note: book.Draft.Note, Digest: book.Draft.Note.Digest(), By: book.Draft.By, At: book.Draft.At}, nil
	}
	return release.SubmittedNote{}, refuse(release.CodeState, "Nothing was begun.", "No release note with a runbook was handed in for "+s.Release.Name()+".",
		"`/release note "+s.Release.Name()+"` writes it.")
}

// rehearse asks where a rehearsal takes place, and begins it (R31, M8).
func rehearse(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, rest, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if !c.submitted() {
		place, err := rehearsalPlace(c, s, rest)
		if err != nil {
			return reply{}, err
		}
		note, err := b.noteOf(ctx, s, true)
		if err != nil {
			return reply{}, err
		}
		return reply{modal: b.rehearseForm(c, s, note, place)}, nil
	}
	mode, where := release.PaperRollout, []release.EnvironmentID(nil)
	if place := c.form.choice(blockWhere); place != onPaper {
		mode, where = release.RehearsalRollout, []release.EnvironmentID{release.EnvironmentID(place)}
	}
	r, err := b.desk.StartRollout(ctx, c.Intent(), s.Release.Number, mode, where)
	if err != nil {
		return reply{}, err
	}
	v, err := b.desk.ReadRollout(ctx, r.ID)
	if err != nil {
		return reply{}, err
	}
	return reply{page: rolloutCard(v, b.banner), wrote: true, aside: true}, nil
}

// rehearsalPlace reads "on paper" or "on SIT A" behind the release.
func rehearsalPlace(c Call, s release.Standing, rest string) (string, error) {
	word, after := cutWord(rest)
	if lower(word) == "on" || lower(word) == "in" {
		rest = after
	}
	name := strings.Trim(lower(rest), "`:,.")
	switch {
	case name == "" && len(s.Release.Content.Targets) > 0:
		return string(s.Release.Content.Targets[0].Environment), nil
	case name == "" || name == onPaper:
		return onPaper, nil
	}
	i := slices.IndexFunc(c.Programme.Environments, func(e release.Environment) bool {
		return !e.Retired && (strings.EqualFold(string(e.ID), name) || strings.EqualFold(e.Name, name))
	})
	if i < 0 {
		return "", refuse(release.CodeInvalid, "Nothing was begun.", "“"+clip(rest, 40)+"” is not an environment of the programme.",
			"Write `/release rehearse "+s.Release.Name()+" on paper`, or `on` and an environment; `/env list` shows them.")
	}
	return string(c.Programme.Environments[i].ID), nil
}

// begun tells that a deployment began, and what is due first.
func (b *Bot) begun(ctx context.Context, r release.Rollout) (reply, error) {
	v, err := b.desk.ReadRollout(ctx, r.ID)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Begun", b.banner).say(
		line{bold(runName(r, v.Programme) + " has begun"), words(". Its card is in the board's channel, and its thread leads through the steps.")},
		nextLine(v),
	)
	return reply{page: p, wrote: true}, nil
}

// nextLine says in a line what a run waits for.
func nextLine(v release.RolloutView) line {
	r := v.Rollout
	if run, step, ok := r.Due(); ok && r.State != release.RolloutStopped {
		return line{bold("Next: " + stepName(run.Section, run.Number) + ": "), words(sentence(clip(oneLine(step.Do), runNote)) + " To act: " + whoIsNext(v.Turn, step) + ".")}
	}
	switch r.State {
	case release.RolloutStopped:
		return line{bold("It is stopped"), words(": somebody says how it was resolved, or it goes back.")}
	case release.RolloutSigning:
		return line{bold("Next: the sign-off. "), words("Every step and every check is done.")}
	case release.RolloutReporting:
		return line{bold("Next: the report of the rollback"), words(", with its cause.")}
	case release.RolloutForward, release.RolloutBackward, release.RolloutDeployed, release.RolloutBack, release.RolloutEnded:
	}
	return line{bold("It is over"), words(": " + lowered(overWords(r)) + ".")}
}

func overWords(r release.Rollout) string {
	_, text := stateSign(release.RolloutView{Rollout: r})
	return text
}

func lowered(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// runRef reads "rollout/5" or "rehearsal/6", which buttons say; 0 is none.
func runRef(word string) int64 {
	noun, digits, _ := strings.Cut(strings.ToLower(strings.Trim(word, "`:,")), "/")
	id, err := strconv.ParseInt(digits, 10, 64)
	if (noun != "rollout" && noun != "rehearsal") || err != nil || id < 1 {
		return 0
	}
	return id
}

// takeRun returns the run that a call is about: the one its button or form was
// shown for, else the newest of the release that was named.
func takeRun(ctx context.Context, b *Bot, c Call) (v release.RolloutView, rest string, err error) {
	id := c.meta.Rollout
	if !c.submitted() {
		var word string
		word, rest = cutWord(c.Args)
		id = runRef(word)
	}
	if id != 0 {
		v, err = b.desk.ReadRollout(ctx, id)
		return v, rest, err
	}
	number, rest, err := takeRelease(ctx, b, c)
	if err != nil {
		return v, "", err
	}
	all, err := b.desk.Rollouts(ctx, release.RolloutFilter{Release: number, Limit: 1})
	switch {
	case err != nil:
		return v, "", err
	case len(all) == 0:
		if _, err := b.desk.ReadRelease(ctx, number); err != nil {
			return v, "", err
		}
		return v, "", refuse(release.CodeNotFound, "There is nothing to show.", release.ReleaseName(number)+" was neither deployed nor rehearsed.",
			"`/release deploy "+release.ReleaseName(number)+"` begins its deployment, `/release rehearse "+release.ReleaseName(number)+"` a rehearsal.")
	}
	return all[0], rest, nil
}
