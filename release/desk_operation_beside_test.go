package release_test

import (
	"strings"
	"testing"

	"gonogo.dev/release"
)

// TestNothingChangesBesideADeployment shows that a system is never deployed and
// changed by an operation at once in one environment, while backups, which
// runbooks ask for, may run (R45, R84, T19).
func TestNothingChangesBesideADeployment(t *testing.T) {
	t.Parallel()
	b := newGoverned(t)
	s := b.gone(planned(release.Patch))
	w := s.RFC.Content.Window
	b.clock = w.From
	refresh := release.Operation{State: release.OperationRunning, By: "env", At: b.clock, Content: release.OperationContent{
		Kind: release.Refresh, Environment: "sit-a", Systems: []release.SystemID{"helix"}, Window: w,
	}}
	keep := func(fn func(release.Tx) error) { b.must(b.store.Within(t.Context(), fn)) }
	keep(func(tx release.Tx) error { return tx.AddOperation(&refresh) })
	err := second(b.desk.StartRollout(t.Context(), b.as("rm"), s.Release.Number, release.LiveRollout, nil))
	if got := refused(t, err, release.CodeState); !strings.Contains(got.Why, "operation 1") {
		t.Errorf("beside a refresh: %+v", got)
	}
	refresh.State = release.OperationDone
	keep(func(tx release.Tx) error { return tx.SaveOperation(refresh) })
	run := b.start(s.Release.Number, "rm")

	refresh.State = release.OperationPlanned
	ground := release.OperationGround{Rollouts: []release.Rollout{run}}
	v := release.OperationView{Programme: s.Programme, Operation: refresh}
	if got := keys(v.Blockers(ground, b.clock)); len(got) != 1 || got[0] != run.Subject() {
		t.Errorf("a refresh beside a deployment is blocked by %v", got)
	}
	v.Operation.Content.Kind = release.Backup
	if got := v.Blockers(ground, b.clock); len(got) != 0 {
		t.Errorf("a backup beside a deployment is blocked: %v", got)
	}
}
