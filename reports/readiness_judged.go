package reports

import (
	"cmp"
	"fmt"
	"slices"

	"gonogo.dev/release"
)

// Judged is a release under way with its verdict.
type Judged struct {
	release.Judgement

	Standing release.Standing
}

// Rated is a phase or an environment with its verdict, which comes from the
// releases that go there and from how its systems do.
type Rated struct {
	Name    string
	Verdict release.Verdict
	Why     string
}

// judged returns every release under way, the worst first and then by the start
// of its window.
func (f folding) judged() []Judged {
	all := make([]Judged, len(f.Standings))
	for i, s := range f.Standings {
		all[i] = Judged{Standing: s, Judgement: s.Judge()}
	}
	slices.SortFunc(all, func(a, b Judged) int {
		return cmp.Or(cmp.Compare(b.Verdict, a.Verdict), release.SoonerDue(a.Standing.Window().From, b.Standing.Window().From),
			cmp.Compare(a.Standing.Release.Number, b.Standing.Release.Number))
	})
	return all
}

// rated folds releases into one verdict: the worst of them, and whose it is.
func rated(name string, releases []Judged) Rated {
	x := Rated{Name: name, Why: "No release is on its way here in the next two weeks."}
	for i, j := range releases {
		if i == 0 || j.Verdict > x.Verdict {
			x.Verdict, x.Why = j.Verdict, fmt.Sprintf("%s: %s", j.Standing.Release.Name(), j.Why)
		}
	}
	if len(releases) > 0 && x.Verdict == release.Ready {
		x.Why = count(len(releases), "release") + " on the way here, nothing missing."
	}
	return x
}

// into are the releases whose window of the next two weeks is in an environment,
// and those that are being deployed there.
func (f folding) into(judged []Judged, id release.EnvironmentID) []Judged {
	ahead := release.Window{From: f.At, To: f.At.Add(Horizon)}
	return slices.DeleteFunc(slices.Clone(judged), func(j Judged) bool {
		r := j.Standing.Release
		late := j.Standing.Window()
		near := late.Overlaps(ahead) || r.Stage.InFlight() && !late.IsZero() && !f.At.Before(late.To)
		return !slices.Contains(r.Content.Environments(), id) || !near || !r.Stage.InFlight() && r.Stage != release.Deploying
	})
}

// places rates every environment in use: by its systems first, then by what goes there.
func (f folding) places(judged []Judged) []Rated {
	var all []Rated
	for _, e := range f.Programme.Environments {
		if e.Retired {
			continue
		}
		x := rated(e.Name, f.into(judged, e.ID))
		for _, s := range f.statuses(e.ID) {
			if v := statusVerdict(s.Status); v > x.Verdict {
				x.Verdict = v
				x.Why = fmt.Sprintf("%s is %s since %s: %s", systemName(f.Programme, s.System), s.Status, release.Instant(s.At, f.Programme.Location()), short(s.Reason))
			}
		}
		all = append(all, x)
	}
	return all
}

func statusVerdict(s release.SystemStatus) release.Verdict {
	switch s {
	case release.SystemDown:
		return release.NotReady
	case release.SystemDegraded:
		return release.AtRisk
	case release.SystemAvailable, release.SystemInWindow:
	}
	return release.Ready
}

// statuses are the newest reports on the systems of an environment.
func (f folding) statuses(id release.EnvironmentID) []release.StatusReport {
	newest := map[release.SystemID]release.StatusReport{}
	for _, s := range f.Statuses {
		if s.Environment == id && !s.At.After(f.At) {
			newest[s.System] = s
		}
	}
	var all []release.StatusReport
	for _, s := range newest {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b release.StatusReport) int { return cmp.Compare(a.System, b.System) })
	return all
}

// phases rates the test phases whose bookings touch the next two weeks, by their
// environment.
func (f folding) phases(judged []Judged) []Rated {
	var all []Rated
	for _, phase := range f.Programme.Phases {
		i := slices.IndexFunc(f.Bookings, func(b release.Booking) bool {
			return b.Kind == release.BookPhase && b.Phase == phase.Name && b.Environment == phase.Environment
		})
		if i < 0 {
			continue
		}
		e, _ := f.Programme.Environment(phase.Environment)
		x := rated(phase.Name, f.into(judged, phase.Environment))
		x.Name = fmt.Sprintf("%s in %s", phase.Name, cmp.Or(e.Name, string(phase.Environment)))
		for _, s := range f.statuses(phase.Environment) {
			if v := statusVerdict(s.Status); v > x.Verdict {
				x.Verdict, x.Why = v, fmt.Sprintf("%s is %s.", systemName(f.Programme, s.System), s.Status)
			}
		}
		all = append(all, x)
	}
	return all
}

// overall is the worst of everything, and how much of it there is.
func (r Readiness) overall() (release.Verdict, string) {
	verdict, counts := release.Ready, map[release.Verdict]int{}
	for _, j := range r.Judged {
		verdict = verdict.Worse(j.Verdict)
		counts[j.Verdict]++
	}
	for _, x := range slices.Concat(r.Phases, r.Places) {
		verdict = verdict.Worse(x.Verdict)
	}
	if len(r.Late) > 0 {
		verdict = verdict.Worse(release.AtRisk)
	}
	var parts []string
	for _, v := range []release.Verdict{release.NotReady, release.AtRisk, release.OnCourse, release.Ready} {
		if n := counts[v]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, lowerFirst(v.String())))
		}
	}
	if len(parts) == 0 {
		return verdict, "No release is under way."
	}
	return verdict, count(len(r.Judged), "release") + " under way: " + enumerated(parts) + "."
}
