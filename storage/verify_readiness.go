package storage

import "gonogo.dev/release"

// readinessCommented tells of a comment in a week's report (R101).
func (b *books) readinessCommented(e entryRow, d entryData) error {
	b.claim(e.Subject, ballotName(e.Subject), map[string]string{
		"is of the week": d.Week, "says": d.Words, "was written by": e.ByPerson, "was written at": stamp(e.At.time()),
	})
	return nil
}

// comments holds the table of comments.
func (b *books) comments() error {
	return each(b.t.q().Order("id"), "the comments of reports", func(r commentRow) {
		subject := release.ReadinessComment{ID: r.ID}.Subject()
		b.hold(subject, ballotName(subject), map[string]string{
			"is of the week": r.Week, "says": r.Words, "was written by": r.ByPerson, "was written at": stamp(r.At.time()),
		})
	})
}
