package release_test

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

func (b *board) waive(number int, by release.PersonID, check release.Check, until time.Time) error {
	b.Helper()
	return second(b.desk.Waive(b.Context(), b.as(by), number, check, "It changes no environment.", until))
}

// T28, DESIGN rule 2: a bare tick is no evidence, nobody waives what they answer
// for themselves, and what a vote decides nothing else shows.
func TestWhoMayShowAndWaive(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	day := monday.Add(24 * time.Hour)
	for _, test := range []struct {
		name string
		err  error
		code release.Code
	}{
		{"a bare tick", second(b.desk.GiveEvidence(t.Context(), b.as("rm"), r.Number, release.PointPlans, "", "Done.")), release.CodeInvalid},
		{"words for a link", second(b.desk.GiveEvidence(t.Context(), b.as("rm"), r.Number, release.PointPlans, "done", "")), release.CodeInvalid},
		{"another's point", second(b.desk.GiveEvidence(t.Context(), b.as("ex-rm"), r.Number, release.PointPlans, "https://docs.example/x", "")), release.CodeForbidden},
		{"no point", second(b.desk.GiveEvidence(t.Context(), b.as("rm"), r.Number, "nonsense", "https://docs.example/x", "")), release.CodeInvalid},
		{"a vote", second(b.desk.GiveEvidence(t.Context(), b.as("rm"), r.Number, release.PointApproved, "https://docs.example/x", "")), release.CodeState},
		{"not of a patch", second(b.desk.GiveEvidence(t.Context(), b.as("rm"), r.Number, release.PointProgramme, "https://docs.example/x", "")), release.CodeState},
		{"before the deployment", second(b.desk.GiveEvidence(t.Context(), b.as("rm"), r.Number, release.PointDeployed, "https://docs.example/x", "")), release.CodeState},
		{"the closure in advance", second(b.desk.GiveEvidence(t.Context(), b.as("rm"), r.Number, release.PointClosure, "https://docs.example/x", "")), release.CodeState},
		{"one's own point", b.waive(r.Number, "rm", release.PointPlans, day), release.CodeForbidden},
		{"by whoever", b.waive(r.Number, "ex-dev", release.PointPlans, day), release.CodeForbidden},
		{"the RFC", b.waive(r.Number, "tmag", release.PointRaised, day), release.CodeState},
		{"the approval", b.waive(r.Number, "tmag", release.PointApproved, day), release.CodeState},
		{"the programme's Go", b.waive(r.Number, "tmag", release.PointProgramme, day), release.CodeState},
		{"the package", b.waive(r.Number, "tmag", release.PointPackage, day), release.CodeForbidden},
		{"without an end", b.waive(r.Number, "tmag", release.PointPlans, time.Time{}), release.CodeInvalid},
		{"for ever", b.waive(r.Number, "tmag", release.PointPlans, monday.AddDate(1, 0, 0)), release.CodeInvalid},
		{"nothing to take", second(b.desk.TakeEvidence(t.Context(), b.as("rm"), r.Number, release.PointDeployed, "Wrong.")), release.CodeNotFound},
		{"another's evidence", second(b.desk.TakeEvidence(t.Context(), b.as("ex-dev"), r.Number, release.PointPlans, "Wrong.")), release.CodeForbidden},
		{"without a reason", second(b.desk.TakeEvidence(t.Context(), b.as("rm"), r.Number, release.PointPlans, "")), release.CodeInvalid},
	} {
		if got := refused(t, test.err, test.code); got.Code != test.code {
			t.Errorf("%s: %v", test.name, got)
		}
	}
	b.must(b.waive(r.Number, "tmag", release.PointPlans, day))
}

