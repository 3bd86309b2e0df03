package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// build is what the form of a build is filled in with: its digest is of nothing
// but its name.
func (l *life) build() map[string]any {
	l.builds++
	name, tag := fmt.Sprintf("%s-%d", l.version, l.builds), "v"+l.version
	if l.builds > 1 {
		tag += fmt.Sprintf("-build%d", l.builds)
	}
	sum := sha256.Sum256([]byte(name))
	digest := hex.EncodeToString(sum[:])
	return map[string]any{
		release.FieldBuild: name, release.FieldTag: tag, release.FieldDigest: digest,
		release.FieldBOM: "file,version,date,digest\nexchange.jar," + l.version + ",2026-11-16,sha256:" + digest,
	}
}

// raised is what an RFC says beyond its release.
func (l *life) raised() map[string]any {
	return map[string]any{
		release.FieldImpact: "Participants connect to the new endpoint from the next morning on.", release.FieldLikelihood: "2",
		release.FieldConsequence: "3", release.FieldRisk: "The version before is kept and can be started again within the hour.",
		release.FieldDisruption: string(release.NoDisruption),
	}
}

// note hands in the release note as one file: what gonogo knows of it, and the
// runbook of an evening.
func (l *life) note(ctx context.Context, by release.Person) error {
	book, err := l.app.desk.ReadNotes(ctx, l.number)
	if err != nil {
		return err
	}
	n := release.PrefillNote(book.Facts, nil)
	n.BOM = book.Facts.Build.BOM
	fillNote(&n, by.Name)
	name := release.ReleaseName(l.number)
	return l.fills(ctx, by, "/release note "+name+" file", map[string]any{
		"note-file/1": workspace.File{Name: "release-note.yaml", Data: reports.NoteTemplate("yaml", n)}, "then": "submit",
	})
}

// fillNote fills in what only people know.
func fillNote(n *release.ReleaseNote, who string) {
	step := func(number int, do, expect string, minutes int, files ...string) release.Step {
		return release.Step{Number: number, Do: do, Who: who, Minutes: minutes, Expect: expect, Files: files}
	}
	n.Reason = "The first participants exchange messages over it."
	n.Resources, n.Stakeholders = []string{"A bridge line", "Two engineers of the provider"}, []string{"Every participant"}
	for i := range n.Contents {
		n.Contents[i].Says = "Takes messages and passes them on."
	}
	for i := range n.Changes {
		n.Changes[i].Summary = "Participants are let in one after the other."
	}
	b := &n.Runbook
	b.Prerequisites.Steps = nil
	for i, p := range release.Precautions() {
		s := step(i+1, map[release.Precaution]string{
			release.AdminRights: "Sign in with the release account.", release.RequiredSoftware: "See that Java 21 is there.",
			release.BackupsTaken: "Take a backup of the database.", release.InventoryChecked: "Compare the inventory with the bill of materials.",
		}[p], "It is as it should be.", 5)
		s.Covers = p
		b.Prerequisites.Steps = append(b.Prerequisites.Steps, s)
	}
	b.Instructions.Steps = []release.Step{
		step(1, "Stop the exchange.", "No process of it runs.", 5), step(2, "Copy the new files into place.", "Their digests are those of the bill.", 10, n.BOM[0].File),
		step(3, "Open the new port.", "The firewall names it.", 5), step(4, "Check the certificates.", "None ends within a month.", 5),
		step(5, "Bring the database to the new schema.", "The last migration is named.", 20), step(6, "Start the exchange.", "It says that it is ready.", 10),
	}
	b.Checks.Steps = []release.Step{step(1, "Send a message there and back.", "It comes back within a second.", 10)}
	b.Backout = []release.BackoutSet{
		{From: 1, To: 4, Section: release.Section{Steps: []release.Step{step(1, "Put the files of before back and start the exchange.", "It says that it is ready.", 10)}}},
		{From: 5, To: 6, Section: release.Section{Steps: []release.Step{
			step(1, "Stop the exchange and load the backup.", "The last migration of before is named.", 30),
			step(2, "Put the files of before back and start the exchange.", "It says that it is ready.", 10),
		}}},
	}
}

// deploy does what the deployment under way waits for.
func (l *life) deploy(ctx context.Context, s release.Standing) error {
	views, err := l.app.desk.Rollouts(ctx, release.RolloutFilter{Release: l.number, Mode: release.LiveRollout, Limit: 1})
	if err != nil || len(views) == 0 {
		return fmt.Errorf("no deployment is under way: %w", err)
	}
	view := views[0]
	name := s.Release.Name()
	turn := l.programme.WhoseTurn(view.Rollout, view.Release)
	ids := make([]release.PersonID, len(turn))
	for i, x := range turn {
		ids[i] = x.ID
	}
	by, err := l.someone(ids)
	if err != nil {
		return err
	}
	if view.Rollout.State == release.RolloutSigning {
		l.tellf("Every step is done. %s signs off.", by.Name)
		return l.fills(ctx, by, "/release run "+name+" sign", map[string]any{})
	}
	_, step, _ := view.Rollout.At()
	if err := l.clock.MoveTo(ctx, l.clock.Now().Add(time.Duration(step.Minutes)*time.Minute)); err != nil {
		return err
	}
	l.tellf("Done by %s: %s", by.Name, step.Do)
	return l.types(ctx, by, "/release run "+name+" done")
}

// review answers the review that is closed next, as one of those it asks, and
// closes it at its end.
func (l *life) review(ctx context.Context, by release.Person) error {
	views, err := l.app.desk.ReadReviews(ctx, l.number)
	if err != nil {
		return err
	}
	views = slices.DeleteFunc(views, func(v release.ReviewView) bool { return !v.Review.Open() })
	if len(views) == 0 {
		return fmt.Errorf("no review is open")
	}
	v := views[len(views)-1] // the newest comes first
	ids := make([]release.PersonID, len(v.Review.Asked))
	for i, x := range v.Review.Asked {
		ids[i] = x.Person
	}
	asked, err := l.someone(ids)
	if err != nil {
		return err
	}
	name := release.ReleaseName(l.number)
	if _, answered := v.Mine(asked.ID); !answered {
		l.tellf("%s, one of %d whom the review asks, answers it.", asked.Name, len(ids))
		err = l.fills(ctx, asked, fmt.Sprintf("/release review %s %d answer", name, v.Review.ID), map[string]any{
			release.FieldObjectives: string(release.MetYes), release.FieldInTime: release.InTime, release.FieldSignOff: "signed",
			release.LessonField(0, release.FieldLesson): "Opening the port takes longer than planned.", release.LessonField(0, release.FieldCause): string(release.Causes()[0]),
		})
		if err != nil {
			return err
		}
	}
	if now := l.clock.Now(); now.Before(v.Review.Due) {
		return l.clock.MoveTo(ctx, v.Review.Due.Add(time.Minute)) // then it can be closed
	}
	return l.types(ctx, by, "/release review "+name+" close")
}
