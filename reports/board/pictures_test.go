package board

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// pictures is a Desk of the pictures: it folds facts as the real one does.
type pictures struct {
	programme  *release.Programme
	now        *time.Time
	facts      []release.Installation
	statuses   []release.StatusReport
	doubts     []release.ConfigurationIssue
	baselines  []release.Baseline
	operations []release.OperationView
	timeline   release.TimelineFacts
	builds     []release.Build
}

func (d *pictures) statusesAt(at time.Time) []release.StatusReport {
	var found []release.StatusReport
	for _, x := range d.statuses {
		known := func(o release.StatusReport) bool { return o.Environment == x.Environment && o.System == x.System }
		if !x.At.After(at) {
			found = append(slices.DeleteFunc(found, known), x)
		}
	}
	return found
}

func (d *pictures) doubtsAt(at time.Time, id release.EnvironmentID, system release.SystemID) []release.ConfigurationIssue {
	return slices.DeleteFunc(slices.Clone(d.doubts), func(i release.ConfigurationIssue) bool {
		return i.At.After(at) || (id != "" && i.Environment != id) || (system != "" && i.System != system)
	})
}

func (d *pictures) MatrixAt(_ context.Context, at, since time.Time) (release.Matrix, error) {
	m := release.FoldMatrix(d.programme, release.MatrixFacts{
		Installed: release.InstalledAt(d.facts, at), Was: release.InstalledAt(d.facts, since), Statuses: d.statusesAt(at), Doubts: d.doubtsAt(at, "", ""),
	}, at, since)
	minute := at.Add(time.Minute - 1).Truncate(time.Minute)
	for _, x := range d.facts {
		if !x.At.After(minute.Add(-time.Minute)) && x.At.After(m.Earlier) {
			m.Earlier = x.At
		}
		if x.At.After(at) && (m.Later.IsZero() || x.At.Before(m.Later)) {
			m.Later = x.At
		}
	}
	return m, nil
}

func (d *pictures) DaysOfChange(_ context.Context, from, to time.Time) ([]string, error) {
	var days []string
	for _, x := range d.facts {
		if !x.At.Before(from) && x.At.Before(to) {
			days = append(days, x.At.In(d.programme.Location()).Format(time.DateOnly))
		}
	}
	slices.Sort(days)
	return slices.Compact(days), nil
}

func (d *pictures) Landscape(_ context.Context, _ release.PersonID, id release.EnvironmentID, at time.Time) ([]release.EnvironmentView, error) {
	past := !at.IsZero()
	if !past {
		at = *d.now
	}
	var views []release.EnvironmentView
	for _, e := range d.programme.Environments {
		if id != "" && e.ID != id {
			continue
		}
		v := release.EnvironmentView{Programme: d.programme, Environment: e, At: at, Issues: d.doubtsAt(at, e.ID, "")}
		v.Installed = slices.DeleteFunc(release.InstalledAt(d.facts, at), func(x release.Installation) bool { return x.Environment != e.ID })
		v.Statuses = slices.DeleteFunc(d.statusesAt(at), func(x release.StatusReport) bool { return x.Environment != e.ID })
		for _, b := range d.timeline.Bookings {
			if b.Environment == e.ID && b.Window.To.After(at) {
				v.Bookings = append(v.Bookings, b)
			}
		}
		for _, b := range d.baselines {
			if b.Environment == e.ID && !b.At.After(at) {
				v.Baseline = &b
			}
		}
		for _, r := range d.timeline.RFCs {
			if !past && slices.Contains(r.Content.Environments, e.ID) && r.Content.Window.To.After(at) {
				v.Next = append(v.Next, r)
			}
		}
		for _, o := range d.operations {
			if !past && o.Operation.Content.Environment == e.ID {
				v.Operations = append(v.Operations, o)
			}
		}
		views = append(views, v)
	}
	if id != "" && len(views) == 0 {
		return nil, &release.Refusal{Code: release.CodeNotFound, What: "No environment was shown.", Why: "It is not one.", Next: "Look at all."}
	}
	return views, nil
}

