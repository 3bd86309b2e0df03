package reports

import (
	"context"
	"time"

	"gonogo.dev/release"
)

// A snapshot alone has no releases, and nobody who switched anything off.
func (s snapshot) ProgrammeAsOf(context.Context, time.Time) (*release.Programme, error) {
	return s.Programme, nil
}

func (snapshot) ReleasesAsOf(context.Context, time.Time, time.Time) ([]release.Release, error) {
	return nil, nil
}

func (snapshot) DeploymentsOf(context.Context, []int, time.Time) ([]release.Rollout, error) {
	return nil, nil
}

func (snapshot) OpenDebtsAsOf(context.Context, time.Time) ([]release.Debt, error) { return nil, nil }

func (snapshot) StatusesAsOf(context.Context, time.Time) ([]release.StatusReport, error) {
	return nil, nil
}

func (snapshot) LessonsBetween(context.Context, time.Time, time.Time) ([]release.Lesson, error) {
	return nil, nil
}

func (snapshot) UnwantedMail(context.Context) (map[release.PersonID][]release.Stream, error) {
	return map[release.PersonID][]release.Stream{}, nil
}

func (snapshot) LastRun(context.Context, string) (release.Run, error) {
	return release.Run{}, release.ErrNotFound
}
