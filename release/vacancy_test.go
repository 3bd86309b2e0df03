package release_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

func departed(ids ...release.PersonID) release.Programme {
	p := programme()
	for _, id := range ids {
		p.People = without(p.People, func(x release.Person) bool { return x.ID == id })
	}
	return p
}

func noted(changes []release.ProgrammeChange) []string {
	var notes []string
	for _, c := range changes {
		if c.Note != "" {
			notes = append(notes, c.Name+" "+c.Note)
		}
	}
	return notes
}

// T22: who leaves in the middle of a vote is named in the plan; the last one of a
// seat hands it to the escalation point, which is recorded as joining and told.
func TestWhoLeavesAVoteIsNeverSilent(t *testing.T) {
	b := newBoard(t)
	r := b.raise(content())
	ballot := b.poll(r.Number)
	plan, err := b.desk.PlanProgramme(t.Context(), departed("test", "ex-dev"))
	b.must(err)
	want := []string{"test sits alone on Test Manager, Integrator in RFC-1's open vote (RFC approval); Name of tmag takes the seat for the escalation point"}
	if diff := cmp.Diff(want, noted(plan)); diff != "" {
		t.Errorf("the plan says (-want +got):\n%s", diff)
	}
	before := b.store.snapshot()
	b.apply(departed("test", "ex-dev"))
	if diff := cmp.Diff([]release.EntryKind{release.ProgrammeApplied, release.SeatEscalated}, b.kinds(before)); diff != "" {
		t.Errorf("the ledger (-want +got):\n%s", diff)
	}
	open := b.poll(r.Number)
	seat, ok := open.SeatOf("tmag")
	if !ok || seat.Key != "test-manager/si" || !seat.Escalated || !seat.Mandatory {
		t.Errorf("tmag sits on %+v", seat)
	}
	if got := b.told(release.NoticeReminder, release.ByDirect); !cmp.Equal(got, []release.PersonID{"tmag"}) {
		t.Errorf("told %v; want tmag", got)
	}
	b.vote(ballot.ID, "tmag", release.VoteGo, "")
	for _, id := range []release.PersonID{"rm", "env", "ex-dev2", "defect"} {
		b.vote(ballot.ID, id, release.VoteGo, "")
	}
	b.pass(31 * 60 * 1e9)
	b.in(r.Number, release.Approved)
}

// T22, T23: a vote that was cast stands when its voter leaves; of two emptied
// seats one person fills one, and where nobody is free the plan says so.
func TestEmptiedSeats(t *testing.T) {
	tests := []struct {
		name  string
		leave []release.PersonID
		votes []release.PersonID
		notes []string // what each ends with
		joins int
	}{
		{"nobody who sits", []release.PersonID{"pmo"}, nil, nil, 0},
		{"one of two", []release.PersonID{"ex-dev"}, nil, nil, 0},
		{"both of two", []release.PersonID{"ex-dev", "ex-dev2"}, nil, []string{"takes the seat for the escalation point"}, 1},
		{"who has voted", []release.PersonID{"test"}, []release.PersonID{"test"}, []string{"the vote that was cast stands"}, 0},
		{"two seats, one to take them", []release.PersonID{"env", "test"}, nil, []string{"takes the seat for the escalation point", "nobody of the escalation point is free to take the seat"}, 1},
		{"the escalation point leaves too", []release.PersonID{"test", "tmag"}, nil, []string{"nobody of the escalation point is free to take the seat"}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := newBoard(t)
			ballot := b.poll(b.raise(content()).Number)
			for _, id := range test.votes {
				b.vote(ballot.ID, id, release.VoteGo, "")
			}
			notes := noted(b.apply(departed(test.leave...)))
			if len(notes) != len(test.notes) {
				t.Fatalf("notes %q; want %d", notes, len(test.notes))
			}
			for i, end := range test.notes {
				if !strings.HasSuffix(notes[i], end) {
					t.Errorf("note %q; want its end %q", notes[i], end)
				}
			}
			joined := 0
			for _, s := range b.poll(1).Seats {
				if s.Escalated {
					joined++
				}
			}
			if joined != test.joins {
				t.Errorf("%d seats escalated; want %d", joined, test.joins)
			}
		})
	}
}
