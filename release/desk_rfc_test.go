package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// The main job (R34, R41, R57): raised, approved, Go/No-Go, Go.
func TestFromRaisedToGo(t *testing.T) {
	b := newBoard(t)
	r := b.raise(content())
	if r.Name() != "RFC-1" || r.State != release.Raised || !r.RaisedAt.Equal(monday) || r.Programme != 1 {
		t.Fatalf("raised %+v", r)
	}
	approval := b.poll(1)
	if approval.Purpose != release.Approval || approval.Digest != digestOf(r) || !approval.Deadline.Equal(monday.Add(48*time.Hour)) {
		t.Fatalf("approval vote %+v", approval)
	}
	b.everybody(approval.ID, release.VoteGo)
	b.pass(30*time.Minute - time.Microsecond)
	b.in(1, release.Raised) // T24: the minimum time is not over
	b.pass(time.Microsecond)
	b.in(1, release.Approved)

	gonogo, err := b.desk.OpenGoNoGo(t.Context(), b.as("ex-rm"), 1, time.Time{})
	b.must(err)
	b.in(1, release.InGoNoGo)
	b.everybody(gonogo.ID, release.VoteGo)
	b.pass(10 * time.Minute)
	b.in(1, release.Go)
	closed := b.story(1).Ballots[0]
	if closed.ID != gonogo.ID || closed.Outcome != release.OutcomeGo || closed.ClosedBy != release.Clockwork || closed.Digest != digestOf(r) {
		t.Errorf("closed %+v", closed)
	}
	want := slices.Concat(
		[]release.EntryKind{release.ProgrammeApplied, release.RFCRaised, release.BallotOpened}, slices.Repeat([]release.EntryKind{release.VoteCast}, 5),
		[]release.EntryKind{release.BallotDecided, release.BallotOpened}, slices.Repeat([]release.EntryKind{release.VoteCast}, 5), []release.EntryKind{release.BallotDecided})
	if diff := cmp.Diff(want, b.kinds(world{})); diff != "" {
		t.Errorf("ledger (-want +got):\n%s", diff)
	}
	for kind, n := range map[release.NoticeKind]int{release.NoticeRaised: 6, release.NoticeDecided: 11, release.NoticeOpened: 10, release.NoticeOutcome: 11} {
		if got := b.told(kind, release.ByMail); len(got) != n {
			t.Errorf("%s is mailed to %v; want %d people", kind, got, n)
		}
	}
	if got := b.told(release.NoticeOutcome, release.ByDirect); !slices.Equal(got, []release.PersonID{"ex-rm"}) {
		t.Errorf("the outcome is sent to %v; want the requester", got)
	}
}

// M3, T26: an edit voids an open vote, shows what changed and asks again.
func TestAnEditVoidsTheVote(t *testing.T) {
	b := newBoard(t)
	r := b.raise(content())
	first := b.poll(1)
	b.everybody(first.ID, release.VoteGo)
	changed := content()
	changed.Window.To = changed.Window.To.Add(time.Hour)
	edited, err := b.desk.EditRFC(t.Context(), b.as("ex-rm"), 1, r.Revision, changed)
	b.must(err)
	second := b.poll(1)
	if second.ID == first.ID || second.Digest != digestOf(edited) || second.Digest == first.Digest || len(second.Votes) != 0 {
		t.Errorf("the new vote %+v", second)
	}
	void := b.story(1).Ballots[1]
	if void.State != release.BallotVoid || void.VoidReason == "" || void.Outcome != "" || len(void.Votes) != 5 {
		t.Errorf("the old vote %+v", void)
	}
	_, err = b.desk.Cast(t.Context(), b.as("rm"), first.ID, release.VoteGo, "") // a late click on the old card (T23)
	refused(t, err, release.CodeState)
	b.pass(time.Hour)
	b.in(1, release.Raised) // five Go votes on other bytes decide nothing

	notices := b.store.snapshot().Notices
	i := slices.IndexFunc(notices, func(n release.Notice) bool { return n.Event.Kind == release.NoticeEdited })
	if i < 0 || len(notices[i].Event.Changes) != 1 || notices[i].Event.Changes[0].Field != "Window" || !notices[i].Event.Again {
		t.Errorf("the difference is not told")
	}
}

