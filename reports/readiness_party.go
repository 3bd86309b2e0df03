package reports

import (
	"slices"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// EditionOf returns the party whose edition somebody reads: the first they work for
// that does not run the programme, or none.
func EditionOf(p *release.Programme, x release.Person) release.PartyID {
	for _, id := range x.Parties() {
		if party, ok := p.Party(id); ok && party.Kind != release.ProgrammeParty {
			return id
		}
	}
	return ""
}

// forParty is what concerns the reader's party, before everything else: what it
// owes, the votes that wait for it, its releases and its windows.
func (v reading) forParty() []templates.Section {
	if v.party == "" {
		return nil
	}
	s := templates.Section{
		Title: "For " + partyName(v.Programme, v.party),
		Empty: "Nothing of yours is overdue, no vote waits for you, and no window of yours is planned.",
	}
	for _, x := range v.Owed {
		if x.Party == v.party {
			s.Items = append(s.Items, v.owes(x, mostPerState))
			s.Items[len(s.Items)-1].Title = "Overdue"
		}
	}
	for _, x := range v.Votes {
		for _, seat := range x.Missing {
			if seat.Party == v.party {
				s.Items = append(s.Items, templates.Item{
					Title: title(x.RFC), Badge: templates.Badge{Text: "your vote", Tone: templates.Act},
					Lines: []string{x.Ballot.Purpose.String() + ", " + seat.Label(v.Programme) + ": " + holders(v.Programme, seat), v.deadline(x.Ballot)},
				})
			}
		}
	}
	for _, j := range v.Judged {
		if v.own(j) {
			s.Items = append(s.Items, templates.Item{
				Title: j.Standing.Release.Name() + " " + j.Standing.Release.Title(v.Programme), Badge: verdictBadge(j.Verdict),
				Lines: []string{j.Standing.Release.Stage.String() + "; " + v.when(j), short(j.Why)},
			})
		}
	}
	for _, x := range v.Planned {
		system, _ := v.Programme.System(x.RFC.Content.System)
		_, released := x.RFC.Content.ReleaseNumber()
		touched := slices.Contains(x.RFC.Content.Parties, v.party)
		if system.Party == v.party && !released || touched && system.Party != v.party {
			s.Items = append(s.Items, templates.Item{Title: title(x.RFC), Badge: stateBadge(x.RFC.State), Lines: []string{v.window(x.RFC), concern(touched)}})
		}
	}
	return []templates.Section{s}
}

func concern(touched bool) string {
	if touched {
		return "It touches you."
	}
	return "It is yours."
}
