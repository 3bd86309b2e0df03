package reports

import (
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// reported is a section of the runbook whose steps took some minutes; fewer than
// there are steps leaves the rest undone.
func reported(key release.SectionKey, s release.Section, from time.Time, took ...int) release.ReportedSection {
	minutes := func(n int) time.Duration { return time.Duration(n) * time.Minute }
	out := release.ReportedSection{Section: key, Planned: minutes(s.Minutes())}
	at := from
	for i, x := range s.Steps {
		step := release.ReportedStep{Number: x.Number, Do: x.Do, Who: x.Who, Expect: x.Expect, Planned: minutes(x.Minutes)}
		if i < len(took) {
			begun := at
			at = at.Add(minutes(took[i]))
			step.Took, step.By, step.At, step.Result = minutes(took[i]), "arjun", at, release.StepDone
			step.Tries = []release.StepRun{{Section: key, Number: x.Number, Began: begun, Ended: at, Result: release.StepDone, By: "arjun"}}
		}
		out.Steps = append(out.Steps, step)
	}
	out.Took = at.Sub(from)
	return out
}

// deployed is the report of a deployment with a step that failed once.
func deployed() release.DeploymentReport {
	book, begun := shapingRunbook(), in(157)
	line := func(kind release.LogKind, after int, number int, words string) release.LogLine {
		return release.LogLine{Kind: kind, At: begun.Add(time.Duration(after) * time.Minute), By: "mei", Section: release.Instructions, Number: number, Words: words}
	}
	r := release.DeploymentReport{
		Rollout: 5, Release: 7, RFC: 12, System: "load-shaping", Type: release.Minor, Version: release.Version{Major: 1, Minor: 4}, Build: 3, BuildName: "load-shaping-1.4.0.0+881",
		Note: 2, NoteDigest: strings.Repeat("1c00d747", 8), Environments: []release.ReportedPlace{{Environment: "uit", Before: release.Version{Major: 1, Minor: 3, Patch: 2}, After: release.Version{Major: 1, Minor: 4}}},
		Window: release.Window{From: in(157), To: in(161), Zone: "Europe/London"}, Started: begun, Ended: begun.Add(131 * time.Minute), StartedBy: "seun",
		Outcome: release.RolloutDeployed, SignedBy: "siobhan", Words: "All checks were right; DEF-1187 is gone.\n\nThe curves took longer than planned → see the work-off action.",
		Sections: []release.ReportedSection{
			reported(release.Prerequisites, book.Prerequisites, begun, 4, 5, 28, 3), reported(release.Instructions, book.Instructions, begun.Add(40*time.Minute), 5, 10, 26, 31, 4),
			reported(release.PostChecks, book.Checks, begun.Add(116*time.Minute), 1, 13),
		},
		Log: []release.LogLine{
			line(release.LogIssue, 62, 3, "flyway: “validate failed: migration checksum mismatch for version 26”"), line(release.LogResolution, 70, 3, "Repaired the schema history with flyway repair; nothing else was changed."),
			line(release.LogErratum, 71, 3, "The path of the configuration is /etc/helix/flyway-uit.conf, not flyway.conf."), line(release.LogNote, 90, 4, "Łukasz watches the queue."),
		},
		Approvals: []release.DecidedBallot{
			{Ballot: 31, Purpose: release.Approval, Outcome: release.OutcomeGo, Digest: "sha256:" + strings.Repeat("ab", 32), At: in(40)},
			{Ballot: 36, Purpose: release.Deployment, Outcome: release.OutcomeGo, Digest: "sha256:" + strings.Repeat("ab", 32), At: in(150)},
		},
	}
	step := &r.Sections[1].Steps[2]
	step.Forecast = 24 * time.Minute
	step.Tries = append([]release.StepRun{{Section: release.Instructions, Number: 3, Began: begun.Add(55 * time.Minute), Ended: begun.Add(62 * time.Minute), Result: release.StepFailed, By: "mei", Words: "checksum mismatch"}}, step.Tries...)
	return r
}

// rolledBack is the report of one that went back after its third step.
func rolledBack() release.DeploymentReport {
	r := deployed()
	book := shapingRunbook()
	r.Outcome, r.Defect, r.Words, r.WentBack, r.BackBy, r.Set = release.RolloutBack, true, "The new table locks the old reports.", r.Started.Add(80*time.Minute), "amara", book.Backout[1].Name()
	r.Environments[0].After, r.Ended, r.Overran = r.Environments[0].Before, in(161.5), 30*time.Minute
	r.Sections[1] = reported(release.Instructions, book.Instructions, r.Started.Add(40*time.Minute), 5, 10)
	failed := &r.Sections[1].Steps[2]
	failed.Result, failed.By, failed.At = release.StepFailed, "mei", r.Started.Add(78*time.Minute)
	failed.Tries = []release.StepRun{{Began: r.Started.Add(55 * time.Minute), Ended: failed.At, Result: release.StepFailed, By: "mei", Words: "lock timeout"}}
	r.Sections[2] = reported(release.PostChecks, book.Checks, r.Ended)
	r.Sections = append(r.Sections, reported(release.BackoutSteps, book.Backout[1].Section, r.WentBack, 140, 30))
	r.Log = append(r.Log[:1:1], release.LogLine{Kind: release.LogDecision, At: r.WentBack, By: "amara", Section: release.Instructions, Number: 3, Words: "We go back."})
	return r
}

// R36, R53, R55: what a reader of a deployment's report sees, in each form.
func TestDeploymentPaper(t *testing.T) {
	for name, r := range map[string]release.DeploymentReport{"deployed": deployed(), "rolled-back": rolledBack()} {
		x := letterhead(t).DeploymentPaper(board(), r)
		golden(t, "deployment-"+name+".html", file(t, x, AsHTML))
		golden(t, "deployment-"+name+".md", file(t, x, AsMarkdown))
		golden(t, "deployment-"+name+".pdf.txt", pdfText(t, file(t, x, AsPDF)))
	}
}
