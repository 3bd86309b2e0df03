package bot

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// leftOver are work-off actions of a release.
func leftOver() []release.Action {
	first := release.Action{
		ID: 3, Release: 7, What: "Add the <missing> index to the runbook & the note.", Owner: "eve", Due: start.Add(-time.Hour),
		From: release.FromReview, By: "rachel", At: start.Add(-72 * time.Hour),
	}
	second := first
	second.ID, second.What, second.Owner, second.Due, second.From = 4, "Archive the logs of the load.", "elle", start.Add(8*24*time.Hour), release.FromClosure
	return []release.Action{first, second}
}

// troubles are issues of its early life: one open, one resolved.
func troubles() []release.SupportIssue {
	open := release.SupportIssue{
		ID: 2, Release: 7, System: "helix", Environment: "sit-a", Title: "Settlement <stops> at midnight.", Severity: release.Blocking, Ref: "DEF-1301",
		By: "tom", At: start.Add(-5 * time.Hour),
	}
	done := open
	done.ID, done.Severity, done.Title, done.ResolvedAt, done.ResolvedBy = 1, release.Low, "The label is wrong.", start.Add(-time.Hour), "elle"
	done.Resolution = "It was <renamed>."
	return []release.SupportIssue{done, open}
}

func earlyLife() release.Support {
	return release.Support{
		Release: 7, System: "helix", Environments: []release.EnvironmentID{"sit-a", "uit"}, From: start.Add(-48 * time.Hour), Until: start.Add(5 * 24 * time.Hour),
	}
}

// closureEvents are what people are told of a closure and of what comes after.
func closureEvents() map[string]release.Event {
	r, s := helixPatch(release.ClosedStage), earlyLife()
	b := closed(ballotOf12(9, release.Closure, vote("test-manager/si", "tom", release.VoteGo, "")), "rachel", release.OutcomeGo)
	rfc := story(release.Closed).RFC
	sum := release.SumUp(s, r.Version, troubles())
	action, issues := leftOver()[1], troubles()
	event := func(kind release.NoticeKind) release.Event {
		return release.Event{Kind: kind, At: start, By: "rachel", RFC: rfc, Release: &r}
	}
	done, given, reported, resolved, over := event(release.NoticeClosed), event(release.NoticeAction), event(release.NoticeTrouble), event(release.NoticeTrouble), event(release.NoticeSupport)
	done.Ballot, done.Closing = &b, &release.Closing{Deployed: s.From, Actions: leftOver(), Lessons: 2, Support: &s, Issues: 1}
	back := done
	back.Closing = &release.Closing{RolledBack: true}
	void := event(release.NoticeClosureVoid)
	void.Reason = "Rachel Moss agreed another work-off action."
	given.Action, reported.Trouble, resolved.Trouble, over.Support = &action, &issues[1], &issues[0], &sum
	return map[string]release.Event{
		"notice_closed": done, "notice_closed_back": back, "notice_closure_void": void, "notice_action": given, "notice_trouble": reported, "notice_resolved": resolved, "notice_support": over,
	}
}

// What people see of a closure, of work-off actions and of early life support is
// what it was when somebody last looked at it (R40, S1).
func TestClosurePages(t *testing.T) {
	p := programme()
	for name, e := range closureEvents() {
		road := release.ByThread
		if e.Kind == release.NoticeAction {
			road = release.ByDirect
		}
		goldenPage(t, name, noticePage(release.Notice{Road: road, To: "elle", Event: e}, p, "REHEARSAL"))
	}
	goldenPage(t, "actions", actionsPage("Open work-off actions", leftOver(), false, p, start, ""))
	goldenPage(t, "actions_overdue", actionsPage("Overdue work-off actions", leftOver(), true, p, start, ""))
	goldenPage(t, "actions_none", actionsPage("Your work-off actions", nil, false, p, start, ""))
	s := earlyLife()
	v := release.SupportView{Programme: p, Release: helixPatch(release.Reviewing), Support: &s, Issues: troubles(), Now: start}
	goldenPage(t, "support", supportPage(v, ""))
	goldenPage(t, "supports", supportsPage([]release.Support{s}, p, ""))
	c := Call{Programme: p, now: start}
	b := &Bot{}
	golden(t, "form_action.txt", readable(t, b.actionForm(c, v.Release, release.Action{Release: 7, Owner: "elle", Due: start.Add(time.Hour), From: release.FromReview}, "action", "Agree it").Blocks.BlockSet))
	golden(t, "form_support_issue.txt", readable(t, b.issueForm(c, v).Blocks.BlockSet))
}

