package release_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// waits is an RFC that waits for the board, with a window some hours away.
func waits(number int, t release.ReleaseType, state release.RFCState, hours int) release.RFC {
	c := content()
	c.Type, c.Title = t, fmt.Sprintf("Change %d", number)
	c.Window.From = monday.Add(time.Duration(hours) * time.Hour)
	c.Window.To = c.Window.From.Add(2 * time.Hour)
	return release.RFC{Number: number, State: state, Content: c, RaisedBy: "ex-rm"}
}

func order(items []release.AgendaItem) []string {
	var names []string
	for _, x := range items {
		names = append(names, string(x.Part)+": "+x.Subject)
	}
	return names
}

// R60: the agenda takes emergencies first, then what cannot wait for the board
// after this one, then majors, minors and patches by their windows, then the rest.
func TestAgendaOrder(t *testing.T) {
	p := programme()
	m := release.Matters{
		Next: monday.Add(48 * time.Hour),
		RFCs: []release.RFC{
			waits(1, release.Patch, release.Approved, 100), waits(2, release.Minor, release.Raised, 90), waits(3, release.Major, release.Undecided, 300),
			waits(4, release.Emergency, release.Raised, 400), waits(5, release.Patch, release.Approved, 47), waits(6, release.Major, release.NoGo, 200),
			waits(7, release.Patch, release.InGoNoGo, 48), waits(8, release.Minor, release.Raised, -1), waits(9, release.Major, release.Go, 60),
			waits(10, release.Major, release.Draft, 60), waits(11, release.Major, release.Withdrawn, 60), waits(12, release.Major, release.Rejected, 60),
		},
		Conditions: []release.Condition{
			{ID: 1, RFC: 9, Words: "Run the smoke test", By: "test", Owner: "ex-rm"},
			{ID: 2, RFC: 11, Words: "Of a withdrawn one", By: "test", Owner: "ex-rm"},
		},
		Debts: []release.Debt{{ID: 3, Release: 7, Kind: release.Retrospective, Owner: "ex-rm", Due: monday}},
	}
	got := order(release.PlanAgenda(&p, m, monday))
	want := []string{
		"emergencies: rfc/4", "cannot wait for the next board: rfc/8", "cannot wait for the next board: rfc/5",
		"majors: rfc/6", "majors: rfc/3", "minors: rfc/2", "patches: rfc/7", "patches: rfc/1", "the rest: debt/3", "the rest: condition/1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("agenda (-want +got):\n%s", diff)
	}
}

// Each item says what is asked of the board, and who asks.
func TestAgendaAsks(t *testing.T) {
	p := programme()
	seats := []release.Seat{{Key: "a", Holders: []release.PersonID{"rm"}, Mandatory: true}, {Key: "b", Holders: []release.PersonID{"env"}}}
	for _, c := range []struct {
		rfc  release.RFC
		want string
	}{
		{waits(1, release.Minor, release.Raised, 90), "Decide on its approval: 1 of 2 seats heard, the vote ends Wed 25 Nov 2026 09:00 GMT."},
		{waits(1, release.Minor, release.InGoNoGo, 90), "Decide Go or No-Go: 1 of 2 seats heard, the vote ends Wed 25 Nov 2026 09:00 GMT."},
		{waits(1, release.Minor, release.Approved, 90), "Open its deployment Go/No-Go"},
		{waits(1, release.Minor, release.NoGo, 90), "what must change after its No-Go"},
		{waits(1, release.Minor, release.Undecided, 90), "Ask again"},
		{waits(1, release.Minor, release.Approved, -3), "its window began Mon 23 Nov 2026 06:00 GMT and it is approved"},
	} {
		b := release.Ballot{ID: 1, RFC: 1, Purpose: release.Approval, Seats: seats, State: release.BallotOpen, Deadline: monday.Add(48 * time.Hour), Votes: []release.Vote{{Seat: "a", Person: "rm", Choice: release.VoteGo}}}
		switch c.rfc.State {
		case release.InGoNoGo:
			b.Purpose = release.Deployment
		case release.Raised:
		default:
			b.State = release.BallotClosed
		}
		items := release.PlanAgenda(&p, release.Matters{RFCs: []release.RFC{c.rfc}, Ballots: []release.Ballot{b}}, monday)
		if len(items) != 1 || !strings.Contains(items[0].Asked, c.want) || items[0].Requester != "ex-rm" || items[0].Title != "Change 1" {
			t.Errorf("%s: %+v; want %q", c.rfc.State, items, c.want)
		}
	}
}

// R60: in whatever order things are handed in, the agenda is the same, its parts
// follow each other and so do the windows within a part.
func TestAgendaProperty(t *testing.T) {
	p := programme()
	rapid.Check(t, func(t *rapid.T) {
		m := release.Matters{Next: monday.Add(time.Duration(rapid.IntRange(0, 99).Draw(t, "next")) * time.Hour)}
		for n := range rapid.IntRange(0, 12).Draw(t, "RFCs") {
			kind := rapid.SampledFrom(release.ReleaseTypes()).Draw(t, "type")
			state := rapid.SampledFrom(release.RFCStates()).Draw(t, "state")
			m.RFCs = append(m.RFCs, waits(n+1, kind, state, rapid.IntRange(-50, 200).Draw(t, "hours")))
		}
		items := release.PlanAgenda(&p, m, monday)
		shuffled := m
		shuffled.RFCs = rapid.Permutation(m.RFCs).Draw(t, "order")
		if diff := cmp.Diff(items, release.PlanAgenda(&p, shuffled, monday)); diff != "" {
			t.Fatalf("another order, another agenda:\n%s", diff)
		}
		for i, x := range items {
			last := items[max(i-1, 0)]
			before, now := slices.Index(release.AgendaParts(), last.Part), slices.Index(release.AgendaParts(), x.Part)
			if before > now || (before == now && last.Window.From.After(x.Window.From)) {
				t.Fatalf("out of order:\n%s", strings.Join(order(items), "\n"))
			}
			if x.Type == release.Emergency && x.Part != release.AgendaEmergencies {
				t.Fatalf("an emergency waits: %+v", x)
			}
		}
	})
}