// M3, T26, T28: an edit after the Go pulls the release back.
func TestAnEditAfterTheGoPullsBack(t *testing.T) {
	b := newBoard(t)
	r := b.decided(content())
	changed := content()
	changed.References = append(changed.References, "DEF-2000")
	_, err := b.desk.EditRFC(t.Context(), b.as("rm"), 1, r.Revision, changed)
	b.must(err)
	b.in(1, release.Raised)
	_, err = b.desk.OpenGoNoGo(t.Context(), b.as("rm"), 1, time.Time{})
	refused(t, err, release.CodeState) // it is to be approved again first
	if got := b.poll(1).Purpose; got != release.Approval {
		t.Errorf("a vote on %q is open; want approval", got)
	}
}

func TestAnEditThatIsRefusedChangesNothing(t *testing.T) {
	b := newBoard(t)
	r := b.raise(content())
	changed, bad := content(), content()
	changed.Title, bad.Reason, bad.Title = "Another title", "", ""
	before := b.store.snapshot()
	edit := func(by release.PersonID, number, revision int, c release.RFCContent, code release.Code) release.Refusal {
		t.Helper()
		_, err := b.desk.EditRFC(t.Context(), b.as(by), number, revision, c)
		return refused(t, err, code)
	}
	edit("ex-rm", 1, r.Revision, content(), release.CodeInvalid) // nothing changed
	if got := fields(edit("ex-rm", 1, r.Revision, bad, release.CodeInvalid).Fields); !slices.Equal(got, []string{release.FieldTitle, release.FieldReason}) {
		t.Errorf("fields %v", got)
	}
	edit("dcc-rm", 1, r.Revision, changed, release.CodeForbidden)
	edit("ex-rm", 2, 1, changed, release.CodeNotFound)
	edit("ex-rm", 1, r.Revision-1, changed, release.CodeStale)
	other := changed
	other.System = "smart"
	edit("ex-rm", 1, r.Revision, other, release.CodeForbidden) // R10: not their party's system
	if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
		t.Errorf("something was changed:\n%s", diff)
	}
}

// Two people open the form at once: the second hears who was faster.
func TestTwoPeopleAtOnce(t *testing.T) {
	b := newBoard(t)
	r := b.raise(content())
	mine, yours := content(), content()
	mine.Title, yours.Title = "Mine", "Yours"
	_, err := b.desk.EditRFC(t.Context(), b.as("rm"), 1, r.Revision, mine)
	b.must(err)
	_, err = b.desk.EditRFC(t.Context(), b.as("ex-rm"), 1, r.Revision, yours)
	if refusal := refused(t, err, release.CodeStale); !strings.Contains(refusal.Why, "Name of rm") || !strings.Contains(refusal.Why, "GMT") {
		t.Errorf("who was faster, and when, is not told: %v", refusal)
	}
	if got := b.story(1).RFC.Content.Title; got != "Mine" {
		t.Errorf("kept %q", got)
	}
}

