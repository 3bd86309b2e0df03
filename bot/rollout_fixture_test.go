package bot

import (
	"strings"
	"time"

	"gonogo.dev/release"
)

// runbook is that of the Helix patch: seven steps, and two ways back.
func runbook() release.Runbook {
	step := func(n int, do, who string, minutes int) release.Step {
		return release.Step{Number: n, Do: do, Who: who, Minutes: minutes, Expect: "It says OK & <ok>."}
	}
	install := step(2, "Install <settle.jar> on both nodes", "DevOps", 20)
	install.Command, install.Files = "sudo systemctl stop settle\nsudo install settle.jar /opt/settle && echo <ok>", []string{"settle.jar", "load.jar"}
	return release.Runbook{
		Prerequisites: release.Section{Steps: []release.Step{step(1, "Check who has the rights", "Eve Lindqvist", 5), step(2, "Take the backup", "Ben Achterberg", 15)}},
		Instructions: release.Section{Steps: []release.Step{
			step(1, "Stop the settlement runs", "Ben Achterberg", 5), install, step(3, "Migrate the database", "Ben Achterberg", 30), step(4, "Start the settlement runs", "DevOps", 5),
		}},
		Checks: release.Section{Steps: []release.Step{step(1, "Run one settlement of <!channel> and *look*", "Tom Adeyemi", 10)}},
		Backout: []release.BackoutSet{
			{From: 1, To: 2, Section: release.Section{Steps: []release.Step{step(1, "Put the old files back", "Ben Achterberg", 10)}}},
			{From: 3, To: 4, Section: release.Section{Steps: []release.Step{step(1, "Restore the database", "Ben Achterberg", 25), step(2, "Put the old files back", "Ben Achterberg", 10)}}},
		},
	}
}

// tenth is when the deployment of the tests begins: an hour into its window.
var tenth = time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)

// deployment is the run of REL-7, at its first step since tenth.
func deployment() release.Rollout {
	return release.Rollout{
		ID: 5, Revision: 1, Release: 7, RFC: 12, Mode: release.LiveRollout, System: "helix", Type: release.Patch, Environments: []release.EnvironmentID{"uit", "sit-a"},
		Version: release.Version{Major: 1, Minor: 1, Patch: 1}, Build: 3, BuildName: "2026.11.2", Note: 2, NoteDigest: strings.Repeat("9f", 32), Runbook: runbook(),
		Window: release.Window{From: tenth.Add(-time.Hour), To: tenth.Add(2 * time.Hour), Zone: "Europe/London"}, State: release.RolloutForward, Set: -1,
		Steps: []release.StepRun{{Section: release.Prerequisites, Number: 1, Began: tenth}}, StartedBy: "elle", StartedAt: tenth,
	}
}

// stepped adds tries of steps, each of which took so many minutes; the last is due.
func stepped(r release.Rollout, minutes ...int) release.Rollout {
	at := tenth
	r.Steps = nil
	legs := r.Forward()
	for i, n := range minutes {
		end := at.Add(time.Duration(n) * time.Minute)
		r.Steps = append(r.Steps, release.StepRun{Section: legs[i].Section, Number: legs[i].Step.Number, Began: at, Ended: end, Result: release.StepDone, By: "ben"})
		at = end
	}
	if len(minutes) < len(legs) {
		r.Steps = append(r.Steps, release.StepRun{Section: legs[len(minutes)].Section, Number: legs[len(minutes)].Step.Number, Began: at})
	} else {
		r.State = release.RolloutSigning
	}
	return r
}

// failed has the due step fail.
func failed(r release.Rollout) release.Rollout {
	last := &r.Steps[len(r.Steps)-1]
	last.Ended, last.Result, last.By, last.Words = last.Began.Add(7*time.Minute), release.StepFailed, "ben", "The migration stops at <row> 4711 & *does not* go on."
	r.State = release.RolloutStopped
	r.Log = append(r.Log, release.LogLine{Kind: release.LogIssue, At: last.Ended, By: "ben", Section: last.Section, Number: last.Number, Words: last.Words})
	return r
}

