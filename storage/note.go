package storage

import (
	"errors"
	"fmt"

	"gorm.io/gorm/clause"

	"gonogo.dev/release"
)

// noteDraftRow is the note of a release while it is written.
type noteDraftRow struct {
	Release  int `gorm:"primaryKey;autoIncrement:false"`
	Revision int
	Note     document[release.ReleaseNote]
	ByPerson string
	At       instant
}

// TableName names the table.
func (noteDraftRow) TableName() string { return "note_drafts" }

func toNoteDraftRow(d release.NoteDraft) noteDraftRow {
	return noteDraftRow{
		Release: d.Release, Revision: d.Revision, Note: document[release.ReleaseNote]{d.Note}, ByPerson: string(d.By), At: instant(d.At),
	}
}

// noteRow is a note that was handed in. Rows are added and never changed.
type noteRow struct {
	Release  int `gorm:"primaryKey;autoIncrement:false"`
	Version  int `gorm:"primaryKey;autoIncrement:false"`
	Note     document[release.ReleaseNote]
	Digest   string
	Build    int64
	ByPerson string
	At       instant
}

// TableName names the table.
func (noteRow) TableName() string { return "notes" }

func (r noteRow) note() release.SubmittedNote {
	return release.SubmittedNote{
		Release: r.Release, Version: r.Version, Note: r.Note.V, Digest: r.Digest, Build: r.Build,
		By: release.PersonID(r.ByPerson), At: r.At.time(),
	}
}

// NoteDraft loads the draft of a release's note.
func (t *tx) NoteDraft(number int) (release.NoteDraft, error) {
	row, err := one[noteDraftRow](t.q().Where("release = ?", number))
	if err != nil {
		return release.NoteDraft{}, fmt.Errorf("load the draft of the note of %s: %w", release.ReleaseName(number), err)
	}
	return release.NoteDraft{
		Release: row.Release, Revision: row.Revision, Note: row.Note.V, By: release.PersonID(row.ByPerson), At: row.At.time(),
	}, nil
}

// SaveNoteDraft keeps a draft. A new one that somebody else began meanwhile is
// stale, as is a change of an older one.
func (t *tx) SaveNoteDraft(d *release.NoteDraft) error {
	name := "the draft of the note of " + release.ReleaseName(d.Release)
	saved := *d
	saved.Revision++
	row := toNoteDraftRow(saved)
	q := t.q().Model(&row).Where("revision = ?", d.Revision).Select(everyColumn).Updates(&row)
	if d.Revision == 0 {
		q = t.q().Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	}
	if q.Error != nil {
		return fmt.Errorf("save %s: %w", name, q.Error)
	}
	if q.RowsAffected == 0 {
		kept, err := t.NoteDraft(d.Release)
		if err != nil && !errors.Is(err, release.ErrNotFound) {
			return err
		}
		return stale(name, d.Revision, kept.Revision)
	}
	*d = saved
	return nil
}

// NotesOf returns the notes handed in for a release, the newest first.
func (t *tx) NotesOf(number int) ([]release.SubmittedNote, error) {
	var rows []noteRow
	if err := t.q().Where("release = ?", number).Order("version DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the notes of %s: %w", release.ReleaseName(number), err)
	}
	all := make([]release.SubmittedNote, len(rows))
	for i, r := range rows {
		all[i] = r.note()
	}
	return all, nil
}

// AddNote allocates the next version of the release's note and keeps it.
func (t *tx) AddNote(n *release.SubmittedNote) error {
	var last int
	const newest = `SELECT coalesce(max(version), 0) FROM notes WHERE release = ?`
	if err := t.q().Raw(newest, n.Release).Row().Scan(&last); err != nil {
		return fmt.Errorf("allocate the version of a note of %s: %w", release.ReleaseName(n.Release), err)
	}
	row := noteRow{
		Release: n.Release, Version: last + 1, Note: document[release.ReleaseNote]{n.Note}, Digest: n.Digest, Build: n.Build,
		ByPerson: string(n.By), At: instant(n.At),
	}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add version %d of the note of %s: %w", row.Version, release.ReleaseName(n.Release), err)
	}
	n.Version = row.Version
	return nil
}
