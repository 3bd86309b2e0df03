package release

import (
	"fmt"
	"slices"
)

// Seat is a function of a party in one ballot (M1), with the people who may
// speak for it. A person holds one seat of a ballot at most.
type Seat struct {
	Key       string // "test-manager/si"
	Function  Role
	Party     PartyID
	Mandatory bool
	Chair     bool
	Holders   []PersonID
	// Escalated says that nobody fulfils the function and the escalation point
	// sits in (R111, T25).
	Escalated bool
}

// Label returns the seat as people read it: "Test Manager, Elexon".
func (s Seat) Label(p *Programme) string {
	if party, ok := p.Party(s.Party); ok {
		return s.Function.String() + ", " + party.Name
	}
	return s.Function.String()
}

// PlanSeats freezes who sits where for an RFC under a policy. Every person gets
// one seat at most, so that one person fills one seat however their votes
// arrive; mandatory seats are filled first and no seat stays empty that another
// distribution could fill. A seat nobody fulfils goes to the escalation point;
// if a mandatory one still stands empty the ballot cannot open. An optional seat
// that nobody fulfils is left out. A policy without a mandatory seat opens
// nothing: fail closed (T21).
func PlanSeats(rules []SeatRule, p *Programme, rfc RFC) ([]Seat, error) {
	seats, candidates := seatsFor(rules, p, rfc)
	if !slices.ContainsFunc(seats, func(s Seat) bool { return s.Mandatory }) {
		return nil, refuse(CodeState, "The vote was not opened.",
			"The programme's policy names no mandatory seat for it, and nobody would have to speak.",
			"Have the programme file name the seats of this release type.")
	}
	holder := match(seats, candidates, escalationPoint(p))
	for i := range seats {
		if first, ok := holder[i]; ok {
			seats[i].Holders = []PersonID{first}
		}
	}
	for i := range seats {
		if seats[i].Escalated {
			continue
		}
		for _, id := range candidates[i] {
			if !seated(seats, id) {
				seats[i].Holders = append(seats[i].Holders, id)
			}
		}
	}
	for _, s := range seats {
		if s.Mandatory && len(s.Holders) == 0 {
			return nil, refuse(CodeState, "The vote was not opened.",
				fmt.Sprintf("Nobody can fill the mandatory seat %s.", s.Label(p)),
				"Have the programme file name somebody for it, or an escalation point who does not sit elsewhere.")
		}
	}
	return slices.DeleteFunc(seats, func(s Seat) bool { return len(s.Holders) == 0 }), nil
}

func seatsFor(rules []SeatRule, p *Programme, rfc RFC) ([]Seat, [][]PersonID) {
	var seats []Seat
	var candidates [][]PersonID
	for _, rule := range rules {
		for _, party := range partiesOf(rule.Of, p, rfc) {
			seat := Seat{
				Key: string(rule.Function) + "/" + string(party), Function: rule.Function, Party: party,
				Mandatory: rule.Mandatory, Chair: rule.Chair,
			}
			if i := slices.IndexFunc(seats, func(s Seat) bool { return s.Key == seat.Key }); i >= 0 {
				seats[i].Mandatory = seats[i].Mandatory || seat.Mandatory // two rules for one seat: the stricter
				seats[i].Chair = seats[i].Chair || seat.Chair
				continue
			}
			var ids []PersonID
			for _, x := range p.Holders(rule.Function, party) {
				ids = append(ids, x.ID)
			}
			seats, candidates = append(seats, seat), append(candidates, ids)
		}
	}
	return seats, candidates
}

func partiesOf(of SeatParty, p *Programme, rfc RFC) []PartyID {
	switch of {
	case OfProvider:
		return []PartyID{rfc.Provider(p)}
	case OfProgramme:
		var ids []PartyID
		for _, x := range p.PartiesOf(ProgrammeParty) {
			ids = append(ids, x.ID)
		}
		return ids
	}
	return []PartyID{PartyID(of)}
}

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

// escalationPoint returns the active people who take over empty seats (R111).
func escalationPoint(p *Programme) []PersonID {
	var ids []PersonID
	for _, x := range p.People {
		holds := slices.ContainsFunc(x.Roles, func(h Holding) bool { return h.Role == p.Policy.Escalation })
		if holds && !x.Retired {
			ids = append(ids, x.ID)
		}
	}
	return ids
}

func seated(seats []Seat, id PersonID) bool {
	return slices.ContainsFunc(seats, func(s Seat) bool { return slices.Contains(s.Holders, id) })
}
