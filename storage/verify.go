package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// Verification is what recomputing the ledger showed.
type Verification struct {
	Size     int64 // entries in the log
	Unsealed int64 // entries that wait to be sealed
	Root     string
	Faults   []LedgerFault // none: everything fits
}

// OK tells whether everything fits.
func (v Verification) OK() bool { return len(v.Faults) == 0 }

// LedgerFault is something in the ledger that does not fit.
type LedgerFault struct {
	Index int64 // the place in the log, counted from 0; -1 when it is about the whole
	Entry int64 // the entry's id; 0 when there is none
	Why   string
}

// String returns the fault as one line.
func (f LedgerFault) String() string {
	switch {
	case f.Index < 0:
		return f.Why
	case f.Entry == 0:
		return fmt.Sprintf("place %d: %s", f.Index, f.Why)
	}
	return fmt.Sprintf("place %d, entry %d: %s", f.Index, f.Entry, f.Why)
}

// VerifyLedger recomputes the log from the entries. It names the first entry
// that was changed, moved, added or is missing, checks the signed checkpoint,
// and holds the log against older checkpoints, as mails carried them: each must
// be the log's own beginning. Then it holds the tables that the entries tell of
// against them: votes, ballots, the revisions of RFCs and releases, versions,
// builds and evidence. What is wrong is in the Verification; an error says that
// it could not be found out.
func (db *DB) VerifyLedger(ctx context.Context, older ...string) (Verification, error) {
	var v Verification
	err := db.snapshot(ctx, func(t *tx) error {
		var err error
		v, err = t.verify(older)
		return err
	})
	if err != nil {
		return v, fmt.Errorf("verify the ledger: %w", err)
	}
	return v, nil
}

// snapshot runs fn in a transaction that sees one state from beginning to end.
func (db *DB) snapshot(ctx context.Context, fn func(*tx) error) error {
	var how sql.TxOptions // SQLite has one connection, and so one state
	if db.dialect == onPostgres {
		how = sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
	}
	g := db.gorm.WithContext(ctx).Begin(&how)
	if g.Error != nil {
		return fmt.Errorf("begin: %w", g.Error)
	}
	return errors.Join(fn(&tx{gorm: g, db: db}), g.Rollback().Error)
}

func (t *tx) verify(older []string) (Verification, error) {
	head, err := one[headRow](t.q())
	if err != nil {
		return Verification{}, fmt.Errorf("load the ledger's head: %w", err)
	}
	v := Verification{Size: head.Size}
	if err := t.q().Model(&entryRow{}).Where("sealed_index IS NULL").Count(&v.Unsealed).Error; err != nil {
		return v, fmt.Errorf("count unsealed entries: %w", err)
	}
	trees := map[int64]tlog.Hash{} // the roots to be known, by size
	var marks []mark
	for i, checkpoint := range append([]string{head.Checkpoint}, older...) {
		m := mark{name: "the signed checkpoint"}
		if i > 0 {
			m.name = fmt.Sprintf("the older checkpoint %d", i)
		}
		if m.tree, m.err = head.open(checkpoint); m.err == nil {
			trees[m.tree.N] = tlog.Hash{}
		}
		marks = append(marks, m)
	}
	trees[head.Size] = tlog.Hash{}
	fault, err := t.recompute(head.Size, trees)
	if err != nil {
		return v, err
	}
	if fault != nil {
		v.Faults = append(v.Faults, *fault)
	}
	v.Root = checkpointHash(trees[head.Size])
	v.Faults = append(v.Faults, faultsOf(marks, head.Size, trees, fault)...)
	books, err := t.checkBooks()
	v.Faults = append(v.Faults, books...)
	return v, err
}

// mark is a checkpoint that the log is held against.
type mark struct {
	name string
	tree tlog.Tree
	err  error
}

func faultsOf(marks []mark, size int64, trees map[int64]tlog.Hash, first *LedgerFault) []LedgerFault {
	var faults []LedgerFault
	say := func(format string, args ...any) {
		faults = append(faults, LedgerFault{Index: -1, Why: fmt.Sprintf(format, args...)})
	}
	for i, m := range marks {
		switch {
		case m.err != nil:
			say("%s is not signed with the log's key: %v", m.name, m.err)
		case i == 0 && m.tree.N != size:
			say("%s is of %d entries, the log's head of %d", m.name, m.tree.N, size)
		case m.tree.N > size:
			say("%s is of %d entries, the log has only %d: it was cut", m.name, m.tree.N, size)
		case first != nil && first.Index < m.tree.N:
			continue // the fault was named, and a root behind it cannot fit
		case trees[m.tree.N] != m.tree.Hash:
			say("%s does not fit: its first %d entries are not those it was made of", m.name, m.tree.N)
		}
	}
	return faults
}

// recompute walks over the entries in the order of the log and returns the
// first that does not fit, and fills in the roots of the sizes asked for.
func (t *tx) recompute(size int64, trees map[int64]tlog.Hash) (*LedgerFault, error) {
	edge := frontier{}
	hashes := hashWalk{t: t}
	entries := entryWalk{t: t}
	for index := int64(0); ; index++ {
		if err := edge.root(index, trees); err != nil {
			return nil, err
		}
		row, err := entries.next()
		if err != nil {
			return nil, err
		}
		switch {
		case row == nil && index == size:
			return hashes.end(index)
		case row == nil || *row.SealedIndex > index && index < size:
			return &LedgerFault{Index: index, Why: "the entry is missing"}, nil
		case index >= size:
			return &LedgerFault{Index: *row.SealedIndex, Entry: row.ID, Why: "the entry is not in the log"}, nil
		case *row.SealedIndex < index:
			return &LedgerFault{Index: *row.SealedIndex, Entry: row.ID, Why: "the entry stands outside the log"}, nil
		}
		leaf, err := row.leaf()
		if err != nil {
			return nil, err
		}
		fresh, err := tlog.StoredHashes(index, leaf, edge)
		if err != nil {
			return nil, fmt.Errorf("hash entry %d: %w", row.ID, err)
		}
		if fault, err := hashes.compare(index, row.ID, fresh); fault != nil || err != nil {
			return fault, err
		}
		edge.add(index, fresh)
	}
}

// frontier is the newest complete hash of each level: all that the next leaf needs.
type frontier map[int]edgeHash

type edgeHash struct {
	index int64
	hash  tlog.Hash
}

func (f frontier) add(leaf int64, fresh []tlog.Hash) {
	first := tlog.StoredHashIndex(0, leaf)
	for level, h := range fresh {
		f[level] = edgeHash{first + int64(level), h}
	}
}

// ReadHashes returns the hashes at those places of the log.
func (f frontier) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		level, _ := tlog.SplitStoredHashIndex(index)
		if f[level].index != index || f[level].hash == (tlog.Hash{}) {
			return nil, fmt.Errorf("hash %d is not at the log's edge", index)
		}
		hashes[i] = f[level].hash
	}
	return hashes, nil
}

// root notes the root of the log at a size, if it is asked for.
func (f frontier) root(size int64, trees map[int64]tlog.Hash) error {
	if _, asked := trees[size]; !asked {
		return nil
	}
	h, err := tlog.TreeHash(size, f)
	if err != nil {
		return fmt.Errorf("hash the log of %d entries: %w", size, err)
	}
	trees[size] = h
	return nil
}
