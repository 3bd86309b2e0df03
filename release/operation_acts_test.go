package release_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

func (t failingTx) Operation(id int64, lock release.Lock) (release.Operation, error) {
	return try(t, func() (release.Operation, error) { return t.Tx.Operation(id, lock) })
}

func (t failingTx) FindOperations(f release.OperationFilter) ([]release.Operation, error) {
	return try(t, func() ([]release.Operation, error) { return t.Tx.FindOperations(f) })
}

func (t failingTx) AddOperation(o *release.Operation) error {
	return t.do(func() error { return t.Tx.AddOperation(o) })
}

func (t failingTx) SaveOperation(o release.Operation) error {
	return t.do(func() error { return t.Tx.SaveOperation(o) })
}

func (t failingTx) ConfigurationIssue(id int64, lock release.Lock) (release.ConfigurationIssue, error) {
	return try(t, func() (release.ConfigurationIssue, error) { return t.Tx.ConfigurationIssue(id, lock) })
}

func (t failingTx) FindConfigurationIssues(f release.ConfigurationIssueFilter) ([]release.ConfigurationIssue, error) {
	return try(t, func() ([]release.ConfigurationIssue, error) { return t.Tx.FindConfigurationIssues(f) })
}

func (t failingTx) AddConfigurationIssue(i *release.ConfigurationIssue) (bool, error) {
	return try(t, func() (bool, error) { return t.Tx.AddConfigurationIssue(i) })
}

func (t failingTx) SaveConfigurationIssue(i release.ConfigurationIssue) error {
	return t.do(func() error { return t.Tx.SaveConfigurationIssue(i) })
}

// operated is a board with a running refresh under RFC-1 (operation 1), a planned
// export (operation 2) and an open issue (issue 1).
func operated(t tester) *board {
	t.Helper()
	b := newOperations(t)
	b.deployedBefore()
	b.must(second(b.desk.RecordInstallation(b.Context(), b.as("ex-rm"), release.InstallationReport{
		Environment: "sit-a", System: "helix", Version: release.Version{Major: 9},
	})))
	refresh := operation(release.Refresh, false)
	b.agreedOn(b.plan(refresh))
	b.at(4)
	b.must(second(b.desk.StartOperation(b.Context(), b.as("env"), 1)))
	export := operation(release.Export, false)
	export.Systems = []release.SystemID{"smart"}
	b.plan(export)
	return b
}

// deployedBefore has a release 1.0.0.0 of Helix deployed to SIT A.
func (b *board) deployedBefore() {
	b.Helper()
	b.must(b.store.Within(b.Context(), func(tx release.Tx) error {
		r := release.Release{Version: release.Version{Major: 1}, Content: release.ReleaseContent{System: "helix", Type: release.Major}, Stage: release.ClosedStage}
		if err := tx.AddRelease(&r); err != nil {
			return err
		}
		x := release.Installation{Environment: "sit-a", System: "helix", Version: r.Version, Build: "b1", Release: r.Number, At: monday.Add(-time.Hour)}
		return tx.AddInstallation(&x)
	}))
}

func operationActs() []verb {
	return []verb{
		{"plan one to be told", func(b *board, in release.Intent) error {
			return second(b.desk.PlanOperation(b.Context(), in, operation(release.Backup, false)))
		}},
		{"plan one with an RFC", func(b *board, in release.Intent) error {
			return second(b.desk.PlanOperation(b.Context(), in, operation(release.Restore, true)))
		}},
		{"start", func(b *board, in release.Intent) error {
			return second(b.desk.StartOperation(b.Context(), in, 2))
		}},
		{"cancel", func(b *board, in release.Intent) error {
			return second(b.desk.CancelOperation(b.Context(), in, 2, "Later."))
		}},
		{"end with versions", func(b *board, in release.Intent) error {
			return second(b.desk.EndOperation(b.Context(), in, 1, release.OperationEnd{
				Versions: []release.BaselineVersion{{System: "helix", Version: release.Version{Major: 1, Minor: 1}}},
			}))
		}},
		{"fail", func(b *board, in release.Intent) error {
			return second(b.desk.EndOperation(b.Context(), in, 1, release.OperationEnd{Failed: true, Words: "No space."}))
		}},
		{"resolve", func(b *board, in release.Intent) error {
			return second(b.desk.ResolveIssue(b.Context(), in, 1, release.Version{Major: 1}, "Looked again."))
		}},
		{"doubt", func(b *board, in release.Intent) error {
			return second(b.desk.RecordInstallation(b.Context(), in, release.InstallationReport{Environment: "sit-a", System: "helix", Version: release.Version{Major: 8}}))
		}},
	}
}