func TestWithdraw(t *testing.T) {
	b := newBoard(t)
	b.raise(content())
	poll := b.poll(1)
	_, err := b.desk.WithdrawRFC(t.Context(), b.as("ex-rm"), 1, " ")
	if r := refused(t, err, release.CodeInvalid); !slices.Equal(fields(r.Fields), []string{release.FieldReason}) {
		t.Errorf("the field is not named: %v", r.Fields)
	}
	_, err = b.desk.WithdrawRFC(t.Context(), b.as("dcc-rm"), 1, "mine is better")
	refused(t, err, release.CodeForbidden)
	gone, err := b.desk.WithdrawRFC(t.Context(), b.as("ex-rm"), 1, " clashes with the data load ")
	b.must(err)
	if gone.State != release.Withdrawn || gone.Ended != "clashes with the data load" {
		t.Errorf("withdrawn %+v", gone)
	}
	if got := b.story(1).Ballots[0]; got.ID != poll.ID || got.State != release.BallotVoid {
		t.Errorf("the vote is %q; want void", got.State)
	}
	if got := b.told(release.NoticeWithdrawn, release.ByMail); len(got) != 11 {
		t.Errorf("told %v; want the requester, six who sit and four representatives", got)
	}
	for name, err := range map[string]error{
		"withdraw": second(b.desk.WithdrawRFC(t.Context(), b.as("ex-rm"), 1, "again")),
		"edit":     second(b.desk.EditRFC(t.Context(), b.as("ex-rm"), 1, gone.Revision, content())),
		"open":     second(b.desk.OpenGoNoGo(t.Context(), b.as("rm"), 1, time.Time{})),
		"ask":      second(b.desk.AskAgain(t.Context(), b.as("rm"), 1, time.Time{})),
		"vote":     second(b.desk.Cast(t.Context(), b.as("rm"), poll.ID, release.VoteGo, "")),
		"close":    second(b.desk.Close(t.Context(), b.as("rm"), poll.ID, "")),
		"raise":    second(b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), 1, gone.Revision, content())),
	} {
		t.Run(name, func(t *testing.T) { refused(t, err, release.CodeState) })
	}
}

func second[T any](_ T, err error) error { return err }

// A draft is its author's alone, can wait unfinished, and is raised when whole.
func TestDraftContinueRaise(t *testing.T) {
	b := newBoard(t)
	save := func(number, revision int, c release.RFCContent) (release.RFC, error) {
		return b.desk.SaveDraft(t.Context(), b.as("ex-rm"), number, revision, c)
	}
	draft, err := save(0, 0, release.RFCContent{Title: "  Helix   next "})
	b.must(err)
	if draft.State != release.Draft || draft.Content.Title != "Helix next" {
		t.Fatalf("draft %+v", draft)
	}
	draft, err = save(draft.Number, draft.Revision, release.RFCContent{Title: "Helix next", System: "helix"})
	b.must(err)
	if n := len(b.store.snapshot().Notices); n != 0 {
		t.Errorf("%d notices were promised for a draft", n)
	}
	_, err = b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), draft.Number, draft.Revision, draft.Content)
	if r := refused(t, err, release.CodeInvalid); len(r.Fields) < 8 {
		t.Errorf("an unfinished draft names only %v", r.Fields)
	}
	_, err = b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), draft.Number, draft.Revision-1, content())
	refused(t, err, release.CodeStale)
	raised, err := b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), draft.Number, draft.Revision, content())
	b.must(err)
	if raised.Number != draft.Number || raised.State != release.Raised {
		t.Errorf("raised %+v", raised)
	}
	_, err = save(raised.Number, raised.Revision, content())
	refused(t, err, release.CodeState)
}

func TestWhatADraftRefuses(t *testing.T) {
	b := newBoard(t)
	tests := map[string]func(*release.RFCContent){
		release.FieldTitle:        func(c *release.RFCContent) { c.Title = "" },
		release.FieldReason:       func(c *release.RFCContent) { c.Reason = "\x00" },
		release.FieldImpact:       func(c *release.RFCContent) { c.Impact = strings.Repeat("x", release.MaxText+1) },
		release.FieldRisk:         func(c *release.RFCContent) { c.Risk.Sentence = "\xff" },
		release.FieldReferences:   func(c *release.RFCContent) { c.References = []string{"\x00"} },
		release.FieldEnvironments: func(c *release.RFCContent) { c.Environments = []release.EnvironmentID{"\xff"} },
		release.FieldDisruption:   func(c *release.RFCContent) { c.Disruption = "\u202e" },
		release.FieldTo:           func(c *release.RFCContent) { c.Window.From = time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC) },
	}
	for field, alter := range tests {
		t.Run(field, func(t *testing.T) {
			c := content()
			alter(&c)
			_, err := b.desk.SaveDraft(t.Context(), b.as("ex-rm"), 0, 0, c)
			if got := fields(refused(t, err, release.CodeInvalid).Fields); !slices.Equal(got, []string{field}) {
				t.Errorf("fields %v; want %s", got, field)
			}
		})
	}
	c := content()
	c.System = "smart"
	_, err := b.desk.SaveDraft(t.Context(), b.as("ex-rm"), 0, 0, c)
	refused(t, err, release.CodeForbidden)
}

