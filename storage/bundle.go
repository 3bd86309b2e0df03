package storage

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
	"gorm.io/gorm"

	"gonogo.dev/release"
)

// BundleFacts reads what the evidence pack of a release is made of, at one moment:
// the entries that tell of it with their proofs, and the papers that they hold the
// digests of (M13). The sizes are of older logs that the checkpoint is joined to;
// those that were mailed since the release was planned are joined to it anyhow.
func (db *DB) BundleFacts(ctx context.Context, number int, sizes []int64) (release.BundleFacts, error) {
	var f release.BundleFacts
	err := db.snapshot(ctx, func(t *tx) error {
		var err error
		if f.Programme, err = t.Programme(); err != nil {
			return err
		}
		if f.Release, err = t.Release(number, release.NoLock); err != nil {
			return err
		}
		subjects, rfcs, err := t.bundled(&f)
		if err != nil {
			return err
		}
		return t.prove(&f, subjects, rfcs, sizes)
	})
	if err != nil {
		return f, fmt.Errorf("read the evidence of %s: %w", release.ReleaseName(number), err)
	}
	return f, nil
}

// bundled loads the papers of a release. It returns the subjects of entries that
// name neither the release nor its RFC, and the RFCs it ever had.
func (t *tx) bundled(f *release.BundleFacts) (subjects []string, rfcs []int, err error) {
	n := f.Release.Number
	q := t.q().Table(releaseRevisionTable).Where("number = ?", n)
	var versions []int
	if err := q.Session(&gorm.Session{}).Where("rfc <> 0").Distinct().Order("rfc").Pluck("rfc", &rfcs).Error; err != nil {
		return nil, nil, fmt.Errorf("find its RFCs: %w", err)
	}
	if err := q.Session(&gorm.Session{}).Distinct().Order("programme").Pluck("programme", &versions).Error; err != nil {
		return nil, nil, fmt.Errorf("find its programmes: %w", err)
	}
	for _, v := range versions {
		subjects = append(subjects, fmt.Sprintf("programme/%d", v))
	}
	for _, rfc := range rfcs {
		ballots, err := t.BallotsOf(rfc)
		if err != nil {
			return nil, nil, err
		}
		slices.Reverse(ballots) // the oldest first
		f.Ballots = append(f.Ballots, ballots...)
		subjects = append(subjects, release.RFC{Number: rfc}.Subject())
	}
	if f.Rollouts, err = t.FindRollouts(release.RolloutFilter{Release: n, Mode: release.LiveRollout}); err != nil {
		return nil, nil, err
	}
	for _, r := range f.Rollouts {
		subjects = append(subjects, r.Subject())
	}
	if f.Builds, err = t.BuildsOf(n); err != nil {
		return nil, nil, err
	}
	if f.Notes, err = t.NotesOf(n); err != nil {
		return nil, nil, err
	}
	f.Reviews, err = t.FindReviews(release.ReviewFilter{Release: n})
	return subjects, rfcs, err
}

// prove loads the sealed entries of a release, and proves them and the older logs
// against the checkpoint.
func (t *tx) prove(f *release.BundleFacts, subjects []string, rfcs []int, sizes []int64) error {
	head, err := one[headRow](t.q())
	if err != nil {
		return fmt.Errorf("load the ledger's head: %w", err)
	}
	f.Checkpoint, f.Verifier = head.Checkpoint, head.Verifier
	hashes := hashReader{t: t, fresh: map[int64]tlog.Hash{}}
	seen := map[int64]bool{}
	for _, q := range []*gorm.DB{
		t.q().Where("release <> 0 AND release = ?", f.Release.Number), t.q().Where("rfc <> 0 AND rfc IN ?", rfcs),
		t.q().Where("rfc = 0 AND release = 0 AND subject IN ?", subjects),
	} {
		var rows []entryRow
		if err := q.Where("sealed_index < ?", head.Size).Find(&rows).Error; err != nil {
			return fmt.Errorf("load its entries: %w", err)
		}
		for _, r := range rows {
			if r.SealedIndex == nil || seen[r.ID] {
				continue
			}
			seen[r.ID] = true
			e := release.SealedEntry{Index: *r.SealedIndex}
			if e.Leaf, err = r.leaf(); err != nil {
				return err
			}
			proof, err := tlog.ProveRecord(head.Size, e.Index, hashes)
			if err != nil {
				return fmt.Errorf("prove entry %d: %w", r.ID, err)
			}
			e.Proof = rawHashes(proof)
			f.Entries = append(f.Entries, e)
		}
	}
	slices.SortFunc(f.Entries, func(a, b release.SealedEntry) int { return int(a.Index - b.Index) })
	return t.bridge(f, head, sizes, hashes)
}

// bridge joins the checkpoint to older logs.
func (t *tx) bridge(f *release.BundleFacts, head headRow, sizes []int64, hashes hashReader) error {
	var mailed []string
	since := instant(f.Release.CreatedAt)
	err := t.q().Model(&runRow{}).Where("checkpoint <> '' AND at >= ?", since).Order("at").Pluck("checkpoint", &mailed).Error
	if err != nil {
		return fmt.Errorf("find the checkpoints that were mailed: %w", err)
	}
	for _, checkpoint := range mailed {
		tree, err := head.open(checkpoint)
		if err != nil {
			return err
		}
		sizes = append(sizes, tree.N)
	}
	slices.Sort(sizes)
	for _, size := range slices.Compact(sizes) {
		if size < 1 || size > head.Size {
			continue // nothing is before the first entry, and nothing behind the last
		}
		root, err := tlog.TreeHash(size, hashes)
		if err != nil {
			return fmt.Errorf("hash the log of %d entries: %w", size, err)
		}
		proof, err := tlog.ProveTree(head.Size, size, hashes)
		if err != nil {
			return fmt.Errorf("join the log of %d entries: %w", size, err)
		}
		f.Bridges = append(f.Bridges, release.Bridge{Size: size, Root: root, Proof: rawHashes(proof)})
	}
	return nil
}

func rawHashes(hashes []tlog.Hash) [][32]byte {
	raw := make([][32]byte, len(hashes))
	for i, h := range hashes {
		raw[i] = h
	}
	return raw
}

// decisionPrefix begins every DSSE pre-authentication encoding. A checkpoint begins
// with the log's name, and so can never be one: one key may sign both.
const decisionPrefix = "DSSEv1 "

// SignDecision signs a decision with the ledger's own key, so that whoever trusts a
// checkpoint trusts it (M13).
func (db *DB) SignDecision(ctx context.Context, encoding []byte) ([]byte, error) {
	if !bytes.HasPrefix(encoding, []byte(decisionPrefix)) {
		return nil, errors.New("sign a decision: it is not encoded as DSSE asks for")
	}
	head, err := db.head(ctx)
	if err != nil {
		return nil, err
	}
	// PRIVATE+KEY+name+hash+base64(algorithm, seed), as note.GenerateKey writes it.
	parts := strings.SplitN(head.Signer, "+", 5)
	raw, err := base64.StdEncoding.DecodeString(parts[len(parts)-1])
	if err != nil || len(parts) != 5 || len(raw) != 1+ed25519.SeedSize {
		return nil, errors.New("sign a decision: the ledger's key has another form")
	}
	return ed25519.Sign(ed25519.NewKeyFromSeed(raw[1:]), encoding), nil
}
