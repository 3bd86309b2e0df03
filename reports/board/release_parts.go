package board

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// bomShown is how many files of a bill of materials a page lists; the release note
// has all of them.
const bomShown = 100

// buildsPart lists the builds, and the bill of materials of the one it carries (R78, R93).
func buildsPart(l release.Life) section {
	s := l.Standing
	x := section{ID: "builds", Title: "Builds and bill of materials", Empty: "No build is registered for it."}
	for _, b := range l.Builds {
		badge := templates.Badge{}
		if b.ID == s.Release.Build {
			badge = templates.Badge{Text: "Carried now", Tone: templates.Good}
		}
		x.Said = append(x.Said, saying{
			Who: "Build " + b.Name, Badge: badge, Note: "by " + s.Programme.NameOf(b.By) + ", " + when(b.At, s.Programme),
			Words: "From tag " + b.Tag + " of " + b.Repository + ", commit " + b.Commit + ".\nPackage sha256 " + b.Digest + ", " + count(len(b.BOM), "file", "files") + ".",
		})
	}
	if s.Build == nil {
		return x
	}
	x.Table = templates.Table{
		Caption: "Bill of materials of build " + s.Build.Name, Columns: []templates.Column{{Title: "File"}, {Title: "Version"}, {Title: "Date"}, {Title: "Digest"}},
	}
	for _, f := range s.Build.BOM[:min(len(s.Build.BOM), bomShown)] {
		x.Table.Rows = append(x.Table.Rows, []templates.Cell{{Text: f.File, Head: true}, {Text: f.Version}, {Text: f.Date}, {Text: f.Digest, Fine: true}})
	}
	if n := len(s.Build.BOM) - bomShown; n > 0 {
		x.Table.Caption += fmt.Sprintf(", its first %d of %d files", bomShown, len(s.Build.BOM))
	}
	return x
}

// notesPart lists the release notes as they were handed in.
func notesPart(l release.Life) section {
	p := l.Standing.Programme
	x := section{ID: "notes", Title: "Release notes", Empty: "No release note was handed in yet."}
	x.Table = templates.Table{Caption: "Release notes, the newest first", Columns: []templates.Column{{Title: "Note"}, {Title: "Handed in"}, {Title: "Known issues left"}, {Title: "Digest"}}}
	for _, n := range l.Notes {
		x.Table.Rows = append(x.Table.Rows, []templates.Cell{
			{Text: "Version " + count0(n.Version), Link: paperPath(n.Release, "note", "version", int64(n.Version), ""), Head: true, Note: n.Note.Title}, {Text: when(n.At, p), Note: "by " + p.NameOf(n.By)},
			{Text: count0(len(n.Note.Outstanding))}, {Text: n.Digest, Fine: true},
		})
	}
	return x
}

// issuesPart are the known issues that the newest note leaves, with what helps (R81).
func issuesPart(l release.Life) section {
	x := section{ID: "known-issues", Title: "Known issues and workarounds", Empty: "No release note names one."}
	if len(l.Notes) > 0 {
		for _, d := range l.Notes[0].Note.Outstanding {
			x.Said = append(x.Said, saying{Who: d.ID + ": " + d.Summary, Badge: templates.Badge{Text: capital(string(d.Severity))}, Words: workaround(d.Workaround)})
		}
	}
	return x
}

func workaround(words string) string {
	if words == "" {
		return ""
	}
	return "Workaround: " + words
}

