package release

import (
	"fmt"
	"slices"
	"strings"
)

// vacancy is a seat of an open vote whose people have all left the programme.
// Electorates are frozen, but nobody votes who has gone: the escalation point
// joins, and that is recorded and never silent (T22, T25).
type vacancy struct {
	rfc    RFC
	ballot Ballot
	seat   Seat
	left   PersonID // who left last, by the file
	spoken bool     // the seat has voted, and its vote stands
	joins  stand    // of the escalation point; none when nobody is free
}

// vacancies returns the seats of a ballot that a programme empties: those on
// which somebody sits who leaves, and nobody who stays.
func (p *Programme) vacancies(r RFC, b Ballot, leaving []PersonID, absences []Delegation) []vacancy {
	gone := func(id PersonID) bool {
		x, ok := p.Person(id)
		return !ok || x.Retired
	}
	free := (Sitting{Programme: p, RFC: r, Involved: b.involved(), Delegations: absences}).free(b.Seats)
	var all []vacancy
	for _, s := range b.Seats {
		i := slices.IndexFunc(s.Holders, func(id PersonID) bool { return slices.Contains(leaving, id) })
		if i < 0 || slices.ContainsFunc(s.Holders, func(id PersonID) bool { return !gone(id) }) {
			continue
		}
		v := vacancy{rfc: r, ballot: b, seat: s, left: s.Holders[i]}
		if _, v.spoken = b.Standing(s.Key); !v.spoken && len(free) > 0 {
			v.joins, free = free[0], free[1:]
		}
		all = append(all, v)
	}
	return all
}

// free returns those of the escalation point who have no seat yet, first those
// without a part in the change.
func (s Sitting) free(seats []Seat) []stand {
	var all []stand
	for _, x := range s.Programme.escalation(s.RFC.Content.Environments) {
		for _, at := range s.stands([]Person{x.Person}) {
			known := slices.ContainsFunc(all, func(o stand) bool { return o.id == at.id })
			if !known && !seated(seats, at.id) {
				all = append(all, at)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y stand) int {
		part := func(at stand) int {
			if slices.Contains(s.Involved, at.id) || slices.Contains(s.Involved, at.absent) {
				return 1
			}
			return 0
		}
		return part(x) - part(y)
	})
	return all
}

// note says what becomes of the seat: "sits alone on Defect Manager, Integrator
// in RFC-12's open vote (RFC approval); Name of tmag takes the seat".
func (v vacancy) note(p *Programme) string {
	how := "sits alone on"
	if len(v.seat.Holders) > 1 {
		how = "leaves with everybody else from"
	}
	text := fmt.Sprintf("%s %s in %s's open vote (%s)", how, v.seat.Label(p), v.rfc.Name(), v.ballot.Purpose)
	switch {
	case v.spoken:
		return text + "; the vote that was cast stands"
	case v.joins.id == "":
		return text + "; nobody of the escalation point is free to take the seat"
	}
	return text + "; " + p.NameOf(v.joins.id) + " takes the seat for the escalation point"
}

// leaving returns the people whom changes retire.
func leaving(changes []ProgrammeChange) []PersonID {
	var ids []PersonID
	for _, c := range changes {
		if c.Verb == "retire" && c.Noun == "person" {
			ids = append(ids, PersonID(c.Name))
		}
	}
	return ids
}

// emptied finds the vacancies that changes leave in the open votes, and notes
// them beside the change that makes them.
func (a *act) emptied(changes []ProgrammeChange) ([]vacancy, error) {
	left := leaving(changes)
	if len(left) == 0 {
		return nil, nil
	}
	open, err := a.OpenBallots()
	if err != nil {
		return nil, fmt.Errorf("load the open ballots: %w", err)
	}
	absences, err := a.inForce()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(open, func(x, y Ballot) int { return x.RFC - y.RFC })
	var all []vacancy
	for _, b := range open {
		r, err := a.RFC(b.RFC, NoLock)
		if err != nil {
			return nil, fmt.Errorf("load %s: %w", RFCName(b.RFC), err)
		}
		all = append(all, a.programme.vacancies(r, b, left, absences)...)
	}
	for i, c := range changes {
		var notes []string
		for _, v := range all {
			if c.Verb == "retire" && c.Noun == "person" && c.Name == string(v.left) {
				notes = append(notes, v.note(a.programme))
			}
		}
		changes[i].Note = strings.Join(notes, "\n")
	}
	return all, nil
}

// escalate gives the seats that a new programme empties to the escalation point,
// and tells whoever joins that their vote is missing.
func (a *act) escalate(vacancies []vacancy) error {
	for _, v := range vacancies {
		if v.joins.id == "" {
			continue
		}
		r, b, err := a.ballot(v.ballot.ID)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(b.Seats, func(s Seat) bool { return s.Key == v.seat.Key })
		if _, spoke := b.Standing(v.seat.Key); b.State != BallotOpen || spoke || i < 0 {
			continue // it ended or was heard while this waited
		}
		b.Seats = slices.Clone(b.Seats)
		b.Seats[i].Holders = []PersonID{v.joins.id}
		b.Seats[i].For = absentees(b.Seats[i].Holders, []stand{v.joins})
		b.Seats[i].Escalated = true
		if err := a.SaveBallot(b, b.NextDue(a.now)); err != nil {
			return fmt.Errorf("escalate a seat of ballot %d: %w", b.ID, err)
		}
		told := map[string]any{"seat": v.seat.Key, "left": v.seat.Holders, "joined": v.joins.id, "seats": b.Seats}
		if err := a.record(SeatEscalated, b.Subject(), b.RFC, told); err != nil {
			return err
		}
		if err := a.tell(fmt.Sprintf("ballot/%d/joined/%s", b.ID, v.seat.Key), a.event(NoticeReminder, r, &b), v.joins.id); err != nil {
			return err
		}
	}
	return nil
}
