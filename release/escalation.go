package release

import "slices"

// escalationSeat is somebody who takes over where a board cannot decide by
// itself, and in what function.
type escalationSeat struct {
	Person
	Holding
}

// escalation returns the active people who take over for a change to some
// environments, in the order of the file: those the policy names for a phase of
// one of them, BSC
// and RECCo in Qualification, else those of the escalation role (R111). A phase
// whose people are all gone falls back to the role.
func (p *Programme) escalation(environments []EnvironmentID) []escalationSeat {
	var people []escalationSeat
	for _, rule := range p.Policy.PhaseEscalation {
		phase, ok := find(p.Phases, func(x Phase) bool { return x.Name == rule.Phase })
		if !ok || !slices.Contains(environments, phase.Environment) {
			continue
		}
		for _, party := range rule.Parties {
			for _, x := range p.Holders(rule.Role, party) {
				people = append(people, escalationSeat{x, Holding{Role: rule.Role, Party: party}})
			}
		}
	}
	if len(people) > 0 {
		return people
	}
	for _, x := range p.People {
		i := slices.IndexFunc(x.Roles, func(h Holding) bool { return h.Role == p.Policy.Escalation })
		if i >= 0 && !x.Retired {
			people = append(people, escalationSeat{x, x.Roles[i]})
		}
	}
	return people
}

// EscalationPoint returns the active people to whom a change to some environments
// is brought where a board cannot decide by itself (R111).
func (p *Programme) EscalationPoint(environments []EnvironmentID) []Person {
	var people []Person
	for _, x := range p.escalation(environments) {
		people = append(people, x.Person)
	}
	return people
}
