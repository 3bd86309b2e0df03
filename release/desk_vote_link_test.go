package release_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// code has a code mailed to the test manager for a decision, and returns its pass and what
// the mail says.
func (b *board) code(poll release.Ballot, x release.Decision) (int64, string) {
	b.Helper()
	asked, err := b.desk.MailCode(b.Context(), poll.LinkFor("test"), x)
	b.must(err)
	return asked.ID, b.mailed(asked.ID, "test")
}

// mailed returns the code that the mail of a pass says.
func (b *board) mailed(pass int64, id release.PersonID) string {
	b.Helper()
	notices := b.store.snapshot().Notices
	n := notices[len(notices)-1]
	if n.Event.Pass != pass || n.Event.Kind != release.NoticeCode || n.To != id || n.Road != release.ByMail || n.Hold != release.Immediate {
		b.Fatalf("promised %+v", n)
	}
	_, code, err := b.desk.ArmPass(b.Context(), pass)
	b.must(err)
	return code
}

func (b *board) byCode(id release.PersonID, pass int64, code string) error {
	_, err := b.desk.DecideByCode(b.Context(), b.as(id), release.VotedByLink, pass, code)
	return err
}

var (
	sayGo   = release.Decision{Choice: release.VoteGo}
	sayNoGo = release.Decision{Choice: release.VoteNoGo, Words: " Regression failed. "}
)

// M17, M18: a vote by a link counts like any other, is marked as what it is, and
// takes a code that works once.
func TestVoteByLink(t *testing.T) {
	b := newBoard(t)
	poll := b.poll(b.raise(content()).Number)
	v, err := b.desk.ReadVote(t.Context(), poll.LinkFor("test"), 0)
	b.must(err)
	if v.Reader.ID != "test" || v.Seat.Function != release.TestManager || !v.Running() || v.Ballot.Digest != poll.Digest || v.Asked != nil {
		t.Errorf("shown %+v", v)
	}
	_, err = b.desk.MailCode(t.Context(), poll.LinkFor("test"), release.Decision{Choice: release.VoteNoGo})
	if r := refused(t, err, release.CodeInvalid); len(r.Fields) != 1 || r.Fields[0].Field != release.FieldReason {
		t.Errorf("refused at %v", r.Fields)
	}
	_, err = b.desk.MailCode(t.Context(), poll.LinkFor("test"), release.Decision{Override: true, Words: "I know."})
	refused(t, err, release.CodeInvalid)
	pass, code := b.code(poll, sayNoGo)
	if len(code) != 6 || strings.Trim(code, "0123456789") != "" {
		t.Fatalf("the code is %q", code)
	}
	v, err = b.desk.ReadVote(t.Context(), poll.LinkFor("test"), pass)
	b.must(err)
	if d, err := v.Asked.Decision(); err != nil || d != (release.Decision{Choice: release.VoteNoGo, Words: "Regression failed."}) {
		t.Errorf("asked for %+v, %v", d, err)
	}
	b.must(b.byCode("test", pass, code[:3]+" "+code[3:]))
	vote := b.poll(poll.RFC).Votes[0]
	if vote.Road != release.VotedByLink || vote.Choice != release.VoteNoGo || vote.Person != "test" || vote.Words != "Regression failed." {
		t.Errorf("kept %+v", vote)
	}
	entries := b.store.snapshot().Entries
	if last := entries[len(entries)-1]; last.Kind != release.VoteCast || last.Data.(map[string]any)["road"] != release.VotedByLink || last.By != "test" {
		t.Errorf("recorded %+v", last)
	}
	refused(t, b.byCode("test", pass, code), release.CodeStale)
	b.vote(poll.ID, "test", release.VoteGo, "") // and in Slack she changes her mind
	now := b.poll(poll.RFC)
	if tally := now.Tally(); len(tally.Go) != 1 || len(tally.NoGo) != 0 {
		t.Errorf("the last vote does not stand: %+v", tally)
	}
}

