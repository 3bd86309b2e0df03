package release_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

func plan(t tester, rules []release.SeatRule, p release.Programme) []release.Seat {
	t.Helper()
	planned, err := release.PlanSeats(rules, release.Sitting{Programme: &p, RFC: release.RFC{Content: content()}})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return planned
}

// M1, T22: a seat is a function of a party; whoever fulfils it as well may
// speak for it; retired people never sit.
func TestSeatsAreFunctionsOfParties(t *testing.T) {
	want := []release.Seat{
		{Key: "release-manager/si", Function: release.ReleaseManager, Party: "si", Mandatory: true, Chair: true, Holders: []release.PersonID{"rm"}},
		{Key: "environment-manager/si", Function: release.EnvironmentManager, Party: "si", Mandatory: true, Holders: []release.PersonID{"env"}},
		{Key: "test-manager/si", Function: release.TestManager, Party: "si", Mandatory: true, Holders: []release.PersonID{"test"}},
		{Key: "development-team-lead/elexon", Function: release.DevelopmentTeamLead, Party: "elexon", Mandatory: true, Holders: []release.PersonID{"ex-dev", "ex-dev2"}},
		{Key: "defect-manager/si", Function: release.DefectManager, Party: "si", Holders: []release.PersonID{"defect"}},
	}
	if diff := cmp.Diff(want, plan(t, policy().Types[release.Patch].Approval.Seats, programme())); diff != "" {
		t.Errorf("seats (-want +got):\n%s", diff)
	}
}

func TestSpecialSeats(t *testing.T) {
	rule := func(role release.Role, of release.SeatParty, mandatory bool) release.SeatRule {
		return release.SeatRule{Function: role, Of: of, Mandatory: mandatory}
	}
	rm := rule(release.ReleaseManager, "si", true)
	tests := []struct {
		name  string
		rules []release.SeatRule
		alter func(*release.Programme)
		want  string // key=holders, "!" for escalated, "?" for optional
	}{
		{"every programme party has a seat of its own", []release.SeatRule{rule(release.TMAGChair, "sro", false), rule(release.ReleaseManager, release.OfProgramme, true)},
			func(p *release.Programme) {
				p.People = append(p.People, person("sro-rm", release.ReleaseManager, "sro"))
			},
			"sro-tmag-chair/sro?=tmag release-manager/si=rm release-manager/sro=sro-rm"},
		{"R111: an empty mandatory seat goes to the escalation point", []release.SeatRule{rm, rule(release.BuildManager, release.OfProvider, true)}, nil,
			"release-manager/si=rm build-manager/elexon!=tmag"},
		{"an optional seat nobody fulfils is left out", []release.SeatRule{rm, rule(release.BuildManager, "si", false)}, nil, "release-manager/si=rm"},
		{"an optional seat never keeps the escalation point from a mandatory one",
			[]release.SeatRule{rule(release.TMAGChair, "sro", false), rule(release.BuildManager, "si", true)}, nil, "build-manager/si!=tmag"},
		{"a colleague sits where the escalation point is needed elsewhere",
			[]release.SeatRule{rule(release.TestManager, "si", true), rule(release.BuildManager, "si", true)},
			func(p *release.Programme) {
				p.People = slices.Insert(p.People, 0, person("both", release.TestManager, "si"))
				give(p, "both", release.TMAGChair, "sro")
				retire(p, "tmag")
			}, "test-manager/si=test build-manager/si!=both"},
		{"two rules for one seat: the stricter", []release.SeatRule{rule(release.ReleaseManager, "si", false), rm}, nil, "release-manager/si=rm"},
		{"T6: one person of two functions leaves a seat to a colleague",
			[]release.SeatRule{rule(release.TestManager, "si", true), rule(release.DefectManager, "si", true)},
			func(p *release.Programme) {
				give(p, "test", release.DefectManager, "si")
				give(p, "defect", release.TestManager, "si")
			}, "test-manager/si=test defect-manager/si=defect"},
		{"T22: whoever could sit twice sits once", []release.SeatRule{rule(release.TestManager, "si", true), rule(release.DefectManager, "si", false)},
			func(p *release.Programme) { give(p, "test", release.DefectManager, "si"); retire(p, "defect") },
			"test-manager/si=test"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := programme()
			if test.alter != nil {
				test.alter(&p)
			}
			var got []string
			for _, s := range plan(t, test.rules, p) {
				mark := ""
				if s.Escalated {
					mark += "!"
				}
				if !s.Mandatory {
					mark += "?"
				}
				got = append(got, fmt.Sprintf("%s%s=%s", s.Key, mark, strings.Join(texts(s.Holders), "+")))
			}
			if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("seats (-want +got):\n%s", diff)
			}
		})
	}
}

func texts[S ~string](all []S) []string {
	words := make([]string, len(all))
	for i, x := range all {
		words[i] = string(x)
	}
	return words
}

func person(id release.PersonID, role release.Role, party release.PartyID) release.Person {
	return release.Person{ID: id, Name: string(id), Roles: []release.Holding{{Role: role, Party: party}}}
}

func give(p *release.Programme, id release.PersonID, role release.Role, party release.PartyID) {
	i := slices.IndexFunc(p.People, func(x release.Person) bool { return x.ID == id })
	p.People[i].Roles = append(p.People[i].Roles, release.Holding{Role: role, Party: party})
}

