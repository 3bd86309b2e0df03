package bot

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// tended is a programme that says how its environments are looked after, and whose
// environment managers may raise RFCs.
func tended() *release.Programme {
	p := site()
	p.Policy.Raisers = append(p.Policy.Raisers, release.EnvironmentManager)
	p.Operations = []release.OperationPractice{
		{ID: "nightly", Kind: release.Backup, Process: "Copied and read back.", Mechanism: "The scheduler's dump.", Timing: "every night", Owner: release.EnvironmentManager},
	}
	return p
}

// anOperation is an operation with everything that can be known of it.
func anOperation(kind release.OperationKind, state release.OperationState, rfc int) release.OperationView {
	v := release.OperationView{Programme: tended(), Operation: release.Operation{
		ID: 3, State: state, RFC: rfc, By: "eve", At: start, Content: release.OperationContent{
			Kind: kind, Environment: "sit-b", Systems: []release.SystemID{"helix", "dsp"}, Process: "As the runbook says <!channel>.", Mechanism: "pg_dump & co",
			Window: release.Window{From: start.Add(4 * time.Hour), To: start.Add(6 * time.Hour), Zone: "Europe/London"}, Disruption: release.NoDisruption, Contact: "eve",
		},
	}}
	if rfc != 0 {
		v.RFC = story(release.Go).RFC
		v.RFC.Number = rfc
		v.Operation.Content.Outage, v.Operation.Content.Disruption = true, release.ServerDown
	}
	if state != release.OperationPlanned {
		v.Operation.StartedAt, v.Operation.StartedBy = start.Add(4*time.Hour), "eve"
	}
	if state == release.OperationDone || state == release.OperationFailed {
		v.Operation.EndedAt, v.Operation.EndedBy, v.Operation.Words = start.Add(6*time.Hour+30*time.Minute), "eve", "2.1 GB, in the vault"
	}
	if kind.Replaces() {
		v.Operation.Versions = []release.BaselineVersion{{System: "helix", Version: release.Version{Major: 1, Minor: 2}}, {System: "dsp"}}
	}
	return v
}

// anIssue is a configuration issue as a report by hand raised it.
func anIssue() release.ConfigurationIssue {
	return release.ConfigurationIssue{
		ID: 3, Environment: "sit-b", System: "helix", Doubt: release.DoubtLower, Expected: release.Version{Major: 1, Minor: 2}, ExpectedBuild: "4711",
		ExpectedFrom: 7, Told: release.Version{Major: 1}, Source: "installation/12", By: "elle", At: start, Owner: "eve", Due: start.Add(32 * time.Hour),
	}
}

