package release_test

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// R32 to R57: a patch from its plan to its closure; every step is refused
// before its gate is passed and names what is unmet.
func TestAPatchFromPlanToClosure(t *testing.T) {
	b := newGoverned(t)
	s := b.gone(planned(release.Patch))
	r := s.Release
	if s.RFC.State != release.Go || r.Stage != release.Informing {
		t.Fatalf("after the Go: %s, RFC %s", r.Stage, s.RFC.State)
	}
	if r.Version.String() != "1.0.0.0" && r.Version.String() != "0.0.1.0" {
		t.Logf("version %s", r.Version)
	}
	_, unmet, _ := b.standing(r.Number).Next()
	if got := keys(unmet); !slices.Equal(got, []string{"window"}) {
		t.Fatalf("before the window: %v", unmet)
	}
	b.clock = content().Window.From
	b.next(r.Number, "rm")
	_, unmet, _ = b.standing(r.Number).Next()
	if got := keys(unmet); !slices.Equal(got, []string{"deployment-recorded"}) {
		t.Fatalf("while deploying: %v", unmet)
	}
	s = b.next(r.Number, "rm")
	if s.RFC.State != release.Deployed || s.Release.Stage != release.Regression {
		t.Fatalf("deployed: %s, RFC %s", s.Release.Stage, s.RFC.State)
	}
	b.show(r.Number, "test", release.CheckRegression)
	b.next(r.Number, "rm")
	b.show(r.Number, "rm", release.PointLessons)
	s = b.close(r.Number)
	if s.RFC.State != release.Closed || s.Release.Stage != release.ClosedStage {
		t.Fatalf("closed: %s, RFC %s", s.Release.Stage, s.RFC.State)
	}
}

// T28, M3: what was shown is taken away after the Go; the release is pulled
// back, and asked about again by itself once it is shown again.
func TestEvidenceTakenAwayPullsTheReleaseBack(t *testing.T) {
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	_, err := b.desk.TakeEvidence(t.Context(), b.as("rm"), r.Number, release.PointPlans, "The plan was withdrawn.")
	b.must(err)
	s := b.standing(r.Number)
	if s.Release.Stage != release.Preparing || s.RFC.State != release.InPreparation {
		t.Fatalf("pulled back to %s, RFC %s", s.Release.Stage, s.RFC.State)
	}
	b.show(r.Number, "rm", release.PointPlans)
	s = b.standing(r.Number)
	if s.Release.Stage != release.Approving || s.RFC.State != release.Raised || len(s.Ballots[0].Before) == 0 {
		t.Fatalf("asked again in %s, RFC %s, votes before %v", s.Release.Stage, s.RFC.State, s.Ballots[0].Before)
	}
}

// R94, M3, T26: a changed line of the bill of materials makes the Go stale.
func TestAnotherBuildMakesTheGoStale(t *testing.T) {
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	b.built(r.Number, "2026.11.2", "1.3")
	if s := b.standing(r.Number); s.Release.Stage != release.Preparing || s.RFC.State != release.InPreparation {
		t.Fatalf("after another build: %s, RFC %s", s.Release.Stage, s.RFC.State)
	}
	b.show(r.Number, "test", release.CheckPIT)
	b.show(r.Number, "ex-build", release.PointPackage)
	b.handIn(r.Number)
	s := b.standing(r.Number)
	changes := s.Ballots[len(s.Ballots)-1].Dossier.Changes(s.Dossier())
	if s.RFC.State != release.Raised || !slices.ContainsFunc(changes, func(c release.Change) bool { return c.After != c.Before && c.Field != "Build" }) {
		t.Fatalf("RFC %s, changes %+v", s.RFC.State, changes)
	}
	b.agree(r.RFC)
	refused(t, second(b.desk.Advance(t.Context(), b.as("rm"), r.Number)), release.CodeState)
	_, err := b.desk.OpenGoNoGo(t.Context(), b.as("rm"), r.RFC, time.Time{})
	b.must(err)
	b.agree(r.RFC)
	b.next(r.Number, "rm")
}

// R39, T8: a rollback needs a new window and a fresh Go.
func TestRollback(t *testing.T) {
	for _, defect := range []bool{true, false} {
		b := newGoverned(t)
		r := b.gone(planned(release.Patch)).Release
		b.clock = content().Window.From
		b.next(r.Number, "rm")
		s := b.rolledBack(r.Number, defect, "Step 4 failed.")
		want := map[bool]release.Stage{true: release.Building, false: release.Preparing}[defect]
		if s.Release.Stage != want || s.RFC.State != release.RolledBack {
			t.Fatalf("rolled back to %s, RFC %s", s.Release.Stage, s.RFC.State)
		}
		if _, unmet, _ := b.standing(r.Number).Next(); !defect && !slices.Contains(keys(unmet), "rfc-raised") {
			t.Fatalf("without a new window: %v", keys(unmet))
		}
		again := rfcFor(r)
		again.Window = release.Window{From: b.clock.Add(48 * time.Hour), To: b.clock.Add(50 * time.Hour), Zone: "Europe/London"}
		_, err := b.desk.EditRFC(t.Context(), b.as("ex-rm"), r.RFC, s.RFC.Revision, again)
		b.must(err)
		if s := b.standing(r.Number); s.RFC.State != release.InPreparation {
			t.Fatalf("with a new window: %s", s.RFC.State)
		}
	}
}
