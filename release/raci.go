package release

import (
	"slices"
	"strings"
)

// Activity is a row of the RACI table (R113 to R125), by a stable key (T3).
type Activity string

// The activities of the RACI table in their order.
const (
	RolloutPlans   Activity = "rollout-plans"     // R113
	RFCApproval    Activity = "rfc-approval"      // R114
	DeploymentGNG  Activity = "deployment-gonogo" // R115
	SendComms      Activity = "communications"    // R116
	ExecuteRollout Activity = "execute-rollout"   // R117
	Remediation    Activity = "remediation"       // R118
	Verification   Activity = "verification"      // R119
	IssueLog       Activity = "issue-log"         // R120
	Rollback       Activity = "rollback"          // R121
	ConductPIR     Activity = "pir"               // R122
	ConfirmRollout Activity = "rollout-closure"   // R123
	LessonsLearned Activity = "lessons-learned"   // R124
	CloseRFC       Activity = "rfc-closure"       // R125
)

// Activities lists the thirteen rows of the RACI table in their order.
func Activities() []Activity {
	return []Activity{
		RolloutPlans, RFCApproval, DeploymentGNG, SendComms, ExecuteRollout, Remediation, Verification,
		IssueLog, Rollback, ConductPIR, ConfirmRollout, LessonsLearned, CloseRFC,
	}
}

// Column is a column of the RACI table.
type Column string

// The eight columns of the RACI table in their order.
const (
	ColumnRM     Column = "rm"
	ColumnDev    Column = "dev"
	ColumnDevOps Column = "devops"
	ColumnEnv    Column = "env"
	ColumnTest   Column = "test"
	ColumnDefect Column = "defect"
	ColumnCSP    Column = "csp"
	ColumnTP     Column = "tp"
)

// Columns lists the eight columns of the RACI table in their order.
func Columns() []Column {
	return []Column{ColumnRM, ColumnDev, ColumnDevOps, ColumnEnv, ColumnTest, ColumnDefect, ColumnCSP, ColumnTP}
}

// Letters are the letters of one cell: "R", "A", "C", "I", or several as "R,A".
type Letters string

// Has tells whether the cell holds the letter.
func (l Letters) Has(letter string) bool {
	return slices.Contains(strings.Split(string(l), ","), letter)
}

// RACI is the responsibility table as data: R and A act, C is asked, I is
// told; what is not in the table is denied.
type RACI map[Activity]map[Column]Letters

var columnOfRole = map[Role]Column{
	DevelopmentManager: ColumnDev, DevelopmentTeamLead: ColumnDev, BuildManager: ColumnDev,
	DevOps: ColumnDevOps, DeploymentTeam: ColumnDevOps,
}

var columnOfProgrammeRole = map[Role]Column{
	ReleaseManager: ColumnRM, EnvironmentManager: ColumnEnv, TestManager: ColumnTest,
	TestDefectManager: ColumnDefect, DefectManager: ColumnDefect,
}

// ColumnsOf returns the columns of the RACI table in which a person stands:
// the managers' columns are the programme's own managers, the providers' people
// stand in theirs, whoever develops or deploys stands in those whatever the
// party.
func (p *Programme) ColumnsOf(x Person) []Column {
	var columns []Column
	add := func(c Column) {
		if c != "" && !slices.Contains(columns, c) {
			columns = append(columns, c)
		}
	}
	for _, h := range x.Roles {
		party, ok := p.Party(h.Party)
		if !ok {
			continue
		}
		add(columnOfRole[h.Role])
		switch party.Kind {
		case ProgrammeParty:
			add(columnOfProgrammeRole[h.Role])
		case CoreProvider:
			add(ColumnCSP)
		case Participant:
			add(ColumnTP)
		}
	}
	return columns
}

// Letters returns every letter a person has for an activity.
func (p *Programme) Letters(x Person, a Activity) Letters {
	var letters []string
	for _, c := range p.ColumnsOf(x) {
		for l := range strings.SplitSeq(string(p.RACI[a][c]), ",") {
			if l != "" && !slices.Contains(letters, l) {
				letters = append(letters, l)
			}
		}
	}
	return Letters(strings.Join(letters, ","))
}

// MayAct tells whether a person is responsible or accountable for an activity.
func (p *Programme) MayAct(x Person, a Activity) bool {
	l := p.Letters(x, a)
	return !x.Retired && (l.Has("R") || l.Has("A"))
}

// Asked tells whether a person is consulted on an activity: they are heard before
// it is done, and so told at once.
func (p *Programme) Asked(x Person, a Activity) bool {
	return !x.Retired && p.Letters(x, a).Has("C")
}

// OnlyInformed tells whether a person has no part in an activity beyond being
// told of it, at the pace they choose.
func (p *Programme) OnlyInformed(x Person, a Activity) bool {
	return !p.MayAct(x, a) && !p.Asked(x, a)
}

// Accountable returns the active people who are accountable for an activity.
func (p *Programme) Accountable(a Activity) []Person {
	var people []Person
	for _, x := range p.People {
		if !x.Retired && p.Letters(x, a).Has("A") {
			people = append(people, x)
		}
	}
	return people
}

// waives tells whether the policy lets a person waive control points of a type
// of release.
func (p *Programme) waives(x Person, t ReleaseType) bool {
	roles := p.Policy.Types[t].Waivers
	if len(roles) == 0 {
		return p.Letters(x, RFCApproval).Has("A")
	}
	return slices.ContainsFunc(x.Roles, func(h Holding) bool {
		party, ok := p.Party(h.Party)
		return ok && party.Kind == ProgrammeParty && slices.Contains(roles, h.Role)
	})
}
