package reports

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
)

// Owing is one thing that is overdue.
type Owing struct {
	What  string
	Owner string // who it is with, by name
	Due   time.Time
	Act   string // the command that settles it; empty for none
}

// Owed is what is overdue of one organisation, the longest overdue first (R101).
type Owed struct {
	Party release.PartyID
	Name  string
	Items []Owing
}

// owed gathers everything that is overdue by whose it is: actions, debts,
// conditions, configuration issues, and what releases lack; the organisation with
// the most first.
func (f folding) owed(judged []Judged) []Owed {
	by := map[release.PartyID][]Owing{}
	add := func(party release.PartyID, x Owing) { by[party] = append(by[party], x) }
	for _, x := range f.Actions {
		if x.Overdue(f.At) {
			add(f.partyOf(x.Owner), Owing{
				What:  fmt.Sprintf("%s of %s: %s", upperFirst(x.Name()), release.ReleaseName(x.Release), short(x.What)),
				Owner: f.Programme.NameOf(x.Owner), Due: x.Due, Act: fmt.Sprintf("/release done %d", x.ID),
			})
		}
	}
	for _, d := range f.Debts {
		if d.Overdue(f.At) {
			add(d.Party, Owing{What: short(d.What()), Owner: f.Programme.NameOf(d.Owner), Due: d.Due})
		}
	}
	for _, c := range f.Conditions {
		r, ok := f.rfcs[c.RFC]
		if from := r.Content.Window.From; ok && r.State.Open() && !c.Met() && !f.At.Before(from) {
			add(f.partyOf(c.Owner), Owing{
				What: r.Name() + ", condition: " + short(c.Words), Owner: f.Programme.NameOf(c.Owner), Due: from, Act: fmt.Sprintf("/rfc met %d", c.RFC),
			})
		}
	}
	for _, i := range f.Doubts {
		if !f.At.Before(i.Due) {
			add(f.partyOf(i.Owner), Owing{What: short(i.What(f.Programme)), Owner: f.Programme.NameOf(i.Owner), Due: i.Due})
		}
	}
	for _, j := range judged {
		f.lacking(j, add)
	}
	var all []Owed
	for party, items := range by {
		slices.SortFunc(items, func(a, b Owing) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.What, b.What)) })
		all = append(all, Owed{Party: party, Name: partyName(f.Programme, party), Items: items})
	}
	slices.SortFunc(all, func(a, b Owed) int { return cmp.Or(len(b.Items)-len(a.Items), cmp.Compare(a.Name, b.Name)) })
	return all
}

// lacking adds what is overdue of a release itself.
func (f folding) lacking(j Judged, add func(release.PartyID, Owing)) {
	for _, b := range j.Overdue {
		if d, ok := f.debtKey(b.Key); ok && d.Overdue(f.At) {
			continue // told as the debt
		}
		party := j.Standing.Release.Provider(f.Programme)
		if len(b.People) > 0 {
			party = f.partyOf(b.People[0])
		}
		add(party, Owing{What: j.Standing.Release.Name() + ": " + short(b.What), Owner: f.names(b.People), Due: b.By, Act: b.Act})
	}
}

func (f folding) debtKey(key string) (release.Debt, bool) {
	for _, d := range f.Debts {
		if d.Subject() == key {
			return d, true
		}
	}
	return release.Debt{}, false
}

// partyOf is the organisation somebody works for; the programme's own where
// nobody knows.
func (f folding) partyOf(id release.PersonID) release.PartyID {
	if x, ok := f.Programme.Person(id); ok && len(x.Roles) > 0 {
		return x.Roles[0].Party
	}
	if own := f.Programme.PartiesOf(release.ProgrammeParty); len(own) > 0 {
		return own[0].ID
	}
	return ""
}

// names are the first few of several people.
func (f folding) names(ids []release.PersonID) string {
	var names []string
	for _, id := range ids[:min(len(ids), 3)] {
		names = append(names, f.Programme.NameOf(id))
	}
	if more := len(ids) - len(names); more > 0 {
		names = append(names, count(more, "other"))
	}
	return enumerated(names)
}
