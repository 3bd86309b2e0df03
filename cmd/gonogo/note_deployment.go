package main

import (
	"context"
	"errors"
	"fmt"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/templates"
)

// deployment prints the report of a release's newest deployment that is over, or
// writes it to a file.
func (r reportCmd) deployment(ctx context.Context, t *terminal, open openDesk) error {
	switch {
	case r.What == "":
		return errors.New("which release? Write `gonogo report deployment REL-7`")
	case r.AsOf != "" || r.Send:
		return errors.New("the report of a deployment never changes, and whoever is told of its end has it by mail: leave --as-of and --send out")
	}
	return atDesk(ctx, open, func(desk *release.Desk) error {
		number, err := releaseNumber(ctx, desk, r.What)
		if err != nil {
			return err
		}
		report, err := newestReport(ctx, desk, number)
		if err != nil {
			return err
		}
		p, err := desk.Programme(ctx)
		if err != nil {
			return err
		}
		set, err := templates.Load()
		if err != nil {
			return fmt.Errorf("load the templates: %w", err)
		}
		file, err := reports.Letterhead{Templates: set}.DeploymentPaper(p, report).File(documentFormat("", r.Out))
		if err != nil {
			return err
		}
		return keepBytes(t, r.Out, file.Content)
	})
}

// newestReport returns the report of a release's newest deployment that is over.
func newestReport(ctx context.Context, desk *release.Desk, number int) (release.DeploymentReport, error) {
	if _, err := desk.ReadRelease(ctx, number); err != nil {
		return release.DeploymentReport{}, err
	}
	runs, err := desk.Rollouts(ctx, release.RolloutFilter{Release: number, Mode: release.LiveRollout})
	if err != nil {
		return release.DeploymentReport{}, err
	}
	for _, v := range runs {
		if v.Rollout.Report != "" {
			return desk.ReadReport(ctx, v.Rollout.ID)
		}
	}
	return release.DeploymentReport{}, &release.Refusal{
		Code: release.CodeNotFound, What: "There is no report.", Why: "No deployment of " + release.ReleaseName(number) + " is over.",
		Next: "Ask again when one was signed off or rolled back.",
	}
}

// Deployment returns the report of a deployment that is over.
func (s paperShelf) Deployment(ctx context.Context, rollout int64) (release.DeploymentReport, error) {
	return s.desk.ReadReport(ctx, rollout)
}
