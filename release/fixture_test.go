package release_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// monday is when every story begins: 09:00 GMT.
var monday = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// programme is a small programme with everything that rules ask for: two
// parties that run it, two core providers, two participants.
func programme() release.Programme {
	holds := func(id release.PersonID, role release.Role, party release.PartyID) release.Person {
		return release.Person{
			ID: id, Name: "Name of " + string(id), Mail: string(id) + "@gonogo.example", Roles: []release.Holding{{Role: role, Party: party}},
			Slack: []release.SlackID{{Team: "T1", User: "U-" + string(id)}},
		}
	}
	gone := holds("gone", release.TestManager, "si")
	gone.Retired = true
	return release.Programme{
		Name: "Sample programme", Short: "SP", Zone: "Europe/London",
		Parties: []release.Party{
			{ID: "si", Name: "Integrator", Kind: release.ProgrammeParty}, {ID: "sro", Name: "SRO", Kind: release.ProgrammeParty},
			{ID: "elexon", Name: "Elexon", Kind: release.CoreProvider}, {ID: "dcc", Name: "DCC", Kind: release.CoreProvider},
			{ID: "supplier", Name: "Supplier One", Kind: release.Participant}, {ID: "dno", Name: "DNO North", Kind: release.Participant},
		},
		People: []release.Person{
			holds("rm", release.ReleaseManager, "si"), holds("env", release.EnvironmentManager, "si"),
			gone, holds("test", release.TestManager, "si"), holds("defect", release.DefectManager, "si"),
			holds("pmo", release.PMO, "si"), holds("tmag", release.TMAGChair, "sro"),
			holds("ex-rm", release.ReleaseManager, "elexon"), holds("ex-dev", release.DevelopmentTeamLead, "elexon"),
			holds("ex-dev2", release.DevelopmentTeamLead, "elexon"), holds("ex-rep", release.Representative, "elexon"),
			holds("dcc-rm", release.ReleaseManager, "dcc"), holds("dcc-dev", release.DevelopmentTeamLead, "dcc"),
			holds("dcc-rep", release.Representative, "dcc"),
			holds("sup-rep", release.Representative, "supplier"), holds("dno-rep", release.Representative, "dno"),
		},
		Systems: []release.System{
			{ID: "helix", Name: "Helix", Party: "elexon"}, {ID: "smart", Name: "Smart Metering", Party: "dcc"},
			{ID: "old", Name: "Old system", Party: "dcc", Retired: true},
		},
		Environments: []release.Environment{{ID: "sit-a", Name: "SIT A"}, {ID: "uit", Name: "UIT"}, {ID: "sit-z", Name: "SIT Z", Retired: true}},
		Roadmap:      []release.PlannedRelease{{ID: "R1", Type: release.Major, Date: "2026-12-07"}},
		Policy:       policy(),
		RACI: release.RACI{
			release.RFCApproval:   {release.ColumnRM: "R,A", release.ColumnDev: "C", release.ColumnEnv: "C", release.ColumnTest: "C", release.ColumnDefect: "C", release.ColumnCSP: "I", release.ColumnTP: "I"},
			release.DeploymentGNG: {release.ColumnRM: "R,A", release.ColumnDev: "C", release.ColumnEnv: "C", release.ColumnTest: "C", release.ColumnDefect: "C", release.ColumnCSP: "R,C", release.ColumnTP: "I"},
		},
	}
}

func policy() release.Policy {
	seats := []release.SeatRule{
		{Function: release.ReleaseManager, Of: "si", Mandatory: true, Chair: true},
		{Function: release.EnvironmentManager, Of: "si", Mandatory: true},
		{Function: release.TestManager, Of: "si", Mandatory: true},
		{Function: release.DevelopmentTeamLead, Of: release.OfProvider, Mandatory: true},
		{Function: release.DefectManager, Of: "si"},
	}
	rules := func(override bool) release.TypePolicy {
		return release.TypePolicy{
			Approval: release.BallotPolicy{
				Seats: seats, MinimumOpen: 30 * time.Minute, Deadline: 48 * time.Hour,
				RemindBefore: []time.Duration{24 * time.Hour, 2 * time.Hour}, Override: override,
			},
			Deployment: release.BallotPolicy{
				Seats: seats, MinimumOpen: 10 * time.Minute, Deadline: 24 * time.Hour,
				RemindBefore: []time.Duration{4 * time.Hour, time.Hour}, Override: override,
			},
		}
	}
	return release.Policy{
		Types: map[release.ReleaseType]release.TypePolicy{
			release.Major: rules(false), release.Minor: rules(true), release.Patch: rules(false), release.Emergency: rules(false),
		},
		Raisers: []release.Role{release.ReleaseManager}, Escalation: release.TMAGChair,
	}
}

// content is a patch that can be raised at monday.
func content() release.RFCContent {
	return release.RFCContent{
		Title: "Helix patch 7", System: "helix", Type: release.Patch, Kind: release.DefectFix,
		Environments: []release.EnvironmentID{"sit-a"}, References: []string{"DEF-1187"},
		Reason: "Settlement runs stop.", Impact: "Nothing for the others.",
		Risk:       release.Risk{Likelihood: 2, Consequence: 3, Sentence: "The fix is small."},
		Window:     release.Window{From: monday.Add(96 * time.Hour), To: monday.Add(98 * time.Hour), Zone: "Europe/London"},
		Disruption: release.NoDisruption,
	}
}

