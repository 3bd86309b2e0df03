package release

import (
	"strconv"
	"time"
)

// DefaultSupportDays are the working days of early life support where the policy
// sets none: longer for majors than for what is small.
const (
	DefaultMajorSupportDays = 10
	DefaultSupportDays      = 5
)

// supportHour is the hour of the day, in the programme's zone, at which early
// life support ends.
const supportHour = 17

// supportDays returns for how many working days a release of a type is supported
// after its deployment.
func supportDays(t ReleaseType, rules TypePolicy) int {
	switch {
	case rules.SupportDays > 0:
		return rules.SupportDays
	case t == Major:
		return DefaultMajorSupportDays
	}
	return DefaultSupportDays
}

// Support is the early life support of a deployed release: the days in which
// whatever goes wrong is looked at as its own (S1). It goes on when the release
// is closed before its end.
type Support struct {
	Release      int
	System       SystemID
	Environments []EnvironmentID
	From         time.Time // the deployment
	Until        time.Time
	// SummedAt is when it was summed up, once for ever; zero before.
	SummedAt time.Time
	// Digest is the SHA-256 of its summary, as the ledger has it.
	Digest string
}

// Covers tells whether an instant lies in the period, which is half-open.
func (s Support) Covers(now time.Time) bool { return !now.Before(s.From) && now.Before(s.Until) }

// SupportOf returns the support that a release has from its deployment on.
func SupportOf(r Release, environments []EnvironmentID, rules TypePolicy, p *Programme, now time.Time) Support {
	day := p.WorkingCalendar().AddWorkingDays(now.In(p.Location()), supportDays(r.Content.Type, rules))
	return Support{
		Release: r.Number, System: r.Content.System, Environments: environments, From: now,
		Until: time.Date(day.Year(), day.Month(), day.Day(), supportHour, 0, 0, 0, p.Location()).UTC(),
	}
}

// The names of the fields of a support issue, as a FieldProblem carries them.
const (
	FieldIssueTitle       = "issue-title"
	FieldIssueSeverity    = "issue-severity"
	FieldIssueEnvironment = "issue-environment"
	FieldIssueRef         = "issue-ref"
	FieldResolution       = "resolution"
)

// MaxIssueTitle is the longest title of an issue, in characters.
const MaxIssueTitle = 150

// SupportIssue is something that went wrong with a release in its early life.
type SupportIssue struct {
	ID          int64         `json:"ID"`
	Release     int           `json:"Release"`
	System      SystemID      `json:"System"`
	Environment EnvironmentID `json:"Environment"`
	Title       string        `json:"Title"`
	Severity    Severity      `json:"Severity"`
	Ref         string        `json:"Ref"` // the defect's id, or a link to it; empty where none was raised
	By          PersonID      `json:"By"`
	At          time.Time     `json:"At"`
	ResolvedAt  time.Time     `json:"ResolvedAt"` // zero while it is open
	ResolvedBy  PersonID      `json:"ResolvedBy"`
	Resolution  string        `json:"Resolution"`
}

// Open tells whether the issue is not resolved yet.
func (x SupportIssue) Open() bool { return x.ResolvedAt.IsZero() }

// Subject returns the ledger's name for the issue, "support-issue/3".
func (x SupportIssue) Subject() string { return "support-issue/" + strconv.FormatInt(x.ID, 10) }

// Name returns the issue as people speak of it: "issue 3".
func (x SupportIssue) Name() string { return "issue " + strconv.FormatInt(x.ID, 10) }

// SupportFilter selects early life support; the zero value selects all.
type SupportFilter struct {
	System SystemID
	// Due selects what ended by this instant and was not summed up; the zero time
	// is any.
	Due time.Time
	// At selects what covers this instant; the zero time is any.
	At time.Time
}

// Supports keeps early life support and its issues, for ever.
type Supports interface {
	// Support returns a release's support; ErrNotFound for what was never deployed.
	Support(release int, lock Lock) (Support, error)
	// FindSupports returns supports by their end, the soonest first.
	FindSupports(f SupportFilter) ([]Support, error)
	AddSupport(s Support) error
	// SaveSupport keeps that a support was summed up.
	SaveSupport(s Support) error
	SupportIssue(id int64, lock Lock) (SupportIssue, error)
	// SupportIssues returns a release's issues, the oldest first.
	SupportIssues(release int) ([]SupportIssue, error)
	// AddSupportIssue keeps a new issue and sets its id.
	AddSupportIssue(x *SupportIssue) error
	// SaveSupportIssue keeps that an issue was resolved.
	SaveSupportIssue(x SupportIssue) error
}