// However much is left and however long its words are, Slack takes the pages, and
// nothing of them mentions anybody.
func TestClosurePagesKeepSlacksLimits(t *testing.T) {
	o := open(t)
	checks(t, 6)
	rapid.Check(t, func(t *rapid.T) {
		text := func(n int) string { return "x" + hostile(n-1).Draw(t, "text") }
		p := programme()
		p.People = append(p.People, release.Person{ID: "long", Name: text(200)})
		s := earlyLife()
		var actions []release.Action
		var issues []release.SupportIssue
		var supports []release.Support
		for i := range 60 {
			x, y := leftOver()[i%2], troubles()[i%2]
			x.ID, x.What, x.Owner, x.Release = int64(i+1), text(release.MaxText), "long", 999_999_999
			y.ID, y.Title, y.Ref, y.By, y.Resolution = int64(i+1), text(release.MaxIssueTitle), text(release.MaxRef), "long", text(release.MaxText)
			s.Release = i + 1
			actions, issues, supports = append(actions, x), append(issues, y), append(supports, s)
		}
		r := helixPatch(release.ClosedStage)
		sum := release.SumUp(s, r.Version, issues)
		home := newPage("Home", "REHEARSAL")
		workOffPart(home, release.Waiting{Programme: p, Actions: actions, Now: start})
		pages := map[string]*page{
			"actions": actionsPage("Open", actions, false, p, start, "REHEARSAL"), "home": home, "supports": supportsPage(supports, p, "REHEARSAL"),
			"support": supportPage(release.SupportView{Programme: p, Release: r, Support: &s, Issues: issues, Now: start}, "REHEARSAL"),
		}
		for name, e := range closureEvents() {
			if e.Closing != nil {
				e.Closing.Actions = actions
			}
			if e.Support != nil {
				e.Support = &sum
			}
			if e.Trouble != nil {
				e.Trouble = &issues[0]
			}
			if e.Action != nil {
				e.Action = &actions[0]
			}
			pages[name] = noticePage(release.Notice{Road: release.ByDirect, To: "elle", Event: e}, p, "REHEARSAL")
		}
		for name, page := range pages {
			harmless(t, name, page)
			if total := textTogether(page.blocks); total > 10_000 {
				t.Fatalf("%s has %d characters", name, total)
			}
			if _, _, err := o.poster.cfg.Slack.PostMessage(board, options(page.fallback(), page.blocks, name)...); err != nil {
				t.Fatalf("%s: %v", name, wrapSlack("post", err))
			}
		}
	})
}

// underReview keeps a release that was deployed and reviewed, in its early life.
func (o *office) underReview() {
	o.t.Helper()
	o.must(o.store.Within(o.t.Context(), func(tx release.Tx) error {
		r := helixPatch(release.Reviewing)
		if err := tx.AddRelease(&r); err != nil {
			return err
		}
		rfc := release.RFC{
			State: release.Deployed, RaisedBy: "elle", CreatedAt: start, RaisedAt: start, UpdatedAt: start, UpdatedBy: "elle", Programme: 1, Content: content(),
		}
		rfc.Content.Release, rfc.Content.Type = r.Name(), r.Content.Type
		if err := tx.AddRFC(&rfc); err != nil {
			return err
		}
		r.RFC = rfc.Number
		if err := tx.SaveRelease(&r); err != nil {
			return err
		}
		s := earlyLife()
		s.Release = r.Number
		if err := tx.AddSupport(s); err != nil {
			return err
		}
		e := shownBy(release.PointLessons, "rachel", start)
		e.Release = r.Number
		return tx.AddEvidence(&e)
	}))
}

