package release

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Met says whether what a release was for was reached.
type Met string

// The answers to whether the objectives were met (R38).
const (
	MetYes    Met = "yes"
	MetPartly Met = "partly"
	MetNo     Met = "no"
)

// Mets lists the answers in the order in which they are offered.
func Mets() []Met { return []Met{MetYes, MetPartly, MetNo} }

// The answers to whether people heard of it in time.
const (
	InTime  = "yes"
	TooLate = "no"
)

// The names of the questionnaire's fields, as a FieldProblem carries them.
const (
	FieldObjectives = "objectives"
	FieldWell       = "went-well"
	FieldIssues     = "issues"
	FieldInTime     = "in-time"
	FieldSignOff    = "sign-off"
	FieldStatement  = "statement"
)

// MaxLessons is how many lessons one person can hand in.
const MaxLessons = 5

// Answer is what one person says in a post-implementation review (R38). Its names
// in JSON are fixed for ever, since the ledger keeps its digest.
type Answer struct {
	Objectives Met    `json:"objectives"`
	Well       string `json:"well"`   // what went well
	Issues     string `json:"issues"` // which issues arose
	InTime     string `json:"inTime"` // whether they were told in time
	// SignedOff is the stakeholder's sign-off of the release (R38).
	SignedOff bool          `json:"signedOff"`
	Lessons   []LessonDraft `json:"lessons"`
}

// Normal returns the answer without blanks at the ends and empty lessons.
func (a Answer) Normal() Answer {
	a.Well, a.Issues = strings.TrimSpace(a.Well), strings.TrimSpace(a.Issues)
	lessons := make([]LessonDraft, 0, len(a.Lessons))
	for _, l := range a.Lessons {
		if l = l.normal(); !l.empty() {
			lessons = append(lessons, l)
		}
	}
	a.Lessons = lessons
	return a
}

// Check returns every mistake of an answer as it was filled in: a lesson keeps the
// place it had in the form, and an empty one is none.
func (a Answer) Check(p *Programme) []FieldProblem {
	a.Well, a.Issues = strings.TrimSpace(a.Well), strings.TrimSpace(a.Issues)
	var problems []FieldProblem
	say := func(field, why string) {
		if why != "" {
			problems = append(problems, FieldProblem{Field: field, Why: why})
		}
	}
	if !slices.Contains(Mets(), a.Objectives) {
		say(FieldObjectives, "Say whether the objectives were met: yes, partly or no.")
	}
	if a.Well != "" {
		say(FieldWell, checkText(a.Well, MaxText, ""))
	}
	switch {
	case a.Issues != "":
		say(FieldIssues, checkText(a.Issues, MaxText, "Say which issues arose."))
	case a.Objectives == MetPartly || a.Objectives == MetNo:
		say(FieldIssues, "Say what kept the objectives from being met.")
	}
	if a.InTime != InTime && a.InTime != TooLate {
		say(FieldInTime, "Say whether you were told in time: yes or no.")
	}
	for i, l := range a.Lessons {
		if l = l.normal(); l.empty() {
			continue
		}
		if i >= MaxLessons {
			say(LessonField(i, FieldLesson), fmt.Sprintf("At most %d lessons; put together what belongs together.", MaxLessons))
			break
		}
		problems = append(problems, l.check(i, p)...)
	}
	return problems
}

// AnswerRoad says how an answer came.
type AnswerRoad string

// The roads of answers.
const (
	AnsweredInSlack AnswerRoad = "slack"
	AnsweredByLink  AnswerRoad = "link"
)

// ReviewAnswer is one answer as it came. Answers are only added; a person's last
// one counts.
type ReviewAnswer struct {
	ID     int64
	Review int64
	Person PersonID
	At     time.Time
	Late   bool // after the deadline
	Road   AnswerRoad
	Answer Answer
}

// AskedAs says why somebody is asked in a review.
type AskedAs string

// The reasons in the order in which people are asked.
const (
	AskedDeployed AskedAs = "deployment"         // they carried it out
	AskedProvider AskedAs = "provider"           // they answer for the system
	AskedManages  AskedAs = "release-management" // of the programme
	AskedImpacted AskedAs = "impacted"           // they represent a party that it impacts
)

