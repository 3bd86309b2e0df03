package release_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// openBallot is open from monday for a day, an hour at least, with one
// mandatory seat of two holders, one optional, and a chair.
func openBallot() release.Ballot {
	board := seats(1, 1)
	board[0].Chair = true
	return release.Ballot{
		ID: 7, RFC: 12, Purpose: release.Approval, Seats: board, Raiser: "p1", State: release.BallotOpen, OpenedAt: monday,
		MinimumUntil: monday.Add(time.Hour), Deadline: monday.Add(24 * time.Hour),
		Reminders: []time.Time{monday.Add(20 * time.Hour), monday.Add(23 * time.Hour)},
	}
}

func TestCast(t *testing.T) {
	closed, void := openBallot(), openBallot()
	closed.State, void.State = release.BallotClosed, release.BallotVoid
	open := openBallot()
	last := open.Deadline.Add(-time.Microsecond)
	tests := []struct {
		name   string
		ballot release.Ballot
		by     release.PersonID
		choice release.Choice
		words  string
		now    time.Time
		code   release.Code // "" is a vote that counts
	}{
		{"T23: a Go counts from the first instant", open, "p0", yes, "", monday, ""},
		{"T23: and until the last one", open, "p0", yes, "", last, ""},
		{"T23: at the deadline exactly it does not", open, "p0", yes, "", open.Deadline, release.CodeState},
		{"T23: nor after it", open, "p0", yes, "", open.Deadline.Add(time.Hour), release.CodeState},
		{"T23: a closed vote is closed before its deadline", closed, "p0", yes, "", monday, release.CodeState},
		{"M3: a void vote takes no more votes", void, "p0", yes, "", monday, release.CodeState},
		{"T22: a colleague speaks for the same seat", open, "q0", pass, "", monday, ""},
		{"T22: whoever has no seat is refused", open, "rm", yes, "", monday, release.CodeForbidden},
		{"nobody is nobody", open, release.Clockwork, yes, "", monday, release.CodeForbidden},
		{"an unknown choice", open, "p0", "maybe", "", monday, release.CodeInvalid},
		{"T24: a No-Go needs its reason", open, "p0", no, "", monday, release.CodeInvalid},
		{"T24: blanks are no reason", open, "p0", no, " \n\t", monday, release.CodeInvalid},
		{"T24: nor are characters without ink", open, "p0", no, "\u200b\u2060", monday, release.CodeInvalid},
		{"T24: a No-Go with its reason", open, "p0", no, " too risky ", monday, ""},
		{"T24: conditions must be said", open, "p0", perhaps, "", monday, release.CodeInvalid},
		{"a Go may have words", open, "p0", yes, "well done", monday, ""},
		{"an abstention without ink in its words", open, "p0", pass, "\u200b", monday, release.CodeInvalid},
		{"control characters", open, "p0", no, "bad \x00 byte", monday, release.CodeInvalid},
		{"T32: text that turns its direction", open, "p0", no, "a\u202eb", monday, release.CodeInvalid},
		{"bytes that are no text", open, "p0", no, "\xff\xfe", monday, release.CodeInvalid},
		{"lines and tabs are fine", open, "p0", no, "one\ntwo\tthree", monday, ""},
		{"the longest words", open, "p0", no, strings.Repeat("é", release.MaxText), monday, ""},
		{"longer ones", open, "p0", no, strings.Repeat("é", release.MaxText+1), monday, release.CodeInvalid},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v, err := test.ballot.Cast(test.by, test.choice, test.words, test.now)
			if test.code != "" {
				refused(t, err, test.code)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			want := release.Vote{Ballot: 7, Seat: "seat-0", Person: test.by, Choice: test.choice, Words: strings.TrimSpace(test.words), At: test.now, Road: release.VotedInSlack}
			if diff := cmp.Diff(want, v); diff != "" {
				t.Errorf("vote (-want +got):\n%s", diff)
			}
		})
	}
}

