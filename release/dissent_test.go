package release_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// M14, M16: after a deployment it is said of each No-Go that stood whether what it
// feared happened, by those who close the release and by nobody else; whatever makes
// no sense is refused whole, and the newest word counts.
func TestJudgeDissent(t *testing.T) {
	b := newGoverned(t)
	r := b.underReview()
	judge := func(by release.PersonID, o release.DissentOutcome) error {
		t.Helper()
		return second(b.desk.JudgeDissent(t.Context(), b.as(by), r.Number, o))
	}
	if v, err := b.desk.ReadDissent(t.Context(), r.Number); err != nil || len(v.All) != 0 {
		t.Fatalf("%+v, %v before anybody said No-Go", v.All, err)
	}
	vote := b.askToClose(r.Number)
	b.vote(vote.ID, "rm", release.VoteNoGo, "The night run is missing.")
	b.vote(vote.ID, "ex-rm", release.VoteGo, "")
	b.pass(31 * time.Minute)
	v, err := b.desk.ReadDissent(t.Context(), r.Number)
	b.must(err)
	if len(v.All) != 1 || v.All[0].Reason != "The night run is missing." || v.All[0].Outcome.Happened != release.NotJudged {
		t.Fatalf("%+v", v.All)
	}
	right := release.DissentOutcome{Ballot: vote.ID, Seat: v.All[0].Seat.Key, Happened: release.CameTrue, Words: " The night run failed. "}
	refused(t, judge("sup-rep", right), release.CodeForbidden)
	wrong := release.DissentOutcome{Ballot: 99, Seat: "nobody", Happened: "perhaps"}
	if got := refused(t, judge("rm", wrong), release.CodeInvalid); len(got.Fields) != 3 {
		t.Errorf("refused for %+v", got.Fields)
	}
	b.must(judge("rm", right))
	later := right
	later.Happened, later.Words = release.DidNot, "It ran in the morning."
	b.must(judge("ex-rm", later))
	v, err = b.desk.ReadDissent(t.Context(), r.Number)
	b.must(err)
	if o := v.All[0].Outcome; o.Happened != release.DidNot || o.By != "ex-rm" || o.Function != release.ReleaseManager || o.Release != r.Number {
		t.Errorf("%+v", o)
	}
	kinds := 0
	for _, e := range b.store.snapshot().Entries {
		if e.Kind == release.DissentJudged {
			kinds++
		}
	}
	if kinds != 2 {
		t.Errorf("%d words in the ledger", kinds)
	}
	content := planned(release.Patch)
	content.Targets[0].Window.From, content.Targets[0].Window.To = b.clock.Add(96*time.Hour), b.clock.Add(98*time.Hour)
	content.Board = b.clock.Add(72 * time.Hour)
	ahead := b.create(content)
	refused(t, second(b.desk.JudgeDissent(t.Context(), b.as("rm"), ahead.Number, right)), release.CodeState)
	refused(t, second(b.desk.JudgeDissent(t.Context(), b.as("rm"), 99, right)), release.CodeNotFound)
}

// Whoever votes sees what became of the last No-Gos of at most three functions that
// sit with them: on the card, on the vote's page, and in the mail that asks them. When
// the vote is over nobody is reminded any more.
func TestVotersRememberNoGos(t *testing.T) {
	b := newBoard(t)
	b.must(b.store.Within(t.Context(), func(tx release.Tx) error {
		for i, f := range []release.Role{release.TestManager, release.TestManager, release.DefectManager, release.ReleaseManager, release.PMO, release.EnvironmentManager} {
			o := release.DissentOutcome{Ballot: int64(100 + i), Seat: "s", Function: f, Happened: release.Happenings()[i%3], At: monday}
			if err := tx.SaveOutcome(o); err != nil {
				return fmt.Errorf("keep outcome %d: %w", i, err)
			}
		}
		return nil
	}))
	r := b.raise(content())
	want := []string{"Release Manager's last No-Go: confirmed", "Environment Manager's last No-Go: nobody can tell", "Test Manager's last 2 No-Gos: 1 confirmed"}
	words := func(all []release.DissentMemory) (text []string) {
		for _, m := range all {
			text = append(text, m.String())
		}
		return text
	}
	poll := b.poll(r.Number)
	view, err := b.desk.ReadBallot(t.Context(), "rm", poll.ID)
	b.must(err)
	for what, got := range map[string][]release.DissentMemory{"the card": b.story(r.Number).Memories, "the page": view.Memories, "the mail": b.store.snapshot().Notices[0].Event.Memories} {
		if diff := cmp.Diff(want, words(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
	b.pass(47 * time.Hour)
	all := b.store.snapshot().Notices
	if i := slices.IndexFunc(all, func(n release.Notice) bool { return n.Event.Kind == release.NoticeReminder }); i < 0 || len(all[i].Event.Memories) != 3 {
		t.Error("who is reminded to vote is not reminded of them")
	}
	b.everybody(poll.ID, release.VoteGo)
	b.pass(2 * time.Hour)
	if got := b.story(r.Number).Memories; len(got) != 0 {
		t.Errorf("after the vote: %v", words(got))
	}
}

// The memory of a function is of its last four No-Gos, in words that count what nobody
// can tell for nothing.
func TestMemoryOf(t *testing.T) {
	judged := func(all ...release.Happened) (of []release.DissentOutcome) {
		for i, h := range all {
			of = append(of, release.DissentOutcome{Ballot: int64(i + 1), Function: release.TestManager, Happened: h})
		}
		return append(of, release.DissentOutcome{Ballot: 9, Function: release.PMO, Happened: release.CameTrue})
	}
	yes, no, unknown := release.CameTrue, release.DidNot, release.NotKnown
	for want, all := range map[string][]release.Happened{
		"last No-Go: confirmed": {yes}, "last No-Go: not confirmed": {no}, "last No-Go: nobody can tell": {unknown},
		"last 2 No-Gos: 0 confirmed": {no, no}, "last 4 No-Gos: 3 confirmed": {no, no, yes, no, yes, yes},
		"last 3 No-Gos: 1 confirmed, of 2 nobody can tell": {yes, unknown, unknown},
	} {
		m, ok := release.MemoryOf(release.TestManager, judged(all...))
		if !ok || m.Words() != want {
			t.Errorf("%v: %q, want %q", all, m.Words(), want)
		}
	}
	if m, ok := release.MemoryOf(release.DefectManager, judged(yes)); ok {
		t.Errorf("%v of a function that never said No-Go", m)
	}
}
