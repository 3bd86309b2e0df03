package main

import (
	"fmt"
	"io"

	"gonogo.dev/release"
)

// command types a slash command and waits for what it leads to.
func (b *board) command(text, effect string) {
	b.t.Helper()
	b.keys(testid("composer"), text+"\r")
	b.until(effect)
}

// retype types over what stands in a field.
func (b *board) retype(selector, text string) {
	b.t.Helper()
	b.until(fmt.Sprintf(`(document.querySelector(%q).select(), true)`, selector))
	b.keys(selector, text)
}

// others have the same slash command typed by people in a Slack of their own.
func (b *board) others(text string, who ...string) {
	b.t.Helper()
	for _, id := range who {
		person, ok := b.programme.Person(release.PersonID(id))
		if !ok {
			b.t.Fatalf("there is nobody called %s", id)
		}
		response, err := b.box.Command(b.ctx, person.Slack[0].User, b.programme.Slack.RCB, text)
		if err != nil || response.Notice != "" {
			b.failf("%s types %s: %s %v", id, text, response.Notice, err)
		}
	}
}

// on clicks a button of the card whose title begins so.
func (b *board) on(title, words, effect string) {
	b.t.Helper()
	b.clickOne(fmt.Sprintf(`%s.flatMap((e) => [...e.querySelectorAll("button[data-value]")]).filter((e) => e.textContent === %q)`, titled(title), words), effect)
}

// titled are the cards whose title begins so, and every is whatever a selector
// finds; both for the page's JavaScript.
func titled(title string) string {
	return fmt.Sprintf(`%s.filter((e) => [...e.querySelectorAll("[role=heading]")].some((h) => h.innerText.startsWith(%q)))`, every(card), title)
}

func every(selector string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(%q)]`, selector)
}

// ofCard is the effect that the card of a release or an RFC says the words.
func (b *board) ofCard(name, words string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(%q)].some((e) => e.innerText.includes(%q) && e.innerText.includes(%q))`, card, name+": ", words)
}

// clear dismisses everything that only the person at the page sees.
func (b *board) clear() {
	b.t.Helper()
	b.until(fmt.Sprintf(`(document.querySelectorAll("%[1]s [data-dismiss]").forEach((e) => e.click()), document.querySelector(%[1]q) === null)`, ephemeral))
}

// clockTo moves the clock by the date and time that is typed.
func (b *board) clockTo(typed, shown string) {
	b.t.Helper()
	b.click(testid("clock")+" > summary", present(testid("clock")+"[open]"))
	b.keys(testid("clock-at"), typed)
	b.click(testid("clock-go"), says("#now", shown))
}

// everybody has every seat of the open vote say Go, and the clock moved to when
// it may close.
func (b *board) everybody(rfc int, command string) {
	b.t.Helper()
	if err := (&story{rehearsal: b.rehearsal, programme: b.programme, out: io.Discard, rfc: rfc}).vote(b.ctx, command); err != nil {
		b.failf("%v", err)
	}
}

// form has Ingrid fill in and send the form that a command opens, away from the page.
func (b *board) form(command string, values map[string]any) {
	b.t.Helper()
	const ingrid = "U0INGRID"
	b.others(command, "ingrid-solberg")
	view, open := b.box.OpenView(ingrid)
	if !open {
		b.failf("%s opens no form", command)
	}
	result, err := b.box.Submit(b.ctx, ingrid, fields(view, values))
	if err == nil {
		err = b.box.CloseView(b.ctx, ingrid, true)
	}
	if err != nil || !result.OK() {
		b.failf("%s: %v %s %v", command, result.Errors, result.Trouble, err)
	}
}

// fillPlan fills in the first step.
func (b *board) fillPlan(p planning) {
	b.keys(field(release.FieldSystem), "Data Int")
	b.keys(field(release.FieldType), p.kind)
	b.keys(field(release.FieldPurpose), p.purpose)
	b.keys(field(release.FieldItems), p.items)
	sitA := field(release.FieldTargets) + ` input[value="sit-a"]`
	b.click(sitA, present(sitA+":checked"))
	b.keys(field(release.FieldBoard), p.board)
}

// plan fills in and sends both steps of a release's form.
func (b *board) plan(p planning, name string) {
	b.command("/release new", present(modal))
	b.fillPlan(p)
	b.click(testid("modal-submit"), says(modal, "Step 2 of 2"))
	b.keys(field("from/sit-a"), p.from)
	b.keys(field("to/sit-a"), p.to)
	b.send(name + " is planned")
}

// fillBuild fills in a build's form; its digests begin with the digit.
func (b *board) fillBuild(name, tag, digit, version string) {
	digest := digit + "891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
	b.keys(field(release.FieldBuild), name)
	b.keys(field(release.FieldTag), tag)
	b.keys(field(release.FieldDigest), digest)
	b.keys(field(release.FieldBOM), "file,version,date,digest\rdip.jar,"+version+",2026-11-16,sha256:"+digest)
}

// fillRFC fills in what an RFC says beyond its release.
func (b *board) fillRFC() {
	for _, f := range [][2]string{
		{release.FieldImpact, "Participants connect to the new endpoint from the next morning on."}, {release.FieldLikelihood, "2"},
		{release.FieldConsequence, "3"}, {release.FieldRisk, "The last version is kept and can be started again within the hour."},
		{release.FieldDisruption, "No disruption"},
	} {
		b.keys(field(f[0]), f[1])
	}
}

// evidence has the five points of a release's preparation shown, the last by its
// release note.
func (b *board) evidence(number int, folder string) {
	for _, x := range [][2]string{
		{"tomasz-zielinski", "environment-baseline"}, {"rhys-pritchard", "package-approved"}, {"amara-okafor", "known-issues-agreed"},
		{"amara-okafor", "plans-approved"},
	} {
		b.others(fmt.Sprintf("/release evidence REL-%d %s https://docs.example/%s/%[2]s", number, x[1], folder), x[0])
	}
	b.note(number)
}

// note hands in the release note of what a release carries now, as its provider does.
func (b *board) note(number int) {
	b.t.Helper()
	l := &life{story: &story{rehearsal: b.rehearsal, programme: b.programme}, number: number}
	by, _ := b.programme.Person("oluwaseun-bello")
	if err := l.note(b.ctx, by); err != nil {
		b.failf("the release note of REL-%d: %v", number, err)
	}
}

// planning is what the form of a release is filled in with.
type planning struct{ kind, purpose, items, board, from, to string }
