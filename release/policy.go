package release

import "time"

// ReleaseType classifies a release (R15 to R18).
type ReleaseType string

// The four release types.
const (
	Major     ReleaseType = "major"
	Minor     ReleaseType = "minor"
	Patch     ReleaseType = "patch"
	Emergency ReleaseType = "emergency"
)

// ReleaseTypes lists the four types from the most to the least governed (R14).
func ReleaseTypes() []ReleaseType { return []ReleaseType{Major, Minor, Patch, Emergency} }

// SeatParty says which party a seat belongs to: one of the words below or a
// PartyID.
type SeatParty string

// The words for parties that depend on the RFC.
const (
	// OfProgramme is every party that runs the programme: a seat for each.
	OfProgramme SeatParty = "programme"
	// OfProvider is the party that owns the RFC's system.
	OfProvider SeatParty = "provider"
)

// SeatRule asks for one seat: a function of a party (M1).
type SeatRule struct {
	Function  Role
	Of        SeatParty
	Mandatory bool
	Chair     bool
}

// BallotPolicy rules one kind of ballot for one release type.
type BallotPolicy struct {
	Seats []SeatRule
	// MinimumOpen is how long a ballot stays open even when everybody has spoken (T24).
	MinimumOpen time.Duration
	// Deadline is how long a ballot stays open when nobody says otherwise.
	Deadline time.Duration
	// RemindBefore are the times before the deadline at which silent seats are reminded.
	RemindBefore []time.Duration
	// Override says whether the chair may turn a No-Go into a Go, with a reason.
	Override bool
	// Quorum is the per cent of the seats that must be heard, rounded up; 0 asks
	// for the mandatory seats alone, which is never nobody (T21).
	Quorum int
	// StepUp is the type's, set by Programme.Voting (M17).
	StepUp StepUp `json:"-"`
}

// TypePolicy rules the ballots of a release type.
type TypePolicy struct {
	// Programme is the programme gate of majors, a ballot of its own and never one
	// with the deployment's (R42, T1). Other types have none.
	Programme  BallotPolicy
	Approval   BallotPolicy
	Deployment BallotPolicy
	// Closure is the vote that closes a release (R54, R125); without seats the
	// release managers decide, see Programme.Voting.
	Closure BallotPolicy
	// LeadTimes say how long before the board something must be handed in; what is
	// not in it has no lead time (R92, M5).
	LeadTimes map[Check]LeadTime
	// Meetings are those that must be held for a release of the type (R61 to R63).
	Meetings []MeetingKind
	// Waivers are the roles that may waive a control point when held for the
	// programme; none leaves it to whoever is accountable for RFC approval (T28).
	Waivers []Role
	// RetrospectiveDays are the working days within which an emergency is looked
	// back on; 0 asks for no retrospective (T27).
	RetrospectiveDays int
	// SupportDays are the working days of early life support after the deployment;
	// 0 leaves it to the type (S1).
	SupportDays int
	// StepUp says for what in the type's votes somebody must prove who they are (M17).
	StepUp StepUp `json:",omitempty"`
}

// Policy is the part of the programme file that decides: dated by the
// programme's version, so that changing it never rewrites history (M20, R4).
type Policy struct {
	Types map[ReleaseType]TypePolicy
	// Raisers are the roles that may raise RFCs: for every system when held for
	// the programme, for a provider's own systems when held for a provider.
	Raisers []Role
	// Escalation is the role that takes over when a seat stands empty (R111, T25).
	Escalation Role
	// PhaseEscalation names who takes over instead for RFCs that go to an
	// environment of a phase, BSC and RECCo in Qualification (R111).
	PhaseEscalation []PhaseEscalation
	// DelegationDays is how long somebody may delegate at most; 0 is
	// MaxDelegationDays (T22).
	DelegationDays int
	// ReviewDays are the working days within which a post-implementation review is
	// answered; 0 is DefaultReviewDays (R38).
	ReviewDays int `json:",omitempty"`
	// NoteLists are the ids of the distribution lists that every release note is
	// mailed to as soon as it is handed in (R92).
	NoteLists []string
	// Operations say how each kind of operation on an environment comes to be done;
	// a kind that is not in it goes by DefaultRoute (R45).
	Operations map[OperationKind]OperationRoute `json:",omitempty"`
	// ReleasesOnly opens the deployment Go/No-Go for releases under control alone,
	// so that no change goes round their control points; operations on the
	// configuration need no release (R41, R45).
	ReleasesOnly bool
}

// PhaseEscalation is an escalation point of its own for one test phase: a role
// of some parties (R111).
type PhaseEscalation struct {
	Phase   string
	Parties []PartyID
	Role    Role
}

// For returns the policy of a ballot.
func (p Policy) For(t ReleaseType, purpose Purpose) BallotPolicy {
	switch purpose {
	case ProgrammeGate:
		return p.Types[t].Programme
	case Approval:
		return p.Types[t].Approval
	case Closure:
		return p.Types[t].Closure
	case Deployment:
	}
	return p.Types[t].Deployment
}
