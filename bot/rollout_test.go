package bot

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// From the approval to the deployment, step by step in its thread: a step that
// fails, the way back, its report, and the release goes back for another
// deployment (R36, R39, M7, T8).
func TestDeployed(t *testing.T) {
	o := steward(t)
	o.cleared()
	o.presses(rachel, "release/1", "release.deploy")
	v, _ := o.box.OpenView(rachel)
	wants(t, string(v.Blocks), "Deploy Helix 1.1.1.0?", "release note 1 of REL-1", "100 min in all", "The backout set of steps 3 to 4", "35 min")
	o.submits(rachel, "", nil)
	o.work()
	wants(t, o.last(tom, board).Text, "Do: Check who has the rights", "Eve Lindqvist")
	wants(t, o.command(tom, "/release show REL-1"), "4.4 Deployment: deploy", "Its deployment is under way")
	for step := range 6 { // four prerequisites, then two of the instructions
		o.at(81*time.Hour + time.Duration(step+1)*5*time.Minute)
		o.pressLast(ben, "release.run.done")
		o.work()
	}
	wants(t, o.command(tom, "/release run REL-1"), "step 7 of 9", "Now: step 3 of the release instructions", "If it fails now: the backout set of steps 3 to 4, 35 min", "Last finished step: step 2 of the release instructions")
	wants(t, o.command(ben, "/release"), "Deployments wait for you", "Deployment of REL-1")

	o.pressLast(ben, "release.run.failed")
	o.submits(ben, release.FieldReason, map[string]map[string]any{release.FieldReason: in(" ")})
	o.submits(ben, "", map[string]map[string]any{release.FieldReason: in("Row 4711 <!channel>")})
	o.work()
	wants(t, o.last(tom, board).Text, "Stopped: a step failed", "Row 4711 &lt;!channel&gt;")
	wants(t, o.command(tom, "/release deploy REL-1"), "Stopped: a step failed", "What went wrong: Row 4711")
	o.presses(rachel, "rollout/1", "release.run.back")
	v, _ = o.box.OpenView(rachel)
	wants(t, string(v.Blocks), "Then the backout set of steps 3 to 4 is carried out", "2 steps, 35 min")
	o.submits(rachel, "", map[string]map[string]any{release.FieldReason: in("It cannot be mended tonight.")})
	o.work()
	o.pressLast(ben, "release.run.done")
	o.work()
	o.pressLast(ben, "release.run.done")
	o.work()
	o.pressLast(rachel, "release.run.report")
	o.submits(rachel, "", map[string]map[string]any{blockChoice: in(forOther), release.FieldReason: in("The network was down.")})
	o.work()
	wants(t, o.command(tom, "/release deploy REL-1"), "Rolled back", "The network was down.", "another deployment is prepared")
	wants(t, o.command(tom, "/rfc show 1"), "Rolled back: it needs a new window, and the board decides again")
	wants(t, o.command(tom, "/release show REL-1"), "4.1 Deployment: prepare")
}

// A deployment that goes well is signed off, and the release goes on (R36, R53).
func TestSignedOff(t *testing.T) {
	o := steward(t)
	o.cleared()
	o.command(rachel, "/release deploy REL-1")
	o.submits(rachel, "", nil)
	o.work()
	wants(t, o.command(ben, "/release run REL-1 note The bridge line is open"), "It is logged.")
	o.presses(ben, "rollout/1", "release.run.note")
	o.submits(ben, "", map[string]map[string]any{blockChoice: in(string(release.LogErratum)), release.FieldReason: in("The file is elsewhere.")})
	for range 9 {
		o.pressLast(ben, "release.run.done")
		o.work()
	}
	wants(t, o.command(tom, "/release run REL-1"), "Every step is done: it waits for its sign-off", "Error in the instructions: The file is elsewhere.", "Note: The bridge line is open")
	o.pressLast(rachel, "release.run.sign")
	v, _ := o.box.OpenView(rachel)
	wants(t, string(v.Blocks), "9 of 9 steps were carried out", "2 lines of the log come into its report")
	o.submits(rachel, "", map[string]map[string]any{release.FieldReason: in("")})
	o.work()
	wants(t, o.command(tom, "/release show REL-1"), "5.1 Review &amp; closure: regression test")
	wants(t, o.command(tom, "/release deploy REL-1"), "Deployed and signed off", "Signed off by Rachel Moss", "All works as expected.", "Report: sha256")
	wants(t, o.command(tom, "/release deploy"), "None.")
}

