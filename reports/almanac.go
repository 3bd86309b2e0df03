package reports

import (
	"context"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
)

// Almanac is what the regular reports are made from besides the readiness report's
// Source. Storage implements it. "As of t" is what had been committed up to and
// including t; what is bounded by an earlier instant does not grow with history.
type Almanac interface {
	// ProgrammeAsOf returns the programme in force at an instant; release.ErrNotFound
	// before the first.
	ProgrammeAsOf(ctx context.Context, t time.Time) (*release.Programme, error)
	// ReleasesAsOf returns the releases that were under way, and those that were
	// deployed or ended since an instant, as they were.
	ReleasesAsOf(ctx context.Context, since, t time.Time) ([]release.Release, error)
	// DeploymentsOf returns the deployments of releases that had ended.
	DeploymentsOf(ctx context.Context, releases []int, t time.Time) ([]release.Rollout, error)
	// OpenDebtsAsOf returns the debts of emergencies that were open.
	OpenDebtsAsOf(ctx context.Context, t time.Time) ([]release.Debt, error)
	// StatusesAsOf returns the newest report on each system of each environment.
	StatusesAsOf(ctx context.Context, t time.Time) ([]release.StatusReport, error)
	// LessonsBetween returns what was learned after an instant up to another, the
	// newest first.
	LessonsBetween(ctx context.Context, after, t time.Time) ([]release.Lesson, error)
	// UnwantedMail returns the streams that people switched off.
	UnwantedMail(ctx context.Context) (map[release.PersonID][]release.Stream, error)
	// LastRun returns the run of a report with the latest due time;
	// release.ErrNotFound when there was none.
	LastRun(ctx context.Context, report string) (release.Run, error)
}

// Subscribers leaves out who switched a stream off.
func Subscribers(ctx context.Context, a Almanac, people []release.Person, s release.Stream) ([]release.Person, error) {
	off, err := a.UnwantedMail(ctx)
	if err != nil {
		return nil, fmt.Errorf("read who does not want %s: %w", s, err)
	}
	return slices.DeleteFunc(slices.Clone(people), func(x release.Person) bool { return slices.Contains(off[x.ID], s) }), nil
}
