package storage

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
	"gorm.io/gorm/clause"
)

// The ledger's transparency log has the form of RFC 6962: an entry's leaf is
// the hash of its bytes, inner hashes are kept as tlog lays them out, and the
// signed checkpoint is a note of three lines: origin, size, root hash.
const (
	logOrigin = "gonogo"
	sealBatch = 1000
)

// headRow is the log's key and its newest checkpoint.
type headRow struct {
	ID         int `gorm:"primaryKey;autoIncrement:false"`
	Signer     string
	Verifier   string
	Size       int64
	Checkpoint string
}

// TableName names the table.
func (headRow) TableName() string { return "ledger_head" }

type hashRow struct {
	ID   int64 `gorm:"primaryKey;autoIncrement:false"`
	Hash []byte
}

// TableName names the table.
func (hashRow) TableName() string { return "ledger_hashes" }

// makeLedgerKey gives the log its key and its empty checkpoint, once.
func (db *DB) makeLedgerKey(ctx context.Context) error {
	signer, verifier, err := note.GenerateKey(rand.Reader, logOrigin)
	if err != nil {
		return fmt.Errorf("generate the ledger's key: %w", err)
	}
	head := headRow{ID: 1, Signer: signer, Verifier: verifier}
	empty, err := tlog.TreeHash(0, nil)
	if err != nil {
		return fmt.Errorf("hash the empty log: %w", err)
	}
	if head.Checkpoint, err = head.sign(tlog.Tree{Hash: empty}); err != nil {
		return err
	}
	if err := db.gorm.WithContext(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&head).Error; err != nil {
		return fmt.Errorf("keep the ledger's key: %w", err)
	}
	return nil
}

func (h headRow) sign(t tlog.Tree) (string, error) {
	signer, err := note.NewSigner(h.Signer)
	if err != nil {
		return "", fmt.Errorf("read the ledger's key: %w", err)
	}
	signed, err := note.Sign(&note.Note{Text: checkpointText(t)}, signer)
	if err != nil {
		return "", fmt.Errorf("sign the checkpoint: %w", err)
	}
	return string(signed), nil
}

// open checks the signature of a checkpoint and reads it.
func (h headRow) open(checkpoint string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(h.Verifier)
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("read the ledger's public key: %w", err)
	}
	n, err := note.Open([]byte(checkpoint), note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("open the checkpoint: %w", err)
	}
	return readCheckpoint(n.Text)
}

// checkpointText is what is signed.
func checkpointText(t tlog.Tree) string { return fmt.Sprintf("%s\n%d\n%s\n", logOrigin, t.N, t.Hash) }

// readCheckpoint reads what checkpointText wrote, and nothing else.
func readCheckpoint(text string) (tlog.Tree, error) {
	var t tlog.Tree
	var err error
	if lines := strings.Split(text, "\n"); len(lines) == 4 {
		if t.N, err = strconv.ParseInt(lines[1], 10, 64); err == nil {
			t.Hash, err = tlog.ParseHash(lines[2])
		}
	}
	if err != nil || t.N < 0 || checkpointText(t) != text {
		return tlog.Tree{}, errors.New("open the checkpoint: it is not one of gonogo's")
	}
	return t, nil
}

// Checkpoint returns the log's newest signed checkpoint, for the weekly report:
// a copy outside that this database can be held against.
func (db *DB) Checkpoint(ctx context.Context) (string, error) {
	head, err := db.head(ctx)
	return head.Checkpoint, err
}

// VerifierKey returns the public key of the log's checkpoints.
func (db *DB) VerifierKey(ctx context.Context) (string, error) {
	head, err := db.head(ctx)
	return head.Verifier, err
}

func (db *DB) head(ctx context.Context) (headRow, error) {
	head, err := one[headRow](db.gorm.WithContext(ctx))
	if err != nil {
		return head, fmt.Errorf("load the ledger's head: %w", err)
	}
	return head, nil
}

// Sealed is what one sealing did.
type Sealed struct {
	Entries int      // how many entries were sealed
	Size    int64    // how many are in the log now
	More    bool     // more wait: seal again
	Ballots []int64  // the ballots that were voted on and may close, each once, to be settled
	Cards   []string // the subjects whose cards must change, each once: "rfc/12", "release/7"
}

// checkpointHash returns a root as people compare it.
func checkpointHash(h tlog.Hash) string { return base64.StdEncoding.EncodeToString(h[:]) }
