package release_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

func seats(mandatory, optional int) []release.Seat {
	var all []release.Seat
	for i := range mandatory + optional {
		all = append(all, release.Seat{
			Key: fmt.Sprintf("seat-%d", i), Function: release.TestManager, Mandatory: i < mandatory,
			Holders: []release.PersonID{release.PersonID(fmt.Sprintf("p%d", i)), release.PersonID(fmt.Sprintf("q%d", i))},
		})
	}
	return all
}

// ballotOf casts one vote for each seat in turn; "" is a seat that is silent.
func ballotOf(choices ...release.Choice) []release.Vote {
	var votes []release.Vote
	for i, c := range choices {
		if c != "" {
			votes = append(votes, release.Vote{
				Seat: fmt.Sprintf("seat-%d", i), Person: release.PersonID(fmt.Sprintf("p%d", i)), Choice: c, Words: "because",
			})
		}
	}
	return votes
}

const (
	yes     = release.VoteGo
	perhaps = release.VoteConditional
	no      = release.VoteNoGo
	pass    = release.VoteAbstain
	silent  = release.Choice("")
)

// The three mandatory seats come first, then one optional.
func TestDecideFollowsTheRulesInOrder(t *testing.T) {
	tests := []struct {
		name  string
		votes []release.Vote
		want  release.Outcome
	}{
		{"rule 5: everybody says Go", ballotOf(yes, yes, yes, yes), release.OutcomeGo},
		{"rule 5: an optional seat may be silent", ballotOf(yes, yes, yes, silent), release.OutcomeGo},
		{"rule 5: a Go with conditions is a Go", ballotOf(perhaps, pass, pass), release.OutcomeGo},
		{"rule 5: an abstention is heard, one Go is enough", ballotOf(pass, yes, pass), release.OutcomeGo},
		{"rule 5: one No-Go stands against all others", ballotOf(yes, yes, yes, no), release.OutcomeNoGo},
		{"rule 5: a No-Go stands although a mandatory seat is silent", ballotOf(no, silent, yes), release.OutcomeNoGo},
		{"T25: nobody spoke", nil, release.OutcomeNone},
		{"T25: silence of one mandatory seat is never consent", ballotOf(yes, yes, silent, yes), release.OutcomeNone},
		{"T5: all abstain, a tie, No-Go", ballotOf(pass, pass, pass, pass), release.OutcomeNoGo},
		{"T20: an optional Go never makes up for abstentions", ballotOf(pass, pass, pass, yes), release.OutcomeNoGo},
		{"T23: the last vote of a seat counts", append(ballotOf(no, yes, yes), ballotOf(yes)...), release.OutcomeGo},
		{"T23: and it may change back", append(ballotOf(yes, yes, yes), ballotOf(no)...), release.OutcomeNoGo},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tally := release.Decide(seats(3, 1), test.votes, involved("nobody"))
			if tally.Outcome != test.want {
				t.Errorf("outcome %q (%s); want %q", tally.Outcome, tally.Why, test.want)
			}
			if tally.Why == "" {
				t.Error("the rule behind the outcome is not told (M2)")
			}
		})
	}
}

// T25: nobody approves their own change alone, however many seats they leave
// to others who abstain.
func TestTheRequesterAloneNeverSuffices(t *testing.T) {
	alone := release.Decide(seats(3, 1), ballotOf(yes, pass, pass, yes), involved("p0"))
	if alone.Outcome != release.OutcomeNone {
		t.Errorf("the requester alone: %q; want no decision", alone.Outcome)
	}
	together := release.Decide(seats(3, 1), ballotOf(yes, yes, pass, pass), involved("p0"))
	if together.Outcome != release.OutcomeGo {
		t.Errorf("with one other mandatory Go: %q; want Go", together.Outcome)
	}
}

// M2: a requester who repeats a colleague's Go on their shared seat does not
// take it away; a colleague's Go that was withdrawn in between is gone.
func TestARepeatedGoOfTheRequesterTakesNothingAway(t *testing.T) {
	colleague := release.Vote{Seat: "seat-0", Person: "q0", Choice: yes}
	own := release.Vote{Seat: "seat-0", Person: "p0", Choice: perhaps}
	abstains := release.Vote{Seat: "seat-0", Person: "q0", Choice: pass}
	if got := release.Decide(seats(1, 0), []release.Vote{colleague, own}, involved("p0")).Outcome; got != release.OutcomeGo {
		t.Errorf("colleague's Go, then the requester's: %q; want Go", got)
	}
	if got := release.Decide(seats(1, 0), []release.Vote{colleague, abstains, own}, involved("p0")).Outcome; got != release.OutcomeNone {
		t.Errorf("colleague withdrew, then the requester's Go: %q; want no decision", got)
	}
}