// T28, M3: a waiver that ends after the Go pulls the release back once, voids what
// is open, and the board is asked again by itself when it is shown.
func TestAWaiverThatEnds(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	b.must(b.waive(r.Number, "tmag", release.PointBaseline, monday.Add(50*time.Hour)))
	b.next(r.Number, "rm")
	b.agree(r.RFC)
	_, err := b.desk.OpenGoNoGo(t.Context(), b.as("rm"), r.RFC, monday.Add(60*time.Hour))
	b.must(err)
	b.clock = monday.Add(50 * time.Hour)
	if _, unmet, _ := b.standing(r.Number).Next(); len(unmet) == 0 {
		t.Fatal("it counts beyond its end")
	}
	for range 2 {
		_, err := b.desk.EndWaivers(t.Context())
		b.must(err)
	}
	s := b.standing(r.Number)
	if s.Release.Stage != release.Preparing || s.RFC.State != release.InPreparation || s.Ballots[0].State != release.BallotVoid {
		t.Fatalf("pulled back: %s, %s, %s", s.Release.Stage, s.RFC.State, s.Ballots[0].State)
	}
	back := 0
	for _, k := range b.kinds(world{}) {
		if k == release.ReleasePulledBack {
			back++
		}
	}
	if back != 1 {
		t.Fatalf("pulled back %d times", back)
	}
	b.show(r.Number, "env", release.PointBaseline)
	if s := b.standing(r.Number); s.RFC.State != release.Raised || len(s.Ballots[0].Before) != 5 {
		t.Fatalf("asked again: %s, before %d", s.RFC.State, len(s.Ballots[0].Before))
	}
}

// R36: a waiver that ends while the deployment runs leaves a way besides the
// rollback; it is over with the deployment.
func TestAWaiverThatEndsDuringTheDeployment(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	b.must(b.waive(r.Number, "tmag", release.PointBaseline, content().Window.From.Add(time.Hour)))
	b.next(r.Number, "rm")
	b.agree(r.RFC)
	_, err := b.desk.OpenGoNoGo(t.Context(), b.as("rm"), r.RFC, time.Time{})
	b.must(err)
	b.agree(r.RFC)
	b.next(r.Number, "rm")
	b.clock = content().Window.From
	b.next(r.Number, "rm")
	b.clock = content().Window.From.Add(90 * time.Minute)
	_, err = b.desk.EndWaivers(t.Context())
	b.must(err)
	if s := b.next(r.Number, "rm"); s.Release.Stage != release.Regression {
		t.Fatalf("in %s", s.Release.Stage)
	}
}

// T28, R92: a note taken away after the Go pulls the release back as well; one that
// comes late needs a waiver beside it, which hides nothing of the note.
func TestTheNoteTakenAway(t *testing.T) {
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	_, err := b.desk.TakeEvidence(t.Context(), b.as("ex-rm"), r.Number, release.CheckNote, "It is of another release.")
	b.must(err)
	if s := b.standing(r.Number); s.Release.Stage != release.Preparing || s.RFC.State != release.InPreparation {
		t.Fatalf("%s, %s", s.Release.Stage, s.RFC.State)
	}
	b.clock = monday.Add(60 * time.Hour) // later than a working day before the board
	handed := b.handIn(r.Number)
	_, unmet, _ := b.standing(r.Number).Next()
	if !slices.Equal(keys(unmet), []string{"release-note-late"}) {
		t.Fatalf("late: %v", keys(unmet))
	}
	b.must(b.waive(r.Number, "rm", release.CheckNote, monday.Add(200*time.Hour)))
	s := b.standing(r.Number)
	if got := s.Dossier().Evidence[release.CheckNote]; s.RFC.State != release.Raised || got != handed.Ref() {
		t.Fatalf("%s, decided on the note %q", s.RFC.State, got)
	}
}

// T8, T28: what was shown of a deployment that failed shows nothing of the next,
// and a build that failed is tested again.
func TestARollbackSpendsItsEvidence(t *testing.T) {
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	b.clock = content().Window.From
	b.next(r.Number, "rm")
	s := b.rolledBack(r.Number, true, "Step 4 failed.")
	if unmet := s.Unmet([]release.Check{release.CheckBuild, release.CheckPIT, release.PointPackage, release.PointDeployed}); len(unmet) != 4 {
		t.Fatalf("still shown: %v", keys(unmet))
	}
}
