package release

import "slices"

// Check is one thing a gate asks for: a control point by its stable key (T2,
// T3), or one of the programme's other checks.
type Check string

// The ten control points (R46 to R55, DESIGN rule 2).
const (
	PointRaised      Check = "rfc-raised"           // 1
	PointProgramme   Check = "programme-approval"   // 2, majors only
	PointBaseline    Check = "environment-baseline" // 3
	PointPackage     Check = "package-approved"     // 4
	PointKnownIssues Check = "known-issues-agreed"  // 5
	PointPlans       Check = "plans-approved"       // 6
	PointApproved    Check = "rfc-approved"         // 7
	PointDeployed    Check = "deployment-recorded"  // 8
	PointClosure     Check = "closure-approved"     // 9
	PointLessons     Check = "lessons-captured"     // 10
)

// The other checks of the gates.
const (
	CheckPlanned      Check = "planned"       // purpose, content, environments, owner and windows are there
	CheckMeetings     Check = "meetings"      // the meetings the policy asks for were held (R61, R62)
	CheckBuild        Check = "build"         // an identified build is registered (R93)
	CheckPIT          Check = "pit-assurance" // the quality gate before CIT and SIT (R32)
	CheckNote         Check = "release-note"  // handed in, and in time (R92)
	CheckGo           Check = "go"            // a fresh Go of the deployment Go/No-Go (T1, M3)
	CheckConditions   Check = "conditions"    // every condition of the Go is met (T24)
	CheckDebts        Check = "debts"         // what emergencies left behind is settled (M6)
	CheckEnvironments Check = "environments"  // no freeze, no foreign booking, the promotion path (R27, R28, T19)
	CheckWindow       Check = "window"        // now is inside the agreed window (R36)
	CheckRegression   Check = "regression-report"
)

// Point describes a check that is met by evidence or by a decision: whose it
// is, which forum governs it and to which types it applies.
type Point struct {
	Key         Check
	Number      int // of the control point in the source's table; 0 for the other checks
	Requirement string
	Name        string // "Known issues and workarounds are agreed"
	Unmet       string // "Known issues and workarounds are not agreed."
	Responsible Role
	Forum       string
	Types       []ReleaseType // empty: every type
	// Decided says that a vote or an act of its own meets it, and no evidence can.
	Decided bool
	// Made is the command whose act shows it: what that act makes is its evidence, and
	// no link can be given by hand. Empty where evidence is given by hand.
	Made string
	// Waivable says whether a waiver may stand in for the evidence.
	Waivable bool
	// OfProvider says that the provider's people hold the responsible role, not the programme's.
	OfProvider bool
	// OfBuild says that it speaks of one build, and of no other (R94).
	OfBuild bool
	// Binds says that a decision binds to this evidence: another one makes it stale (T26).
	Binds bool
}

// Applies tells whether the point is asked of a release type.
func (p Point) Applies(t ReleaseType) bool { return len(p.Types) == 0 || slices.Contains(p.Types, t) }

// showing is the command that shows the point for a release: its own act, or
// evidence by hand.
func (p Point) showing(r Release) string {
	if p.Made != "" {
		return p.Made + " " + r.Name()
	}
	return "/release evidence " + r.Name() + " " + string(p.Key)
}

const (
	forumRCB        = "Release Control Board"
	forumGovernance = "Programme Governance Forums"
)

// Points lists the ten control points in their order, then the other checks
// that evidence meets.
func Points() []Point { return append(ControlPoints(), otherPoints()...) }

