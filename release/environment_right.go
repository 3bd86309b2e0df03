package release

import "slices"

// RunsEnvironments tells whether a person manages the programme's environments
// (R112).
func (p *Programme) RunsEnvironments(x Person) bool {
	return p.holdsForProgramme(x, EnvironmentManager)
}

func (p *Programme) holdsForProgramme(x Person, role Role) bool {
	return !x.Retired && slices.ContainsFunc(x.Roles, func(h Holding) bool {
		party, ok := p.Party(h.Party)
		return ok && h.Role == role && party.Kind == ProgrammeParty
	})
}

// recorders are the roles of a provider that say what is installed of its own
// systems.
var recorders = []Role{ReleaseManager, DeploymentTeam, EnvironmentManager}

// MayRecord tells whether a person may say which version of a system is
// installed: the programme's environment managers for all, the provider's
// release manager, deployment team and environment manager for its own.
func (p *Programme) MayRecord(x Person, system SystemID) bool {
	return p.RunsEnvironments(x) || p.worksForProvider(x, system, func(r Role) bool { return slices.Contains(recorders, r) })
}

// MayReport tells whether a person may say how a system does in an environment:
// the programme's environment managers for all, its provider's people for its own.
func (p *Programme) MayReport(x Person, system SystemID) bool {
	return p.RunsEnvironments(x) || p.worksForProvider(x, system, func(Role) bool { return true })
}

// MayRecordAny and MayReportAny tell whether there is any system a person may
// speak for.
func (p *Programme) MayRecordAny(x Person) bool {
	return slices.ContainsFunc(p.Systems, func(s System) bool { return !s.Retired && p.MayRecord(x, s.ID) })
}

// MayReportAny is MayRecordAny for statuses.
func (p *Programme) MayReportAny(x Person) bool {
	return slices.ContainsFunc(p.Systems, func(s System) bool { return !s.Retired && p.MayReport(x, s.ID) })
}

// worksForProvider tells whether a person holds a fitting role for a system's provider.
func (p *Programme) worksForProvider(x Person, system SystemID, fits func(Role) bool) bool {
	s, ok := p.System(system)
	return ok && !x.Retired && slices.ContainsFunc(x.Roles, func(h Holding) bool { return h.Party == s.Party && fits(h.Role) })
}

// MayBook tells whether a person may book an environment: the programme's
// environment managers for anything, its release managers for freezes.
func (p *Programme) MayBook(x Person, kind BookingKind) bool {
	return p.RunsEnvironments(x) || (kind == BookFreeze && p.holdsForProgramme(x, ReleaseManager))
}

// environmentManagers names who manages the programme's environments.
func (p *Programme) environmentManagers() []PersonID {
	var ids []PersonID
	for _, x := range p.HoldersAmong(EnvironmentManager, ProgrammeParty) {
		ids = append(ids, x.ID)
	}
	return ids
}
