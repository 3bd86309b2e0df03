package storage

import (
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
