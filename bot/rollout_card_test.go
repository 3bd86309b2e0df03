package bot

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// The card of a run says at every moment where it is, what is due and whose, and
// what going back would take (R36, M7, M8).
func TestRolloutCardGolden(t *testing.T) {
	stopped := failed(stepped(rehearsed(deployment()), 5, 12, 6, 22))
	logged := stepped(rehearsed(deployment()), 5, 12, 6, 22)
	logged.Log = []release.LogLine{
		{Kind: release.LogNote, At: tenth, By: "eve", Section: release.Prerequisites, Number: 1, Words: "Rights checked with <@U0EVE>"},
		{Kind: release.LogErratum, At: tenth.Add(20 * time.Minute), By: "ben", Section: release.Instructions, Number: 2, Words: "The file is in /opt/settle/lib"},
		{Kind: release.LogIssue, At: tenth.Add(30 * time.Minute), By: "ben", Section: release.Instructions, Number: 2, Words: "Node 2 did not stop"},
		{Kind: release.LogResolution, At: tenth.Add(31 * time.Minute), By: "ben", Section: release.Instructions, Number: 2, Words: "Stopped by hand"},
		{Kind: release.LogNote, At: tenth.Add(32 * time.Minute), By: "ben", Section: release.Instructions, Number: 2, Words: "Four"},
		{Kind: release.LogNote, At: tenth.Add(33 * time.Minute), By: "ben", Section: release.Instructions, Number: 2, Words: "Five\nlines"},
	}
	back := stopped
	back.State, back.Set, back.WentBack, back.BackBy = release.RolloutBackward, 1, tenth.Add(55*time.Minute), "rachel"
	back.Steps = append(slices.Clip(back.Steps), release.StepRun{Section: release.BackoutSteps, Number: 1, Began: back.WentBack})
	reporting := back
	reporting.State = release.RolloutReporting
	reporting.Steps = slices.Concat(stopped.Steps, []release.StepRun{
		{Section: release.BackoutSteps, Number: 1, Began: back.WentBack, Ended: back.WentBack.Add(30 * time.Minute), Result: release.StepDone, By: "ben"},
		{Section: release.BackoutSteps, Number: 2, Began: back.WentBack.Add(30 * time.Minute), Ended: back.WentBack.Add(38 * time.Minute), Result: release.StepDone, By: "ben"},
	})
	rolledBack := reporting
	rolledBack.State, rolledBack.SignedBy, rolledBack.EndedAt, rolledBack.Reason, rolledBack.Defect = release.RolloutBack, "rachel", tenth.Add(100*time.Minute), "Row 4711 has <no> owner.", true
	signing := stepped(deployment(), 5, 12, 6, 22, 30, 4, 9)
	signed := signing
	signed.State, signed.SignedBy, signed.EndedAt, signed.Reason, signed.Report = release.RolloutDeployed, "tom", tenth.Add(95*time.Minute), "All works as expected.", signed.NoteDigest
	paper := stepped(deployment(), 5, 12, 6)
	paper.Mode, paper.Environments, paper.Window, paper.Note, paper.RFC = release.PaperRollout, nil, release.Window{}, 0, 0
	ended := paper
	ended.State, ended.SignedBy, ended.EndedAt, ended.Reason = release.RolloutEnded, "ben", tenth.Add(30*time.Minute), "Lunch."
	for name, v := range map[string]release.RolloutView{
		"rollout_first": viewed(deployment(), 2), "rollout_running": viewed(logged, 50), "rollout_late": viewed(stepped(deployment(), 5, 12, 6, 60), 84),
		"rollout_demand": viewed(stepped(rehearsed(deployment()), 5, 12, 6, 22), 80), "rollout_stopped": viewed(stopped, 53), "rollout_stopped_late": viewed(stopped, 90),
		"rollout_back": viewed(back, 60), "rollout_reporting": viewed(reporting, 95), "rollout_rolled_back": viewed(rolledBack, 300),
		"rollout_signing": viewed(signing, 90), "rollout_signed": viewed(signed, 3000), "rollout_paper": viewed(paper, 25), "rollout_paper_ended": viewed(ended, 3000),
	} {
		t.Run(name, func(t *testing.T) { goldenPage(t, name, rolloutCard(v, "")) })
	}
}

// The thread of a run leads through it, the release's thread is told the moments
// that matter, and who is accountable is asked (R36, M7).
func TestRolloutNoticeGolden(t *testing.T) {
	running := stepped(rehearsed(deployment()), 5, 12, 6)
	stopped := failed(stepped(rehearsed(deployment()), 5, 12, 6, 22))
	back := stopped
	back.State, back.Set, back.WentBack, back.BackBy = release.RolloutBackward, 1, tenth.Add(55*time.Minute), "rachel"
	back.Steps = append(slices.Clip(back.Steps), release.StepRun{Section: release.BackoutSteps, Number: 1, Began: back.WentBack})
	signing := stepped(deployment(), 5, 12, 6, 22, 30, 4, 9)
	signed, rolledBack := signing, back
	signed.State, signed.Reason = release.RolloutDeployed, "All works as expected."
	rolledBack.State, rolledBack.Reason = release.RolloutBack, "Row 4711 has <no> owner."
	for name, c := range map[string]struct {
		run    release.Rollout
		kind   release.NoticeKind
		moment release.StatusKind
		after  int
	}{
		"notice_step": {running, release.NoticeStep, release.StatusStep, 23}, "notice_step_back": {back, release.NoticeStep, release.StatusStep, 55},
		"notice_step_stopped": {stopped, release.NoticeStep, release.StatusTrouble, 52}, "notice_step_signing": {signing, release.NoticeStep, release.StatusSigning, 88},
		"notice_step_demand":  {running, release.NoticeStep, release.StatusDemand, 115},
		"notice_status_start": {deployment(), release.NoticeStatus, release.StatusStart, 0}, "notice_status_half": {running, release.NoticeStatus, release.StatusHalf, 40},
		"notice_status_trouble": {stopped, release.NoticeStatus, release.StatusTrouble, 52}, "notice_status_back": {back, release.NoticeStatus, release.StatusBack, 55},
		"notice_status_late": {running, release.NoticeStatus, release.StatusLate, 120}, "notice_status_signed": {signed, release.NoticeStatus, release.StatusEnd, 90},
		"notice_status_rolled_back": {rolledBack, release.NoticeStatus, release.StatusEnd, 100},
		"notice_decide":             {running, release.NoticeDecide, release.StatusDemand, 115}, "notice_decide_late": {running, release.NoticeDecide, release.StatusLate, 120},
		"notice_decide_trouble": {stopped, release.NoticeDecide, release.StatusTrouble, 52},
	} {
		t.Run(name, func(t *testing.T) {
			v := viewed(c.run, c.after)
			s := c.run.Status(c.moment, v.Now)
			s.By = "ben"
			for _, x := range v.Turn {
				s.Who = append(s.Who, x.ID)
			}
			e := release.Event{Kind: c.kind, At: v.Now, By: "ben", Release: &v.Release, Rollout: &s}
			road := release.ByThread
			if c.kind == release.NoticeDecide {
				road = release.ByDirect
			}
			goldenPage(t, name, noticePage(release.Notice{Road: road, Event: e}, v.Programme, ""))
		})
	}
}
