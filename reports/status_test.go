package reports

import (
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// underWay is how the deployment of RFC-12 stands at a moment, some hours after
// its window began.
func underWay(kind release.StatusKind, state release.RolloutState, hours float64) release.Event {
	r := change(12, release.Go, "Stop rounding unmetered half-hourly profiles twice", in(85))
	governed := release.Release{Number: 7, Version: release.Version{Major: 1, Minor: 2}, Content: release.ReleaseContent{System: r.Content.System}}
	now := in(85 + hours)
	s := release.RolloutStatus{
		Kind: kind, Rollout: 5, Subject: "rollout/5", Release: 7, RFC: 12, System: r.Content.System, Version: governed.Version,
		Environments: r.Content.Environments, Window: r.Content.Window, State: state, Started: in(85), Finished: 6, Total: 14,
		Section: release.Instructions, Step: release.Step{Number: 5, Do: "Restate the totals of <seven> days", Who: "DevOps", Minutes: 60},
		Set: "the backout set of steps 5 to 8", Back: 75 * time.Minute, Forward: 100 * time.Minute, NoReturn: in(89).Add(-75 * time.Minute), By: "arjun",
	}
	s.Left = s.NoReturn.Sub(now)
	return release.Event{Kind: release.NoticeStatus, At: now, By: s.By, RFC: r, Release: &governed, Rollout: &s}
}

// statusScenes are the status lines of a deployment to somebody impacted, and to
// whoever is accountable.
func statusScenes() []scene {
	start := underWay(release.StatusStart, release.RolloutForward, 0)
	start.Rollout.Finished, start.Rollout.Section, start.Rollout.Step, start.Rollout.Set, start.Rollout.Back = 0, release.Prerequisites, release.Step{Number: 1}, "", 0
	start.Rollout.Forward = 3 * time.Hour
	trouble := underWay(release.StatusTrouble, release.RolloutStopped, 1.5)
	trouble.Rollout.Words = "The restatement stops at <profile> 4711.\nArjun looks at it."
	back := underWay(release.StatusBack, release.RolloutBackward, 1.75)
	back.Rollout.Words, back.Rollout.Section, back.Rollout.Finished, back.Rollout.Total = "The profiles cannot be restated in time.", release.BackoutSteps, 0, 3
	back.Rollout.Forward = 0
	end := underWay(release.StatusEnd, release.RolloutDeployed, 3)
	end.Rollout.Finished, end.Rollout.Words, end.Rollout.Section, end.By, end.Rollout.By = 14, "All works as expected.", "", "priya", "priya"
	rolledBack := underWay(release.StatusEnd, release.RolloutBack, 3.5)
	rolledBack.Rollout.Finished, rolledBack.Rollout.Total, rolledBack.Rollout.Section, rolledBack.Rollout.Words = 3, 3, release.BackoutSteps, "A profile without an owner, which no test had."
	late := underWay(release.StatusLate, release.RolloutForward, 4)
	demand, noWay := underWay(release.StatusDemand, release.RolloutForward, 2.75), underWay(release.StatusTrouble, release.RolloutStopped, 2)
	demand.Kind, noWay.Kind = release.NoticeDecide, release.NoticeDecide
	noWay.Rollout.Section, noWay.Rollout.Words = release.BackoutSteps, "The backup cannot be read."
	overrun := underWay(release.StatusLate, release.RolloutForward, 4)
	overrun.Kind = release.NoticeDecide
	return []scene{
		{"decide-demand", "amara", release.DutyAct, demand}, {"decide-late", "amara", release.DutyAct, overrun},
		{"decide-way-back", "amara", release.DutyAct, noWay},
		{"status-start", "olivia", release.DutyTold, start},
		{"status-half", "olivia", release.DutyTold, underWay(release.StatusHalf, release.RolloutForward, 1)},
		{"status-trouble", "olivia", release.DutyTold, trouble},
		{"status-back", "amara", release.DutyAct, back},
		{"status-late", "olivia", release.DutyTold, late},
		{"status-deployed", "olivia", release.DutyTold, end},
		{"status-rolled-back", "farah", release.DutyTold, rolledBack},
	}
}

// A status line is short, says what it means for the reader, and carries what
// the compass shows (R36, M7).
func TestStatusGolden(t *testing.T) {
	post := NewPost(letterhead(t), registry{board()}, nil)
	for _, s := range statusScenes() {
		t.Run(s.name, func(t *testing.T) {
			body, err := post.Render(t.Context(), s.notice())
			if err != nil {
				t.Fatal(err)
			}
			goldenMail(t, "notice-"+s.name, body)
			_, parts := read(t, body)
			if n := strings.Count(parts[0].Content, "\n"); n > 60 {
				t.Errorf("a status line has %d lines of text", n)
			}
		})
	}
}
