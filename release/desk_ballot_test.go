package release_test

import (
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// minor is a content whose policy lets the chair override.

func minor() release.RFCContent {
	c := content()
	c.Type, c.Kind = release.Minor, release.ChangeRequest
	return c
}

// heard opens a vote in which everybody but the defect manager (optional) has

// spoken, and the test manager said No-Go.

func heard(b *board, c release.RFCContent) release.Ballot {
	b.Helper()
	poll := b.poll(b.raise(c).Number)
	for _, id := range []release.PersonID{"rm", "env", "ex-dev"} {
		b.vote(poll.ID, id, release.VoteGo, "")
	}
	b.vote(poll.ID, "test", release.VoteNoGo, "Regression failed.")
	return poll
}

func TestHowAnApprovalEnds(t *testing.T) {
	votes := func(choices ...release.Choice) func(*board, int64) {
		return func(b *board, id int64) {
			for i, c := range choices {
				if c != silent {
					b.vote(id, []release.PersonID{"rm", "env", "test", "ex-dev", "defect"}[i], c, "because")
				}
			}
		}
	}
	tests := []struct {
		name string
		cast func(*board, int64)
		wait time.Duration
		want release.RFCState
	}{
		{"everybody Go, early", votes(yes, yes, yes, yes, yes), 30 * time.Minute, release.Approved},
		{"the optional seat silent: not early", votes(yes, yes, yes, yes), 47 * time.Hour, release.Raised},
		{"the optional seat silent: at the deadline", votes(yes, yes, yes, yes), 48 * time.Hour, release.Approved},
		{"one No-Go", votes(yes, yes, yes, yes, no), 30 * time.Minute, release.Rejected},
		{"T5: a tie", votes(pass, pass, pass, pass, yes), 30 * time.Minute, release.Rejected},
		{"T25: a mandatory seat silent at the deadline", votes(yes, yes, yes, silent, yes), 48 * time.Hour, release.Undecided},
		{"T25: nobody spoke", votes(), 48 * time.Hour, release.Undecided},
		{"T23: changed until the close", func(b *board, id int64) {
			votes(yes, yes, no, yes, yes)(b, id)
			b.vote(id, "test", release.VoteGo, "")
		}, 30 * time.Minute, release.Approved},
		{"T23: a colleague of the same seat changes it", func(b *board, id int64) {
			votes(yes, yes, yes, yes, yes)(b, id)
			b.vote(id, "ex-dev2", release.VoteNoGo, "We found another defect.")
		}, 30 * time.Minute, release.Rejected},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := newBoard(t)
			b.raise(content())
			test.cast(b, b.poll(1).ID)
			b.pass(test.wait)
			b.in(1, test.want)
		})
	}
}

func TestHowAGoNoGoEnds(t *testing.T) {
	for _, test := range []struct {
		name  string
		vote  release.Choice
		wait  time.Duration
		state release.RFCState
	}{
		{"Go", release.VoteGo, 10 * time.Minute, release.Go}, {"a tie is No-Go", release.VoteAbstain, 10 * time.Minute, release.NoGo},
		{"no decision leaves it approved", silent, 24 * time.Hour, release.Approved},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBoard(t)
			b.approved(content())
			poll, err := b.desk.OpenGoNoGo(t.Context(), b.as("rm"), 1, time.Time{})
			b.must(err)
			if test.vote != silent {
				b.everybody(poll.ID, test.vote)
			}
			b.pass(test.wait)
			b.in(1, test.state)
			if test.state != release.Go {
				_, err := b.desk.OpenGoNoGo(t.Context(), b.as("rm"), 1, time.Time{})
				b.must(err) // it may be asked for once more
			}
		})
	}
}

// T25: after no decision one asks again; after a rejection one changes the RFC.

// A vote never outlasts the window it is about, and leaves the minimum time.

// DESIGN rule 4, R60: the chair closes, once the minimum time is over and the

// mandatory seats were heard.

func TestTheChairCloses(t *testing.T) {
	b := newBoard(t)
	b.raise(content())
	poll := b.poll(1)
	shut := func(by release.PersonID, override string) error {
		return second(b.desk.Close(t.Context(), b.as(by), poll.ID, override))
	}
	refused(t, shut("test", ""), release.CodeForbidden)
	refused(t, shut("pmo", ""), release.CodeForbidden)
	refused(t, second(b.desk.Close(t.Context(), b.as("rm"), 99, "")), release.CodeNotFound)
	b.vote(poll.ID, "rm", release.VoteGo, "")
	b.vote(poll.ID, "env", release.VoteGo, "")
	if r := refused(t, shut("rm", ""), release.CodeState); !strings.Contains(r.Why, "09:30 GMT") {
		t.Errorf("the minimum time is not told: %v", r)
	}
	b.clock = b.clock.Add(30 * time.Minute)
	if r := refused(t, shut("rm", ""), release.CodeState); !strings.Contains(r.Why, "Test Manager, Integrator; Development Team Lead, Elexon") {
		t.Errorf("who was not heard is not told (M1): %v", r)
	}
	b.vote(poll.ID, "test", release.VoteAbstain, "")
	b.vote(poll.ID, "ex-dev2", release.VoteGo, "")
	b.must(shut("rm", "")) // the optional seat is not waited for
	b.in(1, release.Approved)
	refused(t, shut("rm", ""), release.CodeState)
	refused(t, second(b.desk.Cast(t.Context(), b.as("defect"), poll.ID, release.VoteGo, "")), release.CodeState)
	if got := b.story(1).Ballots[0].ClosedBy; got != "rm" {
		t.Errorf("closed by %q", got)
	}
}

