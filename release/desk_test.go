package release_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// verb is one act of a person.
type verb struct {
	name string
	do   func(b *board, in release.Intent) error
}

// verbs are all acts, on RFC 1, its vote 1 and its condition 1.
func verbs() []verb {
	ctx := func(b *board) (*release.Desk, release.RFCContent) {
		c := content()
		c.Title = "Another title"
		return b.desk, c
	}
	return []verb{
		{"save a draft", func(b *board, in release.Intent) error {
			d, c := ctx(b)
			return second(d.SaveDraft(b.Context(), in, 0, 0, c))
		}},
		{"raise", func(b *board, in release.Intent) error {
			d, c := ctx(b)
			return second(d.RaiseRFC(b.Context(), in, 0, 0, c))
		}},
		{"edit", func(b *board, in release.Intent) error {
			d, c := ctx(b)
			r, _ := d.Read(b.Context(), in.By, 1)
			return second(d.EditRFC(b.Context(), in, 1, r.RFC.Revision, c))
		}},
		{"withdraw", func(b *board, in release.Intent) error {
			return second(b.desk.WithdrawRFC(b.Context(), in, 1, "It clashes."))
		}},
		{"ask again", func(b *board, in release.Intent) error {
			return second(b.desk.AskAgain(b.Context(), in, 1, time.Time{}))
		}},
		{"open the Go/No-Go", func(b *board, in release.Intent) error {
			return second(b.desk.OpenGoNoGo(b.Context(), in, 1, time.Time{}))
		}},
		{"vote", func(b *board, in release.Intent) error {
			return second(b.desk.Cast(b.Context(), in, 1, release.VoteAbstain, ""))
		}},
		{"close", func(b *board, in release.Intent) error { return second(b.desk.Close(b.Context(), in, 1, "")) }},
		{"meet a condition", func(b *board, in release.Intent) error {
			return second(b.desk.MeetCondition(b.Context(), in, 1, "Backup 4711"))
		}},
		{"delegate", func(b *board, in release.Intent) error {
			return second(b.desk.Delegate(b.Context(), in, release.DelegationAsk{Absent: "ex-dev", To: "ex-dev2", Until: b.clock.Add(time.Hour)}))
		}},
		{"choose a cadence", func(b *board, in release.Intent) error { return b.desk.Prefer(b.Context(), in, release.Daily) }},
	}
}

// T31: whoever is unknown or retired is refused every act, and nothing changes.
func TestStrangersAndTheRetiredDoNothing(t *testing.T) {
	for _, who := range []release.PersonID{"stranger", "gone", release.Clockwork, release.Operator} {
		for _, v := range verbs() {
			t.Run(string(who)+" "+v.name, func(t *testing.T) {
				b := newBoard(t)
				b.raise(content())
				before := b.store.snapshot()
				refused(t, v.do(b, b.as(who)), release.CodeUnknownPerson)
				if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
					t.Errorf("something was changed:\n%s", diff)
				}
			})
		}
	}
}

// Fail closed: without a programme there is no act at all.
func TestWithoutAProgrammeNothingIsDone(t *testing.T) {
	for _, v := range verbs() {
		t.Run(v.name, func(t *testing.T) {
			b := &board{tester: t, store: newMemory(), clock: monday}
			b.desk = release.NewDesk(b.store, func() time.Time { return b.clock })
			refused(t, v.do(b, b.as("rm")), release.CodeState)
		})
	}
}

// T23, T29, T30: the same intent is carried out once: whatever the second
// delivery of it is told, it changes nothing.
func TestAReplayedIntentChangesNothing(t *testing.T) {
	// These acts can follow themselves, so nothing but the intent tells a replay.
	repeatable := map[string]bool{"save a draft": true, "raise": true, "vote": true, "choose a cadence": true}
	for _, v := range verbs() {
		t.Run(v.name, func(t *testing.T) {
			b := newBoard(t)
			ready(b, v.name)
			in := b.as("rm")
			b.must(v.do(b, in))
			before := b.store.snapshot()
			r, ok := release.AsRefusal(v.do(b, in))
			if !ok {
				t.Fatal("the replay was carried out")
			}
			if repeatable[v.name] && r.Code != release.CodeHandled {
				t.Errorf("refused with %q; want %q", r.Code, release.CodeHandled)
			}
			if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
				t.Errorf("the replay changed something:\n%s", diff)
			}
		})
	}
}

// Two acts without a key are two acts.
func TestAnEmptyKeyIsNeverRecognised(t *testing.T) {
	b := newBoard(t)
	b.raise(content())
	for range 2 {
		b.must(second(b.desk.Cast(t.Context(), release.Intent{By: "rm"}, 1, release.VoteAbstain, "")))
	}
	if n := len(b.store.snapshot().Votes); n != 2 {
		t.Errorf("%d votes; want 2", n)
	}
}

// T31: known by team and user id, both; a stranger hears who can add them.
func TestWho(t *testing.T) {
	b := newBoard(t)
	x, _, err := b.desk.Who(t.Context(), release.SlackID{Team: "T1", User: "U-env"})
	b.must(err)
	if x.ID != "env" {
		t.Errorf("got %q", x.ID)
	}
	for _, id := range []release.SlackID{{Team: "T2", User: "U-env"}, {Team: "T1", User: "U-nobody"}, {Team: "T1", User: "U-gone"}, {}} {
		_, _, err := b.desk.Who(t.Context(), id)
		if r := refused(t, err, release.CodeUnknownPerson); !strings.Contains(r.Next, "Name of pmo") || !strings.Contains(r.Next, "pmo@gonogo.example") {
			t.Errorf("who can add them is not told: %v", r)
		}
	}
}

// R10, R46: a provider's release manager raises for the provider's own systems.
func TestRightsToRaise(t *testing.T) {
	tests := []struct {
		who    release.PersonID
		system release.SystemID
		code   release.Code
	}{
		{"rm", "helix", ""}, {"rm", "smart", ""}, {"ex-rm", "helix", ""}, {"dcc-rm", "smart", ""},
		{"ex-rm", "smart", release.CodeForbidden}, {"dcc-rm", "helix", release.CodeForbidden}, {"sup-rep", "helix", release.CodeForbidden},
		{"env", "helix", release.CodeForbidden}, {"env", "hal", release.CodeForbidden}, {"rm", "hal", release.CodeInvalid}, {"rm", "", release.CodeInvalid},
	}
	for _, test := range tests {
		t.Run(string(test.who)+" "+string(test.system), func(t *testing.T) {
			b := newBoard(t)
			c := content()
			c.System, c.Reason = test.system, "Because."
			if test.code == release.CodeInvalid {
				c.Title = ""
			}
			_, err := b.desk.RaiseRFC(t.Context(), b.as(test.who), 0, 0, c)
			if test.code == "" {
				b.must(err)
				return
			}
			r := refused(t, err, test.code)
			if diff := cmp.Diff([]string{release.FieldTitle, release.FieldSystem}, fields(r.Fields)); test.code == release.CodeInvalid && diff != "" {
				t.Errorf("not every mistake is told at once (-want +got):\n%s", diff)
			}
		})
	}
}
