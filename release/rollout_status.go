package release

import "time"

// StatusKind says at which moment of a deployment a status line goes out.
type StatusKind string

// The moments of a deployment that people are told of (R36, M7).
const (
	StatusStart   StatusKind = "start"
	StatusStep    StatusKind = "step"    // another step is due; in the deployment's thread only
	StatusHalf    StatusKind = "half"    // half of the time or of the steps is over
	StatusTrouble StatusKind = "trouble" // a step failed
	StatusBack    StatusKind = "back"    // the way back is taken
	StatusDemand  StatusKind = "demand"  // the point of no return has come, and nobody decided
	StatusOn      StatusKind = "on"      // somebody accountable decided to go on in spite of it
	StatusLate    StatusKind = "late"    // the window is over, and the deployment is not
	StatusSigning StatusKind = "signing" // every step is done; in the deployment's thread only
	StatusBacked  StatusKind = "backed"  // the backout set is done; in the deployment's thread only
	StatusEnd     StatusKind = "end"     // signed off, or rolled back
)

// RolloutStatus is how a deployment stands at a moment, small enough to go out
// to everybody who is impacted.
type RolloutStatus struct {
	Kind         StatusKind      `json:"kind"`
	Rollout      int64           `json:"rollout"`
	Subject      string          `json:"subject"` // "rollout/5"
	Release      int             `json:"release"`
	RFC          int             `json:"rfc"`
	System       SystemID        `json:"system"`
	Version      Version         `json:"version"`
	Environments []EnvironmentID `json:"environments"`
	Window       Window          `json:"window"`
	State        RolloutState    `json:"state"`
	Started      time.Time       `json:"started"`
	// Finished and Total count the steps of the way that is taken: forward, or back.
	Finished int `json:"finished"`
	Total    int `json:"total"`
	// Section and Step are the step that is due or that failed; no section is none.
	Section SectionKey `json:"section,omitempty"`
	Step    Step       `json:"step"`
	// Who are the people behind the step that is due, or those who must act.
	Who []PersonID `json:"who,omitempty"`
	// Set names the backout set that applies, empty where nothing was touched.
	Set      string        `json:"set,omitempty"`
	Back     time.Duration `json:"back"`
	Forward  time.Duration `json:"forward"`
	NoReturn time.Time     `json:"noReturn,omitzero"`
	Left     time.Duration `json:"left"`
	Words    string        `json:"words,omitempty"` // what failed, what was decided, why it was rolled back
	By       PersonID      `json:"by,omitempty"`    // who pressed
}
