package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// testOperation shows that operations come back as they were kept, and are found
// by where they are done, by their RFC and by what is still to be done (R45).
func testOperation(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	operation := func(environment release.EnvironmentID, rfc int, state release.OperationState) release.Operation {
		return release.Operation{
			RFC: rfc, State: state, By: "ann", At: noon, Versions: []release.BaselineVersion{}, Content: release.OperationContent{
				Kind: release.Refresh, Environment: environment, Systems: []release.SystemID{"helix", "smart"}, Process: hostile[1], Mechanism: hostile[4],
				Window: release.Window{From: noon, To: noon.Add(time.Hour), Zone: "Europe/London"}, Outage: true, Disruption: release.ServerDown, Contact: "bob",
			},
		}
	}
	all := []release.Operation{
		operation("sit-a", 0, release.OperationPlanned), operation("sit-a", 7, release.OperationFailed), operation("uit", 8, release.OperationRunning),
		operation("uit", 0, release.OperationFailed),
	}
	for i := range all {
		d.do(func(tx release.Tx) error { return tx.AddOperation(&all[i]) })
	}
	d.do(func(tx release.Tx) error {
		if _, err := tx.Operation(99, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("an operation that does not exist: %v", err)
		}
		if err := tx.SaveOperation(release.Operation{ID: 99}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save an operation that does not exist: %v", err)
		}
		return nil
	})
	found := func(f release.OperationFilter, want ...int) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			got, err := tx.FindOperations(f)
			wanted := []release.Operation{}
			for _, i := range want {
				wanted = append(wanted, all[i])
			}
			same(t, "operations", wanted, got)
			return err
		})
	}
	found(release.OperationFilter{}, 3, 2, 1, 0)
	found(release.OperationFilter{Limit: 2}, 3, 2)
	found(release.OperationFilter{Environment: "sit-a"}, 1, 0)
	found(release.OperationFilter{RFC: 8}, 2)
	found(release.OperationFilter{Under: true}, 2, 1, 0)
	found(release.OperationFilter{Over: release.Window{From: noon.Add(time.Minute), To: noon.Add(2 * time.Minute)}, Limit: 2}, 3, 2)
	found(release.OperationFilter{Over: release.Window{From: noon.Add(time.Hour), To: noon.Add(2 * time.Hour)}})
	found(release.OperationFilter{Over: release.Window{From: noon.Add(-time.Hour), To: noon}})
	o := &all[2]
	o.State, o.StartedAt, o.StartedBy, o.EndedAt, o.EndedBy, o.Words = release.OperationDone, noon, "ann", noon.Add(time.Hour), "bob", hostile[6]
	o.Versions = []release.BaselineVersion{{System: "helix", Version: release.Version{Major: 2}}, {System: "smart"}}
	d.do(func(tx release.Tx) error { return tx.SaveOperation(*o) })
	found(release.OperationFilter{Under: true}, 1, 0)
	d.do(func(tx release.Tx) error {
		one, err := tx.Operation(o.ID, release.ExclusiveLock)
		same(t, "an operation that is done", *o, one)
		return err
	})
}

// doubt is an issue that a source raised.
func doubt(environment release.EnvironmentID, system release.SystemID, source string) release.ConfigurationIssue {
	return release.ConfigurationIssue{
		Environment: environment, System: system, Doubt: release.DoubtLower, Expected: release.Version{Major: 2}, ExpectedBuild: hostile[1],
		ExpectedFrom: 3, Told: release.Version{Major: 1, Minor: 10}, ToldBuild: hostile[4], Source: source, By: "ann", At: noon, Owner: "bob",
		Due: noon.Add(time.Hour),
	}
}

// testConfigurationIssue shows that an issue is kept once for each source, and
// found while it is open (R106, M9).
func testConfigurationIssue(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	all := []release.ConfigurationIssue{
		doubt("sit-a", "helix", "installation/1"), doubt("sit-a", "helix", "note/3/1"), doubt("uit", "smart", "installation/1"),
	}
	for i := range all {
		d.do(func(tx release.Tx) error {
			added, err := tx.AddConfigurationIssue(&all[i])
			if !added || all[i].ID == 0 {
				t.Errorf("issue %d was not kept: %v", i, err)
			}
			return err
		})
	}
	d.do(func(tx release.Tx) error {
		again := doubt("sit-a", "helix", "installation/1")
		if added, err := tx.AddConfigurationIssue(&again); added || err != nil {
			t.Errorf("the same of the same source was kept twice: %v, %v", added, err)
		}
		if _, err := tx.ConfigurationIssue(99, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("an issue that does not exist: %v", err)
		}
		if err := tx.SaveConfigurationIssue(release.ConfigurationIssue{ID: 99}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save an issue that does not exist: %v", err)
		}
		return nil
	})
	found := func(f release.ConfigurationIssueFilter, want ...int) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			got, err := tx.FindConfigurationIssues(f)
			wanted := []release.ConfigurationIssue{}
			for _, i := range want {
				wanted = append(wanted, all[i])
			}
			same(t, "configuration issues", wanted, got)
			return err
		})
	}
	found(release.ConfigurationIssueFilter{}, 2, 1, 0)
	found(release.ConfigurationIssueFilter{Limit: 1}, 2)
	found(release.ConfigurationIssueFilter{Environment: "sit-a", System: "helix"}, 1, 0)
	x := &all[1]
	x.ResolvedAt, x.ResolvedBy, x.Truth, x.Resolution = noon.Add(time.Minute), "bob", release.Version{Major: 2}, hostile[6]
	d.do(func(tx release.Tx) error { return tx.SaveConfigurationIssue(*x) })
	found(release.ConfigurationIssueFilter{Open: true}, 2, 0)
	found(release.ConfigurationIssueFilter{At: noon}, 2, 1, 0)
	found(release.ConfigurationIssueFilter{At: x.ResolvedAt, Environment: "sit-a"}, 0)
	found(release.ConfigurationIssueFilter{At: noon.Add(-time.Second)})
	d.do(func(tx release.Tx) error {
		one, err := tx.ConfigurationIssue(x.ID, release.ExclusiveLock)
		same(t, "a resolved issue", *x, one)
		return err
	})
	unresolved := *x
	unresolved.ResolvedAt, unresolved.ResolvedBy, unresolved.Truth, unresolved.Resolution = time.Time{}, "", release.Version{}, ""
	testDoubtsAsOf(t, d, all, unresolved)
}

// testDoubtsAsOf shows which issues were open at an instant: the second, as it was
// then, until it was resolved (R106).
func testDoubtsAsOf(t *testing.T, d *desk, all []release.ConfigurationIssue, unresolved release.ConfigurationIssue) {
	t.Helper()
	for _, then := range []struct {
		at   time.Time
		want []release.ConfigurationIssue
	}{{noon.Add(-time.Second), []release.ConfigurationIssue{}}, {noon, []release.ConfigurationIssue{all[0], unresolved, all[2]}}, {noon.Add(time.Minute), []release.ConfigurationIssue{all[0], all[2]}}} {
		got, err := d.DoubtsAsOf(t.Context(), then.at)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "issues open at "+then.at.String(), then.want, got)
	}
}
