package release_test

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// T10, T11: drafts never share a number, an abandoned one stays burnt, and an
// emergency on an older line counts on that line.
func TestVersionsOfReleases(t *testing.T) {
	b := newGoverned(t)
	on := func(kind release.ReleaseType, base release.Version) release.ReleaseContent {
		c := planned(kind)
		c.Base = base
		return c
	}
	one := release.Version{Major: 1}
	var got []string
	for _, c := range []release.ReleaseContent{
		on(release.Patch, one), on(release.Patch, one), on(release.Emergency, release.Version{Major: 1, Patch: 1}), on(release.Minor, one),
		on(release.Emergency, release.Version{Major: 1, Patch: 1}),
	} {
		got = append(got, b.create(c).Version.String())
	}
	_, err := b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), 2, "Nobody needs it.")
	b.must(err)
	got = append(got, b.create(on(release.Patch, one)).Version.String())
	want := []string{"1.0.1.0", "1.0.2.0", "1.0.1.1", "1.1.0.0", "1.0.1.2", "1.0.3.0"}
	if !slices.Equal(got, want) {
		t.Fatalf("%v; want %v", got, want)
	}
}

// T12: re-classifying while a vote is open numbers anew, burns the old number,
// voids the vote, and the old Go is none.
func TestReclassifying(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	b.next(r.Number, "rm")
	changed, err := b.desk.Reclassify(t.Context(), b.as("ex-rm"), r.Number, release.Major)
	b.must(err)
	s := b.standing(r.Number)
	if changed.Version.String() != "2.0.0.0" || s.Release.Stage != release.Preparing || s.RFC.Content.Type != release.Major ||
		s.RFC.State != release.InPreparation || s.Ballots[0].State != release.BallotVoid {
		t.Fatalf("%s in %s, %s RFC %s, vote %s", changed.Version, s.Release.Stage, s.RFC.Content.Type, s.RFC.State, s.Ballots[0].State)
	}
	if _, unmet, _ := s.Next(); !slices.Equal(keys(unmet), []string{"programme-approval", "release-note"}) {
		t.Fatalf("a major asks for %v", keys(unmet))
	}
	if again := b.create(planned(release.Patch)); again.Version == r.Version {
		t.Fatalf("%s was given twice", again.Version)
	}
	refused(t, second(b.desk.Reclassify(t.Context(), b.as("ex-rm"), r.Number, release.Major)), release.CodeState)
	refused(t, second(b.desk.Reclassify(t.Context(), b.as("env"), r.Number, release.Minor)), release.CodeForbidden)
}

// R95, T27: nothing becomes an emergency without the defect it mends, in its
// content and in its RFC.
func TestReclassifyingAsAnEmergency(t *testing.T) {
	b := newGoverned(t)
	c := planned(release.Patch)
	c.Items = []release.Item{{Kind: release.ItemDefectFix, ID: "DEF-9", Title: "A typing error", Severity: release.Low}}
	r := b.create(c)
	got := refused(t, second(b.desk.Reclassify(t.Context(), b.as("ex-rm"), r.Number, release.Emergency)), release.CodeInvalid)
	if !slices.Equal(fields(got.Fields), []string{release.FieldItems}) {
		t.Fatalf("refused at %v", fields(got.Fields))
	}
	urgent := b.create(planned(release.Patch))
	change := rfcFor(urgent)
	change.Kind, change.References = release.ChangeRequest, []string{"CR-1"}
	_, err := b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), 0, 0, change)
	b.must(err)
	refused(t, second(b.desk.Reclassify(t.Context(), b.as("ex-rm"), urgent.Number, release.Emergency)), release.CodeInvalid)
	refused(t, second(b.desk.NewRelease(t.Context(), b.as("ex-rm"), func() release.ReleaseContent {
		c.Type = release.Emergency
		return c
	}())), release.CodeInvalid)
}

// T10, T26: an abandoned release ends with its RFC and its open vote.
func TestAbandoning(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	b.next(r.Number, "rm")
	poll := b.poll(r.RFC)
	refused(t, second(b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), r.Number, " ")), release.CodeInvalid)
	_, err := b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), r.Number, "The change request was dropped.")
	b.must(err)
	b.in(r.RFC, release.Withdrawn)
	refused(t, second(b.desk.Cast(t.Context(), b.as("rm"), poll.ID, release.VoteGo, "")), release.CodeState)
	for _, err := range []error{
		second(b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), r.Number, "Again.")),
		second(b.desk.Advance(t.Context(), b.as("rm"), r.Number)),
		second(b.desk.GiveEvidence(t.Context(), b.as("rm"), r.Number, release.PointPlans, "https://docs.example/x", "")),
		second(b.desk.RollBack(t.Context(), b.as("rm"), r.Number, true, "It failed.")),
		second(b.desk.OpenProgrammeGate(t.Context(), b.as("rm"), r.Number, time.Time{})),
	} {
		refused(t, err, release.CodeState)
	}
}

