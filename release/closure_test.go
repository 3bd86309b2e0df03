package release_test

import (
	"time"

	"gonogo.dev/release"
)

// close has the seats of the closure close a release.
func (b *board) close(number int) release.Standing {
	b.Helper()
	opened, err := b.desk.OpenClosure(b.Context(), b.as("rm"), number, time.Time{})
	b.must(err)
	for _, seat := range opened.Seats {
		b.vote(opened.ID, seat.Holders[0], release.VoteGo, "")
	}
	b.pass(31 * time.Minute)
	return b.standing(number)
}
