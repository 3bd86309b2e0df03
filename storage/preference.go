package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"gonogo.dev/release"
)

// unwantedRow is a stream of mail that a person switched off.
type unwantedRow struct {
	Person string `gorm:"primaryKey"`
	Stream string `gorm:"primaryKey"`
	At     instant
}

// TableName names the table.
func (unwantedRow) TableName() string { return "unwanted_mail" }

// Unwanted returns the streams that people switched off.
func (t *tx) Unwanted() (map[release.PersonID][]release.Stream, error) { return unwanted(t.q()) }

func unwanted(q *gorm.DB) (map[release.PersonID][]release.Stream, error) {
	var rows []unwantedRow
	if err := q.Order("person, stream").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the mail that people do not want: %w", err)
	}
	off := map[release.PersonID][]release.Stream{}
	for _, r := range rows {
		id := release.PersonID(r.Person)
		off[id] = append(off[id], release.Stream(r.Stream))
	}
	return off, nil
}

// SetWanted keeps whether a person wants a stream; the same twice changes nothing.
func (t *tx) SetWanted(id release.PersonID, s release.Stream, wanted bool, at time.Time) error {
	row := unwantedRow{Person: string(id), Stream: string(s), At: instant(at)}
	var done *gorm.DB
	if wanted {
		done = t.q().Delete(&row)
	} else {
		done = t.q().Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	}
	if err := done.Error; err != nil {
		return fmt.Errorf("keep whether %s wants %s: %w", id, s, err)
	}
	return nil
}

// errUnwanted says that the reader of a promised mail does without it by now.
var errUnwanted = errors.New("its reader switched this mail off")

// stillWanted returns errUnwanted for a mail whose reader switched its stream off
// after it was promised.
func (db *DB) stillWanted(ctx context.Context, n release.Notice) error {
	if !n.Optional() {
		return nil
	}
	off, err := unwanted(db.gorm.WithContext(ctx).Where("person = ?", string(n.To)))
	if err != nil {
		return fmt.Errorf("ask whether %s still wants %s: %w", n.To, n.Key, err)
	}
	if n.Unwanted(off[n.To]) {
		return errUnwanted
	}
	return nil
}
