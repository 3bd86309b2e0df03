package storage

import (
	"context"
	"crypto/hkdf"
	"crypto/sha256"
	"fmt"
)

// Secret returns a key of 32 bytes for one purpose. It is derived from the ledger's
// own: the same on every replica and after every restart, and of no use for
// anything else.
func (db *DB) Secret(ctx context.Context, purpose string) ([]byte, error) {
	head, err := db.head(ctx)
	if err != nil {
		return nil, err
	}
	key, err := hkdf.Key(sha256.New, []byte(head.Signer), nil, "gonogo "+purpose, sha256.Size)
	if err != nil {
		return nil, fmt.Errorf("derive the key for %s: %w", purpose, err)
	}
	return key, nil
}
