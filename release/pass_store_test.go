package release_test

import (
	"cmp"
	"slices"
	"time"

	"gonogo.dev/release"
)

// Passages is what the memory keeps of passes and sessions. Its slices are replaced,
// never changed in place.
type Passages struct {
	Passed []release.Pass
	Visits []release.Session
}

// Pass finds a pass.
func (a *Passages) Pass(id int64, _ release.Lock) (release.Pass, error) {
	return foundAccess(a.Passed, func(x release.Pass) bool { return x.ID == id })
}

// PassBy finds a pass by its digest.
func (a *Passages) PassBy(digest string, _ release.Lock) (release.Pass, error) {
	return foundAccess(a.Passed, func(x release.Pass) bool { return digest != "" && x.Digest == digest })
}

// PassesOf finds a person's passes, the newest first.
func (a *Passages) PassesOf(id release.PersonID, purpose release.PassPurpose, ballot int64, after time.Time) ([]release.Pass, error) {
	found := slices.DeleteFunc(slices.Clone(a.Passed), func(x release.Pass) bool {
		return x.Person != id || x.Purpose != purpose || x.Ballot != ballot || !x.MadeAt.After(after)
	})
	slices.SortFunc(found, func(x, y release.Pass) int { return cmp.Or(y.MadeAt.Compare(x.MadeAt), cmp.Compare(y.ID, x.ID)) })
	return found, nil
}

// AddPass keeps a new pass.
func (a *Passages) AddPass(x *release.Pass) error {
	x.ID = int64(len(a.Passed) + 1)
	a.Passed = append(slices.Clone(a.Passed), *x)
	return nil
}

// SavePass keeps a changed pass.
func (a *Passages) SavePass(x release.Pass) error {
	return replaceAccess(&a.Passed, x, func(o release.Pass) bool { return o.ID == x.ID })
}

// SessionBy finds a session by its digest.
func (a *Passages) SessionBy(digest string, _ release.Lock) (release.Session, error) {
	return foundAccess(a.Visits, func(s release.Session) bool { return s.Digest == digest })
}

// SessionsOf finds a person's sessions that go on, the newest first.
func (a *Passages) SessionsOf(id release.PersonID, after time.Time) ([]release.Session, error) {
	found := slices.DeleteFunc(slices.Clone(a.Visits), func(s release.Session) bool {
		return s.Person != id || !s.EndedAt.IsZero() || !s.EndsAt.After(after)
	})
	slices.SortFunc(found, func(x, y release.Session) int { return cmp.Or(y.BeganAt.Compare(x.BeganAt), cmp.Compare(y.ID, x.ID)) })
	return found, nil
}

// AddSession keeps a new session.
func (a *Passages) AddSession(s *release.Session) error {
	s.ID = int64(len(a.Visits) + 1)
	a.Visits = append(slices.Clone(a.Visits), *s)
	return nil
}

// SaveSession keeps a changed session.
func (a *Passages) SaveSession(s release.Session) error {
	return replaceAccess(&a.Visits, s, func(o release.Session) bool { return o.ID == s.ID })
}

// ForgetAccess drops what ended before an instant. What is left keeps its place.
func (a *Passages) ForgetAccess(before time.Time) error {
	a.Passed, a.Visits = slices.Clone(a.Passed), slices.Clone(a.Visits)
	for i, x := range a.Passed {
		if x.EndsAt.Before(before) {
			a.Passed[i] = release.Pass{}
		}
	}
	for i, x := range a.Visits {
		if x.EndsAt.Before(before) {
			a.Visits[i] = release.Session{}
		}
	}
	return nil
}

func foundAccess[T any](all []T, is func(T) bool) (T, error) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], nil
	}
	var none T
	return none, release.ErrNotFound
}

func replaceAccess[T any](all *[]T, with T, is func(T) bool) error {
	i := slices.IndexFunc(*all, is)
	if i < 0 {
		return release.ErrNotFound
	}
	*all = slices.Clone(*all)
	(*all)[i] = with
	return nil
}
