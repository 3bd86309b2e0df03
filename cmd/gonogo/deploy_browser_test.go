package main

import (
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"gonogo.dev/release"
)

// TestDeploymentInTheBrowser plays the night of a release and the weeks after it
// in a real browser (issue 4): a rehearsal, a failure after step 5 that is rolled
// back for a defect, one before step 5 that is rolled back for another reason, a
// window that runs out, a restart in the middle, and the way to the closed RFC.
// How a release comes to its Go is another test; here it is done away from the page.
//
// GONOGO_SHOTS and GONOGO_PICTURES are as for TestStoryInTheBrowser.
func TestDeploymentInTheBrowser(t *testing.T) {
	dir := t.TempDir()
	s := rehearse(t, rehearseCmd{At: "2026-11-18T10:00", Data: dir}) // a Wednesday
	b := &board{tab: openTab(t), stage: s}
	l := &life{story: &story{rehearsal: s.rehearsal, programme: s.programme, out: io.Discard}}
	if err := l.plan(t.Context()); err != nil {
		t.Fatal(err)
	}
	n := &night{board: b, life: l}
	n.cleared()
	b.do(chromedp.Navigate(s.URL()))
	b.click(testid("tries-dismiss"), absent(testid("tries")))
	t.Log("the note is read, and its runbook rehearsed on paper")
	n.readNote()
	n.rehearse()
	t.Log("step 6 fails: the second set, and a defect")
	n.begin()
	n.steps(4 + 5)
	n.fails("step 6", "the backout set of steps 5 to 6")
	n.back("2 Build & package", "defect")
	t.Log("step 3 fails: the first set, and no defect")
	n.cleared()
	n.begin()
	n.steps(4 + 2)
	n.fails("step 3", "the backout set of steps 1 to 4")
	n.back("4.1 Deployment: prepare", "Something else")
	t.Log("the window runs out")
	n.cleared()
	n.begin()
	n.steps(4 + 5)
	n.runsOut()
	t.Log("a restart in the middle")
	n.again(dir)
	n.steps(2)
	n.signs()
	t.Log("the weeks after")
	n.looksBack()
	n.closes()
	n.comesBack()
}

// night is the board at work on a deployment.
type night struct {
	*board
	life *life
}

// cleared brings the release to where it may be deployed, away from the page, and
// the clock into its window.
func (n *night) cleared() {
	n.t.Helper()
	err := n.life.until(n.ctx, func(s release.Standing, unmet []release.Blocker) bool {
		return s.Release.Stage == release.Informing && len(unmet) == 0
	})
	if err != nil {
		n.failf("%v", err)
	}
}

func (n *night) readNote() {
	n.command("/release note REL-1", says(modal, "handed in"))
	n.station("note-read")
	n.click(testid("modal-close"), absent(modal))
}

// rehearse reads the runbook through at a table: its minutes become the forecast (M8).
func (n *night) rehearse() {
	n.become("Oluwaseun", "U0SEUN")
	n.command("/release rehearse REL-1 on paper", says(modal, "Rehearse"))
	n.station("rehearse-form")
	n.sends()
	n.shows(ephemeral, "A rehearsal: nobody is told")
	n.station("rehearsal")
	n.clear()
	n.become("Amara", "U0AMARA")
}

// sends hands the form in, and closes what it answers.
func (n *night) sends() {
	n.t.Helper()
	n.click(testid("modal-submit"), absent(testid("modal-submit")))
	n.until(fmt.Sprintf(`(document.querySelector(%q)?.click(), %s)`, testid("modal-close"), absent(modal)))
}

// begin begins the deployment from the page.
func (n *night) begin() {
	n.t.Helper()
	n.clear()
	n.command("/release deploy REL-1", says(modal, "Begin the deployment"))
	n.station("deploy-form")
	n.sends()
	n.shows(card, "Backout compass", "step 1 of the prerequisites")
	n.station("deploy-begun")
}

const deploymentCard = "Deployment of REL-1: "

// onRun clicks a button on the card of the deployment that is under way.
func (n *night) onRun(words, effect string) {
	n.t.Helper()
	n.on(deploymentCard, words, effect)
}

// ofRun is the effect that the card of a deployment says the words.
func (n *night) ofRun(words string) string { return n.ofCard("Deployment of REL-1", words) }

