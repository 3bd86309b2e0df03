package storage

import (
	"bytes"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// walkPage is how many rows a walk over the ledger holds at a time.
const walkPage = 2000

// entryWalk gives the sealed entries in the order of the log.
type entryWalk struct {
	t     *tx
	page  []entryRow
	begun bool
	last  int64 // the place of the last entry of the page before
}

// next returns the next entry, nil behind the last.
func (w *entryWalk) next() (*entryRow, error) {
	if len(w.page) == 0 {
		q := w.t.q().Where("sealed_index IS NOT NULL")
		if w.begun {
			q = w.t.q().Where("sealed_index > ?", w.last)
		}
		if err := q.Order("sealed_index").Limit(walkPage).Find(&w.page).Error; err != nil {
			return nil, fmt.Errorf("load entries behind place %d: %w", w.last, err)
		}
		if len(w.page) == 0 {
			return nil, nil //nolint:nilnil // the end
		}
		w.begun, w.last = true, *w.page[len(w.page)-1].SealedIndex
	}
	row := &w.page[0]
	w.page = w.page[1:]
	return row, nil
}

// hashWalk gives the kept hashes in the order of the log.
type hashWalk struct {
	t    *tx
	page []hashRow
	next int64
}

func (w *hashWalk) read() (*hashRow, error) {
	if len(w.page) == 0 {
		if err := w.t.q().Where("id >= ?", w.next).Order("id").Limit(walkPage).Find(&w.page).Error; err != nil {
			return nil, fmt.Errorf("load hashes from %d: %w", w.next, err)
		}
		if len(w.page) == 0 {
			return nil, nil //nolint:nilnil // the end
		}
	}
	row := &w.page[0]
	w.page = w.page[1:]
	w.next = row.ID + 1
	return row, nil
}

// compare holds the hashes of an entry against those that were kept when it was
// sealed.
func (w *hashWalk) compare(index, entry int64, fresh []tlog.Hash) (*LedgerFault, error) {
	first := tlog.StoredHashIndex(0, index)
	for level, h := range fresh {
		kept, err := w.read()
		if err != nil {
			return nil, err
		}
		switch {
		case kept == nil || kept.ID != first+int64(level):
			return &LedgerFault{Index: index, Entry: entry, Why: fmt.Sprintf("hash %d of the log is missing", first+int64(level))}, nil
		case bytes.Equal(kept.Hash, h[:]):
		case level > 0:
			return &LedgerFault{Index: index, Entry: entry, Why: "a hash over this entry and others before it was changed"}, nil
		default:
			return w.whatHappened(index, entry, h)
		}
	}
	return nil, nil //nolint:nilnil // they fit
}

// whatHappened tells an entry that was changed from one that was moved.
func (w *hashWalk) whatHappened(index, entry int64, h tlog.Hash) (*LedgerFault, error) {
	var elsewhere []int64
	if err := w.t.q().Model(&hashRow{}).Where("hash = ?", h[:]).Limit(1).Pluck("id", &elsewhere).Error; err != nil {
		return nil, fmt.Errorf("look for the hash of entry %d: %w", entry, err)
	}
	why := "the entry was changed after it was sealed"
	if len(elsewhere) > 0 {
		_, place := tlog.SplitStoredHashIndex(elsewhere[0])
		why = fmt.Sprintf("the entry was sealed at place %d and moved here", place)
	}
	return &LedgerFault{Index: index, Entry: entry, Why: why}, nil
}

// end returns a fault when hashes are left behind the last entry.
func (w *hashWalk) end(size int64) (*LedgerFault, error) {
	left, err := w.read()
	if err != nil || left == nil {
		return nil, err
	}
	return &LedgerFault{Index: size, Why: "the log has hashes behind its last entry: entries were cut off"}, nil
}
