package release_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

func numbers(rfcs []release.RFC) []int {
	var all []int
	for _, r := range rfcs {
		all = append(all, r.Number)
	}
	return all
}

func stories(all []release.Story) []int {
	var rfcs []release.RFC
	for _, s := range all {
		rfcs = append(rfcs, s.RFC)
	}
	return numbers(rfcs)
}

func (b *board) waiting(id release.PersonID) release.Waiting {
	b.Helper()
	w, err := b.desk.Waiting(b.Context(), id)
	b.must(err)
	return w
}

// What waits for whom, through the life of an RFC.
func TestWaiting(t *testing.T) {
	b := newBoard(t)
	sooner := content()
	sooner.Window.From = sooner.Window.From.Add(-time.Hour)
	b.raise(content())
	b.raise(sooner)
	b.must(second(b.desk.SaveDraft(t.Context(), b.as("ex-rm"), 0, 0, release.RFCContent{Title: "Later"})))
	poll := b.poll(1)
	b.vote(poll.ID, "ex-dev2", release.VoteGo, "")

	for _, id := range []release.PersonID{"ex-dev", "ex-dev2"} { // one seat, two people
		w := b.waiting(id)
		if diff := cmp.Diff([][]int{{2}, {1}}, [][]int{stories(w.Votes), stories(w.Voted)}); diff != "" {
			t.Errorf("%s, votes and voted (-want +got):\n%s", id, diff)
		}
	}
	w := b.waiting("ex-rm")
	if diff := cmp.Diff([][]int{nil, {3}, {2, 1}, {2, 1}}, [][]int{stories(w.Votes), numbers(w.Drafts), numbers(w.Mine), numbers(w.Next)}); diff != "" {
		t.Errorf("requester: votes, drafts, mine, next windows the soonest first (-want +got):\n%s", diff)
	}
	if w := b.waiting("sup-rep"); len(w.Votes)+len(w.Voted)+len(w.Drafts)+len(w.Mine) != 0 || len(w.Next) != 2 {
		t.Errorf("a representative: %+v", w)
	}
	b.clock = content().Window.To
	if w := b.waiting("sup-rep"); len(w.Next) != 0 {
		t.Errorf("windows that are over still come: %v", numbers(w.Next))
	}
}

// A condition waits for its owner until it is met or its RFC is withdrawn.
func TestConditionsThatWait(t *testing.T) {
	b := newBoard(t)
	for n := range 2 {
		poll := b.poll(b.raise(content()).Number)
		b.everybody(poll.ID, release.VoteGo)
		b.vote(poll.ID, "env", release.VoteConditional, "A backup.")
		b.pass(30 * time.Minute)
		b.in(n+1, release.Approved)
	}
	if got := b.waiting("ex-rm").Conditions; len(got) != 2 || len(b.waiting("env").Conditions) != 0 {
		t.Fatalf("waiting %+v", got)
	}
	b.must(second(b.desk.MeetCondition(t.Context(), b.as("ex-rm"), 1, "Backup 4711")))
	b.must(second(b.desk.WithdrawRFC(t.Context(), b.as("ex-rm"), 2, "Not needed.")))
	if got := b.waiting("ex-rm").Conditions; len(got) != 0 {
		t.Errorf("still waiting %+v", got)
	}
}

