package reports

import (
	"time"

	"gonogo.dev/release"
)

// under is a release of the load shaping service under way, as it stands at an
// instant.
func under(number int, stage release.Stage, at, window time.Time) release.Standing {
	r := release.Release{
		Number: number, Revision: 3, Stage: stage, Version: release.Version{Major: 1, Minor: number}, Programme: 3, CreatedBy: "siobhan", CreatedAt: in(-900),
		Content: release.ReleaseContent{
			System: "load-shaping", Type: release.Minor, Purpose: "Totals are right.", Owner: "siobhan", Board: window.Add(-48 * time.Hour),
			Items:   []release.Item{{Kind: release.ItemDefectFix, ID: "DEF-1187", Title: "Rounded twice", Severity: release.High}},
			Targets: []release.Target{{Environment: "sit-a", Window: release.Window{From: window, To: window.Add(4 * time.Hour), Zone: "Europe/London"}}},
		},
	}
	return release.Standing{Programme: board(), Release: r, Now: at}
}

// whole is the week with everything that a report can show.
func whole() Snapshot {
	s := week()
	s.Since = in(-7 * 24)
	s.Programme.Schedules = []release.Schedule{busyOn("0 9 * * WED,FRI")}
	s.Programme.Phases = []release.Phase{{Name: "SIT functional", Environment: "sit-a"}, {Name: "UIT qualification", Environment: "uit"}, {Name: "Idle", Environment: "sit-b"}}
	s.Bookings = []release.Booking{
		{ID: 1, Environment: "sit-a", Kind: release.BookPhase, Phase: "SIT functional", Window: release.Window{From: in(-300), To: in(300)}},
		{ID: 2, Environment: "uit", Kind: release.BookPhase, Phase: "UIT qualification", Window: release.Window{From: in(-300), To: in(300)}},
	}
	late, soon, far := under(7, release.Preparing, monday, in(30)), under(8, release.Testing, monday, in(90)), under(12, release.Planning, monday, in(24*40))
	late.Evidence = []release.Evidence{{ID: 4, Release: 7, Check: release.PointKnownIssues, Waiver: true, Note: "The list comes with the note on Thursday.", By: "amara", At: in(-60), Until: in(80)}}
	going := under(9, release.Deploying, monday, in(-1))
	going.Release.Content.System, going.Release.Content.Owner = "dip", "seun"
	s.Standings = []release.Standing{far, going, late, soon}
	then := under(7, release.Testing, in(-7*24), in(200))
	s.Before = []release.Standing{then, under(5, release.Reviewing, in(-7*24), in(-200)), under(8, release.Testing, in(-7*24), in(90))}
	s.Deliveries = []release.Delivery{{Release: under(5, release.Regression, monday, in(-90)).Release, At: in(-60), Note: release.ReleaseNote{
		Fixed:       []release.NotedDefect{{ID: "DEF-1102", Severity: release.Medium, Summary: "Late files were dropped"}, {ID: "DEF-1187", Severity: release.Critical, Summary: "Profiles were rounded twice"}},
		Outstanding: []release.NotedDefect{{ID: "DEF-1230", Severity: release.Low, Summary: "The log is in local time"}},
	}}}
	s.Statuses = []release.StatusReport{
		{ID: 1, Environment: "sit-a", System: "dip", Status: release.SystemAvailable, At: in(-900)},
		{ID: 2, Environment: "sit-a", System: "dip", Status: release.SystemDown, Reason: "The broker ran out of disk.", At: in(-40)},
		{ID: 3, Environment: "sit-a", System: "dip", Status: release.SystemAvailable, At: in(-34)},
		{ID: 4, Environment: "uit", System: "smrs", Status: release.SystemDegraded, Reason: "Half of its nodes answer.", At: in(-20)},
		{ID: 5, Environment: "uit", System: "dip", Status: release.SystemInWindow, Reason: "Patched.", At: in(-30)},
		{ID: 6, Environment: "uit", System: "dip", Status: release.SystemAvailable, At: in(-26)},
	}
	s.Comments = []release.ReadinessComment{{ID: 3, Week: "2026-W47", By: "tomasz", At: in(-2), Words: "UIT runs on half of its nodes until Wednesday. Nothing is retested for that.\nAsk me."}}
	s.Actions = []release.Action{
		{ID: 1, Release: 5, What: "Archive the interface logs.", Owner: "siobhan", Due: in(-48)},
		{ID: 2, Release: 5, What: "Add an alarm for dropped files.", Owner: "nia", Due: in(-24)},
		{ID: 3, Release: 5, What: "Not due yet.", Owner: "nia", Due: in(24)},
	}
	s.Debts = []release.Debt{
		{ID: 1, Release: 6, System: "dip", Party: "dip", Kind: release.MergeNext, Defects: []string{"DEF-1301"}, Owner: "seun", Due: in(-20), OpenedAt: in(-200)},
		{ID: 2, Release: 6, System: "dip", Party: "dip", Kind: release.Retrospective, Defects: []string{"DEF-1301"}, Owner: "seun", Due: in(50), OpenedAt: in(-200)},
	}
	s.History = past()
	return s
}

// past is twelve weeks in which something happened every week.
func past() release.History {
	var h release.History
	for n := range 40 {
		at := in(float64(-24*90 + n*52))
		h.Steps = append(h.Steps, release.RFCStep{Number: n, State: release.Raised, At: at}, release.RFCStep{Number: n, State: release.Go, At: at.Add(70 * time.Hour)})
		end := release.Deployed
		if n%9 == 4 {
			end = release.RolledBack
		}
		h.Steps = append(h.Steps, release.RFCStep{Number: n, State: end, At: at.Add(100 * time.Hour)}, release.RFCStep{Number: n, State: release.Closed, At: at.Add(300 * time.Hour)})
		outcome := []release.Outcome{release.OutcomeGo, release.OutcomeGo, release.OutcomeNoGo, release.OutcomeGo, ""}[n%5]
		h.Rulings = append(h.Rulings, release.Ruling{Purpose: release.Approval, Outcome: outcome, At: at.Add(48 * time.Hour)})
		h.Obligations = append(h.Obligations, release.Obligation{From: at, Due: at.Add(100 * time.Hour), Until: at.Add(time.Duration(50+60*(n%6)) * time.Hour)})
	}
	return h
}
