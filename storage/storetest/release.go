package storetest

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"gonogo.dev/release"
)

// confided is what a release keeps for named parties only (T34).
var confided = release.Confide([]release.Confided{{
	Item: release.Item{Kind: release.ItemDefectFix, ID: "SEC-4", Title: "Anybody \"reads\" <meters>", Severity: release.Critical}, Only: []release.PartyID{"dcc", "elexon"},
}})

// planned is a release with every field set.
func planned(version release.Version) release.Release {
	return release.Release{
		Version: version, Stage: release.Planning, RFC: 3, Build: 4, CreatedBy: "ann", CreatedAt: noon, UpdatedBy: "bob",
		UpdatedAt: noon, Programme: 1, Asked: true, Ended: "Superseded <by> another.",
		Content: release.ReleaseContent{
			System: "helix", Type: release.Emergency, Planned: "R9", Purpose: "Mends what \"broke\" & more.", Owner: "ann",
			Items: []release.Item{
				{Kind: release.ItemDefectFix, ID: "DEF-1", Title: "Wrong sum", Severity: release.Blocking},
				{Kind: release.BaseFunctionality, ID: "F-2", Title: "Sums"},
			},
			Targets: []release.Target{
				{Environment: "sit-a", Window: release.Window{From: noon.Add(24 * time.Hour), To: noon.Add(26 * time.Hour), Zone: "Europe/London"}},
				{Environment: "sit-b"},
			},
			Confidence: confided,
			Board:      noon.Add(20 * time.Hour), Base: release.Version{Major: 1, Patch: 10},
		},
	}
}

// first is the first version of a system.
var first = release.Version{Major: 1}

func testRelease(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	d.do(func(tx release.Tx) error {
		if _, err := tx.Release(1, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a release that does not exist: %v", err)
		}
		unknown := planned(first)
		unknown.Number = 99
		if err := tx.SaveRelease(&unknown); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a release that does not exist: %v", err)
		}
		return nil
	})
	r := planned(release.Version{Major: 1, Patch: 10, Emergency: 3})
	d.do(func(tx release.Tx) error { return tx.AddRelease(&r) })
	if r.Number != 1 || r.Revision != 1 {
		t.Errorf("added as %d, revision %d", r.Number, r.Revision)
	}
	testReleaseKept(t, d, r)
	testBareRelease(t, d, &r)
	testStaleRelease(t, d, r)
	testHostileRelease(t, d)
}

func testReleaseKept(t *testing.T, d *desk, want release.Release) {
	t.Helper()
	d.do(func(tx release.Tx) error {
		got, err := tx.Release(want.Number, release.ExclusiveLock)
		same(t, want.Name(), want, got)
		return err
	})
}

// testBareRelease shows that zero values replace what was there (T35), and that
// instants become UTC microseconds, those inside the plan too.
func testBareRelease(t *testing.T, d *desk, r *release.Release) {
	t.Helper()
	odd := time.Date(2026, 7, 1, 13, 30, 0, 123456789, time.FixedZone("BST", 3600))
	bare := release.Release{
		Number: r.Number, Revision: r.Revision, Version: r.Version, CreatedAt: r.CreatedAt, UpdatedAt: odd,
		Content: release.ReleaseContent{System: "helix", Board: odd, Targets: []release.Target{{Window: release.Window{From: odd, To: odd}}}},
	}
	d.do(func(tx release.Tx) error { return tx.SaveRelease(&bare) })
	if bare.Revision != r.Revision+1 || bare.Content.Targets[0].Window.From != odd {
		t.Errorf("revision is %d after %d, the caller's plan now %+v", bare.Revision, r.Revision, bare.Content)
	}
	kept := time.Date(2026, 7, 1, 12, 30, 0, 123456000, time.UTC)
	bare.UpdatedAt, bare.Content.Board = kept, kept
	bare.Content.Targets = []release.Target{{Window: release.Window{From: kept, To: kept}}}
	testReleaseKept(t, d, bare)
	*r = bare
}

// testStaleRelease shows that of two people who saw one revision the second is
// refused, and that every revision stays.
func testStaleRelease(t *testing.T, d *desk, r release.Release) {
	t.Helper()
	one, two := r, r
	one.Ended, two.Ended = "one", "two"
	two.Version = release.Version{Major: 9}
	d.do(func(tx release.Tx) error { return tx.SaveRelease(&one) })
	err := d.Within(t.Context(), func(tx release.Tx) error { return tx.SaveRelease(&two) })
	if refusal, ok := release.AsRefusal(err); !ok || refusal.Code != release.CodeStale {
		t.Errorf("a stale revision was answered with %v", err)
	}
	if two.Revision != r.Revision {
		t.Errorf("the refused release has revision %d", two.Revision)
	}
	testReleaseKept(t, d, one)
	if n := d.number(`SELECT count(*) FROM release_revisions WHERE number = 1`); n != int64(one.Revision) {
		t.Errorf("%d revisions are kept of %d", n, one.Revision)
	}
	if n := d.number(`SELECT count(*) FROM release_versions WHERE major = 9`); n != 0 {
		t.Error("a refused change burnt a version")
	}
}

