package board

import (
	"cmp"
	"context"
	"html"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// storehouse is an ExportSource of what the office's pages show.
type storehouse struct {
	reports.ExportSource
	o *office
}

func (s storehouse) ProgrammeNow(context.Context) (*release.Programme, error) {
	return s.o.desk.programme, nil
}

// after returns what comes after a key, in the order of the keys.
func after[T any](all []T, key func(T) int64, last int64) []T {
	all = slices.DeleteFunc(slices.Clone(all), func(x T) bool { return key(x) <= last })
	slices.SortFunc(all, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
	return all
}

func (s storehouse) ReleasesAfter(_ context.Context, number int64, _ int) ([]release.Release, error) {
	all := slices.Clone(s.o.desk.ended)
	for _, x := range s.o.desk.standings {
		all = append(all, x.Release)
	}
	return after(all, func(r release.Release) int64 { return int64(r.Number) }, number), nil
}

func (s storehouse) RFCsAfter(_ context.Context, number int64, _ int) ([]release.RFC, error) {
	var all []release.RFC
	for _, x := range s.o.desk.stories {
		if !x.RFC.RaisedAt.IsZero() {
			all = append(all, x.RFC)
		}
	}
	return after(all, func(r release.RFC) int64 { return int64(r.Number) }, number), nil
}

func (s storehouse) ActionsAfter(_ context.Context, id int64, _ int) ([]release.Action, error) {
	return after(s.o.desk.lives[7].Standing.Actions, func(x release.Action) int64 { return x.ID }, id), nil
}

func (s storehouse) DebtsAfter(_ context.Context, id int64, _ int) ([]release.Debt, error) {
	return after(s.o.desk.lives[7].Debts, func(x release.Debt) int64 { return x.ID }, id), nil
}

func (s storehouse) CommunicationsAfter(ctx context.Context, id int64, _ int) ([]release.Communication, error) {
	plan, err := s.o.desk.ReadPlan(ctx, 7)
	return after(plan.Lines, func(x release.Communication) int64 { return x.ID }, id), err
}

func (s storehouse) LedgerAfter(_ context.Context, index int64, _ int) ([]release.LedgerEntry, error) {
	return after(s.o.desk.entries, func(e release.LedgerEntry) int64 { return e.Index }, index), nil
}

func (s storehouse) LedgerPage(ctx context.Context, f release.LedgerFilter) ([]release.LedgerEntry, error) {
	return s.o.desk.LedgerPage(ctx, f)
}

func (s storehouse) VersionsAt(_ context.Context, at time.Time) ([]release.Installation, error) {
	return slices.DeleteFunc(release.InstalledAt(s.o.desk.facts, at), func(i release.Installation) bool { return i.Version.IsZero() }), nil
}

// Issue 5, item 9: every page that shows a list offers it as a file, and the file has
// the rows that the page has, no more and no fewer, with its filters.
func TestExportIsWhatThePageShows(t *testing.T) {
	for name, c := range map[string]struct {
		path  string
		list  string
		shown string // what a row of the page has
		kept  string // what a row of the file has
	}{
		"under way":           {"/", "releases", `<h3><a href="/releases/(\d+)"`, `"release":"REL-(\d+)"`},
		"of a party and type": {"/?party=hx&type=minor", "releases", `<h3><a href="/releases/(\d+)"`, `"release":"REL-(\d+)"`},
		"of a system":         {"/?system=dip&type=nonsense", "releases", `<h3><a href="/releases/(\d+)"`, `"release":"REL-(\d+)"`},
		"every release":       {"/releases?party=hx&type=emergency", "releases", `scope="row"[^>]*><a href="/releases/(\d+)"`, `"release":"REL-(\d+)"`},
		"RFCs":                {"/rfcs", "rfcs", `scope="row"[^>]*><a href="/rfcs/(\d+)"`, `"rfc":"RFC-(\d+)"`},
		"raised":              {"/rfcs?state=raised", "rfcs", `scope="row"[^>]*><a href="/rfcs/(\d+)"`, `"rfc":"RFC-(\d+)"`},
		"rejected":            {"/rfcs?state=rejected", "rfcs", `scope="row"[^>]*><a href="/rfcs/(\d+)"`, `"rfc":"RFC-(\d+)"`},
		"versions":            {"/matrix", "versions", `class="version" href="/environments/([a-z/-]+)`, ""},
		"versions once":       {"/matrix?at=2026-10-20T12:00", "versions", `class="version" href="/environments/([a-z/-]+)`, ""},
		"versions of a day":   {"/matrix?first=2026-10-01&day=20", "versions", `class="version" href="/environments/([a-z/-]+)`, ""},
		"ledger":              {"/ledger", "ledger", `scope="row"[^>]*><a href="/ledger/(\d+)"`, `"index":(\d+)`},
		"about a release":     {"/ledger?subject=release/7", "ledger", `scope="row"[^>]*><a href="/ledger/(\d+)"`, `"index":(\d+)`},
		"actions":             {"/releases/7", "actions", `<th scope="row"[^>]*>(Write down)`, `"what":"(Write down)`},
		"debts":               {"/releases/7", "debts", `<td[^>]*>(Bob)</td><td[^>]*>[^<]*10:00`, `"owner":"(Bob)"`},
		"communications":      {"/releases/7/communications", "communications", `scope="row"[^>]*>(\d+)\. `, `"communication":(\d+)`},
	} {
		t.Run(name, func(t *testing.T) {
			o := record(t)
			if c.list == "communications" {
				o.fillPlan()
			}
			if c.list == "versions" {
				o.scenery(plain)
			}
			o.board.Exports = storehouse{o: o}
			status, page := o.get(c.path)
			link := regexp.MustCompile(`href="(/exports/` + c.list + `\.json[^"]*)"`).FindStringSubmatch(page)
			if status != http.StatusOK || link == nil {
				t.Fatalf("%d, and no file is offered in\n%s", status, page)
			}
			for _, form := range []string{"xlsx", "csv"} {
				if !strings.Contains(page, `href="/exports/`+c.list+"."+form) {
					t.Errorf("it is not offered as %s", form)
				}
			}
			file := o.fetch(html.UnescapeString(link[1]), "")
			if file.status != http.StatusOK {
				t.Fatalf("%s: %d %s", link[1], file.status, file.body)
			}
			kept := found(c.kept, file.body)
			if c.kept == "" {
				for _, m := range regexp.MustCompile(`"environment":"([^"]+)","system":"([^"]+)"`).FindAllStringSubmatch(file.body, -1) {
					kept = append(kept, m[1]+"/"+m[2])
				}
				slices.Sort(kept)
			}
			if shown := found(c.shown, page); !slices.Equal(shown, kept) || (len(shown) == 0 && name != "rejected") {
				t.Errorf("%s shows %v, %s has %v", c.path, shown, link[1], kept)
			}
		})
	}
}

// found returns what a pattern finds, in order.
func found(pattern, text string) []string {
	if pattern == "" {
		return nil
	}
	var all []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		all = append(all, m[1])
	}
	slices.Sort(all)
	return all
}

// A file is not asked for what nobody has: it would be taken for the whole list.
func TestExportRefusesStrangeFilters(t *testing.T) {
	o := record(t)
	o.board.Exports = storehouse{o: o}
	for _, q := range []string{"party=nobody", "system=%3Cscript%3E", "type=huge", "state=lost", "release=seven", "at=2036-01-01T09:00"} {
		if answer := o.fetch("/exports/releases.csv?"+q, ""); answer.status != http.StatusBadRequest || !strings.Contains(answer.body, "Nothing was exported.") {
			t.Errorf("%s: %d", q, answer.status)
		} else {
			harmless(t, answer.body)
		}
	}
}
