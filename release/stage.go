package release

import "slices"

// Stage is where a release stands in the programme's process (R32 to R40).
type Stage string

// The stages in the order of a life. Deployment and Review & closure are shown
// step by step, since each step has a gate of its own.
const (
	Planning    Stage = "planning"    // 1 Release planning
	Building    Stage = "build"       // 2 Build & package
	Testing     Stage = "test"        // 3 Test & acceptance
	Preparing   Stage = "prepare"     // 4.1 Deployment: prepare
	Approving   Stage = "approve"     // 4.2 Deployment: approve
	Informing   Stage = "communicate" // 4.3 Deployment: communicate
	Deploying   Stage = "deploy"      // 4.4 Deployment: deploy
	Regression  Stage = "regression"  // 5.1 Review & closure: regression test
	Reviewing   Stage = "review"      // 5.2 Review & closure: review and close
	ClosedStage Stage = "closed"      // 5.3 done
	Abandoned   Stage = "abandoned"   // ended before its deployment
)

// Stages lists every stage in the order of a life.
func Stages() []Stage {
	return []Stage{
		Planning, Building, Testing, Preparing, Approving, Informing, Deploying, Regression, Reviewing, ClosedStage, Abandoned,
	}
}

var stageNames = map[Stage]string{
	Planning: "Release planning", Building: "Build & package", Testing: "Test & acceptance",
	Preparing: "Deployment: prepare", Approving: "Deployment: approve", Informing: "Deployment: communicate",
	Deploying: "Deployment: deploy", Regression: "Review & closure: regression test",
	Reviewing: "Review & closure: review", ClosedStage: "Closed", Abandoned: "Abandoned",
}

// String returns the stage as people read it.
func (s Stage) String() string {
	if name, ok := stageNames[s]; ok {
		return name
	}
	return string(s)
}

// Ended tells whether nothing is left to be done about a release in this stage.
func (s Stage) Ended() bool { return s == ClosedStage || s == Abandoned }

// InFlight tells whether a release in this stage is on its way to its
// deployment: whatever must be merged into it still can be (R98).
func (s Stage) InFlight() bool { return s.order() < Deploying.order() }

// order is the place of a stage in a life.
func (s Stage) order() int { return slices.Index(Stages(), s) }

// Before tells whether a stage comes earlier in a life than another.
func (s Stage) Before(o Stage) bool { return s.order() < o.order() }

// Move is one line of the process: from a stage to the next, the gate that must
// be passed and who may make it.
type Move struct {
	Name string // "plan agreed"
	From Stage
	To   Stage
	// Gate are the checks that must be met; those that do not apply to a type are passed over.
	Gate []Check
	// By is the activity whose R and A may make the move (DESIGN rule 10).
	By Activity
	// Verb is what a person types for it, without the release.
	Verb string
	// Back says that the move goes back: a rollback (R39).
	Back bool
	// Requirement names the source of the line.
	Requirement string
}

// Lifecycle is the whole process as one table: nothing but these lines moves a
// release, beside abandoning it before its deployment. It is what `gonogo
// report lifecycle` prints and draws.
func Lifecycle() []Move {
	return []Move{
		{"plan agreed", Planning, Building, []Check{CheckPlanned, CheckMeetings}, RolloutPlans, "next", false, "R32, R61, R62"},
		{"build packaged", Building, Testing, []Check{CheckBuild}, RolloutPlans, "next", false, "R32, R93"},
		{"PIT assured", Testing, Preparing, []Check{CheckPIT}, RolloutPlans, "next", false, "R32"},
		{
			"prepared", Preparing, Approving,
			[]Check{
				PointRaised, PointProgramme, PointBaseline, CheckPIT, PointPackage, PointKnownIssues, PointPlans, CheckNote, CheckMeetings,
				CheckEnvironments,
			},
			RFCApproval, "next", false, "R33, R46 to R51",
		},
		{
			"approved", Approving, Informing,
			[]Check{PointApproved, CheckDebts, CheckGo}, SendComms, "next", false, "R34, R52, R57, R63",
		},
		{
			"deployment started", Informing, Deploying,
			[]Check{
				PointRaised, PointProgramme, PointBaseline, PointPackage, PointKnownIssues, PointPlans, CheckNote,
				PointApproved, CheckGo, CheckConditions, CheckDebts, CheckMeetings, CheckEnvironments, CheckWindow,
			},
			ExecuteRollout, "deploy", false, "R35, R36",
		},
		{
			"deployed", Deploying, Regression,
			[]Check{
				PointRaised, PointProgramme, PointBaseline, PointPackage, PointKnownIssues, PointPlans, PointApproved, PointDeployed,
			},
			Verification, "sign", false, "R36, R53",
		},
		{"regression tested", Regression, Reviewing, []Check{CheckRegression}, Verification, "next", false, "R37"},
		{"closed", Reviewing, ClosedStage, []Check{PointLessons, PointClosure}, CloseRFC, "close", false, "R38, R40, R54, R55"},
		{"rolled back for a defect", Deploying, Building, nil, Rollback, "rollback", true, "R39, R121"},
		{"rolled back", Deploying, Preparing, nil, Rollback, "rollback", true, "R39, R121, T8"},
		{"closed after a rollback", Preparing, ClosedStage, []Check{PointLessons, PointClosure}, CloseRFC, "close", false, "R38, R40, R54, R55"},
		{"closed after a rollback", Building, ClosedStage, []Check{PointLessons, PointClosure}, CloseRFC, "close", false, "R38, R40, R54, R55"},
	}
}

// NextMove returns the move forward from a stage.
func NextMove(from Stage) (Move, bool) {
	return find(Lifecycle(), func(m Move) bool { return m.From == from && !m.Back })
}
