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
}

// TypePolicy rules the two ballots of a release type. The programme gate of
// majors is a ballot of its own and never this one (T1).
type TypePolicy struct {
	Approval   BallotPolicy
	Deployment BallotPolicy
	// LeadTimes say how long before the board something must be handed in; what is
	// not in it has no lead time (R92, M5).
	LeadTimes map[Check]LeadTime
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
}

// For returns the policy of a ballot.
func (p Policy) For(t ReleaseType, purpose Purpose) BallotPolicy {
	if purpose == Approval {
		return p.Types[t].Approval
	}
	return p.Types[t].Deployment
}
