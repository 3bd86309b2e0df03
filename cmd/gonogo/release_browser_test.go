package main

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gonogo.dev/release"
)

// TestReleasesInTheBrowser plays the life of three releases in a real browser
// (issue 3): a major comes to its Go through two Go/No-Gos, another build makes
// that Go stale (M3), and an emergency leaves a debt that holds up the next
// patch (M6). The one at the page types and clicks; everybody else acts
// meanwhile in a Slack of their own, and the page has to show it.
//
// GONOGO_SHOTS and GONOGO_PICTURES are as for TestStoryInTheBrowser.
func TestReleasesInTheBrowser(t *testing.T) {
	s := rehearse(t, rehearseCmd{At: "2026-11-18T10:00"}) // a Wednesday
	b := &board{tab: openTab(t), stage: s}
	b.do(chromedp.Navigate(s.URL()))
	b.click(testid("tries-dismiss"), absent(testid("tries")))
	t.Log("a major is planned, built and prepared")
	b.planMajor()
	b.kickOff()
	b.buildMajor()
	b.prepareMajor()
	t.Log("the programme's Go/No-Go, then the board's")
	b.programmeGate()
	b.approveMajor()
	b.clearMajor()
	t.Log("another build")
	b.anotherBuild()
	b.goAgain()
	t.Log("an emergency on its line")
	b.emergency()
	b.deployed()
	t.Log("its debt and the next patch")
	b.patch()
	b.settled()
	b.patchGo()
}

// planMajor fills in both steps of the form, the content first without a severity.
func (b *board) planMajor() {
	b.command("/release new", present(modal))
	b.shows(modal, "Plan a release", rehearsalBanner)
	b.station("plan-empty")
	b.fillPlan(planning{
		kind: "Major", purpose: "Opens onboarding: the first participants exchange messages over the platform.",
		items: "CR-031 Onboard the first participants\rDEF-1187 Duplicate reads", board: "12082026\t1000AM",
	})
	before := b.typed()
	b.click(testid("modal-submit"), present(testid("error-"+release.FieldItems)))
	if after := b.typed(); after != before {
		b.t.Errorf("the refused form shows\n%s\ninstead of\n%s", after, before)
	}
	b.station("plan-refused")
	b.retype(field(release.FieldItems), "CR-031 Onboard the first participants\rDEF-1187 high Duplicate reads")
	b.click(testid("modal-submit"), says(modal, "Step 2 of 2"))
	b.keys(field("from/sit-a"), "12102026\t1000PM")
	b.keys(field("to/sit-a"), "12112026\t0200AM")
	b.station("plan-windows")
	b.send("REL-1 is planned")
	b.shows(card, "REL-1: Data Integration Platform (DIP) 1.0.0.0", "Major release", "▶ Plan")
	b.station("release-card")
}

// kickOff asks the card what is missing, and holds the meeting it names.
func (b *board) kickOff() {
	b.on("REL-1: ", "Why not yet?", says(ephemeral, "Why not yet? REL-1"))
	b.shows(ephemeral, "Kick-Off was not held", "Amara Okafor")
	b.station("why-planning")
	b.command("/rcb start kick-off REL-1", says(ephemeral, "Kick-Off"))
	b.command("/rcb end", says(ephemeral, "inutes"))
	b.on("REL-1: ", "Next step", says(card, "▶ Build"))
	b.on("REL-1: ", "Next step", says(ephemeral, "No build is registered"))
	b.station("refused-gate")
	b.clear()
}

// buildMajor registers the first build: a tag that does not exist is refused at
// its field (R73, R94).
func (b *board) buildMajor() {
	b.become("Rhys", "U0RHYS")
	b.on("REL-1: ", "Build", present(modal))
	b.fillBuild("2026.11.1", "v9.9.9.9", "5", "1.0")
	b.click(testid("modal-submit"), present(testid("error-"+release.FieldTag)))
	b.station("build-refused")
	b.retype(field(release.FieldTag), "v1.0.0.0")
	b.send("Build 2026.11.1 is registered")
	b.shows(card, "2026.11.1")
}

// prepareMajor raises the RFC and shows what the board wants to see, one of it
// by the form, the rest by those who answer for it.
func (b *board) prepareMajor() {
	b.become("Priya", "U0PRIYA")
	b.others("/release next REL-1", "amara-okafor")
	b.shows(card, "▶ Test")
	b.on("REL-1: ", "Why not yet?", says(ephemeral, "PIT assurance"))
	b.press("Show it", present(modal))
	b.keys(field(release.FieldRef), "https://docs.example/dip/pit-1.0.0.0")
	b.station("evidence-form")
	b.send("PIT assurance")
	b.become("Amara", "U0AMARA")
	b.on("REL-1: ", "Next step", says(card, "4.1 Deployment: prepare"))
	b.clear()
	b.on("REL-1: ", "Why not yet?", says(ephemeral, "No RFC is raised"))
	b.picture("why.png", every(ephemeral))
	b.station("why-preparing")
	b.press("Raise the RFC", present(modal))
	b.fillRFC()
	b.station("rfc-form")
	b.send("RFC-1 is raised")
	b.clear()
	b.evidence(1, "dip-1.0.0.0")
	b.on("REL-1: ", "Evidence", says(ephemeral, "Only a link"))
	b.station("evidence")
	b.clear()
}

