package release

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// DebtKind says what an emergency still owes (R98, M6, T27).
type DebtKind string

// The kinds of debt.
const (
	// MergeNext: the fix is in the next release of the system that gets its Go.
	MergeNext DebtKind = "merge-next"
	// MergeInFlight: the fix is merged into a release that was under way.
	MergeInFlight DebtKind = "merge-in-flight"
	// Retrospective: the emergency is looked back on.
	Retrospective DebtKind = "retrospective"
)

// Merge tells whether the debt is settled by the fix being somewhere.
func (k DebtKind) Merge() bool { return k != Retrospective }

// DebtProof says what settled or ended a debt.
type DebtProof string

// The ways in which a debt ends.
const (
	ByContent DebtProof = "content"   // the release's content names the defects
	ByBOM     DebtProof = "bom"       // its build's bill of materials does
	ByLink    DebtProof = "link"      // a link or digest was shown
	ByNothing DebtProof = "abandoned" // the release it was to go into is no more, or went ahead as another emergency
)

// DefaultDebtDays are the working days within which debts are settled where the
// policy of emergencies sets none.
const DefaultDebtDays = 5

// debtHour is the hour of the day, in the programme's zone, at which a debt is due.
const debtHour = 17

// Debt is what an emergency release leaves to be done, so that its fix is never
// overwritten and what led to it is understood (R98, M6).
type Debt struct {
	ID      int64
	Release int // the emergency
	System  SystemID
	Party   PartyID // the provider, whose debt it is
	Kind    DebtKind
	// Target is the release the fix must go into; 0 for the next one.
	Target  int
	Defects []string // the ids of the defects that the emergency mended
	Owner   PersonID
	Due     time.Time // UTC

	OpenedAt  time.Time
	SettledAt time.Time // zero while it is open
	SettledBy PersonID
	SettledIn int // the release that carries the fix; 0 for a retrospective
	How       DebtProof
	Evidence  string // the link, or in words what carries the fix
}

// Open tells whether the debt is still to be settled.
func (d Debt) Open() bool { return d.SettledAt.IsZero() }

// Overdue tells whether it should have been settled by now.
func (d Debt) Overdue(now time.Time) bool { return d.Open() && !now.Before(d.Due) }

// Subject returns the ledger's name for the debt, "debt/4".
func (d Debt) Subject() string { return fmt.Sprintf("debt/%d", d.ID) }

// What says in one sentence what is owed.
func (d Debt) What() string {
	switch d.Kind {
	case MergeInFlight:
		return fmt.Sprintf("The fix of emergency %s (%s) is not merged into %s.", ReleaseName(d.Release), d.fix(), ReleaseName(d.Target))
	case Retrospective:
		return fmt.Sprintf("The retrospective of emergency %s is not shown.", ReleaseName(d.Release))
	case MergeNext:
	}
	return fmt.Sprintf("The fix of emergency %s (%s) is in no later release that may be deployed.", ReleaseName(d.Release), d.fix())
}

// fix names the defects that were mended, the first few of many.
func (d Debt) fix() string {
	const most = 5
	if len(d.Defects) <= most {
		return joined(d.Defects)
	}
	return fmt.Sprintf("%s and %d more", list(d.Defects[:most]), len(d.Defects)-most)
}

// debtDays returns within how many working days an emergency's debts are due,
// and whether a retrospective is asked for.
func debtDays(rules TypePolicy) (int, bool) {
	if rules.RetrospectiveDays == 0 {
		return DefaultDebtDays, false
	}
	return rules.RetrospectiveDays, true
}

// DebtsOf returns what an emergency leaves behind when it is deployed: its fix
// goes into the next release and into every other one of its system that is in
// flight, and it is looked back on within the policy's working days (R98, T27).
func DebtsOf(r Release, inFlight []Release, rules TypePolicy, p *Programme, now time.Time) []Debt {
	days, retrospective := debtDays(rules)
	day := p.WorkingCalendar().AddWorkingDays(now.In(p.Location()), days)
	debt := Debt{
		Release: r.Number, System: r.Content.System, Party: r.Provider(p), Defects: r.Content.Defects(), Owner: r.Content.Owner,
		Due:      time.Date(day.Year(), day.Month(), day.Day(), debtHour, 0, 0, 0, p.Location()).UTC(),
		OpenedAt: now,
	}
	var debts []Debt
	add := func(kind DebtKind, target int, owner PersonID) {
		d := debt
		d.Kind, d.Target, d.Owner = kind, target, owner
		debts = append(debts, d)
	}
	add(MergeNext, 0, debt.Owner)
	for _, o := range inFlight {
		if o.Number != r.Number && o.Content.System == r.Content.System && o.Stage.InFlight() {
			add(MergeInFlight, o.Number, o.Content.Owner)
		}
	}
	if retrospective {
		add(Retrospective, 0, debt.Owner)
	}
	return debts
}

