package reports

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// DeploymentPaper returns the report of a deployment as a document: the plan
// against what happened, what went wrong and how it was solved, who signed (R36,
// R53, R55).
func (l Letterhead) DeploymentPaper(p *release.Programme, r release.DeploymentReport) Paper {
	t := deploymentPaper{programme: p, DeploymentReport: r}
	page := templates.Document{
		Lang: "en-GB", Programme: p.Name, Kicker: "Deployment report for " + release.ReleaseName(r.Release), Title: t.title(),
		Status: t.status(), Said: t.said(), Facts: t.cover(), Parts: t.parts(), Signed: t.signed(),
		Name: fmt.Sprintf("Deployment report of %s, run %d", release.ReleaseName(r.Release), r.Rollout), Digest: r.Digest(),
		Footer: []string{"Made from the record of the deployment. The ledger has the digest below: whoever makes the report anew gets the same."},
	}
	if l.Rehearsal {
		page.Banner = rehearsalBanner
	}
	return Paper{
		templates: l.Templates, page: page, markdown: documentMarkdown(page), at: r.Ended,
		file: safeName(fmt.Sprintf("deployment-report-%s-run-%d", release.ReleaseName(r.Release), r.Rollout)),
	}
}

// deploymentPaper writes the parts of a deployment report's document.
type deploymentPaper struct {
	release.DeploymentReport
	programme *release.Programme
}

func (t deploymentPaper) deployed() bool { return t.Outcome == release.RolloutDeployed }

func (t deploymentPaper) title() string {
	what := systemName(t.programme, t.System) + " " + t.Version.String()
	if t.deployed() {
		return what + " was deployed"
	}
	return what + " was rolled back"
}

func (t deploymentPaper) status() templates.Badge {
	switch {
	case !t.deployed():
		return templates.Badge{Text: "Rolled back", Tone: templates.Bad}
	case t.Overran > 0:
		return templates.Badge{Text: "Deployed after the window", Tone: templates.Warn}
	}
	return templates.Badge{Text: "Deployed", Tone: templates.Good}
}

func (t deploymentPaper) said() string {
	verb := "Signed off"
	if !t.deployed() {
		verb = "Reported"
	}
	return fmt.Sprintf("%s on %s by %s", verb, t.instant(t.Ended), t.programme.NameOf(t.SignedBy))
}

func (t deploymentPaper) instant(at time.Time) string {
	return release.Instant(at, t.programme.Location())
}

// clock shows an instant of the deployment: its day only where that is not the first.
func (t deploymentPaper) clock(at time.Time) string {
	loc := t.programme.Location()
	if at.In(loc).Format(time.DateOnly) == t.Started.In(loc).Format(time.DateOnly) {
		return at.In(loc).Format("15:04 MST")
	}
	return at.In(loc).Format("Mon 2 Jan 15:04 MST")
}

func (t deploymentPaper) cover() []templates.Fact {
	names := make([]string, len(t.Environments))
	for i, x := range t.Environments {
		names[i] = environmentName(t.programme, x.Environment)
	}
	facts := []templates.Fact{
		{Label: "Release", Value: fmt.Sprintf("%s, %s", release.ReleaseName(t.Release), t.Type)},
		{Label: "RFC", Value: release.RFCName(t.RFC)},
		{Label: "Release note", Value: fmt.Sprintf("version %d", t.Note), Note: "SHA-256 " + t.NoteDigest},
		{Label: "Build", Value: t.BuildName},
		{Label: "Environments", Value: strings.Join(names, ", ")},
		{Label: "Window", Value: t.Window.String()},
		{Label: "Begun", Value: t.instant(t.Started), Note: "by " + t.programme.NameOf(t.StartedBy)},
		{Label: "Over", Value: t.instant(t.Ended), Note: "after " + span(t.Ended.Sub(t.Started)) + t.overrun()},
	}
	return told(facts)
}

func (t deploymentPaper) overrun() string {
	if t.Overran == 0 {
		return ", inside its window"
	}
	return ", " + span(t.Overran) + " past the end of its window"
}

// span shows how long something took, in whole minutes.
func span(d time.Duration) string {
	if d > 0 && d < time.Minute {
		return "less than a minute"
	}
	return release.Lasting(d.Round(time.Minute))
}

