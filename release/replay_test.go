package release_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// closedBallot is the approval of a patch, closed with these votes by seat; the empty
// choice is a silent seat. Its seats are the present policy's.
func closedBallot(t tester, id int64, votes map[release.PersonID]release.Choice, involved ...release.PersonID) release.Ballot {
	t.Helper()
	p := programme()
	rules := p.Policy.For(release.Patch, release.Approval)
	seats, err := release.PlanSeats(rules.Seats, release.Sitting{Programme: &p, RFC: release.RFC{Content: content()}, Involved: involved})
	if err != nil {
		t.Fatalf("plan: %v", err)
	}
	b := release.Ballot{
		ID: id, RFC: int(id), Purpose: release.Approval, Seats: seats, Raiser: "ex-rm", Involved: append([]release.PersonID{"ex-rm"}, involved...),
		Quorum: rules.Quorum, State: release.BallotClosed, ClosedAt: monday.Add(time.Duration(id) * time.Hour),
	}
	for _, s := range seats {
		for _, who := range s.Holders {
			if c := votes[who]; c != "" {
				b.Votes = append(b.Votes, release.Vote{Seat: s.Key, Person: who, Choice: c, Words: "because"})
				break
			}
		}
	}
	b.Outcome = b.Tally().Outcome
	return b
}

// altered returns the programme with the approval of patches changed.
func altered(change func(*release.BallotPolicy)) release.Programme {
	p := programme()
	types := maps.Clone(p.Policy.Types)
	rules := types[release.Patch]
	rules.Approval.Seats = slices.Clone(rules.Approval.Seats)
	change(&rules.Approval)
	types[release.Patch] = rules
	p.Policy.Types = types
	return p
}

// M20: which past decisions another policy would have taken otherwise, and why.
func TestReplay(t *testing.T) {
	everybody := map[release.PersonID]release.Choice{"rm": yes, "env": yes, "test": yes, "ex-dev": yes}
	but := func(who release.PersonID, c release.Choice) map[release.PersonID]release.Choice {
		votes := maps.Clone(everybody)
		votes[who] = c
		return votes
	}
	seat := func(role release.Role, of release.SeatParty) func(*release.BallotPolicy) {
		return func(b *release.BallotPolicy) {
			b.Seats = append(b.Seats, release.SeatRule{Function: role, Of: of, Mandatory: true})
		}
	}
	without := func(role release.Role) func(*release.BallotPolicy) {
		return func(b *release.BallotPolicy) {
			b.Seats = slices.DeleteFunc(b.Seats, func(s release.SeatRule) bool { return s.Function == role })
		}
	}
	tests := []struct {
		name     string
		votes    map[release.PersonID]release.Choice
		override bool
		change   func(*release.BallotPolicy)
		want     release.Outcome // "" decides as it did
		says     string
	}{
		{"the same policy", everybody, false, func(*release.BallotPolicy) {}, "", ""},
		{"a shorter deadline decides nothing", everybody, false, func(b *release.BallotPolicy) { b.Deadline = time.Hour }, "", ""},
		{"a new mandatory seat was not asked", everybody, false, seat(release.TMAGChair, "sro"), release.OutcomeNone, "SRO TMAG Chair, SRO"},
		{"a new mandatory seat that an optional one spoke for", but("defect", yes), false, func(b *release.BallotPolicy) { b.Seats[4].Mandatory = true }, "", ""},
		{"and one that did not", everybody, false, func(b *release.BallotPolicy) { b.Seats[4].Mandatory = true }, release.OutcomeNone, "Defect Manager"},
		{"without the seat that said No-Go", but("test", no), false, without(release.TestManager), release.OutcomeGo, "Every mandatory seat"},
		{"without the seat that was silent", but("env", silent), false, without(release.EnvironmentManager), release.OutcomeGo, "Every mandatory seat"},
		{"a quorum of all", everybody, false, func(b *release.BallotPolicy) { b.Quorum = 100 }, release.OutcomeNone, "quorum is 5"},
		{"a quorum that was met", everybody, false, func(b *release.BallotPolicy) { b.Quorum = 80 }, "", ""},
		{"an override that is allowed", but("env", no), true, func(b *release.BallotPolicy) { b.Override = true }, "", ""},
		{"an override that is not", but("env", no), true, func(b *release.BallotPolicy) { b.Override = false }, release.OutcomeNoGo, "may not override"},
		{"no such vote any more", everybody, false, func(b *release.BallotPolicy) { b.Seats = nil }, release.OutcomeNone, "no such vote"},
		{"the voter sits under another title", but("defect", yes), false, func(b *release.BallotPolicy) {
			b.Seats[4] = release.SeatRule{Function: release.TestDefectManager, Of: "si", Mandatory: true}
		}, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := closedBallot(t, 12, test.votes)
			if test.override {
				b.Outcome, b.OverrideReason = release.OutcomeGo, "The fix is needed."
			}
			p := altered(test.change)
			give(&p, "defect", release.TestDefectManager, "si")
			got := release.Replay([]release.Ballot{b}, []release.RFC{{Number: 12, Content: content()}}, &p)
			if test.want == "" {
				if len(got) != 0 {
					t.Errorf("would be %q (%s); want as it was", got[0].Would, got[0].Why)
				}
				return
			}
			if len(got) != 1 || got[0].Would != test.want || !strings.Contains(got[0].Why, test.says) {
				t.Errorf("%+v; want %q for %q", got, test.want, test.says)
			}
		})
	}
}

