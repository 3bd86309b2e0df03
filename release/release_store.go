package release

import "time"

// ReleaseFilter selects releases; the zero value selects all.
type ReleaseFilter struct {
	System  SystemID
	Version Version // the zero version is any
	Stages  []Stage
	Owner   PersonID
	// Systems are those it may be of; empty is any.
	Systems []SystemID
	// Since selects those that were changed at this instant or later; zero is any.
	Since time.Time
	Below int // numbers below this one; 0 is any
	Limit int // the newest so many; 0 is no limit
}

// Releases keeps releases, every revision of them for ever. Whoever needs more than one lock takes the release's
// first, then its RFC's, then the ballot's.
type Releases interface {
	Release(number int, lock Lock) (Release, error)
	// FindReleases returns releases by descending number.
	FindReleases(f ReleaseFilter) ([]Release, error)
	// VersionsOf returns every version ever allocated for a system, those of
	// abandoned and re-classified releases included, and holds the system's
	// numbering until the transaction ends (T10).
	VersionsOf(system SystemID) ([]Version, error)
	// AddRelease allocates the next number, sets Revision 1, and keeps the release
	// and its version; a version of the system that exists is an error (T10).
	AddRelease(r *Release) error
	// SaveRelease keeps a new revision: it expects r.Revision to be the kept one,
	// raises it by one, and refuses with CodeStale when it is not. A new version is
	// kept beside the old one, which stays burnt.
	SaveRelease(r *Release) error
}

// Builds keeps builds for ever, as they were registered.
type Builds interface {
	Build(id int64) (Build, error)
	// BuildsOf returns a release's builds, the newest first.
	BuildsOf(release int) ([]Build, error)
	// AddBuild keeps a build for ever; nothing changes one (R94).
	AddBuild(b *Build) error
}

// Proofs keeps the evidence of releases.
type Proofs interface {
	// EvidenceOf returns all evidence of a release, taken away or not, the oldest first.
	EvidenceOf(release int) ([]Evidence, error)
	AddEvidence(e *Evidence) error
	// SaveEvidence keeps that evidence was taken away.
	SaveEvidence(e Evidence) error
	// DueWaivers returns the numbers of releases with a waiver that has ended by
	// now and was not taken away yet.
	DueWaivers(now time.Time) ([]int, error)
}
