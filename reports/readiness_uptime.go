package reports

import (
	"cmp"
	"slices"
	"time"

	"gonogo.dev/release"
)

// Uptime is how a system did in an environment over the time that a report looks
// back on. A time for which nothing was reported counts as available; one inside
// an announced window counts for neither side (R104).
type Uptime struct {
	System release.SystemID
	Now    release.SystemStatus
	// Share is the part of the time, without windows, in which it was not down: 0 to
	// 1; Degraded the part in which it was degraded.
	Share    float64
	Degraded float64
	Down     time.Duration
	Window   time.Duration
}

// Uptimes are those of the systems of one environment, the worst first.
type Uptimes struct {
	Environment release.EnvironmentID
	Name        string
	Systems     []Uptime
}

// uptimes folds status reports into shares of the week. Only systems somebody
// ever reported on are named.
func (f folding) uptimes() []Uptimes {
	var all []Uptimes
	for _, e := range f.Programme.Environments {
		u := Uptimes{Environment: e.ID, Name: e.Name}
		bySystem := map[release.SystemID][]release.StatusReport{}
		for _, s := range f.Statuses {
			if s.Environment == e.ID && !s.At.After(f.At) {
				bySystem[s.System] = append(bySystem[s.System], s)
			}
		}
		for system, told := range bySystem {
			u.Systems = append(u.Systems, uptime(system, told, f.At.Add(-Lookback), f.At))
		}
		slices.SortFunc(u.Systems, func(a, b Uptime) int {
			return cmp.Or(cmp.Compare(a.Share, b.Share), cmp.Compare(b.Degraded, a.Degraded), cmp.Compare(a.System, b.System))
		})
		if len(u.Systems) > 0 && (!e.Retired || u.Systems[0].Share < 1) {
			all = append(all, u)
		}
	}
	return all
}

// uptime measures one system from its reports, the oldest first.
func uptime(system release.SystemID, told []release.StatusReport, from, to time.Time) Uptime {
	slices.SortFunc(told, func(a, b release.StatusReport) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	u := Uptime{System: system, Now: release.SystemAvailable, Share: 1}
	at, spent := from, map[release.SystemStatus]time.Duration{}
	for _, s := range told {
		if s.At.After(at) {
			spent[u.Now] += s.At.Sub(at)
			at = s.At
		}
		u.Now = s.Status
	}
	spent[u.Now] += to.Sub(at)
	u.Down, u.Window = spent[release.SystemDown], spent[release.SystemInWindow]
	if counted := to.Sub(from) - u.Window; counted > 0 {
		u.Share = 1 - float64(u.Down)/float64(counted)
		u.Degraded = float64(spent[release.SystemDegraded]) / float64(counted)
	}
	return u
}