// M17: a code that is wrong, old, somebody else's, used or of another decision lets
// nobody decide, and guessing ends.
func TestCodesRefused(t *testing.T) {
	b := newBoard(t)
	poll, other := b.poll(b.raise(content()).Number), b.poll(b.raise(minor()).Number)
	refused(t, b.byCode("test", 99, "123456"), release.CodeForbidden) // none was asked for
	pass, code := b.code(poll, sayGo)
	refused(t, b.byCode("env", pass, code), release.CodeForbidden) // forwarded
	elsewhere, _ := b.code(other, sayGo)
	refused(t, b.byCode("test", elsewhere, code), release.CodeInvalid) // of another vote
	pass, code = b.code(poll, sayNoGo)
	again, newer := b.code(poll, sayGo)
	if code == newer {
		newer = b.mailed(again, "test")
	}
	refused(t, b.byCode("test", again, code), release.CodeInvalid) // of another decision
	for _, x := range []struct {
		link release.VoteLink
		pass int64
	}{{poll.LinkFor("env"), pass}, {other.LinkFor("test"), pass}, {poll.LinkFor("test"), 99}} {
		if v, err := b.desk.ReadVote(t.Context(), x.link, x.pass); err != nil || v.Asked != nil {
			t.Errorf("%+v is shown what pass %d was asked for: %+v, %v", x.link, x.pass, v.Asked, err)
		}
	}
	wrong := "000000"
	if newer == wrong {
		wrong = "000001"
	}
	for range 4 {
		r := refused(t, b.byCode("test", again, wrong), release.CodeInvalid)
		if r.Fields[0].Field != release.FieldCode {
			t.Errorf("refused at %v", r.Fields)
		}
	}
	refused(t, b.byCode("test", again, newer), release.CodeStale) // tried too often
	pass, late := b.code(poll, sayGo)
	b.clock = b.clock.Add(10 * time.Minute)
	refused(t, b.byCode("test", pass, late), release.CodeStale)
	asked, err := b.desk.MailCode(t.Context(), poll.LinkFor("test"), sayGo)
	b.must(err)
	refused(t, b.byCode("test", asked.ID, ""), release.CodeState) // not mailed yet
	if n := len(b.poll(poll.RFC).Votes); n != 0 {
		t.Errorf("%d votes were counted", n)
	}
	for range 5 { // ten codes within an hour, and no more
		b.code(poll, sayGo)
	}
	_, err = b.desk.MailCode(t.Context(), poll.LinkFor("test"), sayGo)
	refused(t, err, release.CodeState)
}

// A link onto the board is no code, and a code no link, whoever has them.
func TestPassesAreForOnePurpose(t *testing.T) {
	b := newBoard(t)
	poll := b.poll(b.raise(content()).Number)
	x, token, err := b.desk.GivePass(t.Context(), b.as("test"), "/")
	b.must(err)
	refused(t, b.byCode("test", x.ID, token), release.CodeForbidden)
	_, code := b.code(poll, sayGo)
	_, _, err = b.desk.ComeIn(t.Context(), code, "")
	refused(t, err, release.CodeForbidden)
}

// M17: a forwarded, replayed, expired or foreign link, and one to a vote that is
// void or over, opens no vote.
func TestVoteLinksRefused(t *testing.T) {
	b := newBoard(t)
	r := b.raise(content())
	poll := b.poll(r.Number)
	for name, c := range map[string]struct {
		link release.VoteLink
		code release.Code
	}{
		"no seat":         {poll.LinkFor("sup-rep"), release.CodeForbidden},
		"left":            {poll.LinkFor("gone"), release.CodeForbidden},
		"unknown":         {poll.LinkFor("eve"), release.CodeForbidden},
		"no such ballot":  {release.VoteLink{Ballot: 99, Person: "test"}, release.CodeNotFound},
		"nobody's ballot": {release.VoteLink{}, release.CodeNotFound},
	} {
		if _, err := b.desk.ReadVote(t.Context(), c.link, 0); err == nil {
			t.Errorf("%s: shown", name)
		} else {
			refused(t, err, c.code)
		}
		_, err := b.desk.MailCode(t.Context(), c.link, sayGo)
		if r, ok := release.AsRefusal(err); !ok || (r.Code != c.code && r.Code != release.CodeUnknownPerson) {
			t.Errorf("%s: a code: %v", name, err)
		}
	}
	pass, code := b.code(poll, sayGo)
	_, err := b.desk.WithdrawRFC(t.Context(), b.as("ex-rm"), r.Number, "Not needed.")
	b.must(err)
	_, err = b.desk.ReadVote(t.Context(), poll.LinkFor("test"), 0)
	refused(t, err, release.CodeStale)
	refused(t, b.byCode("test", pass, code), release.CodeState)
	over := b.poll(b.raise(content()).Number)
	pass, code = b.code(over, sayGo)
	b.clock = over.Deadline
	_, err = b.desk.MailCode(t.Context(), over.LinkFor("test"), sayGo)
	refused(t, err, release.CodeState)
	if err := b.byCode("test", pass, code); err == nil {
		t.Error("voted after the deadline")
	}
	v, err := b.desk.ReadVote(t.Context(), over.LinkFor("test"), 0)
	if err != nil || v.Running() {
		t.Errorf("a closed vote can be looked at: %v, %v", v.Running(), err)
	}
}

