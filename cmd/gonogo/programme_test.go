package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/deploy"
	"gonogo.dev/release"
)

func sample(t testing.TB) release.Programme {
	t.Helper()
	p, mistakes := ParseProgramme(deploy.Programme)
	for _, m := range mistakes {
		t.Errorf("deploy/programme.yaml: %s", m)
	}
	return p
}

// TestSampleSeats plans every vote of the sample: no seat is left to the
// escalation point, a minor is decided by fewer than a major, a patch and an
// emergency by no more than five mandatory seats (R14, R59, R60, M1).
func TestSampleSeats(t *testing.T) {
	p := sample(t)
	mandatory := func(kind release.ReleaseType, purpose release.Purpose, system release.SystemID) int {
		rfc := release.RFC{Content: release.RFCContent{System: system, Type: kind}}
		seats, err := release.PlanSeats(p.Policy.For(kind, purpose).Seats, release.Sitting{Programme: &p, RFC: rfc})
		if err != nil {
			t.Errorf("%s of %s, %s: %v", kind, system, purpose, err)
		}
		n := 0
		for _, s := range seats {
			if s.Escalated {
				t.Errorf("%s of %s, %s: %s falls to the escalation point", kind, system, purpose, s.Key)
			}
			if s.Mandatory {
				n++
			}
		}
		return n
	}
	for _, s := range p.Systems {
		if n := mandatory(release.Major, release.ProgrammeGate, s.ID); n != 3 {
			t.Errorf("programme gate of %s: %d mandatory seats; want the forum's three (R42)", s.ID, n)
		}
		for _, purpose := range []release.Purpose{release.Approval, release.Deployment} {
			major, minor := mandatory(release.Major, purpose, s.ID), mandatory(release.Minor, purpose, s.ID)
			patch, emergency := mandatory(release.Patch, purpose, s.ID), mandatory(release.Emergency, purpose, s.ID)
			if major <= minor || minor < patch || patch > 5 || emergency > patch || emergency < 4 {
				t.Errorf("%s of %s: mandatory seats %d, %d, %d, %d", purpose, s.ID, major, minor, patch, emergency)
			}
		}
	}
}

// TestSampleBoard names the five people who play the board of a DIP patch.
func TestSampleBoard(t *testing.T) {
	p := sample(t)
	rfc := release.RFC{Content: release.RFCContent{System: "dip", Type: release.Patch}}
	seats, err := release.PlanSeats(p.Policy.For(release.Patch, release.Approval).Seats, release.Sitting{Programme: &p, RFC: rfc})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]release.PersonID{}
	for _, s := range seats {
		got[s.Key] = s.Holders[0]
	}
	want := map[string]release.PersonID{
		"release-manager/si": "amara-okafor", "environment-manager/si": "tomasz-zielinski", "test-manager/si": "priya-raman",
		"defect-manager/si": "declan-byrne", "development-team-lead/dip": "mei-ling-chen",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("board (-want +got):\n%s", diff)
	}
}

// raciTable is the table of the requirements, R113 to R125, written out by hand:
// release manager, development, DevOps, environment, test and defect managers,
// core providers, participants.
const raciTable = `
rollout-plans;R,A;C;C;C;C;C;C;I
rfc-approval;R,A;C;C;C;C;C;I;I
deployment-gonogo;R,A;C;C;C;C;C;R,C;I
communications;R,A;I;I;I;I;I;C,I;I
execute-rollout;R,A;I;I;I;I;I;R;I
remediation;A;C;C;C;C;I;R;I
verification;A;I;I;I;I;I;R;I
issue-log;A;I;I;I;I;I;R;I
rollback;A;C;I;I;I;C;R;I
pir;R,A;C;C;C;C;C;R;I
rollout-closure;R,A;I;I;I;I;I;R;I
lessons-learned;R,A;I;I;I;I;C;R;I
rfc-closure;R,A;C;C;C;C;C;C,I;I`