// deploymentsPart tells plan against actual of each deployment (R36, R53).
func deploymentsPart(l release.Life) section {
	p := l.Standing.Programme
	x := section{ID: "deployments", Title: "Deployments", Empty: "It was not deployed yet."}
	for _, run := range l.Runs {
		report := run.DeploymentReport()
		done, total := run.Progress()
		badge := templates.Badge{Text: capital(strings.ReplaceAll(string(run.State), "-", " ")), Tone: templates.Act}
		switch run.State { //nolint:exhaustive // the others are under way
		case release.RolloutDeployed:
			badge.Tone = templates.Good
		case release.RolloutBack:
			badge.Tone = templates.Bad
		}
		words := placeNames(p, run.Environments) + ". " + fmt.Sprintf("%d of %d steps done.", done, total)
		if run.State.Over() {
			words += " Took " + release.Lasting(report.Ended.Sub(report.Started).Round(time.Minute)) + "; report sha256 " + report.Digest() + "."
		}
		if report.Overran > 0 {
			words += " It overran its window by " + release.Lasting(report.Overran.Round(time.Minute)) + "."
		}
		if report.Words != "" {
			words += "\n" + report.Words
		}
		said := saying{Who: "Version " + run.Version.String() + " from " + when(report.Started, p), Badge: badge, Words: words}
		if reported(run) {
			said.Links = []templates.Link{
				{Text: fmt.Sprintf("Report of run %d", run.ID), URL: paperPath(run.Release, "report", "run", run.ID, "")},
				{Text: fmt.Sprintf("Report of run %d (PDF)", run.ID), URL: paperPath(run.Release, "report", "run", run.ID, "pdf")},
			}
		}
		x.Said = append(x.Said, said)
		if len(x.Table.Rows) == 0 {
			x.Table = stepsTable(report, p)
		}
	}
	return x
}

// stepsTable is the newest deployment, section by section.
func stepsTable(r release.DeploymentReport, p *release.Programme) templates.Table {
	t := templates.Table{Caption: "The newest deployment, plan against actual", Columns: []templates.Column{{Title: "Part"}, {Title: "Step"}, {Title: "Planned", Number: true}, {Title: "Took", Number: true}, {Title: "Result"}}}
	for _, s := range r.Sections {
		for _, x := range s.Steps {
			by := ""
			if x.By != release.Clockwork {
				by = p.NameOf(x.By) + ", " + when(x.At, p)
			}
			t.Rows = append(t.Rows, []templates.Cell{
				{Text: capital(string(s.Section)) + " " + count0(x.Number), Head: true}, {Text: x.Do}, {Text: lasting(x.Planned)}, {Text: lasting(x.Took)},
				{Text: string(x.Result), Note: by},
			})
		}
	}
	return t
}

func lasting(d time.Duration) string {
	if d == 0 {
		return ""
	}
	return release.Lasting(d.Round(time.Minute))
}

// reviewsPart tells how people looked back on it (R38, R55).
func reviewsPart(l release.Life) section {
	p := l.Standing.Programme
	x := section{ID: "review", Title: "Review and lessons", Empty: "It was not reviewed yet: a review opens when it is deployed or rolled back."}
	for _, v := range l.Reviews {
		sum := v.Summary
		badge := templates.Badge{Text: "Open", Tone: templates.Act}
		note := "answers are due " + when(v.Review.Due, p)
		if !v.Review.Open() {
			badge, note = templates.Badge{Text: "Closed", Tone: templates.Good}, "by "+p.NameOf(v.Review.ClosedBy)+", "+when(v.Review.ClosedAt, p)
		}
		words := fmt.Sprintf("%d of %d answered. Objectives met: %d yes, %d partly, %d no. Told in time: %d yes, %d too late. Signed off by %d.", sum.Answered(), len(sum.Heard),
			sum.Objectives[release.MetYes], sum.Objectives[release.MetPartly], sum.Objectives[release.MetNo], sum.InTime, sum.TooLate, sum.SignedOff)
		if sum.Statement != "" {
			words += "\n" + sum.Statement
		}
		x.Said = append(x.Said, saying{Who: "Review of what was " + v.Review.Outcome(), Badge: badge, Note: note, Words: words})
		for _, lesson := range sum.Lessons {
			if !v.Review.Open() {
				x.Said = append(x.Said, saying{Who: "Lesson, from " + lesson.Cause.String(), Note: p.NameOf(lesson.Person), Words: lesson.Words})
			}
		}
	}
	return x
}

// dueBadge says how something that is due stands.
func dueBadge(open, overdue bool, ended string) templates.Badge {
	switch {
	case overdue:
		return templates.Badge{Text: "Overdue", Tone: templates.Bad}
	case open:
		return templates.Badge{Text: "Open", Tone: templates.Warn}
	}
	return templates.Badge{Text: ended, Tone: templates.Good}
}