// String returns the reason as people read it.
func (a AskedAs) String() string {
	switch a {
	case AskedDeployed:
		return "deployment team"
	case AskedProvider:
		return "provider"
	case AskedManages:
		return "release management"
	case AskedImpacted:
		return "impacted party"
	}
	return string(a)
}

// Asked is one person whom a review asks, and why.
type Asked struct {
	Person PersonID `json:"person"`
	As     AskedAs  `json:"as"`
}

// Review is the post-implementation review of one deployment, or of one that was
// rolled back (R38, R122, R128). It opens by itself.
type Review struct {
	ID           int64
	Release      int
	RFC          int
	System       SystemID
	Type         ReleaseType
	Version      Version
	Environments []EnvironmentID
	RolledBack   bool
	Defect       bool   // rolled back for a defect (R39)
	Reason       string // why it was rolled back
	// Deviations are what did not go to plan, in sentences; with one of them lessons
	// are mandatory (R38).
	Deviations []string
	Asked      []Asked // frozen when it opened
	OpenedAt   time.Time
	Due        time.Time // UTC
	ClosedAt   time.Time // zero while it is open
	ClosedBy   PersonID
	// Statement is what the release manager says where no lesson was learned.
	Statement string
	// Summary is the page as it was closed, in JSON; Digest is its SHA-256.
	Summary string
	Digest  string
}

// Open tells whether the review still takes answers.
func (r Review) Open() bool { return r.ClosedAt.IsZero() }

// Subject returns the ledger's name for the review, "review/7".
func (r Review) Subject() string { return "review/" + strconv.FormatInt(r.ID, 10) }

// Late tells whether an answer that comes now is late.
func (r Review) Late(now time.Time) bool { return !now.Before(r.Due) }

// Asks returns why a person is asked, if they are.
func (r Review) Asks(id PersonID) (Asked, bool) {
	return find(r.Asked, func(a Asked) bool { return a.Person == id })
}

// Outcome says in a few words how the deployment ended.
func (r Review) Outcome() string {
	switch {
	case r.RolledBack && r.Defect:
		return "rolled back for a defect"
	case r.RolledBack:
		return "rolled back"
	}
	return "deployed"
}

// Grace is how long a link to the questionnaire works after the deadline: late
// answers are taken until the review is closed.
const Grace = 14 * 24 * time.Hour

// reviewHour is the hour of the day, in the programme's zone, at which a review is due.
const reviewHour = 17

// DefaultReviewDays are the working days for answers where the policy sets none.
const DefaultReviewDays = 5

// ReviewDue returns when the answers to a review that opens now are due: at 17:00
// on the policy's working day after.
func (p *Programme) ReviewDue(now time.Time) time.Time {
	days := p.Policy.ReviewDays
	if days == 0 {
		days = DefaultReviewDays
	}
	day := p.WorkingCalendar().AddWorkingDays(now.In(p.Location()), days)
	return time.Date(day.Year(), day.Month(), day.Day(), reviewHour, 0, 0, 0, p.Location()).UTC()
}

// Involved returns whom the review of a deployment asks, each once and with the
// nearest reason: who carried it out, the provider's release managers and
// representatives, the programme's release managers, and the representatives of the
// parties it impacts (R38). Without anybody known to have carried it out, the
// provider's deployment team and DevOps are asked.
func (p *Programme) Involved(r Release, rfc RFC, pressed []PersonID) []Asked {
	var asked []Asked
	add := func(as AskedAs, all ...Person) {
		for _, x := range all {
			known := slices.ContainsFunc(asked, func(a Asked) bool { return a.Person == x.ID })
			if !x.Retired && !known {
				asked = append(asked, Asked{x.ID, as})
			}
		}
	}
	provider := r.Provider(p)
	for _, id := range pressed {
		if x, ok := p.Person(id); ok {
			add(AskedDeployed, x)
		}
	}
	if len(asked) == 0 {
		add(AskedDeployed, p.Holders(DeploymentTeam, provider)...)
		add(AskedDeployed, p.Holders(DevOps, provider)...)
	}
	add(AskedProvider, p.Holders(ReleaseManager, provider)...)
	add(AskedProvider, p.Holders(Representative, provider)...)
	add(AskedManages, p.HoldersAmong(ReleaseManager, ProgrammeParty)...)
	for _, party := range rfc.ImpactedParties(p) {
		add(AskedImpacted, p.Holders(Representative, party.ID)...)
	}
	return asked
}
