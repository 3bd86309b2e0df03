package storetest

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"gonogo.dev/release"
)

func testRFC(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	d.do(func(tx release.Tx) error {
		for _, lock := range []release.Lock{release.NoLock, release.SharedLock, release.ExclusiveLock} {
			if _, err := tx.RFC(1, lock); !errors.Is(err, release.ErrNotFound) {
				t.Errorf("an RFC that does not exist: %v", err)
			}
		}
		unknown := rfc()
		unknown.Number = 99
		if err := tx.SaveRFC(&unknown); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save an RFC that does not exist: %v", err)
		}
		return nil
	})
	r := rfc()
	d.do(func(tx release.Tx) error { return tx.AddRFC(&r) })
	if r.Number != 1 || r.Revision != 1 {
		t.Errorf("added as %d, revision %d", r.Number, r.Revision)
	}
	testKept(t, d, r)
	testZeroRFC(t, d, &r)
	testStale(t, d, r)
	testHostileRFC(t, d)
	testNumbers(t, h, d)
	testFind(t, h.open(t))
}

// testKept shows that an RFC comes back as it was kept.
func testKept(t *testing.T, d *desk, want release.RFC) {
	t.Helper()
	d.do(func(tx release.Tx) error {
		got, err := tx.RFC(want.Number, release.ExclusiveLock)
		same(t, "RFC", want, got)
		return err
	})
}

// testZeroRFC shows that zero values replace what was there (T35), and that
// instants become UTC microseconds.
func testZeroRFC(t *testing.T, d *desk, r *release.RFC) {
	t.Helper()
	bare := release.RFC{
		Number: r.Number, Revision: r.Revision, State: release.Draft, CreatedAt: r.CreatedAt,
		UpdatedAt: time.Date(2026, 7, 1, 13, 30, 0, 123456789, time.FixedZone("BST", 3600)),
	}
	d.do(func(tx release.Tx) error { return tx.SaveRFC(&bare) })
	if bare.Revision != r.Revision+1 {
		t.Errorf("revision is %d after %d", bare.Revision, r.Revision)
	}
	bare.UpdatedAt = time.Date(2026, 7, 1, 12, 30, 0, 123456000, time.UTC)
	testKept(t, d, bare)
	if n := d.number(`SELECT count(*) FROM rfcs WHERE raised_at IS NULL AND CAST(content AS text) NOT LIKE '%null%'`); n != 1 {
		t.Error("a zero time is not NULL, or a nil slice is JSON null")
	}
	*r = bare
}

// testStale shows that of two people who saw one revision the second is refused.
func testStale(t *testing.T, d *desk, r release.RFC) {
	t.Helper()
	first, second := r, r
	first.Ended, second.Ended = "first", "second"
	d.do(func(tx release.Tx) error { return tx.SaveRFC(&first) })
	err := d.Within(t.Context(), func(tx release.Tx) error { return tx.SaveRFC(&second) })
	if refusal, ok := release.AsRefusal(err); !ok || refusal.Code != release.CodeStale {
		t.Errorf("a stale revision was answered with %v", err)
	}
	if second.Revision != r.Revision {
		t.Errorf("the refused RFC has revision %d", second.Revision)
	}
	testKept(t, d, first)
	if n := d.number(`SELECT count(*) FROM rfc_revisions WHERE number = 1`); n != int64(first.Revision) {
		t.Errorf("%d revisions are kept of %d", n, first.Revision)
	}
}

func testHostileRFC(t *testing.T, d *desk) {
	t.Helper()
	for _, text := range hostile {
		r := rfc()
		r.Content.Title, r.Content.Reason, r.Ended, r.RaisedBy = text, text, text, release.PersonID(text)
		r.Content.Release, r.Content.References = text, []string{text}
		d.do(func(tx release.Tx) error { return tx.AddRFC(&r) })
		testKept(t, d, r)
	}
	d.do(func(tx release.Tx) error { // what cannot be kept cannot be found, and is no fault
		found, err := tx.FindRFCs(release.RFCFilter{Release: "a\x00b", RaisedBy: "\xff"})
		if len(found) != 0 {
			t.Errorf("found %d RFCs of a release that cannot be", len(found))
		}
		return err
	})
}

// testNumbers shows that simultaneous RFCs get numbers without a gap, one each.
func testNumbers(t *testing.T, h *house, d *desk) {
	t.Helper()
	before := d.number(`SELECT max(number) FROM rfcs`)
	var numbers []int
	var mu sync.Mutex
	var all sync.WaitGroup
	replicas := []*desk{d, h.openAt(t, d.url)}
	for i := range 20 {
		all.Go(func() {
			r := rfc()
			if err := replicas[i%2].Within(t.Context(), func(tx release.Tx) error { return tx.AddRFC(&r) }); err != nil {
				t.Errorf("add: %v", err)
			}
			mu.Lock()
			defer mu.Unlock()
			numbers = append(numbers, r.Number)
		})
	}
	all.Wait()
	slices.Sort(numbers)
	for i, n := range numbers {
		if n != int(before)+1+i {
			t.Fatalf("numbers behind %d: %v", before, numbers)
		}
	}
}

func testFind(t *testing.T, d *desk) {
	t.Helper()
	d.do(func(tx release.Tx) error {
		for i, state := range []release.RFCState{release.Draft, release.Raised, release.Go, release.Raised} {
			r := rfc()
			r.State = state
			if i == 3 {
				r.RaisedBy, r.Content.Release = "bob", "R2"
			}
			if err := tx.AddRFC(&r); err != nil {
				return err
			}
		}
		return nil
	})
	w := rfc().Content.Window
	for name, one := range map[string]struct {
		filter release.RFCFilter
		want   []int
	}{
		"all":     {release.RFCFilter{}, []int{4, 3, 2, 1}},
		"numbers": {release.RFCFilter{Numbers: []int{1, 3, 77}}, []int{3, 1}},
		"states":  {release.RFCFilter{States: []release.RFCState{release.Raised, release.Draft}}, []int{4, 2, 1}},
		"raiser":  {release.RFCFilter{RaisedBy: "bob"}, []int{4}},
		"release": {release.RFCFilter{Release: "R1"}, []int{3, 2, 1}},
		"limit":   {release.RFCFilter{Limit: 2}, []int{4, 3}},
		"several": {release.RFCFilter{States: []release.RFCState{release.Raised}, RaisedBy: "ann", Limit: 5}, []int{2}},
		"none":    {release.RFCFilter{Release: "R9"}, nil},
		"over":    {release.RFCFilter{Over: release.Window{From: w.To.Add(-time.Second), To: w.To.Add(time.Hour)}, RaisedBy: "ann", Limit: 2}, []int{3, 2}},
		"after":   {release.RFCFilter{Over: release.Window{From: w.To, To: w.To.Add(time.Hour)}}, nil},
		"before":  {release.RFCFilter{Over: release.Window{From: w.From.Add(-time.Hour), To: w.From}}, nil},
	} {
		d.do(func(tx release.Tx) error {
			found, err := tx.FindRFCs(one.filter)
			var got []int
			for _, r := range found {
				got = append(got, r.Number)
			}
			same(t, name, one.want, got)
			return err
		})
	}
}
