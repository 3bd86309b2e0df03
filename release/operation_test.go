package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// newOperations is a board in whose programme the environment manager may raise RFCs.
func newOperations(t tester) *board {
	t.Helper()
	b := newBoard(t)
	p := landscape()
	p.Policy.Raisers = []release.Role{release.ReleaseManager, release.EnvironmentManager}
	b.apply(p)
	return b
}

// operation can be planned at monday: an export of Helix from hour 4 to hour 6.
func operation(kind release.OperationKind, outage bool) release.OperationContent {
	c := release.OperationContent{
		Kind: kind, Environment: "sit-a", Systems: []release.SystemID{"helix"}, Process: "As the runbook of the environment says.",
		Mechanism: "pg_dump", Window: hours(4, 6), Outage: outage, Disruption: release.NoDisruption, Contact: "env",
	}
	if outage {
		c.Disruption = release.ServerDown
	}
	return c
}

func (b *board) plan(c release.OperationContent) release.OperationView {
	b.Helper()
	v, err := b.desk.PlanOperation(b.Context(), b.as("env"), c)
	b.must(err)
	return v
}

// agreedOn completes and raises the RFC of an operation and brings it to its Go, which
// takes 40 minutes.
func (b *board) agreedOn(v release.OperationView) {
	b.Helper()
	c := v.RFC.Content
	c.Risk = release.Risk{Likelihood: 1, Consequence: 3, Sentence: "The way back is rehearsed."}
	r, err := b.desk.RaiseRFC(b.Context(), b.as("env"), v.RFC.Number, v.RFC.Revision, c)
	b.must(err)
	b.everybody(b.poll(r.Number).ID, release.VoteGo)
	b.pass(30 * time.Minute)
	_, err = b.desk.OpenGoNoGo(b.Context(), b.as("rm"), r.Number, time.Time{})
	b.must(err)
	b.everybody(b.poll(r.Number).ID, release.VoteGo)
	b.pass(10 * time.Minute)
	b.in(r.Number, release.Go)
}

func (b *board) at(hour float64) { b.clock = monday.Add(time.Duration(hour * float64(time.Hour))) }

// R45: exports and backups are told unless they need an outage; refreshes and
// rollbacks follow the release process, and so does a data load until the
// programme says otherwise, which it may for the data load alone.
func TestOperationRoutes(t *testing.T) {
	for _, test := range []struct {
		kind             release.OperationKind
		calm, outage     bool // whether the release process applies
		notice, unlessed bool // whether the programme may choose the lighter routes
	}{
		{release.Export, false, true, false, true}, {release.Backup, false, true, false, true}, {release.DataLoad, true, true, true, true},
		{release.Refresh, true, true, false, false}, {release.Restore, true, true, false, false},
	} {
		var p release.Policy
		if p.RouteOf(test.kind, false) != test.calm || p.RouteOf(test.kind, true) != test.outage {
			t.Errorf("%s: governed %v, with an outage %v", test.kind, p.RouteOf(test.kind, false), p.RouteOf(test.kind, true))
		}
		if release.MayRoute(test.kind, release.RouteNotice) != test.notice || release.MayRoute(test.kind, release.RouteUnlessOutage) != test.unlessed ||
			!release.MayRoute(test.kind, release.RouteRelease) || release.MayRoute(test.kind, "by post") {
			t.Errorf("%s: the programme's choice is another", test.kind)
		}
	}
	p := release.Policy{Operations: map[release.OperationKind]release.OperationRoute{
		release.DataLoad: release.RouteNotice, release.Export: release.RouteRelease, release.Backup: release.RouteUnlessOutage,
	}}
	got := []bool{p.RouteOf(release.DataLoad, true), p.RouteOf(release.Export, false), p.RouteOf(release.Backup, false), p.RouteOf(release.Backup, true)}
	if diff := cmp.Diff([]bool{false, true, false, true}, got); diff != "" {
		t.Errorf("chosen routes: %s", diff)
	}
}