// programmeGate is the first Go/No-Go: whether the programme lets it in (T1).
func (b *board) programmeGate() {
	b.on("REL-1: ", "Why not yet?", says(ephemeral, "Programme governance has not given its Go"))
	b.press("Open the programme Go/No-Go", says(card, "Programme"))
	b.clear()
	b.until(b.ofCard("REL-1", "Programme Go/No-Go: open"))
	b.picture("release-card.png", titled("REL-1: "))
	b.station("programme-vote")
	b.on("RFC-1: ", "Go", says(card, "1 of 4 seats heard"))
	b.others("/gonogo vote 1 go", "helen-marchbanks", "noor-siddiqui", "yusuf-demir")
	b.jump("RFC-1 programme Go/No-Go: may close")
	b.until(b.ofCard("REL-1", "Programme Go/No-Go: Go"))
	b.station("programme-go")
	b.clear()
}

// approveMajor is the board's first vote.
func (b *board) approveMajor() {
	b.on("REL-1: ", "Next step", says(card, "4.2 Deployment: approve"))
	b.command("/rcb agenda", says(ephemeral, "RFC-1"))
	b.station("agenda")
	b.clear()
	b.on("RFC-1: ", "Go", says(card, "1 of 8 seats heard"))
	b.station("approval-vote")
	b.everybody(1, "/rfc")
	b.until(b.ofCard("RFC-1", "Approved"))
	b.clear()
}

// clearMajor is the board's second vote, and the meeting that goes with it (R63).
func (b *board) clearMajor() {
	b.command("/rcb start go-no-go REL-1", says(ephemeral, "Go/No-Go"))
	b.goNoGoOf(1, 8)
	b.command("/rcb end", says(ephemeral, "inutes"))
	b.on("REL-1: ", "Next step", says(card, "4.3 Deployment: communicate"))
	b.clear()
	b.command("/rcb minutes", says(ephemeral, "inutes"))
	b.picture("minutes.png", every(ephemeral))
	b.station("minutes")
	b.clear()
	b.station("cleared")
}

// goNoGoOf plays the deployment Go/No-Go of an RFC to its Go.
func (b *board) goNoGoOf(rfc, seats int) {
	name := release.RFCName(rfc)
	b.on(name+": ", "Open Go/No-Go", b.ofCard(name, "Deployment Go/No-Go"))
	b.on(name+": ", "Go", b.ofCard(name, fmt.Sprintf("1 of %d seats heard", seats)))
	b.everybody(rfc, "/gonogo")
	b.until(b.ofCard(name, "Deployment Go/No-Go: Go"))
	b.clear()
}

// anotherBuild registers other bytes: the Go was given for something else, the
// release is pulled back, and its package has to be approved again (M3, R94).
func (b *board) anotherBuild() {
	b.become("Rhys", "U0RHYS")
	b.on("REL-1: ", "Build", present(modal))
	b.fillBuild("2026.11.2", "v1.0.0.0-build2", "4", "1.0.1")
	b.send("Build 2026.11.2 is registered")
	b.shows(card, "4.1 Deployment: prepare")
	b.others("/release evidence REL-1 pit-assurance https://docs.example/dip/pit-2026.11.2", "priya-raman")
	b.note(1)
	b.on("REL-1: ", "Why not yet?", says(ephemeral, "Package and installation instructions"))
	b.station("why-stale")
	b.press("Show it", present(modal))
	b.keys(field(release.FieldRef), "https://docs.example/dip/package-2026.11.2")
	b.send("Package and installation instructions approved")
	b.clear()
	b.station("asked-again-cards")
}

// goAgain is asked again with the difference, and says Go with one click.
func (b *board) goAgain() {
	b.become("Tomasz", "U0TOMASZ")
	b.visit("dm")
	b.shows("#stream", "Your vote is asked for again", "dip.jar", "Last time you said Go")
	b.picture("asked-again.png", every(`#stream article.message`))
	b.station("asked-again")
	b.press("Go again", says("#stream", "Recorded: Go on RFC-1"))
	b.station("voted-again")
	b.visit("channel-release-control-board")
	b.shows(card, "1 of 8 seats heard")
	b.become("Amara", "U0AMARA")
	b.everybody(1, "/rfc")
	b.until(b.ofCard("RFC-1", "Approved"))
	b.goNoGoOf(1, 8)
	b.station("cleared-again")
}

// emergency takes an emergency on the major's line to its Go (R95 to R98).
func (b *board) emergency() {
	b.plan(planning{
		kind: "Emergency", purpose: "Messages of one participant are lost.", items: "DEF-1203 critical Messages are lost",
		from: "11192026\t0900PM", to: "11202026\t0200AM",
	}, "REL-2")
	b.shows(card, "Data Integration Platform (DIP) 1.0.0.1")
	b.others("/rcb start kick-off REL-2", "amara-okafor")
	b.others("/rcb end", "amara-okafor")
	b.toApproval(2, "2026.11.3", "v1.0.0.1")
	b.everybody(2, "/rfc")
	b.until(b.ofCard("RFC-2", "Approved"))
	b.goNoGoOf(2, 4)
}

