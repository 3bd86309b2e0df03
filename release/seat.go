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
// that nobody fulfils is left out.
func PlanSeats(rules []SeatRule, p *Programme, rfc RFC) ([]Seat, error) {
	seats, candidates := seatsFor(rules, p, rfc)
	holder := match(seats, candidates)
	escalate(p, seats, candidates, holder)
	for i := range seats {
		if first, ok := holder[i]; ok {
			seats[i].Holders = []PersonID{first}
		}
	}
	for i := range seats {
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
			if slices.ContainsFunc(seats, func(s Seat) bool { return s.Key == seat.Key }) {
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

// match gives each seat one holder by augmenting paths, mandatory seats first:
// a largest possible number of seats is filled.
func match(seats []Seat, candidates [][]PersonID) map[int]PersonID {
	holder := map[int]PersonID{}
	seatOf := map[PersonID]int{}
	var try func(seat int, seen map[PersonID]bool) bool
	try = func(seat int, seen map[PersonID]bool) bool {
		for _, id := range candidates[seat] {
			if seen[id] {
				continue
			}
			seen[id] = true
			if other, taken := seatOf[id]; !taken || try(other, seen) {
				holder[seat], seatOf[id] = id, seat
				return true
			}
		}
		return false
	}
	for _, mandatory := range []bool{true, false} {
		for i, s := range seats {
			if s.Mandatory == mandatory {
				try(i, map[PersonID]bool{})
			}
		}
	}
	return holder
}

// escalate fills empty mandatory seats with people of the escalation role who
// sit nowhere else.
func escalate(p *Programme, seats []Seat, candidates [][]PersonID, holder map[int]PersonID) {
	taken := map[PersonID]bool{}
	for _, id := range holder {
		taken[id] = true
	}
	for i := range seats {
		if _, ok := holder[i]; ok || !seats[i].Mandatory {
			continue
		}
		for _, x := range p.People {
			holds := slices.ContainsFunc(x.Roles, func(h Holding) bool { return h.Role == p.Policy.Escalation })
			if holds && !x.Retired && !taken[x.ID] {
				holder[i], taken[x.ID], seats[i].Escalated = x.ID, true, true
				candidates[i] = nil
				break
			}
		}
	}
}

func seated(seats []Seat, id PersonID) bool {
	return slices.ContainsFunc(seats, func(s Seat) bool { return slices.Contains(s.Holders, id) })
}
