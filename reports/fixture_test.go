package reports

import (
	"bytes"
	"context"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// monday is when the report of week 47 is due: Monday 09:00 in London.
var monday = time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC)

// in returns an instant some hours after monday.
func in(hours float64) time.Time { return monday.Add(time.Duration(hours * float64(time.Hour))) }

func someone(id release.PersonID, name string, role release.Role, party release.PartyID) release.Person {
	return release.Person{
		ID: id, Name: name, Mail: string(id) + "@" + string(party) + ".example",
		Roles: []release.Holding{{Role: role, Party: party}},
	}
}

// board is a programme with a board, three providers and two participants.
func board() *release.Programme {
	return &release.Programme{
		Version: 3, Name: "Market-wide Half-Hourly Settlement", Short: "MHHS", Zone: "Europe/London",
		Slack: release.Places{Team: "T0GONOGO", RCB: "C0RCB"},
		Parties: []release.Party{
			{ID: "si", Name: "MHHS Programme SI", Kind: release.ProgrammeParty},
			{ID: "dip", Name: "DIP Service Provider", Kind: release.CoreProvider},
			{ID: "elexon", Name: "Elexon (Helix)", Kind: release.CoreProvider},
			{ID: "stclements", Name: "St Clements", Kind: release.CoreProvider},
			{ID: "brightfell", Name: "Brightfell Energy", Kind: release.Participant},
			{ID: "northmere", Name: "Northmere Networks", Kind: release.Participant},
		},
		People: []release.Person{
			someone("amara", "Amara Okafor", release.ReleaseManager, "si"),
			someone("tomasz", "Tomasz Zieliński", release.EnvironmentManager, "si"),
			someone("priya", "Priya Raman", release.TestManager, "si"),
			someone("declan", "Declan O’Byrne", release.DefectManager, "si"),
			someone("grace", "Grace Adeyemi", release.PMO, "si"),
			someone("mei", "Mei-Ling Chen", release.DevelopmentTeamLead, "dip"),
			someone("seun", "Oluwaseun Bello", release.ReleaseManager, "dip"),
			someone("siobhan", "Siobhan Kearney", release.ReleaseManager, "elexon"),
			someone("arjun", "Arjun Mehta", release.DevelopmentTeamLead, "elexon"),
			someone("nia", "Nia Morgan", release.Representative, "stclements"),
			someone("olivia", "Olivia Hartley", release.Representative, "brightfell"),
			someone("farah", "Farah Qureshi", release.Representative, "northmere"),
			{ID: "gone", Name: "Gone Away", Mail: "gone@si.example", Retired: true},
			{ID: "mute", Name: "No Mail"}, {ID: "odd", Name: "Odd Mail", Mail: "grüße@si.example"},
		},
		Systems: []release.System{
			{ID: "dip", Name: "Data Integration Platform (DIP)", Party: "dip"},
			{ID: "load-shaping", Name: "Load Shaping Service", Party: "elexon"},
			{ID: "smrs", Name: "Supplier Meter Registration Service", Party: "stclements"},
		},
		Environments: []release.Environment{
			{ID: "sit-a", Name: "SIT A"}, {ID: "sit-b", Name: "SIT B"}, {ID: "uit", Name: "UIT"}, {ID: "old", Name: "Old", Retired: true},
		},
		Roadmap: []release.PlannedRelease{
			{ID: "R8", Type: release.Major, Date: "2025-01-20", Rationale: "Opens UIT Qualification."},
			{ID: "R9", Type: release.Patch, Date: "2026-11-26", Rationale: "Bundles the defect fixes found in UIT."},
			{ID: "R10", Type: release.Major, Date: "2026-11-29", Rationale: "Opens the last sandbox cycle."},
		},
		RACI: release.RACI{
			release.RFCApproval:   {release.ColumnRM: "R,A", release.ColumnTest: "R", release.ColumnCSP: "C", release.ColumnTP: "I"},
			release.DeploymentGNG: {release.ColumnRM: "R,A", release.ColumnTest: "R", release.ColumnCSP: "R", release.ColumnTP: "I"},
		},
	}
}

