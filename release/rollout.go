package release

import (
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
	RolloutStopped   RolloutState = "stopped"     // a step failed: it waits for a resolution or for the way back
	RolloutSigning   RolloutState = "signing"     // every step is done: it waits for the sign-off (R36)
	RolloutBackward  RolloutState = "backing-out" // the backout set is carried out
	RolloutReporting RolloutState = "backed-out"  // the set is done: it waits for the report and its cause (R39)
	RolloutDeployed  RolloutState = "deployed"    // signed off
	RolloutBack      RolloutState = "rolled-back" // reported
)

// Over tells whether nothing is left to be done about a run.
func (s RolloutState) Over() bool { return s == RolloutDeployed || s == RolloutBack }

// StepResult is how a step ended.
type StepResult string

// The results of a step.
const (
	StepDone   StepResult = "done"
	StepFailed StepResult = "failed"
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
	Section SectionKey `json:"section"`
	Number  int        `json:"number"` // the step that was due
	Words   string     `json:"words"`
}

// Rollout is one carrying out of a release's runbook: the deployment, or a
// rehearsal of it (R31, R36, M7, M8). The runbook is the one of the note that was
// decided on, frozen with the run.
type Rollout struct {
	ID           int64
	Revision     int // counts every change; guards against two people at once
	Release      int
	RFC          int // 0 for a rehearsal before an RFC was raised
	Mode         RolloutMode
	Environments []EnvironmentID
	Version      Version
	Build        int64
	Note         int    // the version of the release note it follows
	NoteDigest   string // of that note
	Runbook      Runbook
	Window       Window // the agreed one; zero for a rehearsal
	State        RolloutState
	Steps        []StepRun
	Log          []LogLine
	// Set is the index of the backout set that is or was carried out, -1 for none.
	Set int
	// Forecasts are the steps' minutes by what rehearsals took, where there were any.
	Forecasts []Forecast
	// Demanded is when the accountable were asked to decide, because the point of no
	// return came; zero while they need not. Decided is when they decided to go on
	// in spite of it (M7).
	Demanded time.Time
	Decided  time.Time
	// Told are the status lines that went out, each once: "start", "half", "trouble/3", "late", "end".
	Told      []string
	StartedBy PersonID
	StartedAt time.Time
	SignedBy  PersonID // who signed it off or reported it
	EndedAt   time.Time
	Reason    string // why it was rolled back, or the words of the sign-off
	Defect    bool   // a rollback caused by a defect (R39)
	// Report is the digest of the deployment report, once there is one (R55).
	Report string
}

// Subject returns the ledger's and the card's name for the run, "rollout/5".
func (r Rollout) Subject() string { return "rollout/" + strconv.FormatInt(r.ID, 10) }

// Forecast is how long rehearsals took for a step (M8). Runs that did not
// finish the step do not count.
type Forecast struct {
	Section SectionKey `json:"section"`
	Set     int        `json:"set"` // of the backout set, 0 based; -1 on the way forward
	Number  int        `json:"number"`
	Runs    int        `json:"runs"`
	// Median, Least and Most are of the rehearsals' times.
	Median time.Duration `json:"median"`
	Least  time.Duration `json:"least"`
	Most   time.Duration `json:"most"`
}

// Compass is what a run's card says at an instant (M7).
type Compass struct {
	// Last is the last finished step of the release instructions, 0 for none.
	Last int
	// Set is the backout set that would apply now, nil where nothing was touched yet.
	Set *BackoutSet
	// Back is how long that set takes, by rehearsals where there were any.
	Back time.Duration
	// Forward is how long what is left of the way forward is expected to take.
	Forward time.Duration
	// NoReturn is the last instant at which the way back still ends inside the
	// window: its end less Back. It is zero for a rehearsal.
	NoReturn time.Time
	// Left is the time until NoReturn; negative when it has passed.
	Left time.Duration
	// Demands says that somebody accountable must decide now: to go back or to go on
	// in spite of the window.
	Demands bool
}

// RolloutFilter selects runs; the zero value selects all.
type RolloutFilter struct {
	Release int
	Mode    RolloutMode
	Under   bool // only those that are not over
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
	// DueRollouts returns the ids of runs that are not over: the clock looks at each.
	DueRollouts() ([]int64, error)
}