// DESIGN rule 5: a No-Go is overridden only by the chair, with a reason, where

// the type allows it, never on one's own change.

func TestOverride(t *testing.T) {
	late := func(b *board) { b.clock = b.clock.Add(30 * time.Minute) }
	t.Run("not where the type forbids it", func(t *testing.T) {
		b := newBoard(t)
		poll := heard(b, content())
		late(b)
		refused(t, second(b.desk.Close(t.Context(), b.as("rm"), poll.ID, "I know better.")), release.CodeForbidden)
	})
	t.Run("with a reason, shown for ever", func(t *testing.T) {
		b := newBoard(t)
		poll := heard(b, minor())
		b.vote(poll.ID, "defect", release.VoteGo, "")
		b.pass(30 * time.Minute)
		b.in(1, release.Raised) // everybody has spoken, and the No-Go is the chair's to close
		for _, reason := range []string{"\u200b", "\x00", strings.Repeat("x", release.MaxText+1)} {
			refused(t, second(b.desk.Close(t.Context(), b.as("rm"), poll.ID, reason)), release.CodeInvalid)
		}
		refused(t, second(b.desk.Close(t.Context(), b.as("test"), poll.ID, "Me too.")), release.CodeForbidden)
		closed, err := b.desk.Close(t.Context(), b.as("rm"), poll.ID, "The failure is known and harmless.")
		b.must(err)
		if closed.Outcome != release.OutcomeGo || closed.OverrideReason != "The failure is known and harmless." {
			t.Errorf("closed %+v", closed)
		}
		if tally := closed.Tally(); tally.Outcome != release.OutcomeNoGo {
			t.Errorf("the count itself says %q; want No-Go", tally.Outcome)
		}
		b.in(1, release.Approved)
	})
	t.Run("or the deadline closes it as a No-Go", func(t *testing.T) {
		b := newBoard(t)
		heard(b, minor())
		b.pass(48 * time.Hour)
		b.in(1, release.Rejected)
	})
	t.Run("nothing to override in a Go", func(t *testing.T) {
		b := newBoard(t)
		poll := heard(b, minor())
		b.vote(poll.ID, "test", release.VoteGo, "")
		late(b)
		refused(t, second(b.desk.Close(t.Context(), b.as("rm"), poll.ID, "Just in case.")), release.CodeState)
	})
	t.Run("T25: never on one's own change", func(t *testing.T) {
		b := newBoard(t)
		_, err := b.desk.RaiseRFC(t.Context(), b.as("rm"), 0, 0, minor())
		b.must(err)
		poll := b.poll(1)
		for _, id := range []release.PersonID{"rm", "env", "test", "ex-dev"} {
			b.vote(poll.ID, id, release.VoteNoGo, "Not ready.")
		}
		late(b)
		refused(t, second(b.desk.Close(t.Context(), b.as("rm"), poll.ID, "It is mine.")), release.CodeForbidden)
	})
}

// T25: the requester's own Go decides nothing, administrators included.

func TestTheRequesterAloneApprovesNothing(t *testing.T) {
	b := newBoard(t)
	_, err := b.desk.RaiseRFC(t.Context(), b.as("rm"), 0, 0, content())
	b.must(err)
	poll := b.poll(1)
	b.everybody(poll.ID, release.VoteAbstain)
	b.vote(poll.ID, "rm", release.VoteGo, "")
	b.vote(poll.ID, "defect", release.VoteGo, "")
	b.pass(30 * time.Minute)
	b.in(1, release.Undecided)
}

// R57, R115: the programme's release manager opens the Go/No-Go, or the

// provider of the system.

// T24, T28: a Go with conditions leaves conditions, which are met by evidence.

// T22: who sat when it opened votes; joiners do not, and whoever retired

// cannot act at all.

// M20: a newer policy never changes what is under way; an edit asks under the

// policy of the day.

// T23: a close that waited for a vote, or was made under a slower clock, never
// lies before a vote it counts: the record would say that it was cast too late.
func TestNoVoteIsCountedFromAfterTheClose(t *testing.T) {
	ends := map[string]func(b *board, r release.RFC, poll release.Ballot) error{
		"settled": func(b *board, _ release.RFC, poll release.Ballot) error { return b.desk.Settle(b.Context(), poll.ID) },
		"closed": func(b *board, _ release.RFC, poll release.Ballot) error {
			_, err := b.desk.Close(b.Context(), release.Intent{By: "rm"}, poll.ID, "")
			return err
		},
		"withdrawn": func(b *board, r release.RFC, _ release.Ballot) error {
			_, err := b.desk.WithdrawRFC(b.Context(), release.Intent{By: "rm"}, r.Number, "It is not needed.")
			return err
		},
	}
	for name, end := range ends {
		t.Run(name, func(t *testing.T) {
			b := newBoard(t)
			r := b.raise(content())
			poll := b.poll(r.Number)
			b.clock = monday.Add(time.Hour)
			for _, id := range []release.PersonID{"rm", "env", "test", "ex-dev", "defect"} {
				b.vote(poll.ID, id, release.VoteGo, "")
			}
			b.clock = monday.Add(time.Hour - time.Second)
			if err := end(b, r, poll); err != nil {
				t.Fatal(err)
			}
			ended := b.story(r.Number).Ballots[0]
			if last := monday.Add(time.Hour); ended.State == release.BallotOpen || ended.ClosedAt.Before(last) {
				t.Errorf("%s at %s, and a vote of %s is counted", ended.State, ended.ClosedAt, last)
			}
		})
	}
}