// R40, S1: a release is closed, its work-off actions and its early life are dealt
// with, as people type it and by forms.
func TestClosureTyped(t *testing.T) {
	o := steward(t)
	o.underReview()
	o.must(o.box.OpenHome(t.Context(), elle))
	o.settle()
	o.command(rachel, "/release action REL-1")
	o.submits(rachel, release.FieldAction, map[string]map[string]any{
		release.FieldAction: in(""), release.FieldActionOwner: in("elle"), release.FieldActionDue: in(stamp(start.Add(72 * time.Hour))), release.FieldActionOrigin: in("review"),
	})
	o.submits(rachel, "", map[string]map[string]any{
		release.FieldAction: in("Archive the logs."), release.FieldActionOwner: in("elle"), release.FieldActionDue: in(stamp(start.Add(72 * time.Hour))), release.FieldActionOrigin: in("review"),
	})
	o.command(tom, "/release issue")
	o.submits(tom, "", map[string]map[string]any{
		release.FieldIssueTitle: in("Settlement stops."), release.FieldIssueEnvironment: in("sit-a"), release.FieldIssueSeverity: in("high"), release.FieldIssueRef: in("DEF-9"),
	})
	for _, step := range []struct {
		user, text string
		parts      []string
	}{
		{tom, "/release actions", []string{"Action 1, REL-1", "Archive the logs.", "Elle Ford, out of the review"}},
		{tom, "/release actions mine", []string{"None: nothing is to be worked off."}},
		{tom, "/release actions REL-1", []string{"Work-off actions of REL-1", "Action 1"}},
		{tom, "/release actions overdue", []string{"None"}},
		{elle, "/release", []string{"Work-off actions you own", "Archive the logs."}},
		{tom, "/release done 1 it is done", []string{"It is shown done by its owner"}},
		{elle, "/release done", []string{"Which work-off action? None was named."}},
		{elle, "/release done 9 done", []string{"There is no action 9."}},
		{tom, "/release issues", []string{"Early life support", "REL-1", "Until"}},
		{tom, "/release issues REL-1", []string{"1 issue is open", "Settlement stops.", "High, SIT A", "DEF-9"}},
		{rachel, "/release resolve", []string{"Which issue? None was named."}},
		{tom, "/release close REL-1", []string{"A release is closed by those who are responsible"}},
		{rachel, "/release close REL-1 1m", []string{"Its deadline is too soon"}},
		{rachel, "/release close REL-1", []string{"The Closure approval on RFC-1 is open.", "1 work-off action remains", "Archive the logs."}},
		{rachel, "/release close REL-1", []string{"The Closure approval is open."}},
		{rachel, "/gonogo vote 1 go", []string{"Recorded: Go on RFC-1, Closure approval"}},
		{elle, "/gonogo vote 1 no-go the night run is missing", []string{"Recorded: No-Go"}},
		{tom, "/release show REL-1", []string{"Closure approval", "To be worked off", "1 action"}},
		{elle, "/gonogo vote 1 go", []string{"Recorded: Go"}},
		{elle, "/release done 1 https://tickets.example/1", []string{"Action 1 is done", "https://tickets.example/1"}},
		{elle, "/release done 1 again", []string{"It was shown done by Elle Ford."}},
	} {
		wants(t, o.command(step.user, step.text), step.parts...)
	}
	o.must(o.clock.MoveTo(t.Context(), start.Add(time.Hour)))
	_, err := o.desk.Tick(t.Context())
	o.must(err)
	o.work()
	wants(t, o.command(tom, "/release show REL-1"), "It is closed")
	o.command(rachel, "/release resolve 1")
	o.submits(rachel, "", map[string]map[string]any{release.FieldResolution: in("An index was missing.")})
	wants(t, o.command(rachel, "/release resolve 1 again"), "It was resolved by Rachel Moss")
	o.must(o.clock.MoveTo(t.Context(), earlyLife().Until))
	wants(t, o.command(tom, "/release issue REL-1"), "The early life support of REL-1 ended")
	wants(t, o.command(tom, "/release issue"), "No release is in its early life now.")
	if _, err := o.desk.EndSupports(t.Context()); err != nil {
		t.Fatal(err)
	}
	o.work()
	var threads []string
	for _, m := range o.box.Messages(board, tom) {
		threads = append(threads, m.Text)
	}
	if text := strings.Join(threads, "\n"); !strings.Contains(text, "RFC-1") {
		t.Errorf("nothing of it in the channel:\n%s", text)
	}
	o.command(rachel, "/release action REL-1")
	o.submits(rachel, "", map[string]map[string]any{
		release.FieldAction: in("Write it up."), release.FieldActionOwner: in("elle"), release.FieldActionDue: in(stamp(start.Add(300 * time.Hour))), release.FieldActionOrigin: in("support"),
	})
	o.command(rachel, "/release assign 2")
	o.submits(rachel, "", map[string]map[string]any{
		release.FieldAction: in("Write it up."), release.FieldActionOwner: in("eve"), release.FieldActionDue: in(stamp(start.Add(300 * time.Hour))),
	})
	wants(t, o.command(rachel, "/release actions"), "Eve")
	o.command(rachel, "/release cancel 2")
	o.submits(rachel, release.FieldReason, map[string]map[string]any{release.FieldReason: in(" ")})
	o.submits(rachel, "", map[string]map[string]any{release.FieldReason: in("The system is retired.")})
	wants(t, o.command(rachel, "/release actions"), "None: nothing is to be worked off.")
}