// R92: what the first gate asked for cannot be taken out again, or the lead time
// of the note would go with the board's date.
func TestWhatWasPlannedStaysPlanned(t *testing.T) {
	b := newGoverned(t)
	c := planned(release.Patch)
	c.Board, c.Targets = time.Time{}, []release.Target{{Environment: "sit-a"}}
	r := b.create(c)
	got := refused(t, second(b.desk.Advance(t.Context(), b.as("ex-rm"), r.Number)), release.CodeState)
	if !slices.Equal(keys(got.Blockers), []string{"planned"}) {
		t.Fatalf("refused for %v", keys(got.Blockers))
	}
	r, err := b.desk.EditRelease(t.Context(), b.as("ex-rm"), r.Number, r.Revision, planned(release.Patch))
	b.must(err)
	r = b.next(r.Number, "ex-rm").Release
	got = refused(t, second(b.desk.EditRelease(t.Context(), b.as("ex-rm"), r.Number, r.Revision, c)), release.CodeInvalid)
	if want := []string{release.FieldTargets, release.FieldBoard}; !slices.Equal(fields(got.Fields), want) {
		t.Fatalf("refused at %v; want %v", fields(got.Fields), want)
	}
}

// T23, T30: of two people one wins, the other is told who changed it; the same
// intent is carried out once.
func TestTwoPeopleAndOneIntentTwice(t *testing.T) {
	b := newGoverned(t)
	r := b.create(planned(release.Patch))
	one, other := planned(release.Patch), planned(release.Patch)
	one.Purpose, other.Purpose = "One.", "Another."
	_, err := b.desk.EditRelease(t.Context(), b.as("ex-rm"), r.Number, r.Revision, one)
	b.must(err)
	refused(t, second(b.desk.EditRelease(t.Context(), b.as("ex-rm"), r.Number, r.Revision, other)), release.CodeStale)
	refused(t, second(b.desk.EditRelease(t.Context(), b.as("ex-rm"), r.Number, r.Revision+1, one)), release.CodeInvalid)

	in := b.as("ex-rm")
	for i, act := range []func() error{
		func() error { return second(b.desk.NewRelease(t.Context(), in, other)) },
		func() error { return second(b.desk.Advance(t.Context(), in, r.Number)) },
		func() error { return second(b.desk.AbandonRelease(t.Context(), in, r.Number, "Dropped.")) },
		func() error {
			return second(b.desk.RegisterBuild(t.Context(), release.Intent{Key: in.Key, By: "ex-build"}, 2, build("x", "1")))
		},
		func() error { return second(b.desk.RaiseRFC(t.Context(), in, 0, 0, rfcFor(r))) },
	} {
		if i == 0 {
			b.must(act())
			b.next(2, "ex-rm")
		}
		before := b.store.snapshot()
		refused(t, act(), release.CodeHandled)
		if after := b.store.snapshot(); len(after.Entries) != len(before.Entries) || len(after.Releases) != len(before.Releases) {
			t.Fatalf("act %d was carried out again", i)
		}
	}
}

// R113: whoever has no part in a release plans, builds and moves nothing of it.
func TestStrangersMoveNothing(t *testing.T) {
	b := newGoverned(t)
	r := b.create(planned(release.Patch))
	for _, by := range []release.PersonID{"sup-rep", "dcc-rm", "defect"} {
		for _, err := range []error{
			second(b.desk.Advance(t.Context(), b.as(by), r.Number)),
			second(b.desk.EditRelease(t.Context(), b.as(by), r.Number, r.Revision, planned(release.Patch))),
			second(b.desk.AbandonRelease(t.Context(), b.as(by), r.Number, "Dropped.")),
			second(b.desk.RegisterBuild(t.Context(), b.as(by), r.Number, build("x", "1"))),
			second(b.desk.NewRelease(t.Context(), b.as(by), planned(release.Patch))),
			second(b.desk.OpenProgrammeGate(t.Context(), b.as(by), r.Number, time.Time{})),
		} {
			refused(t, err, release.CodeForbidden)
		}
	}
	for _, err := range []error{
		second(b.desk.Advance(t.Context(), b.as("rm"), 9)), second(b.desk.ReadRelease(t.Context(), 9)),
		second(b.desk.RegisterBuild(t.Context(), b.as("ex-build"), 9, build("x", "1"))),
	} {
		refused(t, err, release.CodeNotFound)
	}
}
