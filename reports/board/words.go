package board

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// number reads the number of a thing out of the path. What is no number is nothing
// that is there.
func (b *Board) number(r *http.Request, name string) (int64, error) {
	text := r.PathValue(name)
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || n > 1<<31 || strconv.FormatInt(n, 10) != text {
		return 0, &release.Refusal{
			Code: release.CodeNotFound, What: "There is nothing here.", Why: "“" + release.Clip(text, 40) + "” is not the number of anything.",
			Next: "The board of the releases leads to everything.",
		}
	}
	return n, nil
}

func releasePath(number int) string { return "/releases/" + strconv.Itoa(number) }
func rfcPath(number int) string     { return "/rfcs/" + strconv.Itoa(number) }
func ballotPath(id int64) string    { return "/ballots/" + strconv.FormatInt(id, 10) }
func ledgerPath(index int64) string { return "/ledger/" + strconv.FormatInt(index, 10) }

func capital(text string) string {
	for i, r := range text {
		return strings.ToUpper(string(r)) + text[i+len(string(r)):]
	}
	return text
}

// names are people as in a sentence, each once: the first few of many.
func names(p *release.Programme, ids []release.PersonID) string {
	const most = 4
	var all []string
	for _, id := range ids {
		if name := p.NameOf(id); !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	if n := len(all) - most; n > 1 {
		return strings.Join(all[:most], ", ") + " and " + strconv.Itoa(n) + " more"
	}
	return strings.Join(all, ", ")
}

func placeNames(p *release.Programme, ids []release.EnvironmentID) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = string(id)
		if e, ok := p.Environment(id); ok {
			all[i] = e.Name
		}
	}
	return strings.Join(all, ", ")
}

// when is an instant in the programme's zone; nothing for the zero one.
func when(t time.Time, p *release.Programme) string {
	if t.IsZero() {
		return ""
	}
	return release.Instant(t, p.Location())
}

// asOf says from when the page is.
func asOf(now time.Time, p *release.Programme) string { return "As of " + when(now, p) + "." }

// fact adds a fact, where there is something to say.
func fact(facts []templates.Fact, label, value, note string) []templates.Fact {
	if value == "" {
		return facts
	}
	return append(facts, templates.Fact{Label: label, Value: value, Note: note})
}

// short is the beginning of a digest, enough to tell two apart at a glance.
func short(digest string) string { return release.Clip(digest, 13) }

// badgeOf says where an RFC stands.
func badgeOf(s release.RFCState) templates.Badge {
	tone := templates.Calm
	switch s { //nolint:exhaustive // the others are on their way
	case release.Go, release.Deployed, release.Approved:
		tone = templates.Good
	case release.Rejected, release.NoGo, release.RolledBack:
		tone = templates.Bad
	case release.Undecided:
		tone = templates.Warn
	case release.Raised, release.InGoNoGo:
		tone = templates.Act
	}
	return templates.Badge{Text: capital(s.String()), Tone: tone}
}

// outcomeBadge says how a ballot stands or ended.
func outcomeBadge(b release.Ballot) templates.Badge {
	switch {
	case b.State == release.BallotOpen:
		return templates.Badge{Text: "Open", Tone: templates.Act}
	case b.State == release.BallotVoid:
		return templates.Badge{Text: "Void", Tone: templates.Calm}
	case b.OverrideReason != "":
		return templates.Badge{Text: "Go by the chair's override", Tone: templates.Warn}
	case b.Outcome == release.OutcomeGo && b.Tally().Conditional:
		return templates.Badge{Text: "Go with conditions", Tone: templates.Good}
	}
	tone := map[release.Outcome]templates.Tone{release.OutcomeGo: templates.Good, release.OutcomeNoGo: templates.Bad, release.OutcomeNone: templates.Warn}[b.Outcome]
	return templates.Badge{Text: b.Outcome.String(), Tone: tone}
}

// pageOf reads which page of a list is asked for: entries below a number; 0 is the
// newest.
func pageOf(r *http.Request) int64 {
	below, err := strconv.ParseInt(r.URL.Query().Get("below"), 10, 64)
	if err != nil || below < 0 || below > 1<<31 {
		return 0
	}
	return below
}

// older is the link to the next page of a list, with the same filters.
func older(r *http.Request, below int64) templates.Link {
	q := r.URL.Query()
	q.Set("below", strconv.FormatInt(below, 10))
	return templates.Link{Text: "Older", URL: r.URL.Path + "?" + q.Encode()}
}

// newest is the link back to the first page.
func newest(r *http.Request) templates.Link {
	q := r.URL.Query()
	if !q.Has("below") {
		return templates.Link{}
	}
	q.Del("below")
	return templates.Link{Text: "Newest", URL: strings.TrimSuffix(r.URL.Path+"?"+q.Encode(), "?")}
}

// menu is a list in a bar of filters.
type menu struct {
	Name, Label string
	Options     []option
}

type option struct {
	Value, Text string
	Chosen      bool
}

// pager leads through the pages of a list.
type pager struct{ Newest, Older templates.Link }
