package release

import (
	"slices"
	"strconv"
	"time"
)

// RolloutMode says whether a runbook is carried out in earnest.
type RolloutMode string

// The modes of a run. What a rehearsal does reaches nobody but those who press
// its buttons (R31, M8).
const (
	LiveRollout      RolloutMode = "live"
	RehearsalRollout RolloutMode = "rehearsal" // on an environment
	PaperRollout     RolloutMode = "paper"     // read through at a table
)

// Rehearses tells whether a run of this mode is only practice.
func (m RolloutMode) Rehearses() bool { return m != LiveRollout }

// RolloutState is where a run stands.
type RolloutState string

// The states of a run.
const (
	RolloutForward   RolloutState = "running"     // the steps are done one after the other
	RolloutStopped   RolloutState = "stopped"     // a step failed, forward or backward: it waits for a resolution or for the way back
	RolloutSigning   RolloutState = "signing"     // every step is done: it waits for the sign-off (R36)
	RolloutBackward  RolloutState = "backing-out" // the backout set is carried out
	RolloutReporting RolloutState = "backed-out"  // the set is done: it waits for the report and its cause (R39)
	RolloutDeployed  RolloutState = "deployed"    // signed off
	RolloutBack      RolloutState = "rolled-back" // reported
	RolloutEnded     RolloutState = "ended"       // a rehearsal that is over
)

// Over tells whether nothing is left to be done about a run.
func (s RolloutState) Over() bool {
	return s == RolloutDeployed || s == RolloutBack || s == RolloutEnded
}

// StepResult is how a step ended.
type StepResult string

// The results of a step.
const (
	StepDone   StepResult = "done"
	StepFailed StepResult = "failed"
	StepLeft   StepResult = "left" // it was due when the way back was taken or a rehearsal ended
)

// StepRun is one try of a step: a failed step is tried again after its
// resolution. The newest try without an end is the step that is due.
type StepRun struct {
	Section SectionKey `json:"section"`
	Number  int        `json:"number"`
	Began   time.Time  `json:"began"`
	Ended   time.Time  `json:"ended,omitzero"` // zero while it is due
	Result  StepResult `json:"result,omitempty"`
	By      PersonID   `json:"by,omitempty"`
	Words   string     `json:"words,omitempty"` // what failed
	// Minutes is what the people at the table of a paper rehearsal say it takes; 0 is
	// not said.
	Minutes int `json:"minutes,omitempty"`
}

// LogKind says what a line of a run's log is (R53, R120).
type LogKind string

// The kinds of line.
const (
	LogNote       LogKind = "note"
	LogIssue      LogKind = "issue"
	LogResolution LogKind = "resolution"
	LogErratum    LogKind = "erratum"  // an error in the instructions
	LogDecision   LogKind = "decision" // to go on or to go back
)

// LogLine is one line of a run's log.
type LogLine struct {
	Kind    LogKind    `json:"kind"`
	At      time.Time  `json:"at"`
	By      PersonID   `json:"by"`
	Section SectionKey `json:"section,omitempty"`
	Number  int        `json:"number,omitempty"` // the step that was due; 0 for none
	Words   string     `json:"words"`
}

// Stood is the version of the run's system that was in an environment when the
// run started; the zero version is that none was known there.
type Stood struct {
	Environment EnvironmentID `json:"environment"`
	Version     Version       `json:"version"`
	Build       string        `json:"build,omitempty"`
	Release     int           `json:"release,omitempty"` // that brought it; 0 when it was reported by hand
}

// DecidedBallot is a decision that a deployment rests on, as its report names it.
type DecidedBallot struct {
	Ballot  int64     `json:"ballot"`
	Purpose Purpose   `json:"purpose"`
	Outcome Outcome   `json:"outcome"`
	Digest  string    `json:"digest"`
	At      time.Time `json:"at"`
}

