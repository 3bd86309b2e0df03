package storetest

import (
	"fmt"
	"time"

	"gonogo.dev/release"
)

// programme is a small programme with every kind of value a document holds.
func programme() release.Programme {
	seats := []release.SeatRule{{Function: release.TestManager, Of: "si", Mandatory: true, Chair: true}}
	return release.Programme{
		Version: 1, Name: "Sample <programme> & more", Short: "SP", Zone: "Europe/London", Holidays: []string{"2026-12-25"},
		Calendar:  "scotland",
		Calendars: []release.Calendar{{ID: "scotland", Name: "Scotland", Holidays: []release.Holiday{{Date: "2026-11-30", Name: "St Andrew's Day"}}}},
		Slack:     release.Places{Team: "T1", RCB: "C1"},
		Parties:   []release.Party{{ID: "si", Name: "Integrator", Kind: release.ProgrammeParty, Calendar: "scotland"}},
		People: []release.Person{{
			ID: "ann", Name: "Ann", Mail: "ann@gonogo.example", Slack: []release.SlackID{{Team: "T1", User: "U1"}},
			Roles: []release.Holding{{Role: release.TestManager, Party: "si"}},
		}},
		Policy: release.Policy{
			Types: map[release.ReleaseType]release.TypePolicy{release.Minor: {Approval: release.BallotPolicy{
				Seats: seats, MinimumOpen: time.Hour, Deadline: 48 * time.Hour, RemindBefore: []time.Duration{time.Hour}, Override: true,
			}, LeadTimes: map[release.Check]release.LeadTime{
				release.CheckNote: {Days: 5, Working: true, At: "17:00", Calendars: release.LeadOfProvider},
			}}},
			Raisers: []release.Role{release.ReleaseManager},
		},
		RACI: release.RACI{release.RFCApproval: {release.ColumnRM: "R,A"}},
	}
}

// rfc is an RFC with every field set.
func rfc() release.RFC {
	return release.RFC{
		State: release.Raised, RaisedBy: "ann", CreatedAt: noon, RaisedAt: noon, UpdatedAt: noon, UpdatedBy: "ann", Programme: 1,
		Content: release.RFCContent{
			Title: "Helix 4.2", System: "helix", Release: "R1", Type: release.Minor, Environments: []release.EnvironmentID{"sit-a"},
			Kind: release.DefectFix, References: []string{"DEF-1"}, Reason: "It <must> be & \"so\".", Impact: "None.",
			Risk:    release.Risk{Likelihood: 2, Consequence: 3, Sentence: "Small."},
			Parties: []release.PartyID{"si"}, Disruption: release.ServerDown,
			Window: release.Window{From: noon.Add(24 * time.Hour), To: noon.Add(26 * time.Hour), Zone: "Europe/London"},
		},
	}
}

// ballot is an open ballot with every field set that an open one has.
func ballot(number int) release.Ballot {
	return release.Ballot{
		RFC: number, Purpose: release.Deployment, Digest: "abc", Raiser: "ann", OpenedBy: "bob", OpenedAt: noon,
		Seats: []release.Seat{
			{Key: "test-manager/si", Function: release.TestManager, Party: "si", Mandatory: true, Chair: true, Holders: []release.PersonID{"ann"}},
			{Key: "defect-manager/si", Function: release.DefectManager, Party: "si", Holders: []release.PersonID{"bob", "cid"}, Escalated: true, For: map[release.PersonID]release.PersonID{"cid": "dan"}},
		},
		Involved: []release.PersonID{"ann", "eve"}, Quorum: 60,
		Dossier: &release.Dossier{
			RFC: rfc().Content, Version: "1.2.0.0", Items: planned(first).Content.Items, Targets: planned(first).Content.Targets,
			Build: "2026.11.3", BOM: []release.BOMLine{{File: "a.jar", Version: "1", Fixes: []string{"DEF-1"}}},
			Evidence: map[release.Check]string{release.CheckNote: "https://gonogo.example/note"},
		},
		Before:       []release.Vote{{ID: 3, Ballot: 2, Seat: "test-manager/si", Person: "ann", Choice: release.VoteGo, Words: "So be it.", At: noon}},
		MinimumUntil: noon.Add(time.Hour), Deadline: noon.Add(48 * time.Hour), Override: true, State: release.BallotOpen,
		Reminders: []time.Time{noon.Add(24 * time.Hour), noon.Add(46 * time.Hour)},
	}
}

func vote(id int64, choice release.Choice) release.Vote {
	return release.Vote{Ballot: id, Seat: "test-manager/si", Person: "ann", Choice: choice, Words: "words of Ann", At: noon, Road: release.VotedByLink}
}

// entry is a ledger entry that tells of no row.
func entry(intent string, ballot int64, rfc int) release.Entry {
	return release.Entry{
		Intent: intent, At: noon, Kind: release.SeatsReminded, Subject: fmt.Sprintf("ballot/%d", ballot), By: "ann", RFC: rfc,
		Data: map[string]any{"seat": "test-manager/si", "choice": release.VoteGo},
	}
}

// notice is a mail that is sent at once.
func notice(key string) release.Notice {
	r := rfc()
	r.Number, r.Revision = 7, 2
	b := ballot(7)
	b.ID, b.Votes = 9, []release.Vote{vote(9, release.VoteGo)}
	return release.Notice{
		Key: key, Road: release.ByMail, To: "ann", Duty: release.DutyAct, Hold: release.Immediate, At: noon,
		Event: release.Event{
			Kind: release.NoticeOutcome, At: noon, By: "bob", RFC: r, Ballot: &b, Again: true, Reason: "because",
			Changes: []release.Change{{Field: "Title", Before: "a", After: "b"}},
		},
	}
}

// opened adds an RFC with an open ballot.
func (d *desk) opened() (release.RFC, release.Ballot) {
	d.t.Helper()
	r := rfc()
	var b release.Ballot
	d.do(func(tx release.Tx) error {
		if err := tx.AddRFC(&r); err != nil {
			return err
		}
		b = ballot(r.Number)
		return tx.AddBallot(&b, b.NextDue(noon))
	})
	return r, b
}
