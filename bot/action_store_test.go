package bot

import (
	"cmp"
	"slices"

	"gonogo.dev/release"
)

// aftermath is what the fake store keeps of work-off actions and of early life
// support. Its slices are replaced, never changed in place.
type aftermath struct {
	acted    []release.Action
	supports []release.Support
	troubles []release.SupportIssue
	outcomes []release.DissentOutcome
}

// Action finds a work-off action.
func (a *aftermath) Action(id int64, _ release.Lock) (release.Action, error) {
	if id < 1 || id > int64(len(a.acted)) {
		return release.Action{}, release.ErrNotFound
	}
	return a.acted[id-1], nil
}

// FindActions finds actions by the instant they are due.
func (a *aftermath) FindActions(f release.ActionFilter) ([]release.Action, error) {
	found := slices.DeleteFunc(slices.Clone(a.acted), func(x release.Action) bool {
		return (f.Open && !x.Open()) || (f.Release != 0 && f.Release != x.Release) || (f.Owner != "" && f.Owner != x.Owner) ||
			(f.Issue != 0 && f.Issue != x.Issue)
	})
	slices.SortStableFunc(found, func(x, y release.Action) int { return cmp.Or(x.Due.Compare(y.Due), cmp.Compare(x.ID, y.ID)) })
	return found, nil
}

// AddAction keeps a new action.
func (a *aftermath) AddAction(x *release.Action) error {
	x.ID = int64(len(a.acted) + 1)
	a.acted = append(slices.Clone(a.acted), *x)
	return nil
}

// SaveAction keeps a changed action.
func (a *aftermath) SaveAction(x release.Action) error {
	if x.ID < 1 || x.ID > int64(len(a.acted)) {
		return release.ErrNotFound
	}
	a.acted = slices.Clone(a.acted)
	a.acted[x.ID-1] = x
	return nil
}

// Support finds a release's support.
func (a *aftermath) Support(number int, _ release.Lock) (release.Support, error) {
	i := slices.IndexFunc(a.supports, func(s release.Support) bool { return s.Release == number })
	if i < 0 {
		return release.Support{}, release.ErrNotFound
	}
	return a.supports[i], nil
}

// FindSupports finds supports by their end.
func (a *aftermath) FindSupports(f release.SupportFilter) ([]release.Support, error) {
	found := slices.DeleteFunc(slices.Clone(a.supports), func(s release.Support) bool {
		return (f.System != "" && f.System != s.System) || (!f.Due.IsZero() && (!s.SummedAt.IsZero() || s.Until.After(f.Due))) ||
			(!f.At.IsZero() && !s.Covers(f.At))
	})
	slices.SortStableFunc(found, func(x, y release.Support) int {
		return cmp.Or(x.Until.Compare(y.Until), cmp.Compare(x.Release, y.Release))
	})
	return found, nil
}

// AddSupport keeps a release's support.
func (a *aftermath) AddSupport(s release.Support) error {
	a.supports = append(slices.Clone(a.supports), s)
	return nil
}

// SaveSupport keeps a changed support.
func (a *aftermath) SaveSupport(s release.Support) error {
	i := slices.IndexFunc(a.supports, func(o release.Support) bool { return o.Release == s.Release })
	if i < 0 {
		return release.ErrNotFound
	}
	a.supports = slices.Clone(a.supports)
	a.supports[i] = s
	return nil
}

// SupportIssue finds an issue.
func (a *aftermath) SupportIssue(id int64, _ release.Lock) (release.SupportIssue, error) {
	if id < 1 || id > int64(len(a.troubles)) {
		return release.SupportIssue{}, release.ErrNotFound
	}
	return a.troubles[id-1], nil
}

// SupportIssues finds a release's issues, the oldest first.
func (a *aftermath) SupportIssues(number int) ([]release.SupportIssue, error) {
	return slices.DeleteFunc(slices.Clone(a.troubles), func(x release.SupportIssue) bool { return x.Release != number }), nil
}

// AddSupportIssue keeps a new issue.
func (a *aftermath) AddSupportIssue(x *release.SupportIssue) error {
	x.ID = int64(len(a.troubles) + 1)
	a.troubles = append(slices.Clone(a.troubles), *x)
	return nil
}

// SaveSupportIssue keeps a changed issue.
func (a *aftermath) SaveSupportIssue(x release.SupportIssue) error {
	if x.ID < 1 || x.ID > int64(len(a.troubles)) {
		return release.ErrNotFound
	}
	a.troubles = slices.Clone(a.troubles)
	a.troubles[x.ID-1] = x
	return nil
}

// FindOutcomes finds what became of No-Gos.
func (a *aftermath) FindOutcomes(f release.DissentFilter) ([]release.DissentOutcome, error) {
	found := slices.DeleteFunc(slices.Clone(a.outcomes), func(o release.DissentOutcome) bool {
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
func (a *aftermath) SaveOutcome(o release.DissentOutcome) error {
	a.outcomes = slices.DeleteFunc(slices.Clone(a.outcomes), func(x release.DissentOutcome) bool { return x.Ballot == o.Ballot && x.Seat == o.Seat })
	a.outcomes = append(a.outcomes, o)
	return nil
}
