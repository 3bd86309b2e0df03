package release

import (
	"fmt"
	"slices"
)

// carriedOut returns the newest live run of a release, which a review is about; nil
// where its deployment was not led by gonogo.
func (a *act) carriedOut(number int) (*Rollout, error) {
	runs, err := a.FindRollouts(RolloutFilter{Release: number, Mode: LiveRollout, Limit: 1})
	if err != nil {
		return nil, fmt.Errorf("load the deployment of %s: %w", ReleaseName(number), err)
	}
	if len(runs) == 0 {
		return nil, nil //nolint:nilnil // no run is an ordinary answer
	}
	return &runs[0], nil
}

// Pressed returns who carried a run out: whoever started it, finished a step, wrote
// into its log or signed it, each once.
func (r Rollout) Pressed() []PersonID {
	var all []PersonID
	add := func(id PersonID) {
		if id != Clockwork && !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	add(r.StartedBy)
	for _, s := range r.Steps {
		add(s.By)
	}
	for _, l := range r.Log {
		add(l.By)
	}
	add(r.SignedBy)
	return all
}

// mostDeviations is how many failed steps a review names.
const mostDeviations = 5

// Deviations returns in sentences what did not go to plan in a run that is over
// (R38): steps that failed, errors in the instructions, issues, a window that was
// not kept. A rollback says itself that it was one.
func (r Rollout) Deviations() []string {
	all := []string{}
	failed := 0
	for _, s := range r.Steps {
		if s.Result != StepFailed {
			continue
		}
		if failed++; failed <= mostDeviations {
			all = append(all, fmt.Sprintf("Step %d (%s) failed: %s", s.Number, s.Section, Clip(s.Words, 200)))
		}
	}
	if more := failed - mostDeviations; more > 0 {
		all = append(all, fmt.Sprintf("%d more steps failed.", more))
	}
	count := func(kind LogKind, one, many string) {
		switch n := len(r.DeploymentReport().Lines(kind)); {
		case n == 1:
			all = append(all, one)
		case n > 1:
			all = append(all, fmt.Sprintf(many, n))
		}
	}
	count(LogErratum, "An error in the instructions was found.", "%d errors in the instructions were found.")
	count(LogIssue, "An issue was logged.", "%d issues were logged.")
	if over := r.DeploymentReport().Overran; over > 0 && !r.Window.IsZero() {
		all = append(all, "It ended "+Lasting(over)+" after its window.")
	}
	return all
}
