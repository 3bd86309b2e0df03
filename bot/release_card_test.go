package bot

import (
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// helixPatch is a release of Helix as far as the tests need it.
func helixPatch(stage release.Stage) release.Release {
	return release.Release{
		Number: 7, Revision: 4, Version: release.Version{Major: 1, Minor: 1, Patch: 1}, Stage: stage, CreatedBy: "elle", CreatedAt: start, UpdatedBy: "elle", UpdatedAt: start, Programme: 1,
		Content: release.ReleaseContent{
			System: "helix", Type: release.Patch, Purpose: "Settlement runs at volume again.", Owner: "elle", Board: start.Add(6 * 24 * time.Hour), Base: release.Version{Major: 1, Minor: 1},
			Items: release.ParseItems("DEF-1187 critical Settlement <times> out\nCR-031 Meter data retries\nbase F-1 First *registration*"),
			Targets: []release.Target{
				{Environment: "uit", Window: release.Window{From: start.Add(150 * time.Hour), To: start.Add(152 * time.Hour), Zone: "Europe/London"}},
				{Environment: "sit-a", Window: release.Window{From: start.Add(170 * time.Hour), To: start.Add(174 * time.Hour), Zone: "Europe/London"}},
			},
		},
	}
}

// standingAt is how that release stands an hour after start.
func standingAt(stage release.Stage) release.Standing {
	p := programme()
	governed(p, nil)
	return release.Standing{Programme: p, Rules: p.Policy.Types[release.Patch], Release: helixPatch(stage), Now: start.Add(time.Hour)}
}

func shownBy(check release.Check, by release.PersonID, at time.Time) release.Evidence {
	return release.Evidence{ID: 1, Release: 7, Check: check, Ref: "https://docs.example/" + string(check), Note: "Agreed with <!channel>", By: by, At: at, Build: 3}
}

// preparing has most of what the board is shown, one waiver among it.
func preparing() release.Standing {
	s := standingAt(release.Preparing)
	s.Release.Build, s.Release.RFC = 3, 12
	s.RFC = story(release.InPreparation).RFC
	s.RFC.Content.Release, s.RFC.Content.Type = "REL-7", release.Patch
	s.Build = &release.Build{
		ID: 3, Release: 7, Name: "2026.11.2", Repository: "https://git.example/helix.git", Tag: "v2026.11.2", Commit: strings.Repeat("c0", 20), Digest: strings.Repeat("ab", 32), By: "ben", At: start,
		BOM: []release.BOMLine{
			{File: "settle.jar", Version: "1.1.2", Date: "2026-11-20", Digest: "sha256:" + strings.Repeat("cd", 32)}, {File: "load.jar", Version: "1.0.0", Date: "2026-11-20", Digest: "sha256:" + strings.Repeat("ef", 32)},
		},
	}
	waiver := shownBy(release.PointKnownIssues, "rachel", start)
	waiver.Waiver, waiver.Ref, waiver.Until = true, "", start.Add(5*24*time.Hour)
	waiver.Note = "The <@U0EVE> workaround is agreed in words; the paper follows."
	gone := shownBy(release.PointPlans, "rachel", start)
	gone.TakenAt, gone.TakenBy, gone.TakenWhy = start.Add(30*time.Minute), "rachel", "The plan was replaced."
	s.Evidence = []release.Evidence{shownBy(release.CheckPIT, "tom", start), shownBy(release.PointPackage, "ben", start), waiver, gone}
	return s
}

// decided is approved and cleared, on what it is now unless something changes.
func decided(stage release.Stage) release.Standing {
	s := preparing()
	s.Release.Stage = stage
	s.RFC.State = release.Go
	s.Evidence = append(s.Evidence, shownBy(release.PointBaseline, "eve", start), shownBy(release.PointPlans, "rachel", start), shownBy(release.CheckNote, "elle", start))
	for i, purpose := range []release.Purpose{release.Deployment, release.Approval} {
		b := closed(ballotOf12(int64(9-i), purpose, vote("test-manager/si", "tom", release.VoteGo, "")), "rachel", release.OutcomeGo)
		b.Digest = s.Dossier().For(purpose).Digest()
		s.Ballots = append(s.Ballots, b)
	}
	return s
}

func TestReleaseCardGolden(t *testing.T) {
	fresh := standingAt(release.Planning)
	fresh.Release.Content.Board = time.Time{}
	fresh.Release.Content.Targets[1].Window = release.Window{}
	voting := preparing()
	voting.Release.Stage, voting.RFC.State = release.Approving, release.Raised
	voting.Ballots = []release.Ballot{ballotOf12(8, release.Approval, vote("test-manager/si", "tom", release.VoteGo, ""))}
	stale := decided(release.Informing)
	stale.Release.Content.Items = stale.Release.Content.Items[:2]
	stale.Conditions = []release.Condition{{ID: 3, RFC: 12, Words: "Only after <!here> 22:00 & *loud*", By: "rachel", Owner: "elle", At: start}}
	major := preparing()
	major.Release.Content.Type, major.RFC.Content.Type = release.Major, release.Major
	major.Ballots = []release.Ballot{ballotOf12(8, release.ProgrammeGate)}
	abandoned := standingAt(release.Abandoned)
	abandoned.Release.Ended = "The change request was <dropped>."
	for name, s := range map[string]release.Standing{
		"release_planning": fresh, "release_building": standingAt(release.Building), "release_preparing": preparing(), "release_voting": voting,
		"release_stale": stale, "release_cleared": decided(release.Informing), "release_deploying": decided(release.Deploying), "release_major": major,
		"release_closed": decided(release.ClosedStage), "release_abandoned": abandoned,
	} {
		t.Run(name, func(t *testing.T) { goldenPage(t, name, releaseCard(s, "REHEARSAL")) })
	}
}

func TestReleasePagesGolden(t *testing.T) {
	s := preparing()
	older := *s.Build
	older.ID, older.Name, older.BOM = 2, "2026.11.1", []release.BOMLine{{File: "settle.jar", Version: "1.1.1", Date: "2026-11-19", Digest: "sha256:" + strings.Repeat("01", 32)}}
	o := open(t)
	_, unmet, _ := s.Next()
	for name, p := range map[string]*page{
		"release_why": whyPage(s, ""), "release_why_nothing": whyPage(decided(release.Regression), ""), "release_evidence": evidencePage(s, ""),
		"release_builds": buildsPage(s, []release.Build{*s.Build, older}, ""), "release_builds_none": buildsPage(standingAt(release.Building), nil, ""),
		"release_details": releaseDetailsPage(s, release.Person{}, ""),
		"release_blocked": o.bot.blockedPage(&release.Refusal{Code: release.CodeState, What: "REL-7 stays in “Deployment: prepare”.", Blockers: unmet, Next: "`/release why REL-7` lists what is unmet."}, s.Programme, s.Now),
	} {
		t.Run(name, func(t *testing.T) { goldenPage(t, name, p) })
	}
	own := newPage("Home", "")
	ownPart(own, []release.Standing{s, decided(release.Regression)})
	goldenPage(t, "release_own", own)
}

func TestReleaseFormsGolden(t *testing.T) {
	o := open(t)
	s := preparing()
	c := Call{By: s.Programme.People[3], Programme: s.Programme, now: s.Now}
	point, _ := release.PointOf(release.PointPlans)
	content, err := contentFor(standingAt(release.Preparing))
	o.must(err)
	for name, v := range map[string]*view{
		"form_plan":         o.bot.planForm(c, planForm{content: release.ReleaseContent{Owner: "elle", System: "helix"}}),
		"form_plan_windows": o.bot.planForm(c, planForm{content: s.Release.Content, base: "1.1.0.0", windows: true}),
		"form_plan_edit":    o.bot.planForm(c, planForm{release: s.Release, content: s.Release.Content, windows: true}),
		"form_show":         o.bot.showForm(s, point),
		"form_build":        o.bot.buildForm(s),
		"form_rollback":     o.bot.rollbackForm(decided(release.Deploying), ""),
		"form_raise_for":    o.bot.rfcForm(c, rfcForm{verb: "raise", content: content, releases: []release.Release{s.Release}}),
	} {
		golden(t, name+".txt", "# "+v.Title.Text+"\n"+readable(t, v.Blocks.BlockSet)+"[Cancel] ["+v.Submit.Text+"]\n")
	}
}

func TestReleaseNoticeGolden(t *testing.T) {
	s := decided(release.Preparing)
	r := s.Release
	event := func(kind release.NoticeKind) release.Event {
		return release.Event{Kind: kind, At: start, By: "elle", Release: &r}
	}
	moved, rolled := event(release.NoticeReleaseMoved), event(release.NoticeReleaseMoved)
	moved.Move = "PIT assured"
	rolled.Move, rolled.Reason = "rolled back", "The <!channel> balances differ."
	back := event(release.NoticeReleaseBack)
	back.RFC, back.Reason = s.RFC, "Ben Achterberg registered build 2026.11.2."
	ended, renamed := event(release.NoticeReleaseEnded), event(release.NoticeReclassified)
	ended.Reason, renamed.Reason = "The change request was dropped.", "1.1.0.1"
	early := event(release.NoticeRaised)
	early.RFC = s.RFC
	again := event(release.NoticeAskedAgain)
	b := ballotOf12(8, release.Approval)
	b.Before = []release.Vote{vote("test-manager/si", "tom", release.VoteConditional, "Only after 22:00")}
	again.RFC, again.Ballot = s.RFC, &b
	again.Changes = []release.Change{{Field: "Build", Before: "2026.11.1", After: "2026.11.2"}, {Field: "settle.jar", Before: "1.1.1", After: "1.1.2 <!here>"}}
	for name, n := range map[string]release.Notice{
		"notice_moved": {Road: release.ByThread, Event: moved}, "notice_rolled_back": {Road: release.ByDirect, Event: rolled}, "notice_back": {Road: release.ByDirect, Event: back},
		"notice_ended": {Road: release.ByThread, Event: ended}, "notice_reclassified": {Road: release.ByThread, Event: renamed},
		"notice_raised_for": {Road: release.ByThread, Event: early}, "notice_asked_again": {Road: release.ByDirect, To: "tom", Event: again},
	} {
		t.Run(name, func(t *testing.T) { goldenPage(t, name, noticePage(n, s.Programme, "")) })
	}
}