// toApproval takes a release that is planned to its approval vote, away from
// the page: how it is done there was seen.
func (b *board) toApproval(number int, build, tag string) {
	name, next := release.ReleaseName(number), "/release next "+release.ReleaseName(number)
	digest := strings.Repeat(fmt.Sprint(number), 64)
	b.others(next, "amara-okafor")
	b.form("/release build "+name, map[string]any{
		release.FieldBuild: build, release.FieldTag: tag, release.FieldDigest: digest,
		release.FieldBOM: "file,version,date,digest\ndip.jar,1.0." + fmt.Sprint(number) + ",2026-11-16,sha256:" + digest,
	})
	b.others(next, "amara-okafor")
	b.others("/release evidence "+name+" pit-assurance https://docs.example/"+name+"/pit", "priya-raman")
	b.others(next, "amara-okafor")
	b.form("/rfc raise "+name, map[string]any{
		release.FieldImpact: "Nobody has to change anything.", release.FieldLikelihood: "2", release.FieldConsequence: "3",
		release.FieldRisk: "The last version is kept.", release.FieldDisruption: string(release.NoDisruption),
	})
	b.evidence(number, name)
	b.others(next, "amara-okafor")
	b.until(b.ofCard(name, "4.2 Deployment: approve"))
}

// deployed deploys the emergency inside its window, which the clock is moved to;
// how that is done at the page is another test.
func (b *board) deployed() {
	b.on("REL-2: ", "Next step", b.ofCard("REL-2", "4.3 Deployment: communicate"))
	b.clockTo("11192026\t1000PM", "22:00 GMT, Thu 19 Nov 2026")
	l := &life{story: &story{rehearsal: b.rehearsal, programme: b.programme, out: io.Discard}, number: 2}
	err := l.until(b.ctx, func(s release.Standing, _ []release.Blocker) bool { return s.Release.Stage == release.Regression })
	if err != nil {
		b.failf("%v", err)
	}
	b.until(b.ofCard("REL-2", "5.1 Review & closure"))
	b.clear()
	b.command("/release debts", says(ephemeral, "DEF-1203"))
	b.station("debts")
	b.clear()
	b.command("/env show SIT A", says(ephemeral, "1.0.0.1"))
	b.station("env-show")
	b.clear()
	b.command("/env list", says(ephemeral, "SIT Staging"))
	b.station("env-list")
	b.clear()
	b.visit("home")
	b.shows(testid("home-view"), "Releases you own", "Debts you must settle")
	b.station("home-debts")
	b.visit("channel-release-control-board")
}

// patch comes as far as its approval, and no further: the emergency's fix is
// not in it and nobody looked back (M6, R98).
func (b *board) patch() {
	b.plan(planning{
		kind: "Patch", purpose: "Fixes found in SIT.", items: "DEF-2001 medium Wrong label", board: "12012026\t1000AM",
		from: "12022026\t1000PM", to: "12032026\t0200AM",
	}, "REL-3")
	b.toApproval(3, "2026.11.4", "v1.0.1.0")
	b.everybody(3, "/rfc")
	b.until(b.ofCard("RFC-3", "Approved"))
	b.clear()
	b.on("RFC-3: ", "Open Go/No-Go", says(ephemeral, "DEF-1203"))
	b.shows(ephemeral, "The retrospective of emergency REL-2 is not shown")
	b.station("blocked-by-debt")
}

// settled shows the retrospective and brings the fix into the patch, both by the
// buttons of what blocks it.
func (b *board) settled() {
	b.press("Show the retrospective", present(modal))
	b.keys(field(release.FieldRef), "https://docs.example/REL-2/retrospective")
	b.station("settle-form")
	b.send("settled")
	b.press("Add the fix", present(modal))
	b.keys(field(release.FieldItems), "\rDEF-1203 critical Messages are lost")
	b.station("edit-form")
	b.send("REL-3 is changed")
	b.clear()
}

// patchGo is the patch's second approval, since it is another patch now that needs
// another note, and its Go.
func (b *board) patchGo() {
	b.until(b.ofCard("REL-3", "4.1 Deployment: prepare"))
	b.note(3)
	b.until(b.ofCard("REL-3", "4.2 Deployment: approve"))
	b.everybody(3, "/rfc")
	b.until(b.ofCard("RFC-3", "Approved"))
	b.goNoGoOf(3, 5)
	b.command("/release debts", says(ephemeral, "REL-1"))
	if text := value[string](b.tab, `document.querySelector('`+ephemeral+`').innerText`); strings.Contains(text, "in no later release") {
		b.t.Errorf("the fix is in REL-3, but the debts are\n%s", text)
	}
	b.station("patch-go")
}
