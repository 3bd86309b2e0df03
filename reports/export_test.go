package reports

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gonogo.dev/release"
)

// warehouse is an ExportSource of a few things of each kind, and of as many actions as
// it is told.
type warehouse struct {
	registry
	actions int
	most    int // the most that was asked for at once
	fault   error
}

// some returns those of all whose key comes after, at most limit.
func some[T any](all []T, key func(T) int64, after int64, limit int) []T {
	all = slices.DeleteFunc(slices.Clone(all), func(x T) bool { return key(x) <= after })
	return all[:min(len(all), limit)]
}

func (w *warehouse) ReleasesAfter(_ context.Context, number int64, limit int) ([]release.Release, error) {
	v := feedView(release.FeedOfEnvironment, "sit-a")
	v.Releases[0].Content.Items = []release.Item{{Kind: release.ItemDefectFix, ID: "DEF-1", Title: nasty, Severity: release.High}}
	v.Releases[0].Ended = "@SUM(A1)"
	return some(v.Releases, func(r release.Release) int64 { return int64(r.Number) }, number, limit), w.fault
}

func (w *warehouse) RFCsAfter(_ context.Context, number int64, limit int) ([]release.RFC, error) {
	draft := change(11, release.Draft, "Nobody else's business", in(85))
	draft.RaisedAt = time.Time{}
	all := []release.RFC{draft, change(12, release.Go, "Stop rounding", in(85)), change(13, release.Raised, nasty, in(90))}
	return some(all, func(r release.RFC) int64 { return int64(r.Number) }, number, limit), w.fault
}

func (w *warehouse) BallotsAfter(_ context.Context, id int64, limit int) ([]release.Ballot, error) {
	return some([]release.Ballot{said(vote(4, 12, release.Deployment, in(-1)), "amara", release.VoteNoGo, nasty)}, func(b release.Ballot) int64 { return b.ID }, id, limit), w.fault
}

func (w *warehouse) VotesAfter(_ context.Context, id int64, limit int) ([]release.Vote, error) {
	b := said(vote(4, 12, release.Deployment, in(-1)), "amara", release.VoteNoGo, nasty)
	return some(b.Votes, func(v release.Vote) int64 { return v.ID }, id, limit), w.fault
}

func (w *warehouse) ActionsAfter(_ context.Context, id int64, limit int) ([]release.Action, error) {
	w.most = max(w.most, limit)
	var page []release.Action
	for n := id + 1; n <= int64(w.actions) && len(page) < limit; n++ {
		page = append(page, release.Action{ID: n, Release: 7, What: nasty, Owner: "amara", Due: in(100), From: release.FromReview, By: "grace", At: in(-1)})
	}
	return page, w.fault
}

func (w *warehouse) DebtsAfter(_ context.Context, id int64, limit int) ([]release.Debt, error) {
	all := []release.Debt{
		{ID: 1, Release: 3, System: "dip", Party: "elexon", Kind: release.MergeInFlight, Target: 7, Defects: []string{nasty}, Owner: "amara", Due: in(90), OpenedAt: in(-9)},
		{ID: 2, Release: 3, System: "dip", Party: "elexon", Kind: release.MergeInFlight, Target: 8, Defects: []string{"DEF-1"}, Owner: "amara", Due: in(90), OpenedAt: in(-9), SettledAt: in(-8), SettledBy: "grace", SettledIn: 7},
		{ID: 3, Release: 7, System: "dip", Party: "elexon", Kind: release.MergeInFlight, Target: 9, Owner: "amara", Due: in(90), OpenedAt: in(-9)},
	}
	return some(all, func(d release.Debt) int64 { return d.ID }, id, limit), w.fault
}

func (w *warehouse) LessonsAfter(_ context.Context, id int64, limit int) ([]release.Lesson, error) {
	all := []release.Lesson{{ID: 1, Release: 7, Type: release.Minor, By: "grace", At: in(1), LessonDraft: release.LessonDraft{Words: "\t=1+1", System: "dip", Cause: "plan", Action: "-2+3|cmd"}}}
	return some(all, func(l release.Lesson) int64 { return l.ID }, id, limit), w.fault
}

func (w *warehouse) CommunicationsAfter(_ context.Context, id int64, limit int) ([]release.Communication, error) {
	all := []release.Communication{
		{ID: 1, Release: 7, Kind: release.ImpactNotice, To: []release.Addressee{release.TheImpacted}, Road: release.ByMail, Subject: nasty, Words: "=1+1", Confirm: true, Due: in(9), By: "amara"},
		{ID: 2, Release: 8, Kind: release.KnownIssues, To: []release.Addressee{"role:test-manager", "party:dip"}, Road: release.ByMail, Due: in(-9), SentAt: in(-8), Late: true, By: "amara"},
	}
	return some(all, func(c release.Communication) int64 { return c.ID }, id, limit), w.fault
}

