package bot

import (
	"slices"
	"strconv"

	"gonogo.dev/release"
)

// runPart lists runs, each with where it is, who acts next and the button that
// shows it.
func runPart(p *page, all []release.RolloutView) {
	for _, v := range all[:min(len(all), homeRows)] {
		r := v.Rollout
		_, state := stateSign(v)
		next := clip(oneLine(nextLine(v).text()), runNote)
		id := strconv.FormatInt(r.ID, 10)
		p.entry(clip(runName(r, v.Programme), 200), []string{clip(v.Release.Title(v.Programme), 120) + "\n" + state + progressOf(v), next},
			button("release.run.show."+id, "run "+r.Subject(), "Show the run", "Show "+r.Name()))
	}
	if n := len(all) - homeRows; n > 0 {
		p.note("And " + count(n, "more", "more") + ": `/release deploy`")
	}
}

// shownTo leaves the runs that are shown to somebody unasked: a rehearsal is its
// beginner's alone (M8).
func shownTo(all []release.RolloutView, id release.PersonID) []release.RolloutView {
	return slices.DeleteFunc(slices.Clone(all), func(v release.RolloutView) bool { return v.Rollout.Mode.Rehearses() && v.Rollout.StartedBy != id })
}

// yourRunsPart shows a person the runs that wait for them; nothing where none does.
func yourRunsPart(p *page, all []release.RolloutView, id release.PersonID) {
	var mine []release.RolloutView
	for _, v := range shownTo(all, id) {
		for _, x := range v.Turn {
			if x.ID == id {
				mine = append(mine, v)
				break
			}
		}
	}
	if len(mine) > 0 {
		p.heading("Deployments wait for you")
		runPart(p, mine)
	}
}
