package reports

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
)

// roadmapBack is how long a release that was deployed stays on the roadmap.
const roadmapBack = 90 * 24 * time.Hour

// Roadmap is the release roadmap as a value: what is planned when and where, what
// was deployed when, and what moved (R30, R99, R100).
type Roadmap struct {
	Programme *release.Programme
	At        time.Time // the state is as of this instant
	Since     time.Time // what moved is counted from here; zero when nothing is compared
	Moved     []Move
	// Coming are the planned releases and those under way, by date; Done what was
	// deployed, and the dates that passed without a release, the newest first.
	Coming []Milestone
	Done   []Milestone
	// Older is how many lines of the roadmap lie further back.
	Older int
}

// Move is a date that changed, or what came or went.
type Move struct {
	Name   string
	Before string // empty for what is new
	After  string
}

// Milestone is a line of the roadmap with the releases that fulfil it, or releases
// without such a line.
type Milestone struct {
	Planned *release.PlannedRelease // nil for a release without a line
	Tracks  []Track
	at      time.Time // what it is sorted by
}

// Track is a release under control with when it was really deployed.
type Track struct {
	Release release.Release
	// Deployed is when its deployment was signed off; zero before. RolledBack is when
	// the last attempt ended that was taken back; zero when it went well since.
	Deployed   time.Time
	RolledBack time.Time
}

// roadmapFacts is everything that a roadmap is folded from, at one instant.
type roadmapFacts struct {
	programme   *release.Programme // as it was then
	releases    []release.Release
	deployments []release.Rollout
}

// ReadRoadmap reads the roadmap as of an instant and what moved since another; the
// zero since compares nothing.
func ReadRoadmap(ctx context.Context, from Almanac, since, at time.Time) (Roadmap, error) {
	now, err := readRoadmapFacts(ctx, from, at)
	if err != nil {
		return Roadmap{}, fmt.Errorf("read the roadmap: %w", err)
	}
	var before *roadmapFacts
	if !since.IsZero() {
		then, err := readRoadmapFacts(ctx, from, since)
		if err != nil && !errors.Is(err, release.ErrNotFound) {
			return Roadmap{}, fmt.Errorf("read the roadmap of %s: %w", since, err)
		}
		if err == nil {
			before = &then
		}
	}
	return foldRoadmap(now, before, since, at), nil
}

func readRoadmapFacts(ctx context.Context, from Almanac, at time.Time) (roadmapFacts, error) {
	var f roadmapFacts
	var err error
	if f.programme, err = from.ProgrammeAsOf(ctx, at); err != nil {
		return f, err
	}
	if f.releases, err = from.ReleasesAsOf(ctx, at.Add(-roadmapBack), at); err != nil {
		return f, err
	}
	var numbers []int
	for _, r := range f.releases {
		numbers = append(numbers, r.Number)
	}
	f.deployments, err = from.DeploymentsOf(ctx, numbers, at)
	return f, err
}

// foldRoadmap makes the roadmap. It is a pure function, and the order of what it is
// made from does not matter.
func foldRoadmap(now roadmapFacts, before *roadmapFacts, since, at time.Time) Roadmap {
	m := Roadmap{Programme: now.programme, At: at}
	if before != nil {
		m.Since, m.Moved = since, moves(*before, now)
	}
	tracks := tracksOf(now)
	for i := range now.programme.Roadmap {
		line := &now.programme.Roadmap[i]
		x := Milestone{Planned: line, at: dayOf(line.Date, now.programme.Location())}
		for _, t := range tracks {
			if t.Release.Content.Planned != line.ID || t.Release.Stage == release.Abandoned {
				continue
			}
			x.Tracks = append(x.Tracks, t)
			if from := t.Release.Content.Window().From; !from.IsZero() && (len(x.Tracks) == 1 || from.Before(x.at)) {
				x.at = from // what is agreed counts before what was planned
			}
		}
		m = m.place(x)
	}
	for _, t := range tracks {
		if _, planned := now.programme.Planned(t.Release.Content.Planned); !planned && t.Release.Stage != release.Abandoned {
			m = m.place(Milestone{Tracks: []Track{t}, at: cmp.Or(t.Release.Content.Window().From, t.Deployed)})
		}
	}
	slices.SortStableFunc(m.Coming, func(a, b Milestone) int { return compareTimes(a.at, b.at) })
	slices.SortStableFunc(m.Done, func(a, b Milestone) int { return b.at.Compare(a.at) })
	return m
}

// compareTimes sorts by time; what has none comes last.
func compareTimes(a, b time.Time) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return a.Compare(b)
}

// place puts a milestone where it belongs: done once everything under it is
// deployed, or its date passed and nothing is under way for it.
func (m Roadmap) place(x Milestone) Roadmap {
	done := x.at
	open := slices.ContainsFunc(x.Tracks, func(t Track) bool { return t.Deployed.IsZero() })
	for _, t := range x.Tracks {
		if t.Deployed.After(done) || (done.Equal(x.at) && !t.Deployed.IsZero()) {
			done = t.Deployed
		}
	}
	dayOver := !x.at.IsZero() && m.At.After(x.at.Add(24*time.Hour))
	switch {
	case open, len(x.Tracks) == 0 && !dayOver:
		m.Coming = append(m.Coming, x)
	case done.Before(m.At.Add(-roadmapBack)):
		m.Older++
	default:
		x.at = done
		m.Done = append(m.Done, x)
	}
	return m
}

// tracksOf returns the releases, by number, with what became of their deployments.
func tracksOf(f roadmapFacts) []Track {
	releases := slices.Clone(f.releases)
	slices.SortFunc(releases, func(a, b release.Release) int { return cmp.Compare(a.Number, b.Number) })
	runs := slices.Clone(f.deployments)
	slices.SortFunc(runs, func(a, b release.Rollout) int { return cmp.Compare(a.ID, b.ID) })
	tracks := make([]Track, len(releases))
	for i, r := range releases {
		tracks[i].Release = r
		for _, run := range runs {
			switch {
			case run.Release != r.Number:
			case run.State == release.RolloutDeployed:
				tracks[i].Deployed, tracks[i].RolledBack = run.EndedAt, time.Time{}
			default:
				tracks[i].Deployed, tracks[i].RolledBack = time.Time{}, run.EndedAt
			}
		}
	}
	return tracks
}

// dayOf returns the midnight with which a day begins; the zero time for what is no day.
func dayOf(date string, zone *time.Location) time.Time {
	at, err := time.ParseInLocation(time.DateOnly, date, zone)
	if err != nil {
		return time.Time{}
	}
	return at.UTC()
}
