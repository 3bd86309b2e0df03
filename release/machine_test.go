package release_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// machine does random acts of random people, the clock and the operator.
type machine struct {
	*board
	people []release.PersonID
}

// Whatever people do in whatever order: one vote at a time decides on the
// present content, only seats vote, a refusal changes nothing and an act
// leaves its line in the ledger (M1, M3, T22, T23, T25, T26).
func TestWhateverPeopleDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &machine{board: newBoard(t), people: []release.PersonID{"stranger"}}
		for _, x := range programme().People {
			m.people = append(m.people, x.ID)
		}
		t.Repeat(map[string]func(*rapid.T){
			"draft": m.draft, "raise": m.submit, "edit": m.edit, "withdraw": m.withdraw, "ask again": m.askAgain, "open": m.open,
			"vote": m.cast, "the board votes": m.carry, "close": m.shut, "meet": m.meet, "prefer": m.prefer, "press on": m.pressOn, "wait": m.wait, "programme": m.reapply,
			"": m.check,
		})
	})
}

// act lets somebody do something and checks what must hold of every act.
func (m *machine) act(t *rapid.T, do func(in release.Intent) error) {
	before := m.store.snapshot()
	in := m.as(rapid.OneOf(rapid.Just(release.PersonID("rm")), rapid.SampledFrom(m.people)).Draw(t, "who"))
	if n := len(before.Entries); rapid.IntRange(0, 9).Draw(t, "replay") == 0 {
		in.Key = before.Entries[rapid.IntRange(0, n-1).Draw(t, "of")].Intent
	}
	replay := in.Key != "" && slices.ContainsFunc(before.Entries, func(e release.Entry) bool { return e.Intent == in.Key })
	err := do(in)
	after := m.store.snapshot()
	if err == nil {
		if replay || len(after.Entries) == len(before.Entries) {
			t.Fatalf("carried out: a replay %v, %d entries", replay, len(after.Entries)-len(before.Entries))
		}
		return
	}
	r, ok := release.AsRefusal(err)
	if !ok {
		t.Fatalf("a fault: %v", err)
	}
	refused(t, err, r.Code)
	if !reflect.DeepEqual(before, after) {
		t.Fatalf("a refusal changed something: %v", r)
	}
}

func (m *machine) content(t *rapid.T) release.RFCContent {
	c := content()
	c.System = rapid.SampledFrom([]release.SystemID{"helix", "smart"}).Draw(t, "system")
	c.Type = rapid.SampledFrom([]release.ReleaseType{release.Minor, release.Patch, release.Emergency}).Draw(t, "type")
	c.Title = rapid.SampledFrom([]string{"One", "Two", "Three", "Four", ""}).Draw(t, "title")
	c.Window.From = m.clock.Add(time.Duration(rapid.IntRange(-5, 100).Draw(t, "from")) * time.Hour)
	c.Window.To = c.Window.From.Add(time.Duration(rapid.IntRange(1, 24).Draw(t, "lasts")) * time.Hour)
	return c
}

// number draws an RFC that exists, and now and then one that does not.
func (m *machine) number(t *rapid.T) (number, revision int) {
	w := m.store.snapshot()
	number = rapid.OneOf(rapid.IntRange(min(1, w.LastRFC), w.LastRFC), rapid.IntRange(0, w.LastRFC+1)).Draw(t, "number")
	if revisions := w.RFCs[number]; len(revisions) > 0 && rapid.IntRange(0, 5).Draw(t, "stale") > 0 {
		revision = revisions[len(revisions)-1].Revision
	}
	return number, revision
}

// ballotID draws a vote: mostly one that is open, now and then any or none.
func (m *machine) ballotID(t *rapid.T) int64 {
	w := m.store.snapshot()
	open := []int64{0}
	for id := range int64(len(w.Polls)) {
		if w.Polls[id+1].State == release.BallotOpen {
			open = append(open, id+1)
		}
	}
	slices.Reverse(open)
	return rapid.OneOf(rapid.SampledFrom(open), rapid.Int64Range(0, int64(len(w.Polls)+1))).Draw(t, "ballot")
}

func (m *machine) draft(t *rapid.T) {
	n, revision := m.number(t)
	c := m.content(t)
	m.act(t, func(in release.Intent) error { return second(m.desk.SaveDraft(t.Context(), in, n, revision, c)) })
}

