package bot

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
)

// arrears is what the fake store keeps of debts and of who was told. Its slices are
// replaced, never changed in place.
type arrears struct {
	owed []release.Debt
	told []release.Telling
}

// Debt finds a debt.
func (a *arrears) Debt(id int64, _ release.Lock) (release.Debt, error) {
	if id < 1 || id > int64(len(a.owed)) {
		return release.Debt{}, release.ErrNotFound
	}
	return a.owed[id-1], nil
}

// FindDebts finds debts by the day they are due.
func (a *arrears) FindDebts(f release.DebtFilter) ([]release.Debt, error) {
	found := slices.DeleteFunc(slices.Clone(a.owed), func(d release.Debt) bool {
		return (f.Open && !d.Open()) || (f.System != "" && f.System != d.System) || (f.Release != 0 && f.Release != d.Release) ||
			(f.Target != 0 && f.Target != d.Target && f.Target != d.SettledIn) || (f.Owner != "" && f.Owner != d.Owner)
	})
	slices.SortStableFunc(found, func(x, y release.Debt) int { return cmp.Or(x.Due.Compare(y.Due), cmp.Compare(x.ID, y.ID)) })
	return found, nil
}

// AddDebt keeps a new debt.
func (a *arrears) AddDebt(d *release.Debt) error {
	d.ID = int64(len(a.owed) + 1)
	a.owed = append(slices.Clone(a.owed), *d)
	return nil
}

// SaveDebt keeps a changed debt.
func (a *arrears) SaveDebt(d release.Debt) error {
	if d.ID < 1 || d.ID > int64(len(a.owed)) {
		return release.ErrNotFound
	}
	a.owed = slices.Clone(a.owed)
	a.owed[d.ID-1] = d
	return nil
}

// Tellings finds what was told.
func (a *arrears) Tellings(things []string, since time.Time) ([]release.Telling, error) {
	return slices.DeleteFunc(slices.Clone(a.told), func(t release.Telling) bool {
		return !slices.Contains(things, t.Thing) && t.At.Before(since)
	}), nil
}

// AddTelling keeps that somebody was told.
func (a *arrears) AddTelling(t release.Telling) error {
	if slices.ContainsFunc(a.told, func(o release.Telling) bool {
		return o.Thing == t.Thing && o.Level == t.Level && o.Person == t.Person
	}) {
		return fmt.Errorf("%s was told of %s before", t.Person, t.Thing)
	}
	a.told = append(slices.Clone(a.told), t)
	return nil
}
