package release_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// TestTwoDeploymentsOfOneSystemNeverRunAtOnce shows that a deployment which overran its
// window keeps another one of the same system out of the same environment until it is
// over: neither would know what it stands on (R36, R88, M9, T19).
func TestTwoDeploymentsOfOneSystemNeverRunAtOnce(t *testing.T) {
	t.Parallel()
	b := newGoverned(t)
	first := b.gone(planned(release.Patch))
	next := b.gone(later(release.Patch))
	b.clock = first.RFC.Content.Window.From
	run := b.start(first.Release.Number, "rm")
	b.clock = next.RFC.Content.Window.From
	before := b.store.snapshot()
	err := second(b.desk.StartRollout(t.Context(), b.as("rm"), next.Release.Number, release.LiveRollout, nil))
	if got := refused(t, err, release.CodeState); !strings.Contains(got.Why, first.Release.Name()) || !strings.Contains(got.Next, "is due") {
		t.Errorf("beside another deployment: %+v", got)
	}
	if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
		t.Errorf("what was refused changed something (-before +after):\n%s", diff)
	}
	b.doAll(run, "ex-rm")
	b.must(second(b.desk.SignRollout(t.Context(), b.as("rm"), run.ID, "")))
	b.start(next.Release.Number, "rm")
}
