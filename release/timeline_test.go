package release_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

func slotHours(from, to int) release.Window {
	return release.Window{From: midday.Add(time.Duration(from) * time.Hour), To: midday.Add(time.Duration(to) * time.Hour), Zone: "Europe/London"}
}

func plannedRFC(number int, system release.SystemID, d release.Disruption, w release.Window, in ...release.EnvironmentID) release.RFC {
	return release.RFC{Number: number, State: release.Approved, RaisedAt: midday, Content: release.RFCContent{
		Title: "Title", System: system, Environments: in, Window: w, Disruption: d,
	}}
}

// What the rules would refuse when it is carried out is a conflict as soon as it is
// planned: freezes (T19), exclusive phases (R27), the same system twice, and what
// takes an environment down under another (R139). Back to back is none.
func TestConflicts(t *testing.T) {
	p := matrixProgramme()
	p.Phases = []release.Phase{{Name: "Migration", Environment: "sit-a", Exclusive: true}, {Name: "Functional", Environment: "sit-a"}}
	booked := func(id int64, k release.BookingKind, phase string, w release.Window) release.Booking {
		return release.Booking{ID: id, Environment: "sit-a", Kind: k, Phase: phase, Window: w}
	}
	helix := plannedRFC(1, "helix", release.NoDisruption, slotHours(2, 4), "sit-a", "uit")
	operation := func(k release.OperationKind, d release.Disruption, outage bool) release.Operation {
		return release.Operation{ID: 5, State: release.OperationPlanned, Content: release.OperationContent{
			Kind: k, Environment: "sit-a", Systems: []release.SystemID{"dip"}, Window: slotHours(3, 5), Disruption: d, Outage: outage,
		}}
	}
	for name, one := range map[string]struct {
		f    release.TimelineFacts
		want []string // a part of each conflict's reason
	}{
		"nothing":                   {release.TimelineFacts{}, nil},
		"freeze":                    {release.TimelineFacts{RFCs: []release.RFC{helix}, Bookings: []release.Booking{booked(1, release.BookFreeze, "", slotHours(3, 9))}}, []string{"is frozen"}},
		"freeze back to back":       {release.TimelineFacts{RFCs: []release.RFC{helix}, Bookings: []release.Booking{booked(1, release.BookFreeze, "", slotHours(4, 9))}}, nil},
		"exclusive phase":           {release.TimelineFacts{RFCs: []release.RFC{helix}, Bookings: []release.Booking{booked(1, release.BookPhase, "Migration", slotHours(0, 9))}}, []string{"to itself"}},
		"other phase":               {release.TimelineFacts{RFCs: []release.RFC{helix}, Bookings: []release.Booking{booked(1, release.BookPhase, "Functional", slotHours(0, 9))}}, nil},
		"maintenance in the phase":  {release.TimelineFacts{RFCs: []release.RFC{helix}, Bookings: []release.Booking{booked(1, release.BookPhase, "Migration", slotHours(0, 9)), booked(2, release.BookMaintenance, "", slotHours(2, 4))}}, nil},
		"two phases":                {release.TimelineFacts{Bookings: []release.Booking{booked(1, release.BookPhase, "Migration", slotHours(0, 9)), booked(2, release.BookPhase, "Functional", slotHours(8, 12))}}, []string{"needs it for itself"}},
		"same system":               {release.TimelineFacts{RFCs: []release.RFC{helix, plannedRFC(2, "helix", release.NoDisruption, slotHours(3, 6), "uit")}}, []string{"Both change Helix in UIT"}},
		"other system":              {release.TimelineFacts{RFCs: []release.RFC{helix, plannedRFC(2, "dip", release.NoDisruption, slotHours(3, 6), "sit-a")}}, nil},
		"other system, server down": {release.TimelineFacts{RFCs: []release.RFC{helix, plannedRFC(2, "dip", release.ServerDown, slotHours(3, 6), "sit-a")}}, []string{"server down"}},
		"same time elsewhere":       {release.TimelineFacts{RFCs: []release.RFC{helix, plannedRFC(2, "helix", release.ServerDown, slotHours(3, 6), "staging")}}, nil},
		"a quiet backup":            {release.TimelineFacts{RFCs: []release.RFC{helix}, Operations: []release.Operation{operation(release.Backup, release.NoDisruption, false)}}, nil},
		"a refresh with an outage":  {release.TimelineFacts{RFCs: []release.RFC{helix}, Operations: []release.Operation{operation(release.Refresh, release.DatabaseFrozen, true)}}, []string{"database frozen"}},
		"a release being prepared": {release.TimelineFacts{RFCs: []release.RFC{helix}, Releases: []release.Release{{
			Number: 3, Stage: release.Testing, Content: release.ReleaseContent{System: "helix", Targets: []release.Target{{Environment: "uit", Window: slotHours(3, 5)}}},
		}}}, []string{"Both change Helix in UIT"}},
		"its own release": {release.TimelineFacts{RFCs: []release.RFC{helix}, Releases: []release.Release{{
			Number: 3, RFC: 1, Stage: release.Informing, Content: release.ReleaseContent{System: "helix", Targets: []release.Target{{Environment: "uit", Window: slotHours(3, 5)}}},
		}}}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			line := release.FoldTimeline(p, one.f, midday, midday.Add(24*time.Hour), midday.Add(time.Hour))
			if len(line.Conflicts) != len(one.want) {
				t.Fatalf("%d conflicts; want %d: %+v", len(line.Conflicts), len(one.want), line.Conflicts)
			}
			for i, c := range line.Conflicts {
				if !strings.Contains(c.Why, one.want[i]) || !c.When.From.Before(c.When.To) || c.First.Subject == c.Second.Subject {
					t.Errorf("conflict %d: %+v; want %q", i, c, one.want[i])
				}
			}
		})
	}
}