// actionsPart lists what is left to be done after the deployment (R40).
func actionsPart(l release.Life) section {
	s := l.Standing
	t := templates.Table{Caption: "Actions, by the day they are due", Columns: []templates.Column{{Title: "What"}, {Title: "Owner"}, {Title: "Due"}, {Title: "Stands"}}}
	for _, a := range s.Actions {
		ended := "Done"
		if a.Cancelled != "" {
			ended = "Not to be done"
		}
		t.Rows = append(t.Rows, []templates.Cell{
			{Text: a.What, Note: "from " + a.From.String(), Head: true}, {Text: s.Programme.NameOf(a.Owner)}, {Text: when(a.Due, s.Programme)},
			{Badge: dueBadge(a.Open(), a.Overdue(s.Now), ended), Note: a.Evidence + a.Cancelled},
		})
	}
	return section{ID: "actions", Title: "Work-off actions", Table: t, Files: filesOf(s.Release, "actions", len(t.Rows)), Empty: "Nothing is left to be worked off."}
}

// filesOf offers a list of a release's, where it has rows.
func filesOf(r release.Release, list string, rows int) files {
	if rows == 0 {
		return files{}
	}
	return exported(capital(list)+" of "+r.Name(), list, url.Values{"release": {count0(r.Number)}})
}

// debtsPart lists what emergencies left behind (M6).
func debtsPart(l release.Life) section {
	s := l.Standing
	t := templates.Table{Caption: "Debts, by the day they are due", Columns: []templates.Column{{Title: "What"}, {Title: "Owner"}, {Title: "Due"}, {Title: "Stands"}}}
	for _, d := range l.Debts {
		t.Rows = append(t.Rows, []templates.Cell{
			{Text: d.What(), Head: true}, {Text: s.Programme.NameOf(d.Owner)}, {Text: when(d.Due, s.Programme)},
			{Badge: dueBadge(d.Open(), d.Overdue(s.Now), "Settled"), Note: d.Evidence},
		})
	}
	return section{ID: "debts", Title: "Debts of emergencies", Table: t, Files: filesOf(s.Release, "debts", len(t.Rows)), Empty: "No emergency left it anything to settle."}
}

// supportPart is its early life support (S1).
func supportPart(l release.Life) section {
	s := l.Standing
	x := section{ID: "support", Title: "Early life support", Empty: "It begins with the deployment."}
	if l.Support == nil {
		return x
	}
	badge := "over"
	if l.Support.Covers(s.Now) {
		badge = "running"
	}
	x.Facts = fact(x.Facts, "From", when(l.Support.From, s.Programme), "")
	x.Facts = fact(x.Facts, "Until", when(l.Support.Until, s.Programme), badge)
	x.Table = templates.Table{Caption: "Issues", Columns: []templates.Column{{Title: "Issue"}, {Title: "Severity"}, {Title: "Logged"}, {Title: "Stands"}}}
	for _, i := range l.Issues {
		x.Table.Rows = append(x.Table.Rows, []templates.Cell{
			{Text: i.Title, Note: i.Ref, Head: true}, {Text: capital(string(i.Severity))}, {Text: when(i.At, s.Programme), Note: "by " + s.Programme.NameOf(i.By)},
			{Badge: dueBadge(i.Open(), false, "Resolved"), Note: i.Resolution},
		})
	}
	return x
}

// timelinePart is what happened, the newest first, each with its place in the ledger.
func timelinePart(entries []release.LedgerEntry, v visitor) section {
	t := templates.Table{Caption: "What happened, the newest first", Columns: []templates.Column{{Title: "When"}, {Title: "What"}, {Title: "By"}, {Title: "Ledger", Number: true}}}
	for _, e := range entries {
		if !e.ShownTo(v.who.ID) {
			continue
		}
		what, note := happened(e)
		t.Rows = append(t.Rows, []templates.Cell{
			{Text: when(e.At, v.programme)}, {Text: what, Note: release.Clip(templates.OneLine(note), 200)}, {Text: byWhom(e.By, v.programme)},
			{Text: fmt.Sprint(e.Index), Link: ledgerPath(e.Index)},
		})
	}
	return section{ID: "history", Title: "What happened", Table: t, Empty: "Nothing was sealed about it yet."}
}
