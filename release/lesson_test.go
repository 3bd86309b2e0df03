package release_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// corpus is what was learned in three years: of two systems, in four places.
func corpus() []release.Lesson {
	var all []release.Lesson
	add := func(system release.SystemID, environment release.EnvironmentID, cause release.Cause, kind release.ReleaseType, words string) {
		id := int64(len(all) + 1)
		all = append(all, release.Lesson{
			ID: id, Review: id, Release: int(id), Type: kind, By: "rm", At: monday.Add(time.Duration(id) * time.Hour),
			LessonDraft: release.LessonDraft{Words: words, System: system, Environment: environment, Cause: cause},
		})
	}
	add("helix", "sit-a", release.CauseCode, release.Patch, "Compare the balances before and after.")       // 1
	add("helix", "sit-a", release.CausePlanning, release.Major, "The data load takes four hours.")          // 2
	add("helix", "uit", release.CauseTesting, release.Patch, "Reads of the last month were not tested.")    // 3
	add("helix", "", release.CauseCommunication, release.Minor, "Tell the suppliers a week before.")        // 4
	add("smart", "sit-a", release.CauseEnvironment, release.Patch, "SIT A has less memory than UIT.")       // 5
	add("smart", "uit", release.CauseCode, release.Patch, "The gateway drops the first message.")           // 6
	add("helix", "sit-a", release.CauseCode, release.Patch, "compare the  BALANCES before and after.")      // 7: said before
	add("helix", "sit-a", release.CauseInstructions, release.Patch, "Step 4 needs the order of the files.") // 8
	return all
}

// M19: what comes back for an RFC is of its system or environment, the nearest
// first, five at most, and nothing twice.
func TestRecall(t *testing.T) {
	change := func(system release.SystemID, kind release.RFCKind, environments ...release.EnvironmentID) release.RFCContent {
		return release.RFCContent{System: system, Type: release.Patch, Kind: kind, Environments: environments}
	}
	for _, c := range []struct {
		name    string
		content release.RFCContent
		want    []int64
	}{
		{"a fix of the same system in the same place", change("helix", release.DefectFix, "sit-a"), []int64{7, 8, 2, 3, 4}},
		{"a change of the same system elsewhere", change("helix", release.ChangeRequest, "prod"), []int64{8, 7, 3, 4, 2}},
		{"another system in the same place", change("old", release.ChangeRequest, "uit"), []int64{6, 3}},
		{"both places", change("smart", release.ChangeRequest, "sit-a", "uit"), []int64{6, 5, 8, 7, 3}},
		{"nothing is near", change("old", release.ChangeRequest, "prod"), nil},
	} {
		var got []int64
		for _, l := range release.Recall(corpus(), c.content) {
			got = append(got, l.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v; want %v", c.name, got, c.want)
		}
	}
}

// M19: whatever was learned, no lesson comes back that is neither of the system nor
// of the environments, and none of both is left out for one of less.
func TestRecallIsNear(t *testing.T) {
	systems, environments := []release.SystemID{"helix", "smart", "old"}, []release.EnvironmentID{"", "sit-a", "uit", "prod"}
	rapid.Check(t, func(t *rapid.T) {
		var lessons []release.Lesson
		for i := range rapid.IntRange(0, 30).Draw(t, "lessons") {
			lessons = append(lessons, release.Lesson{
				ID: int64(i + 1), At: monday.Add(time.Duration(rapid.IntRange(0, 99).Draw(t, "at")) * time.Hour), LessonDraft: release.LessonDraft{
					Words: fmt.Sprintf("words %d", rapid.IntRange(0, 20).Draw(t, "words")), System: rapid.SampledFrom(systems).Draw(t, "system"),
					Environment: rapid.SampledFrom(environments).Draw(t, "environment"), Cause: rapid.SampledFrom(release.Causes()).Draw(t, "cause"),
				},
			})
		}
		c := release.RFCContent{System: "helix", Environments: []release.EnvironmentID{"sit-a"}, Type: release.Minor}
		near := release.Recall(lessons, c)
		both := func(l release.Lesson) bool { return l.System == "helix" && l.Environment == "sit-a" }
		words := map[string]bool{}
		for i, l := range near {
			if (l.System != "helix" && l.Environment != "sit-a") || words[l.Words] {
				t.Fatalf("%+v came back", l)
			}
			if i > 0 && both(l) && !both(near[i-1]) {
				t.Fatalf("a nearer lesson stands behind")
			}
			words[l.Words] = true
		}
		for _, l := range lessons {
			if both(l) && !words[l.Words] && (len(near) < release.MostRecalled || !both(near[len(near)-1])) {
				t.Fatalf("%+v was left out", l)
			}
		}
	})
}

// M19: a lesson comes back when an RFC is raised, is heeded or dismissed with a
// reason, and the ledger and the RFC keep what was decided.
func TestLessonsComeBack(t *testing.T) {
	b := newGoverned(t)
	r := b.deployed(planned(release.Patch))
	b.show(r.Number, "test", release.CheckRegression)
	id := b.review(r.Number).Review.ID
	for _, asked := range b.review(r.Number).Review.Asked {
		a := pleased()
		if asked.Person == "ex-rm" {
			a.Lessons = []release.LessonDraft{lesson("Compare every balance."), lesson("Tell the suppliers a week before.")}
		}
		b.answer(id, asked.Person, a)
	}
	_, err := b.desk.CloseReview(t.Context(), b.as("rm"), r.Number, "")
	b.must(err)
	next := content()
	next.Window.From, next.Window.To = b.clock.Add(48*time.Hour), b.clock.Add(50*time.Hour)
	near, err := b.desk.Recall(t.Context(), next)
	b.must(err)
	if len(near) != 2 {
		t.Fatalf("came back: %+v", near)
	}
	raise := func(decided ...release.LessonDecision) (release.RFC, error) {
		return b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), 0, 0, next, decided...)
	}
	why := refused(t, second(raise()), release.CodeInvalid)
	if fieldsOf(why) != "decision-1 decision-2" {
		t.Errorf("undecided: %v", why)
	}
	heeded := release.LessonDecision{Lesson: 1, Accepted: true}
	why = refused(t, second(raise(heeded, release.LessonDecision{Lesson: 2})), release.CodeInvalid)
	if fieldsOf(why) != "why-2" {
		t.Errorf("dismissed without a reason: %v", why)
	}
	raised, err := raise(heeded, release.LessonDecision{Lesson: 2, Reason: "No supplier is concerned."})
	b.must(err)
	kept := b.story(raised.Number).Heeded
	if len(kept) != 2 || !kept[1].Decision.Accepted || kept[0].Decision.Reason != "No supplier is concerned." || kept[0].Decision.By != "ex-rm" {
		t.Errorf("decided %+v", kept)
	}
	var recorded []string
	for _, e := range b.store.snapshot().Entries {
		if e.Kind == release.LessonDecided {
			data, _ := e.Data.(map[string]any)
			recorded = append(recorded, fmt.Sprintf("%s %v %v %v", e.Subject, data["lesson"], data["accepted"], data["reason"]))
		}
	}
	if got := strings.Join(recorded, "; "); got != "rfc/2 2 false No supplier is concerned.; rfc/2 1 true " {
		t.Errorf("recorded %s", got)
	}
}