// What is over or was called off hinders nobody.
func TestNoConflictWithWhatIsOver(t *testing.T) {
	p := matrixProgramme()
	both := release.TimelineFacts{RFCs: []release.RFC{
		plannedRFC(1, "helix", release.NoDisruption, slotHours(2, 4), "uit"), plannedRFC(2, "helix", release.NoDisruption, slotHours(3, 6), "uit"),
	}}
	if n := len(release.FoldTimeline(p, both, midday, midday.Add(24*time.Hour), midday.Add(4*time.Hour)).Conflicts); n != 0 {
		t.Errorf("%d conflicts with what is over", n)
	}
	for _, state := range []release.RFCState{release.Deployed, release.Closed, release.Withdrawn, release.Rejected, release.Draft} {
		both.RFCs[0].State = state
		if n := len(release.FoldTimeline(p, both, midday, midday.Add(24*time.Hour), midday).Conflicts); n != 0 {
			t.Errorf("%d conflicts with an RFC that is %s", n, state)
		}
	}
}

// Every slot lies in the period, in its order, and a conflict does not depend on the
// order in which its sides were planned.
func TestTimelineProperties(t *testing.T) {
	p := matrixProgramme()
	rapid.Check(t, func(t *rapid.T) {
		var f release.TimelineFacts
		for i := range rapid.IntRange(0, 8).Draw(t, "rfcs") {
			from := rapid.IntRange(-30, 50).Draw(t, "from")
			f.RFCs = append(f.RFCs, plannedRFC(i+1, rapid.SampledFrom([]release.SystemID{"helix", "dip"}).Draw(t, "system"),
				rapid.SampledFrom(release.Disruptions()).Draw(t, "disruption"), slotHours(from, from+rapid.IntRange(1, 20).Draw(t, "long")),
				rapid.SampledFrom([]release.EnvironmentID{"staging", "sit-a", "uit"}).Draw(t, "environment")))
		}
		to := midday.Add(24 * time.Hour)
		line := release.FoldTimeline(p, f, midday, to, midday)
		for i, s := range line.Slots {
			if !s.Window.From.Before(to) || !midday.Before(s.Window.To) || (i > 0 && s.Window.From.Before(line.Slots[i-1].Window.From)) {
				t.Fatalf("slot %d: %+v", i, s)
			}
		}
		back := release.TimelineFacts{}
		for i := range f.RFCs {
			back.RFCs = append(back.RFCs, f.RFCs[len(f.RFCs)-1-i])
		}
		if n := len(release.FoldTimeline(p, back, midday, to, midday).Conflicts); n != len(line.Conflicts) {
			t.Fatalf("%d conflicts one way about, %d the other", len(line.Conflicts), n)
		}
	})
}

// R58, R65: a meeting that is called stands in the calendar of its day, and hinders
// nobody; a board that meets every day does not fill it.
func TestTimelineHasMeetings(t *testing.T) {
	p := matrixProgramme()
	p.Meetings = []release.MeetingRule{
		{Kind: release.BoardMeeting, Weekdays: []time.Weekday{1, 2, 3, 4, 5}, At: "10:00"}, {Kind: release.EnvironmentTalk, FirstTuesday: true, At: "14:00"},
	}
	from := time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)
	line := release.FoldTimeline(p, release.TimelineFacts{}, from, from.AddDate(0, 0, 14), from)
	if len(line.Slots) != 1 || line.Slots[0].Subject != "call/ewg/2026-12-01" || line.Slots[0].Kind != release.SlotMeeting || len(line.Conflicts) != 0 {
		t.Fatalf("%+v", line.Slots)
	}
	p.Meetings[0].Weekdays = []time.Weekday{time.Thursday}
	if line = release.FoldTimeline(p, release.TimelineFacts{}, from, from.AddDate(0, 0, 14), from); len(line.Slots) != 3 {
		t.Errorf("of a weekly board: %+v", line.Slots)
	}
	begun := time.Date(2026, 12, 1, 14, 30, 0, 0, time.UTC)
	if line = release.FoldTimeline(p, release.TimelineFacts{}, begun, begun.Add(time.Hour), begun); len(line.Slots) != 1 {
		t.Errorf("half an hour after it began: %+v", line.Slots)
	}
}
