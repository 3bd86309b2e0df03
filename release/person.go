package release

import "slices"

// PersonID is a person's stable key in the programme file.
type PersonID string

// Clockwork is who acts when no person does: a deadline that passed.
const Clockwork PersonID = ""

// SlackID names a Slack account. People are known by the pair, never by a
// display name, a mail address or the user id alone (T31).
type SlackID struct {
	Team string
	User string
}

// Role is a function a person fulfils for a party (R111).
type Role string

// The roles of the programme (R60, R111).
const (
	ReleaseManager      Role = "release-manager"
	DevelopmentManager  Role = "development-manager"
	DevelopmentTeamLead Role = "development-team-lead"
	BuildManager        Role = "build-manager"
	DevOps              Role = "devops"
	DeploymentTeam      Role = "deployment-team"
	EnvironmentManager  Role = "environment-manager"
	TestManager         Role = "test-manager"
	TestDefectManager   Role = "test-defect-manager"
	DefectManager       Role = "defect-manager"
	Representative      Role = "representative"
	TMAGChair           Role = "sro-tmag-chair"
	PMO                 Role = "pmo"
)

// Roles lists every role in the order in which they are shown.
func Roles() []Role {
	return []Role{
		ReleaseManager, DevelopmentManager, DevelopmentTeamLead, BuildManager, DevOps, DeploymentTeam,
		EnvironmentManager, TestManager, TestDefectManager, DefectManager, Representative, TMAGChair, PMO,
	}
}

var roleNames = map[Role]string{
	ReleaseManager: "Release Manager", DevelopmentManager: "Development Manager",
	DevelopmentTeamLead: "Development Team Lead", BuildManager: "Build Manager", DevOps: "DevOps",
	DeploymentTeam: "Deployment Team", EnvironmentManager: "Environment Manager", TestManager: "Test Manager",
	TestDefectManager: "Test Defect Manager", DefectManager: "Defect Manager", Representative: "Representative",
	TMAGChair: "SRO TMAG Chair", PMO: "PMO",
}

// String returns the role as people write it, "Release Manager".
func (r Role) String() string {
	if name, ok := roleNames[r]; ok {
		return name
	}
	return string(r)
}

// Holding says that a person fulfils a role for a party.
type Holding struct {
	Role  Role
	Party PartyID
}

// Person is somebody of the registry. A retired person keeps their history but
// can no longer act and is told nothing.
type Person struct {
	ID    PersonID
	Name  string
	Mail  string
	Slack []SlackID
	Roles []Holding
	// Zone is the IANA name of the zone they work in; empty is the programme's.
	Zone    string `json:",omitempty"`
	Retired bool
}

// Holds tells whether the person fulfils the role for the party.
func (p Person) Holds(role Role, party PartyID) bool {
	return slices.Contains(p.Roles, Holding{Role: role, Party: party})
}

// Parties returns the parties the person works for, in the order of the file.
func (p Person) Parties() []PartyID {
	var parties []PartyID
	for _, h := range p.Roles {
		if !slices.Contains(parties, h.Party) {
			parties = append(parties, h.Party)
		}
	}
	return parties
}

// Cadence is how often a person wants to hear of what they are only informed
// of (RACI "I"). What they must act on is always immediate.
type Cadence string

// The cadences a person can choose.
const (
	Immediate Cadence = "immediate"
	Daily     Cadence = "daily"
	Weekly    Cadence = "weekly"
)

// ParseCadence reads a cadence; the empty text and unknown words are refused.
func ParseCadence(text string) (Cadence, error) {
	switch c := Cadence(text); c {
	case Immediate, Daily, Weekly:
		return c, nil
	}
	return "", refuse(CodeInvalid, "Your choice of mail was not changed.",
		"“"+Clip(text, 40)+"” is not one of immediate, daily or weekly.", "Choose one of the three.")
}