// T34: to everybody else a draft does not exist, whatever they try.
func TestADraftDoesNotExistForOthers(t *testing.T) {
	b := newBoard(t)
	draft, err := b.desk.SaveDraft(t.Context(), b.as("ex-rm"), 0, 0, release.RFCContent{Title: "A secret"})
	b.must(err)
	before := b.store.snapshot()
	for _, err := range []error{
		second(b.desk.Read(t.Context(), "rm", 1)), second(b.desk.Card(t.Context(), 1)),
		second(b.desk.SaveDraft(t.Context(), b.as("rm"), 1, draft.Revision, content())),
		second(b.desk.RaiseRFC(t.Context(), b.as("rm"), 1, draft.Revision, content())),
		second(b.desk.EditRFC(t.Context(), b.as("rm"), 1, draft.Revision, content())),
		second(b.desk.WithdrawRFC(t.Context(), b.as("rm"), 1, "away with it")),
		second(b.desk.OpenGoNoGo(t.Context(), b.as("rm"), 1, time.Time{})),
		second(b.desk.AskAgain(t.Context(), b.as("rm"), 1, time.Time{})),
	} {
		if r := refused(t, err, release.CodeNotFound); strings.Contains(r.Error(), "ex-rm") {
			t.Errorf("the author is named: %v", r)
		}
	}
	if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
		t.Errorf("something was changed:\n%s", diff)
	}
	_, err = b.desk.EditRFC(t.Context(), b.as("ex-rm"), 1, draft.Revision, content())
	refused(t, err, release.CodeState) // the author raises it instead
	_, err = b.desk.WithdrawRFC(t.Context(), b.as("ex-rm"), 1, "not needed")
	b.must(err)
	if n := len(b.store.snapshot().Notices); n != 0 {
		t.Errorf("%d notices of a draft that nobody ever saw", n)
	}
	refused(t, second(b.desk.Read(t.Context(), "rm", 1)), release.CodeNotFound)
	if all, err := b.desk.List(t.Context(), "rm", release.RFCFilter{}); err != nil || len(all) != 0 {
		t.Errorf("a draft that was given up is listed for others: %v, %v", all, err)
	}
	if e := b.store.snapshot().Entries; e[len(e)-1].RFC != 0 {
		t.Error("a card would be shown for a draft that nobody ever saw")
	}
}

// digestOf is what a vote on an RFC without a release binds to.
func digestOf(r release.RFC) string { return release.DossierOf(r.Content, nil, nil, nil).Digest() }

// M3: words alone keep the vote and the decision, and the difference is shown.
func TestWordsAloneKeepTheVote(t *testing.T) {
	b := newBoard(t)
	r := b.raise(content())
	first := b.poll(1)
	b.vote(first.ID, "test", release.VoteGo, "")
	changed := content()
	changed.Title = "The same, said better"
	edited, err := b.desk.EditRFC(t.Context(), b.as("ex-rm"), 1, r.Revision, changed)
	b.must(err)
	after := b.poll(1)
	if edited.State != release.Raised || after.ID != first.ID || after.State != release.BallotOpen || len(after.Votes) != 1 {
		t.Errorf("after words alone: %s, %+v", edited.State, after)
	}
	if edited.Content.Title != changed.Title || edited.Revision == r.Revision {
		t.Errorf("the words were not kept: %+v", edited)
	}
}