// T24: early only when everybody has spoken and the minimum time is over.
func TestSettled(t *testing.T) {
	all, some, objection := ballotOf(yes, pass), ballotOf(yes), ballotOf(no, yes)
	least := monday.Add(time.Hour)
	tests := []struct {
		name     string
		votes    []release.Vote
		override bool
		now      time.Time
		want     bool
	}{
		{"everybody, at the minimum time exactly", all, false, least, true},
		{"everybody, an instant too early", all, false, least.Add(-time.Microsecond), false},
		{"an optional seat may still say No-Go", some, false, least, false},
		{"nobody", nil, false, least, false},
		{"a No-Go of everybody heard", objection, false, least, true},
		{"rule 5: a No-Go that the chair may override is the chair's to close", objection, true, least, false},
		{"rule 5: there is nothing to override in a Go", all, true, least, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := openBallot()
			b.Votes, b.Override = test.votes, test.override
			if got := b.Settled(test.now); got != test.want {
				t.Errorf("settled %v; want %v", got, test.want)
			}
			b.State = release.BallotClosed
			if b.Settled(test.now) {
				t.Error("a closed vote is settled once more")
			}
		})
	}
	b := openBallot()
	b.Votes, b.Override, b.Raiser = objection, true, "p0"
	b.Seats[0].Holders = []release.PersonID{"p0"}
	if !b.Settled(least) {
		t.Error("a chair who raised the RFC overrides nothing and is not waited for (rule 6)")
	}
}

// T24, T25: the clockwork looks at the minimum time, at each reminder and at
// the deadline, and never in the past.
func TestNextDue(t *testing.T) {
	b := openBallot()
	at := func(h int) time.Time { return monday.Add(time.Duration(h) * time.Hour) }
	steps := []struct{ now, want time.Time }{
		{at(0), at(1)}, {at(1), at(20)}, {at(20).Add(-1), at(20)}, {at(20), at(23)}, {at(23), at(24)}, {at(24), at(24)}, {at(90), at(24)},
	}
	for _, step := range steps {
		if got := b.NextDue(step.now); !got.Equal(step.want) {
			t.Errorf("at %s next due %s; want %s", step.now, got, step.want)
		}
	}
	b.State = release.BallotVoid
	if got := b.NextDue(at(0)); !got.IsZero() {
		t.Errorf("a void vote is due at %s", got)
	}
}

// T23: votes are append-only and the last of each seat stands.
func TestStanding(t *testing.T) {
	b := openBallot()
	if _, ok := b.Standing("seat-0"); ok {
		t.Error("a silent seat has a standing vote")
	}
	b.Votes = append(ballotOf(yes, pass), release.Vote{Seat: "seat-0", Person: "q0", Choice: no})
	if v, ok := b.Standing("seat-0"); !ok || v.Choice != no || v.Person != "q0" {
		t.Errorf("standing vote %+v; want the colleague's No-Go", v)
	}
	if v, _ := b.Standing("seat-1"); v.Choice != pass {
		t.Errorf("the other seat says %q; want abstain", v.Choice)
	}
}

func TestTheChairSitsOnTheChairsSeat(t *testing.T) {
	b := openBallot()
	for id, want := range map[release.PersonID]bool{"p0": true, "q0": true, "p1": false, "rm": false, release.Clockwork: false} {
		if got := b.IsChair(id); got != want {
			t.Errorf("IsChair(%q) = %v; want %v", id, got, want)
		}
	}
}

// Conditions and reasons have words for people, in each of the domain's lists.
func TestWordsForPeople(t *testing.T) {
	var words []string
	for _, c := range release.Choices() {
		words = append(words, c.String())
	}
	for _, s := range release.RFCStates() {
		words = append(words, s.String())
	}
	for _, o := range []release.Outcome{release.OutcomeGo, release.OutcomeNoGo, release.OutcomeNone} {
		words = append(words, o.String())
	}
	for _, d := range release.Disruptions() {
		words = append(words, d.String())
	}
	for _, k := range release.RFCKinds() {
		words = append(words, k.String())
	}
	for _, r := range release.Roles() {
		words = append(words, r.String())
	}
	words = append(words, release.Approval.String(), release.Deployment.String())
	for _, w := range words {
		if w == "" || strings.Contains(w, "-") && w != "No-Go" && !strings.Contains(w, "Go/No-Go") {
			t.Errorf("%q is not how people write it", w)
		}
	}
}
