package release_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// audience writes recipients as "id" for those who act and "id?" for those who are told.
func audience(e release.Event, p release.Programme) string {
	var all []string
	for _, r := range release.Audience(e, &p) {
		mark := ""
		if r.Duty == release.DutyTold {
			mark = "?"
		}
		all = append(all, string(r.Person)+mark)
	}
	return strings.Join(all, " ")
}

func event(t tester, kind release.NoticeKind, purpose release.Purpose) release.Event {
	t.Helper()
	board := plan(t, policy().Types[release.Patch].Approval.Seats, programme())
	return release.Event{
		Kind: kind, RFC: release.RFC{Number: 12, Content: content(), RaisedBy: "ex-rm"},
		Ballot: &release.Ballot{ID: 7, RFC: 12, Purpose: purpose, Seats: board, Raiser: "ex-rm"},
	}
}

// R64 and the list of who is told of what, each once.
func TestWhoIsTold(t *testing.T) {
	const board, reps = "rm env test ex-dev ex-dev2 defect", "ex-rep%s dcc-rep%s sup-rep? dno-rep?"
	told := func(csp string) string { return strings.ReplaceAll(reps, "%s", csp) }
	tests := []struct {
		name  string
		event release.Event
		alter func(*release.Programme, *release.Event)
		want  string
	}{
		{"raised: the seats and the accountable", event(t, release.NoticeRaised, release.Approval), nil, board},
		{"edited: the same", event(t, release.NoticeEdited, release.Approval), nil, board},
		{"raised: the accountable who has no seat", event(t, release.NoticeRaised, release.Approval),
			func(p *release.Programme, _ *release.Event) {
				p.People = append(p.People, person("rm2", release.ReleaseManager, "sro"))
			}, board + " rm2"},
		{"decided: requester, seats, every party's representatives", event(t, release.NoticeDecided, release.Approval), nil, "ex-rm " + board + " " + told("?")},
		{"withdrawn: the same", event(t, release.NoticeWithdrawn, release.Approval), nil, "ex-rm " + board + " " + told("?")},
		{"decided: only the parties that the RFC names (R11)", event(t, release.NoticeDecided, release.Approval),
			func(_ *release.Programme, e *release.Event) { e.RFC.Content.Parties = []release.PartyID{"dno"} }, "ex-rm " + board + " dno-rep?"},
		{"R64: Go/No-Go opened: seats, core providers and participants", event(t, release.NoticeOpened, release.Deployment), nil, board + " " + told("")},
		{"R64: Go/No-Go decided: the requester too", event(t, release.NoticeOutcome, release.Deployment), nil, "ex-rm " + board + " " + told("")},
		{"R64: whatever parties the RFC names", event(t, release.NoticeOutcome, release.Deployment),
			func(_ *release.Programme, e *release.Event) { e.RFC.Content.Parties = []release.PartyID{"dno"} }, "ex-rm " + board + " " + told("")},
		{"the retired are told nothing", event(t, release.NoticeOutcome, release.Deployment),
			func(p *release.Programme, _ *release.Event) {
				for _, id := range []release.PersonID{"ex-rm", "ex-dev", "rm", "sup-rep"} {
					retire(p, id)
				}
			}, "env test ex-dev2 defect ex-rep dcc-rep dno-rep?"},
		{"withdrawn without a vote", event(t, release.NoticeWithdrawn, release.Approval),
			func(_ *release.Programme, e *release.Event) { e.Ballot = nil }, "ex-rm rm " + told("?")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := programme()
			if test.alter != nil {
				test.alter(&p, &test.event)
			}
			if got := audience(test.event, p); got != test.want {
				t.Errorf("told %s\nwant %s", got, test.want)
			}
		})
	}
}

// R64, M11: whatever roles people hold, each is told once, nobody who is
// retired or unknown, and who sits is never only told.
func TestEachIsToldOnce(t *testing.T) {
	kinds := []release.NoticeKind{release.NoticeRaised, release.NoticeEdited, release.NoticeWithdrawn, release.NoticeDecided, release.NoticeOpened, release.NoticeOutcome}
	rapid.Check(t, func(t *rapid.T) {
		p := programme()
		for range rapid.IntRange(0, 10).Draw(t, "more holdings") {
			x := rapid.SampledFrom(p.People).Draw(t, "who")
			give(&p, x.ID, rapid.SampledFrom(release.Roles()).Draw(t, "role"), rapid.SampledFrom(p.Parties).Draw(t, "party").ID)
		}
		for i := range p.People {
			p.People[i].Retired = p.People[i].Retired || rapid.IntRange(0, 3).Draw(t, "retired") == 0
		}
		e := event(t, rapid.SampledFrom(kinds).Draw(t, "kind"), rapid.SampledFrom([]release.Purpose{release.Approval, release.Deployment}).Draw(t, "purpose"))
		var seen []release.PersonID
		for _, r := range release.Audience(e, &p) {
			x, known := p.Person(r.Person)
			if !known || x.Retired || slices.Contains(seen, r.Person) {
				t.Fatalf("%s is told: known %v, retired %v, told before %v", r.Person, known, x.Retired, slices.Contains(seen, r.Person))
			}
			if _, sits := e.Ballot.SeatOf(r.Person); sits && r.Duty != release.DutyAct {
				t.Fatalf("%s sits and is only told", r.Person)
			}
			seen = append(seen, r.Person)
		}
	})
}

// What one is only told waits for the digest one chose; what one must act on
// never waits, and neither does anything for who chose nothing.
func TestCadencesHoldWhatIsOnlyTold(t *testing.T) {
	b := newBoard(t)
	for id, c := range map[release.PersonID]release.Cadence{"sup-rep": release.Weekly, "dcc-rep": release.Daily, "env": release.Weekly, "ex-rm": release.Daily} {
		b.must(b.desk.Prefer(t.Context(), b.as(id), c))
	}
	refused(t, b.desk.Prefer(t.Context(), b.as("env"), "never"), release.CodeInvalid)
	b.approved(content())
	held := map[release.PersonID]release.Cadence{}
	for _, n := range b.store.snapshot().Notices {
		if n.Event.Kind == release.NoticeDecided && n.Road == release.ByMail {
			held[n.To] = n.Hold
		}
	}
	want := map[release.PersonID]release.Cadence{
		"sup-rep": release.Weekly, "dcc-rep": release.Daily, // only told
		"env": release.Immediate, "ex-rm": release.Immediate, // a seat, the requester
		"dno-rep": release.Immediate, // chose nothing
	}
	for id, c := range want {
		if held[id] != c {
			t.Errorf("%s: held for %q; want %q", id, held[id], c)
		}
	}
}
