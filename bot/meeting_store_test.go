package bot

import (
	"encoding/json"
	"slices"
	"time"

	"gonogo.dev/release"
)

// Meeting returns a meeting.
func (w *world) Meeting(id int64, _ release.Lock) (release.Meeting, error) {
	if id < 1 || id > int64(len(w.meetings)) {
		return release.Meeting{}, release.ErrNotFound
	}
	return w.meetings[id-1], nil
}

// FindMeetings returns meetings, the newest first.
func (w *world) FindMeetings(f release.MeetingFilter) ([]release.Meeting, error) {
	var found []release.Meeting
	for _, m := range slices.Backward(w.meetings) {
		running := m.State() == release.MeetingRunning
		fits := (f.Kind == "" || f.Kind == m.Kind) && (f.Release == 0 || f.Release == m.Release) &&
			(!f.Running || running) && (!f.Ended || !running)
		if fits && (f.Limit == 0 || len(found) < f.Limit) {
			found = append(found, m)
		}
	}
	return found, nil
}

// DueMeetings returns what is to be ratified.
func (w *world) DueMeetings(now time.Time) ([]int64, error) {
	var due []int64
	for _, m := range w.meetings {
		if m.State() == release.MeetingOpen && !m.CorrectionsUntil.After(now) {
			due = append(due, m.ID)
		}
	}
	return due, nil
}

// AddMeeting keeps a meeting.
func (w *world) AddMeeting(m *release.Meeting) error {
	m.ID = int64(len(w.meetings) + 1)
	w.meetings = append(slices.Clone(w.meetings), *m)
	return nil
}

// SaveMeeting keeps everything but the amendments.
func (w *world) SaveMeeting(m release.Meeting) error {
	m.Amendments = w.meetings[m.ID-1].Amendments
	w.meetings = slices.Clone(w.meetings)
	w.meetings[m.ID-1] = m
	return nil
}

// AddAmendment keeps what was said of a line.
func (w *world) AddAmendment(id int64, x release.Amendment) error {
	w.meetings = slices.Clone(w.meetings)
	w.meetings[id-1].Amendments = append(slices.Clone(w.meetings[id-1].Amendments), x)
	return nil
}

// LastEntry returns the ledger's end.
func (w *world) LastEntry() (int64, error) { return int64(len(w.entries)), nil }

// EntriesAfter returns entries behind one.
func (w *world) EntriesAfter(id int64, kinds []release.EntryKind) ([]release.LedgerLine, error) {
	var lines []release.LedgerLine
	for i, e := range w.entries {
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