// tester is what stories need of testing.T and rapid.T.
type tester interface {
	Helper()
	Fatalf(format string, args ...any)
	Context() context.Context
}

// board is a desk on a memory with a clock that stands still.
type board struct {
	tester
	store *memory
	desk  *release.Desk
	clock time.Time
	acts  int
}

func newBoard(t tester) *board {
	t.Helper()
	b := &board{tester: t, store: newMemory(), clock: monday}
	b.desk = release.NewDesk(b.store, func() time.Time { return b.clock })
	b.apply(programme())
	return b
}

// as returns a new intent of a person.
func (b *board) as(id release.PersonID) release.Intent {
	b.acts++
	return release.Intent{Key: fmt.Sprintf("intent-%d", b.acts), By: id}
}

func (b *board) must(err error) {
	b.Helper()
	if err != nil {
		b.Fatalf("%v", err)
	}
}

func (b *board) apply(p release.Programme) []release.ProgrammeChange {
	b.Helper()
	changes, err := b.desk.ApplyProgramme(b.Context(), p, release.Operator)
	b.must(err)
	return changes
}

func (b *board) raise(c release.RFCContent) release.RFC {
	b.Helper()
	r, err := b.desk.RaiseRFC(b.Context(), b.as("ex-rm"), 0, 0, c)
	b.must(err)
	return r
}

// poll returns the open vote of an RFC.
func (b *board) poll(number int) release.Ballot {
	b.Helper()
	open, ok := b.story(number).Open()
	if !ok {
		b.Fatalf("RFC-%d has no open vote", number)
	}
	return open
}

func (b *board) story(number int) release.Story {
	b.Helper()
	s, err := b.desk.Card(b.Context(), number)
	b.must(err)
	return s
}

func (b *board) vote(ballot int64, by release.PersonID, c release.Choice, words string) {
	b.Helper()
	_, err := b.desk.Cast(b.Context(), b.as(by), ballot, c, words)
	b.must(err)
}

// everybody casts the same vote for each of the five seats.
func (b *board) everybody(ballot int64, c release.Choice, words ...string) {
	b.Helper()
	for _, id := range []release.PersonID{"rm", "env", "test", "ex-dev", "defect"} {
		b.vote(ballot, id, c, strings.Join(words, " "))
	}
}

// pass moves the clock and lets the clockwork run.
func (b *board) pass(d time.Duration) {
	b.Helper()
	b.clock = b.clock.Add(d)
	_, err := b.desk.Tick(b.Context())
	b.must(err)
}

// approved raises an RFC and approves it, which takes 30 minutes.
func (b *board) approved(c release.RFCContent) release.RFC {
	b.Helper()
	r := b.raise(c)
	b.everybody(b.poll(r.Number).ID, release.VoteGo)
	b.pass(30 * time.Minute)
	return b.in(r.Number, release.Approved)
}

// decided brings an RFC to Go, which takes 40 minutes.
func (b *board) decided(c release.RFCContent) release.RFC {
	b.Helper()
	r := b.approved(c)
	poll, err := b.desk.OpenGoNoGo(b.Context(), b.as("rm"), r.Number, time.Time{})
	b.must(err)
	b.everybody(poll.ID, release.VoteGo)
	b.pass(10 * time.Minute)
	return b.in(r.Number, release.Go)
}

// in wants an RFC in a state.
func (b *board) in(number int, want release.RFCState) release.RFC {
	b.Helper()
	r := b.story(number).RFC
	if r.State != want {
		b.Fatalf("RFC-%d is %q; want %q", number, r.State, want)
	}
	return r
}

// told returns who was promised a notice of a kind on a road.
func (b *board) told(kind release.NoticeKind, road release.Road) []release.PersonID {
	var to []release.PersonID
	for _, n := range b.store.snapshot().Notices {
		if n.Event.Kind == kind && n.Road == road {
			to = append(to, n.To)
		}
	}
	slices.Sort(to)
	return to
}

// kinds returns the kinds of the ledger's entries since a snapshot.
func (b *board) kinds(since world) []release.EntryKind {
	var kinds []release.EntryKind
	for _, e := range b.store.snapshot().Entries[len(since.Entries):] {
		kinds = append(kinds, e.Kind)
	}
	return kinds
}

// refused wants a whole refusal: a code, what, why, and what to do next where
// something can be done.
func refused(t tester, err error, code release.Code) release.Refusal {
	t.Helper()
	r, ok := release.AsRefusal(err)
	if !ok {
		t.Fatalf("got %v; want a refusal %q", err, code)
	}
	if r.Code != code {
		t.Fatalf("refused with %q (%v); want %q", r.Code, r, code)
	}
	if r.What == "" || r.Why == "" || (r.Next == "" && code != release.CodeHandled) {
		t.Fatalf("the refusal does not say everything: %+v", *r)
	}
	return *r
}

// fields returns the fields that a refusal names, in order.
func fields(problems []release.FieldProblem) []string {
	var names []string
	for _, p := range problems {
		names = append(names, p.Field)
	}
	return names
}
