package release_test

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// T19: a freeze stops a release that the board said Go to, whenever it was
// booked; lifted, the release goes on. R57, M9: what was deployed is then known
// to be there, with the release that brought it, and was not there before.
func TestAFreezeStopsWhatIsApproved(t *testing.T) {
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	window := content().Window
	b.clock = window.From
	freeze, err := b.desk.Book(t.Context(), b.as("rm"), release.Booking{
		Environment: "sit-a", Kind: release.BookFreeze, Why: "Audit.",
		Window: release.Window{From: b.clock.Add(time.Minute), To: window.To.Add(time.Hour), Zone: "Europe/London"},
	})
	b.must(err)
	_, unmet, _ := b.standing(r.Number).Next()
	if got := keys(unmet); !slices.Equal(got, []string{"freeze/1"}) {
		t.Fatalf("frozen, it is held up by %v", got)
	}
	_, err = b.desk.Advance(t.Context(), b.as("rm"), r.Number)
	refused(t, err, release.CodeState)
	_, err = b.desk.CancelBooking(t.Context(), b.as("rm"), freeze.ID, "The audit is over.")
	b.must(err)
	b.next(r.Number, "rm")
	_, err = b.desk.SetStatus(t.Context(), b.as("env"), "sit-a", r.Content.System, release.SystemInWindow, "The deployment.")
	b.must(err)

	b.clock = b.clock.Add(30 * time.Minute)
	b.next(r.Number, "rm")
	then, err := b.desk.EnvironmentAt(t.Context(), "sup-rep", "sit-a", b.clock.Add(-time.Minute))
	b.must(err)
	now, err := b.desk.EnvironmentAt(t.Context(), "sup-rep", "sit-a", time.Time{})
	b.must(err)
	if len(then.Installed) != 0 || len(now.Installed) != 1 {
		t.Fatalf("installed before %v, after %v", then.Installed, now.Installed)
	}
	if x := now.Installed[0]; x.Version != r.Version || x.Release != r.Number || x.Build == "" || x.By != "rm" {
		t.Errorf("installed: %+v", x)
	}
}