func retire(p *release.Programme, id release.PersonID) {
	i := slices.IndexFunc(p.People, func(x release.Person) bool { return x.ID == id })
	p.People[i].Retired = true
}

// T25, T21: fail closed. The refusal names the seat that nobody can fill.
func TestAVoteWithoutItsSeatsIsNotOpened(t *testing.T) {
	p := programme()
	retire(&p, "tmag")
	rfc := release.RFC{Content: content()}
	_, err := release.PlanSeats([]release.SeatRule{{Function: release.BuildManager, Of: "dcc", Mandatory: true}}, release.Sitting{Programme: &p, RFC: rfc})
	if r := refused(t, err, release.CodeState); !strings.Contains(r.Why, "Build Manager, DCC") {
		t.Errorf("the refusal does not name the seat: %v", r)
	}
	_, err = release.PlanSeats(nil, release.Sitting{Programme: &p, RFC: rfc})
	refused(t, err, release.CodeState)
	_, err = release.PlanSeats([]release.SeatRule{{Function: release.TestManager, Of: "si"}}, release.Sitting{Programme: &p, RFC: rfc})
	refused(t, err, release.CodeState)
}

// drawn is a random small case: who can fill which rule, and who escalates.
type drawn struct {
	programme release.Programme
	rules     []release.SeatRule
}

func drawSeats(t *rapid.T) drawn {
	roles := []release.Role{release.TestManager, release.DefectManager, release.PMO, release.DevOps}
	d := drawn{programme: release.Programme{
		Parties: []release.Party{{ID: "si", Kind: release.ProgrammeParty}}, Policy: release.Policy{Escalation: release.TMAGChair},
	}}
	for i, role := range roles[:rapid.IntRange(1, 4).Draw(t, "rules")] {
		mandatory := i == 0 || rapid.Bool().Draw(t, "mandatory")
		d.rules = append(d.rules, release.SeatRule{Function: role, Of: "si", Mandatory: mandatory})
	}
	for i := range rapid.IntRange(0, 5).Draw(t, "people") {
		x := release.Person{ID: release.PersonID(fmt.Sprintf("p%d", i)), Retired: rapid.IntRange(0, 4).Draw(t, "retired") == 0}
		for _, role := range append(roles, release.TMAGChair) {
			if rapid.Bool().Draw(t, string(role)) {
				x.Roles = append(x.Roles, release.Holding{Role: role, Party: "si"})
			}
		}
		d.programme.People = append(d.programme.People, x)
	}
	return d
}

// most tries every distribution and returns how many of the rules can be
// filled at once; mandatory ones by the escalation point too when it helps.
func (d drawn) most(rules []release.SeatRule, escalation bool, used map[release.PersonID]bool) int {
	if len(rules) == 0 {
		return 0
	}
	best := d.most(rules[1:], escalation, used)
	for _, x := range d.programme.People {
		fits := x.Holds(rules[0].Function, "si") || (escalation && rules[0].Mandatory && x.Holds(release.TMAGChair, "si"))
		if x.Retired || used[x.ID] || !fits {
			continue
		}
		used[x.ID] = true
		best = max(best, 1+d.most(rules[1:], escalation, used))
		delete(used, x.ID)
	}
	return best
}

// DESIGN rule 4, T22: against every possible distribution of small boards:
// nobody sits twice, as many seats are filled as can be, the mandatory ones
// first, and the escalation point sits in only where it must.
func TestPlanSeatsAgainstEveryDistribution(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawSeats(t)
		var mandatory []release.SeatRule
		for _, r := range d.rules {
			if r.Mandatory {
				mandatory = append(mandatory, r)
			}
		}
		free := map[release.PersonID]bool{}
		planned, err := release.PlanSeats(d.rules, release.Sitting{Programme: &d.programme})
		if possible := d.most(mandatory, true, free) == len(mandatory); possible != (err == nil) {
			t.Fatalf("the mandatory seats can be filled: %v; PlanSeats: %v", possible, err)
		}
		if err != nil {
			refused(t, err, release.CodeState)
			return
		}
		own := d.most(mandatory, false, free)
		escalated := checkSeats(t, d, planned)
		if escalated != len(mandatory)-own {
			t.Fatalf("%d seats escalated; %d of %d can be filled without", escalated, own, len(mandatory))
		}
		if total := d.most(d.rules, false, free); escalated == 0 && len(planned) != total {
			t.Fatalf("%d seats filled; %d can be", len(planned), total)
		}
	})
}

// checkSeats checks what holds for every seat and returns how many escalated.
func checkSeats(t *rapid.T, d drawn, planned []release.Seat) int {
	seen := map[release.PersonID]bool{}
	escalated := 0
	for _, s := range planned {
		if len(s.Holders) == 0 {
			t.Fatalf("seat %s is empty", s.Key)
		}
		role := s.Function
		if s.Escalated {
			escalated++
			role = release.TMAGChair
		}
		for _, id := range s.Holders {
			x, _ := d.programme.Person(id)
			if seen[id] || x.Retired || !x.Holds(role, "si") {
				t.Fatalf("%s on %s: sits twice %v, retired %v, holds %v", id, s.Key, seen[id], x.Retired, x.Roles)
			}
			seen[id] = true
		}
	}
	return escalated
}
