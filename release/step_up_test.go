package release_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// strict asks in the votes on every type for a proof of who decides.
func (b *board) strict(s release.StepUp) {
	b.Helper()
	p := programme()
	for t, rules := range p.Policy.Types {
		rules.StepUp = s
		p.Policy.Types[t] = rules
	}
	b.apply(p)
}

// ask has a code asked for in Slack, and returns its pass and what the mail says.
func (b *board) ask(poll release.Ballot, id release.PersonID, x release.Decision) (int64, string) {
	b.Helper()
	asked, err := b.desk.AskCode(b.Context(), b.as(id), poll.ID, x)
	b.must(err)
	return asked.ID, b.mailed(asked.ID, id)
}

// M17: for what a policy asks a proof, nobody decides without one, by any road; with
// one they do, and the ledger says how.
func TestStepUp(t *testing.T) {
	for _, c := range []struct {
		policy         release.StepUp
		vote, override bool // takes a code
	}{
		{release.StepUpNone, false, false},
		{release.StepUpOverride, false, true},
		{release.StepUpVotes, true, true},
	} {
		t.Run("policy "+string(c.policy), func(t *testing.T) {
			b := newBoard(t)
			b.strict(c.policy)
			poll := b.poll(b.raise(minor()).Number)
			if got := poll.StepUp(); got != c.policy {
				t.Fatalf("the ballot has %q", got)
			}
			for _, id := range []release.PersonID{"rm", "env", "test", "ex-dev"} {
				say := sayGo
				if id == "test" {
					say = sayNoGo
				}
				_, err := b.desk.Cast(t.Context(), b.as(id), poll.ID, say.Choice, say.Words)
				if c.vote {
					refused(t, err, release.CodeProof)
					pass, code := b.ask(poll, id, say)
					done, err := b.desk.DecideByCode(t.Context(), b.as(id), release.VotedWithCode, pass, code)
					b.must(err)
					if done.Vote.Road != release.VotedWithCode || done.Vote.Choice != say.Choice {
						t.Errorf("kept %+v", done.Vote)
					}
				} else {
					b.must(err)
				}
			}
			b.clock = b.clock.Add(2 * time.Hour)
			override := release.Decision{Override: true, Words: "It was fixed."}
			closed, err := b.desk.Close(t.Context(), b.as("rm"), poll.ID, override.Words)
			road := release.VotedInSlack
			if c.override {
				refused(t, err, release.CodeProof)
				pass, code := b.ask(poll, "rm", override)
				var done release.Decided
				done, err = b.desk.DecideByCode(t.Context(), b.as("rm"), release.VotedWithCode, pass, code)
				closed, road = done.Ballot, release.VotedWithCode
			}
			b.must(err)
			if closed.Outcome != release.OutcomeGo || closed.OverrideReason != override.Words {
				t.Errorf("closed as %+v", closed)
			}
			for _, e := range b.store.snapshot().Entries {
				if data, ok := e.Data.(map[string]any); ok && e.Kind == release.BallotDecided && data["road"] != road {
					t.Errorf("recorded %v", data)
				}
			}
		})
	}
}