// The token of a vote's link says whose and which vote it is, and nothing that
// gonogo did not seal for a vote is taken for one.
func TestVoteToken(t *testing.T) {
	links := release.NewLinks("https://gonogo.example", []byte(strings.Repeat("k", 32)))
	poll := release.Ballot{ID: 7, State: release.BallotOpen, Deadline: monday, Seats: []release.Seat{{Key: "a", Holders: []release.PersonID{"ann/x"}}}}
	token := links.VoteToken(poll.LinkFor("ann/x"))
	if got, err := links.ReadVote(token); err != nil || got != poll.LinkFor("ann/x") {
		t.Errorf("read %+v, %v", got, err)
	}
	if url := links.VoteURL(&poll, "ann/x"); url != "https://gonogo.example/vote/"+token {
		t.Errorf("the address is %s", url)
	}
	review := release.Review{ID: 7, Due: monday}
	foreign := release.NewLinks("x", []byte(strings.Repeat("x", 32)))
	for name, wrong := range map[string]string{
		"empty": "", "cut": token[:len(token)-1], "a review's": links.Token(review.LinkFor("ann/x")), "another key's": foreign.VoteToken(poll.LinkFor("ann/x")),
		"no number": links.Seal("vote", monday, "x", "ann"), "other letters": strings.ToUpper(token),
	} {
		if got, err := links.ReadVote(wrong); err == nil {
			t.Errorf("%s: read %+v", name, got)
		} else {
			refused(t, err, release.CodeForbidden)
		}
	}
	closed := poll
	closed.State = release.BallotClosed
	for name, url := range map[string]string{
		"nobody's": links.VoteURL(nil, "ann/x"), "no seat": links.VoteURL(&poll, "bob"), "closed": links.VoteURL(&closed, "ann/x"),
		"no address": release.NewLinks("", []byte(strings.Repeat("k", 32))).VoteURL(&poll, "ann/x"),
	} {
		if url != "" {
			t.Errorf("%s: %s", name, url)
		}
	}
}

// M18: who has no account in Slack is reminded by mail, nobody else is.
func TestReminderWithoutSlack(t *testing.T) {
	b := newBoard(t)
	p := programme()
	for i := range p.People {
		if p.People[i].ID == "test" {
			p.People[i].Slack = nil
		}
	}
	b.apply(p)
	b.poll(b.raise(content()).Number)
	b.pass(24 * time.Hour)
	if mailed := b.told(release.NoticeReminder, release.ByMail); len(mailed) != 1 || mailed[0] != "test" {
		t.Errorf("reminded by mail: %v", mailed)
	}
}

// M18: whichever way the votes of one ballot came, each seat counts once, and the
// last valid vote before the close stands.
func TestEveryRoadCountsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := newBoard(t)
		poll := b.poll(b.raise(content()).Number)
		voters := []release.PersonID{"rm", "env", "test", "ex-dev", "ex-dev2", "defect"}
		last, asked := map[string]release.Vote{}, map[release.PersonID]int{}
		for range rapid.IntRange(1, 25).Draw(t, "votes") {
			id := rapid.SampledFrom(voters).Draw(t, "voter")
			choice := rapid.SampledFrom(release.Choices()).Draw(t, "choice")
			words := rapid.SampledFrom([]string{"", "because"}).Draw(t, "words")
			var err error
			road := rapid.SampledFrom([]release.VoteRoad{release.VotedInSlack, release.VotedByLink}).Draw(t, "road")
			if road == release.VotedByLink {
				if asked[id]++; asked[id] > 10 {
					continue
				}
				var x release.Pass
				if x, err = b.desk.MailCode(t.Context(), poll.LinkFor(id), release.Decision{Choice: choice, Words: words}); err == nil {
					code := rapid.SampledFrom([]string{"x", b.mailed(x.ID, id), b.mailed(x.ID, id)}).Draw(t, "code")
					err = b.byCode(id, x.ID, code)
				}
			} else {
				_, err = b.desk.Cast(t.Context(), b.as(id), poll.ID, choice, words)
			}
			if err == nil {
				seat, _ := poll.SeatOf(id)
				last[seat.Key] = release.Vote{Person: id, Choice: choice, Words: words, Road: road}
			}
		}
		now := b.poll(poll.RFC)
		heard := 0
		for _, s := range now.Seats {
			v, ok := now.Standing(s.Key)
			want, spoke := last[s.Key]
			if ok != spoke || v.Person != want.Person || v.Choice != want.Choice || v.Words != want.Words || v.Road != want.Road {
				t.Fatalf("%s: %+v stands; want %+v", s.Key, v, want)
			}
			if ok {
				heard++
			}
		}
		if got := now.Tally().HeardSeats(); got != heard {
			t.Fatalf("%d seats are counted; %d spoke", got, heard)
		}
	})
}