// ControlPoints lists the ten control points in their order.
func ControlPoints() []Point {
	return []Point{
		{
			Key: PointRaised, Number: 1, Requirement: "R46", Name: "RFC raised", Unmet: "No RFC is raised for it.",
			Responsible: ReleaseManager, Forum: forumRCB, Decided: true,
		},
		{
			Key: PointProgramme, Number: 2, Requirement: "R47", Name: "Programme governance approval",
			Unmet:       "Programme governance has not given its Go.",
			Responsible: ReleaseManager, Forum: forumGovernance, Types: []ReleaseType{Major}, Decided: true,
		},
		{
			Key: PointBaseline, Number: 3, Requirement: "R48", Name: "Environments at the required baseline",
			Unmet:       "The environments are not shown to be at the required configuration baseline.",
			Responsible: EnvironmentManager, Forum: forumRCB, Waivable: true, Binds: true,
		},
		{
			Key: PointPackage, Number: 4, Requirement: "R49", Name: "Package and installation instructions approved",
			Unmet:       "The package and its installation instructions are not approved.",
			Responsible: BuildManager, Forum: forumRCB, OfProvider: true, OfBuild: true, Binds: true,
		},
		{
			Key: PointKnownIssues, Number: 5, Requirement: "R50", Name: "Known issues and workarounds agreed",
			Unmet:       "The known issues and workarounds are not agreed and distributed.",
			Responsible: ReleaseManager, Forum: forumRCB, Waivable: true, Binds: true,
		},
		{
			Key: PointPlans, Number: 6, Requirement: "R51", Name: "Release plans approved",
			Unmet:       "The release plans are not approved.",
			Responsible: ReleaseManager, Forum: forumRCB, Waivable: true, Binds: true,
		},
		{
			Key: PointApproved, Number: 7, Requirement: "R52", Name: "RFC approved", Unmet: "The board has not approved its RFC.",
			Responsible: ReleaseManager, Forum: forumRCB, Decided: true,
		},
		{
			Key: PointDeployed, Number: 8, Requirement: "R53", Name: "Deployment recorded",
			Unmet:       "The issues and resolutions of the deployment are not recorded.",
			Responsible: ReleaseManager, Forum: forumRCB, Made: "/release deploy", Waivable: true,
		},
		{
			Key: PointClosure, Number: 9, Requirement: "R54", Name: "Closure approved", Unmet: "The closure is not approved.",
			Responsible: ReleaseManager, Forum: forumRCB, Decided: true,
		},
		{
			Key: PointLessons, Number: 10, Requirement: "R55", Name: "Lessons captured",
			Unmet:       "The rollout report and the lessons learned are not there.",
			Responsible: ReleaseManager, Forum: forumRCB, Waivable: true, Made: "/release review",
		},
	}
}

// otherPoints are the checks beside the control points that evidence meets.
func otherPoints() []Point {
	return []Point{
		{
			Key: CheckPIT, Requirement: "R32", Name: "PIT assurance", Unmet: "The PIT assurance is not shown.",
			Responsible: TestManager, Forum: forumRCB, OfBuild: true, Waivable: true,
		},
		{
			Key: CheckNote, Requirement: "R92", Name: "Release note", Unmet: "The release note is not handed in.",
			Responsible: ReleaseManager, Forum: forumRCB, OfProvider: true, OfBuild: true, Binds: true, Made: "/release note",
		},
		{
			Key: CheckRegression, Requirement: "R37", Name: "Regression test report", Unmet: "The regression test report is not there.",
			Responsible: TestManager, Forum: forumRCB, Waivable: true,
		},
	}
}

// PointOf returns the point with a key.
func PointOf(key Check) (Point, bool) {
	return find(Points(), func(p Point) bool { return p.Key == key })
}

var checkTitles = map[Check]string{
	CheckPlanned: "Planned: windows and the board's date", CheckMeetings: "Required meetings held", CheckBuild: "Build registered",
	CheckGo: "Fresh Go of the deployment Go/No-Go", CheckConditions: "Conditions of the Go met",
	CheckDebts: "Debts of emergencies settled", CheckEnvironments: "Environments free, promotion path kept",
	CheckWindow: "Inside the agreed window",
}

// Title returns the check as people read it: "Release plans approved".
func (c Check) Title() string {
	if point, ok := PointOf(c); ok {
		return point.Name
	}
	return checkTitles[c]
}
