package release

import (
	"slices"
	"strings"
)

// Addressee names whom a communication is for: a list, the impacted parties, a
// party, every party of a kind, the holders of a role, or a single person.
type Addressee string

// TheImpacted are the representatives of the parties that a release impacts (R11).
const TheImpacted Addressee = "impacted"

const addresseeForms = "impacted, list:csps, party:dip, kind:participant, role:test-manager, role:release-manager@provider, person:olivia-hartley"

// ofProvider stands for the party that owns the release's system.
const ofProvider = "provider"

// ParseAddressees reads addressees with commas or blanks between them, as people
// type them; what they name is checked elsewhere.
func ParseAddressees(text string) []Addressee {
	var all []Addressee
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\n' || r == '\t' || r == '\r' }) {
		if x := Addressee(strings.ToLower(word)); !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	return all
}

// Check says what is wrong with an addressee; nothing where the programme has it.
func (x Addressee) Check(p *Programme) string {
	form, name, _ := strings.Cut(string(x), ":")
	ok := false
	switch form {
	case string(TheImpacted):
		ok = name == "" && x == TheImpacted
	case "list":
		ok = slices.ContainsFunc(p.Lists, func(l DistributionList) bool { return l.ID == name })
	case "party":
		party, found := p.Party(PartyID(name))
		ok = found && !party.Retired
	case "kind":
		ok = slices.Contains([]PartyKind{ProgrammeParty, CoreProvider, Participant}, PartyKind(name))
	case "role":
		role, of, narrowed := strings.Cut(name, "@")
		_, party := p.Party(PartyID(of))
		kind := slices.Contains([]PartyKind{ProgrammeParty, CoreProvider, Participant}, PartyKind(of))
		ok = slices.Contains(Roles(), Role(role)) && (!narrowed || of == ofProvider || party || kind)
	case "person":
		person, found := p.Person(PersonID(name))
		ok = found && !person.Retired
	}
	if ok {
		return ""
	}
	return "“" + Clip(string(x), 60) + "” is nobody of the programme; write for example " + addresseeForms + "."
}

// Says returns the addressee as people read it.
func (x Addressee) Says(p *Programme) string {
	form, name, _ := strings.Cut(string(x), ":")
	switch form {
	case string(TheImpacted):
		return "the impacted parties"
	case "list":
		if l, ok := find(p.Lists, func(l DistributionList) bool { return l.ID == name }); ok {
			return "the list “" + l.Name + "”"
		}
	case "party":
		if party, ok := p.Party(PartyID(name)); ok {
			return party.Name
		}
	case "kind":
		return map[PartyKind]string{ProgrammeParty: "the programme's parties", CoreProvider: "every core provider", Participant: "every participant"}[PartyKind(name)]
	case "role":
		role, of, narrowed := strings.Cut(name, "@")
		party, known := p.Party(PartyID(of))
		switch {
		case !narrowed:
			return "every " + Role(role).String()
		case of == ofProvider:
			return "the provider's " + Role(role).String()
		case known:
			return "the " + Role(role).String() + " of " + party.Name
		}
		return "every " + Role(role).String() + " of a " + strings.ReplaceAll(of, "-", " ")
	case "person":
		return p.NameOf(PersonID(name))
	}
	return string(x)
}

// Addressees returns addressees as people read them.
func (p *Programme) Addressees(all []Addressee) string {
	words := make([]string, len(all))
	for i, x := range all {
		words[i] = x.Says(p)
	}
	return strings.Join(words, ", ")
}

// Reached returns the active people behind a line's addressees, each once, in the
// order in which they are named.
func (c Communication) Reached(p *Programme, r Release, rfc RFC) []PersonID {
	var all []PersonID
	for _, x := range c.To {
		for _, id := range x.people(p, r, rfc) {
			if who, ok := p.Person(id); ok && !who.Retired && !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}

func (x Addressee) people(p *Programme, r Release, rfc RFC) []PersonID {
	form, name, _ := strings.Cut(string(x), ":")
	switch form {
	case string(TheImpacted):
		return voices(p, rfc.ImpactedParties(p))
	case "list":
		l, _ := find(p.Lists, func(l DistributionList) bool { return l.ID == name })
		return l.People
	case "party":
		party, _ := p.Party(PartyID(name))
		return voices(p, []Party{party})
	case "kind":
		return voices(p, p.PartiesOf(PartyKind(name)))
	case "role":
		return holdersOf(p, r, name)
	case "person":
		return []PersonID{PersonID(name)}
	}
	return nil
}

// voices are the representatives of parties; of one that has none its release
// managers, and everybody of one that has neither: no party is told nothing.
func voices(p *Programme, parties []Party) []PersonID {
	var all []PersonID
	for _, party := range parties {
		found := p.Holders(Representative, party.ID)
		if len(found) == 0 {
			found = p.Holders(ReleaseManager, party.ID)
		}
		if len(found) == 0 {
			for _, x := range p.People {
				if !x.Retired && slices.Contains(x.Parties(), party.ID) {
					found = append(found, x)
				}
			}
		}
		all = append(all, ids(found)...)
	}
	return all
}

func holdersOf(p *Programme, r Release, name string) []PersonID {
	role, of, narrowed := strings.Cut(name, "@")
	var all []PersonID
	for _, x := range p.People {
		for _, h := range x.Roles {
			party, _ := p.Party(h.Party)
			fits := !narrowed || string(h.Party) == of || string(party.Kind) == of || (of == ofProvider && h.Party == r.Provider(p))
			if h.Role == Role(role) && fits {
				all = append(all, x.ID)
			}
		}
	}
	return all
}
