package release_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

func (b *board) delegate(by release.PersonID, ask release.DelegationAsk) release.DelegationChange {
	b.Helper()
	done, err := b.desk.Delegate(b.Context(), b.as(by), ask)
	b.must(err)
	return done
}

// holders returns who sits in a ballot, by seat.
func holders(b release.Ballot, p *release.Programme) map[string][]string {
	names := map[string][]string{}
	for _, s := range b.Seats {
		for _, id := range s.Holders {
			names[s.Key] = append(names[s.Key], s.NameOf(id, p))
		}
	}
	return names
}

// T22: votes that are open keep their electorate, and the answer names them; the
// next one has the delegate in it, until the delegation is over.
func TestDelegationsCountFromTheNextVote(t *testing.T) {
	b := newBoard(t)
	p := programme()
	c := content()
	c.Window.From, c.Window.To = monday.AddDate(0, 0, 20), monday.AddDate(0, 0, 20).Add(time.Hour)
	first := b.raise(c)
	done := b.delegate("test", release.DelegationAsk{To: "pmo", Until: b.clock.Add(48 * time.Hour), Why: "On leave."})
	if len(done.Untouched) != 1 || done.Untouched[0].RFC != first.Number {
		t.Errorf("open votes told: %v; want that of %s", done.Untouched, first.Name())
	}
	if got := holders(b.poll(first.Number), &p)["test-manager/si"]; !cmp.Equal(got, []string{"Name of test"}) {
		t.Errorf("the open vote's seat: %v", got)
	}
	second := b.raise(c)
	if got := holders(b.poll(second.Number), &p)["test-manager/si"]; !cmp.Equal(got, []string{"Name of pmo for Name of test"}) {
		t.Errorf("the next vote's seat: %v", got)
	}
	b.vote(b.poll(second.Number).ID, "pmo", release.VoteGo, "")
	ended, err := b.desk.EndDelegation(t.Context(), b.as("test"), done.ID)
	b.must(err)
	if len(ended.Untouched) != 2 {
		t.Errorf("at its end %d open votes are told; want both", len(ended.Untouched))
	}
	third := b.raise(c)
	if got := holders(b.poll(third.Number), &p)["test-manager/si"]; !cmp.Equal(got, []string{"Name of test"}) {
		t.Errorf("after the end: %v", got)
	}
	_, err = b.desk.EndDelegation(t.Context(), b.as("test"), done.ID)
	refused(t, err, release.CodeState)
}

// T22: a delegation ends by itself.
func TestDelegationsEndByThemselves(t *testing.T) {
	b := newBoard(t)
	b.delegate("test", release.DelegationAsk{To: "pmo", Until: b.clock.Add(time.Hour)})
	all, err := b.desk.Delegations(t.Context())
	b.must(err)
	if len(all) != 1 {
		t.Fatalf("%d delegations; want one", len(all))
	}
	b.pass(time.Hour)
	all, err = b.desk.Delegations(t.Context())
	b.must(err)
	p := programme()
	r := b.raise(content())
	if got := holders(b.poll(r.Number), &p)["test-manager/si"]; len(all) != 0 || !cmp.Equal(got, []string{"Name of test"}) {
		t.Errorf("%d in force, seat %v", len(all), got)
	}
}

// T22: the PMO records the absence of somebody who cannot; a colleague does not,
// and nobody else ends what is not theirs.
func TestWhoDelegatesForWhom(t *testing.T) {
	b := newBoard(t)
	until := b.clock.Add(48 * time.Hour)
	_, err := b.desk.Delegate(t.Context(), b.as("env"), release.DelegationAsk{Absent: "test", To: "pmo", Until: until})
	refused(t, err, release.CodeForbidden)
	_, err = b.desk.Delegate(t.Context(), b.as("ex-rm"), release.DelegationAsk{Absent: "ex-dev", To: "ex-dev2", Until: until})
	refused(t, err, release.CodeForbidden) // a provider's release manager does not administer the programme
	before := b.store.snapshot()
	done := b.delegate("pmo", release.DelegationAsk{Absent: "ex-dev", To: "ex-dev2", Until: until})
	if diff := cmp.Diff([]release.EntryKind{release.DelegationGiven}, b.kinds(before)); diff != "" {
		t.Errorf("the ledger (-want +got):\n%s", diff)
	}
	if got := b.told(release.NoticeDelegation, release.ByDirect); !cmp.Equal(got, []release.PersonID{"ex-dev", "ex-dev2"}) {
		t.Errorf("told %v; want who speaks and who is spoken for", got)
	}
	_, err = b.desk.EndDelegation(t.Context(), b.as("env"), done.ID)
	refused(t, err, release.CodeForbidden)
	_, err = b.desk.EndDelegation(t.Context(), b.as("ex-dev2"), done.ID)
	b.must(err)
	_, err = b.desk.EndDelegation(t.Context(), b.as("pmo"), 99)
	refused(t, err, release.CodeNotFound)
}
