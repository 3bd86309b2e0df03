package storage

import (
	"context"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
	"gorm.io/gorm"

	"gonogo.dev/release"
)

// readRow is a sealed entry with what is known of its RFC.
type readRow struct {
	Entry entryRow `gorm:"embedded"`
	Kept  bool
}

// mostRead bounds what one page of the ledger reads.
const mostRead = 500

func (db *DB) readable(ctx context.Context) *tx { return &tx{gorm: db.gorm.WithContext(ctx), db: db} }

// LedgerPage returns sealed entries by descending place.
func (db *DB) LedgerPage(ctx context.Context, f release.LedgerFilter) ([]release.LedgerEntry, error) {
	t := db.readable(ctx)
	q := t.entries().Where("e.sealed_index IS NOT NULL").Limit(mostRead)
	if f.Limit > 0 && f.Limit < mostRead {
		q = q.Limit(f.Limit)
	}
	if f.Below > 0 {
		q = q.Where("e.sealed_index < ?", f.Below)
	}
	if len(f.Subjects) > 0 { // those of one thing are found by its index, and are few
		subjects := make([]string, len(f.Subjects))
		for i, s := range f.Subjects {
			subjects[i] = storable(s)
		}
		q = q.Where("e.subject IN ?", subjects)
	}
	var rows []readRow
	if err := q.Order("e.sealed_index DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read the ledger: %w", err)
	}
	all := make([]release.LedgerEntry, len(rows))
	for i, r := range rows {
		all[i] = r.entry()
	}
	return all, nil
}

// entries selects entries; the RFC of a draft, or of one that its author gave up,
// was never raised.
func (t *tx) entries() *gorm.DB {
	return t.q().Table("ledger_entries AS e").Joins("LEFT JOIN rfcs AS r ON r.number = e.rfc").
		Select("e.*, (r.number IS NOT NULL AND r.raised_at IS NULL) AS kept")
}

func (r readRow) entry() release.LedgerEntry {
	row := r.Entry
	e := release.LedgerEntry{
		Entry: release.Entry{
			At: row.At.time(), Kind: release.EntryKind(row.Kind), Subject: row.Subject, By: release.PersonID(row.ByPerson), RFC: row.RFC, Release: row.Release,
		},
		ID: row.ID, JSON: row.Data, Kept: r.Kept,
	}
	if row.Intent != nil {
		e.Intent = *row.Intent
	}
	if row.SealedIndex != nil {
		e.Index = *row.SealedIndex
	}
	return e
}

// LedgerSize returns how many entries are sealed.
func (db *DB) LedgerSize(ctx context.Context) (int64, error) {
	head, err := db.head(ctx)
	return head.Size, err
}

// LedgerProof returns the proof that the entry at a place is in the log that the
// newest checkpoint signs. It reads as many hashes as the log is high.
func (db *DB) LedgerProof(ctx context.Context, index int64) (release.LedgerProof, error) {
	var p release.LedgerProof
	err := db.snapshot(ctx, func(t *tx) error {
		head, err := one[headRow](t.q())
		if err != nil {
			return fmt.Errorf("load the ledger's head: %w", err)
		}
		row, err := one[readRow](t.entries().Where("e.sealed_index = ?", index))
		if err != nil {
			return err
		}
		p = release.LedgerProof{Entry: row.entry(), Checkpoint: head.Checkpoint, Verifier: head.Verifier}
		if p.Leaf, err = row.Entry.leaf(); err != nil {
			return err
		}
		return t.proveEntry(&p, head)
	})
	if err != nil {
		return p, fmt.Errorf("prove entry %d of the ledger: %w", index, err)
	}
	return p, nil
}

// proveEntry adds the way from the leaf to the root that the checkpoint signs.
func (t *tx) proveEntry(p *release.LedgerProof, head headRow) error {
	tree, err := head.open(head.Checkpoint)
	if err != nil {
		return err
	}
	path, err := tlog.ProveRecord(tree.N, p.Entry.Index, hashReader{t: t, fresh: map[int64]tlog.Hash{}})
	if err != nil {
		return fmt.Errorf("walk to the root: %w", err)
	}
	for _, h := range path {
		p.Path = append(p.Path, checkpointHash(h))
	}
	p.Size, p.Root, p.Hash = tree.N, checkpointHash(tree.Hash), checkpointHash(tlog.RecordHash(p.Leaf))
	return nil
}
