package main

import (
	"os"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// note REL WHO FIELD=VALUE… hands a whole release note in as a file, in Slack. Its
// runbook has four prerequisites, six instructions with a way back each for the
// first four and the last two, and a check: 11 steps of 5 minutes each. tag names
// the build's tag, file its only file, items what the release contains, date the
// day, disruption what is announced.
func (s *scene) note(ts *testscript.TestScript, _ bool, args []string) {
	given := map[string]string{"date": s.clock.Now().In(s.programme.Location()).Format(time.DateOnly), "disruption": string(release.NoDisruption)}
	for _, pair := range args[2:] {
		field, value, _ := strings.Cut(pair, "=")
		given[field] = strings.ReplaceAll(value, `\n`, "\n")
	}
	n := release.ReleaseNote{
		Title: "Release", Reason: "It is needed.", Date: given["date"], Tag: given["tag"], Disruption: release.Disruption(given["disruption"]),
		ReleasedTo: release.Signatory{Name: "Amara Okafor", Title: "Release Manager"}, Issuer: release.Signatory{Name: "The provider", Title: "Release Manager"},
		Manuals:   []release.Document{{Name: "Guide", Version: "1", Date: "2023-01-02", Link: "https://docs.example/guide"}},
		Contents:  []release.NotedContent{{Item: given["file"], Says: "The service."}, {Item: "Guide", Says: "How it is run."}},
		Resources: []string{"A bridge line"}, Stakeholders: []string{"Every party"}, Approvals: []release.NotedApproval{{What: "The change", By: "Release Control Board"}},
		Runbook: sceneRunbook(given["file"]),
	}
	for _, x := range release.ParseItems(given["items"]) {
		if x.Kind == release.ItemDefectFix {
			n.Fixed = append(n.Fixed, release.NotedDefect{ID: x.ID, Severity: x.Severity, Summary: x.Title})
		}
		if x.Kind == release.ItemChangeRequest {
			n.Changes = append(n.Changes, release.NotedChange{ID: x.ID, Title: x.Title, Summary: x.Title})
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs("note.yaml"), reports.NoteTemplate(reports.NoteYAML, n), 0o600))
	s.as(ts, false, []string{args[1], "/release", "note", args[0], "file"})
	s.submit(ts, false, []string{args[1], "note-file/1=@note.yaml", "then=submit"})
	v, ok := s.box.OpenView(s.user(ts, args[1]))
	if said := string(v.Blocks); !ok || !strings.Contains(said, "is handed in") {
		ts.Fatalf("the note was answered with %s", said)
	}
}

// sceneRunbook is the runbook of the notes in scenes.
func sceneRunbook(file string) release.Runbook {
	step := func(n int, do string) release.Step {
		return release.Step{Number: n, Do: do, Who: "Release Manager", Minutes: 5, Expect: "It says OK."}
	}
	section := func(all ...string) release.Section {
		var x release.Section
		for i, do := range all {
			x.Steps = append(x.Steps, step(i+1, do))
		}
		return x
	}
	b := release.Runbook{
		Prerequisites: section("Look at the rights", "Look at the software", "Take the backups", "Look at the inventory"),
		Instructions:  section("Stop the service", "Install the file", "Change the configuration", "Migrate the first half", "Migrate the second half", "Start the service"),
		Checks:        section("Look whether it works"),
		Backout: []release.BackoutSet{
			{From: 1, To: 4, Section: section("Put the old file back", "Start the old service")},
			{From: 5, To: 6, Section: section("Restore the backup", "Put the old file back", "Start the old service")},
		},
	}
	for i, x := range release.Precautions() {
		b.Prerequisites.Steps[i].Covers = x
	}
	b.Instructions.Steps[1].Files, b.Instructions.Steps[1].Command = []string{file}, "install "+file+" /opt/service"
	return b
}