func (w *warehouse) VersionsAt(_ context.Context, at time.Time) ([]release.Installation, error) {
	return []release.Installation{{Environment: "sit-a", System: "dip", Version: release.Version{Major: 1, Minor: 2}, At: at, RecordedAt: at, By: "tomasz", Note: "+44 20 7946 0000"}}, w.fault
}

// sealed is the ledger, from its beginning.
func (w *warehouse) sealed() []release.LedgerEntry {
	return []release.LedgerEntry{
		{Index: 0, Entry: release.Entry{Kind: release.RFCDrafted, Subject: "rfc/11", By: "siobhan", At: in(1), RFC: 11}, JSON: `{"title":"Nobody else's business"}`, Kept: true},
		{Index: 1, Entry: release.Entry{Kind: release.RFCRaised, Subject: "rfc/12", By: "siobhan", At: in(2), RFC: 12}, JSON: `{"title":"=1+1"}`},
	}
}

func (w *warehouse) LedgerAfter(_ context.Context, index int64, limit int) ([]release.LedgerEntry, error) {
	return some(w.sealed(), func(e release.LedgerEntry) int64 { return e.Index }, index, limit), w.fault
}

// LedgerPage gives one entry at a time, so that lists of more than a page are read too.
func (w *warehouse) LedgerPage(_ context.Context, f release.LedgerFilter) ([]release.LedgerEntry, error) {
	for _, e := range slices.Backward(w.sealed()) {
		if (f.Below == 0 || e.Index < f.Below) && slices.Contains(f.Subjects, e.Subject) {
			return []release.LedgerEntry{e}, w.fault
		}
	}
	return nil, w.fault
}

