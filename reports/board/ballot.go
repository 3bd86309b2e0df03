package board

import (
	"fmt"
	"net/http"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// ballot shows a vote: its seats, what they said and why, the rules, and exactly
// what is decided on (M1 to M3).
func (b *Board) ballot(r *http.Request, v visitor) (string, templates.Site, error) {
	id, err := b.number(r, "id")
	if err != nil {
		return "", templates.Site{}, err
	}
	x, err := b.Desk.ReadBallot(r.Context(), v.who.ID, id)
	if err != nil {
		return "", templates.Site{}, err
	}
	p, ballot := x.Programme, x.Ballot
	view := storyView{
		Badges: []templates.Badge{outcomeBadge(ballot)}, Lead: ballotLead(x), Facts: ballotFacts(x),
		Links: []templates.Link{{Text: x.RFC.Name() + ": " + x.RFC.Content.Title, URL: rfcPath(x.RFC.Number)}},
	}
	if x.Stale {
		view.Badges = append(view.Badges, templates.Badge{Text: "Stale", Tone: templates.Bad})
	}
	if x.Release.Number != 0 {
		view.Links = append(view.Links, templates.Link{Text: x.Release.Title(p), URL: releasePath(x.Release.Number)})
	}
	view.Links = append(view.Links, templates.Link{Text: "In the ledger", URL: "/ledger?subject=" + ballot.Subject()})
	view.Sections = []section{seatsPart(x)}
	if x.Stale {
		view.Sections = append(view.Sections, stalePart(x))
	}
	if len(x.Memories) > 0 {
		view.Sections = append(view.Sections, memoryPart(x.Memories))
	}
	if len(x.Conditions) > 0 {
		view.Sections = append(view.Sections, section{ID: "conditions", Title: "Conditions of the Go", Said: conditionsSaid(x.Conditions, p)})
	}
	view.Sections = append(view.Sections, dossierPart(x))
	live := 0
	if ballot.State == release.BallotOpen {
		live = 10
	}
	return "story", templates.Site{
		Title: ballot.Purpose.String() + " on " + x.RFC.Name(), Kicker: x.RFC.Content.Title, Live: live, AsOf: asOf(b.Now(), p), Data: view,
		Trail: []templates.Link{{Text: "RFCs", URL: "/rfcs"}, {Text: x.RFC.Name(), URL: rfcPath(x.RFC.Number)}},
	}, nil
}

// ballotLead says what the vote decided, or would decide now.
func ballotLead(x release.BallotView) templates.Callout {
	b, p := x.Ballot, x.Programme
	t := b.Tally()
	switch {
	case b.State == release.BallotVoid:
		return templates.Callout{Tone: templates.Calm, Label: "It ended without an outcome.", Text: b.VoidReason}
	case b.OverrideReason != "":
		return templates.Callout{
			Tone: templates.Warn, Label: "A No-Go stood, and the chair overrode it, as the policy of this release type allows.",
			Text: "By " + p.NameOf(b.ClosedBy) + ": " + b.OverrideReason,
		}
	case b.State == release.BallotClosed:
		return templates.Callout{Tone: outcomeBadge(b).Tone, Label: b.Outcome.String() + ".", Text: t.Why}
	}
	text := fmt.Sprintf("%d of %d seats heard. ", t.HeardSeats(), len(b.Seats))
	if t.Outcome == release.OutcomeNone {
		text += "If it closed now there would be no decision: " + t.Why
	} else {
		text += "If it closed now it would be a " + t.Outcome.String() + ": " + t.Why
	}
	return templates.Callout{Tone: templates.Act, Label: "Open until " + when(b.Deadline, p) + ".", Text: text}
}

func ballotFacts(x release.BallotView) []templates.Fact {
	b, p := x.Ballot, x.Programme
	facts := fact(nil, "Opened", when(b.OpenedAt, p), "by "+byWhom(b.OpenedBy, p))
	facts = fact(facts, "Deadline", when(b.Deadline, p), "silence is never consent")
	facts = fact(facts, "Closes early from", when(b.MinimumUntil, p), "once every seat was heard")
	closedBy := ""
	if b.State != release.BallotOpen {
		closedBy = "by " + byWhom(b.ClosedBy, p)
	}
	facts = fact(facts, "Closed", when(b.ClosedAt, p), closedBy)
	facts = fact(facts, "Quorum", count(b.Tally().Quorum, "seat", "seats"), fmt.Sprintf("%d per cent of %d; every mandatory seat in any case", b.Quorum, len(b.Seats)))
	facts = fact(facts, "With a part in the change", names(p, b.Involved), "none of them approves it alone")
	override := "no"
	if b.Override {
		override = "yes, with a reason that is shown for ever"
	}
	facts = fact(facts, "May the chair override a No-Go?", override, "")
	return fact(facts, "Decided on", "sha256 "+b.Digest, "what this digest is of stands below")
}

// seatsPart lists every seat with who may speak for it and what it said last.
func seatsPart(x release.BallotView) section {
	b, p := x.Ballot, x.Programme
	t := templates.Table{Caption: "Seats, as they were frozen when the vote opened", Columns: []templates.Column{{Title: "Seat"}, {Title: "Speaks for it"}, {Title: "Vote"}, {Title: "In their words"}}}
	for _, s := range b.Seats {
		t.Rows = append(t.Rows, append([]templates.Cell{{Text: s.Label(p), Note: seatNote(s), Head: true}, {Text: holders(s, p)}}, voteCells(x, s)...))
	}
	return section{ID: "seats", Title: "Seats and votes", Table: t}
}

func seatNote(s release.Seat) string {
	var notes []string
	for _, x := range []struct {
		is   bool
		says string
	}{{s.Mandatory, "mandatory"}, {s.Chair, "chair"}, {s.Escalated, "escalation point"}} {
		if x.is {
			notes = append(notes, x.says)
		}
	}
	if s.Why != "" {
		notes = append(notes, s.Why)
	}
	return capital(strings.Join(notes, ", "))
}

func holders(s release.Seat, p *release.Programme) string {
	all := make([]string, len(s.Holders))
	for i, id := range s.Holders {
		all[i] = s.NameOf(id, p)
	}
	return strings.Join(all, ", ")
}

// voteCells say what a seat said last, by which road, and what it had said before
// what is decided on changed (M3, M18).
func voteCells(x release.BallotView, s release.Seat) []templates.Cell {
	b, p := x.Ballot, x.Programme
	v, spoke := b.Standing(s.Key)
	before := ""
	for _, old := range b.Before {
		if old.Seat == s.Key {
			before = "before the change: " + old.Choice.String()
		}
	}
	if !spoke {
		if s.Mandatory && b.State == release.BallotOpen {
			return []templates.Cell{{Badge: templates.Badge{Text: "Not heard yet", Tone: templates.Warn}, Note: before}, {}}
		}
		return []templates.Cell{{Badge: templates.Badge{Text: "Silent", Tone: templates.Calm}, Note: before}, {}}
	}
	tone := map[release.Choice]templates.Tone{release.VoteGo: templates.Good, release.VoteConditional: templates.Good, release.VoteNoGo: templates.Bad}[v.Choice]
	note := s.NameOf(v.Person, p) + ", " + when(v.At, p)
	if v.Road == release.VotedByLink {
		note += ", by signed link"
	}
	if before != "" {
		note += "; " + before
	}
	return []templates.Cell{{Badge: templates.Badge{Text: v.Choice.String(), Tone: tone}, Note: note}, {Text: v.Words}}
}

// memoryPart tells whoever votes what became of the last No-Gos of the functions that
// sit in the vote (M14, M16). Nobody is named.
func memoryPart(all []release.DissentMemory) section {
	part := section{
		ID: "memory", Title: "What became of earlier No-Gos",
		Intro: "Once something was deployed, it is said of each No-Go whether what it feared happened. This counts functions, never people.",
		Links: []templates.Link{{Text: "All of them, in the figures", URL: "/figures#dissent"}},
	}
	for _, m := range all {
		part.Facts = append(part.Facts, templates.Fact{Label: m.Function.String(), Value: capital(m.Words())})
	}
	return part
}

// stalePart shows how what was decided on differs from what is there now (M3).
func stalePart(x release.BallotView) section {
	part := section{
		ID: "stale", Title: "Changed since", Intro: "What was decided on is not what is there now, so this decision no longer counts: the board is asked again.",
		Table: templates.Table{Caption: "Differences", Columns: []templates.Column{{Title: "What"}, {Title: "Decided on"}, {Title: "Now"}}},
		Empty: "What was decided on was not kept in full; its digest alone tells that it changed.",
	}
	for _, c := range x.Changes {
		part.Table.Rows = append(part.Table.Rows, []templates.Cell{{Text: c.Field, Head: true}, {Text: c.Before}, {Text: c.After}})
	}
	return part
}

// dossierPart is what the digest is of: each of it, and nothing else, is bound.
func dossierPart(x release.BallotView) section {
	part := section{ID: "dossier", Title: "What is decided on", Empty: "The vote is older than the keeping of what was decided on."}
	d := x.Ballot.Dossier
	if d == nil {
		return part
	}
	p := x.Programme
	part.Intro = "The digest is of all of this. When any of it changes, the decision no longer counts."
	f := fact(nil, "System", systemName(p, d.RFC.System), "")
	f = fact(f, "Version", d.Version, "")
	f = fact(f, "Type", capital(string(d.RFC.Type)), "")
	f = fact(f, "Environments", placeNames(p, d.RFC.Environments), "")
	f = fact(f, "Window", windowOrNone(d.RFC.Window), "")
	f = fact(f, "Service disruption", d.RFC.Disruption.String(), "")
	f = fact(f, "Impact", d.RFC.Impact, "")
	f = fact(f, "References", strings.Join(d.RFC.References, ", "), "")
	f = fact(f, "Build", d.Build, d.Commit)
	f = fact(f, "Package", d.Package, "")
	if len(d.BOM) > 0 {
		f = fact(f, "Bill of materials", count(len(d.BOM), "file", "files"), "each with its digest")
	}
	for _, i := range d.Items {
		f = fact(f, "Item", i.ID, strings.TrimSpace(i.Kind.String()+" "+string(i.Severity)))
	}
	for _, point := range release.Points() {
		f = fact(f, point.Name, d.Evidence[point.Key]+d.Closing[point.Key], "")
	}
	for _, action := range d.Actions {
		f = fact(f, "Left to be done", action, "")
	}
	part.Facts = f
	return part
}

// ballotTable lists votes, the newest first.
func ballotTable(all []release.Ballot, p *release.Programme) templates.Table {
	t := templates.Table{Caption: "Votes, the newest first", Columns: []templates.Column{{Title: "Vote"}, {Title: "Stands"}, {Title: "Seats heard", Number: true}, {Title: "Until"}, {Title: "Decided on"}}}
	for _, b := range all {
		until := templates.Cell{Text: when(b.Deadline, p)}
		if b.State != release.BallotOpen {
			until = templates.Cell{Text: when(b.ClosedAt, p), Note: "closed by " + byWhom(b.ClosedBy, p)}
		}
		t.Rows = append(t.Rows, []templates.Cell{
			{Text: b.Purpose.String(), Link: ballotPath(b.ID), Head: true}, {Badge: outcomeBadge(b), Note: b.OverrideReason + b.VoidReason},
			{Text: fmt.Sprintf("%d of %d", b.Tally().HeardSeats(), len(b.Seats))}, until, {Text: short(b.Digest), Fine: true},
		})
	}
	return t
}

// conditionsSaid are the conditions under which a Go was given (T24).
func conditionsSaid(all []release.Condition, p *release.Programme) []saying {
	var said []saying
	for _, c := range all {
		x := saying{Who: "Condition of " + p.NameOf(c.By) + ", owned by " + p.NameOf(c.Owner), Words: c.Words, Badge: templates.Badge{Text: "Open", Tone: templates.Warn}}
		if c.Met() {
			x.Badge, x.Note = templates.Badge{Text: "Met", Tone: templates.Good}, "by "+p.NameOf(c.MetBy)+", "+when(c.MetAt, p)+": "+c.Evidence
		}
		said = append(said, x)
	}
	return said
}
