package release_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

func without[T any](all []T, is func(T) bool) []T { return slices.DeleteFunc(slices.Clone(all), is) }

// Applying is idempotent, deletes nothing that history refers to, and shows
// first what it would change.
func TestApplyTwiceIsOnce(t *testing.T) {
	b := newBoard(t)
	before := b.store.snapshot()
	if changes := b.apply(programme()); len(changes) != 0 {
		t.Errorf("applied again: %+v", changes)
	}
	if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
		t.Errorf("applying again changed something:\n%s", diff)
	}
	if len(before.Programmes) != 1 || before.Entries[0].Kind != release.ProgrammeApplied || before.Entries[0].By != release.Operator {
		t.Errorf("first version %d, entry %+v", len(before.Programmes), before.Entries[0])
	}
}

func TestRetireAndBringBack(t *testing.T) {
	b := newBoard(t)
	b.raise(content())
	next := programme()
	next.People = without(next.People, func(x release.Person) bool { return x.ID == "env" })
	next.Parties = without(next.Parties, func(x release.Party) bool { return x.ID == "dno" })
	next.Systems = without(next.Systems, func(x release.System) bool { return x.ID == "smart" })
	next.Environments = without(next.Environments, func(x release.Environment) bool { return x.ID == "uit" })
	next.People = append(next.People, person("new", release.TestManager, "si"))
	next.People[0].Name = "Renamed"
	next.Policy.Raisers = nil
	want := []release.ProgrammeChange{
		{Verb: "retire", Noun: "party", Name: "dno"},
		{Verb: "change", Noun: "person", Name: "rm"}, {Verb: "add", Noun: "person", Name: "new"},
		{Verb: "retire", Noun: "person", Name: "env", Note: "sits alone on Environment Manager, Integrator in RFC-1's open vote (RFC approval); Name of tmag takes the seat for the escalation point"},
		{Verb: "retire", Noun: "system", Name: "smart"}, {Verb: "retire", Noun: "environment", Name: "uit"},
		{Verb: "change", Noun: "policy"},
	}
	before := b.store.snapshot()
	planned, err := b.desk.PlanProgramme(t.Context(), next)
	b.must(err)
	if diff := cmp.Diff(want, planned); diff != "" {
		t.Errorf("planned (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
		t.Errorf("planning changed something:\n%s", diff)
	}
	if diff := cmp.Diff(want, b.apply(next)); diff != "" {
		t.Errorf("applied (-want +got):\n%s", diff)
	}
	p, err := b.desk.Programme(t.Context())
	b.must(err)
	if x, ok := p.Person("env"); !ok || !x.Retired || p.Version != 2 {
		t.Errorf("version %d: retired person %+v, %v", p.Version, x, ok)
	}
	if _, ok := p.PersonBySlack(release.SlackID{Team: "T1", User: "U-env"}); ok {
		t.Error("a retired person is known by their Slack account")
	}
	if changes := b.apply(next); len(changes) != 0 {
		t.Errorf("applied again: %+v", changes)
	}
	back := []release.ProgrammeChange{{Verb: "bring back", Noun: "person", Name: "env"}}
	next.People = append(next.People, programme().People[1])
	if diff := cmp.Diff(back, b.apply(next)); diff != "" {
		t.Errorf("brought back (-want +got):\n%s", diff)
	}
	first := b.store.snapshot().Programmes[0]
	if x, _ := first.Person("env"); x.Retired || first.Version != 1 || first.People[0].Name == "Renamed" {
		t.Error("an old version was rewritten (M20)")
	}
}

// What the file itself calls retired is retired once and stays so.
func TestRetiredInTheFile(t *testing.T) {
	b := newBoard(t)
	next := programme()
	retire(&next, "env")
	if diff := cmp.Diff([]release.ProgrammeChange{{Verb: "retire", Noun: "person", Name: "env"}}, b.apply(next)); diff != "" {
		t.Errorf("applied (-want +got):\n%s", diff)
	}
	if changes := b.apply(next); len(changes) != 0 {
		t.Errorf("applied again: %+v", changes)
	}
	if diff := cmp.Diff([]release.ProgrammeChange{{Verb: "bring back", Noun: "person", Name: "env"}}, b.apply(programme())); diff != "" {
		t.Errorf("brought back (-want +got):\n%s", diff)
	}
}

// The order of the file decides who is asked first, so another order is a change.
func TestAnotherOrderIsAChange(t *testing.T) {
	b := newBoard(t)
	next := programme()
	slices.Reverse(next.People)
	if diff := cmp.Diff([]release.ProgrammeChange{{Verb: "change", Noun: "order of people"}}, b.apply(next)); diff != "" {
		t.Errorf("applied (-want +got):\n%s", diff)
	}
	if changes := b.apply(next); len(changes) != 0 {
		t.Errorf("applied again: %+v", changes)
	}
}
