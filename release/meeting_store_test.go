package release_test

import (
	"encoding/json"
	"slices"
	"time"

	"gonogo.dev/release"
)

// Gatherings is what the memory keeps of meetings. Its slices are replaced,
// never changed in place.
type Gatherings struct{ Held []release.Meeting }

func (t *memoryTx) Meeting(id int64, _ release.Lock) (release.Meeting, error) {
	if id < 1 || id > int64(len(t.Held)) {
		return release.Meeting{}, release.ErrNotFound
	}
	m := t.Held[id-1]
	m.Attendees, m.Amendments = slices.Clone(m.Attendees), slices.Clone(m.Amendments)
	return m, nil
}

func (t *memoryTx) FindMeetings(f release.MeetingFilter) ([]release.Meeting, error) {
	var found []release.Meeting
	for _, m := range slices.Backward(t.Held) {
		running := m.State() == release.MeetingRunning
		fits := (f.Kind == "" || f.Kind == m.Kind) && (f.Release == 0 || f.Release == m.Release) &&
			(!f.Running || running) && (!f.Ended || !running)
		if fits && (f.Limit == 0 || len(found) < f.Limit) {
			found = append(found, m)
		}
	}
	return found, nil
}

func (t *memoryTx) DueMeetings(now time.Time) ([]int64, error) {
	var due []int64
	for _, m := range t.Held {
		if m.State() == release.MeetingOpen && !m.CorrectionsUntil.After(now) {
			due = append(due, m.ID)
		}
	}
	return due, nil
}

func (t *memoryTx) AddMeeting(m *release.Meeting) error {
	m.ID = int64(len(t.Held) + 1)
	t.Held = append(slices.Clone(t.Held), *m)
	return nil
}

func (t *memoryTx) SaveMeeting(m release.Meeting) error {
	m.Amendments = t.Held[m.ID-1].Amendments
	t.Held = slices.Clone(t.Held)
	t.Held[m.ID-1] = m
	return nil
}

func (t *memoryTx) AddAmendment(id int64, x release.Amendment) error {
	t.Held = slices.Clone(t.Held)
	t.Held[id-1].Amendments = append(slices.Clone(t.Held[id-1].Amendments), x)
	return nil
}

func (t *memoryTx) LastEntry() (int64, error) { return int64(len(t.Entries)), nil }

func (t *memoryTx) EntriesAfter(id int64, kinds []release.EntryKind) ([]release.LedgerLine, error) {
	var lines []release.LedgerLine
	for i, e := range t.Entries {
		if int64(i) < id || !slices.Contains(kinds, e.Kind) {
			continue
		}
		data, err := json.Marshal(e.Data)
		if err != nil {
			return nil, err
		}
		lines = append(lines, release.LedgerLine{
			ID: int64(i + 1), At: e.At, Kind: e.Kind, Subject: e.Subject, By: e.By, RFC: e.RFC, Data: data,
		})
	}
	return lines, nil
}
