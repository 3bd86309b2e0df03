package storetest

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

func testProgramme(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	d.do(func(tx release.Tx) error {
		if _, err := tx.Programme(); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("without a programme: %v", err)
		}
		if _, err := tx.ProgrammeAt(1); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("without version 1: %v", err)
		}
		if _, err := tx.ProgrammeApplied(1); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("without version 1: %v", err)
		}
		return nil
	})
	first, second := programme(), programme()
	second.Version, second.Name, second.Holidays = 2, "Renamed", nil
	for _, p := range []release.Programme{first, second} {
		d.do(func(tx release.Tx) error { return tx.AddProgramme(&p, "ann", noon) })
		d.do(func(tx release.Tx) error {
			got, err := tx.Programme()
			if err == nil {
				same(t, "programme", &p, got)
			}
			return err
		})
	}
	d.do(func(tx release.Tx) error { // history stays (M20)
		got, err := tx.ProgrammeAt(1)
		if err != nil {
			return err
		}
		same(t, "version 1", &first, got)
		at, err := tx.ProgrammeApplied(1)
		same(t, "when version 1 was applied", noon, at)
		return err
	})
	if err := d.Within(t.Context(), func(tx release.Tx) error { return tx.AddProgramme(&first, "bob", noon) }); err == nil {
		t.Error("a version was replaced")
	}
	testSeenElsewhere(t, h, d)
	testCadence(t, d)
	testUnwanted(t, d)
}

// testSeenElsewhere shows that a version is in force everywhere at once, however
// it is kept in memory, and that one that was rolled back never is.
func testSeenElsewhere(t *testing.T, h *house, d *desk) {
	t.Helper()
	other := h.openAt(t, d.url)
	third := programme()
	third.Version = 3
	broken := errors.New("broken")
	err := d.Within(t.Context(), func(tx release.Tx) error {
		if err := tx.AddProgramme(&third, "ann", noon); err != nil {
			return err
		}
		if p, err := tx.Programme(); err != nil || p.Version != 3 {
			t.Errorf("inside its transaction: %v %v", p, err)
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Fatal(err)
	}
	for _, want := range []int{2, 3} {
		for _, one := range []*desk{d, other} {
			p, err := one.ProgrammeNow(t.Context())
			if err != nil || p.Version != want {
				t.Fatalf("version %d in force, seen %v (%v)", want, p, err)
			}
		}
		if want == 2 {
			third.Name = "Third, at last"
			d.do(func(tx release.Tx) error { return tx.AddProgramme(&third, "ann", noon) })
		}
	}
	for _, one := range []*desk{d, other} {
		if p, err := one.ProgrammeNow(t.Context()); err != nil || p.Name != third.Name {
			t.Errorf("the rolled back version 3 is still seen: %v %v", p.Name, err)
		}
	}
}

func testCadence(t *testing.T, d *desk) {
	t.Helper()
	for _, c := range []release.Cadence{release.Weekly, release.Daily} {
		d.do(func(tx release.Tx) error { return tx.SetCadence("ann", c) })
	}
	d.do(func(tx release.Tx) error {
		all, err := tx.Cadences()
		same(t, "cadences", map[release.PersonID]release.Cadence{"ann": release.Daily}, all)
		return err
	})
}

// Who switches a stream off is named until they switch it on; twice is once.
func testUnwanted(t *testing.T, d *desk) {
	t.Helper()
	at := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	for _, x := range []struct {
		who    release.PersonID
		stream release.Stream
		wanted bool
	}{
		{"ann", release.StreamRoadmap, false}, {"ann", release.StreamDigest, false}, {"ann", release.StreamRoadmap, false},
		{"bob", release.StreamDigest, false}, {"bob", release.StreamDigest, true}, {"bob", release.StreamMinutes, true},
	} {
		d.do(func(tx release.Tx) error { return tx.SetWanted(x.who, x.stream, x.wanted, at) })
	}
	d.do(func(tx release.Tx) error {
		all, err := tx.Unwanted()
		same(t, "unwanted mail", map[release.PersonID][]release.Stream{"ann": {release.StreamDigest, release.StreamRoadmap}}, all)
		return err
	})
}

// same compares exactly, nil slices and zones of times included.
func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}
