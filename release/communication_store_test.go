package release_test

import (
	"slices"
	"time"

	"gonogo.dev/release"
)

// Announced is what the memory keeps of communication plans. Its slices are
// replaced, never changed in place.
type Announced struct {
	Lines []release.Communication
	Heard []release.Hearing
}

// Communication finds a line.
func (m *Announced) Communication(id int64, _ release.Lock) (release.Communication, error) {
	if id < 1 || id > int64(len(m.Lines)) {
		return release.Communication{}, release.ErrNotFound
	}
	return m.Lines[id-1], nil
}

// FindCommunications finds lines by their id.
func (m *Announced) FindCommunications(f release.CommunicationFilter) ([]release.Communication, error) {
	return slices.DeleteFunc(slices.Clone(m.Lines), func(c release.Communication) bool {
		return (f.Release != 0 && f.Release != c.Release) || (f.Unsent && !c.Open()) ||
			(!f.Due.IsZero() && (!c.Open() || c.Due.IsZero() || c.Due.After(f.Due)))
	}), nil
}

// AddCommunication keeps a new line.
func (m *Announced) AddCommunication(c *release.Communication) error {
	c.ID, c.Revision = int64(len(m.Lines)+1), 1
	m.Lines = append(slices.Clone(m.Lines), *c)
	return nil
}

// SaveCommunication keeps a changed line.
func (m *Announced) SaveCommunication(c *release.Communication) error {
	kept, err := m.Communication(c.ID, release.NoLock)
	if err != nil {
		return err
	}
	if kept.Revision != c.Revision {
		return &release.Refusal{Code: release.CodeStale, What: "stale"}
	}
	c.Revision++
	m.Lines = slices.Clone(m.Lines)
	m.Lines[c.ID-1] = *c
	return nil
}

// AddHearings keeps whom a line was sent to.
func (m *Announced) AddHearings(all []release.Hearing) error {
	for _, h := range all {
		if m.heard(h.Communication, h.Person) < 0 {
			m.Heard = append(slices.Clone(m.Heard), h)
		}
	}
	return nil
}

func (m *Announced) heard(id int64, person release.PersonID) int {
	return slices.IndexFunc(m.Heard, func(h release.Hearing) bool { return h.Communication == id && h.Person == person })
}

// Hearings finds whom a release's lines were sent to.
func (m *Announced) Hearings(number int) ([]release.Hearing, error) {
	found := slices.DeleteFunc(slices.Clone(m.Heard), func(h release.Hearing) bool { return h.Release != number })
	for i := range found {
		found[i].State = release.OnItsWay
	}
	return found, nil
}

// Confirm keeps that somebody confirmed.
func (m *Announced) Confirm(id int64, person release.PersonID, how release.ConfirmRoad, at time.Time) (bool, error) {
	i := m.heard(id, person)
	if i < 0 || !m.Heard[i].ConfirmedAt.IsZero() {
		return false, nil
	}
	m.Heard = slices.Clone(m.Heard)
	m.Heard[i].ConfirmedAt, m.Heard[i].How = at, how
	return true, nil
}
