package release

import "slices"

// seating is a distribution of people over seats, one each.
type seating struct {
	candidates [][]PersonID // who may sit, by seat
	holder     map[int]PersonID
	seatOf     map[PersonID]int
}

// match gives each seat one holder: mandatory seats first, then those that
// stayed empty from the escalation point, then the optional ones. A largest
// possible number of each is filled.
func match(seats []Seat, candidates [][]PersonID, escalation []PersonID) map[int]PersonID {
	s := seating{candidates: slices.Clone(candidates), holder: map[int]PersonID{}, seatOf: map[PersonID]int{}}
	for i := range seats {
		if seats[i].Mandatory {
			s.fill(i, map[PersonID]bool{})
		}
	}
	for i := range seats {
		if _, filled := s.holder[i]; seats[i].Mandatory && !filled {
			s.candidates[i] = escalation
			seats[i].Escalated = s.fill(i, map[PersonID]bool{})
		}
	}
	for i := range seats {
		if !seats[i].Mandatory {
			s.fill(i, map[PersonID]bool{})
		}
	}
	return s.holder
}

// fill finds somebody for a seat: who sits nowhere yet, else along an
// augmenting path, on which people move to other seats and no seat is emptied.
func (s *seating) fill(seat int, seen map[PersonID]bool) bool {
	for _, id := range s.candidates[seat] {
		if _, taken := s.seatOf[id]; !taken {
			s.holder[seat], s.seatOf[id] = id, seat
			return true
		}
	}
	for _, id := range s.candidates[seat] {
		if seen[id] {
			continue
		}
		seen[id] = true
		if s.fill(s.seatOf[id], seen) {
			s.holder[seat], s.seatOf[id] = id, seat
			return true
		}
	}
	return false
}