// Two people press at once, and one of them an old post: one wins, and the other
// is told what is true by then (T23).
func TestPressedAtOnce(t *testing.T) {
	o := steward(t)
	o.cleared()
	o.command(rachel, "/release deploy REL-1")
	o.submits(rachel, "", nil)
	o.work()
	first := o.last(ben, board).TS
	o.must(o.box.Click(t.Context(), eve, board, first, "release.run.done", ""))
	o.must(o.box.Click(t.Context(), ben, board, first, "release.run.done", ""))
	o.settle()
	wants(t, o.last(ben, board).Text, "Step 1 of the prerequisites was already done by Eve Lindqvist at", "Step 2 of the prerequisites is due")
	o.box.DuplicateNext(1)
	o.work()
	o.pressLast(ben, "release.run.done")
	if r := o.store.snapshot().rolled[0]; len(r.Steps) != 3 {
		t.Errorf("a press that came twice led to %+v", r.Steps)
	}
	o.must(o.box.Click(t.Context(), ben, board, first, "release.run.failed", ""))
	o.submits(ben, release.FieldReason, map[string]map[string]any{release.FieldReason: in("Late")})
	wants(t, o.command(tom, "/release run REL-1 done"), "This is for whoever the step names")
	wants(t, o.command(ben, "/release run REL-1 dance"), "“dance” is nothing a run knows.")
	wants(t, o.command(ben, "/release run REL-1 resolved prerequisites 1 all is well"), "That was about step 1 of the prerequisites")
}

// presses has somebody press a button on a subject's card.
func (o *office) presses(user, subject, action string) {
	o.t.Helper()
	o.must(o.box.Click(o.t.Context(), user, board, o.places[subject].TS, action, ""))
	o.settle()
}

// pressLast presses a button on the newest post that has it.
func (o *office) pressLast(user, action string) {
	o.t.Helper()
	all := o.box.Messages(board, user)
	for _, m := range slices.Backward(all) {
		if strings.Contains(string(m.Blocks), `"`+action+`"`) {
			o.must(o.box.Click(o.t.Context(), user, board, m.TS, action, ""))
			o.settle()
			return
		}
	}
	o.t.Fatalf("nothing has a button %s", action)
}

// A rehearsal is seen by nobody but whoever holds it: its card answers them, and
// each press changes that card in place (R31, M8).
func TestRehearsed(t *testing.T) {
	o := steward(t)
	o.prepared()
	before := len(o.box.Messages(board, tom))
	o.command(elle, "/release rehearse REL-1 on SIT A")
	o.submits(elle, "", map[string]map[string]any{blockWhere: in("sit-a")})
	wants(t, o.last(elle, board).Text, "Rehearsal in SIT A of REL-1", "step 1 of 9", "Now: step 1 of the prerequisites")
	o.pressLast(elle, "release.run.done")
	wants(t, o.last(elle, board).Text, "step 2 of 9")
	o.pressLast(elle, "release.run.failed")
	o.submits(elle, "", map[string]map[string]any{release.FieldReason: in("No disk.")})
	wants(t, o.last(elle, board).Text, "Stopped: a step failed")
	o.pressLast(elle, "release.run.end")
	o.submits(elle, "", map[string]map[string]any{release.FieldReason: in("Lunch.")})
	wants(t, o.last(elle, board).Text, "The rehearsal is over")

	o.command(elle, "/release rehearse REL-1 on paper")
	o.submits(elle, "", map[string]map[string]any{blockWhere: in(onPaper)})
	o.pressLast(elle, "release.run.done")
	o.submits(elle, "", map[string]map[string]any{blockTook: in("13")})
	wants(t, o.last(elle, board).Text, "step 2 of 9")
	if n := len(o.box.Messages(board, tom)); n != before {
		t.Errorf("others see %d messages of rehearsals", n-before)
	}
	wants(t, o.command(elle, "/release rehearse REL-1 on mars"), "“mars” is not an environment")
	wants(t, o.command(elle, "/release deploy"), "Rehearsal on paper of REL-1")
	if strings.Contains(o.command(tom, "/release deploy"), "Rehearsal") {
		t.Error("others are told of a rehearsal")
	}
}
