package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/riverqueue/river"
	"golang.org/x/mod/sumdb/tlog"
	"gorm.io/gorm/clause"

	"gonogo.dev/release"
)

// Seal takes the entries that committed since into the transparency log, in the
// order of their ids, signs a new checkpoint and asks for the cards of the RFCs
// and releases they touch. One sealer is at work at a time; another finds nothing to do.
func (db *DB) Seal(ctx context.Context) (Sealed, error) {
	var done Sealed
	err := db.within(ctx, func(t *tx) error {
		lock := clause.Locking{Strength: clause.LockingStrengthUpdate, Options: clause.LockingOptionsSkipLocked}
		head, err := one[headRow](t.q().Clauses(lock))
		if errors.Is(err, release.ErrNotFound) {
			return nil // somebody else seals
		}
		if err != nil {
			return fmt.Errorf("lock the ledger's head: %w", err)
		}
		var entries []entryRow
		if err := t.q().Where("sealed_index IS NULL").Order("id").Limit(sealBatch).Find(&entries).Error; err != nil {
			return fmt.Errorf("load unsealed entries: %w", err)
		}
		if len(entries) == 0 {
			return nil
		}
		if err := t.seal(&head, entries); err != nil {
			return err
		}
		done = sealedOf(entries, head.Size)
		if done.Ballots, err = t.closable(done.Ballots); err != nil {
			return err
		}
		if done.Cards, err = t.withReleases(done.Cards); err != nil {
			return err
		}
		return t.wantCards(done.Cards, head.Size)
	})
	if err != nil {
		return Sealed{}, fmt.Errorf("seal the ledger: %w", err)
	}
	return done, nil
}

// seal appends entries to the log and signs it.
func (t *tx) seal(head *headRow, entries []entryRow) error {
	hashes := hashReader{t: t, fresh: map[int64]tlog.Hash{}}
	var rows []hashRow
	for i, e := range entries {
		leaf, err := e.leaf()
		if err != nil {
			return err
		}
		index := head.Size + int64(i)
		stored, err := tlog.StoredHashes(index, leaf, hashes)
		if err != nil {
			return fmt.Errorf("hash entry %d: %w", e.ID, err)
		}
		first := tlog.StoredHashIndex(0, index)
		for j, h := range stored {
			hashes.fresh[first+int64(j)] = h
			rows = append(rows, hashRow{ID: first + int64(j), Hash: h[:]})
		}
	}
	if err := t.q().CreateInBatches(rows, 500).Error; err != nil {
		return fmt.Errorf("keep the hashes: %w", err)
	}
	if err := t.number(entries, head.Size); err != nil {
		return err
	}
	size := head.Size + int64(len(entries))
	root, err := tlog.TreeHash(size, hashes)
	if err != nil {
		return fmt.Errorf("hash the log: %w", err)
	}
	if head.Checkpoint, err = head.sign(tlog.Tree{N: size, Hash: root}); err != nil {
		return err
	}
	head.Size = size
	if err := t.q().Model(head).Select("size", "checkpoint").Updates(head).Error; err != nil {
		return fmt.Errorf("keep the checkpoint: %w", err)
	}
	return nil
}

// number gives the entries consecutive places in the log, in one statement.
func (t *tx) number(entries []entryRow, from int64) error {
	pairs := make([]string, len(entries))
	for i, e := range entries {
		pairs[i] = fmt.Sprintf("(%d, %d)", e.ID, from+int64(i))
	}
	number := `UPDATE ledger_entries SET sealed_index = place.column2 FROM (VALUES ` + strings.Join(pairs, ", ") +
		`) AS place WHERE id = place.column1`
	if err := t.q().Exec(number).Error; err != nil {
		return fmt.Errorf("number the entries: %w", err)
	}
	return nil
}

// sealedOf says what was touched. Settling looks at ballots with a new vote.
func sealedOf(entries []entryRow, size int64) Sealed {
	done := Sealed{Entries: len(entries), Size: size, More: len(entries) == sealBatch}
	for _, e := range entries {
		for _, card := range e.cards() {
			if !slices.Contains(done.Cards, card) {
				done.Cards = append(done.Cards, card)
			}
		}
		number, isBallot := strings.CutPrefix(e.Subject, "ballot/")
		id, err := strconv.ParseInt(number, 10, 64)
		if isBallot && err == nil && e.Kind == string(release.VoteCast) && !slices.Contains(done.Ballots, id) {
			done.Ballots = append(done.Ballots, id)
		}
	}
	return done
}

// closable returns those of the ballots that are open and past their minimum
// time: the others cannot be settled by a vote.
func (t *tx) closable(ballots []int64) ([]int64, error) {
	if len(ballots) == 0 {
		return nil, nil
	}
	var ids []int64
	err := t.q().Model(&ballotRow{}).Where("id IN ? AND state = ? AND minimum_until <= ?", ballots, release.BallotOpen, instant(t.db.now())).
		Order("id").Pluck("id", &ids).Error
	if err != nil {
		return nil, fmt.Errorf("find the votes that may close: %w", err)
	}
	return ids, nil
}

// withReleases adds the releases that the RFCs govern: their cards show how the
// RFC's votes stand.
func (t *tx) withReleases(subjects []string) ([]string, error) {
	var rfcs []int
	for _, subject := range subjects {
		if number, _ := release.CardOf(subject); number != 0 {
			rfcs = append(rfcs, number)
		}
	}
	if len(rfcs) == 0 {
		return subjects, nil
	}
	var numbers []int
	if err := t.q().Model(&releaseRow{}).Where("rfc <> 0 AND rfc IN ?", rfcs).Order("number").Pluck("number", &numbers).Error; err != nil {
		return nil, fmt.Errorf("find the releases of the RFCs: %w", err)
	}
	for _, number := range numbers {
		if card := (release.Release{Number: number}).Subject(); !slices.Contains(subjects, card) {
			subjects = append(subjects, card)
		}
	}
	return subjects, nil
}

func (t *tx) wantCards(subjects []string, change int64) error {
	jobs := make([]river.InsertManyParams, len(subjects))
	for i, subject := range subjects {
		if err := t.want(subject, change); err != nil {
			return err
		}
		jobs[i] = showJob(subject)
	}
	return t.enqueue(jobs)
}

// hashReader reads hashes of the log, the fresh ones from memory.
type hashReader struct {
	t     *tx
	fresh map[int64]tlog.Hash
}

// ReadHashes returns the hashes at those places.
func (r hashReader) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var missing []int64
	for _, i := range indexes {
		if _, ok := r.fresh[i]; !ok {
			missing = append(missing, i)
		}
	}
	if len(missing) > 0 {
		var rows []hashRow
		if err := r.t.q().Where("id IN ?", missing).Find(&rows).Error; err != nil {
			return nil, fmt.Errorf("read hashes: %w", err)
		}
		for _, row := range rows {
			r.fresh[row.ID] = tlog.Hash(row.Hash)
		}
	}
	hashes := make([]tlog.Hash, len(indexes))
	for n, i := range indexes {
		h, ok := r.fresh[i]
		if !ok {
			return nil, fmt.Errorf("hash %d of the log is missing", i)
		}
		hashes[n] = h
	}
	return hashes, nil
}
