package board

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// rfcs lists the RFCs a person may see, the newest first.
func (b *Board) rfcs(r *http.Request, v visitor) (string, templates.Site, error) {
	f := release.RFCFilter{Below: int(pageOf(r)), Limit: allShown}
	states := menu{Name: "state", Label: "State", Options: []option{{Text: "Every state"}}}
	narrowed := url.Values{}
	if s := stateOf(r); s != "" {
		f.States = []release.RFCState{s}
		narrowed.Set("state", string(s))
	}
	for _, s := range release.RFCStates() {
		chosen := slices.Contains(f.States, s)
		states.Options = append(states.Options, option{Value: string(s), Text: capital(s.String()), Chosen: chosen})
	}
	found, err := b.Desk.List(r.Context(), v.who.ID, f)
	if err != nil {
		return "", templates.Site{}, err
	}
	view := listView{Filters: []menu{states}, Pager: pager{Newest: newest(r)}, Files: exported("RFCs that were raised", "rfcs", narrowed), Empty: "No RFC was raised yet. One is raised in Slack with /rfc raise."}
	if len(f.States) > 0 || f.Below > 0 {
		view.Empty = "No RFC is in this state."
	}
	view.Table = templates.Table{Caption: "RFCs, the newest first", Columns: []templates.Column{{Title: "RFC"}, {Title: "Stands"}, {Title: "System"}, {Title: "Type"}, {Title: "Window"}, {Title: "Raised by"}}}
	for _, x := range found {
		view.Empty = ""
		c := x.Content
		view.Table.Rows = append(view.Table.Rows, []templates.Cell{
			{Text: c.Title, Note: x.Name(), Link: rfcPath(x.Number), Head: true}, {Badge: badgeOf(x.State)}, {Text: systemName(v.programme, c.System)},
			{Text: capital(string(c.Type))}, {Text: windowOrNone(c.Window)}, {Text: v.programme.NameOf(x.RaisedBy)},
		})
	}
	if len(found) == allShown {
		view.Pager.Older = older(r, int64(found[len(found)-1].Number))
	}
	return "list", templates.Site{Title: "RFCs", AsOf: asOf(b.Now(), v.programme), Data: view}, nil
}

// stateOf reads the state that a list of RFCs is narrowed to; empty is any.
func stateOf(r *http.Request) release.RFCState {
	if s := release.RFCState(r.URL.Query().Get("state")); slices.Contains(release.RFCStates(), s) {
		return s
	}
	return ""
}

func windowOrNone(w release.Window) string {
	if w.IsZero() {
		return ""
	}
	return w.String()
}

// rfc shows an RFC with its votes; a draft to its author alone (T34).
func (b *Board) rfc(r *http.Request, v visitor) (string, templates.Site, error) {
	number, err := b.number(r, "number")
	if err != nil {
		return "", templates.Site{}, err
	}
	story, err := b.Desk.Read(r.Context(), v.who.ID, int(number))
	if err != nil {
		return "", templates.Site{}, err
	}
	x, p := story.RFC, story.Programme
	subjects := []string{x.Subject()}
	for _, ballot := range story.Ballots {
		subjects = append(subjects, ballot.Subject())
	}
	entries, err := b.Ledger.LedgerPage(r.Context(), release.LedgerFilter{Subjects: subjects, Limit: timelineShown})
	if err != nil {
		return "", templates.Site{}, err
	}
	view := storyView{Badges: []templates.Badge{badgeOf(x.State), typeBadge(x.Content.Type)}, Lead: rfcLead(story), Facts: rfcFacts(x, p)}
	if n, ok := x.Content.ReleaseNumber(); ok {
		view.Links = append(view.Links, templates.Link{Text: release.ReleaseName(n), URL: releasePath(n)})
	}
	view.Links = append(view.Links, templates.Link{Text: "In the ledger", URL: "/ledger?subject=" + x.Subject()})
	c := x.Content
	view.Sections = []section{
		{ID: "why", Title: "Why, and what it means", Said: sayings("Reason", c.Reason, "Impact", c.Impact, "Risk", fmt.Sprintf("%s\nLikelihood %d, consequence %d.", c.Risk.Sentence, c.Risk.Likelihood, c.Risk.Consequence))},
		{ID: "votes", Title: "Votes", Table: ballotTable(story.Ballots, p), Said: conditionsSaid(story.Conditions, p), Empty: "The board was not asked yet."},
		heededPart(story), timelinePart(entries, v),
	}
	return "story", templates.Site{
		Title: c.Title, Kicker: x.Name(), Trail: []templates.Link{{Text: "RFCs", URL: "/rfcs"}}, Live: 30, AsOf: asOf(b.Now(), p), Data: view,
	}, nil
}

