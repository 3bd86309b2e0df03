package bot

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// enormousRun draws a run of the largest runbook that the rules accept, in any state.
func enormousRun(t *rapid.T) release.RolloutView {
	text := func(n int) string { return "x" + hostile(n-1).Draw(t, "text") }
	s := enormousStanding(t)
	step := release.Step{Do: text(release.MaxText), Who: text(200), Minutes: release.MaxStepLength, Expect: text(release.MaxText), Command: text(release.MaxText)}
	for j := range 100 {
		step.Files = append(step.Files, fmt.Sprint(j, step.Who))
	}
	section := func() release.Section {
		var x release.Section
		for i := range rapid.SampledFrom([]int{60, release.MaxNoteSteps}).Draw(t, "steps") {
			step.Number = i + 1
			x.Steps = append(x.Steps, step)
		}
		return x
	}
	r := deployment()
	r.ID, r.Release, r.RFC, r.Environments, r.Window = 1e12, s.Release.Number, s.RFC.Number, s.Release.Content.Environments(), s.RFC.Content.Window
	r.Runbook = release.Runbook{Prerequisites: section(), Instructions: section(), Checks: section()}
	for i := range release.MaxBackout {
		r.Runbook.Backout = append(r.Runbook.Backout, release.BackoutSet{From: 2*i + 1, To: 2*i + 2, Section: release.Section{Steps: section().Steps[:3]}})
	}
	said := text(release.MaxText)
	for range 200 {
		r.Log = append(r.Log, release.LogLine{Kind: release.LogErratum, At: tenth, By: "ben", Section: release.Instructions, Number: 100, Words: said})
	}
	r.Reason, r.SignedBy, r.EndedAt, r.Report = text(release.MaxText), "rachel", tenth.Add(999*time.Hour), r.NoteDigest
	r.Mode = rapid.SampledFrom([]release.RolloutMode{release.LiveRollout, release.RehearsalRollout, release.PaperRollout}).Draw(t, "mode")
	r.State = rapid.SampledFrom([]release.RolloutState{
		release.RolloutForward, release.RolloutStopped, release.RolloutSigning, release.RolloutBackward, release.RolloutReporting, release.RolloutDeployed, release.RolloutBack,
		release.RolloutEnded,
	}).Draw(t, "state")
	at := release.StepRun{Section: release.Instructions, Number: 7, Began: tenth}
	if r.State == release.RolloutBackward || r.State == release.RolloutReporting || r.State == release.RolloutBack {
		r.Set, r.WentBack, at = 3, tenth, release.StepRun{Section: release.BackoutSteps, Number: 2, Began: tenth}
	}
	if r.State == release.RolloutStopped {
		at.Ended, at.Result, at.By, at.Words = tenth.Add(time.Minute), release.StepFailed, "ben", text(release.MaxText)
	}
	r.Steps = []release.StepRun{at}
	now := r.Window.To.Add(rapid.SampledFrom([]time.Duration{-100 * time.Hour, -time.Minute, time.Hour}).Draw(t, "now"))
	return release.RolloutView{Rollout: r, Release: s.Release, RFC: s.RFC, Programme: s.Programme, Now: now, Compass: r.Compass(now), Turn: s.Programme.People}
}

// Whatever the rules accept of a runbook fits into Slack's limits, and nothing of
// it can mention anybody but whom gonogo calls (facts 45 to 66).
func TestRolloutLimits(t *testing.T) {
	o := open(t)
	post := func(t *rapid.T, what string, p *page) {
		if total := textTogether(p.blocks); total > 10_000 {
			t.Fatalf("%s has %d characters", what, total)
		}
		if _, _, err := o.poster.cfg.Slack.PostMessage(board, options(p.fallback(), p.blocks, what)...); err != nil {
			t.Fatalf("%s: %v", what, wrapSlack("post", err))
		}
	}
	window := func(t *rapid.T, what string, v *view) {
		raw, err := json.Marshal(v.ModalViewRequest)
		if err != nil || len(raw) > 20_000 { // Socket Mode drops larger answers (fact 89)
			t.Fatalf("%s has %d bytes (%v)", what, len(raw), err)
		}
		if _, err := o.box.Command(t.Context(), rachel, board, "/rfc raise"); err != nil {
			t.Fatal(err)
		}
		top, _ := o.box.OpenView(rachel)
		if _, err := o.poster.cfg.Slack.UpdateView(v.ModalViewRequest, "", "", top.ID); err != nil {
			t.Fatalf("%s: %v", what, wrapSlack("update", err))
		}
	}
	checks(t, 8)
	rapid.Check(t, func(t *rapid.T) {
		v := enormousRun(t)
		harmless(t, "card", rolloutCard(v, "REHEARSAL"))
		post(t, "card", rolloutCard(v, "REHEARSAL"))
		home := newPage("Home", "REHEARSAL")
		many := make([]release.RolloutView, 9)
		for i := range many {
			many[i] = v
			many[i].Rollout.ID, many[i].Rollout.StartedBy = int64(i+1), "rachel"
		}
		yourRunsPart(home, many, "rachel")
		harmless(t, "Home", home)
		if _, err := o.poster.cfg.Slack.PublishView(rachel, slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: home.blocks}}, ""); err != nil {
			t.Fatalf("Home: %v", wrapSlack("publish", err))
		}
		for _, moment := range []release.StatusKind{
			release.StatusStart, release.StatusStep, release.StatusHalf, release.StatusTrouble, release.StatusBack, release.StatusDemand, release.StatusOn, release.StatusLate,
			release.StatusSigning, release.StatusBacked, release.StatusEnd,
		} {
			s := v.Rollout.Status(moment, v.Now)
			s.By, s.Who = "ben", []release.PersonID{"rachel", "tom", "eve", "ben", "elle", "pat", "nobody"}
			if s.Words == "" {
				s.Words = v.Rollout.Reason
			}
			for _, kind := range []release.NoticeKind{release.NoticeStep, release.NoticeStatus, release.NoticeDecide} {
				e := release.Event{Kind: kind, At: v.Now, By: "ben", Release: &v.Release, RFC: v.RFC, Rollout: &s}
				post(t, string(kind)+" "+string(moment), noticePage(release.Notice{Road: release.ByThread, Event: e}, v.Programme, "REHEARSAL"))
			}
		}
		c := Call{By: v.Programme.People[0], Programme: v.Programme, now: start}
		note := release.SubmittedNote{Release: v.Release.Number, Version: 999_999, Digest: v.Rollout.NoteDigest, Note: release.ReleaseNote{Runbook: v.Rollout.Runbook}}
		standing := release.Standing{Programme: v.Programme, Release: v.Release, RFC: v.RFC, Now: v.Now}
		window(t, "deploy form", o.bot.deployForm(standing, note))
		window(t, "rehearse form", o.bot.rehearseForm(c, standing, note, onPaper))
		for _, a := range runActs() {
			window(t, a.word+" form", o.bot.actForm(c, v, a, runCall{id: v.Rollout.ID, section: release.Instructions, number: 100}))
		}
	})
}
