package release

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// AgendaPart is a part of an agenda, in the order in which they are taken.
type AgendaPart string

// The parts of an agenda, by priority (R60).
const (
	AgendaEmergencies AgendaPart = "emergencies"
	AgendaPressing    AgendaPart = "cannot wait for the next board"
	AgendaMajors      AgendaPart = "majors"
	AgendaMinors      AgendaPart = "minors"
	AgendaPatches     AgendaPart = "patches"
	AgendaRest        AgendaPart = "the rest"
)

// AgendaParts lists the parts in the order in which they are taken.
func AgendaParts() []AgendaPart {
	return []AgendaPart{AgendaEmergencies, AgendaPressing, AgendaMajors, AgendaMinors, AgendaPatches, AgendaRest}
}

// AgendaItem is one thing that waits for the board: what it is asked, by whom.
type AgendaItem struct {
	Part      AgendaPart
	Subject   string // the ledger's name for what it is about, "rfc/12", "condition/3"
	RFC       int    // 0 is none
	Release   int    // of an item without an RFC, the release it is about
	Title     string
	Type      ReleaseType
	Asked     string // what is asked of the board, as one sentence
	Requester PersonID
	Window    Window // zero when it has none
}

// Name returns the name of what the item is about, "RFC-12" or "REL-7".
func (x AgendaItem) Name() string {
	if x.RFC == 0 {
		return ReleaseName(x.Release)
	}
	return RFCName(x.RFC)
}

// Matters is everything that may wait for the board.
type Matters struct {
	RFCs       []RFC
	Ballots    []Ballot    // the open ones
	Conditions []Condition // the open ones
	Debts      []Debt      // the open ones
	// Next is when the board after this one meets: what begins before it cannot
	// wait; zero when nobody knows.
	Next time.Time
}

// PlanAgenda puts what waits for the board in the order of its priority:
// emergencies, then what begins before the board after this one, then majors,
// minors and patches, each by its window, then the rest (R60). The order in
// which it is handed in does not matter.
func PlanAgenda(p *Programme, m Matters, now time.Time) []AgendaItem {
	var items []AgendaItem
	for _, r := range m.RFCs {
		if asked := m.asked(r, p, now); asked != "" {
			items = append(items, AgendaItem{
				Part: m.part(r), Subject: r.Subject(), RFC: r.Number, Title: r.Content.Title, Type: r.Content.Type, Asked: asked,
				Requester: r.RaisedBy, Window: r.Content.Window,
			})
		}
	}
	for _, c := range m.Conditions {
		r, ok := find(m.RFCs, func(r RFC) bool { return r.Number == c.RFC })
		if !ok || !r.State.Open() {
			continue // nothing will be deployed that it could hold up
		}
		items = append(items, AgendaItem{
			Part: AgendaRest, Subject: fmt.Sprintf("condition/%d", c.ID), RFC: c.RFC, Title: r.Content.Title, Type: r.Content.Type,
			Asked: "Hear how the condition “" + Clip(c.Words, 200) + "” is met, which " + p.NameOf(c.Owner) + " owns.", Requester: c.By,
			Window: r.Content.Window,
		})
	}
	for _, d := range m.Debts {
		items = append(items, AgendaItem{
			Part: AgendaRest, Subject: d.Subject(), Release: d.Release, Title: d.What(), Type: Emergency, Requester: d.Owner,
			Asked: "Hear how this debt is settled; it is due " + Instant(d.Due, p.Location()) + ".",
		})
	}
	slices.SortFunc(items, func(a, b AgendaItem) int {
		return cmp.Or(
			cmp.Compare(slices.Index(AgendaParts(), a.Part), slices.Index(AgendaParts(), b.Part)),
			a.Window.From.Compare(b.Window.From), cmp.Compare(a.RFC, b.RFC), cmp.Compare(a.Subject, b.Subject),
		)
	})
	return items
}

// part returns the part of the agenda in which an RFC is taken.
func (m Matters) part(r RFC) AgendaPart {
	switch c := r.Content; {
	case c.Type == Emergency:
		return AgendaEmergencies
	case !m.Next.IsZero() && c.Window.From.Before(m.Next):
		return AgendaPressing
	case c.Type == Major:
		return AgendaMajors
	case c.Type == Minor:
		return AgendaMinors
	}
	return AgendaPatches
}

// asked says what an RFC asks of the board; nothing when it does not wait for it.
func (m Matters) asked(r RFC, p *Programme, now time.Time) string {
	if r.Late(now) {
		return "Decide what becomes of it: its window began " + Instant(r.Content.Window.From, p.Location()) + " and it is " + r.State.String() + "."
	}
	if b, ok := find(m.Ballots, func(b Ballot) bool { return b.RFC == r.Number && b.State == BallotOpen }); ok {
		return askedBy(b, p)
	}
	switch r.State {
	case Raised:
		return "Decide on its approval."
	case InGoNoGo:
		return "Decide Go or No-Go."
	case Approved:
		return "Open its deployment Go/No-Go, if everything is ready for it."
	case NoGo:
		return "Say what must change after its No-Go, or ask again."
	case Undecided:
		return "Ask again: its approval vote ended without a decision."
	default:
		return ""
	}
}

// askedBy says what an open vote asks, and how it stands.
func askedBy(b Ballot, p *Programme) string {
	asked := "Decide Go or No-Go"
	switch b.Purpose {
	case Approval:
		asked = "Decide on its approval"
	case ProgrammeGate:
		asked = "Hear how the programme gate stands"
	case Closure:
		asked = "Decide on its closure"
	case Deployment:
	}
	silent := len(b.Tally().Silent)
	return fmt.Sprintf("%s: %d of %s heard, the vote ends %s.", asked, len(b.Seats)-silent, plural(len(b.Seats), "seat"), Instant(b.Deadline, p.Location()))
}