// R45: an export without an outage is told to everybody impacted and nobody
// votes; it runs in its window and its result is told the same people.
func TestOperationIsToldOnly(t *testing.T) {
	b := newOperations(t)
	before := b.store.snapshot()
	v := b.plan(operation(release.Export, false))
	everybody := []release.PersonID{"dcc-rep", "dno-rep", "env", "ex-rep", "rm", "sup-rep"}
	if diff := cmp.Diff(everybody, b.told(release.NoticeOperation, release.ByMail)); diff != "" {
		t.Errorf("told by mail: %s", diff)
	}
	if v.RFC.Number != 0 || len(b.store.snapshot().RFCs) != 0 || len(b.store.snapshot().Polls) != 0 {
		t.Errorf("an export made an RFC or a vote: %+v", v)
	}
	b.at(3.9)
	refused(t, second(b.desk.StartOperation(t.Context(), b.as("env"), v.Operation.ID)), release.CodeState)
	_, err := b.book("env", release.Booking{Environment: "sit-a", Kind: release.BookFreeze, Window: hours(4, 5), Why: "Audit"})
	b.must(err) // it stops what changes something, and an export does not
	b.at(4)
	started, err := b.desk.StartOperation(t.Context(), b.as("env"), v.Operation.ID)
	b.must(err)
	if started.Operation.State != release.OperationRunning {
		t.Errorf("started: %+v", started)
	}
	b.at(6.5)
	done, err := b.desk.EndOperation(t.Context(), b.as("env"), v.Operation.ID, release.OperationEnd{Words: "2.1 GB, in the vault"})
	b.must(err)
	if o := done.Operation; o.State != release.OperationDone || o.Words != "2.1 GB, in the vault" || o.Overran(done.Window(), b.clock) != 30*time.Minute {
		t.Errorf("done: %+v", o)
	}
	if diff := cmp.Diff(everybody, b.told(release.NoticeOperationEnded, release.ByMail)); diff != "" {
		t.Errorf("the result was told: %s", diff)
	}
	want := []release.EntryKind{release.OperationAdded, release.EnvironmentBooked, release.OperationStarted, release.OperationEnded}
	if diff := cmp.Diff(want, b.kinds(before)); diff != "" {
		t.Errorf("ledger: %s", diff)
	}
	refused(t, second(b.desk.StartOperation(t.Context(), b.as("env"), v.Operation.ID)), release.CodeState)
}

// R45: a backup with an outage is not announced. Its RFC is drafted, known to its
// author alone (T34), and only its Go lets the backup start, inside the window.
func TestOperationWithAnOutage(t *testing.T) {
	b := newOperations(t)
	v := b.plan(operation(release.Backup, true))
	id := v.Operation.ID
	if len(b.told(release.NoticeOperation, release.ByMail)) != 0 || v.RFC.State != release.Draft || v.RFC.Content.Kind != release.ConfigurationOperation {
		t.Fatalf("it was announced, or no RFC drafted: %+v", v.RFC)
	}
	refused(t, second(b.desk.ReadOperation(t.Context(), "rm", id)), release.CodeNotFound)
	all, err := b.desk.Operations(t.Context(), "rm", release.OperationFilter{Under: true})
	b.must(err)
	if len(all) != 0 {
		t.Errorf("somebody else's draft is listed: %+v", all)
	}
	refused(t, second(b.desk.StartOperation(t.Context(), b.as("ex-rm"), id)), release.CodeNotFound)
	b.at(4)
	r := refused(t, second(b.desk.StartOperation(t.Context(), b.as("env"), id)), release.CodeState)
	if diff := cmp.Diff([]string{"go"}, keys(r.Blockers)); diff != "" || r.Blockers[0].Act != "/rfc edit 1" {
		t.Errorf("without an RFC: %v", r)
	}
	b.at(0)
	b.agreedOn(v)
	r = refused(t, second(b.desk.StartOperation(t.Context(), b.as("env"), id)), release.CodeState)
	if diff := cmp.Diff([]string{"window"}, keys(r.Blockers)); diff != "" {
		t.Errorf("before its window: %s", diff)
	}
	b.at(4)
	_, err = b.book("env", release.Booking{Environment: "sit-a", Kind: release.BookFreeze, Window: hours(4, 5), Why: "Audit"})
	b.must(err)
	r = refused(t, second(b.desk.StartOperation(t.Context(), b.as("env"), id)), release.CodeState)
	if diff := cmp.Diff([]string{"freeze/1"}, keys(r.Blockers)); diff != "" {
		t.Errorf("under a freeze: %s", diff)
	}
	b.at(5)
	b.must(second(b.desk.StartOperation(t.Context(), b.as("env"), id)))
	b.must(second(b.desk.EndOperation(t.Context(), b.as("env"), id, release.OperationEnd{})))
	b.in(1, release.Closed)
	if got := b.told(release.NoticeOperationEnded, release.ByThread); len(got) != 1 {
		t.Errorf("the result is told in %d threads", len(got))
	}
}