// What people see of operations, items and configuration issues, word for word.
func TestOperationGolden(t *testing.T) {
	o := open(t)
	goldenPage(t, "operation_planned", operationPage(anOperation(release.Export, release.OperationPlanned, 0), start, ""))
	goldenPage(t, "operation_running", operationPage(anOperation(release.Backup, release.OperationRunning, 12), start.Add(5*time.Hour), "REHEARSAL"))
	goldenPage(t, "operation_done", operationPage(anOperation(release.Refresh, release.OperationDone, 12), start, ""))
	v := anOperation(release.Backup, release.OperationPlanned, 0)
	c := Call{Command: "/env", By: v.Programme.People[2], Programme: v.Programme, now: start}
	e, _ := v.Programme.Environment("sit-b")
	for name, form := range map[string]*view{
		"form_operation":     o.bot.operationForm(c, e, release.Backup, []choice{{"helix", "Helix"}, {"dsp", "DSP"}}),
		"form_operation_end": o.bot.operationEndForm(anOperation(release.Refresh, release.OperationRunning, 12), sitB().Installed, endDone, ""),
		"form_issue":         o.bot.resolveForm(anIssue(), v.Programme),
	} {
		golden(t, name+".json", indented(t, form.ModalViewRequest))
		golden(t, name+".txt", readable(t, form.Blocks.BlockSet))
	}
	failed := anOperation(release.Export, release.OperationFailed, 0)
	issue := anIssue()
	resolved := issue
	resolved.ResolvedAt, resolved.ResolvedBy, resolved.Truth, resolved.Resolution = start.Add(time.Hour), "eve", issue.Expected, "The party looked again."
	for name, e := range map[string]release.Event{
		"notice_operation_started": {Kind: release.NoticeOperationStarted, At: start.Add(4 * time.Hour), By: "eve", Operation: &v.Operation},
		"notice_operation_failed":  {Kind: release.NoticeOperationEnded, At: start.Add(7 * time.Hour), By: "eve", Operation: &failed.Operation},
		"notice_issue":             {Kind: release.NoticeDoubt, At: start, By: "elle", Doubt: &issue},
		"notice_issue_resolved":    {Kind: release.NoticeDoubtResolved, At: start.Add(time.Hour), By: "eve", Doubt: &resolved},
	} {
		goldenPage(t, name, noticePage(release.Notice{Road: release.ByDirect, To: "eve", Event: e}, v.Programme, ""))
	}
	goldenPage(t, "env_issues", issuesPage(release.ConfigurationIssueView{Programme: v.Programme, Issues: []release.ConfigurationIssue{issue, resolved}}, false, start, ""))
	goldenPage(t, "env_issues_none", issuesPage(release.ConfigurationIssueView{Programme: v.Programme}, true, start, ""))
	env := sitB()
	env.Issues, env.Operations = []release.ConfigurationIssue{issue}, []release.OperationView{anOperation(release.Backup, release.OperationRunning, 12)}
	goldenPage(t, "env_show_doubt", o.bot.environmentPage(env, false))
	before, after := itemViews()
	goldenPage(t, "env_items", itemsPage(before, "", 1, ""))
	goldenPage(t, "env_items_system", itemsPage(release.ConfigurationView{Programme: before.Programme, Environment: before.Environment, At: start, Systems: before.Systems[1:]}, "helix", 1, ""))
	goldenPage(t, "env_compare", comparePage(before, after, ""))
}

// itemViews are the items of SIT B on two days.
func itemViews() (before, after release.ConfigurationView) {
	p := tended()
	e, _ := p.Environment("sit-b")
	at := func(system release.SystemID, minor int, build string, files ...string) release.SystemItems {
		x := release.SystemItems{Installed: release.Installation{Environment: e.ID, System: system, Version: release.Version{Major: 1, Minor: minor}, Build: build}}
		if build == "" {
			x.Unknown = "reported by hand, without its build"
			return x
		}
		x.Build = &release.Build{Name: build}
		for _, f := range files {
			name, version, _ := strings.Cut(f, " ")
			x.Build.BOM = append(x.Build.BOM, release.BOMLine{File: name, Version: version, Date: "2026-11-01"})
		}
		return x
	}
	many := []string{"settle.jar 1.10"}
	for i := range 30 {
		many = append(many, "lib/part-"+itoa(10+i)+".jar 1.0")
	}
	before = release.ConfigurationView{Programme: p, Environment: e, At: start.Add(-24 * time.Hour), Systems: []release.SystemItems{at("dsp", 0, ""), at("helix", 1, "4710", many...)}}
	after = release.ConfigurationView{Programme: p, Environment: e, At: start, Systems: []release.SystemItems{at("dsp", 1, ""), at("helix", 2, "4711", "settle.jar 1.11", "new.jar 1")}}
	return before, after
}

// onTended starts an office whose environments are looked after.
func onTended(t *testing.T) *office {
	t.Helper()
	return open(t, func(p *release.Programme, _ *Config) { *p = *tended() })
}

func operationFields(kind, outage, disruption string, from, to int) map[string]map[string]any {
	return map[string]map[string]any{
		release.FieldOperation: in(kind), release.FieldSystems: in("helix"), release.FieldBegins: when(from), release.FieldEnds: when(to),
		release.FieldOutage: in(outage), release.FieldInterrupt: in(disruption), release.FieldContact: in("eve"),
	}
}

