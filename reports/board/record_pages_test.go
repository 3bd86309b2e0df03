package board

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// record is an office with everything in it, and Ann in front of it.
func record(t *testing.T) *office {
	t.Helper()
	o := open(t)
	o.fillRecords()
	o.as.who = "ann"
	return o
}

// recordPages are the pages of the record by the name of their golden file.
func recordPages() map[string]string {
	return map[string]string{
		"releases": "/", "releases-filtered": "/?party=hx&type=minor", "releases-every": "/releases", "release": "/releases/7", "rfcs": "/rfcs", "rfc": "/rfcs/12",
		"ballot-open": "/ballots/9", "ballot-stale": "/ballots/8", "ledger": "/ledger", "ledger-subject": "/ledger?subject=rfc/99", "entry": "/ledger/3", "entry-secret": "/ledger/0",
	}
}

// Issue 5, item 4: what people see on the pages of the record, with hostile texts in
// every place where somebody can write one.
func TestRecordPagesGolden(t *testing.T) {
	for name, path := range recordPages() {
		t.Run(name, func(t *testing.T) {
			o := record(t)
			harmless(t, o.page(name, path))
		})
	}
}

// The pages of the record are accessible, by keyboard too, and need no script.
func TestRecordPagesInTheBrowser(t *testing.T) {
	o, tab := record(t), openTab(t)
	for _, path := range recordPages() {
		accessible(t, tab, o.url+path)
	}
}

// M4: the board says why a release is not further in the words of "why not yet?",
// and the overdue ones stand first, with a link.
func TestBoardSaysWhyNotYet(t *testing.T) {
	o := record(t)
	_, page := o.get("/")
	s := o.desk.standings[2]
	move, unmet, _ := s.Next()
	wants(t, page, "“"+move.Name+"”", "Ready for its next step, “build packaged”.", `href="/releases/7"`, `class="callout bad"`, "was due Sun 22 Nov 2026", `data-live="30"`)
	if len(unmet) < 3 {
		t.Fatalf("the fixture has too little against it: %v", unmet)
	}
	wants(t, page, unmet[0].What)
	if strings.Contains(page, "REL-8 ") && strings.Index(page, "REL-7") > strings.Index(page, "REL-8 ") {
		t.Error("the overdue release is not first")
	}
	o.desk.standings, o.desk.ended = nil, nil
	_, page = o.get("/")
	wants(t, page, "No release is under way.")
	_, page = o.get("/?system=helix")
	wants(t, page, "No release under way is of this kind.")
}

// T34: a draft, its votes and its entries are its author's alone; that an entry is
// there everybody may know, lest the log has holes.
func TestDraftsAreTheirAuthors(t *testing.T) {
	o := record(t)
	for _, path := range []string{"/rfcs/13", "/ballots/10"} {
		if status, page := o.get(path); status != http.StatusNotFound || strings.Contains(page, "secret") {
			t.Errorf("%s for Ann: %d\n%s", path, status, page)
		}
	}
	for _, path := range []string{"/ledger", "/ledger/0", "/ledger/5", "/rfcs", "/rfcs/12", "/releases/7"} {
		if _, page := o.get(path); strings.Contains(page, "secret") {
			t.Errorf("%s tells Ann of Bob's draft\n%s", path, page)
		}
	}
	_, page := o.get("/ledger/0")
	wants(t, page, "bGVhZg==", "cm9vdA==", "its author&#39;s")
	o.as.who = "bob"
	for path, want := range map[string]string{"/rfcs/13": "This is your draft", "/ledger/5": "Bob&#39;s secret", "/ledger/0": "Bob&#39;s secret"} {
		status, page := o.get(path)
		if status != http.StatusOK {
			t.Errorf("%s for Bob: %d", path, status)
		}
		wants(t, page, want)
	}
}

// What is not there says so, with what to do, and nothing breaks on a strange address.
func TestStrangeAddresses(t *testing.T) {
	o := record(t)
	for _, path := range []string{"/releases/0", "/releases/-1", "/releases/07", "/releases/9999999999999999999999", "/rfcs/x", "/rfcs/99", "/ballots/1", "/ledger/99", "/ledger/%3Cscript%3E", "/releases/7%00"} {
		if status, page := o.get(path); status != http.StatusNotFound {
			t.Errorf("%s: %d\n%s", path, status, page)
		}
	}
	for _, path := range []string{"/?party=%00&system='&type=x", "/releases?below=-5", "/releases?below=zz", "/rfcs?state=%3Cb%3E&below=1", "/ledger?subject=%22%3E%3Cscript%3Ealert&below=99999999999999"} {
		status, page := o.get(path)
		if status != http.StatusOK {
			t.Errorf("%s: %d", path, status)
		}
		harmless(t, page)
	}
}

// Lists are read page by page, with their filters kept.
func TestListsGoOn(t *testing.T) {
	o := record(t)
	for i := range 120 {
		o.desk.ended = append(o.desk.ended, release.Release{Number: 100 + i, Stage: release.ClosedStage, UpdatedAt: monday.Add(-time.Hour), Content: release.ReleaseContent{System: "dip", Type: release.Patch, Owner: "bob"}})
	}
	_, page := o.get("/releases?system=dip&type=patch")
	wants(t, page, `href="/releases?below=170&amp;system=dip&amp;type=patch"`)
	_, page = o.get("/releases?below=170&system=dip&type=patch")
	wants(t, page, `href="/releases?system=dip&amp;type=patch"`, `href="/releases?below=120&amp;system=dip&amp;type=patch"`, "REL-169")
}
