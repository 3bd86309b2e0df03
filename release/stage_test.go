package release_test

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// T1, R32 to R57: a major from its plan to its closure, with a Go/No-Go of the
// programme and one of the deployment; every move is recorded with its gate.
func TestAMajorFromPlanToClosure(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Major))
	blocked := func(want ...string) {
		t.Helper()
		got := refused(t, second(b.desk.Advance(t.Context(), b.as("rm"), r.Number)), release.CodeState)
		if !slices.Equal(keys(got.Blockers), want) {
			t.Fatalf("blocked by %v; want %v", keys(got.Blockers), want)
		}
	}
	blocked("programme-approval")
	refused(t, second(b.desk.OpenGoNoGo(t.Context(), b.as("rm"), r.RFC, time.Time{})), release.CodeState)
	gate, err := b.desk.OpenProgrammeGate(t.Context(), b.as("rm"), r.Number, time.Time{})
	b.must(err)
	blocked("programme-approval")
	refused(t, second(b.desk.OpenProgrammeGate(t.Context(), b.as("rm"), r.Number, time.Time{})), release.CodeState)
	b.vote(gate.ID, "tmag", release.VoteGo, "")
	b.vote(gate.ID, "pmo", release.VoteGo, "")
	b.pass(11 * time.Minute)
	b.in(r.RFC, release.InPreparation) // it lets the release in and approves nothing (T1)
	refused(t, second(b.desk.OpenProgrammeGate(t.Context(), b.as("rm"), r.Number, time.Time{})), release.CodeState)
	b.next(r.Number, "rm")
	blocked("rfc-approved", "go")
	refused(t, second(b.desk.OpenProgrammeGate(t.Context(), b.as("rm"), r.Number, time.Time{})), release.CodeState)
	b.agree(r.RFC)
	blocked("go")
	_, err = b.desk.OpenGoNoGo(t.Context(), b.as("rm"), r.RFC, time.Time{})
	b.must(err)
	b.agree(r.RFC)
	b.next(r.Number, "rm")
	blocked("window")
	b.clock = content().Window.To
	blocked("window")
	b.clock = content().Window.From
	b.next(r.Number, "rm")
	blocked("deployment-recorded")
	b.next(r.Number, "rm")
	blocked("regression-report")
	b.show(r.Number, "test", release.CheckRegression)
	b.next(r.Number, "rm")
	blocked("lessons-captured", "closure-approved")
	b.show(r.Number, "rm", release.PointLessons)
	b.close(r.Number)
	refused(t, second(b.desk.Advance(t.Context(), b.as("rm"), r.Number)), release.CodeState)
	b.wantMoves("plan agreed", "build packaged", "PIT assured", "prepared", "approved", "deployment started", "deployed", "regression tested", "closed")
}

// wantMoves wants the ledger to name these moves, each with the gate of its line.
func (b *board) wantMoves(want ...string) {
	b.Helper()
	var got []string
	for _, e := range b.store.snapshot().Entries {
		data, _ := e.Data.(map[string]any)
		gate, moved := data["gate"].([]string)
		if e.Kind != release.ReleaseMoved || !moved {
			continue
		}
		i := slices.IndexFunc(release.Lifecycle(), func(m release.Move) bool { return m.Name == data["move"] })
		if i < 0 || len(gate) != len(release.Lifecycle()[i].Gate) || len(gate) == 0 {
			b.Fatalf("recorded %v", data)
		}
		got = append(got, release.Lifecycle()[i].Name)
	}
	if !slices.Equal(got, want) {
		b.Fatalf("moves %v; want %v", got, want)
	}
}

// T1, M3: a programme's Go is for a scope: another content pulls the release back
// until governance has spoken again, another build does not ask governance.
func TestTheProgrammesGoIsForAScope(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Major))
	govern := func() {
		gate, err := b.desk.OpenProgrammeGate(t.Context(), b.as("rm"), r.Number, time.Time{})
		b.must(err)
		b.vote(gate.ID, "tmag", release.VoteGo, "")
		b.vote(gate.ID, "pmo", release.VoteGo, "")
		b.pass(11 * time.Minute)
	}
	govern()
	b.next(r.Number, "rm")
	b.built(r.Number, "2026.11.2", "1.3")
	if _, unmet, _ := b.standing(r.Number).Next(); !slices.Equal(keys(unmet), []string{"pit-assurance", "package-approved", "release-note"}) {
		t.Fatalf("another build: %v", keys(unmet))
	}
	b.show(r.Number, "test", release.CheckPIT)
	b.show(r.Number, "ex-build", release.PointPackage)
	b.handIn(r.Number)
	wider := planned(release.Major)
	wider.Items = append(wider.Items, release.Item{Kind: release.ItemChangeRequest, ID: "CR-31", Title: "Retries"})
	_, err := b.desk.EditRelease(t.Context(), b.as("ex-rm"), r.Number, b.standing(r.Number).Release.Revision, wider)
	b.must(err)
	if s := b.standing(r.Number); s.Release.Stage != release.Preparing || s.Ballots[0].State != release.BallotVoid {
		t.Fatalf("another scope: %s, vote %s", s.Release.Stage, s.Ballots[0].State)
	}
	gate, err := b.desk.OpenProgrammeGate(t.Context(), b.as("rm"), r.Number, time.Time{})
	b.must(err)
	_, err = b.desk.EditRelease(t.Context(), b.as("ex-rm"), r.Number, b.standing(r.Number).Release.Revision, planned(release.Major))
	b.must(err) // the scope changes while governance votes on it
	refused(t, second(b.desk.Cast(t.Context(), b.as("tmag"), gate.ID, release.VoteGo, "")), release.CodeState)
	b.handIn(r.Number)
	if s := b.standing(r.Number); s.RFC.State != release.Raised { // back to the scope that has its Go
		t.Fatalf("asked: %s", s.RFC.State)
	}
}

// T19: a freeze stops what was approved; the automatic vote waits for its end too.
func TestAFreezeOverAnApprovedWindow(t *testing.T) {
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	freeze := release.Booking{
		Environment: "sit-a", Kind: release.BookFreeze, Why: "Year end.",
		Window: release.Window{From: monday.Add(97 * time.Hour), To: monday.Add(120 * time.Hour), Zone: "Europe/London"},
	}
	booked, err := b.desk.Book(t.Context(), b.as("env"), freeze)
	b.must(err)
	b.clock = content().Window.From
	got := refused(t, second(b.desk.Advance(t.Context(), b.as("rm"), r.Number)), release.CodeState)
	if !slices.Equal(keys(got.Blockers), []string{"freeze/1"}) {
		t.Fatalf("blocked by %v", keys(got.Blockers))
	}
	_, err = b.desk.TakeEvidence(t.Context(), b.as("rm"), r.Number, release.PointPlans, "Wrong plan.")
	b.must(err)
	b.show(r.Number, "rm", release.PointPlans)
	b.in(r.RFC, release.InPreparation)
	_, err = b.desk.CancelBooking(t.Context(), b.as("env"), booked.ID, "It ended early.")
	b.must(err)
	b.next(r.Number, "rm")
	b.in(r.RFC, release.Raised)
}
