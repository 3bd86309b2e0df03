package release_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// TestNoRFCChangesUnderARunningOperation shows that what the board decided on stays as
// it is while an operation is carried out under it, and that its end leaves no vote
// open on an RFC that is over (M3, T26, R45).
func TestNoRFCChangesUnderARunningOperation(t *testing.T) {
	b := operated(t)
	before := b.store.snapshot()
	other := b.story(1).RFC.Content
	other.Window = hours(30, 34)
	refused(t, second(b.desk.EditRFC(t.Context(), b.as("rm"), 1, b.story(1).RFC.Revision, other)), release.CodeState)
	refused(t, second(b.desk.WithdrawRFC(t.Context(), b.as("rm"), 1, "It is in the way.")), release.CodeState)
	if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
		t.Errorf("something was changed under the operation (-before +after):\n%s", diff)
	}
	b.must(second(b.desk.EndOperation(t.Context(), b.as("env"), 1, release.OperationEnd{Failed: true, Words: "No space."})))
	b.must(second(b.desk.WithdrawRFC(t.Context(), b.as("rm"), 1, "It is not tried again.")))
}