// M3, T24: a Go on something else, and one whose condition is open, start nothing.
func TestOperationNeedsAFreshGo(t *testing.T) {
	b := newOperations(t)
	v := b.plan(operation(release.Refresh, false))
	b.agreedOn(v)
	b.at(4)
	_, err := b.desk.StartOperation(t.Context(), b.as("env"), v.Operation.ID)
	b.must(err)
	b.must(second(b.desk.EndOperation(t.Context(), b.as("env"), v.Operation.ID, release.OperationEnd{Failed: true, Words: "The medium was full."})))
	r := b.in(v.RFC.Number, release.RolledBack)
	refusal := refused(t, second(b.desk.StartOperation(t.Context(), b.as("env"), v.Operation.ID)), release.CodeState)
	if diff := cmp.Diff([]string{"go"}, keys(refusal.Blockers)); diff != "" {
		t.Errorf("on a Go that was used: %s", diff)
	}
	c := r.Content
	c.Window = hours(20, 22)
	_, err = b.desk.EditRFC(t.Context(), b.as("env"), r.Number, r.Revision, c)
	b.must(err)
	b.everybody(b.poll(r.Number).ID, release.VoteGo)
	b.pass(30 * time.Minute)
	b.must(second(b.desk.OpenGoNoGo(t.Context(), b.as("rm"), r.Number, time.Time{})))
	poll := b.poll(r.Number)
	b.everybody(poll.ID, release.VoteGo)
	b.vote(poll.ID, "test", release.VoteConditional, "Tell the testers an hour before.")
	b.pass(10 * time.Minute)
	b.at(20)
	refusal = refused(t, second(b.desk.StartOperation(t.Context(), b.as("env"), v.Operation.ID)), release.CodeState)
	if diff := cmp.Diff([]string{"condition/1"}, keys(refusal.Blockers)); diff != "" {
		t.Errorf("with an open condition: %s", diff)
	}
	b.must(second(b.desk.MeetCondition(t.Context(), b.as("env"), 1, "Mail of 19:00.")))
	again, err := b.desk.StartOperation(t.Context(), b.as("env"), v.Operation.ID)
	b.must(err)
	if o := again.Operation; o.State != release.OperationRunning || !o.EndedAt.IsZero() || o.Words != "" {
		t.Errorf("the second try: %+v", o)
	}
}

// R45, R48, M9: a refresh says which versions it left: they are facts, and the
// environment's new baseline with the items of the one before.
func TestRefreshResetsTheBaseline(t *testing.T) {
	b := newOperations(t)
	at := func(system release.SystemID, v release.Version) {
		b.must(second(b.desk.RecordInstallation(t.Context(), b.as("env"), release.InstallationReport{Environment: "sit-a", System: system, Version: v})))
	}
	at("helix", release.Version{Major: 2})
	at("smart", release.Version{Major: 1})
	items := []release.ConfigurationItem{{Name: "schema", Value: "14"}}
	b.must(second(b.desk.FixBaseline(t.Context(), b.as("env"), "sit-a", items, "CIT", 0)))
	c := operation(release.Refresh, false)
	c.Systems = []release.SystemID{"helix", "smart"}
	v := b.plan(c)
	b.agreedOn(v)
	b.at(4)
	b.must(second(b.desk.StartOperation(t.Context(), b.as("env"), v.Operation.ID)))
	end := func(versions ...release.BaselineVersion) error {
		return second(b.desk.EndOperation(t.Context(), b.as("env"), v.Operation.ID, release.OperationEnd{Versions: versions}))
	}
	helix := release.BaselineVersion{System: "helix", Version: release.Version{Major: 1, Minor: 4}}
	smart := release.BaselineVersion{System: "smart"}
	for name, versions := range map[string][]release.BaselineVersion{
		"none": nil, "one": {helix}, "a stranger": {helix, smart, {System: "nobody"}}, "twice": {helix, smart, helix},
	} {
		r := refused(t, end(versions...), release.CodeInvalid)
		if diff := cmp.Diff([]string{release.FieldVersions}, fields(r.Fields)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	b.must(end(helix, smart))
	view, err := b.desk.EnvironmentAt(t.Context(), "env", "sit-a", time.Time{})
	b.must(err)
	if len(view.Installed) != 1 || view.Installed[0].Version != helix.Version || len(view.Drift()) != 0 || !slices.Equal(view.Baseline.Items, items) {
		t.Errorf("after the refresh: %+v, baseline %+v", view.Installed, view.Baseline)
	}
	for _, f := range b.store.snapshot().Facts {
		if strings.HasPrefix(f.Note, "refresh, operation") && f.By != "env" {
			t.Errorf("a fact of the refresh: %+v", f)
		}
	}
}

// An operation that is told can be cancelled, and those who were told hear it;
// one under an RFC ends with its RFC.
func TestCancelOperation(t *testing.T) {
	b := newOperations(t)
	v := b.plan(operation(release.Export, false))
	refused(t, second(b.desk.CancelOperation(t.Context(), b.as("env"), v.Operation.ID, " ")), release.CodeInvalid)
	b.must(second(b.desk.CancelOperation(t.Context(), b.as("env"), v.Operation.ID, "The tests run longer.")))
	refused(t, second(b.desk.CancelOperation(t.Context(), b.as("env"), v.Operation.ID, "Again.")), release.CodeState)
	if n := len(b.told(release.NoticeOperationEnded, release.ByMail)); n != 6 {
		t.Errorf("%d were told", n)
	}
	governed := b.plan(operation(release.Backup, true))
	r := refused(t, second(b.desk.CancelOperation(t.Context(), b.as("env"), governed.Operation.ID, "No.")), release.CodeState)
	if !strings.Contains(r.Next, "/rfc withdraw 1") {
		t.Errorf("what to do instead is not said: %v", r)
	}
	b.must(second(b.desk.WithdrawRFC(t.Context(), b.as("env"), 1, "Not needed.")))
	all, err := b.desk.Operations(t.Context(), "env", release.OperationFilter{Under: true})
	b.must(err)
	if len(all) != 0 {
		t.Errorf("what ended with its RFC is still planned: %+v", all)
	}
}
