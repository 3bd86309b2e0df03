package release

import (
	"fmt"
	"slices"
	"strconv"
)

// SectionKey names a section of a runbook.
type SectionKey string

// The sections of a runbook: the first three in the order in which they are
// carried out (R83), the last instead of what is left of them (R88).
const (
	Prerequisites SectionKey = "prerequisites"
	Instructions  SectionKey = "instructions"
	PostChecks    SectionKey = "checks"
	BackoutSteps  SectionKey = "backout"
)

// String returns the section as people read it.
func (k SectionKey) String() string {
	switch k {
	case Prerequisites:
		return "Prerequisites"
	case PostChecks:
		return "Post-release checks"
	case BackoutSteps:
		return "Backout"
	case Instructions:
	}
	return "Release instructions"
}

// Step is one line of a section: what is done, by whom, how long it takes and
// how one sees that it worked (R83, R85).
type Step struct {
	Number  int    `json:"number"`
	Do      string `json:"do"`
	Who     string `json:"who"` // a person, a role or a team, as the note's author wrote it
	Minutes int    `json:"minutes"`
	Expect  string `json:"expect"`
	// Command is what is typed, word for word; it may have several lines.
	Command string `json:"command,omitempty"`
	// Files are the files of the bill of materials that the step installs or runs.
	Files []string `json:"files,omitempty"`
	// Covers says which of the usual prerequisites the step sees to (R84).
	Covers Precaution `json:"covers,omitempty"`
}

// Precaution is one of the prerequisites that every release has (R84).
type Precaution string

// The usual prerequisites.
const (
	AdminRights      Precaution = "rights"
	RequiredSoftware Precaution = "software"
	BackupsTaken     Precaution = "backups"
	InventoryChecked Precaution = "inventory"
)

// Precautions lists the usual prerequisites in the order in which they are asked for.
func Precautions() []Precaution {
	return []Precaution{AdminRights, RequiredSoftware, BackupsTaken, InventoryChecked}
}

// Section is a list of steps with the total its author states.
type Section struct {
	Steps []Step `json:"steps"`
	// Stated is the total in minutes as the author wrote it; 0 is not stated.
	Stated int `json:"stated,omitempty"`
}

// Minutes returns the sum of the steps' minutes (R83).
func (s Section) Minutes() int {
	sum := 0
	for _, x := range s.Steps {
		sum += x.Minutes
	}
	return sum
}

// BackoutSet is what is done to go back when the installation fails at one of
// its steps, From to To, both included (R88).
type BackoutSet struct {
	From    int `json:"from"`
	To      int `json:"to"`
	Section     //nolint:embeddedstructfieldcheck // the digest of a note keeps this order
}

// Name returns the set as people speak of it: "the backout set of steps 1 to 4".
func (b BackoutSet) Name() string {
	if b.From == b.To {
		return "the backout set of step " + strconv.Itoa(b.From)
	}
	return fmt.Sprintf("the backout set of steps %d to %d", b.From, b.To)
}

// Runbook is what is done in a deployment: three sections of instructions, and
// the way back from every step of the second (R33, R83, R88).
type Runbook struct {
	Prerequisites Section      `json:"prerequisites"`
	Instructions  Section      `json:"instructions"`
	Checks        Section      `json:"checks"`
	Backout       []BackoutSet `json:"backout"`
}

// Section returns a section of the way forward.
func (b Runbook) Section(k SectionKey) Section {
	switch k {
	case Prerequisites:
		return b.Prerequisites
	case PostChecks:
		return b.Checks
	case Instructions, BackoutSteps:
	}
	return b.Instructions
}

// Minutes returns the sum of the three sections of the way forward.
func (b Runbook) Minutes() int {
	return b.Prerequisites.Minutes() + b.Instructions.Minutes() + b.Checks.Minutes()
}

// SetFor returns the index of the backout set that applies when the
// installation fails at a step of the release instructions, and false where none
// does: nothing was touched before the first step. What fails after the last
// step, in the post-release checks, goes back from the last step (R88, M7).
func (b Runbook) SetFor(step int) (int, bool) {
	step = min(step, len(b.Instructions.Steps))
	i := slices.IndexFunc(b.Backout, func(s BackoutSet) bool { return s.From <= step && step <= s.To })
	return i, i >= 0
}
