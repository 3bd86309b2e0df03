package release_test

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

func TestAskAgain(t *testing.T) {
	b := newBoard(t)
	b.raise(content())
	first := b.poll(1).ID
	refused(t, second(b.desk.AskAgain(t.Context(), b.as("ex-rm"), 1, time.Time{})), release.CodeState)
	b.pass(48 * time.Hour)
	b.in(1, release.Undecided)
	refused(t, second(b.desk.AskAgain(t.Context(), b.as("sup-rep"), 1, time.Time{})), release.CodeForbidden)
	refused(t, second(b.desk.AskAgain(t.Context(), b.as("ex-rm"), 1, b.clock.Add(29*time.Minute))), release.CodeInvalid)
	refused(t, second(b.desk.AskAgain(t.Context(), b.as("ex-rm"), 1, b.clock)), release.CodeInvalid)
	refused(t, second(b.desk.AskAgain(t.Context(), b.as("ex-rm"), 1, content().Window.To.Add(1))), release.CodeInvalid)
	poll, err := b.desk.AskAgain(t.Context(), b.as("ex-rm"), 1, b.clock.Add(time.Hour))
	b.must(err)
	b.in(1, release.Raised)
	if poll.ID == first || len(poll.Votes) != 0 || !poll.Deadline.Equal(b.clock.Add(time.Hour)) {
		t.Errorf("asked again with %+v", poll)
	}
	b.vote(poll.ID, "env", release.VoteNoGo, "No environment.")
	b.pass(time.Hour)
	b.in(1, release.Rejected)
	refused(t, second(b.desk.AskAgain(t.Context(), b.as("ex-rm"), 1, time.Time{})), release.CodeState)
}

func TestTheDeadlineKeepsToTheWindow(t *testing.T) {
	at := monday.Add
	tests := []struct {
		name     string
		from, to time.Duration
		want     time.Duration // zero is refused
	}{
		{"a window far away: the policy's time", 96 * time.Hour, 98 * time.Hour, 48 * time.Hour},
		{"when the window begins", 10 * time.Hour, 12 * time.Hour, 10 * time.Hour},
		{"begun too soon for the minimum time: when it ends", 20 * time.Minute, 2 * time.Hour, 2 * time.Hour},
		{"begun already", -time.Hour, 72 * time.Hour, 48 * time.Hour},
		{"the minimum time is just left", -time.Hour, 30 * time.Minute, 30 * time.Minute},
		{"over before the minimum time", -time.Hour, 29 * time.Minute, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := newBoard(t)
			c := content()
			c.Window.From, c.Window.To = at(test.from), at(test.to)
			_, err := b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), 0, 0, c)
			if test.want == 0 {
				if r := refused(t, err, release.CodeInvalid); !slices.Equal(fields(r.Fields), []string{release.FieldTo}) {
					t.Errorf("the window's field is not named: %v", r.Fields)
				}
				return
			}
			b.must(err)
			if got := b.poll(1).Deadline; !got.Equal(at(test.want)) {
				t.Errorf("deadline after %s; want %s", got.Sub(monday), test.want)
			}
		})
	}
}

func TestWhoOpensTheGoNoGo(t *testing.T) {
	for id, may := range map[release.PersonID]bool{"rm": true, "ex-rm": true, "ex-dev": true, "dcc-rm": false, "env": false, "sup-rep": false, "pmo": false} {
		t.Run(string(id), func(t *testing.T) {
			b := newBoard(t)
			b.approved(content())
			_, err := b.desk.OpenGoNoGo(t.Context(), b.as(id), 1, time.Time{})
			if may {
				b.must(err)
				return
			}
			refused(t, err, release.CodeForbidden)
		})
	}
	b := newBoard(t)
	b.raise(content())
	refused(t, second(b.desk.OpenGoNoGo(t.Context(), b.as("rm"), 1, time.Time{})), release.CodeState)
	refused(t, second(b.desk.OpenGoNoGo(t.Context(), b.as("rm"), 9, time.Time{})), release.CodeNotFound)
	b.everybody(b.poll(1).ID, release.VoteGo)
	b.pass(30 * time.Minute)
	refused(t, second(b.desk.OpenGoNoGo(t.Context(), b.as("rm"), 1, content().Window.To.Add(1))), release.CodeInvalid)
	b.clock = content().Window.To
	refused(t, second(b.desk.OpenGoNoGo(t.Context(), b.as("rm"), 1, time.Time{})), release.CodeState) // T19: it is over at its end
}

func TestTheElectorateIsFrozen(t *testing.T) {
	b := newBoard(t)
	poll := b.poll(b.raise(content()).Number)
	p := programme()
	p.People = append(p.People, person("joiner", release.TestManager, "si"))
	retire(&p, "env")
	b.apply(p)
	refused(t, second(b.desk.Cast(t.Context(), b.as("joiner"), poll.ID, release.VoteGo, "")), release.CodeForbidden)
	refused(t, second(b.desk.Cast(t.Context(), b.as("env"), poll.ID, release.VoteGo, "")), release.CodeUnknownPerson)
	b.vote(poll.ID, "test", release.VoteGo, "")
}

func TestThePolicyOfTheDayItWasRaised(t *testing.T) {
	b := newBoard(t)
	r := b.approved(content())
	p := programme()
	stricter := p.Policy.Types[release.Patch]
	stricter.Approval.Seats = append(slices.Clone(stricter.Approval.Seats), release.SeatRule{Function: release.PMO, Of: "si", Mandatory: true})
	stricter.Deployment.Seats = stricter.Approval.Seats
	p.Policy.Types[release.Patch] = stricter
	b.apply(p)
	poll, err := b.desk.OpenGoNoGo(t.Context(), b.as("rm"), 1, time.Time{})
	b.must(err)
	if len(poll.Seats) != 5 {
		t.Errorf("%d seats; want the five of the policy in force when it was raised", len(poll.Seats))
	}
	changed := content()
	changed.Impact = "Another"
	_, err = b.desk.EditRFC(t.Context(), b.as("rm"), 1, b.story(1).RFC.Revision, changed)
	b.must(err)
	if got := b.poll(1); len(got.Seats) != 6 || b.story(1).RFC.Programme == r.Programme {
		t.Errorf("%d seats after the edit; want six", len(got.Seats))
	}
}
