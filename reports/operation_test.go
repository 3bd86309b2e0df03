package reports

import (
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// tended is an export of Market Data in SIT A.
func tended(state release.OperationState) release.Operation {
	o := release.Operation{
		ID: 3, State: state, By: "tomasz", At: in(0), Content: release.OperationContent{
			Kind: release.Export, Environment: "sit-a", Systems: []release.SystemID{board().Systems[0].ID}, Process: "Made <anonymous>,\nthen handed over.", Mechanism: "The provider's job",
			Window: release.Window{From: in(4), To: in(6), Zone: "Europe/London"}, Disruption: release.NoDisruption, Contact: "tomasz",
		},
	}
	if state != release.OperationPlanned {
		o.StartedAt, o.StartedBy, o.EndedAt, o.EndedBy, o.Words = in(4), "tomasz", in(6.5), "tomasz", "2.1 GB & a note"
	}
	return o
}

func doubted(i int64) release.ConfigurationIssue {
	return release.ConfigurationIssue{
		ID: i, Environment: "sit-a", System: board().Systems[0].ID, Doubt: release.DoubtLower, Expected: release.Version{Major: 1, Minor: 2}, ExpectedBuild: "4711",
		ExpectedFrom: 7, Told: release.Version{Major: 1}, Source: "installation/12", By: "siobhan", At: in(-30), Owner: "tomasz", Due: in(-1),
	}
}

// operationScenes are the mails of operations and of configuration issues.
func operationScenes() []scene {
	planned, done, failed, refreshed := tended(release.OperationPlanned), tended(release.OperationDone), tended(release.OperationFailed), tended(release.OperationDone)
	refreshed.Content.Kind, refreshed.RFC = release.Refresh, 12
	refreshed.Versions = []release.BaselineVersion{{System: board().Systems[0].ID, Version: release.Version{Major: 1}}}
	issue := doubted(3)
	resolved := issue
	resolved.ResolvedAt, resolved.ResolvedBy, resolved.Truth, resolved.Resolution = in(1), "tomasz", issue.Expected, "The party looked again."
	return []scene{
		{"operation-planned", "olivia", release.DutyTold, release.Event{Kind: release.NoticeOperation, At: in(0), By: "tomasz", Operation: &planned}},
		{"operation-done", "olivia", release.DutyTold, release.Event{Kind: release.NoticeOperationEnded, At: in(6.5), By: "tomasz", Operation: &done}},
		{"operation-failed", "olivia", release.DutyTold, release.Event{Kind: release.NoticeOperationEnded, At: in(6.5), By: "tomasz", Operation: &failed}},
		{"operation-refreshed", "amara", release.DutyTold, release.Event{Kind: release.NoticeOperationEnded, At: in(6.5), By: "tomasz", Operation: &refreshed, RFC: change(12, release.Closed, "Refresh", in(4))}},
		{"issue", "siobhan", release.DutyAct, release.Event{Kind: release.NoticeDoubt, At: in(0), By: "siobhan", Doubt: &issue}},
		{"issue-resolved", "siobhan", release.DutyAct, release.Event{Kind: release.NoticeDoubtResolved, At: in(1), By: "tomasz", Doubt: &resolved}},
	}
}

// R45, R106: what operations and configuration issues tell by mail.
func TestOperationMails(t *testing.T) {
	post := NewPost(letterhead(t), registry{board()}, nil)
	for _, s := range operationScenes() {
		body, err := post.Render(t.Context(), s.notice())
		if err != nil {
			t.Fatal(err)
		}
		goldenMail(t, "notice-"+s.name, body)
	}
}

// R45: whoever is only informed reads of operations in their digest.
func TestOperationDigest(t *testing.T) {
	planned, done := tended(release.OperationPlanned), tended(release.OperationDone)
	page := digestPage(board(), release.Daily, []release.Notice{
		{ID: 1, To: "olivia", At: in(0), Event: release.Event{Kind: release.NoticeOperation, At: in(0), By: "tomasz", Operation: &planned}},
		{ID: 2, To: "olivia", At: in(6.5), Event: release.Event{Kind: release.NoticeOperationEnded, At: in(6.5), By: "tomasz", Operation: &done}},
	})
	if len(page.Sections) != 1 || len(page.Sections[0].Items) != 2 || page.Sections[0].Items[0].Title != "Done" || !strings.Contains(page.Lead.Text, "2 events on 1 operation") {
		t.Errorf("the digest: %+v", page)
	}
}

// R106: the weekly report shows what is in doubt, the oldest first.
func TestReadinessShowsDoubts(t *testing.T) {
	r := Fold(Snapshot{At: monday, Programme: board(), Doubts: []release.ConfigurationIssue{doubted(9), doubted(3)}})
	page := letterhead(t).readinessPage(r, "", nil)
	var found *templates.Section
	for _, s := range page.Sections {
		if s.Title == "In doubt" {
			found = &s
		}
	}
	if found == nil || len(found.Items) != 2 || found.Items[0].Title != "Configuration issue 3" || found.Items[0].Badge.Text != "overdue" {
		t.Fatalf("in doubt: %+v", found)
	}
	if letterhead(t).readinessPage(Fold(Snapshot{At: monday, Programme: board()}), "", nil).Sections == nil {
		t.Error("no sections")
	}
}

// R143: every file of every build is a line, and no cell is a formula.
func TestItemsCSV(t *testing.T) {
	x := release.Installation{Environment: "sit-a", System: "dip", Version: release.Version{Major: 1}, Build: "=cmd|'/c calc'!A1", At: in(-5)}
	known := release.SystemItems{Installed: x, Release: 7, Build: &release.Build{Name: x.Build, BOM: []release.BOMLine{
		{File: "-run.sh", Version: "@SUM(A1)", Date: "2026-11-01", Digest: "sha256:ab", Fixes: []string{"DEF-1", "DEF-2"}}, {File: "a, \"b\"\n.jar", Version: "1.10", Date: "2026-11-01", Digest: "sha256:cd"},
	}}}
	unknown := release.SystemItems{Installed: release.Installation{Environment: "sit-a", System: "helix", Version: release.Version{Major: 2}, At: in(-4)}, Unknown: "reported by hand, without its build"}
	text, err := ItemsCSV(release.ConfigurationView{At: monday, Systems: []release.SystemItems{known, unknown}})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := monday.Format(time.RFC3339)
	want := [][]string{
		rows[0],
		{"sit-a", at, "dip", "1.0.0.0", "'=cmd|'/c calc'!A1", "REL-7", in(-5).Format(time.RFC3339), "'-run.sh", "'@SUM(A1)", "2026-11-01", "ab", "DEF-1 DEF-2", ""},
		{"sit-a", at, "dip", "1.0.0.0", "'=cmd|'/c calc'!A1", "REL-7", in(-5).Format(time.RFC3339), "a, \"b\"\n.jar", "1.10", "2026-11-01", "cd", "", ""},
		{"sit-a", at, "helix", "2.0.0.0", "", "", in(-4).Format(time.RFC3339), "", "", "", "", "", "reported by hand, without its build"},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

// FuzzCell holds that no cell begins as a formula would, and that nothing else changes.
func FuzzCell(f *testing.F) {
	for _, seed := range []string{"=1", "+x", "-5", "@a", " =1", "\t=1", "1.10", "plain", "", "|x", "%x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := cell(text)
		if got != text && got != "'"+text {
			t.Fatalf("%q became %q", text, got)
		}
		first := strings.TrimLeft(got, " ")
		if first != "" && strings.ContainsRune("=@\t\r", rune(first[0])) {
			t.Fatalf("%q stays a formula: %q", text, got)
		}
	})
}