// change is an RFC on the load shaping service.
func change(number int, state release.RFCState, title string, from time.Time) release.RFC {
	return release.RFC{
		Number: number, Revision: 2, State: state, RaisedBy: "siobhan", Programme: 3,
		CreatedAt: in(-100), RaisedAt: in(-100 - float64(number)), UpdatedAt: in(-50), UpdatedBy: "siobhan",
		Content: release.RFCContent{
			Title: title, System: "load-shaping", Type: release.Minor, Environments: []release.EnvironmentID{"sit-a", "uit"},
			Kind: release.DefectFix, References: []string{"DEF-1187", "DEF-1190"},
			Reason:     "Half-hourly profiles of unmetered sites are rounded twice, so settlement totals drift by up to 0.3 %.\n\nThe fix was re-tested in SIT Staging on Thursday.",
			Impact:     "Suppliers will see restated totals for the last seven days. Interfaces do not change.",
			Risk:       release.Risk{Likelihood: 3, Consequence: 4, Sentence: "The restatement takes two hours and cannot be stopped half-way."},
			Window:     release.Window{From: from, To: from.Add(4 * time.Hour), Zone: "Europe/London"},
			Disruption: release.DatabaseFrozen,
		},
	}
}

// vote is a ballot of the whole board on an RFC, open for two days from opened.
func vote(id int64, rfc int, purpose release.Purpose, opened time.Time) release.Ballot {
	seat := func(role release.Role, party release.PartyID, holder release.PersonID) release.Seat {
		return release.Seat{
			Key: string(role) + "/" + string(party), Function: role, Party: party, Mandatory: role != release.DefectManager,
			Chair: holder == "amara", Holders: []release.PersonID{holder},
		}
	}
	return release.Ballot{
		ID: id, RFC: rfc, Purpose: purpose, Raiser: "siobhan", OpenedBy: "siobhan", OpenedAt: opened,
		MinimumUntil: opened.Add(time.Hour), Deadline: opened.Add(48 * time.Hour), State: release.BallotOpen,
		Seats: []release.Seat{
			seat(release.ReleaseManager, "si", "amara"), seat(release.EnvironmentManager, "si", "tomasz"), seat(release.TestManager, "si", "priya"),
			seat(release.DefectManager, "si", "declan"), seat(release.DevelopmentTeamLead, "elexon", "arjun"), seat(release.ReleaseManager, "elexon", "siobhan"),
		},
	}
}

// said adds a vote of the seat a person holds.
func said(b release.Ballot, by release.PersonID, c release.Choice, words string) release.Ballot {
	seat, _ := b.SeatOf(by)
	b.Votes = append(slices.Clip(b.Votes), release.Vote{
		ID: int64(len(b.Votes) + 1), Ballot: b.ID, Seat: seat.Key, Person: by, Choice: c, Words: words,
		At: b.OpenedAt.Add(time.Duration(len(b.Votes)+1) * 10 * time.Minute),
	})
	return b
}

// closed ends a ballot with what its votes decide.
func closed(b release.Ballot, at time.Time, by release.PersonID) release.Ballot {
	b.State, b.ClosedAt, b.ClosedBy, b.Outcome = release.BallotClosed, at, by, b.Tally().Outcome
	return b
}

// letterhead is that of an installation of the programme.
func letterhead(t testing.TB) Letterhead {
	t.Helper()
	set, err := templates.Load()
	if err != nil {
		t.Fatal(err)
	}
	return Letterhead{
		Templates: set, From: mail.Address{Name: "MHHS Release Desk", Address: "gonogo@mhhs.example"}, ListDomain: "mhhs.example",
	}
}

// registry is a Registry of one programme.
type registry struct{ *release.Programme }

func (r registry) ProgrammeNow(context.Context) (*release.Programme, error) { return r.Programme, nil }

// golden compares with a golden file, or writes it with -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s (-want +got):\n%s", name, cmp.Diff(string(want), string(got)))
	}
}

// goldenMail compares a mail's header, text and HTML, decoded so that people
// can read the difference.
func goldenMail(t *testing.T, name string, body []byte) {
	t.Helper()
	checkWire(t, body)
	head, _, _ := bytes.Cut(body, []byte("\r\n\r\n"))
	_, parts := read(t, body)
	if len(parts) < 2 {
		t.Fatalf("%s has %d parts, want text and HTML", name, len(parts))
	}
	text := append(bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n")), "\n\n"...)
	golden(t, name+".txt", append(text, parts[0].Content...))
	golden(t, name+".html", []byte(parts[1].Content))
}
