package board

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// filter is what a list of releases is narrowed to by its address. What the
// programme does not know narrows nothing.
type filter struct {
	party  release.PartyID
	system release.SystemID
	kind   release.ReleaseType
	owned  []release.SystemID // the party's
}

func filterOf(r *http.Request, p *release.Programme) filter {
	q := r.URL.Query()
	f := filter{}
	if x, ok := p.Party(release.PartyID(q.Get("party"))); ok {
		f.party = x.ID
		for _, s := range p.Systems {
			if s.Party == x.ID {
				f.owned = append(f.owned, s.ID)
			}
		}
	}
	if x, ok := p.System(release.SystemID(q.Get("system"))); ok {
		f.system = x.ID
	}
	if t := release.ReleaseType(q.Get("type")); slices.Contains(release.ReleaseTypes(), t) {
		f.kind = t
	}
	return f
}

// releases selects them as far as the store can; takes does the rest.
func (f filter) releases(stages []release.Stage) release.ReleaseFilter {
	return release.ReleaseFilter{Stages: stages, System: f.system, Systems: f.owned}
}

func (f filter) takes(r release.Release) bool {
	ofParty := f.party == "" || slices.Contains(f.owned, r.Content.System)
	return ofParty && (f.kind == "" || f.kind == r.Content.Type)
}

// values are the filter as an address has it.
func (f filter) values() url.Values {
	q := url.Values{}
	for name, x := range map[string]string{"party": string(f.party), "system": string(f.system), "type": string(f.kind)} {
		if x != "" {
			q.Set(name, x)
		}
	}
	return q
}

func (f filter) query() string {
	if q := f.values(); len(q) > 0 {
		return "?" + q.Encode()
	}
	return ""
}

// choices are the lists of the bar of filters.
func (f filter) choices(p *release.Programme) []menu {
	party := menu{Name: "party", Label: "Provider", Options: []option{{Text: "Every provider"}}}
	for _, x := range p.Parties {
		if slices.ContainsFunc(p.Systems, func(s release.System) bool { return s.Party == x.ID }) {
			party.Options = append(party.Options, option{Value: string(x.ID), Text: x.Name, Chosen: x.ID == f.party})
		}
	}
	system := menu{Name: "system", Label: "System", Options: []option{{Text: "Every system"}}}
	for _, x := range p.Systems {
		system.Options = append(system.Options, option{Value: string(x.ID), Text: x.Name, Chosen: x.ID == f.system})
	}
	kind := menu{Name: "type", Label: "Type", Options: []option{{Text: "Every type"}}}
	for _, t := range release.ReleaseTypes() {
		kind.Options = append(kind.Options, option{Value: string(t), Text: capital(string(t)), Chosen: t == f.kind})
	}
	return []menu{party, system, kind}
}

// allShown is how many releases or RFCs a page of a list has; where a filter passes
// some over, it has fewer and the list goes on behind them.
const allShown = 50

type listView struct {
	Filters []menu
	Table   templates.Table
	Empty   string
	Pager   pager
	Files   files
}

// everyRelease lists all releases, ended or not, the newest first.
func (b *Board) everyRelease(r *http.Request, v visitor) (string, templates.Site, error) {
	f := filterOf(r, v.programme)
	find := f.releases(nil)
	find.Below, find.Limit = int(pageOf(r)), allShown
	found, err := b.Desk.ListReleases(r.Context(), find)
	if err != nil {
		return "", templates.Site{}, err
	}
	view := listView{Filters: f.choices(v.programme), Pager: pager{Newest: newest(r)}, Files: exported("Every release", "releases", f.values())}
	if len(found) == allShown && found[len(found)-1].Number > 1 {
		view.Pager.Older = older(r, int64(found[len(found)-1].Number))
	}
	found = slices.DeleteFunc(found, func(x release.Release) bool { return !f.takes(x) })
	if len(found) == 0 {
		view.Empty = "There is no release yet. A release manager begins one in Slack with /release new."
		if f.query() != "" || pageOf(r) > 0 {
			view.Empty = "No release is of this kind on this page."
		}
	}
	view.Table = releaseTable("Releases, the newest first", found, v.programme)
	return "list", templates.Site{Title: "Every release", Trail: []templates.Link{{Text: "Releases", URL: "/"}}, AsOf: asOf(b.Now(), v.programme), Data: view}, nil
}

func count0(n int) string { return strconv.Itoa(n) }

func boolToInt(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
