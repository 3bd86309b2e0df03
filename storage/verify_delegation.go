package storage

import (
	"gonogo.dev/release"
)

// seatEscalated tells of the one change of a ballot's seats after it opened (T22).
func (b *books) seatEscalated(e entryRow, d entryData) error {
	seats, err := digest(listed(d.Seats))
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{hasSeats: seats})
	return err
}

func (b *books) delegationGiven(e entryRow, d entryData) error {
	b.claim(e.Subject, ballotName(e.Subject), map[string]string{
		"is of": d.From, "lets speak": d.To, "gives the reason": d.Why, "begins at": stamp(d.Begins), "ends at": stamp(d.Ends),
		"was recorded by": e.ByPerson, "was ended by": "",
	})
	return nil
}

func (b *books) delegationEnded(e entryRow, d entryData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{"ends at": stamp(d.Ends), "was ended by": e.ByPerson})
	return nil
}

func (b *books) delegations() error {
	return each(b.t.q().Order("id"), "the delegations", func(r delegationRow) {
		subject := release.Delegation{ID: r.ID}.Subject()
		b.hold(subject, ballotName(subject), map[string]string{
			"is of": r.Absent, "lets speak": r.Delegate, "gives the reason": r.Why, "begins at": stamp(r.FromAt.time()),
			"ends at": stamp(r.delegation().Until()), "was recorded by": r.RecordedBy, "was ended by": r.EndedBy,
		})
	})
}