// rfcLead says what is to be known first.
func rfcLead(s release.Story) templates.Callout {
	open, voting := s.Open()
	switch {
	case s.RFC.State == release.Draft:
		return templates.Callout{Tone: templates.Calm, Label: "This is your draft: nobody else can see it.", Text: "Raise it in Slack with /rfc edit " + count0(s.RFC.Number) + "."}
	case s.RFC.State == release.Withdrawn:
		return templates.Callout{Tone: templates.Calm, Label: "It was withdrawn.", Text: s.RFC.Ended}
	case voting:
		t := open.Tally()
		return templates.Callout{
			Tone: templates.Act, Label: "The " + open.Purpose.String() + " is open until " + when(open.Deadline, s.Programme) + ".",
			Text: fmt.Sprintf("%d of %d seats heard.", t.HeardSeats(), len(open.Seats)),
		}
	}
	return templates.Callout{}
}

func rfcFacts(x release.RFC, p *release.Programme) []templates.Fact {
	c := x.Content
	facts := fact(nil, "System", systemName(p, c.System), partyName(p, x.Provider(p)))
	facts = fact(facts, "Kind", capital(c.Kind.String()), strings.Join(c.References, ", "))
	facts = fact(facts, "Release", c.Release, "")
	facts = fact(facts, "Environments", placeNames(p, c.Environments), "")
	facts = fact(facts, "Window", windowOrNone(c.Window), "")
	facts = fact(facts, "Service disruption", c.Disruption.String(), "")
	facts = fact(facts, "Impacted", impacted(x, p), "")
	facts = fact(facts, "Raised", when(x.RaisedAt, p), "by "+p.NameOf(x.RaisedBy))
	return fact(facts, "Content digest", c.Digest(), fmt.Sprintf("revision %d, %s", x.Revision, when(x.UpdatedAt, p)))
}

func impacted(x release.RFC, p *release.Programme) string {
	if len(x.Content.Parties) == 0 {
		return "every participant"
	}
	var all []string
	for _, party := range x.ImpactedParties(p) {
		all = append(all, party.Name)
	}
	return strings.Join(all, ", ")
}

// sayings are labelled texts; what nobody said is left out.
func sayings(pairs ...string) []saying {
	var all []saying
	for pair := range slices.Chunk(pairs, 2) {
		if strings.TrimSpace(pair[1]) != "" {
			all = append(all, saying{Who: pair[0], Words: pair[1]})
		}
	}
	return all
}

// heededPart are the lessons that came back for the RFC (M19).
func heededPart(s release.Story) section {
	x := section{ID: "lessons", Title: "Lessons that came back", Empty: "No lesson of the same system or environment came back."}
	for _, h := range s.Heeded {
		badge := templates.Badge{Text: "Heeded", Tone: templates.Good}
		if !h.Decision.Accepted {
			badge = templates.Badge{Text: "Does not apply here", Tone: templates.Calm}
		}
		x.Said = append(x.Said, saying{Who: h.Name() + ", from " + release.ReleaseName(h.Release), Badge: badge, Words: h.Words, Note: h.Decision.Reason})
	}
	return x
}
