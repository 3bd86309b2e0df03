package storage

import (
	"errors"
	"fmt"
	"time"

	"gonogo.dev/release"
)

// rfcRow is a row of rfcs and, as one of its revisions, of rfc_revisions.
type rfcRow struct {
	Number    int `gorm:"primaryKey;autoIncrement:false"`
	Revision  int
	State     string
	Release   string
	Content   document[release.RFCContent]
	RaisedBy  string
	CreatedAt instant
	RaisedAt  instant
	UpdatedAt instant `gorm:"autoUpdateTime:false"`
	UpdatedBy string
	Programme int
	Ended     string
}

const (
	rfcTable      = "rfcs"
	revisionTable = "rfc_revisions"
)

// TableName names the table.
func (rfcRow) TableName() string { return rfcTable }

func toRFCRow(r release.RFC) rfcRow {
	c := r.Content
	c.Window.From, c.Window.To = border(c.Window.From), border(c.Window.To)
	return rfcRow{
		Number: r.Number, Revision: r.Revision, State: string(r.State), Release: c.Release,
		Content: document[release.RFCContent]{c}, RaisedBy: string(r.RaisedBy),
		CreatedAt: instant(r.CreatedAt), RaisedAt: instant(r.RaisedAt), UpdatedAt: instant(r.UpdatedAt),
		UpdatedBy: string(r.UpdatedBy), Programme: r.Programme, Ended: r.Ended,
	}
}

func (r rfcRow) rfc() release.RFC {
	return release.RFC{
		Number: r.Number, Revision: r.Revision, State: release.RFCState(r.State), Content: r.Content.V,
		RaisedBy: release.PersonID(r.RaisedBy), CreatedAt: r.CreatedAt.time(), RaisedAt: r.RaisedAt.time(),
		UpdatedAt: r.UpdatedAt.time(), UpdatedBy: release.PersonID(r.UpdatedBy), Programme: r.Programme, Ended: r.Ended,
	}
}

// border brings an instant inside a document to what the database keeps.
func border(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }

// RFC loads an RFC.
func (t *tx) RFC(number int, lock release.Lock) (release.RFC, error) {
	row, err := one[rfcRow](t.locked(lock).Where("number = ?", number))
	if err != nil {
		return release.RFC{}, fmt.Errorf("load %s: %w", release.RFCName(number), err)
	}
	return row.rfc(), nil
}

// FindRFCs returns RFCs by descending number.
func (t *tx) FindRFCs(f release.RFCFilter) ([]release.RFC, error) {
	q := t.q().Order("number DESC")
	if len(f.Numbers) > 0 {
		q = q.Where("number IN ?", f.Numbers)
	}
	if len(f.States) > 0 {
		q = q.Where("state IN ?", f.States)
	}
	if f.RaisedBy != "" {
		q = q.Where("raised_by = ?", storable(string(f.RaisedBy)))
	}
	if f.Release != "" {
		q = q.Where("release = ?", storable(f.Release))
	}
	if f.Below > 0 {
		q = q.Where("number < ?", f.Below)
	}
	if f.Limit > 0 && f.Over.IsZero() {
		q = q.Limit(f.Limit)
	}
	var rows []rfcRow
	if err := over(q, f.Over).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find RFCs: %w", err)
	}
	found := rfcs(rows)
	if !f.Over.IsZero() {
		found = within(found, f.Over, f.Limit, func(r release.RFC) release.Window { return r.Content.Window })
	}
	return found, nil
}

func rfcs(rows []rfcRow) []release.RFC {
	all := make([]release.RFC, len(rows))
	for i, r := range rows {
		all[i] = r.rfc()
	}
	return all
}

// AddRFC allocates the next number: the counter's row is locked until the
// transaction ends, so that two at once get two numbers and none is lost.
func (t *tx) AddRFC(r *release.RFC) error {
	var number int
	const next = `UPDATE counters SET value = value + 1 WHERE name = 'rfc' RETURNING value`
	if err := t.q().Raw(next).Row().Scan(&number); err != nil {
		return fmt.Errorf("allocate the number of an RFC: %w", err)
	}
	added := *r
	added.Number, added.Revision = number, 1
	row := toRFCRow(added)
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add %s: %w", added.Name(), err)
	}
	if err := t.addRevision(row); err != nil {
		return err
	}
	*r = added
	return nil
}

// SaveRFC keeps a new revision.
func (t *tx) SaveRFC(r *release.RFC) error {
	saved := *r
	saved.Revision++
	row := toRFCRow(saved)
	done := t.q().Model(&row).Where("revision = ?", r.Revision).Select(everyColumn).Updates(&row)
	if done.Error != nil {
		return fmt.Errorf("save %s: %w", r.Name(), done.Error)
	}
	if done.RowsAffected == 0 {
		return t.whyNotSaved(r)
	}
	if err := t.addRevision(row); err != nil {
		return err
	}
	*r = saved
	return nil
}

func (t *tx) whyNotSaved(r *release.RFC) error {
	kept, err := t.RFC(r.Number, release.NoLock)
	if errors.Is(err, release.ErrNotFound) || err != nil {
		return err
	}
	return stale(r.Name(), r.Revision, kept.Revision)
}

// stale refuses a change that was made on an older revision than the kept one.
func stale(name string, made, kept int) error {
	return &release.Refusal{
		Code: release.CodeStale, What: "Your change to " + name + " was not kept.",
		Why:  fmt.Sprintf("It was made on revision %d, and revision %d is the newest.", made, kept),
		Next: "Open it again to see the newer version.",
	}
}

func (t *tx) addRevision(row rfcRow) error {
	if err := t.q().Table(revisionTable).Create(&row).Error; err != nil {
		return fmt.Errorf("keep revision %d of %s: %w", row.Revision, release.RFCName(row.Number), err)
	}
	return nil
}
