package bot

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// enormousStanding draws the largest release that the rules accept.
func enormousStanding(t *rapid.T) release.Standing {
	text := func(n int) string { return "x" + hostile(n-1).Draw(t, "text") }
	story := enormous(t)
	s := preparing()
	s.Programme, s.RFC, s.Ballots, s.Conditions = story.Programme, story.RFC, story.Ballots, story.Conditions
	s.RFC.Content.Release = "REL-999999999"
	s.Programme.Systems[0].Name = text(200)
	r := &s.Release
	r.Number, r.RFC, r.Ended = 999_999_999, s.RFC.Number, text(release.MaxText)
	r.Stage = rapid.SampledFrom(release.Stages()).Draw(t, "stage")
	r.Content.Type = rapid.SampledFrom(release.ReleaseTypes()).Draw(t, "type")
	r.Content.Purpose = text(release.MaxText)
	r.Version = release.Version{Major: 999_999, Minor: 999_999, Patch: 999_999, Emergency: 999_999}
	r.Content.Items, r.Content.Targets = nil, nil
	for i := range release.MaxContent {
		r.Content.Items = append(r.Content.Items, release.Item{Kind: release.ItemDefectFix, ID: fmt.Sprint("DEF-", i), Title: text(release.MaxTitle), Severity: release.Low})
	}
	for _, e := range s.Programme.Environments {
		r.Content.Targets = append(r.Content.Targets, release.Target{Environment: e.ID, Window: release.Window{From: start.Add(time.Hour), To: start.Add(2 * time.Hour), Zone: "Europe/London"}})
	}
	s.Build.Name, s.Build.Tag = strings.Repeat("b", 64), text(200)
	for _, point := range release.Points() {
		e := release.Evidence{Check: point.Key, Ref: "https://docs.example/" + strings.Repeat("p", 470), Note: text(release.MaxText), By: "rachel", At: start, TakenWhy: text(release.MaxText)}
		taken, waiver := e, e
		taken.TakenAt, taken.TakenBy = start, "tom"
		waiver.Waiver, waiver.Ref, waiver.Until = true, "", start.Add(90*24*time.Hour)
		s.Evidence = append(s.Evidence, taken, e, waiver)
	}
	s.Others = map[release.Check][]release.Blocker{}
	for i := range 30 {
		s.Others[release.CheckEnvironments] = append(s.Others[release.CheckEnvironments], release.Blocker{
			Key: fmt.Sprint("freeze/", i), What: text(600), Role: release.ReleaseManager, People: []release.PersonID{"rachel", "tom", "eve", "ben", "elle"},
			By: start.Add(time.Hour), Act: "/env cancel " + fmt.Sprint(i), Label: "Lift it",
		})
	}
	return s
}

// Whatever the rules accept of a release fits into Slack's limits, and nothing
// of it can mention anybody or forge a link (facts 45 to 66).
func TestReleaseLimits(t *testing.T) {
	o := open(t)
	post := func(t *rapid.T, what string, p *page) {
		harmless(t, what, p)
		if total := textTogether(p.blocks); total > 10_000 {
			t.Fatalf("%s has %d characters", what, total)
		}
		if _, _, err := o.poster.cfg.Slack.PostMessage(board, options(p.fallback(), p.blocks, what)...); err != nil {
			t.Fatalf("%s: %v", what, wrapSlack("post", err))
		}
	}
	window := func(t *rapid.T, what string, v slack.ModalViewRequest) {
		raw, err := json.Marshal(v)
		if err != nil || len(raw) > 250_000 {
			t.Fatalf("%s has %d bytes (%v)", what, len(raw), err)
		}
		if _, err := o.box.Command(t.Context(), rachel, board, "/rfc raise"); err != nil {
			t.Fatal(err)
		}
		top, _ := o.box.OpenView(rachel)
		if _, err := o.poster.cfg.Slack.UpdateView(v, "", "", top.ID); err != nil {
			t.Fatalf("%s: %v", what, wrapSlack("update", err))
		}
	}
	checks(t, 12)
	rapid.Check(t, func(t *rapid.T) {
		s := enormousStanding(t)
		post(t, "card", releaseCard(s, "REHEARSAL"))
		post(t, "why", whyPage(s, "REHEARSAL"))
		post(t, "evidence", evidencePage(s, "REHEARSAL"))
		post(t, "builds", buildsPage(s, []release.Build{*s.Build, *s.Build, *s.Build, *s.Build, *s.Build, *s.Build, *s.Build, *s.Build, *s.Build}, "REHEARSAL"))
		post(t, "blocked", o.bot.blockedPage(&release.Refusal{What: s.Release.Ended, Blockers: s.Others[release.CheckEnvironments], Next: s.Release.Ended}, s.Programme, s.Now))
		own := newPage("Home", "REHEARSAL")
		ownPart(own, []release.Standing{s, s, s, s, s, s, s, s, s})
		post(t, "own", own)
		home := newPage("Home", "REHEARSAL")
		many := []release.Standing{s, s, s, s, s, s, s, s, s}
		for i := range many {
			many[i].Release.Number -= i // the action ids of a view differ
		}
		many[0].Release.Content.Owner, many[1].Release.Content.Owner = "rachel", "rachel"
		o.bot.homePage(home, release.Waiting{Programme: s.Programme, Cadence: release.Daily}, many, s.Programme.People[0])
		if _, err := o.poster.cfg.Slack.PublishView(rachel, slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: home.blocks}}, ""); err != nil {
			t.Fatalf("Home: %v", wrapSlack("publish", err))
		}
		details := releaseDetailsPage(s, release.Person{}, "REHEARSAL")
		harmless(t, "details", details)
		window(t, "details", details.modal())
		c := Call{By: s.Programme.People[0], Programme: s.Programme, now: start}
		point, _ := release.PointOf(release.PointPlans)
		window(t, "plan form", o.bot.planForm(c, planForm{content: s.Release.Content, windows: true}).ModalViewRequest)
		window(t, "show form", o.bot.showForm(s, point).ModalViewRequest)
		window(t, "build form", o.bot.buildForm(s).ModalViewRequest)
		window(t, "rollback form", o.bot.rollbackForm(s, "").ModalViewRequest)
		again := s.Ballots[0]
		again.Before = again.Votes
		for _, kind := range []release.NoticeKind{
			release.NoticeReleaseMoved, release.NoticeReleaseBack, release.NoticeReleaseEnded, release.NoticeReclassified, release.NoticeAskedAgain,
		} {
			e := release.Event{Kind: kind, At: start, By: "elle", RFC: s.RFC, Release: &s.Release, Ballot: &again, Reason: s.Release.Ended, Move: "rolled back"}
			e.Changes = content().Changes(s.RFC.Content)
			for _, road := range []release.Road{release.ByThread, release.ByDirect} {
				post(t, string(kind), noticePage(release.Notice{Road: road, To: "tom", Event: e}, s.Programme, "REHEARSAL"))
			}
		}
	})
}
