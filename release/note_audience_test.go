package release_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// TestANoteGoesToItsDistributionList shows who is sent a release note, at once
// whatever pace they chose, and that a later version tells what changed (R92).
func TestANoteGoesToItsDistributionList(t *testing.T) {
	t.Parallel()
	p := governed()
	p.Lists = []release.DistributionList{
		{ID: "notes", Name: "Release notes", People: []release.PersonID{"pmo", "gone", "dcc-rep"}},
		{ID: "others", Name: "Others", People: []release.PersonID{"defect"}},
	}
	p.Policy.NoteLists = []string{"notes"}
	b := newGoverned(t)
	b.apply(p)
	r := b.ready()
	b.must(b.desk.Prefer(t.Context(), b.as("sup-rep"), release.Weekly))
	b.must(b.desk.Prefer(t.Context(), b.as("pmo"), release.Weekly))
	b.handIn(r.Number)
	told := func(again bool) []release.PersonID {
		var ids []release.PersonID
		for _, n := range b.store.snapshot().Notices {
			e := n.Event
			if e.Kind != release.NoticeNote || e.Again != again || n.Road != release.ByMail {
				continue
			}
			ids = append(ids, n.To)
			if n.Hold != release.Immediate {
				t.Errorf("%s waits for a digest", n.To)
			}
			if e.Note == nil || e.Note.Note.Title != "Helix settlement" || len(e.Note.Note.BOM) != 0 || len(e.Note.Digest) != 64 {
				t.Errorf("the notice to %s carries %+v", n.To, e.Note)
			}
			if (len(e.Changes) > 0) != again {
				t.Errorf("the changes that %s is told: %v", n.To, e.Changes)
			}
		}
		slices.Sort(ids)
		return ids
	}
	want := []release.PersonID{"dcc-rep", "dno-rep", "ex-rep", "pmo", "sup-rep"}
	if diff := cmp.Diff(want, told(false)); diff != "" {
		t.Errorf("told of the note (-want +got):\n%s", diff)
	}
	b.handIn(r.Number, "And it is faster.")
	if diff := cmp.Diff(want, told(true)); diff != "" {
		t.Errorf("told of the second (-want +got):\n%s", diff)
	}
	threads := slices.DeleteFunc(b.store.snapshot().Notices, func(n release.Notice) bool {
		return n.Event.Kind != release.NoticeNote || n.Road != release.ByThread
	})
	if len(threads) != 2 || threads[0].Event.Thread() != r.Subject() {
		t.Errorf("posts in the release's thread: %d", len(threads))
	}
}
