package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// testAlmanac shows what the regular reports read: releases, deployments, debts,
// lessons and the programme as they were, and no more than a bounded time of them
// (R30, R65).
func testAlmanac(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	hour := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Hour) }
	old, open := planned(first), planned(release.Version{Major: 2})
	old.Stage, open.Stage = release.ClosedStage, release.Building
	old.CreatedAt, old.UpdatedAt = hour(-2000), hour(-2000)
	d.do(func(tx release.Tx) error { return errors.Join(tx.AddRelease(&old), tx.AddRelease(&open)) })
	before := open
	d.do(func(tx release.Tx) error {
		open.Stage, open.UpdatedAt = release.Abandoned, hour(2)
		return tx.SaveRelease(&open)
	})
	for name, c := range map[string]struct {
		since, at time.Time
		want      []release.Release
	}{
		"before":           {hour(-1), hour(-1), nil},
		"under way":        {hour(1), hour(1), []release.Release{before}},
		"ended since":      {hour(1), hour(2), []release.Release{open}},
		"ended long ago":   {hour(3), hour(3), nil},
		"as far as wanted": {hour(-3000), hour(3), []release.Release{old, open}},
	} {
		all, err := d.ReleasesAsOf(t.Context(), c.since, c.at)
		if err != nil {
			t.Fatal(err)
		}
		if len(all)+len(c.want) > 0 {
			same(t, name, c.want, all)
		}
	}
	testDeploymentsOf(t, d, old.Number)
	testOpenDebtsAsOf(t, d, old.Number)
	testLessonsBetween(t, d)
	first, second := release.Programme{Version: 1, Name: "first"}, release.Programme{Version: 2, Name: "second"}
	d.do(func(tx release.Tx) error {
		return errors.Join(tx.AddProgramme(&first, "ann", hour(0)), tx.AddProgramme(&second, "ann", hour(5)))
	})
	for at, want := range map[int]string{0: "first", 4: "first", 5: "second"} {
		if p, err := d.ProgrammeAsOf(t.Context(), hour(at)); err != nil || p.Name != want {
			t.Errorf("the programme at %d: %v", at, err)
		}
	}
	if at, err := d.ProgrammeApplied(t.Context()); err != nil || !at.Equal(hour(5)) {
		t.Errorf("the programme was applied at %s: %v", at, err)
	}
	if _, err := d.ProgrammeAsOf(t.Context(), hour(-1)); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("a programme before the first: %v", err)
	}
}

func testDeploymentsOf(t *testing.T, d *desk, number int) {
	t.Helper()
	live, practised, running := fullRun(number, "x"), fullRun(number, "x"), fullRun(number, "x")
	live.State, live.EndedAt = release.RolloutDeployed, noon.Add(time.Hour)
	practised.Mode, practised.State, practised.EndedAt = release.RehearsalRollout, release.RolloutEnded, noon
	d.do(func(tx release.Tx) error {
		return errors.Join(tx.AddRollout(&live), tx.AddRollout(&practised), tx.AddRollout(&running))
	})
	for at, want := range map[time.Duration]int{59 * time.Minute: 0, time.Hour: 1} {
		all, err := d.DeploymentsOf(t.Context(), []int{number}, noon.Add(at))
		if err != nil || len(all) != want || (want == 1 && all[0].ID != live.ID) {
			t.Errorf("deployments after %s: %d, %v", at, len(all), err)
		}
	}
	if all, err := d.DeploymentsOf(t.Context(), nil, noon); err != nil || len(all) != 0 {
		t.Errorf("deployments of no release: %v %v", all, err)
	}
}

func testOpenDebtsAsOf(t *testing.T, d *desk, number int) {
	t.Helper()
	debt := release.Debt{Release: number, System: "dip", Party: "ex", Kind: release.Retrospective, Defects: []string{"D"}, Owner: "ann", Due: noon.Add(48 * time.Hour), OpenedAt: noon}
	d.do(func(tx release.Tx) error { return tx.AddDebt(&debt) })
	was := debt
	debt.SettledAt, debt.SettledBy, debt.How, debt.Evidence = noon.Add(time.Hour), "ann", release.ByBOM, "link"
	d.do(func(tx release.Tx) error { return tx.SaveDebt(debt) })
	for after, want := range map[time.Duration][]release.Debt{-time.Second: {}, 0: {was}, time.Hour: {}} {
		all, err := d.OpenDebtsAsOf(t.Context(), noon.Add(after))
		if err != nil {
			t.Fatal(err)
		}
		same(t, "debts after "+after.String(), want, all)
	}
}

func testLessonsBetween(t *testing.T, d *desk) {
	t.Helper()
	review := aReview(d.aRelease(7))
	d.do(func(tx release.Tx) error { return tx.AddReview(&review) })
	var kept []release.Lesson
	for i := range 3 {
		l := release.Lesson{
			Review: review.ID, Release: review.Release, By: "ann", At: noon.Add(time.Duration(i) * time.Hour),
			LessonDraft: release.LessonDraft{Words: hostile[1], System: "dip", Cause: release.CauseData},
		}
		d.do(func(tx release.Tx) error { return tx.AddLesson(&l) })
		kept = append(kept, l)
	}
	all, err := d.LessonsBetween(t.Context(), noon, noon.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the lessons of an hour", kept[1:2], all)
}
