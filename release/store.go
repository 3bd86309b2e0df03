package release

import (
	"context"
	"time"
)

// Store keeps the state. Storage implements it on PostgreSQL and SQLite; it
// loads and keeps and never decides.
type Store interface {
	// Within runs fn in one transaction: an error rolls everything back and is
	// returned as it is. fn must not call the Store, Slack or SMTP.
	// ErrHandled is returned when an intent of the ledger was seen before.
	Within(ctx context.Context, fn func(Tx) error) error
	// ProgrammeNow returns the newest programme without a transaction: every
	// act begins with who is behind an account. ErrNotFound when none was
	// applied; the value is shared and must not be changed.
	ProgrammeNow(ctx context.Context) (*Programme, error)
}

// Tx is one transaction. What it is asked for and does not exist is
// ErrNotFound.
type Tx interface {
	Registry
	Board
	Releasing
	Aftermath
	Environments
	Bookings
	Configurations
	Accesses
	Feeds
	Record
}

// Board keeps what the board decides on, and how it meets.
type Board interface {
	RFCs
	Ballots
	Conditions
	Delegations
	Meetings
}

// Releasing keeps releases with all that shows or hinders their progress.
type Releasing interface {
	Releases
	Builds
	Proofs
	Debts
	Chasings
	Notes
	Rollouts
	Communications
}

// Aftermath keeps what follows a deployment: how it is looked back on, and what
// is left to be done.
type Aftermath interface {
	Actions
	Supports
	Reviews
	Lessons
	ReadinessComments
	Outcomes
}

// Lock says how a row is held until the transaction ends.
type Lock int

// The locks: voters share a ballot and never wait for each other, whoever
// closes it excludes them (T23).
const (
	NoLock Lock = iota
	SharedLock
	ExclusiveLock
)

// Registry keeps the programme's versions and what people prefer.
type Registry interface {
	// Programme returns the newest version; it may be shared between callers
	// and must not be changed.
	Programme() (*Programme, error)
	// ProgrammeAt returns one version.
	ProgrammeAt(version int) (*Programme, error)
	// ProgrammeApplied returns when a version came into force.
	ProgrammeApplied(version int) (time.Time, error)
	// AddProgramme keeps a new version; a version that exists is an error.
	AddProgramme(p *Programme, by PersonID, at time.Time) error
	// Cadences returns what people chose; who is missing chose nothing.
	Cadences() (map[PersonID]Cadence, error)
	SetCadence(id PersonID, c Cadence) error
	// Unwanted returns the streams of mail that people switched off.
	Unwanted() (map[PersonID][]Stream, error)
	// SetWanted keeps whether a person wants a stream.
	SetWanted(id PersonID, s Stream, wanted bool, at time.Time) error
}

// RFCFilter selects RFCs; the zero value selects all.
type RFCFilter struct {
	Numbers  []int
	States   []RFCState
	RaisedBy PersonID
	Release  string
	// Over selects those whose window shares an instant with it; the zero window is any.
	Over  Window
	Below int // numbers below this one; 0 is any
	Limit int // the newest so many; 0 is no limit
}

// RFCs keeps the RFCs, every revision of them for ever.
type RFCs interface {
	RFC(number int, lock Lock) (RFC, error)
	// FindRFCs returns RFCs by descending number.
	FindRFCs(f RFCFilter) ([]RFC, error)
	// AddRFC allocates the next number, sets Revision 1 and keeps the RFC.
	AddRFC(r *RFC) error
	// SaveRFC keeps a new revision: it expects r.Revision to be the kept one,
	// raises it by one, and refuses with CodeStale when it is not.
	SaveRFC(r *RFC) error
}

// Ballots keeps ballots and votes.
type Ballots interface {
	// Ballot returns a ballot with the vote that stands for each seat, which is
	// all that a decision needs; with SharedLock without votes and dossier,
	// since a voter needs only the seats and must not wait.
	Ballot(id int64, lock Lock) (Ballot, error)
	// BallotsOf returns an RFC's ballots with their standing votes, the newest first.
	BallotsOf(rfc int) ([]Ballot, error)
	// OpenBallots returns every open ballot with its standing votes, by deadline.
	OpenBallots() ([]Ballot, error)
	// DueBallots returns the ids of open ballots that are due: whose due instant
	// is not after now.
	DueBallots(now time.Time) ([]int64, error)
	AddBallot(b *Ballot, due time.Time) error
	// SaveBallot keeps everything but the votes, and when to look at it again.
	SaveBallot(b Ballot, due time.Time) error
	AddVote(v *Vote) error
}

// Conditions keeps the conditions under which a Go was given.
type Conditions interface {
	Condition(id int64, lock Lock) (Condition, error)
	ConditionsOf(rfc int) ([]Condition, error)
	// OpenConditions returns the unmet conditions a person owns, oldest first, on RFCs
	// that were neither closed nor withdrawn; the empty person means everybody's.
	OpenConditions(owner PersonID) ([]Condition, error)
	AddCondition(c *Condition) error
	SaveCondition(c Condition) error
}

// Record keeps what happened and what was promised, in the same transaction as
// the change itself.
type Record interface {
	Append(e Entry) error
	// Promise keeps notices for delivery; one whose key exists is dropped.
	Promise(notices ...Notice) error
}
