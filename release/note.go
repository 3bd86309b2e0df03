package release

import (
	"strconv"
	"time"
)

// ReleaseNote is the note that a release is handed over with, as a form: every
// field the programme asks for (R68 to R91). Its names in JSON are fixed for
// ever, since decisions bind to its digest.
type ReleaseNote struct {
	Programme string `json:"programme"` // R68
	Title     string `json:"title"`     // R69
	Reason    string `json:"reason"`    // R69
	Date      string `json:"date"`      // YYYY-MM-DD in the programme's zone (R70)
	Version   string `json:"version"`   // R70
	// ReleasedTo takes the release, Issuer authorises it, Signatories sign beside (R71, R72).
	ReleasedTo  Signatory   `json:"releasedTo"`
	Issuer      Signatory   `json:"issuer"`
	Signatories []Signatory `json:"signatories,omitempty"`

	Tag             string     `json:"tag"`                       // R73
	BuildTool       string     `json:"buildTool,omitempty"`       // R86
	Manuals         []Document `json:"manuals,omitempty"`         // R74
	Schemas         []Document `json:"schemas,omitempty"`         // R75
	Hardware        string     `json:"hardware,omitempty"`        // R76
	OperatingSystem string     `json:"operatingSystem,omitempty"` // R77
	Operate         string     `json:"operate,omitempty"`         // how it is run (R90)

	BOM      []BOMLine      `json:"bom,omitempty"`      // R78
	Contents []NotedContent `json:"contents,omitempty"` // R79

	Fixed       []NotedDefect `json:"fixed,omitempty"`       // R80
	Outstanding []NotedDefect `json:"outstanding,omitempty"` // R81
	Changes     []NotedChange `json:"changes,omitempty"`     // R82

	Disruption Disruption `json:"disruption"`         // R89
	Downtime   int        `json:"downtime,omitempty"` // agreed, in minutes (R33)
	// Resources, Stakeholders and Approvals are the rollout plan's (R33).
	Resources    []string        `json:"resources,omitempty"`
	Stakeholders []string        `json:"stakeholders,omitempty"`
	Approvals    []NotedApproval `json:"approvals,omitempty"`

	Runbook Runbook `json:"runbook"` // R83 to R88

	// Landscape is the true state of the environments when the note was handed in:
	// every system and its version. gonogo adds it itself (R91).
	Landscape []Placed `json:"landscape,omitempty"`
	// RFC is the RFC that governs the release, which gonogo adds itself (R90).
	RFC string `json:"rfc,omitempty"`
}

// Signatory is somebody who takes, issues or signs a release (R71, R72).
type Signatory struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Party string `json:"party,omitempty"`
}

// Document is a manual or a database schema that goes with a release (R74, R75).
type Document struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Date    string `json:"date"` // YYYY-MM-DD
	About   string `json:"about,omitempty"`
	Link    string `json:"link,omitempty"`
}

// NotedContent says in plain English what an item of the release is (R79).
type NotedContent struct {
	Item string `json:"item"` // a file of the bill of materials, a manual or a schema
	Says string `json:"says"`
}

// NotedDefect is a defect that a release mends or leaves (R80, R81).
type NotedDefect struct {
	ID         string   `json:"id"`
	Severity   Severity `json:"severity"`
	Summary    string   `json:"summary"`
	Workaround string   `json:"workaround,omitempty"` // of one that is left (R81)
}

// NotedChange is a change request that a release carries out (R82).
type NotedChange struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Summary string `json:"summary"`
}

// NotedApproval is an approval that the rollout plan rests on (R33).
type NotedApproval struct {
	What string `json:"what"`
	By   string `json:"by"`
	Ref  string `json:"ref,omitempty"`
}

// Placed is a version of a system in an environment (R91).
type Placed struct {
	Environment EnvironmentID `json:"environment"`
	System      SystemID      `json:"system"`
	Version     string        `json:"version"`
	Status      SystemStatus  `json:"status"`
}

// Digest returns the SHA-256 of the note in hex.
func (n ReleaseNote) Digest() string {
	return digestOf(n, "a release note")
}

// NoteDraft is a release note that is being written: one per release, saved as
// people go on. A draft may lack anything.
type NoteDraft struct {
	Release  int
	Revision int // counts every save; guards against two people at once
	Note     ReleaseNote
	By       PersonID
	At       time.Time
}

// SubmittedNote is a release note as it was handed in, frozen for ever. A later
// one is another version.
type SubmittedNote struct {
	Release int
	Version int // 1 is the first that was handed in for the release
	Note    ReleaseNote
	Digest  string
	Build   int64 // the build it speaks of
	By      PersonID
	At      time.Time
}

// Name returns the note as people speak of it: "release note 2 of REL-7".
func (n SubmittedNote) Name() string {
	return "release note " + strconv.Itoa(n.Version) + " of " + ReleaseName(n.Release)
}

// Ref returns what evidence and decisions remember of the note.
func (n SubmittedNote) Ref() string { return "sha256:" + n.Digest }

// NoteProblem is something the check of a note found: where, what is wrong and
// what to do. A note with problems is not taken; advice alone does not stop it.
type NoteProblem struct {
	Field  string // as the file names it: "instructions 4", "backout 2", "outstanding DEF-1187"
	Why    string
	Fix    string
	Advice bool
}

// Notes keeps release notes: drafts while they are written, and what was handed
// in for ever.
type Notes interface {
	// NoteDraft returns a release's draft; ErrNotFound when none was begun.
	NoteDraft(release int) (NoteDraft, error)
	// SaveNoteDraft keeps a draft: it expects d.Revision to be the kept one (0 for
	// a new draft), raises it by one, and refuses with CodeStale when it is not.
	SaveNoteDraft(d *NoteDraft) error
	// NotesOf returns the notes handed in for a release, the newest first.
	NotesOf(release int) ([]SubmittedNote, error)
	// AddNote allocates the next version of the release's note and keeps it for ever.
	AddNote(n *SubmittedNote) error
}
