package release_test

import (
	"cmp"
	"slices"

	"gonogo.dev/release"
)

// Aftermath is what the memory keeps of work-off actions and of early life
// support. Its slices are replaced, never changed in place.
type Aftermath struct {
	Acted    []release.Action
	Supports []release.Support
	Troubles []release.SupportIssue
	Outcomes []release.DissentOutcome
}

// Action finds a work-off action.
func (a *Aftermath) Action(id int64, _ release.Lock) (release.Action, error) {
	if id < 1 || id > int64(len(a.Acted)) {
		return release.Action{}, release.ErrNotFound
	}
	return a.Acted[id-1], nil
}

// FindActions finds actions by the instant they are due.
func (a *Aftermath) FindActions(f release.ActionFilter) ([]release.Action, error) {
	found := slices.DeleteFunc(slices.Clone(a.Acted), func(x release.Action) bool {
		return (f.Open && !x.Open()) || (f.Release != 0 && f.Release != x.Release) || (f.Owner != "" && f.Owner != x.Owner) ||
			(f.Issue != 0 && f.Issue != x.Issue)
	})
	slices.SortStableFunc(found, func(x, y release.Action) int { return cmp.Or(x.Due.Compare(y.Due), cmp.Compare(x.ID, y.ID)) })
	return found, nil
}

// AddAction keeps a new action.
func (a *Aftermath) AddAction(x *release.Action) error {
	x.ID = int64(len(a.Acted) + 1)
	a.Acted = append(slices.Clone(a.Acted), *x)
	return nil
}

// SaveAction keeps a changed action.
func (a *Aftermath) SaveAction(x release.Action) error {
	if x.ID < 1 || x.ID > int64(len(a.Acted)) {
		return release.ErrNotFound
	}
	a.Acted = slices.Clone(a.Acted)
	a.Acted[x.ID-1] = x
	return nil
}

// Support finds a release's support.
func (a *Aftermath) Support(number int, _ release.Lock) (release.Support, error) {
	i := slices.IndexFunc(a.Supports, func(s release.Support) bool { return s.Release == number })
	if i < 0 {
		return release.Support{}, release.ErrNotFound
	}
	return a.Supports[i], nil
}

// FindSupports finds supports by their end.
func (a *Aftermath) FindSupports(f release.SupportFilter) ([]release.Support, error) {
	found := slices.DeleteFunc(slices.Clone(a.Supports), func(s release.Support) bool {
		return (f.System != "" && f.System != s.System) || (!f.Due.IsZero() && (!s.SummedAt.IsZero() || s.Until.After(f.Due))) ||
			(!f.At.IsZero() && !s.Covers(f.At))
	})
	slices.SortStableFunc(found, func(x, y release.Support) int {
		return cmp.Or(x.Until.Compare(y.Until), cmp.Compare(x.Release, y.Release))
	})
	return found, nil
}

// AddSupport keeps a release's support.
func (a *Aftermath) AddSupport(s release.Support) error {
	a.Supports = append(slices.Clone(a.Supports), s)
	return nil
}

// SaveSupport keeps a changed support.
func (a *Aftermath) SaveSupport(s release.Support) error {
	i := slices.IndexFunc(a.Supports, func(o release.Support) bool { return o.Release == s.Release })
	if i < 0 {
		return release.ErrNotFound
	}
	a.Supports = slices.Clone(a.Supports)
	a.Supports[i] = s
	return nil
}

// SupportIssue finds an issue.
func (a *Aftermath) SupportIssue(id int64, _ release.Lock) (release.SupportIssue, error) {
	if id < 1 || id > int64(len(a.Troubles)) {
		return release.SupportIssue{}, release.ErrNotFound
	}
	return a.Troubles[id-1], nil
}

// SupportIssues finds a release's issues, the oldest first.
func (a *Aftermath) SupportIssues(number int) ([]release.SupportIssue, error) {
	return slices.DeleteFunc(slices.Clone(a.Troubles), func(x release.SupportIssue) bool { return x.Release != number }), nil
}

// AddSupportIssue keeps a new issue.
func (a *Aftermath) AddSupportIssue(x *release.SupportIssue) error {
	x.ID = int64(len(a.Troubles) + 1)
	a.Troubles = append(slices.Clone(a.Troubles), *x)
	return nil
}

// SaveSupportIssue keeps a changed issue.
func (a *Aftermath) SaveSupportIssue(x release.SupportIssue) error {
	if x.ID < 1 || x.ID > int64(len(a.Troubles)) {
		return release.ErrNotFound
	}
	a.Troubles = slices.Clone(a.Troubles)
	a.Troubles[x.ID-1] = x
	return nil
}

// FindOutcomes finds what became of No-Gos.
func (a *Aftermath) FindOutcomes(f release.DissentFilter) ([]release.DissentOutcome, error) {
	found := slices.DeleteFunc(slices.Clone(a.Outcomes), func(o release.DissentOutcome) bool {
		return (f.Release != 0 && f.Release != o.Release) || (f.Function != "" && f.Function != o.Function)
	})
	slices.SortStableFunc(found, func(x, y release.DissentOutcome) int {
		return cmp.Or(cmp.Compare(y.Ballot, x.Ballot), cmp.Compare(x.Seat, y.Seat))
	})
	if f.Limit > 0 {
		found = found[:min(f.Limit, len(found))]
	}
	return found, nil
}

// SaveOutcome keeps what became of a No-Go.
func (a *Aftermath) SaveOutcome(o release.DissentOutcome) error {
	a.Outcomes = slices.DeleteFunc(slices.Clone(a.Outcomes), func(x release.DissentOutcome) bool { return x.Ballot == o.Ballot && x.Seat == o.Seat })
	a.Outcomes = append(a.Outcomes, o)
	return nil
}
