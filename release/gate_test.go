package release_test

import (
	"errors"
	"maps"
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// pointsBefore is which control points block which stage's way out, by their
// numbers, as the source has it (R46 to R55): written down once more, so that a
// slip in the table of the process shows.
var pointsBefore = map[release.Stage][]int{
	release.Preparing: {1, 2, 3, 4, 5, 6}, release.Approving: {7}, release.Informing: {1, 2, 3, 4, 5, 6, 7},
	release.Deploying: {1, 2, 3, 4, 5, 6, 7, 8}, release.Reviewing: {9, 10},
}

var pointKeys = []release.Check{
	"rfc-raised", "programme-approval", "environment-baseline", "package-approved", "known-issues-agreed",
	"plans-approved", "rfc-approved", "deployment-recorded", "closure-approved", "lessons-captured",
}

// M4, R46 to R55: for each of the 1,024 combinations of the ten control points,
// at every stage that they block and for a major and a patch, "why not yet?" and the refusal of
// the gate name the same control points: those that are unmet, and no others.
func TestWhyNotYetIsWhatTheGateRefuses(t *testing.T) {
	b := newGoverned(t)
	empty := b.store.snapshot()
	for _, kind := range []release.ReleaseType{release.Major, release.Patch} {
		for mask := range 1 << len(pointKeys) {
			for stage := range pointsBefore {
				b.store.world = empty
				b.combination(kind, stage, mask)
				_, why, _ := b.standing(1).Next()
				var said []release.Blocker
				if _, err := b.desk.Advance(t.Context(), b.as("rm"), 1); err != nil {
					var r *release.Refusal
					if !errors.As(err, &r) {
						t.Fatalf("a fault: %v", err)
					}
					said = r.Blockers
				}
				if !slices.EqualFunc(why, said, func(a, b release.Blocker) bool { return a.Key == b.Key && a.Act == b.Act && a.What == b.What }) {
					t.Fatalf("%s, %s, %010b: why %v, refused %v", kind, stage, mask, keys(why), keys(said))
				}
				if got, want := points(why), unmetPoints(kind, stage, mask); !slices.Equal(got, want) {
					t.Fatalf("%s, %s, %010b: unmet %v; want %v", kind, stage, mask, got, want)
				}
			}
		}
	}
}

// points are the control points among blockers, in their order.
func points(blockers []release.Blocker) []string {
	var found []string
	for _, k := range pointKeys {
		if slices.Contains(keys(blockers), string(k)) {
			found = append(found, string(k))
		}
	}
	return found
}

func unmetPoints(kind release.ReleaseType, stage release.Stage, mask int) []string {
	var want []string
	for _, number := range pointsBefore[stage] {
		applies := number != 2 || kind == release.Major
		if applies && mask&(1<<(number-1)) == 0 {
			want = append(want, string(pointKeys[number-1]))
		}
	}
	return want
}

// combination keeps a release at a stage with the control points of a mask met.
func (b *board) combination(kind release.ReleaseType, stage release.Stage, mask int) {
	b.Helper()
	met := func(number int) bool { return mask&(1<<(number-1)) != 0 }
	b.clock = content().Window.From
	err := b.store.Within(b.Context(), func(tx release.Tx) error {
		r := release.Release{
			Version: release.Version{Major: 1, Patch: 1}, Content: planned(kind), Stage: stage, CreatedBy: "ex-rm", Programme: 2,
		}
		if err := tx.AddRelease(&r); err != nil {
			return err
		}
		x := build("2026.11.1", "1.2")
		x.Release, x.By = r.Number, "ex-build"
		if err := tx.AddBuild(&x); err != nil {
			return err
		}
		r.Build = x.ID
		rfc := release.RFC{Content: rfcFor(r), State: release.Withdrawn, RaisedBy: "ex-rm", RaisedAt: monday, Programme: 2}
		if met(1) {
			rfc.State = map[bool]release.RFCState{true: release.Go, false: release.InPreparation}[met(7)]
		} else if met(7) {
			rfc.State = release.Closed // decided, and yet not open
		}
		if err := tx.AddRFC(&rfc); err != nil {
			return err
		}
		r.RFC = rfc.Number
		var evidence []release.Evidence
		for _, number := range []int{3, 4, 5, 6, 8, 10} {
			if met(number) {
				evidence = append(evidence, release.Evidence{
					Release: r.Number, Check: pointKeys[number-1], Ref: "https://docs.example/x", Build: x.ID, By: "rm", At: monday,
				})
			}
		}
		for i := range evidence {
			if err := tx.AddEvidence(&evidence[i]); err != nil {
				return err
			}
		}
		d := release.DossierOf(rfc.Content, &r, &x, evidence)
		decided := map[release.Purpose]bool{
			release.ProgrammeGate: met(2), release.Approval: met(7), release.Deployment: met(7), release.Closure: met(9),
		}
		for purpose, yes := range decided {
			ballot := release.Ballot{
				RFC: rfc.Number, Purpose: purpose, Digest: d.For(purpose).Digest(), State: release.BallotClosed, Outcome: release.OutcomeGo,
				OpenedAt: monday, ClosedAt: monday, Raiser: "ex-rm",
			}
			if !yes {
				continue
			}
			if err := tx.AddBallot(&ballot, time.Time{}); err != nil {
				return err
			}
		}
		return tx.SaveRelease(&r)
	})
	b.must(err)
}

// R42, R46 to R55: the ten control points, their numbers and whose they are.
func TestControlPoints(t *testing.T) {
	all := release.ControlPoints()
	if len(all) != 10 {
		t.Fatalf("%d control points", len(all))
	}
	responsible := map[int]release.Role{3: release.EnvironmentManager, 4: release.BuildManager}
	for i, point := range all {
		want := responsible[i+1]
		if want == "" {
			want = release.ReleaseManager
		}
		if point.Number != i+1 || point.Key != pointKeys[i] || point.Responsible != want {
			t.Errorf("control point %d: %+v", i+1, point)
		}
	}
	asked := map[release.ReleaseType]bool{}
	for _, kind := range release.ReleaseTypes() {
		asked[kind] = all[1].Applies(kind)
	}
	want := map[release.ReleaseType]bool{release.Major: true, release.Minor: false, release.Patch: false, release.Emergency: false}
	if !maps.Equal(asked, want) {
		t.Errorf("the programme's approval is asked of %v", asked)
	}
}
