package release_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// qualification lets BSC and RECCo, here Elexon and DCC, take over in UIT.
func qualification(p *release.Programme) {
	p.Phases = []release.Phase{{Name: "UIT Qualification", Environment: "uit"}}
	p.Policy.PhaseEscalation = []release.PhaseEscalation{
		{Phase: "UIT Qualification", Parties: []release.PartyID{"elexon", "dcc"}, Role: release.ReleaseManager},
	}
}

// R111: who takes over depends on where the change goes; a phase whose people are
// gone falls back to the programme's escalation point.
func TestTheEscalationPointFollowsThePhase(t *testing.T) {
	tests := []struct {
		name         string
		environments []release.EnvironmentID
		gone         []release.PersonID
		want         []release.PersonID
	}{
		{"elsewhere the SRO TMAG Chair", []release.EnvironmentID{"sit-a"}, nil, []release.PersonID{"tmag"}},
		{"in Qualification BSC and RECCo", []release.EnvironmentID{"uit"}, nil, []release.PersonID{"ex-rm", "dcc-rm"}},
		{"among others too", []release.EnvironmentID{"sit-a", "uit"}, nil, []release.PersonID{"ex-rm", "dcc-rm"}},
		{"one is enough", []release.EnvironmentID{"uit"}, []release.PersonID{"ex-rm"}, []release.PersonID{"dcc-rm"}},
		{"both gone", []release.EnvironmentID{"uit"}, []release.PersonID{"ex-rm", "dcc-rm"}, []release.PersonID{"tmag"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := programme()
			qualification(&p)
			for _, id := range test.gone {
				retire(&p, id)
			}
			var got []release.PersonID
			for _, x := range p.EscalationPoint(test.environments) {
				got = append(got, x.ID)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("escalation point (-want +got):\n%s", diff)
			}
		})
	}
}

// T25: where everybody who would have to speak has a part in the change, the
// escalation point gets a mandatory seat; nobody passes because nobody is left,
// and administrators and the chair are no exception.
func TestABoardOfTheInvolvedEscalates(t *testing.T) {
	rules := []release.SeatRule{
		{Function: release.ReleaseManager, Of: "si", Mandatory: true, Chair: true}, {Function: release.TestManager, Of: "si"},
	}
	tests := []struct {
		name     string
		involved []release.PersonID
		rules    []release.SeatRule
		alter    func(*release.Programme)
		want     []string // seat=holder of the mandatory seats; nil is refused
	}{
		{"nobody is involved", nil, rules, nil, []string{"release-manager/si=rm"}},
		{"the chair raised it", []release.PersonID{"rm"}, rules, nil, []string{"release-manager/si=rm", "sro-tmag-chair/sro!=tmag"}},
		{"a colleague on the chair's seat is enough", []release.PersonID{"rm"}, rules, func(p *release.Programme) { give(p, "env", release.ReleaseManager, "si") },
			[]string{"release-manager/si=rm"}},
		{"the escalation point sits there as an option", []release.PersonID{"rm"}, append(rules[:1:1], release.SeatRule{Function: release.TMAGChair, Of: "sro"}), nil,
			[]string{"release-manager/si=rm", "sro-tmag-chair/sro!=tmag"}},
		{"the escalation point is involved", []release.PersonID{"rm", "tmag"}, rules, nil, nil},
		{"another of the escalation point is free", []release.PersonID{"rm", "tmag"}, rules, func(p *release.Programme) { give(p, "pmo", release.TMAGChair, "sro") },
			[]string{"release-manager/si=rm", "sro-tmag-chair/sro!=pmo"}},
		{"in Qualification it is the other of the two", []release.PersonID{"rm", "ex-rm"}, rules, qualification, []string{"release-manager/si=rm", "release-manager/dcc!=dcc-rm"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := programme()
			if test.alter != nil {
				test.alter(&p)
			}
			rfc := release.RFC{Content: content()}
			rfc.Content.Environments = []release.EnvironmentID{"uit"}
			seats, err := release.PlanSeats(test.rules, release.Sitting{Programme: &p, RFC: rfc, Involved: test.involved})
			if test.want == nil {
				refused(t, err, release.CodeState)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range seats {
				mark := "="
				if s.Escalated {
					mark = "!="
				}
				if s.Mandatory {
					got = append(got, s.Key+mark+string(s.Holders[0]))
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("mandatory seats (-want +got):\n%s", diff)
			}
		})
	}
}

// T25, T22: whoever has a part in the change and whoever is away, a board that
// sits has one mandatory seat at least that somebody else speaks for, and nobody
// sits twice.
func TestABoardIsNeverOfTheInvolvedAlone(t *testing.T) {
	people := []release.PersonID{"rm", "env", "test", "defect", "pmo", "tmag", "ex-dev", "ex-dev2", "ex-rm"}
	rapid.Check(t, func(t *rapid.T) {
		p := programme()
		give(&p, "pmo", release.TestManager, "si")
		involved := rapid.SliceOfDistinct(rapid.SampledFrom(people), rapid.ID[release.PersonID]).Draw(t, "involved")
		var absences []release.Delegation
		for range rapid.IntRange(0, 3).Draw(t, "away") {
			d := away(rapid.SampledFrom(people).Draw(t, "from"), rapid.SampledFrom(people).Draw(t, "to"), 7)
			if d.Check(&p, absences, monday) == nil {
				absences = append(absences, d)
			}
		}
		var rules []release.SeatRule
		for _, s := range policy().Types[release.Patch].Approval.Seats {
			if s.Mandatory = rapid.Bool().Draw(t, "mandatory"); s.Mandatory || rapid.Bool().Draw(t, "optional") {
				rules = append(rules, s)
			}
		}
		seats, err := release.PlanSeats(rules, release.Sitting{Programme: &p, RFC: release.RFC{Content: content()}, Involved: involved, Delegations: absences})
		if err != nil {
			refused(t, err, release.CodeState)
			return
		}
		independent, seen := false, map[release.PersonID]bool{}
		for _, s := range seats {
			for _, id := range s.Holders {
				part := slices.Contains(involved, id) || slices.Contains(involved, s.For[id])
				independent = independent || s.Mandatory && !part
				if seen[id] {
					t.Fatalf("%s sits twice: %+v", id, seats)
				}
				seen[id] = true
			}
			for id, absent := range s.For {
				if p.SpeakerFor(absent, absences) != id || !slices.Contains(s.Holders, id) {
					t.Fatalf("%s sits for %s on %s, whose delegate is %s", id, absent, s.Key, p.SpeakerFor(absent, absences))
				}
			}
		}
		if !independent {
			t.Fatalf("everybody who must speak is involved (%v): %+v", involved, seats)
		}
	})
}