// R45: an FYI backup from its form to its result, on its card and in its thread.
func TestOperationInSlack(t *testing.T) {
	o := onTended(t)
	wants(t, o.command(tom, "/env operation"), "Nothing is planned and nothing runs.", "Backup, every night: The scheduler's dump.")
	wants(t, o.command(tom, "/env operation SIT B"), "Operations are planned by")
	wants(t, o.command(eve, "/env operation SIT B party"), "is not a kind of operation")
	o.command(eve, "/env operation SIT B backup")
	o.submits(eve, release.FieldInterrupt, operationFields("backup", "yes", "none", 4, 6))
	o.submits(eve, "", operationFields("backup", "no", "none", 4, 6))
	o.work()
	card := o.last(rachel, board).Text
	wants(t, card, "Backup of Helix in SIT B", "Operation 1 is planned", "Copied and read back.", "The scheduler's dump.", "Outage: none needed")
	wants(t, o.command(tom, "/env show SIT B"), "Operations", "Backup of Helix in SIT B")
	wants(t, o.command(eve, "/env operation 1 start"), "Its window has not begun")
	wants(t, o.command(eve, "/env operation 9 start"), "There is no operation 9")
	wants(t, o.command(eve, "/env operation 1 dance"), "is not a step of an operation")
	o.clock.t = start.Add(4 * time.Hour)
	wants(t, o.command(eve, "/env operation 1 start"), "Operation 1 is running")
	wants(t, o.command(eve, "/env operation 1 done 2.1 GB"), "Operation 1 is done", "Result: 2.1 GB")
	o.work()
	wants(t, threadOf(o), "Started: Backup of Helix in SIT B", "Result: 2.1 GB")
}

// R45: a backup with an outage goes on with its RFC, in which everything known
// stands already; a refresh says which versions it left.
func TestOperationUnderItsRFC(t *testing.T) {
	o := onTended(t)
	o.command(eve, "/env operation SIT B")
	fields := operationFields("refresh", "yes", "server-down", 4, 6)
	fields[release.FieldProcess], fields[release.FieldMechanism] = in("Restore the copy of Friday."), in("pg_restore")
	o.submits(eve, "", fields)
	wants(t, o.command(eve, "/env operation 1"), "Operation 1 is planned, under RFC-1 (draft)")
	if text := o.command(tom, "/env operation"); strings.Contains(text, "Refresh") {
		t.Errorf("somebody else's draft is shown: %s", text)
	}
	o.submits(eve, "", map[string]map[string]any{
		release.FieldLikelihood: in("1"), release.FieldConsequence: in("2"), release.FieldRisk: in("Rehearsed."),
	})
	wants(t, o.command(tom, "/rfc list"), "Refresh of Helix in SIT B")
	o.must(o.store.Within(t.Context(), func(tx release.Tx) error {
		x, err := tx.Operation(1, release.ExclusiveLock)
		if err != nil {
			return err
		}
		x.State, x.StartedAt, x.StartedBy = release.OperationRunning, start, "eve"
		return tx.SaveOperation(x)
	}))
	o.command(eve, "/env operation 1 done")
	o.submits(eve, release.FieldVersions, map[string]map[string]any{release.FieldVersions: in("helix 1.x")})
	o.submits(eve, "", map[string]map[string]any{release.FieldVersions: in("helix 1.4.0.0")})
	wants(t, o.command(tom, "/env show SIT B"), "Helix: 1.4.0.0", "No drift")
}

