package release_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// tick lets the clock of deployments look, several times: it tells a thing once.
func (b *board) tick(at time.Time) {
	b.Helper()
	b.clock = at
	for range 3 {
		_, err := b.desk.TickRollouts(b.Context())
		b.must(err)
	}
}

// statuses are the moments of which a thread or a person was told, in their order.
func (b *board) statuses(kind release.NoticeKind, road release.Road) []release.StatusKind {
	var moments []release.StatusKind
	for _, n := range b.store.snapshot().Notices {
		if n.Event.Kind == kind && n.Road == road {
			moments = append(moments, n.Event.Rollout.Kind)
		}
	}
	return moments
}

// The whole time of a deployment that nobody looks after: half time, the point of
// no return with the accountable asked, the escalation point after five minutes,
// the end of the window; each once, whatever restarts, and nothing is rolled back
// by itself (R36, M7, T19).
func TestTheClockOfADeployment(t *testing.T) {
	b := newGoverned(t)
	run := b.do(b.begun(planned(release.Patch)), "ex-rm", 6) // 30 minutes are needed to go back
	w := run.Window
	b.tick(w.From)
	moments := []release.StatusKind{release.StatusStart, release.StatusHalf} // six of eight steps are done
	want := func(at time.Time, deciders ...release.StatusKind) {
		t.Helper()
		b.tick(at)
		if diff := cmp.Diff(moments, b.statuses(release.NoticeStatus, release.ByThread)); diff != "" {
			t.Errorf("at %s, told to all impacted (-want +got):\n%s", at, diff)
		}
		if diff := cmp.Diff(deciders, b.statuses(release.NoticeDecide, release.ByDirect)); diff != "" {
			t.Errorf("at %s, asked (-want +got):\n%s", at, diff)
		}
	}
	want(w.To.Add(-31 * time.Minute))
	refused(t, second(b.desk.GoOn(t.Context(), b.as("rm"), run.ID, "We go on.")), release.CodeState)
	demand := release.StatusDemand
	want(w.To.Add(-30*time.Minute), demand)
	if diff := cmp.Diff([]release.PersonID{"rm"}, b.told(release.NoticeDecide, release.ByDirect)); diff != "" {
		t.Errorf("the accountable (-want +asked):\n%s", diff)
	}
	want(w.To.Add(-26*time.Minute), demand)
	want(w.To.Add(-25*time.Minute), demand, demand)
	if got := b.told(release.NoticeDecide, release.ByDirect); !slices.Contains(got, "tmag") {
		t.Errorf("the escalation point was not told: %v", got)
	}
	want(w.To.Add(-time.Second), demand, demand)
	moments = append(moments, release.StatusLate)
	want(w.To, demand, demand, release.StatusLate)
	want(w.To.Add(24*time.Hour), demand, demand, release.StatusLate)
	if after := b.under(run.Release); after.State != release.RolloutForward || after.IsBack() {
		t.Errorf("the clock decided: %s", after.State)
	}
	b.carryOut(run.Release) // overrun, and signed off nevertheless
	report, err := b.desk.ReadReport(t.Context(), run.ID)
	b.must(err)
	if report.Overran != 24*time.Hour {
		t.Errorf("it overran by %s", report.Overran)
	}
}

// Whoever is not in Slack is asked by mail (M7).
func TestWhoIsNotInSlackIsAskedByMail(t *testing.T) {
	b := newGoverned(t)
	p := governed()
	for i := range p.People {
		p.People[i].Slack = nil
	}
	run := b.do(b.begun(planned(release.Patch)), "ex-rm", 6)
	b.apply(p)
	b.tick(run.Window.To)
	if diff := cmp.Diff([]release.PersonID{"rm", "tmag"}, b.told(release.NoticeDecide, release.ByMail)); diff != "" {
		t.Errorf("asked by mail (-want +got):\n%s", diff)
	}
	if got := b.told(release.NoticeDecide, release.ByDirect); len(got) != 0 {
		t.Errorf("asked in Slack: %v", got)
	}
}

// Whoever is accountable may go on in spite of the point of no return, with the
// reason, once; then nobody is asked again (M7).
func TestGoingOn(t *testing.T) {
	b := newGoverned(t)
	run := b.do(b.begun(planned(release.Patch)), "ex-rm", 6)
	b.tick(run.Window.To.Add(-10 * time.Minute))
	refused(t, second(b.desk.GoOn(t.Context(), b.as("ex-rm"), run.ID, "We go on.")), release.CodeForbidden)
	refused(t, second(b.desk.GoOn(t.Context(), b.as("rm"), run.ID, "")), release.CodeInvalid)
	run, err := b.desk.GoOn(t.Context(), b.as("rm"), run.ID, "Two steps are left.")
	b.must(err)
	if run.Decided.IsZero() || run.Log[0].Kind != release.LogDecision || run.Compass(b.clock).Demands {
		t.Fatalf("decided: %+v", run.Log)
	}
	refused(t, second(b.desk.GoOn(t.Context(), b.as("rm"), run.ID, "Again.")), release.CodeState)
	b.tick(run.Window.To.Add(-time.Minute))
	if got := b.statuses(release.NoticeDecide, release.ByDirect); len(got) != 1 {
		t.Errorf("asked again: %v", got)
	}
	_, err = b.desk.GoBack(t.Context(), b.as("tmag"), run.ID, "It is too late after all.")
	b.must(err)
}

