package release

import (
	"cmp"
	"slices"
	"time"
)

// Predecessor is an environment that comes before another on the promotion
// path. An optional one, as staging is, may be left out (R26, R28).
type Predecessor struct {
	Environment EnvironmentID
	Optional    bool
}

// SharedBy tells whether a party uses the environment: all do where none is
// named (R26).
func (e Environment) SharedBy(party PartyID) bool {
	return len(e.Parties) == 0 || slices.Contains(e.Parties, party)
}

// Installation is a fact: since At this version of a system is in an
// environment. Facts are added and never changed; one that was wrong is followed
// by the right one for the same instant (M9).
type Installation struct {
	ID          int64
	Environment EnvironmentID
	System      SystemID
	Version     Version // the zero version: the system was taken out
	Build       string  // the build's id, where it is known
	Release     int     // the number of the release that brought it; 0 when it was reported by hand
	At          time.Time
	RecordedAt  time.Time // when gonogo was told
	By          PersonID
	Note        string
}

// Shown returns the version as people read it, with its build.
func (x Installation) Shown() string {
	switch {
	case x.Version.IsZero():
		return "taken out"
	case x.Build != "":
		return x.Version.String() + " (build " + x.Build + ")"
	}
	return x.Version.String()
}

// Subject returns the ledger's name for the environment, "environment/sit-a".
func (id EnvironmentID) Subject() string { return "environment/" + string(id) }

// InstalledAt folds facts, in whatever order, into what was installed where at
// an instant: of each system in each environment the last fact not after it, the
// one told last where two are of the same instant. What was taken out is left out.
func InstalledAt(facts []Installation, at time.Time) []Installation {
	type place struct {
		environment EnvironmentID
		system      SystemID
	}
	newest := map[place]Installation{}
	for _, x := range facts {
		key := place{x.Environment, x.System}
		old, known := newest[key]
		if !x.At.After(at) && (!known || old.before(x)) {
			newest[key] = x
		}
	}
	var installed []Installation
	for _, x := range newest {
		if !x.Version.IsZero() {
			installed = append(installed, x)
		}
	}
	slices.SortFunc(installed, func(a, b Installation) int {
		return cmp.Or(cmp.Compare(a.Environment, b.Environment), cmp.Compare(a.System, b.System))
	})
	return installed
}

// before tells whether another fact about the same system overrules this one.
func (x Installation) before(o Installation) bool {
	return x.At.Before(o.At) || (x.At.Equal(o.At) && x.ID < o.ID)
}

// SystemStatus says how well a system does in an environment.
type SystemStatus string

// The statuses of a system in an environment.
const (
	SystemAvailable SystemStatus = "available"
	SystemDegraded  SystemStatus = "degraded"
	SystemDown      SystemStatus = "down"
	SystemInWindow  SystemStatus = "window" // somebody is working on it, as announced
)

// SystemStatuses lists the statuses in the order in which they are offered.
func SystemStatuses() []SystemStatus {
	return []SystemStatus{SystemAvailable, SystemDegraded, SystemDown, SystemInWindow}
}

// String returns the status as people write it.
func (s SystemStatus) String() string {
	if s == SystemInWindow {
		return "in a window"
	}
	return string(s)
}

// StatusReport is a fact: since At a system in an environment has this status.
// Without a report a system is taken to be available.
type StatusReport struct {
	ID          int64
	Environment EnvironmentID
	System      SystemID
	Status      SystemStatus
	Reason      string
	At          time.Time
	By          PersonID
}

// StatusOf returns the report on a system among those of one environment.
func StatusOf(reports []StatusReport, environment EnvironmentID, system SystemID) StatusReport {
	is := func(r StatusReport) bool { return r.Environment == environment && r.System == system }
	if r, ok := find(reports, is); ok {
		return r
	}
	return StatusReport{Environment: environment, System: system, Status: SystemAvailable}
}
