package release

import (
	"slices"
	"time"
)

// Forecast is how long rehearsals took for a step (M8). Runs that did not
// finish the step do not count.
type Forecast struct {
	Section SectionKey `json:"section"`
	Set     int        `json:"set"` // of the backout set, 0 based; -1 on the way forward
	Number  int        `json:"number"`
	Runs    int        `json:"runs"`
	// Median, Least and Most are of the rehearsals' times.
	Median time.Duration `json:"median"`
	Least  time.Duration `json:"least"`
	Most   time.Duration `json:"most"`
}

// Text returns the digest of what a step has people do: a step that says
// something else now inherits nothing from the rehearsals of what it said before.
func (s Step) Text() string {
	return digestOf(struct {
		Do      string   `json:"do"`
		Command string   `json:"command"`
		Files   []string `json:"files"`
	}{s.Do, s.Command, s.Files}, "a step")
}

// ForecastsOf returns what rehearsals took for the steps of a runbook, in its
// order. A step is the same when its section, its number and its text are; other
// releases of the system count, deployments in earnest do not. On paper, what
// people said it takes counts, and a step of which they said nothing does not (M8).
func ForecastsOf(b Runbook, runs []Rollout) []Forecast {
	var all []Forecast
	add := func(section SectionKey, set int, steps []Step) {
		for _, s := range steps {
			if f, ok := forecastOf(section, set, s, runs); ok {
				all = append(all, f)
			}
		}
	}
	for _, section := range []SectionKey{Prerequisites, Instructions, PostChecks} {
		add(section, -1, b.Section(section).Steps)
	}
	for i, set := range b.Backout {
		add(BackoutSteps, i, set.Steps)
	}
	return all
}

func forecastOf(section SectionKey, set int, s Step, runs []Rollout) (Forecast, bool) {
	var took []time.Duration
	for _, r := range runs {
		if !r.Mode.Rehearses() || !r.State.Over() || (section == BackoutSteps && r.Set != set) {
			continue
		}
		l, ok := r.leg(section, s.Number)
		if !ok || l.Step.Text() != s.Text() {
			continue
		}
		try, done := l.Done()
		if done && l.Took() > 0 && (r.Mode != PaperRollout || try.Minutes != 0) {
			took = append(took, l.Took())
		}
	}
	if len(took) == 0 {
		return Forecast{}, false
	}
	slices.Sort(took)
	middle := len(took) / 2
	median := took[middle]
	if len(took)%2 == 0 {
		median = (took[middle-1] + took[middle]) / 2
	}
	return Forecast{
		Section: section, Set: set, Number: s.Number, Runs: len(took), Median: median, Least: took[0], Most: took[len(took)-1],
	}, true
}