// TestSampleRACI holds each of the 13 x 8 cells of the sample against the
// requirements, and what follows from it for somebody who stands in that column
// alone: R and A act, C is asked, I is told and nothing more (R113 to R125).
func TestSampleRACI(t *testing.T) {
	p := sample(t)
	stands := map[release.Column]release.Holding{
		release.ColumnRM: {Role: release.ReleaseManager, Party: "si"}, release.ColumnDev: {Role: release.DevelopmentManager, Party: "si"},
		release.ColumnDevOps: {Role: release.DevOps, Party: "si"}, release.ColumnEnv: {Role: release.EnvironmentManager, Party: "si"},
		release.ColumnTest: {Role: release.TestManager, Party: "si"}, release.ColumnDefect: {Role: release.DefectManager, Party: "si"},
		release.ColumnCSP: {Role: release.Representative, Party: "dcc"}, release.ColumnTP: {Role: release.Representative, Party: "brightfell"},
	}
	rows := strings.Split(strings.TrimSpace(raciTable), "\n")
	if len(rows) != len(release.Activities()) || len(p.RACI) != len(rows) {
		t.Fatalf("%d rows, %d in the file; want %d", len(rows), len(p.RACI), len(release.Activities()))
	}
	for i, row := range rows {
		cells := strings.Split(row, ";")
		activity := release.Activities()[i]
		if cells[0] != string(activity) || len(cells) != 1+len(release.Columns()) {
			t.Fatalf("row %d is %q; want the %d cells of %s", i, row, len(release.Columns()), activity)
		}
		for j, column := range release.Columns() {
			want := cells[j+1]
			if got := p.RACI[activity][column]; string(got) != want {
				t.Errorf("%s, %s: %q in the file; want %q", activity, column, got, want)
			}
			x := release.Person{ID: "x", Roles: []release.Holding{stands[column]}}
			if got := p.ColumnsOf(x); !slices.Equal(got, []release.Column{column}) {
				t.Fatalf("%v stands in %v; want %s alone", x.Roles, got, column)
			}
			acts, asked := strings.ContainsAny(want, "RA"), strings.Contains(want, "C")
			if p.MayAct(x, activity) != acts || p.Asked(x, activity) != asked || p.OnlyInformed(x, activity) != (want == "I") {
				t.Errorf("%s, %s (%s): may act %v, asked %v, only told %v", activity, column, want,
					p.MayAct(x, activity), p.Asked(x, activity), p.OnlyInformed(x, activity))
			}
		}
	}
}

// TestSampleRoadmap holds the eight potential majors (R30).
func TestSampleRoadmap(t *testing.T) {
	p := sample(t)
	dates := []string{"2023-10-30", "2024-03-11", "2024-06-10", "2024-07-15", "2024-09-02", "2024-10-07", "2024-11-04", "2025-01-20"}
	for i, date := range dates {
		if r := p.Roadmap[i]; r.Date != date || r.Type != release.Major || r.ID != "R"+string(rune('1'+i)) {
			t.Errorf("roadmap[%d] is %v, want the major of %s", i, r, date)
		}
	}
}

// TestSamplePeople covers what the sample is for: every role and RACI column is
// somebody's, every party has who speaks for it (R64), every address is made up,
// and somebody comes from another workspace (T31).
func TestSamplePeople(t *testing.T) {
	p := sample(t)
	var columns []release.Column
	elsewhere := 0
	for _, x := range p.People {
		columns = append(columns, p.ColumnsOf(x)...)
		if !strings.HasSuffix(x.Mail, ".example") {
			t.Errorf("%s: %s may be somebody's address", x.ID, x.Mail)
		}
		if slices.ContainsFunc(x.Slack, func(id release.SlackID) bool { return id.Team != p.Slack.Team }) {
			elsewhere++
		}
	}
	for _, column := range release.Columns() {
		if !slices.Contains(columns, column) {
			t.Errorf("nobody stands in the column %s", column)
		}
	}
	for _, role := range release.Roles() {
		if !slices.ContainsFunc(p.Parties, func(x release.Party) bool { return len(p.Holders(role, x.ID)) > 0 }) {
			t.Errorf("nobody is %s", role)
		}
	}
	for _, party := range append(p.PartiesOf(release.CoreProvider), p.PartiesOf(release.Participant)...) {
		if len(p.Holders(release.Representative, party.ID)) == 0 {
			t.Errorf("%s has no representative", party.Name)
		}
	}
	if elsewhere < 2 || len(p.People) < 24 || len(p.PartiesOf(release.Participant)) < 8 || len(p.PartiesOf(release.CoreProvider)) != 6 {
		t.Errorf("people %d, of other workspaces %d, parties %v", len(p.People), elsewhere, p.Parties)
	}
}
