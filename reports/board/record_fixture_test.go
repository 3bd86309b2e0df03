package board

import (
	"fmt"
	"strings"
	"time"

	"gonogo.dev/release"
)

// fillRecords gives the office releases, RFCs and votes, with hostile and long texts
// wherever somebody can write one.
func (o *office) fillRecords() {
	p := o.desk.programme
	p.Parties = []release.Party{{ID: "ex", Name: "Example Exchange", Kind: release.ProgrammeParty}, {ID: "hx", Name: "Helix & Sons <Ltd>", Kind: release.ProgrammeParty}}
	for i := range p.Systems {
		p.Systems[i].Party = "hx"
	}
	p.People = append(p.People, release.Person{ID: "mal", Name: "Mal " + hostile})
	now := o.desk.now
	w := release.Window{From: now.Add(50 * time.Hour), To: now.Add(54 * time.Hour), Zone: "Europe/London"}
	r := release.Release{
		Number: 7, Version: release.Version{Major: 1, Minor: 2}, Stage: release.Approving, RFC: 12, Build: 3, CreatedBy: "bob", CreatedAt: now.Add(-200 * time.Hour),
		UpdatedBy: "bob", UpdatedAt: now.Add(-2 * time.Hour), Programme: 1,
		Content: release.ReleaseContent{
			System: "helix", Type: release.Minor, Purpose: "Settlement runs at volume again.", Owner: "bob", Board: now.Add(26 * time.Hour),
			Items: []release.Item{
				{Kind: release.ItemDefectFix, ID: "DEF-1187", Title: hostile, Severity: release.Critical}, {Kind: release.ItemChangeRequest, ID: "CR-031", Title: "Meter data are tried again"},
			},
			Targets: []release.Target{{Environment: "sit-a", Window: w}},
		},
	}
	rfc := release.RFC{
		Number: 12, Revision: 3, State: release.Raised, RaisedBy: "bob", CreatedAt: now.Add(-100 * time.Hour), RaisedAt: now.Add(-90 * time.Hour), UpdatedAt: now.Add(-80 * time.Hour), UpdatedBy: "bob", Programme: 1,
		Content: release.RFCContent{
			Title: "Helix 1.2 brings retries " + hostile, System: "helix", Release: "REL-7", Type: release.Minor, Environments: []release.EnvironmentID{"sit-a"}, Kind: release.ChangeRequest,
			References: []string{"CR-031"}, Reason: "Suppliers wait.\n" + hostile, Impact: "Nobody has to do anything.", Risk: release.Risk{Likelihood: 2, Consequence: 3, Sentence: "Small."},
			Window: w, Disruption: release.ServerDown,
		},
	}
	build := release.Build{
		ID: 3, Release: 7, Name: "2026.11.3", Repository: "https://git.example/helix.git", Tag: "v2026.11.3", Commit: strings.Repeat("c0", 20), Digest: strings.Repeat("ab", 32), By: "bob", At: now.Add(-120 * time.Hour),
		BOM: []release.BOMLine{{File: "settle.jar", Version: "1.2.0", Date: "2026-11-20", Digest: "sha256:" + strings.Repeat("cd", 32)}, {File: "lib/" + strings.Repeat("very-long-name-", 12) + ".jar", Version: "1.0", Date: "2026-11-20", Digest: "sha256:" + strings.Repeat("ef", 32)}},
	}
	seats := []release.Seat{
		{Key: "release-manager/ex", Function: release.ReleaseManager, Party: "ex", Mandatory: true, Chair: true, Holders: []release.PersonID{"ann"}},
		{Key: "test-manager/ex", Function: release.TestManager, Party: "ex", Mandatory: true, Holders: []release.PersonID{"mal"}, For: map[release.PersonID]release.PersonID{"mal": "bob"}},
		{Key: "defect-manager/hx", Function: release.DefectManager, Party: "hx", Holders: []release.PersonID{"bob"}, Escalated: true, Why: "the retrospective of REL-3 is overdue"},
	}
	s := release.Standing{
		Programme: p, Release: r, RFC: rfc, Build: &build, Now: now,
		Evidence: []release.Evidence{
			{ID: 1, Release: 7, Check: release.PointPackage, Ref: "https://docs.example/package?q=<x>", Note: hostile, Build: 3, By: "bob", At: now.Add(-70 * time.Hour)},
			{ID: 2, Release: 7, Check: release.PointKnownIssues, Waiver: true, Note: "Agreed in words; the paper follows.", By: "mal", At: now.Add(-60 * time.Hour), Until: now.Add(90 * time.Hour)},
			{ID: 3, Release: 7, Check: release.PointPlans, Ref: "sha256:" + strings.Repeat("12", 32), Note: "Plan 4", By: "bob", At: now.Add(-50 * time.Hour)},
		},
		Others: map[release.Check][]release.Blocker{release.CheckDebts: {{
			Key: "debt/4", What: "The retrospective of emergency REL-3 is not shown. " + hostile, Role: release.ReleaseManager, People: []release.PersonID{"mal", "bob"}, By: now.Add(-20 * time.Hour),
		}}},
	}
	dossier := s.Dossier().For(release.Approval)
	vote := release.Ballot{
		ID: 9, RFC: 12, Purpose: release.Approval, Digest: dossier.Digest(), Dossier: &dossier, Seats: seats, Raiser: "bob", Involved: []release.PersonID{"bob"}, Quorum: 50,
		OpenedBy: "bob", OpenedAt: now.Add(-30 * time.Hour), MinimumUntil: now.Add(-29 * time.Hour), Deadline: now.Add(20 * time.Hour), Override: true, State: release.BallotOpen,
		Votes: []release.Vote{
			{ID: 1, Ballot: 9, Seat: "release-manager/ex", Person: "ann", Choice: release.VoteConditional, Words: "Only after the backup.\n" + hostile, At: now.Add(-10 * time.Hour)},
			{ID: 2, Ballot: 9, Seat: "defect-manager/hx", Person: "bob", Choice: release.VoteNoGo, Words: "DEF-1190 is open.", At: now.Add(-9 * time.Hour), Road: release.VotedByLink},
		},
		Before: []release.Vote{{Seat: "test-manager/ex", Person: "mal", Choice: release.VoteGo}},
	}
	over := vote
	over.ID, over.State, over.ClosedAt, over.ClosedBy, over.Outcome, over.OverrideReason = 8, release.BallotClosed, now.Add(-40*time.Hour), "ann", release.OutcomeGo, "The fix cannot wait: "+hostile
	over.Digest, over.Before = strings.Repeat("98", 32), nil
	s.Ballots = []release.Ballot{vote, over}
	s.Conditions = []release.Condition{
		{ID: 3, RFC: 12, Ballot: 8, Words: "Only after 22:00 " + hostile, By: "ann", Owner: "bob", At: now},
		{ID: 4, RFC: 12, Ballot: 8, Words: "With a backup.", By: "ann", Owner: "bob", At: now, MetAt: now, MetBy: "bob", Evidence: "Backup 4711"},
	}
	s.Actions = []release.Action{{ID: 1, Release: 7, What: "Write down " + hostile, Owner: "bob", Due: now.Add(-time.Hour), From: release.FromReview}}
	o.desk.standings = []release.Standing{planned(p, now), building(p, now), s}
	o.desk.ended = []release.Release{
		{Number: 3, Version: release.Version{Major: 1, Minor: 1, Patch: 1, Emergency: 1}, Stage: release.ClosedStage, UpdatedAt: now.Add(-100 * time.Hour), Content: release.ReleaseContent{System: "dip", Type: release.Emergency, Owner: "mal"}},
	}
	o.desk.lives = map[int]release.Life{7: lived(s)}
	o.desk.stories = map[int]release.Story{
		12: {Programme: p, RFC: rfc, Ballots: s.Ballots, Conditions: s.Conditions},
		13: {Programme: p, RFC: release.RFC{Number: 13, State: release.Draft, RaisedBy: "bob", Content: release.RFCContent{Title: "Bob's secret", System: "dip", Type: release.Patch}}},
	}
	changed := release.BallotView{Programme: p, RFC: rfc, Release: r, Ballot: over, Conditions: s.Conditions, Stale: true, Changes: []release.Change{{Field: "Build", Before: "2026.11.2", After: "2026.11.3"}, {Field: "Impact", Before: "", After: hostile}}}
	o.desk.ballots = map[int64]release.BallotView{
		9: {Programme: p, RFC: rfc, Release: r, Ballot: vote, Memories: []release.DissentMemory{
			{Function: release.ReleaseManager, Judged: 1, Confirmed: 1}, {Function: release.TestManager, Judged: 4, Confirmed: 2, Unknown: 1},
		}}, 8: changed, 10: {Programme: p, RFC: o.desk.stories[13].RFC, Ballot: release.Ballot{ID: 10, RFC: 13}},
	}
	o.desk.entries = entriesAt(now)
}

