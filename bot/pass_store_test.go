package bot

import (
	"cmp"
	"slices"
	"time"

	"gonogo.dev/release"
)

// passages is what the fake store keeps of passes and sessions. Its slices are replaced,
// never changed in place.
type passages struct {
	passed []release.Pass
	visits []release.Session
}

// Pass finds a pass.
func (a *passages) Pass(id int64, _ release.Lock) (release.Pass, error) {
	return foundAccess(a.passed, func(x release.Pass) bool { return x.ID == id })
}

// PassBy finds a pass by its digest.
func (a *passages) PassBy(digest string, _ release.Lock) (release.Pass, error) {
	return foundAccess(a.passed, func(x release.Pass) bool { return digest != "" && x.Digest == digest })
}

// PassesOf finds a person's passes, the newest first.
func (a *passages) PassesOf(id release.PersonID, purpose release.PassPurpose, ballot int64, after time.Time) ([]release.Pass, error) {
	found := slices.DeleteFunc(slices.Clone(a.passed), func(x release.Pass) bool {
		return x.Person != id || x.Purpose != purpose || x.Ballot != ballot || !x.MadeAt.After(after)
	})
	slices.SortFunc(found, func(x, y release.Pass) int { return cmp.Or(y.MadeAt.Compare(x.MadeAt), cmp.Compare(y.ID, x.ID)) })
	return found, nil
}

// AddPass keeps a new pass.
func (a *passages) AddPass(x *release.Pass) error {
	x.ID = int64(len(a.passed) + 1)
	a.passed = append(slices.Clone(a.passed), *x)
	return nil
}

// SavePass keeps a changed pass.
func (a *passages) SavePass(x release.Pass) error {
	return replaceAccess(&a.passed, x, func(o release.Pass) bool { return o.ID == x.ID })
}

// SessionBy finds a session by its digest.
func (a *passages) SessionBy(digest string, _ release.Lock) (release.Session, error) {
	return foundAccess(a.visits, func(s release.Session) bool { return s.Digest == digest })
}

// SessionsOf finds a person's sessions that go on, the newest first.
func (a *passages) SessionsOf(id release.PersonID, after time.Time) ([]release.Session, error) {
	found := slices.DeleteFunc(slices.Clone(a.visits), func(s release.Session) bool {
		return s.Person != id || !s.EndedAt.IsZero() || !s.EndsAt.After(after)
	})
	slices.SortFunc(found, func(x, y release.Session) int { return cmp.Or(y.BeganAt.Compare(x.BeganAt), cmp.Compare(y.ID, x.ID)) })
	return found, nil
}

// AddSession keeps a new session.
func (a *passages) AddSession(s *release.Session) error {
	s.ID = int64(len(a.visits) + 1)
	a.visits = append(slices.Clone(a.visits), *s)
	return nil
}

// SaveSession keeps a changed session.
func (a *passages) SaveSession(s release.Session) error {
	return replaceAccess(&a.visits, s, func(o release.Session) bool { return o.ID == s.ID })
}

// ForgetAccess drops what ended before an instant. What is left keeps its place.
func (a *passages) ForgetAccess(before time.Time) error {
	a.passed, a.visits = slices.Clone(a.passed), slices.Clone(a.visits)
	for i, x := range a.passed {
		if x.EndsAt.Before(before) {
			a.passed[i] = release.Pass{}
		}
	}
	for i, x := range a.visits {
		if x.EndsAt.Before(before) {
			a.visits[i] = release.Session{}
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
