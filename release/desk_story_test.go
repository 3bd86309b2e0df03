package release_test

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// A vote is read with what it is about; what changed since makes it stale, with the
// difference (M3). A vote on somebody's draft is not there for others (T34).
func TestReadBallot(t *testing.T) {
	b := newBoard(t)
	r := b.decided(content())
	v, err := b.desk.ReadBallot(t.Context(), "sup-rep", 1)
	b.must(err)
	if v.RFC.Number != r.Number || v.Stale || v.Release.Number != 0 || v.Ballot.Purpose != release.Approval {
		t.Errorf("an approval that stands: %+v", v)
	}
	other := r.Content
	other.Window.To = other.Window.To.Add(time.Hour)
	b.must(second(b.desk.EditRFC(t.Context(), b.as("ex-rm"), r.Number, b.story(r.Number).RFC.Revision, other)))
	v, err = b.desk.ReadBallot(t.Context(), "sup-rep", 1)
	b.must(err)
	if len(v.Changes) != 1 || !v.Stale || v.Changes[0].Field != "Window" {
		t.Errorf("after a change: stale %v, %+v", v.Stale, v.Changes)
	}
	refused(t, second(b.desk.ReadBallot(t.Context(), "sup-rep", 99)), release.CodeNotFound)
}

// A release is read with everything that belongs to it, and with the names under
// which the ledger tells of it.
func TestReadLife(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	l, err := b.desk.ReadLife(t.Context(), r.Number)
	b.must(err)
	if len(l.Builds) == 0 || len(l.Notes) == 0 || l.Standing.RFC.Number == 0 || l.Support != nil || len(l.Runs) != 0 {
		t.Errorf("prepared: %d builds, %d notes, RFC %d, support %v", len(l.Builds), len(l.Notes), l.Standing.RFC.Number, l.Support)
	}
	for _, want := range []string{r.Subject(), l.Standing.RFC.Subject()} {
		if !slices.Contains(l.Subjects(), want) {
			t.Errorf("the ledger's names %v lack %s", l.Subjects(), want)
		}
	}
	refused(t, second(b.desk.ReadLife(t.Context(), 99)), release.CodeNotFound)
}

// T34: a draft, what its author gave up and what was said to few is read in the
// ledger by whoever wrote it.
func TestLedgerEntryShownTo(t *testing.T) {
	for name, c := range map[string]struct {
		entry  release.LedgerEntry
		others bool
	}{
		"raised":           {release.LedgerEntry{Entry: release.Entry{Kind: release.RFCRaised, By: "ann"}}, true},
		"drafted":          {release.LedgerEntry{Entry: release.Entry{Kind: release.RFCDrafted, By: "ann"}}, false},
		"given up":         {release.LedgerEntry{Entry: release.Entry{Kind: release.RFCWithdrawn, By: "ann"}, Kept: true}, false},
		"planned in quiet": {release.LedgerEntry{Entry: release.Entry{Kind: release.OperationDrafted, By: "ann"}}, false},
		"answered":         {release.LedgerEntry{Entry: release.Entry{Kind: release.ReviewAnswered, By: "ann"}}, false},
		"by the clock":     {release.LedgerEntry{Entry: release.Entry{Kind: release.SeatsReminded}}, true},
	} {
		if !c.entry.ShownTo("ann") && c.entry.By == "ann" {
			t.Errorf("%s: not shown to its author", name)
		}
		if c.entry.ShownTo("bob") != c.others {
			t.Errorf("%s: shown to others: %v", name, !c.others)
		}
	}
}