func (t deploymentPaper) parts() []templates.Part {
	parts := []templates.Part{t.outcome(), t.summary()}
	for _, s := range t.Sections {
		parts = append(parts, t.section(s))
	}
	parts = append(parts,
		t.lines("Issues and how they were solved", "None was recorded.", release.LogIssue, release.LogResolution),
		t.lines("Errors in the instructions", "None was found.", release.LogErratum),
	)
	for _, x := range []struct {
		title string
		kind  release.LogKind
	}{{"Decisions under way", release.LogDecision}, {"Notes", release.LogNote}} {
		if len(t.Lines(x.kind)) > 0 {
			parts = append(parts, t.lines(x.title, "", x.kind))
		}
	}
	return append(parts, t.places(), t.approvals())
}

// outcome is how it ended, in the words of whoever signed.
func (t deploymentPaper) outcome() templates.Part {
	part := templates.Part{Title: "Outcome", Paragraphs: paragraphs(t.Words), Empty: "Nothing was said at the end."}
	if t.deployed() {
		return part
	}
	cause := "not a defect of the release: it may be deployed again in another window"
	if t.Defect {
		cause = "a defect of the release: it goes back to build and package"
	}
	part.Facts = []templates.Fact{{Label: "Cause", Value: cause}, {Label: "Went back", Value: t.instant(t.WentBack), Note: "decided by " + t.programme.NameOf(t.BackBy)}, {Label: "By", Value: t.Set}}
	if t.WentBack.IsZero() {
		part.Facts = part.Facts[:1]
	}
	return part
}

// summary holds the plan of each section against what happened.
func (t deploymentPaper) summary() templates.Part {
	part := templates.Part{Title: "Plan against actual", Table: templates.Table{Columns: []templates.Column{
		{Title: "Section", Width: 40}, {Title: "Steps done", Width: 15, Number: true}, {Title: "Planned", Width: 15, Number: true}, {Title: "Took", Width: 15, Number: true}, {Title: "Difference", Width: 15, Number: true},
	}}}
	var planned, took time.Duration
	for _, s := range t.Sections {
		done := 0
		for _, x := range s.Steps {
			if x.Result == release.StepDone {
				done++
			}
		}
		planned, took = planned+s.Planned, took+s.Took
		part.Table.Rows = append(part.Table.Rows, cells(head(s.Section.String()), plain(fmt.Sprintf("%d of %d", done, len(s.Steps))), plain(inMin(s.Planned)), plain(actual(s.Took, done > 0)), plain(difference(s.Planned, s.Took, finished(s)))))
	}
	if t.deployed() {
		part.Table.Totals = cells(plain("In all"), plain(""), plain(inMin(planned)), plain(inMin(took)), plain(difference(planned, took, true)))
	}
	return part
}

// finished tells whether every step of a section was done: only then its plan can
// be held against what it took.
func finished(s release.ReportedSection) bool {
	return !slices.ContainsFunc(s.Steps, func(x release.ReportedStep) bool { return x.Result != release.StepDone })
}

// inMin shows minutes as tables have them.
func inMin(d time.Duration) string {
	return fmt.Sprintf("%d min", int(d.Round(time.Minute)/time.Minute))
}

func actual(d time.Duration, known bool) string {
	if !known {
		return "–"
	}
	return inMin(d)
}

func difference(planned, took time.Duration, known bool) string {
	minutes := int((took.Round(time.Minute) - planned.Round(time.Minute)) / time.Minute)
	switch {
	case !known:
		return "–"
	case minutes == 0:
		return "none"
	case minutes < 0:
		return fmt.Sprintf("%d min less", -minutes)
	}
	return fmt.Sprintf("%d min more", minutes)
}

// signed is who began it and who signed it.
func (t deploymentPaper) signed() []templates.Signature {
	by := func(as string, id release.PersonID, at time.Time) templates.Signature {
		x := templates.Signature{As: as, Name: t.programme.NameOf(id), Done: "In gonogo on " + t.instant(at)}
		if person, ok := t.programme.Person(id); ok && len(person.Roles) > 0 {
			x.Note = person.Roles[0].Role.String() + ", " + partyName(t.programme, person.Roles[0].Party)
		}
		return x
	}
	as := "Signed off"
	if !t.deployed() {
		as = "Reported"
	}
	return []templates.Signature{by("Begun", t.StartedBy, t.Started), by(as, t.SignedBy, t.Ended)}
}