// Rollout is one carrying out of a release's runbook: the deployment, or a
// rehearsal of it (R31, R36, M7, M8). The runbook is the one of the note that was
// decided on, frozen with the run. Its names in JSON are fixed for ever, since the
// ledger holds its digest.
type Rollout struct { //nolint:recvcheck // the rules change it, readers want the value
	ID           int64           `json:"id"`
	Revision     int             `json:"revision"` // counts every change; guards against two people at once
	Release      int             `json:"release"`
	RFC          int             `json:"rfc"` // 0 for a rehearsal before an RFC was raised
	Mode         RolloutMode     `json:"mode"`
	System       SystemID        `json:"system"`
	Type         ReleaseType     `json:"type"`
	Environments []EnvironmentID `json:"environments"`
	Version      Version         `json:"version"`
	Build        int64           `json:"build"`
	BuildName    string          `json:"buildName,omitempty"`
	Note         int             `json:"note"`                 // the version of the release note it follows; 0 is a draft
	NoteDigest   string          `json:"noteDigest,omitempty"` // of that note
	Runbook      Runbook         `json:"runbook"`
	Window       Window          `json:"window"` // the agreed one; zero for a rehearsal
	State        RolloutState    `json:"state"`
	Steps        []StepRun       `json:"steps"`
	Log          []LogLine       `json:"log"`
	// Set is the index of the backout set that is or was carried out, -1 for none.
	Set int `json:"set"`
	// WentBack is when the way back was taken, and who decided it; zero while it was not.
	WentBack time.Time `json:"wentBack,omitzero"`
	BackBy   PersonID  `json:"backBy,omitempty"`
	// Forecasts are the steps' minutes by what rehearsals took, where there were any.
	Forecasts []Forecast `json:"forecasts,omitempty"`
	// Before is what was in the environments, Approvals what was decided.
	Before    []Stood         `json:"before,omitempty"`
	Approvals []DecidedBallot `json:"approvals,omitempty"`
	// Demanded is when the accountable were asked to decide, because the point of no
	// return came; zero while they need not. Decided is when they decided to go on
	// in spite of it (M7).
	Demanded time.Time `json:"demanded,omitzero"`
	Decided  time.Time `json:"decided,omitzero"`
	// Told are the status lines that went out, each once: "start", "half", "trouble/3", "late", "end".
	Told      []string  `json:"told,omitempty"`
	StartedBy PersonID  `json:"startedBy"`
	StartedAt time.Time `json:"startedAt"`
	SignedBy  PersonID  `json:"signedBy,omitempty"` // who signed it off or reported it
	EndedAt   time.Time `json:"endedAt,omitzero"`
	Reason    string    `json:"reason,omitempty"` // why it was rolled back, or the words of the sign-off
	Defect    bool      `json:"defect,omitempty"` // a rollback caused by a defect (R39)
	// Report is the digest of the deployment report, once there is one (R55).
	Report string `json:"report,omitempty"`
}

// Name returns the run as people speak of it: "the deployment of REL-7", "a
// rehearsal of REL-7".
func (r Rollout) Name() string {
	switch r.Mode {
	case RehearsalRollout:
		return "a rehearsal of " + ReleaseName(r.Release)
	case PaperRollout:
		return "a rehearsal on paper of " + ReleaseName(r.Release)
	case LiveRollout:
	}
	return "the deployment of " + ReleaseName(r.Release)
}

// Subject returns the ledger's and the card's name for a deployment, "rollout/5". A
// rehearsal is "rehearsal/6" and has no card: nobody else is to see it (M8).
func (r Rollout) Subject() string {
	if r.Mode.Rehearses() {
		return "rehearsal/" + strconv.FormatInt(r.ID, 10)
	}
	return "rollout/" + strconv.FormatInt(r.ID, 10)
}

// Digest returns the SHA-256 of everything the run is, in hex: each entry of the
// ledger about it carries the one it led to.
func (r Rollout) Digest() string { return digestOf(r, "a run") }

// clone returns a copy that shares nothing that changes.
func (r Rollout) clone() Rollout {
	r.Steps, r.Log, r.Told = slices.Clone(r.Steps), slices.Clone(r.Log), slices.Clone(r.Told)
	return r
}

// RolloutFilter selects runs; the zero value selects all.
type RolloutFilter struct {
	Release int
	Mode    RolloutMode
	Under   bool // only those that are not over
	Over    bool // only those that are
	System  SystemID
	Limit   int // the newest so many; 0 is no limit
}

// Rollouts keeps the runs of runbooks for ever.
type Rollouts interface {
	Rollout(id int64, lock Lock) (Rollout, error)
	// FindRollouts returns runs, the newest first.
	FindRollouts(f RolloutFilter) ([]Rollout, error)
	// AddRollout keeps a new run and sets its id and Revision 1; a second live run of a
	// release that is not over is refused with CodeState.
	AddRollout(r *Rollout) error
	// SaveRollout keeps a change: it expects r.Revision to be the kept one, raises it by
	// one, and refuses with CodeStale when it is not.
	SaveRollout(r *Rollout) error
	// DueRollouts returns the ids of live runs that are not over, by id: the clock
	// looks at each.
	DueRollouts() ([]int64, error)
}