// M17: only who may decide is given a code: what would be refused afterwards is
// refused before.
func TestCodesForWhoMayDecide(t *testing.T) {
	b := newBoard(t)
	p := programme()
	for i := range p.People {
		if p.People[i].ID == "env" {
			p.People[i].Mail = ""
		}
	}
	b.apply(p)
	poll := b.poll(b.raise(minor()).Number)
	for name, c := range map[string]struct {
		by     release.PersonID
		ballot int64
		say    release.Decision
		code   release.Code
	}{
		"no seat":             {"sup-rep", poll.ID, sayGo, release.CodeForbidden},
		"unknown":             {"eve", poll.ID, sayGo, release.CodeUnknownPerson},
		"no such vote":        {"test", 99, sayGo, release.CodeNotFound},
		"no vote":             {"test", poll.ID, release.Decision{Choice: "perhaps"}, release.CodeInvalid},
		"no reason":           {"test", poll.ID, release.Decision{Choice: release.VoteNoGo}, release.CodeInvalid},
		"override, too soon":  {"rm", poll.ID, release.Decision{Override: true, Words: "x"}, release.CodeState},
		"override, no chair":  {"test", poll.ID, release.Decision{Override: true, Words: "x"}, release.CodeForbidden},
		"override, no reason": {"rm", poll.ID, release.Decision{Override: true}, release.CodeState},
		"no mail address":     {"env", poll.ID, sayGo, release.CodeState},
	} {
		_, err := b.desk.AskCode(t.Context(), b.as(c.by), c.ballot, c.say)
		if r, ok := release.AsRefusal(err); !ok || r.Code != c.code || r.What == "" || r.Why == "" || r.Next == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := b.told(release.NoticeCode, release.ByMail); len(n) != 0 {
		t.Errorf("codes for %v", n)
	}
}

// M17: a policy binds what is raised under it; a later one changes no open vote (M20).
func TestStepUpIsFrozen(t *testing.T) {
	b := newBoard(t)
	b.strict(release.StepUpVotes)
	r := b.raise(minor())
	b.apply(programme())
	_, err := b.desk.Cast(t.Context(), b.as("test"), b.poll(r.Number).ID, release.VoteGo, "")
	refused(t, err, release.CodeProof)
}

// M17: a copy of what is kept shows no code: its digest takes a key that is not kept
// with it, and another key's is another.
func TestCodesAreKeptUnderAKey(t *testing.T) {
	b := newBoard(t)
	b.desk.WithCodeKey([]byte(strings.Repeat("k", 32)))
	poll := b.poll(b.raise(minor()).Number)
	pass, code := b.ask(poll, "test", sayGo)
	b.desk.WithCodeKey([]byte(strings.Repeat("x", 32)))
	refused(t, b.byCode("test", pass, code), release.CodeInvalid)
	b.desk.WithCodeKey([]byte(strings.Repeat("k", 32)))
	b.must(b.byCode("test", pass, code))
}

// A mail that could not be written for hours goes to nobody: who asked for it has
// given up, and a fresh way in would lie in a mailbox that nobody watches.
func TestLateMailsAreDropped(t *testing.T) {
	b := newBoard(t)
	b.must(b.desk.MailPass(t.Context(), "rm@gonogo.example", "/"))
	n := b.store.snapshot().Notices[0]
	b.clock = b.clock.Add(2*time.Hour + time.Second)
	if _, _, err := b.desk.ArmPass(t.Context(), n.Event.Pass); !errors.Is(err, release.ErrGivenUp) {
		t.Errorf("armed: %v", err)
	}
}

// M17: whatever is pressed and typed by whomever in whichever order, every vote that
// stands where a proof is asked for is what its seat's own code was mailed for.
func TestEveryVoteIsProved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := newBoard(t)
		b.strict(release.StepUpVotes)
		poll := b.poll(b.raise(minor()).Number)
		voters := []release.PersonID{"rm", "env", "test", "ex-dev"}
		type mail struct {
			of   release.PersonID
			say  release.Decision
			code string
		}
		mails, want, asked := map[int64]mail{}, map[release.PersonID]release.Decision{}, map[release.PersonID]int{}
		var passes []int64
		for range rapid.IntRange(1, 30).Draw(t, "acts") {
			id := rapid.SampledFrom(voters).Draw(t, "who")
			say := release.Decision{Choice: rapid.SampledFrom(release.Choices()).Draw(t, "choice"), Words: "because"}
			switch rapid.SampledFrom([]string{"press", "ask", "type", "wait"}).Draw(t, "act") {
			case "press":
				if _, err := b.desk.Cast(t.Context(), b.as(id), poll.ID, say.Choice, say.Words); err == nil {
					t.Fatal("a press was counted")
				}
			case "ask":
				if asked[id]++; asked[id] <= 10 {
					pass, code := b.ask(poll, id, say)
					mails[pass], passes = mail{id, say, code}, append(passes, pass)
				}
			case "wait":
				b.clock = b.clock.Add(3 * time.Minute)
			case "type":
				if len(passes) == 0 {
					continue
				}
				at, from := rapid.SampledFrom(passes).Draw(t, "form"), rapid.SampledFrom(passes).Draw(t, "mail")
				if b.byCode(id, at, mails[from].code) == nil {
					if mails[at].of != id || mails[at].code != mails[from].code {
						t.Fatalf("%s decided %+v with the code of %+v", id, mails[at], mails[from])
					}
					want[id] = mails[at].say
					delete(mails, at) // it works once
					mails[at] = mail{of: "nobody"}
				}
			}
		}
		now := b.poll(poll.RFC)
		if len(now.Votes) != len(want) {
			t.Fatalf("%d seats were heard, want %d", len(now.Votes), len(want))
		}
		for _, v := range now.Votes {
			if x := want[v.Person]; !v.Road.Proved() || v.Choice != x.Choice || v.Words != x.Words {
				t.Fatalf("%+v stands; want %+v", v, x)
			}
		}
	})
}
