package release_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// asked counts what a store is asked for.
type asked struct {
	release.Store

	counts map[string]int
}

func (a asked) Within(ctx context.Context, fn func(release.Tx) error) error {
	return a.Store.Within(ctx, func(tx release.Tx) error { return fn(askedTx{tx, a.counts}) })
}

type askedTx struct {
	release.Tx

	counts map[string]int
}

func (t askedTx) RFC(number int, lock release.Lock) (release.RFC, error) {
	t.counts["RFC"]++
	return t.Tx.RFC(number, lock)
}

func (t askedTx) ProgrammeAt(version int) (*release.Programme, error) {
	t.counts["ProgrammeAt"]++
	return t.Tx.ProgrammeAt(version)
}

func (t askedTx) StatusesAt(environment release.EnvironmentID, at time.Time) ([]release.StatusReport, error) {
	t.counts["StatusesAt"]++
	return t.Tx.StatusesAt(environment, at)
}

func (t askedTx) FindDebts(f release.DebtFilter) ([]release.Debt, error) {
	t.counts["FindDebts"]++
	return t.Tx.FindDebts(f)
}

// The board of many releases asks once what they ask alike, and tells of each what
// its own page tells.
func TestManyStandings(t *testing.T) {
	b := newGoverned(t)
	for _, kind := range []release.ReleaseType{release.Patch, release.Minor, release.Patch} {
		r := b.create(planned(kind))
		b.must(second(b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), 0, 0, rfcFor(r))))
	}
	next := governed()
	next.Name = "The same, renamed"
	b.apply(next) // the releases keep the rules of the version before
	counts := map[string]int{}
	desk := release.NewDesk(asked{b.store, counts}, func() time.Time { return b.clock })
	all, err := desk.Standings(t.Context(), release.ReleaseFilter{})
	b.must(err)
	if diff := cmp.Diff(map[string]int{"ProgrammeAt": 1, "StatusesAt": 1, "FindDebts": 1}, counts); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
	for _, s := range all {
		if diff := cmp.Diff(b.standing(s.Release.Number), s); diff != "" {
			t.Errorf("%s among others (-alone +among):\n%s", s.Release.Name(), diff)
		}
	}
	if len(all) != 3 {
		t.Errorf("%d releases", len(all))
	}
}