func testHostileRelease(t *testing.T, d *desk) {
	t.Helper()
	for i, text := range hostile {
		r := planned(release.Version{Major: 50 + i})
		r.Content.Purpose, r.Content.Planned, r.Ended, r.Content.Owner = text, text, text, release.PersonID(text)
		r.Content.Items = []release.Item{{ID: text, Title: text}}
		d.do(func(tx release.Tx) error { return tx.AddRelease(&r) })
		testReleaseKept(t, d, r)
	}
	d.do(func(tx release.Tx) error { // what cannot be kept cannot be found, and is no fault
		found, err := tx.FindReleases(release.ReleaseFilter{System: "a\x00b", Owner: "\xff"})
		if len(found) != 0 {
			t.Errorf("found %d releases of a system that cannot be", len(found))
		}
		return err
	})
}

func testReleases(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	d.do(func(tx release.Tx) error {
		for i, stage := range []release.Stage{release.Planning, release.Building, release.ClosedStage, release.Building} {
			r := planned(release.Version{Major: i + 1})
			if r.Stage = stage; i == 3 {
				r.Content.System, r.Content.Owner, r.Version = "forge", "bob", release.Version{Major: 2}
			}
			if err := tx.AddRelease(&r); err != nil {
				return err
			}
		}
		return nil
	})
	for name, one := range map[string]struct {
		filter release.ReleaseFilter
		want   []int
	}{
		"all":     {release.ReleaseFilter{}, []int{4, 3, 2, 1}},
		"system":  {release.ReleaseFilter{System: "forge"}, []int{4}},
		"version": {release.ReleaseFilter{Version: release.Version{Major: 2}}, []int{4, 2}},
		"both":    {release.ReleaseFilter{System: "helix", Version: release.Version{Major: 2}}, []int{2}},
		"stages":  {release.ReleaseFilter{Stages: []release.Stage{release.Building, release.Planning}}, []int{4, 2, 1}},
		"owner":   {release.ReleaseFilter{Owner: "ann"}, []int{3, 2, 1}},
		"limit":   {release.ReleaseFilter{Limit: 2}, []int{4, 3}},
		"none":    {release.ReleaseFilter{System: "none"}, nil},
	} {
		d.do(func(tx release.Tx) error {
			found, err := tx.FindReleases(one.filter)
			var got []int
			for _, r := range found {
				got = append(got, r.Number)
			}
			same(t, name, one.want, got)
			return err
		})
	}
}

// testVersions shows that no version is ever given twice (T10): not to two
// people at once, not after a release was re-classified or abandoned.
func testVersions(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	seed := planned(first)
	d.do(func(tx release.Tx) error { return tx.AddRelease(&seed) })
	replicas := []*desk{d, h.openAt(t, d.url)}
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			err := replicas[i%2].Within(t.Context(), func(tx release.Tx) error {
				taken, err := tx.VersionsOf("helix")
				if err != nil {
					return err
				}
				next, err := release.Next(release.Patch, first, taken)
				if err != nil {
					return err
				}
				r := planned(next)
				return tx.AddRelease(&r)
			})
			if err != nil {
				t.Errorf("add: %v", err)
			}
		})
	}
	all.Wait()
	want := []release.Version{first}
	for i := range 20 {
		want = append(want, release.Version{Major: 1, Patch: i + 1})
	}
	d.versions("helix", want)
	if n := d.number(`SELECT max(number) FROM releases`); n != 21 {
		t.Errorf("21 releases are numbered up to %d", n)
	}
	testBurnt(t, d, want)
}

func (d *desk) versions(system release.SystemID, want []release.Version) {
	d.t.Helper()
	d.do(func(tx release.Tx) error {
		got, err := tx.VersionsOf(system)
		same(d.t, "versions of "+string(system), want, got)
		return err
	})
}

func testBurnt(t *testing.T, d *desk, taken []release.Version) {
	t.Helper()
	major := release.Version{Major: 2}
	d.do(func(tx release.Tx) error {
		r, err := tx.Release(7, release.ExclusiveLock)
		if err != nil {
			return err
		}
		taken = append(slices.Clone(taken), major)
		r.Version, r.Stage = major, release.Abandoned
		return tx.SaveRelease(&r)
	})
	d.versions("helix", taken)
	other := planned(major)
	other.Content.System = "forge"
	d.do(func(tx release.Tx) error { return tx.AddRelease(&other) }) // each system counts its own (R24)
	for _, v := range []release.Version{major, taken[6]} {
		again := planned(v)
		if err := d.Within(t.Context(), func(tx release.Tx) error { return tx.AddRelease(&again) }); err == nil {
			t.Errorf("version %s was given twice", v)
		}
		err := d.Within(t.Context(), func(tx release.Tx) error {
			r, err := tx.Release(8, release.ExclusiveLock)
			if err != nil {
				return err
			}
			r.Version = v
			return tx.SaveRelease(&r)
		})
		if err == nil {
			t.Errorf("version %s was given twice, by a change", v)
		}
	}
	d.versions("helix", taken)
}