func (d *pictures) SystemHistory(_ context.Context, id release.EnvironmentID, system release.SystemID, at, before time.Time) (release.SystemPast, error) {
	p := d.programme
	past := release.SystemPast{Programme: p, At: at, Before: before}
	if at.IsZero() {
		past.At = *d.now
	}
	var ok, known bool
	past.Environment, ok = p.Environment(id)
	past.System, known = p.System(system)
	if !ok || !known {
		return past, &release.Refusal{Code: release.CodeNotFound, What: "No history was shown.", Why: "It is not there.", Next: "Look at all."}
	}
	here := func(e release.EnvironmentID, s release.SystemID) bool { return e == id && s == system }
	for _, x := range release.InstalledAt(d.facts, past.At) {
		if here(x.Environment, x.System) {
			items := release.ItemsOf(x, []release.Release{{Number: x.Release, Version: x.Version, Content: release.ReleaseContent{System: system}}}, d.builds)
			past.Current = &items
		}
	}
	past.Status = release.StatusOf(d.statusesAt(past.At), id, system)
	past.Doubts = d.doubtsAt(past.At, id, system)
	for _, b := range d.baselines {
		if b.Environment == id && !b.At.After(past.At) {
			past.Baseline, past.Fixed = b, b.Versions[0].Version
		}
	}
	for _, x := range slices.Backward(d.facts) {
		if here(x.Environment, x.System) && (before.IsZero() || x.At.Before(before)) {
			past.Installations = append(past.Installations, x)
		}
	}
	if past.More = len(past.Installations) > 50; past.More {
		past.Installations = past.Installations[:50]
	}
	for _, x := range slices.Backward(d.statuses) {
		if here(x.Environment, x.System) {
			past.Statuses = append(past.Statuses, x)
		}
	}
	return past, nil
}

func (d *pictures) Timeline(_ context.Context, _ release.PersonID, from, to time.Time) (release.Timeline, error) {
	return release.FoldTimeline(d.programme, d.timeline, from, to, *d.now), nil
}

// landscape is a programme with environments in which much happens. Names are as
// people give them, or hostile ones.
func landscape(name func(string) string) *release.Programme {
	p := programme()
	p.Name = name("Sample programme")
	p.Parties = []release.Party{{ID: "ex", Name: name("Exchange Ltd"), Kind: release.CoreProvider}, {ID: "hub", Name: name("Hub & Sons"), Kind: release.CoreProvider}}
	p.Systems = []release.System{
		{ID: "helix", Name: name("Helix"), Party: "ex"}, {ID: "dip", Name: name("DIP"), Party: "hub"}, {ID: "loadshape", Name: name("Load Shaping Service"), Party: "ex"},
		{ID: "registry", Name: name("Registration"), Party: "hub"}, {ID: "smart", Name: name("Smart Data Retriever"), Party: "hub"},
	}
	p.Environments = []release.Environment{
		{ID: "staging", Name: name("SIT Staging"), Purpose: name("Readiness checks and re-tests.")},
		{ID: "sit-a", Name: name("SIT A"), Purpose: name("Functional testing end to end."), After: []release.Predecessor{{Environment: "staging", Optional: true}}},
		{ID: "sit-b", Name: name("SIT B"), Purpose: name("Migration and non-functional testing."), After: []release.Predecessor{{Environment: "staging", Optional: true}}},
		{ID: "uit", Name: name("UIT"), Purpose: name("Qualification and sandbox."), Parties: []release.PartyID{"ex"}, After: []release.Predecessor{{Environment: "sit-a"}}},
	}
	p.Phases = []release.Phase{{Name: name("SIT Functional"), Environment: "sit-a"}, {Name: name("SIT Migration"), Environment: "sit-b", Exclusive: true}, {Name: name("SIT Operational"), Environment: "sit-b", Exclusive: true}}
	p.Roadmap = []release.PlannedRelease{{ID: name("R9"), Type: release.Patch, Date: "2026-12-07", Rationale: name("Bundles the fixes found in UIT.")}}
	p.Holidays = []string{"2026-12-25", "2026-12-28"}
	p.Meetings = []release.MeetingRule{
		{Kind: release.BoardMeeting, Weekdays: []time.Weekday{1, 2, 3, 4, 5}, At: "10:00"}, {Kind: release.EnvironmentTalk, FirstTuesday: true, At: "14:00"},
	}
	return p
}

