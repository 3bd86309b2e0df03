package release

import "slices"

// View is what somebody reads of a release: one release, many views (M11).
type View string

// The views.
const (
	ViewManagement   View = "management"      // one paragraph
	ViewRelease      View = "release-manager" // everything, and who is told
	ViewEnvironments View = "environments"    // what stands still where, and when
	ViewTesting      View = "testing"         // what to test again
	ViewDefects      View = "defects"         // known issues, workarounds, what is mended
	ViewDevelopment  View = "development"     // what goes out
	ViewDeployment   View = "deployment"      // how it is done, and how it goes back
	ViewProvider     View = "provider"        // instructions and status
	ViewParticipant  View = "participant"     // impact and downtime for their party
)

// Views lists every view in the order in which a mail of several shows them.
func Views() []View {
	return []View{
		ViewManagement, ViewRelease, ViewParticipant, ViewProvider, ViewEnvironments, ViewTesting, ViewDefects, ViewDevelopment, ViewDeployment,
	}
}

// ViewsOf returns the views of a person, of their roles: whoever has several reads
// them all in one mail. Those who speak for a party of the programme, and lead it,
// read the management's paragraph, unless they do something else as well.
func (p *Programme) ViewsOf(x Person) []View {
	has := map[View]bool{}
	for _, h := range x.Roles {
		party, _ := p.Party(h.Party)
		has[viewIn(h.Role, party.Kind)] = true
	}
	views := slices.DeleteFunc(Views(), func(v View) bool { return !has[v] })
	if len(views) == 0 {
		return []View{ViewParticipant}
	}
	if len(views) > 1 && views[0] == ViewManagement {
		views = views[1:]
	}
	return views
}

func viewIn(role Role, kind PartyKind) View {
	switch role {
	case EnvironmentManager:
		return ViewEnvironments
	case TestManager:
		return ViewTesting
	case DefectManager, TestDefectManager:
		return ViewDefects
	case DevelopmentManager, DevelopmentTeamLead, BuildManager:
		return ViewDevelopment
	case DevOps, DeploymentTeam:
		return ViewDeployment
	case ReleaseManager:
		if kind == ProgrammeParty {
			return ViewRelease
		}
	case TMAGChair, PMO:
		return ViewManagement
	case Representative:
		if kind == ProgrammeParty {
			return ViewManagement
		}
	}
	if kind == CoreProvider {
		return ViewProvider
	}
	return ViewParticipant
}
