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
	// Escalated says that the escalation point sits in: nobody fulfils the
	// function, or nobody without a part in the change could say Go (R111, T25).
	Escalated bool
	// Why says why the escalation point was called in besides; else empty (T27).
	Why string `json:",omitempty"`
	// StepUp says for what whoever sits must prove who they are (M17); all seats of a
	// ballot have the same.
	StepUp StepUp `json:",omitempty"`
	// For says for whom a holder speaks who sits as a delegate (T22).
	For map[PersonID]PersonID
}

// Label returns the seat as people read it: "Test Manager, Elexon".
func (s Seat) Label(p *Programme) string {
	if party, ok := p.Party(s.Party); ok {
		return s.Function.String() + ", " + party.Name
	}
	return s.Function.String()
}

// NameOf returns a holder as people read it, a delegate with both names: "Priya
// Raman for Amara Okafor" (T22).
func (s Seat) NameOf(id PersonID, p *Programme) string {
	if absent, ok := s.For[id]; ok {
		return p.NameOf(id) + " for " + p.NameOf(absent)
	}
	return p.NameOf(id)
}

// by tells whether a vote for the seat is one of the involved: their own, or
// their delegate's (T25).
func (s Seat) by(id PersonID, involved []PersonID) bool {
	absent, delegate := s.For[id]
	return slices.Contains(involved, id) || delegate && slices.Contains(involved, absent)
}

// Sitting is what a board sits down with, besides the rules of its seats.
type Sitting struct {
	Programme *Programme
	RFC       RFC
	// Involved raised, built or deploy the change (T25).
	Involved []PersonID
	// Delegations are those in force when the ballot opens (T22).
	Delegations []Delegation
	// Escalate says why the escalation point must be heard whoever else is; empty
	// where it need not be (T27).
	Escalate string
}

// PlanSeats freezes who sits where for an RFC under a policy. Every person gets
// one seat at most, so that one person fills one seat however their votes
// arrive; mandatory seats are filled first and no seat stays empty that another
// distribution could fill. Whoever is away is replaced by their delegate (T22).
// A seat nobody fulfils goes to the escalation point; if a mandatory one still
// stands empty the ballot cannot open. Where everybody who would have to speak
// is involved, the escalation point gets a mandatory seat of its own (T25). An
// optional seat that nobody fulfils is left out. A policy without a mandatory
// seat opens nothing: fail closed (T21).
func PlanSeats(rules []SeatRule, s Sitting) ([]Seat, error) {
	const what = "The vote was not opened."
	places := s.places(rules)
	if !slices.ContainsFunc(places, func(x spot) bool { return x.Mandatory }) {
		return nil, refuse(CodeState, what, "The programme's policy names no mandatory seat for it, and nobody would have to speak.",
			"Have the programme file name the seats of this release type.")
	}
	if s.Escalate != "" {
		if places = s.withEscalation(places); places == nil {
			return nil, refuse(CodeState, what, s.Escalate+" So the escalation point must be heard, and nobody of it is without a part in the change.",
				"Show the retrospective with `/release settle`, or have the programme file name another escalation point.")
		}
	}
	seats := s.distribute(places)
	if !s.independent(seats) {
		if places = s.withEscalation(places); places != nil {
			seats = s.distribute(places)
		}
	}
	for _, seat := range seats {
		if seat.Mandatory && len(seat.Holders) == 0 {
			return nil, refuse(CodeState, what, fmt.Sprintf("Nobody can fill the mandatory seat %s.", seat.Label(s.Programme)),
				"Have the programme file name somebody for it, or an escalation point who does not sit elsewhere.")
		}
	}
	if !s.independent(seats) {
		return nil, refuse(CodeState, what, "Everybody who would have to speak has a part in the change, and so has the escalation point.",
			"Have the programme file name somebody else for one of its mandatory seats.")
	}
	return slices.DeleteFunc(seats, func(x Seat) bool { return len(x.Holders) == 0 }), nil
}

// independent tells whether somebody sits on a mandatory seat who has no part in
// the change (T25). Seats that nobody fills are another refusal's.
func (s Sitting) independent(seats []Seat) bool {
	heard := false
	for _, seat := range seats {
		if !seat.Mandatory {
			continue
		}
		heard = heard || len(seat.Holders) > 0
		if slices.ContainsFunc(seat.Holders, func(id PersonID) bool { return !seat.by(id, s.Involved) }) {
			return true
		}
	}
	return !heard
}

