package board

import (
	"net/http"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// timelineShown is how many of the newest entries of a story its page shows; the
// ledger has the others.
const timelineShown = 100

// release shows the whole story of a release.
func (b *Board) release(r *http.Request, v visitor) (string, templates.Site, error) {
	number, err := b.number(r, "number")
	if err != nil {
		return "", templates.Site{}, err
	}
	life, err := b.Desk.ReadLife(r.Context(), int(number))
	if err != nil {
		return "", templates.Site{}, err
	}
	entries, err := b.Ledger.LedgerPage(r.Context(), release.LedgerFilter{Subjects: life.Subjects(), Limit: timelineShown})
	if err != nil {
		return "", templates.Site{}, err
	}
	s := life.Standing
	x := s.Release
	view := storyView{Badges: []templates.Badge{typeBadge(x.Content.Type), stageBadge(x.Stage)}, Facts: releaseFacts(s)}
	view.lead(s)
	if s.RFC.Number != 0 && s.RFC.ShownTo(v.who.ID) {
		view.Links = append(view.Links, templates.Link{Text: s.RFC.Name(), URL: rfcPath(s.RFC.Number)})
	}
	view.Links = append(view.Links, paperLinks(life)...)
	view.Links = append(view.Links, templates.Link{Text: "Who is told", URL: releasePath(x.Number) + "/communications"},
		templates.Link{Text: "Evidence pack (ZIP)", URL: releasePath(x.Number) + "/evidence"}, templates.Link{Text: "In the ledger", URL: "/ledger?subject=" + x.Subject()},
		templates.Link{Text: "Figures of all releases", URL: "/figures"})
	view.Sections = []section{
		contentPart(s, v), pointsPart(s), decisionsPart(s), buildsPart(life), notesPart(life), issuesPart(life), deploymentsPart(life), reviewsPart(life),
		actionsPart(life), debtsPart(life), supportPart(life), timelinePart(entries, v),
	}
	return "story", templates.Site{
		Title: x.Title(s.Programme), Kicker: x.Name(), Trail: []templates.Link{{Text: "Releases", URL: "/"}}, Live: 30,
		AsOf: asOf(s.Now, s.Programme), Data: view,
	}, nil
}

// lead says where the release stands: why it is not further yet (M4), or how it ended.
func (x *storyView) lead(s release.Standing) {
	move, unmet, going := s.Next()
	switch {
	case !going && s.Release.Stage == release.Abandoned:
		x.Lead = templates.Callout{Tone: templates.Calm, Label: "It was abandoned before its deployment.", Text: s.Release.Ended}
	case !going:
		x.Lead = templates.Callout{Tone: templates.Good, Label: "It is closed: nothing is left to be decided about it."}
	case len(unmet) == 0:
		x.Lead = templates.Callout{Tone: templates.Good, Label: standingWords(move, unmet)}
	default:
		x.Lead = templates.Callout{Tone: templates.Warn, Label: standingWords(move, unmet)}
	}
	for _, u := range unmet {
		x.Blockers = append(x.Blockers, blockerOf(u, s.Programme, s.Now))
	}
}

func stageBadge(s release.Stage) templates.Badge {
	tone := templates.Act
	switch s { //nolint:exhaustive // the others are on their way
	case release.ClosedStage:
		tone = templates.Good
	case release.Abandoned:
		tone = templates.Calm
	}
	return templates.Badge{Text: stageWords(s), Tone: tone}
}

func releaseFacts(s release.Standing) []templates.Fact {
	r, p := s.Release, s.Programme
	facts := fact(nil, "Provider", partyName(p, r.Provider(p)), "")
	facts = fact(facts, "Owner", p.NameOf(r.Content.Owner), "")
	facts = fact(facts, "Board decides", when(r.Content.Board, p), "")
	facts = fact(facts, "Window", windowWords(s), map[bool]string{true: "agreed in its RFC", false: "planned"}[s.RFC.Number != 0])
	facts = fact(facts, "Environments", strings.ReplaceAll(placeNames(p, r.Content.Environments()), ", ", ", then "), "")
	if planned, ok := p.Planned(r.Content.Planned); ok {
		facts = fact(facts, "Fulfils", planned.ID, planned.Rationale)
	}
	if s.RFC.Number != 0 {
		facts = fact(facts, "RFC", s.RFC.Name()+", "+s.RFC.State.String(), "")
		facts = fact(facts, "Service disruption", s.RFC.Content.Disruption.String(), "")
	}
	facts = fact(facts, "Created", when(r.CreatedAt, p), "by "+p.NameOf(r.CreatedBy))
	return fact(facts, "Purpose", r.Content.Purpose, "")
}

// contentPart is what the release contains (R20), with what is for named parties only
// where the visitor is one who may see it (T34).
func contentPart(s release.Standing, v visitor) section {
	x := section{ID: "content", Title: "Content", Empty: "Nothing is planned into it yet. Its owner adds items in Slack with /release edit " + s.Release.Name() + "."}
	t := templates.Table{Caption: "What it contains", Columns: []templates.Column{{Title: "Item"}, {Title: "Kind"}, {Title: "Title"}}}
	for _, i := range s.Release.Content.Items {
		kind := templates.Cell{Text: capital(i.Kind.String())}
		if i.Severity != "" {
			kind.Note = string(i.Severity)
		}
		t.Rows = append(t.Rows, []templates.Cell{{Text: i.ID, Head: true}, kind, {Text: i.Title}})
	}
	for _, i := range s.Release.ConfidedTo(s.Programme, v.who) {
		kind := templates.Cell{Text: capital(i.Kind.String()), Note: string(i.Severity)}
		t.Rows = append(t.Rows, []templates.Cell{{Text: i.ID, Head: true}, kind, {Text: i.Title, Badge: templates.Badge{Text: i.For(s.Programme), Tone: templates.Warn}}})
	}
	x.Table = t
	if s.Release.Content.Unjustified() {
		x.Callouts = append(x.Callouts, templates.Callout{Tone: templates.Warn, Label: "No urgent defect any more", Text: "What this emergency mends was judged less severe than critical."})
	}
	return x
}

// pointsPart holds the ten control points, and the programme's other checks: met,
// waived or unmet, by what evidence (R46 to R55, T28).
func pointsPart(s release.Standing) section {
	t := templates.Table{Caption: "Control points and checks", Columns: []templates.Column{{Title: "Point"}, {Title: "Stands"}, {Title: "Shown by"}}}
	for _, p := range release.Points() {
		if !p.Applies(s.Release.Content.Type) {
			continue
		}
		name := p.Name
		if p.Number > 0 {
			name = count0(p.Number) + " " + name
		}
		t.Rows = append(t.Rows, append([]templates.Cell{{Text: name, Note: p.Responsible.String() + "; " + p.Forum, Head: true}}, pointCells(s, p)...))
	}
	return section{ID: "control-points", Title: "Control points", Table: t}
}

// pointCells say whether a point is met, and what shows it.
func pointCells(s release.Standing, p release.Point) []templates.Cell {
	unmet := s.Unmet([]release.Check{p.Key})
	var e release.Evidence
	for _, x := range s.Evidence {
		if x.Check == p.Key && x.Stands(s.Now) {
			e = x
		}
	}
	switch {
	case len(unmet) > 0:
		b := blockerOf(unmet[0], s.Programme, s.Now)
		badge := b.Late
		if badge.Text == "" {
			badge = templates.Badge{Text: "Open", Tone: templates.Warn}
		}
		return []templates.Cell{{Badge: badge}, {Text: b.What, Note: b.Whose}}
	case e.Waiver:
		return []templates.Cell{
			{Badge: templates.Badge{Text: "Waived", Tone: templates.Warn}, Note: "until " + when(e.Until, s.Programme)},
			{Text: e.Note, Note: "by " + s.Programme.NameOf(e.By) + ", " + when(e.At, s.Programme)},
		}
	case e.ID != 0:
		return []templates.Cell{{Badge: templates.Badge{Text: "Met", Tone: templates.Good}}, evidenceCell(s, e)}
	}
	return []templates.Cell{{Badge: templates.Badge{Text: "Met", Tone: templates.Good}}, decidedCell(s, p)}
}

// evidenceCell shows evidence: a link that can be followed, or a digest.
func evidenceCell(s release.Standing, e release.Evidence) templates.Cell {
	c := templates.Cell{Text: e.Ref, Note: strings.TrimSpace(e.Note + " — " + s.Programme.NameOf(e.By) + ", " + when(e.At, s.Programme))}
	if strings.HasPrefix(e.Ref, "https://") || strings.HasPrefix(e.Ref, "http://") {
		c.Link = e.Ref
	} else {
		c.Text, c.Code = "", e.Ref
	}
	c.Note = strings.TrimPrefix(c.Note, "— ")
	return c
}

// decidedCell names the vote that met a point.
func decidedCell(s release.Standing, p release.Point) templates.Cell {
	purpose := map[release.Check]release.Purpose{
		release.PointProgramme: release.ProgrammeGate, release.PointApproved: release.Approval, release.PointClosure: release.Closure,
	}[p.Key]
	for _, b := range s.Ballots {
		if b.Purpose == purpose && b.State == release.BallotClosed {
			return templates.Cell{Text: b.Purpose.String(), Link: ballotPath(b.ID), Note: b.Outcome.String() + ", " + when(b.ClosedAt, s.Programme)}
		}
	}
	if p.Key == release.PointRaised && s.RFC.Number != 0 {
		return templates.Cell{Text: s.RFC.Name(), Link: rfcPath(s.RFC.Number), Note: "raised by " + s.Programme.NameOf(s.RFC.RaisedBy) + ", " + when(s.RFC.RaisedAt, s.Programme)}
	}
	return templates.Cell{}
}

// decisionsPart lists the votes, and whether what they decided on still is what
// would be deployed (M3).
func decisionsPart(s release.Standing) section {
	return section{
		ID: "decisions", Title: "Decisions", Said: conditionsSaid(s.Conditions, s.Programme), Table: ballotTable(s.Ballots, s.Programme),
		Empty: "The board was not asked yet.",
	}
}