// viewed is a run as it stands some minutes after its beginning.
func viewed(r release.Rollout, minutes int) release.RolloutView {
	s := decided(release.Deploying)
	now := tenth.Add(time.Duration(minutes) * time.Minute)
	return release.RolloutView{
		Rollout: r, Release: s.Release, RFC: s.RFC, Programme: s.Programme, Now: now, Compass: r.Compass(now), Turn: s.Programme.WhoseTurn(r, s.Release),
	}
}

// rehearsed has two rehearsals' times for the steps that take longest.
func rehearsed(r release.Rollout) release.Rollout {
	forecast := func(section release.SectionKey, set, number int, median, least, most time.Duration) release.Forecast {
		return release.Forecast{Section: section, Set: set, Number: number, Runs: 2, Median: median, Least: least, Most: most}
	}
	r.Forecasts = []release.Forecast{
		forecast(release.Instructions, -1, 3, 41*time.Minute, 38*time.Minute, 44*time.Minute),
		forecast(release.BackoutSteps, 1, 1, 33*time.Minute, 30*time.Minute, 36*time.Minute),
	}
	return r
}

// handIn hands in a whole note of REL-1, with the runbook of the tests.
func (o *office) handIn(by release.PersonID) release.SubmittedNote {
	o.t.Helper()
	book, err := o.desk.ReadNotes(o.t.Context(), 1)
	o.must(err)
	n := release.ReleaseNote{
		Title: "Helix settlement", Reason: "Settlement runs again at volume.", Tag: "v1", Disruption: release.NoDisruption, Date: "2026-11-23",
		ReleasedTo: release.Signatory{Name: "Rachel Moss", Title: "Release Manager", Party: "System Integrator"},
		Issuer:     release.Signatory{Name: "Elle Ford", Title: "Release Manager", Party: "Elexon"},
		Manuals:    []release.Document{{Name: "Operator's guide", Version: "7", Date: "2026-11-02", Link: "https://docs.example/guide"}},
		Contents:   []release.NotedContent{{Item: "settle.jar", Says: "The settlement engine."}, {Item: "Operator's guide", Says: "How it is run."}},
		Resources:  []string{"A bridge line"}, Stakeholders: []string{"DCC"}, Approvals: []release.NotedApproval{{What: "The change", By: "The board"}},
		Runbook: runbook(),
	}
	for i, x := range release.Precautions() {
		if i >= len(n.Runbook.Prerequisites.Steps) {
			n.Runbook.Prerequisites.Steps = append(n.Runbook.Prerequisites.Steps, release.Step{Number: i + 1, Do: "See to the " + string(x), Who: "Ben Achterberg", Minutes: 5, Expect: "It is there."})
		}
		n.Runbook.Prerequisites.Steps[i].Covers = x
	}
	n.Runbook.Instructions.Steps[1].Files = []string{"settle.jar"}
	if build := book.Facts.Build; build != nil {
		n.Tag = build.Tag
	}
	for _, x := range book.Facts.Release.Content.Items {
		if x.Kind == release.ItemDefectFix {
			n.Fixed = append(n.Fixed, release.NotedDefect{ID: x.ID, Severity: x.Severity, Summary: x.Title})
			continue
		}
		n.Changes = append(n.Changes, release.NotedChange{ID: x.ID, Title: x.Title, Summary: x.Title})
	}
	if rfc := book.Facts.RFC; rfc.Number != 0 {
		n.Disruption, n.Date = rfc.Content.Disruption, rfc.Content.Window.From.Format(time.DateOnly)
	}
	handed, err := o.desk.SubmitNote(o.t.Context(), release.Intent{By: by}, 1, n)
	o.must(err)
	return handed
}
