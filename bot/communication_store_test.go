package bot

import (
	"slices"
	"time"

	"gonogo.dev/release"
)

// announced is what the memory keeps of communication plans. Its slices are
// replaced, never changed in place.
type announced struct {
	lines   []release.Communication
	heardOf []release.Hearing
}

// Communication finds a line.
func (m *announced) Communication(id int64, _ release.Lock) (release.Communication, error) {
	if id < 1 || id > int64(len(m.lines)) {
		return release.Communication{}, release.ErrNotFound
	}
	return m.lines[id-1], nil
}

// FindCommunications finds lines by their id.
func (m *announced) FindCommunications(f release.CommunicationFilter) ([]release.Communication, error) {
	return slices.DeleteFunc(slices.Clone(m.lines), func(c release.Communication) bool {
		return (f.Release != 0 && f.Release != c.Release) || (f.Unsent && !c.Open()) ||
			(!f.Due.IsZero() && (!c.Open() || c.Due.IsZero() || c.Due.After(f.Due)))
	}), nil
}

// AddCommunication keeps a new line.
func (m *announced) AddCommunication(c *release.Communication) error {
	c.ID, c.Revision = int64(len(m.lines)+1), 1
	m.lines = append(slices.Clone(m.lines), *c)
	return nil
}

// SaveCommunication keeps a changed line.
func (m *announced) SaveCommunication(c *release.Communication) error {
	kept, err := m.Communication(c.ID, release.NoLock)
	if err != nil {
		return err
	}
	if kept.Revision != c.Revision {
		return &release.Refusal{Code: release.CodeStale, What: "stale"}
	}
	c.Revision++
	m.lines = slices.Clone(m.lines)
	m.lines[c.ID-1] = *c
	return nil
}

// AddHearings keeps whom a line was sent to.
func (m *announced) AddHearings(all []release.Hearing) error {
	for _, h := range all {
		if m.hearing(h.Communication, h.Person) < 0 {
			m.heardOf = append(slices.Clone(m.heardOf), h)
		}
	}
	return nil
}

func (m *announced) hearing(id int64, person release.PersonID) int {
	return slices.IndexFunc(m.heardOf, func(h release.Hearing) bool { return h.Communication == id && h.Person == person })
}

// Hearings finds whom a release's lines were sent to.
func (m *announced) Hearings(number int) ([]release.Hearing, error) {
	found := slices.DeleteFunc(slices.Clone(m.heardOf), func(h release.Hearing) bool { return h.Release != number })
	for i := range found {
		found[i].State = release.OnItsWay
	}
	return found, nil
}

// Confirm keeps that somebody confirmed.
func (m *announced) Confirm(id int64, person release.PersonID, how release.ConfirmRoad, at time.Time) (bool, error) {
	i := m.hearing(id, person)
	if i < 0 || !m.heardOf[i].ConfirmedAt.IsZero() {
		return false, nil
	}
	m.heardOf = slices.Clone(m.heardOf)
	m.heardOf[i].ConfirmedAt, m.heardOf[i].How = at, how
	return true, nil
}