// Where a step brings a shorter way back, there is time again; when that runs out
// too, the accountable are asked again (M7).
func TestAskedAgainWhenTheTimeRunsOutAgain(t *testing.T) {
	b := newGoverned(t)
	run := b.begun(planned(release.Patch))
	b.must(b.store.Within(t.Context(), func(tx release.Tx) error {
		run.Runbook.Backout = slices.Clone(run.Runbook.Backout)
		run.Runbook.Backout[0].Steps = []release.Step{noteStep(1, "Undo it all.", 30)}
		run.Runbook.Backout[1].Steps = []release.Step{noteStep(1, "Copy one file back.", 5)}
		return tx.SaveRollout(&run)
	}))
	run = b.do(run, "ex-rm", 4)
	asked := func(at time.Duration, want int) {
		t.Helper()
		b.tick(run.Window.To.Add(-at))
		if got := b.statuses(release.NoticeDecide, release.ByDirect); len(got) != want {
			t.Errorf("%s before the end: asked %d times, want %d", at, len(got), want)
		}
	}
	asked(29*time.Minute, 1)
	run = b.do(b.under(run.Release), "ex-rm", 1)
	asked(28*time.Minute, 1)
	if r := b.under(run.Release); !r.Demanded.IsZero() || r.Compass(b.clock).Demands {
		t.Errorf("with time again: %+v", r.Compass(b.clock))
	}
	asked(6*time.Minute, 1)
	asked(5*time.Minute, 2)
}

// A rehearsal is practice: it moves nothing, changes no environment, records its
// acts, and reaches nobody at all (R31, M8).
func TestARehearsalReachesNobody(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	start := func(by release.PersonID, mode release.RolloutMode, environments ...release.EnvironmentID) (release.Rollout, error) {
		return b.desk.StartRollout(t.Context(), b.as(by), r.Number, mode, environments)
	}
	refused(t, second(start("sup-rep", release.PaperRollout)), release.CodeForbidden)
	refused(t, second(start("ex-rm", release.RehearsalRollout)), release.CodeInvalid)
	refused(t, second(start("ex-rm", release.RehearsalRollout, "sit-z")), release.CodeNotFound)
	refused(t, second(start("ex-rm", "dry")), release.CodeInvalid)
	before := b.store.snapshot()
	run, err := start("ex-rm", release.RehearsalRollout, "uit")
	b.must(err)
	if run.Subject() != "rehearsal/1" || release.RolloutOf(run.Subject()) != 0 || !run.Window.IsZero() {
		t.Errorf("the rehearsal %s in %s", run.Subject(), run.Window)
	}
	run = b.fail(b.do(run, "ex-rm", 6))
	run, err = b.desk.GoBack(t.Context(), b.as("ex-rm"), run.ID, "We practise it.")
	b.must(err)
	run = b.doAll(run, "ex-rm")
	refused(t, second(b.desk.SignRollout(t.Context(), b.as("rm"), run.ID, "")), release.CodeState)
	refused(t, second(b.desk.ReportRollback(t.Context(), b.as("rm"), run.ID, true, "It failed.")), release.CodeState)
	b.tick(b.clock.Add(100 * time.Hour))
	refused(t, second(b.desk.EndRehearsal(t.Context(), b.as("sup-rep"), run.ID, "")), release.CodeForbidden)
	run, err = b.desk.EndRehearsal(t.Context(), b.as("ex-rm"), run.ID, "")
	b.must(err)
	refused(t, second(b.desk.EndRehearsal(t.Context(), b.as("ex-rm"), run.ID, "")), release.CodeState)
	refused(t, second(b.desk.ReadReport(t.Context(), run.ID)), release.CodeState)
	after := b.store.snapshot()
	if n := len(after.Notices) - len(before.Notices); n != 0 || run.State != release.RolloutEnded {
		t.Errorf("%d people were told of a rehearsal; it is %s", n, run.State)
	}
	if len(after.Entries) == len(before.Entries) || len(after.Facts) != len(before.Facts) || b.standing(r.Number).Release.Stage != release.Preparing {
		t.Error("the rehearsal was not recorded, or changed something")
	}
}

// A freeze stops rehearsals in its environment as well (T19).
func TestAFreezeStopsRehearsals(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	_, err := b.desk.Book(t.Context(), b.as("env"), release.Booking{
		Environment: "uit", Kind: release.BookFreeze, Why: "Year end.",
		Window: release.Window{From: b.clock, To: b.clock.Add(time.Hour), Zone: "Europe/London"},
	})
	b.must(err)
	_, err = b.desk.StartRollout(t.Context(), b.as("ex-rm"), r.Number, release.RehearsalRollout, []release.EnvironmentID{"uit"})
	refused(t, err, release.CodeState)
	_, err = b.desk.StartRollout(t.Context(), b.as("ex-rm"), r.Number, release.PaperRollout, nil)
	b.must(err)
}