// R106, M9: a wrong report raises an issue, which is shown, told and resolved; the
// items of the past stay as they were.
func TestIssueInSlack(t *testing.T) {
	o := onTended(t)
	o.must(o.store.Within(t.Context(), func(tx release.Tx) error {
		r := release.Release{Version: release.Version{Major: 1, Minor: 2}, Content: release.ReleaseContent{System: "helix", Type: release.Major}, Stage: release.ClosedStage}
		if err := tx.AddRelease(&r); err != nil {
			return err
		}
		build := release.Build{Release: r.Number, Name: "4711", BOM: []release.BOMLine{{File: "settle.jar", Version: "1.2", Date: "2026-11-01"}}}
		if err := tx.AddBuild(&build); err != nil {
			return err
		}
		return tx.AddInstallation(&release.Installation{Environment: "sit-b", System: "helix", Version: r.Version, Build: "4711", Release: 1, At: start.Add(-time.Hour)})
	}))
	wants(t, o.command(tom, "/env items SIT B"), "Helix 1.2.0.0 (build 4711): 1 file.")
	wants(t, o.command(tom, "/env items SIT B helix"), "settle.jar 1.2, 2026-11-01")
	wants(t, o.command(elle, "/env record SIT B helix 1.0.0.0"), "In doubt (issue 1)", "Eve Lindqvist finds out which is true")
	o.work()
	wants(t, o.last(eve, o.box.DM(eve)).Text, "Issue 1.", "Elle", "reported 1.0.0.0, a version that no release of it ever had; gonogo knows 1.2.0.0 (build 4711), which REL-1 brought.")
	wants(t, o.command(tom, "/env show SIT B"), "In doubt", "Issue 1.")
	wants(t, o.command(tom, "/env issues"), "Issue 1", "Open since 09:00 GMT")
	wants(t, o.command(tom, "/env issue 1"), "Until it is resolved, releases of Helix are not deployed there.")
	wants(t, o.command(tom, "/env issue 1 resolve"), "The issue stays open.")
	o.command(eve, "/env issue 1 resolve")
	o.submits(eve, release.FieldResult, map[string]map[string]any{fieldVersion: in("1.2.0.0"), release.FieldResult: in(" ")})
	o.submits(eve, "", map[string]map[string]any{fieldVersion: in("1.2.0.0"), release.FieldResult: in("The party looked again.")})
	wants(t, o.command(tom, "/env issues"), "No issue is open")
	wants(t, o.command(tom, "/env issues all"), "1.2.0.0 is true")
	wants(t, o.command(tom, "/env items SIT B helix"), "settle.jar 1.2")
	wants(t, o.command(tom, "/env compare SIT B at yesterday 12:00"), "Helix: not there → 1.2.0.0 (build 4711)")
	wants(t, o.command(tom, "/env compare SIT B"), "With what?")
	wants(t, o.command(tom, "/env compare SIT B UIT"), "1.2.0.0 (build 4711) → not there")
	wants(t, o.command(tom, "/env issues some"), "is not a list")
	wants(t, o.command(tom, "/env issue"), "Its number is missing")
}

// Whatever is told of operations and issues fits into Slack's limits and parses nothing.
func TestOperationLimits(t *testing.T) {
	checks(t, 25)
	rapid.Check(t, func(t *rapid.T) {
		text := func(n int) string { return "x" + hostile(n-1).Draw(t, "text") }
		v := anOperation(release.Refresh, release.OperationDone, 12)
		v.Operation.Content.Process, v.Operation.Content.Mechanism, v.Operation.Words = text(release.MaxText), text(release.MaxSentence), text(release.MaxSentence)
		for i := range v.Programme.Systems {
			v.Programme.Systems[i].Name = text(60)
		}
		harmless(t, "an operation", operationPage(v, start, "REHEARSAL"))
		i := anIssue()
		i.ToldBuild, i.ExpectedBuild, i.ResolvedAt, i.ResolvedBy, i.Resolution = text(release.MaxReference), text(release.MaxReference), start, "eve", text(release.MaxSentence)
		harmless(t, "an issue", issuePage(i, v.Programme, start, "REHEARSAL"))
		many := make([]release.ConfigurationIssue, 40)
		for n := range many {
			many[n] = i
		}
		harmless(t, "issues", issuesPage(release.ConfigurationIssueView{Programme: v.Programme, Issues: many}, false, start, "REHEARSAL"))
		before, after := itemViews()
		for n := range before.Systems[1].Build.BOM {
			before.Systems[1].Build.BOM[n].File, before.Systems[1].Build.BOM[n].Version = text(release.MaxBOMFile), text(release.MaxBOMVersion)
		}
		harmless(t, "a comparison", comparePage(before, after, ""))
		before.Systems = before.Systems[1:]
		harmless(t, "items", itemsPage(before, "helix", 1, ""))
	})
}