// T34: drafts of others are never listed, and a limit counts what is shown.
func TestList(t *testing.T) {
	b := newBoard(t)
	for range 3 {
		b.raise(content())
	}
	for _, id := range []release.PersonID{"ex-rm", "rm", "rm", "rm"} {
		b.must(second(b.desk.SaveDraft(t.Context(), b.as(id), 0, 0, release.RFCContent{Title: "Later"})))
	}
	b.must(second(b.desk.WithdrawRFC(t.Context(), b.as("ex-rm"), 2, "Not needed.")))
	tests := []struct {
		name   string
		reader release.PersonID
		filter release.RFCFilter
		want   []int
	}{
		{"all", "env", release.RFCFilter{}, []int{3, 2, 1}},
		{"all, with one's own drafts", "ex-rm", release.RFCFilter{}, []int{4, 3, 2, 1}},
		{"a limit skips nothing that is shown", "env", release.RFCFilter{Limit: 2}, []int{3, 2}},
		{"a limit with own drafts", "rm", release.RFCFilter{Limit: 4}, []int{7, 6, 5, 3}},
		{"by state", "env", release.RFCFilter{States: []release.RFCState{release.Withdrawn}}, []int{2}},
		{"drafts of one's own", "ex-rm", release.RFCFilter{States: []release.RFCState{release.Draft}}, []int{4}},
		{"somebody else's", "env", release.RFCFilter{RaisedBy: "rm"}, nil},
		{"one's own", "rm", release.RFCFilter{RaisedBy: "rm"}, []int{7, 6, 5}},
		{"by number", "env", release.RFCFilter{Numbers: []int{1, 5}}, []int{1}},
		{"nobody sees no drafts", release.Clockwork, release.RFCFilter{}, []int{3, 2, 1}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := b.desk.List(t.Context(), test.reader, test.filter)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, numbers(got)); diff != "" {
				t.Errorf("listed (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOpenVotesAreListedByDeadline(t *testing.T) {
	b := newBoard(t)
	b.raise(content())
	soon := content()
	soon.Window.From = monday.Add(5 * time.Hour)
	b.raise(soon)
	b.raise(content())
	b.must(second(b.desk.WithdrawRFC(t.Context(), b.as("ex-rm"), 3, "Not needed.")))
	open, err := b.desk.OpenVotes(t.Context())
	b.must(err)
	if diff := cmp.Diff([]int{2, 1}, stories(open)); diff != "" {
		t.Errorf("open votes (-want +got):\n%s", diff)
	}
}

func TestReadWhatDoesNotExist(t *testing.T) {
	b := newBoard(t)
	refused(t, second(b.desk.Read(t.Context(), "rm", 1)), release.CodeNotFound)
	refused(t, second(b.desk.Card(t.Context(), 0)), release.CodeNotFound)
}

// R11: without named parties an RFC impacts everybody who does not run the programme.
func TestImpactedParties(t *testing.T) {
	p := programme()
	p.Parties[5].Retired = true
	ids := func(r release.RFC) []string {
		var all []string
		for _, x := range r.ImpactedParties(&p) {
			all = append(all, string(x.ID))
		}
		return all
	}
	r := release.RFC{Content: content()}
	if got := ids(r); !slices.Equal(got, []string{"elexon", "dcc", "supplier"}) {
		t.Errorf("impacted by default: %v", got)
	}
	r.Content.Parties = []release.PartyID{"si", "dcc"}
	if got := ids(r); !slices.Equal(got, []string{"si", "dcc"}) {
		t.Errorf("impacted as named: %v", got)
	}
}

// What waits although its window has begun is late.
func TestLate(t *testing.T) {
	from := content().Window.From
	for _, s := range release.RFCStates() {
		r := release.RFC{State: s, Content: content()}
		want := !slices.Contains([]release.RFCState{
			release.Draft, release.Rejected, release.Go, release.Deployed, release.Closed, release.Withdrawn,
		}, s)
		if r.Late(from.Add(-1)) || r.Late(from) != want {
			t.Errorf("%s: late before %v, at the start %v; want %v", s, r.Late(from.Add(-1)), r.Late(from), want)
		}
	}
}

// R127: the score and its level.
func TestRiskLevels(t *testing.T) {
	for score, want := range map[[2]int]string{{1, 1}: "low", {2, 2}: "low", {1, 5}: "medium", {3, 3}: "medium", {2, 5}: "high", {4, 4}: "high", {4, 5}: "critical", {5, 5}: "critical"} {
		r := release.Risk{Likelihood: score[0], Consequence: score[1]}
		if r.Level() != want || r.Score() != score[0]*score[1] {
			t.Errorf("%v: %s, %d; want %s", score, r.Level(), r.Score(), want)
		}
	}
}
