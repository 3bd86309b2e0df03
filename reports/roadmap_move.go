package reports

import (
	"cmp"
	"slices"

	"gonogo.dev/release"
)

// moves returns what is different between two roadmaps: lines in the order of the
// file, then releases by number, each with its dates before and after (R30).
func moves(before, now roadmapFacts) []Move {
	var all []Move
	for _, x := range now.programme.Roadmap {
		was, known := before.programme.Planned(x.ID)
		after := roadmapDate(x.Date)
		switch {
		case !known:
			all = append(all, Move{Name: planName(x), After: after})
		case was.Date != x.Date:
			all = append(all, Move{Name: planName(x), Before: roadmapDate(was.Date), After: after})
		}
	}
	for _, was := range before.programme.Roadmap {
		if _, still := now.programme.Planned(was.ID); !still {
			all = append(all, Move{Name: planName(was), Before: roadmapDate(was.Date), After: "taken off the roadmap"})
		}
	}
	return append(all, releaseMoves(before, now)...)
}

func planName(x release.PlannedRelease) string { return x.ID + ", " + string(x.Type) }

// releaseMoves compares the windows of releases, environment by environment. What
// became of a release that is no longer read was told when it ended.
func releaseMoves(before, now roadmapFacts) []Move {
	var all []Move
	releases := slices.Clone(now.releases)
	slices.SortFunc(releases, func(a, b release.Release) int { return cmp.Compare(a.Number, b.Number) })
	for _, r := range releases {
		i := slices.IndexFunc(before.releases, func(x release.Release) bool { return x.Number == r.Number })
		if i < 0 {
			if r.Stage != release.Abandoned && !r.Content.Window().IsZero() {
				all = append(all, windowMoves(now.programme, release.Release{}, r)...)
			}
			continue
		}
		was := before.releases[i]
		if r.Stage == release.Abandoned {
			if was.Stage != release.Abandoned {
				all = append(all, Move{Name: r.Name() + " " + r.Title(now.programme), Before: windowWords(was.Content.Window()), After: "abandoned"})
			}
			continue
		}
		all = append(all, windowMoves(now.programme, was, r)...)
	}
	return all
}

func windowMoves(p *release.Programme, was, r release.Release) []Move {
	var all []Move
	name := func(id release.EnvironmentID) string {
		return r.Name() + " " + r.Title(p) + " in " + environmentName(p, id)
	}
	windowIn := func(r release.Release, id release.EnvironmentID) (release.Window, bool) {
		i := slices.IndexFunc(r.Content.Targets, func(t release.Target) bool { return t.Environment == id })
		if i < 0 {
			return release.Window{}, false
		}
		return r.Content.Targets[i].Window, true
	}
	for _, t := range r.Content.Targets {
		old, there := windowIn(was, t.Environment)
		same := old.From.Equal(t.Window.From) && old.To.Equal(t.Window.To)
		if (there && same) || (!there && t.Window.IsZero()) {
			continue
		}
		m := Move{Name: name(t.Environment), After: windowWords(t.Window)}
		if there {
			m.Before = windowWords(old)
		}
		all = append(all, m)
	}
	for _, t := range was.Content.Targets {
		if _, still := windowIn(r, t.Environment); !still {
			all = append(all, Move{Name: name(t.Environment), Before: windowWords(t.Window), After: "not deployed there any more"})
		}
	}
	return all
}

func windowWords(w release.Window) string {
	if w.IsZero() {
		return "no window yet"
	}
	return w.String()
}