func planned(p *release.Programme, now time.Time) release.Standing {
	return release.Standing{Programme: p, Now: now, Release: release.Release{
		Number: 9, Version: release.Version{Major: 2}, Stage: release.Planning, CreatedBy: "ann", CreatedAt: now, UpdatedAt: now,
		Content: release.ReleaseContent{System: "dip", Type: release.Major, Purpose: "The second milestone.", Owner: "ann", Targets: []release.Target{{Environment: "sit-a"}}},
	}}
}

// building is ready for its next step.
func building(p *release.Programme, now time.Time) release.Standing {
	return release.Standing{Programme: p, Now: now, Release: release.Release{
		Number: 8, Version: release.Version{Major: 1, Minor: 2, Patch: 1}, Stage: release.Building, Build: 2, CreatedBy: "mal", CreatedAt: now, UpdatedAt: now,
		Content: release.ReleaseContent{
			System: "helix", Type: release.Patch, Purpose: hostile, Owner: "mal", Board: now.Add(400 * time.Hour),
			Targets: []release.Target{{Environment: "sit-a", Window: release.Window{From: now.Add(500 * time.Hour), To: now.Add(502 * time.Hour), Zone: "Europe/London"}}},
		},
	}}
}

// lived is a release that was deployed before, with everything that can follow.
func lived(s release.Standing) release.Life {
	now, p := s.Now, s.Programme
	run := release.Rollout{
		ID: 5, Release: 7, RFC: 12, Mode: release.LiveRollout, System: "helix", Environments: []release.EnvironmentID{"sit-a"}, Version: s.Release.Version, State: release.RolloutBack, Set: -1, Report: strings.Repeat("56", 32),
		Window: s.RFC.Content.Window, StartedAt: now.Add(-49 * time.Hour), StartedBy: "bob", EndedAt: now.Add(-48 * time.Hour), SignedBy: "bob", Reason: "It was taken back: " + hostile,
		Runbook: release.Runbook{Prerequisites: release.Section{Steps: []release.Step{{Number: 1, Do: "Stop " + hostile, Who: "Bob", Minutes: 5}}}},
	}
	review := release.Review{ID: 4, Release: 7, RFC: 12, System: "helix", Type: release.Minor, OpenedAt: now.Add(-48 * time.Hour), Due: now.Add(50 * time.Hour), ClosedAt: now.Add(-time.Hour), ClosedBy: "ann", RolledBack: true, Asked: []release.Asked{{Person: "ann", As: release.AskedImpacted}}}
	view := release.ReviewView{Programme: p, Review: review, Release: s.Release, Now: now}
	view.Summary = review.Summarise([]release.ReviewAnswer{{Review: 4, Person: "ann", At: now.Add(-2 * time.Hour), Answer: release.Answer{
		Objectives: release.MetPartly, InTime: release.InTime, SignedOff: true, Lessons: []release.LessonDraft{{Words: "Ask first. " + hostile, System: "helix", Cause: release.Causes()[0]}},
	}}}, "")
	view.Summary.Statement = "Accepted. " + hostile
	return release.Life{
		Standing: s, Builds: []release.Build{*s.Build}, Runs: []release.Rollout{run}, Reviews: []release.ReviewView{view},
		Notes: []release.SubmittedNote{{Release: 7, Version: 2, Digest: strings.Repeat("34", 32), By: "bob", At: now.Add(-20 * time.Hour), Note: release.ReleaseNote{
			Title: "Helix 1.2", Outstanding: []release.NotedDefect{{ID: "DEF-1190", Severity: release.Medium, Summary: hostile, Workaround: "Reload. " + hostile}},
		}}},
		Debts:   []release.Debt{{ID: 4, Release: 3, System: "helix", Party: "hx", Kind: release.MergeInFlight, Target: 7, Defects: []string{"DEF-1"}, Owner: "bob", Due: now.Add(time.Hour)}},
		Support: &release.Support{Release: 7, System: "helix", From: now.Add(-49 * time.Hour), Until: now.Add(100 * time.Hour)},
		Issues:  []release.SupportIssue{{ID: 2, Release: 7, System: "helix", Environment: "sit-a", Title: hostile, Severity: release.Low, By: "ann", At: now.Add(-20 * time.Hour)}},
	}
}

