package release

import (
	"fmt"
	"slices"
)

// mustBeAlone refuses to start a deployment where another one of the same system is
// under way in one of its environments, even where that overran its window, or an
// operation that changes the system there: neither
// would know what it stands on, nor what its way back restores (R36, R88, M9).
// Environments are locked in one order, as where a deployment ends.
func (a *act) mustBeAlone(what string, run Rollout) error {
	for _, id := range slices.Sorted(slices.Values(run.Environments)) {
		if err := a.LockEnvironment(id); err != nil {
			return fmt.Errorf("lock %s: %w", id, err)
		}
	}
	under, err := a.FindRollouts(RolloutFilter{System: run.System, Mode: LiveRollout, Under: true})
	if err != nil {
		return fmt.Errorf("load the deployments of %s: %w", run.System, err)
	}
	for _, other := range under {
		shared := slices.ContainsFunc(other.Environments, func(id EnvironmentID) bool { return slices.Contains(run.Environments, id) })
		if !shared {
			continue
		}
		r, err := a.Release(other.Release, NoLock)
		if err != nil {
			return fmt.Errorf("load %s: %w", ReleaseName(other.Release), err)
		}
		return refuse(CodeState, what, fmt.Sprintf("%s is under way there since %s.", capital(other.Name()), other.clock(other.StartedAt, a.programme)),
			"It ends first. "+other.whatNow(a.programme, r))
	}
	return a.mustBeQuiet(what, run)
}

// mustBeQuiet refuses to start a deployment while an operation changes its system
// in one of its environments. Backups and exports may run: runbooks ask for them.
func (a *act) mustBeQuiet(what string, run Rollout) error {
	for _, id := range run.Environments {
		all, err := a.FindOperations(OperationFilter{Environment: id, Under: true})
		if err != nil {
			return fmt.Errorf("load the operations in %s: %w", id, err)
		}
		for _, o := range all {
			if o.State == OperationRunning && !o.Content.quiet() && slices.Contains(o.Content.Systems, run.System) {
				return refuse(CodeState, what, fmt.Sprintf("The %s runs there (%s).", o.Content.Title(a.programme), o.Name()),
					fmt.Sprintf("It ends first: `/env operation %d` shows it.", o.ID))
			}
		}
	}
	return nil
}
