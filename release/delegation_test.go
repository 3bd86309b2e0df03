package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// away is a delegation from monday on.
func away(from, to release.PersonID, days int) release.Delegation {
	return release.Delegation{
		From: from, To: to, Window: release.Window{From: monday, To: monday.AddDate(0, 0, days), Zone: "Europe/London"}, By: from, At: monday,
	}
}

// T22: a delegation is bounded, of one party, of active people, never in a
// circle and never further than three; the refusal says which and shows the chain.
func TestDelegationsAreBounded(t *testing.T) {
	week := func(d release.Delegation, n int) release.Delegation {
		d.Window.From, d.Window.To = d.Window.From.AddDate(0, 0, 7*n), d.Window.To.AddDate(0, 0, 7*n)
		return d
	}
	ended := away("rm", "env", 7)
	ended.EndedAt, ended.EndedBy = monday, "rm"
	line := []release.Delegation{away("rm", "env", 7), away("env", "test", 7), away("test", "defect", 7)}
	tests := []struct {
		name  string
		asked release.Delegation
		kept  []release.Delegation
		field string // "" is taken
		says  string
	}{
		{"a colleague for a week", away("rm", "env", 7), nil, "", ""},
		{"thirty days", away("rm", "env", 30), nil, "", ""},
		{"a day more than policy allows", away("rm", "env", 31), nil, release.FieldUntil, "30 days"},
		{"over before it begins", away("rm", "env", -1), nil, release.FieldUntil, "before it begins"},
		{"over already", week(away("rm", "env", 7), -2), nil, release.FieldUntil, "past"},
		{"to oneself", away("rm", "rm", 7), nil, release.FieldDelegate, "themselves"},
		{"to somebody retired", away("rm", "gone", 7), nil, release.FieldDelegate, "active"},
		{"to nobody known", away("rm", "nobody", 7), nil, release.FieldDelegate, "active"},
		{"from somebody retired", away("gone", "rm", 7), nil, release.FieldAbsent, "active"},
		{"to another party", away("rm", "ex-dev", 7), nil, release.FieldDelegate, "no party"},
		{"twice at a time", away("rm", "test", 2), []release.Delegation{away("rm", "env", 7)}, release.FieldUntil, "Name of env"},
		{"after one that was ended", away("rm", "test", 2), []release.Delegation{ended}, "", ""},
		{"the week after", week(away("rm", "test", 7), 1), []release.Delegation{away("rm", "env", 7)}, "", ""},
		{"two who stand in for one another", away("env", "rm", 7), []release.Delegation{away("rm", "env", 7)}, release.FieldDelegate, "Name of env, then Name of rm, then Name of env"},
		{"the same a week later", week(away("env", "rm", 7), 1), []release.Delegation{away("rm", "env", 7)}, "", ""},
		{"a circle of four", away("defect", "rm", 7), line, release.FieldDelegate, "circle"},
		{"three in a row", away("test", "defect", 7), line[:2], "", ""},
		{"four in a row", away("defect", "pmo", 7), line, release.FieldDelegate, "Name of rm, then Name of env, then Name of test, then Name of defect, then Name of pmo"},
		{"four in a row, from the front", away("pmo", "rm", 7), line, release.FieldDelegate, "More than 3"},
		{"a circle is not hidden by a longer way", away("rm", "env", 14),
			[]release.Delegation{away("env", "rm", 2), week(away("env", "test", 7), 1), week(away("test", "defect", 7), 1)}, release.FieldDelegate, "circle"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := programme()
			err := test.asked.Check(&p, test.kept, monday)
			if test.field == "" {
				if err != nil {
					t.Errorf("refused: %v", err)
				}
				return
			}
			r, ok := release.AsRefusal(err)
			if !ok || len(r.Fields) != 1 || r.Fields[0].Field != test.field || !strings.Contains(r.Why, test.says) {
				t.Errorf("%+v; want %q refused for %q", err, test.field, test.says)
			}
		})
	}
}

