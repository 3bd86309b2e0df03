package main

import (
	"fmt"
	"strings"
	"time"

	"gonogo.dev/release"
)

// choose takes a choice of a field of the form, by its words.
func (n *night) choose(name, words string) {
	n.t.Helper()
	labels := every(modal + ` [data-block-id="` + name + `"] label`)
	n.clickOne(fmt.Sprintf(`%s.filter((e) => e.innerText.trim() === %q)`, labels, words),
		fmt.Sprintf(`%s.some((e) => e.innerText.trim() === %q && e.querySelector("input")?.checked)`, labels, words))
}

// reviews is every review of the release, the newest first.
func (n *night) reviews() []release.ReviewView {
	n.t.Helper()
	all, err := n.app.desk.ReadReviews(n.ctx, n.life.number)
	if err != nil || len(all) == 0 {
		n.failf("no review of REL-%d: %v", n.life.number, err)
	}
	return all
}

// asked has one of those whom the reviews ask sit at the page.
func (n *night) asked(i int) {
	n.t.Helper()
	x, _ := n.programme.Person(n.reviews()[0].Review.Asked[i].Person)
	n.become(strings.Fields(x.Name)[0], x.Slack[0].User)
}

// looksBack answers the review of the deployment, one in time and one late, and
// the release comes to its closure (R38, R55).
func (n *night) looksBack() {
	n.clear()
	n.asked(0)
	n.command("/release review REL-1 answer", says(modal, "Were the objectives met?"))
	n.station("review-form")
	n.click(testid("modal-submit"), present(testid("error-"+release.FieldObjectives)))
	n.answers("Yes")
	n.keys(field(release.LessonField(0, release.FieldLesson)), "Opening the port takes longer than planned.")
	n.keys(field(release.LessonField(0, release.FieldCause)), "Plan")
	n.sends()
	if err := n.clock.MoveTo(n.ctx, n.reviews()[0].Review.Due.Add(24*time.Hour)); err != nil {
		n.failf("%v", err)
	}
	n.asked(1)
	n.command("/release review REL-1 answer", says(modal, "late"))
	n.station("review-late")
	n.answers("Yes")
	n.sends()
	n.clear()
	n.command("/release review REL-1 summary", says(ephemeral, "signed off (late)"))
	n.station("review-summary")
}

// answers fills in what every answer needs.
func (n *night) answers(met string) {
	n.t.Helper()
	n.choose(release.FieldObjectives, met)
	n.choose(release.FieldInTime, "Yes, in time")
	n.choose(release.FieldSignOff, "I sign it off")
}

// closes has the closure approved by its seats, the first of them at the page (R40, R54).
func (n *night) closes() {
	n.t.Helper()
	err := n.life.until(n.ctx, func(_ release.Standing, unmet []release.Blocker) bool {
		return len(unmet) == 1 && unmet[0].Key == string(release.PointClosure)
	})
	if err != nil {
		n.failf("%v", err)
	}
	n.become("Amara", "U0AMARA")
	n.clear()
	n.command("/release close REL-1", n.ofCard("RFC-1", "Closure approval"))
	n.station("closure-vote")
	if err := n.life.until(n.ctx, closed); err != nil {
		n.failf("%v", err)
	}
	n.until(n.ofCard("REL-1", "It is closed"))
	n.station("closed")
}

// comesBack raises the next RFC of the system: what was learned is shown, and is
// heeded or dismissed with a reason (M19).
func (n *night) comesBack() {
	n.clear()
	n.command("/rfc raise", present(modal))
	for _, f := range [][2]string{
		{release.FieldTitle, "Load the participants' addresses"}, {release.FieldSystem, "Data Int"}, {release.FieldRelease, "None"},
		{release.FieldType, "Patch"}, {release.FieldKind, "Configuration"}, {release.FieldReason, "Two are missing."}, {release.FieldImpact, "Nobody has to change anything."},
		{release.FieldLikelihood, "2"}, {release.FieldConsequence, "3"}, {release.FieldRisk, "The set it replaces is kept."},
		{release.FieldFrom, "01122027\t1000PM"}, {release.FieldTo, "01132027\t0200AM"}, {release.FieldDisruption, "Database"},
	} {
		n.keys(field(f[0]), f[1])
	}
	staging := field(release.FieldEnvironments) + ` input[value="sit-staging"]`
	n.click(staging, present(staging+":checked"))
	n.click(testid("modal-submit"), says(modal, "Opening the port takes longer than planned."))
	n.station("lesson")
}
