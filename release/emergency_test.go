package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// R95 to R97, T27: an emergency is quick and skips nothing that is kept. Its
// kick-off, a build, the evidence of its tests, the note before the vote opens,
// every control point but the programme's, the board's approval and its Go: each
// keeps it where it is until it is met.
func TestAnEmergencySkipsNothingThatIsKept(t *testing.T) {
	b := newIndebted(t)
	p := governed()
	rules := p.Policy.Types[release.Emergency]
	rules.RetrospectiveDays, rules.Meetings = 5, []release.MeetingKind{release.KickOff}
	rules.LeadTimes = map[release.Check]release.LeadTime{release.CheckNote: {}}
	p.Policy.Types[release.Emergency] = rules
	b.apply(p)
	c := urgent()
	c.Board = b.clock.Add(time.Hour) // no lead time: today
	r := b.create(c)
	var met []string
	// step wants the next move refused for exactly one thing, and settles it.
	step := func(key string, settle func()) {
		t.Helper()
		_, err := b.desk.Advance(t.Context(), b.as("rm"), r.Number)
		refusal := refused(t, err, release.CodeState)
		if !slices.Contains(keys(refusal.Blockers), key) {
			t.Fatalf("%s is not asked for: %v", key, keys(refusal.Blockers))
		}
		settle()
		if slices.Contains(keys(b.standing(r.Number).Unmet([]release.Check{release.Check(key)})), key) {
			t.Fatalf("%s is still asked for", key)
		}
		met = append(met, key)
	}
	kickOff := keys(b.standing(r.Number).Unmet([]release.Check{release.CheckMeetings}))
	if len(kickOff) != 1 || !strings.Contains(kickOff[0], string(release.KickOff)) {
		t.Fatalf("the kick-off is not asked for: %v", kickOff)
	}
	_, err := b.desk.Advance(t.Context(), b.as("rm"), r.Number)
	refused(t, err, release.CodeState)
	m, err := b.desk.StartMeeting(t.Context(), b.as("rm"), release.KickOff, r.Number)
	b.must(err)
	_, err = b.desk.EndMeeting(t.Context(), b.as("rm"), m.ID)
	b.must(err)
	b.next(r.Number, "rm")
	step("build", func() { b.built(r.Number, "2026.11.9", "1.2") })
	b.next(r.Number, "rm")
	step("pit-assurance", func() { b.show(r.Number, "test", release.CheckPIT) })
	b.next(r.Number, "rm")
	step("rfc-raised", func() {
		_, err := b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), 0, 0, rfcFor(r))
		b.must(err)
	})
	step("environment-baseline", func() { b.show(r.Number, "env", release.PointBaseline) })
	step("package-approved", func() { b.show(r.Number, "ex-build", release.PointPackage) })
	step("known-issues-agreed", func() { b.show(r.Number, "rm", release.PointKnownIssues) })
	step("plans-approved", func() { b.show(r.Number, "rm", release.PointPlans) })
	if story := b.story(b.standing(r.Number).Release.RFC); len(story.Ballots) != 0 {
		t.Fatalf("the vote is open without a note: %+v", story.Ballots)
	}
	step("release-note", func() { b.handIn(r.Number) })
	rfc := b.next(r.Number, "rm").Release.RFC
	step("rfc-approved", func() { b.agree(rfc) })
	step("go", func() {
		_, err := b.desk.OpenGoNoGo(t.Context(), b.as("rm"), rfc, time.Time{})
		b.must(err)
		b.agree(rfc)
	})
	b.next(r.Number, "rm")
	step("window", func() { b.clock = content().Window.From })
	b.next(r.Number, "rm")
	step("deployment-recorded", func() { b.carryOut(r.Number) })
	step("regression-report", func() { b.show(r.Number, "test", release.CheckRegression) })
	b.next(r.Number, "rm")
	step("lessons-captured", func() { b.show(r.Number, "rm", release.PointLessons) })
	step("closure-approved", func() { b.close(r.Number) })
	for _, point := range release.ControlPoints() {
		if asked := slices.Contains(met, string(point.Key)); asked != point.Applies(release.Emergency) {
			t.Errorf("%s was asked for: %v", point.Key, asked)
		}
	}
}