func ver(major, minor int) release.Version { return release.Version{Major: major, Minor: minor} }

func days(n float64) time.Duration { return time.Duration(n * 24 * float64(time.Hour)) }

// scenery fills the desk with a landscape in which everything is that a page may
// show. It is Monday 23 November 2026, 09:00.
func (o *office) scenery(name func(string) string) {
	p := landscape(name)
	d := &pictures{programme: p, now: &o.desk.now}
	o.desk.pictures, o.desk.programme, o.as.who = d, p, "ann"
	tell := func(e release.EnvironmentID, s release.SystemID, v release.Version, ago float64, number int, note string) {
		at := monday.Add(-days(ago))
		d.facts = append(d.facts, release.Installation{
			ID: int64(len(d.facts) + 1), Environment: e, System: s, Version: v, Build: name("4711"), Release: number, At: at, RecordedAt: at, By: "bob", Note: note,
		})
	}
	tell("staging", "helix", ver(1, 3), 40, 3, "")
	tell("sit-a", "helix", ver(1, 2), 39, 2, "")
	tell("uit", "helix", ver(1, 2), 30, 2, "")
	tell("sit-a", "dip", ver(2, 0), 28, 0, name("told on the phone"))
	tell("sit-b", "dip", ver(2, 2), 27, 4, "")
	tell("uit", "loadshape", ver(3, 0), 20, 5, "")
	tell("staging", "loadshape", ver(3, 1), 12, 6, "")
	tell("sit-a", "loadshape", ver(3, 1), 11, 6, "")
	tell("sit-a", "registry", ver(1, 0), 9, 7, "")
	tell("sit-a", "registry", release.Version{}, 4, 0, name("out for repair"))
	tell("sit-a", "helix", ver(1, 3), 3.2, 3, "")
	tell("sit-a", "helix", ver(1, 2), 2.9, 2, name("REL-3 was rolled back from 1.3.0.0."))
	tell("staging", "dip", ver(2, 1), 1.5, 4, "")
	d.builds = []release.Build{{ID: 1, Release: 2, Name: name("4711"), BOM: []release.BOMLine{{File: name("core.jar"), Version: "1.2.0", Digest: "sha256:" + strings.Repeat("ab", 32)}}}}
	report := func(e release.EnvironmentID, s release.SystemID, status release.SystemStatus, ago float64) {
		d.statuses = append(d.statuses, release.StatusReport{ID: int64(len(d.statuses) + 1), Environment: e, System: s, Status: status, Reason: name("Disk full on node 2."), At: monday.Add(-days(ago)), By: "bob"})
	}
	report("sit-a", "dip", release.SystemDegraded, 1)
	report("sit-a", "helix", release.SystemDown, 0.1)
	report("uit", "helix", release.SystemAvailable, 5)
	d.doubts = []release.ConfigurationIssue{{
		ID: 3, Environment: "sit-a", System: "helix", Doubt: release.DoubtNote, Expected: ver(1, 2), ExpectedFrom: 2, Told: ver(1, 4), Source: "note/8/1", By: "bob",
		At: monday.Add(-days(1)), Owner: "bob", Due: monday.Add(8 * time.Hour),
	}}
	d.baselines = []release.Baseline{{
		ID: 1, Environment: "sit-a", At: monday.Add(-days(10)), By: "bob", Versions: []release.BaselineVersion{{System: "helix", Version: ver(1, 2)}, {System: "loadshape", Version: ver(3, 0)}},
		Items: []release.ConfigurationItem{{Name: name("schema"), Value: name("2026-11")}},
	}}
	o.plans(name)
}