// M20: open and void votes are no decisions, and the order is that of deciding.
func TestReplayTakesDecisionsInTheirOrder(t *testing.T) {
	everybody := map[release.PersonID]release.Choice{"rm": yes, "env": yes, "test": yes, "ex-dev": yes}
	var ballots []release.Ballot
	for _, id := range []int64{3, 1, 2, 4} {
		ballots = append(ballots, closedBallot(t, id, everybody))
	}
	ballots[3].State = release.BallotVoid
	rfcs := []release.RFC{{Number: 1, Content: content()}, {Number: 3, Content: content()}, {Number: 4, Content: content()}}
	p := altered(func(b *release.BallotPolicy) { b.Quorum = 100 })
	var got []int
	for _, d := range release.Replay(ballots, rfcs, &p) {
		got = append(got, d.RFC.Number)
	}
	if diff := cmp.Diff([]int{1, 3}, got); diff != "" {
		t.Errorf("differences (-want +got):\n%s", diff)
	}
}

// M20: whatever was voted by whomever, and whoever has left or come since, the
// same policy decides everything as it was decided.
func TestReplayUnderTheSamePolicyDiffersNowhere(t *testing.T) {
	people := []release.PersonID{"rm", "env", "test", "defect", "ex-dev", "ex-dev2", "tmag"}
	rapid.Check(t, func(t *rapid.T) {
		quorum := rapid.SampledFrom([]int{0, 50, 90, 100}).Draw(t, "quorum")
		override := rapid.Bool().Draw(t, "override")
		p := altered(func(b *release.BallotPolicy) { b.Quorum, b.Override = quorum, override })
		involved := append([]release.PersonID{"ex-rm"}, rapid.SliceOfDistinct(rapid.SampledFrom(people), rapid.ID[release.PersonID]).Draw(t, "involved")...)
		absent := rapid.SliceOfNDistinct(rapid.Map(rapid.SampledFrom(people[:4]), func(id release.PersonID) release.Delegation { return away(id, "pmo", 7) }),
			0, 1, func(d release.Delegation) release.PersonID { return d.From }).Draw(t, "away")
		rfc := release.RFC{Number: 7, Content: content()}
		seats, err := release.PlanSeats(p.Policy.For(release.Patch, release.Approval).Seats,
			release.Sitting{Programme: &p, RFC: rfc, Involved: involved, Delegations: absent})
		if err != nil {
			return // it never opened
		}
		b := release.Ballot{
			ID: 9, RFC: 7, Purpose: release.Approval, Seats: seats, Raiser: "ex-rm", Involved: involved, Quorum: quorum,
			Override: override, State: release.BallotClosed, Votes: drawVotes(t, seats),
		}
		b.Outcome = b.Tally().Outcome
		if override && b.Outcome == release.OutcomeNoGo && rapid.Bool().Draw(t, "overridden") {
			b.Outcome, b.OverrideReason = release.OutcomeGo, "because"
		}
		later := p
		later.People = slices.Clone(p.People)
		for i := range later.People {
			later.People[i].Retired = rapid.Bool().Draw(t, "left")
		}
		if got := release.Replay([]release.Ballot{b}, []release.RFC{rfc}, &later); len(got) != 0 {
			t.Fatalf("was %q, would be %q: %s", b.Outcome, got[0].Would, got[0].Why)
		}
	})
}

// M20: replaying keeps nothing.
func TestReplayDecisionsKeepsNothing(t *testing.T) {
	b := newBoard(t)
	b.approved(content())
	before := b.store.snapshot()
	strict := altered(func(x *release.BallotPolicy) { x.Quorum = 100; x.Seats[4].Mandatory = true })
	for _, test := range []struct {
		next release.Programme
		want int
	}{{programme(), 0}, {strict, 0}, {altered(func(x *release.BallotPolicy) {
		x.Seats[4] = release.SeatRule{Function: release.PMO, Of: "si", Mandatory: true}
	}), 1}} {
		got, decided, err := b.desk.ReplayDecisions(t.Context(), test.next)
		b.must(err)
		if len(got) != test.want || decided != 1 {
			t.Errorf("%d of %d decisions differ; want %d of 1", len(got), decided, test.want)
		}
	}
	if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
		t.Errorf("something was kept:\n%s", diff)
	}
}
