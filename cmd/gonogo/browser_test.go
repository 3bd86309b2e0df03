package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"

	"gonogo.dev/release"
)

// TestStoryInTheBrowser plays the main story in a real browser, by typing and
// clicking only (issue 2, section 5): an RFC is raised and approved, five people
// vote Go, everybody is mailed, and on Monday the readiness report tells of it.
//
// GONOGO_SHOTS=DIR keeps a screenshot of every station; GONOGO_PICTURES=DIR
// makes the README's two pictures anew.
func TestStoryInTheBrowser(t *testing.T) {
	s := rehearse(t, rehearseCmd{At: "2026-11-18T10:00"}) // a Wednesday
	b := &board{tab: openTab(t), stage: s}
	b.do(chromedp.Navigate(s.URL()))
	t.Log("a first visit")
	b.arrive()
	t.Log("the RFC is raised")
	b.openForm()
	b.fillForm()
	b.refusedForm()
	b.raised()
	t.Log("five people vote")
	b.approve()
	t.Log("the deployment Go/No-Go")
	b.goNoGo()
	t.Log("what everybody was told")
	b.told()
	t.Log("Monday")
	b.monday()
}

// board is the story's board at work.
type board struct {
	*tab
	*stage
}

const (
	card  = `#stream article.message:not([data-ephemeral])`
	modal = `[data-testid="modal"]`
	// ephemeral is what the person alone sees.
	ephemeral = `#stream article.message[data-ephemeral]`
	thread    = `#thread`
)

// field is the place of a form's field.
func field(name string) string { return modal + ` [data-block-id="` + name + `"][data-control]` }

// arrive sees and dismisses the panel for a first-time visitor, and lets the
// composer complete a command.
func (b *board) arrive() {
	b.shows(testid("tries"), "/rfc raise", "readiness report")
	b.station("first-visit")
	b.click(testid("tries-dismiss"), absent(testid("tries")))
	b.do(chromedp.Reload())
	b.until(present(testid("composer")) + " && " + absent(testid("tries")))
	b.keys(testid("composer"), "/rf")
	b.shows(testid("completion"), "/rfc raise")
	b.station("completion")
	b.keys(testid("composer"), "\t")
	if typed := value[string](b.tab, `document.getElementById("composer").value`); typed != "/rfc " {
		b.failf("the composer made %q of /rf", typed)
	}
}

func (b *board) openForm() {
	b.keys(testid("composer"), "raise\r")
	b.until(present(modal))
	b.shows(modal, "Raise an RFC", rehearsalBanner)
	b.station("form-empty")
}

// fillForm fills in everything, with a window that ends before it begins.
func (b *board) fillForm() {
	for _, f := range [][2]string{
		{release.FieldTitle, "Reload the load shapes that settlement misses"}, {release.FieldSystem, "Load Sh"}, {release.FieldRelease, "R9"},
		{release.FieldType, "Patch"}, {release.FieldKind, "Configuration"}, {release.FieldReferences, "DEF-1187"},
		{release.FieldReason, "Two suppliers could not finish their settlement cycle last night: the run stops at the first missing load shape."},
		{release.FieldImpact, "Nobody has to change anything. The shapes are loaded again from the last good set."},
		{release.FieldLikelihood, "2"}, {release.FieldConsequence, "3"},
		{release.FieldRisk, "A load that was done before; the set it replaces is kept."},
		{release.FieldFrom, "11242026\t1000PM"}, {release.FieldTo, "11242026\t0200AM"}, {release.FieldDisruption, "Database"},
	} {
		b.keys(field(f[0]), f[1])
	}
	sitA := field(release.FieldEnvironments) + ` input[value="sit-a"]`
	b.click(sitA, present(sitA+":checked"))
	b.station("form-filled")
}

// refusedForm sees the wrong field refused at its field, and everything typed
// still there.
func (b *board) refusedForm() {
	before := b.typed()
	b.click(testid("modal-submit"), present(testid("error-"+release.FieldTo)))
	b.station("form-refused")
	if after := b.typed(); after != before {
		b.t.Errorf("the refused form shows\n%s\ninstead of\n%s", after, before)
	}
}

// typed is what stands in the fields of the form.
func (b *board) typed() string {
	return value[string](b.tab, `[...document.querySelectorAll('[data-testid="modal"] [data-input]')].map((e) => e.dataset.blockId + ": " + values(e)).join("\n")`)
}

func (b *board) raised() {
	b.keys(field(release.FieldTo), "11252026\t0200AM")
	b.send("RFC-1 is raised")
	b.shows(card, "RFC-1: Reload the load shapes that settlement misses", "0 of 5 seats heard", rehearsalBanner)
	b.station("card")
}

// send sends the form and closes the answer.
func (b *board) send(answer string) {
	b.t.Helper()
	b.click(testid("modal-submit"), says(modal, answer))
	b.station("answer")
	b.click(testid("modal-close"), absent(modal))
}