// entriesAt are entries of the ledger, one of them a draft of Bob's.
func entriesAt(now time.Time) []release.LedgerEntry {
	var all []release.LedgerEntry
	for i, e := range []struct {
		kind    release.EntryKind
		subject string
		by      release.PersonID
		json    string
		kept    bool
	}{
		{release.RFCDrafted, "rfc/12", "bob", `{"title":"Bob's secret"}`, false},
		{release.RFCRaised, "rfc/12", "bob", `{"content":{"title":"Helix 1.2"}}`, false},
		{release.EvidenceGiven, "release/7", "bob", `{"check":"plans-approved","ref":"https://docs.example/plan"}`, false},
		{release.VoteCast, "ballot/9", "ann", `{"choice":"go-with-conditions","words":"Only after \u003cscript\u003ealert(1)\u003c/script\u003e"}`, false},
		{release.ReleaseMoved, "release/7", release.Clockwork, `{"move":"prepared","to":"approve"}`, false},
		{release.RFCWithdrawn, "rfc/13", "bob", `{"reason":"Bob's secret"}`, true},
		{release.StatusReported, "environment/sit-a", "mal", fmt.Sprintf(`{"words":%q}`, "Bad </pre>"), false},
	} {
		all = append([]release.LedgerEntry{{
			Entry: release.Entry{At: now.Add(time.Duration(i-10) * time.Hour), Kind: e.kind, Subject: e.subject, By: e.by}, ID: int64(i + 1), Index: int64(i), JSON: e.json, Kept: e.kept,
		}}, all...)
	}
	return all
}
