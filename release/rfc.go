package release

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// RFCKind says what an RFC changes.
type RFCKind string

// The kinds of RFC (R20, R34, R45).
const (
	ChangeRequest          RFCKind = "change-request"
	DefectFix              RFCKind = "defect-fix"
	ConfigurationOperation RFCKind = "configuration-operation"
)

// RFCKinds lists the kinds in the order in which they are offered.
func RFCKinds() []RFCKind { return []RFCKind{ChangeRequest, DefectFix, ConfigurationOperation} }

// String returns the kind as people write it.
func (k RFCKind) String() string { return strings.ReplaceAll(string(k), "-", " ") }

// Disruption is the service disruption of a release, as its own item (R89).
type Disruption string

// The disruption classes.
const (
	NoDisruption   Disruption = "none"
	DatabaseFrozen Disruption = "database-frozen"
	ServerDown     Disruption = "server-down"
)

// Disruptions lists the classes from the mildest.
func Disruptions() []Disruption { return []Disruption{NoDisruption, DatabaseFrozen, ServerDown} }

// String returns the disruption as people write it.
func (d Disruption) String() string {
	switch d {
	case NoDisruption:
		return "no disruption"
	case DatabaseFrozen:
		return "database frozen"
	case ServerDown:
		return "server down"
	}
	return string(d)
}

// RFCState is where an RFC stands.
type RFCState string

// The states of an RFC.
const (
	Draft     RFCState = "draft"     // kept by its author, nobody was told
	Raised    RFCState = "raised"    // the approval vote runs
	Approved  RFCState = "approved"  // may go to the deployment Go/No-Go
	Rejected  RFCState = "rejected"  // the approval vote said No-Go
	Undecided RFCState = "undecided" // the approval vote ended without a decision
	InGoNoGo  RFCState = "go-no-go"  // the deployment Go/No-Go runs
	Go        RFCState = "go"        // may be deployed inside its window
	NoGo      RFCState = "no-go"     // the deployment Go/No-Go said No-Go
	Withdrawn RFCState = "withdrawn" // ended by its requester or the release manager
	// InPreparation is raised for a release that is not prepared yet: the approval
	// vote opens when its gate is passed (R33, T2).
	InPreparation RFCState = "in-preparation"
	RolledBack    RFCState = "rolled-back" // needs a new window and a fresh Go (T8)
	Deployed      RFCState = "deployed"
	Closed        RFCState = "closed"
)

// RFCStates lists every state in the order of a life.
func RFCStates() []RFCState {
	return []RFCState{
		Draft, InPreparation, Raised, Undecided, Rejected, Approved, InGoNoGo, NoGo, Go, Deployed, RolledBack, Closed, Withdrawn,
	}
}

// Open tells whether something is still to be done about an RFC in this state.
func (s RFCState) Open() bool { return s != Withdrawn && s != Rejected && s != Closed }

// String returns the state as people write it.
func (s RFCState) String() string {
	switch s {
	case Raised:
		return "raised, approval vote open"
	case Undecided:
		return "no decision"
	case InGoNoGo:
		return "Go/No-Go open"
	case Go:
		return "Go"
	case NoGo:
		return "No-Go"
	case InPreparation:
		return "raised, in preparation"
	case RolledBack:
		return "rolled back"
	case Draft, Approved, Rejected, Withdrawn, Deployed, Closed:
	}
	return string(s)
}

// RFCContent is what people decide on. A decision is bound to its digest (M3),
// which is why its names in JSON are fixed for ever.
type RFCContent struct {
	Title        string          `json:"title"`
	System       SystemID        `json:"system"`
	Release      string          `json:"release"` // a planned release's id; empty is "none yet"
	Type         ReleaseType     `json:"type"`
	Environments []EnvironmentID `json:"environments"`
	Kind         RFCKind         `json:"kind"`
	References   []string        `json:"references"` // ids of change requests or defects
	Reason       string          `json:"reason"`
	Impact       string          `json:"impact"`
	Risk         Risk            `json:"risk"`
	Parties      []PartyID       `json:"parties"` // empty: every participant (R11)
	Window       Window          `json:"window"`
	Disruption   Disruption      `json:"disruption"`
}

// Digest returns the SHA-256 of the content in hex: of the JSON of its normal
// form with instants in UTC, so that the same content has the same digest on
// every machine and after every store.
func (c RFCContent) Digest() string {
	return digestOf(c.Normal(), "an RFC's content")
}

// RFC is a Request for Change (R34, R41): no release without one.
type RFC struct {
	Number    int
	Revision  int // counts every change; guards against two people at once
	State     RFCState
	Content   RFCContent
	RaisedBy  PersonID
	CreatedAt time.Time
	RaisedAt  time.Time // zero while it is a draft
	UpdatedAt time.Time
	UpdatedBy PersonID
	// Programme is the version of the programme, and so of the policy, in force
	// when the RFC was raised (M20).
	Programme int
	// Ended says why a withdrawn RFC was withdrawn.
	Ended string
}

// ShownTo tells whether a person may see the RFC: what was never raised, a
// draft or one that its author gave up, is its author's alone (T34).
func (r RFC) ShownTo(reader PersonID) bool { return !r.RaisedAt.IsZero() || r.RaisedBy == reader }

// Name returns the RFC's name, "RFC-12".
func (r RFC) Name() string { return RFCName(r.Number) }

// RFCName returns the name of the RFC with that number.
func RFCName(number int) string { return "RFC-" + strconv.Itoa(number) }

// Subject returns the ledger's and the card's name for the RFC, "rfc/12".
func (r RFC) Subject() string { return "rfc/" + strconv.Itoa(r.Number) }

// ParseRFCName reads "12", "#12", "RFC12" or "rfc-12".
func ParseRFCName(text string) (int, error) {
	word := strings.TrimSpace(strings.ToUpper(text))
	word = strings.TrimLeft(strings.TrimPrefix(word, "RFC"), "-#")
	number, err := strconv.Atoi(word)
	if err != nil || number < 1 || len(word) > 9 || word[0] == '+' {
		return 0, refuse(CodeInvalid, "That is not the number of an RFC.",
			fmt.Sprintf("“%s” was given where a number such as 12 or RFC-12 is needed.", Clip(text, 40)),
			"`/rfc list` shows the numbers.")
	}
	return number, nil
}

// ImpactedParties returns the parties an RFC impacts: those it names, else by
// default every participant and core provider (R11).
func (r RFC) ImpactedParties(p *Programme) []Party {
	var parties []Party
	for _, x := range p.Parties {
		named := slices.Contains(r.Content.Parties, x.ID)
		everyone := len(r.Content.Parties) == 0 && x.Kind != ProgrammeParty && !x.Retired
		if named || everyone {
			parties = append(parties, x)
		}
	}
	return parties
}

// Provider returns the party that owns the RFC's system.
func (r RFC) Provider(p *Programme) PartyID {
	s, _ := p.System(r.Content.System)
	return s.Party
}

// Late tells whether an RFC waits although its window has begun.
func (r RFC) Late(now time.Time) bool {
	waiting := r.State.Open() && r.State != Go && r.State != Draft && r.State != Deployed
	return waiting && !now.Before(r.Content.Window.From)
}

// Change is one difference between two contents, as people read it.
type Change struct {
	Field  string
	Before string
	After  string
}

// Clip shortens text to at most n runes, ending in "…" where it cut.
func Clip(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	return strings.TrimSpace(string(runes[:n-1])) + "…"
}