func (m *machine) submit(t *rapid.T) {
	n, revision := m.number(t)
	if rapid.IntRange(0, 3).Draw(t, "from a draft") > 0 {
		n = 0
	}
	c := m.content(t)
	m.act(t, func(in release.Intent) error { return second(m.desk.RaiseRFC(t.Context(), in, n, revision, c)) })
}

func (m *machine) edit(t *rapid.T) {
	n, revision := m.number(t)
	c := m.content(t)
	m.act(t, func(in release.Intent) error { return second(m.desk.EditRFC(t.Context(), in, n, revision, c)) })
}

func (m *machine) withdraw(t *rapid.T) {
	n, _ := m.number(t)
	why := rapid.SampledFrom([]string{"", "It clashes."}).Draw(t, "why")
	m.act(t, func(in release.Intent) error { return second(m.desk.WithdrawRFC(t.Context(), in, n, why)) })
}

func (m *machine) askAgain(t *rapid.T) {
	n, _ := m.number(t)
	m.act(t, func(in release.Intent) error { return second(m.desk.AskAgain(t.Context(), in, n, time.Time{})) })
}

func (m *machine) open(t *rapid.T) {
	n, _ := m.number(t)
	m.act(t, func(in release.Intent) error { return second(m.desk.OpenGoNoGo(t.Context(), in, n, time.Time{})) })
}

func (m *machine) cast(t *rapid.T) {
	id, c := m.ballotID(t), rapid.SampledFrom(append(release.Choices(), "maybe")).Draw(t, "choice")
	words := rapid.SampledFrom([]string{"", "because"}).Draw(t, "words")
	m.act(t, func(in release.Intent) error { return second(m.desk.Cast(t.Context(), in, id, c, words)) })
}

// carry lets each seat of a vote say much the same, so that decisions happen.
func (m *machine) carry(t *rapid.T) {
	id := m.ballotID(t)
	choices := rapid.SampledFrom([][]release.Choice{{yes}, {yes}, {yes, perhaps}, {yes, no}, {pass}}).Draw(t, "choices")
	for i, s := range m.store.snapshot().Polls[id].Seats {
		_, err := m.desk.Cast(t.Context(), m.as(s.Holders[0]), id, choices[i%len(choices)], "because")
		m.bearable(t, err)
	}
	if rapid.Bool().Draw(t, "and waits") {
		m.pass(31 * time.Minute)
	}
}

// pressOn takes an RFC some strides towards its Go, which random steps seldom reach.
func (m *machine) pressOn(t *rapid.T) {
	n, _ := m.number(t)
	for range rapid.IntRange(1, 3).Draw(t, "strides") {
		w := m.store.snapshot()
		if len(w.RFCs[n]) > 0 && w.RFCs[n][len(w.RFCs[n])-1].State == release.Approved {
			_, err := m.desk.OpenGoNoGo(t.Context(), m.as("rm"), n, time.Time{})
			m.bearable(t, err)
		}
		for id, b := range m.store.snapshot().Polls {
			if b.RFC == n && b.State == release.BallotOpen {
				m.unanimous(t, id)
			}
		}
		m.pass(31 * time.Minute)
	}
}

func (m *machine) unanimous(t *rapid.T, id int64) {
	for _, s := range m.store.snapshot().Polls[id].Seats {
		_, err := m.desk.Cast(t.Context(), m.as(s.Holders[0]), id, yes, "")
		m.bearable(t, err)
	}
}

func (m *machine) bearable(t *rapid.T, err error) {
	if _, ok := release.AsRefusal(err); err != nil && !ok {
		t.Fatalf("a fault: %v", err)
	}
}

// shut closes a vote, sometimes before the clockwork sees that it may.
func (m *machine) shut(t *rapid.T) {
	if rapid.Bool().Draw(t, "late") {
		m.clock = m.clock.Add(31 * time.Minute)
	}
	id, override := m.ballotID(t), rapid.SampledFrom([]string{"", "I know better."}).Draw(t, "override")
	m.act(t, func(in release.Intent) error { return second(m.desk.Close(t.Context(), in, id, override)) })
}

func (m *machine) meet(t *rapid.T) {
	id := int64(rapid.IntRange(0, len(m.store.snapshot().Conditions)+1).Draw(t, "condition"))
	m.act(t, func(in release.Intent) error {
		return second(m.desk.MeetCondition(t.Context(), in, id, "Backup 4711"))
	})
}