// T31, T23, T30: strangers and those without the right change nothing, nor does a
// replay, nor an act of which any part fails.
func TestOperationActs(t *testing.T) {
	for _, v := range operationActs() {
		t.Run(v.name, func(t *testing.T) {
			b := operated(t)
			before := b.store.snapshot()
			for who, code := range map[release.PersonID]release.Code{
				"stranger": release.CodeUnknownPerson, "gone": release.CodeUnknownPerson, "sup-rep": release.CodeForbidden, "dno-rep": release.CodeForbidden,
			} {
				refused(t, v.do(b, b.as(who)), code)
			}
			for calls := 0; ; calls++ {
				if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
					t.Fatalf("before call %d something was changed:\n%s", calls, diff)
				}
				faulty := *b
				faulty.desk = release.NewDesk(&failing{memory: b.store, calls: calls}, func() time.Time { return b.clock })
				err := v.do(&faulty, release.Intent{Key: "the-act", By: "env"})
				if err == nil {
					break
				}
				if !errors.Is(err, errFire) {
					t.Fatalf("with %d calls that succeed: %v", calls, err)
				}
			}
			if len(b.kinds(before)) == 0 {
				t.Error("the ledger has no new line")
			}
			done := b.store.snapshot()
			if _, ok := release.AsRefusal(v.do(b, release.Intent{Key: "the-act", By: "env"})); !ok {
				t.Error("a replay was not refused")
			}
			if diff := cmp.Diff(done, b.store.snapshot()); diff != "" {
				t.Errorf("a replay changed something:\n%s", diff)
			}
		})
	}
}

// R146: every mistake of an operation is told at once, each at its field.
func TestOperationMistakes(t *testing.T) {
	b := newOperations(t)
	for _, test := range []struct {
		name   string
		change func(c *release.OperationContent)
		want   []string
	}{
		{"nothing", func(c *release.OperationContent) { *c = release.OperationContent{} }, []string{
			release.FieldOperation, release.FieldEnvironment, release.FieldSystems, release.FieldProcess, release.FieldMechanism, release.FieldEnds,
			release.FieldInterrupt, release.FieldContact,
		}},
		{"an outage that disrupts nothing", func(c *release.OperationContent) { c.Outage = true }, []string{release.FieldInterrupt}},
		{"a disruption without an outage", func(c *release.OperationContent) { c.Disruption = release.ServerDown }, []string{release.FieldOutage}},
		{"a system that is not there", func(c *release.OperationContent) { c.Environment, c.Systems = "sit-b", []release.SystemID{"smart"} }, []string{release.FieldSystems}},
		{"a retired system", func(c *release.OperationContent) { c.Systems = []release.SystemID{"old"} }, []string{release.FieldSystems}},
		{"a retired contact", func(c *release.OperationContent) { c.Contact = "gone" }, []string{release.FieldContact}},
		{"a window that is over", func(c *release.OperationContent) { c.Window = hours(-3, -1) }, []string{release.FieldEnds}},
		{"a process nobody can read", func(c *release.OperationContent) { c.Process = "\u202Etxt" }, []string{release.FieldProcess}},
		{"a process without end", func(c *release.OperationContent) { c.Process = strings.Repeat("x", release.MaxText+1) }, []string{release.FieldProcess}},
	} {
		c := operation(release.Export, false)
		test.change(&c)
		r := refused(t, second(b.desk.PlanOperation(t.Context(), b.as("env"), c)), release.CodeInvalid)
		if diff := cmp.Diff(test.want, fields(r.Fields)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
	if n := len(b.store.snapshot().Planned); n != 0 {
		t.Errorf("%d operations were kept", n)
	}
}

// Two operations never work on the same system at once, and whoever may raise no
// RFC plans nothing that needs one.
func TestOperationsBesideOthers(t *testing.T) {
	b := operated(t)
	b.plan(operation(release.Backup, false))
	r := refused(t, second(b.desk.StartOperation(t.Context(), b.as("env"), 3)), release.CodeState)
	if diff := cmp.Diff([]string{"operation/1"}, keys(r.Blockers)); diff != "" {
		t.Errorf("beside a refresh: %s", diff)
	}
	p := landscape() // only release managers raise
	b.apply(p)
	r = refused(t, second(b.desk.PlanOperation(t.Context(), b.as("env"), operation(release.Refresh, false))), release.CodeForbidden)
	if !strings.Contains(r.Why, "needs an RFC") {
		t.Errorf("why is not said: %v", r)
	}
}

// FuzzParseVersions holds that what is read can be written and read again, and
// that whatever else is refused at its field.
func FuzzParseVersions(f *testing.F) {
	for _, seed := range []string{"helix 1.2.0.0", "Smart Metering = none\nhelix 1.0.0.0", "helix", "nobody 1.0.0.0", "helix 1.x", "\n\n", "helix\t1.0.0.0\r\n"} {
		f.Add(seed)
	}
	p := programme()
	f.Fuzz(func(t *testing.T, text string) {
		versions, err := release.ParseVersions(text, &p)
		if err != nil {
			r := refused(t, err, release.CodeInvalid)
			if diff := cmp.Diff([]string{release.FieldVersions}, fields(r.Fields)); diff != "" {
				t.Fatal(diff)
			}
			return
		}
		var lines []string
		for _, x := range versions {
			word := "none"
			if !x.Version.IsZero() {
				word = x.Version.String()
			}
			lines = append(lines, string(x.System)+" "+word)
		}
		again, err := release.ParseVersions(strings.Join(lines, "\n"), &p)
		if diff := cmp.Diff(versions, again); err != nil || diff != "" {
			t.Fatalf("read again: %v %s", err, diff)
		}
	})
}