func exported(t *testing.T, w *warehouse, e Export, o ExportOptions) []byte {
	t.Helper()
	if o.Now.IsZero() {
		o.Now = monday
	}
	var b bytes.Buffer
	if err := e.Write(t.Context(), &b, w, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Every list is, in CSV and JSON, what it was when somebody last looked at it: its
// columns are what other programs build on.
func TestExportGolden(t *testing.T) {
	for _, e := range Exports() {
		w := &warehouse{registry: registry{board()}, actions: 2}
		golden(t, "export-"+e.Name+".csv", exported(t, w, e, ExportOptions{Format: ExportCSV}))
		golden(t, "export-"+e.Name+".json", exported(t, w, e, ExportOptions{Format: ExportJSON}))
	}
}

// One table serves all forms: each says the same, read back with what people use.
func TestExportsSayTheSame(t *testing.T) {
	for _, e := range Exports() {
		w := &warehouse{registry: registry{board()}, actions: 3}
		table, err := csv.NewReader(bytes.NewReader(exported(t, w, e, ExportOptions{Format: ExportCSV}))).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", e.Name, err)
		}
		var objects []map[string]any
		if err := json.Unmarshal(exported(t, w, e, ExportOptions{Format: ExportJSON}), &objects); err != nil {
			t.Fatalf("%s: %v", e.Name, err)
		}
		book, err := excelize.OpenReader(bytes.NewReader(exported(t, w, e, ExportOptions{Format: ExportXLSX})))
		if err != nil {
			t.Fatalf("%s: %v", e.Name, err)
		}
		sheet, err := book.GetRows(e.Title)
		if err != nil || len(sheet) != len(table) || len(objects) != len(table)-1 {
			t.Fatalf("%s: %d rows of CSV, %d of XLSX, %d of JSON (%v)", e.Name, len(table), len(sheet), len(objects), err)
		}
		for r, line := range table {
			if len(line) != len(e.Columns) {
				t.Errorf("%s: %d cells, %d columns", e.Name, len(line), len(e.Columns))
			}
			for c, text := range line {
				got := ""
				if c < len(sheet[r]) { // the library leaves empty cells at the end out
					got = sheet[r][c]
				}
				if text = strings.TrimPrefix(text, "'"); !strings.EqualFold(got, text) { // TRUE in a sheet
					t.Errorf("%s row %d %s: XLSX %q, CSV %q", e.Name, r, e.Columns[c].Name, got, text)
				}
				if r == 0 {
					continue
				}
				if _, there := objects[r-1][e.Columns[c].Name]; !there {
					t.Errorf("%s: JSON has no %s", e.Name, e.Columns[c].Name)
				}
			}
		}
	}
}

// No text of anybody is a formula: in CSV it stands behind an apostrophe, in a sheet it is
// text (T32).
func TestExportsHoldNoFormula(t *testing.T) {
	for _, e := range Exports() {
		w := &warehouse{registry: registry{board()}, actions: 3}
		table, err := csv.NewReader(bytes.NewReader(exported(t, w, e, ExportOptions{Format: ExportCSV}))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range slices.Concat(table...) {
			if first, _ := utf8.DecodeRuneInString(text); text != "" && strings.ContainsRune("=+-@\t\r\n|%＝＋－＠", first) {
				t.Errorf("%s: %q", e.Name, text)
			}
			if strings.ContainsAny(text, "\x00\r") {
				t.Errorf("%s: %q", e.Name, text)
			}
		}
		book, err := excelize.OpenReader(bytes.NewReader(exported(t, w, e, ExportOptions{Format: ExportXLSX})))
		if err != nil {
			t.Fatal(err)
		}
		for r := range table {
			for c := range e.Columns {
				name, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if f, err := book.GetCellFormula(e.Title, name); f != "" || err != nil {
					t.Errorf("%s %s is a formula %q (%v)", e.Name, name, f, err)
				}
			}
		}
	}
}

// A list of 50,000 rows is read a page at a time, and whole in every form.
func TestExportStreams(t *testing.T) {
	const rows = 50_000
	list, err := ExportByName("actions")
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range ExportFormats() {
		w := &warehouse{registry: registry{board()}, actions: rows}
		body := exported(t, w, list, ExportOptions{Format: form})
		if w.most > exportPage {
			t.Errorf("%s read %d at once", form, w.most)
		}
		if form != ExportXLSX {
			if n := bytes.Count(body, []byte("Amara Okafor")); n != rows {
				t.Errorf("%s has %d rows", form, n)
			}
			continue
		}
		sheet := unzip(t, body, "xl/worksheets/sheet1.xml")
		if n := strings.Count(sheet, "<row "); n != rows+1 || !strings.Contains(sheet, `r="A50001"`) {
			t.Errorf("a sheet of %d rows", n)
		}
	}
}

// unzip returns one file of a workbook, which the library takes long to read whole.
func unzip(t *testing.T, body []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// What a filter leaves, the mark for Excel, what is not there, and a fault half-way.
func TestExportOptions(t *testing.T) {
	w := &warehouse{registry: registry{board()}, actions: 1}
	rfcs, _ := ExportByName("rfcs")
	count := func(f ExportFilter) int {
		return bytes.Count(exported(t, w, rfcs, ExportOptions{Format: ExportJSON, Filter: f}), []byte(`{"rfc"`))
	}
	got := []int{count(ExportFilter{}), count(ExportFilter{System: "dip"}), count(ExportFilter{Party: "elexon"}), count(ExportFilter{Type: release.Major}), count(ExportFilter{Open: true})}
	if diff := cmp.Diff([]int{2, 0, 2, 0, 2}, got); diff != "" { // the draft never (T34)
		t.Errorf("RFCs (-want +got):\n%s", diff)
	}
	if body := exported(t, w, rfcs, ExportOptions{Format: ExportCSV, BOM: true}); !bytes.HasPrefix(body, []byte("\xef\xbb\xbfrfc,title,")) {
		t.Errorf("begins with %q", body[:12])
	}
	ledger, _ := ExportByName("ledger")
	if body := exported(t, w, ledger, ExportOptions{Format: ExportCSV, Filter: ExportFilter{Reader: "amara"}}); bytes.Contains(body, []byte("Nobody else")) || bytes.Contains(body, []byte("rfc/11")) {
		t.Errorf("somebody's draft is in it:\n%s", body)
	}
	if body := exported(t, w, ledger, ExportOptions{Format: ExportCSV, Filter: ExportFilter{Reader: "siobhan"}}); !bytes.Contains(body, []byte("rfc/11")) {
		t.Error("her own draft is not in it")
	}
	if _, err := ExportByName("<secrets>"); err == nil {
		t.Error("there is such a list")
	}
	if err := rfcs.Write(t.Context(), io.Discard, w, ExportOptions{Format: "exe"}); err == nil {
		t.Error("there is such a form")
	}
	w.fault = errors.New("the database went away")
	for _, form := range ExportFormats() {
		if err := rfcs.Write(t.Context(), io.Discard, w, ExportOptions{Format: form}); !errors.Is(err, w.fault) {
			t.Errorf("%s: %v", form, err)
		}
	}
}

// FuzzExportText holds that whatever people type comes back from CSV, but for what no
// file can carry and the apostrophe, and is never a formula.
func FuzzExportText(f *testing.F) {
	for _, text := range []string{nasty, "=1", " =1", "\t=1", "'=1", "-5", "+44 20", "\ufeff=1", "a\r\nb", "\x00=1", "＝1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		e := Export{Name: "x", Title: "X", Columns: columns("text", "")}
		var b bytes.Buffer
		row := func(yield func([]any, error) bool) { yield([]any{text}, nil) }
		if err := e.writeCSV(&b, row, false); err != nil {
			t.Fatal(err)
		}
		in := csv.NewReader(&b)
		in.FieldsPerRecord = -1
		table, err := in.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(table) > 1 { // an empty line is no record to the reader
			got = table[1][0]
		}
		if want := exportClean(text); got != want && got != "'"+want {
			t.Errorf("%q came back as %q", want, got)
		}
		if strings.HasPrefix(got, "=") || strings.HasPrefix(got, "@") {
			t.Errorf("a formula: %q", got)
		}
	})
}