func (m *machine) prefer(t *rapid.T) {
	c := rapid.SampledFrom([]release.Cadence{release.Daily, release.Weekly, release.Immediate, "never"}).Draw(t, "cadence")
	m.act(t, func(in release.Intent) error { return m.desk.Prefer(t.Context(), in, c) })
}

func (m *machine) wait(t *rapid.T) {
	m.pass(time.Duration(rapid.SampledFrom([]int{1, 15, 31, 60, 600, 1500, 2900}).Draw(t, "minutes")) * time.Minute)
}

func (m *machine) reapply(t *rapid.T) {
	p := programme()
	for i := range p.People {
		p.People[i].Retired = p.People[i].Retired || rapid.IntRange(0, 9).Draw(t, "retired") == 0
	}
	m.apply(p)
}

func (m *machine) check(t *rapid.T) {
	w := m.store.snapshot()
	ballots := map[int][]release.Ballot{} // of an RFC, the oldest first
	for id := range int64(len(w.Polls)) {
		b := w.Polls[id+1]
		for _, v := range w.Votes {
			if v.Ballot == b.ID {
				b.Votes = append(b.Votes, v)
			}
		}
		checkBallot(t, b, m.clock)
		ballots[b.RFC] = append(ballots[b.RFC], b)
	}
	for number, revisions := range w.RFCs {
		if err := checkRFC(revisions[len(revisions)-1], ballots[number]); err != nil {
			t.Fatalf("%v", err)
		}
	}
}

func checkBallot(t *rapid.T, b release.Ballot, now time.Time) {
	for _, v := range b.Votes {
		seat, sits := b.SeatOf(v.Person)
		inTime := v.At.Before(b.Deadline) && !v.At.Before(b.OpenedAt) && (b.State == release.BallotOpen || !v.At.After(b.ClosedAt))
		if !sits || seat.Key != v.Seat || !inTime {
			t.Fatalf("vote %d of %s: sits %v, in time %v", v.ID, v.Person, sits, inTime)
		}
	}
	switch b.State {
	case release.BallotOpen:
		if b.Outcome != "" || b.Deadline.Before(b.MinimumUntil) || b.Deadline.After(now.Add(release.MaxDeadline)) {
			t.Fatalf("open vote %+v", b)
		}
	case release.BallotClosed:
		counted := b.Tally().Outcome
		overridden := b.OverrideReason != "" && counted == release.OutcomeNoGo && b.Outcome == release.OutcomeGo && b.Override && b.IsChair(b.ClosedBy)
		if (counted != b.Outcome && !overridden) || b.ClosedAt.Before(b.MinimumUntil) {
			t.Fatalf("closed %+v; counted %q", b, counted)
		}
	case release.BallotVoid:
		if b.Outcome != "" || b.VoidReason == "" {
			t.Fatalf("void vote %+v", b)
		}
	}
}

// checkRFC checks an RFC's state against its ballots.
func checkRFC(r release.RFC, ballots []release.Ballot) error {
	open := map[release.Purpose]int{}
	decided := map[release.Purpose]release.Outcome{} // on the present content, last
	for _, b := range ballots {
		switch {
		case b.State == release.BallotOpen && b.Digest != digestOf(r):
			return fmt.Errorf("the vote on %s is about other bytes", r.Name())
		case b.State == release.BallotOpen:
			open[b.Purpose]++
		case b.State == release.BallotClosed && b.Digest == digestOf(r):
			decided[b.Purpose] = b.Outcome
		case b.State == release.BallotClosed:
			delete(decided, b.Purpose)
		}
	}
	want := map[release.RFCState]map[release.Purpose]int{release.Raised: {release.Approval: 1}, release.InGoNoGo: {release.Deployment: 1}}
	if len(open) != len(want[r.State]) || open[release.Approval] != want[r.State][release.Approval] || open[release.Deployment] != want[r.State][release.Deployment] {
		return fmt.Errorf("%s is %q with open votes %v", r.Name(), r.State, open)
	}
	past := slices.Contains([]release.RFCState{release.Approved, release.InGoNoGo, release.NoGo, release.Go}, r.State)
	if past && decided[release.Approval] != release.OutcomeGo {
		return fmt.Errorf("%s is %q; its approval of the present content: %q", r.Name(), r.State, decided[release.Approval])
	}
	if r.State == release.Go && decided[release.Deployment] != release.OutcomeGo {
		return fmt.Errorf("%s is Go; its Go/No-Go on the present content: %q", r.Name(), decided[release.Deployment])
	}
	return nil
}