// spot is a seat with who may sit on it.
type spot struct {
	Seat
	stands []stand
}

// stand is somebody who may sit, in their own right or for somebody else.
type stand struct {
	id     PersonID
	absent PersonID // empty in their own right
}

func (s Sitting) places(rules []SeatRule) []spot {
	var places []spot
	for _, rule := range rules {
		for _, party := range partiesOf(rule.Of, s.Programme, s.RFC) {
			seat := Seat{
				Key: string(rule.Function) + "/" + string(party), Function: rule.Function, Party: party,
				Mandatory: rule.Mandatory, Chair: rule.Chair,
			}
			if i := slices.IndexFunc(places, func(x spot) bool { return x.Key == seat.Key }); i >= 0 {
				places[i].Mandatory = places[i].Mandatory || seat.Mandatory // two rules for one seat: the stricter
				places[i].Chair = places[i].Chair || seat.Chair
				continue
			}
			places = append(places, spot{seat, s.stands(s.Programme.Holders(rule.Function, party))})
		}
	}
	return places
}

// stands replaces the absent by their delegates, each once; whoever sits in
// their own right sits for nobody.
func (s Sitting) stands(people []Person) []stand {
	var all []stand
	for _, x := range people {
		at := stand{id: s.Programme.SpeakerFor(x.ID, s.Delegations)}
		if at.id != x.ID {
			at.absent = x.ID
		}
		i := slices.IndexFunc(all, func(o stand) bool { return o.id == at.id })
		switch {
		case i < 0:
			all = append(all, at)
		case at.absent == "":
			all[i].absent = ""
		}
	}
	return all
}

// withEscalation gives the escalation point a mandatory seat for whoever of it
// has no part in the change; nil when nobody is left.
func (s Sitting) withEscalation(places []spot) []spot {
	for _, point := range s.Programme.escalation(s.RFC.Content.Environments) {
		free := slices.DeleteFunc(s.stands([]Person{point.Person}), func(x stand) bool {
			return slices.Contains(s.Involved, x.id) || slices.Contains(s.Involved, x.absent)
		})
		if len(free) == 0 {
			continue
		}
		seat := Seat{
			Key: string(point.Role) + "/" + string(point.Party), Function: point.Role, Party: point.Party, Mandatory: true, Escalated: true,
			Why: s.Escalate,
		}
		for i := range places {
			if places[i].Key == seat.Key {
				seat.Chair = places[i].Chair
				places[i] = spot{seat, free}
				return places
			}
		}
		return append(places, spot{seat, free})
	}
	return nil
}

// distribute gives every seat its holders.
func (s Sitting) distribute(places []spot) []Seat {
	seats, candidates := make([]Seat, len(places)), make([][]PersonID, len(places))
	for i, x := range places {
		seats[i], candidates[i] = x.Seat, idsOf(x.stands)
	}
	var point []stand
	for _, x := range s.Programme.escalation(s.RFC.Content.Environments) {
		point = append(point, s.stands([]Person{x.Person})...)
	}
	holder := match(seats, candidates, idsOf(point))
	for i := range seats {
		if first, ok := holder[i]; ok {
			seats[i].Holders = []PersonID{first}
		}
	}
	for i := range seats {
		stands := places[i].stands
		if seats[i].Escalated {
			stands = append(slices.Clone(stands), point...)
		} else {
			for _, id := range candidates[i] {
				if !seated(seats, id) {
					seats[i].Holders = append(seats[i].Holders, id)
				}
			}
		}
		seats[i].For = absentees(seats[i].Holders, stands)
	}
	return seats
}

func idsOf(stands []stand) []PersonID {
	ids := make([]PersonID, len(stands))
	for i, x := range stands {
		ids[i] = x.id
	}
	return ids
}

// absentees says for whom the holders sit; nil when all sit in their own right.
func absentees(holders []PersonID, stands []stand) map[PersonID]PersonID {
	var absent map[PersonID]PersonID
	for _, x := range stands {
		if x.absent == "" || !slices.Contains(holders, x.id) {
			continue
		}
		if absent == nil {
			absent = map[PersonID]PersonID{}
		}
		if _, known := absent[x.id]; !known {
			absent[x.id] = x.absent
		}
	}
	return absent
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

func seated(seats []Seat, id PersonID) bool {
	return slices.ContainsFunc(seats, func(s Seat) bool { return slices.Contains(s.Holders, id) })
}
