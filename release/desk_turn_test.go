package release_test

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// What a card says of windows, boards and bookings is true when they come,
// though nobody touched the release.
func TestTurned(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	turned := func(from, to time.Time) bool {
		b.clock = to
		cards, err := b.desk.Turned(t.Context(), from)
		b.must(err)
		return slices.Contains(cards, r.Subject())
	}
	w, board := content().Window, planned(release.Patch).Board
	for name, at := range map[string]time.Time{"window begins": w.From, "window ends": w.To, "board": board} {
		if !turned(at.Add(-time.Minute), at) || turned(at, at.Add(time.Minute)) || turned(at.Add(-2*time.Minute), at.Add(-time.Minute)) {
			t.Errorf("%s: not at its instant alone", name)
		}
	}
}