// plans fills the calendar.
func (o *office) plans(name func(string) string) {
	d := o.desk.pictures
	window := func(from, to float64) release.Window {
		return release.Window{From: monday.Add(days(from)), To: monday.Add(days(to)), Zone: "Europe/London"}
	}
	book := func(e release.EnvironmentID, k release.BookingKind, phase string, w release.Window) {
		d.timeline.Bookings = append(d.timeline.Bookings, release.Booking{
			ID: int64(len(d.timeline.Bookings) + 1), Environment: e, Kind: k, Phase: phase, Window: w, Why: name("Agreed with everybody."), By: "bob", At: monday.Add(-days(30)),
		})
	}
	book("sit-a", release.BookPhase, name("SIT Functional"), window(-20, 16))
	book("sit-b", release.BookPhase, name("SIT Migration"), window(-5, 9.6))
	book("sit-b", release.BookPhase, name("SIT Operational"), window(9.6, 30))
	book("uit", release.BookFreeze, "", window(-1, 5.4))
	book("sit-b", release.BookMaintenance, "", window(14, 14.3))
	rfc := func(number int, s release.SystemID, title string, state release.RFCState, disrupts release.Disruption, w release.Window, in ...release.EnvironmentID) {
		d.timeline.RFCs = append(d.timeline.RFCs, release.RFC{Number: number, State: state, RaisedBy: "ann", RaisedAt: monday.Add(-days(3)), Content: release.RFCContent{
			Title: name(title), System: s, Environments: in, Window: w, Disruption: disrupts,
		}})
	}
	rfc(12, "helix", "Settle on the half hour", release.Go, release.ServerDown, window(1.5, 1.8), "sit-a", "uit")
	rfc(13, "dip", "Faster queue", release.Approved, release.NoDisruption, window(1.6, 2), "sit-a")
	rfc(14, "helix", "Fix of the clock", release.Raised, release.NoDisruption, window(1.7, 2.1), "sit-a")
	rfc(15, "dip", "Migration helper", release.Raised, release.NoDisruption, window(4, 4.5), "sit-b")
	rfc(9, "dip", "Last week's patch", release.Deployed, release.NoDisruption, window(-0.3, -0.1), "sit-a")
	d.timeline.Releases = []release.Release{{
		Number: 21, Version: ver(3, 2), Stage: release.Testing, Content: release.ReleaseContent{
			System: "loadshape", Purpose: name("New profiles."), Targets: []release.Target{{Environment: "uit", Window: window(23, 23.4)}, {Environment: "sit-a", Window: window(18, 18.4)}},
		},
	}}
	backup := release.Operation{ID: 4, State: release.OperationRunning, Content: release.OperationContent{
		Kind: release.Backup, Environment: "sit-b", Systems: []release.SystemID{"dip"}, Window: window(-0.05, 0.2), Disruption: release.NoDisruption, Contact: "bob",
	}}
	d.timeline.Operations = []release.Operation{backup}
	d.operations = []release.OperationView{{Programme: d.programme, Operation: backup}}
}

// crowd is a programme of so many systems in so many environments, everything
// installed everywhere.
func (o *office) crowd(systems, environments int) {
	o.scenery(plain)
	d := o.desk.pictures
	d.programme.Systems, d.programme.Environments, d.facts, d.statuses, d.doubts = nil, nil, nil, nil, nil
	for i := range environments {
		e := release.Environment{ID: release.EnvironmentID(fmt.Sprintf("env-%d", i)), Name: fmt.Sprintf("Environment %d", i+1)}
		if i > 0 {
			e.After = []release.Predecessor{{Environment: d.programme.Environments[i-1].ID}}
		}
		d.programme.Environments = append(d.programme.Environments, e)
	}
	for i := range systems {
		s := release.System{ID: release.SystemID(fmt.Sprintf("sys-%d", i)), Name: fmt.Sprintf("System number %d", i+1), Party: "ex"}
		d.programme.Systems = append(d.programme.Systems, s)
		for k, e := range d.programme.Environments {
			at := monday.Add(-days(float64(100 - i - k)))
			d.facts = append(d.facts, release.Installation{ID: int64(len(d.facts) + 1), Environment: e.ID, System: s.ID, Version: ver(9, 20-k/3), Release: i + 1, At: at, RecordedAt: at, By: "bob"})
		}
	}
}

func plain(text string) string { return text }
