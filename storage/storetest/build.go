package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// testBuild shows that builds come back as they were kept, the newest first, and
// that storage has no way to change one (R94).
func testBuild(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	r := planned(first)
	d.do(func(tx release.Tx) error { return tx.AddRelease(&r) })
	var want []release.Build
	for i, text := range append([]string{"2026.11.3"}, hostile...) {
		b := release.Build{
			Release: r.Number, Name: text, Repository: "file:///srv/git/" + text, Tag: text, Commit: text, Digest: text, By: "ann",
			At: noon.Add(time.Duration(i) * time.Minute),
			BOM: []release.BOMLine{
				{File: "bin/" + text, Version: "1", Date: "2026-11-01", Digest: "sha256:aa", Fixes: []string{"DEF-1", text}},
				{File: "lib", Version: text},
			},
		}
		if i == 1 {
			b.BOM = nil
		}
		d.do(func(tx release.Tx) error { return tx.AddBuild(&b) })
		want = append([]release.Build{b}, want...)
	}
	d.do(func(tx release.Tx) error {
		all, err := tx.BuildsOf(r.Number)
		same(t, "builds", want, all)
		if err != nil {
			return err
		}
		one, err := tx.Build(want[2].ID)
		same(t, "build", want[2], one)
		return err
	})
	d.do(func(tx release.Tx) error {
		if _, err := tx.Build(999); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a build that does not exist: %v", err)
		}
		if all, err := tx.BuildsOf(999); len(all) != 0 || err != nil {
			t.Errorf("the builds of no release: %v %v", all, err)
		}
		return nil
	})
	err := d.Within(t.Context(), func(tx release.Tx) error { return tx.AddBuild(&release.Build{Release: 999, At: noon}) })
	if err == nil {
		t.Error("a build of no release was kept")
	}
}

// testEvidence shows that evidence is only added, and that nothing but its end
// is ever written to what is there (T28).
func testEvidence(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	var numbers []int
	for i := range 3 {
		r := planned(release.Version{Major: i + 1})
		d.do(func(tx release.Tx) error { return tx.AddRelease(&r) })
		numbers = append(numbers, r.Number)
	}
	given := []release.Evidence{
		{Release: numbers[0], Check: release.CheckNote, Ref: "https://gonogo.example/note", Note: hostile[1], Build: 7, By: "ann", At: noon},
		{Release: numbers[0], Check: release.CheckPIT, Waiver: true, Note: hostile[5], By: "bob", At: noon, Until: noon.Add(time.Hour)},
		{Release: numbers[1], Check: release.CheckPIT, Waiver: true, Note: "n", By: "bob", At: noon, Until: noon.Add(2 * time.Hour)},
		{Release: numbers[0], Check: release.CheckPIT, Waiver: true, Note: "n", By: "bob", At: noon, Until: noon.Add(time.Hour)},
		{Release: numbers[2], Check: release.CheckPIT, Ref: hostile[4], By: "bob", At: noon, Until: noon.Add(time.Hour)},
	}
	for i := range given {
		d.do(func(tx release.Tx) error { return tx.AddEvidence(&given[i]) })
	}
	of0 := []release.Evidence{given[0], given[1], given[3]}
	d.shown(numbers[0], of0)
	d.due(noon.Add(time.Hour-time.Microsecond), []int{})
	d.due(noon.Add(time.Hour), numbers[:1])
	d.due(noon.Add(3*time.Hour), numbers[:2])
	for _, at := range []int{1, 2} {
		taken := of0[at]
		taken.TakenAt, taken.TakenBy, taken.TakenWhy = noon.Add(time.Minute), "cid", hostile[2]
		of0[at] = taken
		taken.Ref, taken.Note, taken.By, taken.Until = "forged", "forged", "eve", noon
		d.do(func(tx release.Tx) error { return tx.SaveEvidence(taken) })
	}
	d.shown(numbers[0], of0)
	d.due(noon.Add(3*time.Hour), numbers[1:2])
	err := d.Within(t.Context(), func(tx release.Tx) error { return tx.SaveEvidence(release.Evidence{ID: 999}) })
	if !errors.Is(err, release.ErrNotFound) {
		t.Errorf("take away what does not exist: %v", err)
	}
}

func (d *desk) shown(number int, want []release.Evidence) {
	d.t.Helper()
	d.do(func(tx release.Tx) error {
		got, err := tx.EvidenceOf(number)
		same(d.t, "evidence", want, got)
		return err
	})
}

func (d *desk) due(at time.Time, want []int) {
	d.t.Helper()
	d.do(func(tx release.Tx) error {
		got, err := tx.DueWaivers(at)
		same(d.t, "releases with a waiver that ended by "+at.String(), want, got)
		return err
	})
}
