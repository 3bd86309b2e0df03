package release

import (
	"fmt"
	"slices"
)

// invitation says who belongs into a kind of meeting: a role, for every party
// of a kind or for the providers of what is on the agenda.
type invitation struct {
	role     Role
	of       PartyKind
	provider bool
}

// invitations are the attendees of each kind of meeting (R58 to R65). The chair
// comes first.
var invitations = map[MeetingKind][]invitation{
	BoardMeeting: { // R60
		{role: ReleaseManager, of: ProgrammeParty}, {role: EnvironmentManager, of: ProgrammeParty}, {role: DevelopmentTeamLead, provider: true},
		{role: TestManager, of: ProgrammeParty}, {role: DefectManager, of: ProgrammeParty},
	},
	KickOff: { // R61
		{role: ReleaseManager, of: ProgrammeParty}, {role: EnvironmentManager, of: ProgrammeParty}, {role: TestManager, of: ProgrammeParty},
		{role: DefectManager, of: ProgrammeParty}, {role: DevelopmentTeamLead, provider: true},
	},
	PlanReview: { // R62
		{role: ReleaseManager, of: ProgrammeParty}, {role: EnvironmentManager, of: ProgrammeParty}, {role: DevelopmentTeamLead, provider: true},
	},
	GoNoGoMeeting: { // R63
		{role: ReleaseManager, of: ProgrammeParty}, {role: EnvironmentManager, of: ProgrammeParty}, {role: DevelopmentTeamLead, provider: true},
		{role: TestManager, of: ProgrammeParty},
	},
	EnvironmentTalk: { // R65
		{role: EnvironmentManager, of: ProgrammeParty}, {role: PMO, of: ProgrammeParty}, {role: EnvironmentManager, of: Participant},
		{role: ReleaseManager, of: CoreProvider}, {role: ReleaseManager, of: Participant}, {role: TestManager, of: Participant},
		{role: Representative, of: Participant},
	},
}

// Chair returns the role that leads a kind of meeting, for the programme.
func (k MeetingKind) Chair() Role {
	if all := invitations[k]; len(all) > 0 {
		return all[0].role
	}
	return ReleaseManager
}

// MayLead tells whether a person may open and end a kind of meeting: whoever
// holds the chair's role for the programme (R60, R65).
func (p *Programme) MayLead(x Person, kind MeetingKind) bool {
	leads := func(y Person) bool { return y.ID == x.ID }
	return slices.ContainsFunc(p.HoldersAmong(kind.Chair(), ProgrammeParty), leads)
}

// Invited returns the people who belong into a kind of meeting, each once and
// the chair first; providers are the parties whose work is on the agenda.
func (p *Programme) Invited(kind MeetingKind, providers []PartyID) []PersonID {
	var ids []PersonID
	add := func(people []Person) {
		for _, x := range people {
			if !slices.Contains(ids, x.ID) {
				ids = append(ids, x.ID)
			}
		}
	}
	for _, i := range invitations[kind] {
		if !i.provider {
			add(p.HoldersAmong(i.role, i.of))
			continue
		}
		for _, party := range providers {
			add(p.Holders(i.role, party))
		}
	}
	return ids
}

// ReadersOfMinutes returns who gets what a meeting put out, each once: everybody
// who attended, and the representatives of the core providers and the
// participants (R64).
func ReadersOfMinutes(m Meeting, p *Programme) []Recipient {
	a := audience{programme: p}
	a.add(DutyAct, m.Attendees...)
	for _, kind := range []PartyKind{CoreProvider, Participant} {
		for _, x := range p.HoldersAmong(Representative, kind) {
			a.add(DutyTold, x.ID)
		}
	}
	return a.recipients
}

// MeetingBlockers returns what keeps a release from its next step because
// meetings that the policy asks for were not held (R61, R62). Held are the
// meetings of the release.
func MeetingBlockers(required []MeetingKind, held []Meeting, release int, p *Programme) []Blocker {
	var blockers []Blocker
	for _, kind := range required {
		of := func(m Meeting) bool { return m.Kind == kind && m.Release == release }
		over := func(m Meeting) bool { return of(m) && m.State() != MeetingRunning }
		if slices.ContainsFunc(held, over) {
			continue
		}
		b := Blocker{
			Key: "meeting/" + string(kind), What: "The " + kind.String() + " was not held.", Role: kind.Chair(),
			Act: "/rcb start " + string(kind) + " " + ReleaseName(release), Label: "Open the " + kind.String(),
		}
		if i := slices.IndexFunc(held, of); i >= 0 {
			b.What = "The " + kind.String() + " is still running."
			b.Act, b.Label = fmt.Sprintf("/rcb end %d", held[i].ID), "End the "+kind.String()
		}
		for _, x := range p.HoldersAmong(b.Role, ProgrammeParty) {
			b.People = append(b.People, x.ID)
		}
		blockers = append(blockers, b)
	}
	return blockers
}
