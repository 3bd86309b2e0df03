package release_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

func TestConditions(t *testing.T) {
	b := newBoard(t)
	poll := b.poll(b.raise(content()).Number)
	b.everybody(poll.ID, release.VoteGo)
	b.vote(poll.ID, "env", release.VoteConditional, "Back up the database first.")
	b.vote(poll.ID, "test", release.VoteConditional, "A dry run.")
	b.vote(poll.ID, "test", release.VoteGo, "") // thought better of it
	b.pass(30 * time.Minute)
	b.in(1, release.Approved)
	want := release.Condition{
		ID: 1, RFC: 1, Ballot: poll.ID, Seat: "environment-manager/si", Words: "Back up the database first.", By: "env", Owner: "ex-rm", At: b.clock,
	}
	if diff := cmp.Diff([]release.Condition{want}, b.story(1).Conditions); diff != "" {
		t.Fatalf("conditions (-want +got):\n%s", diff)
	}
	meet := func(by release.PersonID, id int64, evidence string) error {
		return second(b.desk.MeetCondition(t.Context(), b.as(by), id, evidence))
	}
	refused(t, meet("ex-rm", 2, "done"), release.CodeNotFound)
	refused(t, meet("env", 1, "done"), release.CodeForbidden)
	refused(t, meet("ex-rm", 1, " "), release.CodeInvalid) // never a bare tick
	refused(t, meet("ex-rm", 1, "\x00"), release.CodeInvalid)
	b.must(meet("ex-rm", 1, "Backup 4711"))
	if c := b.story(1).Conditions[0]; !c.Met() || c.MetBy != "ex-rm" || c.Evidence != "Backup 4711" {
		t.Errorf("met %+v", c)
	}
	if got := b.told(release.NoticeCondition, release.ByDirect); !slices.Equal(got, []release.PersonID{"env"}) {
		t.Errorf("told %v; want who asked for it", got)
	}
	refused(t, meet("ex-rm", 1, "Backup 4712"), release.CodeState)
}

func TestARejectedVoteLeavesNoConditions(t *testing.T) {
	b := newBoard(t)
	poll := b.poll(b.raise(content()).Number)
	b.everybody(poll.ID, release.VoteGo)
	b.vote(poll.ID, "env", release.VoteConditional, "Back up the database first.")
	b.vote(poll.ID, "test", release.VoteNoGo, "Regression failed.")
	b.pass(30 * time.Minute)
	b.in(1, release.Rejected)
	if got := b.story(1).Conditions; len(got) != 0 {
		t.Errorf("conditions %+v", got)
	}
}