// approve has five people vote: with the card's buttons, from the App Home, and
// one of them first with a No-Go and its reason.
func (b *board) approve() {
	b.press("Go", says(card, "1 of 5 seats heard"))
	b.station("voted")
	b.become("Tomasz", "U0TOMASZ")
	b.press("Go", says(card, "2 of 5 seats heard"))
	b.become("Declan", "U0DECLAN")
	b.press("No-Go", present(modal))
	b.click(testid("modal-submit"), present(testid("error-"+release.FieldReason)))
	b.station("vote-refused")
	b.keys(field(release.FieldReason), "DEF-1190 is open against the same module.")
	b.click(testid("modal-submit"), absent(modal))
	b.shows(ephemeral, "Recorded: No-Go on RFC-1")
	b.shows(card, "3 of 5 seats heard", "2 Go, 1 No-Go, 2 not heard", "DEF-1190 is open against the same module.")
	b.click(ephemeral+` [data-dismiss]`, absent(ephemeral))
	b.station("mid-vote")
	b.picture("rehearsal.png")
	b.become("Priya", "U0PRIYA")
	b.visit("home")
	b.shows(testid("home-view"), "Your vote: RFC-1", rehearsalBanner)
	b.station("home-waiting")
	b.press("Go", says(testid("home-view"), "your seat said Go"))
	b.shows(testid("home-view"), "Nothing is waiting for you.", "Votes you have cast")
	b.station("home-voted")
	b.visit("channel-release-control-board")
	b.shows(card, "4 of 5 seats heard")
	b.become("Arjun", "U0ARJUN")
	b.press("Go", says(card, "5 of 5 seats heard"))
	b.become("Declan", "U0DECLAN")
	b.press("No-Go", present(modal))
	b.shows(modal, "Your seat has said No-Go, by Declan Byrne")
	if earlier := value[string](b.tab, `document.querySelector('`+field(release.FieldReason)+`').value`); earlier != "DEF-1190 is open against the same module." {
		b.t.Errorf("the form shows the earlier words %q", earlier)
	}
	b.station("vote-again")
	b.click(testid("modal-close"), absent(modal))
	b.press("Go", says(card, "All 5 seats are heard; it closes at"))
	b.until(`!` + says(card, "DEF-1190"))
	b.station("all-heard")
	b.jump("may close")
	b.shows(card, "Approved")
	b.station("approved")
	b.openThread()
	b.station("thread")
	b.click(testid("thread-close"), absent(thread))
}

func (b *board) openThread() {
	b.click(card+` .replies`, present(thread))
	b.shows(thread, "RFC-1")
}

func (b *board) goNoGo() {
	b.become("Amara", "U0AMARA")
	b.press("Open Go/No-Go", says(card, "Deployment Go/No-Go"))
	b.press("Go", says(card, "1 of 5 seats heard"))
	for i, who := range [][2]string{{"Tomasz", "U0TOMASZ"}, {"Arjun", "U0ARJUN"}, {"Priya", "U0PRIYA"}, {"Declan", "U0DECLAN"}} {
		b.become(who[0], who[1])
		b.press("Go", says(card, string(rune('2'+i))+" of 5 seats heard"))
	}
	b.station("gonogo")
	b.jump("may close")
	b.shows(card, "Deployment Go/No-Go: Go")
	b.station("go")
}

// told looks at the requester's direct messages and Home, and at the mailbox.
func (b *board) told() {
	b.become("Amara", "U0AMARA")
	b.visit("home")
	b.shows(testid("home-view"), "What you raised", "RFC-1", rehearsalBanner)
	b.station("home-raised")
	b.visit("dm")
	b.station("dm")
	b.visit("mailbox")
	for _, what := range []string{"RFC-1 raised", "RFC-1 approved", "RFC-1 Go/No-Go opened", "RFC-1 Go:"} {
		b.shows(".mails b", what)
	}
	b.station("mailbox")
	b.open("RFC-1 Go:")
	b.until(`document.querySelector("iframe[data-testid=mail-body]")?.contentWindow !== null`)
	b.station("mail-html")
	b.click(testid("mail-text"), says(testid("mail-body"), "RFC-1"))
	b.station("mail-text")
	b.click(testid("mail-headers"), says(testid("mail-body"), "Message-ID: ")+" && "+says(testid("mail-body"), "Auto-Submitted: "))
	b.station("mail-headers")
	b.everyMailSaysRehearsal()
}

// open opens the newest mail whose subject has the words.
func (b *board) open(words string) {
	id := value[string](b.tab, `[...document.querySelectorAll(".mails a")].find((a) => a.querySelector("b").innerText.includes("`+words+`"))?.dataset.testid ?? ""`)
	b.click(testid(id), present(testid(id)+"[aria-current]"))
}

func (b *board) everyMailSaysRehearsal() {
	b.t.Helper()
	quiet := value[[]string](b.tab, `[...document.querySelectorAll(".mails b")].map((b) => b.innerText).filter((s) => !s.includes("`+rehearsalBanner+`"))`)
	if len(quiet) > 0 {
		b.t.Errorf("mails that do not say they are a rehearsal's (R31): %q", quiet)
	}
}

// delivered waits until everybody was told and the page shows every mail.
func (b *board) delivered() {
	b.t.Helper()
	if err := (&story{rehearsal: b.rehearsal}).settled(b.ctx); err != nil {
		b.failf("%v", err)
	}
	b.until(fmt.Sprintf(`document.querySelectorAll("[data-mail]").length === %d`, len(b.mailbox.Mails())))
}

// monday moves the clock to when the readiness report is due and reads it.
func (b *board) monday() {
	b.jump("Readiness report")
	b.shows("#now", "09:00 GMT, Mon 23 Nov 2026")
	b.shows(".mails b", "Readiness")
	b.delivered()
	b.everyMailSaysRehearsal()
	b.open("Readiness")
	b.station("report")
	b.picture("report.png")
	b.click(testid("mail-text"), says(testid("mail-body"), "RFC-1"))
	b.station("report-text")
	frame := value[string](b.tab, `location.origin + "/mail/" + new URLSearchParams(location.search).get("m") + "/html"`)
	b.do(chromedp.Navigate(frame))
	b.shows("body", "RFC-1", rehearsalBanner)
}
