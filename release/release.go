package release

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ItemKind says what a line of a release's content is (R20).
type ItemKind string

// The kinds of content.
const (
	BaseFunctionality ItemKind = "base-functionality"
	ItemChangeRequest ItemKind = "change-request"
	ItemDefectFix     ItemKind = "defect-fix"
)

// ItemKinds lists the kinds in the order in which they are offered.
func ItemKinds() []ItemKind { return []ItemKind{BaseFunctionality, ItemChangeRequest, ItemDefectFix} }

// String returns the kind as people write it.
func (k ItemKind) String() string { return strings.ReplaceAll(string(k), "-", " ") }

// Severity is how badly a defect hurts the tests.
type Severity string

// The severities, the worst first.
const (
	Blocking Severity = "blocking"
	Critical Severity = "critical"
	High     Severity = "high"
	Medium   Severity = "medium"
	Low      Severity = "low"
)

// Severities lists the severities, the worst first.
func Severities() []Severity { return []Severity{Blocking, Critical, High, Medium, Low} }

// Urgent tells whether a defect of this severity may be mended by an emergency
// release (R95, T27).
func (s Severity) Urgent() bool { return s == Blocking || s == Critical }

// Item is one line of what a release contains (R20).
type Item struct {
	Kind     ItemKind `json:"kind"`
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Severity Severity `json:"severity,omitempty"` // of a defect
}

// Target is an environment a release goes to, with its planned window; the zero
// window is not planned yet.
type Target struct {
	Environment EnvironmentID `json:"environment"`
	Window      Window        `json:"window"`
}

// ReleaseContent is what a release is planned to be.
type ReleaseContent struct {
	System  SystemID    `json:"system"`
	Type    ReleaseType `json:"type"`
	Planned string      `json:"planned,omitempty"` // the roadmap's release it fulfils, "R9" (R30)
	Purpose string      `json:"purpose"`
	Items   []Item      `json:"items"`
	// Confidence are the items for named parties only, which Items never holds (T34).
	Confidence Confidence `json:"confidence,omitzero"`
	// Targets are the environments in the order of deployment (R28).
	Targets []Target `json:"targets"`
	Owner   PersonID `json:"owner"`
	// Board is when the RCB decides; lead times count back from it (R92).
	Board time.Time `json:"board"`
	// Base is the version it builds on: an emergency counts on that line (T11).
	Base Version `json:"base"`
}

// Release is a set of changes to one system that is built, tested and deployed
// together, under a version of its own (R15 to R24).
type Release struct {
	Number    int
	Revision  int // counts every change; guards against two people at once
	Version   Version
	Content   ReleaseContent
	Stage     Stage
	RFC       int   // the RFC that governs it; 0 while none is raised
	Build     int64 // the build it carries; 0 while none is registered
	CreatedBy PersonID
	CreatedAt time.Time
	UpdatedBy PersonID
	UpdatedAt time.Time
	// Programme is the version of the programme whose policy rules it: the one in
	// force when its RFC was raised (M20), else when it was created.
	Programme int
	// Asked says that the board was asked before, so that it is asked again as
	// soon as everything is shown once more (M3).
	Asked bool
	// Ended says why it was abandoned.
	Ended string
}

// Name returns the release's name, which no re-classification changes: "REL-7".
func (r Release) Name() string { return ReleaseName(r.Number) }

// ReleaseName returns the name of the release with that number.
func ReleaseName(number int) string { return "REL-" + strconv.Itoa(number) }

// Subject returns the ledger's and the card's name for the release, "release/7".
func (r Release) Subject() string { return "release/" + strconv.Itoa(r.Number) }

// Title returns the release as people speak of it: "Load Shaping Service 1.2.0.0".
func (r Release) Title(p *Programme) string {
	s, ok := p.System(r.Content.System)
	if !ok {
		return string(r.Content.System) + " " + r.Version.String()
	}
	return s.Name + " " + r.Version.String()
}

// Provider returns the party that owns the release's system.
func (r Release) Provider(p *Programme) PartyID {
	s, _ := p.System(r.Content.System)
	return s.Party
}

// Environments returns the targets' environments in the order of deployment.
func (c ReleaseContent) Environments() []EnvironmentID {
	ids := make([]EnvironmentID, len(c.Targets))
	for i, t := range c.Targets {
		ids[i] = t.Environment
	}
	return ids
}

// Window returns the span of the planned windows, from the first start to the
// last end; the zero window while none is planned.
func (c ReleaseContent) Window() Window {
	var w Window
	for _, t := range c.Targets {
		switch {
		case t.Window.IsZero():
		case w.IsZero():
			w = t.Window
		default:
			w.From, w.To = earliest(w.From, t.Window.From), latest(w.To, t.Window.To)
		}
	}
	return w
}

// Defects returns the ids of the defects it mends.
func (c ReleaseContent) Defects() []string {
	var ids []string
	for _, x := range c.Items {
		if x.Kind == ItemDefectFix {
			ids = append(ids, x.ID)
		}
	}
	return ids
}

// Unjustified tells whether an emergency no longer mends a critical or blocking
// defect: the defect was judged less severe after all (T27).
func (c ReleaseContent) Unjustified() bool {
	return c.Type == Emergency && !slices.ContainsFunc(c.Items, func(x Item) bool {
		return x.Kind == ItemDefectFix && x.Severity.Urgent()
	})
}

// ReleaseNumber returns the number of the release under control that the RFC
// deploys, if it names one.
func (c RFCContent) ReleaseNumber() (int, bool) {
	text, ok := strings.CutPrefix(c.Release, "REL-")
	number, err := strconv.Atoi(text)
	return number, ok && err == nil && number > 0 && text == strconv.Itoa(number)
}

// ReleaseRef is how people name a release: by its number, or by its version
// with or without its system.
type ReleaseRef struct {
	Number  int
	System  SystemID
	Version Version
}

// ParseReleaseRef reads "REL-7", "7", "1.2.0.0", "dip 1.2.0.0" or
// "dip-1.2.0.0". A system is named by its key or its name.
func ParseReleaseRef(text string, p *Programme) (ReleaseRef, error) {
	const what = "That is not a release."
	word := strings.Join(strings.Fields(text), " ")
	if digits, ok := strings.CutPrefix(strings.TrimLeft(strings.ToUpper(word), "#"), "REL-"); ok || !strings.Contains(word, ".") {
		number, err := strconv.Atoi(digits)
		if err != nil || number < 1 || len(digits) > 9 {
			return ReleaseRef{}, refuse(CodeInvalid, what, fmt.Sprintf("“%s” is neither a version nor a name such as REL-7.", Clip(text, 40)),
				"`/release list` shows the releases.")
		}
		return ReleaseRef{Number: number}, nil
	}
	at := strings.LastIndexAny(word, " -")
	v, err := ParseVersion(word[at+1:])
	if err != nil {
		return ReleaseRef{}, err
	}
	if at < 0 {
		return ReleaseRef{Version: v}, nil
	}
	name := strings.TrimSpace(word[:at])
	s, ok := find(p.Systems, func(s System) bool { return strings.EqualFold(string(s.ID), name) || strings.EqualFold(s.Name, name) })
	if !ok {
		return ReleaseRef{}, refuse(CodeInvalid, what, fmt.Sprintf("“%s” is not a system of the programme.", Clip(name, 40)),
			"`/release list` shows the releases with their systems.")
	}
	return ReleaseRef{System: s.ID, Version: v}, nil
}
