package release_test

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
)

// Arrears is what the memory keeps of debts and of who was told. Its slices are
// replaced, never changed in place.
type Arrears struct {
	Owed []release.Debt
	Told []release.Telling
}

// Debt finds a debt.
func (a *Arrears) Debt(id int64, _ release.Lock) (release.Debt, error) {
	if id < 1 || id > int64(len(a.Owed)) {
		return release.Debt{}, release.ErrNotFound
	}
	return a.Owed[id-1], nil
}

// FindDebts finds debts by the day they are due.
func (a *Arrears) FindDebts(f release.DebtFilter) ([]release.Debt, error) {
	found := slices.DeleteFunc(slices.Clone(a.Owed), func(d release.Debt) bool {
		return (f.Open && !d.Open()) || (f.System != "" && f.System != d.System) || (f.Release != 0 && f.Release != d.Release) ||
			(f.Target != 0 && f.Target != d.Target && f.Target != d.SettledIn) || (f.Owner != "" && f.Owner != d.Owner)
	})
	slices.SortStableFunc(found, func(x, y release.Debt) int { return cmp.Or(x.Due.Compare(y.Due), cmp.Compare(x.ID, y.ID)) })
	return found, nil
}

// AddDebt keeps a new debt.
func (a *Arrears) AddDebt(d *release.Debt) error {
	d.ID = int64(len(a.Owed) + 1)
	a.Owed = append(slices.Clone(a.Owed), *d)
	return nil
}

// SaveDebt keeps a changed debt.
func (a *Arrears) SaveDebt(d release.Debt) error {
	if d.ID < 1 || d.ID > int64(len(a.Owed)) {
		return release.ErrNotFound
	}
	a.Owed = slices.Clone(a.Owed)
	a.Owed[d.ID-1] = d
	return nil
}

// Tellings finds what was told.
func (a *Arrears) Tellings(things []string, since time.Time) ([]release.Telling, error) {
	return slices.DeleteFunc(slices.Clone(a.Told), func(t release.Telling) bool {
		return !slices.Contains(things, t.Thing) && t.At.Before(since)
	}), nil
}

// AddTelling keeps that somebody was told.
func (a *Arrears) AddTelling(t release.Telling) error {
	if slices.ContainsFunc(a.Told, func(o release.Telling) bool {
		return o.Thing == t.Thing && o.Level == t.Level && o.Person == t.Person
	}) {
		return fmt.Errorf("%s was told of %s before", t.Person, t.Thing)
	}
	a.Told = append(slices.Clone(a.Told), t)
	return nil
}
