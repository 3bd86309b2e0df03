package storage

import (
	"encoding/json"
	"fmt"

	"gonogo.dev/release"
)

// entryRow is one entry of the ledger. Rows are added and sealed, never changed.
type entryRow struct {
	ID          int64 `gorm:"primaryKey"`
	Intent      *string
	At          instant
	Kind        string
	Subject     string
	RFC         int `gorm:"column:rfc"`
	ByPerson    string
	Data        string
	SealedIndex *int64
	Release     int
}

// TableName names the table.
func (entryRow) TableName() string { return "ledger_entries" }

const insertEntry = `INSERT INTO ledger_entries (intent, at, kind, subject, rfc, release, by_person, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

// Append adds an entry to the ledger; ErrHandled when its intent is there. Of
// two transactions with one intent the second waits for the first to end.
func (t *tx) Append(e release.Entry) error {
	if e.Data == nil {
		e.Data = struct{}{}
	}
	data, err := canonical(e.Data)
	if err != nil {
		return fmt.Errorf("write the data of %s: %w", e.Kind, err)
	}
	var intent *string
	if e.Intent != "" {
		key := storable(e.Intent)
		intent = &key
	}
	values := []any{intent, instant(e.At), string(e.Kind), e.Subject, e.RFC, e.Release, string(e.By), data}
	if t.vote != nil {
		err = t.keepVoteWith(values)
	} else {
		err = t.gorm.Exec(insertEntry, values...).Error
	}
	if intent != nil && isDuplicate(err) {
		return release.ErrHandled
	}
	if err != nil {
		return fmt.Errorf("append %s of %s to the ledger: %w", e.Kind, e.Subject, err)
	}
	t.appended = true
	return nil
}

// leaf returns the bytes that the transparency log seals: everything of the
// entry, on one line but for its data, which follows as it is kept. An entry
// without a release has the bytes that it had before entries knew releases.
func (r entryRow) leaf() ([]byte, error) {
	head, err := json.Marshal(struct {
		ID      int64   `json:"id"`
		At      string  `json:"at"`
		Kind    string  `json:"kind"`
		Subject string  `json:"subject"`
		By      string  `json:"by"`
		RFC     int     `json:"rfc"`
		Intent  *string `json:"intent"`
		Release int     `json:"release,omitempty"`
	}{r.ID, r.At.time().UTC().Format(instantForm), r.Kind, r.Subject, r.ByPerson, r.RFC, r.Intent, r.Release})
	if err != nil {
		return nil, fmt.Errorf("write entry %d: %w", r.ID, err)
	}
	return append(append(head, '\n'), r.Data...), nil
}

// cards returns the subjects whose cards show the entry.
func (r entryRow) cards() []string {
	var subjects []string
	if r.RFC != 0 {
		subjects = append(subjects, release.RFC{Number: r.RFC}.Subject())
	}
	if r.Release != 0 {
		subjects = append(subjects, release.Release{Number: r.Release}.Subject())
	}
	if release.RolloutOf(r.Subject) != 0 {
		subjects = append(subjects, r.Subject)
	}
	if _, ok := release.ParseOperationCard(r.Subject); ok && r.RFC == 0 && r.Kind != string(release.OperationDrafted) {
		subjects = append(subjects, r.Subject)
	}
	return subjects
}