// view is how the newest deployment stands.
func (n *night) view() release.RolloutView {
	n.t.Helper()
	all, err := n.app.desk.Rollouts(n.ctx, release.RolloutFilter{Release: n.life.number, Mode: release.LiveRollout, Limit: 1})
	if err != nil || len(all) == 0 {
		n.failf("no deployment of REL-%d: %v", n.life.number, err)
	}
	return all[0]
}

// steps presses Done on the deployment's card, so many times.
func (n *night) steps(count int) {
	n.t.Helper()
	for range count {
		done, all := n.view().Rollout.Progress()
		next := fmt.Sprintf("step %d of %d", done+2, all)
		if done+1 == all {
			next = "it waits for its sign-off"
		}
		n.onRun("Done", n.ofRun(next))
	}
}

// fails says at the card that the due step failed, and sees which set would take
// it back (M7).
func (n *night) fails(step, set string) {
	n.t.Helper()
	n.onRun("Failed", present(modal))
	n.click(testid("modal-submit"), present(testid("error-"+release.FieldReason)))
	n.keys(field(release.FieldReason), "Row 4711 has no owner.")
	n.sends()
	n.until(n.ofRun("Stopped: a step failed") + " && " + n.ofRun(step) + " && " + n.ofRun(set))
	n.station("stopped")
}

// back takes the way back, carries it out and reports it.
func (n *night) back(stage, cause string) {
	n.t.Helper()
	n.onRun("Go back", says(modal, "Why it goes back"))
	n.station("back-form")
	n.keys(field(release.FieldReason), "It cannot be mended tonight.")
	n.sends()
	n.until(n.ofRun("Going back"))
	n.station("going-back")
	for n.view().Rollout.State == release.RolloutBackward {
		done, _ := n.view().Rollout.Progress()
		n.onRun("Done", fmt.Sprintf("!%s || %s", n.ofRun(fmt.Sprintf("step %d of", done+1)), n.ofRun("it waits for its report")))
	}
	n.onRun("Report the rollback", says(modal, "What for"))
	n.clickOne(fmt.Sprintf(`%s.filter((e) => e.innerText.includes(%q))`, every(modal+" label"), cause), `true`)
	n.keys(field(release.FieldReason), "Row 4711 has no owner.")
	n.station("rollback-form")
	n.sends()
	n.until(n.ofCard("REL-1", stage))
	n.clear()
	n.station("rolled-back")
}

// runsOut lets the point of no return pass: a decision is demanded, and made.
func (n *night) runsOut() {
	at := n.view().Compass.NoReturn
	if err := n.clock.MoveTo(n.ctx, at.Add(time.Minute)); err != nil {
		n.failf("%v", err)
	}
	n.until(n.ofRun("Decision wanted: go back or go on"))
	n.station("demand")
	n.picture("deployment.png", titled(deploymentCard))
	n.onRun("Go on in spite of it", present(modal))
	n.keys(field(release.FieldReason), "Two steps are left, and the data cannot be restored by day.")
	n.station("go-on-form")
	n.sends()
	n.until("!" + n.ofRun("Decision wanted"))
}

// again ends the rehearsal and opens it anew on the same folder: the deployment
// goes on where it was (T33).
func (n *night) again(dir string) {
	n.stop()
	s := rehearse(n.t, rehearseCmd{Data: dir})
	n.stage = s
	n.life.story = &story{rehearsal: s.rehearsal, programme: s.programme, out: io.Discard}
	n.do(chromedp.Navigate(s.URL()))
	n.until(n.ofRun("step 10 of 11"))
	n.station("gone-on")
}

// signs ends the deployment with its sign-off: not who pressed every step alone (T25), but
// somebody else.
func (n *night) signs() {
	n.onRun("Sign off", says(modal, "You sign"))
	n.click(testid("modal-submit"), says(modal, "nobody signs off alone"))
	n.station("sign-refused")
	n.click(testid("modal-close"), absent(modal))
	n.become("Oluwaseun", "U0SEUN")
	n.onRun("Sign off", says(modal, "You sign"))
	n.station("sign-form")
	n.sends()
	n.until(n.ofCard("REL-1", "5.1 Review & closure"))
	n.station("signed")
}