// M1: five Go votes of one organisation leave the decision open, and the
// missing seat of the other one is named.
func TestOneOrganisationCannotCarryTheBoard(t *testing.T) {
	p := programme()
	var board []release.Seat
	var votes []release.Vote
	for _, role := range []release.Role{release.ReleaseManager, release.EnvironmentManager, release.TestManager, release.DefectManager, release.PMO} {
		board = append(board, release.Seat{Key: string(role) + "/si", Function: role, Party: "si", Mandatory: true})
		votes = append(votes, release.Vote{Seat: string(role) + "/si", Person: release.PersonID(role), Choice: yes})
	}
	board = append(board, release.Seat{Key: "development-team-lead/elexon", Function: release.DevelopmentTeamLead, Party: "elexon", Mandatory: true})
	tally := release.Decide(board, votes, involved("ex-rm"))
	if tally.Outcome != release.OutcomeNone || len(tally.Go) != 5 {
		t.Fatalf("outcome %q with %d Go; want no decision with 5", tally.Outcome, len(tally.Go))
	}
	var missing []string
	for _, s := range tally.MissingMandatory() {
		missing = append(missing, s.Label(&p))
	}
	if diff := cmp.Diff([]string{"Development Team Lead, Elexon"}, missing); diff != "" {
		t.Errorf("missing seats (-want +got):\n%s", diff)
	}
}

func rank(o release.Outcome) int {
	return slices.Index([]release.Outcome{release.OutcomeNoGo, release.OutcomeNone, release.OutcomeGo}, o)
}

// drawVotes draws votes in the order in which they were cast; the first two
// people may share each seat, and p0 is the requester.
func drawVotes(t *rapid.T, board []release.Seat) []release.Vote {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) release.Vote {
		s := rapid.SampledFrom(board).Draw(t, "seat")
		return release.Vote{
			Seat: s.Key, Person: rapid.SampledFrom(s.Holders).Draw(t, "person"),
			Choice: rapid.SampledFrom(release.Choices()).Draw(t, "choice"), Words: "because",
		}
	}), 0, 12).Draw(t, "votes")
}

func drawBoard(t *rapid.T) []release.Seat {
	return seats(rapid.IntRange(1, 4).Draw(t, "mandatory"), rapid.IntRange(0, 2).Draw(t, "optional"))
}

func involved(ids ...release.PersonID) release.Rules { return release.Rules{Involved: ids} }

func drawRules(t *rapid.T) release.Rules {
	rules := release.Rules{Quorum: rapid.SampledFrom([]int{0, 1, 50, 51, 67, 100}).Draw(t, "quorum"), Involved: []release.PersonID{"p0"}}
	return release.Rules{Quorum: rules.Quorum, Involved: append(rules.Involved, rapid.SliceOfDistinct(
		rapid.SampledFrom([]release.PersonID{"q0", "p1", "q1"}), rapid.ID[release.PersonID]).Draw(t, "involved")...)}
}

// T21: a quorum is rounded up, counts abstentions as heard and never as a yes,
// and none at all still asks for every mandatory seat. The board has one
// mandatory seat of five.
func TestTheQuorumIsRoundedUp(t *testing.T) {
	tests := []struct {
		name   string
		quorum int
		votes  []release.Vote
		want   release.Outcome
	}{
		{"none: the mandatory seat alone", 0, ballotOf(yes), release.OutcomeGo},
		{"none: never the first answer of anybody", 0, ballotOf(silent, yes, yes, yes, yes), release.OutcomeNone},
		{"half of five is three: two are too few", 50, ballotOf(yes, yes), release.OutcomeNone},
		{"half of five is three: three are enough", 50, ballotOf(yes, yes, yes), release.OutcomeGo},
		{"40 of a hundred of five is two exactly", 40, ballotOf(yes, yes), release.OutcomeGo},
		{"41 of a hundred of five is three", 41, ballotOf(yes, yes), release.OutcomeNone},
		{"1 of a hundred is one", 1, ballotOf(yes), release.OutcomeGo},
		{"T20: abstentions are heard", 60, ballotOf(yes, pass, pass), release.OutcomeGo},
		{"T20: abstentions are no yes", 60, ballotOf(pass, pass, pass), release.OutcomeNoGo},
		{"T20: an opponent never completes it to a Go", 60, ballotOf(yes, pass, no), release.OutcomeNoGo},
		{"everybody", 100, ballotOf(yes, yes, yes, yes), release.OutcomeNone},
		{"everybody was heard", 100, ballotOf(yes, pass, pass, pass, pass), release.OutcomeGo},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tally := release.Decide(seats(1, 4), test.votes, release.Rules{Quorum: test.quorum})
			if tally.Outcome != test.want {
				t.Errorf("%q (%s); want %q", tally.Outcome, tally.Why, test.want)
			}
		})
	}
}

