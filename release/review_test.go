package release_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// R38: a review asks who carried the deployment out, the provider, the release
// managers and the impacted parties, each once and for the nearest reason.
func TestInvolved(t *testing.T) {
	p := governed()
	p.People = append(p.People, person("ex-ops", release.DevOps, "elexon"), person("ex-team", release.DeploymentTeam, "elexon"))
	r := release.Release{Content: planned(release.Patch)}
	rfc := release.RFC{Content: content()}
	rfc.Content.Parties = []release.PartyID{"dno", "elexon"}
	for _, c := range []struct {
		name    string
		pressed []release.PersonID
		want    []release.Asked
	}{
		{"nobody is known to have pressed", nil, []release.Asked{
			{Person: "ex-team", As: release.AskedDeployed}, {Person: "ex-ops", As: release.AskedDeployed}, {Person: "ex-rm", As: release.AskedProvider},
			{Person: "ex-rep", As: release.AskedProvider}, {Person: "rm", As: release.AskedManages}, {Person: "dno-rep", As: release.AskedImpacted},
		}},
		{"who pressed, without who left", []release.PersonID{"rm", "gone", "nobody", "ex-ops"}, []release.Asked{
			{Person: "rm", As: release.AskedDeployed}, {Person: "ex-ops", As: release.AskedDeployed}, {Person: "ex-rm", As: release.AskedProvider},
			{Person: "ex-rep", As: release.AskedProvider}, {Person: "dno-rep", As: release.AskedImpacted},
		}},
	} {
		if d := cmp.Diff(c.want, p.Involved(r, rfc, c.pressed)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

// R38: what did not go to plan is named from the deployment itself.
func TestDeviations(t *testing.T) {
	window := release.Window{From: monday, To: monday.Add(2 * time.Hour), Zone: "Europe/London"}
	run := release.Rollout{
		Set: -1, Window: window, StartedBy: "rm", SignedBy: "test", EndedAt: window.To.Add(90 * time.Minute), State: release.RolloutDeployed,
		Steps: []release.StepRun{
			{Section: release.Instructions, Number: 1, Result: release.StepDone, By: "ex-dev"},
			{Section: release.Instructions, Number: 2, Result: release.StepFailed, By: "ex-dev", Words: "The disk is full."},
			{Section: release.Instructions, Number: 2, Result: release.StepDone, By: "ex-dev2"},
		},
		Log: []release.LogLine{{Kind: release.LogErratum, By: "env", Words: "Step 3 names the wrong file."}, {Kind: release.LogIssue, By: "env"}, {Kind: release.LogIssue}},
	}
	want := []string{
		"Step 2 (Release instructions) failed: The disk is full.", "An error in the instructions was found.", "2 issues were logged.",
		"It ended 1 hour 30 minutes after its window.",
	}
	if d := cmp.Diff(want, run.Deviations()); d != "" {
		t.Errorf("deviations (-want +got):\n%s", d)
	}
	if got := run.Pressed(); !slices.Equal(got, []release.PersonID{"rm", "ex-dev", "ex-dev2", "env", "test"}) {
		t.Errorf("pressed %v", got)
	}
	smooth := release.Rollout{Set: -1, Window: window, EndedAt: window.To}
	if got := smooth.Deviations(); len(got) != 0 {
		t.Errorf("a smooth deployment deviates by %v", got)
	}
}

// R38: however often and in whatever order people answer, each who was asked counts
// once, by their last answer, and the counts add up.
func TestSummaryAddsUp(t *testing.T) {
	people := []release.PersonID{"a", "b", "c", "stranger"}
	rapid.Check(t, func(t *rapid.T) {
		r := release.Review{ID: 1, Asked: []release.Asked{{Person: "a"}, {Person: "b"}, {Person: "c"}, {Person: "d"}}}
		var answers []release.ReviewAnswer
		last := map[release.PersonID]release.Answer{}
		for i := range rapid.IntRange(0, 12).Draw(t, "answers") {
			x := release.ReviewAnswer{
				ID: int64(i + 1), Review: 1, Person: rapid.SampledFrom(people).Draw(t, "person"), At: monday.Add(time.Duration(i) * time.Minute),
				Answer: release.Answer{
					Objectives: rapid.SampledFrom(release.Mets()).Draw(t, "met"), InTime: rapid.SampledFrom([]string{release.InTime, release.TooLate}).Draw(t, "in time"),
					SignedOff: rapid.Bool().Draw(t, "signed"),
				},
			}
			for range rapid.IntRange(0, 2).Draw(t, "lessons") {
				x.Answer.Lessons = append(x.Answer.Lessons, release.LessonDraft{Words: "w", Cause: rapid.SampledFrom(release.Causes()).Draw(t, "cause")})
			}
			answers = append(answers, x)
			last[x.Person] = x.Answer
		}
		delete(last, "stranger")
		s := r.Summarise(answers, "")
		lessons, signed, met := 0, 0, 0
		for _, a := range last {
			lessons += len(a.Lessons)
			if a.SignedOff {
				signed++
			}
		}
		for _, n := range s.Objectives {
			met += n
		}
		if s.Answered() != len(last) || met != len(last) || s.InTime+s.TooLate != len(last) || s.SignedOff != signed || len(s.Lessons) != lessons {
			t.Fatalf("%+v of %d answers", s, len(last))
		}
		if s.Answered()+len(s.Missing()) != len(r.Asked) {
			t.Fatalf("%d answered, %d are missing of %d", s.Answered(), len(s.Missing()), len(r.Asked))
		}
		if !slices.IsSortedFunc(s.Lessons, func(a, b release.Learned) int {
			return slices.Index(release.Causes(), a.Cause) - slices.Index(release.Causes(), b.Cause)
		}) {
			t.Fatalf("lessons not by cause: %+v", s.Lessons)
		}
	})
}