// carried tells whether a release carries every defect of a debt, and by what
// (M6). The content counts before the bill of materials; both together do too.
func (d Debt) carried(r Release, b *Build) (DebtProof, string, bool) {
	planned := r.Content.Defects()
	how := ByContent
	for _, id := range d.Defects {
		if !Carries(r, b, id) {
			return "", "", false
		}
		if !slices.ContainsFunc(planned, func(x string) bool { return strings.EqualFold(x, id) }) {
			how = ByBOM
		}
	}
	if how == ByContent {
		return how, fmt.Sprintf("The content of %s names %s.", r.Name(), d.fix()), true
	}
	return how, fmt.Sprintf("The bill of materials of %s, build %s, names %s.", r.Name(), b.Name, d.fix()), true
}

// holds tells whether an open debt stands against a release: one that must go
// into it, or into the next of its system, or a retrospective before the next
// patch. An emergency is held by nothing, and its own debts never hold a release.
func (d Debt) holds(r Release, b *Build) bool {
	if !d.Open() || d.Release == r.Number || d.System != r.Content.System || r.Content.Type == Emergency {
		return false
	}
	switch d.Kind {
	case MergeInFlight:
		if d.Target != r.Number {
			return false
		}
	case Retrospective:
		return r.Content.Type == Patch
	case MergeNext:
	}
	_, _, carried := d.carried(r, b)
	return !carried
}

// DebtBlockers returns what emergencies of its system still owe that keeps a
// release from its Go/No-Go and its deployment (R98, M6). Each fix is named once.
func DebtBlockers(debts []Debt, r Release, b *Build, p *Programme) []Blocker {
	var blockers []Blocker
	for _, d := range debts {
		named := d.Kind == MergeNext && slices.ContainsFunc(debts, func(o Debt) bool {
			return o.Kind == MergeInFlight && o.Release == d.Release && o.holds(r, b)
		})
		if !d.holds(r, b) || named {
			continue
		}
		blockers = append(blockers, d.blocker(r, p))
	}
	return blockers
}

func (d Debt) blocker(r Release, p *Programme) Blocker {
	b := Blocker{Key: d.Subject(), What: d.What(), Role: ReleaseManager, By: d.Due}
	owner := d.Owner
	if d.Kind.Merge() {
		b.What = fmt.Sprintf("The fix of emergency %s is missing: neither its content nor its build names %s.", ReleaseName(d.Release), d.fix())
		b.Act, b.Label, owner = "/release edit "+r.Name(), "Add the fix", r.Content.Owner
	} else {
		b.Act, b.Label = fmt.Sprintf("/release settle %d", d.ID), "Show the retrospective"
	}
	b.People = p.orManagers(owner)
	return b
}

// orManagers returns a person who is active, else the programme's release
// managers: nothing is left to somebody who is gone.
func (p *Programme) orManagers(id PersonID) []PersonID {
	if x, ok := p.Person(id); ok && !x.Retired {
		return []PersonID{id}
	}
	return ids(p.HoldersAmong(ReleaseManager, ProgrammeParty))
}

func ids(people []Person) []PersonID {
	all := make([]PersonID, len(people))
	for i, x := range people {
		all[i] = x.ID
	}
	return all
}

// MaySettle tells whether a person may show the retrospective of a party's
// emergency: its owner, the provider's release manager, or the programme's.
func (p *Programme) MaySettle(x Person, d Debt) bool {
	programme := slices.ContainsFunc(p.HoldersAmong(ReleaseManager, ProgrammeParty), func(o Person) bool { return o.ID == x.ID })
	return !x.Retired && (x.ID == d.Owner || x.Holds(ReleaseManager, d.Party) || programme)
}

// OverdueRetrospective returns the retrospective that a party owes the longest
// past its day, if there is one: its next emergency needs the escalation point (T27).
func OverdueRetrospective(debts []Debt, party PartyID, now time.Time) (Debt, bool) {
	var first Debt
	for _, d := range debts {
		if d.Kind == Retrospective && d.Party == party && d.Overdue(now) && (first.ID == 0 || d.Due.Before(first.Due)) {
			first = d
		}
	}
	return first, first.ID != 0
}