// T25: whoever built it or deploys it is no second pair of eyes.
func TestTheInvolvedTogetherNeverSuffice(t *testing.T) {
	rules := involved("p0", "p1")
	if got := release.Decide(seats(3, 1), ballotOf(yes, yes, pass, yes), rules).Outcome; got != release.OutcomeNone {
		t.Errorf("requester and builder alone: %q; want no decision", got)
	}
	if got := release.Decide(seats(3, 1), ballotOf(yes, yes, yes), rules).Outcome; got != release.OutcomeGo {
		t.Errorf("with a Go of somebody else: %q; want Go", got)
	}
}

// M2: the order in which different seats speak does not matter, and the same
// votes always give the same result.
func TestTheOrderOfSeatsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		board := drawBoard(t)
		votes, rules := drawVotes(t, board), drawRules(t)
		want := release.Decide(board, votes, rules)
		if diff := cmp.Diff(want, release.Decide(board, slices.Clone(votes), rules)); diff != "" {
			t.Fatalf("a replay differs:\n%s", diff)
		}
		order := rapid.Permutation(board).Draw(t, "order")
		var shuffled []release.Vote
		for _, s := range order {
			for _, v := range votes {
				if v.Seat == s.Key {
					shuffled = append(shuffled, v)
				}
			}
		}
		if diff := cmp.Diff(want, release.Decide(board, shuffled, rules)); diff != "" {
			t.Fatalf("another order of seats differs:\n%s", diff)
		}
	})
}

// M2, T20: one more Go, from whatever a seat said before but a No-Go included,
// never makes the outcome worse; one more No-Go never makes it better.
func TestTheTallyIsMonotonic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		board := drawBoard(t)
		votes, rules := drawVotes(t, board), drawRules(t)
		s := rapid.SampledFrom(board).Draw(t, "last seat")
		last := release.Vote{Seat: s.Key, Person: rapid.SampledFrom(s.Holders).Draw(t, "last person"), Words: "because"}
		before := release.Decide(board, votes, rules)
		last.Choice = rapid.SampledFrom([]release.Choice{yes, perhaps}).Draw(t, "go")
		if after := release.Decide(board, append(slices.Clone(votes), last), rules); rank(after.Outcome) < rank(before.Outcome) {
			t.Fatalf("a Go turned %q into %q", before.Outcome, after.Outcome)
		}
		last.Choice = no
		if after := release.Decide(board, append(slices.Clone(votes), last), rules); rank(after.Outcome) > rank(before.Outcome) {
			t.Fatalf("a No-Go turned %q into %q", before.Outcome, after.Outcome)
		}
	})
}

// DESIGN rule 5, said once more and independently of how Decide counts it.
func TestAGoHasEveryReasonToBeOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		board := drawBoard(t)
		rules := drawRules(t)
		b := release.Ballot{Seats: board, Votes: drawVotes(t, board), Raiser: "p0", Involved: rules.Involved, Quorum: rules.Quorum}
		heard, othersGo, standsNo := true, false, false
		for _, s := range board {
			v, spoke := b.Standing(s.Key)
			heard = heard && (spoke || !s.Mandatory)
			standsNo = standsNo || v.Choice == no
			if s.Mandatory && v.Choice.ForGo() {
				for _, x := range b.Votes {
					othersGo = othersGo || (x.Seat == s.Key && x.Choice.ForGo() && !b.IsInvolved(x.Person))
				}
			}
		}
		tally := b.Tally()
		enough := float64(tally.HeardSeats()) >= float64(b.Quorum)/100*float64(len(board))-1e-9
		if tally.Outcome == release.OutcomeGo && (!heard || standsNo || !othersGo || !enough) {
			t.Fatalf("a Go although heard=%v, quorum=%v, No-Go=%v, somebody else's Go=%v", heard, enough, standsNo, othersGo)
		}
		if n := len(tally.Go) + len(tally.NoGo) + len(tally.Abstain) + len(tally.Silent); n != len(board) {
			t.Fatalf("%d seats counted; want %d", n, len(board))
		}
	})
}