// T22: whatever is asked for in whatever order, at no instant does anybody speak
// for themselves through others, nor through more than three.
func TestDelegationsNeverCircle(t *testing.T) {
	people := []release.PersonID{"rm", "env", "test", "defect", "pmo"}
	rapid.Check(t, func(t *rapid.T) {
		p := programme()
		var kept []release.Delegation
		for range rapid.IntRange(0, 12).Draw(t, "asked") {
			d := away(rapid.SampledFrom(people).Draw(t, "from"), rapid.SampledFrom(people).Draw(t, "to"), 0)
			d.Window.From = monday.AddDate(0, 0, rapid.IntRange(0, 5).Draw(t, "begins"))
			d.Window.To = d.Window.From.AddDate(0, 0, rapid.IntRange(1, 4).Draw(t, "days"))
			if d.Check(&p, kept, monday) == nil {
				kept = append(kept, d)
			}
		}
		for day := range 10 {
			inForce := release.InForceAt(kept, monday.AddDate(0, 0, day).Add(time.Hour))
			for _, id := range people {
				at, steps := id, 0
				for {
					i := slices.IndexFunc(inForce, func(d release.Delegation) bool { return d.From == at })
					if i < 0 {
						break
					}
					if at, steps = inForce[i].To, steps+1; steps > release.MaxDelegationChain {
						t.Fatalf("on day %d more than %d follow one another from %s: %v", day, release.MaxDelegationChain, id, inForce)
					}
				}
				if got := p.SpeakerFor(id, inForce); got != at {
					t.Fatalf("on day %d %s speaks for %s; want %s", day, got, id, at)
				}
			}
		}
	})
}

// T22: delegates sit in place of the absent with both names, one person still has
// one seat, and a delegate who retired leaves the seat to the absent.
func TestDelegatesSitForTheAbsent(t *testing.T) {
	rule := func(role release.Role) release.SeatRule {
		return release.SeatRule{Function: role, Of: "si", Mandatory: true}
	}
	board := []release.SeatRule{rule(release.ReleaseManager), rule(release.TestManager)}
	tests := []struct {
		name   string
		absent []release.Delegation
		retire release.PersonID
		want   []string
	}{
		{"nobody is away", nil, "", []string{"Name of rm", "Name of test"}},
		{"a colleague stands in", []release.Delegation{away("rm", "env", 7)}, "", []string{"Name of env for Name of rm", "Name of test"}},
		{"a chain ends with who is there", []release.Delegation{away("rm", "env", 7), away("env", "pmo", 7)}, "", []string{"Name of pmo for Name of rm", "Name of test"}},
		{"who has a seat keeps it, the other escalates", []release.Delegation{away("rm", "test", 7)}, "", []string{"Name of test for Name of rm", "Name of tmag"}},
		{"the delegate retired", []release.Delegation{away("rm", "env", 7)}, "env", []string{"Name of rm", "Name of test"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := programme()
			if test.retire != "" {
				retire(&p, test.retire)
			}
			seats, err := release.PlanSeats(board, release.Sitting{Programme: &p, Delegations: test.absent})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range seats {
				for _, id := range s.Holders {
					got = append(got, s.NameOf(id, &p))
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("who sits (-want +got):\n%s", diff)
			}
		})
	}
}

// T25: what somebody with a part in the change may not do alone, their delegate
// may not do for them.
func TestADelegateOfTheRequesterIsTheRequester(t *testing.T) {
	seat := release.Seat{Key: "seat-0", Mandatory: true, Holders: []release.PersonID{"q"}, For: map[release.PersonID]release.PersonID{"q": "raiser"}}
	votes := []release.Vote{{Seat: "seat-0", Person: "q", Choice: release.VoteGo}}
	got := release.Decide([]release.Seat{seat}, votes, release.Rules{Involved: []release.PersonID{"raiser"}})
	if got.Outcome != release.OutcomeNone {
		t.Errorf("%q; want no decision", got.Outcome)
	}
}
