package bot

import (
	"time"

	"gonogo.dev/release"
)

// The workspace and the people of the tests.
const (
	team    = "T0BOARD"
	board   = "C0RCB"
	rachel  = "U0RACHEL" // the programme's release manager, chair
	tom     = "U0TOM"    // the programme's test manager
	eve     = "U0EVE"    // the programme's environment manager
	elle    = "U0ELLE"   // Elexon's release manager
	ben     = "U0BEN"    // Elexon's DevOps
	pat     = "U0PAT"    // a supplier's representative, in another organisation
	pmo     = "U0PMO"
	unknown = "U0NOBODY"
)

// programme is a small programme with every role its votes need.
func programme() *release.Programme {
	person := func(id, name, user string, roles ...release.Holding) release.Person {
		return release.Person{ID: release.PersonID(id), Name: name, Mail: id + "@si.example", Slack: []release.SlackID{{Team: team, User: user}}, Roles: roles}
	}
	seats := []release.SeatRule{
		{Function: release.ReleaseManager, Of: release.OfProgramme, Mandatory: true, Chair: true},
		{Function: release.TestManager, Of: release.OfProgramme, Mandatory: true},
		{Function: release.EnvironmentManager, Of: release.OfProgramme, Mandatory: true},
		{Function: release.DevOps, Of: release.OfProvider},
	}
	rules := release.BallotPolicy{
		Seats: seats, MinimumOpen: 30 * time.Minute, Deadline: 48 * time.Hour, RemindBefore: []time.Duration{4 * time.Hour}, Override: true,
	}
	types := map[release.ReleaseType]release.TypePolicy{}
	for _, t := range release.ReleaseTypes() {
		types[t] = release.TypePolicy{Approval: rules, Deployment: rules}
	}
	stranger := person("pat", "Pat Byrne", pat, release.Holding{Role: release.Representative, Party: "brightco"})
	stranger.Slack = []release.SlackID{{Team: "T0OTHER", User: pat}}
	return &release.Programme{
		Version: 1, Name: "Half-hourly Settlement", Short: "MHHS", Zone: "Europe/London", Slack: release.Places{Team: team, RCB: board},
		Parties: []release.Party{
			{ID: "si", Name: "System Integrator", Kind: release.ProgrammeParty}, {ID: "elexon", Name: "Elexon", Kind: release.CoreProvider},
			{ID: "dcc", Name: "DCC", Kind: release.CoreProvider}, {ID: "brightco", Name: "BrightCo", Kind: release.Participant, Group: "Supplier"},
		},
		People: []release.Person{
			person("rachel", "Rachel Moss", rachel, release.Holding{Role: release.ReleaseManager, Party: "si"}),
			person("tom", "Tom Adeyemi", tom, release.Holding{Role: release.TestManager, Party: "si"}),
			person("eve", "Eve Lindqvist", eve, release.Holding{Role: release.EnvironmentManager, Party: "si"}),
			person("elle", "Elle Ford", elle, release.Holding{Role: release.ReleaseManager, Party: "elexon"}),
			person("ben", "Ben Achterberg", ben, release.Holding{Role: release.DevOps, Party: "elexon"}),
			person("pmo", "Priya Rao", pmo, release.Holding{Role: release.PMO, Party: "si"}),
			stranger,
		},
		Systems:      []release.System{{ID: "helix", Name: "Helix", Party: "elexon"}, {ID: "dsp", Name: "Data Services", Party: "dcc"}},
		Environments: []release.Environment{{ID: "sit-a", Name: "SIT A", Purpose: "Functional tests"}, {ID: "uit", Name: "UIT", Purpose: "User integration"}},
		Phases:       []release.Phase{{Name: "SIT Functional", Environment: "sit-a"}},
		Roadmap: []release.PlannedRelease{
			{ID: "R1", Type: release.Major, Date: "2026-09-01", Rationale: "First settlement cycle"},
			{ID: "R2", Type: release.Major, Date: "2026-12-07", Rationale: "Migration tooling"},
		},
		Policy: release.Policy{Types: types, Raisers: []release.Role{release.ReleaseManager}, Escalation: release.TMAGChair},
		RACI: release.RACI{
			release.RFCApproval:   {release.ColumnRM: "A", release.ColumnCSP: "R", release.ColumnTP: "I"},
			release.DeploymentGNG: {release.ColumnRM: "A", release.ColumnCSP: "R", release.ColumnTP: "I"},
		},
	}
}

// content is an RFC that can be raised at start.
func content() release.RFCContent {
	return release.RFCContent{
		Title: "Raise the settlement timeout", System: "helix", Release: "R2", Type: release.Major,
		Environments: []release.EnvironmentID{"sit-a", "uit"}, Kind: release.ChangeRequest, References: []string{"CR-031", "DEF-1187"},
		Reason: "Settlement runs time out at volume.", Impact: "Runs may take 20 minutes longer.",
		Risk:       release.Risk{Likelihood: 2, Consequence: 4, Sentence: "A run in progress would be repeated."},
		Window:     release.Window{From: start.Add(72 * time.Hour), To: start.Add(76 * time.Hour), Zone: "Europe/London"},
		Disruption: release.ServerDown,
	}
}

var start = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
